/**
 * "Sage mug, add two", "Broadway shoe in grey, size 42, add it", "put in a sage mug": into the cart, whatever the goods are named
 * by, and which goods they are. Folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Entities, Intent } from '../../turn.ts';
import { onlyAsks } from '../intent/settled-intent.ts';
import { isOnlyPointing } from '../pointing/list-place.ts';
import type { Reading } from '../text/reading.ts';
import { isOnlyFilters } from '../wishes/query.ts';
import { kinds, pendingFor } from '../wishes/wished.ts';
import { buysNothing } from './buys-nothing.ts';
import { come } from './ordered-said.ts';

const longest = 160;
const longestAnswer = 60;
const number = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a couple|a pair|both)';
const it = `(?:it|this|that|them|these|those|${number}(?: of (?:it|them|these|those))?|(?:this|that) one)`;
const cart = '(?:(?: (?:in|into|to|on))?(?: (?:my|the|your))? (?:cart|basket|bag|trolley)|(?: in))?';
const close = '(?: (?:please|pls|then|too|now|for me|thanks|thank you))*[.!? ]*$';
/** "Add it", "the purple one in M add it": of what was spoken of. */
const pointing = [
  new RegExp(
    `(?:^|[,.;:!?] *|\\band |\\bthen |\\bso |\\bplease |\\bpls |\\bjust |\\bcan you |\\bcould you |^(?:ok|okay|yes|yeah|alright|all right|right|great|go on|cool|sure) )(?:add|put|pop|throw|stick|chuck|bung|whack|order) ${it}${cart}${close}`,
  ),
  // "I want to add it" and "should I add it" have forms of their own.
  new RegExp(
    `(?<!\\b(?:to|i|we|you|should|could|would|how|did|just)|'d) (?:add|buy|order) (?:it|them|this|that|those|these|both)${cart}${close}`,
  ),
];
/** 那加购物车: and nothing of what. */
const onlyIn =
  /^(?:那|就|好的?|行吧?|嗯|可以|帮我|给我|请|先|[,. ])*(?:加(?:入|进|到)?(?:购物车|车)|加购|放(?:进|到|入)?购物车)(?:里)?(?:吧|了|[。.! ])*$/u;
const atEnd = [
  new RegExp(
    `^(?:(?:oh|ok|yes|and|also|plus|then)[, ]+)*${number}(?: more)? in (?:the |a )?[a-z]{3,12}(?: (?!for\\b)[a-z]{3,12})?(?: for (?:my |the )?(?!under\\b|less\\b|about\\b)[a-z]{2,12}(?: [a-z]{2,12})?)?(?:,? (?:too|as well|please|pls|also))*[.! ]*$`,
  ),
  new RegExp(`(?:^|[ ,.;:])add to (?:my |the )?(?:cart|basket|bag)${close}`),
  /(?:请|帮我|麻烦|就|给我)*(?:加(?:入|进|到)?(?:购物车|车)|加购|放(?:进|到|入)?购物车(?:里)?|加(?:一|两|三|四|五|\d{1,2})[个件双条只盒包瓶套份])[吧了。.! ]*$/u,
];
/** "The red one, 2 of them please": so many, of what is pointed at or named. */
const chineseCounted = new RegExp(
  `^(?:那|就|给我|帮我|请|我要|要|算了|好吧|行吧|还是|[,. ])*\\p{Script=Han}{1,8}(?:的|那[个款件双])?(?:给我|帮我)?(?:${come}|要|拿|买)(?:一|两|三|四|五|六|\\d{1,2})[个件双条只盒包瓶套份台把罐本][吧了呗。.! ]*$`,
  'u',
);
const counted = new RegExp(
  `(?:^|[,.;!] *)(?:i'?ll (?:take|have) |give me )?${number} (?:of (?:it|them|those|these)|pieces|pcs|pairs|units)${close}`,
);
const opened =
  /^(?:(?:ok|okay|yes|no|then|now|and|so|great|fine|also|please|pls|just|do|well|good|can you|could you|i said|i want you to|i want to|i'd like to|let's)[,. ]+)*(?:add|put(?: in)?|throw in|pop in) (?=\S)(.+)$/;
const taking =
  /^(?:(?:ok|okay|yes|no|then|now|and|so|great|fine|also|please|well|good)[,. ]+)*(?:i'?ll (?:take|have|buy|get)|i (?:want|would like|'d like) to (?:buy|order)|i'd like to (?:buy|order)|i take|let me (?:get|have|take)|can i (?:have|get|buy|order)|could i (?:have|get)|give me) (.+)$/;
const intoCart = / (?:in|into|to|on) (?:(?:my|the|your) )?(?:cart|basket|bag|trolley)\b.*$/;
/** What else is added, put or had in a shop. */
const otherThing =
  /\b(?:codes?|coupons?|vouchers?|notes?|address|gift ?(?:wrap\w*|box|card)|wrapping|e-?mail|phone|number|invoice|message|name|filters?|list|wishlist|reviews?|me|together|back|through|out|off|up|on hold|aside|discounts?|deals?|offers?|refunds?|returns?|returned|exchange|money|cheaper|less|price|catalogue|sample|info\w*|details|receipt|warranty|help|person|human|look|see|idea|question|answer|else|other|another|more|anything|something|some|any|try|to|not|no longer|instead of)\b|n't\b|[?？].*\b(?:how|why|when|where)\b/;

const takenIn = (folded: string): string | undefined => taking.exec(folded)?.[1]?.replace(intoCart, ' ');

/** "And the bowls too, the peach ones", right after something went into the cart. */
const thatToo =
  /^(?:(?:ok|okay|yes|oh|and|also|plus)[,. ]+)*(?:the|one of the|a|an) [a-z][a-z' -]{1,40} (?:too|as well|also)(?:[,;] ?[a-z][a-z' -]{1,30})?(?: please)?[.! ]*$/;

/**
 * 'it': what was spoken of is to go into the cart; 'put': what is named or described is; 'take': the same where it is one thing
 * ("I'll take the Rainline"): of a kind it is a wish ("I want to buy a jacket"). Undefined: none of it, or it is asked and not
 * ordered.
 */
const addsAsked = (folded: string, lastIntent?: Intent): 'it' | 'put' | 'take' | undefined => {
  if (folded.length > longest || onlyAsks(folded) || buysNothing(folded)) return undefined;
  if (lastIntent === 'add-to-cart' && thatToo.test(folded)) return 'put';
  if (pointing.some(pattern => pattern.test(folded)) || onlyIn.test(folded)) return 'it';
  if (atEnd.some(pattern => pattern.test(folded))) return 'put';
  const adding = opened.exec(folded)?.[1]?.replace(intoCart, ' ');
  if (adding !== undefined) return otherThing.test(adding) ? undefined : 'put';
  if (counted.test(folded) || chineseCounted.test(folded)) return 'take';
  const taken = takenIn(folded);
  return taken === undefined || otherThing.test(taken) || /[?？]/.test(taken) ? undefined : 'take';
};

const filling =
  /^(?:an?|the|some|of|in|with|and|for|my|your|that|this|these|those|one|two|three|four|five|six|pairs?|sets?|packs?|boxe?s?|bottles?|please|pls|then|now|too|just|only|also|thanks?|nice|good|lovely|new|size|colou?r|x*[sml]|\d.*)$/;
/** "A copper kettle", of a list whose kettle is of steel: what is said of a thing is in its name, its attributes or on its page. */
const saysOther = (taken: string, product: Product): boolean => {
  if (/^(?:the|that|this|those|these|it|both|my|another|one|\d)\b/.test(taken)) return false;
  const own = fold(
    [product.name.en, product.description.en, product.category, ...Object.values(product.attributes).flat()].join(' '),
  );
  return (taken.match(/[a-z][a-z'-]*|\d+/g) ?? []).some(
    word => !filling.test(word) && !own.includes(word.replace(/(?<=[a-z]{3})(?:es|s|y|ies|ed|ing)$/, '')),
  );
};

const describing: ReadonlySet<StatedPreference['slot']> = new Set([
  'product',
  'category',
  'colour',
  'material',
  'brand',
  'feature',
]);

const mostAsked = 6;

/**
 * The goods that are to go into the cart: those named, by what is said of them (colour, size, kind); else the one of the list,
 * of the model spoken of, or of all that is sold, that all of it is true of. None: nothing is said that would tell.
 */
const meantToAdd = (
  folded: string,
  likes: readonly StatedPreference[],
  named: readonly ProductId[],
  { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>,
  view: Pick<CatalogueView, 'products' | 'byId'>,
): readonly ProductId[] => {
  const saysVariant = (product: Product): boolean => {
    const variant = fold(product.name.en ?? '')
      .split(', ')
      .slice(1)
      .join(', ');
    return variant !== '' && folded.includes(variant);
  };
  const said = likes.filter(p => describing.has(p.slot));
  const products = (ids: readonly ProductId[]): Product[] => ids.flatMap(id => view.byId.get(id) ?? []);
  // A feature that nothing has beside all the rest is a part of its name ("roasted"), and tells nothing apart.
  const apart = said.filter(wish => wish.slot !== 'feature');
  let those = view.products.filter(p => apart.every(wish => matches(p, wish)));
  const told = [
    ...apart,
    ...said.filter(wish => {
      const having = wish.slot === 'feature' ? those.filter(p => matches(p, wish)) : [];
      if (having.length > 0) those = having;
      return having.length > 0;
    }),
  ];
  const fits = (product: Product): boolean => told.every(wish => matches(product, wish));
  // Of several models one of each is asked about; of one model every colour and size.
  const ids = (found: readonly Product[]): ProductId[] => {
    const models = new Map(found.map(p => [familyOf(p), p]).reverse() as [string, Product][]);
    const asked = models.size > 1 ? found.filter(p => models.get(familyOf(p)) === p) : found;
    return asked.map(p => p.id).slice(0, mostAsked);
  };
  if (named.length > 0) {
    const narrowed = products(named).filter(p => said.filter(w => w.slot === 'colour').every(w => matches(p, w)));
    const inHand = narrowed.filter(p => p.id === focus || shown.includes(p.id));
    if (inHand.length === 1) return ids(inHand);
    const [only, ...more] = narrowed;
    // In whichever colour or size it may be, until one is said.
    const isOpen =
      only !== undefined && more.length === 0 && !said.some(w => w.slot === 'colour') && !saysVariant(only);
    if (isOpen) return ids(view.products.filter(p => isSellable(p) && familyOf(p) === familyOf(only)));
    return ids(narrowed.length > 0 ? narrowed : products(named));
  }
  if (said.length === 0) return [];
  const spoken = focus === undefined ? undefined : view.byId.get(focus);
  if (spoken && fits(spoken)) return [spoken.id];
  const ofList = products(shown).filter(fits);
  if (ofList.length > 0) return ids(ofList);
  const ofModel = spoken ? view.products.filter(p => isSellable(p) && familyOf(p) === familyOf(spoken) && fits(p)) : [];
  if (ofModel.length > 0) return ids(ofModel);
  const namesKind = said.some(p => kinds.has(p.slot));
  const ofShown = products(shown).flatMap(one =>
    view.products.filter(p => isSellable(p) && familyOf(p) === familyOf(one) && fits(p)),
  );
  if (!namesKind) return ids([...new Set(ofShown)]);
  return ids(view.products.filter(p => isSellable(p) && fits(p)));
};

/** "One more gaiwan", whatever number of something else is still to be told of what. */
const oneOfIt = /^(?:(?:and|then|ok|also)[, ]+)*(?:one more|another|one) [a-z]/;

interface AddingInput {
  readonly reading: Reading;
  /** What is said of goods in the message. */
  readonly likes: readonly StatedPreference[];
  readonly entities: Pick<Entities, 'products' | 'ordinal' | 'quantity'>;
  readonly memory: Pick<ConversationMemory, 'shown' | 'focus' | 'toCart' | 'turns' | 'lastIntent' | 'addOn'>;
  readonly view: Pick<CatalogueView, 'products' | 'byId'>;
  /** A number said of goods that come in that size. */
  readonly size?: string | undefined;
}

/** One of them, or each where it is one: what is to go into the cart, and how many of it. */
export interface Adding {
  readonly products: readonly ProductId[];
  readonly quantity?: number;
  readonly size?: string;
  /** It doesn't come in the pack that was told: "the 100g oolong". */
  readonly lacks?: ProductId;
}

/** The size told for the search under way. */
export const sizeSearched = ({ search = [] }: Pick<ConversationMemory, 'search'>): string | undefined =>
  search.findLast(p => p.slot === 'size' && p.polarity === 'like')?.value;

/** Undefined: nothing is to go into the cart, or nothing says what. It was asked of what just before: whatever points at one thing is added, as many as were told then. */
export const addingIn = ({ reading, likes, entities, memory, view, size }: AddingInput): Adding | undefined => {
  const { folded, masked } = reading;
  const { products, ordinal, quantity } = entities;
  const proposed = countOfProposed(folded, memory);
  const isOfFocus = proposed !== undefined && memory.focus !== undefined && isOfOther(folded, memory, view);
  if (isOfFocus) return { products: [memory.focus!], quantity: proposed };
  if (proposed !== undefined) return { products: [], quantity: proposed };
  const isPlaced = ordinal !== undefined && ordinal !== 0;
  const pending = pendingFor(memory);
  const asked = addsAsked(folded, memory.lastIntent);
  const many = quantity ?? (pending !== undefined && oneOfIt.test(folded) ? 1 : undefined);
  const told = { ...pending, ...(many === undefined ? {} : { quantity: many }) };
  if (asked === undefined) {
    const answers =
      pending !== undefined && !/[?？]|^(?:不是|不要|not\b|no\b)/.test(folded) && folded.length <= longestAnswer;
    if (!answers || buysNothing(folded)) return undefined;
    if (isPlaced && isOnlyPointing(folded)) return { products: [], ...told };
    if (products.length === 0 && !isOnlyFilters(masked)) return undefined;
    // "42", where it doesn't come in the size that was told.
    if (products.length === 0 && memory.focus !== undefined && likes.length > 0 && likes.every(p => p.slot === 'size'))
      return { products: [memory.focus], ...told };
  }
  if (isPlaced) return { products: [], ...told };
  // "I'll take 42", "one of those please": of the one that is spoken of.
  const ofFocus = asked !== undefined && products.length === 0 && likes.every(p => p.slot === 'size');
  if (ofFocus && memory.focus !== undefined && (size !== undefined || counted.test(folded)))
    return { products: [memory.focus], ...told, ...(size === undefined ? {} : { size }) };
  const described = meantToAdd(folded, likes, products, memory, view);
  const inMeasure = inSaidMeasures(described, folded, view);
  const [lacking] = inMeasure.length === 0 ? packsOf(described, view) : [];
  if (lacking !== undefined && (asked === 'put' || asked === 'take')) return { products: [], lacks: lacking };
  const meant = inMeasure.length > 0 ? inMeasure : described;
  const isInHand = meant.every(id => id === memory.focus || memory.shown.includes(id));
  if (asked === 'take' && products.length === 0 && !(meant.length === 1 && isInHand)) return undefined;
  const only = asked === 'take' && meant.length === 1 ? view.byId.get(meant[0]!) : undefined;
  if (only && products.length === 0 && saysOther(takenIn(folded) ?? '', only)) return undefined;
  // "A mug and a flask": looked for, to be added.
  const namesGoods = asked === 'put' && likes.some(p => kinds.has(p.slot));
  return meant.length > 0 || asked === 'it' || namesGoods ? { products: meant, ...told } : undefined;
};

/** "100g", of a tea in three sizes: those whose names say every such number; none do: empty. */
const inSaidMeasures = (
  ids: readonly ProductId[],
  folded: string,
  view: Pick<CatalogueView, 'byId'>,
): readonly ProductId[] => {
  const measures = [...folded.matchAll(/(?<![a-z\d.])(\d{1,4}) ?(g|kg|ml|l|cm|pcs|pieces?|克|毫升|片)(?![a-z])/g)].map(
    m => m[1]!,
  );
  if (measures.length === 0) return ids;
  const named = ids.filter(id => {
    const numbers = new Set(fold(view.byId.get(id)?.name.en ?? '').match(/\d+/g));
    return measures.every(one => numbers.has(one));
  });
  return named;
};

/** Those that are sold by such a measure: of a shoe a number is none. */
const packsOf = (ids: readonly ProductId[], view: Pick<CatalogueView, 'byId'>): readonly ProductId[] =>
  ids.filter(id => /\d ?(?:g|kg|ml|l)\b/.test(fold(view.byId.get(id)?.name.en ?? '')));

const agreedTo = '^(?:(?:yes|yeah|yep|ok|okay|sure|please|great|good|perfect|fine|and|but|just|only|actually)[,.! ]+)*';
const soMany = '(\\d{1,2}|one|two|three|four|five|six|a couple|[一两二俩三四五六])';
const counts = [
  new RegExp(
    `${agreedTo}(?:(?:make (?:it|that)|let'?s make (?:it|that)|i'?ll (?:take|have)|i want|i need|give me|add|put) )?${soMany}(?: of (?:it|them|those|these|that))?(?: (?:in|into|to) (?:my |the )?(?:cart|basket))?(?:,? (?:please|pls|then|this time|instead|thanks))*[.! ]*$`,
  ),
  new RegExp(
    `^(?:好的?|行|可以|嗯|要|是的?|对|不过|但是?|就|那|给我|帮我|改成|来|买|拿|加|[,. ])*${soMany}[个件双条只包盒瓶套罐袋份支本](?:吧|了|呗|谢谢|[,.! ])*$`,
    'u',
  ),
];
/** 加两双, "42": of the shoes that went in, and not of the mug that was proposed beside them. */
const isOfOther = (
  folded: string,
  { addOn, focus }: Pick<ConversationMemory, 'addOn' | 'focus'>,
  view: Pick<CatalogueView, 'byId'>,
): boolean => {
  const sizesOf = (id: ProductId | undefined): readonly string[] => {
    const product = id === undefined ? undefined : view.byId.get(id);
    return product ? (valuesOf(product, 'size') ?? []) : [];
  };
  const number = /\d{1,2}/.exec(folded)?.[0] ?? '';
  const comesInPairs = /双|\bpairs?\b/u.test(folded);
  if (comesInPairs) return !sizesOf(addOn?.lines?.[0]?.product).some(one => /^\d{2}$/.test(one));
  return sizesOf(focus).includes(number) && /^\D*\d{2}\D*$/.test(folded) && !/[个件只包盒瓶]/u.test(folded);
};
/** "Yes but make it two", of the one thing that was proposed just now. */
const countOfProposed = (
  folded: string,
  { addOn, turns }: Pick<ConversationMemory, 'addOn' | 'turns'>,
): number | undefined => {
  if (addOn?.lines?.length !== 1 || addOn.at !== turns - 1 || folded.length > longestAnswer) return undefined;
  const said = counts.map(pattern => pattern.exec(folded)?.[1]).find(one => one !== undefined);
  return said === undefined ? undefined : said === 'a couple' || said === '俩' ? 2 : readNumber(said);
};
