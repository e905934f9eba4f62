/** One total in one answer: what the cart comes to after it was changed, and no rule of delivery beside a sum that counts it. */
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../turn.ts';
import { linesAdded, withAdded } from './cart/lines-added.ts';
import type { Request } from './several-requests.ts';

const changes: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'remove-from-cart']);
const ofDelivery: ReadonlySet<string> = new Set(['delivery-cost', 'free-delivery', 'home-delivery']);
const inAll =
  /\b(?:in total|altogether|total|together|all in|in all|everything)\b|一起|一共|总共|合计|总价|总的|加起来|全部/u;

/** `alone`: a part of the message understood by itself. */
export const withOneSum = (all: readonly Request[], alone: (text: string) => Understanding): readonly Request[] => {
  // 要黑的，实付319对吗: asked before it is bought.
  const isAskedFirst =
    all.some(one => one.understanding.checks?.paid) && !all.some(one => puts.test(fold(one.turn.text)));
  const requests = isAskedFirst ? all.filter(one => one.understanding.intent !== 'add-to-cart') : all;
  const isChanged = requests.some(({ understanding }) => changes.has(understanding.intent));
  const toldSum = requests.some(({ understanding: { sum, abroad } }) => sum !== undefined && !abroad);
  const added = requests.flatMap(({ understanding }) => linesAdded(understanding));
  return requests.flatMap((one): readonly Request[] => {
    const { understanding, turn } = one;
    if (toldSum && understanding.plainly && ofDelivery.has(understanding.plainly.name)) return [];
    const { sum } = understanding;
    // 加一个绿的，寄台北总共多少: what goes in is counted with the rest.
    if (isChanged && sum && 'lines' in sum && sum.to !== undefined)
      return [{ ...one, understanding: { ...understanding, sum: { ...sum, lines: withAdded(sum.lines, added) } } }];
    if (!isChanged || understanding.abroad || !isOfCart(understanding, turn.text)) return [one];
    // "Make it two, and what do I pay in total?": what is in the cart then.
    const text = hasHan(turn.text) ? '看看购物车' : 'show my cart';
    const { checks } = understanding;
    return [{ ...one, turn: { ...turn, text }, understanding: { ...alone(text), ...(checks ? { checks } : {}) } }];
  });
};

const puts = /加|购物车|下单|买|\b(?:add|put|cart|basket|buy|order|i'?ll)\b/u;

/** Of so many that are told apart it is a sum of its own: "add one. What would three cost?" */
const isOfCart = ({ sum }: Understanding, text: string): boolean => {
  if (!sum || !('lines' in sum)) return false;
  const [line, ...others] = sum.lines;
  return others.length === 0 && line !== undefined && (line.quantity === 1 || inAll.test(fold(text)));
};
