/** How many are asked about: "what would three cost", 买三个多少钱. Takes folded text. */
import type { Language } from '../../../knowledge/domain/language.ts';
import { englishCardinals, readNumber } from '../../../knowledge/language/numbers.ts';

const most = 99;
const english = new RegExp(
  `\\b(\\d{1,2}|${Object.keys(englishCardinals).join('|')}|a couple|half a dozen|a dozen)\\b`,
  'gu',
);
const spoken: Readonly<Record<string, number>> = { 'a couple': 2, 'half a dozen': 6, 'a dozen': 12 };
/** 一共 and 一起 count nothing. */
const chinese =
  /\d{1,2}|[两俩仨]|[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九]|一(?![共起样下般直定])/gu;
const short: Readonly<Record<string, number>> = { 俩: 2, 仨: 3 };

/** Undefined: no number is told, or no such as goods are counted by. */
export const countIn = (folded: string, language: Language): number | undefined => {
  const [said] = folded.match(language === 'zh' ? chinese : english) ?? [];
  if (said === undefined) return undefined;
  const count = spoken[said] ?? short[said] ?? englishCardinals[said] ?? readNumber(said);
  return count >= 1 && count <= most ? count : undefined;
};
