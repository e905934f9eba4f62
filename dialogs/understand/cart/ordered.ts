/**
 * Goods ordered by what they are, in Chinese: 墨黑保温杯加一个, 马克杯和保温杯各来一个, 就砖红的来两个. Each thing named becomes a
 * line with its quantity where it is one product, of those shown before the rest of the catalogue; else it stays open which
 * of its colours or sizes is meant. What is asked about, turned down or only wished for is never ordered.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { withLaptop } from '../wishes/text-to-read.ts';
import { pendingFor } from '../wishes/wished.ts';
import { buysNothing } from './buys-nothing.ts';
import { type Clause, createThingReader, tight } from './order-words.ts';
import {
  apart,
  asks,
  asMeant,
  byMeasure,
  bySize,
  cheapest,
  counting,
  each,
  eachCounted,
  forWhom,
  isJustIt,
  isTotal,
  longest,
  missed,
  namesCart,
  ordering,
  otherMatter,
  picksForm,
  placeSaid,
  sizeAlone,
  strong,
  takesSize,
  tellsWhy,
  turnsDown,
  units,
  weak,
} from './ordered-said.ts';

export interface Ordered {
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number; readonly size?: string }[];
  /** So many of what is in the cart already is so many altogether: 马克杯要两个. */
  readonly inAll: boolean;
  /** By a name alone: so many of that. */
  readonly isNamed?: true;
  /** Products of which one is meant, and nothing says which; so many of it. */
  readonly open: readonly { readonly products: readonly ProductId[]; readonly quantity: number }[];
  /** What is ordered beside it and not sold, in the shopper's words. */
  readonly absent?: readonly string[];
}

export type OrderMemory = Pick<
  ConversationMemory,
  'shown' | 'seen' | 'focus' | 'toCart' | 'turns' | 'lastIntent' | 'sum'
> &
  Partial<Pick<ConversationMemory, 'failures' | 'inCart' | 'addedUp'>>;

const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'view-cart']);

/** What is ordered: the clauses about it, and what they may mean. */
interface Thing {
  clause: Clause;
  products: readonly Product[];
  /** Its colour or size is told. */
  tellsForm: boolean;
  /** The smallest or the largest of its forms. */
  size?: string | undefined;
}

const cheapestOf = (products: readonly Product[]): readonly Product[] =>
  products.length === 0 ? products : [products.reduce((low, one) => (one.price.minor < low.price.minor ? one : low))];

/** 我的购物车, 看看购物车: what is in it is to be told. */
const looksAtCart =
  /^(?:那|请|帮我|给我|我要|我想|[,. ])*(?:看看?|看一?下|查看?|打开|显示)?(?:一下)?(?:我的|我)?购物车(?:里.{0,8}|看看|呢|情况)?[.! ]*$/u;

const isMore = /也|再|还/u;
const isOfWhat = ({ meanings }: Clause['mentions'][number]): boolean => meanings.every(one => one.slot === 'material');

/** A longer list is not bought as a whole by "one each". */
const mostOfEach = 4;

export const createOrderReader = (view: CatalogueView, vocabulary: Vocabulary) => {
  const { models, isKind, toldIn, withForms, isThing, oneModel, clauseOf, joined, kindIn, meantBy, formsOf } =
    createThingReader(view, vocabulary);
  /** 要大瓶, of the one that is looked at; of a card, where it is that size already. */
  const isSizeTaken = (folded: string, { focus, shown, lastIntent }: OrderMemory): boolean => {
    const size = takesSize.exec(folded)?.[1];
    if (size === undefined) return false;
    if (focus !== undefined && (lastIntent === 'product-details' || lastIntent === 'stock')) return true;
    const [only, ...others] = shown.flatMap(id => view.byId.get(id) ?? []);
    return only !== undefined && others.length === 0 && byMeasure(withForms([only]), size).includes(only);
  };
  return {
    /** Undefined: nothing is ordered by what it is, or not only. Takes folded text. */
    read: (said: string, memory: OrderMemory): Ordered | undefined => {
      const message = said.replace(missed, '');
      if (!hasHan(message) || message.length > longest || otherMatter.test(message)) return undefined;
      const folded = asMeant(withLaptop(message));
      const pending = pendingFor(memory);
      const isStrong = strong.test(folded) || strong.test(message) || isSizeTaken(folded, memory);
      const isPick = picksForm.test(folded);
      if (!isStrong && !pending && !isPick && !weak.test(folded)) return undefined;
      // 我要桌游或者牌: wished for, one or the other.
      if (asks.test(folded) || turnsDown.test(folded) || buysNothing(folded) || folded.includes('或者'))
        return undefined;
      const soldOf = (ids: readonly ProductId[]): readonly Product[] =>
        ids.flatMap(id => (models.has(id) ? (view.byId.get(id) ?? []) : []));
      const places = [...folded.matchAll(placeSaid)];
      if (places.length > 1) return undefined;
      const [ofPlace] = places[0] ? soldOf(placeIn(places[0], memory.shown)) : [];
      if (places[0] && !ofPlace) return undefined;
      const shown = ofPlace ? [ofPlace] : soldOf(memory.shown);
      const seen = soldOf(memory.seen ?? []);
      const inFocus = memory.focus === undefined ? undefined : soldOf([memory.focus])[0];
      const focus = ofPlace ?? inFocus;
      if (isPick && !isStrong && !pending && !focus && shown.length !== 1) return undefined;
      // What says no thing of its own belongs to the one before it: 马克杯 砖红.
      const things: Thing[] = [];
      const isEach = each.test(folded);
      const size = bySize.exec(folded)?.[1];
      const absent: string[] = [];
      const wanted = folded.replace(cheapest, '').replace(placeSaid, ' ');
      for (const text of wanted
        .split(apart)
        .flatMap(eachCounted)
        .filter(part => part !== '' && !sizeAlone.test(part))) {
        const ofPart = bySize.exec(text)?.[1];
        const clause = clauseOf(text.replace(bySize, ' '));
        const { mentions, words } = clause;
        const last = things.at(-1);
        const alone = meantBy(clause, shown, focus, seen);
        const namesKind = mentions.some(isKind);
        // 加上磨豆机和滤纸: a thing by its whole name, whatever it is made of.
        const name = tight(text).replace(ordering, '');
        if (mentions.length > 0 && mentions.every(isOfWhat) && isThing(name)) {
          absent.push(name);
          continue;
        }
        // Something else is said in it, which is another request.
        const [word, ...otherWords] = words;
        // 手裂了: why it is wanted.
        if (things.length > 0 && (forWhom.test(text) || (mentions.length === 0 && tellsWhy.test(text)))) continue;
        if (word !== undefined && otherWords.length + mentions.length === 0 && alone === null && isThing(word)) {
          absent.push(word);
          continue;
        }
        const isOther = !namesKind && mentions.some(m => m.meanings.every(one => one.slot === 'category'));
        if (isOther || clause.isOther || (alone === null && mentions.length + words.length > 0)) return undefined;
        const tellsForm = mentions.some(mention => !isKind(mention)) || toldIn(text).length > 0;
        // 保温杯 墨黑一个 松针绿一个: another one of the same thing.
        if (last?.tellsForm && tellsForm && !namesKind && words.length === 0 && (isEach || counting.test(text))) {
          const another = meantBy(joined(kindIn(last.clause), clause), shown, focus, seen) ?? [];
          things.push({ clause: joined(kindIn(last.clause), clause), products: another, tellsForm, size: ofPart });
          continue;
        }
        const together = last && joined(last.clause, clause);
        const both = together && !namesKind ? meantBy(together, shown, focus, seen) : null;
        // 就要这个电水壶 黑色, 还是倾盆那个吧 黄色拿一个: what only tells of which colour, behind a thing without one.
        const isCounted = counting.test(text) && (isMore.test(text) || (last && counting.test(last.clause.text)));
        const isItsForm = tellsForm && words.length === 0 && last?.tellsForm === false && !isCounted && !isEach;
        const narrows =
          last !== undefined &&
          both !== null &&
          both.length > 0 &&
          (both.length < last.products.length || alone?.length === 0 || isItsForm);
        if (alone !== null && !narrows) things.push({ clause, products: alone, tellsForm, size: ofPart });
        else if (last && together) {
          last.clause = together;
          if (narrows) last.products = both;
          last.tellsForm ||= tellsForm;
          last.size ??= ofPart;
        }
      }
      const spoken = focus ? [focus] : shown.length > 0 && oneModel(shown) ? shown : [];
      // 那就它 两瓶, 第一个 买: of the one that is pointed at or spoken of, and nothing more is said of it.
      const isIt = (ofPlace !== undefined || isJustIt.test(folded)) && !ofCart.has(memory.lastIntent ?? 'unclear');
      const it = ofPlace ? [ofPlace] : spoken;
      if (things.length === 0 && absent.length === 0 && (ofPlace || isIt) && it.length > 0)
        things.push({ clause: clauseOf(wanted), products: it, tellsForm: false });
      if (things.length === 0 && absent.length === 0 && size !== undefined && spoken.length > 0)
        things.push({ clause: clauseOf(folded), products: withForms(spoken), tellsForm: true });
      // 来一包菊花 再来个苦荞小包的: each in its own size.
      for (const thing of things) {
        const own = thing.size ?? (things.length === 1 ? size : undefined);
        if (own !== undefined && oneModel(thing.products))
          thing.products = byMeasure(withForms(thing.products.slice(0, 1)), own);
      }
      if (
        things.length === 0 &&
        absent.length === 0 &&
        namesCart.test(folded) &&
        !looksAtCart.test(folded) &&
        shown.length > 0 &&
        !memory.sum?.length
      ) {
        // 各一个 加车: of each that was shown.
        const isOfEach = isEach && shown.length > 1 && shown.length <= mostOfEach;
        const those = focus && !isOfEach ? [focus] : shown;
        const isTold = counting.test(folded) || those.length > 1;
        const together = isOfEach ? those.map(one => [one]) : [those];
        if (isTold)
          for (const products of together) things.push({ clause: clauseOf(folded), products, tellsForm: false });
      }
      if (cheapest.test(folded)) for (const thing of things) thing.products = cheapestOf(thing.products);
      if (things.length === 0 || things.some(thing => thing.products.length === 0)) return undefined;
      const all = each.exec(folded)?.[1];
      const lines: { product: ProductId; quantity: number; size?: string }[] = [];
      const open: { products: ProductId[]; quantity: number }[] = [];
      for (const { clause, products } of things) {
        const { text } = clause;
        const form = products.length === 1 ? models.get(products[0]!.id)!.form : '';
        const told = counting.exec(form ? tight(text).replace(form, ' ') : text)?.[1];
        const quantity = all ? units(all) : told ? units(told) : (pending?.quantity ?? 1);
        // Of what is in the cart it is the one spoken of.
        const spokenOf = ofCart.has(memory.lastIntent ?? 'unclear') ? products.filter(p => p.id === memory.focus) : [];
        const [first, ...more] = spokenOf.length > 0 ? spokenOf : products;
        if (more.length === 0 && lines.some(line => line.product === first!.id)) continue;
        // 藏青要43码 再加白色38码: each in its own.
        const inSize = things.length > 1 ? sizeOf(text, first!) : undefined;
        if (more.length === 0)
          lines.push({ product: first!.id, quantity, ...(inSize === undefined ? {} : { size: inSize }) });
        else open.push({ products: formsOf(products), quantity });
      }
      const onTable = new Set([...shown, ...(focus ? [focus] : []), ...seen].map(familyOf));
      const onlyShown = lines.every(line => onTable.has(familyOf(view.byId.get(line.product)!))) && open.length === 0;
      const isMeant = isStrong || pending !== undefined || onlyShown || ofCart.has(memory.lastIntent ?? 'unclear');
      return isMeant
        ? { lines, open, inAll: isTotal.test(folded), ...(absent.length > 0 ? { absent } : {}) }
        : undefined;
    },
  };
};

const sizeOf = (text: string, product: Product): string | undefined => {
  const said = /(?<!\d)(3[4-9]|4[0-8])(?!\d)|(?<![a-z])(x{0,3}l|x{0,2}s|m)(?![a-z])/.exec(text)?.[0];
  return said !== undefined && valuesOf(product, 'size')?.includes(said) ? said : undefined;
};

const placeIn = ([all, said]: RegExpExecArray, shown: readonly ProductId[]): readonly ProductId[] => {
  const at = said === undefined ? shown.length : /^\d+$/.test(said) ? Number(said) : readNumber(said);
  return all === '' ? [] : shown.slice(at - 1, at);
};
