/** Figures as they stand in running text, of either language. */

/** Hundredths of the currency's unit. */
export type Money100 = number;

const hundredths = (figure: string): Money100 => Math.round(Number(figure.replace(/,/g, '')) * 100);

/** ¥79, ¥1,229.50, 300元, 20块; 满 300 减 30 as two amounts. */
export const amountsIn = (text: string): Money100[] => [
  ...[...text.matchAll(/[¥￥$€£]\s?(\d[\d,]*(?:\.\d{1,2})?)/g)].map(m => hundredths(m[1] ?? '')),
  ...[...text.matchAll(/(?<![\d.])(\d[\d,]*(?:\.\d{1,2})?)\s?(?:元|块(?!钱的)|yuan\b)/g)].map(m =>
    hundredths(m[1] ?? ''),
  ),
  ...[...text.matchAll(/满\s?(\d+)\s?(?:元)?\s?减\s?(\d+)/g)].flatMap(m => [
    hundredths(m[1] ?? ''),
    hundredths(m[2] ?? ''),
  ]),
];

/** 15%; 八五折, 85 折 and 9 折 as what is taken off. */
export const percentsIn = (text: string): number[] => [
  ...[...text.matchAll(/(\d+(?:\.\d+)?)\s?[%％]/g)].map(m => Number(m[1])),
  ...[...text.matchAll(/(\d{1,2}(?:\.\d)?)\s?折/g)].map(m => {
    const share = Number(m[1]);
    return Math.round((100 - (share < 10 ? share * 10 : share)) * 10) / 10;
  }),
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "4 Mar", "March 4", 3月4日, as "3-4". */
export const datesIn = (text: string): string[] => [
  ...[...text.matchAll(/\b(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g)].map(
    m => `${months.indexOf((m[2] ?? '').toLowerCase()) + 1}-${Number(m[1])}`,
  ),
  ...[...text.matchAll(/(\d{1,2})\s?月\s?(\d{1,2})\s?日/g)].map(m => `${Number(m[1])}-${Number(m[2])}`),
];

/** The day of an instant on the shop's clock and on the meridian, as `datesIn` gives it. */
export const dayOf = (at: Date, timeZone: string | undefined): string[] =>
  ['UTC', timeZone ?? 'UTC'].map(zone => {
    const parts = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'numeric', timeZone: zone }).formatToParts(
      at,
    );
    const part = (type: string): string => parts.find(p => p.type === type)?.value ?? '';
    return `${Number(part('month'))}-${Number(part('day'))}`;
  });

/** "14 days", "2 to 4 days", 14 天, 24 小时: each number with its unit. */
export const periodsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<!\d)(\d{1,3})(?:\s?(?:to|-|–|到|至)\s?(\d+))?\s?(?:working |business )?(days?|hours?|weeks?|months?|years?|minutes?|个?工作日|天|小时|周|个月|年|分钟)/gi,
    ),
  ].flatMap(m => [m[1], m[2]].flatMap(n => (n === undefined ? [] : [`${n}${unitOf(m[3] ?? '')}`])));

const unitOf = (unit: string): string => {
  if (/day|天|日/i.test(unit)) return 'd';
  if (/hour|小时/i.test(unit)) return 'h';
  if (/week|周/i.test(unit)) return 'w';
  if (/month|月/i.test(unit)) return 'm';
  if (/minute|分钟/i.test(unit)) return 'min';
  return 'y';
};

/** Capitals ending in digits or mixed with them, as codes and order numbers are written: WILD20, WY-20418. */
export const codesIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?<![A-Za-z0-9-])(?:WY-\d+|(?!SPF|R-|GW)[A-Z]{3,}\d+[A-Z0-9]*)(?![A-Za-z0-9])/g)].map(m => m[0]),
  ),
];
