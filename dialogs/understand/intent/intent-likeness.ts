/** The intent whose examples a message is like, its label checked against what the message holds. */
import type { IntentJudgement } from '../../../models/types.ts';
import type { Intent } from '../../turn.ts';
import { dealKindAsked } from '../deals/deal-kinds.ts';
import { isCloseUp } from '../product/focus-talk.ts';
import { asksForGoods, asksForSome, asksWhetherSold } from '../product/goods-asked.ts';
import { answersInAWord, behindOpening, saysMore } from '../talk/short-answers.ts';
import { agreeing, mistaken } from '../wishes/told-in-search.ts';
import { type IntentInput, isPointed, namesCategory, namesGoods } from './intent-input.ts';
import { settle } from './label-check.ts';
import { aboutOrder } from './rules.ts';
import type { Guess } from './settled-intent.ts';
/** What the examples it is like are, as far as the message may mean that. */
export const intentByLikeness = (input: IntentInput): Guess => {
  const { reading, taste, memory, upset } = input;
  const { folded, masked } = reading;
  // Word for word what the shop's examples say is no likeness.
  if (input.taught) return { intent: settle(input.taught, input, true), confidence: 0.95 };
  const guess = guessed(input);
  const isLost = !guess.inScope || guess.intent === 'unclear';
  // About the one thing on the table, whatever else it is like; goods of another kind are looked for.
  const isDoubtful =
    guess.intent === 'question' && ((!guess.isSure && input.asksAmount === true) || input.isBare === true);
  if (input.ofThing && !upset && (isLost || isDoubtful || takenForThing.has(guess.intent)))
    return { intent: 'product-details', confidence: 0.7 };
  if (input.property && isCloseUp(memory) && (isLost || (!guess.isSure && asksInGeneral.has(guess.intent))))
    return { intent: 'product-details', confidence: 0.8 };
  // With nothing shown there is nothing to ask the reason of.
  const isOfNothing = guess.intent === 'why-product' && memory.shown.length === 0;
  if (
    input.asksThing &&
    !upset &&
    (isLost ||
      isOfNothing ||
      answersInAWord.has(guess.intent) ||
      guess.intent === 'cancel' ||
      guess.intent === 'complaint')
  )
    return { intent: 'product-search', confidence: 0.6 };
  if (input.turnsAway && agreeing.has(guess.intent)) return { intent: 'no', confidence: 0.6 };
  const mayNarrow = input.narrows && !upset && !(input.turnsAway && guess.intent === 'complaint');
  if (mayNarrow && (isLost || isMistaken(settle(guess.intent, input), input)))
    return { intent: 'product-search', confidence: 0.8 };
  const confidence = guess.inScope ? guess.probability : Math.min(guess.probability, unsure);
  if (upset && (isLost || shruggedOff.has(guess.intent))) {
    return { intent: 'complaint', confidence: Math.max(confidence, 0.6) };
  }
  if (masked.includes('xorder') && isLost) return { intent: aboutOrder(folded), confidence: 0.6 };
  if (asksWhetherSold(folded) && !isPointed(input) && guess.intent !== 'stock' && guess.intent !== 'product-details')
    return { intent: 'product-search', confidence: Math.max(confidence, 0.6) };
  // A likeness to a question about such goods is no question: "any leather-free bags?".
  if (guess.intent === 'question' && namesCategory(taste) && taste.preferences.length > 1 && asksForSome(folded))
    return { intent: someAsked(folded), confidence: Math.max(confidence, 0.6) };
  if (asksInVain.has(guess.intent) && namesGoods(taste) && !isPointed(input) && asksForSome(folded))
    return { intent: someAsked(folded), confidence: Math.max(confidence, 0.6) };
  if ((!guess.inScope || !keepsGoods.has(guess.intent)) && !isPointed(input) && asksForGoods(folded)) {
    return { intent: 'product-search', confidence: Math.max(confidence, 0.6) };
  }
  if (!guess.inScope) return fallback(input, confidence);
  const intent = settle(guess.intent, input);
  return upset && intent === 'unclear'
    ? { intent: 'complaint', confidence: Math.max(confidence, 0.6) }
    : { intent, confidence };
};

/** "Too small, need a big one", of goods that were shown: nothing is said to be at home, or to go back. */
const isMistaken = (intent: Intent, { memory, reading: { folded } }: IntentInput): boolean =>
  mistaken.has(intent) || (intent === 'start-return' && memory.shown.length > 0 && !isHad.test(folded));
const isHad =
  /\b(?:my|mine|return\w*|returned|send|sent|back|refund\w*|exchang\w*|replac\w*|swap\w*|bought|got|ordered|order|received|arrived|came|money|worn|wore|tried)\b|[退换赔寄]|我的|买的|买了|收到|到了|到手|订单|穿了|试了|钱/u;

/** A likeness to "yes", "no" or "thanks" holds for what says nothing else; otherwise what else is said is meant. */
const guessed = ({ classifier, reading: { folded, masked } }: IntentInput): IntentJudgement<Intent> => {
  const first = classifier.classify({ words: masked, said: folded });
  if (!answersInAWord.has(first.intent) || !saysMore(folded)) return first;
  const said = behindOpening(folded);
  const second = said === undefined ? first : classifier.classify({ words: behindOpening(masked) ?? masked, said });
  if (!answersInAWord.has(second.intent)) return second;
  return saysMore(folded, 3) ? { intent: 'unclear', probability: unsure, inScope: false, isSure: false } : first;
};

/** What a question about a thing is mistaken for. */
const takenForThing: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference', 'help']);

/** No answer to anger: "that's not good enough" is no "no". */
const shruggedOff: ReadonlySet<Intent> = new Set(['question', 'no', 'yes', 'goodbye']);

/** What any "does it have", 有没有 is like: less than the form of a question about the one product spoken of. */
const asksInGeneral: ReadonlySet<Intent> = new Set(['question', 'deals', 'recommend']);

/** Goods by their kind and "how much", 有吧: no page answers that. */
const asksInVain: ReadonlySet<Intent> = new Set(['question', 'unclear', 'product-details']);

/** 水壶329 滤杯129 有满减吗: a deal is asked for, whatever it is to hold for. 送什么 is said of presents too. */
const someAsked = (folded: string): 'deals' | 'product-search' => {
  const kind = dealKindAsked(folded);
  return kind && kind !== 'gift' ? 'deals' : 'product-search';
};

/** A thing asked for in so many words is one of these, or the guess is a likeness only. */
const keepsGoods: ReadonlySet<Intent> = new Set(['product-search', 'product-details', 'stock', 'question']);

/** No guess that is not acted upon counts for more. */
const unsure = 0.3;

/** Not sure: a named wish is still a search, a named product still a product. */
const fallback = (
  { taste, entities, reading, memory }: IntentInput,
  confidence: number,
): { intent: Intent; confidence: number } => {
  const names = namesGoods(taste);
  const asks = /\?|？|\b(?:how|when|where|why|can|do|does|is|are|what)\b|怎么|吗|多久|什么时候|能不能|可以/u.test(
    reading.folded,
  );
  if (names && !asks) return { intent: 'product-search', confidence: Math.max(confidence, 0.4) };
  const talkedAbout = entities.ordinal === 0 && memory.focus !== undefined;
  if (entities.products.length > 0 || talkedAbout)
    return { intent: 'product-details', confidence: Math.max(confidence, 0.4) };
  return { intent: 'unclear', confidence };
};
