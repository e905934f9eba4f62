/** From a message to what is said in reply: each thing it asks looked up by itself, each answer as short as it can be. */
import type { Article, Reader } from '../../domain/article.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { conceptsOf } from '../text/concepts.ts';
import { fold, hasHan } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { asksTheWay, namesLength, wantedIn, withoutKinds } from './answer-kinds.ts';
import type { ArticleIndex } from './articles.ts';
import { type Passage, paragraphsOf, passageId } from './passage.ts';

const englishBreak =
  /(?<=[?!;])\s+|[,.]?\s+(?:and|n|also|plus)\s+(?=(?:also\s+)?(?:how|what|when|where|which|who|do|does|did|can|could|is|are|will|would|should|may)\b)/i;
const chineseBreak =
  /(?<=[？?！!；;。])(?!$)|[，,]?\s*(?:还有|另外|以及|顺便问一下|顺便|再问一下)|[，,](?=[^，,]*(?:吗|呢|多少|多久|多长|谁|怎么|如何|几|什么|哪|能不能|可不可以|是否))/;
const mostParts = 3;
/** A remark beside a question ("my order is late", "thanks") is not looked up by itself. */
const asks =
  /(?:^|[,;:] ?|\s[-–—] )(?:and |also |so |but )*(?:how|what|when|where|which|who|why|do|does|did|can|could|is|are|am|will|would|should|may|have|has)\b|[?？]$|吗|呢|多少|怎么|如何|(?<!好)几|什么|哪|谁|多久|能不能|可不可以|是否|有没有/iu;

/** "How much is it", 多少钱: a part that says nothing by itself belongs to the one before. */
const pointsBack = /\b(?:it|its|that|them|this|they|those|these|one)\b|它|这个|那个|这种|那种/iu;
const bare =
  /^(?:how|much|many|long|soon|cost|price|take|day|week|hour|when|what|where|也|要|多少|多少钱|钱|多久|几天|几|天|多长|时间|什么时候|时候|需要|大概|吗|的话)$/iu;
const isBare = (term: string): boolean => bare.test(term) || term.endsWith('_');
export const leansOnBefore = (part: string): boolean =>
  pointsBack.test(part) ||
  /^那?\p{Script=Han}{1,5}呢[?？]*$/u.test(part.trim()) ||
  /^(?:几|多少)(?:天|小时)(?:之|以)?内[啊呀呢吗?？]*$/u.test(part.trim()) ||
  termsOf(fold(part)).every(term => isBare(term) || term === '~price');

/** In chats a space stands for a comma; what only tells belongs to the question behind it: 买的鞋磨脚 能退吗. */
const atSpaces = (text: string): string[] => {
  const parts: string[] = [];
  let told = '';
  for (const clause of text.split(/(?<=\p{Script=Han}) +(?=[\p{Script=Han}\d])/u)) {
    const part = told === '' ? clause : `${told} ${clause}`;
    const asksNow = asks.test(clause);
    if (asksNow && !leansOnBefore(clause)) parts.push(part);
    else if (parts.length > 0) parts.push(`${parts.pop()} ${part}`);
    told = asksNow || parts.length > 0 ? '' : part;
  }
  return told === '' ? parts : [...parts, told];
};

const questionsIn = (text: string): string[] =>
  text
    .split(hasHan(text) ? chineseBreak : englishBreak)
    .flatMap(part => (hasHan(part) ? atSpaces(part) : [part]))
    .map(part => part.trim())
    .filter(part => asks.test(part) && termsOf(fold(part)).length > 0);

/** The questions of one message in their order; one when it asks one thing. */
export const partsOf = (text: string): string[] => {
  const parts = questionsIn(text);
  const apart = parts.length >= 2 && parts.length <= mostParts && !parts.slice(1).some(leansOnBefore);
  return apart ? parts : [text];
};

/** One thing that is asked: as it was said, and as it is looked up. */
export interface PartAsked {
  readonly part: string;
  readonly query: string;
  /** It says nothing without what was said before it. */
  readonly leans: boolean;
}

/** The questions of one message with what each leans on: "how long does it take", after "how much is delivery to Xi'an". */
export const partsAsked = (text: string): PartAsked[] => {
  const parts = questionsIn(text);
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.length > mostParts)
    return [{ part: text, query: text, leans: false }];
  const spokenOf = withoutKinds(first).trim();
  return parts.map((part, i) => {
    const leans = i > 0 && leansOnBefore(part);
    return {
      part,
      query: leans ? `${part.replace(/[?？!！.。]+$/u, '')}${hasHan(part) ? '' : ' '}${spokenOf}` : part,
      leans,
    };
  });
};

export const sentencesOf = (paragraph: string): string[] =>
  paragraph
    .split(/(?<=[.!?]["”’)]?)\s+(?=[\p{Lu}“"'(\d])|(?<=[。！？])(?!$)/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '');

interface ReadSentence {
  readonly text: string;
  readonly terms: readonly string[];
}

/** Paragraphs whose sentences are kept: the same few are answers again and again. */
const mostParagraphs = 2_000;
const paragraphsRead = new Map<string, readonly ReadSentence[]>();
const readSentences = (paragraph: string): readonly ReadSentence[] => {
  let sentences = paragraphsRead.get(paragraph);
  if (!sentences) {
    sentences = sentencesOf(paragraph).map(text => ({ text, terms: termsOf(fold(text)) }));
    if (paragraphsRead.size >= mostParagraphs) paragraphsRead.clear();
    paragraphsRead.set(paragraph, sentences);
  }
  return sentences;
};

/** A sentence that leans on the one before. */
const leans =
  /^(?:it|its|they|them|their|this|that|these|those|then|there|otherwise|however|but|also|so|and|or|if not|he|she)\b|^(?:它|他们|这|那|其|否则|但|不过|另外|此外|也|都|还|如果不|之后|然后|同时)/iu;
const yesOrNo =
  /^(?:yes|no|not|sorry)\b|^(?:可以|不可以|能|不能|支持|不支持|会|不会|是的|不是|有|没有|不需要|需要|抱歉)/iu;
const asksYesOrNo =
  /^(?:do|does|did|can|could|is|are|will|would|may|should|am|have|has)\b|吗[？?]?$|能不能|可不可以|是不是|有没有|是否/iu;
/** As much of what the whole paragraph says to the question must stay. */
const keptShare = 0.85;
/** What the right kind of thing is worth beside a rare word of the question. */
const kindWorth = 4;

/**
 * The fewest sentences in a row that say to the question what the whole paragraph says; the paragraph itself when nothing
 * in it shares a word with the question, since then nobody can tell which sentence is meant.
 */
export const shortestAnswer = (paragraph: string, question: string, worth: (term: string) => number): string => {
  const sentences = readSentences(paragraph);
  if (sentences.length < 2 || asksTheWay(question)) return paragraph;
  const asked = new Set(termsOf(fold(question)));
  const kinds = wantedIn(question);
  const said = sentences.map(({ text, terms }) => ({
    terms: new Set(terms.filter(term => asked.has(term))),
    kinds: kinds.map(kind => kind.test(text)),
  }));
  const value = (from: number, to: number): number => {
    const terms = new Set<string>();
    const met = kinds.map(() => false);
    for (let i = from; i <= to; i++) {
      for (const term of said[i]!.terms) terms.add(term);
      said[i]!.kinds.forEach((is, k) => {
        if (is) met[k] = true;
      });
    }
    let sum = met.filter(Boolean).length * kindWorth;
    for (const term of terms) sum += worth(term);
    return sum;
  };
  const whole = value(0, sentences.length - 1);
  const matched = new Set(said.flatMap(s => [...s.terms]));
  let left = 0;
  let met = 0;
  for (const term of asked) {
    if (matched.has(term)) met += worth(term);
    else if (!isBare(term) && !term.startsWith('~') && conceptsOf(term).length === 0) left += worth(term);
  }
  // Most of what is asked about has other names here, or none: any one sentence might be about something else.
  if (whole === 0 || left > met) return paragraph;
  let best = { from: 0, to: sentences.length - 1, length: Number.POSITIVE_INFINITY };
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from; to < sentences.length; to++) {
      let length = 0;
      for (let i = from; i <= to; i++) length += sentences[i]!.text.length;
      if (length < best.length && value(from, to) >= keptShare * whole) best = { from, to, length };
    }
  }
  let { from } = best;
  while (from > 0 && leans.test(sentences[from]!.text)) from -= 1;
  if (asksYesOrNo.test(question.trim()) && yesOrNo.test(sentences[0]!.text)) from = 0;
  return sentences
    .slice(from, best.to + 1)
    .map(({ text }) => text)
    .join(hasHan(paragraph) ? '' : ' ');
};

export interface Asked {
  readonly text: string;
  readonly language: Language;
  readonly reader: Reader;
  /** Sentence vector of a text, where there are such. */
  readonly meaningOf?: ((text: string) => Float32Array | undefined) | undefined;
  /** The plain question that a part means, where its words are known to mean one. */
  readonly plainly?: ((part: string) => string | undefined) | undefined;
}

/**
 * Passages for a message, best first. One that asks two things brings the best passage for each part, named in `asked` and
 * in the order asked, answered or not; then what comes near the message as a whole.
 */
export const findAnswers = (
  index: ArticleIndex,
  { text, language, reader, meaningOf, plainly }: Asked,
  count: number,
): Passage[] => {
  const look = (query: string): Passage[] =>
    index
      .search(query, language, count, { reader, meaning: meaningOf?.(query) })
      .map(passage => shortened(passage, query, language, index));
  const whole = look(text);
  const parts = partsAsked(text);
  if (parts.length === 1) return whole;
  const isAnswer = (passage: Passage | undefined): passage is Passage =>
    passage !== undefined && passage.score >= index.threshold;
  const found = parts.map(({ part, query, leans }) => {
    const plain = plainly?.(part) ?? (leans ? plainly?.(query) : undefined);
    const meant = plain === undefined ? undefined : look(plain)[0];
    const nearest = look(query)[0];
    // A plain question about delivery may be about its time, where its cost is asked.
    const wanted = wantedIn(part);
    const isOfKind = (passage: Passage): boolean => wanted.every(kind => kind.test(passage.text));
    const best = isAnswer(meant) && (isOfKind(meant) || !isAnswer(nearest)) ? meant : nearest;
    return { part, leans, best };
  });
  // What only leans on something else is a question of its own where a page answers it as one.
  const own = found.filter(f => !f.leans || isAnswer(f.best));
  const answered = own.filter(f => isAnswer(f.best));
  // Said twice in other words, or with a remark beside it: one answer.
  if (own.length < 2 || answered.length === 0) return whole;
  const named: Passage[] = [];
  for (const { part, best } of own) if (best && !named.some(p => says(p, best))) named.push({ ...best, asked: part });
  const [first] = named;
  if (!first || (answered.length === own.length && named.length === 1)) return whole;
  const ids = new Set<Article['id']>(named.map(p => p.article.id));
  return [...named, ...whole.filter(p => !ids.has(p.article.id))];
};

/** The one tells all that the other does. */
const says = (one: Passage, other: Passage): boolean =>
  one.article.id === other.article.id && (one.text.includes(other.text) || other.text.includes(one.text));

const shortened = (passage: Passage, question: string, language: Language, index: ArticleIndex): Passage => {
  // The page has a table of lengths, in another paragraph than the one that is nearest in words.
  const table =
    namesLength(question) && !namesLength(passage.text)
      ? paragraphsOf(inLanguage(passage.article.body, language)).find(namesLength)
      : undefined;
  const text = shortestAnswer(table ?? passage.text, question, term => index.idf(language, term));
  return text === passage.text ? passage : { ...passage, text, id: passageId(passage.article.id, language, text) };
};
