/** What things cost, delivery, arrival, paying and wrapping, in full. */
import { fold } from '../../../../knowledge/retrieval/text/fold.ts';
import { isOfPlace } from '../../pages/policies.ts';
import type { Ask } from '../asks.ts';
import type { Ground } from '../ground.ts';
import type { AsksInFull, InFull, OnGround, Scene } from '../put-in-full.ts';

/** The page that was told last has no part in it. */
const apart = { topic: undefined, policy: undefined, subject: undefined } as const;

/** It stays that question: what it is asked of is held against the page (decisions/on-ground/money.ts). */
const stays =
  (ask: Ask): NonNullable<InFull['take']> =>
  meant => ({ ...meant, ask });

const onAny = (full: InFull): OnGround => ({
  nothing: () => full,
  list: () => full,
  one: () => full,
  cart: () => full,
  offer: () => full,
  again: () => full,
  order: () => full,
  deals: () => full,
  page: () => full,
  unsold: () => full,
});

/** Asked of the rule, whatever goods or orders were told of. */
const asRule: NonNullable<InFull['take']> = ({ own: _, asksOf: __, property: ___, asks: ____, ...meant }) => ({
  ...meant,
  intent: 'question',
  preferences: [],
  entities: { products: [] },
});

const comes: InFull = {
  text: { en: 'if I order now, how long does delivery take?', zh: '现在下单快递几天能送到' },
  memory: apart,
  take: meant => ({ ...asRule(meant)!, ask: 'arrival' }),
};

/** What comes of a return is the money. */
const comesBack: InFull = {
  text: { en: 'how long does a refund take?', zh: '退款多久到账' },
  memory: apart,
  take: asRule,
};

/** To a named place it is asked as it stands. */
const arrival = (_: Ground, { said, memory }: Scene): InFull | undefined =>
  memory.waits === 'return' ? comesBack : isOfPlace(fold(said)) ? undefined : comes;
const ofReturn = (_: Ground, { memory }: Scene): InFull | undefined =>
  memory.waits === 'return' ? comesBack : undefined;

export const moneyInFull: AsksInFull = {
  'tax-included': onAny({
    text: { en: 'does the price include VAT?', zh: '你们的价格含税吗' },
    memory: { ...apart, shown: [] },
    take: meant => ({ ...asRule(meant)!, ask: 'tax-included' }),
  }),
  instalments: onAny({
    text: { en: 'can I pay in instalments?', zh: '能分期付款吗' },
    memory: apart,
    take: stays('instalments'),
  }),
  arrival: {
    one: arrival,
    list: arrival,
    cart: arrival,
    deals: arrival,
    page: arrival,
    again: arrival,
    order: ofReturn,
    nothing: ofReturn,
  },
  'by-date': {
    cart: (_, { said }) => ({ text: { en: said, zh: `快递${said}` }, memory: apart, take: stays('by-date') }),
    deals: (_, { said }) => ({ text: { en: said, zh: `快递${said}` }, memory: apart, take: stays('by-date') }),
  },
};
