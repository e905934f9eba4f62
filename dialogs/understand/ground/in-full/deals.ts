/** Deals, codes and prices to come, in full. */
import type { Localized } from '../../../../knowledge/domain/language.ts';
import type { Intent } from '../../../turn.ts';
import type { Ask } from '../asks.ts';
import type { AsksInFull, InFull, OnGround, Scene } from '../put-in-full.ts';

/** Read as that message, and still decided as the short question. */
const asked = (ask: Ask, text: Localized): InFull => ({ text, take: meant => ({ ...meant, ask }) });

const anyDeals: Localized = { en: 'any deals?', zh: '有什么优惠' };
const returnRule: Localized = { en: 'how long do I have to return something?', zh: '多久之内可以退货' };

const ofReturn = ({ memory: { policy, service, turns } }: Scene): boolean =>
  (policy ?? (service && turns - service.at <= 1 ? service.rule : undefined))?.startsWith('return') ?? false;

/** Of the rule of returns it is the rule again. */
const ruleOfReturn: Pick<OnGround, 'page'> = {
  page: (_, scene) => (ofReturn(scene) ? { text: returnRule } : undefined),
};

/** The deal is what lies there, whatever it was made for. */
const ofDeal: ReadonlySet<Intent> = new Set(['apply-offer', 'decline-offer', 'apply-code', 'why-offer']);
const isOfDeal = ({ memory: { lastIntent } }: Scene): boolean => lastIntent !== undefined && ofDeal.has(lastIntent);

const bestOffer = asked('best-price', { en: 'is that your best offer?', zh: '这是最低价吗' });
const saved = () => asked('how-much-saved', anyDeals);
const later = () => asked('cheaper-later', { en: 'what if the price drops after I buy?', zh: '买完降价了怎么办' });
const paidTooMuch = () => asked('best-price', { en: 'what if the price drops after I buy?', zh: '买完降价了怎么办' });
const whyOffer = { text: { en: 'why did I get this offer?', zh: '为什么给我这个优惠' } };

export const dealsInFull: AsksInFull = {
  'how-much-saved': {
    list: saved,
    one: saved,
    cart: saved,
    offer: saved,
    again: saved,
    nothing: (_, { memory }) => (memory.lastIntent === 'start-return' ? undefined : { text: anyDeals }),
    page: () => ({ text: anyDeals }),
    deals: () => ({ text: anyDeals }),
  },
  'best-price': { order: paidTooMuch },
  'cheaper-later': {
    nothing: later,
    list: later,
    one: later,
    cart: later,
    offer: later,
    again: later,
    order: later,
    deals: later,
    page: later,
    unsold: later,
  },
  'the-catch': ruleOfReturn,
  'valid-until': ruleOfReturn,
  'why-this': {
    offer: () => whyOffer,
    cart: (_, { memory }) => (memory.offer && isOfOffer(memory.lastIntent) ? whyOffer : undefined),
  },
  'anything-better': {
    offer: () => bestOffer,
    cart: (_, scene) => (isOfDeal(scene) ? bestOffer : undefined),
    list: (_, { memory, said }) =>
      isOfHigherPrice.test(said)
        ? { text: { en: 'anything more expensive?', zh: '有没有贵一点的' } }
        : memory.lastIntent === 'recommend'
          ? { text: { zh: '换一批推荐' } }
          : { text: { en: 'which one would you pick?', zh: '这几款里哪款最好' } },
  },
};

/** 太便宜了吧，有没有好一点的, "a bit cheap, anything better?": a better thing costs more, and the best of those shown is not asked for. */
const isOfHigherPrice =
  /\b(?:too|bit|so|rather|look|looks|kinda|very) (?:cheap|basic|simple|plain)\b|\b(?:upmarket|premium|high(?:er)?[- ]end|fancier|luxur\w+)\b|太?(?:便宜|普通|低端|寒酸)|高档|高端|上档次|好一?[点些](?!不|还是|呢?吗?$)/iu;

const isOfOffer = (intent: Intent | undefined): boolean =>
  intent === 'apply-offer' || intent === 'decline-offer' || intent === 'why-offer';
