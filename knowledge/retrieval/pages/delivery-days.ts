/** How many days delivery to a place takes, by the shop's own pages: the sentence that names the place or its part of the world, or else the country's. */

import type { Article } from '../../domain/article.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { englishNumber, readNumber } from '../../language/numbers.ts';
import { fold } from '../text/fold.ts';
import { sentencesOf } from './answers.ts';
import { leavesOn } from './cut-off.ts';
import { regionAbroad } from './delivery-abroad.ts';
import { namesOfPlaces } from './home-places.ts';
import { paragraphsOf } from './passage.ts';

export interface DaysTold {
  readonly from: number;
  readonly to: number;
  /** As the page calls where the place lies, folded. */
  readonly region?: string;
  /** Usually so; what orders in the country take at all, where that is more. */
  readonly atMost?: { readonly from: number; readonly to: number };
  /** The page that says it. */
  readonly article: Article;
}

const han = '\\d{1,2}|[一两二三四五六七八九十]{1,2}';
const spanEn = new RegExp(
  `\\b(\\d{1,2}|${englishNumber})(?: ?(?:to|-|–) ?(\\d{1,2}|${englishNumber}))? (?:working )?days\\b`,
  'u',
);
const spanZh = new RegExp(`(${han}) ?(?:到|至|-|–) ?(${han}) ?天|(${han}) ?天(?:到|送达|内)`, 'u');
const ofDelivery = /deliver|ship|送达|送到|送货|配送/u;
/** How long a search, a refund or a locker takes. */
const ofOther = /refund|return|search|locker|wait|repair|退|查件|自提柜|驿站|保管|维修/u;
const ofWhole = /mainland china|中国大陆|全国|国内/u;

const spanIn = (piece: string): readonly [from: number, to: number] | undefined => {
  const [, from, to] = spanEn.exec(piece) ?? [];
  const [, fromZh, toZh, once] = spanZh.exec(piece) ?? [];
  const first = from ?? fromZh ?? once;
  if (first === undefined) return undefined;
  const days = readNumber(first);
  const most = to ?? toZh;
  return [days, most === undefined ? days : readNumber(most)];
};

/** Each sentence that tells days, with the page it is on. */
const saying = (articles: readonly Article[], language: Language) =>
  articles.flatMap(article =>
    paragraphsOf(inLanguage(article.body, language))
      .flatMap(sentencesOf)
      .flatMap(sentence => fold(sentence).split(/[;；。]/u))
      .flatMap(piece => {
        const isOfDelivery = ofDelivery.test(fold(`${inLanguage(article.title, language)} ${piece}`));
        const span = isOfDelivery && !ofOther.test(piece) ? spanIn(piece) : undefined;
        return span ? [{ piece, article, from: span[0], to: span[1] }] : [];
      }),
  );

/** The pages that tell days of some delivery. */
export const tellsDays = (articles: readonly Article[], language: Language): readonly Article['id'][] => [
  ...new Set(saying(articles, language).map(({ article }) => article.id)),
];

/** `place` undefined: within the country. Undefined: no page tells it of that place. */
export const deliveryDays = (
  place: string | undefined,
  isAbroad: boolean,
  articles: readonly Article[],
  language: Language,
): DaysTold | undefined => {
  const told = saying(articles, language);
  if (isAbroad) {
    const region = place === undefined ? undefined : regionAbroad(place);
    return region && told.find(({ piece }) => region.test(piece));
  }
  const names = place === undefined ? [] : namesOfPlaces(fold(place), language).map(name => fold(name));
  const whole = told.find(({ piece }) => ofWhole.test(piece));
  const own = told.find(({ piece }) => names.some(name => piece.includes(name)));
  if (!own) return whole;
  const region = names.find(name => own.piece.includes(name));
  const isWithin = whole !== undefined && whole.to > own.to && whole.from <= own.from;
  return {
    ...own,
    ...(region === undefined || region === place ? {} : { region }),
    ...(isWithin ? { atMost: { from: whole.from, to: whole.to } } : {}),
  };
};

/** In how many days an order leaves that is placed at that hour of its day: by the page that says until when it leaves the same day. */
export const leavesAfter = (hour: number, articles: readonly Article[], language: Language): number => {
  for (const article of articles)
    for (const sentence of paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf)) {
      const days = leavesOn(sentence, { day: 0, hour, said: '' });
      if (days !== undefined) return days;
    }
  return 0;
};

/** Until which hour an order leaves the same day; undefined: no page says. */
export const lastHour = (articles: readonly Article[], language: Language): number | undefined => {
  return [...Array(24).keys()].find(hour => leavesAfter(hour, articles, language) > 0);
};
