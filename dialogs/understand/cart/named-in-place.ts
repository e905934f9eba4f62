/** "Two of the first one, peach season": the one in that place of the list, where it is called so. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { englishOrdinals } from '../../../knowledge/language/numbers.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

const placeNamed = /\b(?:the )?(first|second|third|fourth|fifth|last)(?: one)?, (?:the )?([a-z]{3,})(?: [a-z]+)?/;

/** The text with the name alone, and what is on the table then; undefined: nothing is told in two such ways. */
export const namedInPlace = (
  folded: string,
  { shown }: Pick<ConversationMemory, 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
): { readonly text: string; readonly memory: Pick<ConversationMemory, 'shown' | 'focus'> } | undefined => {
  const [said, place = '', word = ''] = placeNamed.exec(folded) ?? [];
  if (said === undefined) return undefined;
  const isCalled = (id: ProductId | undefined): boolean =>
    id !== undefined &&
    fold(view.byId.get(id)?.name.en ?? '')
      .split(/[^a-z]+/)
      .includes(word);
  const there = shown[place === 'last' ? shown.length - 1 : englishOrdinals.indexOf(place)];
  // Miscounted, it is the one that is called so.
  const id = isCalled(there) ? there : shown.find(isCalled);
  if (id === undefined) return undefined;
  const named = said.slice(said.lastIndexOf(word));
  return { text: folded.replace(said, `the ${named}`), memory: { shown: [id], focus: id } };
};
