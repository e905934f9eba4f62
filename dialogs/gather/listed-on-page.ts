/** What is asked for by name of what a page lists: whether it is among it, or what is said of that one alone. Takes folded text. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney, toMajor } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { partsAsked, sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { regionAbroad } from '../../knowledge/retrieval/pages/delivery-abroad.ts';
import { verdictOn } from '../../knowledge/retrieval/pages/limits.ts';
import { heldAgainstList, isRegionListed, namesListed } from '../../knowledge/retrieval/pages/lists-on-page.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { placeSaid } from '../understand/delivery/place-said.ts';
import { placeShown } from '../understand/delivery/place-shown.ts';
import { isOfPlace } from '../understand/pages/policies.ts';

const longest = 90;

interface Question {
  readonly said: string;
  readonly language: Language;
  readonly articles: readonly Article[];
  /** The page told just before, and what of it was told. */
  readonly page: Article | undefined;
  readonly marks: readonly string[];
  /** The rule that is asked for in closed words. */
  readonly rule: string | undefined;
  readonly spokenOf: Product | undefined;
}

type Verdict = NonNullable<Passage['verdict']>;

const sentencesIn = (article: Article, language: Language): readonly string[] =>
  paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf);

const passageOf = (article: Article, text: string, language: Language, verdict?: Verdict): Passage => ({
  id: passageId(article.id, language, text),
  article,
  text,
  score: 1,
  ...(verdict ? { verdict } : {}),
});

/** Undefined: nothing that is listed is asked for by its name. */
export const listedOnPage = (question: Question): Passage | undefined => {
  const { said, rule } = question;
  // That a place is delivered to says nothing of a thing that isn't sent there.
  if (said.length > longest || rule === 'abroad-not-sent') return undefined;
  return (
    (partsAsked(said).length > 1 ? undefined : byName(question)) ??
    (isOfPlace(said) || ofRegion.test(said) ? (partOfWorld(question) ?? town(question)) : undefined)
  );
};

/** More than whether it is listed: what became of a payment or a parcel, how it is done, what it costs. */
const asksMore =
  /\b(?:refund\w*|return\w*|back|fail\w*|declin\w*|charg\w*|safe\w*|secur\w*|twice|instal\w*|parts|track\w*|number|call|phone|how|where|why|when|interest|extra|fee)\b|退|失败|扣|安全|到账|分期|几期|期|利息|免息|电话|到哪|单号|寄回|代付|怎么|哪里|为什么|多少|手续费/u;
const asksIf =
  /^(?:(?:and|so|ok|hi|hello|hey|but)[,. ]+)*(?:do|does|can|could|is|are|may|will|would)\b|\b(?:accept|take|support)\b|[吗么嘛不没][?？。!啊呀 ]*$|能不能|可不可以|支持|行不/u;

const ofPaying: ReadonlySet<string> = new Set(['payment', 'payment-named']);
const byName = ({ said, language, articles, page, rule, spokenOf }: Question): Passage | undefined => {
  if (!namesListed(said) || asksMore.test(said)) return undefined;
  for (const article of articles)
    for (const sentence of sentencesIn(article, language)) {
      const held = heldAgainstList(sentence, said);
      if (held.length === 0) continue;
      const missing = held.find(one => !one.isListed);
      if (!missing)
        return asksIf.test(said) && (article.id === page?.id || ofPaying.has(rule ?? ''))
          ? passageOf(article, sentence, language, {
              is: 'listed',
              said: held.map(one => one.said).join(language === 'zh' ? '、' : ', '),
            })
          : undefined;
      return (
        elsewhere(missing.said, asksIf.test(said), { articles, language, spokenOf }) ??
        passageOf(article, sentence, language, { is: 'not-listed', said: shownAs(missing.said, language) })
      );
    }
  return undefined;
};

/** What another page says of it, with whether the thing spoken of comes up to what it asks: 花呗 from ¥600. */
const elsewhere = (
  name: string,
  isAskedIf: boolean,
  { articles, language, spokenOf }: Pick<Question, 'articles' | 'language' | 'spokenOf'>,
): Passage | undefined => {
  for (const article of articles)
    for (const sentence of sentencesIn(article, language)) {
      if (!fold(sentence).includes(name)) continue;
      const price = isAskedIf ? spokenOf?.price : undefined;
      const is = price && verdictOn(sentence, { of: 'money', amount: toMajor(price), said: '' });
      return passageOf(article, sentence, language, price && is ? { is, said: formatMoney(price) } : undefined);
    }
  return undefined;
};

/** Names of makes are written as they write themselves: "Google Pay". */
const shownAs = (name: string, language: Language): string =>
  /\p{Script=Han}/u.test(name) || language === 'zh' ? name : placeShown(name, language);

const ofRegion = /\b(?:(?:south|latin) america|africa)\b|南美洲?|拉美|非洲/u;
/** Rules that tell where goods are sent. */
const ofSending: ReadonlySet<string> = new Set([
  'abroad',
  'where-unknown',
  'where-delivered',
  'delivery-asked',
  'delivery-time',
  'delivery-cost',
  'home-delivery',
]);
const comesBack =
  /\b(?:return\w*|refund\w*|back|exchange|tax\w*|dut(?:y|ies)|customs|pay|size)\b|退|换货|关税|税|付|码/u;

/** Whether it costs nothing: what holds of free delivery is a rule of its own, wherever goods are sent. */
const asksIfFree = /\bfree\b|包邮|免(?:运费|邮)|不(?:收|要|用)(?:付)?(?:运费|邮费)/u;

/** Whether goods are sent to where that is: "you send to Brazil?", 那墨西哥呢. */
const partOfWorld = ({ said, language, articles, page, marks, rule }: Question): Passage | undefined => {
  const place = placeSaid(said);
  const name = ofRegion.exec(said)?.[0] ?? (place?.abroad ? place.name : undefined);
  if (name === undefined || comesBack.test(said)) return undefined;
  for (const article of articles) {
    const isNext = article.id === page?.id;
    if (!isNext && !ofSending.has(rule ?? '')) continue;
    for (const sentence of sentencesIn(article, language)) {
      const isListed = isRegionListed(sentence, name);
      if (isListed === undefined) continue;
      const isTold = isNext && sentenceMarks(sentence).every(mark => marks.includes(mark));
      const shown = placeShown(name, language);
      if (!isListed)
        return passageOf(article, sentence, language, {
          is: isTold ? 'place-not-listed-again' : 'place-not-listed',
          said: shown,
        });
      if (asksIfFree.test(said)) return undefined;
      const own = sentence.split(/(?<=[;；])\s*/u).find(piece => isRegionIn(piece, name));
      return isTold && own ? passageOf(article, own, language, { is: 'listed', said: shown }) : undefined;
    }
  }
  return undefined;
};
const isRegionIn = (piece: string, place: string): boolean => regionAbroad(place)?.test(fold(piece)) ?? false;

const ofShops: ReadonlySet<string> = new Set(['shop-address', 'shop-service', 'shop-people']);
const shopList = /\b(?:shops?|stores?)\b.*\bin\b|[家个](?:门|实体|线下)?店/u;
const asksOfShop =
  /\b(?:shops?|stores?|branch(?:es)?|any|one|where|open|close[sd]?|hours|address)\b|店|几点|开门|关门|营业|哪|地址|有/u;
const doesThere =
  /\b(?:try|collect|pick|return|bring|buy|deliver\w*|ship\w*|send|sent|price|prices|stock)\b|试|自提|拿|取|退|换|送|寄|价|现货|买/u;
const asksIfAny = /\b(?:any|have|got|is there|are there)\b|有/u;

/** A shop in that town: "any in Beijing?", 上海的几点关门. */
const town = ({ said, language, articles, page, rule }: Question): Passage | undefined => {
  const place = placeSaid(said);
  if (!place || doesThere.test(said) || !asksOfShop.test(said)) return undefined;
  for (const article of articles) {
    if (article.id !== page?.id && !ofShops.has(rule ?? '')) continue;
    for (const sentence of sentencesIn(article, language)) {
      if (!shopList.test(fold(sentence)) || !isOfPlace(fold(sentence))) continue;
      const shown = placeShown(place.name, language);
      const own = itemsOf(sentence).find(item => fold(item).includes(place.name));
      if (own === undefined)
        return asksIfAny.test(said) || article.id === page?.id
          ? passageOf(article, sentence, language, { is: 'not-there', said: shown })
          : undefined;
      return passageOf(article, own, language, asksIfAny.test(said) ? { is: 'there', said: shown } : undefined);
    }
  }
  return undefined;
};

/** What stands between brackets is of the thing before them. */
const itemsOf = (sentence: string): readonly string[] =>
  sentence.split(/(?:[,，、:：]| and |和)\s*(?![^()（）]*[)）])/u).filter(item => item.trim() !== '');
