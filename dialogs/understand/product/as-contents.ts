/**
 * Goods that are named as what others are to hold: the shoes of "a backpack with a shoe compartment", the bottle of 要能放水壶. They
 * are no goods looked for, and what is to hold them has to be told by its page. Takes folded text.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { CatalogueWord, SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';

const partBehind =
  /^(?:es|s)? (?:fits?|goes?|stays?|sits?) (?:well )?(?:in|on|at) (?:the|its) (?:side|front|back|top|outer|outside|inner|pocket|mesh)|^(?:es|s)?[ -](?:compartments?|pockets?|pouch(?:es)?|holders?|sleeves?|slots?|sections?|straps?|loops?|rack|(?:on the )?(?:out|in)side)\b|^(?:es|s)? (?:on|at|in|to) (?:the|each|one) (?:out)?sides?\b/u;
const roomBefore =
  /\b(?:fits?|holds?|carr(?:y|ies)|stores?|keep(?:s|ing)?|(?:room|space|pockets?|big enough|large enough|compartments?) for|put|(?:mugs?|cups?|pots?|kettles?|sets?|kits?|tins?|jars?|box(?:es)?|bags?|flasks?|bottles?|cases?|one) for|for (?:brewing|making|drinking|my|her|his)|(?:brew|make|drink|steep)) (?:in )?(?:(?:my|a|an|the|two|some|his|her|our) )?(?:[a-z]+ )?$/u;
const roomBeforeChinese =
  /(?:能|可以|可|要|得|好)?(?:放|装|塞|收纳|插)(?:得下|下|进|个|一个|我的|点|些|两个)?$|(?:泡|沏|冲|煮|喝|手冲)(?:点|个|杯)?$/u;
const partBehindChinese =
  /^(?:的)?(?:隔层|仓|位|侧袋|夹层)|^(?:也|都|是不是|是否)?(?:能不能|可不可以|能|可以|可)(?:放|插|装|塞|挂)(?:在|进|到)?(?:侧|旁边|外面|里面|两边|包里|夹层|口袋|网兜)/u;
/** 侧面能不能插水瓶, "can I put a bottle in the side": asked of what it would be in. */
const asksRoom =
  /(?:能不能|可不可以|能|可以)(?:放|插|装|塞|挂)(?:在|进|到)?(?:侧|旁边|外面|里面|两边|包里|夹层|口袋|网兜)|(?:侧面|侧边|侧袋|旁边|外面|里面|两边|包里|夹层|口袋|网兜)(?:还|也)?(?:能不能|可不可以|能|可以)?(?:放|插|装|塞|挂)|\b(?:(?:can|could|does|do|will|would) (?:i|you|it|an?|my|the)|(?:if|whether) (?:i can|an?|my|the)) .{1,40}\b(?:in|on|at) (?:the|its) (?:side|sides|front|back|outside|outer|inner|inside|pocket|pockets|mesh)\b/u;
export const asksIfRoom = (folded: string): boolean => folded.length <= 80 && asksRoom.test(folded);
/** "A mug I can take in my bag": where it goes. */
const goesInto = /\b(?:in|into|inside) (?:my|his|her|our|their|the|an?) (?:[a-z]+ )?$/u;

const goods: ReadonlySet<SaidFact['slot']> = new Set(['product_type', 'category']);

const isHeld = (quote: string, { start, end, meanings }: CatalogueWord): boolean => {
  if (!meanings.some(m => m.slot === 'category' || m.slot === 'product')) return false;
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
  const facts = said.facts.map((fact): SaidFact => {
    const quote = fold(fact.quote);
    const named = fact.polarity === 1 ? fact.named.filter(word => !isHeld(quote, word)) : fact.named;
    if (named.length === fact.named.length) return fact;
    return { ...fact, named, ...(goods.has(fact.slot) && named.length === 0 ? { slot: 'feature' as const } : {}) };
  });
  return isLooking || facts.some(fact => fact.polarity === 1 && namesGoods(fact)) ? { ...said, facts } : said;
};
