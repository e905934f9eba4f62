import type { Language } from '../../knowledge/domain/language.ts';
import { askedIn } from '../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays, saysOf } from '../../knowledge/retrieval/goods/page-says.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Suggestion } from '../reply.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { asksToTick } from '../understand/cart/wrap-in-sum.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { asksOfWorld } from '../understand/talk/world-asked.ts';
import { askedOfOwn } from './asked-of-own.ts';
import { withClaim } from './claims.ts';
import { deliveryOfCart } from './delivery-of-cart.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { eachSays } from './each-says.ts';
import { healthAsked } from './health-asked.ts';
import { notSold } from './not-sold.ts';
import { besideOrder } from './order-beside-rule.ts';
import { answered, saidAll, spokenFrom, unanswered } from './page-answer.ts';
import { saidOf } from './page-says.ts';
import { listProducts } from './shopping.ts';
import { askAbout } from './topics.ts';

/** What may be meant, said as that, with the next topics and a person beside it; null: nothing is near enough. */
const likely = (facts: TurnFacts, language: Language): Draft | null => {
  const { passages } = facts;
  const [passage, ...others] = passages;
  if (!passage?.hedged || passages.some(p => p.asked !== undefined)) return null;
  if (passage.again) return saidAll(passage, facts);
  const next = others.filter(p => p.article.id !== passage.article.id).slice(0, 2);
  return {
    parts: [{ kind: 'answer', passage, others: [] }],
    suggestions: [...next.map(p => askAbout(p, language)), ...suggest('person')],
    memory: spokenFrom(passage, facts, [passage]),
  };
};

/** What is a little near is offered as the nearest; below it, naming a page would be a guess. */
const nearFrom = 0.25;
const nearestOf = (facts: TurnFacts): Passage[] =>
  facts.passages.filter(p => p.score >= nearFrom * facts.answerThreshold).slice(0, 2);

/** Less is enough to ask whether it is meant. */
const askFrom = 0.16;
const mostTopics = 3;
/** Topics a message that was not understood may be about, each once. */
const perhapsAbout = (facts: TurnFacts): Passage[] =>
  facts.passages
    .filter((p, i, all) => all.findIndex(other => other.article.id === p.article.id) === i)
    .filter(p => p.score >= askFrom * facts.answerThreshold)
    .slice(0, mostTopics);

/** The topics it may be about, to be tapped. */
const whichTopic = (asked: string, about: readonly Passage[], facts: TurnFacts, language: Language): Draft =>
  missed(
    facts,
    {
      ...say({ kind: 'which-topic', about: about.map(p => p.article) }),
      effects: [unanswered(asked, nearestOf(facts))],
    },
    about.map(p => askAbout(p, language)),
  );

/** The third miss in a row is another answer than the first two: what can be done instead, a person first. */
const missed = (facts: TurnFacts, draft: Draft, taps: readonly Suggestion[] = []): Draft => {
  const memory = { failures: facts.memory.failures + 1 };
  return facts.memory.failures >= 2
    ? {
        ...draft,
        parts: [{ kind: 'stuck' }],
        suggestions: [...suggest('person'), ...taps],
        memory,
      }
    : { ...draft, suggestions: [...(taps.length > 0 ? taps : suggest('help')), ...suggest('person')], memory };
};

/** Such goods; that they are what was asked is said only where it was read as a wish which they meet. */
/** "Is oolong stronger than green tea": which sort is more so is told by no mark of either. */
const holdsSorts = /\b(?:more|less|[a-z]+er) (?:[a-z]+ )?than (?!\d|[¥$])|比\p{Script=Han}{1,6}(?:更|还|要)/u;
const mostQuoted = 3;
/** 保温杯保温多久, of the few that there are: what their pages say of it. */
const onTheirPages = ({ said = '', language }: Parameters<Decide>[1], facts: TurnFacts): Draft | undefined => {
  const asks = askedIn(said).filter(one => one.kind);
  const products = facts.products.map(found => found.product);
  const [only, ...others] = products;
  if (asks.length === 0 || !only || products.length > mostQuoted || facts.unsold) return undefined;
  const saying = products.filter(product => pageSays(product, asks, language).said.length > 0);
  if (saying.length === 0) return undefined;
  return others.length === 0 ? saidOf(only, pageSays(only, asks, language)) : eachSays(products, asks, facts, language);
};
const goodsAsked: Decide = (turn, understanding, facts) => {
  const list = listProducts(turn, understanding, facts);
  const said = onTheirPages(understanding, facts);
  if (said) return said;
  const isMet = understanding.preferences.some(
    p => told.has(p.slot) && p.polarity === 'like' && !facts.relaxed.includes(`${p.slot}:${p.value}`),
  );
  if ((isMet && !holdsSorts.test(understanding.said ?? '')) || facts.unsold || facts.relaxed.includes('text'))
    return list;
  return {
    ...list,
    parts: list.parts.map(part => (part.kind === 'products' ? { ...part, heading: 'unsaid' as const } : part)),
  };
};
/** What a page says of goods in words of its own. */
const told: ReadonlySet<string> = new Set(['feature', 'material', 'colour', 'size', 'occasion']);

const ofLaterPrices = 'price-later';
/** Nobody knows tomorrow's price: today's is told, and what there is for whoever buys before it falls. */
const withPriceNow = (facts: TurnFacts, fromKnowledge: Draft | null): Draft => ({
  ...fromKnowledge,
  parts: [{ kind: 'price-now', product: facts.focus ?? facts.spokenOf ?? null }, ...(fromKnowledge?.parts ?? [])],
});

/** No page tells what to do with a thing that does not work; the ways there are, each a tap away. */
const unsolved: Draft = {
  parts: [{ kind: 'no-cure' }],
  suggestions: [
    {
      kind: 'ask',
      label: { en: 'Warranty', zh: '怎么申请保修' },
      text: { en: 'How do I make a warranty claim?', zh: '怎么申请保修？' },
    },
    ...suggest('start-return', 'person'),
  ],
  memory: { failures: 0 },
};

/** Of goods that were named, a page that is near says less than the goods' own pages; only one without doubt comes first. */
const beyondGoods = 0.9;

/** Whether it may go to somebody else, by the page that says what such a parcel holds. */
const sentToOthers = (
  { plainly, said = '' }: Parameters<Decide>[1],
  { passages: [first] }: TurnFacts,
): Draft['parts'] =>
  plainly?.name === 'gift-straight' && !ofPrice.test(said) && ofOthers.test(first?.text ?? '')
    ? [{ kind: 'to-others' }]
    : [];
const ofOthers =
  /\b(?:another|other|different) (?:name|address|person)\b|\b(?:somebody|someone) else\b|别人|他人|对方/iu;
const ofPrice =
  /\b(?:prices?|costs?|paid|receipt|invoice|bill|slip|tag)\b|价|单子|小票|清单|账单|金额|多少钱|花了|购物单|发货单/u;

const yoursToTick = { kind: 'yours-to-tick' } as const;

const answerTo: Decide = (turn, understanding, facts) => {
  const own = askedOfOwn(turn, understanding, facts);
  if (own) return own;
  if (understanding.plainly?.name === 'unsubscribe') {
    const page = facts.passages[0]?.again ? null : answered(facts);
    return {
      ...page,
      parts: [{ kind: 'yours-to-unsubscribe' }, ...(page?.parts ?? [])],
      suggestions: suggest(...(facts.shopper.consent.personalOffers ? (['opt-out'] as const) : []), 'person'),
    };
  }
  if (understanding.ofGoods === 'health') return healthAsked(understanding, facts);
  if (understanding.trouble === 'still') return unsolved;
  const ofGoods = understanding.ofGoods === 'property' && facts.products.length > 0;
  const fromKnowledge = !ofGoods || (facts.passages[0]?.score ?? 0) >= beyondGoods ? answered(facts) : null;
  if (understanding.plainly?.name === ofLaterPrices) return withPriceNow(facts, fromKnowledge);
  if (fromKnowledge) {
    const told = withClaim(turn, understanding, facts, fromKnowledge);
    const wrap = understanding.plainly?.name === 'gift-wrap' && asksToTick(turn.text) ? [yoursToTick] : [];
    const toOthers = sentToOthers(understanding, facts);
    // What the page says beside it was told a moment ago.
    const page = toOthers.length > 0 && facts.passages[0]?.again ? [] : told.parts;
    return { ...told, parts: [...wrap, ...toOthers, ...page, ...deliveryOfCart(understanding, facts)] };
  }
  const perhaps = likely(facts, understanding.language);
  // What a page says near it is no cure; what can be done about it is.
  if (understanding.trouble && !(perhaps && understanding.plainly)) return unsolved;
  const about = perhapsAbout(facts);
  // "My jacket came and it's huge" names goods, and asks for none.
  if (facts.unsold?.certain && (facts.unsold.asked || about.length === 0)) return notSold(facts.unsold.what, facts);
  // Of goods that were named something is known; what a page may mean is less.
  if (ofGoods) return goodsAsked(turn, understanding, facts);
  // Asked of a product: its own page, before one of the shop's that is only near.
  const ofThing =
    facts.focus && understanding.asks ? pageSays(facts.focus, understanding.asks, understanding.language) : undefined;
  if (ofThing && ofThing.said.length > 0) return saidOf(facts.focus!, ofThing);
  // What is asked of it by its kind is answered by no page that is only near and tells nothing of that kind.
  const isBeside =
    ofThing !== undefined &&
    (understanding.asks ?? []).every(({ kind }) => kind && !saysOf(facts.passages[0]?.text ?? '', kind));
  if (perhaps && !isBeside) return withClaim(turn, understanding, facts, perhaps);
  if (ofThing) return saidOf(facts.focus!, ofThing);
  const nearest = nearestOf(facts);
  if (facts.unsold && about.length === 0) return notSold(facts.unsold.what, facts);
  if (nearest.length === 0 && about.length > 0) return whichTopic(turn.text, about, facts, understanding.language);
  const draft = {
    ...say({ kind: 'dont-know', nearest: nearest.map(p => p.article) }),
    effects: [unanswered(turn.text, nearest)],
  };
  return missed(
    facts,
    draft,
    nearest.map(p => askAbout(p, understanding.language)),
  );
};

export const question: Decide = besideOrder(answerTo);

/** Not understood: the shop's knowledge may still hold the answer, or the words may name something it sells. */
export const unclear: Decide = (turn, understanding, facts) => {
  if (understanding.trait)
    return { parts: [{ kind: 'what-for' }], suggestions: suggest('recommend', 'person'), memory: { failures: 0 } };
  if (facts.unsold && (facts.unsold.asked || facts.unsold.known)) return listProducts(turn, understanding, facts);
  const fromKnowledge = answered(facts);
  if (fromKnowledge) return fromKnowledge;
  const named = namesSomething(understanding) && !asksOfWorld(understanding.said ?? '');
  if (facts.products.length > 0 && named) return listProducts(turn, understanding, facts);
  // A few words that ask nothing have no page to be guessed.
  const asks = isAsked(understanding.said ?? '');
  const perhaps = asks ? likely(facts, understanding.language) : null;
  if (perhaps) return perhaps;
  const about = asks ? perhapsAbout(facts) : [];
  if (about.length > 0) return whichTopic(turn.text, about, facts, understanding.language);
  const effects = termsOf(fold(turn.text)).length > 1 ? [unanswered(turn.text, nearestOf(facts))] : [];
  return missed(facts, { ...say({ kind: 'unclear', suggestions: ['recommend', 'order-status', 'deals'] }), effects });
};

const saysMuch = { han: 9, words: 6 };
const isAsked = (said: string): boolean =>
  said === '' ||
  hasFormOfQuestion(said) ||
  (hasHan(said)
    ? said.replace(/[^\p{L}\p{N}]/gu, '').length >= saysMuch.han
    : said.split(/\s+/).length >= saysMuch.words);

/** Of a message that was not understood: a thing, or a maker; whom it is for or a number alone is no wish. */
const namesSomething = (understanding: Understanding): boolean =>
  understanding.entities.products.length > 0 ||
  understanding.preferences.some(p => p.slot === 'category' || p.slot === 'product' || p.slot === 'brand') ||
  understanding.preferences.length > 1;
