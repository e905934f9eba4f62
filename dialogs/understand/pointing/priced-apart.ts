/**
 * "Which is cheaper, the cheapest backpack or the cheapest tote?", "is the sage one cheaper than the navy one", 背包比托特包便宜吗: two things
 * that are held against each other by what they cost; of a kind the cheapest there is.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { isSellable } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Mention } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ShopReader } from '../shop-reader.ts';

export interface PricedSides {
  readonly sides: readonly [string, string];
  /** Whether the first is, or which of them. */
  readonly asks: 'which' | 'cheaper' | 'dearer';
}

/** A kind of which the cheapest is meant, in words and as a search for it goes. */
export interface KindPriced {
  readonly words: string;
  readonly preferences: readonly StatedPreference[];
  /** What is called so by its name. */
  readonly called: readonly ProductId[];
}

const longest = 120;
const lead = '(?:(?:and|so|but|ok|hm+|well|tell me),? )*';
const side = "(?:(?:the|a|an|your|my|those|these) )?([a-z0-9][a-z0-9'’ -]{1,40}?)";
const less = '(?:cheaper|less expensive|less pricey|lower in price)';
const more = '(?:dearer|more expensive|pricier|costlier|higher in price)';
const which = `(?:which|what|whats|which one|which of (?:them|those|these|the two))(?:'s| is| are| would be)? (?:the )?(?:${less}|${more}|costs? (?:less|more))`;
const tail = '(?: (?:one|then|for me))?[?!. ]*$';
const whichEn: readonly RegExp[] = [
  new RegExp(`^${lead}${which}[,:;?-]* ${side} or ${side}${tail}`),
  new RegExp(`^${lead}${side} (?:or|vs\\.?|versus|and) ${side}[,.;:?]* ${which}${tail}`),
];
const isCheaperEn: readonly RegExp[] = [
  new RegExp(`^${lead}(?:is|are) ${side} (?:any |much |really )?${less} than ${side}[?!. ]*$`),
  new RegExp(`^${lead}do(?:es)? ${side} cost less than ${side}[?!. ]*$`),
];
const isDearerEn: readonly RegExp[] = [
  new RegExp(`^${lead}(?:is|are) ${side} (?:any |much |really )?${more} than ${side}[?!. ]*$`),
  new RegExp(`^${lead}do(?:es)? ${side} cost more than ${side}[?!. ]*$`),
];
const leadZh = '(?:那么?|请问|想问一?下?|你们家?的?|店里的?)?';
const sideZh = '((?:最便宜的)?[\\p{Script=Han}a-z0-9]{1,10}?)';
const endZh = '(?:一?[点些])?(?:呢|啊|呀)?[?!. ]*$';
const whichZh: readonly RegExp[] = [
  new RegExp(
    `^${leadZh}${sideZh}(?:和|跟|与|还是|、)${sideZh}(?:相?比)?[,， ]*(?:哪一?[个款种]?|谁)的?(?:价格|价钱)?(?:更|比较|要|会)?(?:便宜|贵|划算)${endZh}`,
    'u',
  ),
  new RegExp(
    `^${leadZh}(?:哪一?[个款种]|谁)(?:更|比较)?(?:便宜|贵)${'一?[点些]?'}[,，:： ]*${sideZh}(?:还是|和|跟)${sideZh}${endZh}`,
    'u',
  ),
];
const isCheaperZh = new RegExp(
  `^${leadZh}${sideZh}比${sideZh}(?:更|还|要|会)?便宜(?:一?[点些])?(?:吗|么|嘛|不|呢)[?!. ]*$`,
  'u',
);
const isDearerZh = new RegExp(
  `^${leadZh}${sideZh}比${sideZh}(?:更|还|要|会)?贵(?:一?[点些])?(?:吗|么|嘛|不|呢)[?!. ]*$`,
  'u',
);

const asked: readonly (readonly [PricedSides['asks'], readonly RegExp[]])[] = [
  ['which', [...whichEn, ...whichZh]],
  ['cheaper', [...isCheaperEn, isCheaperZh]],
  ['dearer', [...isDearerEn, isDearerZh]],
];

/** Takes folded text. */
export const pricedSides = (folded: string): PricedSides | undefined => {
  if (folded.length > longest || !aboutPrice.test(folded)) return undefined;
  for (const [asks, forms] of asked)
    for (const form of forms) {
      const found = form.exec(folded);
      if (found) return { sides: [found[1]!.trim(), found[2]!.trim()], asks };
    }
  return undefined;
};
const aboutPrice = /cheap|expensive|dearer|pric|costs? (?:less|more)|costlier|便宜|贵|划算/u;

const shortestHan = 3;
const pointing = /^(?:it|this|that|this one|that one|(?:这|那|它)[个款件双]?)$/u;
const onlyColour = /^(?:(?:the|in|colou?r|one|ones|version)|[的色款那个这双件条只]| )*$/u;
const ofKind = /^(?:(?:the|your|a|an|one|ones|cheapest|least expensive)|最便宜的?|[的款种个]|s| )*$/u;
const isKind = ({ slot }: Mention['meanings'][number]): boolean => slot === 'product' || slot === 'category';

interface Side {
  readonly id: ProductId;
  readonly kind?: KindPriced;
}

export interface PricedApart extends Pick<PricedSides, 'asks'> {
  readonly pair: readonly [ProductId, ProductId];
  readonly kinds: readonly (KindPriced | undefined)[];
}

export const createPricedApart = ({ view, names, vocabulary }: Pick<ShopReader, 'view' | 'names' | 'vocabulary'>) => {
  const oneOf = (wishes: readonly StatedPreference[]): ProductId | undefined =>
    view.products.find(p => isSellable(p) && wishes.every(wish => valuesOf(p, wish.slot)?.includes(wish.value)))?.id;

  /** "The down jacket": the one model whose name has these very words, where they are more than a kind's. */
  const onlyModelCalled = (words: string): ProductId | undefined => {
    const isHan = hasHan(words);
    if (words.length < (isHan ? shortestHan : 1) || (!isHan && !words.includes(' '))) return undefined;
    const called = view.products.filter(
      ({ name: { en = '', zh = '' }, hidden }) => !hidden && fold(isHan ? zh : en).includes(words),
    );
    const [first, ...others] = called;
    return first && others.every(other => names.areOneModel(first.id, other.id)) ? first.id : undefined;
  };

  const sideOf = (words: string, table: readonly ProductId[]): Side | undefined => {
    if (pointing.test(words)) return table[0] && { id: table[0] };
    const mentions = vocabulary.mentions(words);
    const rest = mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), words);
    const colours = mentions.flatMap(({ meanings }) => meanings.filter(({ slot }) => slot === 'colour'));
    const isColour = mentions.length > 0 && mentions.every(({ meanings }) => meanings.some(m => m.slot === 'colour'));
    if (isColour && onlyColour.test(rest)) {
      const values = colours.map(({ value }) => value);
      const id = table
        .map(one => names.inColour(one, values))
        .find(one => view.byId.get(one)?.attributes.colour?.some(colour => values.includes(colour)));
      return id && { id };
    }
    const model = onlyModelCalled(words.replace(cheapest, ''));
    if (model) return { id: model };
    const namesKind = mentions.some(({ meanings }) => meanings.some(isKind));
    if (namesKind && ofKind.test(rest)) {
      const preferences = mentions.flatMap(wishesOf);
      const id = oneOf(preferences);
      const kind = words.replace(cheapest, '');
      return id && { id, kind: { words: kind, preferences, called: names.named(kind, table) } };
    }
    const [named] = names.named(words, table);
    return named && { id: named };
  };

  /** `table`: what is spoken of, the likeliest first. Undefined: nothing is asked of two prices, or it isn't known of which. */
  return (folded: string, table: readonly ProductId[]): PricedApart | undefined => {
    const said = pricedSides(folded);
    if (!said) return undefined;
    const [one, other] = said.sides.map(words => sideOf(words, table));
    return one && other && one.id !== other.id
      ? { pair: [one.id, other.id], kinds: [one.kind, other.kind], asks: said.asks }
      : undefined;
  };
};

/** As a wish for it would be read: the shelf with all that the word means of it, or what it means first. */
const wishesOf = ({ meanings, surface }: Mention): readonly StatedPreference[] =>
  (meanings.some(isKind) ? meanings : meanings.slice(0, 1)).map(({ slot, value }) => ({
    slot,
    value,
    polarity: 'like',
    forWhom: 'self',
    quote: surface,
    confidence: 0.9,
  }));
const cheapest = /\b(?:the |your )?(?:cheapest|least expensive) |最便宜的?/gu;
