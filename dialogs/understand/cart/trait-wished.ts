/**
 * 要防水的, "waterproof ones please", of a list: how goods should be, and none of them is ordered for having the word in its name. A colour or
 * a size picks one out. Takes folded text.
 */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';

const wished = [
  /^(?:那|我|就)?(?:要|想要|需要|最好是?|得)(?:是|能|可以)?(\p{Script=Han}{2,6}?)的(?:吧|呗|哦)?[.! ]*$/u,
  /^(?:(?:ok|and|so|then)[, ]+)*(?:i(?:'d like| want| need) )?(?:some |any |only |just )?([a-z]+(?:[ -][a-z]+){0,2}) ones(?: please| pls)?[.! ]*$/,
];

export const wishesTrait = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): boolean => {
  const said = wished.flatMap(pattern => pattern.exec(folded)?.[1] ?? [])[0];
  if (said === undefined) return false;
  const [mention, ...more] = vocabulary.mentions(said);
  const isWhole = mention !== undefined && more.length === 0 && mention.start === 0 && mention.end === said.length;
  return (
    isWhole && mention.meanings.every(({ slot }) => slot === 'feature' || slot === 'category' || slot === 'occasion')
  );
};
