/**
 * Which wishes of a message must be met, whatever else is given up: "it has to be waterproof", "waterproof is the main thing",
 * 一定要防水, 防水最重要, 只要防水就行. Takes folded text.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';

/** What goods are like; what they cost and what they are holds in any case, and whom they are for steers the choice. */
const ofThing: ReadonlySet<StatedPreference['slot']> = new Set(['feature', 'material', 'colour', 'brand', 'size']);

const before =
  /(?:\b(?:has|have|having|needs?|got|ought|gotta)(?: really| absolutely| definitely)? (?:to )?(?:be|have)|\bmust(?: really)? (?:be|have)|\b(?:as|so) long as (?:it|they)(?:'s|'re| is| are| has| have)?|\b(?:just|only|mainly|definitely|absolutely|above all|most of all|most importantly)(?: (?:be|want|need))?)(?: (?:fully|properly|really|a|an|the|in|of|at least|some|\d+)){0,2} ?$|(?:必须|一定|务必|非得|关键|重点|主要|首先|起码|至少|只)(?:得|要|是|要求|需要)*$/u;
const after =
  /^(?: (?:ones?|though|for me))?(?: is| are|'s|'re)?(?: really| absolutely)? (?:a must|essential|vital|crucial|non[- ]?negotiable|(?:the )?(?:main|most important|key|number one|first) (?:thing|point|bit|priority)|(?:the )?priority|what (?:matters|counts) most|most important)\b|^(?: really)? (?:(?:matters?|counts?) (?:the )?most|comes? first)\b|^(?:的|性能|这[点条个])*(?:是)?(?:最重要|第一位?|首要|必须的?|刚需|硬性?要求|一定要有|就行|就可以|就好|即可)/u;
/** "It has to be waterproof, that's the main thing": of all that the clause before tells. */
const ofClauseBefore =
  /\b(?:that|this|it)(?:'s| is|s)? (?:really )?(?:the )?(?:main|most important|key|number one) (?:thing|point|bit)\b|\bthat matters most\b|(?:这[个点条]|那[个点])(?:是)?(?:最重要|最关键|第一位)/u;

/** More is a tale, and what is said of one thing there is not said of the next. */
const longest = 200;
const roomBefore = 40;

/** `preferences` as they were read of this message, those that must be met marked. */
export const withMusts = (
  preferences: readonly StatedPreference[],
  folded: string,
  { mentions }: Pick<Vocabulary, 'mentions'>,
): readonly StatedPreference[] => {
  const isOfThing = ({ slot, polarity }: StatedPreference): boolean => polarity === 'like' && ofThing.has(slot);
  if (folded.length > longest || !preferences.some(isOfThing)) return preferences;
  const isAll = ofClauseBefore.test(folded) && preferences.filter(isOfThing).length < 3;
  const insisted = mentions(folded).flatMap(({ meanings, start, end }) =>
    before.test(folded.slice(Math.max(0, start - roomBefore), start)) || after.test(folded.slice(end))
      ? meanings.filter(one => ofThing.has(one.slot))
      : [],
  );
  if (!isAll && insisted.length === 0) return preferences;
  return preferences.map(one =>
    isOfThing(one) && (isAll || insisted.some(said => said.slot === one.slot && said.value === one.value))
      ? { ...one, must: true }
      : one,
  );
};
