/** A message weighed in its place: whether it means something else after all than its words and its likeness say. */

import { plainWordsIn } from '../../../knowledge/retrieval/goods/plain-words.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { InContextClassifier, MessageInContext } from '../../../models/types.ts';
import type { Intent } from '../../turn.ts';
import { byPriceAsked, pointsByPrice } from '../pointing/extreme-asked.ts';
import { asksIfOnly, wantsElseThan, wantsOtherThan } from '../pointing/others-wanted.ts';
import { asksOfWorld } from '../talk/world-asked.ts';
import { decidedAt } from './message-signals.ts';
import type { Guess } from './settled-intent.ts';

/**
 * Of what is kept of the shopper, and of personal offers: what is known is shown, with the taps that do it. A thing named is
 * forgotten and offers are switched off where that is likely by far; not everything is erased and nothing switched on.
 */
const ofWhatIsKept: ReadonlySet<Intent> = new Set(['forget', 'forget-all', 'opt-in', 'opt-out']);
/** Answers to a deal that is on the table. */
const ofOffer: ReadonlySet<Intent> = new Set(['apply-offer', 'decline-offer']);
const ofDeals: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'apply-code', 'apply-offer', 'decline-offer']);
/** Taken by a likeness these may be meant otherwise; in closed words they are what is said. */
const inClosedWords: ReadonlySet<Intent> = new Set([
  'about-me',
  'apply-code',
  'decline-offer',
  'why-offer',
  'why-product',
  'deals',
  'change-quantity',
  'identity',
  'help',
]);
/**
 * Readings that were right nineteen times in twenty and more where people labelled what they meant, and those in which a likelihood
 * must not speak: what is private or holds in general, what no shop does, what is told for its own sake.
 */
const sureReadings = [
  'is:taught',
  'is:outright',
  'is:follows',
  'is:orders',
  'is:adds',
  'is:edits',
  'is:counts',
  'is:takesOut',
  'is:present',
  'is:need',
  'is:isName',
  'is:otherSize',
  'is:onlyTold',
  'is:shopTalk',
  'is:notOurTrade',
  'is:tellsTaste',
  'is:correctsSize',
  'is:whichOfKind',
  'is:compares',
  'read:health',
  'read:harm',
  'read:sum',
  'read:trait',
  'read:trouble',
  'read:exchanges',
  'read:claims',
  'read:hurries',
  'read:missing',
  'read:count',
  'read:resize',
  'read:together',
  'read:ordered',
  'read:everything',
  'read:degree',
  'read:choices',
  'read:choice',
  'read:tried',
  'read:ownMoney',
  'read:ownOrder',
  'read:returnable',
  'is:meaning',
] as const;

/** A rule that is read is asked about, unless something is to be done, or deals are asked for, by far. */
const ofRule = 'is:policy';
const beyondRules: ReadonlySet<Intent> = new Set(['deals', 'cancel-order', 'start-return', 'complaint']);
const ruleMargin = 0.4;
/** A rule is the better answer to what is told of a fault. */
const complaintMargin = 0.7;
/** Something is to go back, in so many words: "the radio crackled from day one" tells what is wrong with it. */
const goesBack =
  /\b(?:returns?|returning|returned|back|refund\w*|exchang\w*|replac\w*|swap\w*|money|new one|another)\b|[退换赔]|钱|补发|重发/iu;

/** What was right as often where words alone decided it, at a confidence of .95 or more. */
const closedWords = 0.95;
const sureInClosedWords: ReadonlySet<Intent> = new Set([
  'start-return',
  'order-status',
  'cancel-order',
  'view-cart',
  'better-deal',
  'goodbye',
  'greeting',
  'stock',
]);

/** What does something at once has to be likelier by far; a return, a cancellation and a reorder ask first. */
const acting: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'person', 'cancel', 'apply-offer']);

/** What looks for goods. */
const goods: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);

/** What changes the cart; a question does not, on a likelihood. */
const forCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'reorder']);
const asking =
  /[?？][\s"')]*$|\bwhich (?:one|pair|of)\b|哪[一个款件双只]|[吗么嘛][。.!\s]*$|^(?:and |so |but |ok |well )*(?:can|does|do|is|are|will|would|how|what|which|why) (?:the|it|that|this|they|those|these|much|many|long)\b/iu;

/** "The duffel I mean, the first one": which one was spoken of. */
const saysWhich = /\bi (?:mean|meant)\b|我(?:说|指|问)的/iu;

const searching: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
/** 手表能打电话吗: asked of such goods, and not looked for. */
const asksAbility =
  /^(?!.*(?:有没有|[有找买推]))\p{Script=Han}{2,8}(?:能不能|可不可以|会不会|能|可以|会)\p{Script=Han}{1,8}[吗么嘛不][?？。 ]*$/u;
/** "Sold! First one", 拿第一个吧, 第二个放车里. */
const buying = /\b(?:add|sold|take|grab|buy|get|have|mine|please)\b|[拿冲放要买来加入]/iu;
/** By so much another intent has to be likelier than what the message was taken for; what does something by more. */
const margin = 0.04;
const actingMargin = 0.15;
const sureOfKept = 0.6;
/** Less likely, deals, who is spoken to and what is kept are not told unasked. */
const leastToTell = 0.25;
const leastToAct = 0.55;
/** What words say, or what is very like the examples, is not overruled by less. */
const surerThanSaid = 0.5;
/** Its words say so. */
const isSaid = (taken: Intent, signals: Readonly<Record<string, number>>): boolean =>
  signals[decidedAt(taken, 0.9)] !== undefined || signals[decidedAt(taken, closedWords)] !== undefined;
/** From here on a search is surer than advice that was read. */
const sureOfSearch = 0.9;

/** `isPart`: of a longer message. Undefined: it means what it was taken for. */
export const meantInContext = (
  message: MessageInContext<Intent>,
  classifier: InContextClassifier<Intent>,
  isPart = false,
): Guess | undefined => {
  const { taken, signals } = message;
  const judged = classifier.judge(message);
  if (!judged || judged.intent === taken || ofWhatIsKept.has(taken) || taken === 'apply-offer') return undefined;
  if (inClosedWords.has(taken) && signals[decidedAt(taken, closedWords)] !== undefined) return undefined;
  if (ofOffer.has(judged.intent) && signals.offer === undefined) return undefined;
  const isTold = inClosedWords.has(judged.intent) || ofWhatIsKept.has(judged.intent);
  if (isTold && judged.probability < leastToTell) return undefined;
  // How many, or which size, has to be read; what is asked of a promotion is answered by its rules.
  if (judged.intent === 'change-quantity') return undefined;
  if (signals['is:asked=what-if'] !== undefined) return undefined;
  if (signals['is:asked'] !== undefined && ofDeals.has(judged.intent)) return undefined;
  // "I have sensitive skin": what is made for it is looked for.
  if (judged.intent === 'state-preference' && taken === 'product-search' && isSaid(taken, signals)) return undefined;
  // 黑的, "blue ones": a list is narrowed by it.
  const narrows = taken === 'product-search' && isSaid(taken, signals);
  if (judged.intent === 'add-to-cart' && narrows && !buying.test(message.text)) return undefined;
  if (acting.has(judged.intent) && judged.probability < leastToAct) return undefined;
  // "The red one is nice. Is L the same as European L? I am 1,74 m": something is asked, and no word orders.
  if (forCart.has(judged.intent) && /[?？]\s*\S/u.test(message.text) && !buying.test(message.text)) return undefined;
  // A part of a message that may mean so takes nothing.
  if (isPart && forCart.has(judged.intent)) return undefined;
  // A piece that means nothing by itself belongs to another.
  if (isPart && taken === 'unclear') return undefined;
  // "Stop assuming I like pink, take that out" tells a taste that is to go.
  const isForgotten = judged.intent === 'forget' && judged.probability >= sureOfKept;
  if (sureReadings.some(name => signals[name] !== undefined && !(isForgotten && name === 'is:tellsTaste')))
    return undefined;
  if (sureInClosedWords.has(taken) && signals[decidedAt(taken, closedWords)] !== undefined) return undefined;
  if (isSaid(taken, signals) && judged.probability < surerThanSaid) return undefined;
  // "Your dearest headphones": of goods, and no rule. 电池呢, after the page of the warranty: of that page.
  if (judged.intent === 'question' && byPriceAsked(fold(message.text)) !== undefined) return undefined;
  if (taken === 'question' && goods.has(judged.intent) && signals.topic !== undefined && signals.short !== undefined)
    return undefined;
  // "Another one, not the night market" takes nothing.
  if (forCart.has(judged.intent) && wantsOtherThan(fold(message.text))) return undefined;
  // 有黑色以外的吗: others are looked for, and nothing is asked of that one.
  if (taken === 'product-search' && judged.intent === 'stock' && wantsElseThan(fold(message.text))) return undefined;
  if (
    taken === 'product-search' &&
    (judged.intent === 'stock' || judged.intent === 'product-details') &&
    asksIfOnly(fold(message.text))
  )
    return undefined;
  // "The second one", "the cheapest one": that one is looked at.
  if (isPointed(message) && !buying.test(message.text)) return undefined;
  if (searching.has(judged.intent) && asksOfWorld(fold(message.text))) return undefined;
  // "Which would you pick of the two, I ride an e-bike": advice is asked, unless it is looked for by far.
  if (searching.has(judged.intent) && signals['read:advice'] !== undefined && judged.probability < sureOfSearch)
    return undefined;
  // 他特别怕冷, of whom it is for: what goods are good for has been read in it.
  if (judged.intent === 'unclear' && searching.has(taken) && plainWordsIn(fold(message.text)).length > 0)
    return undefined;
  if (searching.has(judged.intent) && asksAbility.test(fold(message.text))) return undefined;
  if (forCart.has(judged.intent) && (asking.test(message.text) || saysWhich.test(message.text))) return undefined;
  const lead = judged.probability - judged.of(taken);
  if (
    signals[ofRule] !== undefined &&
    !(beyondRules.has(judged.intent) && lead >= (judged.intent === 'complaint' ? complaintMargin : ruleMargin))
  )
    return undefined;
  if (signals[ofRule] !== undefined && judged.intent === 'start-return' && !goesBack.test(message.text))
    return undefined;
  if (lead < (acting.has(judged.intent) ? actingMargin : margin)) return undefined;
  const intent = doesAtOnce(judged) ? judged.intent : 'about-me';
  return intent === taken ? undefined : { intent, confidence: judged.probability };
};

/** By its place in the list, or by its price: which one was asked for by the shop is taken. */
const isPointed = ({ text, signals }: Pick<MessageInContext<Intent>, 'text' | 'signals'>): boolean =>
  (signals['names:place'] !== undefined && signals.short !== undefined) ||
  (signals['last:add-to-cart'] === undefined && pointsByPrice(fold(text)));

const doesAtOnce = ({ intent, probability }: { readonly intent: Intent; readonly probability: number }): boolean =>
  !ofWhatIsKept.has(intent) || ((intent === 'forget' || intent === 'opt-out') && probability >= sureOfKept);
