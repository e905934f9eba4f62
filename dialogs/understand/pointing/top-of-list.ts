import type { ConversationMemory } from '../../memory.ts';

const top = /\b(?:the |your |those |these )?top (two|three|2|3|one|pick|choice|result|of the list)\b/giu;
const counts: Readonly<Record<string, string>> = { two: 'two', three: 'three', 2: 'two', 3: 'three' };

/** "Compare the top two" with a list in front: the first ones of it, and no spinning top. */
export const topOfList = (said: string, { shown }: Pick<ConversationMemory, 'shown'>): string =>
  shown.length < 2
    ? said
    : said.replace(top, (_, which: string) => {
        const count = counts[which.toLowerCase()];
        return count ? `the first ${count}` : 'the first one';
      });
