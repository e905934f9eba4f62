/** Several requests in one message, each understood by itself, as if they had come one after the other. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { isAboutChild, isSensitive } from '../../knowledge/profile/sensitive.ts';
import { colours } from '../../knowledge/profile/vocabulary/looks.ts';
import { leansOnBefore } from '../../knowledge/retrieval/pages/answers.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Turn, Understanding } from '../turn.ts';
import { buysNothing } from './cart/buys-nothing.ts';
import { bothNamed, type Step, swapping, withTotal } from './cart/cart-then.ts';
import { asksIfHad, tellsFormBehind } from './cart/had-asked.ts';
import { isSaidAgain, namesOthers, thingAdded } from './cart/thing-added.ts';
import { withOrders, withSums } from './clauses-joined.ts';
import { tellsOfBought } from './orders/bought-told.ts';
import { actOnPointed } from './orders/order-pointed.ts';
import { hasThatAlready } from './pointing/others-wanted.ts';
import { takesIt, takesOfPlace } from './product/focus-talk.ts';
import { type Kind, kindOf, kinds, onlyNotFound } from './request-kinds.ts';
import { isUpset } from './talk/mood.ts';
import { clausesOf, isForbidden, isRefusal } from './text/clauses-asked.ts';
import { givesUp } from './wishes/given-up.ts';

/** One request: the turn with its words alone, and what they mean. */
export interface Request {
  readonly turn: Turn;
  readonly understanding: Understanding;
  /** What it asks, as far as that is more than what was said before it; for what can't be answered. */
  readonly asked?: string;
}

/** What takes the conversation over comes after what can be answered at once, and the cart after what changes it. */
const placeOf = ({ understanding, turn }: Request, all: ReadonlySet<Kind>): number => {
  const { intent, entities } = understanding;
  // "The second one" is of the list the shopper sees, not of one that comes with the answer.
  if ((intent === 'add-to-cart' || intent === 'remove-from-cart') && entities.ordinal) return all.has('goods') ? -1 : 0;
  if (intent === 'view-cart')
    return all.has('add') || all.has('quantity') || all.has('remove') || all.has('code') ? 0.5 : 0;
  if (intent === 'person') return 3;
  // Whatever else the message brings is forgotten with the rest.
  if (intent === 'forget-all') return 1.5;
  if (intent === 'start-return' || intent === 'cancel-order') return 2;
  return intent === 'order-status' && !turn.signedIn ? 1 : 0;
};

/** Kinds that say how something is done. */
const ofRules: ReadonlySet<Kind> = new Set(['answer', 'code']);

/** Characters of a message that is taken apart. */
export const longest = 600;
const mostRequests = 4;
/** More than anybody asks at once; each of them would be understood by itself. */
export const mostClauses = 12;

/** `of`: the product that something was done to just before, in the same message. */
export type Understand = (turn: Turn, of?: ProductId) => Understanding;

/**
 * The requests of a message in the order in which they are answered; empty: it is one request. What only tells stays with
 * what is asked beside it, and where any part alone would be a guess the message is left whole. `spokenOf`: products were
 * shown, so that "it" and "the first one" name one.
 */
export const severalRequests = (
  turn: Turn,
  understand: Understand,
  spokenOf = false,
  memory: Partial<Pick<ConversationMemory, 'focus' | 'lastIntent' | 'orderTold' | 'shown' | 'turns'>> = {},
): readonly Request[] => {
  if (turn.value || turn.text.length > longest) return [];
  const folded = fold(turn.text);
  // 第一个吧,来两瓶: one thing.
  if (takesOfPlace(folded)) return [];
  // "Pink, 38. have you got it": one question, and no order.
  if (asksIfHad(folded)) return [];
  // "Any with grip? It doesn't have to be wide": one search.
  if (givesUp(folded)) return [];
  // "I've done that one. Any others?": one search.
  if (spokenOf && hasThatAlready(folded)) return [];
  // "Not that one. I placed one yesterday": one order.
  if (actOnPointed(folded, memory)) return [];
  const alone = (text: string, of?: ProductId): Understanding => understand({ ...turn, text }, of);
  const inTurn = withTotal(turn, alone) ?? bothNamed(turn, alone);
  if (inTurn) return stepsOf(inTurn, turn, alone);
  const split = clausesOf(turn.text);
  if (split.length < 2 || split.length > mostClauses) return [];
  // "Will it pass as hand luggage? and navy pls": asked of the navy one.
  if (
    spokenOf &&
    tellsFormBehind(split, fold) &&
    isForm(alone(split.at(-1)!.text)) &&
    isOfThing(alone(split.at(-2)!.text))
  )
    return [];
  const parts = withSums(
    spokenOf ? withOrders(split, hasHan(turn.text) ? '，' : ', ', alone) : split,
    hasHan(turn.text) ? '，' : ', ',
    text => alone(text).sum !== undefined,
  );
  if (parts.length < 2) return [];
  const clauses = parts.filter(
    ({ text }) => !isUpset(text.toLowerCase(), text) || bindingIn(alone(text), spokenOf) !== undefined,
  );
  if (clauses.length < 2) return [];
  const groups: Group[] = [];
  const join = hasHan(turn.text) ? '，' : ' ';
  let before = '';
  let refused: Kind | undefined;
  let acted: ProductId | undefined;
  for (const { text, asks } of clauses) {
    const last = groups.at(-1);
    const said = isRefusal(text) ? alone(text) : undefined;
    // "I did not ask you to add it": out it goes.
    const notWanted = said && !said.edits ? refusedIn(said, isForbidden(text), text) : undefined;
    if (notWanted) {
      refused = notWanted;
      continue;
    }
    const meant = saysEnough(text) ? alone(text, acted) : undefined;
    // "The first one, can you gift wrap it?": it is looked at, whatever is asked beside it; so is "one less, please".
    const points =
      meant?.intent === 'change-quantity' ||
      meant?.toCart !== undefined ||
      // 来一包: of the one that is spoken of, whatever is asked beside it.
      (meant?.intent === 'add-to-cart' &&
        spokenOf &&
        groups.length === 0 &&
        (meant.confidence >= surelyAdds || meant.entities.quantity !== undefined || takesIt(fold(text)))) ||
      (meant?.intent === 'remove-from-cart' && meant.confidence >= 0.9) ||
      (meant?.intent === 'add-to-cart' &&
        (meant.ordered !== undefined || meant.among !== undefined || meant.entities.products.length > 0)) ||
      (meant?.intent === 'product-details' && meant.entities.ordinal !== undefined && meant.confidence >= 0.9);
    // "Add it. And an umbrella for me": goods named behind something for the cart are asked for.
    const isNext = meant !== undefined && last?.kind === 'add' && namesOthers(meant) && !isSaidAgain(meant, memory);
    const asked =
      meant &&
      (asks || points || isNext) &&
      !pointsAtOther(meant, last?.kind) &&
      !(meant.intent === 'product-search' && tellsOfBought(fold(text))) &&
      !(meant.intent === 'order-status' && last !== undefined && ofRules.has(last.kind) && onlyNotFound(fold(text)))
        ? kindOf(meant, spokenOf)
        : undefined;
    const kind = asked ?? (meant && bindingIn(meant, spokenOf));
    // Two things are put into the cart one after the other.
    const of = kind !== undefined && inCart.has(kind) && meant ? thingIn(meant) : '';
    const isOther = (group: { kind: Kind; of: string }): boolean => of !== '' && group.kind === kind && group.of !== of;
    const same =
      kind === undefined ? last : groups.find(group => goesWith(kind, group.kind, last?.kind, text) && !isOther(group));
    if (same && (kind !== undefined || !binding.has(same.kind))) {
      same.text += join + text;
      if (kind !== undefined) same.last = text;
    } else if (same?.kind === 'person') continue;
    else if (kind === undefined) before += text + join;
    else {
      // What is said in closed words must stand alone.
      const closed = binding.has(kind);
      groups.push({
        kind,
        text: closed ? text : before + text,
        last: text,
        after: acted,
        leans: groups.length > 0 && kind === 'answer' && leansOnBefore(text),
        of,
      });
      if (!closed || kind === 'person') before = '';
    }
    if (kind === 'add' && meant) acted = thingAdded(meant, memory);
  }
  // "Ok I'll try it. One please": one thing to do, said in two ways, of which the whole is neither.
  const [once, ...others] = groups;
  const tellsNoMore = (text: string): boolean => {
    if (text === once?.last) return true;
    const { preferences, entities, sizeSaid } = alone(text);
    return preferences.length === 0 && sizeSaid === undefined && entities.quantity === undefined;
  };
  const doesOne = once !== undefined && others.length === 0 && (once.kind === 'add' || once.kind === 'cart');
  if (doesOne && refused === undefined && isMisheard(understand(turn), turn.text))
    return [partOf(turn, 0, once.last, alone)].filter(
      one => kindOf(one.understanding, spokenOf) === once.kind && clauses.every(clause => tellsNoMore(clause.text)),
    );
  // "You are a bot, aren't you? Get me a person": the person, whatever else is said.
  const callsPerson = groups.length === 1 && groups[0]!.kind === 'person';
  // "Don't cancel my order, show me mugs": the mugs alone.
  const standsAlone = callsPerson || (groups.length === 1 && refused !== undefined);
  if ((groups.length < 2 && !standsAlone) || groups.length > mostRequests) return [];
  /** What is only told beside an act may hide it. */
  const saidOf = ({ kind, text, last, after }: Group): string =>
    inCart.has(kind) && text !== last && kindOf(alone(text, after), spokenOf) !== kind ? last : text;
  const { forWhom } = understand(turn);
  const people = clauses.filter(({ text, asks }) => forWhom && !asks && alone(text).forWhom).map(clause => clause.text);
  const requests = groups.map(({ kind, text, leans, after }, i): Request => {
    const told = kind === 'goods' ? people.filter(person => !text.includes(person)) : [];
    const withPeople = [...told, text].join(join);
    const goods = told.length > 0 && kindOf(alone(withPeople), spokenOf) === kind ? withPeople : saidOf(groups[i]!);
    const { turn: part, understanding } = partOf(turn, i, goods, words => alone(words, after));
    const meant = meantFor(forWhom, understanding);
    // "How long does it take" is about what was said before it.
    return leans
      ? { turn: { ...part, text: turn.text }, understanding: { ...meant, query: turn.text }, asked: text }
      : { turn: part, understanding: meant };
  });
  const isSure = requests.every(({ understanding }, i) => kindOf(understanding, spokenOf) === groups[i]!.kind);
  if (!isSure) return [];
  const waits = requests.find(one => choosesFirst(one, requests));
  const open = requests.flatMap(one => (one === waits ? [] : [waits ? ofTaken(one, waits) : one]));
  const all = new Set(groups.map(group => group.kind));
  const unkept =
    isAboutChild(turn.text) ||
    isSensitive(turn.text) ||
    requests.some(one => one.understanding.intent === 'forget-all');
  return open
    .map(one => (unkept ? { ...one, understanding: { ...one.understanding, unkept: true } } : one))
    .sort((a, b) => placeOf(a, all) - placeOf(b, all));
};

/** "I'll take the headphones, what colours are there?": which one goes in is not known yet. */
const choosesFirst = ({ turn, understanding }: Request, all: readonly Request[]): boolean =>
  understanding.intent === 'add-to-cart' &&
  !namesCart.test(turn.text) &&
  !saysColour.test(turn.text) &&
  all.some(({ understanding: { intent, choice, entities }, turn: { text } }) => {
    const isOfIt = entities.products.every(id => understanding.entities.products.includes(id));
    return intent === 'product-details' && choice === 'colour' && isOfIt && !others.test(text);
  });
/** Of what would be taken. */
const ofTaken = (one: Request, { understanding: { entities } }: Request): Request =>
  one.understanding.choice === 'colour' && entities.products.length === 1
    ? {
        ...one,
        understanding: {
          ...one.understanding,
          entities: { ...one.understanding.entities, products: entities.products },
        },
      }
    : one;
const others = /\b(?:other|else|also)\b|别的|其他|其它/iu;
const saysColour = new RegExp(
  `\\b(?:${colours.en.trim().split(/,\s*/u).join('|')})\\b|[红橙黄绿蓝紫黑白灰棕褐粉米银金青]`,
  'iu',
);

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

interface Group {
  readonly kind: Kind;
  text: string;
  /** The last of its clauses that says by itself what is asked. */
  last: string;
  readonly leans: boolean;
  readonly of: string;
  /** What was put into the cart by the clauses before it: what "it" is. */
  readonly after: ProductId | undefined;
}

/** As sure as words that order outright are read. */
const surelyAdds = 0.95;

/** The whole of a message is taken for something that is looked for, asked or not understood. */
const isMisheard = ({ intent }: Understanding, text: string): boolean => {
  const kind = kinds[intent];
  return (kind === undefined || kind === 'goods' || kind === 'answer') && buysNothing(fold(text)) === undefined;
};

const isForm = ({ intent, isOneOrder }: Understanding): boolean => intent === 'add-to-cart' && isOneOrder !== undefined;
const isOfThing = ({ intent }: Understanding): boolean => intent === 'product-details' || intent === 'stock';

const inCart: ReadonlySet<Kind> = new Set(['add', 'remove', 'quantity']);
/** The thing that is named or pointed at; empty: none is. */
const thingIn = ({ entities }: Understanding): string =>
  entities.ordinal ? `${entities.ordinal}` : entities.products.join(' ');

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

/** What is said in closed words, whatever its form, and must be heard whatever stands beside it. */
const binding: ReadonlySet<Kind> = new Set(['person', 'forget', 'consent', 'decline']);
const bindingIn = (meant: Understanding, spokenOf: boolean): Kind | undefined => {
  const kind = kindOf(meant, spokenOf);
  return kind && binding.has(kind) && meant.confidence >= boundFrom ? kind : undefined;
};
/** A scrap of a sentence is guessed to be anything: 能和 is no call for a person. */
const boundFrom = 0.6;

/** "What do I do", 怎么办: about what was said beside it, and nothing that could be looked up. */
const asksNothing =
  /^(?:(?:so|and|but|please|then|now)[, ]+)*(?:what (?:do|should|can|must|shall) (?:i|we) do|what (?:are|will) you (?:going to |gonna )?do|what now|how so|why|really|please \p{L}+|help(?: me)?)\b[^\p{L}]*(?:now|then|about it)?[^\p{L}]*$|^(?:这|那|还|会)*(?:划不划算|划算|值不值|值得?|贵不贵)(?:吗|么|不|嘛)?[^\p{L}]*$|^(?:那|我|请问|现在|这)*(?:应?该)?(?:你们)?(?:到底)?(?:怎么|咋)(?:办|弄|搞|处理|回事|样)[^\p{L}]*$/iu;
/** 看下购物车 多少钱: the price of what was said beside it. */
const asksBarePrice = /^(?:那|现在|请问|是|要|得)*(?:多少钱|几块钱?|什么价|多少)(?:啊|呀|呢|了)?[^\p{L}]*$/u;
export const saysEnough = (text: string): boolean => !asksNothing.test(text) && !asksBarePrice.test(text);

/** What is done to the cart or an order, which a negation before it leaves undone. */
const undoable: ReadonlySet<Kind> = new Set(['add', 'quantity', 'cancel', 'return', 'remove', 'code', 'cart']);

const namesCart = /\b(?:add|cart|basket|buy|order)\b|购物车|加购|下单|买/iu;

/** What a clause that begins with a negation would do without it; undefined: nothing that could be left undone. */
const refusedIn = ({ intent }: Understanding, isForbidden: boolean, text: string): Kind | undefined => {
  // What is turned down is never guessed to be bought, and so is nothing at all.
  if (isForbidden && (intent === 'unclear' || intent === 'no') && namesCart.test(text)) return 'add';
  const kind = kinds[intent];
  return kind && (undoable.has(kind) || (isForbidden && kind === 'answer')) ? kind : undefined;
};

/** "Don't add it", 别取消订单, with nothing asked beside it: what it would do without the negation is left undone. */
export const leftUndone = (understanding: Understanding, text: string): Understanding =>
  clausesOf(text).length === 1 && isForbidden(text) && refusedIn(understanding, true, text)
    ? { ...understanding, intent: 'no' }
    : understanding;

/** Money back for what is cancelled is a part of cancelling. */
export const moneyBack = /\brefund|\bmoney\b|\breimburs|退款|退钱/iu;
const goesWith = (kind: Kind, group: Kind, last: Kind | undefined, text: string): boolean =>
  kind === group ||
  (kind === 'return' && group === 'cancel' && last === 'cancel' && moneyBack.test(text)) ||
  (kind === 'consent' && group === 'decline') ||
  (kind === 'consent' && group === 'deals' && last === 'deals');

/** "What do you know about me, and can you delete it": no goods are deleted. */
const pointsAtOther = ({ intent, entities, asksOf = [] }: Understanding, last: Kind | undefined): boolean =>
  (intent === 'remove-from-cart' || intent === 'add-to-cart') &&
  !entities.ordinal &&
  entities.products.length === 0 &&
  asksOf.length === 0 &&
  last !== undefined &&
  last !== 'goods' &&
  last !== 'add' &&
  last !== 'quantity' &&
  last !== 'remove';
