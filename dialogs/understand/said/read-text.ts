/** What a message says clause by clause, as facts not yet settled against each other: the text, or words a shopper only echoed. */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import type { WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { type Token, tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { carriesOn, negationsIn, polarityAt, restarts } from '../text/polarity.ts';
import { catalogueWordsIn, draftOf } from './catalogue-words.ts';
import { isForChild } from './child-goods.ts';
import { readChinese } from './chinese.ts';
import { atPauses } from './chinese-pauses.ts';
import { isComplaint, isLiking, isRefusal } from './chinese-remarks.ts';
import { clauseMark, closers, type Piece, pieces, sentenceMark, trimmed } from './clauses.ts';
import { readEnglish } from './english.ts';
import type { Asked, CatalogueWord, Clause, ClauseRead, Draft } from './fact.ts';
import { priceDrafts } from './prices.ts';
import type { RawFact } from './settled.ts';

const mostClauses = 60;

/** Sentences that touch a private trait yield none; `others`: somebody else is spoken of. */
export const readText = (
  text: Piece,
  input: { readonly asked: Asked; readonly wanted: readonly string[] },
  { vocabulary, catalogue }: { readonly vocabulary: WishVocabulary; readonly catalogue: Vocabulary | undefined },
): { facts: RawFact[]; others: boolean } => {
  const facts: RawFact[] = [];
  const wanted = [...input.wanted];
  let others = false;
  let asked = input.asked;
  let clauses = 0;
  for (const sentence of pieces(text, sentenceMark)) {
    if (isSensitive(sentence.folded)) continue;
    const question = /[?？]\s*$/u.test(sentence.folded) || closers.test(sentence.folded);
    let carried = false;
    let carriedSlots: ReadonlySet<string> = new Set();
    // "She doesn't use pink, purple, orange": the list goes on.
    const listed = /\b(?:(?:don't|doesn't|do not|does not)(?! look\b)|hates?|dislikes?)\b|不喜欢|讨厌/u.test(
      sentence.folded,
    );
    let wishBefore = false;
    let lastQuote: string | undefined;
    for (const piece of pieces(sentence, clauseMark).flatMap(atPauses).map(trimmed)) {
      clauses += 1;
      if (clauses > mostClauses) break;
      const negations = negationsIn(piece.folded);
      const tokens = withoutKind(tokensOf(piece.folded.replace(/['-]/g, ' ')));
      const clause: Clause = {
        ...piece,
        tokens: piece.folded.includes("'") ? tokensOf(piece.folded.replace(/-/g, ' ')) : tokens,
        named: vocabulary.named(tokens),
        negations,
        inherited:
          carried &&
          !restarts.test(piece.folded) &&
          (carriesOn.test(piece.folded) || (negations.length === 0 && wishBefore === false && !hasHan(piece.folded))),
        question,
        sentence: sentence.folded,
        wishBefore,
        asked,
        wanted,
      };
      const read: ClauseRead = isChinese(piece, text, asked) ? readChinese(clause) : readEnglish(clause);
      const drafts = withPrices(clause, read);
      const words = catalogue ? catalogueWordsIn(piece.folded, catalogue) : [];
      const left = words.filter(w => !drafts.some(d => overlaps(d, w)));
      const said = {
        folded: piece.folded,
        negations,
        inherited: clause.inherited && (carriesOn.test(piece.folded) || (listed && goesOn(piece.folded))),
        mentions: [...read.drafts, ...words],
      };
      const quote = piece.cased.slice(0, 200);
      // "Not heavy, green or blue": colours go on with colours alone.
      const inherits = (slot: string): boolean => slot !== 'color' || carriedSlots.has(slot);
      const factOf = (draft: Draft, named: readonly CatalogueWord[], spoken: boolean): RawFact => {
        const isGoods = draft.slot === 'product_type' || draft.slot === 'category';
        const value = draft.value ?? piece.folded.slice(draft.start, draft.end);
        const isLeft = isOtherSide({ folded: piece.folded, draft, value, asked, facts });
        const polarity =
          draft.polarity ??
          (isLeft ||
          polarityAt(inherits(draft.slot) ? said : { ...said, inherited: false }, { ...draft, isGoods }) === 'dislike'
            ? -1
            : 1);
        const slot = polarity === -1 && isPart(draft, value, asked) ? 'feature' : draft.slot;
        const part = polarity === -1 && slot === 'feature' ? value.replace(/^[带有](?=\p{Script=Han}{2})/u, '') : value;
        return { ...draft, slot, polarity, value: part, quote, named, spoken };
      };
      const here = [
        ...drafts.map(d => factOf(d, d.slot.startsWith('price_') ? [] : words.filter(w => overlaps(d, w)), true)),
        ...left.map(w => factOf(draftOf(w), [w], false)),
      ].sort((a, b) => a.start - b.start);
      facts.push(...here);
      for (const fact of here) {
        if (!fact.spoken) continue;
        if (fact.slot === 'recipient' || fact.child || isForChild(fact, fact.value)) others = true;
        if (fact.slot === 'product_type' || fact.slot === 'category') wanted.push(fact.value);
      }
      if (read.drafts.length === 0 && disliked.test(piece.folded))
        facts.forEach((f, i) => {
          const before = f.quote !== piece.cased && sentence.folded.includes(f.quote.toLowerCase());
          if (before && (f.slot === 'brand' || f.slot === 'product_type')) facts[i] = { ...f, polarity: -1 };
        });
      if (
        read.drafts.length === 0 &&
        (isRefusal(piece.folded) || (isUndecided(lastQuote) && isComplaint(piece.folded)))
      )
        for (let i = facts.length - 1; i >= 0 && lastQuote !== undefined && facts[i]!.quote === lastQuote; i--)
          if (refusable.has(facts[i]!.slot)) facts[i] = { ...facts[i]!, polarity: -1 };
      if (read.drafts.length === 0 && isLiking(piece.folded))
        for (let i = facts.length - 1; i >= 0 && lastQuote !== undefined && facts[i]!.quote === lastQuote; i--)
          if (refusable.has(facts[i]!.slot)) facts[i] = { ...facts[i]!, polarity: 1 };
      // 十字的, 还是对开?
      if (question && lastQuote !== undefined && /^还是(?!要|想|买|选|算|觉得|喜欢|不|有点)/u.test(piece.folded)) {
        const weighed = new Set([lastQuote, quote]);
        for (let i = facts.length - 1; i >= 0 && weighed.has(facts[i]!.quote); i--)
          if (facts[i]!.slot !== 'product_type') facts.splice(i, 1);
      }
      lastQuote = here.length > 0 ? quote : lastQuote;
      carried = facts.at(-1)?.polarity === -1 && negations.length + (clause.inherited ? 1 : 0) > 0;
      carriedSlots = new Set(here.filter(fact => fact.polarity === -1).map(fact => fact.slot));
      wishBefore = read.wish;
      if (read.drafts.length > 0) asked = { ...asked, offered: [] };
    }
  }
  return { facts, others };
};

/** 黑色 xl: a figure or a few letters beside Chinese are read as Chinese. */
const isChinese = (piece: Piece, text: Piece, { shopText }: Asked): boolean =>
  hasHan(piece.folded) || (!/[a-z]{4}/.test(piece.folded) && (hasHan(text.folded) || hasHan(shopText)));

/** Neither taken nor asked for: 罐装要用手抠, before 不卫生. */
const isUndecided = (quote: string | undefined): boolean =>
  quote !== undefined && !/吧|一点|要(?!用)|想|就|可以|行|好|来|买|选|有没有|吗|能|支持|[不么没]$|(.)不\1/u.test(quote);

/** 那种花里胡哨的: its 种 begins no 种花. */
const withoutKind = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((t, i) => !(t.text === '种' && /^[那这哪各某]$/u.test(tokens[i - 1]?.text ?? '')));

/** 要带抽屉吗 — 抽屉不要: goods that the shop spoke of as a part of what is wanted. */
const isPart = ({ slot }: Draft, value: string, { shopText }: Asked): boolean => {
  const at = slot === 'product_type' ? shopText.indexOf(value) : -1;
  if (at < 0) return false;
  return (
    /(?:带|需要|加|配|有)[^,;?]{0,8}$/u.test(shopText.slice(0, at)) ||
    /^.{0,2}(?:需要|要吗|要不要)/u.test(shopText.slice(at + value.length))
  );
};

/** A list of what is turned away goes on in a word or two, and asks for nothing. */
const goesOn = (folded: string): boolean =>
  folded.split(' ').length <= 3 &&
  !/^(?:show|give|find|get|i|we|just|please|only|rather|maybe|what|any)\b/.test(folded);

/** "Mesh, leather sticks to my legs": once one side of a choice is taken, what is told of another is why it is left. */
const isOtherSide = ({
  folded,
  draft,
  value,
  asked,
  facts,
}: {
  readonly folded: string;
  readonly draft: Draft;
  readonly value: string;
  readonly asked: Asked;
  readonly facts: readonly RawFact[];
}): boolean => {
  const sides = asked.options.map(side => side.toLowerCase());
  if (sides.length < 2 || !/^(?:the |but |because |as |cause |since )*$/.test(folded.slice(0, draft.start)))
    return false;
  const sideOf = (words: string): number => sides.findIndex(side => side === words || side.startsWith(`${words} `));
  const side = sideOf(value);
  if (side < 0 || !toldOfIt.test(folded.slice(draft.end))) return false;
  return facts.some(f => f.polarity === 1 && ![-1, side].includes(sideOf(f.value)));
};
/** A verb, and no praise. */
const toldOfIt =
  /^(?: (?:one|ones|kind|type|stuff))? (?!(?:is|are|sounds?|looks?|would be|seems?)(?: also| really| very| just)? (?:fine|good|ok|okay|great|nice|lovely|perfect|cool|better)\b|would (?:also )?(?:do|work)|works?\b|too\b|also\b|as well\b)(?:is|are|was|were|would|can|could|will|might|always|never|just|only|[a-z]{3,}s|tends?) /;

/** What a shopper may turn away after naming it. */
const refusable: ReadonlySet<string> = new Set(['color', 'material', 'brand', 'style', 'feature', 'genre', 'author']);

const disliked =
  /\b(?:didn't|did not|don't|do not|never) (?:really )?(?:like|liked|enjoy|work for me)\b(?: (?:it|them|that|those))?$/;

const overlaps = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean => a.start < b.end && b.start < a.end;

/** Amounts of money win over what else their digits may be, but for a measure with its unit. */
const withPrices = (clause: Clause, read: ClauseRead): Draft[] => {
  const prices = priceDrafts(clause, read.wish);
  const measured = read.drafts.filter(
    d =>
      d.slot === 'other' ||
      (d.slot === 'feature' &&
        /\d/.test(d.value ?? '') &&
        !/(?:euros?|dollars?|bucks|pounds?|\$)$/.test(d.value ?? '')) ||
      (d.slot === 'size' && /[a-z寸米升斤克分]$|\d ?[x乘*×] ?\d/u.test(d.value ?? clause.folded.slice(d.start, d.end))),
  );
  const amounts = prices.filter(p => p.value === 'low' || !measured.some(d => overlaps(p, d)));
  return [...read.drafts.filter(d => !amounts.some(p => overlaps(p, d))), ...amounts];
};
