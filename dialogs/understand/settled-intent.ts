/** What a message means after all: the form it has, and what it cannot mean, against what it was taken for. */
import type { Intent } from '../turn.ts';
import { dreadsBuying, neverAdds } from './take-out-asked.ts';

export interface Guess {
  readonly intent: Intent;
  /** 0..1 */
  readonly confidence: number;
}

export interface Form {
  readonly folded: string;
  /** A taste in words that no catalogue knows. */
  readonly isTaste: boolean;
  /** A yes to a wider search. */
  readonly wider: boolean;
  /** Something is asked of goods. */
  readonly isQuestion: boolean;
  /** Goods of a kind are named. */
  readonly namesGoods: boolean;
}

/** "Won't turn on", "doesn't show up on my laptop", 连不上: trouble with a thing that is had. */
const trouble =
  /\b(?:won'?t|wont|doesn'?t|doesnt|does not|don'?t|dont|do not|can'?t|cannot|isn'?t|aren'?t|not|stopped|keeps?|refuses? to) (?:\w+ )?(?:turn(?:ing)? (?:on|off|up)|switch(?:ing)? on|connect(?:ing)?|pair(?:ing)?|charg(?:e|ing)|work(?:ing)?|start(?:ing)?|show(?:ing)? up|light(?:ing)? up|respond(?:ing)?|recogni[sz]ed?|disconnecting|crashing|cutting out)\b|(?:连|配|充|开|打|启|点|亮)不(?:上|了|进|开|动|亮|着)|(?:没|毫无)(?:反应|声音|电了)|不(?:亮|响|转|出声|充电)了?/u;
/** What such trouble is most often mistaken for: the goods it names. */
const namesThing: ReadonlySet<Intent> = new Set(['product-search', 'unclear', 'state-preference']);
const sureOfGoods = 0.6;

/** The form of a question. */
const asks =
  /[?？]|^(?:(?:and|so|but|ok|hi|hello|please)[,. ]+)*(?:wh(?:at|y|o|en|ere|ich|ose)|how|can|could|do|does|did|is|are|will|would|should|may|must|any)\b|\b(?:tell me|wonder\w*|question)\b|吗|呢|么|什么|怎|多久|多少|几|哪|能不能|可不可以|是不是|有没有/u;
const sureToAsk = 0.5;

export const settledIntent = (decided: Guess, { folded, isTaste, wider, isQuestion, namesGoods }: Form): Guess => {
  const { intent, confidence } = decided;
  const as = (other: Intent): Guess => ({ intent: other, confidence });
  if (isTaste) return { intent: 'state-preference', confidence: 0.6 };
  if (wider) return as('product-search');
  if (isQuestion) return as('question');
  if (intent === 'add-to-cart' && neverAdds(folded)) return as('remove-from-cart');
  if ((intent === 'add-to-cart' || intent === 'reorder') && dreadsBuying(folded)) return as('question');
  if (namesThing.has(intent) && confidence < sureOfGoods && trouble.test(folded)) return as('question');
  // "These running shoes are too tight": what is told of goods is no question, and pages are looked at all the same.
  if (intent === 'question' && confidence < sureToAsk && namesGoods && !asks.test(folded)) return as('unclear');
  return decided;
};
