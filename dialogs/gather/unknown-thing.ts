/** The thing of a question that no page has, as it may be told: "a birthday gift", 顺丰单号. Half a word or a verb is none. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { type Language, languages } from '../../knowledge/domain/language.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { isStopWord, singular } from '../../knowledge/retrieval/text/tokens.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { speech, speechOf } from '../understand/said/parts-of-speech.ts';

const clauseEnd = /(?<=[.!?;。！？；…\n])\s*|[，]|,(?=\p{Script=Han})|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u;

/** After these a word is what somebody does, and before those as well. */
const doer =
  /^(?:i|you|we|they|he|she|it|i'll|we'll|you'll|they'll|i'd|we'd|you'd|i've|to|can|could|will|would|shall|should|may|might|must|don't|doesn't|didn't|can't|won't|please|just|not|also|let|lets|let's)$/;
const doneTo =
  /^(?:it|them|me|us|you|him|her|this|that|these|those|my|your|the|a|an|our|their|his|someone|somebody|anyone|if)$/;

const hasOnly = (word: string, may: number, not: number): boolean => {
  const bits = speechOf(word) || speechOf(singular(word));
  return (bits & may) !== 0 && (bits & not) === 0;
};
const verbal = speech.verb | speech.thirdPerson | speech.past;

const inEnglish = (clause: string, word: string): string | undefined => {
  const words: readonly string[] = clause.match(/[a-z0-9'-]+/g) ?? [];
  const at = words.indexOf(word);
  const [before, next] = [words[at - 1], words[at + 1]];
  const bits = speechOf(word) || speechOf(singular(word));
  if (at < 0 || bits & (speech.past | speech.gerund | speech.adverb)) return undefined;
  if (bits & speech.adjective && !(bits & speech.noun)) return undefined;
  const isDone = before === undefined || doer.test(before) || (next !== undefined && doneTo.test(next));
  if (bits & verbal && isDone) return undefined;
  const joins = (one: string | undefined, may: number, not: number): boolean =>
    one !== undefined && !isStopWord(one) && hasOnly(one, may, not);
  const opens = joins(before, speech.noun | speech.adjective, verbal | speech.adverb);
  const goesOn = joins(next, speech.noun, speech.past | speech.adverb | speech.adjective);
  return [opens ? before : '', word, goesOn ? next : ''].filter(Boolean).join(' ');
};

/** In a word that was put together from single characters these show that it is none. */
const noPart = /[一二两三四五六七八九十几每寄扣付填收发退查改开取送拿到要加点选交算做写问说看给帮让叫拆装刷]/u;
/** 多重, 几成. */
const asksItself = /^[多几怎什哪啥何咋]/u;
/** What ends the name of a thing. */
const thingEnd =
  /^(?:礼物?|卡号?|券|费用?|单号?|号码?|款式?|证书?|版本?|包装?|盒子?|袋子?|税率?|金额?|服务|业务|渠道|活动)/u;

/** `written`: what the pages say. */
const inChinese = (clause: string, word: string, isWhole: boolean, written: string): string | undefined => {
  const at = clause.indexOf(word);
  if (at < 0 || asksItself.test(word) || (!isWhole && noPart.test(word))) return undefined;
  // 支付宝扣: a name the pages know is cut in two.
  const start = clause.slice(Math.max(0, at - 1), at + 1);
  if (/^\p{Script=Han}{2}$/u.test(start) && written.includes(clause.slice(at - 1, at + 1)) && !isWhole)
    return undefined;
  return `${word}${thingEnd.exec(clause.slice(at + word.length))?.[0] ?? ''}`;
};

/** The clause of a message that asks and has this word in it. */
export const askingClause = (said: string, word: string): string | undefined =>
  said
    .split(clauseEnd)
    .find(one => fold(one).includes(word) && (hasFormOfQuestion(fold(one)) || /[?？]\s*$/u.test(one)));

/** The word with what belongs to it; undefined: it is no thing that was asked for. `isWhole`: it is one word by itself. */
export const unknownThing = (
  clause: string,
  word: string,
  language: Language,
  { isWhole, written }: { readonly isWhole: boolean; readonly written: string },
): string | undefined =>
  language === 'zh' && /\p{Script=Han}/u.test(word)
    ? inChinese(fold(clause), word, isWhole, written)
    : inEnglish(fold(clause), word);

const named = new WeakMap<CatalogueView, string>();
/** Whether goods of the shop are called so: of these its own pages speak. */
export const namesOfGoods = (view: CatalogueView): ((word: string) => boolean) => {
  let names = named.get(view);
  if (names === undefined) {
    const all = [...view.shop.categories.map(({ name }) => name), ...view.products.map(({ name }) => name)];
    names = ` ${all.flatMap(name => languages.map(language => fold(name[language] ?? ''))).join(' ')} `;
    named.set(view, names);
  }
  const known = names;
  return word =>
    /\p{Script=Han}/u.test(word)
      ? known.includes(word)
      : [word, singular(word)].some(one => known.includes(` ${one} `) || known.includes(` ${one}s `));
};
