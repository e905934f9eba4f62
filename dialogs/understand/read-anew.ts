/** Messages that are understood by other words than theirs: a short question put in full, the question behind an objection, what is asked again of another. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import { isHighestPrice } from '../search-prices.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { toldOutright } from './cart/told-outright.ts';
import { asksOfRuleAlone } from './case-asked.ts';
import { type Ask, ofWhatWasTold } from './ground/asks.ts';
import { groundOf } from './ground/ground.ts';
import { asksInFull } from './ground/in-full.ts';
import { doesMore } from './ground/own-object.ts';
import { putInFull, type Scene } from './ground/put-in-full.ts';
import { hasFormOfQuestion } from './intent/settled-intent.ts';
import { notThatOne } from './orders/not-that-one.ts';
import { ownAsked } from './orders/own-case.ts';
import { toldGoodsNamed } from './orders/told-goods.ts';
import { ofOne, type ReadAnew, readFirst, theOne } from './other-words.ts';
import { generalAsked } from './pages/general-asked.ts';
import { policyAsked } from './pages/policy-asked.ts';
import type { GoodsReader, GoodsSpokenOf } from './pointing/goods-spoken-of.ts';
import { anySuch } from './product/any-such.ts';
import { askedAgain } from './product/asked-again.ts';
import { askedBehindObjection } from './product/asked-behind-objection.ts';
import { askedOfRemarked } from './product/asked-of-remarked.ts';
import { askedOnPage } from './product/asked-on-page.ts';
import { kindBeside } from './product/kind-beside.ts';
import type { ShopReader } from './shop-reader.ts';
import { type WithinShared, withinShared } from './wishes/within-shared.ts';

/** What a rule may be asked by. */
const isKind = ({ slot, polarity }: StatedPreference): boolean =>
  (slot === 'product' || slot === 'category') && polarity === 'like';
const ofOwnGoods: ReadonlySet<Intent> = new Set(['start-return', 'cancel-order']);
const ofRules: ReadonlySet<Intent> = new Set(['question', 'start-return', 'order-status', 'cancel-order', 'unclear']);

/** What a question of the one thing on the table is taken for, where a rule of the shop has its words as well. */
const mayBeOfPage: ReadonlySet<Intent> = new Set(['question', 'unclear', 'start-return']);

const mostAskedAtOnce = 3;

/** Other words to read in place of the message, the likeliest first. */
export function* readAnew(
  goods: GoodsSpokenOf,
  turn: Turn,
  memory: ConversationMemory,
  goodsIn: GoodsReader,
  reader: ShopReader,
  /** The short question it is; absent: none, or it is in full. */
  ask: Ask | undefined,
  /** It is read as it stands: whether other words tell it better is being asked. */
  asItStands: boolean,
): Generator<ReadAnew> {
  const { view, names } = reader;
  yield* readFirst(goods, memory, reader, asItStands);
  const full = ask && grounded(ask, goods, memory, reader);
  if (full) yield full;
  // A move of the talk is made to what was told, and asks nothing of goods.
  if (ask !== undefined && ofWhatWasTold.has(ask)) return;
  const isEach = memory.focus === undefined && memory.shown.length <= mostAskedAtOnce;
  const again = askedAgain(
    goods,
    memory,
    memory.focus && view.byId.get(memory.focus),
    isEach ? memory.shown.flatMap(id => view.byId.get(id) ?? []) : [],
    names.areOneModel,
  );
  if (again) {
    const { asked: _, topic: __, ...before } = memory;
    const { text, product } = again;
    yield {
      text,
      memory: { ...before, focus: product, shown: [product], lastIntent: 'product-details' },
      of: product,
      take: ({ entities: { ordinal: _, ...entities }, ...meant }) => ({
        ...meant,
        entities: { ...entities, products: [product] },
      }),
    };
  }
  const isOnTable = memory.shown.length === 0 && memory.claim === undefined && memory.waits === undefined;
  const asksNow = isOnTable && hasFormOfQuestion(goods.spoken.folded);
  const [own, ...more] = asksNow ? toldGoodsNamed(goods.spoken.folded, memory, view) : [];
  // "Cleanser, is it good for oily skin?", after the order that holds it was told of.
  if (own && more.length === 0 && goods.named.length === 0)
    yield {
      text: goods.original,
      memory: { ...memory, focus: own, shown: [own], lastIntent: 'product-details' },
      of: own,
      take: meant =>
        ofOne.has(meant.intent)
          ? { ...meant, ...costOfBought(goods, turn, memory), entities: { ...meant.entities, products: [own] } }
          : undefined,
    };
  // "Return the jacket, not the teahouse one": which of those that were bought is not meant is no wish for goods.
  const other = notThatOne(goods.original);
  if (other && other.rest !== '')
    yield {
      text: other.rest,
      memory,
      take: meant => (ofOwnGoods.has(meant.intent) ? meant : undefined),
    };
  const general = generalAsked(
    goods.original,
    folded => {
      const rule = policyAsked(folded, goods.language);
      return rule !== undefined && !rule.open;
    },
    memory.orderTold !== undefined,
  );
  if (general !== undefined && general !== goods.original)
    yield {
      text: general,
      memory,
      take: ({ own: _, ...meant }) =>
        ofRules.has(meant.intent) ? { ...meant, intent: 'question', inGeneral: true } : undefined,
    };
  const within =
    asItStands || goods.policy ? undefined : withinShared(goods.spoken.folded, theOne(memory, view), reader.vocabulary);
  if (within) yield* ofSeveral(within, memory);
  if (goods.isTaken) return;
  const beside = asItStands
    ? undefined
    : kindBeside(goods.spoken.folded, onTable(memory, view), reader, memory.focus !== undefined);
  if (beside) {
    const { focus: _, ...before } = memory;
    yield {
      text: beside.text,
      memory: { ...before, shown: [] },
      isInFull: true,
      unless: asItStands => asItStands.intent === 'product-search' && asItStands.preferences.some(isKind),
      take: meant => (meant.intent === 'product-search' ? meant : undefined),
    };
  }
  const others = asItStands
    ? undefined
    : anySuch(goods.spoken.folded, onTable(memory, view), reader.vocabulary, memory.focus !== undefined);
  if (others !== undefined) {
    const { focus: _, ...before } = memory;
    yield {
      text: others,
      memory: { ...before, shown: [] },
      isInFull: true,
      take: meant => (meant.intent === 'product-search' ? meant : undefined),
    };
  }
  const behind = memory.shown.length === 0 ? undefined : askedBehindObjection(goods.original);
  if (behind) {
    const [asked, turnedDown] = [behind.rest, behind.first].map(words => goodsIn(words, turn, memory, false));
    const [product, ...more] = asked!.named;
    // "Too big. Is the Teahouse jacket warm?" is asked of that one, whatever was found too big.
    const isOther = product !== undefined && more.length === 0 && !turnedDown!.named.includes(product);
    // 789那个太占地方了 还是要小的那个 白色的加购物车: another than the one that is looked at.
    const addsOther = ({ intent, entities }: Understanding): boolean => {
      const [put, ...rest] = intent === 'add-to-cart' ? entities.products : [];
      return put !== undefined && rest.length === 0 && put !== memory.focus && !turnedDown!.named.includes(put);
    };
    yield {
      text: behind.rest,
      memory,
      take: meant => ((isOther && ofOne.has(meant.intent)) || addsOther(meant) ? meant : undefined),
    };
  }
  const alone = theOne(memory, view);
  const onPage = !asItStands && alone && askedOnPage(goods.spoken.folded, alone, goods.language);
  if (alone && onPage) {
    const { topic: _, asked: __, ...before } = memory;
    yield {
      text: goods.original,
      memory: { ...before, focus: alone.id, shown: [alone.id], lastIntent: 'product-details' },
      of: alone.id,
      unless: asItStands => !mayBeOfPage.has(asItStands.intent),
      take: ({ own: _, plainly: __, delivery: ___, askedMeant: ____, ...meant }) =>
        ofOne.has(meant.intent) || mayBeOfPage.has(meant.intent)
          ? { ...meant, intent: 'product-details', entities: { products: [alone.id] }, asks: onPage }
          : undefined,
    };
  }
  const remarked = askedOfRemarked(goods.spoken.folded, onTable(memory, view));
  if (remarked) {
    const product = names.inColour(remarked.product, coloursIn(remarked.text, reader));
    yield {
      text: remarked.text,
      memory: { ...memory, focus: product, lastIntent: 'product-details' },
      of: product,
      // One request, whatever is remarked beside it.
      take: meant =>
        ofOne.has(meant.intent)
          ? { ...meant, entities: { ...meant.entities, products: [product] }, ofOneThing: true }
          : undefined,
    };
  }
}

/** 耳机多少钱, right after the order that holds it was told: what was paid for it. */
const costOfBought = (
  { spoken }: GoodsSpokenOf,
  { signedIn }: Turn,
  memory: ConversationMemory,
): Pick<Understanding, 'own'> => {
  const own = signedIn ? ownAsked(spoken.folded, memory) : undefined;
  return own?.costs ? { own } : {};
};

/** What several things may cost together is told: of each, goods within its part of that are looked for. */
function* ofSeveral({ text, shared }: WithinShared, memory: ConversationMemory): Generator<ReadAnew> {
  const isBeside = shared && 'beside' in shared;
  const { focus: _, ...before } = memory;
  yield {
    text,
    memory: isBeside ? { ...before, shown: [] } : memory,
    isInFull: true,
    ...(shared ? {} : { unless: (asItStands: Understanding) => asItStands.preferences.some(isHighestPrice) }),
    take: ({ toCart: _, ...meant }) =>
      meant.preferences.some(isHighestPrice) && !meant.ordered
        ? { ...meant, intent: 'product-search', ...(shared ? { shared, unkept: true } : {}) }
        : undefined,
  };
}

const grounded = (
  ask: Ask,
  { language, original }: GoodsSpokenOf,
  memory: ConversationMemory,
  reader: ShopReader,
): ReadAnew | undefined => {
  const { view } = reader;
  const colour = colourIn(fold(original), reader);
  const ground = groundOf(memory, (memory.inCart?.length ?? 0) > 0);
  const full = putInFull(ask, ground, { memory, view, said: original, ...(colour ? { colour } : {}) }, asksInFull);
  return (
    full && {
      text: full.text[language] ?? full.text.en ?? original,
      memory: { ...memory, ...full.memory },
      ...(full.of === undefined ? {} : { of: full.of }),
      isInFull: true,
      unless: asItStands =>
        doesMore(ask, asItStands.intent) || toldOutright(ask, asItStands) || asksOfRuleAlone(asItStands),
      take: full.take ?? (meant => meant),
    }
  );
};

const colourIn = (folded: string, { vocabulary }: ShopReader): Scene['colour'] => {
  const said = vocabulary.mentions(folded).find(({ meanings }) => meanings.some(one => one.slot === 'colour'));
  return (
    said && {
      said: folded.slice(said.start, said.end),
      values: said.meanings.filter(one => one.slot === 'colour').map(one => one.value),
    }
  );
};

/** Colours that are named, canonical. */
export const coloursIn = (folded: string, { vocabulary }: ShopReader): readonly string[] =>
  vocabulary
    .mentions(folded)
    .flatMap(mention => mention.meanings)
    .filter(one => one.slot === 'colour')
    .map(one => one.value);

const onTable = ({ focus, shown }: ConversationMemory, view: ShopReader['view']): readonly Product[] =>
  [...new Set(focus === undefined ? shown : [focus, ...shown])].flatMap(id => view.byId.get(id) ?? []);
