/**
 * Goods that are named as what others are to hold or to be used with: the shoes of "a backpack with a shoe compartment", the bottle of
 * 要能放水壶, the coffee of "a kettle for making pour over coffee". They are no goods looked for, and what is to hold them has to be
 * told by its page. Takes folded text.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { CatalogueWord, SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';

const partBehind =
  /^(?:es|s)? (?:fits?|goes?|stays?|sits?) (?:well )?(?:in|on|at) (?:the|its) (?:side|front|back|top|outer|outside|inner|pocket|mesh)|^(?:es|s)?[ -](?:compartments?|pockets?|pouch(?:es)?|holders?|sleeves?|slots?|sections?|straps?|loops?|rack|(?:on the )?(?:out|in)side)\b|^(?:es|s)? (?:on|at|in|to) (?:the|each|one) (?:out)?sides?\b/u;
const roomBefore =
  /\b(?:fits?|holds?|carr(?:y|ies)|stores?|keep(?:s|ing)?|(?:room|space|pockets?|big enough|large enough|compartments?) for|put|(?:mugs?|cups?|pots?|kettles?|sets?|kits?|tins?|jars?|box(?:es)?|bags?|flasks?|bottles?|cases?|one) for|for (?:brewing|making|drinking|my|her|his)|(?:brew|make|drink|steep)) (?:in )?(?:(?:my|a|an|the|two|some|his|her|our) )?(?:[a-z]+ )?$/u;
const roomBeforeChinese = /(?:能|可以|可|要|得|好)?(?:放|装|塞|收纳|插)(?:得下|下|进|个|一个|我的|点|些|两个)?$/u;
const usedBeforeChinese = /(?:泡|沏|冲|煮|喝|手冲|搭配?|配)(?:[点些个杯口热冷冰]|一杯|我的|自己的)*$/u;
const partBehindChinese =
  /^(?:的)?(?:隔层|仓|位|侧袋|夹层)|^(?:也|都|是不是|是否)?(?:能不能|可不可以|能|可以|可)(?:放|插|装|塞|挂)(?:在|进|到)?(?:侧|旁边|外面|里面|两边|包里|夹层|口袋|网兜)/u;
/** 侧面能不能插水瓶, "can I put a bottle in the side": asked of what it would be in. */
const asksRoom =
  /(?:能不能|可不可以|能|可以)(?:放|插|装|塞|挂)(?:在|进|到)?(?:侧|旁边|外面|里面|两边|包里|夹层|口袋|网兜)|(?:侧面|侧边|侧袋|旁边|外面|里面|两边|包里|夹层|口袋|网兜)(?:还|也)?(?:能不能|可不可以|能|可以)?(?:放|插|装|塞|挂)|\b(?:(?:can|could|does|do|will|would) (?:i|you|it|an?|my|the)|(?:if|whether) (?:i can|an?|my|the)) .{1,40}\b(?:in|on|at) (?:the|its) (?:side|sides|front|back|outside|outer|inner|inside|pocket|pockets|mesh)\b/u;
export const asksIfRoom = (folded: string): boolean => folded.length <= 80 && asksRoom.test(folded);
/** "A mug I can take in my bag": where it goes. */
const goesInto = /\b(?:in|into|inside) (?:my|his|her|our|their|the|an?) (?:[a-z]+ )?$/u;

/** What stands between goods and others that they are used with: "a thermos so i have hot tea"; shopping itself is no use. */
const usedWith =
  /\b(?:for|to (?!(?:see|buy|get|look|find|order|have|add|try|compare|browse|purchase|know|choose|pick)\b|go for\b)[a-z]+|so(?: that)? (?:i|we|you|he|she|they)|that|which|while|when|(?:i|we) can)\b(?:(?! (?:and|or|plus|also|but|some|maybe|not|instead)\b)[ a-z'-])*$/u;
/** "For coffee or tea". */
const alsoUsedWith = /^ ?(?:and|or|&|\/) ?$/;
/** "Whole beans, a big bag": so much of what is drunk, and nothing to carry. */
const amountBefore =
  /(?:^|\b(?:an?|the|in|one) )(?:(?:really|very) )?(?:big(?:ger)?|large[r]?|small(?:er)?|little|single|whole|half[- ]kilo|family|paper|tiny|\d+ ?k?g|kilo|sample|trial) $/;
const ofAmount = /^bags?$/;

const goods: ReadonlySet<SaidFact['slot']> = new Set(['product_type', 'category']);

const namesKind = ({ meanings }: CatalogueWord): boolean =>
  meanings.some(m => m.slot === 'category' || m.slot === 'product');

/** Where goods that are named in the same clause end, and those that they are only used with. */
interface Beside {
  readonly quote: string;
  readonly heads: readonly number[];
  readonly held: readonly CatalogueWord[];
}

const besideOf = (facts: readonly SaidFact[]): ReadonlyMap<string, Beside> => {
  const words = new Map<string, CatalogueWord[]>();
  // What was read in other words than were said has no place in them.
  for (const { quote, value, polarity, named } of facts)
    if (polarity === 1 && fold(quote).includes(fold(value)))
      words.set(quote, [...(words.get(quote) ?? []), ...named.filter(namesKind)]);
  return new Map(
    [...words].map(([clause, all]): [string, Beside] => {
      const quote = fold(clause);
      const heads: number[] = [];
      const held: CatalogueWord[] = [];
      for (const word of [...all].sort((a, b) => a.start - b.start)) {
        const [head, last] = [heads.at(-1), held.at(-1)];
        const isUsedWith =
          (last !== undefined && alsoUsedWith.test(quote.slice(last.end, word.start))) ||
          (head !== undefined && head < word.start && usedWith.test(quote.slice(head, word.start)));
        if (isUsedWith) held.push(word);
        else heads.push(word.end);
      }
      return [clause, { quote, heads, held }];
    }),
  );
};

const isDrunk = ({ meanings }: CatalogueWord): boolean =>
  meanings.some(m => m.value === 'tea' || m.value === 'coffee' || /-(?:tea|coffee)$/.test(m.value));

const isHeld = (quote: string, word: CatalogueWord): boolean => {
  if (!namesKind(word)) return false;
  const { start, end } = word;
  const [before, behind] = [quote.slice(Math.max(0, start - 32), start), quote.slice(end, end + 20)];
  return hasHan(quote.slice(start, end))
    ? roomBeforeChinese.test(before) || partBehindChinese.test(behind)
    : roomBefore.test(before) || goesInto.test(before) || partBehind.test(behind);
};

/** Where other goods are named that are to hold them, or are looked at (`isLooking`). */
export const withoutContents = (said: Said, isLooking = false): Said => {
  // A present is none: of 送女朋友生日礼物 她喜欢喝茶 the tea is looked for.
  const namesGoods = (fact: SaidFact): boolean =>
    !(fact.slot === 'purpose' && /礼物|礼品|\bgift|\bpresent/u.test(fact.value)) &&
    fact.named.some(word => word.meanings.some(m => m.slot === 'category' || m.slot === 'product'));
  const beside = besideOf(said.facts);
  const drinks = said.facts.some(fact => fact.polarity === 1 && fact.named.some(isDrunk));
  const isAmount = (quote: string, { start, end }: CatalogueWord): boolean =>
    drinks && ofAmount.test(quote.slice(start, end)) && amountBefore.test(quote.slice(0, start));
  const isUsedWith = ({ quote, value }: SaidFact, word: CatalogueWord): boolean =>
    (namesKind(word) &&
      fold(quote).includes(fold(value)) &&
      usedBeforeChinese.test(fold(quote).slice(0, word.start))) ||
    (beside.get(quote)?.held.some(one => one.start === word.start && one.end === word.end) ?? false);
  const facts = said.facts.flatMap((fact): SaidFact[] => {
    const quote = fold(fact.quote);
    const isNone = (word: CatalogueWord): boolean =>
      isHeld(quote, word) || isAmount(quote, word) || isUsedWith(fact, word);
    const named = fact.polarity === 1 ? fact.named.filter(word => !isNone(word)) : fact.named;
    if (named.length === fact.named.length) return [fact];
    if (!goods.has(fact.slot) || named.length > 0) return [{ ...fact, named }];
    if (fact.named.every(word => isAmount(quote, word))) return [];
    // What has to go in is a condition of the goods, what they are used with is none.
    return [{ ...fact, named, slot: fact.named.every(word => isUsedWith(fact, word)) ? 'purpose' : 'feature' }];
  });
  return isLooking || facts.some(fact => fact.polarity === 1 && namesGoods(fact)) ? { ...said, facts } : said;
};
