/**
 * "Fine, yellow then. Size L", "the tempo in navy 41", "good, navy. 1", 那要个xl 灰的, 就它了 要蓝的: what is bought, of the one that is
 * looked at or that is named of what was shown, told by how it should be. Nothing is left unread; otherwise nothing is bought.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { createWishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { isCloseUp } from '../product/focus-talk.ts';
import { pendingFor } from '../wishes/wished.ts';
import { counts, namesOne, pointing, shortRemark, takesIt, weighed } from './around-taken.ts';
import { buysNothing } from './buys-nothing.ts';
import type { Ordered, OrderMemory } from './ordered.ts';
import { bySize, isTotal } from './ordered-said.ts';
import { placeIn } from './place-said.ts';
import { createBuying, type Item } from './taken-bought.ts';
import { type TakenSaid, takenSaid } from './taken-said.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

const joinedWith = (one: ThingSaid, other: ThingSaid): ThingSaid => ({
  terms: [...one.terms, ...other.terms],
  numbers: [...one.numbers, ...other.numbers],
  letters: [...one.letters, ...other.letters],
});

const mostAsked = 6;
/** 灯也要一个 is another thing, and no remark. */
const inOneCharacter = /^(?:那|还有)?[壶锅碗灯鞋笔帽裤伞杯包]也?$/u;
const both = /\bboth\b(?! of (?:it|that)\b)|两[个样件款种](?:都|全)要/u;
const inContainer =
  /\bthe (?:tin|box|set|bag|jar|bottle|pack) (?:and|plus) the [a-z]|[a-z] (?:and|plus) the (?:tin|box|set|bag|jar|bottle|pack)\b/u;
/** 250克的加一包 再来一盒挂耳: one thing, and another. */
const goesOnWith = /[^\s,，。].*再[来加要拿买][一两二三四五六\d]?[个件双条只包盒瓶套罐袋台份支本]/u;

export const createTakenReader = (view: CatalogueView, things: ThingReader) => {
  const { read, as, isNothing, inTerms, formsOf } = things;
  const general = createWishVocabulary();
  const { isBought } = createBuying({ things, bestOf: item => bestOf(item), tellsForm: item => tellsForm(item) });
  const productsOf = (ids: readonly ProductId[]): readonly Product[] => ids.flatMap(id => view.byId.get(id) ?? []);

  /** Whether it is told in which of its colours, packs or sizes. */
  const tellsForm = ({ family, said }: Item): boolean =>
    said.letters.length > 0 ||
    said.numbers.some(n => n.unit === undefined && family.some(p => valuesOf(p, 'size')?.includes(String(n.value)))) ||
    said.numbers.some(n => weighed.test(n.unit ?? '') && family.some(p => as({ ...said, numbers: [n] }, p))) ||
    (family.length > 1 && family.filter(p => as(inTerms(said), p)).length < family.length);

  const bestOf = ({ family, card, said }: Item): Found | undefined => {
    const found = family.flatMap(p => (isSellable(p) || p.id === card.id ? (as(said, p) ?? []) : []));
    const same = found.find(one => one.product.id === card.id);
    if (same) return same;
    const own = new Set(fold(card.name.en ?? card.name.zh ?? '').split(/[\s,]+/));
    const alike = ({ product }: Found): number =>
      fold(product.name.en ?? product.name.zh ?? '')
        .split(/[\s,]+/)
        .filter(word => own.has(word)).length;
    return [...found].sort((a, b) => alike(b) - alike(a))[0];
  };

  /** Undefined: nothing is bought in such words. Takes folded text. */
  return (folded: string, memory: OrderMemory): Ordered | undefined => {
    const said = takenSaid(folded);
    // 小包装的, of its forms the smallest, is read with its measures.
    if (!said || buysNothing(folded) || (said.isHan && (bySize.test(folded) || goesOnWith.test(folded))))
      return undefined;
    const shown = productsOf(memory.shown);
    const focus = memory.focus === undefined ? undefined : view.byId.get(memory.focus);
    const isNear = isCloseUp(memory) || (focus !== undefined && memory.lastIntent === 'question');
    const [only, ...others] = shown;
    const spokenOf = focus && isNear ? focus : others.length === 0 ? only : undefined;
    const open: { products: readonly ProductId[]; quantity: number }[] = [];
    const absent: string[] = [];
    const items = itemsOf(said, open, absent, { shown, spokenOf, seen: productsOf(memory.seen ?? []), focus });
    if (items?.length === 0 && open.length === 0 && absent.length > 0)
      return {
        lines: spokenOf && takesIt.test(folded) ? [{ product: spokenOf.id, quantity: 1 }] : [],
        open: [],
        inAll: false,
        absent,
      };
    if (!items || !isSurelyRead(said, items, open.length, folded)) return undefined;
    const isAsked = pendingFor(memory) !== undefined;
    // "Goatpath. green, 42", after whether it is there: what was asked is told once more.
    const isRetold = memory.lastIntent === 'stock' || (memory.failures ?? 0) > 0;
    if (items.length > 0 && !isBought(said, items, { isLooked: focus !== undefined && isNear, isAsked, isRetold }))
      return undefined;
    const lines: { product: ProductId; quantity: number; size?: string }[] = [];
    for (const item of items) {
      const best = bestOf(item);
      if (!best) return undefined;
      const { product, size, count = said.each ?? pendingFor(memory)?.quantity ?? 1 } = best;
      const isSeen = item.family.some(
        p => p.id === memory.focus || memory.shown.includes(p.id) || memory.seen?.includes(p.id),
      );
      if (!isSeen && item.family.length > 1 && !tellsForm(item)) {
        open.push({
          products: item.family
            .filter(isSellable)
            .slice(0, mostAsked)
            .map(p => p.id),
          quantity: count,
        });
        continue;
      }
      if (lines.some(line => line.product === product.id)) continue;
      lines.push({ product: product.id, quantity: count, ...(size === undefined ? {} : { size }) });
    }
    // "Both please, the tin and the mug": a thing by what it is packed in was not read.
    if (
      (both.test(folded) || inContainer.test(folded)) &&
      lines.length + open.length === 1 &&
      (lines[0] ?? open[0])!.quantity === 1
    )
      return undefined;
    const isTold = lines.length > 0 || (said.verb === 'sure' && open.length > 0);
    return isTold
      ? { lines, open, inAll: said.isHan && isTotal.test(folded), ...(absent.length > 0 ? { absent } : {}) }
      : undefined;
  };

  /** What is told by nothing but a number or a place, or was never shown, has readings of its own. */
  function isSurelyRead(
    { pieces, closes }: TakenSaid,
    items: readonly Item[],
    others: number,
    folded: string,
  ): boolean {
    const [item, ...more] = items;
    if (!item) return others > 0 && /再[来加]/u.test(folded);
    const tells = (one: Item): boolean => one.said.terms.length > 0 || one.said.letters.length > 0 || tellsForm(one);
    if (more.length + others > 0)
      return items.some(one => one.isShown) && items.every(one => tells(one) || !one.isNamed);
    if (!item.isShown) return false;
    return tells(item) || (!item.isNamed && (closes || pieces.length > 1));
  }

  function itemsOf(
    { pieces, isHan, verb, each, alsoOne = false }: TakenSaid,
    open: { products: readonly ProductId[]; quantity: number }[],
    absent: string[],
    {
      shown,
      spokenOf,
      seen,
      focus,
    }: {
      readonly shown: readonly Product[];
      readonly spokenOf: Product | undefined;
      readonly seen: readonly Product[];
      readonly focus: Product | undefined;
    },
  ): readonly Item[] | undefined {
    const near = [...(focus ? [focus] : []), ...shown, ...seen];
    const items: Item[] = [];
    let points = false;
    for (const piece of pieces) {
      const place = placeIn(piece, shown.length);
      const card = place === undefined ? undefined : shown[place.at];
      if (place && !card) return undefined;
      const thing = read(place ? place.rest : piece);
      const last = items.at(-1);
      if (card) {
        items.push({ family: formsOf(card), card, said: thing, isNamed: true, isShown: true });
        continue;
      }
      points ||= isNothing(thing) && items.length === 0 && pointing.test(piece);
      if (isHan && inOneCharacter.test(piece)) return undefined;
      if (isNothing(thing)) continue;
      const base = last?.card ?? spokenOf;
      const family = base ? formsOf(base) : [];
      // Whatever is true of forms of it is said of it.
      const ofIt = base !== undefined && family.some(p => as(inTerms(thing), p));
      if (ofIt && base) {
        const isCounted = thing.numbers.some(n => as({ ...thing, numbers: [n] }, base)?.count !== undefined);
        const wasCounted = last?.said.numbers.some(n => as({ ...last.said, numbers: [n] }, base)?.count !== undefined);
        const isEach = each !== undefined && (last?.said.terms.length ?? 0) > 0;
        // 藏青43和白色38: each in its own.
        const isSized = last !== undefined && saysColourAndSize(thing, base) && saysColourAndSize(last.said, base);
        const isAnother =
          last !== undefined &&
          thing.terms.length > 0 &&
          (isEach || isSized || (isCounted && wasCounted === true) || (alsoOne && last.said.terms.length > 0));
        if (last && !isAnother) items[items.length - 1] = { ...last, said: joinedWith(last.said, thing) };
        else items.push({ family, card: base, said: thing, isNamed: false, isShown: true });
        continue;
      }
      const named = cardOf(thing, near, shown);
      const several = named || verb !== 'sure' ? [] : cardsOf(thing, near);
      if (several.length > 1) {
        open.push({ products: several.slice(0, mostAsked).map(p => p.id), quantity: 1 });
        continue;
      }
      if (!named && verb === 'sure') {
        const model = oneModel(thing);
        if (model) {
          items.push({ family: model, card: model[0]!, said: thing, isNamed: true, isShown: false });
          continue;
        }
      }
      if (!named) {
        // 好闻, 不错: what is said of it beside; 两个头灯 is something else that is ordered.
        const isRemark =
          piece.length <= shortRemark && thing.numbers.length === 0 && !counts.test(piece) && !namesOne.test(piece);
        if (isHan && verb === 'sure' && isGoods(piece) && !things.isKnown(thing, things.sold)) {
          absent.push(piece);
          continue;
        }
        if (isHan && verb === 'sure' && isRemark && !things.isKnown(thing, things.sold)) continue;
        return undefined;
      }
      items.push({ family: formsOf(named), card: named, said: thing, isNamed: true, isShown: true });
    }
    // "That plus the beans": the one that is looked at, and another.
    const [first] = items;
    const isBeside = points && spokenOf && first && items.every(one => one.isNamed && !one.family.includes(spokenOf));
    if (!isBeside) return items;
    const said: ThingSaid = { terms: [], numbers: [], letters: [] };
    return [
      { family: formsOf(spokenOf), card: spokenOf, said, isNamed: false, isShown: true, isPointed: true },
      ...items,
    ];
  }

  function saysColourAndSize(said: ThingSaid, like: Product): boolean {
    return (
      formsOf(like).some(p => !as(inTerms(said), p)) &&
      formsOf(like).some(p => as(said, p)?.size !== undefined) &&
      said.numbers.length + said.letters.length > 0
    );
  }

  /** 护发素, sold or not. */
  function isGoods(piece: string): boolean {
    const [whole] = general.named(tokensOf(piece));
    return whole?.slots.includes('product_type') === true && whole.start === 0 && whole.end === piece.length;
  }

  /** One of each model of what was shown that is called so. */
  function cardsOf(thing: ThingSaid, near: readonly Product[]): readonly Product[] {
    const cards = near.flatMap(p => {
      const form = as(inTerms(thing), p) ? p : formsOf(p).find(one => isSellable(one) && as(inTerms(thing), one));
      return form ? [form] : [];
    });
    return [...new Map(cards.map(card => [familyOf(card), card])).values()];
  }

  /** The only thing of the shop that is called so. */
  function oneModel(thing: ThingSaid): readonly Product[] | undefined {
    const found = things.sold.filter(p => isSellable(p) && as(thing, p));
    const [first] = found;
    return first && new Set(found.map(familyOf)).size === 1 ? formsOf(first) : undefined;
  }

  /** The one that is called so, of what was shown. */
  function cardOf(thing: ThingSaid, near: readonly Product[], shown: readonly Product[]): Product | undefined {
    const fits = (products: readonly Product[]): readonly Product[] =>
      products.filter(p => formsOf(p).some(form => isSellable(form) && as(thing, form)));
    const models = (products: readonly Product[]): number => new Set(products.map(familyOf)).size;
    const [first] = fits(shown);
    if (first && models(fits(shown)) === 1) return fits(shown).find(p => as(thing, p)) ?? first;
    const called = fits(shown).filter(p => things.isCalled(thing, p));
    if (models(called) === 1) return called.find(p => as(thing, p)) ?? called[0];
    if (first) return undefined;
    const before = fits(near);
    return models(before) === 1 ? (before.find(p => as(thing, p)) ?? before[0]) : undefined;
  }
};
