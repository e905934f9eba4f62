import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { createFamilies, familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { isStopWord, singular, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import type { Steps } from '../../../knowledge/slices.ts';
import { anyThingsIn } from './any-thing.ts';

export interface ProductNames {
  /**
   * Products the text names outright, most likely first, at most five, and of one model in several colours only one: the one
   * whose colour is said too, or else the first of `spokenOf`. `folded` went through fold().
   */
  named(folded: string, spokenOf?: readonly ProductId[]): ProductId[];
  /** Nothing but a product's name is said, however short of its colour: every word is of it, and one is of no other model. */
  isNameOf(folded: string, product: ProductId): boolean;
  /**
   * The models, one product of each, whose names have all words of a few ("over ear", "the parka"): those among `first` if there are
   * any. `asNoun`: the last of the words says what the thing is.
   */
  like(words: string, first: readonly ProductId[], asNoun?: boolean): readonly ProductId[];
  areOneModel(one: ProductId, other: ProductId): boolean;
  /** All colours and sizes of that model. */
  formsOf(id: ProductId): readonly Product[];
  /** A word of few names that nobody says to a shop: "longway". */
  isOwnWord(word: string): boolean;
  /** A word of few names that is in this product's is said. */
  hasOwnWordOf(product: ProductId, folded: string): boolean;
  /** The one word of its name that is said, where anybody says it to a shop: "light", "locker". */
  plainWordOf(product: ProductId, folded: string): string | undefined;
  /** The same model in that colour; the product itself where there is none. */
  inColour(id: ProductId, colours: readonly string[]): ProductId;
  /** Words of names that are found in few products: "rainline". */
  readonly words: ReadonlySet<string>;
}

/** Latin words and Chinese character pairs of a name or message. */
const partsOf = (folded: string): Set<string> => {
  const parts = new Set<string>();
  let previous = '';
  for (const token of tokensOf(
    folded.replace(/[’'-]/g, ' ').replace(/(?<![a-z\d])(\d+)(g|kg|ml|l|cm|pcs)\b/g, '$1 $2'),
  )) {
    if (/\p{Script=Han}/u.test(token.text)) {
      if (previous) parts.add(previous + token.text);
      previous = token.text;
    } else {
      previous = '';
      if (!isStopWord(token.text)) parts.add(singular(token.text));
    }
  }
  return parts;
};

/**
 * Names are compared by the rare words they share: a message names a product when it holds a word that few products
 * have (`isOrdinary` words, such as colours, never count as such), and enough of the name's weight (inverse document frequency).
 */
export function* readProductNames(
  view: Pick<CatalogueView, 'products'>,
  isOrdinary: (part: string) => boolean,
  /** Said to any shop: "morning", "letter". */
  isTalk: (word: string) => boolean = () => false,
): Steps<ProductNames> {
  const products = view.products;
  const names: Set<string>[][] = [];
  for (const { name } of products) {
    names.push([name.en, name.zh].filter(n => n !== undefined).map(n => partsOf(fold(n))));
    yield;
  }
  const frequency = new Map<string, number>();
  for (const list of names)
    for (const part of new Set(list.flatMap(n => [...n]))) frequency.set(part, (frequency.get(part) ?? 0) + 1);
  const weight = (part: string): number => Math.log(1 + products.length / (frequency.get(part) ?? products.length));
  const rare = Math.max(6, Math.round(products.length * 0.02));
  const holders = new Map<string, number[]>();
  /** Of words that say what many things are: they find a name that is said nearly whole, and are none by themselves. */
  const ordinaryHolders = new Map<string, number[]>();
  names.forEach((list, p) => {
    for (const part of new Set(list.flatMap(n => [...n]))) {
      if (frequency.get(part)! > rare) continue;
      const among = isOrdinary(part) ? ordinaryHolders : holders;
      const known = among.get(part);
      if (known) known.push(p);
      else among.set(part, [p]);
    }
  });
  yield;
  // How a Chinese name's parts begin ("雨线" in "跳水洼 雨线防水跑鞋"): the pair people call it by.
  const openings = new Set(
    products.flatMap(p =>
      fold(p.name.zh ?? '')
        .split(' ')
        .map(word => word.slice(0, 2)),
    ),
  );
  /** The one model whose Chinese name opens so: 远路. */
  const openedBy = new Map<string, number>();
  for (const opening of openings) {
    const places = holders.get(opening) ?? [];
    const [first] = places;
    if (first !== undefined && places.every(p => familyOf(products[p]!) === familyOf(products[first]!)))
      openedBy.set(opening, first);
  }
  yield;
  // "A neck pillow" names no swan-neck kettle: what stands behind a hyphen counts beside what stands before it.
  const before = new Map<string, Set<string>>();
  const free = new Set<string>();
  for (const { name } of products)
    for (const word of fold(name.en ?? '')
      .replaceAll('’', "'")
      .split(/[^a-z0-9'-]+/)) {
      const [first, ...behind] = word.split('-').map(singular);
      if (first) free.add(first);
      for (const part of behind) before.set(part, (before.get(part) ?? new Set()).add(first!));
    }
  for (const part of free) before.delete(part);
  const isBehind = (part: string, said: ReadonlySet<string>): boolean =>
    before.has(part) && ![...before.get(part)!].some(first => said.has(first));
  const totals = names.map(list => list.map(n => [...n].reduce((sum, part) => sum + weight(part), 0)));
  const placeOf = new Map(products.map((p, place) => [p.id, place]));
  const words = new Set([...holders.keys()].filter(w => /^[a-z]{5,}$/.test(w)));
  const byId = new Map(products.map(p => [p.id, p]));
  yield;
  const families = createFamilies(products);
  const isOwnWord = (word: string): boolean => word.length > 3 && holders.has(word) && !isTalk(word);
  const wordsOf = products.map(p => new Set(Object.values(p.name).flatMap(name => [...everyWord(fold(name ?? ''))])));
  const placesOf = new Map<string, number[]>();
  for (const [place, own] of wordsOf.entries())
    for (const word of own) {
      const places = placesOf.get(word);
      if (places) places.push(place);
      else placesOf.set(word, [place]);
    }
  return {
    words,
    isOwnWord,
    hasOwnWordOf(product, folded) {
      const own = names[placeOf.get(product) ?? -1] ?? [];
      return [...partsOf(folded)].some(
        part => (isOwnWord(part) || openings.has(part)) && own.some(name => name.has(part)),
      );
    },
    plainWordOf(product, folded) {
      const said = [...partsOf(folded)];
      const shared = (names[placeOf.get(product) ?? -1] ?? []).map(name => said.filter(part => name.has(part)));
      const [[word, ...more] = []] = shared.toSorted((a, b) => b.length - a.length);
      return word !== undefined && more.length === 0 && /^[a-z]/.test(word) && isTalk(word) ? word : undefined;
    },
    isNameOf(folded, product) {
      const said = [...partsOf(folded)];
      const place = placeOf.get(product);
      return (
        place !== undefined &&
        said.some(part => holders.get(part)?.every(p => familyOf(products[p]!) === familyOf(products[place]!))) &&
        names[place]!.some(name => said.every(part => name.has(part)))
      );
    },
    named(folded, spokenOf = []) {
      const least = several.test(folded) ? leastOfSeveral : leastOfOne;
      const said = partsOf(folded);
      const things = anyThingsIn(folded);
      const candidates = new Set<number>();
      for (const part of said)
        for (const p of [...(holders.get(part) ?? []), ...(ordinaryHolders.get(part) ?? [])]) candidates.add(p);
      const scored: Scored[] = [];
      const called = new Set(
        [...folded.matchAll(calledThat)].map(match => match[1]!).filter(pair => openedBy.has(pair)),
      );
      for (const [, ...pair] of folded.matchAll(bothCalled))
        if (pair.every(one => openedBy.has(one))) for (const one of pair) called.add(one);
      for (const p of candidates) {
        names[p]!.forEach((name, n) => {
          let shared = 0;
          const own: string[] = [];
          let latin = false;
          let pairs = 0;
          let opening = false;
          for (const part of name) {
            if (!said.has(part)) continue;
            shared += weight(part);
            if (!holders.has(part) || isBehind(part, said)) continue;
            own.push(part);
            if (/^[a-z]{4,}$/.test(part)) latin = true;
            // A number is a size, an age or a place of the list before it is part of a name.
            else if (!/^\d+$/.test(part) && !isTalk(part)) {
              pairs += 1;
              if (openings.has(part)) opening = true;
            }
          }
          // One rare Latin word is a name; Chinese pairs overlap by chance, so two are wanted, or most of the name.
          const share = shared / totals[p]![n]!;
          const isCalled = own.some(part => called.has(part));
          // Two that anybody says, "light" or "hand", are no names for being few.
          const isEnough = share >= leastOfOne || (share >= least && own.some(isOwnWord));
          if (isCalled || (latin && isEnough) || ((pairs >= 2 || opening) && share >= 0.16) || share >= 0.6) {
            const product = products[p]!;
            const noun = nounOf(product);
            // "A train" is no sleeper train duffel.
            if (!pairs && own.every(part => things.has(part)) && noun !== undefined && !said.has(noun)) return;
            scored.push({
              id: product.id,
              family: familyOf(product),
              score: share,
              shared,
              own,
              isSold: isSellable(product),
            });
          }
        });
      }
      return oneOfEachFamily(scored, spokenOf).slice(0, 5);
    },
    like(said, first, asNoun = false) {
      const wanted = [...everyWord(said)].filter(word => !filler.has(word));
      const together = new Set(wanted);
      const noun = wanted.at(-1);
      if (noun === undefined) return [];
      // "The Petal".
      const areOwnWords = wanted.every(word => isOwnWord(word) && !isBehind(word, together));
      // Of the word that fewest names have.
      const [fewest = []] = wanted.map(word => placesOf.get(word) ?? []).sort((a, b) => a.length - b.length);
      const all = fewest
        .filter(place => wanted.every(word => wordsOf[place]!.has(word)))
        .map(place => products[place]!)
        .filter(p => !p.hidden && (!asNoun || areOwnWords || nounOf(p) === noun));
      const shown = all.filter(p => first.includes(p.id));
      const models = new Map<string, Product>();
      for (const p of shown.length > 0 ? shown : all) {
        const key = families.keyOf(p);
        if (!models.has(key) || (!isSellable(models.get(key)!) && isSellable(p))) models.set(key, p);
      }
      return [...models.values()].map(p => p.id);
    },
    areOneModel: (one, other) => {
      const [a, b] = [byId.get(one), byId.get(other)];
      return one === other || (a !== undefined && b !== undefined && families.keyOf(a) === families.keyOf(b));
    },
    formsOf: id => {
      const product = byId.get(id);
      return product ? families.of(product) : [];
    },
    inColour(id, colours) {
      const product = byId.get(id);
      if (!product || colours.length === 0) return id;
      const is = (p: Product): boolean => p.attributes.colour?.some(c => colours.includes(c)) ?? false;
      return is(product) ? id : (families.of(product).find(is)?.id ?? id);
    },
  };
}

/** 远路那个, 宽街那双: a thing by the two characters that its name opens with, and that no other's does. */
const calledThat = /(\p{Script=Han}{2})(?=(?:那|这)一?[个款件双条只种瓶罐包盒顶副把台支本])/gu;

/** 节拍和疾羽各多重: two things by those characters, where both are such. */
const bothCalled =
  /(?<!\p{Script=Han}{3})(\p{Script=Han}{2}) ?\d?(?:和|跟|与|、|还是|或者?)(\p{Script=Han}{2})(?=各|分别|都|哪|谁|比|两|相比|的|有|[,，?？ ]|$)/gu;

/** One rare word is enough of a name where two things are held against each other: "Petal or the Tempo?" */
const several = /\b(?:or|vs|versus|than|compar\w*|differ\w*|between)\b/;
const leastOfSeveral = 0.1;
const leastOfOne = 0.22;

interface Scored {
  readonly id: ProductId;
  readonly family: string;
  /** Share of the name's weight that is said. */
  readonly score: number;
  /** The weight that is said. */
  readonly shared: number;
  /** Words said that few names have. */
  readonly own: readonly string[];
  readonly isSold: boolean;
}

/** So much less of its name said is no name, where nothing else of the text is. */
const nearlyAsWell = 0.12;

const oneOfEachFamily = (scored: readonly Scored[], spokenOf: readonly ProductId[]): ProductId[] => {
  const place = ({ id }: Scored): number => (spokenOf.includes(id) ? spokenOf.indexOf(id) : spokenOf.length);
  const ranked = scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const best = new Map<string, Scored>();
  for (const one of ranked) {
    const other = best.get(one.family);
    const isCloser =
      !other ||
      one.shared > other.shared + 1e-9 ||
      (one.shared > other.shared - 1e-9 &&
        (place(one) < place(other) || (place(one) === place(other) && one.isSold && !other.isSold)));
    // The place of a family is that of its best name.
    if (isCloser) best.set(one.family, one);
  }
  const heard = new Set<string>();
  const found: ProductId[] = [];
  const top = ranked[0]?.score ?? 0;
  for (const one of best.values()) {
    if (one.score < top - nearlyAsWell && one.own.every(part => heard.has(part))) continue;
    for (const part of one.own) heard.add(part);
    found.push(one.id);
  }
  return found;
};

/** What the thing is: the last word of its English name before a comma. */
const nounOf = ({ name }: Product): string | undefined => [...everyWord(fold(name.en ?? '').split(',')[0]!)].at(-1);

const filler = new Set(['the', 'a', 'an', 'your', 'this', 'that', 'one', 'those', 'these']);

/** Every word in the singular, those of no weight too ("over ear"); Chinese by pairs. */
const everyWord = (folded: string): Set<string> => {
  const han = folded.match(/\p{Script=Han}+/gu) ?? [];
  return new Set([
    ...tokensOf(folded.replace(/[’'-]/g, ' '))
      .filter(t => !/\p{Script=Han}/u.test(t.text))
      .map(t => singular(t.text)),
    ...han.flatMap(run => [...run].slice(1).map((c, i) => run[i]! + c)),
  ]);
};
