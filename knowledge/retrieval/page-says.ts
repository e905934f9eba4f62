/** What the page of one product says to a question about it: an amount where one is asked for, else the sentence with what was named. */

import { inLanguage, type Language } from '../domain/language.ts';
import type { Product } from '../domain/product.ts';
import { sentencesOf } from './answers.ts';
import { type AskedKind, kindNames, kinds } from './asked-kinds.ts';
import { isConcept } from './concepts.ts';
import { fold } from './fold.ts';
import { termsOf } from './tokens.ts';

/** Said of any product, or to somebody who sells: no property. */
const general = new Set(
  termsOf(
    'cheapest cheaper dearest good nice great fine cool worth best better thing item product one actually real genuine true enough also work works use used like ' +
      'describe description detail details info information more anything something kind sort type page say says mean means think look looks ' +
      'come comes contain contains include includes support supports fit fits hold holds stand stands survive survives handle handles suit suits ' +
      '1st 2nd 3rd 4th 5th 6th 7th 8th sure question wonder show see give buy add take price cost much many long size colour color same first second third last other please ' +
      "she he her his she's he's they hm hmm oh well thanks yes no not ok right how why when where exactly roughly about maybe still ever there here made make makes " +
      '怎么样 怎样 好 好不好 多少 介绍 介绍一下 说说 详细 这款 这个 那个 第一个 第二个 具体 一下 真 真的 到底 东西 产品 商品',
  ),
);

/** One thing that is asked: of a kind, or by what it is called. */
export interface Asked {
  readonly kind?: AskedKind;
  /** The shopper's words. */
  readonly words: string;
  readonly terms: readonly string[];
}

const clauses =
  /[,.;:?!，。；？！、]+\s*|\s+(?:and|or|but|also|plus)\s+|还是|以及|(?<=\p{Script=Han})(?:和|跟|与| )(?=\p{Script=Han})/u;
const aroundZh =
  /^(?:请问|那|它|这[个款件双条只]?|第.[个款件双条]|有没有|有|带不带|带|能不能|能|可以|是不是|是|会不会|会|够不够|够)+|(?:有|的)?(?:吗|(?<!什)么|嘛|呢|吧|啊|没有?|不)+$/gu;
const aroundEn =
  /^(?:(?:is|are|was|does|do|did|has|have|can|could|will|would|should|how|what|which|with|for|of|in|it|its|it's|they|them|their|this|that|these|those|there|the|a|an|any|some|got|get|have|come|comes|i|you|we|u|my|your|one|be|to|if|so|hm+|ok|actually|really|also|then|and|or|please|first|second|third|fourth|fifth|last|real|enough|ok|okay|good|suitable|safe)(?: |$))+|(?: (?:is|are|does|do|has|have|it|they|this|that|too|please|or|and|then|there|in it|on it|with it|for it))+$/g;

/** Which one is meant, who takes it and what they measure: 第1个吗, 那就它了, 男, 175 140斤, "the last one", "men's size m". No page is asked that. */
const tellsOnly =
  /^(?:第|最后|[这那它的个款件双条只台瓶一二三四五六七八九十男女穿要选买拿码号岁高重身体我他她就是吧了吗呢么啊]|还是|公斤|千克|厘米|公分|斤|[\d.\s]|(?<![a-z])(?:cm|kg|lbs?|xxs|xs|xl|xxl|xxxl|[sml]|the|last|first|second|third|fourth|fifth|one|it|that|this|then|i'm|i|am|he|she|is|men|men's|mens|man|women|women's|womens|woman|male|female|size|tall|height|weight|years?|old|take|i'll)(?![a-z']))+[?!]*$/u;
/** 最后那个防水, 第四个防水: which one, before what is asked of it; 就这个 有口袋. */
const placeBefore =
  /^(?:那|就|是|选|要)*(?:(?:第 ?[\d一二三四五六七八九十]|最后[那这]?一?|[这那])[个款件双条只台瓶]|[这那]一?[个款件双条只台瓶])(?=\p{Script=Han}{2})/u;

const itself = /\b(?:it|its|they|them|their|this|that|these|those)\b|它/u;

/** Whether these words belong to what is asked by its amount: "caffeine". */
export const isAskedByKind = (words: string, asked: readonly AskedKind[]): boolean =>
  asked.some(kind => kinds[kind].asks.test(words));

/**
 * What a question asks of a product, each thing once; `own`: terms of its name, which say which product is meant unless they are asked
 * of it ("is it real down"). Takes folded text; empty: nothing in particular is asked.
 */
export const askedIn = (folded: string, own: ReadonlySet<string> = new Set()): Asked[] => {
  const asked = kindNames.filter(kind => kinds[kind].asks.test(folded));
  const found: Asked[] = asked.map(kind => ({ kind, words: folded, terms: [] }));
  for (const clause of folded.split(clauses)) {
    if (asked.some(kind => kinds[kind].asks.test(clause))) continue;
    // A word that belongs to what was asked in the clause before: "battery or cable".
    if (asked.includes('power') && kinds.power.says.test(clause)) continue;
    const words = bare(clause);
    if (tellsOnly.test(words)) continue;
    const terms = termsOf(words.replace(/[’'-]/g, ' ')).filter(
      term => !isConcept(term) && !general.has(term) && !/^\d+$/.test(term),
    );
    const beside = terms.filter(term => !own.has(term));
    const meant = beside.length > 0 || !itself.test(clause) ? beside : terms;
    if (meant.length > 0) found.push({ words: meant === terms ? words : withoutOwn(words, own), terms: meant });
  }
  return found;
};

/** "Does it have a chest strap" is about "chest strap". */
const bare = (clause: string): string =>
  clause.trim().replace(aroundEn, '').replace(placeBefore, '').replace(aroundZh, '').trim() || clause.trim();

const withoutOwn = (words: string, own: ReadonlySet<string>): string =>
  words
    .split(' ')
    .filter(word => !termsOf(word).some(term => own.has(term)))
    .join(' ')
    .replace(aroundEn, '')
    .trim();

export interface PageAnswer {
  /** Sentences of the page, or values of its attributes, in the order of the page. */
  readonly said: readonly string[];
  readonly open: readonly Asked[];
}

/** Half of more than two words is enough; one or two have to be there. */
const isSaid = (terms: readonly string[], has: ReadonlySet<string>): boolean => {
  const met = terms.filter(term => has.has(term)).length;
  return met >= (terms.length <= 2 ? terms.length : Math.ceil(terms.length / 2));
};

/** Word for word what its page says to each thing asked; nothing is concluded from what it leaves out. */
export const pageSays = (product: Product, asked: readonly Asked[], language: Language): PageAnswer => {
  const sentences = sentencesOf(inLanguage(product.description, language));
  const terms = sentences.map(sentence => new Set(termsOf(fold(sentence))));
  const said = new Set<string>();
  const open: Asked[] = [];
  for (const one of asked) {
    if (one.kind) {
      const { says, attributes } = kinds[one.kind];
      const value = attributes.flatMap(name => product.attributes[name] ?? []).slice(0, 1);
      // Its name stands on its page too: "1,000 pieces", "SPF 50".
      const name = inLanguage(product.name, language);
      const found = [...[...sentences, name].filter(sentence => says.test(sentence)).slice(0, 1), ...value];
      if (found.length === 0) open.push(one);
      else said.add(found[0]!);
      continue;
    }
    const at = terms.findIndex(has => isSaid(one.terms, has));
    if (at < 0) open.push(one);
    else said.add(sentences[at]!);
  }
  return { said: [...said].sort((a, b) => sentences.indexOf(a) - sentences.indexOf(b)), open };
};
