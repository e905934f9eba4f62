/**
 * A place as it is shown: "xi'an" as Xi'an, "the uk" as the UK, and a country in the language that is spoken, by the runtime's own tables.
 * Cities stand as they are said.
 */
import type { Language } from '../../../knowledge/domain/language.ts';

/** What is said for a country, or for a part of one that goods go to as to a country, in place of its full name. */
const said: Readonly<Record<string, string>> = {
  uk: 'GB',
  'the uk': 'GB',
  us: 'US',
  'the us': 'US',
  usa: 'US',
  'the states': 'US',
  america: 'US',
  hk: 'HK',
  hongkong: 'HK',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  taiwan: 'TW',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
};
/** Shorter than the tables have it. */
const short: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { GB: 'the UK', US: 'the US', HK: 'Hong Kong', MO: 'Macau', TW: 'Taiwan' },
  zh: { HK: '香港', MO: '澳门', TW: '台湾' },
};

const namesIn = (language: Language): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
const names: Readonly<Record<Language, Intl.DisplayNames>> = { en: namesIn('en'), zh: namesIn('zh') };

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let codes: ReadonlyMap<string, string> | undefined;
const readCodes = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const code of letters.flatMap(a => letters.map(b => a + b)))
    for (const table of [names.en, names.zh]) {
      const name = table.of(code)?.toLowerCase();
      // Of two codes for one country the first is the usual one.
      if (name !== undefined && !found.has(name)) found.set(name, code);
    }
  return found;
};
/** By the name of a country in either language, folded. */
const codeOf = (name: string): string | undefined => {
  codes ??= readCodes();
  return said[name] ?? codes.get(name);
};

const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);
const capitalised = (name: string): string =>
  name
    .replace(/(?<![\p{L}'])\p{L}/gu, letter => letter.toUpperCase())
    .replace(/\b(?:And|Of|The|De)\b/g, word => word.toLowerCase());

/** `name`: folded, as it was said. */
export const placeShown = (name: string, language: Language): string => {
  const code = codeOf(name);
  const known = code === undefined ? undefined : (short[language][code] ?? names[language].of(code));
  // What is said in the language that is spoken stands as it is, but for what is only short for it.
  if (known !== undefined && (isHan(name) !== (language === 'zh') || short[language][code!])) return known;
  return isHan(name) ? name : capitalised(name);
};
