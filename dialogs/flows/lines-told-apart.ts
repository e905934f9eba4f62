/** Of lines that a message names alike, those that it tells apart: by their pack, the smaller of them, or more of their names. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';

interface Line {
  readonly product: ProductId;
  readonly quantity: number;
}

/** What of a title is in the words. */
type Heard = (title: Order['lines'][number]['title'], text: string) => readonly string[];

const units = '(?:g|ml|kg|l|grams?|克|毫升|公斤|升|片|包|pieces|pcs|drip bags)';
const amount = new RegExp(`(\\d+(?:[.,]\\d+)?) ?${units}(?![a-z])`, 'giu');
const amountsIn = (text: string): readonly number[] =>
  [...text.matchAll(amount)].map(([, said = '']) => Number(said.replace(',', '')));

const little =
  /\b(?:small(?:er|est)?|little|mini|tiny)(?= (?:one|pack|bag|tin|box|size|bottle|tube|jar|pot)\b|[,.!]|$|[^,.]*\b\d)|\bthe small(?:er|est)?\b|(?:最|比较)?小(?:的|包|罐|盒|瓶|袋|份|支|那|一点)/u;
const large =
  /\b(?:big(?:ger|gest)?|large(?:r|st)?)(?= (?:one|pack|bag|tin|box|size|bottle|tube|jar|pot)\b|[,.!]|$|[^,.]*\b\d)|\bthe (?:big|large)(?:r|st|ger|gest)?\b|(?:最|比较)?大(?:的|包|罐|盒|瓶|袋|份|支|那|一点)/u;
const tin = /\b(?:gift )?tins?\b|礼罐|罐装/u;

/** Where nothing tells them apart all of them; takes lower case. */
export const toldApart = <T extends Line>(
  order: Order,
  lines: readonly T[],
  text: string,
  heard: Heard,
): readonly T[] => {
  if (lines.length < 2) return lines;
  const titleOf = ({ product }: T) => order.lines.find(line => line.product === product)?.title ?? {};
  const nameOf = (line: T): string => Object.values(titleOf(line)).join(' ').toLowerCase();
  const words = new Map(lines.map(line => [line, new Set(heard(titleOf(line), text))] as const));
  // "The buckwheat tea" is no other tea of the order.
  const isLess = (one: T, other: T): boolean => {
    const [mine, theirs] = [words.get(one)!, words.get(other)!];
    return mine.size < theirs.size && [...mine].every(word => theirs.has(word));
  };
  const nearest = lines.filter(line => !lines.some(other => isLess(line, other)));
  const said = amountsIn(text);
  const measured = nearest.filter(line => amountsIn(nameOf(line)).some(size => said.includes(size)));
  const packed = tin.test(text) ? nearest.filter(line => tin.test(nameOf(line))) : [];
  const named = [measured, packed].find(some => some.length > 0) ?? nearest;
  const isSmall = little.test(text);
  if (named.length < 2 || isSmall === large.test(text)) return named;
  const sizes = named.map(line => amountsIn(nameOf(line))[0]);
  if (sizes.some(size => size === undefined)) return named;
  const wanted = isSmall ? Math.min(...(sizes as number[])) : Math.max(...(sizes as number[]));
  return named.filter((_, i) => sizes[i] === wanted);
};
