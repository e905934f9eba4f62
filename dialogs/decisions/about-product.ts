/** What is asked of one product or of those shown: its page, yes or no, what there is to choose, how they differ, and why it was shown. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { sentencesOf } from '../../knowledge/retrieval/answers.ts';
import { isConcept } from '../../knowledge/retrieval/concepts.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import { valuesOf } from '../../knowledge/retrieval/product-match.ts';
import { termsOf } from '../../knowledge/retrieval/tokens.ts';
import type { Suggestion } from '../reply.ts';
import type { ChoiceSlot } from '../understand/choice-asked.ts';
import { byDegree } from './degrees.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { listProducts, notSold } from './shopping.ts';

const aboutProduct =
  (aspect: 'details' | 'stock'): Decide =>
  (turn, understanding, facts) => {
    const { choice, degree } = understanding;
    if (degree && facts.listed && facts.listed.length > 1) return byDegree(facts.listed, degree);
    const choosing = choice ? (facts.focus ? [facts.focus] : (facts.listed ?? [])) : [];
    if (choice && choosing.length > 0) return choicesOf(choosing, choice, facts.family ?? []);
    const [first, second] = facts.compared ?? [];
    if (first && second) return compare(first, second);
    if (!facts.focus) {
      if (facts.unsold?.certain) return notSold(facts.unsold.what, facts);
      // "How does this work", and nothing was spoken of: any list would be a guess.
      const pointsAtNothing = understanding.entities.ordinal !== undefined && understanding.preferences.length === 0;
      if (facts.products.length > 0 && !pointsAtNothing) return listProducts(turn, understanding, facts);
      return { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };
    }
    const asked = understanding.asksOf ?? [];
    if (asked.length > 0) return answerOf(facts.focus, asked, facts.family ?? []);
    if (understanding.property !== undefined)
      return saidOf(facts.focus, understanding.property, understanding.language);
    return {
      parts: [{ kind: 'product', product: facts.focus, aspect }],
      offers: 'unprompted',
      memory: { focus: facts.focus.id, failures: 0 },
      suggestions: [...addable(facts.focus), ...suggest('deals')],
    };
  };

/** Yes or no from its attributes; of a colour it doesn't come in, its like that does. */
const answerOf = (product: Product, asked: readonly StatedPreference[], family: readonly Product[]): Draft => {
  const has = (p: Product, wish: StatedPreference): boolean => valuesOf(p, wish.slot)?.includes(wish.value) ?? false;
  const missing = asked.filter(wish => !has(product, wish));
  const others =
    missing.length > 0
      ? family.filter(p => p.id !== product.id && p.stock !== 0 && asked.every(wish => has(p, wish))).slice(0, 3)
      : [];
  const ofColour = asked.some(wish => wish.slot === 'colour');
  return {
    parts: [
      {
        kind: 'product-answer',
        product,
        asked: asked.map(wish => ({ slot: wish.slot, value: wish.value, holds: !missing.includes(wish) })),
        others,
        colours: ofColour
          ? [...new Set([product, ...family.filter(p => p.stock !== 0)].flatMap(p => valuesOf(p, 'colour') ?? []))]
          : [],
      },
    ],
    memory: {
      focus: others[0]?.id ?? product.id,
      failures: 0,
      ...(others.length > 0 ? { shown: others.map(p => p.id) } : {}),
    },
    suggestions: [...addable(others[0] ?? product), ...suggest('deals')],
  };
};

/** What its own page says of it, word for word; nothing is concluded from what it leaves out. */
const saidOf = (product: Product, property: string, language: Language): Draft => {
  const terms = termsOf(fold(property)).filter(term => !isConcept(term));
  const says = (sentence: string): boolean => {
    const has = new Set(termsOf(fold(sentence)));
    return terms.length > 0 && terms.every(term => has.has(term));
  };
  const sentence = sentencesOf(inLanguage(product.description, language)).find(says) ?? null;
  return {
    parts: [{ kind: 'product-says', product, sentence }],
    memory: { focus: product.id, failures: 0 },
    suggestions: [...addable(product), ...suggest(sentence === null ? 'person' : 'deals')],
  };
};

/** Cards of one model in its other forms. */
const formsShown = 4;

/** What each of them comes in; of one product also its like in the other colours or sizes. */
const choicesOf = (products: readonly Product[], slot: ChoiceSlot, family: readonly Product[]): Draft => {
  const [first, second] = products;
  const only = second ? undefined : first;
  const own = (product: Product): readonly string[] =>
    slot === 'brand' ? (product.brand ? [product.brand] : []) : (valuesOf(product, slot) ?? []);
  const isOther = (p: Product): boolean => p.stock !== 0 && own(p).join() !== '' && own(p).join() !== own(only!).join();
  const others = only && own(only).length > 0 ? family.filter(isOther) : [];
  return {
    parts: [
      {
        kind: 'product-choices',
        slot,
        of: products.map(product => ({ product, values: [...new Set([product, ...others].flatMap(own))] })),
        others: others.slice(0, formsShown),
      },
    ],
    memory: {
      failures: 0,
      ...(only ? { focus: only.id } : {}),
      ...(others.length > 0 ? { shown: [only!, ...others].slice(0, formsShown + 1).map(p => p.id) } : {}),
    },
    suggestions: [...(only ? addable(only) : []), ...suggest('deals')],
  };
};

/** Two of them side by side: what each costs, and what one has and the other has not. */
const compare = (first: Product, second: Product): Draft => {
  const by = first.price.minor - second.price.minor;
  const attributes = new Set([...Object.keys(first.attributes), ...Object.keys(second.attributes)]);
  const only = (a: Product, b: Product, attribute: string): readonly string[] =>
    (a.attributes[attribute] ?? []).filter(value => !b.attributes[attribute]?.includes(value));
  return {
    parts: [
      {
        kind: 'comparison',
        products: [first, second],
        cheaper: {
          product: by > 0 ? second.id : first.id,
          by: { minor: Math.abs(by), currency: first.price.currency },
        },
        differs: [...attributes]
          .map(attribute => ({
            attribute,
            first: only(first, second, attribute),
            second: only(second, first, attribute),
          }))
          .filter(d => d.first.length > 0 || d.second.length > 0),
      },
    ],
    memory: { shown: [first.id, second.id], failures: 0 },
    suggestions: suggest('deals'),
  };
};

const addable = (product: Product): Suggestion[] =>
  product.stock === 0 ? [] : [{ kind: 'tap', label: 'add', value: { tap: 'add-to-cart', product: product.id } }];

/** Why it is on the list, from what was asked for and from the model that put it there. */
export const whyProduct: Decide = (_turn, _understanding, facts) =>
  facts.focus && facts.why
    ? {
        parts: [{ kind: 'why-product', product: facts.focus, ...facts.why }],
        memory: { focus: facts.focus.id, failures: 0 },
        suggestions: [...addable(facts.focus), ...suggest('about-me')],
      }
    : { parts: [{ kind: 'which-product' }], suggestions: suggest('recommend') };

export const productDetails: Decide = aboutProduct('details');
export const stock: Decide = aboutProduct('stock');
