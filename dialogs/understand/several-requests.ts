/** Several requests in one message, each understood by itself, as if they had come one after the other. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isAboutChild, isSensitive } from '../../knowledge/profile/sensitive.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Turn, Understanding } from '../turn.ts';
import { onlyOrder, withAsked } from './asked-beside-order.ts';
import { asksOfPointed, isOfThing } from './asks-of-pointed.ts';
import { asksOneThing } from './asks-one-thing.ts';
import { buysNothing } from './cart/buys-nothing.ts';
import { asksOfTotal, beforeTotal, bothNamed, type Step, swapping, withTotal } from './cart/cart-then.ts';
import { inFormAsked, withoutUnsettled } from './cart/form-asked-before.ts';
import { tellsFormBehind } from './cart/had-asked.ts';
import { thingAdded } from './cart/thing-added.ts';
import { timesCompared } from './cart/times-compared.ts';
import { mayOrder, toldAsOrder } from './cart/told-as-order.ts';
import { totalWithWrap } from './cart/wrap-in-sum.ts';
import { bindingIn, type Group, groupsOf, inCart, withNext } from './clause-groups.ts';
import { withOrders, withSums, withToldOrders } from './clauses-joined.ts';
import { hasFormOfQuestion } from './intent/settled-intent.ts';
import { isOfClaim } from './orders/claim-told.ts';
import { asksValue } from './product/choice-asked.ts';
import { asksUnitPrice } from './product/unit-price-asked.ts';
import { type Kind, kindOf, kinds } from './request-kinds.ts';
import { inPlaces } from './request-order.ts';
import { withOneSum } from './sums-beside.ts';
import { isUpset } from './talk/mood.ts';
import { type Clause, clausesOf } from './text/clauses-asked.ts';
import { isHeldAgainst } from './wishes/reproached.ts';

/** One request: the turn with its words alone, and what they mean. */
export interface Request {
  readonly turn: Turn;
  readonly understanding: Understanding;
  /** What it asks, as far as that is more than what was said before it; for what can't be answered. */
  readonly asked?: string;
}

/** Characters of a message that is taken apart. */
export const longest = 600;
const mostRequests = 4;
/** More than anybody asks at once; each of them would be understood by itself. */
export const mostClauses = 12;

/** `of`: the product that something was done to just before, in the same message; `isOnlyPointed`: it was only spoken of. */
export type Understand = (turn: Turn, of?: ProductId, isOnlyPointed?: boolean) => Understanding;

/**
 * The requests of a message in the order in which they are answered; empty: it is one request. What only tells stays with
 * what is asked beside it, and where any part alone would be a guess the message is left whole. `spokenOf`: products were
 * shown, so that "it" and "the first one" name one.
 */
export const severalRequests = (
  turn: Turn,
  understand: Understand,
  spokenOf = false,
  memory: Partial<
    Pick<ConversationMemory, 'focus' | 'inCart' | 'lastIntent' | 'orderTold' | 'shown' | 'turns' | 'figures' | 'policy'>
  > = {},
): readonly Request[] => {
  if (turn.value || turn.text.length > longest) return [];
  if (asksOneThing(fold(turn.text), spokenOf, memory)) return [];
  const alone = (text: string, of?: ProductId, isOnlyPointed?: boolean): Understanding =>
    understand({ ...turn, text }, of, isOnlyPointed);
  const wrapped = withWrap(turn, memory);
  if (wrapped)
    return stepsOf(
      [{ text: hasHan(turn.text) ? '看看购物车' : 'show my cart' }, ...wrapped.map(text => ({ text }))],
      turn,
      alone,
    ).map((one, i) => (i === 0 ? { ...one, understanding: { ...one.understanding, wraps: true } } : one));
  const inTurn = withTotal(turn, alone) ?? bothNamed(turn, alone);
  if (inTurn) return stepsOf(inTurn, turn, alone);
  const times = timesCompared(turn, alone, memory, text => {
    const some = severalRequests({ ...turn, text }, understand, spokenOf, memory);
    return some.length > 0 ? some : [partOf(turn, 0, text, alone)];
  });
  if (times.length > 0) return times;
  const acts = beforeTotal(turn.text);
  const done = acts === undefined ? [] : severalRequests({ ...turn, text: acts }, understand, spokenOf, memory);
  // 黑的去掉，加那个黄色的，最后付多少: what is in the cart then.
  if (done.length > 0 && done.every(({ understanding }) => inCart.has(kindOf(understanding, spokenOf)!)))
    return [...done, partOf(turn, done.length, hasHan(turn.text) ? '看看购物车' : 'show my cart', alone)];
  const split = clausesOf(turn.text);
  if (split.length === 1 && spokenOf && mayOrder(understand(turn))) {
    const order = toldAsOrder(turn.text, text => alone(text));
    // 要黑色夹克 is wished for; what is told of several things, or to a shop, is ordered.
    const isMeant = order !== undefined && (!hasHan(order) || alone(order).ordered !== undefined);
    return isMeant ? [partOf(turn, 0, order, alone)] : [];
  }
  if (split.length < 2 || split.length > mostClauses) return [];
  if (understand(turn).inGeneral) return [];
  // "Will it pass as hand luggage? and navy pls": asked of the navy one.
  if (
    spokenOf &&
    tellsFormBehind(split, fold) &&
    isForm(alone(split.at(-1)!.text)) &&
    isOfThing(alone(split.at(-2)!.text))
  )
    return [];
  const between = hasHan(turn.text) ? '，' : ', ';
  const ordered = spokenOf ? withToldOrders(withOrders(split, between, alone), between, text => alone(text)) : split;
  const settled = ordered.filter(clause => 'isTold' in clause);
  const parts = withSums(ordered, between, text => alone(text).sum !== undefined);
  if (parts.length < 2) return [];
  const wish = spokenOf ? besideReproach(parts, alone) : undefined;
  if (wish !== undefined) return [partOf(turn, 0, wish, alone)];
  const clauses = parts.filter(
    ({ text }) => !isUpset(text.toLowerCase(), text) || bindingIn(alone(text), spokenOf) !== undefined,
  );
  if (clauses.length < 2) return [];
  const asksPrices = clauses.every(({ text }) => asksUnitPrice(fold(text)) || asksValue(fold(text)));
  if (spokenOf && (asksPrices || asksOfPointed(clauses, understand(turn), text => alone(text)))) return [];
  const join = hasHan(turn.text) ? '，' : ', ';
  const { groups: all, refused } = groupsOf(
    withCart(clauses, text => kindOf(alone(text), spokenOf)),
    { alone, spokenOf, memory, join },
  );
  // 这个手环，步调那个，才用没多久就连不上了: the thing that is told of is named, and nothing is asked about it.
  const groups = isOfClaim(understand(turn).plainly?.name)
    ? all.filter(({ text }) => hasFormOfQuestion(fold(text)) || alone(text).intent !== 'product-details')
    : all;
  const order = refused === undefined ? onlyOrder(groups, alone) : undefined;
  if (order !== undefined) {
    const put = partOf(turn, 0, order, alone);
    const all = withAsked(turn, put, thingAdded(put.understanding, memory), understand);
    if (all.length > 0 || settled.length > 0) return all.length > 0 ? all : [put];
  }
  // "Ok I'll try it. One please": one thing to do, said in two ways, of which the whole is neither.
  const [once, ...others] = groups;
  const tellsNoMore = (text: string): boolean => {
    if (text === once?.last) return true;
    const { preferences, entities, sizeSaid } = alone(text);
    return (
      preferences.every(p => p.polarity === 'dislike') && sizeSaid === undefined && entities.quantity === undefined
    );
  };
  const doesOne = once !== undefined && others.length === 0 && (once.kind === 'add' || once.kind === 'cart');
  if (doesOne && refused === undefined && isMisheard(understand(turn), turn.text))
    return [partOf(turn, 0, once.last, alone)].filter(
      one => kindOf(one.understanding, spokenOf) === once.kind && clauses.every(clause => tellsNoMore(clause.text)),
    );
  // 声音大不大 十来个人围着听够不: asked of the one that is looked at, whatever is told beside it.
  const asksOfIt = once?.kind === 'goods' && others.length === 0 && spokenOf && alone(once.last).asks !== undefined;
  if (
    asksOfIt &&
    understand(turn).intent === 'product-search' &&
    clauses.every(({ text }) => text === once.last || alone(text).intent === 'unclear')
  )
    return [partOf(turn, 0, once.last, alone)];
  // "You are a bot, aren't you? Get me a person": the person, whatever else is said.
  const callsPerson = groups.length === 1 && groups[0]!.kind === 'person';
  // "Don't cancel my order, show me mugs": the mugs alone.
  // "Do those stack? Say I spend 650 …": what is supposed is only told beside it.
  if (once?.kind === 'deals' && others.length === 0 && split.slice(1).some(isSupposed))
    return [partOf(turn, 0, once.last, alone)];
  const standsAlone = callsPerson || (groups.length === 1 && refused !== undefined);
  if ((groups.length < 2 && !standsAlone) || groups.length > mostRequests) return [];
  const isActed = groups.some(({ kind }) => inCart.has(kind));
  /** What is only told beside an act may hide it; beside one, what is asked by itself is heard in any case. */
  const saidOf = ({ kind, text, last, after, isPointed }: Group): string => {
    if (text === last || !isActed) return text;
    if (!inCart.has(kind)) return kindOf(alone(text, after), spokenOf) === kind ? text : last;
    const [whole, act] = [text, last].map(said => alone(said, after, isPointed));
    // "I have a grinder. Add 2 bags": what is only told names goods as well, and none that go in.
    const isOther = whole!.among !== undefined && act!.among === undefined && kindOf(act!, spokenOf) === kind;
    const isSurer = whole!.ordered === undefined && !whole!.isOneOrder && act!.isOneOrder === true;
    return kindOf(whole!, spokenOf) !== kind || isOther || isSurer ? last : text;
  };
  const { forWhom } = understand(turn);
  const people = clauses.filter(({ text, asks }) => forWhom && !asks && alone(text).forWhom).map(clause => clause.text);
  const requests = groups.map(({ kind, text, leans, after, isPointed }, i): Request => {
    const told = kind === 'goods' ? people.filter(person => !text.includes(person)) : [];
    const withPeople = [...told, text].reduce((said, next) => withNext(said, next, join));
    const goods = told.length > 0 && kindOf(alone(withPeople), spokenOf) === kind ? withPeople : saidOf(groups[i]!);
    const { turn: part, understanding } = partOf(turn, i, goods, words =>
      isPointed && after !== undefined ? ofPointed(alone(words, after, true), after) : alone(words, after),
    );
    const meant = meantFor(forWhom, understanding);
    // "How long does it take" is about what was said before it.
    return leans
      ? { turn: { ...part, text: turn.text }, understanding: { ...meant, query: turn.text }, asked: text }
      : { turn: part, understanding: meant };
  });
  const isSure = requests.every(({ understanding }, i) => kindOf(understanding, spokenOf) === groups[i]!.kind);
  if (!isSure) return [];
  const unkept =
    isAboutChild(turn.text) ||
    isSensitive(turn.text) ||
    requests.some(one => one.understanding.intent === 'forget-all');
  const told = inFormAsked(withoutUnsettled(requests), understand(turn), memory);
  const kept = unkept ? told.map(one => ({ ...one, understanding: { ...one.understanding, unkept: true } })) : told;
  return withOneSum(inPlaces(kept, new Set(groups.map(group => group.kind))), text => alone(text));
};

/** 这个也要，一起多少钱: what is in the cart by then is told. */
const withCart = (clauses: readonly Clause[], kindIn: (text: string) => Kind | undefined): readonly Clause[] =>
  clauses.map((clause, i) => {
    const isOfCart = asksOfTotal(clause.text) && clauses.slice(0, i).some(({ text }) => isInCart(kindIn(text)));
    return isOfCart ? { text: hasHan(clause.text) ? '看看购物车' : 'show my cart', asks: true } : clause;
  });
const isInCart = (kind: Kind | undefined): boolean => kind !== undefined && inCart.has(kind);

/** 要一罐, of the one that was pointed at before it. */
const ofPointed = (meant: Understanding, product: ProductId): Understanding =>
  meant.intent === 'add-to-cart' && !meant.ordered && meant.entities.products.length === 0
    ? { ...meant, entities: { ...meant.entities, products: [product] } }
    : meant;

/** 第一个不就是粉的吗, 要黑色的: the wish in place of what was shown. */
const besideReproach = (
  parts: readonly { readonly text: string }[],
  alone: (text: string) => Understanding,
): string | undefined => {
  const [first, wish, ...others] = parts.map(part => part.text).filter(text => /[\p{L}\p{N}]/u.test(text));
  if (first === undefined || wish === undefined || others.length > 0 || !isHeldAgainst(fold(first))) return undefined;
  const slotsOf = ({ preferences, asksOf = [] }: Understanding): Set<string> =>
    new Set([...preferences, ...asksOf].map(p => p.slot));
  const [against, meant] = [alone(first), alone(wish)];
  const isInstead = [...slotsOf(meant)].some(slot => slotsOf(against).has(slot));
  return meant.intent === 'product-search' && isInstead ? wish : undefined;
};

/** "Say I spend 650", 比如我买650. */
const isSupposed = ({ text }: { readonly text: string }): boolean =>
  /^(?:(?:so|like|and|,)[, ]*)*(?:let'?s )?(?:say|suppose|imagine)\b|^(?:比如|假如|假设|就说|好比)/iu.test(text.trim());

/** One form of a thing in the cart for another, whatever it begins with: "no, make it the green one", 不对 要黑的. */
export const swapsIn = (
  turn: Turn,
  understand: Understand,
  memory: Partial<Pick<ConversationMemory, 'focus' | 'lastIntent'>>,
): readonly Request[] => {
  const alone = (text: string): Understanding => understand({ ...turn, text });
  const steps = turn.value ? undefined : swapping(turn, alone, memory);
  return steps ? stepsOf(steps, turn, alone) : [];
};

const stepsOf = (steps: readonly Step[], turn: Turn, alone: (text: string) => Understanding): readonly Request[] =>
  steps.map(({ text, of }, i) => {
    const part = partOf(turn, i, text, alone);
    const { understanding } = part;
    const entities = of === undefined ? understanding.entities : { products: [of] };
    return { ...part, understanding: { ...understanding, entities, ...(of === undefined ? {} : { onlyNamed: true }) } };
  });

const partOf = (turn: Turn, i: number, text: string, alone: (text: string) => Understanding): Request => ({
  turn: { ...turn, id: i === 0 ? turn.id : (`${turn.id}.${i + 1}` as Turn['id']), text },
  understanding: alone(text),
});

/** The whole of a message is taken for something that is looked for, asked or not understood. */
const isMisheard = ({ intent, confidence }: Understanding, text: string): boolean => {
  const kind = kinds[intent];
  const isGuess = confidence < leastSure;
  return (
    (isGuess || kind === undefined || kind === 'offer' || kind === 'goods' || kind === 'answer') &&
    buysNothing(fold(text)) === undefined
  );
};

const leastSure = 0.4;

const isForm = ({ intent, isOneOrder }: Understanding): boolean => intent === 'add-to-cart' && isOneOrder !== undefined;

/** Whose goods they are is often told beside another request: "I'm shopping for my husband. Do you ship to Canada?" */
const meantFor = (forWhom: string | undefined, meant: Understanding): Understanding => {
  if (!forWhom) return meant;
  const theirs = (wish: StatedPreference): StatedPreference => (wish.forWhom === 'self' ? { ...wish, forWhom } : wish);
  const { wishes } = meant;
  return {
    ...meant,
    preferences: meant.preferences.map(theirs),
    ...(wishes ? { wishes: wishes.map(theirs) } : {}),
  };
};

/** "Is that 9 already in there? and please no price on the parcel": the sum with the wrapping, and what else is asked. */
const withWrap = (turn: Turn, memory: Parameters<typeof totalWithWrap>[2]): readonly string[] | undefined => {
  const lines = memory?.inCart?.length ?? 0;
  if (totalWithWrap(turn, lines, memory)) return [];
  const clauses = turn.text.split(/(?<=[?？])\s*/u);
  const [first = '', ...rest] = clauses;
  return rest.length > 0 && totalWithWrap({ text: first }, lines, memory)
    ? [rest.join(' ').replace(/^(?:and|also)\b,? */iu, '')]
    : undefined;
};
