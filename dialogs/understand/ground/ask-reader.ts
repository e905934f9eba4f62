/** Which of the short everyday questions a message is, whatever its words: learned from the sentences in asks/. */
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Steps } from '../../../knowledge/slices.ts';
import type { IntentClassifier, TaughtIntent } from '../../../models/types.ts';
import type { Intent } from '../../turn.ts';
import { isOnlyLiked } from '../cart/only-liked.ts';
import { readLabelled } from '../intent/examples.ts';
import type { GoodsSpokenOf } from '../pointing/goods-spoken-of.ts';
import type { Reading } from '../text/reading.ts';
import { type Ask, asks } from './asks.ts';
import { hasOwnObject } from './own-object.ts';

/** What the classifier tells; `none`: no question of these, or one with an object of its own. */
export type AskLabel = Ask | 'none';

export type AskClassifiers = Readonly<Record<Language, IntentClassifier<AskLabel>>>;

const folder = new URL('./asks/', import.meta.url);
const labels: readonly AskLabel[] = [...asks, 'none'];

/** Intents whose example sentences are none of the short questions. */
const otherwise: ReadonlySet<Intent> = new Set([
  'greeting',
  'identity',
  'opt-out',
  'opt-in',
  'product-search',
  'apply-code',
  'about-me',
  'forget',
  'complaint',
  'state-preference',
]);

/** The sentences of a language as a classifier is taught them, in steps; `examples`: of the intents, in that language. */
export function* readAsks(
  language: Language,
  examples: readonly TaughtIntent<Intent>[],
  read: (text: string) => Reading,
): Steps<readonly TaughtIntent<AskLabel>[]> {
  const taught: TaughtIntent<AskLabel>[] = [];
  const said = new Set<string>();
  for (const { language: spoken, text, intent } of readLabelled(folder, labels).examples) {
    if (spoken !== language) continue;
    const { masked, folded } = read(text);
    said.add(folded);
    taught.push({ words: masked, said: folded, intent });
    yield;
  }
  for (const example of examples)
    if (otherwise.has(example.intent) && !said.has(example.said)) taught.push({ ...example, intent: 'none' });
  return taught;
}

/** Longer messages tell something besides. */
const longest: Readonly<Record<Language, number>> = { en: 64, zh: 18 };
/** A present is what things are to become here, and no need. */
const withPresent: ReadonlySet<Ask> = new Set(['gift-wrap']);
const putsIn: ReadonlySet<Ask> = new Set(['take-one-of-list', 'add-it']);
/** Guesses less likely than this were wrong too often for writers who taught nothing. */
const surely = 0.85;

/** Undefined: it is read as any other message. */
export const shortAsk = (
  { spoken, language, named, need, policy }: Pick<GoodsSpokenOf, 'spoken' | 'language' | 'named' | 'need' | 'policy'>,
  classifiers: AskClassifiers,
): Ask | undefined => {
  if (named.length > 0 || spoken.folded.length > longest[language]) return undefined;
  const ask = likeliest(spoken, classifiers[language]);
  if (ask === undefined || (need && !withPresent.has(ask))) return undefined;
  if (putsIn.has(ask) && isOnlyLiked(spoken.folded)) return undefined;
  return hasOwnObject(ask, spoken, policy) ? undefined : ask;
};

const likeliest = ({ folded, masked }: Reading, classifier: IntentClassifier<AskLabel>): Ask | undefined => {
  const { intent, probability, inScope } = classifier.classify({ words: masked, said: folded });
  return intent === 'none' || !inScope || probability < surely ? undefined : intent;
};
