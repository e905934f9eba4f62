/** "Make it 3, going with friends", 换成XL 他最近胖了: one act in closed words, with what is only told around it. */
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { asksIfHad } from './cart/had-asked.ts';
import { isHeldAgainstCart } from './cart/held-against.ts';
import { hasFormOfQuestion } from './intent/settled-intent.ts';
import { type Kind, kinds } from './request-kinds.ts';
import type { Request } from './several-requests.ts';
import { isRefusal } from './text/clauses-asked.ts';

const longest = 120;
const mostPieces = 4;
const sentences = /\n+|(?:\.(?!\d)|[;!?。；！？~～])+\s*/u;
const breaks = /\n+|(?:\.(?!\d)|[;!?。；！？~～,，、])+\s*|\s+(?=(?:because|cause|cuz|coz|since)\b)/iu;
const breaksZh = /[\n.;!?。；！？~～,，、 ]+/u;
/** "38.5? no make it 39": what was said before it is taken back. */
const takesBack = /^(?:no|nah|wait|actually|sorry)\b|^(?:不对?|算了|等等|等下)/iu;

/** What the whole is taken for where its act is not heard. */
const misheard: ReadonlySet<Kind> = new Set(['goods', 'answer', 'order', 'deals']);
/** Read of closed words, and not on a likelihood. */
const sure = 0.95;
/** So many of what is spoken of. */
const sureOfCount = 0.9;
const done: ReadonlySet<Intent> = new Set([
  'change-quantity',
  'remove-from-cart',
  'person',
  'cancel-order',
  'start-return',
  'forget-all',
  'opt-out',
]);
const doesIt = ({ intent, confidence, ordered, entities: { products, quantity } }: Understanding): boolean =>
  (confidence >= sure && done.has(intent)) ||
  (intent === 'add-to-cart' &&
    (ordered
      ? ordered.open.length === 0
      : confidence >= sureOfCount && (products.length === 1 || quantity !== undefined)));

/** For whom or for what occasion it is changes nothing of it. */
const told: ReadonlySet<string> = new Set(['recipient', 'occasion']);
const onlyTells = (
  { intent, confidence, preferences, entities, sizeSaid }: Understanding,
  text: string,
  isBack: boolean,
): boolean =>
  !isRefusal(text) &&
  (isBack || !hasFormOfQuestion(fold(text))) &&
  (isBack ||
    (preferences.every(p => told.has(p.slot)) &&
      sizeSaid === undefined &&
      entities.products.length === 0 &&
      entities.ordinal === undefined)) &&
  !(kinds[intent] === 'add' && confidence >= sure);

/** "A knife is no pan": told of what was shown, and looked for by nobody. */
const saysWhatIsNot =
  /^[^?？]{2,40}\b(?:is|are|was|were)(?:n'?t| not| no) [^?？]{2,30}$|^[^?？]{1,12}(?:可|又|并)?不是[^?？]{1,10}$/u;
/** 怎么变4个了, "why are there 4": held against the shop. */
const reproaches =
  /^(?:\p{Script=Han}{0,3})怎么(?:又|就|都|会|还)?(?:变|成|多|少|加|放)(?:成|出|到)?.{0,5}了[啊呀]?$|^我?(?:又|可)?没(?:有)?(?:让|叫|说)(?:你|过|要)*(?:加|买|放).{0,6}$|^(?:hey |wait )?why (?:are|is) there .{1,20}$/u;

/** Empty: it is no such message, or what it was taken for is done already. */
export const actAmongRemarks = (
  turn: Turn,
  whole: Understanding,
  understand: (turn: Turn) => Understanding,
): readonly Request[] => {
  if (turn.value || turn.text.length > longest || whole.ordered || whole.edits) return [];
  // "Pink, 38. Have you got it" asks, whatever its first words alone would do.
  if (asksIfHad(fold(turn.text))) return [];
  // 这双能退吗，穿过一次: whether it may after use is asked, and nothing begun.
  if (whole.intent === 'question' && whole.plainly?.name === 'worn-return') return [];
  const kind = kinds[whole.intent];
  const { products, ordinal } = whole.entities;
  // That something is bought is heard of the whole, and not what.
  const lacksGoods = whole.intent === 'add-to-cart' && products.length === 0 && ordinal === undefined;
  const isHeard = kind !== undefined && !misheard.has(kind) && !lacksGoods && whole.confidence >= sure;
  if (isHeard) return [];
  for (const at of [sentences, hasHan(turn.text) ? breaksZh : breaks]) {
    const act = onlyAct(turn, at, understand);
    if (act) return [act];
  }
  return [];
};

const onlyAct = (turn: Turn, at: RegExp, understand: (turn: Turn) => Understanding): Request | undefined => {
  const pieces = turn.text
    .split(at)
    .map(piece => piece.trim())
    .filter(piece => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2 || pieces.length > mostPieces) return undefined;
  const read = pieces.map(text => ({ text, meant: understand({ ...turn, text }) }));
  const isAsked = asksIfHad(fold(turn.text));
  const acts = read.filter(({ meant }) => doesIt(meant) && !(isAsked && meant.intent === 'add-to-cart'));
  const last = acts.at(-1);
  if (!last) return undefined;
  const place = read.indexOf(last);
  const isBack = takesBack.test(last.text);
  // 我没让你加 改成3个: one change, told in several pieces.
  const from = isBack ? place : read.indexOf(acts[0]!);
  const text = pieces.slice(from, place + 1).join(hasHan(turn.text) ? '，' : ', ');
  const act = from === place ? last : { text, meant: understand({ ...turn, text }) };
  if (act !== last && !(act.meant.edits && doesIt(act.meant))) return undefined;
  const isOut = act.meant.intent === 'remove-from-cart' && act.meant.edits !== undefined;
  const isBeside = ({ text, meant }: (typeof read)[number], i: number): boolean =>
    (isOut && !hasFormOfQuestion(fold(text))) ||
    reproaches.test(fold(text)) ||
    isHeldAgainstCart(fold(text)) ||
    // 礼盒109三支: told of what goes in.
    (act.meant.edits !== undefined &&
      meant.entities.products.length > 0 &&
      meant.entities.products.every(id => act.meant.edits!.lines.some(line => line.product === id))) ||
    (act.meant.isOneOrder && saysWhatIsNot.test(fold(text))) ||
    onlyTells(meant, text, isBack && i < place);
  const isAlone = read.every((one, i) => (i >= from && i <= place) || isBeside(one, i));
  return isAlone ? { turn: { ...turn, text: act.text }, understanding: act.meant } : undefined;
};
