/** What a message puts into the cart, changes in it or takes out of it, as far as that is told by what the goods are. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { placesNamed } from '../pointing/compared.ts';
import type { GoodsSpokenOf } from '../pointing/goods-spoken-of.ts';
import type { ShopReader } from '../shop-reader.ts';
import { measuresOther } from '../wishes/in-unit-told.ts';
import { bothColours } from './both-colours.ts';
import { bothPraised } from './both-praised.ts';
import { bothTaken, bothWithForm } from './both-taken.ts';
import { calledOffIn } from './called-off-in-cart.ts';
import type { CartEdits } from './change-asked.ts';
import { cheapestOfEach } from './cheapest-of-each.ts';
import { coloursApart } from './colours-apart.ts';
import { coloursCounted } from './colours-counted.ts';
import { withoutReceiver } from './for-whom.ts';
import { asksIfHad } from './had-asked.ts';
import { itAndMore } from './it-and-more.ts';
import { namedInPlace } from './named-in-place.ts';
import { numberAgain } from './number-again.ts';
import { areInAlready, isInOtherForm, isNoMore, ofPlace, saidAgain, setRight, toldAnew } from './order-as-told.ts';
import type { Ordered, OrderMemory } from './ordered.ts';
import { partsOfCounted } from './ordered-said.ts';
import { inOwnColours } from './own-colours.ts';
import { withoutProviso } from './proviso.ts';
import { resizeAsked } from './resize-asked.ts';
import { withoutReminder } from './said-before.ts';
import { sumTaken } from './sum-taken.ts';
import { type TakeOutAsked, takeOutAsked } from './take-out-asked.ts';
import { withoutTurnedDownFirst } from './turned-down-first.ts';
import { undoneIn } from './undone.ts';

export interface OrdersNow {
  readonly takeOut?: TakeOutAsked | undefined;
  /** The size that a line of the cart is to have. */
  readonly resize?: ReturnType<typeof resizeAsked>;
  readonly edits?: CartEdits | undefined;
  /** Goods of another size than those that lie there are spoken of. */
  readonly isOfOtherSize: boolean;
  /** What is ordered, the sizes that were told apart from it not yet among it. */
  readonly unsized?: Ordered | undefined;
}

/** 有44码吗 我要黑色: whether there is such a one is asked first, and nothing is bought yet. */
const asksIfThere =
  /(?:^|[,，。 ])(?:那|这个|它|请问)?(?:还)?有(?:没有)?[^,，。 ]{0,8}(?:码|号|色|的)(?:的)?(?:吗|么|嘛|没有?|不)(?=[,，。?！!？ ])/u;
/** "The lightest of the three then, which one": it is not known yet which. */
const asksWhich = /\bwhich (?:one|pair)?(?: is it| then)?[?.! ]*$|是?哪[一个款件双只]+[呢啊?？。 ]*$/u;
/** ？？我要的是双肩包, "I asked for a backpack": what is wanted in place of what was shown. */
const saysWhatWasMeant =
  /^[?？]{2}|我(?:要|问|说|想要|想买|找)的(?:明明|其实)?(?:是|不是)|\bi (?:asked for|said|was asking for|was looking for|meant)\b/u;
const ordersPlainly =
  /买|下单|加(?:入|购|到|一|两|[\d个双件])|购物车|[来拿][一两二三\d]?[个双件条只份盒包]|各(?:来|要|拿)?[一两俩二三\d]|拍/u;

/** So many, or with a word that buys. */
const buysMore =
  /\d|\b(?:one|two|three|four|five|six|a|an|add|put|pop|take|have|get|give|grab|buy|order|want|need|like|go|do|another|more|too|also|again|both|cart|basket)\b|[一两俩二三四五六七八九十]|加|买|来|拿|要|下单|再|也/u;
const withoutSize = (folded: string, size: string | undefined): string =>
  size === undefined ? folded : folded.replace(size, ' ');
/** In what size, or of which pack. */
const saysSize = /\d|\b(?:x*[sml]|small|medium|large|big|mini)\b|[大小]|码/u;

/** After these the one in the cart is still spoken of. */
const asking: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'question', 'state-preference']);

export const createOrdersNow = (reader: ShopReader) => {
  const { view, vocabulary, thingNamed, orderIn, anotherIn, changeIn, takenIn, onlyTheseIn } = reader;

  /** `reproaches`: what was shown is found fault with, and nothing of it is bought. */
  return (goods: GoodsSpokenOf, memory: ConversationMemory, isAnswer: boolean, reproaches: boolean): OrdersNow => {
    const { original, spoken, isTaken, need, put, reading, count } = goods;
    const { folded } = reading;
    const plainlySaid = withoutReminder(spoken.folded);
    const another = isAnswer || isTaken ? undefined : anotherIn(plainlySaid, memory);
    const changed =
      isAnswer || another
        ? undefined
        : (undoneIn(spoken.folded, memory) ??
          numberAgain(spoken.folded, memory, view) ??
          onlyTheseIn(fold(original).trim(), memory) ??
          changeIn(plainlySaid, memory) ??
          // "I said green": what is told once more was not done so.
          (plainlySaid === spoken.folded ? undefined : changeIn(spoken.folded, memory)));
    const takeOut =
      changed || another
        ? undefined
        : (takeOutAsked(folded, memory) ?? (isAnswer ? undefined : calledOffIn(folded, memory, view)));
    const resize = isAnswer || takeOut || changed || another ? undefined : resizeAsked(spoken.folded, memory, view);
    const asksFirst =
      [asksIfThere, asksWhich, saysWhatWasMeant].some(form => form.test(spoken.folded)) || asksIfHad(spoken.folded);
    const isOrdering = !asksFirst || ordersPlainly.test(spoken.folded);
    // 我要外套 谁要菜刀啊 orders nothing.
    const isOfOtherSize = goods.named.length === 0 && measuresOther(spoken.folded, memory, reader);
    const mayOrder = !(
      isOfOtherSize ||
      isTaken ||
      isAnswer ||
      takeOut ||
      changed ||
      resize !== undefined ||
      reproaches ||
      !isOrdering
    );
    // 我要那个69的 41码: that place of the list.
    const asSaid = withoutTurnedDownFirst(withoutProviso(withoutReceiver(goods.priced ? folded : plainlySaid)));
    const inPlace = mayOrder ? namedInPlace(asSaid, memory, view) : undefined;
    const ordering = inPlace?.text ?? asSaid;
    const onTable = inPlace ? { ...memory, ...inPlace.memory } : memory;
    const ofSum =
      mayOrder && !count && !another
        ? sumTaken(spoken.folded, memory, view, vocabulary, text =>
            [text, `i'll take ${text}`]
              .map(order => orderIn(order, onTable) ?? takenIn(order, onTable))
              .find(one => one !== undefined),
          )
        : undefined;
    // Read as it was written: the other thing may be called like the one that is looked at.
    const withIt =
      mayOrder && !another && !ofSum ? itAndMore(fold(original).trim(), memory, view, [orderIn, takenIn]) : undefined;
    const inParts = mayOrder && !count && !another ? orderInParts(ordering, onTable) : undefined;
    const inColours = mayOrder && !another && !ofSum ? bothColours(spoken.folded, memory, view, vocabulary) : undefined;
    if (inColours && inColours.missing.length > 0)
      return { takeOut: undefined, resize: undefined, edits: undefined, isOfOtherSize, unsized: undefined };
    const both =
      another ??
      ofSum ??
      inColours?.ordered ??
      (mayOrder ? cheapestOfEach(spoken.folded, memory, view) : undefined) ??
      withIt ??
      (mayOrder && !count && !inParts
        ? (bothIn(ordering, memory) ?? bothPraised(spoken.folded, memory, view, vocabulary, bothIn))
        : undefined);
    const mine = mayOrder && !count && !both && !inParts ? takenIn(ordering, onTable) : undefined;
    // "The black one", of a list: a place of it.
    const [first, ...rest] = mine?.lines ?? [];
    const isPlaced =
      put !== undefined &&
      first !== undefined &&
      rest.length === 0 &&
      memory.shown.includes(first.product) &&
      !first.size;
    const bought = isPlaced && first.product !== memory.focus ? undefined : mine;
    const asked =
      both ??
      inParts ??
      (mayOrder
        ? coloursApart(spoken.folded, onTable, vocabulary, view, words => thingNamed.of(words, onTable.shown))
        : undefined) ??
      (mayOrder && !count ? coloursCounted(spoken.folded, onTable, vocabulary, view) : undefined) ??
      bought ??
      (mayOrder ? orderIn(ordering, onTable) : undefined);
    // "That is for pu'er. Longjing please", of what is in the cart, asked about: nothing more of it is bought.
    const asRead = asked && !another && isAskedOf(asked, spoken.folded, memory) ? undefined : asked;
    const orders = asRead && inOwnColours(asRead, ordering, vocabulary, view);
    const tellsForm =
      vocabulary.mentions(ordering).some(m => m.meanings.some(one => one.slot === 'colour')) || saysSize.test(ordering);
    const isThere = orders !== undefined && !another && isInOtherForm(orders, spoken.folded, memory, view, tellsForm);
    // "So 43 is fine": the size of what is in.
    const sizedNow = asked && asRead === undefined ? sizeOfThere(asked, memory) : undefined;
    const edits =
      changed ??
      sizedNow ??
      (bought && saidAgain(bought, spoken.folded, memory)) ??
      (orders && !another && isNoMore.test(spoken.folded) ? saidAgain(orders, spoken.folded, memory) : undefined) ??
      (orders && !another ? setRight(orders, spoken.folded, memory) : undefined) ??
      (isThere || (both && !another && areInAlready(both, spoken.folded, memory)) ? { lines: [] } : undefined);
    const taken = edits || !bought ? undefined : orders;
    const read = another ?? ofPlace(edits ? both : orders && toldAnew(orders, spoken.folded), goods.placed);
    // "Add the black one", "one more": a place of the list and a number of the cart have their own readings.
    const places = put === undefined ? 0 : placesNamed(folded, memory.shown).length;
    const isPlace =
      put !== undefined &&
      !need &&
      !read?.absent &&
      read?.open.length === 0 &&
      (read.lines.length < 2 || places >= read.lines.length);
    // 杨桃红茶感那个: one of the list by words of its page, and no black tea of the shop.
    // "Add the mug and the flask", with a candle shown since: two that were spoken of before.
    const areSeen = (read?.lines.length ?? 0) > 1 && read!.lines.every(line => memory.seen?.includes(line.product));
    const isOfShop = put !== undefined && read !== undefined && !another && !areSeen && isElsewhere(read, memory.shown);
    const isOfOther = isOfShop || (!taken && !another && !hasHan(original) && (isPlace || count));
    // 山茶手工皂三块礼盒 加购物车: named in full, whatever else a part of its name is the name of.
    const isNamed =
      read !== undefined &&
      !another &&
      read.lines.length === 0 &&
      goods.named.length === 1 &&
      !read.open.some(one => one.products.some(id => familyIn(id) === familyIn(goods.named[0]!)));
    const unsized = isOfOther || isNamed ? undefined : read;
    return { takeOut, resize, edits, isOfOtherSize, unsized };
  };

  function bothIn(folded: string, memory: OrderMemory): Ordered | undefined {
    return bothTaken(folded, memory, view) ?? bothWithForm(folded, memory, view, [takenIn, orderIn]);
  }
  /** 挂耳拿3盒,深烘2盒 低因1盒: the parts, each such as the first word says, where they are all that the first number counts. */
  function orderInParts(folded: string, memory: ConversationMemory): Ordered | undefined {
    const told = partsOfCounted(folded);
    if (!told) return undefined;
    const lines = told.parts.flatMap(part => {
      const [line, ...others] = orderIn(`${told.heading}${part} 加购物车`, memory)?.lines ?? [];
      // 马克杯3个 碗2个 茶1盒: bowls are no mugs.
      const alone = orderIn(`${part} 加购物车`, memory);
      const mayBe = [
        ...(alone?.lines.map(one => one.product) ?? []),
        ...(alone?.open.flatMap(one => one.products) ?? []),
      ];
      return line && others.length === 0 && mayBe.includes(line.product) ? [line] : [];
    });
    const isAll = lines.reduce((sum, line) => sum + line.quantity, 0) === told.whole;
    return isAll && lines.length === told.parts.length ? { lines, open: [], inAll: false } : undefined;
  }
  function isAskedOf(
    { lines, open }: Ordered,
    folded: string,
    { inCart = [], lastIntent }: ConversationMemory,
  ): boolean {
    const [line, ...others] = lines;
    const there = inCart.find(one => one.product === line?.product);
    const isOfThing = lastIntent !== undefined && asking.has(lastIntent);
    return (
      there !== undefined &&
      isOfThing &&
      others.length + open.length === 0 &&
      line?.quantity === 1 &&
      // "So 43 is fine", of the pair in 43: a size counts none.
      (there.size === undefined || line.size === undefined || there.size === line.size) &&
      !buysMore.test(withoutSize(folded.replace(/^i'll take /, ''), line.size))
    );
  }
  function sizeOfThere({ lines }: Ordered, { inCart = [] }: ConversationMemory): CartEdits | undefined {
    const [{ product, size } = { product: undefined, size: undefined }] = lines;
    const there = inCart.find(one => one.product === product);
    return there && there.size === undefined && size !== undefined ? { lines: [{ ...there, size }] } : undefined;
  }
  function familyIn(id: ProductId): string {
    const product = view.byId.get(id);
    return product ? familyOf(product) : id;
  }
  /** Nothing of it is a model that was shown. */
  function isElsewhere({ lines, open }: Ordered, shown: readonly ProductId[]): boolean {
    const there = new Set(shown.map(familyIn));
    return [...lines.map(line => line.product), ...open.flatMap(one => one.products)].every(
      id => !there.has(familyIn(id)),
    );
  }
};
