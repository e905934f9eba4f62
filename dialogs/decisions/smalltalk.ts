import type { ConversationMemory } from '../memory.ts';
import type { Suggestion } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { tellsOfManners } from '../understand/orders/courier-manners.ts';
import { speaksOfCancelling } from '../understand/orders/orders-asked.ts';
import { asksForRemedy, insistsOnHarm, tellsOfHarm } from '../understand/orders/trouble-told.ts';
import type { RoleTalk } from '../understand/talk/roles.ts';
import type { ShopTalk } from '../understand/talk/shop-talk.ts';
import { claimGoesOn } from './claims.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { isUnderWay, orderMissing } from './own-orders.ts';
import { resignsToIt } from './person-offered.ts';

export const greeting: Decide = (_turn, _understanding, facts) => ({
  parts: [
    {
      kind: 'greeting',
      returning: facts.orders.length > 0,
      ...(facts.shopper.name ? { name: facts.shopper.name } : {}),
    },
  ],
  suggestions: suggest('recommend', 'deals', 'order-status', 'help'),
});

/** A thank-you ends a complaint: the shopper says it is settled. */
export const thanks: Decide = (_turn, understanding, facts) =>
  resignsToIt(understanding, facts) ?? {
    parts: [{ kind: 'thanks' }],
    memory: { serviceFirst: false, failures: 0 },
  };

export const goodbye: Decide = turn => ({
  parts: [{ kind: 'goodbye', ...(/晚安|\bgood ?night\b/iu.test(turn.text) ? { night: true as const } : {}) }],
  memory: { serviceFirst: false, failures: 0 },
});

export const help: Decide = () => ({
  parts: [{ kind: 'help' }],
  suggestions: suggest('recommend', 'deals', 'order-status', 'person'),
});

const pagesOfTrust: readonly Suggestion[] = [
  {
    kind: 'ask',
    label: { en: 'How long can I return things?', zh: '多久之内能退货' },
    text: { en: 'how long do I have to return something', zh: '多久之内能退货' },
  },
];

/** Nothing is wished for: no goods are shown with it. */
const restful: ReadonlySet<ShopTalk> = new Set<RoleTalk>([
  'of-me',
  'name',
  'made',
  'here',
  'company',
  'enough',
  'gone',
  'sore',
  'mishap',
  'settled',
  'praise',
  'aside',
  'spared',
  'leaving',
]);
/** What was looked for is no longer wished for. */
const dropping: ReadonlySet<ShopTalk> = new Set(['company', 'enough', 'spared', 'leaving']);
const dropped = (about: ShopTalk): Partial<ConversationMemory> =>
  dropping.has(about) ? { search: [], told: [], goods: undefined, serviceFirst: false } : {};

const easyShoes: Suggestion = {
  kind: 'ask',
  label: { en: 'Comfortable shoes', zh: '舒服的鞋' },
  text: { en: 'comfortable shoes', zh: '穿着舒服的鞋' },
};
const ofShoes = /\bshoes?\b|鞋/iu;
const sellsShoes = ({ categories }: TurnFacts['shop']): boolean =>
  categories.some(({ name }) => Object.values(name).some(called => ofShoes.test(called)));
const tapsBeside = (
  about: ShopTalk,
  { goods: [thing] = [] }: Understanding,
  shop: TurnFacts['shop'],
): readonly Suggestion[] => {
  if (about === 'sore') return sellsShoes(shop) ? [easyShoes] : [];
  if (about !== 'gone' || thing === undefined) return [];
  return [
    {
      kind: 'ask',
      label: { en: `Find a new one: ${thing}`, zh: `看看${thing}` },
      text: { en: `I need a new ${thing}`, zh: `想买${thing}` },
    },
  ];
};

/** What is said to a shop beside its goods, rules and orders. */
export const talkToShop = (
  about: Exclude<ShopTalk, 'sarcasm'>,
  understanding: Understanding,
  { focus, cart, shopper, shop, memory: before }: TurnFacts,
): Draft => {
  const part = { kind: 'shop-talk', about } as const;
  const memory = { failures: 0 };
  if (restful.has(about))
    return {
      parts: [part],
      suggestions: tapsBeside(about, understanding, shop),
      memory: { ...memory, ...dropped(about) },
    };
  if (about === 'price-watch')
    return { parts: [part, { kind: 'price-now', product: focus ?? null }], suggestions: suggest('deals'), memory };
  if (about === 'trust') return { parts: [part], suggestions: [...pagesOfTrust, ...suggest('person')], memory };
  if (about === 'same-prices' || about === 'offers-off')
    return {
      parts: [part],
      suggestions: suggest(...(shopper.consent.personalOffers ? (['opt-out'] as const) : []), 'deals'),
      memory,
    };
  if (about === 'other-trade' || about === 'maker')
    return { parts: [part], suggestions: suggest('help', 'person'), memory };
  if (about === 'code-refused') return { parts: [part], suggestions: suggest('person', 'deals'), memory };
  if (about === 'exception')
    return { parts: [part], suggestions: suggest('person'), memory: { ...memory, lastIntent: 'person' } };
  if (about === 'other-account' || about === 'by-phone')
    return { parts: [part], suggestions: suggest('person'), memory };
  if (about === 'add-on-refused') {
    const addOn = { key: '', at: before.turns, ...before.addOn, lines: undefined, declined: true };
    return { parts: [part], suggestions: suggest('view-cart'), memory: { ...memory, addOn } };
  }
  if (about === 'no-rush')
    return { parts: [part], suggestions: (cart?.lines.length ?? 0) > 0 ? suggest('view-cart') : [], memory };
  return { parts: [part], suggestions: suggest('recommend', 'deals'), memory };
};

/** Never left in doubt who is talking. */
export const identity: Decide = () => ({ parts: [{ kind: 'identity' }], suggestions: suggest('help', 'person') });

export const cancel: Decide = (turn, _understanding, facts) =>
  facts.conversation.owner === 'waiting'
    ? { parts: [{ kind: 'cancelled', what: 'queue' }], effects: [{ kind: 'leave-queue' }] }
    : {
        parts: [{ kind: 'cancelled', what: null }],
        suggestions: speaksOfCancelling(turn.text) ? [cancelAnOrder, ...suggest('person')] : [],
      };

/** Nothing is under way: an order may have been meant. */
const cancelAnOrder: Suggestion = {
  kind: 'ask',
  label: { en: 'Cancel an order', zh: '取消订单' },
  text: { en: 'cancel my order', zh: '取消订单' },
};

const frustrated = (understanding: Understanding, facts: TurnFacts): boolean =>
  understanding.mood === 'upset' || facts.memory.serviceFirst;

/** A place in the line is not taken on a likeness: below this a person is offered first. */
const sure = 0.85;

export const person: Decide = (_turn, understanding, facts) =>
  facts.conversation.owner === 'waiting'
    ? say({ kind: 'still-queued', position: facts.queueLength })
    : understanding.confidence < sure && facts.memory.lastIntent !== 'person'
      ? {
          parts: [{ kind: 'offer-person' }],
          suggestions: suggest('person', 'help'),
          memory: { failures: facts.memory.failures + 1 },
        }
      : toPerson(understanding, facts);

const toPerson = (understanding: Understanding, facts: TurnFacts): Draft => ({
  parts: [{ kind: 'queued', position: facts.queueLength + 1 }],
  effects: [{ kind: 'queue-for-person', reason: frustrated(understanding, facts) ? 'frustration' : 'asked' }],
});

/** No selling until it is settled; a person is one tap away. */
export const complaint: Decide = (turn, understanding, facts) => {
  const { said = '', missing } = understanding;
  const suggestions = suggest('person', 'order-status', 'start-return');
  // Told once more, it is asked for what only a person can do.
  if (understanding.claims) return claimGoesOn(toPerson)(turn, understanding, facts);
  if (tellsOfManners(said, facts.memory)) {
    const handed = toPerson(understanding, facts);
    return { ...handed, parts: [{ kind: 'sorry', about: 'manners' }, ...handed.parts], memory: { serviceFirst: true } };
  }
  if (missing && facts.memory.lastIntent === 'complaint') return toPerson(understanding, facts);
  if (missing) {
    const order = orderMissing(turn, understanding, facts);
    return {
      parts: [{ kind: 'sorry', about: 'missing', ...(order ? { order } : {}) }],
      suggestions,
      memory: {
        serviceFirst: true,
        claim: { at: facts.memory.turns, missing: true, ...(order ? { order: order.number } : {}) },
      },
    };
  }
  if (understanding.slow) {
    const order = turn.signedIn ? (facts.orders.find(one => isUnderWay(one)) ?? facts.orders[0]) : undefined;
    return {
      parts: [
        { kind: 'sorry', about: 'slow', ...(order ? { order } : {}) },
        ...(order ? ([{ kind: 'order', order }] as const) : []),
      ],
      suggestions,
      memory: { serviceFirst: true },
    };
  }
  const about =
    tellsOfHarm(said) || insistsOnHarm(said, facts.memory)
      ? 'harm'
      : asksForRemedy(said, facts.memory)
        ? 'told'
        : 'complaint';
  // Being sorry twice settles nothing: who was offered a person and goes on complaining gets one.
  if (about !== 'harm' && facts.memory.lastIntent === 'complaint') return toPerson(understanding, facts);
  return {
    parts: [{ kind: 'sorry', about }],
    suggestions,
    memory: { serviceFirst: true },
  };
};
