import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { OrderStatus } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import type { Deduction, RefundNote } from '../offers/ledger/refund.ts';
import { zoneName } from '../offers/rules/calendar.ts';
import type { ReplyPart } from '../reply.ts';
import type { Intent } from '../turn.ts';
import type { FoundProduct } from '../turn-facts.ts';

/** What wording may look at besides the part itself. */
export interface Wording {
  readonly language: Language;
  readonly shop: Shop;
  product(id: ProductId): Product | undefined;
}

/** One sentence or two per kind of part; the compiler counts the cases in each language. */
export type Words = {
  readonly [K in ReplyPart['kind']]: (part: Extract<ReplyPart, { kind: K }>, wording: Wording) => string;
};

/** Words on buttons, chips and cards. */
export interface Labels {
  /** Taps offered under a reply; an intent without words here is never offered as one. */
  readonly intents: Readonly<Partial<Record<Intent, string>>>;
  readonly apply: string;
  readonly decline: string;
  readonly add: string;
  readonly person: string;
  readonly details: string;
  /** Before what a page begins with. */
  readonly pageSays: string;
  readonly startReturn: string;
  readonly cancelOrder: string;
  readonly soldOut: string;
  readonly gift: string;
  readonly inStock: string;
  /** Other colours of one model, as a list in words. */
  alsoIn(colours: string): string;
  onlyLeft(count: number): string;
  readonly steps: readonly [string, string, string, string];
  readonly statuses: Readonly<Record<OrderStatus, string>>;
  saves(amount: string): string;
  expires(when: string): string;
  readonly personalised: string;
  /** Instead of `personalised` on a deal that a person gave. */
  givenBy(name: string): string;
  readonly attribute: Readonly<Partial<Record<string, string>>>;
  readonly notes: Readonly<Record<RefundNote, string>>;
  /** What is taken off a refund, with its amount; the gift by name. */
  readonly deduction: Readonly<Record<Deduction['why'], (amount: string, gift: string) => string>>;
  /** One sentence: why this product, in the words of the model that chose it. */
  reason(reason: NonNullable<FoundProduct['reason']>, wording: Wording): string;
}

type Times = { readonly [L in Language]: Intl.DateTimeFormat };

/** Made once: making a formatter takes far longer than using it. */
const formatters = (options: Intl.DateTimeFormatOptions): Times => ({
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC', ...options }),
  zh: new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'UTC', ...options }),
});
const clocks = new Map<string, Times>();
const clockOf = (timeZone: string): Times => {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = formatters({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  clocks.set(timeZone, made);
  return made;
};
const days = formatters({});

/** "25 Nov, 00:05 (Beijing time)": on the shop's clock, whose name is said. */
export const formatTime = (at: Date, language: Language, shop: Pick<Shop, 'timeZone'>): string => {
  const zone = zoneName(shop.timeZone, language);
  const time = clockOf(shop.timeZone ?? 'UTC')[language].format(at);
  return language === 'zh' ? `${time}（${zone}）` : `${time} (${zone})`;
};

const weekdays = formatters({ weekday: 'short' });
/** "Wed 2 Dec", 12月2日周三. */
export const dayNamed = (at: Date, language: Language): string => weekdays[language].format(at).replace(',', '');

const dates = formatters({ year: 'numeric' });
/** With its year, where that is not this one. */
export const formatDate = (at: Date, language: Language): string => dates[language].format(at);

export const formatDay = (at: Date, language: Language): string => days[language].format(at);

export const nameOf = (id: ProductId, wording: Wording): string => {
  const product = wording.product(id);
  return product ? inLanguage(product.name, wording.language) : id;
};

/** A product by its name, a kind of goods by its own. */
export const kindOrName = (value: string, wording: Wording): string => {
  const product = wording.product(asId<ProductId>(value));
  return product ? inLanguage(product.name, wording.language) : valueInWords('product', value, wording.language);
};

export const categoryName = (key: string, wording: Wording): string => {
  const category = wording.shop.categories.find(c => c.key === key);
  return category ? inLanguage(category.name, wording.language) : key;
};
