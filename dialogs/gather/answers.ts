import { createFactCheck } from '../../knowledge/check/check-articles.ts';
import { isReadable, type Reader } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import { wallClockAt } from '../../knowledge/domain/wall-clock.ts';
import type { SentenceEncoder } from '../../knowledge/ports.ts';
import { findAnswers, partsAsked, partsOf, sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { namesOfPlaces } from '../../knowledge/retrieval/pages/home-places.ts';
import { measureIn, verdictOn } from '../../knowledge/retrieval/pages/limits.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { restOfPage, sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { DialogServices } from '../services.ts';
import type { ConversationMemory, Turn, Understanding } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksOnlyMeasure } from '../understand/pages/leans-on-page.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';
import { appliedTo, whenItLeaves } from './applied-rule.ts';
import { careAsked } from './care-asked.ts';
import { goneOn, saysNoMore, speaksOfNew } from './new-word.ts';
import { besidePage, measureOnPage, withTitle } from './on-page.ts';

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
  {
    spokenOf,
    topic,
    told: marks = [],
    policy,
    had,
  }: {
    readonly spokenOf?: Product | undefined;
    readonly topic?: string | undefined;
    readonly told?: readonly string[] | undefined;
    readonly policy?: string | undefined;
    readonly had?: ConversationMemory['had'];
  } = {},
): Promise<Passage[]> => {
  const { language } = understanding;
  const said = (understanding.said || understanding.query || turn.text).slice(0, longestQuestion);
  const { text, unsure } = careAsked(said, spokenOf, language);
  const reader: Reader = { now: turn.at, audiences: [turn.signedIn ? 'signed-in' : 'guest', ...shopper.segments] };
  const asks = async (text: string): Promise<Passage[]> => {
    const meant =
      encoder && articles.usesMeaning && language === 'en'
        ? await meaningsOf([text, ...partsAsked(text).map(one => one.query)], encoder)
        : null;
    return findAnswers(
      articles,
      {
        text,
        language,
        reader,
        meaningOf: asked => meant?.get(asked),
        plainly: part => policyAsked(fold(part), language, { told: understanding.plainly?.name ?? policy })?.question,
      },
      passageCount,
    );
  };
  const applied =
    topic === undefined
      ? undefined
      : appliedTo(
          said,
          catalogue.view.articles.find(a => a.id === topic),
          language,
          aboutOf(said, spokenOf, catalogue.view.shop),
        );
  if (applied) return [applied];
  const readable = catalogue.view.articles.filter(article => isReadable(article, reader));
  const leaving = whenItLeaves(
    said,
    readable,
    language,
    wallClockAt(turn.at, catalogue.view.shop.timeZone ?? 'UTC').hour,
  );
  if (leaving) return [leaving];
  const isAnswered = (passages: readonly Passage[]): boolean => (passages[0]?.score ?? 0) >= articles.threshold;
  const { plainly } = understanding;
  const page = topic === undefined ? undefined : catalogue.view.articles.find(a => a.id === topic);
  if (page && asksOnlyMeasure(said)) {
    const measured =
      measureOnPage(page, said, marks, language, plainly !== undefined) ??
      (plainly ? undefined : await besidePage(page, said, language, asks));
    if (measured) return [measured];
  }
  const apart = plainly ? await eachRule(partsOf(text), asks, isAnswered, language) : undefined;
  const whole = apart ?? (await asks(text));
  // A rule that is asked about in closed words has its own page, whatever was told before.
  const isSure = isAnswered(whole) && !whole[0]!.hedged;
  const leans = page && mayLean.has(understanding.intent) ? page : undefined;
  if (leans) {
    const further = goneOn(said, leans, {
      whole: whole[0],
      isSure,
      plainly,
      policy,
      asks: understanding.intent === 'question' || hasFormOfQuestion(said),
      articles: readable,
      marks,
      language,
    });
    if (further) return [further];
  }
  const told =
    plainly || !goesOn(said, asksOnlyMeasure(said) ? isAnswered(whole) : isSure, language) ? undefined : page;
  if (told) {
    const further = await asks(withTitle(told, text, language));
    const nearest = further[0];
    const isOfPage = nearest?.article.id === topic;
    // Another page may be as near as this one; of another subject it is what the words alone are like.
    const isOfSubject = nearest?.article.topic === told.topic && whole[0]?.article.topic !== told.topic;
    const isOn = speaksOfNew(nearest?.text ?? '', said, language);
    // 关税呢 has a page of its own.
    if (isSure && isOfPage && !isOn) return whole;
    if (isOfPage && !isOn) return [saysNoMore(told, language)];
    if (nearest && (isOfPage || isOfSubject) && nearest.score >= mayBeMeant * articles.threshold)
      return stillUntold(
        further.map(p => {
          const one = isAnswered([p]) ? p : { ...p, hedged: true };
          return one.article.id === topic ? notAgain(one, marks, said, articles, language) : one;
        }),
        articles.threshold,
      );
  }
  // What was only implied, or said in words no page has, is asked plainly; a word or two say no more than the plain question.
  // What only may be meant is no answer to the half of a message.
  const halves = whole.filter(p => p.asked !== undefined);
  const inParts = halves.length > 0 && halves.every(p => isAnswered([p]) && !p.hedged);
  const plain =
    plainly && !inParts && (plainly.bare || !isAnswered(whole) || whole[0]?.hedged) ? await asks(plainly.question) : [];
  const ofPage = plainly?.next ? plain.find(p => p.article.id === topic) : undefined;
  const best = ofPage ? [{ ...ofPage, score: 1, hedged: false }] : isAnswered(plain) ? plain : whole;
  const found = plainly?.hedged || unsure ? best.map(p => (p.asked === undefined ? { ...p, hedged: true } : p)) : best;
  const { view, promotions } = catalogue;
  const contradictionsOf = createFactCheck({ view, promotions, now: turn.at });
  // Prose that the live rules, prices or stock contradict is no answer, whatever it says; the nightly check tells the shop.
  const isSo = ({ text }: Passage): boolean =>
    sentencesOf(text).every(sentence => contradictionsOf(sentence, language).length === 0);
  const places = namesOfPlaces(fold(said), language);
  const local =
    places.length === 0
      ? found
      : found.map(passage =>
          passage.asked === undefined || namesOfPlaces(fold(passage.asked), language).length > 0
            ? ofPlace(passage, places, language)
            : passage,
        );
  const fresh = local.map(passage =>
    passage.asked === undefined && passage.article.id === topic
      ? notAgain(passage, marks, said, articles, language)
      : passage,
  );
  const about = aboutOf(`${said} ${had?.about ?? ''}`, spokenOf, catalogue.view.shop);
  const judged = fresh.map(passage => withVerdict(passage, said, language, about, had));
  const checked = judged.map(passage => (isSo(passage) ? passage : { ...passage, score: 0, hedged: false }));
  // A part of the message keeps its place, answered or not; of the rest, what is no answer comes last.
  return [
    ...checked.filter(p => p.asked !== undefined || p.score > 0),
    ...checked.filter(p => p.asked === undefined && p.score === 0),
  ];
};

/** Only what asks, or says what nobody can place, goes on about a page. */
const mayLean: ReadonlySet<Understanding['intent']> = new Set(['question', 'unclear']);

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

/** Folded words for the goods that are meant. */
const aboutOf = (said: string, spokenOf: Product | undefined, shop: Shop): string => {
  const category = shop.categories.find(c => c.key === spokenOf?.category);
  return fold([said, ...Object.values(spokenOf?.name ?? {}), ...Object.values(category?.name ?? {})].join(' '));
};

/** "Still covered", "too late": whether a rule holds after so long. */
const asksIfHolds =
  /\b(?:still|too late|in time|covered|can i|may i|could i|am i|is it|so no|allowed|eligible)\b|还能|还可以|能不能|可以|还在|过了|过期|来得及|还保|能退|能换/u;
/** Another thing, of another time than the one told before. */
const otherTime =
  /\b(?:just (?:got|bought|ordered|received)|today|yesterday|last|another|other)\b|刚|今天|昨天|前天|上(?:个|周|月|次)|另(?:外|一)|别的/u;
/** What is told in the message, or was told before it of the thing that is spoken of. */
const withVerdict = (
  passage: Passage,
  said: string,
  language: Language,
  about: string,
  had: ConversationMemory['had'],
): Passage => {
  const asked = passage.asked ?? said;
  if (!asksIfHolds.test(asked)) return passage;
  const before = had && !otherTime.test(said) ? { of: 'days' as const, amount: had.days, ...had } : undefined;
  const measure = measureIn(said) ?? before;
  if (!measure) return passage;
  for (const text of sentencesOf(passage.text)) {
    const is = verdictOn(text, measure, about);
    if (is)
      return {
        ...passage,
        id: passageId(passage.article.id, language, text),
        text,
        verdict: { is, said: measure.said },
      };
  }
  return passage;
};

/** Told just now: the rest of the page, if that says something to the question, and else that it says no more. */
const notAgain = (
  passage: Passage,
  marks: readonly string[],
  said: string,
  articles: ArticleIndex,
  language: Language,
): Passage => {
  const told = new Set(marks);
  if (!sentenceMarks(passage.text).every(mark => told.has(mark))) return passage;
  const rest = restOfPage(passage.article, told, said, language, term => articles.idf(language, term), {
    known: passage.text,
    ...(passage.hedged ? {} : { least: passage.text }),
  });
  if (!rest) return { ...passage, again: true };
  const id = passageId(passage.article.id, language, rest.text);
  return { ...passage, id, text: rest.text, ...(rest.isNear ? {} : { hedged: true }) };
};

/** Where the page has told all it has, another one of its subject that answers comes before that. */
const stillUntold = (passages: readonly Passage[], threshold: number): Passage[] => {
  const [first, ...others] = passages;
  const other = others.find(
    p => first?.again && !p.hedged && p.score >= threshold && p.article.topic === first.article.topic,
  );
  return other ? [other] : [...passages];
};

/** Of the page spoken of less likeness is enough. */
const mayBeMeant = 0.5;
/** Said in so few words that something said before is meant. */
const fewest = { han: 9, words: 6 };
const asksAboutOther =
  /^(?:那|那么|and|so|ok|but)?,? ?(?:[^,，。]{1,8}呢|(?:what|how) about .{2,24}|(?<=and )(?!(?:how|what|when|where|who|why|do|does|did|is|are|can|could|will|would)\b)[a-z' -]{2,24}\?)[?？!. ]*$/u;

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
