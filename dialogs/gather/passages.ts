/** What the shop's pages say to a message, where it asks something that a page may answer. */
import type { Product } from '../../knowledge/domain/product.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import type { IndexSet } from '../indexes.ts';
import { mayBeQuestion } from '../may-be-question.ts';
import type { ConversationMemory } from '../memory.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import { speaksOfInvoice } from '../understand/orders/order-talk.ts';
import { type OwnAsked, ruleOfMatter, wasUsed, wasWorn } from '../understand/orders/own-case.ts';
import { policyNamed } from '../understand/pages/policy-asked.ts';
import { isOfOtherScale } from '../understand/text/sizes.ts';
import { readAnswers } from './answers.ts';
import { withRuleOfAsk } from './asked-on-ground.ts';
import { asksUsualTime, ofOrderSpokenOf } from './own-orders.ts';
import type { Records } from './records.ts';
import { ruleBesideClaim } from './rule-beside-claim.ts';
import { answering } from './wanted.ts';

/** `spokenOf`: the product that is spoken of; `hasFocus`: in this very message. */
export const readPassages = async (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  { spokenOf, hasFocus }: { readonly spokenOf: Product | undefined; readonly hasFocus: boolean },
  { orders, shopper }: Pick<Records, 'orders' | 'shopper'>,
  { articles }: Pick<IndexSet, 'articles'>,
  services: DialogServices,
): Promise<readonly Passage[]> => {
  const besideClaim = ruleBesideClaim(understanding, memory);
  const byAsk = withRuleOfAsk(understanding, memory);
  // What left has a rule of its own.
  const ofAsk = byAsk && ofOrderSpokenOf(byAsk, memory, orders);
  const isAsked =
    besideClaim ||
    ofAsk ||
    answering.has(understanding.intent) ||
    mayBeQuestion(understanding) ||
    understanding.asks ||
    understanding.asksOf?.some(({ slot, value }) => slot === 'size' && isOfOtherScale(value)) ||
    asksUsualTime(understanding, memory) ||
    understanding.exchanges ||
    understanding.own ||
    (understanding.intent === 'product-details' && !hasFocus);
  if (!isAsked || (understanding.own && namesOnlyThing(understanding.own))) return [];
  const asked =
    besideClaim ??
    ofAsk ??
    ofPacking(understanding) ??
    ofOwnMatter(turn, understanding) ??
    ofOrderSpokenOf(understanding, memory, orders);
  const had = understanding.exchanges ? undefined : (ageOfNamed(turn, understanding, memory, orders) ?? memory.had);
  return readAnswers(turn, asked, shopper, articles, services, { spokenOf, memory, had });
};

/** "The jacket", of an order that was told: no page is asked. */
const namesOnlyThing = ({ matters }: OwnAsked): boolean => matters.every(matter => matter === 'thing');

/** The rule that what is asked of an order of one's own hangs on, where the message names none. */
const ofOwnMatter = ({ signedIn }: Turn, understanding: Understanding): Understanding | undefined => {
  const { own, plainly, said = '' } = understanding;
  const name =
    own && !plainly && (signedIn || own.matters.includes('cancel') || own.matters.includes('fit'))
      ? own.matters.map(matter => ruleOfMatter[matter]).find(rule => rule !== undefined)
      : undefined;
  // After use there is a rule of its own.
  if (wasUsed.test(said))
    return name === 'return-period' && wasWorn.test(said) ? ofRule('worn-return', understanding) : undefined;
  return name === undefined ? undefined : ofRule(name, understanding);
};
const ofRule = (name: string, understanding: Understanding): Understanding | undefined => {
  const rule = policyNamed(name, understanding.language);
  return rule && { ...understanding, plainly: rule, said: rule.question };
};

/** How nicely it is packed: what the shop does about presents tells. */
const ofPacking = (understanding: Understanding): Understanding | undefined => {
  const isPacked =
    understanding.intent === 'product-details' &&
    (understanding.ofEach ?? understanding.asks)?.some(({ kind }) => kind === 'packing');
  const rule = isPacked && !understanding.plainly ? policyNamed('gift-wrap', understanding.language) : undefined;
  return rule && { ...understanding, plainly: rule, said: rule.question };
};

/** So long ago the order was placed that an invoice is asked for. */
const ageOfNamed = (
  { at, signedIn }: Turn,
  { said = '', language, entities }: Understanding,
  { turns }: ConversationMemory,
  orders: Records['orders'],
): ConversationMemory['had'] => {
  const digits = signedIn && speaksOfInvoice(said) ? entities.orderNumber?.replace(/\D+/g, '') : undefined;
  const order = digits ? orders.find(({ number }) => number.replace(/\D+/g, '') === digits) : undefined;
  if (!order) return undefined;
  const days = Math.floor((at.getTime() - order.placedAt.getTime()) / 86_400_000);
  return { days, said: language === 'zh' ? `${days}天` : `${days} days`, about: '', at: turns };
};
