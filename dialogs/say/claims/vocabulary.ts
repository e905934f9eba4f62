import type { Language } from '../../../knowledge/domain/language.ts';
import { englishIn, expanded, meaningOf, stem } from './clauses.ts';
import { claimed } from './figures.ts';
import { englishWords } from './lexicon-en.ts';
import { chineseSynonyms, chineseWords } from './lexicon-zh.ts';

const harmlessStems = new Set([...englishWords].map(stem));
const numberWords =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|day|days|week|weeks|month|months|hour|hours|minute|minutes)$/;

/** Words of `text`, folded, that are neither harmless nor the template's, nor another word for one of the template's. */
const strangeEnglish = (text: string, template: string): string[] => {
  const known = new Set(englishIn(template).flatMap(word => [stem(word), meaningOf(word)]));
  // A number in words is held to the template's figures instead.
  const counted = claimed(text).length > 0;
  return englishIn(text).filter(
    word =>
      word.length > 0 &&
      !englishWords.has(word) &&
      !harmlessStems.has(stem(word)) &&
      !known.has(stem(word)) &&
      !known.has(meaningOf(word)) &&
      !(counted && numberWords.test(word)),
  );
};

const counters = new Set(['天', '周', '个月', '年', '小时', '分钟', '工作日', '件', '双', '个', '款', '度', '升']);
const numerals = /[零〇一二两三四五六七八九十百千万半]+/g;
const longest = 16;

/** The first place of a run of Chinese that no sequence of harmless words and pieces of the template covers; -1: all of it is covered. */
const uncoveredAt = (run: string, template: string, words: ReadonlySet<string>): number => {
  const reached = new Array<boolean>(run.length + 1).fill(false);
  reached[0] = true;
  let furthest = 0;
  for (let from = 0; from < run.length; from++) {
    if (!reached[from]) continue;
    for (let to = from + 1; to <= Math.min(run.length, from + longest); to++) {
      const piece = run.slice(from, to);
      const known = words.has(piece) || (to - from >= 2 && template.includes(piece));
      if (!known) continue;
      reached[to] = true;
      furthest = Math.max(furthest, to);
    }
  }
  return reached[run.length] ? -1 : furthest;
};

const strangeChinese = (text: string, template: string): string[] => {
  const same = chineseSynonyms.filter(row => row.some(word => template.includes(word))).flat();
  const words = new Set([...chineseWords, ...same, ...counters]);
  const hasFigures = claimed(template).length > 0;
  return (text.match(/\p{Script=Han}+/gu) ?? []).flatMap(run => {
    if (template.includes(run)) return [];
    // Numerals are held to the template's figures instead.
    const pieces = hasFigures && uncoveredAt(run, template, words) >= 0 ? run.split(numerals).filter(Boolean) : [run];
    return pieces.flatMap(piece => {
      const at = uncoveredAt(piece, template, words);
      return at < 0 ? [] : [piece.slice(at, at + 4)];
    });
  });
};

/** What `text` says in words that the template gives no reason for. Both folded. */
export const strangeWords = (text: string, template: string, language: Language): string[] => {
  const han = text.match(/\p{Script=Han}+/gu) ?? [];
  if (language === 'en') {
    return [...strangeEnglish(text, template), ...han.filter(run => !template.includes(run))];
  }
  const latin = expanded(text).match(/[a-z]{2,}/g) ?? [];
  return [...strangeChinese(text, template), ...latin.filter(word => !template.includes(word))];
};
