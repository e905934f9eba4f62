/**
 * A place as it is shown: "xi'an" as Xi'an, "the uk" as the UK, and a country in the language that is spoken, by the runtime's own tables.
 * Cities stand as they are said.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { countryCodeOf, countryName } from '../../../knowledge/retrieval/pages/country-codes.ts';

/** Shorter than the tables have it. */
const short: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { GB: 'the UK', US: 'the US', HK: 'Hong Kong', MO: 'Macau', TW: 'Taiwan' },
  zh: { HK: '香港', MO: '澳门', TW: '台湾' },
};

const isHan = (name: string): boolean => /\p{Script=Han}/u.test(name);
const capitalised = (name: string): string =>
  name
    .replace(/(?<![\p{L}'])\p{L}/gu, letter => letter.toUpperCase())
    .replace(/\b(?:And|Of|The|De)\b/g, word => word.toLowerCase());

/** `name`: folded, as it was said. */
export const placeShown = (name: string, language: Language): string => {
  const code = countryCodeOf(name);
  const known = code === undefined ? undefined : (short[language][code] ?? countryName(code, language));
  // What is said in the language that is spoken stands as it is, but for what is only short for it.
  if (known !== undefined && (isHan(name) !== (language === 'zh') || short[language][code!])) return known;
  return isHan(name) ? name : capitalised(name);
};
