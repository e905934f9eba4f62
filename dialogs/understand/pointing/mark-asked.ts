/** "Which one is windproof?", 哪个防风: those of the list that are marked so. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Degree } from './degrees.ts';

const longest = 60;
const english =
  /^(?:(?:and|so|ok|okay|but|hm+|well|nice|great|thanks|then)[,. ]+)*which(?: (?:one|pair)|(?: ones?)? of (?:these|them|those|the (?:two|three|four|five)))?(?:'s| is| are| has| have| had| comes? with| would be) (?!not\b|n't)(.{3,36})$/u;
const chinese =
  /^(?:那|请问|嗯|,| )*(?:(?:这|那)[几些两三][个款件双种]?|其中|它们|上面)?(?:里面?|中|当中|里头)?哪(?:一|几)?[个款件双种条只瓶](\p{Script=Han}{2,10}?)(?:功能|效果)?(?:的|吗|呢|啊|呀)*[?!. ]*$/u;
const leads = [/^(?:都)?是/u, /^(?:都|可以|能|会|是)*(?:带|有|可以|能|会)/u];
/** Nothing but what they are marked with. */
const fillers =
  /\b(?:an?|the|any|some|really|actually|fully|also|too|made|in|it|good|please|then|certified|properly|truly|of (?:these|them|those))\b|[?!.,' ]+|[的真完全也是有]/gu;

/** Undefined: nothing of the kind is asked, or none of the list is marked so. */
export const markAsked = (
  folded: string,
  shown: readonly Product[],
  { mentions }: Pick<Vocabulary, 'mentions'>,
): Degree | undefined => {
  if (folded.length > longest || shown.length < 2) return undefined;
  const said = english.exec(folded)?.[1] ?? chinese.exec(folded)?.[1];
  if (said === undefined) return undefined;
  // 哪个是有机的, 哪个是有线的: what stands before it may be part of it.
  for (const words of [said, ...leads.map(lead => said.replace(lead, ''))]) {
    const marks = markIn(words, mentions).filter(mark => shown.some(product => isMarked(product, mark)));
    if (marks.length === 1) return { asked: '', marks };
  }
  return undefined;
};

const isMarked = (product: Product, mark: string): boolean => valuesOf(product, 'feature')?.includes(mark) ?? false;

const markIn = (said: string, mentions: Vocabulary['mentions']): readonly string[] => {
  const [one, ...more] = mentions(said);
  if (!one || more.length > 0) return [];
  const rest = `${said.slice(0, one.start)} ${said.slice(one.end)}`.replace(fillers, '');
  const marks = one.meanings.flatMap(({ slot, value }) => (slot === 'feature' ? [value] : []));
  return rest === '' ? marks : [];
};
