/**
 * One of the goods on the table by what tells it apart from the others there: "the longway", "plum rain, is it breathable",
 * "the bombo wireless", 滇红那个, 过沼的. The catalogue may have other goods with these words in their names; those on the table
 * are spoken of.
 */
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { isStopWord, singular, type Token, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';

/** Other goods are looked for, however they are described, or several are ordered one beside the other. */
const looksFor =
  /\b(?:looking for|search\w*|show me|anything|something|similar|another|any other|instead of|add|buy|order|put|cart|basket)\b|找|推荐|类似|别的|其他|其它|除了|加入|加购|购物车|下单|[买来要加][一两二三\d]/u;
const longest = 160;

/** Nobody means a thing by these alone, whatever names they stand in. */
const ofTalk =
  /^(?:one|two|three|four|five|six|ten|all|day|night|home|way|first|second|third|last|long|little|small|big|soft|hard|light|return|change|order|gift|box|set|pair|single|piece|page|letter|open|wide|fit|dry|wet|room|pace|man|woman|men|women|kid|child|men's|women's|size|new|old|best|good|run|running|walk|road|work|water|for|with|before|style|bag|pack|shop|season|o'clock|wash|hand|face|body|eye|cream|oil|tea|coffee|shoe|jacket|spf|\d+)$/;
/** "The vest", "that puzzle": what a thing is, said of one of the list. */
const definite = /\b(?:the|that|this|your|those|these)$/;
const asOne = /^(?:one|ones|thing|things|pair|stuff)$/;
/** "The thing with the ferry", "the one about noodles". */
const ofSuch = /\b(?:the|that|this) (?:one|thing|pair) (?:with|about|for|called|named|of)(?: the| a| an)?$/;
/** "Duffel orange, does it have wheels": a colour behind it. */
const inColourThen = /^ (?:in )?([a-z]+)(?=,)/;
/** Where something is put or worn is no thing of the list: "over the shoulder", "in the rain". */
const placed = /\b(?:over|in|into|on|onto|under|behind|around|against|at|through|from|by|off) (?:the|your|my)$/;

interface Model {
  readonly products: Product[];
  readonly words: Set<string>;
  readonly noun: string | undefined;
}

const nameWords = (product: Product): string[] =>
  tokensOf(
    fold(product.name.en ?? '')
      .split(',')[0]!
      .replace(/[’'-]/g, ' '),
  ).map(token => singular(token.text));

/** The one model of these with a word in its name that none of the others has: "the peach coffee". Takes folded text. */
export const byWordOfName = (folded: string, table: readonly Product[]): readonly Product[] => {
  const said = new Set(tokensOf(folded.replace(/[’'-]/g, ' ')).map(token => singular(token.text)));
  const models = modelsOf(table);
  const named = models.filter(model =>
    [...model.words].some(
      word =>
        word.length > 3 &&
        said.has(word) &&
        !ofTalk.test(word) &&
        !isStopWord(word) &&
        models.every(other => other === model || !other.words.has(word)),
    ),
  );
  return named.length === 1 ? named[0]!.products : [];
};

const modelsOf = (table: readonly Product[]): Model[] => {
  const models = new Map<string, Model>();
  for (const product of table) {
    const key = familyOf(product);
    const known = models.get(key);
    if (known) known.products.push(product);
    else {
      const words = nameWords(product);
      models.set(key, { products: [product], words: new Set(words), noun: words.findLast(word => !ofTalk.test(word)) });
    }
  }
  return [...models.values()];
};

const oneOf = ({ products }: Model): Product => products.find(isSellable) ?? products[0]!;

/**
 * One of each model that is named, in the order of the message: of those of its model on the table the first that is to be had.
 * `isOwnWord`: a word of few names that nobody says to a shop. Takes folded text.
 */
export const toldApart = (
  folded: string,
  table: readonly Product[],
  vocabulary: Vocabulary,
  isOwnWord: (word: string) => boolean,
): readonly Product[] => {
  if (table.length === 0 || folded.length > longest || looksFor.test(folded)) return [];
  const models = modelsOf(table);
  return (
    hasHan(folded) ? chineseNames(folded, models, vocabulary) : englishNames(folded, models, vocabulary, isOwnWord)
  )
    .sort((a, b) => a.at - b.at)
    .map(({ model }) => oneOf(model));
};

interface Named {
  readonly model: Model;
  readonly at: number;
}

const englishNames = (
  folded: string,
  models: readonly Model[],
  vocabulary: Vocabulary,
  isOwnWord: (word: string) => boolean,
): Named[] => {
  const plain = folded.replace(/[’'-]/g, ' ');
  const tokens = tokensOf(plain).map(token => ({ ...token, text: singular(token.text) }));
  const isKnown = (word: string): boolean => vocabulary.mentions(word).length > 0;
  const isColour = (word: string): boolean =>
    vocabulary.mentions(word).some(m => m.meanings.some(one => one.slot === 'colour'));
  return models.flatMap(model => {
    const isApart = (word: string): boolean =>
      model.words.has(word) && !models.some(other => other !== model && other.words.has(word));
    const outright = tokens.find(({ text }) => isApart(text) && isOwnWord(text) && !ofTalk.test(text));
    if (outright) return [{ model, at: outright.start }];
    const run = runsOf(tokens, plain, model).find(words => meansIt(words, plain, model, isApart, isKnown, isColour));
    return run ? [{ model, at: run[0]!.start }] : [];
  });
};

/** Words of its name that stand side by side in the message. */
const runsOf = (tokens: readonly Token[], plain: string, { words }: Model): Token[][] => {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    const last = run.at(-1);
    const isNext = last !== undefined && /^[ ]*$/.test(plain.slice(last.end, token.start));
    if (!words.has(token.text) || isStopWord(token.text)) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else if (run.length > 0 && !isNext) {
      runs.push(run);
      run = [token];
    } else run.push(token);
  }
  return run.length > 0 ? [...runs, run] : runs;
};

const meansIt = (
  run: readonly Token[],
  plain: string,
  { noun }: Model,
  isApart: (word: string) => boolean,
  isKnown: (word: string) => boolean,
  isColour: (word: string) => boolean,
): boolean => {
  const own = run.filter(({ text }) => isApart(text) && (!ofTalk.test(text) || text === noun));
  if (own.length === 0) return false;
  const before = plain.slice(0, run[0]!.start).trimEnd();
  const behind = plain.slice(run.at(-1)!.end);
  const colour = inColourThen.exec(behind);
  const after = colour && isColour(colour[1]!) ? behind.slice(colour[0].length) : behind;
  if (ofSuch.test(before) && own.some(({ text }) => !isKnown(text))) return true;
  if (placed.test(before)) return false;
  // "Plum rain", "night market": two words of one name, of which no other on the table has the one.
  if (run.length > 1 && own.some(({ text }) => !isKnown(text))) return true;
  const isDefinite = definite.test(before);
  const next = /^ *([a-z]+)/.exec(after)?.[1];
  if (isDefinite && run.length > 1) return true;
  if (isDefinite && next !== undefined && asOne.test(next) && own.some(({ text }) => !isKnown(text))) return true;
  const last = run.at(-1)!;
  if (isDefinite && last.text === noun && isApart(last.text)) return true;
  // "Buckwheat, is it bitter?"
  return (
    run.length === own.length &&
    /^(?:(?:and|so|ok|but|no|hm+)[, ]+)*$/.test(`${before} `.trimStart()) &&
    /^,/.test(after)
  );
};

const classifier = '[个款件双条只种瓶罐包盒顶副把台支本块张]';
/** 那双夜班车, 那个书记官. */
const pointsBefore = new RegExp(`(?:那|这)(?:一|几)?${classifier}?$|(?:问|说|指)的?(?:就)?是$`, 'u');
/** 我问的是怪熊，不是江豚. */
const deniedBefore = /(?:不是|不要|没问|没说)(?:那|这)?[个款只]?$/u;
/** 滇红那个, 过沼的那双. */
const pointsAfter = new RegExp(`^的?(?:那|这)(?:一|几)?${classifier}`, 'u');
/** 盖碗多大容量, 兔子蓝色的可以水洗吗: what it is, and something asked of it. */
const opensClause = /(?:^|[ ,，。.!！?？])(?:那|请问|这个|那个)?$/u;
const askedOfIt =
  /^(?:\p{Script=Han}{1,2}色)?的?(?:多[大少重高长厚久]|几[个件克升人]|能不?能?|可不?可?以|会不?会?|是不?是?(?!有)|防不?防?|好不好|怎么(?!没)|适合|容量|尺寸|材质|续航|包装|是?(?:什么|啥|几个)意思|是什么|是啥)/u;
/** Said of anything, or of what it has: 有口袋吗. */
const ofTalkZh =
  /^(?:口袋|登机|周日|双层|挂式|顺风|公园|抽屉|窗台|天台|早安|晚安|家常|全天|公路|第一|一公|公里|旅行|跑步|面粉|便携|二人|小熊|课堂|黄铜|工作|玄关|营地|护肤|套装|运动|儿童|男士|女款|防水|入门|通勤|手工|电水|保温|工具|洗漱|洗发|护手|身体|温和)$/u;
const shortestName = 2;
const longestPart = 8;

const chineseNames = (folded: string, models: readonly Model[], vocabulary: Vocabulary): Named[] => {
  const namesOf = ({ products }: Model): string[] =>
    products.map(({ name }) => unspaced(withoutMaker(fold(name.zh ?? ''))));
  return models.flatMap(model => {
    // The maker's name tells none of its goods apart, and may be one's own: 怪熊 怪熊公仔.
    const others = models.filter(other => other !== model).flatMap(namesOf);
    const body = bodyOf(model);
    const isOfOther = (part: string): boolean => others.some(name => name.includes(part));
    const last = body.at(-1) ?? '';
    // 兔子 is what 好脾气兔 is.
    const at =
      chineseName(unspaced(folded), body, isOfOther, vocabulary) ??
      (isOfOther(last) ? undefined : chineseName(unspaced(folded), `${last}子`, isOfOther, vocabulary));
    return at === undefined ? [] : [{ model, at }];
  });
};

/** Between Latin letters, numbers and what stands beside them Chinese has a space or none. */
const unspaced = (text: string): string => text.replace(/ (?=[a-z\d])|(?<=[a-z\d]) /g, '');
/** 樱桃红, "15 毫升", "10 片盒装". */
const formAtEnd = / (?:\d[\d.]* ?[^ ]+|[^ ]+)$/u;
const withoutMaker = (name: string): string => name.slice(name.indexOf(' ') + 1);
/** Its name without its maker and without its colour or size. */
const bodyOf = ({ products: [first] }: Model): string => {
  const name = fold(first?.name.zh ?? '');
  return unspaced(withoutMaker(name).replace(formAtEnd, ''));
};

/** 00片 of 1000片 is no part of its name. */
const cutsNumber = (text: string, from: number, length: number): boolean =>
  (from > 0 && /\d\d/.test(text.slice(from - 1, from + 1))) ||
  /\d\d/.test(text.slice(from + length - 1, from + length + 1));

/** Where the longest part of that name stands that means it and none of the others; undefined: nowhere. */
const chineseName = (
  folded: string,
  body: string,
  isOfOther: (part: string) => boolean,
  vocabulary: Vocabulary,
): number | undefined => {
  for (let length = Math.min(longestPart, body.length); length >= shortestName; length--)
    for (let from = 0; from + length <= body.length; from++) {
      const part = body.slice(from, from + length);
      const at = folded.indexOf(part);
      if (
        at < 0 ||
        deniedBefore.test(folded.slice(0, at)) ||
        isOfOther(part) ||
        cutsNumber(body, from, length) ||
        cutsNumber(folded, at, length)
      )
        continue;
      const isPointedAt =
        pointsBefore.test(folded.slice(0, at)) ||
        pointsAfter.test(folded.slice(at + length)) ||
        (opensClause.test(folded.slice(0, at)) && askedOfIt.test(folded.slice(at + length))) ||
        part === body;
      const [mention] = vocabulary.mentions(part);
      const isKnown = mention !== undefined && mention.end - mention.start >= length - 1;
      if (isPointedAt || (!isKnown && !ofTalkZh.test(part))) return at;
    }
  return undefined;
};
