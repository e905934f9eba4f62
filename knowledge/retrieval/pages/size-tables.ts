/** Which size a page's table gives to what somebody measures: "S fits a chest of 84–92 cm, M 92–100". */
import { hasHan } from '../text/fold.ts';

export interface Measured {
  readonly cm: number;
  /** In the shopper's words, with the unit. */
  readonly said: string;
}

const row = /(?<![A-Za-z])(X{0,3}[SL]|M|[2-5]XL)(?![A-Za-z])[^A-Z\d]{0,20}(\d{2,3}) ?[–-] ?(\d{2,3})(?!\d)/g;
const ofChest = /\b(?:chest|bust)\b|胸围/iu;

/** The sizes whose span holds it: two where one ends and the next begins, none beyond the table. Undefined: it is no such table. */
export const sizesFor = (text: string, { cm }: Measured): readonly string[] | undefined => {
  const rows = ofChest.test(text) ? [...text.matchAll(row)] : [];
  return rows.length < 2
    ? undefined
    : rows.filter(([, , from, to]) => Number(from) <= cm && cm <= Number(to)).map(([, size]) => size!);
};

export const isSizeTable = (text: string): boolean => sizesFor(text, { cm: 0, said: '' }) !== undefined;

const footRow = /(?<![\d.])(3[4-9]|4[0-9])(?: ?码)?(?:对应| is)? (2\d(?:\.\d)?|3[0-2](?:\.\d)?) ?(?:cm|厘米)/gu;

/** The first size that is long enough, and the one before it in the table, which is not; empty: none reaches so far. Undefined: it is no such table. */
export const footSizesFor = (text: string, { cm }: Measured): readonly string[] | undefined => {
  const rows = [...text.matchAll(footRow)].map(([, size, length]) => ({ size: size!, length: Number(length) }));
  if (rows.length < 3) return undefined;
  const at = rows.findIndex(({ length }) => length >= cm);
  return at < 0
    ? []
    : rows
        .slice(Math.max(0, at - 1), at + 1)
        .map(({ size }) => size)
        .reverse();
};

const about = '(?: (?:is|of|measures|size|about|around|roughly|approx|like|at|a))*';
const chestSaid = [
  new RegExp(`\\b(?:chest|bust)${about}[:,]? ?(\\d{2,3})(?!\\d| ?(?:inch|in\\b|"|kg|kilo|yuan))`, 'u'),
  /\b(\d{2,3}) ?cm(?: (?:around|across|round|in) (?:the |my |her |his )?|(?:,| for) (?:my |the )|\s)(?:chest|bust)\b/u,
  /胸围(?:大概|差不多|大约|左右|有|是|在|[:：，, ])*(\d{2,3})(?!\d)/u,
  /(?<!\d)(\d{2,3})(?:厘米|公分|cm)?的?胸围/u,
] as const;
/** 102是L还是M, "is 96 an M or an L": between the letters of sizes a number is what is measured. */
const byLetters = [
  /(?<![\d.])(\d{2,3})(?:cm|厘米|公分)?(?:的?(?:话|人)?)?(?:是|穿|选|买|要|拿|该)+(?:s|m|x{0,3}l)码?(?:还是|或者?)(?:s|m|x{0,3}l)(?![a-z])/u,
  /\b(?:is|would|for|with|at) (\d{2,3})(?: ?cm)? (?:be )?(?:an? )?(?:s|m|x{0,3}l) or (?:an? )?(?:s|m|x{0,3}l)\b/u,
] as const;

/** Takes folded text; undefined: no chest is measured. */
export const chestIn = (folded: string): Measured | undefined => {
  const said = [...chestSaid, ...byLetters].map(pattern => pattern.exec(folded)?.[1]).find(one => one !== undefined);
  if (said === undefined) return undefined;
  return { cm: Number(said), said: hasHan(folded) ? `胸围 ${said} 厘米` : `${said} cm` };
};

const footSaid = [
  /脚长?(?:是|有|大概|差不多|大约|才|就|只有|量了|[:：，, ])*(2[0-9](?:\.\d)?|3[0-2](?:\.\d)?)(?! ?(?:码|号|岁|元|块|寸)|[\d.])/u,
  /(?<![\d.])(2[0-9](?:\.\d)?|3[0-2](?:\.\d)?)(?:cm|厘米|公分)?(?:长)?的脚/u,
  /\b(?:foot|feet)(?: (?:is|are|measures?|about|around|length|of|long|roughly|exactly|just|only))*[:,]? ?(2[0-9](?:\.\d)?|3[0-2](?:\.\d)?) ?(?:cm|centimet)/u,
  /\b(2[0-9](?:\.\d)?|3[0-2](?:\.\d)?) ?(?:cm|centimet\w+) (?:long )?(?:foot|feet)\b/u,
] as const;

/** Takes folded text; undefined: no foot is measured. */
export const footIn = (folded: string): Measured | undefined => {
  const said = footSaid.map(pattern => pattern.exec(folded)?.[1]).find(one => one !== undefined);
  if (said === undefined) return undefined;
  return { cm: Number(said), said: hasHan(folded) ? `脚长 ${said} 厘米` : `a foot of ${said} cm` };
};

/** "How big is a size L around the chest", L码胸围多少: a size whose measure is asked, and none is told. */
const sizeSaid =
  /\bsize (xs|s|m|l|x{1,3}l)\b.{0,40}\b(?:chest|bust|cm|centimet\w+|measures?|measurements?)\b|\b(?:chest|bust|cm|centimet\w+|measures?|measurements?)\b.{0,40}\bsize (xs|s|m|l|x{1,3}l)\b|(?<![a-z])(xs|s|m|l|x{1,3}l)码?的?(?:是)?(?:胸围|多大|多少厘米|几厘米)/u;
export const sizeMeasuredIn = (folded: string): string | undefined => {
  const found = sizeSaid.exec(folded)?.slice(1).find(Boolean);
  return found?.toUpperCase();
};

/** From what to what that size goes in a table of chests. */
export const spanOf = (text: string, size: string): string | undefined => {
  const [, , from, to] = isSizeTable(text) ? ([...text.matchAll(row)].find(([, one]) => one === size) ?? []) : [];
  return from === undefined ? undefined : `${from}–${to}`;
};
