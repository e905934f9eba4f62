/** Money is a whole number of minor units (fen, cents, pence) with its currency; no floating point ever holds a price. */
export const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'] as const;
export type Currency = (typeof currencies)[number];

export interface Money {
  /** Integer minor units: 1999 is ¥19.99, or ¥1,999 in a currency without minor units. */
  readonly minor: number;
  readonly currency: Currency;
}

/** Digits after the decimal point (ISO 4217). */
export const minorDigits = (currency: Currency): number => (currency === 'JPY' || currency === 'TWD' ? 0 : 2);

export const money = (minor: number, currency: Currency): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Money needs whole minor units, got ${minor} ${currency}`);
  return { minor, currency };
};

export const zero = (currency: Currency): Money => ({ minor: 0, currency });

/** Major units as people write them ("19.99") to Money; rounds half away from zero. */
export const fromMajor = (major: number, currency: Currency): Money => {
  const scaled = Math.abs(major) * 10 ** minorDigits(currency);
  return money(Math.sign(major) * Math.round(scaled + 1e-9) || 0, currency);
};

export const toMajor = (amount: Money): number => amount.minor / 10 ** minorDigits(amount.currency);

const sameCurrency = (a: Money, b: Money): Currency => {
  if (a.currency !== b.currency) throw new TypeError(`Can't combine ${a.currency} with ${b.currency}`);
  return a.currency;
};

export const add = (a: Money, b: Money): Money => money(a.minor + b.minor, sameCurrency(a, b));
export const subtract = (a: Money, b: Money): Money => money(a.minor - b.minor, sameCurrency(a, b));
export const times = (a: Money, count: number): Money => money(Math.round(a.minor * count), a.currency);
export const sum = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(add, zero(currency));

const shareOf = (total: number, weight: number, weightSum: number, count: number): number =>
  weightSum > 0 ? (total * weight) / weightSum : total / count;

/**
 * Splits `total` minor units in proportion to `weights` so that the parts add up to `total` exactly
 * (largest remainder, Hamilton 1792; ties go to the earlier weight). All-zero weights share equally.
 */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  if (weights.length === 0) return [];
  let weightSum = 0;
  for (const weight of weights) weightSum += weight;
  const parts = weights.map(weight => Math.floor(shareOf(total, weight, weightSum, weights.length)));
  let left = total;
  for (const part of parts) left -= part;
  // Fewer are left than there are parts, and baskets are short: looking for the largest beats sorting them. A part that
  // was given one lies above its share and is not the largest again.
  for (let given = 0; left > 0 && given < parts.length; given++) {
    let largest = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < parts.length; i++) {
      const remainder = shareOf(total, weights[i]!, weightSum, weights.length) - parts[i]!;
      if (remainder <= most) continue;
      largest = i;
      most = remainder;
    }
    parts[largest]! += 1;
    left -= 1;
  }
  return parts;
};

const symbols: Partial<Record<Currency, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: 'JP¥' };

/** Made once per number of decimals: making one takes far longer than using it. */
const formatters = new Map<string, Intl.NumberFormat>();
const formatter = (least: number, most: number): Intl.NumberFormat => {
  const key = `${least}:${most}`;
  const made =
    formatters.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formatters.set(key, made);
  return made;
};

/** "¥79", "¥79.50", "£2.10": whole amounts drop the decimals, as shops print them. */
export const formatMoney = (amount: Money): string => {
  const digits = minorDigits(amount.currency);
  const whole = amount.minor % 10 ** digits === 0;
  const major = formatter(whole ? 0 : digits, digits).format(Math.abs(toMajor(amount)));
  return `${amount.minor < 0 ? '-' : ''}${symbols[amount.currency] ?? `${amount.currency} `}${major}`;
};
