/** "The Twelve Hours flask", "the Two Nights weekender": a number that is part of a thing's name counts none of it. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

const numbered = /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [a-z]+/g;

/** The name's number with the word it belongs to is said, and no such number beside it. */
export const isNumberOfName = (folded: string, quantity: number | undefined, product: Product | undefined): boolean => {
  if (quantity === undefined || quantity < 2 || !product) return false;
  const phrases = [...fold(product.name.en ?? '').matchAll(numbered)].filter(
    ([, number]) => number !== undefined && readNumber(number) === quantity,
  );
  return phrases.some(([phrase, number = '']) => {
    const rest = folded.replace(phrase, ' ');
    return rest !== folded && !new RegExp(`\\b(?:${number}|${quantity})\\b`).test(rest);
  });
};
