/** The shop's articles, searched (search-index.ts), with a calibrated border below which nothing is an answer. */
import { type Article, isReadable, type Reader } from '../../domain/article.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import type { ShopSense } from '../../language/shop-sense.ts';
import { fold, hasHan } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { wantedIn } from './answer-kinds.ts';
import { type Calibration, type CalibrationCase, calibrate, probabilityOf } from './calibrate.ts';
import { evidences, type SearchDocument, type UnitMeanings, unitsOf } from './evidence.ts';
import { offTopic, seldomAnswered } from './off-topic.ts';
import { caseOf, type Passage, paragraphsOf, passageId } from './passage.ts';
import { createSearchIndex, type Match, type SearchIndex } from './search-index.ts';

export interface SearchBy {
  /** The query's sentence vector, where the index was built with meanings. */
  readonly meaning?: Float32Array | undefined;
  /** Who reads and when: only what is for them and holds now is found. Unless given, a stranger now. */
  readonly reader?: Reader | undefined;
}

export interface ArticleIndex {
  /** Best first, at most `count`; scores are calibrated 0..1. Nothing for a text without a word that any article uses. */
  search(query: string, language: Language, count: number, by?: SearchBy): Passage[];
  /** A best passage scoring below this is not an answer. */
  readonly threshold: number;
  /** How well the calibration set is told apart: shares answered and refused rightly at the threshold. */
  readonly calibration: { readonly answered: number; readonly refused: number; readonly questions: number };
  /** How rare a term (tokens.ts) is in the articles of a language, > 0. */
  idf(language: Language, term: string): number;
  /** Whether a query's sentence vector makes a difference. */
  readonly usesMeaning: boolean;
  /** The same articles with sentence vectors beside their words; `known`: what was learned from the same before. */
  withMeanings(meanings: Meanings, known?: ArticleScale): ArticleIndex;
  /** What was learned from these articles. */
  readonly scales: ArticleScales;
}

/** Plain data: it can be kept in a file and sent to another thread. */
export interface ArticleScale {
  /** How much each evidence counts, a language. */
  readonly weights: Partial<Record<Language, readonly number[]>>;
  readonly calibration: Calibration;
}

export interface ArticleScales {
  readonly plain: ArticleScale;
  /** Of the English index with sentence vectors. */
  readonly meant?: ArticleScale;
}

/** Sentence vectors by text, for English. */
export interface Meanings {
  readonly width: number;
  of(text: string): Float32Array | undefined;
}

interface Paragraph {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  /** Of the case it speaks of; empty where it holds in general. */
  readonly ofCase: readonly string[];
}

interface LanguageIndex {
  readonly index: SearchIndex;
  /** Of one document, worked out when it is found. */
  paragraphs(document: number): readonly Paragraph[];
  titleTerms(document: number): ReadonlySet<string>;
}

/** An article's first paragraph is its answer; another has to fit clearly better than this many times as well. */
const firstParagraph = 1.8;
/** What a paragraph of the right article is worth before any word of it is looked at, in rareness of terms. */
const said = 1;
/** One that has the amount or time asked for counts this many times as well. */
const rightKind = 1.5;
/** What holds in a case that nobody asked about is hardly an answer. */
const otherCase = 0.25;
/** Words that ask, and join clauses where nothing is asked. */
const asking = /^(?:what|when|where|how|why|long|much|mani|take)$/;
/** What one of the shop's own questions weighs, once its article is taken away, beside one about something else altogether. */
const orphanWeight = 0.1;
/** Two questions so alike in their words ask the same. */
const asksTheSame = 0.6;
/** What one of them weighs as a shopper might ask it, in words that the page's other questions don't have. */
const rewordedWeight = 0.3;

const documentsIn = (articles: readonly Article[], language: Language): SearchDocument[] =>
  articles.map(a => {
    const mine = a.questions.filter(q => hasHan(q) === (language === 'zh'));
    return {
      title: inLanguage(a.title, language),
      // An article that exists in one language only is found by whatever it has.
      questions: mine.length > 0 || a.body[language] !== undefined ? mine : a.questions,
      passages: paragraphsOf(inLanguage(a.body, language)),
    };
  });

const caseWords =
  /^(?:if|when|where|unless|from|for|after|befor|before|dure|during|case|with|without|outsid|outside|except|~.*)$/;
const contentTerms = (text: string): string[] => [
  ...new Set(termsOf(fold(text)).filter(term => !caseWords.test(term) && !term.endsWith('_'))),
];

const inScript = (texts: readonly string[], language: Language): string[] =>
  texts.filter(text => hasHan(text) === (language === 'zh'));

/** English texts whose vectors `createArticleIndex` asks for. */
export const textsToEncode = (articles: readonly Article[]): string[] => [
  ...new Set([
    ...unitsOf(documentsIn(articles, 'en')).map(u => u.text),
    ...inScript([...offTopic, ...seldomAnswered], 'en'),
  ]),
];

const featuresOf = ({ evidence, home }: Match): number[] => [...Object.values(evidence), home];

const casesFor = (index: SearchIndex, language: Language, meanings: Meanings | undefined): CalibrationCase[] => {
  const cases: CalibrationCase[] = [];
  for (const { document, matches, reworded } of index.leftOut()) {
    const [best] = matches;
    cases.push({ features: featuresOf(reworded), positive: true, weight: rewordedWeight });
    // A neighbouring article found instead is a question of rank, not of knowing: it teaches nothing about the border.
    if (best?.document === document) cases.push({ features: featuresOf(best), positive: true });
    const rival = matches.find(m => m.document !== document);
    if (rival) cases.push({ features: featuresOf(rival), positive: false, weight: orphanWeight });
  }
  const nearest = (text: string): Match | undefined => index.rank(text, 1, { meaning: meanings?.of(text) })[0];
  const negatives = [
    ...inScript(offTopic, language).map(nearest),
    ...inScript(seldomAnswered, language)
      .map(nearest)
      .filter(best => (best?.evidence.words ?? 0) < asksTheSame),
  ];
  for (const best of negatives)
    cases.push({ features: best ? featuresOf(best) : new Array(evidences.length + 1).fill(0), positive: false });
  return cases;
};

const meaningsOf = (documents: readonly SearchDocument[], meanings: Meanings): UnitMeanings => {
  const units = unitsOf(documents);
  const rows = new Float32Array(units.length * meanings.width);
  units.forEach((unit, i) => {
    const row = meanings.of(unit.text);
    if (row) rows.set(row, i * meanings.width);
  });
  return { width: meanings.width, rows };
};

const bestParagraph = (
  { index, paragraphs, titleTerms }: LanguageIndex,
  document: number,
  terms: ReadonlySet<string>,
  kinds: readonly RegExp[],
): string => {
  const all = paragraphs(document);
  const title = titleTerms(document);
  // All of the page is about what its title names: a paragraph that says it again is no nearer than the others.
  const telling = [...terms].filter(term => !title.has(term) && !asking.test(term));
  let best = all[0]?.text ?? '';
  let most = 0;
  for (const paragraph of all) {
    let score = said;
    for (const term of telling) if (paragraph.terms.has(term)) score += index.idf(term);
    score /= Math.sqrt(20 + paragraph.terms.size);
    if (paragraph === all[0]) score *= firstParagraph;
    else if (paragraph.ofCase.filter(term => terms.has(term)).length * 2 < paragraph.ofCase.length) score *= otherCase;
    for (const kind of kinds) if (kind.test(paragraph.text)) score *= rightKind;
    if (score > most + 1e-9) {
      most = score;
      best = paragraph.text;
    }
  }
  return best;
};

export interface ArticleReading {
  readonly meanings?: Meanings | undefined;
  /** General shop language; without it only the articles' own words count. */
  readonly sense?: ShopSense | undefined;
  /** What was learned from the same, read in the same way, before. */
  readonly known?: ArticleScales | undefined;
}

/** Builds both languages' indexes and the scale; a few milliseconds an article, less where what it learns is known. */
export const createArticleIndex = (
  articles: readonly Article[],
  { meanings, sense, known }: ArticleReading = {},
): ArticleIndex => {
  const documents = { en: documentsIn(articles, 'en'), zh: documentsIn(articles, 'zh') };
  const build = (language: Language): LanguageIndex => {
    const seen = new Map<number, ReturnType<LanguageIndex['paragraphs']>>();
    return {
      index: createSearchIndex(documents[language], { sense, known: known?.plain.weights[language] }),
      paragraphs(document) {
        let own = seen.get(document);
        if (!own) {
          own = documents[language][document]!.passages.map(text => ({
            text,
            terms: new Set(termsOf(fold(text))),
            ofCase: contentTerms(caseOf(text) ?? ''),
          }));
          seen.set(document, own);
        }
        return own;
      },
      titleTerms: document => new Set(termsOf(fold(documents[language][document]!.title))),
    };
  };
  const built = { en: build('en'), zh: build('zh') };
  const scale = known?.plain ?? {
    weights: { en: built.en.index.weights, zh: built.zh.index.weights },
    calibration: calibrate([
      ...casesFor(built.en.index, 'en', undefined),
      ...casesFor(built.zh.index, 'zh', undefined),
    ]),
  };
  const index = articleIndex({ built, scale, articles }, undefined);
  return meanings ? index.withMeanings(meanings, known?.meant) : index;
};

interface Plain {
  readonly built: Record<Language, LanguageIndex>;
  readonly scale: ArticleScale;
  readonly articles: readonly Article[];
}

interface Meant {
  readonly index: SearchIndex;
  readonly scale: ArticleScale;
}

const articleIndex = (plain: Plain, meant: Meant | undefined): ArticleIndex => {
  const { built, articles } = plain;
  const { threshold, answered, refused, positives } = (meant ?? plain).scale.calibration;
  return {
    threshold,
    calibration: { answered, refused, questions: positives },
    scales: { plain: plain.scale, ...(meant ? { meant: meant.scale } : {}) },
    withMeanings: (meanings, known) => {
      if (articles.length === 0) return articleIndex(plain, undefined);
      // A query may come without a vector, when the encoder is late: the plain index stays, with a scale of its own.
      const documents = documentsIn(articles, 'en');
      const index = built.en.index.withMeanings(meaningsOf(documents, meanings), known?.weights.en);
      const scale = known ?? {
        weights: { en: index.weights },
        calibration: calibrate(casesFor(index, 'en', meanings)),
      };
      return articleIndex(plain, { index, scale });
    },
    idf: (language, term) => built[language].index.idf(term),
    usesMeaning: meant !== undefined,
    search(query, language, count, { meaning, reader } = {}) {
      const own = built[language];
      const by = language === 'en' && meaning ? meant : undefined;
      const { index, scale } = by ?? { index: own.index, scale: plain.scale };
      const who: Reader = reader ?? { now: new Date(), audiences: [] };
      const terms = new Set(termsOf(fold(query.slice(0, 2_000))));
      const kinds = wantedIn(query.slice(0, 2_000));
      const matches = index.rank(query, Math.max(count, 2), {
        meaning: by && meaning,
        allowed: d => isReadable(articles[d]!, who),
      });
      const { likely, sure } = scale.calibration;
      const scores = matches.map(match => probabilityOf(scale.calibration, featuresOf(match)));
      // That the shop knows of this is seen by the runner-up as well: two pages on one subject share what is asked.
      if (scores.length > 1) scores[0] = Math.max(scores[0]!, scores[1]!);
      return matches.slice(0, count).map((match, i) => {
        const article = articles[match.document]!;
        const score = scores[i]!;
        const text = bestParagraph(own, match.document, terms, kinds);
        return {
          id: passageId(article.id, language, text),
          article,
          text,
          score,
          ...(score >= likely && score < sure ? { hedged: true } : {}),
        };
      });
    },
  };
};
