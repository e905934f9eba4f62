/**
 * Goods ordered by what they are, in English: "add one thumbprint mug in sage and the dripper in white", "I'll take two of the
 * buckwheat, small ones", "2 please", "add it, and a pair of socks". Every word of an order must be true of what goes into the
 * cart: of the thing spoken of, of those shown, then of all that is sold. What no product is called is told as not sold; where
 * anything else stays unexplained nothing is read.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { createWishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { plainSizesIn, sizesIn } from '../text/sizes.ts';
import { pendingFor } from '../wishes/wished.ts';
import { buysNothing } from './buys-nothing.ts';
import { type Clause, orderSaid, partsOfWhole } from './order-clauses.ts';
import { byPrice, type Pick, picked, picks } from './order-picks.ts';
import { finest, grouped } from './order-words.ts';
import type { Ordered, OrderMemory } from './ordered.ts';
import { wordsIn } from './words-in.ts';

const most = 6;

/** Said around what is ordered, and nothing of it. */
const filler = new Set(
  'a an the this that these those of in with and one it them some any my me for just only then too also up size version kind type colour item thing please instead anyway now again more'.split(
    ' ',
  ),
);
/** What a part of an order says. */
interface Said {
  /** Words that must be true of it. */
  readonly words: readonly string[];
  readonly pick: Pick | undefined;
  readonly size: string | undefined;
  readonly text: string;
}

export const createEnglishOrderReader = (view: CatalogueView, vocabulary: Vocabulary) => {
  const general = createWishVocabulary();
  const sold = view.products.filter(p => !p.hidden && isSellable(p) && p.name.en !== undefined);
  const siblings = grouped(sold, familyOf);
  const wordsOf = new Map(sold.map(p => [p.id, new Set(wordsIn(fold(p.name.en!)))]));

  const modelsWith = new Map<string, Set<string>>();
  for (const p of sold)
    for (const word of wordsOf.get(p.id)!) modelsWith.set(word, (modelsWith.get(word) ?? new Set()).add(familyOf(p)));
  const isColour = (word: string): boolean =>
    vocabulary.mentions(word).some(m => m.meanings.some(one => one.slot === 'colour'));

  const formsOf = (products: readonly Product[]): readonly Product[] => [
    ...new Set(products.flatMap(p => siblings.get(familyOf(p)) ?? [])),
  ];

  const saidIn = (text: string): Said => {
    let rest = text;
    const [size] = [...sizesIn(text), ...plainSizesIn(text)];
    // "Small ones": of what comes in no such size it is the small pack.
    const isWord = size !== undefined && /^(?:\w+ )?(?:small|large)$/.test(text.slice(size.start, size.end));
    if (size && !isWord) rest = rest.slice(0, size.start) + ' '.repeat(size.end - size.start) + rest.slice(size.end);
    const words = wordsIn(
      rest.replace(/\b(?:less|least) expensive\b/g, 'cheap').replace(/\bmo(?:re|st) expensive\b/g, 'dear'),
    );
    const pick = words.map(word => picks[word]).find(one => one !== undefined);
    return {
      words: words.filter(word => !(word in picks) && !filler.has(word)),
      pick,
      size: isWord ? undefined : size?.value,
      text,
    };
  };

  /** Whether all of the words are true of it: in its name, or what the catalogue says it is. */
  const isSaid = (said: Said): ((product: Product) => boolean) => {
    const mentions = vocabulary.mentions(said.words.join(' '));
    const covered = mentions.map(mention => ({ mention, words: wordsIn(mention.surface) }));
    return product => {
      const own = wordsOf.get(product.id)!;
      return said.words.every(
        word =>
          own.has(word) ||
          covered.some(
            ({ mention, words }) =>
              words.includes(word) && finest(mention).some(m => matches(product, { ...m, polarity: 'like' })),
          ) ||
          // "The buckwheat bags": of what is sold by weight or in numbers.
          (containers.has(word) && said.words.length > 1 && /\d/.test(fold(product.name.en!))),
      );
    };
  };
  /** It says what the thing is, and not only of which colour or size. */
  const namesThing = (said: Said): boolean => {
    const mentions = vocabulary.mentions(said.words.join(' '));
    const described = new Set(
      mentions
        .filter(m => m.meanings.every(one => one.slot !== 'product' && one.slot !== 'category'))
        .flatMap(m => wordsIn(m.surface)),
    );
    return said.words.some(
      word => !isMeasure.test(word) && !containers.has(word) && (!described.has(word) || isOwn(word)),
    );
  };
  /** "The tin", of a gift tin that was shown: the thing by what it is packed in. */
  const isContainer = ({ words }: Said): boolean => words.length > 0 && words.every(word => containers.has(word));
  /** A word that few names have. */
  const isOwn = (word: string): boolean => {
    const models = modelsWith.get(word);
    return models !== undefined && models.size <= fewModels && !isColour(word);
  };

  /** By a word that its name alone has, and no kind of goods. */
  const isByName = ({ words: [word, ...more] }: Said): boolean =>
    word !== undefined &&
    more.length === 0 &&
    modelsWith.get(word)?.size === 1 &&
    !places.has(word) &&
    vocabulary.mentions(word).length === 0;

  const isAbsent = (said: Said): boolean => {
    const name = said.words.join(' ');
    const [whole] = general.named(tokensOf(name));
    return (
      said.words.length > 0 &&
      said.words.length <= 3 &&
      whole?.slots.includes('product_type') === true &&
      whole.start === 0 &&
      whole.end === name.length &&
      // Of "sleeping bag" one word is no word of the shop.
      said.words.some(word => !modelsWith.has(word) && vocabulary.mentions(word).length === 0)
    );
  };

  return {
    /** Undefined: nothing is ordered by what it is, or not only. Takes folded text. */
    read: (folded: string, memory: OrderMemory): Ordered | undefined => {
      if (hasHan(folded) || buysNothing(folded)) return undefined;
      const order = orderSaid(folded, memory);
      if (!order) return undefined;
      const soldOf = (ids: readonly ProductId[]): readonly Product[] =>
        ids.flatMap(id => view.byId.get(id) ?? []).filter(p => wordsOf.has(p.id));
      const shown = soldOf(memory.shown);
      const seen = soldOf([...(memory.sum ?? []).map(line => line.product), ...(memory.seen ?? [])]);
      const focus = memory.focus === undefined ? undefined : view.byId.get(memory.focus);
      const [onlyShown, ...others] = shown;
      const spokenOf = focus && wordsOf.has(focus.id) ? focus : others.length === 0 ? onlyShown : undefined;

      /** Those meant, of one model where it is clear; 'absent': no goods of the shop. */
      const meantBy = (said: Said, isIt: boolean): readonly Product[] | 'absent' | undefined => {
        if (said.words.length === 0 && said.pick === undefined)
          return isIt || order.counts
            ? spokenOf
              ? [spokenOf]
              : order.clauses.length > 1
                ? shown
                : undefined
            : undefined;
        const is = isSaid(said);
        const narrowed = (found: readonly Product[]): readonly Product[] => picked(found, said, spokenOf);
        const isForm = !namesThing(said);
        if (isForm && said.pick !== undefined && byPrice.test(said.text)) {
          const list = shown.filter(is);
          return list.length > 1 ? narrowed(list) : undefined;
        }
        // Without a verb that puts it in, of what was not shown it is a name.
        const isTold = order.kind === 'named' || (order.kind === 'counted' && !order.goesOn);
        const pools: readonly (readonly Product[])[] = [
          spokenOf ? formsOf([spokenOf]) : [],
          formsOf(shown),
          isForm && !isContainer(said) ? [] : formsOf(seen),
          isForm || (isTold && !isByName(said)) ? [] : sold,
        ];
        for (const [i, pool] of pools.entries()) {
          const found = called(pool.filter(is), said);
          if (found.length === 0) continue;
          const models = grouped(found, familyOf);
          // Of a kind that many things are it is a wish, and no order.
          if (i === 3 && (models.size > 1 || !(said.words.some(isOwn) || order.kind === 'put'))) return undefined;
          const near = [...(spokenOf && i === 0 ? [spokenOf] : []), ...shown, ...seen].find(p => found.includes(p));
          // A list has one card a model; told by nothing but what it is, the card is meant.
          const isOpen = isForm || said.pick !== undefined;
          const cards = shown.filter(p => found.includes(p)).length;
          if (models.size === 1 && near && !isOpen && cards < 2 && !saysForm(near, found)) return [near];
          const all = narrowed(found);
          if (grouped(all, familyOf).size === 1) return all;
          const inList = all.filter(p => shown.includes(p));
          return inList.length === 1
            ? inList
            : [...grouped(inList.length > 0 ? inList : all, familyOf).values()].map(([first]) => first!);
        }
        return isAbsent(said) ? 'absent' : undefined;
      };

      const lines: Ordered['lines'][number][] = [];
      const open: { products: ProductId[]; quantity: number }[] = [];
      const absent: string[] = [];
      let before: Said | undefined;
      const isSaidOfOne = (clause: Clause): boolean => meantBy(saidIn(clause.text), clause.isIt) !== undefined;
      /** "Garden kit green, apron navy": each a thing, where nothing is all of it. */
      const apart = ({ parts, quantity }: Clause): readonly Clause[] => {
        // "2 navy mugs, green flask": the number is of the one that it stands at.
        const others = parts.some(part => part.quantity !== undefined) ? 1 : quantity;
        return parts.map(part => ({ text: part.text, quantity: part.quantity ?? others, isIt: false, parts: [part] }));
      };
      const each = order.clauses.flatMap(clause =>
        clause.parts.length > 1 && !isSaidOfOne(clause) && apart(clause).every(isSaidOfOne) ? apart(clause) : [clause],
      );
      const parted = partsOfWhole(each, clause => namesThing(saidIn(clause.text)));
      if (parted?.heading) before = saidIn(parted.heading);
      const clauses = parted?.clauses ?? each;
      for (const clause of clauses) {
        const said = saidIn(clause.text);
        // "One in red": of what was named before it.
        const leans = before !== undefined && !namesThing(said) && said.words.length > 0 && !clause.isIt;
        const leaning = leans ? { ...said, words: [...thingIn(before!), ...said.words] } : said;
        const ofBefore = meantBy(leaning, clause.isIt);
        // "The mug and the tin": no mug comes in a tin.
        const isApart = leans && ofBefore === undefined && isContainer(said);
        const meaning = isApart ? said : leaning;
        const meant = isApart ? meantBy(said, clause.isIt) : ofBefore;
        if (meant === undefined) return undefined;
        if (meant === 'absent') {
          absent.push(said.words.length > 0 ? nameIn(clause) : clause.text);
          continue;
        }
        if (said.words.length > 0) before = meaning;
        const [first, ...more] = meant;
        if (!first) return undefined;
        const sizes = valuesOf(first, 'size') ?? [];
        const size = said.size !== undefined && sizes.includes(said.size) ? said.size : undefined;
        if (more.length > 0) open.push({ products: meant.slice(0, most).map(p => p.id), quantity: clause.quantity });
        else if (!lines.some(line => line.product === first.id))
          lines.push({ product: first.id, quantity: clause.quantity, ...(size === undefined ? {} : { size }) });
      }
      if (lines.length + open.length === 0) return undefined;
      const areNames = order.counts && clauses.every(clause => isByName(saidIn(clause.text)));
      if (order.kind === 'named' && !areNames && open.length + absent.length > 0 && pendingFor(memory) === undefined)
        return undefined;
      // Of kinds alone, none of which was shown, it is a search first.
      const isSeen = (one: { readonly products: readonly ProductId[] }): boolean => {
        const models = new Set([...shown, ...seen, ...(focus ? [focus] : [])].map(familyOf));
        return one.products.some(id => models.has(familyOf(view.byId.get(id)!)));
      };
      // "Add longjing", "ok two longjing": the packs of it are laid out to choose from.
      const isLaidOut = areNames || (order.kind !== 'named' && clauses.every(clause => isByName(saidIn(clause.text))));
      if (lines.length === 0 && absent.length === 0 && !order.inAll && !isLaidOut && !open.some(isSeen))
        return undefined;
      return {
        lines,
        open,
        inAll: order.inAll,
        ...(isLaidOut ? { isNamed: true } : {}),
        ...(absent.length > 0 ? { absent } : {}),
      };
    },
  };

  /** "The barrier cream", of two face creams: the one that is called so. */
  function called(found: readonly Product[], said: Said): readonly Product[] {
    const things = thingIn(said).filter(word => modelsWith.has(word));
    const named = found.filter(p => things.every(word => wordsOf.get(p.id)!.has(word)));
    return things.length > 0 && named.length > 0 ? named : found;
  }

  /** Its colour, size or pack is told: other forms of it are not like that. */
  function saysForm(near: Product, found: readonly Product[]): boolean {
    return found.length < (siblings.get(familyOf(near)) ?? []).length;
  }

  function thingIn(said: Said): readonly string[] {
    const described = new Set(
      vocabulary
        .mentions(said.words.join(' '))
        .filter(m => m.meanings.some(one => one.slot === 'colour' || one.slot === 'size'))
        .flatMap(m => wordsIn(m.surface)),
    );
    return said.words.filter(word => !described.has(word) && !isMeasure.test(word));
  }
};

const fewModels = 3;
/** "Add the first one", with a First Mile shoe among the goods: its place in the list. */
const places = new Set(
  'first second third fourth fifth sixth last next other same new latest top bottom left right middle'.split(' '),
);
const containers = new Set('pack packet package box tin bag bottle jar pair piece set'.split(' '));
const isMeasure = /^\d|^(?:g|kg|ml|l|cm|pcs)$/;
const nameIn = ({ text }: Clause): string => text.trim().replace(/^(?:the|some|an?) (?=\S)/, '');
