/**
 * What a message asks, orders or wishes beside the requests that were heard of it. Nothing of that kind is passed over: each such
 * clause is read as if it came next, and answered, done or named as open. What only tells is no such thing.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent, Turn } from '../../turn.ts';
import { asksOfRemarked } from '../asks-one-thing.ts';
import { asksOfTotal } from '../cart/cart-then.ts';
import { isOfClaim } from '../orders/claim-told.ts';
import type { Request } from '../several-requests.ts';
import { clausesOf } from '../text/clauses-asked.ts';
import { besidesIn } from './goods-beside.ts';
import { isHeardIn } from './heard-in.ts';
import { type Hearing, ofOne, type Piece, pieceOf } from './wants-of-clause.ts';

export interface PassedOver {
  readonly text: string;
  /** How many of the requests are answered before it. */
  readonly after: number;
  /** It asks by its form: where nothing answers it, that is said. */
  readonly asks: boolean;
  /** It puts something into the cart; nothing else does. */
  readonly orders: boolean;
}

export interface Rest {
  /** In the order they were said; empty: all of it was heard. */
  readonly left: readonly PassedOver[];
  /** The one request that was heard is in no part of the message. */
  readonly isOther: boolean;
}
const nothing: Rest = { left: [], isOther: false };

const mostPieces = 8;
/** A long reply is read by nobody. */
const mostLeft = 3;
const longest = 300;

/** What is told beside these is told of them, and a person answers whatever else is said. */
const takesAll: ReadonlySet<Intent> = new Set(['person', 'complaint', 'forget-all', 'opt-out', 'goodbye']);
/** What a message is taken for that is nothing of the kind. */
const misheard: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'unclear']);
const takesTheRest = ({ understanding }: Request): boolean => {
  const { intent, mood, claims, trouble, trait, advice, compares, plainly } = understanding;
  return (
    takesAll.has(intent) ||
    mood === 'upset' ||
    claims !== undefined ||
    isOfClaim(plainly?.name) ||
    trouble !== undefined ||
    trait === true ||
    advice !== undefined ||
    compares === true
  );
};

/** Wishes were told, however they are answered. */
const looksFor = ({ preferences, told = [] }: Request['understanding']): boolean =>
  preferences.length + told.length > 0;

const isOrder = ({ wants }: Piece): boolean => wants.some(want => want.of === 'things');

/** What was said before it is no longer wanted. */
const takesBack =
  /^(?:(?:oh|ok|no|well|ugh)[, ]+)*(?:never ?mind|nvm|forget it|scratch that)\b|^(?:算了|当我没说|不对)/i;

export const passedOver = (turn: Turn, requests: readonly Request[], said: Hearing): Rest => {
  if (turn.value || turn.text.length > longest || requests.some(takesTheRest)) return nothing;
  if (asksOfRemarked(fold(turn.text))) return nothing;
  const clauses = clausesOf(turn.text).flatMap(clause =>
    besidesIn(clause.text).map((text, i) => ({ text, asks: clause.asks && i === 0, isNext: i > 0 })),
  );
  if (clauses.length < 2 || clauses.length > mostPieces) return nothing;
  const from = clauses.findLastIndex(({ text }) => takesBack.test(text)) + 1;
  const pieces = clauses.slice(from).map((clause, i) => pieceOf(clause, from + i === 0, said));
  const heard = pieces.map(piece => requests.findIndex(one => isHeardIn(piece, one, said)));
  const isOnly = clauses.filter(one => one.asks).length < 2;
  const left: PassedOver[] = [];
  const of: Piece[] = [];
  pieces.forEach((piece, i) => {
    if (piece.wants.length === 0 || heard[i]! >= 0 || left.length === mostLeft) return;
    // "What does that come to?": the cart is shown.
    if (asksOfTotal(piece.text) && requests.some(one => one.understanding.intent === 'view-cart')) return;
    const within = requests.findLastIndex(({ turn: { text } }) => text.includes(piece.text));
    const isQuestion = piece.meant.intent === 'question';
    // 这么贵啊 买多少包邮: the question of the message, whatever is told before it.
    // Heard by itself: a request of nothing but this clause.
    const around = requests.length > 1 ? requests[within]?.turn.text : undefined;
    if (around !== undefined && pieces.filter(one => one.wants.length > 0 && around.includes(one.text)).length === 1)
      return;
    // 这个太多了，有小包的吗: of the one that is looked at, too.
    const answered = requests[within]?.understanding.intent;
    if (isOnly && piece.asks && answered && (answered === 'question' || (ofOne.has(answered) && !isQuestion))) return;
    const before = Math.max(-1, ...heard.slice(0, i), ...(isQuestion ? [within] : []));
    // 买一个 要红的: one order, of which each part would put it in.
    if (isOrder(piece) && left.some((_, at) => isOrder(of[at]!))) return;
    of.push(piece);
    left.push({
      text: isOrder(piece) ? withOrder(i) : withTold(i),
      after: before + 1,
      asks: piece.asks,
      orders: isOrder(piece),
    });
  });
  const [only, ...others] = requests;
  const isOther =
    only !== undefined &&
    others.length === 0 &&
    misheard.has(only.understanding.intent) &&
    !looksFor(only.understanding) &&
    pieces.every(
      (one, i) =>
        !one.isSearch &&
        one.meant.preferences.length === 0 &&
        !one.meant.goods?.some(name => only.understanding.goods?.includes(name)) &&
        (heard[i]! < 0 || one.wants.length === 0),
    );
  return { left, isOther };

  function withOrder(at: number): string {
    const ends = pieces.findIndex((one, i) => i > at && (!isOrder(one) || heard[i]! >= 0));
    const parts = pieces.slice(at, ends < 0 ? pieces.length : ends).map(one => one.text);
    return parts.join(hasHan(turn.text) ? '，' : ', ');
  }

  /** 双肩包 能装电脑 防水的: goods with how they should be. */
  function withTold(at: number): string {
    const { text, isSearch } = pieces[at]!;
    if (!isSearch) return text;
    const ends = pieces.findIndex((one, i) => i > at && (!one.isSearch || one.wants.length > 0));
    const told = pieces.slice(at + 1, ends < 0 ? pieces.length : ends).map(one => one.text);
    return [text, ...told].join(hasHan(text) ? '，' : ', ');
  }
};
