/** Which country a name is of, in either language, by the runtime's own tables and by what is said in its place. */
import { type Language, languages } from '../../domain/language.ts';
import { fold } from '../text/fold.ts';

/** What is said for a country, or for a part of one that goods go to as to a country, in place of its full name. */
const shortNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  'the uk': 'GB',
  us: 'US',
  'the us': 'US',
  usa: 'US',
  'the usa': 'US',
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

const namesIn = (language: Language): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
const names: Readonly<Record<Language, Intl.DisplayNames>> = { en: namesIn('en'), zh: namesIn('zh') };

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** A code that is no longer used stands for the one in its place: DD is DE. */
const inUse = (code: string): string => new Intl.Locale(`und-${code}`).region ?? code;

let codes: ReadonlyMap<string, string> | undefined;
const readCodes = (): ReadonlyMap<string, string> =>
  new Map(
    letters
      .flatMap(a => letters.map(b => inUse(a + b)))
      .flatMap(code =>
        languages.flatMap((language): (readonly [string, string])[] => {
          const name = names[language].of(code);
          return name === undefined ? [] : [[fold(name), code]];
        }),
      ),
  );

/** `name`: folded; undefined: no country is called so. */
export const countryCodeOf = (name: string): string | undefined => {
  codes ??= readCodes();
  return shortNames[name] ?? codes.get(name);
};

/** Its full name; undefined: there is no such code. */
export const countryName = (code: string, language: Language): string | undefined => names[language].of(code);
