/** What a message says about taste: values of the shop's vocabulary with polarity, for whom, and whether it takes something back. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { FactSlot } from '../../knowledge/domain/shopper.ts';
import { budgetValues } from '../../knowledge/profile/budget.ts';
import { isAboutChild, isSensitive } from '../../knowledge/profile/sensitive.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import type { Mention, Vocabulary } from '../../knowledge/retrieval/vocabulary.ts';
import type { MoneySaid } from './money-said.ts';
import { carriesOn, clauseEnd, corrections, negationsIn, polarityAt, sentenceEnd } from './polarity.ts';
import { sizesIn } from './sizes.ts';

export interface Taste {
  readonly preferences: readonly StatedPreference[];
  readonly correction: boolean;
  /** 'self', or for whom the message speaks. */
  readonly forWhom: string;
}

export interface TasteInput {
  readonly original: string;
  /** The same, folded, its spelling mended. */
  readonly folded: string;
  readonly money: MoneySaid;
  readonly shop: Shop;
  readonly vocabulary: Vocabulary;
  /** Corrects spelling in folded text. */
  readonly correct: (folded: string) => string;
  /** For whom the search under way is; 'self' unless a recipient was named before. */
  readonly forWhom: string;
}

const bothWays =
  /\b(?:any|either|whatever) (?:colou?r|size|brand|material)|colou?r doesn't matter|(?:颜色|尺码|品牌|材质)(?:都|无所谓|随便|不限)/u;
const toSelf = /\b(?:for me|for myself|myself|my own)\b|给我自己|我自己|自己[穿用买喝]/u;

const recipientBefore =
  /(?:\b(?:for|to|from) (?:(?:my|a|an|our|his|her|the|some|dear) ){0,2}(?:\d+[- ]years?[- ]old )?(?:\w+ )?|\b(?:my|our) (?:(?:dear|old|best|little|big|older|younger) )?)$|(?:送|给|帮|替|为|孝敬)(?:我|咱|你|一个|个|一位|我的|咱们)?(?:的|家)?(?:[一二两三四五六七八九十\d]+ ?岁半?的?)?$/u;
const recipientAfter =
  /^(?:'s|s)? ?(?:likes?|loves?|wears?|takes?|prefers?|needs?|wants?|hates?|dislikes?|doesn't|drinks?|is a size|'s)|^(?:喜欢|爱|穿|用|要|喝|不喜欢|讨厌|过?生日|的(?:生日|尺码))/u;
/** The shoe in "my shoe size" is no wish for shoes. */
const ofSize = /^(?: sizes?\b|码)/u;
const giftWords = new Set(['gift', 'gifts', 'present', 'presents', '礼物', '礼品']);

interface Found {
  readonly slot: FactSlot;
  readonly value: string;
  readonly polarity: 'like' | 'dislike';
  readonly quote: string;
}

export const tasteIn = (input: TasteInput): Taste => {
  const { original, folded: whole, money, shop, vocabulary } = input;
  const correction = corrections.test(whole);
  const found: Found[] = [];
  let recipient: string | undefined;
  let carried = false;
  // A sentence that tells of health, faith and the like gives nothing at all: no wish is worth keeping its words.
  const speakable = original.split(sentenceEnd).filter(sentence => !isSensitive(sentence));
  for (const clause of speakable.flatMap(sentence => sentence.split(clauseEnd)).slice(0, 60)) {
    const folded = input.correct(fold(clause ?? ''));
    if (folded === '') continue;
    const quote = clause.trim().slice(0, 120);
    const negations = negationsIn(folded);
    const inherited = carried && carriesOn.test(folded);
    const sizes = sizesIn(folded);
    const mentions = vocabulary
      .mentions(folded)
      .filter(m => !ofSize.test(folded.slice(m.end)) && !sizes.some(s => m.start < s.end && s.start < m.end));
    const said = { folded, negations, inherited, mentions };
    for (const { value, start, end } of sizes)
      found.push({ slot: 'size', value, polarity: polarityAt(said, start, end), quote });
    for (const mention of compounds(mentions, folded)) {
      const polarity = polarityAt(said, mention.start, mention.end);
      const person = mention.meanings.find(m => m.slot === 'recipient');
      if (person) {
        const named =
          recipientBefore.test(folded.slice(0, mention.start)) || recipientAfter.test(folded.slice(mention.end));
        if (named && polarity === 'like') {
          recipient ??= person.value;
          found.push({ slot: 'recipient', value: person.value, polarity, quote });
        } else if (named) recipient ??= person.value;
        continue;
      }
      const [first, ...others] = mention.meanings;
      const all = first!.slot === 'category' ? [first!, ...others] : [first!];
      const kinds = all.filter(m => m.slot === 'product');
      // "No mugs" turns away mugs, not everything for the kitchen.
      const meanings = polarity === 'like' ? all : kinds.length > 0 ? kinds : [first!];
      for (const { slot, value } of meanings) found.push({ slot, value, polarity, quote });
    }
    carried = negations.length > 0 && found.at(-1)?.polarity === 'dislike';
  }

  const child = isAboutChild(whole);
  const forWhom = child ? 'child' : (recipient ?? (toSelf.test(whole) ? 'self' : input.forWhom));
  const categories = new Set(found.filter(f => f.slot === 'category' && !isGift(f, whole)).map(f => f.value));
  const kept = found.filter(f => {
    if (child && f.slot === 'recipient' && f.value !== 'kids') return false;
    // "A gift for dad" asks for no category; only "toys" or "gift ideas" does.
    if (f.slot === 'category' && isGift(f, whole) && (recipient !== undefined || child || categories.size > 0))
      return false;
    // A correction gives the new value only: what it denies is no dislike.
    if (correction && f.polarity === 'dislike' && found.some(o => o.slot === f.slot && o.polarity === 'like'))
      return false;
    return true;
  });
  const preferences: StatedPreference[] = [];
  for (const f of kept) {
    const twin = preferences.findIndex(p => p.slot === f.slot && p.value === f.value);
    const preference = { ...f, forWhom, confidence: bothWays.test(whole) ? 0.6 : 0.9 };
    if (twin >= 0) preferences[twin] = preference;
    else preferences.push(preference);
  }
  if (!isSensitive(whole)) {
    const quote = original.trim().slice(0, 120);
    for (const bound of latest(money)) {
      for (const value of budgetValues(bound, shop)) {
        preferences.push({
          slot: 'budget',
          value,
          polarity: 'like',
          forWhom,
          quote,
          confidence: bound.bound === 'around' ? 0.7 : 0.9,
        });
      }
    }
  }
  return { preferences, correction, forWhom };
};

/** The last bound of each kind; "around" stands for both ends. */
const latest = ({ bounds }: MoneySaid): MoneySaid['bounds'] => {
  const max = bounds.findLast(b => b.bound === 'max');
  const min = bounds.findLast(b => b.bound === 'min');
  const around = bounds.findLast(b => b.bound === 'around');
  if (max || min) return [min, max].filter(b => b !== undefined);
  return around ? [around] : [];
};

/** A category that only the word "gift" stands for. */
const isGift = (f: Found, whole: string): boolean =>
  f.slot === 'category' &&
  /gift/.test(f.value) &&
  [...giftWords].some(word => whole.includes(word)) &&
  !/\btoys?\b|玩具|\bplush\b|\bpuzzles?\b|拼图/u.test(whole);

/** Of two things side by side the last is the thing: a coffee mug is a mug, 咖啡杯 too. */
const compounds = (mentions: readonly Mention[], folded: string): Mention[] =>
  mentions.flatMap((mention, i) => {
    const next = mentions[i + 1];
    const head = mention.meanings[0]!;
    const adjacent = next && /^[ -]?$/.test(folded.slice(mention.end, next.start));
    const nextHead = next?.meanings.find(m => m.slot === 'category');
    if (head.slot !== 'category' || !adjacent || !nextHead || nextHead.value === head.value) return [mention];
    const rest = mention.meanings.filter(m => m.slot === 'feature' || m.slot === 'colour');
    return rest.length > 0 ? [{ ...mention, meanings: rest }] : [];
  });
