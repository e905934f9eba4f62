import type { Language, Localized } from './language.ts';
import type { Currency, Money } from './money.ts';
import type { StackGroup } from './promotion.ts';

export interface Category {
  readonly key: string;
  readonly name: Localized;
  /** Other words shoppers use for it, lower case, either language. */
  readonly synonyms: readonly string[];
}

/** The one settings document of the shop. */
export interface Shop {
  readonly id: 'shop';
  readonly name: Localized;
  readonly tagline: Localized;
  readonly currency: Currency;
  readonly languages: readonly Language[];
  readonly categories: readonly Category[];
  readonly shippingFee: Money;
  /** Carts from this total on ship free. */
  readonly freeShippingFrom?: Money;
  readonly returnDays: number;
  /** Units of the shop's currency for one unit of another, for budgets said in another currency. */
  readonly exchangeRates: Readonly<Partial<Record<Currency, number>>>;
  /** IANA name; days and hours of promotions are read on its clock. Absent: UTC. */
  readonly timeZone?: string;
  /** Which deals go together; absent: `defaultStackGroups`. */
  readonly stackGroups?: readonly StackGroup[];
  /** Where the data came from: "demo" or an importer's name. */
  readonly source: string;
  readonly seed?: number;
}
