/** Words that are goods by themselves, and a part or a form of goods that are wished for already: 挂钩的, 要礼盒, 内页要方格. */
import { isWorn } from './chinese-listed.ts';
import type { Clause, Draft } from './fact.ts';

const packing = /^(?:礼盒|礼品盒|盒子|礼袋|手提袋|罐装|袋装)$/u;
const ruled = /^(?:方格|横线|点阵|空白)$/u;
const done = /^(?:加绒|充电|电动|磁吸|防水|加厚)$/u;

const asPart = (draft: Draft, { folded, wanted }: Clause): Draft => {
  const words = draft.value ?? folded.slice(draft.start, draft.end);
  if (draft.slot === 'product_type' && wanted.length > 0 && !wanted.includes(words)) {
    if (packing.test(words) || /^的(?:吧|就行|就好|好了|$|[,. ])/u.test(folded.slice(draft.end)))
      return { ...draft, slot: 'feature' };
  }
  if (draft.slot === 'style' && (done.test(words) || (ruled.test(words) && !wanted.some(isWorn))))
    return { ...draft, slot: 'feature' };
  return draft;
};

export const withParts = (clause: Clause, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map(d => asPart(d, clause));
