/** What of a message is noted of the shopper. The search goes by the rules alone, whatever is learned. */
import { isAboutChild, isBodyTrait, isSensitive, isTellingGoods } from '../../../knowledge/profile/sensitive.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { SaidFact } from '../said/fact.ts';
import { type FactNoter, mostNoted } from '../said/noted.ts';
import type { Said } from '../said/said.ts';

export interface NotedOf {
  /** As the rules read it. */
  readonly heard: Said;
  /** The same in its place: without what is had already, and so on. */
  readonly told: Said;
  /** What was read. */
  readonly text: string;
  /** The whole message. */
  readonly original: string;
  /** How many the shopper sent before it. */
  readonly turns: number;
}

/** Where a message touches a private trait or a child, or is taken in another way than it was read, what the rules say. */
export const notedOf = (
  { heard, told, text, original, turns }: NotedOf,
  noter: FactNoter | undefined,
): readonly SaidFact[] => {
  if (!noter || turns >= mostNoted || !isAsHeard(heard, told) || heard.forWhom === 'child' || isPrivate(original))
    return told.facts;
  return noter({
    text,
    language: hasHan(text) ? 'zh' : 'en',
    shopText: '',
    first: turns === 0,
    for: heard.for,
    correction: heard.correction,
    facts: told.facts.filter(fact => fact.spoken),
  });
};

const isAsHeard = (heard: Said, told: Said): boolean =>
  heard.facts.length === told.facts.length && heard.facts.every((fact, i) => fact === told.facts[i]);

const isPrivate = (original: string): boolean => {
  const folded = fold(original);
  return isSensitive(folded) || isBodyTrait(folded) || isTellingGoods(folded) || isAboutChild(folded);
};
