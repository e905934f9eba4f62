/**
 * Goods ordered by what they are, in Chinese: 墨黑保温杯加一个, 马克杯和保温杯各来一个, 就砖红的来两个. Each thing named becomes a
 * line with its quantity where it is one product, of those shown before the rest of the catalogue; else it stays open which
 * of its colours or sizes is meant. What is asked about, turned down or only wished for is never ordered.
 */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { readNumber } from '../../knowledge/language/numbers.ts';
import { createWishVocabulary } from '../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../knowledge/retrieval/families.ts';
import { fold, hasHan } from '../../knowledge/retrieval/fold.ts';
import { matches } from '../../knowledge/retrieval/product-match.ts';
import { tokensOf } from '../../knowledge/retrieval/tokens.ts';
import type { Mention, Vocabulary } from '../../knowledge/retrieval/vocabulary.ts';
import type { ConversationMemory, Intent } from '../turn.ts';
import { buysNothing } from './buys-nothing.ts';
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
  isJustIt,
  isTotal,
  longest,
  measured,
  namesCart,
  ordering,
  otherMatter,
  picksForm,
  placeSaid,
  sizeAlone,
  somethingElse,
  strong,
  tellsWhy,
  turnsDown,
  units,
  weak,
} from './ordered-said.ts';
import { pendingFor } from './wished.ts';

export interface Ordered {
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number; readonly size?: string }[];
  /** So many of what is in the cart already is so many altogether: 马克杯要两个. */
  readonly inAll: boolean;
  /** Products of which one is meant, and nothing says which; so many of it. */
  readonly open: readonly { readonly products: readonly ProductId[]; readonly quantity: number }[];
  /** What is ordered beside it and not sold, in the shopper's words. */
  readonly absent?: readonly string[];
}

export type OrderMemory = Pick<
  ConversationMemory,
  'shown' | 'seen' | 'focus' | 'toCart' | 'turns' | 'lastIntent' | 'sum'
>;

const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'view-cart']);

interface Model {
  /** Of its name in Chinese, without maker and colour or size: 指印马克杯. */
  readonly name: string;
  /** The colour or size: 砖红, 30克; empty where it comes in one only. */
  readonly form: string;
  readonly key: string;
}

const tight = (text: string): string => fold(text).replace(/\s+/gu, '');

/** What is ordered: the clauses about it, and what they may mean. */
interface Thing {
  clause: Clause;
  products: readonly Product[];
  /** Its colour or size is told. */
  tellsForm: boolean;
}

const cheapestOf = (products: readonly Product[]): readonly Product[] =>
  products.length === 0 ? products : [products.reduce((low, one) => (one.price.minor < low.price.minor ? one : low))];

/** A part of a message, and what its words are. */
interface Clause {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** What is neither a word of the catalogue nor of an order. */
  readonly words: readonly string[];
  /** Something is ordered that is no goods of the shop. */
  readonly isOther: boolean;
}

export const createOrderReader = (view: CatalogueView, vocabulary: Vocabulary) => {
  const sold = view.products.filter(product => !product.hidden && isSellable(product) && product.name.zh !== undefined);
  const siblings = grouped(sold, familyOf);
  const models = new Map<ProductId, Model>();
  for (const [key, products] of siblings) {
    const parts = products.map(product => product.name.zh!.split(/\s+/u));
    const shared = parts[0]!.filter(part => products.length > 1 && parts.every(words => words.includes(part)));
    products.forEach((product, i) => {
      const own = products.length > 1 ? parts[i]!.filter(part => !shared.includes(part)) : [];
      const of = products.length > 1 ? shared : parts[i]!;
      models.set(product.id, { key, name: tight(of.slice(1).join('')), form: tight(own.join('')) });
    });
  }
  const forms = [...new Set([...models.values()].map(model => model.form))].filter(form => form.length >= 2);
  /** A thing, or the very name of a shelf: 礼盒 stands on the one of toys and is no toy. */
  const isKind = (mention: Mention): boolean => isNoun(mention) || saysKind(mention);
  /** 雨披: a thing by its name, whatever else the catalogue takes the word for. */
  const isNoun = (mention: Mention): boolean =>
    mention.surface.length > 1 &&
    mention.meanings.every(m => m.slot === 'feature' || m.slot === 'occasion') &&
    [...models.values()].some(model => model.name.endsWith(mention.surface));
  const saysKind = ({ meanings, surface }: Mention): boolean =>
    meanings.some(
      m =>
        m.slot === 'product' ||
        (m.slot === 'category' && view.shop.categories.some(c => c.key === m.value && c.name.zh?.includes(surface))),
    );
  /** 挂耳: a shelf of its own in words, and of a model the form it comes in. */
  const isOfForm = (mention: Mention): boolean =>
    !isKind(mention) &&
    sold.some(
      product =>
        models.get(product.id)!.form.includes(mention.surface) &&
        mention.meanings.every(m => m.slot === 'category' && m.value === product.category),
    );
  const is = (product: Product, mention: Mention): boolean =>
    mention.meanings.some(m => matches(product, { ...m, polarity: 'like' }));

  /** What a thing is before the shelf it is on: 马克杯 is a mug, and of the kitchen. */
  const isSuch = (product: Product, mention: Mention): boolean => {
    const { meanings, surface } = mention;
    if (isNoun(mention)) return models.get(product.id)!.name.endsWith(surface);
    const finest = meanings.filter(m => m.slot === 'product');
    return (finest.length > 0 ? finest : meanings).some(m => matches(product, { ...m, polarity: 'like' }));
  };

  const withForms = (shown: readonly Product[]): readonly Product[] => [
    ...new Set(shown.flatMap(product => siblings.get(familyOf(product)) ?? [product])),
  ];

  const toldIn = (said: string): string[] => forms.filter(form => tight(said).includes(form));
  const inName = (word: string): boolean =>
    [...models.values()].some(({ name, form }) => name.includes(word) || form.includes(word));

  const general = createWishVocabulary();
  /** The whole of it is what a thing is called, and nothing sold here is. */
  const isThing = (name: string): boolean => {
    const [whole] = general.named(tokensOf(name));
    return (
      whole?.slots.includes('product_type') === true && whole.start === 0 && whole.end === name.length && !inName(name)
    );
  };
  const oneModel = (products: readonly Product[]): boolean => new Set(products.map(familyOf)).size === 1;

  const clauseOf = (text: string): Clause => {
    const said = tight(text).replace(measured, ' ');
    const mentions = vocabulary.mentions(said).filter(mention => !isOfForm(mention));
    let rest = said;
    for (const { start, end } of mentions) rest = rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end);
    for (const form of toldIn(text)) rest = rest.replace(form, '_');
    const other = somethingElse.exec(rest)?.[1];
    const words = rest
      .replace(ordering, ' ')
      .split(/[^\p{Script=Han}]+/u)
      .filter(word => word.length >= 2);
    return { text, mentions, words, isOther: other !== undefined && words.some(w => other.includes(w) && !inName(w)) };
  };
  const joined = (one: Clause, other: Clause): Clause => ({
    text: `${one.text} ${other.text}`,
    mentions: [...one.mentions, ...other.mentions],
    words: [...one.words, ...other.words],
    isOther: false,
  });

  /** What it is, without its colour or size. */
  const kindIn = ({ mentions, words }: Clause): Clause => ({
    text: '',
    mentions: mentions.filter(isKind),
    words: words.filter(word => !forms.some(form => form.includes(word))),
    isOther: false,
  });

  /** Those that all of the words are true of; null: the words name no goods. */
  const meantBy = (
    clause: Clause,
    shown: readonly Product[],
    spokenOf: Product | undefined,
    seen: readonly Product[],
  ): readonly Product[] | null => {
    const told = toldIn(clause.text);
    const isApart = (said: string): boolean => !told.some(form => form.includes(said));
    const mentions = clause.mentions.filter(mention => isApart(mention.surface));
    const words = clause.words.filter(isApart);
    const kinds = mentions.filter(isKind);
    const named = (product: Product): boolean => {
      const { name, form } = models.get(product.id)!;
      return words.some(word => name.includes(word) || form.includes(word));
    };
    const from = (pool: readonly Product[]): readonly Product[] => {
      const ofKind = kinds.reduce<readonly Product[]>((so, kind, i) => {
        const such = (i === 0 ? pool : so).filter(p => isSuch(p, kind));
        // 雨披: what is called so, before whatever else serves for one.
        const called = such.filter(p => kind.surface.length > 1 && models.get(p.id)!.name.includes(kind.surface));
        return called.length > 0 ? called : such.length > 0 ? such : so;
      }, []);
      const byName = pool.filter(named);
      const both = ofKind.filter(named);
      return both.length > 0 ? both : ofKind.length > 0 ? ofKind : byName;
    };
    const others = mentions.filter(mention => !isKind(mention));
    const isPlain = kinds.length === 0 && words.length === 0;
    const narrow = (pool: readonly Product[]): readonly Product[] => {
      const byForm = pool.filter(p => {
        const { form } = models.get(p.id)!;
        return told.includes(form);
      });
      if (byForm.length > 0) {
        // 低因咖啡豆250克: of that size the decaf.
        const exactly = byForm.filter(p => others.every(mention => is(p, mention)));
        return exactly.length > 0 ? exactly : byForm;
      }
      return pool.filter(p => others.every(mention => is(p, mention)));
    };
    if (isPlain && others.length + told.length === 0) return null;
    // A list has one card a model, which stands for its other colours and sizes too.
    const near = told.length + others.length === 0 ? shown : withForms(shown);
    // 墨黑的: of the one that is spoken of, where it comes like that.
    const ofIt = isPlain && spokenOf ? narrow(withForms([spokenOf])) : [];
    const among = ofIt.length > 0 ? ofIt : narrow(isPlain ? near : from(near));
    if (among.length > 0 || isPlain) return among;
    const before = narrow(from(withForms(seen)));
    if (before.length > 0) return told.length + others.length === 0 ? from(seen) : before;
    const all = from(sold);
    return all.length === 0 ? null : narrow(all);
  };

  return {
    /** Undefined: nothing is ordered by what it is, or not only. Takes folded text. */
    read: (message: string, memory: OrderMemory): Ordered | undefined => {
      if (!hasHan(message) || message.length > longest || otherMatter.test(message)) return undefined;
      const folded = asMeant(message);
      const pending = pendingFor(memory);
      const isStrong = strong.test(folded);
      const isPick = picksForm.test(folded);
      if (!isStrong && !pending && !isPick && !weak.test(folded)) return undefined;
      if (asks.test(folded) || turnsDown.test(folded) || buysNothing(folded)) return undefined;
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
      const wanted = folded.replace(cheapest, '').replace(bySize, ' ').replace(placeSaid, ' ');
      for (const text of wanted
        .split(apart)
        .flatMap(eachCounted)
        .filter(part => part !== '' && !sizeAlone.test(part))) {
        const clause = clauseOf(text);
        const { mentions, words } = clause;
        const last = things.at(-1);
        const alone = meantBy(clause, shown, focus, seen);
        const namesKind = mentions.some(isKind);
        // Something else is said in it, which is another request.
        const [word, ...otherWords] = words;
        // 手裂了: why it is wanted.
        if (things.length > 0 && mentions.length === 0 && tellsWhy.test(text)) continue;
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
          things.push({ clause: joined(kindIn(last.clause), clause), products: another, tellsForm });
          continue;
        }
        const together = last && joined(last.clause, clause);
        const both = together && !namesKind ? meantBy(together, shown, focus, seen) : null;
        // 就要这个电水壶 黑色: what only tells of which colour, behind a thing without one.
        const isItsForm =
          tellsForm && words.length === 0 && last?.tellsForm === false && !counting.test(text) && !isEach;
        const narrows =
          last !== undefined &&
          both !== null &&
          both.length > 0 &&
          (both.length < last.products.length || alone?.length === 0 || isItsForm);
        if (alone !== null && !narrows) things.push({ clause, products: alone, tellsForm });
        else if (last && together) {
          last.clause = together;
          if (narrows) last.products = both;
          last.tellsForm ||= tellsForm;
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
      if (size !== undefined)
        for (const thing of things)
          if (oneModel(thing.products)) thing.products = byMeasure(withForms(thing.products.slice(0, 1)), size);
      if (
        things.length === 0 &&
        absent.length === 0 &&
        namesCart.test(folded) &&
        shown.length > 0 &&
        !memory.sum?.length
      ) {
        const those = focus ? [focus] : shown;
        const isTold = counting.test(folded) || those.length > 1;
        if (isTold) things.push({ clause: clauseOf(folded), products: those, tellsForm: false });
      }
      if (cheapest.test(folded)) for (const thing of things) thing.products = cheapestOf(thing.products);
      if (things.length === 0 || things.some(thing => thing.products.length === 0)) return undefined;
      const all = each.exec(folded)?.[1];
      const lines: { product: ProductId; quantity: number }[] = [];
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
        if (more.length === 0) lines.push({ product: first!.id, quantity });
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

  /** Of one model its forms, of several one each. */
  function formsOf(products: readonly Product[]): ProductId[] {
    const byModel = grouped(products, product => models.get(product.id)!.key);
    const chosen = byModel.size === 1 ? products : [...byModel.values()].map(([first]) => first!);
    return chosen.slice(0, most).map(product => product.id);
  }
};

const most = 6;

const placeIn = ([all, said]: RegExpExecArray, shown: readonly ProductId[]): readonly ProductId[] => {
  const at = said === undefined ? shown.length : /^\d+$/.test(said) ? Number(said) : readNumber(said);
  return all === '' ? [] : shown.slice(at - 1, at);
};

export const grouped = (products: readonly Product[], keyFor: (product: Product) => string): Map<string, Product[]> => {
  const groups = new Map<string, Product[]>();
  for (const product of products) groups.set(keyFor(product), [...(groups.get(keyFor(product)) ?? []), product]);
  return groups;
};
