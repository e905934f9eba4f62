/** What labelled messages teach: examples, and how often messages of a writer who was left out are told right. */

import type { Intent } from '../../dialogs/turn.ts';
import { meantInContext } from '../../dialogs/understand/intent/in-context.ts';
import type { ContextExample } from '../../models/text/stacked-intents.ts';
import type { InContextClassifier } from '../../models/types.ts';
import type { SeenMessage } from './replay.ts';

export const seed = 1;
/** Writers by whom the machine is judged in the tests: never learned from. */
export const kept: ReadonlySet<string> = new Set(['en-8', 'zh-8', 'en-19', 'zh-19', 'en-21', 'zh-21']);

const serves = ({ intents, or }: SeenMessage, intent: Intent): boolean =>
  intents.includes(intent) || or.includes(intent);

/** What serves as well as the label stays as it was taken: nothing is gained by another. Two wishes in one message teach nothing. */
export const examplesOf = (seen: readonly SeenMessage[]): ContextExample[] =>
  seen.flatMap(one =>
    one.intents.length > 1
      ? []
      : [{ ...one.message, intent: serves(one, one.message.taken) ? one.message.taken : one.intents[0]! }],
  );

export interface Told {
  readonly messages: number;
  /** Shares told right, 0..1: as words and likeness took them, and weighed in their context. */
  readonly taken: number;
  readonly weighed: number;
  /** Messages made right, and made wrong, by weighing. */
  readonly mended: number;
  readonly spoilt: number;
}

export const toldRight = (seen: readonly SeenMessage[], classifier: InContextClassifier<Intent>): Told => {
  const single = seen.filter(one => one.intents.length === 1);
  let [taken, weighed, mended, spoilt] = [0, 0, 0, 0];
  for (const one of single) {
    const before = serves(one, one.message.taken);
    const meant = meantInContext(one.message, classifier)?.intent ?? one.message.taken;
    const after = serves(one, meant);
    if (before) taken += 1;
    if (after) weighed += 1;
    if (after && !before) mended += 1;
    if (before && !after) spoilt += 1;
  }
  const share = (count: number): number => Math.round((1000 * count) / single.length) / 1000;
  return { messages: single.length, taken: share(taken), weighed: share(weighed), mended, spoilt };
};
