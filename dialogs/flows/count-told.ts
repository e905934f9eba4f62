/** How many of one thing go back: "only one of the three tins", "one tin only, quantity one", 只退一罐, 退其中两个. Takes the shopper's own text. */
import { readNumber } from '../../knowledge/language/numbers.ts';

const number = '(one|two|three|four|five|six|[1-9]\\d?)';
/** Not of what is counted: "only one question", "just two days ago", "only one order". */
const otherwise =
  '(?! ?(?:questions?|things? (?:to|i)|more|days?|weeks?|months?|hours?|minutes?|times?|years?|sizes?|orders?|parcels?|percent|%|yuan|rmb|of (?:my|the|these|those) orders?))';
const english = [
  new RegExp(`\\b(?:only|just|a single|quantity(?: of| is|:)?|qty:?|exactly) ${number}\\b${otherwise}`, 'i'),
  new RegExp(`\\b${number} (?:[a-z]+ ){0,2}only\\b`, 'i'),
  new RegExp(`\\b${number} of (?:the|them|those|these|my) ?(?!orders?)`, 'i'),
  new RegExp(
    `\\b(?:return|send|give|take|bring) (?:back )?(?:only |just )?${number}\\b${otherwise}(?!\\s*(?:size|of the orders?)\\b)`,
    'i',
  ),
];
const han = '([一两俩二三四五六七八九十]|[1-9]\\d?)';
const unit = '[个件双只条份盒瓶包套罐支台把张本袋块](?!订单|单子|东西|包裹|问题)';
const chinese = [
  new RegExp(`(?:只|就|仅|光|单)(?:是|要|想|能|需要)?(?:退回?|寄回?|退掉)?(?:其中)?的?${han}${unit}`, 'u'),
  new RegExp(`(?:退回?|退掉|寄回)(?:其中)?的?${han}${unit}`, 'u'),
  new RegExp(`其中的?${han}${unit}`, 'u'),
  new RegExp(`${han}${unit}(?:就(?:行|好|够|可以)|即可)`, 'u'),
  new RegExp(`数量(?:是|为|：|:)?${han}`, 'u'),
];

/** Undefined: no number is told of what goes back. What stays or is gone ("I drank the other two") is no such number. */
export const countTold = (text: string): number | undefined => {
  for (const form of [...english, ...chinese]) {
    const said = form.exec(text)?.[1]?.toLowerCase();
    if (said !== undefined) return said === '俩' ? 2 : readNumber(said);
  }
  return undefined;
};
