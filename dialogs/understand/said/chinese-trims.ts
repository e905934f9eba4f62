/** The words of a Chinese wish without those that only ask or praise: 能摇头吗 asks of 摇头, and 自带线好 takes 自带线. */
import type { Clause, Draft } from './fact.ts';

const asking = /[吗么嘛不没]$/u;
const power = /^(?:能不能|可不可以|可以|能够|能|会(?!员|议|计))(?!上|带)(?:帮(?:我|忙)?)?(?=.{2})/u;
const praise = /(?:挺|很|真|更|最|蛮|也)?(?:好|不错|可以|方便|好看|实用|棒)$/u;

const trimmed = (draft: Draft, { folded, asked }: Clause): Draft => {
  if (draft.slot !== 'feature') return draft;
  const said = draft.value ?? folded.slice(draft.start, draft.end);
  let words = said;
  // 能折叠的吗 asks for what can be folded.
  if (/^[吗么嘛不没]?$/u.test(folded.slice(draft.end)) && asking.test(folded))
    words = words.replace(power, '').replace(/(?<=..)[不吗么嘛]$/u, '');
  // 能升降就行: a power that is enough.
  if (words.length < 7 && /^(?:就行|就好|就成|就可以|更好|最好)/u.test(folded.slice(draft.end)))
    words = words.replace(power, '');
  const bare = words.replace(praise, '');
  if (bare.length > 1 && bare.length < words.length && asked.shopText.includes(bare)) words = bare;
  return words === said ? draft : { ...draft, value: words };
};

export const trimmedIn = (clause: Clause, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map(d => trimmed(d, clause));
