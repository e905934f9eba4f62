/** A message in other words than its own, and those that are read before all others: a size alone, a deal supposed, two colours, another version. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Understanding } from '../turn.ts';
import { bothColours } from './cart/both-colours.ts';
import { sizeAnswered } from './cart/size-answered.ts';
import { dealSupposed } from './deals/deal-supposed.ts';
import { asksIfSamePrice, asksNetPrice, otherCode } from './deals/less-asked.ts';
import { cameWrong } from './orders/thing-had.ts';
import { forNextReceiver } from './people/next-receiver.ts';
import { takesByPrice } from './pointing/extreme-asked.ts';
import type { GoodsSpokenOf } from './pointing/goods-spoken-of.ts';
import { type BesidePlace, besidePlace, pointsAtPlace } from './pointing/not-that-place.ts';
import { asksForSamples } from './pointing/size-order.ts';
import { kindToChoose } from './product/how-chosen.ts';
import { asksForGrownUps, otherVersion } from './product/other-version.ts';
import type { ShopReader } from './shop-reader.ts';

/** Asked of one product. */
export const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);

export interface ReadAnew {
  readonly text: string;
  /** The conversation as these words are spoken in it. */
  readonly memory: ConversationMemory;
  /** The product they are spoken of, whatever they name. */
  readonly of?: ProductId;
  /** They leave nothing to the ground: they are put in full no more. */
  readonly isInFull?: true;
  /** The message is read as it stands where that tells this much. */
  readonly unless?: (asItStands: Understanding) => boolean;
  /** What they mean for the message; undefined: it is read as it stands after all. */
  readonly take: (meant: Understanding) => Understanding | undefined;
}

/** The one that is looked at, or all that was shown. */
export const theOne = ({ focus, shown }: ConversationMemory, view: ShopReader['view']): Product | undefined =>
  [focus ?? (shown.length === 1 ? shown[0] : undefined)].flatMap(id => (id && view.byId.get(id)) || [])[0];

const withoutPlace = (memory: ConversationMemory, { text, place }: BesidePlace): ConversationMemory => {
  if (pointsAtPlace(text)) return memory;
  const shown = memory.shown.filter((_, i) => i !== (place < 0 ? memory.shown.length - 1 : place - 1));
  const { focus, ...before } = memory;
  return { ...before, shown, ...(focus !== undefined && shown.includes(focus) ? { focus } : {}) };
};

/** What is turned down is not meant, though it is called so too; a place is one of those that are left. */
const amongLeft = (meant: Understanding, { shown }: ConversationMemory, then: ConversationMemory): Understanding => {
  if (shown.length === then.shown.length) return meant;
  const { ordinal, ...entities } = meant.entities;
  const placed = ordinal === undefined ? undefined : then.shown.at(ordinal > 0 ? ordinal - 1 : ordinal);
  if (placed !== undefined) return { ...meant, entities: { ...entities, products: [placed] } };
  const isTurnedDown = (id: ProductId): boolean => shown.includes(id) && !then.shown.includes(id);
  if (!entities.products.some(isTurnedDown)) return meant;
  const [only, ...more] = then.shown;
  return only !== undefined && more.length === 0
    ? { ...meant, intent: 'product-details', entities: { ...entities, products: [only] } }
    : { ...meant, intent: 'product-search', entities: { ...entities, products: [] } };
};

/** `asItStands`: the message is read as it stands, whether other words tell it better is being asked. */
export function* readFirst(
  goods: GoodsSpokenOf,
  memory: ConversationMemory,
  reader: ShopReader,
  asItStands: boolean,
): Generator<ReadAnew> {
  const { view } = reader;
  const sized = sizeAnswered(goods.spoken.folded, memory, view);
  if (sized)
    yield {
      text: goods.language === 'zh' ? `换成${sized.size}码` : `change it to ${sized.size}`,
      memory: {
        ...memory,
        focus: sized.product,
        shown: [sized.product],
        size: memory.size ?? sized.size,
        lastIntent: 'view-cart',
        sizeAsked: undefined,
      },
      isInFull: true,
      take: meant => (meant.intent === 'change-quantity' ? meant : undefined),
    };
  const instead = memory.shown.length > 1 ? besidePlace(goods.spoken.folded) : undefined;
  // "Not the first one, the backpack": one of the others.
  if (instead) {
    const then = withoutPlace(memory, instead);
    yield { text: instead.text, memory: then, isInFull: true, take: meant => amongLeft(meant, memory, then) };
  }
  const isLooking = memory.shown.length > 0 || memory.focus !== undefined || (memory.inCart ?? []).length > 0;
  const wrong = asItStands || isLooking ? undefined : cameWrong(goods.spoken.folded);
  // 杯子颜色不对, of what came: no other one is looked for.
  if (wrong && reader.vocabulary.mentions(wrong.thing).length > 0)
    yield {
      text: wrong.text,
      memory,
      isInFull: true,
      take: meant => (meant.plainly?.name === 'wrong-item' ? meant : undefined),
    };
  yield* ofSupposed(goods, memory, asItStands);
  const [missing] = bothColours(goods.spoken.folded, memory, view, reader.vocabulary)?.missing ?? [];
  // 红的和藏青都要, of a lantern that comes in neither: in which it does is told before anything goes in.
  if (missing !== undefined)
    yield {
      text: goods.language === 'zh' ? `有${missing.replace(/色$/u, '')}色的吗` : `does it come in ${missing}?`,
      memory,
      isInFull: true,
      take: meant => (ofOne.has(meant.intent) ? { ...meant, comesFirst: true } : undefined),
    };
  const byPrice = asItStands || memory.shown.length < 2 ? undefined : takesByPrice(goods.spoken.folded);
  if (byPrice !== undefined && byPrice !== goods.spoken.folded)
    yield {
      text: byPrice,
      memory,
      isInFull: true,
      take: meant => (meant.intent === 'add-to-cart' ? meant : undefined),
    };
  const forOther = asItStands ? undefined : forNextReceiver(goods.spoken.folded, memory);
  if (forOther !== undefined) {
    const { focus: _, cut: __, ...before } = memory;
    yield {
      text: forOther,
      memory: { ...before, shown: [], lastIntent: 'product-search' },
      isInFull: true,
      take: meant => (meant.intent === 'product-search' ? meant : undefined),
    };
  }
  if (!asItStands && asksForSamples(goods.spoken.folded, memory, view)) {
    const { focus: _, search: __, goods: ___, ...before } = memory;
    yield {
      text: goods.language === 'zh' ? '有试用装送吗' : 'do you send free samples?',
      memory: { ...before, shown: [] },
      isInFull: true,
      take: meant => (meant.intent === 'question' ? meant : undefined),
    };
  }
  const isOfNothing = theOne(memory, view) === undefined && memory.shown.length + (memory.search?.length ?? 0) === 0;
  // "Is there an adult version?", of nothing that was spoken of: of what is asked.
  if (!asItStands && isOfNothing && asksForGrownUps(goods.spoken.folded))
    yield {
      text: goods.language === 'zh' ? '这个有货吗' : 'is it in stock?',
      memory,
      isInFull: true,
      take: meant => (ofOne.has(meant.intent) && meant.entities.products.length === 0 ? meant : undefined),
    };
  const version =
    asItStands || theOne(memory, view) === undefined ? undefined : otherVersion(goods.spoken.folded, reader.vocabulary);
  if (version !== undefined)
    yield {
      text: version,
      memory,
      isInFull: true,
      take: meant => (meant.intent === 'product-search' || ofOne.has(meant.intent) ? meant : undefined),
    };
  yield* ofPrices(goods, memory, reader, asItStands);
  const chosen = asItStands ? undefined : kindToChoose(goods.spoken.folded, reader.vocabulary);
  if (chosen !== undefined) {
    const { focus: _, ...before } = memory;
    yield {
      text: chosen,
      memory: { ...before, shown: [] },
      isInFull: true,
      take: meant => (meant.intent === 'product-search' ? meant : undefined),
    };
  }
}

/** What is asked of deals and of what a thing costs. */
function* ofPrices(
  goods: GoodsSpokenOf,
  memory: ConversationMemory,
  { view }: ShopReader,
  asItStands: boolean,
): Generator<ReadAnew> {
  const dealWanted = asItStands ? undefined : otherCode(goods.spoken.folded, memory.lastIntent);
  if (dealWanted)
    yield {
      text: dealWanted,
      memory,
      isInFull: true,
      take: meant => (meant.intent === 'deals' || meant.intent === 'better-deal' ? meant : undefined),
    };
  const one = asItStands ? undefined : theOne(memory, view);
  if (one && asksNetPrice(goods.spoken.folded))
    yield {
      text: goods.language === 'zh' ? '买一件一共多少钱' : 'how much would 1 of it be?',
      memory: { ...memory, focus: one.id, shown: [one.id] },
      of: one.id,
      isInFull: true,
      take: meant => (meant.sum ? meant : undefined),
    };
  const same = theOne(memory, view);
  if (same && asksIfSamePrice(goods.spoken.folded))
    yield {
      text: goods.language === 'zh' ? '多少钱' : 'how much is it?',
      memory: { ...memory, focus: same.id, shown: [same.id], lastIntent: 'product-details' },
      of: same.id,
      isInFull: true,
      take: meant =>
        ofOne.has(meant.intent) ? { ...meant, entities: { ...meant.entities, products: [same.id] } } : undefined,
    };
}

/** "If I took two": what they come to. */
function* ofSupposed(goods: GoodsSpokenOf, memory: ConversationMemory, asItStands: boolean): Generator<ReadAnew> {
  const supposed = asItStands ? undefined : dealSupposed(goods.spoken.folded);
  if (supposed)
    yield {
      text: `how much would ${supposed.count} ${supposed.goods ?? 'of them'} be?`,
      memory,
      isInFull: true,
      take: meant => (meant.sum ? meant : undefined),
    };
  // Of goods that nobody knows, what runs is told.
  if (supposed && supposed.goods === undefined && memory.focus === undefined)
    yield {
      text: 'what promotions are there for everybody?',
      memory,
      isInFull: true,
      take: meant => (meant.intent === 'promotion-question' ? meant : undefined),
    };
}
