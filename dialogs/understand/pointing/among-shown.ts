/** One of a short list that is pointed at by the others: "the other one", "中间那个". Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';

const other =
  /\bthe other(?: (?:one|pair|bag|jacket|shoe|mug|item|product)\b|(?=$|[,.!?]))|^(?:那|不是这个,? ?)?(?:是)?另(?:外)?(?:一)?[个款件双条只](?:呢|吧|怎么样|多少钱|.{0,8})[?!. ]*$/u;
const middle = /\bthe (?:middle one|one in the middle)\b|中间(?:的)?(?:那|这)?一?[个款件双条只]/u;
const longest = 60;

/** `shown`: the list; undefined: nothing is meant, or the list leaves it open. */
export const amongShown = (
  folded: string,
  { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>,
): ProductId | undefined => {
  if (folded.length > longest) return undefined;
  if (middle.test(folded)) return shown.length % 2 === 1 ? shown[(shown.length - 1) / 2] : undefined;
  if (!other.test(folded) || shown.length !== 2) return undefined;
  // Of two that were compared, and none closer looked at, the second is the other one.
  return focus === shown[1] ? shown[0] : shown[1];
};
