/** "Do they all come in 38?", 这几款都有黑色吗: whether each of the list comes in a size or a colour. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';

const longest = 80;
const asking =
  /\b(?:do|are|does|is|can|have) (?:(?:they|these|those|any|each|all|both)(?: of (?:them|these|those))?)\b.{0,24}\b(?:all|each|both|come|comes|available|in)\b|\b(?:which|any|all|each|both|how many) of (?:them|these|those|the (?:two|three|four|five|six))\b.{0,24}\b(?:come|comes|have|available|are|is|in)\b|\bwhich (?:ones? )?(?:come|comes|have|are available) (?:in )?|(?:[这那]?[几两三四五六些](?:个|款|双|件|条|种)?|它们)(?:里面?)?(?:都|全|哪[个些款双])\p{Script=Han}{0,2}?有|(?:都|全部?)有(?!什么|啥|哪|多少|几).{1,10}(?:吗|么|嘛|不|没有?)|哪(?:几|些)?[个款双件](?:是|有).{1,8}(?:的|吗|码)?[?!. ]*$/u;
/** Another list is asked for. */
const looksFor = /\b(?:do you|you have|show me|other|others|else|more)\b|别的|其他|推荐|你们/u;

const forms: ReadonlySet<StatedPreference['slot']> = new Set(['size', 'colour']);

/** The colours and sizes that are asked; undefined: none is, or something else too. */
export const comesAsked = (
  folded: string,
  likes: readonly StatedPreference[],
): readonly StatedPreference[] | undefined =>
  likes.length > 0 &&
  likes.every(wish => forms.has(wish.slot)) &&
  folded.length <= longest &&
  asking.test(folded) &&
  !looksFor.test(folded)
    ? likes
    : undefined;
