/** A message as it is asked of the shop's pages: in what words, by whom, after which page was told. */
import type { Article, Reader } from '../../knowledge/domain/article.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { SentenceEncoder } from '../../knowledge/ports.ts';
import { findAnswers, partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { passageFor } from '../../knowledge/retrieval/pages/subjects.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';

/** Passages looked at in a turn. */
const passageCount = 3;
/** A turn waits no longer than this for sentence vectors; it does without them then. */
const patienceMilliseconds = 60;

export interface AskedPlainly {
  readonly question: string;
  readonly subject?: string | undefined;
}

export interface PageQuestion {
  readonly said: string;
  /** With what the thing spoken of is, where the answer depends on it; no page is about that very thing then. */
  readonly text: string;
  readonly unsure: boolean;
  readonly language: Language;
  readonly reader: Reader;
  readonly index: ArticleIndex;
  readonly intent: Understanding['intent'];
  /** The rule it asks for in closed words; the rule and the subject that were told just before. */
  readonly plainly: Understanding['plainly'];
  readonly policy: string | undefined;
  readonly subject: string | undefined;
  /** Goods would go abroad, as was said in this message or before. */
  readonly abroad: boolean;
  /** The page told from just before, and what of it was told. */
  readonly page: Article | undefined;
  readonly marks: readonly string[];
  readonly articles: readonly Article[];
  /** Goods of the shop are called so. */
  isOfGoods(word: string): boolean;
  /** Told already, and no answer to it. */
  readonly isNot?: ((passage: Passage) => boolean) | undefined;
  /** What its words, or other words, find. */
  asks(text: string): Promise<Passage[]>;
  /** What a rule's plain question finds; the very paragraph, where the rule says of which subject it is. */
  ofRule(rule: AskedPlainly): Promise<Passage[]>;
  meanings(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array> | null>;
}

export const isAnswered = (passages: readonly Passage[], { threshold }: ArticleIndex): boolean =>
  (passages[0]?.score ?? 0) >= threshold;

export const askPages = (
  question: Omit<PageQuestion, 'asks' | 'ofRule' | 'meanings'>,
  encoder: SentenceEncoder | undefined,
): PageQuestion => {
  const { language, reader, index, plainly, policy, isNot, abroad } = question;
  const meanings: PageQuestion['meanings'] = async texts =>
    encoder && index.usesMeaning && language === 'en' ? meaningsOf(texts, encoder) : null;
  const asks = async (text: string): Promise<Passage[]> => {
    const meant = await meanings([text, ...partsAsked(text).map(one => one.query)]);
    const found = await findAnswers(
      index,
      {
        text,
        language,
        reader,
        meaningOf: asked => meant?.get(asked),
        plainly: part => {
          const rule = policyAsked(fold(part), language, { told: plainly?.name ?? policy, abroad });
          return rule?.open ? undefined : rule?.question;
        },
      },
      passageCount,
    );
    return isNot ? found.filter(passage => !isNot(passage)) : found;
  };
  return {
    ...question,
    meanings,
    asks,
    async ofRule({ question: plain, subject }) {
      const found = subject === undefined ? undefined : passageFor(index, plain, language, reader);
      return found && !isNot?.(found) ? [{ ...found, subject, score: 1, hedged: false }] : asks(plain);
    },
  };
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
