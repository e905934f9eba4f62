/** What is meant within a message that as a whole was taken for something else: behind a nod, beneath anger, beside what was bought. */
import type { Intent, Turn, Understanding } from '../turn.ts';
import { saysEnough } from '../understand/clause-groups.ts';
import { isUpset } from '../understand/talk/mood.ts';
import { onlyAgrees } from '../understand/talk/waiting-line.ts';
import { clausesOf } from '../understand/text/clauses-asked.ts';

export const notAWish: ReadonlySet<Intent> = new Set<Intent>(['unclear', ...onlyAgrees]);
export const sureEnough = 0.45;

/** "Ok, and how does that work": said before it asks. */
const nodding =
  /^(?:(?:好的?|行吧?|嗯+|哦+|噢|懂了|知道了|明白了?|了解了?|可以|没事|谢谢|多谢)[,，。.!！ 、~]+)+(?:那|那么)?|^(?:(?:ok(?:ay)?|alright|all right|right|got it|i see|fine|thanks|thank you)[,.! ]+)+(?:and |so |but |then )?/iu;
/** The form of a question at all. */
const asking =
  /[?？]|(?<!好|行|好的|是的|可以的)呢[。.!！ ]*$|吗|么[。.!！ ]*$|怎么|(?<!没有?)什么|多少|多久|哪|几[天个号点]|能不能|可不可以|\b(?:what|how|when|where|which|who|why|can|could|do|does|is|are|will)\b/iu;
const shortestRest = 3;
const sureOfMatter = 0.8;
const saysMore: ReadonlySet<Intent> = new Set([
  'question',
  'order-status',
  'start-return',
  'cancel-order',
  'product-search',
  'product-details',
  'stock',
  'view-cart',
  'deals',
  'person',
  'complaint',
]);
const greets =
  /^(?:(?:hi+|hello+|hey+|hiya|good (?:morning|afternoon|evening|day)|morning|evening)(?: (?:there|all|again|everyone))?[,.!~;]+|(?:你们?好|您好|嗨|哈喽|早上好|上午好|中午好|下午好|晚上好|早)[呀啊]?[,，。.!！~ ]+)\s*/iu;
const merelyAgrees: ReadonlySet<Intent> = new Set(['yes', 'no', 'thanks', 'unclear', 'cancel']);

/** What is asked after a nod, where the whole of it was taken for the nod. */
export const beyondNod = (
  whole: Understanding,
  turn: Turn,
  understand: (part: Turn) => Understanding,
): Understanding => {
  const opening = whole.intent === 'greeting' ? greets : merelyAgrees.has(whole.intent) ? nodding : undefined;
  const nod = opening?.exec(turn.text)?.[0] ?? '';
  const rest = turn.text.slice(nod.length).trim();
  if (nod === '' || rest.length < shortestRest) return whole;
  const meant = understand({ ...turn, text: rest });
  // "Good evening! Where's my order": the rest is what is said, unless it greets as well.
  if (whole.intent === 'greeting')
    return saysMore.has(meant.intent) && meant.confidence >= sureOfMatter ? meant : whole;
  return asking.test(rest) || !merelyAgrees.has(meant.intent) ? meant : whole;
};

/** No goods are wished for in it. */
const otherMatters: ReadonlySet<Intent> = new Set([
  'question',
  'change-quantity',
  'view-cart',
  'order-status',
  'deals',
  'person',
]);

export const isOtherMatter = ({ intent, confidence }: Understanding): boolean =>
  otherMatters.has(intent) && confidence >= sureOfMatter;

/** A thing that was bought is named, and what is asked is asked of it. */
const bought = /(?:买|订|拍|入手)(?:到|了)?的(?!.*(?:吗|么|多|怎|哪|什么|啥|[?？]))/u;
export const tellsOnlyBought = (text: string, alone: (part: string) => Understanding): boolean => {
  const [first, ...others] = clausesOf(text);
  return (
    first !== undefined &&
    others.length > 0 &&
    bought.test(first.text) &&
    others.every(clause => !clause.asks || alone(clause.text).own !== undefined || ownTerms.test(clause.text))
  );
};
const ownTerms = /保修|质保|能退|能换|发票/u;

export const beneathAnger = (
  whole: Understanding,
  turn: Turn,
  understand: (part: Turn) => Understanding,
): Understanding => {
  if (whole.mood !== 'upset' || whole.plainly?.name === 'complaint-address') return whole;
  const clauses = turn.text.split(/(?<=[.!?。！？；;\n]|,\s|，)/u).filter(c => /[\p{L}\p{N}]/u.test(c));
  const upset = clauses.map(c => isUpset(c.toLowerCase(), c));
  const parts = [
    clauses.filter((_, i) => !upset[i]),
    clauses.slice(upset.lastIndexOf(true) + 1),
    clauses.slice(0, Math.max(0, upset.indexOf(true))),
  ];
  for (const part of parts) {
    const calm = part.join(' ').trim();
    if (calm === '' || part.length === clauses.length || !saysEnough(calm)) continue;
    const meant = understand({ ...turn, text: calm });
    const isWish = !notAWish.has(meant.intent) && meant.intent !== 'complaint' && meant.intent !== 'help';
    if (isWish && meant.confidence >= sureEnough) return { ...meant, mood: 'upset' };
  }
  return whole;
};

const ofArrival = /^(?:delivery|home|remote)/;
/** No clause of it asks of another rule, or of goods to be bought. */
export const isOfToldAlone = (text: string, understand: (text: string) => Understanding): boolean =>
  clausesOf(text).every(({ text: clause }) => {
    const { intent, plainly, toldArrival, entities } = understand(clause);
    if (toldArrival) return true;
    return intent !== 'person' && entities.products.length === 0 && (!plainly || ofArrival.test(plainly.name));
  });
