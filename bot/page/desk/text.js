import { choices } from './keep.js';
import { words as en } from './words-en.js';
import { words as zh } from './words-zh.js';

const all = { en, zh };
const languageKey = 'desk.language';

const chosen = choices.read(languageKey);
let current = all[chosen] ? chosen : navigator.language.startsWith('zh') ? 'zh' : 'en';

export const language = () => current;
/** The words of the console in the language of who works at it. */
export const w = () => all[current];
const locale = () => (current === 'zh' ? 'zh-CN' : 'en-GB');
export const langTag = of => (of === 'zh' ? 'zh-CN' : 'en');

export const setLanguage = next => {
  current = next;
  choices.write(languageKey, next);
  showLanguage();
};

export const showLanguage = () => {
  document.documentElement.lang = langTag(current);
};

/** As the shop counts them (knowledge/domain/money.ts); Intl disagrees about TWD. */
const minorDigits = currency => (currency === 'JPY' || currency === 'TWD' ? 0 : 2);

/** Minor units in one unit of the currency. */
export const minorPerUnit = currency => 10 ** minorDigits(currency);

/** Money from minor units, for what the page itself computes; whole amounts without their zeros. */
export const moneyText = (minor, currency) => {
  const amount = minor / minorPerUnit(currency);
  const digits = Number.isInteger(amount) ? 0 : minorDigits(currency);
  return new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
};

/** "0:45", "12:30", "2 h 05", "3 d": a length of time at a glance. */
export const lengthText = ms => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = n => String(n).padStart(2, '0');
  if (seconds < 3_600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  if (seconds < 172_800) return w().hoursMinutes(Math.floor(seconds / 3_600), two(Math.floor((seconds % 3_600) / 60)));
  return w().days(Math.floor(seconds / 86_400));
};

/** "just now", "4 min", "3 h", else the date. */
export const agoText = (iso, now = Date.now()) => {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return w().justNow;
  if (minutes < 60) return w().minutes(minutes);
  if (minutes < 24 * 60) return w().hours(Math.floor(minutes / 60));
  return dateText(iso);
};

export const timeText = iso =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));

export const dateText = iso => {
  const date = new Date(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(locale(), { month: 'short', day: 'numeric', ...year }).format(date);
};

export const dayText = iso =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(iso));

export const momentText = iso => `${dateText(iso)}, ${timeText(iso)}`;

export const percentText = (rate, digits = 0) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(rate);

/** Seconds of a report: "48 s", "3.5 min", "2.1 h"; a dash where there are none. */
export const secondsText = seconds => {
  if (seconds === null) return '–';
  if (seconds < 90) return w().seconds(Math.round(seconds));
  const tenth = n => (n < 10 ? Math.round(n * 10) / 10 : Math.round(n));
  return seconds < 5_400 ? w().minutes(tenth(seconds / 60)) : w().hours(tenth(seconds / 3_600));
};

/** One of {en, zh}: in the reader's language, else in the other. */
export const localized = text => text?.[current] ?? text?.[current === 'en' ? 'zh' : 'en'] ?? '';

export const shopperName = shopper => shopper.name || w().guest;

/** The sentence of a refusal, in the reader's language; the server's own where there is none. */
export const faultText = error => {
  if (error?.code === undefined) return w().offlineFault;
  return w().refusals[error.code] ?? error.message;
};
