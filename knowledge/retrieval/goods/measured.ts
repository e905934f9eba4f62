/** What goods measure, by their names, pages and details, and whether that is as it was wished. */
import { languages } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import type { AskedKind } from './asked-kinds.ts';
import { kindsCalled } from './detail-kinds.ts';
import type { MeasureWish } from './measure-wishes.ts';
import { type Dimension, type Measure, measuresIn } from './measures.ts';
import { kindsByName } from './named-kinds.ts';
import { type DetailLine, pageLines, withoutLacking } from './page-lines.ts';

/** 3x30ml: as often as that. */
const times = /^(\d{1,2})x(\d+(?:\.\d+)?)(ml|g)$/;

/** What a page that names a height above the sea, a fee or a time of brewing measures is not the goods. */
const notOfGoods =
  /\b(?:from|at) [\d,]+ met(?:re|er)s|海拔 ?\d+ ?米|\d+ ?米水洗|(?:\bten|十) ?(?:minutes?|分钟)(?: of charging)?[^.。]{0,24}/giu;
/** What goods measure by what they are, where no page needs to say it: xiangqi is played by two. */
const byKind: Readonly<Record<string, Pick<Measure, 'of' | 'least' | 'most'>>> = {
  xiangqi: { of: 'players', least: 2, most: 2 },
};
/** What a detail measures of the goods, by what it is called: how long a tea draws is no measure of it, and the size of a bag no screen. */
const ofDetails: Partial<Record<AskedKind, readonly Dimension[]>> = {
  weight: ['mass'],
  measurements: ['span'],
  capacity: ['volume', 'span'],
  battery: ['hours', 'charge'],
  lasting: ['hours'],
  'keeping warm': ['hours'],
  pieces: ['pieces'],
  players: ['players'],
  temperature: ['cold'],
  spf: ['spf'],
};
export const measuresOfDetail = ({ names, value }: Pick<DetailLine, 'names' | 'value'>): Measure[] => {
  const counted = new Set(
    names.flatMap(name => [...kindsCalled(name)].flatMap((kind): readonly Dimension[] => ofDetails[kind] ?? [])),
  );
  if (counted.size === 0) return [];
  const isOf = (kind: AskedKind): boolean => names.some(name => kindsCalled(name).has(kind));
  const isOwn = isOf('weight') || isOf('measurements');
  return measuresIn(inWhole(withoutLacking(fold(value))))
    .filter(({ of }) => counted.has(of))
    .map(one => (isOwn ? { ...one, isOwn } : one));
};
/** "44 × 28 × 15 cm": each side has the unit of the last. */
const inWhole = (folded: string): string =>
  folded.replace(
    /(\d+(?:\.\d+)?)((?: ?[×x*] ?\d+(?:\.\d+)?)+) ?(cm|mm|in|inches|m|厘米|毫米|英寸)/gu,
    (_, first: string, more: string, unit: string) =>
      [first, ...more.split(/ ?[×x*] ?/u).filter(side => side !== '')].map(side => `${side} ${unit}`).join(' '),
  );

const measured = new WeakMap<Product, readonly Measure[]>();

/** What its name, its sizes and its page say it measures. */
export const measuresOf = (product: Product): readonly Measure[] => {
  let all = measured.get(product);
  if (all === undefined) {
    const { name, description, attributes } = product;
    const texts = [...Object.values(name), ...(attributes.size ?? []), ...Object.values(description)];
    const told = texts.flatMap(text => {
      const multiple = times.exec(text);
      const folded = fold(text).replace(notOfGoods, ' ');
      return multiple ? measuresIn(`${Number(multiple[1]) * Number(multiple[2])}${multiple[3]}`) : measuresIn(folded);
    });
    const detailed = languages.flatMap(language =>
      pageLines(product, language).flatMap(({ detail }) => (detail ? measuresOfDetail(detail) : [])),
    );
    const known = [...told, ...detailed];
    const ofKind = kindsByName(product).flatMap(kind => byKind[kind] ?? []);
    all = [
      ...known,
      ...ofKind.filter(one => !known.some(({ of }) => of === one.of)).map(one => ({ ...one, start: 0, end: 0 })),
    ];
    measured.set(product, all);
  }
  return all;
};

const near = 0.1;
/** A pan of 26 cm is none of 28. */
const nearInSpan = 0.05;
const isAbout = (least: number, most: number, amount: number, within: number): boolean =>
  least <= amount * (1 + within) && most >= amount * (1 - within);
/** Whether a measure is as it was wished. */
export const isMet = ({ of, bound, amount, upTo }: MeasureWish, { least, most }: Measure): boolean => {
  switch (bound) {
    case 'least':
      return most >= amount * 0.99;
    case 'most':
      return least <= amount * 1.01;
    case 'over':
      return most > amount * 1.01;
    case 'less':
      return least < amount * 0.99;
    case 'about':
      if (upTo !== undefined) return least <= upTo * 1.01 && most >= amount * 0.99;
      return isAbout(least, most, amount, of === 'span' ? nearInSpan : near);
  }
};

/** Whether it can be held against the wish at all: how long a side is tells of no room. */
export const isOfWish = (one: Measure, { of, isRoom }: MeasureWish): boolean => one.of === of && !(isRoom && one.isOwn);
const muchMore = 10;
/** What of it a wish is held against: where what is in it is told its own weight tells nothing. */
const heldAgainst = (product: Product, wish: MeasureWish): readonly Measure[] => {
  const own = measuresOf(product).filter(one => isOfWish(one, wish));
  const ofContents = own.filter(one => !one.isOwn);
  const sides = own.filter(one => one.isOwn);
  // How thick a wall is, is told by no side of it.
  const isOfPart = wish.of === 'span' && sides.some(one => one.most > wish.amount * muchMore);
  const ofItself = isOfPart ? [] : sides;
  if (ofContents.length > 0 && (wish.of !== 'span' || wish.isRoom || wish.isInInches || ofItself.length === 0))
    return ofContents;
  // "No longer than 40 cm": its longest side.
  const isBounded = wish.of === 'span' && wish.bound !== 'about';
  return isBounded ? ofItself.filter(one => ofItself.every(other => other.most <= one.most)) : ofItself;
};

/** Whether a product is known to measure what was wished. */
export const isMeasuredIn = (product: Product, wish: MeasureWish): boolean => heldAgainst(product, wish).length > 0;
export const measures = (product: Product, wish: MeasureWish): boolean =>
  heldAgainst(product, wish).some(one => isMet(wish, one));

/** More than twice as much, or less than half, is no nearer than what says nothing of it. */
const ofUnknown = 2.05;
/** How far a product is from it, as a ratio of at least 1. */
export const farFrom = (product: Product, wish: MeasureWish): number => {
  const own = heldAgainst(product, wish);
  if (own.length === 0) return ofUnknown;
  const { amount, upTo = amount } = wish;
  return Math.min(...own.map(one => Math.max(1, one.most / upTo, amount / one.most)));
};
export const isNear = (product: Product, wish: MeasureWish): boolean => farFrom(product, wish) < ofUnknown;
