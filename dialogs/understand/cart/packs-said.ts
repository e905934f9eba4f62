/** "Two bags", "3 tins please", of coffee, tea or cream: so many packs of what is spoken of, and no bags that are carried. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

const number = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a couple of)';
const packs = new RegExp(
  `\\b${number}(?: (more))? (?:bags?|packs?|packets?|tins?|pouch(?:es)?|jars?|tubes?|bottles?|boxes|box|cans?)\\b(?: of (?:it|that|this|them|those|these)\\b)?(?! (?:of|for|with|that|which)\\b| in (?!(?:my|the|your) (?:cart|basket|trolley)\\b))`,
  'i',
);
/** "2 of the bigger packs": so many of its larger form, and not of whatever comes in packs. */
const sizedPacks = new RegExp(
  `\\b${number} (?:of (?:the |those |your )?)?(bigger|biggest|larger|largest|smaller|smallest|big|large|small) (?:bags?|packs?|packets?|tins?|pouch(?:es)?|jars?|tubes?|bottles?|boxes|box|cans?)\\b(?! (?:of|for|with|that|which)\\b)`,
  'i',
);
/** Sold by weight, by volume or so many in a box. */
const packed = /\d ?(?:g|kg|ml)\b|\b(?:drip bags|bags|tin|box of|single|bar)\b/;

/** The number of packs as a number of it; undefined: no packs are spoken of. */
export const packsAsCount = (
  text: string,
  { focus, shown }: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId'>,
): string | undefined => {
  if (text.length > longest || !(packs.test(text) || sizedPacks.test(text))) return undefined;
  const one = focus ?? (shown.length === 1 ? shown[0] : undefined);
  const of = one === undefined ? undefined : view.byId.get(one);
  // "Buy the beans again, 3 bags".
  if (!of) return packedGoods.test(text) ? counted(text) : undefined;
  if (of.category === 'bags' || !packed.test(fold(of.name.en ?? ''))) return undefined;
  return counted(text);
};
const longest = 160;
const packedGoods = /\b(?:beans|coffees?|teas?|decaf|oolong|jasmine)\b/i;
const counted = (text: string): string =>
  text
    .replace(sizedPacks, '$1 of the $2 ones')
    .replace(packs, (_, count: string, more?: string) =>
      more ? `${count} more` : /^(?:one|1)$/i.test(count) ? 'one of them' : `${count.replace(/ of$/i, '')} of them`,
    );
