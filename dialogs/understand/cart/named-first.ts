/** 那还是野渡那个吧，藏青色来一个, "I'll have the backpack then. One in navy": which thing, and then how it should be. One goes in. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { colours } from '../../../knowledge/profile/vocabulary/looks.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../../turn.ts';
import type { Request } from '../several-requests.ts';

const unit = '[个件双条只包盒瓶套罐袋台份支副把盏本]';
/** So many of it, or the cart itself: that one is ordered by these very words. */
const counts = new RegExp(
  `(?:[一两俩二三四五六七八九十\\d]${unit})|加购|购物车|下单|[加放]上|\\b(?:one|two|three|four|five|six|a couple|a pair|\\d{1,2}|add|put|pop|throw|cart|basket)\\b(?<!\\b(?:that|this|the|[a-z]+) one)`,
  'u',
);
const tellsColour = new RegExp(
  `\\b(?:${colours.en.trim().split(/,\\s*/u).join('|')})\\b|[红橙黄绿蓝紫黑白灰棕褐粉青藏]`,
  'u',
);
/** One more beside it. */
const isMore = /也|再|还要|另外|\b(?:too|also|as well|another|more|plus|and (?:then )?(?:one|a|the))\b/u;

/** The one thing that goes in, whatever form it is read in. */
const thingIn = ({ intent, ordered, among, together, entities }: Understanding): ProductId | undefined => {
  if (intent !== 'add-to-cart' || among !== undefined || together !== undefined) return undefined;
  const lines = ordered?.lines ?? entities.products.map(product => ({ product }));
  const [line, ...others] = lines;
  return others.length + (ordered?.open.length ?? 0) === 0 ? line?.product : undefined;
};

/** `isOneModel`: whether two products are forms of one thing. */
export const withoutNamedFirst = (
  requests: readonly Request[],
  isOneModel: (one: ProductId, other: ProductId) => boolean,
): readonly Request[] =>
  requests.filter(({ turn, understanding }, i) => {
    const next = requests[i + 1];
    const [named, formed] = [thingIn(understanding), next && thingIn(next.understanding)];
    if (!next || named === undefined || formed === undefined) return true;
    const [first, behind] = [fold(turn.text), fold(next.turn.text)];
    const isOnlyNamed = isOneModel(named, formed) && !counts.test(first) && !tellsColour.test(first);
    return !(isOnlyNamed && tellsColour.test(behind) && !isMore.test(behind));
  });
