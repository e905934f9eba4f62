/** Names of places abroad, as parts of a pattern. */
import type { Language } from '../../knowledge/domain/language.ts';
import { foreignCities } from '../../knowledge/retrieval/foreign-cities.ts';

const home = new Set(['CN', 'ZZ', 'EU', 'UN', 'EZ']);
/** Names of places that are also names of things, people or makes. */
const alsoThings = new Set(['turkey', 'jordan', 'jersey', 'georgia', 'chad', 'guinea', 'china', '约旦']);

/** Every country's name in one language, as the runtime's own tables have it. */
const countriesIn = (language: Language): string[] => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap(a => letters.map(b => a + b))
    .filter(code => !home.has(code))
    .flatMap(code => names.of(code)?.toLowerCase() ?? [])
    .filter(name => !alsoThings.has(name) && !/china|中国/.test(name) && /^[\p{L} ]+$/u.test(name));
};

export const placesAbroad: Readonly<Record<Language, string>> = {
  en: `(?:${[...countriesIn('en'), ...foreignCities.en].join('|')}|hong kong|hongkong|hk|taiwan|macao|macau|europe|the us|usa|(?:the )?uk|the states|america|britain|england|scotland|africa|other countries|another country|a foreign country|foreign countries|abroad|overseas)`,
  zh: `(?:${[...countriesIn('zh'), ...foreignCities.zh].join('|')}|香港|台湾|澳门|港澳台?|欧洲|非洲|北美|澳洲|东南亚|国外|海外|境外|外国|(?:中国|国内)以外)`,
};
