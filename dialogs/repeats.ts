/**
 * Nobody is told the same twice running: what a reply only tells is known again by its marks, and where the next one would tell no
 * more, the next likeliest is taken instead, and if there is none, that is said.
 */
import type { Product } from '../knowledge/domain/product.ts';
import { familyOf } from '../knowledge/retrieval/goods/families.ts';
import { wantedIn } from '../knowledge/retrieval/pages/answer-kinds.ts';
import { sentencesOf } from '../knowledge/retrieval/pages/answers.ts';
import { sentenceMarks } from '../knowledge/retrieval/pages/rest-of-page.ts';
import { hasHan } from '../knowledge/retrieval/text/fold.ts';
import { hashText } from '../knowledge/retrieval/text/hash.ts';
import { suggest } from './decisions/draft.ts';
import { askAbout } from './decisions/topics.ts';
import type { ConversationMemory } from './memory.ts';
import type { Reply, ReplyPart } from './reply.ts';
import type { Intent, Turn, Understanding } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';
import { heardMark } from './understand/talk/mood.ts';

/** Told again in other words. */
const saidOtherwise: ReadonlySet<string> = new Set(['same-prices', 'of-me', 'company', 'enough', 'gone']);

/** One form of a model is shown as another: they have one description. */
const modelOf = (product: Product): string => `${familyOf(product)} ${product.price.minor}`;

const told = (...what: readonly unknown[]): string[] => [hashText(what.join('|')).toString(36)];

/** Of a part that only tells something; undefined: it does or asks for something, or stands beside what is told. */
const marksOfPart = (part: ReplyPart): readonly string[] | undefined => {
  switch (part.kind) {
    case 'answer':
      return part.passage.verdict ? undefined : sentenceMarks(part.passage.text);
    case 'page-says-no-more':
      return part.passage.hedged
        ? told(part.kind, part.passage.unsaid, part.passage.article.id)
        : sentenceMarks(part.passage.text);
    case 'products':
      // Whether there are others, or a bigger one, is a question of its own, unless that none measures so is told once more.
      return told(
        part.kind,
        part.relaxed.some(key => key.startsWith('nearest:')) ? undefined : part.ofKind?.asked,
        part.byPrice,
        part.instead?.found.map(one => modelOf(one.product)),
        part.grownUp,
        // What came nearest is found, where it is asked for by its name.
        part.heading === 'nearest',
        ...[...part.found.map(one => modelOf(one.product)), ...part.relaxed].sort(),
        ...part.found.map(one => JSON.stringify(one.reason ?? '')).sort(),
      );
    case 'product-says':
      return part.said.length > 0
        ? told(part.kind, modelOf(part.product), ...part.said)
        : told(part.kind, modelOf(part.product));
    case 'shop-talk':
      return saidOtherwise.has(part.about) ? told(part.kind, part.about) : undefined;
    // That there is nothing for so much, and no other, may be what is asked.
    case 'nothing-found':
      return part.budget || part.others ? undefined : told(part.kind);
    case 'still-queued':
    case 'dont-know':
    case 'unclear':
    case 'which-topic':
    case 'no-cure':
    case 'no-more-to-tell':
    case 'help':
    case 'yours-to-unsubscribe':
      return told(part.kind);
    default:
      return undefined;
  }
};

/** What stands before or behind what is told. */
const beside: ReadonlySet<ReplyPart['kind']> = new Set(['sorry-first', 'goes-back', 'message-cut']);

const marksOf = (parts: readonly ReplyPart[]): readonly string[] => parts.flatMap(part => marksOfPart(part) ?? []);

/** What is said of what was told before is said once, too. */
const inShort = 'in-short';

/** Told in so many words in the reply before. */
export const wasToldLast = (
  kind: ReplyPart['kind'] | typeof inShort,
  { toldLast, turns }: ConversationMemory,
): boolean => toldLast?.at === turns - 1 && told(kind).every(mark => toldLast.marks.includes(mark));

/** With what was told to this very message before, where it asks several things. */
export const toldWith = (
  { toldLast, turns }: ConversationMemory,
  parts: readonly ReplyPart[],
): ConversationMemory['toldLast'] => ({
  at: turns,
  marks: [...(toldLast?.at === turns ? toldLast.marks : []), ...marksOf(parts)],
});

/** Said to what was told, and no question: the same may be told again. */
const acknowledging: ReadonlySet<Intent> = new Set(['thanks', 'goodbye', 'greeting', 'yes', 'no', 'cancel', 'person']);

const asksIfOnly = /\b(?:the|your) only (?:one|ones|kind)\b|只有这|就这一?[款个种]|唯一/iu;
/** Whether it would tell no more than what was told in reply to the message before, which was another one. */
const repeats = (turn: Turn, { intent }: Understanding, reply: Reply, memory: ConversationMemory): boolean => {
  const { toldLast, heard, turns } = memory;
  if (turn.value || toldLast?.at !== turns - 1 || acknowledging.has(intent)) return false;
  // "Is that the only one?", of what was shown as the only one: yes.
  if (asksIfOnly.test(turn.text)) return false;
  if (reply.claim || reply.start || heard?.at(-1) === heardMark(turn.text)) return false;
  const before = new Set(toldLast.marks);
  const marks = reply.parts.filter(part => !beside.has(part.kind)).map(marksOfPart);
  return (
    marks.length > 0 && marks.every(one => one !== undefined && one.length > 0 && one.every(mark => before.has(mark)))
  );
};

/** Of those that were shown. */
const pointing = /[这那](?:个|款|些|双|件|几)|\b(?:this|that|these|those|it|them)\b/iu;

/** 要我自己寄吗, after 什么时候来取件: another question, and the paragraph that answers both is known. */
const hasSameAnswer = ({ plainly }: Understanding, { policy }: ConversationMemory): boolean =>
  plainly?.subject !== undefined && !plainly.hedged && plainly.name !== policy;

/** How else the message may be answered: of another page, with other goods; undefined: no other way. */
const otherwise = (
  { text }: Turn,
  understanding: Understanding,
  { parts }: Reply,
  memory: ConversationMemory,
): Understanding | undefined => {
  if (hasSameAnswer(understanding, memory)) return undefined;
  const [first] = parts;
  if (first?.kind === 'products')
    return first.relaxed.length === 0 && !understanding.unlikeShown && !pointing.test(text)
      ? { ...understanding, unlikeShown: true }
      : undefined;
  const isPage = first?.kind === 'answer' || first?.kind === 'page-says-no-more';
  return isPage && !understanding.askedMeant
    ? { ...understanding, askedMeant: { otherPage: false, named: '' } }
    : undefined;
};

const knowsNothing: ReadonlySet<ReplyPart['kind']> = new Set(['dont-know', 'which-topic', 'unclear', 'nothing-found']);
/** Another answer for certain, and no guess. */
const isAnswer = ({ parts: [first] }: Reply): boolean =>
  first !== undefined &&
  !knowsNothing.has(first.kind) &&
  !(first.kind === 'answer' && first.passage.hedged) &&
  !(first.kind === 'products' && first.relaxed.length > 0);

export interface Decided {
  readonly reply: Reply;
  readonly facts: TurnFacts;
}

/** "Show me all your board games": what was shown is of them. */
const asksForAll =
  /\b(?:show|list|see|give)(?: me)?(?: just)? all\b|列出?(?:来)?(?:你们?家?)?(?:所有|全部)|所有的?[^,，。]{1,8}(?:给我看|列|看看)/u;
/** `again`: reads and decides once more, for the message as it may be meant otherwise. */
export const unrepeated = async (
  { turn, understanding }: { readonly turn: Turn; readonly understanding: Understanding },
  { reply, facts }: Decided,
  memory: ConversationMemory,
  again: (understanding: Understanding) => Promise<Decided>,
): Promise<Reply> => {
  if (facts.conversation.owner !== 'bot' || !repeats(turn, understanding, reply, memory)) return reply;
  if (asksForAll.test(understanding.said ?? '')) return reply;
  const meant = otherwise(turn, understanding, reply, memory);
  const isRefused = understanding.askedMeant?.refused === true;
  if (!meant)
    return noted(
      withoutRepeating(
        reply,
        facts,
        understanding,
        (understanding.askedMeant && !isRefused) || hasSameAnswer(understanding, memory),
      ),
      reply,
    );
  const other = await again(meant);
  const isSame = repeats(turn, meant, other.reply, memory);
  if (!isSame && isAnswer(other.reply)) return other.reply;
  return noted(
    withoutRepeating(reply, other.facts, understanding, isSame || understanding.plainly !== undefined),
    reply,
  );
};

const isOfPages: ReadonlySet<ReplyPart['kind']> = new Set(['answer', 'page-says-no-more']);
const mostTopics = 2;
const nearFrom = 0.25;
const mostShownAgain = 2;

/** Of several sentences those that tell what is asked for: a time, an amount. */
const inShortTo = (said: string, whole: string): { readonly text: string; readonly isOfKind: boolean } => {
  const kinds = wantedIn(said);
  const of = kinds.length === 0 ? [] : sentencesOf(whole).filter(one => kinds.every(kind => kind.test(one)));
  return { text: of.length > 0 ? of.join(hasHan(whole) ? '' : ' ') : whole, isOfKind: of.length > 0 };
};

/** With the marks of what it would have told: the next one is not to tell it either. */
const noted = (reply: Reply, { memory: { toldLast } }: Reply): Reply => ({
  ...reply,
  memory: {
    ...reply.memory,
    toldLast: toldLast && { ...toldLast, marks: [...toldLast.marks, ...marksOf(reply.parts), ...told(inShort)] },
  },
});

/** That there is no more to tell; what is near it is a tap away, and so is a person. `isRight`: it was the answer the first time. */
const withoutRepeating = (
  reply: Reply,
  { passages, memory, answerThreshold }: Pick<TurnFacts, 'passages' | 'memory' | 'answerThreshold'>,
  { said = '', plainly }: Understanding,
  isRight = false,
): Reply => {
  const first = reply.parts.find(part => !beside.has(part.kind));
  if (!first) return reply;
  const isAgain = wasToldLast(inShort, memory);
  if (first.kind === 'yours-to-unsubscribe' && !isAgain)
    return { ...reply, parts: [{ ...first, again: true }], suggestions: suggest('person') };
  // What no page says is named once more.
  if (first.kind === 'page-says-no-more' && first.passage.unsaid !== undefined && !isAgain)
    return { ...reply, parts: [{ ...first, again: true }], suggestions: suggest('person') };
  if (first.kind === 'shop-talk' && !isAgain) return { ...reply, parts: [{ ...first, again: true }] };
  if (first.kind === 'product-says')
    return { ...reply, parts: reply.parts.map(part => (part === first ? { ...first, again: true as const } : part)) };
  if ((first.kind === 'answer' || first.kind === 'page-says-no-more') && !first.passage.hedged) {
    const { text, isOfKind } = inShortTo(said, first.passage.text);
    if (isOfKind || (isRight && (plainly || !isAgain)))
      return {
        ...reply,
        parts: [{ kind: 'page-says-no-more', passage: { ...first.passage, text } }],
        suggestions: suggest('person'),
      };
  }
  const of = first.kind === 'products' ? 'goods' : isOfPages.has(first.kind) ? 'page' : 'rest';
  const isStuck = of === 'rest' || wasToldLast('no-more-to-tell', memory);
  const near = passages
    .filter((one, i, all) => all.findIndex(other => other.article.id === one.article.id) === i)
    .filter(one => of === 'page' && one.article.id !== memory.topic && one.score >= nearFrom * answerThreshold)
    .slice(0, mostTopics);
  return {
    ...reply,
    parts: [
      isStuck ? { kind: 'stuck' } : { kind: 'no-more-to-tell', of, isNear: near.length > 0 },
      // A few are looked at once more.
      ...(first.kind === 'products' && first.found.length <= mostShownAgain && !isStuck
        ? [{ ...first, relaxed: [], heading: 'nearest' as const }]
        : []),
    ],
    suggestions: [
      ...near.map(one => askAbout(one, reply.language)),
      ...(of === 'goods' ? suggest('recommend') : []),
      ...suggest('person'),
    ],
  };
};
