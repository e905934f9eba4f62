/** "The Twelve Hours flask", "the Two Nights weekender", 九十块 of its page: a number that a thing is told with counts none of it. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

const numbered = /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [a-z]+/g;

const pieces = /(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:块|片|颗|粒|页|支装|件套)/gu;
const piecesSaid = /(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:块|片|颗|粒|页|支装|件套)/u;
/** 90块 of blocks whose page counts ninety: how many pieces it has. */
const isNumberOfPieces = (folded: string, quantity: number, { name, description }: Product): boolean => {
  const said = piecesSaid.exec(folded)?.[1];
  const rest = folded.replace(piecesSaid, ' ');
  return (
    said !== undefined &&
    readNumber(said) === quantity &&
    !new RegExp(`(?<!\\d)${quantity}(?!\\d)`).test(rest) &&
    [...fold(`${name.zh ?? ''} ${description.zh ?? ''}`).matchAll(pieces)].some(
      ([, one]) => readNumber(one!) === quantity,
    )
  );
};

/** The name's number with the word it belongs to is said, and no such number beside it. */
export const isNumberOfName = (folded: string, quantity: number | undefined, product: Product | undefined): boolean => {
  if (quantity === undefined || quantity < 2 || !product) return false;
  if (isNumberOfPieces(folded, quantity, product)) return true;
  const phrases = [...fold(product.name.en ?? '').matchAll(numbered)].filter(
    ([, number]) => number !== undefined && readNumber(number) === quantity,
  );
  return phrases.some(([phrase, number = '']) => {
    const rest = folded.replace(phrase, ' ');
    return rest !== folded && !new RegExp(`\\b(?:${number}|${quantity})\\b`).test(rest);
  });
};
