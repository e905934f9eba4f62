/** Names of places, abroad and at home, as parts of a pattern. */
import type { Language } from '../../../knowledge/domain/language.ts';
import { foreignCities } from '../../../knowledge/retrieval/pages/foreign-cities.ts';
import { mainlandPlaces } from '../../../knowledge/retrieval/pages/home-places.ts';

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

/** A country's name is no slip of the pen: Chile is no child. */
export const countryNames: readonly string[] = countriesIn('en');

/** Cities that are also part of other words: 米兰尼斯表带, 罗马凉鞋. */
const partlyNames = '米兰(?!尼|昆|表|编|织|扣|款|花|风|带)|罗马(?!鞋|凉|杆|柱|数|帘|布|盾|风|款|假)';

export const placesAbroad: Readonly<Record<Language, string>> = {
  en: `(?:${[...countryNames, ...foreignCities.en].join('|')}|hong kong|hongkong|hk|taiwan|macao|macau|europe|the us|usa|(?:the )?uk|the states|america|britain|england|scotland|africa|other countries|another country|a foreign country|foreign countries|abroad|overseas)`,
  zh: `(?:${[...countriesIn('zh'), ...foreignCities.zh].join('|')}|${partlyNames}|香港|台湾|澳门|港澳台?|欧洲|非洲|北美|澳洲|东南亚|国外|海外|境外|外国|(?:中国|国内)以外)`,
};

export const placesAtHome: Readonly<Record<Language, string>> = {
  en: `(?:${mainlandPlaces.en})`,
  zh: `(?:${mainlandPlaces.zh})`,
};

/** To whom or to which door it is delivered names no place. */
const noPlaceEn =
  'me|my|us|our|you|your|his|her|their|the|an?|it|this|that|these|those|them|home|work|doors?|office|lockers?|another|different|other|some|someone|somebody|friends?|hotels?|po|pick|where|which|what|two|both|more|multiple|any|all|every|each|gift|customers?|people|guests?|students?|addresses|houses|apartments|business|businesses|company|companies|school|campus|stores?|shops?|collect|get|go|be|use|try|see|make|buy|have|return|refund|exchange|pay|cancel';
const noPlaceZh =
  '周|星期|礼拜|下周|下个|本周|月底|月初|上午|下午|中午|晚上|我|你|家|门|店|手|哪|什么|货|今|明|后|这|那|自提|柜|了|的|楼|公司|学校|单位|其|别|另|一|两|几|指定|快递|驿站|丰巢';

/** Whatever else may be a place: known to nobody here, and so never said to be delivered to. */
export const somewhere: Readonly<Record<Language, string>> = {
  en: `(?!(?:${noPlaceEn})\\b)[a-z][a-z' -]{2,30}`,
  zh: `(?!${noPlaceZh})\\p{Script=Han}{2,8}`,
};
