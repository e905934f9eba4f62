/** Where the shop's own pages answer what the page of a product leaves open. */
import type { Product } from '../../knowledge/domain/product.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { saysOf } from '../../knowledge/retrieval/goods/page-says.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import { mayTellOf } from '../gather/page-for-goods.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { Draft } from './draft.ts';
import { titleNamesKindOf } from './page-answer.ts';

/** "A nice box", of gift wrap: a page that is only found by it says nothing of whether the thing comes with one. */
export const namesThing = ({ passages: [page] }: TurnFacts, thing: string): boolean => {
  const terms = new Set(termsOf(fold(page?.text ?? '')));
  return termsOf(thing).every(term => terms.has(term));
};
export const asMayBe = (draft: Draft): Draft => ({
  ...draft,
  parts: draft.parts.map(part =>
    part.kind === 'answer' ? { ...part, passage: { ...part.passage, hedged: true } } : part,
  ),
});

/** What is asked by its kind is answered by no page that says nothing of that kind: how long coffee keeps, of how it is ground. */
export const mayAnswer = ({ passages: [page], shop }: TurnFacts, asks: readonly Asked[], focus: Product): boolean =>
  page !== undefined &&
  mayTellOf(page, asks, focus, shop) &&
  asks.some(({ kind, words }) => {
    // "Does it charge a phone twice" speaks of no payment.
    if (kind === undefined) return page.article.topic !== 'payment' || ofPaying.test(words);
    return (
      (saysOf(page.text, kind) && (kind !== 'keeping' || titleNamesKindOf(page.article, focus))) ||
      (kind === 'washing' && page.article.topic === 'care')
    );
  });
const ofPaying = /\b(?:pay\w*|paid|card|invoice|instal\w*|money)\b|付|款|分期|发票|钱/u;
