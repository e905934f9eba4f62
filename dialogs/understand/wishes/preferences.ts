/** Facts -> filters: what a message said, as values of the shop's vocabulary. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { withoutKidsTurnedAway } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { CatalogueWord, SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';
import { pricesTold } from './amounts-told.ts';
import { isToBeGiven } from './celebrated.ts';
import { isPacking } from './packed-in.ts';
import { asksWhatToBring } from './present-asked.ts';
import { isWithoutIdea } from './without-idea.ts';

export interface Taste {
  readonly preferences: readonly StatedPreference[];
  readonly correction: boolean;
  /** 'self', or for whom the message speaks. */
  readonly forWhom: string;
}

export interface TasteInput {
  readonly said: Said;
  /** The whole message, folded. */
  readonly folded: string;
  readonly shop: Shop;
  /** The search under way is for a child already. */
  readonly isStill?: boolean;
}

/** 儿童外套, 有没有男童的雨衣: made for children, whoever they are. */
const childGoods = /(?:儿童|[男女]童)的?(?!节|[能可会用款票])(?=\p{Script=Han})/u;
const asksForChildGoods = (folded: string): boolean => childGoods.test(withoutKidsTurnedAway(folded));

const bothWays =
  /\b(?:any|either|whatever) (?:colou?r|size|brand|material)|colou?r doesn't matter|(?:颜色|尺码|品牌|材质)(?:都|无所谓|随便|不限)/u;
const giftWords = ['gift', 'gifts', 'present', 'presents', '礼物', '礼品', '礼盒'];
const longestQuote = 120;

interface Found {
  readonly slot: FactSlot;
  readonly value: string;
  readonly polarity: 'like' | 'dislike';
  readonly quote: string;
}

export const tasteOf = ({ said, folded, shop, isStill = false }: TasteInput): Taste => {
  const { facts, correction, forWhom } = said;
  const found = facts.flatMap(fact => foundIn(withoutDescribing(fact, facts), facts));
  const isForSomebody = forWhom !== 'self';
  const namesOthers = found.some(
    f => (f.slot === 'category' && !isGift(f, folded)) || (f.slot === 'product' && f.polarity === 'like'),
  );
  const kept = found.filter(f => {
    if (isReproach(f.quote, found)) return false;
    if (f.slot === 'brand' && pointedAt.test(f.quote)) return false;
    if (isPacking(f, found) || (f.slot === 'category' && isOfBox(f, facts))) return false;
    if (forWhom === 'child' && f.slot === 'recipient' && f.value !== 'kids') return false;
    // 送老师的,不是孩子: no child's, where somebody else is named.
    if (f.slot === 'recipient' && f.value === 'kids' && isForSomebody && forWhom !== 'child' && forWhom !== 'kids')
      return !found.some(other => other.slot === 'recipient' && other.value === forWhom);
    // "A gift for dad" asks for no category, nor does "a raffle gift"; only "toys" or "gift ideas" does.
    return !(f.slot === 'category' && isGift(f, folded) && (isForSomebody || namesOthers || isToBeGiven(folded)));
  });
  const isPresent = kept.length < found.length && found.some(f => f.polarity === 'like' && isGift(f, folded));
  const preferences: StatedPreference[] = [];
  for (const f of kept) {
    const twin = preferences.findIndex(p => p.slot === f.slot && p.value === f.value);
    const preference = { ...f, forWhom, confidence: bothWays.test(folded) ? 0.6 : 0.9 };
    // 蜡烛以外的香薰: both are called candles here, and none of those is wished for.
    if (twin >= 0 && f.slot === 'product' && preferences[twin]!.polarity === 'dislike' && isLeftOut(f, folded))
      continue;
    // A rain jacket and no leather ones: the kind itself is wished for, whatever of it is not.
    const isNarrower = twin >= 0 && f.slot === 'category' && preferences[twin]!.polarity !== f.polarity && !correction;
    if (isNarrower && preferences[twin]!.quote !== f.quote) {
      if (f.polarity === 'like') preferences[twin] = preference;
    } else if (twin >= 0) preferences[twin] = preference;
    else preferences.push(preference);
  }
  // "Something for a 5 year old" names nobody, and is a child's all the same; it serves the search and is never kept.
  // Beside something of the body it is no present: "my son has eczema, any cream?".
  const isOfBody = isSensitive(folded) && !/\b(?:gifts?|presents?|birthday|toys?)\b|礼物|生日|玩具/u.test(folded);
  const isForChild = (forWhom === 'child' && !isStill) || asksForChildGoods(folded);
  if (isForChild && !isOfBody && !preferences.some(p => p.slot === 'recipient'))
    preferences.push({
      slot: 'recipient',
      value: 'kids',
      polarity: 'like',
      forWhom: isForSomebody ? forWhom : 'child',
      quote: folded.slice(0, longestQuote),
      confidence: 0.8,
    });
  // "Secret santa" names nobody and no goods: anything that may be given.
  const namesAny = preferences.some(
    p => p.polarity === 'like' && (p.slot === 'recipient' || p.slot === 'category' || p.slot === 'product'),
  );
  if (
    !namesAny &&
    !facts.some(
      f =>
        f.slot === 'product_type' &&
        f.spoken &&
        f.polarity === 1 &&
        !giftWords.some(word => f.value.toLowerCase().endsWith(word)),
    ) &&
    (isPresent ||
      isToBeGiven(folded) ||
      isWithoutIdea(folded) ||
      (isForSomebody && asksForGift.test(folded)) ||
      (asksWhatToBring(folded) && !preferences.some(p => p.slot === 'occasion')))
  )
    preferences.push({
      slot: 'occasion',
      value: 'gift',
      polarity: 'like',
      forWhom,
      quote: folded.slice(0, longestQuote),
      confidence: 0.6,
    });
  if (!isSensitive(folded))
    for (const { values, bound, quote } of pricesTold(facts, shop))
      for (const value of values)
        preferences.push({
          slot: 'budget',
          value,
          polarity: 'like',
          forWhom,
          quote: quote.slice(0, longestQuote),
          confidence: bound === 'around' ? 0.7 : 0.9,
        });
  return { preferences, correction, forWhom };
};

const isLeftOut = ({ polarity }: Found, folded: string): boolean => polarity === 'like' && leavesOut.test(folded);
const leavesOut = /(?:以外|之外)的\p{Script=Han}/u;

/** "A gift for a dog lover", of whom nothing more is known. */
const asksForGift = /\b(?:gift|present)s?\b|礼物|礼品/u;

/** 跳水洼那几个是童鞋吧, "are the Puddlejump ones for kids": a maker by which those of the list are meant. */
const pointedAt =
  /(?:那|这)[几些两]?[个款双件条只]|^(?:are|is|do|does) (?:the|those|these) [a-z' ]{2,24}(?: ones?)\b|\b(?:those|these) [a-z' ]{2,24} ones?\b/u;
/** 龙井礼盒: a box of what else is named. */
const isOfBox = ({ quote, value }: Found, facts: readonly SaidFact[]): boolean =>
  /gift/.test(value) &&
  /礼盒|礼罐/u.test(quote) &&
  facts.some(f => f.slot === 'product_type' && f.polarity === 1 && !/礼盒|礼罐/u.test(f.value));

/** 咖啡豆又不是抹茶, "coffee is not tea": said of an answer that was wrong, and no wish. */
const saysWhatIsNot =
  /^(?!(?:it|that|this|they|these|those|there|i|he|she)\b)(?:the |a |an |your )?[a-z]+(?: [a-z]+)? (?:is|are)(?: not|n't) (?:a |an |any )?[a-z]+(?: [a-z]+)?[.! ]*$|^\p{Script=Han}{1,10}(?:又|根本|可|也)?不是\p{Script=Han}{1,10}[.! ]*$/u;
const namesThing: ReadonlySet<FactSlot> = new Set(['product', 'material']);
const isReproach = (quote: string, found: readonly Found[]): boolean =>
  saysWhatIsNot.test(quote) &&
  new Set(found.flatMap(f => (f.quote === quote && namesThing.has(f.slot) ? [f.value] : []))).size > 1;

const joined = /^(?:的|的那种|[ -])?$/u;
/** 防晒的外套: what describes goods of another shelf asks for none of its own. */
const withoutDescribing = (fact: SaidFact, facts: readonly SaidFact[]): SaidFact => {
  const shelvesOf = ({ meanings }: CatalogueWord): string[] =>
    meanings.flatMap(m => (m.slot === 'category' ? [m.value] : []));
  const describes = (word: CatalogueWord): boolean =>
    word.meanings.some(m => m.slot === 'feature') &&
    facts.some(
      other =>
        other.quote === fact.quote &&
        other.polarity === fact.polarity &&
        other.named.some(
          head =>
            head.start >= word.end &&
            joined.test(fact.quote.slice(word.end, head.start)) &&
            shelvesOf(head).length > 0 &&
            !shelvesOf(head).some(shelf => shelvesOf(word).includes(shelf)),
        ),
    );
  return {
    ...fact,
    named: fact.named.map(word =>
      shelvesOf(word).length > 0 && describes(word)
        ? { ...word, meanings: word.meanings.filter(m => m.slot === 'feature') }
        : word,
    ),
  };
};

/** A fact's canonical values; a word that is both a category and a kind within it is both. */
const foundIn = (fact: SaidFact, facts: readonly SaidFact[]): Found[] => {
  const polarity = fact.polarity === 1 ? 'like' : 'dislike';
  const quote = fact.quote.trim().slice(0, longestQuote);
  return fact.named.flatMap(word => {
    const { meanings } = word;
    if (polarity === 'dislike' && (isOnlySuch(fact, word) || isOfOneSort(fact, word, facts))) return [];
    if (isNoColour(fact, word) || isPaperItself(fact, word)) return [];
    if (meanings.some(m => m.slot === 'recipient')) {
      const person = meanings.find(m => m.slot === 'recipient')!;
      return fact.slot === 'recipient' && fact.spoken && polarity === 'like' ? [{ ...person, polarity, quote }] : [];
    }
    const [first] = meanings;
    const all = first?.slot === 'category' ? meanings : meanings.slice(0, 1);
    const kinds = all.filter(m => m.slot !== 'category');
    // "No mugs" turns away mugs, not everything for the kitchen; "no green tea" no other tea.
    const named = kinds.filter(
      one => !(one.slot === 'material' && kinds.some(k => k !== one && k.value === one.value)),
    );
    const meant = polarity === 'like' ? all : named.length > 0 ? named : all.slice(0, 1);
    const said = fact.quote.toLowerCase();
    const isAsNamed =
      polarity === 'dislike' &&
      saysNo.test(said.slice(word.start, word.end)) &&
      !deniesIt.test(said.slice(0, word.start));
    return meant.map(({ slot, value }) => ({
      slot,
      value,
      polarity: isAsNamed ? 'like' : isFreeOf(fact, value) ? 'dislike' : polarity,
      quote,
    }));
  });
};

/** "Without perfume", "no caffeine": the no is in the name that the catalogue has for it. */
/** "No non-stick". */
const deniesIt = /\b(?:no|not|without|nothing|any) $|(?:不要|别|不是|没有)$/u;
const saysNo = /^(?:no|not|non|without|un)\b|^[不无没零]/u;

/** "Pens, paper, a notebook", "some nice paper for it": goods, and not what others are made of. */
const paperBehind =
  /^(?: (?:to|for) (?:it|write|draw|writing|drawing|letters)\b| for (?:the|my|her|his) (?:pen|letters)\b|(?= *(?:[,;.!?]|$| (?:and|or)\b)))/;
const paperBefore = /(?:^|[,;] ?|\b(?:and|or|some|any|nice|good|writing|letter|note|more|have|sell|need|meant|want) )$/;
const isPaperItself = ({ quote }: SaidFact, { meanings, start, end }: CatalogueWord): boolean =>
  meanings.some(m => m.slot === 'material' && m.value === 'paper') &&
  quote.toLowerCase().slice(start, end) === 'paper' &&
  paperBefore.test(quote.toLowerCase().slice(0, start)) &&
  paperBehind.test(quote.toLowerCase().slice(end));

/** "He likes dark blue better than black": that one is not asked for. */
const lessLiked =
  /\b(?:than|instead of|prefers? (?:[a-z]+ ){1,3}(?:to|over)|(?:likes?|want) (?:[a-z]+ ){1,3}over) (?:the |a |in )?$|(?<!对)比$/u;
/** 黑眼圈, 紫砂, a "white cast": a colour in the name of something else is none of the goods. */
const isNoColour = (
  { spoken, slot, value, quote, polarity }: SaidFact,
  { meanings, start, end }: CatalogueWord,
): boolean => {
  if (!meanings.every(m => m.slot === 'colour')) return false;
  if (polarity === 1 && lessLiked.test(quote.toLowerCase().slice(0, start))) return true;
  const isOne = end - start === 1 && hasHan(quote);
  if (isOne && /^[茶酒糖醋米豆]/u.test(quote.slice(end))) return true;
  if (/^ (?:cast|residue|film|streaks?|marks?|stains?|noise|patches)\b/.test(quote.toLowerCase().slice(end)))
    return true;
  return (
    spoken &&
    slot !== 'color' &&
    end - start < value.length &&
    (slot === 'feature' || slot === 'other' || (isOne && hasHan(value)))
  );
};

/** "Hates bitter coffee", "no big bags": what is described is turned away, and not all coffee. */
const isOnlySuch = ({ spoken, value }: SaidFact, { meanings, start, end }: CatalogueWord): boolean =>
  (spoken && meanings.some(m => m.slot === 'category') && suchInChinese.test(value)) ||
  (spoken &&
    meanings.some(m => m.slot === 'category' || m.slot === 'product') &&
    /^(?!(?:any|all|the|your|my|more|other|another|these|those|of|in|with|made|drink|eat|wear|use|touch|take|buy)\b)[a-z]{3,}(?:-[a-z]+)? /.test(
      value,
    ) &&
    end - start < value.length - 2 &&
    value.length - (end - start) <= longestTrait);
/** 不要童鞋, 不要高帮鞋: of all shoes these. */
const suchInChinese =
  /^(?:儿?童|女|男|女士|男士|高帮|低帮|长款|短款|厚底|大|小|双肩|单肩|斜挎|手提)\p{Script=Han}{1,3}$/u;
const longestTrait = 20;

/** "No buckwheat tea", 不要防水鞋: what stands before it is turned away, and not all of the kind. */
const isOfOneSort = (fact: SaidFact, { meanings, start }: CatalogueWord, facts: readonly SaidFact[]): boolean => {
  if (!meanings.every(m => m.slot === 'category' || m.slot === 'product')) return false;
  const before = fact.quote
    .toLowerCase()
    .slice(0, start)
    .replace(/(?:的|[ -])$/u, '');
  return facts.some(
    other =>
      other.polarity === -1 &&
      other.quote === fact.quote &&
      (other.named.some(word => word.end === before.length && isTrait(word)) ||
        (other !== fact && other.spoken && other.named.length === 0 && before.endsWith(other.value))),
  );
};
const isTrait = ({ meanings }: CatalogueWord): boolean =>
  meanings.every(m => m.slot === 'feature' || m.slot === 'material' || m.slot === 'occasion' || m.slot === 'colour');

/** "Leather-free" turns leather away; what the catalogue itself calls "fragrance-free" is wished for as it is. */
const isFreeOf = (fact: SaidFact, named: string): boolean =>
  fact.polarity === 1 && /[ -]free$/.test(fact.value) && !/free$/.test(named);

/** A category that only the word "gift" stands for. */
const isGift = (f: Found, whole: string): boolean =>
  f.slot === 'category' &&
  /gift/.test(f.value) &&
  giftWords.some(word => whole.includes(word)) &&
  !/\btoys?\b|玩具|\bplush\b|\bpuzzles?\b|拼图/u.test(whole);
