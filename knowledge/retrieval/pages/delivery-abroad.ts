/** What delivery to a country costs, and how long it takes, where a page names that for it or for its part of the world. */
import type { Article } from '../../domain/article.ts';
import { fromMajor, type Money } from '../../domain/money.ts';
import { fold } from '../text/fold.ts';
import { countryCodeOf } from './country-codes.ts';
import { countryOfCity } from './foreign-cities.ts';

interface Region {
  /** Country codes. */
  readonly codes: string;
  /** How a page names it, in either language. */
  readonly named: RegExp;
}

const regions: readonly Region[] = [
  { codes: 'HK MO TW', named: /hong kong|macau|macao|taiwan|港澳台|香港|澳门|台湾/u },
  {
    codes:
      'JP KR SG MY TH VN PH ID IN PK BD LK NP MM KH LA BN MN KZ UZ KG TJ TM AE SA QA KW BH OM IL TR GE AM AZ LB JO IQ MV BT',
    named: /\basia\b|亚洲/u,
  },
  {
    codes:
      'RU DE FR GB IE IT ES PT NL BE LU CH AT DK SE NO FI IS PL CZ SK HU RO BG GR HR SI RS BA ME MK AL EE LV LT UA BY MD MT CY MC LI AD SM',
    named: /\beurope\b|欧洲/u,
  },
  { codes: 'US CA MX', named: /\bnorth america\b|北美/u },
  { codes: 'AU NZ FJ PG', named: /\boceania\b|大洋洲|澳洲/u },
  { codes: 'BR AR CL PE CO EC UY PY BO VE GY SR', named: /\b(?:south|latin) america\b|南美|拉美/u },
  {
    codes:
      'ZA EG KE NG MA GH ET TZ TN DZ UG RW SN CI CM ZM ZW BW NA MZ AO MG MU SD LY ML NE BF BJ TG GA MW SO SC CV SL LR GM CD CG',
    named: /\bafrica\b|非洲/u,
  },
];
/** Parts of a country, to which goods go as to the whole of it. */
const partsOf: Readonly<Record<string, string>> = { britain: 'GB', england: 'GB', scotland: 'GB' };

const codeOf = (place: string): string | undefined => partsOf[place] ?? countryCodeOf(place) ?? countryOfCity(place);

/** How pages name the part of the world that a country, a city or that part itself lies in; undefined: none is known by that name. */
export const regionAbroad = (place: string): RegExp | undefined => {
  const name = fold(place).trim();
  const code = codeOf(name);
  return regions.find(one => (code === undefined ? one.named.test(name) : one.codes.split(' ').includes(code)))?.named;
};

/** How many parts of the world a sentence names; takes folded text. */
export const regionsNamed = (folded: string): number => regions.filter(({ named }) => named.test(folded)).length;

const figure = /[¥￥] ?(\d{1,4}(?:\.\d{1,2})?)/gu;
const ofDelivery = /deliver|ship|post|运费|配送|寄/u;

/** Undefined: no country is named so, or no page has one price for it. */
export const feeAbroad = (
  place: string,
  articles: readonly Pick<Article, 'body'>[],
  currency: Money['currency'],
): Money | undefined => {
  const named = regionAbroad(place);
  if (!named || currency !== 'CNY') return undefined;
  const found = new Set<number>();
  for (const { body } of articles)
    for (const text of Object.values(body)) {
      const page = fold(text ?? '');
      if (!ofDelivery.test(page)) continue;
      for (const piece of page.split(/[;；。\n]|\.(?= )/u)) {
        const figures = [...piece.matchAll(figure)].map(([, major]) => Number(major));
        if (figures.length === 1 && named.test(piece)) found.add(figures[0]!);
      }
    }
  const [major, ...others] = [...found];
  return major === undefined || others.length > 0 ? undefined : fromMajor(major, currency);
};
