/** What a message says about taste: values of the shop's vocabulary with polarity, for whom, and whether it takes something back. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { FactSlot } from '../../knowledge/domain/shopper.ts';
import { budgetValues } from '../../knowledge/profile/budget.ts';
import { isAboutChild, isSensitive } from '../../knowledge/profile/sensitive.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import type { Mention, Vocabulary } from '../../knowledge/retrieval/vocabulary.ts';
import type { MoneySaid } from './money-said.ts';
import { sizesIn } from './sizes.ts';

export interface Taste {
  readonly preferences: readonly StatedPreference[];
  readonly correction: boolean;
}

export interface TasteInput {
  readonly original: string;
  readonly money: MoneySaid;
  readonly shop: Shop;
  readonly vocabulary: Vocabulary;
  /** Corrects spelling in folded text. */
  readonly correct: (folded: string) => string;
  /** For whom the search under way is; 'self' unless a recipient was named before. */
  readonly forWhom: string;
}

const clauseEnd =
  /(?<!\d)[.,](?!\d)|(?<=\d)[.,](?=\s|$)|(?<=\d),(?=\p{Script=Han})|[;!?。，；！？、\n]|(?<!\b(?:anything|everything|nothing|all|any) )\bbut\b|但是|可是|不过|(?=而是)/u;

const sentenceEnd = /(?<!\d)\.(?=\s|$)|[;!?。；！？\n]/u;

const negators =
  /\b(?:not(?! only| sure| just| bad)|no(?! problem| longer| idea| preference| matter)|don't (?:want|like|need|do|wear|buy|use|show|give|recommend|suggest|care for)|do not (?:want|like|need|wear|buy|show|recommend)|doesn't (?:like|want|wear|drink|use)|does not (?:like|want)|didn't (?:want|mean|say)|isn't|aren't|never|nothing(?: in| with| made of)?|without|avoid|except(?: for)?|excluding|exclude|anything but|everything but|other than|apart from|besides|instead of|rather than|hates?|dislikes?|detests?|loathes?|can't stand|cannot stand|cant stand|dont (?:want|like)|not a fan of|not into|sick of|tired of|skip|free of|less)\b|不要|不喜欢|不想要|不想买|不想看|不爱|不买|不穿|不用|不吃|不喝|不能有|不含|不带|别给我|别推荐|别看|别要|别|讨厌|反感|受不了|拒绝|避开|除了|除去|排除|不是|非(?!常)|不太喜欢|不怎么喜欢|不考虑|不接受|没兴趣/gu;
const scopeEnd =
  /\b(?:but|instead(?! of)|just|only|i want|i like|i meant|rather(?! than)|make it|yes)\b|而是|但|就要|只要|(?<![不别想])要(?!么)|(?<!不)是|改成|换成|更喜欢|(?<!不)喜欢(?=.)/u;
const negatedAfter =
  /^(?:的|色|色的|款)?(?:就|都|也)?(?:不要|不行|不喜欢|除外|不考虑|免了|不想要|不爱|不穿)|^ (?:is|are) (?:out|a no|a no-go|not for me|not my thing|off the table)|^[- ]free\b/u;
/** 不要红色的跑鞋: what stands before 的 is turned away, the thing it describes is not. */
const describing = /^的(?![和或跟与及、]|$)/u;
const carriesOn = /^\s*(?:or|nor|and no|or any)\b|\bor\b|^\s*(?:还有|以及|和|或)/u;

const corrections =
  /\b(?:actually|i meant|i mean|sorry|scratch that|make (?:it|that)|correction|let me correct|change (?:it|that|my \w+) to|wait|oops|my mistake|on second thought|not anymore|no longer|i misspoke|that's wrong)\b|^no,|说错了|我是说|我的意思是|应该是|改成|换成|改为|更正|其实(?:是|我|要|想)?|不对|搞错|写错|打错|口误|不是.{1,10}?[,，、 ]?(?:而)?(?:是|要)|记错/u;

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
  const { original, money, shop, vocabulary } = input;
  const whole = input.correct(fold(original));
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
    const negations = [...folded.matchAll(negators)].map(m => ({ start: m.index, end: m.index + m[0].length }));
    const inherited = carried && carriesOn.test(folded);
    const polarityAt = (start: number, end: number): 'like' | 'dislike' => {
      if (negatedAfter.test(folded.slice(end))) return 'dislike';
      const before = negations.findLast(n => n.end <= start);
      if (!before) return inherited ? 'dislike' : 'like';
      if (scopeEnd.test(folded.slice(before.end, start))) return 'like';
      const described = mentions.some(
        m => m.start >= before.end && m.end < start && describing.test(folded.slice(m.end)),
      );
      return described ? 'like' : 'dislike';
    };
    const sizes = sizesIn(folded);
    const mentions = vocabulary
      .mentions(folded)
      .filter(m => !ofSize.test(folded.slice(m.end)) && !sizes.some(s => m.start < s.end && s.start < m.end));
    for (const { value, start, end } of sizes)
      found.push({ slot: 'size', value, polarity: polarityAt(start, end), quote });
    for (const mention of compounds(mentions, folded)) {
      const polarity = polarityAt(mention.start, mention.end);
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
  return { preferences, correction };
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
