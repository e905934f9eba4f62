/** "远路那双有43吗 什么颜色", "is it waterproof, and is there a 43": each clause of what is asked of one product, read by itself. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { asksIfHad } from '../cart/had-asked.ts';
import { isCalledSo, isPackedSo } from '../pointing/form-said.ts';
import { clausesOf } from '../text/clauses-asked.ts';
import { type ChoiceSlot, choiceAsked } from './choice-asked.ts';
import { asksUnitPrice } from './unit-price-asked.ts';

export interface AskedInClauses {
  /** Colours and sizes that it is asked to come in. */
  readonly wishes: readonly StatedPreference[];
  /** What there is to choose of it is asked. */
  readonly choices: readonly ChoiceSlot[];
  /** The clauses that ask something else, or tell. */
  readonly rest: string;
}

/** A colour that is asked for, and does not say which one is meant: "do you have it in blue", 蓝色的有吗. */
const asksColourEn =
  /\b(?:in|have|has|got|any|comes?(?: in)?|available|do) (?:it |them |this |that |these |one )?(?:in )?(?:an? |the )?$/;
const asksColourZh = /(?:有没有|有无|有|来个|要)(?:带)?$/u;
const endsAskingZh =
  /^色?(?:的|款|版)*(?:[a-z\d.]{1,4}码?的?)?(?:还|都|也)?(?:有|没)?(?:货|现货)?(?:吗|么|嘛|不|没|没有|的|啊|呢)*[?!. ]*$/u;
const endsAskingEn =
  /^(?:,? (?:one|version|too|as well|available|in stock|please|as|also|then|or \w+|and \w+|(?:in )?(?:a |size )?\w+))*[?!. ]*$/;

const letterNames: Readonly<Record<string, string>> = {
  small: 's',
  medium: 'm',
  large: 'l',
  'extra large': 'xl',
  'extra small': 'xs',
};
const letters =
  /(?<![a-z\d'’-])(?:(x{0,4}s|x{1,4}l|[2-5]xl)|(?<=\b(?:size|an?|in|the|in size|in an?) |[有要是穿选没买码问款色 ]|^)([sml])|(?<=\b(?:an?|in|size|in an?) )(extra (?:large|small)|small|medium|large))(?![a-z\d'’-])/giu;
const numbers =
  /(?<![\d.,:¥$%-])(3[4-9]|4\d)(\.5)?(?![\d%:-]|\.\d| ?(?:ml|g|cm|mm|km|kg|l|元|块|克|毫升|厘米|公斤|斤|天|岁|分钟|小时|hours?|days?|minutes?|degrees?|yuan|percent|pieces?|litres?|liters?|years?|度|片|个|升)(?![a-z]))/gu;

/** A child's, said as a size: "do you have 31", 有31码吗. */
const smaller =
  /(?<=\b(?:size|have|got|in|an?|eu|comes? in) |有(?:没有)?|[要穿])(?:[12]\d|3[0-3])(?= ?(?:or not|left|too|in|please|码|号|的|吗|么|没)|[?!., ]*$)/gu;

const inOrder = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl'];
/** 比L大一号, "one size up from L": the one beside it. */
const beside =
  /比 ?(x{0,3}[sl]|m) ?(?:[码号])?(?:再|还)?([大小])(?:一)?个?(?:[码号]|点)?(?:的)?|\b(?:size )?(bigger|larger|up|smaller|down)(?: sizes?)? (?:than|from) (?:an? |the |size )*(xs|s|m|l|x{1,3}l)\b/u;
const besideSize = (clause: string): { readonly value: string; readonly quote: string } | undefined => {
  const found = beside.exec(clause);
  if (!found) return undefined;
  const isUp = /大|bigger|larger|up/u.test(found[2] ?? found[3]!);
  const value = inOrder[inOrder.indexOf(found[1] ?? found[4]!) + (isUp ? 1 : -1)];
  return value === undefined ? undefined : { value, quote: found[0] };
};

/** 有110的码吗, of what comes in S to XL: a child's size by how tall it is. */
const ofHeight = /(?<![\d.])((?:8|9)[05]|1[0-7][05])(?:cm|厘米)?的?(?:尺?码|号)|(?<=\bsize )(1[0-7][05])\b/gu;

/** Sizes that are said, of such as this product comes in. */
const sizesIn = (clause: string, product: Product): { readonly value: string; readonly quote: string }[] => {
  const own = valuesOf(product, 'size') ?? [];
  if (own.some(value => /^\d{2}(?:\.5)?$/.test(value)))
    return [...clause.matchAll(numbers), ...clause.matchAll(smaller)].map(([quote]) => ({ value: quote, quote }));
  if (!own.some(value => /^(?:x*[sml])$/.test(value))) return [];
  const next = besideSize(clause);
  if (next) return [next];
  const [byHeight] = clause.matchAll(ofHeight);
  if (byHeight) return [{ value: byHeight[1]!, quote: byHeight[0] }];
  return [...clause.matchAll(letters)].map(([quote]) => ({ value: letterNames[quote] ?? quote, quote }));
};

/** `isTold`: whatever is said of it is asked behind it ("blue, 38. got that?"). */
const coloursIn = (
  clause: string,
  vocabulary: Vocabulary,
  isTold: boolean,
): { readonly value: string; readonly quote: string }[] => {
  const asked = vocabulary.mentions(clause).filter(({ start, end, surface }) => {
    if (isTold) return true;
    const [before, after] = [clause.slice(0, start), clause.slice(end)];
    return /\p{Script=Han}/u.test(surface)
      ? (asksColourZh.test(before) && !/^(?:色)?(?:的)?[那这]/u.test(after)) || endsAskingZh.test(after)
      : asksColourEn.test(before) && endsAskingEn.test(after);
  });
  return asked.flatMap(({ surface, meanings }) =>
    meanings.flatMap(({ slot, value }) => (slot === 'colour' ? [{ value, quote: surface }] : [])).slice(0, 1),
  );
};

/** Another measure of the same: "is there a bigger bottle", 有没有大瓶. */
const otherMeasure =
  /\b(?:bigger|larger|smaller|other|different|travel|family|trial|full)[- ]?(?:size|sizes|bottle|jar|tube|pack|packs|packet|bag|bags|box|tin|pot|one|ones|version|amount)\b|\b(?:any|anything|something) (?:bigger|larger|smaller)\b|(?:大|小|中)(?:一点|点|些)?的?(?:瓶|罐|包|盒|袋|支|装|规格|份量|容量|一点的|点的|码)|(?:别的|其他|其它|几[种个])(?:规格|容量|份量|包装)|大小(?:规格|包装)|有(?:没有)?(?:更|再)?[大小](?:一)?[点些]?的(?=吗|么|嘛|没|不|$|[?!. ])|[大小]包装|[罐袋瓶盒]装(?:的)?(?=吗|么|嘛|没|不|$|[?!. ])/u;
/** Sold by what is in it, and not by whom it fits. */
const isMeasured = (product: Product): boolean =>
  (valuesOf(product, 'size') ?? []).some(size => /^\d+[a-z]+$/.test(size));

const asksAtEnd = /[么嘛不没][?!. ]*$/u;

/** 有50克的吗, "do you have it in 50 g": nothing but so much of it is asked for. */
const measureAsked =
  /^(?:那|请问)*有(?:没有)?\d+ ?(?:克|公斤|毫升|g|kg|ml)(?:的|装)*(?:吗|么|没有?|不|呢)?[?.! ]*$|^(?:(?:and|ok|so|but)[, ]+)*(?:(?:do|have) you (?:have |got |sell )?(?:it |this |that |one )?|is there |does (?:it|this|that) come |can i (?:get|have) (?:it |this )?)(?:also )?(?:in )?(?:an? )?\d+ ?(?:g|kg|ml|grams?)(?: (?:one|size|pack|bottle|jar|tin))?[?.! ]*$/u;

/** 有礼盒装的吗, of the one that is sold in a gift tin: that size is asked for. */
const packedSize = (text: string, product: Product): readonly { value: string; quote: string; slot: 'size' }[] =>
  isMeasured(product) && (isPackedSo(product, text) || (measureAsked.test(text) && isCalledSo(product, text)))
    ? (valuesOf(product, 'size') ?? []).map(value => ({ value, quote: text, slot: 'size' as const }))
    : [];

/** "The half moon one - what's it made of". */
const namedFirst = /^(?:the |that )?(?:it|\d(?:st|nd|rd|th))(?: one)?[\s,:–-]+(?=wh|how|is |are |do)/;

/** `asIt`: a clause with "it" for its name. */
export const inClauses = (
  folded: string,
  product: Product,
  vocabulary: Vocabulary,
  asIt: (clause: string) => string,
): AskedInClauses => {
  const wishes: StatedPreference[] = [];
  const choices = new Set<ChoiceSlot>();
  const rest: string[] = [];
  const clauses = clausesOf(folded);
  const isTold = asksIfHad(folded);
  const asking = clauses.some(({ text, asks }) => asks || asksAtEnd.test(text));
  for (const { text, asks } of clauses) {
    const choice =
      choiceAsked(text) ??
      choiceAsked(asIt(text).replace(namedFirst, '')) ??
      (asksUnitPrice(text) ? 'price' : undefined) ??
      (isMeasured(product) && (otherMeasure.test(text) || measureAsked.test(text)) && !isCalledSo(product, text)
        ? 'size'
        : undefined);
    if (choice) {
      choices.add(choice);
      continue;
    }
    rest.push(text);
    // 绿色 XL 有货不: what stands alone belongs to what is asked.
    const isBare =
      asking &&
      (isTold ? [text, asIt(text)] : [text]).some(said => asksWhetherComes(said, product, vocabulary, isTold));
    if (!asks && !asksAtEnd.test(text) && !isBare) continue;
    const said = [
      ...packedSize(text, product),
      ...sizesIn(text, product).map(one => ({ ...one, slot: 'size' as const })),
      ...coloursIn(text, vocabulary, isTold && isBare).map(one => ({ ...one, slot: 'colour' as const })),
    ];
    for (const { slot, value, quote } of said)
      if (!wishes.some(wish => wish.slot === slot && wish.value === value))
        wishes.push({ slot, value, quote, polarity: 'like', forWhom: 'self', confidence: 0.9 });
  }
  return { wishes, choices: [...choices], rest: rest.join(/\p{Script=Han}/u.test(folded) ? '，' : ', ') };
};

/** What is left of "do you have it in white, size 41", 有白色41的吗. */
const around =
  /(?<![a-z])(?:and|or|so|ok|do|does|did|is|are|you|u|it|its|that|this|they|them|one|there|have|has|got|come|comes|in|an?|the|any|available|size|sizes|please|also|still|too|then|eu|not|colou?r)(?![a-z])|有没有|还有|没有|请问|直接|到底|究竟|告诉我?|就[行好]|[我你就说行想有没还也那它这个款双件条的码号色吗么嘛呢啊或和跟不要货]|[^\p{L}\p{N}]/giu;

/** Whether it is asked to come in a colour or a size, and nothing else is said. */
const asksWhetherComes = (clause: string, product: Product, vocabulary: Vocabulary, isTold = false): boolean => {
  const said = [...sizesIn(clause, product), ...coloursIn(clause, vocabulary, isTold)];
  const rest = said.reduce((text, { quote }) => text.replace(quote, ' '), clause);
  return said.length > 0 && rest.replace(around, '') === '';
};

/** Whether each clause is asked of this product in so few words that nothing else is meant; `isAskedBesides`: of one of several: "how many players and how long is a game". */
export const asksInEach = (
  folded: string,
  product: Product,
  vocabulary: Vocabulary,
  isAsked: (clause: string) => boolean,
  isAskedBesides: (clause: string) => boolean,
): 'one' | 'several' | undefined => {
  const clauses = clausesOf(folded);
  if (clauses.length > mostClauses) return undefined;
  const isOfIt = (text: string): boolean =>
    choiceAsked(text) !== undefined ||
    (isMeasured(product) && text.length <= shortest && otherMeasure.test(text)) ||
    asksWhetherComes(text, product, vocabulary) ||
    (clauses.length > 1 && (saysForWhom.test(text) || asksOfMark(text, vocabulary))) ||
    isAsked(text);
  if (!clauses.every(({ text }) => isOfIt(text) || (clauses.length > 1 && isAskedBesides(text)))) return undefined;
  return clauses.length > 1 ? 'several' : 'one';
};
/** 真皮的吗 有没有内袋, 防水不: whether it is what goods are marked as. */
const asksOfMark = (text: string, vocabulary: Vocabulary): boolean =>
  text.length <= longestMark &&
  endsAskingOf.test(text) &&
  vocabulary.mentions(text).some(m => m.meanings.some(({ slot }) => slot === 'material' || slot === 'feature'));
const longestMark = 14;
const endsAskingOf = /^(?!有|找|想|要).*(?:吗|么|嘛|不|没)[?!. ]*$|还是/u;
/** 39码有吗 女的. */
const saysForWhom =
  /^(?:怎么)?(?:就|只有|才)(?:这)?一[个款双件种](?:啊|吗|呀|么)?[,. ]*$|^(?:for )?(?:men|women|man|woman)(?:'?s)?[.! ]*$|^(?:我|要|是)*[男女](?:的|款|生|士|鞋|孩)*(?:穿|用)?的?[.! ]*$/u;
const mostClauses = 4;
const shortest = 40;
