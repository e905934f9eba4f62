/** A message taken apart before it is understood: what takes back the former wish, anger around the present one, and several requests. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { isOutcry } from '../../knowledge/retrieval/goods/remarks.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { FlowStart } from '../flow-parts.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import { actAmongRemarks } from '../understand/act-among-remarks.ts';
import { withAsked } from '../understand/asked-beside-order.ts';
import { besideAnswer } from '../understand/beside-answer.ts';
import { withoutHeldAgainst } from '../understand/cart/held-against.ts';
import { withoutNamedFirst } from '../understand/cart/named-first.ts';
import { plainOrder } from '../understand/cart/plain-order.ts';
import { priceOfOrder } from '../understand/cart/price-of-order.ts';
import { thingAdded } from '../understand/cart/thing-added.ts';
import { toldAsOrder } from '../understand/cart/told-as-order.ts';
import { withoutGoodsTurnedDown } from '../understand/cart/turned-down-first.ts';
import { asPriceOfMore } from '../understand/cart/two-than-one.ts';
import { withWrapApart } from '../understand/cart/wrap-apart.ts';
import { leftUndone } from '../understand/clause-groups.ts';
import { asksGiftAndChoice, asksWhyDelivery } from '../understand/deals/promotion-asked.ts';
import { goodsAmongRemarks } from '../understand/goods-among-remarks.ts';
import { createSecondLooks, type SecondLooks } from '../understand/intent/second-look.ts';
import { callsOffTold } from '../understand/orders/called-off.ts';
import { askedInstead, askedMeant } from '../understand/pages/asked-meant.ts';
import { beyondTold } from '../understand/pages/beyond-told.ts';
import { passedOver } from '../understand/passed-over/passed-over.ts';
import { withoutBystanders } from '../understand/people/people-told.ts';
import { takesIt } from '../understand/product/focus-talk.ts';
import { asksForThing } from '../understand/product/goods-asked.ts';
import { type Request, severalRequests, swapsIn } from '../understand/several-requests.ts';
import { withoutChatWords } from '../understand/talk/chat-words.ts';
import { withoutHeardOf } from '../understand/talk/heard-of-us.ts';
import { clausesOf } from '../understand/text/clauses-asked.ts';
import { withDecimalPoint } from '../understand/text/decimals.ts';
import { besideDenial } from '../understand/text/denied.ts';
import { writtenOut } from '../understand/text/written-out.ts';
import type { Understander } from '../understand/understand.ts';
import { givesUp } from '../understand/wishes/given-up.ts';
import { agreedBeside } from './agreed-beside.ts';
import { askedFirst, formFirst } from './asked-first.ts';
import { withDealTaken } from './deal-beside.ts';
import { putRight } from './put-right.ts';
import { repaired } from './repaired.ts';
import type { Known, TakenApart } from './taken-apart.ts';
import {
  droppingThem,
  nothingMore,
  notThisPlace,
  refusing,
  saidPlainly,
  sendsNothing,
  takingBack,
} from './taking-back.ts';
import { withSize } from './with-size.ts';
import {
  beneathAnger,
  beyondNod,
  isOfToldAlone,
  isOtherMatter,
  notAWish,
  sureEnough,
  tellsOnlyBought,
} from './within-whole.ts';

const ofGoods: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'product-search', 'add-to-cart']);

const mayAskOfIt: ReadonlySet<Intent> = new Set(['question', 'unclear']);

/**
 * What is meant, with "never mind" and outbursts set apart. An outburst with a wish in it is that wish, from somebody
 * upset; without one it stays a complaint.
 */
export const takeApart = (
  typed: Turn,
  memory: ConversationMemory,
  understander: Understander,
  looks?: SecondLooks,
  waiting?: FlowStart['flow'] | null,
  known: Known = new Map(),
): TakenApart => {
  const given =
    waiting || typed.value ? typed : { ...typed, text: understander.withGoodsMended(withoutChatWords(typed.text)) };
  const withDeal = waiting
    ? undefined
    : withDealTaken(
        given,
        memory,
        rest => takeApart(rest, memory, understander, looks, waiting, known),
        text => understander.understand({ ...given, text }, memory, looks),
      );
  if (withDeal) return withDeal;
  const right =
    waiting || given.value
      ? undefined
      : putRight(given, memory, understander, (turn, spokenIn) =>
          wholeApart(turn, spokenIn, understander, looks, null, new Map()),
        );
  if (right) return right;
  const told = given.value ? undefined : (waiting ? askedInstead : askedMeant)(given.text, memory);
  // Where nothing but that is said, what they want to know is asked back; "not that one, the other one" is no question of before.
  const bare = told ? understander.understand(given, memory, looks).ask : undefined;
  const isBare = bare === 'other-one' || (told?.before && bare === 'not-what-i-asked');
  const meant = isBare ? undefined : told;
  // 不要提灯，还是台灯吧，要绿色的一个: no form of what is turned down.
  if (meant?.drops && !waiting)
    return wholeApart(
      { ...given, text: meant.text },
      understander.withoutDeclined(given.text, memory),
      understander,
      looks,
      waiting,
      known,
    );
  if (meant && waiting)
    return {
      ...repaired(meant, given, memory, (part, then) => wholeApart(part, then, understander, looks, null, new Map())),
      takesBack: true,
      denies: true,
    };
  if (!meant) {
    const isTalk = !given.value && !waiting;
    const text = isTalk ? beyondTold(given.text, memory) : undefined;
    const heard = text === undefined ? given : { ...given, text };
    const apart = wholeApart(heard, memory, understander, looks, waiting, known);
    return !isTalk ? apart : formFirst(askedFirst(apart, heard.text, memory));
  }
  return repaired(meant, given, memory, (part, then) => wholeApart(part, then, understander, looks, null, known));
};

const doing: ReadonlySet<Intent> = new Set(['start-return', 'cancel-order', 'person']);
/** 先别办 … 比退了再买省事: what is not to be done is not begun by what is said beside it. */
const undone = (apart: TakenApart): TakenApart => {
  const [first, ...others] = apart.requests.filter(
    ({ understanding: { intent, exchanges } }) => exchanges || !doing.has(intent),
  );
  return first ? { ...apart, understanding: first.understanding, requests: [first, ...others] } : apart;
};

const wholeApart = (
  given: Turn,
  before: ConversationMemory,
  understander: Understander,
  looks: SecondLooks = createSecondLooks(),
  waiting: FlowStart['flow'] | null | undefined,
  known: Known,
): TakenApart => {
  const memory = waiting || given.value ? before : understander.withoutDeclined(given.text, before);
  const wholes = new Set([fold(given.text)]);
  const readAs = (part: Turn, of?: ProductId, isOnlyPointed = false): Understanding => {
    const lastIntent = isOnlyPointed ? 'product-details' : 'add-to-cart';
    const now: ConversationMemory = of === undefined ? memory : { ...memory, focus: of, lastIntent };
    const meant = understander.understand(part, now, looks, Boolean(waiting), !wholes.has(fold(part.text)));
    // 就要第一个 能放电脑不: asked of the one that is taken, which it doesn't name.
    const isOfIt =
      hasHan(part.text) && mayAskOfIt.has(meant.intent) && !meant.plainly && !asksForThing(fold(part.text));
    if (of === undefined || !isOfIt) return meant;
    const ofIt = understander.understand({ ...part, text: `它${part.text}` }, now, looks, Boolean(waiting), true);
    return ofIt.intent === 'product-details' || ofIt.intent === 'stock' ? ofIt : meant;
  };
  const understand = (part: Turn, of?: ProductId, isOnlyPointed = false): Understanding => {
    const key = `${of ?? ''}${isOnlyPointed ? '?' : ''} ${part.text}`;
    const last = known.get(key);
    if (last && !last.lacked.some(text => looks.vectorOf(text))) return last.meant;
    const now = looks.lackedIn(() => readAs(part, of, isOnlyPointed));
    known.set(key, now);
    return now.meant;
  };
  const refused = refusing.exec(given.text);
  const said = refused ? saidPlainly(refused, given.text) : given.text.replace(notThisPlace, '');
  const hasCart = (memory.inCart?.length ?? 0) > 0;
  // 马克杯不要了，买保温杯, with no mug taken yet: there is none to be taken out.
  const left = hasCart || waiting || given.value ? said : withoutGoodsTurnedDown(said);
  const asTold = withWrapApart(hasCart ? withoutHeldAgainst(left) : left, memory);
  const plain = waiting
    ? said
    : understander.withoutPassing(
        withoutBystanders(withDecimalPoint(writtenOut(withoutHeardOf(asPriceOfMore(asTold))))),
      );
  const asSaid = given.value ? given : { ...given, text: plain };
  wholes.add(fold(plain));
  // "No shampoo. Make that 16": what is turned down beside another matter than goods is no part of it.
  const rest = waiting || given.value ? undefined : understander.withoutWithdrawn(plain);
  if (rest !== undefined) wholes.add(fold(rest));
  const asks = rest === undefined ? undefined : understand({ ...asSaid, text: rest });
  const heard = rest !== undefined && asks && isOtherMatter(asks) ? { ...asSaid, text: rest } : asSaid;
  const order =
    waiting || given.value ? undefined : plainOrder(heard.text, text => understand({ ...heard, text }), memory);
  if (order !== undefined) wholes.add(fold(order));
  const turn = order === undefined ? heard : { ...heard, text: order };
  const whole = waiting ? understand(turn) : beyondNod(understand(turn), turn, understand);
  const spokenOf = memory.shown.length > 0 || memory.focus !== undefined;
  const alone = (understanding: Understanding, takesBack: boolean): TakenApart => ({
    understanding,
    requests: [{ turn, understanding }],
    takesBack,
  });
  const inOrder = (requests: readonly Request[], mood: Understanding['mood']): readonly Request[] =>
    requests.map((one, i, all) => ({
      ...one,
      understanding: { ...one.understanding, mood, beside: true, ...(i < all.length - 1 ? { goesOn: true } : {}) },
    }));
  const withRest = (from: Turn, apart: TakenApart): TakenApart => {
    if (waiting) return apart;
    const alone = (text: string): Understanding => understand({ ...from, text });
    const sized = withSize(apart, alone(from.text).sizeSaid);
    const { left: all, isOther } = passedOver(from, apart.requests, { alone, spokenOf, memory, whole: from.text });
    const left = all.filter(({ text }) => !isOutcry(fold(text)));
    if (left.length === 0) return sized;
    if (!isOther) return { ...sized, passedOver: left };
    // The whole was taken for what no part of it says.
    const parts = left.map(({ text }) => ({ turn: { ...from, text }, understanding: alone(text) }));
    const [first = apart.requests[0], ...others] = inOrder(parts, apart.understanding.mood);
    return { ...apart, understanding: first.understanding, requests: [first, ...others] };
  };
  /** `from`: the turn without what takes back the former wish. */
  const taken = (from: Turn, understanding: Understanding, takesBack: boolean): TakenApart =>
    // "The sunscreen one, ordered today. When will it arrive, I need it by Friday": one question of the order that was told of.
    // 要3个，加起来150以内: no order, and then what they may cost.
    understanding.shared ||
    understanding.comesFirst ||
    // "Which costs less, the backpack or the tote".
    understanding.comparedBy?.price !== undefined ||
    (understanding.toldArrival && isOfToldAlone(from.text, text => understand({ ...from, text })))
      ? alone(understanding, takesBack)
      : withRest(from, firstTaken(from, understanding, takesBack));
  const firstTaken = (from: Turn, understanding: Understanding, takesBack: boolean): TakenApart => {
    const { mood } = understanding;
    if (callsOffTold(fold(from.text), memory)) return alone(understanding, takesBack);
    // "A replacement, please. WY-28120 is the number": one claim.
    if (understanding.claims && understanding.entities.orderNumber !== undefined)
      return alone(understanding, takesBack);
    // 我10月买的羽绒服 保修到啥时候: one question of an order of one's own.
    if (understanding.own?.points && tellsOnlyBought(from.text, part => understand({ ...from, text: part })))
      return alone(understanding, takesBack);
    // One order, however many things it names; one thing, however much is asked of it.
    const isOrder = understanding.ordered !== undefined || understanding.isOneOrder !== undefined;
    if (isOrder) {
      const order = { turn: from, understanding };
      const all = waiting ? [] : withAsked(from, order, thingAdded(understanding, memory), understand);
      const [whole, ...asked] = inOrder(all, mood);
      return whole
        ? { understanding: whole.understanding, requests: [whole, ...asked], takesBack }
        : alone(understanding, takesBack);
    }
    // "The black one pls. Does it come with filters?" is asked of what goes in.
    const orders = (text: string): boolean =>
      takesIt(fold(text)) || toldAsOrder(text, part => understand({ ...from, text: part })) !== undefined;
    if (understanding.ofOneThing !== undefined && (!spokenOf || !clausesOf(from.text).some(({ text }) => orders(text))))
      return alone(understanding, takesBack);
    const requests = withoutNamedFirst(severalRequests(from, understand, spokenOf, memory), understander.isOneModel);
    // "Any bowls? 4 of them": nothing of those, and none of what was remarked on, is taken yet.
    const isOfGoods = requests.every(one => ofGoods.has(one.understanding.intent));
    const beside = waiting || !isOfGoods ? [] : goodsAmongRemarks(from, understanding, understand);
    const several = beside.length > 0 ? [] : requests;
    const acts = several.length + beside.length > 0 || waiting ? [] : actAmongRemarks(from, understanding, understand);
    const asked = [...several, ...beside, ...acts].filter(one => !isOutcry(fold(one.turn.text)));
    const [first, ...others] = inOrder(asked, mood);
    return first
      ? { understanding: first.understanding, requests: [first, ...others], takesBack }
      : alone(leftUndone(understanding, from.text), takesBack);
  };
  /** What is said beside it is no answer to the flow that waits, and is read as if none did. */
  const denying = (text: string): TakenApart => ({
    ...takeApart({ ...turn, text }, memory, understander, looks, null, new Map()),
    takesBack: true,
    denies: true,
  });
  const priced =
    waiting || turn.value ? undefined : priceOfOrder(turn.text, text => understand({ ...turn, text }), memory);
  // "If I get two jasmine pearls what do I pay": told of the pack that is meant, and not of each.
  const isOpen = priced?.understanding.sum !== undefined && 'which' in priced.understanding.sum;
  const isKnown = whole.sum !== undefined && 'lines' in whole.sum;
  if (priced && !(isOpen && isKnown)) {
    const beside = priced.asks.map((text, i) => ({ ...turn, id: `${turn.id}.${i + 2}` as Turn['id'], text }));
    const requests = [
      { turn, understanding: priced.understanding },
      ...beside.map(part => ({ turn: part, understanding: understand(part) })),
    ];
    const [first, ...others] = requests.length > 1 ? inOrder(requests, whole.mood) : requests;
    return { understanding: first!.understanding, requests: [first!, ...others], takesBack: false };
  }
  // One change of the cart, in however many words.
  if (turn.value || turn.text.length > 600) return alone(whole, false);
  // "What gift is that? can I choose", "why is delivery in it, isn't it free from 199?".
  const isOneOfCart = asksGiftAndChoice(fold(turn.text)) || asksWhyDelivery(fold(turn.text));
  if (!waiting && (memory.inCart?.length ?? 0) > 0 && isOneOfCart) return alone(whole, false);
  if (whole.edits) return withRest(turn, alone(whole, false));
  const [swapped, ...steps] = waiting ? [] : inOrder(swapsIn(turn, understand, memory), whole.mood);
  if (swapped)
    return withRest(turn, { understanding: swapped.understanding, requests: [swapped, ...steps], takesBack: false });
  // "Skip the laptop bit": a condition, and no goods.
  const dropped = givesUp(fold(turn.text)) ? undefined : droppingThem.exec(turn.text)?.[0];
  const once = takingBack.exec(turn.text)?.[0] ?? '';
  // "Cancel, forget it, do you …"
  const twice = once === '' ? '' : (takingBack.exec(turn.text.slice(once.length))?.[0] ?? '');
  // 算了 取消吧 我去别家买: the order that was told of is called off, and nothing is taken back.
  const back = whole.intent === 'cancel-order' && !waiting ? '' : (dropped ?? once + twice);
  const behind = turn.text.slice(back.length).trim();
  if (back !== '' && behind !== '' && !nothingMore.test(behind)) {
    // "Cancel. I was asking about a bigger backpack, not about an order."
    const undenied = waiting ? besideDenial(behind, true) : undefined;
    if (undenied) return denying(undenied);
    const part = { ...turn, text: behind };
    const meant = beneathAnger(understand(part), part, understand);
    if (!notAWish.has(meant.intent) && meant.confidence >= sureEnough)
      return {
        ...taken(part, meant, true),
        ...(dropped === undefined ? {} : { dropsGoods: true }),
        ...(sendsNothing.test(back) ? { denies: true } : {}),
      };
  }
  const undenied = besideDenial(turn.text, Boolean(waiting));
  if (undenied === '' && !waiting) return alone({ ...whole, intent: 'no', preferences: [] }, false);
  if (undenied === '')
    return { ...alone({ ...whole, intent: 'cancel', confidence: 0.98, preferences: [] }, false), denies: true };
  if (undenied !== undefined && waiting) return denying(undenied);
  if (undenied !== undefined) {
    const part = { ...turn, text: askedMeant(undenied, memory)?.text ?? undenied };
    return { ...undone(taken(part, beneathAnger(understand(part), part, understand), true)), denies: true };
  }
  const agreed = waiting ? undefined : agreedBeside(turn, memory, understand);
  if (agreed) return agreed;
  const beside = waiting ? besideAnswer(turn, understand, spokenOf, waiting) : undefined;
  return { ...taken(turn, beneathAnger(whole, turn, understand), false), ...(beside ? { beside } : {}) };
};
