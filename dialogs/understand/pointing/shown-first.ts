/** "OK, the first one you showed me", where one thing lies before the shopper: the one that was shown before it. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

const first =
  /\b(?:the )?(?:very )?first (?:one|thing|option) (?:that )?(?:you|u) (?:showed|recommended|suggested|offered|gave)(?: me| us)?(?: first| before| earlier)?\b|你们?(?:最先|最开始|一开始|刚开始|先前|最早|第一次)(?:给我)?(?:推荐|看|发|介绍)的(?:第一|那)?[个款件双]?/giu;

/** By its name; as it was said where more than one of that sort was shown before. */
export const withShownFirst = (
  said: string,
  { shown, seen = [] }: Pick<ConversationMemory, 'shown' | 'seen'>,
  { byId }: Pick<CatalogueView, 'byId'>,
): string => {
  const [now, ...more] = shown;
  if (now === undefined || more.length > 0 || said.search(first) < 0) return said;
  const category = byId.get(now)?.category;
  const [before, ...others] = seen.flatMap(id => byId.get(id) ?? []).filter(one => one.category === category);
  if (!before || others.length > 0) return said;
  return said.replace(
    first,
    `the ${inLanguage(before.name, hasHan(said) ? 'zh' : 'en')}`.replace(/^the (?=.*\p{Script=Han})/u, ''),
  );
};
