/**
 * A short question after a page was told, by the word that is new in it: "and express?", 专票可以吗. It is answered by the sentence that
 * speaks of it, of that page or of another of its subject; where no page has the word, that is what is told.
 */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { wantedIn, withoutKinds } from '../../knowledge/retrieval/pages/answer-kinds.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { conceptsOf } from '../../knowledge/retrieval/text/concepts.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { chineseWords, isStopWord, singular, stem, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';
import { tellsTried } from '../understand/pages/tried-told.ts';
import { askingClause, unknownThing } from './unknown-thing.ts';

/** Words that any question may hold: none of them is what is new in it. */
const plain = new Set(
  (
    'how much many long soon fast cost take when what where why mean need want like know say tell ask question pay price free work ok okay yes no not ' +
    'sure right still already also even only maybe else thing stuff something anything everything way time day week month year today tomorrow yesterday now later ' +
    'good bad better best well fine great nice sorry thank actually guy man mate people someone anyone possible allow happen go come make let see find use ' +
    'order buy bought item product shop store page answer case way sort kind one two three first second last next other another same different ' +
    'because but however again please about after before without into over under than both each every all too very much enough own self back instead rather if ' +
    'chart guide table list wait hmm hm oh wow lol cool nah nope yeah yep course example reason idea problem matter point part place number'
  ).split(' '),
);
const plainZh = new Set(
  (
    '可以 能不能 可不可以 需要 怎么 怎么办 咋办 怎样 如何 一下 一点 这个 那个 哪个 自己 还是 是不是 就是 不是 没有 有没有 不能 什么 时候 多少 多久 几天 一个 现在 今天 明天 昨天 如果 要是 的话 请问 你们 我们 他们 ' +
    '你家 我家 在家 东西 商品 问题 为什么 为啥 哪里 哪儿 是否 应该 可能 一定 已经 还有 或者 还要 不用 要不要 用不用 知道 觉得 告诉 意思 情况 那么 这样 那样 真的 其实 只有 只能 这种 那种 所以 但是 因为 然后 ' +
    '麻烦 方便 着急 放心 谢谢 好的 不行 不会 不要 想要 收到 东西 大概 左右 直接 一样 差不多 一直 刚才 刚刚 之前 之后 以后 里面 上面 订单 单子 买的 购买 下单 店里 看看 问问 客服 老板 第一 第二 多长 时间 几个 费用 收费 免费 多少钱 价格'
  ).split(' '),
);

/** 专票 and 转赠 are cut into characters where the cutter does not know them: two that stand together are one word. */
const joined = (words: readonly string[]): readonly string[] => {
  const all: string[] = [];
  const isPart = (one: string | undefined): boolean => one?.length === 1 && !isStopWord(one) && !spare.test(one);
  for (const word of words) {
    const last = all.at(-1);
    if (isPart(word) && isPart(last)) all.splice(-1, 1, `${last}${word}`);
    else all.push(word);
  }
  return all;
};
const spare = /[不没很太真好再才又就也都还那这你您他她它上下里去来到说做用让给对从个件双条买拿穿]/u;

/** Numbers, times and words that join are not what is new. */
const notNew =
  /^[一二两三四五六七八九十几就也都还那这我你他她它再又才]|[昨今明前后]天|[上下]午|[上下]周|[了吗呢吧的着过天]$/u;

/** What is new in it, in the order said. */
const newWordsIn = (folded: string, language: Language): readonly string[] => {
  const words =
    language === 'zh'
      ? [
          ...[...folded.matchAll(/\p{Script=Han}+/gu)].flatMap(run => joined(chineseWords(run[0]))),
          ...(folded.match(/[a-z]{3,}/g) ?? []),
        ].filter(word => word.length > 1 && !plainZh.has(word) && !isStopWord(word) && !notNew.test(word))
      : tokensOf(folded)
          .map(({ text }) => text)
          .filter(
            word => /^[a-z]{3,}$/.test(word) && !isStopWord(word) && !plain.has(word) && !plain.has(singular(word)),
          );
  return [...new Set(words)];
};

interface Read {
  readonly folded: string;
  readonly stems: ReadonlySet<string>;
}
const mostRead = 1_000;
const read = new Map<string, Read>();
const readingOf = (sentence: string): Read => {
  let known = read.get(sentence);
  if (!known) {
    const folded = fold(sentence);
    known = { folded, stems: new Set(tokensOf(folded).map(({ text }) => stem(singular(text)))) };
    if (read.size >= mostRead) read.clear();
    read.set(sentence, known);
  }
  return known;
};

/** Short for a longer word: "photo", 专票 for 专用发票. */
const shortestStart = 5;
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);
const speaksOf = (sentence: string, word: string): boolean => {
  const { folded, stems } = readingOf(sentence);
  if (isHan(word)) {
    if (folded.includes(word)) return true;
    const [first, second, more] = [...word];
    return (
      more === undefined && second !== undefined && new RegExp(`${first}[^，。；：、]{0,8}${second}`, 'u').test(folded)
    );
  }
  const own = stem(singular(word));
  return (
    stems.has(own) ||
    (own.length >= shortestStart && [...stems].some(other => other.length > own.length && other.startsWith(own)))
  );
};

/** Whether what a page says has to do with what is new in the question; a question without anything new asks of all of it. */
export const speaksOfNew = (text: string, said: string, language: Language): boolean => {
  const words = newWordsIn(withoutKinds(said), language);
  if (words.length === 0) return true;
  const concepts = new Set(conceptsOf(fold(text)));
  return words.some(word => speaksOf(text, word)) || conceptsOf(said).some(concept => concepts.has(concept));
};

interface Told {
  readonly articles: readonly Article[];
  /** Of the sentences that were told. */
  readonly marks: readonly string[];
  readonly language: Language;
}
interface Asked extends Told {
  /** The passage that is nearest to the question by itself, and whether it surely answers it. */
  readonly whole: Passage | undefined;
  readonly isSure: boolean;
  readonly plainly: { readonly name: string; readonly next?: true } | undefined;
  readonly policy: string | undefined;
  /** Goods of the shop are called so. */
  isOfGoods(word: string): boolean;
}

/** `unsaid`: no page has it; undefined where it is no thing that could be named. */
type OnNewWord = { readonly passage: Passage } | { readonly unsaid: string | undefined };

/** Less of what is new than this share is no answer to it. */
const leastShare = 0.5;
const mostNew = 3;

const sentencesIn = (article: Article, language: Language): readonly string[] =>
  paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf);

/** Undefined: nothing new is in it, or what there is of it is told elsewhere. */
const onNewWord = (
  said: string,
  page: Article,
  { articles, marks, language, plainly, isOfGoods }: Asked,
): OnNewWord | undefined => {
  const ofTitle = fold(inLanguage(page.title, language));
  const words = newWordsIn(withoutKinds(said), language).filter(word => !speaksOf(ofTitle, word));
  if (words.length === 0 || words.length > mostNew) return undefined;
  // What is asked next of a rule is asked of its page.
  const ofPage = plainly?.next === true;
  const everywhere = articles.flatMap(article => sentencesIn(article, language));
  const shared = (word: string): number => everywhere.filter(sentence => speaksOf(sentence, word)).length;
  const weights = new Map(words.map(word => [word, 1 / Math.sqrt(Math.max(1, shared(word)))]));
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const kinds = wantedIn(said);
  const told = new Set(marks);
  const worth = (sentence: string): number =>
    words.reduce((sum, word) => sum + (speaksOf(sentence, word) ? weights.get(word)! : 0), 0) / all;
  const bestOf = (article: Article, mustBeKind: boolean): string | undefined =>
    sentencesIn(article, language)
      .filter(sentence => worth(sentence) >= leastShare && (!mustBeKind || kinds.every(kind => kind.test(sentence))))
      .sort((a, b) => worth(b) - worth(a) || a.length - b.length)[0];
  const passageOf = (article: Article, text: string): OnNewWord => {
    const again = sentenceMarks(text).every(mark => told.has(mark));
    const id = passageId(article.id, language, text);
    return { passage: { id, article, text, score: 1, ...(again ? { again: true } : {}) } };
  };
  const here = bestOf(page, true) ?? bestOf(page, false);
  if (here) return passageOf(page, here);
  for (const article of ofPage ? [] : articles) {
    if (article.topic !== page.topic || article.id === page.id) continue;
    // What shops speak of a lot is told by a page that is about it: a code that expires says nothing of gift cards.
    const title = inLanguage(article.title, language);
    const isAbout = words.every(word => conceptsOf(word).length === 0 || speaksOf(title, word));
    const there = isAbout ? bestOf(article, true) : undefined;
    if (there) return passageOf(article, there);
  }
  if (everywhere.some(sentence => worth(sentence) >= leastShare)) return undefined;
  const written = everywhere.join('\n');
  let isUnknown = false;
  for (const word of words) {
    if (shared(word) > 0 || conceptsOf(word).length > 0 || isOfGoods(word)) continue;
    const clause = askingClause(said, word);
    if (clause === undefined) continue;
    const isWhole = !isHan(word) || wholeWordsIn(said).has(word);
    const unsaid = unknownThing(clause, word, language, { isWhole, written });
    if (unsaid !== undefined) return { unsaid };
    isUnknown = true;
  }
  return isUnknown ? { unsaid: undefined } : undefined;
};

/** As the cutter knows them, none put together. */
const wholeWordsIn = (said: string): ReadonlySet<string> =>
  new Set([...fold(said).matchAll(/\p{Script=Han}+/gu)].flatMap(run => chineseWords(run[0])));

/** That it has no more to say to what is `asked`; `unsaid`: the word that no page has. */
export const saysNoMore = (article: Article, language: Language, asked: string, unsaid?: string): Passage => {
  const text = paragraphsOf(inLanguage(article.body, language))[0] ?? '';
  const id = passageId(article.id, language, text);
  return {
    id,
    article,
    text,
    score: 1,
    again: true,
    hedged: true,
    gap: asked,
    ...(unsaid === undefined ? {} : { unsaid }),
  };
};

/** The question by what is new in it, or by what was tried of what was told; undefined: it has to be answered by itself. */
export const goneOn = (said: string, page: Article, asked: Asked): Passage | undefined => {
  const { whole, isSure, plainly, policy, language } = asked;
  const isOfPage = !isSure || whole?.article.id === page.id;
  const isTried = tellsTried(said) && isOfPage && (!plainly || plainly.name === policy);
  const on = (isSure && !plainly?.next) || (plainly && !plainly.next) ? undefined : onNewWord(said, page, asked);
  // What a rule's own page says comes before a word of what was told.
  if (on && 'passage' in on && !((isTried || plainly) && on.passage.again)) return on.passage;
  if (isTried) return saysNoMore(page, language, said);
  return on && 'unsaid' in on && !plainly ? saysNoMore(page, language, said, on.unsaid) : undefined;
};
