import { createFactCheck } from '../../knowledge/check/check-articles.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import type { SentenceEncoder } from '../../knowledge/ports.ts';
import { findAnswers, partsOf, sentencesOf } from '../../knowledge/retrieval/answers.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/articles.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import { namesOfPlaces } from '../../knowledge/retrieval/home-places.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/passage.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import { policyAsked } from '../understand/policy-asked.ts';
import { careAsked } from './care-asked.ts';

/** Passages looked at in a turn. */
const passageCount = 3;
/** A turn waits no longer than this for sentence vectors; it does without them then. */
const patienceMilliseconds = 60;
/** A shopper's own words, as far as an answer needs them. */
const longestQuestion = 500;

/** What the shop's articles say to this message: those that hold now and are meant for this shopper. */
export const readAnswers = async (
  turn: Turn,
  understanding: Understanding,
  shopper: Pick<Shopper, 'segments'>,
  articles: ArticleIndex,
  { encoder, catalogue }: Pick<DialogServices, 'encoder' | 'catalogue'>,
  { spokenOf, topic }: { readonly spokenOf?: Product | undefined; readonly topic?: string | undefined } = {},
): Promise<Passage[]> => {
  const { language } = understanding;
  const said = (understanding.said || understanding.query || turn.text).slice(0, longestQuestion);
  const { text, unsure } = careAsked(said, spokenOf, language);
  const asks = async (text: string): Promise<Passage[]> => {
    const meant =
      encoder && articles.usesMeaning && language === 'en' ? await meaningsOf([text, ...partsOf(text)], encoder) : null;
    return findAnswers(
      articles,
      {
        text,
        language,
        reader: { now: turn.at, audiences: [turn.signedIn ? 'signed-in' : 'guest', ...shopper.segments] },
        meaningOf: asked => meant?.get(asked),
      },
      passageCount,
    );
  };
  const isAnswered = (passages: readonly Passage[]): boolean => (passages[0]?.score ?? 0) >= articles.threshold;
  const { plainly } = understanding;
  const apart = plainly ? await eachRule(partsOf(text), asks, isAnswered, language) : undefined;
  const whole = apart ?? (await asks(text));
  // A rule that is asked about in closed words has its own page, whatever was told before.
  const told =
    topic === undefined || plainly || !goesOn(said, isAnswered(whole), language)
      ? undefined
      : catalogue.view.articles.find(a => a.id === topic);
  if (told) {
    const further = await asks(`${inLanguage(told.title, language)} ${text}`);
    const nearest = further[0];
    if (nearest && nearest.article.id === topic && nearest.score >= mayBeMeant * articles.threshold)
      return further.map(p => (isAnswered([p]) ? p : { ...p, hedged: true }));
  }
  // What was only implied, or said in words no page has, is asked plainly; a word or two say no more than the plain question.
  const plain = plainly && !apart && (plainly.bare || !isAnswered(whole)) ? await asks(plainly.question) : [];
  const best = isAnswered(plain) ? plain : whole;
  const found = plainly?.hedged || unsure ? best.map(p => (p.asked === undefined ? { ...p, hedged: true } : p)) : best;
  const { view, promotions } = catalogue;
  const contradictionsOf = createFactCheck({ view, promotions, now: turn.at });
  // Prose that the live rules, prices or stock contradict is no answer, whatever it says; the nightly check tells the shop.
  const isSo = ({ text }: Passage): boolean =>
    sentencesOf(text).every(sentence => contradictionsOf(sentence, language).length === 0);
  const places = namesOfPlaces(fold(said), language);
  const local = places.length === 0 ? found : found.map(passage => ofPlace(passage, places, language));
  const checked = local.map(passage => (isSo(passage) ? passage : { ...passage, score: 0, hedged: false }));
  // A part of the message keeps its place, answered or not; of the rest, what is no answer comes last.
  return [
    ...checked.filter(p => p.asked !== undefined || p.score > 0),
    ...checked.filter(p => p.asked === undefined && p.score === 0),
  ];
};

/** Two rules that are asked about in one message are each asked plainly; undefined: not two of its parts are answered, by two pages. */
const eachRule = async (
  parts: readonly string[],
  asks: (text: string) => Promise<Passage[]>,
  isAnswered: (passages: readonly Passage[]) => boolean,
  language: Language,
): Promise<Passage[] | undefined> => {
  if (parts.length < 2) return undefined;
  const found = await Promise.all(
    parts.map(async asked => {
      const rule = policyAsked(asked, language);
      const passages = await asks(rule?.question ?? asked);
      // What only may be meant is no answer to the half of a message.
      const isSure = isAnswered(passages) && !passages[0]!.hedged && !rule?.hedged;
      return isSure ? [{ ...passages[0]!, asked }] : [];
    }),
  );
  const told = found.flat();
  return new Set(told.map(p => p.article.id)).size > 1 ? told : undefined;
};

/** Of the page spoken of less likeness is enough. */
const mayBeMeant = 0.5;
/** Said in so few words that something said before is meant. */
const fewest = { han: 9, words: 6 };
const asksAboutOther = /^(?:那|那么|and|so|ok|but)?,? ?(?:[^,，。]{1,8}呢|(?:what|how) about .{2,24})[?？!. ]*$/u;

/** A short question that no page answers as it is, or 那微信呢: it goes on about the page told before. */
const goesOn = (said: string, isAnswered: boolean, language: Language): boolean => {
  const length = language === 'zh' ? said.replace(/[^\p{L}\p{N}]/gu, '').length : said.split(/\s+/).length;
  return length <= fewest[language === 'zh' ? 'han' : 'words'] && (!isAnswered || asksAboutOther.test(said));
};

/**
 * Where the page says it of the very place that was named, or of its province, that is the answer: Urumqi takes as long as Xinjiang. A
 * sentence that lists places is about them; one that names a single place may only say where something is done.
 */
const ofPlace = (passage: Passage, places: readonly string[], language: Language): Passage => {
  const body = inLanguage(passage.article.body, language);
  const [sentence] = paragraphsOf(body)
    .flatMap(sentencesOf)
    .filter(text => places.some(place => fold(text).includes(place)))
    .sort((a, b) => namesOfPlaces(fold(b), language).length - namesOfPlaces(fold(a), language).length);
  return sentence === undefined
    ? passage
    : { ...passage, text: sentence, id: passageId(passage.article.id, language, sentence) };
};

const meaningsOf = async (
  texts: readonly string[],
  encoder: SentenceEncoder,
): Promise<ReadonlyMap<string, Float32Array> | null> => {
  const distinct = [...new Set(texts)];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), patienceMilliseconds);
  });
  try {
    const vectors = await Promise.race([encoder.encode(distinct).catch(() => null), late]);
    return vectors && new Map(distinct.map((text, i) => [text, vectors[i]!]));
  } finally {
    clearTimeout(timer);
  }
};
