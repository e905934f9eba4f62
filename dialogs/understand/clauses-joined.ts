/** Clauses of a message that say one thing together: what is added up with its sum, what is ordered with how it should be. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';
import { speaksOfSum } from './cart/cost-asked.ts';
import { mayOrder, toldAsOrder } from './cart/told-as-order.ts';
import { hasFormOfQuestion } from './intent/settled-intent.ts';
import { takesIt } from './product/focus-talk.ts';
import { kinds } from './request-kinds.ts';
import type { Clause } from './text/clauses-asked.ts';

/** "Two of the jasmine. What's the total?", 茉莉的两罐,一共多少: what is to be added up stands in the clauses before it. */
export const withSums = (
  clauses: readonly Clause[],
  join: string,
  isSum: (text: string) => boolean,
): readonly Clause[] => {
  const merged: Clause[] = [];
  for (const clause of clauses) {
    const before = merged.at(-1);
    const together = before && speaksOfSum(fold(clause.text)) ? before.text + join + clause.text : undefined;
    if (together !== undefined && !isSum(clause.text) && isSum(together))
      merged.splice(-1, 1, { text: together, asks: true });
    else merged.push(clause);
  }
  return merged;
};

/** "Never mind, I'll take the ferry one": given up before it. */
const letsGo = /^(?:never ?mind|nvm|forget (?:it|that)|算了)[,，.。! ]+(?=\S)/iu;

/** 粉色38 来一双: what is ordered or changed in one breath is one clause, whatever is asked beside it. */
export const withOrders = (
  clauses: readonly Clause[],
  join: string,
  alone: (text: string) => Understanding,
): readonly Clause[] => {
  if (clauses.length > mostJoined) return clauses;
  const merged: Clause[] = [];
  for (const clause of clauses) {
    const before = merged.at(-1);
    const may = before && !hasFormOfQuestion(fold(before.text)) && !hasFormOfQuestion(fold(clause.text));
    const together = may ? before.text.replace(letsGo, '').replace(/[.,; ]+$/, '') + join + clause.text : undefined;
    if (
      together !== undefined &&
      (isOneAct(alone(together)) || isNamedThenOrdered(before!, clause, together)) &&
      !(isOneAct(alone(before!.text)) && isOther(clause)) &&
      !(takesIt(fold(before!.text)) && isOfOthers(alone(clause.text))) &&
      !(isChange(before!) && kinds[alone(clause.text).intent] === 'add')
    )
      merged.splice(-1, 1, { text: together, asks: true });
    else merged.push(clause);
  }
  return merged;

  /** 要那个50克龙井 两份: what is named, and then so many of it. */
  function isNamedThenOrdered(before: Clause, clause: Clause, together: string): boolean {
    const [named, order] = [alone(before.text), alone(clause.text)];
    const whole = alone(together);
    return (
      kinds[named.intent] === 'goods' &&
      isOne(named) &&
      kinds[order.intent] === 'add' &&
      !isOne(order) &&
      kinds[whole.intent] === 'add' &&
      Math.max(order.confidence, whole.confidence) >= surelyOne &&
      isOne(whole)
    );
  }
  /** 少一个, 另外…: the number of what is in the cart, and no part of an order. */
  function isChange({ text }: Clause): boolean {
    const kind = kinds[alone(text).intent];
    return kind === 'quantity' || kind === 'remove';
  }
  /** Another thing is done in it. */
  function isOther({ text }: Clause): boolean {
    const kind = kinds[alone(text).intent];
    return kind !== undefined && kind !== 'add' && kind !== 'goods' && kind !== 'quantity' && kind !== 'remove';
  }
};

/** "The black ones then. Is there a mic on them?": what is settled on beside something else is an order. */
export const withToldOrders = (
  clauses: readonly Clause[],
  join: string,
  alone: (text: string) => Understanding,
): readonly Told[] => {
  if (clauses.length > mostJoined) return clauses;
  const orderIn = (text: string): string | undefined => (mayOrder(alone(text)) ? toldAsOrder(text, alone) : undefined);
  const told: Told[] = [];
  for (const clause of clauses) {
    const before = told.at(-1);
    const order = orderIn(clause.text);
    // 那就渡口 颜色随便 绿的吧: how it should be, told behind it.
    const isOrder =
      order !== undefined || alone(clause.text).intent === 'add-to-cart' || onlyColour.test(fold(clause.text).trim());
    const first = isOrder ? told.find(one => one.isTold) : undefined;
    const isIncomplete = before && !before.isTold && alone(before.text).intent === 'add-to-cart';
    // "Add 2 of the first one and add the second one too": each says which.
    const isOther =
      isIncomplete &&
      ((takesIt(fold(before.text)) && isOfOthers(alone(clause.text))) ||
        [before.text, clause.text].every(text => saysWhich(alone(text))));
    const headed = first ?? (isIncomplete && !isOther ? before : undefined);
    const whole = headed && (headed.said ?? headed.text) + join + clause.text;
    const together = whole === undefined ? undefined : toldAsOrder(whole, alone);
    if (headed && whole !== undefined && together !== undefined)
      told.splice(told.indexOf(headed), 1, { text: together, asks: true, isTold: true, said: whole });
    else told.push(order === undefined ? clause : { text: order, asks: true, isTold: true, said: clause.text });
  }
  return told;
};
/** 那就兔子。男宝，蓝的. */
const onlyColour =
  /^(?:要|就)?[深浅]?[红黄蓝绿黑白灰粉紫橙棕青米褐]色?的?(?:那[个款件双只])?[,，。.! ]*$|^(?:in |the )?(?:black|white|red|blue|green|grey|gray|pink|navy|yellow|orange|purple|beige|brown)(?: one)?[,.! ]*$/u;
/** 买一个 再来个蜡烛: the one that is looked at, and other goods. */
const isOfOthers = ({ offFocus, ordered }: Understanding): boolean => offFocus === true && ordered !== undefined;
/** One thing is named, or pointed at by its place. */
const isOne = ({ entities: { ordinal = 0, products } }: Understanding): boolean =>
  products.length === 1 || (products.length === 0 && ordinal !== 0);
const saysWhich = ({ entities: { ordinal = 0, products } }: Understanding): boolean =>
  ordinal !== 0 || products.length > 0;
/** `said`: an order in the shopper's own words. */
type Told = Clause & { readonly isTold?: true; readonly said?: string };
const mostJoined = 5;
const surelyOne = 0.9;
const isOneAct = ({ ordered, isOneOrder, edits }: Understanding): boolean =>
  ordered !== undefined || isOneOrder !== undefined || edits !== undefined;
