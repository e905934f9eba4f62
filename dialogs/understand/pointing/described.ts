/**
 * One of the list by what it is like: "the blue one", "how much is the puffer", 黑色的那款. Where the list has one such thing
 * only (or several colours of it), the words give way to its place ("the 3rd one"), which is what everything else reads.
 */
import { toMajor } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Meaning, Mention, Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';

const longest = 120;
/** Looked for anew, or told of in general. */
const notOfList =
  /\b(?:show me (?:the |your |some |all )*[a-z]+s\b(?! )|looking for|search|need|prefer|rather|any(?! (?:good|use|better|warmer|idea)\b)|other|else|ones|all|like (?:to (?:see|buy)|the)|similar|different|same|not|n't|without|except)\b|找|别的|其他|其它|有没有(?=.*[那这]一?[个款件双条只种])|类似|一样|不要|除了|不是/u;
const definite = /\b(?:the|that|this) (?=((?:[a-z'-]+ ){0,3}[a-z'-]+))/g;
/** Here a thing's description ends. */
const behind =
  /^(?:the|is|are|was|does|do|did|has|have|had|can|could|will|would|should|come|comes|cost|costs|made|to|in|into|on|from|for|at|of|with|and|or|but|please|pls|too|then|now|again|instead|first|fit|fits|look|looks|worth|available|still|machine|really|any|when|if|my|i|you|it|waterproof|washable)$/;
/** "In the dishwasher" is a place, whatever goods are safe there. */
const insideOf = /\b(?:in|into|inside|through) $/;
const isFor = /\bfor $/;
const noDescription = new Set(['one', 'thing', 'item', 'product', 'pair', 'kind', 'same', 'a', 'an']);
/** Places and orders of a list have their own readings. */
const joins = /(?:\b(?:and|or|with|vs|versus|than)|[,&]) $|[和跟与]$/u;
/** What a shop does is no thing of its list: "how does the return work" asks for no Soft Return shoe. */
const ofService =
  /^(?:shop|store|returns?|refunds?|exchanges?|changes?|gifts?|box|bank|cards?|orders?|delivery|shipping|price|sale|code|deal|offer|discount|wrap|size|guide|policy|payment|pay|transfer|point|member\w*|work|open|close|service)$/;
const placed =
  /^(?:first|second|third|fourth|fifth|last|next|previous|other|middle|top|bottom|cheap\w*|dear\w*|expensive|best|most|least|\w+est|\d.*)$/;

const chinese =
  /(?<![一-鿿]{9})([一-鿿]{1,8}?)的?(?:那|这)一?[个款件双条只种瓶罐包盒顶副把台支本]|(?:那|这)[个款件双条只种瓶罐包盒顶副把台支本]?(?![个款件双条只种瓶罐包盒顶副把台支本])([一-鿿]{1,6}?)(?=多|怎么|什么|防|能|可|没|有|是|会|好|加|放|要|吗|呢|贵|透|大|重|适|$)|(?<=^|[,.?! ])([一-鿿]{2,8}?)(?=里[面头边](?:是|有|都|装)|(?:都|具体)?(?:有|含|包括?)(?:什么(?!颜色|优惠)|哪些)|多[大重高长厚](?:的|啊|呀)?(?:[?!., ]|$)|能不能|可不可以|会不会|防不防水|重不重)/gu;

/**
 * `shown`: the list, in its order. Folded text in, folded text out, with all that is described in it; undefined: nothing of
 * the list is described, or one description beside another leaves it open what is meant.
 */
export const asPlaceInList = (said: string, shown: readonly Product[], vocabulary: Vocabulary): string | undefined => {
  const meant = said.replace(turnedDownFirst, '');
  const folded = asks.test(meant) ? meant.replace(plural, '$1one') : meant;
  if (shown.length === 0 || folded.length > longest || notOfList.test(folded)) return undefined;
  const han = hasHan(folded);
  const priced = byPrice(folded, shown);
  if (priced) return folded.slice(0, priced.start) + priced.place + folded.slice(priced.end);
  const found: InPlace[] = [];
  for (const match of folded.matchAll(han ? chinese : definite)) {
    const one = (han ? chineseIn : englishIn)(match, shown, vocabulary);
    if (one === 'open' && (found.length > 0 || joins.test(folded.slice(0, match.index)))) return undefined;
    if (one && one !== 'open') found.push(one);
  }
  if (found.length === 0) return undefined;
  return found.reduceRight((text, { start, end, place }) => text.slice(0, start) + place + text.slice(end), folded);
};

/** "Not the bag, just the jacket. Does it come in M", 不是包 是那件外套: what is turned away first leaves the other one. */
const turnedDownFirst =
  /^(?:(?:no|nope|nah|ok|okay|well|sorry|haha|lol)[,. ]+)*(?:not|i (?:don't|do not) mean|i didn't mean|forget|skip) (?:the|that|this) [a-z' -]{2,24}?(?:[,.;!]+ ?(?:i (?:mean|meant|want) )?(?:but |just |only )*|(?: but| just| only)+ )(?=the |that |this )|^(?:不是|不要|不看|别管|不管)(?:[那这]个?)?\p{Script=Han}{1,6}[,，。 ]+(?:我)?(?:(?:就|只|想)?(?:要|看|问|说)(?:的是)?|是|就)*(?=[那这]|\p{Script=Han}{1,8}的?那)/u;

/** "Do the 49 ones have a mic": shoes and earbuds are several. */
const plural = /\b(the (?:[¥$€£]?\d{2,4}|[a-z'-]+(?: [a-z'-]+)?) )ones\b/g;

const asks = /^(?:(?:and|so|but|ok)[, ]+)*(?:do|does|are|is|can|will|have|how)\b/;

/** That one of them, where it is no place of the list: of goods that were shown before. */
export const describedOne = (
  folded: string,
  among: readonly Product[],
  vocabulary: Vocabulary,
): Product | undefined => {
  if (among.length === 0 || folded.length > longest || notOfList.test(folded)) return undefined;
  const han = hasHan(folded);
  for (const match of folded.matchAll(han ? chinese : definite)) {
    const one = (han ? chineseIn : englishIn)(match, among, vocabulary);
    if (!one || one === 'open') continue;
    const place = /\d+/.exec(one.place)?.[0];
    return among[Number(place) - 1];
  }
  return undefined;
};

/** No thing is counted: 那 says "then". */
const thenWhat = /^那(?![个款件双条只种瓶罐包盒顶副把台支本]|一)/u;
const endsSo = /^(?:呢|有[吗么没]|有没有)?[?!. ]*(?:$|[,， ])/u;

interface InPlace {
  readonly start: number;
  readonly end: number;
  readonly place: string;
}

/** 'open': something is described, and it is not one thing of the list. */
type Found = InPlace | 'open' | undefined;

const asksIfDoes = /^(?:能|会|可以|可不|支持|够|带不|有没)/u;
const chineseIn = (match: RegExpExecArray, shown: readonly Product[], vocabulary: Vocabulary): Found => {
  const said = match[1] ?? match[2] ?? match[3];
  // 这个能控温不: what it can do is asked, and describes none.
  if (!said || (match[2] !== undefined && asksIfDoes.test(said))) return undefined;
  // 那托特包呢, 那看看夹克: what else there is, and none of the list.
  const isElse =
    match[2] !== undefined && thenWhat.test(match[0]) && endsSo.test(match.input.slice(match.index + match[0].length));
  if (isElse) return undefined;
  // 到底电磁炉能不能用: what it can do stands before it too, and describes none.
  const isDescribed =
    match[3] === undefined ||
    vocabulary.mentions(said).some(m => m.meanings.some(({ slot }) => slot === 'product' || slot === 'category'));
  const found =
    (isDescribed ? theOne(describedBy(said, shown, vocabulary)) : undefined) ??
    theOne(calledSo(said, shown)) ??
    (match[1] === undefined ? undefined : theOne(writtenOf(said, shown)));
  if (!found && match[3] !== undefined) return undefined;
  if (!found) return vocabulary.mentions(said).length > 0 ? 'open' : undefined;
  // What stands before the description in the same breath is not part of it: 请把黑色的那款.
  const start = match[2] === undefined ? match.index + match[0].indexOf(found.words) : match.index;
  return { start, end: match.index + match[0].length, place: `第${shown.indexOf(found.product) + 1}个` };
};

const englishIn = (match: RegExpExecArray, shown: readonly Product[], vocabulary: Vocabulary): Found => {
  const words = match[1]!.split(' ');
  const until = words.findIndex(word => behind.test(word));
  const description = until < 0 ? words : words.slice(0, until);
  if (description.length === 0 || description.some(word => placed.test(word))) return undefined;
  if (description.at(-1) !== 'one' && insideOf.test(match.input.slice(0, match.index))) return undefined;
  // "For the gym": what one of the list is to be for.
  const before = match.input.slice(0, match.index);
  const told = vocabulary.mentions(description.join(' ')).flatMap(one => one.meanings);
  if (isFor.test(before) && told.length > 0 && told.every(one => one.slot === 'occasion')) return undefined;
  // The last word may be what is said of it: "is the backpack roomy".
  for (let n = description.length; n > 0; n--) {
    const said = description.slice(0, n).join(' ');
    const found = theOne(describedBy(said, shown, vocabulary));
    if (!found || vocabulary.mentions(description.slice(n).join(' ')).length > 0) continue;
    const end = match.index + match[0].length + said.length;
    return { start: match.index, end, place: `the ${ordinal(shown.indexOf(found.product) + 1)} one` };
  }
  const written =
    description.at(-1) === 'one' ? theOne(writtenOf(description.slice(0, -1).join(' '), shown)) : undefined;
  if (written) {
    const end = match.index + match[0].length + description.join(' ').length;
    return { start: match.index, end, place: `the ${ordinal(shown.indexOf(written.product) + 1)} one` };
  }
  return vocabulary.mentions(description.join(' ')).length > 0 ? 'open' : undefined;
};

/** "The 39 one", 39那个: one of the list by what it costs, where no name has that number and nothing comes in that size. */
const byPrice = (folded: string, shown: readonly Product[]): InPlace | undefined => {
  const match = pricedEnglish.exec(folded) ?? pricedChinese.exec(folded);
  if (!match) return undefined;
  const [said] = match.slice(1).filter(one => one !== undefined);
  const isElse = shown.some(p => valuesOf(p, 'size')?.includes(said!) || numbersOf(p).includes(said!));
  const costing = shown.filter(p => toMajor(p.price) === Number(said));
  const [one] = costing;
  if (isElse || !one || costing.some(p => familyOf(p) !== familyOf(one))) return undefined;
  const at = shown.indexOf(one) + 1;
  return {
    start: match.index,
    end: match.index + match[0].length,
    place: hasHan(folded) ? `第${at}个` : `the ${ordinal(at)} one`,
  };
};
const pricedEnglish =
  /\bthe (?:one (?:for|at) )?[¥$€£]?(\d{2,4}) ?(?:yuan|rmb|kuai|bucks|dollars)? ones?\b|\bthe one (?:for|at) [¥$€£]?(\d{2,4})\b/;
const pricedChinese =
  /(?:[¥￥]|(?<!\d))(\d{2,4})(?:块钱?|元)?的?(?:那|这)一?[个款件双条只种瓶罐包盒顶副把台支本]|(?:那|这)一?[个款件双条只种][¥￥]?(\d{2,4})(?:块钱?|元)?的|(?<=^(?:那|这)?)[¥￥]?(\d{2,4})(?:块钱?|元)?的(?=呢|[怎咋能可会防])/u;
/** One of the list may be told by what it costs. */
export const saysPrice = (folded: string): boolean => pricedEnglish.test(folded) || pricedChinese.test(folded);
const numbersOf = ({ name }: Product): readonly string[] => fold(name.en ?? '').match(/\d+/g) ?? [];

const ordinal = (place: number): string => ['1st', '2nd', '3rd'][place - 1] ?? `${place}th`;

interface Described {
  readonly products: readonly Product[];
  /** The words that describe. */
  readonly words: string;
}

/** Those of the list that all words are true of; none where the words say nothing. */
const describedBy = (said: string, shown: readonly Product[], vocabulary: Vocabulary): Described => {
  const mentions = vocabulary.mentions(said);
  // What comes behind the thing's name is said of it: "is the jacket warm".
  const goods = mentions.findLast(m => m.meanings.some(one => one.slot === 'category' || one.slot === 'product'));
  if (goods && said.slice(goods.end).trim() !== '' && said.slice(goods.end).trim() !== 'one')
    return { products: [], words: said };
  let rest = said;
  for (const { start, end } of mentions) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  const han = hasHan(said);
  const names = han
    ? []
    : tokensOf(rest)
        .map(t => singular(t.text))
        .filter(word => !noDescription.has(word));
  if (mentions.length + names.length === 0 || names.some(word => ofService.test(word)))
    return { products: [], words: said };
  // Chinese words around the description belong to the sentence.
  if (han && mentions.length === 0) return { products: [], words: said };
  const isOne = (product: Product, one: Meaning): boolean => matches(product, { ...one, polarity: 'like' });
  // "The earbuds", of headphones: what a thing is tells more than the shelf it is on.
  const meant = mentions.map(({ meanings }) => {
    const shelves = meanings.filter(one => one.slot === 'category').map(one => one.value);
    // "The jacket" may be any of that shelf.
    const isShelf = (value: string): boolean => shelves.some(shelf => shelf.split('-').map(singular).includes(value));
    const things = meanings.filter(one => one.slot === 'product');
    if (things.some(one => isShelf(one.value))) return meanings;
    return shown.some(product => things.some(one => isOne(product, one))) ? things : meanings;
  });
  const products = shown.filter(
    product =>
      meant.every(meanings => meanings.some(one => isOne(product, one))) &&
      names.every(word => nameWords(product).has(word)) &&
      (mentions.length > 0 || names.includes(nounOf(product) ?? '')),
  );
  const words = han ? said.slice(mentions[0]!.start) : said;
  // "The weekend one" is the weekender, whatever it is for.
  const of = products.length > 0 || mentions.length === 0 ? products : shown;
  const called = of.filter(product => mentions.every(one => isInName(product, one)));
  return { products: called.length > 0 ? called : products, words };
};
/** "The cycling one", of a running jacket for cycling as well and a cycling jacket. */
const isInName = ({ name: { en = '', zh = '' } }: Product, { surface, meanings }: Mention): boolean =>
  meanings.some(one => inName.has(one.slot)) && fold(hasHan(surface) ? zh : en).includes(fold(surface));
const inName: ReadonlySet<Meaning['slot']> = new Set(['occasion', 'feature']);

/** 花瓣那双, 那兔子: those of the list in whose name the last characters of it stand, two or more of them or the very end of a name. */
const calledSo = (said: string, shown: readonly Product[]): Described => {
  for (let from = 0; from + 2 <= said.length; from++) {
    const words = said.slice(from).replace(/的$/u, '');
    if (words.length < 2) break;
    // 兔子 is what 好脾气兔 is.
    const plain = /^\p{Script=Han}子$/u.test(words) ? words.slice(0, 1) : undefined;
    const products = shown.filter(({ name }) => {
      const own = fold(name.zh ?? '').split(' ');
      return own.some(part => part.includes(words) || (plain !== undefined && part.endsWith(plain)));
    });
    if (products.length > 0) return { products, words };
  }
  return { products: [], words: said };
};

/** 杨桃红茶感那个, "the starfruit one": those of the list whose page has all of these words. */
const writtenOf = (said: string, shown: readonly Product[]): Described => {
  const words = said.replace(/的$/u, '');
  const products = shown.filter(({ description: { en, zh } }) => {
    const page = fold((hasHan(words) ? zh : en) ?? '');
    if (!hasHan(words)) return isWritten(words, page);
    if (words.length < leastWritten) return false;
    const cuts = Array.from({ length: words.length - 3 }, (_, i) => i + 2);
    return page.includes(words) || cuts.some(at => page.includes(words.slice(0, at)) && page.includes(words.slice(at)));
  });
  return { products, words: said };
};
const leastWritten = 3;
const isWritten = (words: string, page: string): boolean => {
  const said = tokensOf(words).map(t => singular(t.text));
  const own = new Set(tokensOf(page).map(t => singular(t.text)));
  return said.length > 0 && said.every(word => word.length >= longWord && own.has(word));
};
const longWord = 5;

const nameWords = (product: Product): ReadonlySet<string> =>
  new Set(tokensOf(fold(product.name.en ?? '')).map(t => singular(t.text)));

/** What the thing is: the last word of its name before the comma, without which a few words of a name are any words. */
const nounOf = (product: Product): string | undefined =>
  tokensOf(fold(product.name.en ?? '').split(',')[0]!)
    .map(t => singular(t.text))
    .at(-1);

/** The one thing, also where the list has it in several colours and none is told. */
const theOne = ({ products, words }: Described): { product: Product; words: string } | undefined => {
  const [product, ...others] = products;
  if (!product) return undefined;
  return others.every(p => familyOf(p) === familyOf(product)) ? { product, words } : undefined;
};
