/** "It doesn't fit", 尺码不合适, "the clothes one": of an order only what is worn in a size can be meant. */
import type { Order } from '../../knowledge/domain/order.ts';
import { wornSizes } from '../decisions/worn-sizes.ts';
import type { FlowContext } from './flow.ts';
import { goodsIn } from './goods-meant.ts';
import { openLines, type ReturnLine } from './return-lines.ts';

const ofFit =
  /\b(?:doesn'?t|does not|don'?t|didn'?t|do not) (?:really |quite )?fit\b|\b(?:too|bit|way) (?:small|big|tight|loose|large|short|narrow|wide)\b|\b(?:wrong|another|bigger|smaller|larger|different|next) size\b|\bsize (?:up|down|bigger|smaller)\b|尺[码寸]|码数|不合[身脚]|[太偏][大小紧松]|[大小紧]了|[大小][一半]?码|穿不[上下]/iu;
const ofClothes =
  /\b(?:the )?(?:clothes|clothing|garment|wearable|thing to wear)(?: (?:one|thing|item|piece))?\b|衣服|穿的(?:那|这)?[个件]?/iu;
const longest = 160;

/** That it is worn is all that is told of which thing it is. */
export const tellsWorn = (context: Pick<FlowContext, 'turn' | 'understanding'>): boolean => {
  const { text, value } = context.turn;
  if (value !== undefined || text.length > longest) return false;
  return ofClothes.test(text) || (ofFit.test(text) && goodsIn(context) === null);
};
/** It is named so, and nothing but that thing is spoken of. */
export const namesClothes = ({ turn }: Pick<FlowContext, 'turn'>): boolean =>
  turn.value === undefined && turn.text.length <= longest && ofClothes.test(turn.text);

export const wornLines = async (
  lines: readonly ReturnLine[],
  { stores }: Pick<FlowContext, 'stores'>,
): Promise<readonly ReturnLine[]> => {
  const products = await stores.products.many([...new Set(lines.map(({ product }) => product))]);
  const worn = new Set(products.filter(product => wornSizes(product).length > 0).map(({ id }) => id));
  return lines.filter(({ product }) => worn.has(product));
};

/** Those of the orders with something worn in them; all where nothing of it is told, or none holds such. */
export const ordersWithWorn = async (orders: readonly Order[], context: FlowContext): Promise<readonly Order[]> => {
  if (!tellsWorn(context)) return orders;
  const worn = await Promise.all(orders.map(order => wornLines(openLines(order, []), context)));
  const found = orders.filter((_, i) => worn[i]!.length > 0);
  return found.length > 0 ? found : orders;
};
