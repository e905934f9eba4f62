/** 骨传导那个 下雨能戴吗: one thing that is pointed at and asked of, in two clauses. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';
import { isOfHowMany } from './product/stock-asked.ts';

export const isOfThing = ({ intent }: Understanding): boolean => intent === 'product-details' || intent === 'stock';

const longestPointing = 20;
/** 骨传导那个 下雨能戴吗: one that is only pointed at, and what is asked behind it that is no other matter. */
export const asksOfPointed = (
  [first, ...others]: readonly { readonly text: string; readonly asks: boolean }[],
  whole: Understanding,
  alone: (text: string) => Understanding,
): boolean => {
  if (!first || !isOfThing(whole)) return false;
  // 有M吗 就剩一件？
  if (whole.intent === 'stock' && others.length > 0 && others.every(({ text }) => isOfHowMany(fold(text)))) return true;
  if (first.asks || first.text.length > longestPointing) return false;
  const [product, ...more] = whole.entities.products;
  const asked = [whole.asks, whole.asksOf, whole.choices].some(some => (some?.length ?? 0) > 0);
  if (product === undefined || more.length > 0 || !asked || whole.sum) return false;
  const pointed = alone(first.text);
  const isOnlyPointed =
    pointed.intent === 'product-details' &&
    pointed.entities.products.includes(product) &&
    !pointed.asks &&
    !pointed.asksOf;
  return (
    isOnlyPointed &&
    others.every(({ text }) => {
      const { intent, plainly, confidence, asksOf } = alone(text);
      const isOpen = intent === 'unclear' || (intent === 'question' && confidence < sureOfOther && !asksOf);
      return !plainly && (isOpen || intent === 'product-details' || intent === 'stock');
    })
  );
};
const sureOfOther = 0.95;
