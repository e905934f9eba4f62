/** Numbers, money, rates and times of day as people write them; regular expressions as text, to be built into larger ones. */
import {
  type Currency,
  formatMoney,
  fromMajor,
  type Money,
  minorDigits,
  toMajor,
} from '../../../knowledge/domain/money.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';

const englishCounts = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty';
const chineseDigits = '零一二两三四五六七八九十百千万';

/** A number without its unit; one capturing group is left to whoever uses it. */
export const numberPattern = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\.?\\d)|\\d+(?:\\.\\d+)?(?!\\.?\\d)(?:k(?![a-z])|[百千万])?|[${chineseDigits}]+(?![${chineseDigits}])|(?:a |one |two |three |four |five |six |seven |eight |nine )?hundred(?: and fifty)?|(?:${englishCounts}|fifty)(?![a-z]))`;

const signs = 'hk\\$|us\\$|sg\\$|nt\\$|au\\$|ca\\$|jp¥|[$€£¥]|(?:rmb|cny|usd|eur|gbp|hkd|jpy|twd|sgd|aud|cad) ?';
const units =
  '元|块钱|块|圆|人民币|港币|港元|美元|美金|刀|欧元|英镑|日元|(?:rmb|cny|yuan|kuai|usd|dollars?|bucks|eur|euros?|gbp|pounds?|quid|hkd|yen|jpy|twd|sgd|aud|cad)(?![a-z])|€|£';

/** Money with or without its currency: one capturing group around the whole. */
export const moneyPattern = `((?:${signs}) ?${numberPattern}(?: ?(?:${units}))?|${numberPattern}(?: ?(?:${units}))?)`;

/** Money that names its currency; one capturing group around the whole. */
export const signedMoneyPattern = `((?:${signs}) ?${numberPattern}(?: ?(?:${units}))?|${numberPattern} ?(?:${units}))`;

/** A count of goods: one capturing group around the number, its counter word swallowed. */
export const countPattern = `(${numberPattern}) ?(?:件|个|双|杯|盒|瓶|款|样|包|袋|items?(?![a-z])|pieces?(?![a-z])|units?(?![a-z])|pcs?(?![a-z]))?`;

/** 0 to 24 hours, "8点半", "20:00", "8 pm"; groups: before-word, hour, minutes, half, am or pm. */
export const timePattern =
  '(早上|上午|中午|下午|晚上|傍晚|夜里|凌晨)? ?(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[:点时](\\d{2})?分?(半)?)? ?(am(?![a-z])|pm(?![a-z])|a\\.m\\.|p\\.m\\.)?';

export const readTime = (groups: readonly (string | undefined)[]): string | null => {
  const [before, hourText, minuteText, half, after] = groups;
  let hour = readCount(hourText ?? '');
  const minute = half ? 30 : Number(minuteText ?? 0);
  if ((/下午|晚上|傍晚|夜里/.test(before ?? '') || /^p/.test(after ?? '')) && hour < 12) hour += 12;
  if (/^a/.test(after ?? '') && hour === 12) hour = 0;
  if (hour === 24 && minute === 0) hour = 0;
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** "八五" is spoken digit by digit, "八十五" is not. */
export const readCount = (text: string): number => {
  if (/^[零一二两三四五六七八九]{2,}$/.test(text)) {
    return Number([...text.replaceAll('两', '二')].map(c => '零一二三四五六七八九'.indexOf(c)).join(''));
  }
  return readNumber(text.trim());
};

/** What n折 leaves of the price, 0..1: 8折 and 80折 leave 0.8, 85折 and 8.5折 0.85. */
export const readZhe = (text: string): number | null => {
  const spoken = text.replace(/点/, '.').replace(/[零一二两三四五六七八九十]+/g, run => String(readCount(run)));
  const n = Number(spoken);
  if (!(n > 0)) return null;
  const left = n < 10 ? n / 10 : n / 100;
  return left < 1 ? Math.round(left * 1e6) / 1e6 : null;
};

export type MoneyRead =
  | { readonly kind: 'money'; readonly money: Money }
  /** A currency that is not the shop's. */
  | { readonly kind: 'foreign'; readonly amount: number }
  | { readonly kind: 'none' };

const named = (text: string): Currency | 'dollar' | undefined => {
  const found = new RegExp(`${signs}|${units}`).exec(text)?.[0]?.trim();
  if (!found) return undefined;
  if (/^(hk\$|hkd|港)/.test(found)) return 'HKD';
  if (/^(sg\$|sgd)/.test(found)) return 'SGD';
  if (/^(nt\$|twd)/.test(found)) return 'TWD';
  if (/^(au\$|aud)/.test(found)) return 'AUD';
  if (/^(ca\$|cad)/.test(found)) return 'CAD';
  if (/^(jp¥|jpy|yen|日元)/.test(found)) return 'JPY';
  if (/^(us\$|usd|美)/.test(found)) return 'USD';
  if (/^(\$|dollar|buck|刀)/.test(found)) return 'dollar';
  if (/^(€|eur|欧元)/.test(found)) return 'EUR';
  if (/^(£|gbp|pound|quid|英镑)/.test(found)) return 'GBP';
  if (/^(rmb|cny|yuan|kuai|人民币)/.test(found)) return 'CNY';
  return undefined;
};

const dollars: readonly Currency[] = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'];

/** A bare number, ¥ and 元 are the shop's own money where that fits; "$" is, in a shop that counts in dollars. */
export const readMoney = (text: string, { currency }: Pick<Shop, 'currency'>): MoneyRead => {
  const digits = new RegExp(numberPattern).exec(text)?.[0];
  const amount = digits ? readCount(digits) : Number.NaN;
  if (!Number.isFinite(amount)) return { kind: 'none' };
  const said = named(text);
  const plain = said === undefined && /[¥元块圆]/.test(text);
  const own =
    said === undefined
      ? !plain ||
        currency === 'CNY' ||
        (currency === 'JPY' && !/[块]/.test(text)) ||
        (/[元块]/.test(text) && dollars.includes(currency))
      : said === 'dollar'
        ? dollars.includes(currency)
        : said === currency;
  if (!own) return { kind: 'foreign', amount };
  return { kind: 'money', money: fromMajor(amount, currency) };
};

/** "300元" where the shop counts in yuan, else as the shop prints it. */
export const chineseMoney = (amount: Money): string => {
  if (amount.currency !== 'CNY') return formatMoney(amount);
  const whole = amount.minor % 10 ** minorDigits(amount.currency) === 0;
  return `${whole ? toMajor(amount) : toMajor(amount).toFixed(2)}元`;
};

const trimmed = (n: number): string => String(Math.round(n * 1e4) / 1e4);

/** "20%", "12.5%". */
export const percentText = (rate: number): string => `${trimmed(rate * 100)}%`;

/** What a rate off is called in Chinese: 0.2 is 8折, 0.15 is 85折, 0.125 is 8.75折. */
export const zheText = (rate: number): string => {
  const left = Math.round((1 - rate) * 1e6) / 1e6;
  const hundred = Math.round(left * 1e4) / 1e2;
  if (Number.isInteger(hundred) && hundred >= 10) return `${hundred % 10 === 0 ? hundred / 10 : hundred}折`;
  return `${Math.round(left * 1e5) / 1e4}折`;
};
