/** "The second one in navy", 第二个要蓝的: a place of the list among what is bought. Takes folded text. */
import { englishOrdinals, readNumber } from '../../../knowledge/language/numbers.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const places = new RegExp(`^(?:the )?(${englishOrdinals.join('|')}|last)(?: ones?)?(?=$| in )`);
/** 第一公里 is the name of a shoe. */
const placesZh =
  /第 ?([一二三四五六七八九十\d]{1,2})(?:[个件款双条只种样套瓶盒包罐]|(?!\p{Script=Han})|(?=[的吧就要来拿买加和跟与]))/u;

/** `length`: of the list; `rest`: what is said beside it. */
export const placeIn = (piece: string, length: number): { readonly at: number; readonly rest: string } | undefined => {
  const said = hasHan(piece) ? placesZh.exec(piece) : places.exec(piece);
  if (!said) return undefined;
  const word = said[1]!;
  const at =
    word === 'last'
      ? length - 1
      : englishOrdinals.includes(word)
        ? englishOrdinals.indexOf(word)
        : readNumber(word) - 1;
  return { at, rest: piece.replace(said[0], ' ') };
};
