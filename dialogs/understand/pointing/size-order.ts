/** "Anything bigger?", "the biggest tube", 有大份的吗, 小样: goods by how much there is of them. All take folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { Language } from '../../../knowledge/domain/language.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { measuresOf } from '../../../knowledge/retrieval/goods/measured.ts';
import type { Dimension } from '../../../knowledge/retrieval/goods/measures.ts';
import type { ConversationMemory } from '../../memory.ts';

export interface SizeOrder {
  readonly how: 'more' | 'less' | 'most' | 'least';
  /** The shopper's words. */
  readonly said: string;
  /** "Lighter", "fewer pieces", 续航更久: by this, and not by how much of it there is. */
  readonly of?: Dimension;
}

const longest = 120;
const thing =
  '(?: (?:one|ones|size|sizes|version|option|pack|packet|bag|bottle|tube|tub|tin|jar|box|carton|amount|quantity))?';
/** No shade, roast or taste, and nothing to light a fire with. */
const noWeight =
  '(?! (?:in (?:colou?r|taste|flavou?r)|on |colou?rs?|shades?|tones?|tastes?|flavou?rs?|roasts?|blue|green|gr[ae]y|brown|pink|red|fluid|fuel|socket))';
const orders: readonly (readonly [SizeOrder['how'], RegExp, Dimension?])[] = [
  [
    'least',
    /\b(?:not|nothing|isn't|aren't|isnt|never) (?:be )?(?:(?:too|so|that|very|really) )?heavy\b(?! (?:on|rain|duty))|(?:不要|别|不能|不想要|不用|不)(?:是)?(?:太|那么|很)重|别重/u,
    'mass',
  ],
  ['least', /\blightest\b(?: one)?(?! (?:colou?r|shade|roast|blue|gr[ae]y))|最轻便?的?/u, 'mass'],
  ['most', /\bheaviest\b(?: one)?|最重的?/u, 'mass'],
  [
    'less',
    new RegExp(
      `(?<!\\b(?:cigarette|gas) )(?<!\\ba )\\blighter\\b${noWeight}${thing}|\\ba lighter(?= [a-z])${noWeight}${thing}|\\bless heavy\\b${thing}|(?:更|再|稍微?)轻(?![松薄视食奢])便?(?:一?[点些])?的?|(?<![年减])轻便?(?:一?[点些])的?`,
      'u',
    ),
    'mass',
  ],
  [
    'less',
    /\b(?:fewer|less) (?:pieces|pcs)\b|片数(?:更|再|稍微?)?少(?:一?[点些])?的?|少(?:一?[点些])?片的?/u,
    'pieces',
  ],
  ['more', /\bmore (?:pieces|pcs)\b|片数(?:更|再|稍微?)?多(?:一?[点些])?的?/u, 'pieces'],
  [
    'more',
    /\b(?:longer|better|more) battery(?: life)?\b|\blonger[- ]lasting (?:battery|one)\b|续航(?:时间)?(?:更|再|稍微?)?(?:长|久)(?:一?[点些])?的?/u,
    'hours',
  ],
  [
    'less',
    /\b(?:not|nothing|isn't|aren't|without being) (?:be )?(?:too|so|that|very) (?:big|large|bulky|huge)\b|(?:不要|别|不能|不想要|不用)(?:太|那么)大/u,
  ],
  [
    'more',
    /\b(?:not|nothing|isn't|aren't) (?:be )?(?:too|so|that|very) (?:small|tiny|little)\b|(?:不要|别|不能|不想要)(?:太|那么)小/u,
  ],
  [
    'most',
    new RegExp(`\\b(?:biggest|largest|roomiest)\\b${thing}|最大(?:容量|份|包装?|瓶|罐|支|盒|的)?(?!程度|限度)`, 'u'),
  ],
  ['least', new RegExp(`\\b(?:smallest|tiniest|littlest)\\b${thing}|最小(?:容量|份|包装?|瓶|罐|支|盒|的)?`, 'u')],
  [
    'more',
    new RegExp(
      `\\b(?:bigger|larger|roomier)\\b${thing}|\\b(?:more|higher) (?:capacity|room|space)\\b|\\b(?:a |any )?(?:big|large|family|jumbo|full)(?:[- ]size)? (?:size|pack|bottle|tube|tub|tin|jar|box)\\b|容量(?:更|再)?(?:大|高)(?:一?[点些])?的?|(?:更|再|稍微?|有没有)?大(?:一?[点些]|份|包装|瓶|罐|支装?|盒装?|容量|袋装?)(?:儿)?(?:的)?(?:量|容量|装)?|量(?:更|再)?(?:大|多)一?[点些]`,
      'u',
    ),
  ],
  [
    'less',
    new RegExp(
      `\\b(?:smaller|tinier)\\b${thing}|\\b(?:travel|trial|sample|mini)(?:[- ]size[d]?)? (?:size|pack|bottle|tube|version|one)\\b|\\b(?:samples?|testers?)(?= (?:of|to|i|first|please)|[?!. ]*$)|(?:更|再|稍微?)?小(?:一?[点些]|份|包装|瓶|罐|支装?|盒装?|容量|样|袋装?)(?:儿)?(?:的)?(?:量|容量|装)?|(?:试用|旅行|体验|迷你|便携)(?:装|版)`,
      'u',
    ),
  ],
];
/** Of a wearer's size, the price, a deal, the letters or of what is weighed on the list. */
const notOfGoods =
  /\b(?:discounts?|deals?|savings?|budget|font|which|size up|than (?:me|him|her))\b|[大小]一?码|年纪|岁数|优惠|折扣|字[大小]|哪[一个款]|大小|声音?|风险|颜色/u;

/** "Do you have samples?", 有小样吗: given away, where there is none that is smaller. */
const ofSamples = /\b(?:free )?(?:samples?|testers?)\b(?! (?:size|pack|bottle))|小样|试用|体验装/u;
export const asksForSamples = (
  folded: string,
  memory: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId' | 'products'>,
): boolean => {
  if (!ofSamples.test(folded) || !asksForSize(folded, memory, view)) return false;
  const than = comparedWith(memory, view);
  const own = than && sizeMeasured(than);
  return !view.products.some(other => {
    const size = than && familyOf(other) === familyOf(than) && isSellable(other) ? sizeMeasured(other) : undefined;
    return size !== undefined && size.of === own?.of && size.amount < own.amount;
  });
};

/** Undefined: nothing is asked for by how much of it there is. */
export const sizeOrderIn = (folded: string): SizeOrder | undefined => {
  if (folded.length > longest || notOfGoods.test(folded)) return undefined;
  for (const [how, pattern, of] of orders) {
    const said = pattern.exec(folded)?.[0];
    if (said !== undefined) return { how, said: said.trim(), ...(of ? { of } : {}) };
  }
  return undefined;
};

const fillers =
  /\b(?:do|does|you|u|guys|have|has|got|any|anything|something|some|is|are|there|it|that|this|come|comes|in|an?|the|what|about|how|can|could|i|get|show|me|need|want|would|like|please|pls|then|ok|okay|and|but|so|hmm|yes|no|well|maybe|instead|available|one|ones|too|also|of|them|those|these)\b|['’]|有没有|包装|规格|[有来要换找想看个款种的吗呢么没吧啊呀嘛那我给还再更稍微点些儿一装]|行吧?|好吧?|可以|请问|你们|谢谢/gu;
/** A number of it is found too small before: 60毫升也太少了吧. */
const faultBefore =
  /^[^,。!?]{1,14}(?:太|有点|实在)(?:少|小|多|大)了?[吧啊呀]*[,，。! ]+|^(?:that|this|it|\d+ ?\w+)(?:'s| is) (?:too|a bit|very) (?:small|little|big|large)[,.! ]+/u;

/** Nothing else is said: "do you have anything bigger?", 有大份的吗, after something was shown. */
export const asksForSize = (
  folded: string,
  memory: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
): boolean => {
  const asked = folded.replace(faultBefore, '');
  const order = asked.length <= shortest ? sizeOrderIn(asked) : undefined;
  if (!order || order.how === 'most' || order.how === 'least' || !comparedWith(memory, view, order.of)) return false;
  return (
    asked
      .replace(order.said, ' ')
      .replace(fillers, ' ')
      .replace(/[\s\p{P}]+/gu, '') === ''
  );
};
const shortest = 40;

/** Comes in sizes that somebody wears. */
const isWorn = ({ attributes: { size = [] } }: Product): boolean =>
  size.some(one => /^(?:x*[sml]|x+l|\d{2}(?:\.5)?)$/.test(one));

/** What is spoken of, or the first that was shown. */
export const comparedWith = (
  { focus, shown }: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
  of?: Dimension,
): Product | undefined => {
  const looked = focus === undefined ? undefined : view.byId.get(focus);
  // In another colour it is the same one still.
  const isShown = (one: Product): boolean =>
    shown.length === 0 ||
    shown.some(other => {
      const product = view.byId.get(other);
      return product !== undefined && (other === one.id || familyOf(product) === familyOf(one));
    });
  const id = looked && isShown(looked) ? looked.id : shown[0];
  const product = id === undefined ? undefined : view.byId.get(id);
  return product && (of !== undefined || !isWorn(product)) ? product : undefined;
};

/** How much there is of goods is told by the first of these that they tell. */
const dimensions: readonly Dimension[] = ['volume', 'mass', 'pieces', 'charge', 'span'];

export const sizeMeasured = (
  product: Product,
  by?: Dimension,
): { readonly of: Dimension; readonly amount: number; readonly isOwn?: true } | undefined => {
  const all = measuresOf(product);
  for (const of of by ? [by] : dimensions) {
    // What weighs more is no bigger.
    const own = all.filter(one => one.of === of && (by === 'mass' ? one.isOwn : !(of === 'mass' && one.isOwn)));
    if (own.length > 0)
      return {
        of,
        amount: Math.max(...own.map(one => one.most)),
        ...(own.every(one => one.isOwn) ? { isOwn: true as const } : {}),
      };
  }
  return undefined;
};

const units: Readonly<Partial<Record<Dimension, Readonly<Record<Language, string>>>>> = {
  volume: { en: ' ml', zh: '毫升' },
  mass: { en: ' g', zh: '克' },
  pieces: { en: ' pieces', zh: '片' },
  charge: { en: ' mAh', zh: '毫安时' },
  span: { en: ' mm', zh: '毫米' },
  hours: { en: ' hours', zh: '小时' },
};
const litres: Readonly<Record<Language, string>> = { en: ' litres', zh: '升' };

/** "Over 18 litres", 小于50克: more than there is of a product, or less; undefined: nobody knows how much that is. */
export const measureBeside = (product: Product, { how, of }: SizeOrder, language: Language): string | undefined => {
  const own = sizeMeasured(product, of);
  // Nobody looks for sides of so many millimetres.
  if (
    !own ||
    (own.isOwn && own.of !== 'mass') ||
    (own.of === 'pieces' && own.amount < 2) ||
    how === 'most' ||
    how === 'least'
  )
    return undefined;
  const [amount, unit] =
    own.of === 'volume' && own.amount >= 1_000
      ? [own.amount / 1_000, litres[language]]
      : [own.amount, units[own.of]?.[language]];
  if (unit === undefined) return undefined;
  const lead = { en: { more: 'over ', less: 'under ' }, zh: { more: '大于', less: '小于' } }[language][how];
  return `${lead}${amount}${unit}`;
};
