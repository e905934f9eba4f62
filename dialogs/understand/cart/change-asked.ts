/**
 * "No, orange I said", "L not M", 白的不要 只要蓝的, "take the kettle out, I only want the dripper": what the cart is to hold instead.
 * The line is the one that is named, pointed at or went in last; the change another form of it, another number or size, or none of it.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { CartLine } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { costing, createChangeFinder, type Held, replacedBy } from './change-lines.ts';
import type { ChangePart, ChangeSaid } from './change-part.ts';
import { changeSaid } from './change-said.ts';
import { asChange, isPointedAt, ofCart, shownAlone, wrongPut } from './change-told.ts';
import { eachWithCount, isCountedForm } from './each-counted.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

export interface CartEdits {
  /** So many of each from now on; none of it: 0. */
  readonly lines: readonly CartLine[];
  /** It could be any of these lines that is meant. */
  readonly which?: readonly ProductId[];
  /** It doesn't come in the size that was told. */
  readonly noSize?: ProductId;
  /** The last change is taken back. */
  readonly undoes?: true;
}

/** Nothing but lines that were there go out. */
export const onlyTakesOut = ({ lines }: CartEdits): boolean =>
  lines.length > 0 && lines.every(({ quantity }) => quantity === 0);

export type ChangeMemory = Pick<ConversationMemory, 'inCart' | 'focus' | 'lastIntent' | 'shown' | 'seen'>;

const namesCart = /\b(?:cart|basket)\b|购物车/u;
/** Something more goes in. */
const more =
  /\b(?:another|also|as well|too|one more|more|add|plus|both)\b|再[来要加拿买]|也[要来]|另外|还要|都要|加[一上个两]/u;
const points =
  /^(?:it|this|that|them|these|those|one|this one|that one|them all)?$|^(?:它们?|这个|那个|这件|那件|这|那)?$/u;
const isAll =
  /^(?:everything|all|all of (?:it|them)|both|both of them|the lot|全部|所有|全|都|东西|所有东西|全部东西)$/u;
const isPlural = /s$/;

export const createChangeReader = (view: CatalogueView, things: ThingReader) => {
  const { read, as, isNothing, formsOf } = things;
  const { changedFrom, elsewhere, isNamedBy, isOnlyWords } = createChangeFinder(things);

  return (folded: string, memory: ChangeMemory): CartEdits | undefined => {
    const { inCart = [], lastIntent } = memory;
    if (inCart.length === 0) return undefined;
    const isJustIn = lastIntent !== undefined && ofCart.has(lastIntent);
    const said = changeSaid(folded);
    if (!said) return undefined;
    const { isTold, isStill } = asChange(folded, said, memory, view, things);
    if (!isTold || (!said.outright && more.test(folded))) return undefined;
    const held: Held[] = inCart.flatMap(line => {
      const product = view.byId.get(line.product);
      return product ? [{ product, line }] : [];
    });
    const last = held.find(h => h.product.id === memory.focus) ?? held.at(-1);
    if (!last) return undefined;
    const near = [...(memory.focus ? [memory.focus] : []), ...memory.shown, ...(memory.seen ?? [])].flatMap(
      id => view.byId.get(id) ?? [],
    );
    return resolved(isStill ? { ...said, wrong: false } : said, {
      held,
      last,
      near,
      pointed: shownAlone(memory, view),
      isCart: isJustIn || namesCart.test(folded),
      needsName: !isJustIn && !isStill && !wrongPut.test(folded) && lastIntent !== 'yes' && !namesCart.test(folded),
      isHan: hasHan(folded),
    });
  };

  function resolved(
    { parts, wrong, outright, corrects, orElse }: ChangeSaid,
    {
      held,
      last,
      near,
      pointed,
      needsName,
      isCart,
      isHan,
    }: {
      readonly held: readonly Held[];
      readonly last: Held;
      readonly near: readonly Product[];
      /** The only one that is shown. */
      readonly pointed: Product | undefined;
      /** The cart was not spoken of: only what is named in it is meant. */
      readonly needsName: boolean;
      readonly isCart: boolean;
      readonly isHan: boolean;
    },
  ): CartEdits | undefined {
    const pool = [...held.map(h => h.product), ...near].flatMap(formsOf);
    const edits = new Map<ProductId, CartLine>();
    const outs: Held[] = [];
    let acted = false;
    let isNamed = false;
    let lacks: 'shown' | 'asked' | undefined;
    const set = ({ product }: Held | Found, quantity: number, size: string | undefined): void => {
      acted = true;
      edits.set(product.id, { product: product.id, quantity, ...(size === undefined ? {} : { size }) });
    };
    const fitting = (thing: ThingSaid): readonly (Held & { readonly found: Found })[] =>
      held.flatMap(h => {
        const found = as(thing, h.product);
        const isOther = found?.size !== undefined && h.line.size !== undefined && found.size !== h.line.size;
        return found && !isOther ? [{ ...h, found }] : [];
      });
    const linesOf = (
      text: string,
    ): { readonly lines: readonly (Held & { readonly found: Found })[]; readonly isAll: boolean } => {
      const words = text.trim();
      const one = [{ ...last, found: { product: last.product } }];
      if (isAll.test(words)) return { lines: held.map(h => ({ ...h, found: { product: h.product } })), isAll: true };
      if (points.test(words)) {
        // "Remove one", of two: one of them stays.
        const isOneOfThem = words === 'one' && last.line.quantity > 1;
        return { lines: isOneOfThem ? [{ ...last, found: { product: last.product, count: 1 } }] : one, isAll: false };
      }
      const priced = costing(words, held);
      if (priced) return { lines: [{ ...priced, found: { product: priced.product } }], isAll: false };
      const thing = isHan ? things.withoutUnknown(read(words), pool) : read(words);
      if (isNothing(thing)) return { lines: isNothing(read(words)) ? one : [], isAll: false };
      isNamed ||= thing.terms.length > 0;
      const lines = fitting(thing);
      // "The mug", of two mugs: the one that is spoken of.
      const spokenOf = lines.filter(h => h === last || h.product.id === last.product.id);
      return {
        lines: lines.length > 1 && spokenOf.length === 1 && thing.terms.length === 0 ? spokenOf : lines,
        isAll: false,
      };
    };

    for (const part of parts) {
      if (part.kind !== 'out') continue;
      const { lines, isAll: isWhole } = points.test(part.thing.trim())
        ? (namedBefore(part) ?? linesOf(part.thing))
        : linesOf(part.thing);
      if (lines.length === 0) {
        if (!part.remove) continue;
        // What is not in the cart is not taken out of it, whatever else is.
        const named = read(part.thing);
        const isOfColour = named.terms.length > 0 && named.terms.every(term => term.isColour);
        if (!(isCart || isOfColour) || isNothing(named) || !things.isKnown(named, things.sold)) return undefined;
        lacks = part.unwanted ? 'shown' : 'asked';
        continue;
      }
      const isSeveral = isWhole || (!isHan && isPlural.test(part.thing.trim()));
      if (part.remove && lines.length > 1 && !isSeveral) return { lines: [], which: lines.map(h => h.product.id) };
      outs.push(...(part.remove ? lines : lines.slice(-1)));
      if (!part.remove) continue;
      for (const h of lines)
        set(h, Math.max(0, h.found.count === undefined ? 0 : h.line.quantity - h.found.count), h.line.size);
    }
    const wanted = parts.flatMap((part): readonly Exclude<ChangePart, { kind: 'out' }>[] => {
      if (part.kind === 'out') return [];
      const counted = part.kind === 'into' ? eachWithCount(part.thing) : [part.thing];
      return counted.length > 1 ? counted.map(thing => ({ kind: 'some' as const, thing })) : [part];
    });
    // 挂耳咖啡 不要太酸的: what is not wanted is nothing of the cart, and no more than wishes are told.
    const isWish = parts.some(part => part.kind === 'out') && wanted.every(part => part.kind === 'into' && part.plain);
    if (isWish && outs.length === 0 && !acted && !lacks && !corrects && !outright) return undefined;
    const some = wanted.filter(part => part.kind === 'some');
    // 粉的4个 黄的3个: so many of each.
    const isEach = wanted.filter(part => isCountedForm(read(part.thing))).length > 1;
    const inParts = some.length > 0 || isEach ? parted(wanted) : undefined;
    if (inParts || some.length > 0) return inParts;
    let put: Found | undefined;
    for (const part of wanted) {
      if (pointed && isPointedAt(part)) {
        const base = replacedBy(
          pointed,
          part.kind === 'into' && part.of !== undefined ? linesOf(part.of).lines : outs,
          held,
        );
        if (!base) return undefined;
        isNamed = true;
        set(base, 0, undefined);
        set({ product: pointed }, base.line.quantity, base.line.size);
        continue;
      }
      const raw = read(part.thing);
      const isKnown = things.isKnown(raw, pool);
      const isPlain = part.kind === 'into' && part.plain === true;
      const thing = isHan
        ? things.withoutUnknown(raw, isPlain && !wrong && outs.length === 0 ? pool : [...pool, ...things.sold])
        : raw;
      if (isNothing(thing)) {
        if (!isPlain && part.kind === 'into' && !isNothing(raw)) return undefined;
        if (!isHan && !isNothing(raw)) return undefined;
        continue;
      }
      // "This is tiring. Set the shoe in my cart to 43": beside what is told outright.
      if (!isHan && isPlain && outright && isOnlyWords(raw)) continue;
      // "Make it the 50 g one, just one": so many of what it is now.
      const ofPut = put && thing.terms.length + thing.letters.length === 0 ? as(thing, put.product) : undefined;
      if (put && ofPut?.count !== undefined) {
        set(put, ofPut.count, put.size);
        continue;
      }
      // 挂耳 10包的: of what it is now no more is told.
      const isOfPut = put && as(thing, put.product);
      if (isOfPut && isOfPut.count === undefined && isOfPut.size === undefined) continue;
      if (part.kind === 'only') {
        const { lines } = linesOf(part.thing);
        const kept = lines.filter(h => !outs.some(out => out.product.id === h.product.id));
        const [one, ...others] = kept;
        if (one && others.length === 0 && one.found.count !== undefined) {
          set(one, one.found.count, one.found.size ?? one.line.size);
          continue;
        }
        if (one) {
          const isForm =
            formsOf(one.product).some(form => form.id !== one.product.id && !as(thing, form)) && thing.terms.length > 0;
          const names = formsOf(one.product).every(form => as(things.inTerms(thing), form));
          const rest = held.filter(h => !kept.some(k => k.product.id === h.product.id));
          const goes = isForm && !names ? rest.filter(h => familyOf(h.product) === familyOf(one.product)) : rest;
          acted = true;
          for (const h of goes) set(h, 0, undefined);
          continue;
        }
      }
      const of = part.kind === 'into' && part.of !== undefined ? linesOf(part.of).lines : undefined;
      if (of && of.length === 0) return undefined;
      // 钢笔还是算了 去掉吧: what goes out is named once more, and nothing instead of it.
      if (isPlain && outs.some(out => isNamedBy(thing, out.product))) continue;
      const from =
        changedFrom(thing, { held, last, of, outs }) ??
        (orElse === undefined
          ? undefined
          : changedFrom({ ...thing, numbers: [{ value: orElse }] }, { held, last, of, outs }));
      if (from) {
        // The form that is shown, of what is in the cart: "I only want the grey, swap it over".
        isNamed ||= from.names || from.found.product.id === pointed?.id;
        const { base, found } = from;
        if (part.kind === 'into' && part.worn && found.size === undefined) return undefined;
        const size = found.size ?? base.line.size;
        // 一个换成粉的: so many of them, and the others stay.
        const some = of?.find(h => h.product.id === base.product.id)?.found.count;
        if (
          some !== undefined &&
          found.count === undefined &&
          some < base.line.quantity &&
          found.product.id !== base.product.id
        ) {
          const there = held.find(h => h.product.id === found.product.id)?.line.quantity ?? 0;
          set(found, there + some, size);
          set(base, base.line.quantity - some, base.line.size);
          continue;
        }
        const quantity = found.count ?? (edits.get(base.product.id)?.quantity || base.line.quantity);
        if (found.product.id !== base.product.id) {
          set(base, 0, undefined);
          put = { ...found, ...(size === undefined ? {} : { size }) };
        }
        set(found, quantity, size);
        continue;
      }
      const ofNoSize =
        thing.terms.length === 0 && thing.letters.length > 0 && (valuesOf(last.product, 'size') ?? []).length > 0;
      if (ofNoSize) return { lines: [], noSize: last.product.id };
      const isSwap = part.kind === 'into' && !part.plain && !part.said;
      const other = outs.length > 0 || wrong || isSwap ? elsewhere(thing, near) : undefined;
      if (other) {
        const base = outs.at(-1) ?? last;
        set(base, 0, undefined);
        set(other, other.count ?? 1, other.size);
        continue;
      }
      // What is said of nothing here tells why, or asks for something else.
      if (isHan && isPlain && (outright || outs.length > 0 || !isKnown)) continue;
      return undefined;
    }
    // 不是红的, and not what instead.
    const unwanted = parts.some(part => part.kind === 'out' && part.unwanted);
    if (!acted && unwanted) for (const h of outs) set(h, 0, undefined);
    if (!acted && lacks) return { lines: [], ...(lacks === 'asked' ? { which: held.map(h => h.product.id) } : {}) };
    if (!acted) return undefined;
    if (needsName && !isNamed) return undefined;
    return { lines: [...edits.values()].filter(isChange) };

    /** 钢笔还是算了 去掉吧: the one line that is named before what only points. */
    function namedBefore(out: ChangePart): ReturnType<typeof linesOf> | undefined {
      const before = parts[parts.indexOf(out) - 1];
      if (before?.kind !== 'into' || !before.plain) return undefined;
      const thing = things.withoutUnknown(
        read(before.thing),
        held.map(h => h.product),
      );
      const lines = thing.terms.length === 0 ? [] : fitting(thing);
      return lines.length === 1 ? { lines, isAll: false } : undefined;
    }

    function isChange(line: CartLine): boolean {
      const there = held.find(h => h.product.id === line.product)?.line;
      return there === undefined
        ? line.quantity > 0
        : line.quantity !== there.quantity || (line.size !== undefined && line.size !== there.size);
    }

    /** So many of it in one form and so many in another; what is left stays as it is. */
    function parted(all: readonly Exclude<ChangePart, { kind: 'out' }>[]): CartEdits | undefined {
      let total: number | undefined;
      const told: Found[] = [];
      let base: Held | undefined;
      for (const part of all) {
        const thing = isHan ? things.withoutUnknown(read(part.thing), pool) : read(part.thing);
        if (isNothing(thing)) continue;
        const from = changedFrom(thing, { held, last, of: undefined, outs: [] });
        // 一个红一个黑 把红的加回来: of one of them it is told once more.
        if (from && from.found.count === undefined && told.some(one => one.product.id === from.found.product.id))
          continue;
        if (from?.found.count === undefined) return undefined;
        base ??= from.base;
        // "2 of the 50g" is a form of it.
        if (thing.terms.length + thing.letters.length === 0 && thing.numbers.length === 1) total = from.found.count;
        else told.push({ ...from.found, count: from.found.count });
      }
      if (!base || told.length === 0) return undefined;
      const ofBase = told.find(one => one.product.id === base.product.id);
      const others = told.filter(one => one !== ofBase);
      const taken = others.reduce((sum, one) => sum + (one.count ?? 0), 0);
      for (const one of others) set(one, one.count!, one.size ?? base.line.size);
      set(base, ofBase?.count ?? Math.max(0, (total ?? base.line.quantity) - taken), base.line.size);
      return [...edits.values()].some(isChange) ? { lines: [...edits.values()] } : { lines: [] };
    }
  }
};
