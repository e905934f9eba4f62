/** A place as it is shown: "xi'an" as Xi'an, "the uk" as the UK. Chinese names stand as they are said. */
import type { Language } from '../../../knowledge/domain/language.ts';

const shown: Readonly<Record<string, string>> = {
  uk: 'the UK',
  'the uk': 'the UK',
  us: 'the US',
  'the us': 'the US',
  usa: 'the US',
  'the states': 'the US',
  hk: 'Hong Kong',
  hongkong: 'Hong Kong',
};
const inChinese: Readonly<Record<string, string>> = { 英国: 'the UK', 美国: 'the US' };

export const placeShown = (name: string, language: Language): string =>
  /\p{Script=Han}/u.test(name)
    ? language === 'en'
      ? (inChinese[name] ?? name)
      : name
    : (shown[name] ??
      name
        .replace(/(?<![\p{L}'])\p{L}/gu, letter => letter.toUpperCase())
        .replace(/\b(?:And|Of|The|De)\b/g, word => word.toLowerCase()));
