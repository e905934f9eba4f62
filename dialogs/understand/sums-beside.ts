/** One total in one answer: what the cart comes to after it was changed, and no rule of delivery beside a sum that counts it. */
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../turn.ts';
import type { Request } from './several-requests.ts';

const changes: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'remove-from-cart']);
const ofDelivery: ReadonlySet<string> = new Set(['delivery-cost', 'free-delivery', 'home-delivery']);
const inAll =
  /\b(?:in total|altogether|total|together|all in|in all|everything)\b|一起|一共|总共|合计|总价|总的|加起来|全部/u;

/** `alone`: a part of the message understood by itself. */
export const withOneSum = (
  requests: readonly Request[],
  alone: (text: string) => Understanding,
): readonly Request[] => {
  const isChanged = requests.some(({ understanding }) => changes.has(understanding.intent));
  const toldSum = requests.some(({ understanding: { sum, abroad } }) => sum !== undefined && !abroad);
  return requests.flatMap((one): readonly Request[] => {
    const { understanding, turn } = one;
    if (toldSum && understanding.plainly && ofDelivery.has(understanding.plainly.name)) return [];
    if (!isChanged || understanding.abroad || !isOfCart(understanding, turn.text)) return [one];
    // "Make it two, and what do I pay in total?": what is in the cart then.
    const text = hasHan(turn.text) ? '看看购物车' : 'show my cart';
    return [{ ...one, turn: { ...turn, text }, understanding: alone(text) }];
  });
};

/** Of so many that are told apart it is a sum of its own: "add one. What would three cost?" */
const isOfCart = ({ sum }: Understanding, text: string): boolean => {
  if (!sum || !('lines' in sum)) return false;
  const [line, ...others] = sum.lines;
  return others.length === 0 && line !== undefined && (line.quantity === 1 || inAll.test(fold(text)));
};
