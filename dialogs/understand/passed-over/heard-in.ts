/** Whether a clause is one of the requests that were heard, or asks no more than one of them does. */

import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { type Kind, kindOf } from '../request-kinds.ts';
import type { Request } from '../several-requests.ts';
import { kinds } from '../wishes/wished.ts';
import {
  addsIt,
  askedIn,
  type Hearing,
  ofGoods,
  ofOne,
  type Piece,
  thingsNamed,
  type Want,
} from './wants-of-clause.ts';

const ofOwn: ReadonlySet<Intent> = new Set(['start-return', 'order-status', 'cancel-order', 'reorder']);
const ofCart = /\b(?:cart|basket)\b|购物车|加购/u;
const inCart: ReadonlySet<Kind> = new Set(['add', 'remove', 'quantity', 'cart']);

export const isHeardIn = (piece: Piece, request: Request, said: Hearing): boolean => {
  const { text, wants } = piece;
  if (request.turn.text === text) return true;
  const isWithin = request.turn.text.includes(text);
  const { intent, plainly } = request.understanding;
  // 冲锋衣 男 180 75kg 穿什么码: of the goods whose size is asked.
  if (isWithin && intent === 'question' && ofSizes.test(plainly?.name ?? '') && !asksRule(wants)) return true;
  return wants.length === 0 ? isWithin : wants.every(want => isWantHeard(want, { ...piece, isWithin }, request, said));
};

const ofSizes = /size|chest|length/;
const asksRule = (wants: readonly Want[]): boolean => wants.some(({ of }) => of === 'rule' || of === 'page');

const isWantHeard = (
  { of, value }: Want,
  { meant, text, asks, isWithin }: Piece & { readonly isWithin: boolean },
  { understanding, turn }: Request,
  said: Hearing,
): boolean => {
  const { intent, plainly, ordered } = understanding;
  const kind = kindOf(understanding, said.spokenOf);
  // Pages are asked with all of it.
  const isOfPage = isWithin && intent === 'question' && plainly === undefined;
  switch (of) {
    case 'goods':
      return (
        // 那双软着陆的鞋 还能退吗: what was bought.
        ofOwn.has(intent) ||
        // 帮我加两盒茶 要绿茶的: which of those goes in.
        ((ordered !== undefined || (kind === 'add' && hasHan(text) && !others.test(text))) && isWithin) ||
        [value, ...(meant.goods ?? [])].some(one => goodsHeard(understanding).has(one)) ||
        meant.entities.products.some(id => thingsNamed(understanding).includes(id)) ||
        // 泡脚包可以诶 几包: of the one that is asked about.
        (isWithin && !asks && ofOne.has(intent) && understanding.entities.products.length > 0) ||
        (isWithin &&
          ofGoods.has(intent) &&
          (isReadOtherwise(understanding, meant) || isCondition(understanding, value)))
      );
    case 'something':
      return understanding.something === true;
    case 'rule':
      // What is to be paid is told with delivery.
      if (understanding.sum !== undefined && value.startsWith('delivery-c')) return true;
      return plainly?.name === value || (understanding.wraps === true && value === 'gift-wrap') || isOfPage;
    case 'page':
      return isOfPage || (isWithin && ofOne.has(intent));
    case 'product':
      // What is asked of one product is told of as a whole, or named as open.
      return (
        ofOwn.has(intent) ||
        (isWithin &&
          (understanding.ofOneThing === true ||
            ofOne.has(intent) ||
            asksAlready(understanding, meant, value) ||
            turnsAway(understanding, fold(text))))
      );
    case 'things': {
      // What it would come to is asked: nothing goes in.
      if (understanding.sum !== undefined) return true;
      const named = thingsNamed(understanding);
      if (named.some(id => value.split(' ').includes(id))) return true;
      // 加一个 再来一包豆子: of the one that is looked at, and then other goods.
      const isBesideOthers = understanding.offFocus === true || addsIt.test(fold(text));
      const isOneMore = ordered !== undefined && isOneLine(ordered) && !meant.entities.ordinal && isBesideOthers;
      const isOther = thingsNamed(meant).length === 0 ? isOneMore : others.test(text);
      return intent === 'reorder' || (kind === 'add' && !isOther);
    }
    case 'unknown': {
      const isOfCart = kind !== undefined && inCart.has(kind);
      if (isOfCart && ofCart.test(fold(text))) return true;
      // An order in a shop's own words stands for all that was said of it.
      if (!bare(said.whole).includes(bare(turn.text))) return true;
      return (
        isWithin && (!(ofGoods.has(intent) || isOfCart) || isTold(understanding, text) || asksIfHad.test(fold(text)))
      );
    }
    case 'sum':
      return understanding.sum !== undefined || kind === 'cart';
    default:
      return kind === of || (of === 'cart' && understanding.sum !== undefined);
  }
};

const bare = (text: string): string => text.replace(/[\s,，]+/gu, '');
/** 再加个茶壶. */
const others = /^(?:再|另外|还要|还|顺便)/u;
const isOneLine = ({ lines, open }: NonNullable<Understanding['ordered']>): boolean => lines.length + open.length === 1;

const goodsHeard = (understanding: Understanding): ReadonlySet<string> => {
  const { intent, preferences, goods = [], asksOf = [], ordered, isOneOrder, edits } = understanding;
  const named = edits ? [] : [...preferences, ...asksOf].map(p => p.value);
  // Of one that is pointed at, or beside a question, goods are only named.
  const isHeard = ofGoods.has(intent) || ofOne.has(intent) || isOneOrder === true;
  return new Set([...named, ...(isHeard ? goods : []), ...(ordered?.absent ?? [])]);
};

/** 想买个杯子 能保温: all of it is of another kind than its first words alone. */
const isReadOtherwise = ({ said }: Understanding, { said: alone }: Understanding): boolean =>
  said !== undefined && alone !== undefined && !said.includes(alone);
/** "She drinks green tea. Do you have like a gift box?": how what is looked for is to come. */
const isCondition = ({ told = [] }: Understanding, value: string): boolean =>
  told.some(p => p.slot === 'feature' && fold(p.value).replaceAll(' ', '-') === value);
/** "A puzzle? No, a flask": named to be turned away. */
const turnsAway = ({ preferences }: Understanding, folded: string): boolean =>
  preferences.some(p => p.polarity === 'dislike' && kinds.has(p.slot) && folded.includes(fold(p.quote)));
/** "Do you have one, yes or no": of what is looked for. */
const asksIfHad = /\b(?:do|have) (?:you|u) (?:have|got|sell|stock) (?:it|one|any|some|them)\b/;

/** It is looked for, or asked. */
const asksAlready = (understanding: Understanding, { asksOf = [] }: Understanding, value: string): boolean => {
  const { intent, preferences, told = [] } = understanding;
  if (value === '') return ofOne.has(intent);
  const looked = [...preferences, ...told].map(p => p.value);
  return (
    askedIn(understanding).some(one => one.value === value) ||
    asksOf.some(p => p.slot === value && looked.includes(p.value))
  );
};

/** 一套下来要买哪些: what is found is what is asked. */
const whatToTake =
  /[买选带送](?:点|些)?(?:哪|什么|啥)|推荐|有什么|有哪些|\bwhat (?:should|do|can|would) (?:i|we|you)\b|\brecommend|\bsuggest/u;
/** 新手能用吗, that is looked for in what pages say. */
const isTold = ({ told = [], preferences }: Understanding, text: string): boolean => {
  const folded = fold(text);
  return whatToTake.test(folded) || [...told, ...preferences].some(p => folded.includes(p.value.toLowerCase()));
};
