/**
 * What is asked of the thing on the table, or of one that was bought, is answered by its own page where nothing better was found: by no
 * page of the shop that only sounds like it, by no list with that very thing on it, and by no "I don't know" that names nothing.
 */
import type { CatalogueView } from '../knowledge/catalogue.ts';
import type { ProductId } from '../knowledge/domain/ids.ts';
import { inLanguage } from '../knowledge/domain/language.ts';
import type { Product } from '../knowledge/domain/product.ts';
import { type Asked, askedIn } from '../knowledge/retrieval/goods/page-asked.ts';
import { valuesOf } from '../knowledge/retrieval/goods/product-match.ts';
import type { Passage } from '../knowledge/retrieval/pages/passage.ts';
import { fold } from '../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../knowledge/retrieval/text/tokens.ts';
import { boughtMeant } from './gather/bought-meant.ts';
import { mayTellOf } from './gather/page-for-goods.ts';
import type { ConversationMemory } from './memory.ts';
import type { Reply, ReplyPart } from './reply.ts';
import type { Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { hasFormOfQuestion } from './understand/intent/settled-intent.ts';
import { asksApart } from './understand/pointing/compared.ts';
import { accessoryAsked } from './understand/product/accessory-asked.ts';
import { asksWithout } from './understand/product/other-goods.ts';
import { asksIfWithIt, propertyAsked } from './understand/product/property-asked.ts';
import { soldAsked } from './understand/product/sold-asked.ts';
import { asksInShort, asksOfThing, asksOnceMore } from './understand/product/thing-asked.ts';

interface Answered {
  readonly reply: Reply;
  readonly facts: TurnFacts;
}

const mostOnTable = 5;

/** One thing, or those of the list that was shown. */
const onTable = (
  { said = '', entities }: Understanding,
  { focus, orders }: TurnFacts,
  memory: ConversationMemory,
  view: CatalogueView,
): readonly Product[] => {
  const bought = boughtMeant(said, orders, view);
  if (bought) return [bought];
  if (focus && entities.products.length > 0) return [focus];
  // A rule of the shop was told since: what goes on goes on about that.
  const isOfShop = memory.topic !== undefined && view.articles.find(a => a.id === memory.topic)?.topic !== 'care';
  if (entities.products.length > 1 || isOfShop) return [];
  if (focus) return [focus];
  const ids: readonly ProductId[] =
    memory.focus !== undefined ? [memory.focus] : memory.shown.length <= mostOnTable ? memory.shown : [];
  return ids.flatMap(id => view.byId.get(id) ?? []);
};

const besideAnswer: ReadonlySet<ReplyPart['kind']> = new Set(['message-cut', 'sorry-first', 'changed-mind', 'offer']);
const knowsNothing: ReadonlySet<ReplyPart['kind']> = new Set([
  'dont-know',
  'which-topic',
  'unclear',
  'part-unknown',
  'which-product',
]);

const modelOf = ({ description: { en, zh }, price }: Product): string => `${en ?? zh} ${price.minor}`;

/** No answer to it: another thing, the thing itself once more, or nothing. */
const isNoAnswer = (
  part: ReplyPart,
  on: readonly Product[],
  asks: readonly Asked[],
  { said = '', ...understanding }: Understanding,
  { shop, memory }: TurnFacts,
): boolean => {
  if (knowsNothing.has(part.kind)) return true;
  switch (part.kind) {
    case 'answer':
      return (
        !part.passage.verdict &&
        ((mayDoubt(part.passage, said) && !on.some(one => mayTellOf(part.passage, asks, one, shop))) ||
          isHedged(part.passage))
      );
    case 'page-says-no-more':
      return part.passage.unsaid !== undefined || part.passage.hedged === true;
    case 'not-sold':
      return accessoryAsked(said) !== undefined;
    case 'products': {
      const known = new Set(on.map(modelOf));
      const isOfKind = asks.some(({ kind }) => kind !== undefined);
      const isWished = understanding.preferences.some(
        ({ slot }) => ofOthers.has(slot) && !(isOfKind && slot === 'recipient'),
      );
      // "Just cream", 上班背的 能放电脑吗: goods are turned away, or some of the table are left by what is asked.
      const isChosen =
        understanding.preferences.some(({ slot, polarity }) => ofKinds.has(slot) && polarity === 'dislike') ||
        (part.relaxed.length === 0 && new Set(part.found.map(({ product }) => modelOf(product))).size < known.size);
      const isBefore = on.every(
        ({ id }) => id === memory.focus || [...memory.shown, ...(memory.seen ?? [])].includes(id),
      );
      // That none is said to measure so is told.
      const isMissed = part.relaxed.some(key => key.startsWith('nearest:'));
      return (
        isBefore &&
        !isMissed &&
        !isWished &&
        !isChosen &&
        !understanding.unlikeShown &&
        !wantsAnother.test(said) &&
        part.found.every(({ product }) => known.has(modelOf(product)))
      );
    }
    default:
      return false;
  }
};
/** What is told for certain is left, but for the care of other goods, and of parts where something is asked to come with it. */
const mayDoubt = ({ article }: Passage, said: string): boolean =>
  article.topic === 'care' || accessoryAsked(said) !== undefined;
const isHedged = ({ hedged, article }: Passage): boolean => hedged === true && article.topic !== 'sizes';
/** 有没有短一点的, 有大一点的吗, "got a smaller one": of those that are not on the table. */
const wantsAnother =
  /有没有(?:\p{Script=Han}){1,12}的\p{Script=Han}{1,4}|卖不卖|有卖|有没有卖|(?:再|另外|想)?配[个只套]|\b(?:do|have) (?:you|u) (?:have |got |sell |stock )?(?:any|some|one)\b|有没有(?:\p{Script=Han}){1,10}的(?:吗|么|呢)?[?!. ]*$|有(?:更\p{Script=Han}{1,3}|\p{Script=Han}{1,3}一?[点些])的(?:吗|么|没有?)?[?!. ]*$|\b(?:have|got|any|is there) (?:an? )?(?:[a-z]+er|other|more) (?:one|version)?/u;
/** A wish for others than the one on the table. */
const ofOthers: ReadonlySet<string> = new Set(['colour', 'size', 'budget', 'brand', 'recipient']);

const ofKinds: ReadonlySet<string> = new Set(['product', 'category']);

/** Goods of another kind are spoken of. */
const namesOthers = ({ preferences }: Understanding, on: readonly Product[]): boolean =>
  preferences.some(
    ({ slot, value, polarity }) =>
      ofKinds.has(slot) && polarity === 'like' && !on.some(one => valuesOf(one, slot)?.includes(value)),
  );

/** Whatever is understood of a message that is about no thing. */
const isOfSomethingElse = ({
  plainly,
  trouble,
  own,
  claims,
  delivery,
  sum,
  advice,
  degree,
  compares,
  cheaper,
  ofKind,
  likeShown,
  ordered,
  checks,
  shopTalk,
}: Understanding): boolean =>
  [plainly, trouble, own, claims, delivery, sum, advice, degree, ordered, checks, shopTalk].some(
    one => one !== undefined,
  ) || [compares, cheaper, ofKind, likeShown].some(Boolean);

/** "Or do I have to buy it", 要另外买吗, 送线轴不: what comes with it, and nothing is bought or sent. */
const withIt =
  /\b(?:do|must|should|would|will) (?:i|we) (?:have to |need to )?(?:buy|get|order) (?:it|that|one|them|those|any|some)?\b|\bhave to buy\b|\b(?:sold|bought) separately\b|(?:要|得|需要)(?:不要)?(?:另外|单独|自己|额外)(?:再)?[买配]|^送(?=\p{Script=Han}{1,4}(?:吗|么|不)[?!. ]*$)(?!货|到|上门|礼)/gu;
/** "Do I need batteries or anything else for it", and none is asked for. */
const needsIt = (said: string): boolean =>
  accessoryAsked(said) !== undefined && !/\b(?:do|have) (?:you|u) (?:have|sell|got|stock)\b|有卖|卖不卖/u.test(said);
const isOfThing = (said: string): boolean => {
  const bare = said.replace(withIt, ' ');
  // 还是要另外买, behind what it asks of.
  if (bare !== said && !/\p{L}{2}/u.test(bare.replace(/还是|吗|么|呢|\b(?:or|and|is|do|i)\b/gu, ' ')))
    return accessoryAsked(said) !== undefined;
  return asksOfThing(bare) || (asksInShort(bare) && hasFormOfQuestion(said)) || asksOnceMore(said) || needsIt(said);
};

/** How the message is read again, as a question of that thing; undefined: it was answered, or asks none. */
export const ofTable = (
  { turn, understanding }: { readonly turn: Turn; readonly understanding: Understanding },
  { reply, facts }: Answered,
  memory: ConversationMemory,
  view: CatalogueView,
): Understanding | undefined => {
  const { said = '', language, entities } = understanding;
  if (turn.value || facts.conversation.owner !== 'bot' || reply.claim || reply.start) return undefined;
  if (isOfSomethingElse(understanding) || asksApart(said) || ofWorld.test(said)) return undefined;
  if (soldAsked(said) !== undefined || asksWithout(said)) return undefined;
  const told = reply.parts.filter(({ kind }) => !besideAnswer.has(kind));
  if (told.length === 0) return undefined;
  const on = onTable(understanding, facts, memory, view);
  const [only, ...others] = on;
  if (!only || namesOthers(understanding, on)) return undefined;
  const isBought = boughtMeant(said, facts.orders, view) !== undefined;
  if (!isBought && !isOfThing(said)) return undefined;
  const own = new Set(termsOf(fold(inLanguage(only.name, language))));
  const thing = accessoryAsked(said);
  const inWords = askedIn(said, own);
  const asked =
    thing === undefined || inWords.some(({ kind }) => kind !== undefined)
      ? inWords
      : [{ words: thing, terms: termsOf(thing) }];
  const asks: readonly Asked[] = asked.length > 0 ? asked : [{ words: '', terms: [nothingInParticular] }];
  // Of a whole list nothing is said to what cannot be named.
  const ofKind = asked.some(({ kind }) => kind !== undefined);
  if (others.length > 0 && (asked.length === 0 || (!ofKind && ofSizes.test(said)))) return undefined;
  if (!told.every(part => isNoAnswer(part, on, asks, understanding, facts))) return undefined;
  const property = asksIfWithIt(said) ? (thing ?? propertyAsked(said)) : undefined;
  const { ordinal: _, ...rest } = entities;
  const {
    ofGoods: _ofGoods,
    askedMeant: _askedMeant,
    goods: _goods,
    choice: _choice,
    asksOf: _asksOf,
    offFocus: _offFocus,
    property: _property,
    ofEach: _ofEach,
    ...known
  } = understanding;
  return {
    ...known,
    intent: 'product-details',
    confidence: 1,
    preferences: [],
    wishes: [],
    told: [],
    ...(others.length === 0
      ? { entities: { ...rest, products: [only.id] }, asks, ...(property === undefined ? {} : { property }) }
      : { entities: { ...rest, products: [] }, ofEach: asks }),
  };
};
/** That what it may need is not sold here is told behind it. */
export const withUnsold = <Decided extends { readonly reply: Reply }>(decided: Decided, before: Reply): Decided => {
  const unsold = before.parts.flatMap(part =>
    part.kind === 'not-sold' ? [{ ...part, nearest: false, beside: true as const }] : [],
  );
  const { reply } = decided;
  return unsold.length === 0 ? decided : { ...decided, reply: { ...reply, parts: [...reply.parts, ...unsold] } };
};

/** "What year did the Titanic sink": asked of the world, and of no thing. */
const ofWorld =
  /^(?:(?:so|ok|and|hey|btw|by the way)[, ]+)*(?:what(?:'s| is| was) the (?:tallest|biggest|largest|highest|longest|fastest|capital|population|square root|weather)\b|(?:in )?(?:what|which) year\b|who (?:is|was|won|wrote|invented|discovered|painted)\b|when (?:did|was) (?!(?:it|this|that|they|these|my)\b)|(?:can you )?explain how\b)|^(?:世界上?|历史上|全国|全球).{0,8}最|哪一?年|谁(?:发明|写|画)|的首都|^解释一下/u;
const ofSizes = /[几大多]码|码数|\bsizes?\b/u;
/** No term of any page. */
const nothingInParticular = '_';
