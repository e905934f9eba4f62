/**
 * 我要黑的。漏水吗, "ok the orange one, how many can I take on a plane": a thing is picked for the sake of what is asked of it, with no word
 * that buys: it is looked at and told of, and nothing goes in.
 */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Understanding } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { takesIt } from '../understand/product/focus-talk.ts';
import type { Request } from '../understand/several-requests.ts';
import { clausesOf } from '../understand/text/clauses-asked.ts';
import { pendingFor } from '../understand/wishes/wished.ts';
import type { TakenApart } from './taken-apart.ts';

const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);
const buys =
  /\b(?:add|put|pop|throw|stick|chuck|bung|buy|order|take|get|grab|have|cart|basket|bag|please|pls|plz|i'?ll|i will|let'?s|(?:'?ll|will|would) (?:do|be)|goes|go (?:for|with|on|in)|mine|give|sold|deal|then|it is|want|need|like|both|great|perfect|fine|lovely|good|nice|thanks)\b|[加买购拍拿选]|下单|就|只[好能]|[要行好它]了|都要|给我|来(?=[一两二三四五六\d个])|[一二两俩三四五六\d][个件双条只盒包瓶套罐袋台份支副顶把](?!的)|吧/u;
/** What is no more than a nod takes what is told in full, in a sentence of its own: "ok that one in orange, 45. Is it …?". */
const nods = /\b(?:ok|okay|yes|yeah)\b|可以|好的/u;
const inFull = /[\d码]|\b(?:x*[sl]|m)\b/u;

/** "Can you add the navy one?", 能帮我加一个吗: no question for all its form. */
const bidden =
  /^(?:(?:ok|okay|so|and|then|hi|please|great|well)[,. ]+)*(?:can|could|would|will|may) (?:you|u|i|we) (?:please |just )*(?:add|put|pop|throw|get|have|take|order|buy)\b|^(?:那|好的?|请|麻烦|[,，。 ])*(?:能不能|可不可以|能|可以|可否)(?:请|麻烦)?(?:帮我|给我|帮忙)?(?:把.{1,16})?(?:加|放|下单|买|拿|来)/u;

/** What is said before and beside the questions, and whether it ends there. */
const toldIn = (text: string): { readonly told: string; readonly ends: boolean } => {
  const told = clausesOf(text).filter(one => !hasFormOfQuestion(fold(one.text)) || bidden.test(fold(one.text)));
  const last = told.at(-1)?.text ?? '';
  return { told: fold(told.map(one => one.text).join(', ')), ends: /[.!;。！；]$/u.test(last) };
};

const takes = (text: string): boolean => {
  const { told, ends } = toldIn(text);
  return buys.test(told) || (nods.test(told) && ends && inFull.test(told));
};

/** "One of them" takes it, whatever is asked beside it. */
const picked = ({ turn, understanding }: Request): ProductId | undefined => {
  const { intent, ordered, among, entities } = understanding;
  if (intent !== 'add-to-cart' || among || takesIt(fold(turn.text))) return undefined;
  const all = ordered ? ordered.lines.map(line => line.product) : entities.products;
  const [product, ...others] = all;
  return others.length > 0 || (ordered && (ordered.open.length > 0 || ordered.inAll)) ? undefined : product;
};

/** Asked of the thing, or what no rule of the shop is known to answer. */
const asksOfIt = ({ turn, asked = turn.text, understanding: { intent, plainly } }: Request): boolean =>
  ofOne.has(intent) || (intent === 'question' && !plainly && hasFormOfQuestion(fold(asked)));

/** It is looked at, and nothing more. */
const lookedAt = (
  { ordered: _, isOneOrder: __, toCart: ___, ...meant }: Understanding,
  product: ProductId,
): Understanding => ({
  ...meant,
  intent: 'product-details',
  entities: { products: [product] },
  onlyNamed: true,
});

export const askedFirst = (apart: TakenApart, text: string, memory: ConversationMemory): TakenApart => {
  const { requests, passedOver } = apart;
  const put = requests.flatMap(one => picked(one) ?? []);
  const [product, ...others] = put;
  if (product === undefined || others.length > 0 || pendingFor(memory)) return apart;
  const beside = requests.filter(one => picked(one) === undefined);
  const isAsked = beside.some(asksOfIt);
  const asksForm = beside.some(asksOtherSize) || passedOver?.some(one => otherSize.test(fold(one.text)));
  if (!(isAsked && !takes(text)) && !(asksForm && !outright.test(toldIn(text).told))) return apart;
  // What is answered of it shows it; beside anything else it is shown for itself.
  const isShown = beside.some(one => ofOne.has(one.understanding.intent)) && !passedOver?.length;
  const [first, ...more] = requests.flatMap((one): Request[] => {
    if (picked(one) !== undefined)
      return isShown ? [] : [{ ...one, understanding: lookedAt(one.understanding, product) }];
    const { understanding } = one;
    if (!ofOne.has(understanding.intent)) return [one];
    return [{ ...one, understanding: { ...understanding, entities: { products: [product] }, onlyNamed: true } }];
  });
  return first ? { ...apart, understanding: first.understanding, requests: [first, ...more] } : apart;
};

/** "The longjing then. Is there a bigger pack?", 龙井50克吧 有没有大包装的: which there are is told first, unless it is put in outright. */
const otherSize =
  /\b(?:bigger|larger|smaller)\b|\b(?:other|different) (?:packs?|sizes?|bottles?|tins?|jars?)\b|(?:大|小)(?:一?点的?|些的?)?(?:包装?|瓶|罐|盒|袋|份|码|号)|更?[大小](?:一点|些|的)|别的(?:规格|包装|尺寸)/u;
const outright =
  /\b(?:add|put|pop|throw|stick|buy|order|take|get|grab|have|cart|basket|please|pls|plz|i'?ll|i will|let'?s|give|want|\d+ of|one|two|three)\b|[加买购拍拿]|下单|[要它]了|给我|来(?=[一两二三四五六\d个])|[一两二三四五六\d][个件双条只盒包瓶套罐袋台份支副顶把](?!的)/u;
const asksOtherSize = ({ turn, understanding: { intent } }: Request): boolean => {
  const folded = fold(turn.text);
  return (intent === 'product-search' || ofOne.has(intent)) && hasFormOfQuestion(folded) && otherSize.test(folded);
};

/** "I'll take it. Have you got it in grey?", 就它了 有什么颜色: nothing goes in before it is told which there are. */
export const formFirst = (apart: TakenApart): TakenApart => {
  const { requests, passedOver } = apart;
  return passedOver && requests.some(asksForm)
    ? { ...apart, passedOver: passedOver.filter(({ text, orders }) => !(orders && takesIt(fold(text)))) }
    : apart;
};

const asksForm = ({ turn, understanding: { intent, asksOf = [], goods = [], choice, choices } }: Request): boolean =>
  ofOne.has(intent) &&
  (choice === 'colour' || choices?.includes('colour') || asksOf.some(({ slot }) => slot === 'colour')) &&
  goods.length === 0 &&
  hasFormOfQuestion(fold(turn.text)) &&
  !another.test(fold(turn.text));
const another = /\b(?:too|also|as well|another|one more)\b|也|还|另|再/u;
