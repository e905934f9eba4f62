import type { Language } from '../../../knowledge/domain/language.ts';
import { englishIn, expanded, meaningOf, stem } from './clauses.ts';
import { withoutFigures } from './figures.ts';
import { englishIdioms, englishWords, neverHarmless } from './lexicon-en.ts';
import { chineseSynonyms, chineseWords } from './lexicon-zh.ts';

const harmlessStems = new Set([...englishWords].map(stem));
/** Words of `text`, folded, that are neither harmless nor the template's, nor another word for one of the template's. */
const strangeEnglish = (text: string, template: string): string[] => {
  const known = new Set(englishIn(template).flatMap(word => [stem(word), meaningOf(word)]));
  return englishIn(expanded(withoutFigures(text)).replace(englishIdioms, ' ')).filter(
    word =>
      !known.has(stem(word)) &&
      !known.has(meaningOf(word)) &&
      (neverHarmless.has(word) || !(englishWords.has(word) || harmlessStems.has(stem(word)))),
  );
};

const longest = 16;
/** Together with others they say what the template did not: these count only in its own words. */
const weighty = new Set('免费送赠折减退赔钱元半全白券码奖价优惠省抵返补换保证包无不没限仅只最剩缺售罄货付款');

/**
 * The first place of a run of Chinese that no sequence of harmless words and pieces of the template covers; -1: all of it
 * is covered. Two single characters of the template side by side are a word of their own (红 and 色 from 红蕨 and 蓝色).
 */
const uncoveredAt = (run: string, template: string, isWord: (piece: string) => boolean): number => {
  /** By place: reached with a word or a longer piece, reached with a single character of the template. */
  const whole = new Array<boolean>(run.length + 1).fill(false);
  const single = new Array<boolean>(run.length + 1).fill(false);
  whole[0] = true;
  let furthest = 0;
  for (let from = 0; from < run.length; from++) {
    if (!whole[from] && !single[from]) continue;
    for (let to = from + 1; to <= Math.min(run.length, from + longest); to++) {
      const piece = run.slice(from, to);
      if (isWord(piece) || (to - from >= 2 && template.includes(piece))) whole[to] = true;
      else if (to - from === 1 && whole[from] && template.includes(piece) && !weighty.has(piece)) single[to] = true;
      else continue;
      furthest = Math.max(furthest, to);
    }
  }
  return whole[run.length] || single[run.length] ? -1 : furthest;
};

const strangeChinese = (text: string, template: string): string[] => {
  const same = new Set(chineseSynonyms.filter(row => row.some(word => template.includes(word))).flat());
  const isWord = (piece: string): boolean => chineseWords.has(piece) || same.has(piece);
  const uncovered = (run: string): string[] => {
    const at = template.includes(run) ? -1 : uncoveredAt(run, template, isWord);
    return at < 0 ? [] : [run.slice(at, at + 4)];
  };
  const inRuns = (of: string): string[] => (of.match(/\p{Script=Han}+/gu) ?? []).flatMap(uncovered);
  // Numbers are held to the template's by themselves.
  const strange = inRuns(withoutFigures(text));
  return strange.length > 0 && inRuns(text).length > 0 ? strange : [];
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
