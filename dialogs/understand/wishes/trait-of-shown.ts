/** 防晒吗, 这件能防晒吗, 哪件防晒, with goods on the table: what they do is asked, and no shelf that is called by it. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Said } from '../said/said.ts';
import { kinds } from './wished.ts';

const doesIt =
  /^(?:(?:那|请问|它们?|这里面|[这那](?:[个件款双顶只条]|些|几[个件款双顶只条])?|都|能|可以|会|到底)*(?:防晒(?:效果|功能|作用)?(?:吗|么|嘛)|防不防晒(?:啊|呀|呢)?)|(?:那|请问|它|这[个件款双顶只条]|本身)*有防晒(?:效果|功能|作用)(?:吗|么|嘛)|(?:那|请问|这里面|里面)*哪[些一]?[个件款双顶只条]*(?:是|能|可以|比较|更)*防晒(?:效果好|好)?的?(?:吗|呢)?)[?!. ]*$/u;

/** 有防晒吗 and 防晒呢 ask for the cream. */
export const asksTraitOfShown = (
  folded: string,
  { shown, focus }: Pick<ConversationMemory, 'shown' | 'focus'>,
): boolean => (shown.length > 0 || focus !== undefined) && doesIt.test(folded);

/** The same as what goods are, without the shelf. */
export const asTrait = (said: Said): Said => ({
  ...said,
  facts: said.facts.map(fact => {
    const traits = fact.named.flatMap(word => word.meanings.filter(({ slot }) => !kinds.has(slot)));
    return traits.length === 0
      ? fact
      : {
          ...fact,
          slot: 'feature' as const,
          named: fact.named.map(word => ({ ...word, meanings: word.meanings.filter(({ slot }) => !kinds.has(slot)) })),
        };
  }),
});
