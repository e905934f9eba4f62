/**
 * A wish for several things at one price, as the wish for each: "3 mugs for under 150 together" looks for mugs under 50, and "that one
 * plus a mug, under 170 for both" for a mug at what is left of 170.
 */
import { toMajor } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { englishNumber, readNumber } from '../../../knowledge/language/numbers.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Mention, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { type KindCount, type SharedPrice, sharedBudgetIn } from './shared-budget.ts';

export interface WithinShared {
  readonly text: string;
  /** Undefined: one price for one each of several kinds. */
  readonly shared?: SharedPrice;
}

/** `lookedAt`: the one thing on the table. Takes folded text. */
export const withinShared = (
  folded: string,
  lookedAt: Product | undefined,
  vocabulary: Vocabulary,
): WithinShared | undefined => {
  const beside = lookedAt && besideIt(folded, lookedAt, vocabulary);
  if (beside) return beside;
  const said = sharedBudgetIn(folded);
  if (!said) return undefined;
  const mentions = vocabulary.mentions(said.rest);
  const kinds = new Set(mentions.flatMap(({ meanings }) => meanings.find(one => one.slot === 'product')?.value ?? []));
  const counts = countsOf(said.rest, mentions);
  // "Two jackets and a backpack": a shelf and a sort, each with its number.
  if (kinds.size > 1 || (kinds.size === 1 && counts.length > 1)) {
    const text = `${said.withAmount(said.amount)} ${hasHan(folded) ? '一共' : 'in total'}`;
    return counts.some(one => one.count > 1) ? { text, shared: { amount: said.amount, counts } } : { text };
  }
  const { count, amount } = said;
  const each = count === undefined ? 0 : Math.floor(amount / count);
  if (count === undefined || each <= 0) return undefined;
  const shared = { amount, count };
  // 要3个，加起来150以内, of a mug that is looked at: of mugs.
  const isOfIt = mentions.every(({ meanings }) => meanings.every(one => ofForm.has(one.slot)));
  const kind = isOfIt ? lookedAt?.attributes.type?.[0]?.replaceAll('-', ' ') : undefined;
  if (!lookedAt || !kind) return { text: said.withAmount(each), shared };
  // "Put 3 in my cart, under 200 together" is done where that holds, and shown for what it is where it doesn't.
  if (intoCart.test(folded) && toMajor(lookedAt.price) <= each) return undefined;
  return { text: said.ofShown?.(kind, each) ?? `${kind} ${said.withAmount(each)}`, shared };
};

const counter = '[个件双份只条盒包套瓶台把本支罐袋款]';
const numberZh = '(\\d{1,2}|[一两俩二三四五六七八九十])';
const countBefore = new RegExp(
  `(?:${numberZh}${counter}(?:的)?|\\b(\\d{1,2}|${englishNumber}|an?|a couple of) (?:[a-z]+ )?)$`,
  'u',
);
const countBehind = new RegExp(`^(?:要|来|买|拿)?${numberZh}${counter}`, 'u');
/** "Two flasks and a mug": so many of each kind. */
const countsOf = (text: string, mentions: readonly Mention[]): readonly KindCount[] => {
  const things = mentions.flatMap(({ start, end, meanings }) => {
    const kind = meanings.find(one => one.slot === 'product') ?? meanings.find(one => one.slot === 'category');
    return kind ? [{ kind, before: text.slice(0, start), behind: text.slice(end) }] : [];
  });
  // 保温杯两个马克杯一个: behind each of them.
  const isBehind = countBehind.test(things.at(-1)?.behind ?? '');
  return things.flatMap(({ kind: { slot, value }, before, behind }) => {
    const [, han, english] = (isBehind ? countBehind.exec(behind) : countBefore.exec(before)) ?? [];
    const said = han ?? english;
    const count = said === undefined ? 1 : /^a couple|俩/u.test(said) ? 2 : /^an?$/u.test(said) ? 1 : readNumber(said);
    return slot === 'product' || (slot === 'category' && said !== undefined) ? [{ slot, kind: value, count }] : [];
  });
};

const ofForm: ReadonlySet<Mention['meanings'][number]['slot']> = new Set(['colour', 'size', 'material', 'feature']);
const intoCart = /\b(?:cart|basket)\b|购物车|加购|下单/u;
const longest = 140;
/** "That one plus a mug", 这个再配个杯子, 就它了再搭个杯子: the thing that is looked at, and one more. */
const withOneMore =
  /\b(?:that|this)(?: one)?,? (?:and|plus|with|together with|\+)(?: also)? (?:an?|some|one|the|maybe)\b|\b(?:it|that|this|that one|this one),? (?:and|plus|along with|together with) (?:also )?(?:an?|some|one)\b|\b(?:an?|some|one) [a-z -]{2,30} (?:to go )?with (?:it|that|this|that one|this one)\b|(?:这|那)[个款件只盒罐]?|就?[要买]?它|就(?:这|那|它)/u;
const addsZh =
  /(?:再|还要?|另外|外加|加上?|和|跟|配|搭)(?:要|来|配|搭|买|加|拿|送)?上?(?:一?[个只件盒套双条把支罐台]|点|些)?/u;
const bothOfThem =
  /(?:both|together|the two)(?: of them)?,? (?:still |for |at )?(?:under|below|within|up to|no more than|not more than|at most) (?:¥)?(\d{2,6})(?![\w%])|[两俩][样个件](?:东西)?(?:一共|总共|加起来)?(?:不超过|控制在|最多)?(\d{2,6})(?:元|块)?(?:以内|之内|以下|左右|内)?/u;

const besideIt = (folded: string, product: Product, vocabulary: Vocabulary): WithinShared | undefined => {
  if (folded.length > longest || !withOneMore.test(folded)) return undefined;
  const isHan = hasHan(folded);
  if (isHan && !addsZh.test(folded)) return undefined;
  const both = bothOfThem.exec(folded);
  const amount = sharedBudgetIn(folded)?.amount ?? (both ? Number(both[1] ?? both[2]) : undefined);
  if (amount === undefined) return undefined;
  const words = otherKind(folded, product, vocabulary);
  const left = Math.floor(amount - toMajor(product.price));
  if (words === undefined || left <= 0) return undefined;
  return {
    text: isHan ? `${words} ${left}以内` : `a ${words} under ${left}`,
    shared: { amount, beside: product.id },
  };
};

const isKind = ({ slot }: Mention['meanings'][number]): boolean => slot === 'product' || slot === 'category';

/** The one kind that is named and is not the product's, with what stands before it: "sage mug". */
const otherKind = (folded: string, product: Product, vocabulary: Vocabulary): string | undefined => {
  const mentions = vocabulary.mentions(folded);
  const isOfIt = ({ meanings }: Mention): boolean =>
    meanings.some(one => isKind(one) && valuesOf(product, one.slot)?.includes(one.value));
  const others = mentions.filter(one => one.meanings.some(m => m.slot === 'product') && !isOfIt(one));
  const [kind, ...more] = others;
  if (!kind || more.length > 0) return undefined;
  const before = mentions.filter(
    one => one.end <= kind.start && /^[ 的]?$/u.test(folded.slice(one.end, kind.start)) && !one.meanings.some(isKind),
  );
  return folded.slice(before[0]?.start ?? kind.start, kind.end);
};
