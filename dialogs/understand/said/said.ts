/**
 * What a message wishes for, without any catalogue: slot, value in the shopper's own words, polarity, for whom. The one
 * reader of wishes: the catalogue's canonical preferences, the profile and the evaluation all start from it.
 */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import {
  createWishVocabulary,
  type OwnNames,
  type WishSlot,
  type WishVocabulary,
} from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { evenOut, hasHan } from '../../../knowledge/retrieval/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/tokens.ts';
import { type MoneySaid, moneyIn } from '../money-said.ts';
import { carriesOn, clauseEnd, corrections, negationsIn, polarityAt } from '../polarity.ts';
import { readAsked } from './asked.ts';
import { readChinese } from './chinese.ts';
import { readEnglish } from './english.ts';
import type { Asked, Clause, ClauseRead, Draft, SaidFact } from './fact.ts';
import { lowPriceIn, pricesIn } from './prices.ts';

export interface SaidInput {
  readonly text: string;
  /** What the shop said since the shopper's last message; empty for an opening. */
  readonly shopSaid: string;
  /** For whom the search under way is. */
  readonly forWhom: 'self' | 'other';
  /** Product types wished for earlier. */
  readonly wanted: readonly string[];
}

export interface Said {
  readonly facts: readonly SaidFact[];
  readonly correction: boolean;
  readonly forWhom: 'self' | 'other';
}

export interface WishReader {
  read(input: SaidInput): Said;
}

const longest = 2_000;
const yes =
  /^(?:u+m+,? |well,? |hm+,? |oh,? |ah,? |嗯+,? )*(?:yes|yeah|yea|yep|yup|ya|sure|ok|okay|correct|exactly|right|of course|definitely|absolutely|certainly|please|why not|that'?s right|(?:that|it)(?: would|'d) be (?:great|nice|good|perfect|lovely|fine|ideal|helpful)|(?:that )?sounds (?:good|great|nice|perfect|lovely|interesting)|good idea|great idea|love (?:that|it)|good|是的|对的?|嗯+|好的?|可以|当然|要的?|行|没错|是|需要|想要|喜欢|好啊)(?:[ ,.!啊呀吧呢嘛哦]|please|i do|i would|it is|they are|i am|we are|we do|it does|he does|she does|it would|they should|it should|thanks|thank you|that works|good idea|great|definitely|absolutely|of course|的|好|可以|要)*$/u;
const no = /^(?:no|nope|nah|not really|no thanks|no thank you|不要|不用|不需要|不喜欢|不了|不是)[ ,.!]*$/u;
const toSelf = /\b(?:for me|for myself|for my own|myself)\b|给我自己|我自己|自己[穿用买喝看]|自用/u;
/** Slips that would hide a bound. */
const spelled = (text: string): string =>
  text
    .replace(/\barround\b/gi, 'around')
    .replace(/\batleast\b/gi, 'at least')
    .replace(/\bbug?dget\b/gi, 'budget')
    .replace(/\bs+om(?:e(?:h|t)|eh)t?ing\b/gi, 'something');
const closers = /(?<=\p{L})\s*[?？]/u;

interface Piece {
  readonly cased: string;
  readonly folded: string;
}

/** `by` is global. */
const pieces = (text: Piece, by: RegExp): Piece[] => {
  const out: Piece[] = [];
  let from = 0;
  for (const m of text.folded.matchAll(by)) {
    out.push({ cased: text.cased.slice(from, m.index), folded: text.folded.slice(from, m.index) });
    from = m.index + m[0].length;
  }
  out.push({ cased: text.cased.slice(from), folded: text.folded.slice(from) });
  return out.filter(p => p.folded.trim() !== '');
};

const trimmed = ({ cased, folded }: Piece): Piece => {
  const lead = folded.length - folded.trimStart().length;
  const body = folded.trim();
  return { cased: cased.slice(lead, lead + body.length), folded: body };
};

/** Sentences keep their mark, so that a question is known as one. */
const sentenceMark = /(?<=[?？!！;；])\s*|(?<!\d)\.(?=\s|$)\s*|\n+/gu;
const clauseMark = new RegExp(clauseEnd.source, 'gu');

export const createWishReader = (own: OwnNames = [], given?: WishVocabulary): WishReader => {
  const vocabulary = given ?? createWishVocabulary(own);

  const readText = (
    text: Piece,
    input: { asked: Asked; wanted: readonly string[] },
  ): { facts: RawFact[]; others: boolean } => {
    const facts: RawFact[] = [];
    const wanted = [...input.wanted];
    let others = false;
    let asked = input.asked;
    for (const sentence of pieces(text, sentenceMark)) {
      if (isSensitive(sentence.folded)) continue;
      const question = /[?？]\s*$/u.test(sentence.folded) || closers.test(sentence.folded);
      let carried = false;
      // "She doesn't use pink, purple, orange": the list goes on.
      const listed = /\b(?:don't|doesn't|do not|does not|hates?|dislikes?)\b|不喜欢|讨厌/u.test(sentence.folded);
      let wishBefore = false;
      for (const piece of pieces(sentence, clauseMark).slice(0, 40).map(trimmed)) {
        const negations = negationsIn(piece.folded);
        const tokens = tokensOf(piece.folded.replace(/['-]/g, ' '));
        const clause: Clause = {
          ...piece,
          tokens: tokensOf(piece.folded.replace(/-/g, ' ')),
          named: vocabulary.named(tokens),
          negations,
          inherited: carried && (carriesOn.test(piece.folded) || (negations.length === 0 && wishBefore === false)),
          question,
          wishBefore,
          asked,
          wanted,
        };
        const read: ClauseRead = hasHan(piece.folded) ? readChinese(clause) : readEnglish(clause);
        const said = {
          folded: piece.folded,
          negations,
          inherited:
            clause.inherited && (carriesOn.test(piece.folded) || (listed && piece.folded.split(' ').length <= 3)),
          mentions: read.drafts,
        };
        const prices = priceDrafts(clause, read.wish);
        const measured = read.drafts.filter(
          d =>
            (d.slot === 'feature' &&
              /\d/.test(d.value ?? '') &&
              !/(?:euros?|dollars?|bucks|pounds?|\$)$/.test(d.value ?? '')) ||
            (d.slot === 'size' && /[a-z寸米升]$/u.test(d.value ?? '')),
        );
        const amounts = prices.filter(p => p.value === 'low' || !measured.some(d => overlaps(p, d)));
        for (const draft of [...read.drafts.filter(d => !amounts.some(p => overlaps(p, d))), ...amounts]) {
          const polarity = draft.polarity ?? (polarityAt(said, draft.start, draft.end) === 'like' ? 1 : -1);
          const value = draft.value ?? piece.folded.slice(draft.start, draft.end);
          facts.push({ ...draft, polarity, value, quote: piece.cased.slice(0, 200), order: facts.length });
          if (draft.slot === 'recipient' || draft.child) others = true;
          if (draft.slot === 'product_type' || draft.slot === 'category') wanted.push(value);
        }
        if (
          /\b(?:didn't|did not|don't|do not|never) (?:really )?(?:like|liked|enjoy|work for me)\b(?: (?:it|them|that|those))?$/.test(
            piece.folded,
          ) &&
          read.drafts.length === 0
        )
          facts.forEach((f, i) => {
            if (
              f.quote !== piece.cased &&
              sentence.folded.includes(f.quote.toLowerCase()) &&
              (f.slot === 'brand' || f.slot === 'product_type')
            )
              facts[i] = { ...f, polarity: -1 };
          });
        carried = facts.at(-1)?.polarity === -1 && negations.length + (clause.inherited ? 1 : 0) > 0;
        wishBefore = read.wish;
        if (read.drafts.length > 0) asked = { ...asked, offered: [] };
      }
    }
    return { facts, others };
  };

  /** "A mixer, baking tins or a cookbook?" offers goods: most of the known words say of what kind the others are. */
  const kindOfAlternatives = (shop: string, offered: boolean): WishSlot => {
    const question = offered ? shop.split(/(?<=[?？.!])\s*/u).findLast(s => /\bor\b|还是/u.test(s)) : undefined;
    if (!question) return 'feature';
    const counts = new Map<WishSlot, number>();
    for (const n of vocabulary.named(tokensOf(question.replace(/['-]/g, ' ')))) {
      const slot = n.slots[0]!;
      if (kinds.has(slot)) counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best && best[1] >= 2 ? best[0] : 'feature';
  };

  return {
    read({ text, shopSaid, forWhom, wanted }) {
      const cased = spelled(evenOut(text.slice(0, longest)));
      const folded = cased.toLowerCase();
      const whole: Piece = { cased: cased.length === folded.length ? cased : folded, folded };
      const correction = corrections.test(folded);
      const shop = evenOut(shopSaid.slice(-longest)).toLowerCase();
      const plain = readAsked(shop);
      const asked = { ...plain, alternativesAre: kindOfAlternatives(shop, plain.alternatives.size > 0) };
      const { facts, others } = readText(whole, { asked, wanted });
      const taken = [...facts];
      const answer =
        sentenceMark[Symbol.split](folded)
          .map(s => s.trim())
          .filter(s => s !== '')[0]
          ?.split(/[,，]/u)[0]
          ?.trim() ?? '';
      const plainly = /^(?:yes|yeah|yep|sure|definitely|of course|是的|要|需要|对|嗯)(?: please| definitely)?$/u.test(
        answer,
      );
      if ((facts.length === 0 || (plainly && !asked.choice)) && asked.offered.length > 0) {
        const agrees = yes.test(answer) || yes.test(folded.trim());
        const refuses = no.test(folded.trim());
        if ((agrees && !asked.choice) || refuses || (/\bboth\b|都(?:要|行|可以)/u.test(folded) && asked.choice)) {
          for (const offered of asked.offered.slice(-1)) {
            const own = asOwnWish(offered);
            const echoed = readText(
              { cased: own, folded: own },
              {
                asked: {
                  slots: new Set(),
                  offered: [],
                  choice: false,
                  alternatives: new Set(),
                  alternativesAre: 'feature',
                  open: false,
                },
                wanted,
              },
            );
            for (const f of wanted.length > 0 ? asOnePart(echoed.facts, own) : echoed.facts) {
              if (
                (refuses && !refusable.has(f.slot)) ||
                facts.some(o => o.slot === f.slot && (o.value.includes(f.value) || f.value.includes(o.value)))
              )
                continue;
              taken.push({
                ...f,
                polarity: refuses ? -1 : f.polarity,
                quote: whole.cased.slice(0, 200),
                confidence: 0.7,
              });
            }
          }
        }
      }
      const other = others || (forWhom === 'other' && !toSelf.test(folded));
      return {
        facts: settled(taken, folded, correction).map(f => ({
          slot: f.slot,
          value: f.value
            .trim()
            .replace(f.slot === 'color' ? /(?<=.)的$/u : /(?<=..)的$/u, '')
            .replace(/^(?:the|an?|my|our|your|some|any) (?=.)/, ''),
          polarity: f.polarity,
          for: other ? 'other' : 'self',
          quote: f.quote,
          confidence: f.confidence ?? 0.9,
        })),
        correction,
        forWhom: other ? 'other' : 'self',
      };
    },
  };
};

type RawFact = Draft & {
  readonly polarity: 1 | -1;
  readonly value: string;
  readonly quote: string;
  readonly order: number;
};

/** "Do you want a washable cover?" is about a part of what is wanted: one feature, not goods of their own. */
const asOnePart = (facts: readonly RawFact[], own: string): readonly RawFact[] => {
  const part =
    /^(?:i want|想要) ?(?:it |them |that |one )?(?:to have |to be |with )?(?:an? |some |the )?((?:[a-z-]+ ){1,2}[a-z-]+|[\p{Script=Han}]{3,7})$/u.exec(
      own.trim(),
    );
  const whole =
    part &&
    facts.length <= 1 &&
    !facts.some(f => f.slot !== 'feature' && f.slot !== 'product_type') &&
    !/\b(?:or|and|for|in|at|on|to|of)\b|或|和/u.test(part[1]!);
  if (part && whole) {
    const start = own.indexOf(part[1]!);
    return [
      {
        slot: 'feature',
        start,
        end: start + part[1]!.length,
        value: part[1]!.replace(/功能$/u, ''),
        polarity: 1,
        quote: own,
        order: 0,
      },
    ];
  }
  const goods = facts.find(f => f.slot === 'product_type');
  const beside = facts.filter(
    f => f !== goods && (f.slot === 'feature' || f.slot === 'material' || f.slot === 'color'),
  );
  if (!goods || beside.length === 0) return facts;
  const start = Math.min(...beside.map(f => f.start), goods.start);
  const end = Math.max(...beside.map(f => f.end), goods.end);
  return [{ ...goods, slot: 'feature', start, end, value: own.slice(start, end) }];
};

const kinds: ReadonlySet<WishSlot> = new Set([
  'product_type',
  'brand',
  'author',
  'material',
  'color',
  'genre',
  'style',
]);
const refusable: ReadonlySet<string> = new Set(['color', 'material', 'brand', 'genre', 'author', 'style']);
const overlaps = (a: Draft, b: Draft): boolean => a.start < b.end && b.start < a.end;

/** "Would you like it in leather" -> "i would like it in leather". */
const asOwnWish = (offered: string): string =>
  offered
    .replace(/^.*?\b(?:do|would|should|are|is|must|does) (?:you|it|they|i|this|that|the \w+)\b/, 'i want')
    .replace(/^(?:how|what) about|^maybe/, 'i want')
    .replace(/\b(?:be|have|want|like|prefer|need|looking for|favou?r|interested in)\b/, '')
    .replace(/^(?:请问|那|您|你)+/u, '')
    .replace(/(?:要不要|喜不喜欢|需不需要|是不是要|是要)/u, '想要')
    .replace(/(?:可以|行|好|怎么样|考虑)?(?:吗|嘛|么|呢)$|怎么样$/u, '')
    .replace(/^(?!.*想要)(?=\p{Script=Han})/u, '想要')
    .replace(/(?<=想要.*)(?:需要|要|喜欢)/u, '')
    .replace(/ +/g, ' ')
    .replace(
      / (?:helpful|useful|ok|okay|fine|good|nice|important|an option|interesting|something for you|for you)$/,
      '',
    );

const numbered =
  /\d|[零一二两三四五六七八九十百千万]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b/u;
const noMoney: MoneySaid = { bounds: [], spans: [] };

const priceDrafts = (clause: Clause, wish: boolean): Draft[] => {
  const { folded, asked } = clause;
  const productPrice =
    /^(?:how much|what(?:'s| is) the price|is (?:it|that|this|the)\b|are (?:they|these|both)\b)|\b(?:it|that|this|they)(?:'s| is| costs?| are)\b.{0,8}[$€£\d]|\bdiscount\b|\bget (?:it|that|this|them|one)? ?(?:just )?for\b|\b(?:can|could) (?:i|we) get (?:it|to|that|them|this)\b|多少钱/u;
  if (productPrice.test(folded)) return [];
  const money = numbered.test(folded) ? moneyIn(folded) : noMoney;
  return [...pricesIn(folded, money, asked.slots.has('price_max'), wish || clause.wishBefore), ...lowPriceIn(folded)];
};

/** One fact per slot and value, the last said; a correction leaves the new value only. */
const settled = (facts: readonly RawFact[], folded: string, correction: boolean): RawFact[] => {
  let kept = withoutBooksOfGenre(facts).filter(
    (f, i) => !facts.some((o, j) => j > i && o.slot === f.slot && o.value === f.value),
  );
  if (correction) {
    const likes = (slot: string): RawFact[] => kept.filter(f => f.slot === slot && f.polarity === 1);
    kept = kept.filter(f => f.polarity === 1 || likes(f.slot).length === 0);
    if (takesBack.test(folded))
      kept = kept.filter(
        f =>
          f.polarity === -1 ||
          !single.has(f.slot) ||
          likes(f.slot).at(-1) === f ||
          !afterMark(folded, f, likes(f.slot)),
      );
  }
  if (kept.some(f => f.slot.startsWith('price_') && f.value !== 'low')) kept = kept.filter(f => f.value !== 'low');
  return kept;
};
/** "I hate romance novels" turns the genre away, not every novel. */
const withoutBooksOfGenre = (facts: readonly RawFact[]): RawFact[] =>
  facts.filter(
    f =>
      f.slot !== 'product_type' ||
      f.polarity === 1 ||
      !facts.some(o => o.slot === 'genre' && o.polarity === -1 && o.quote === f.quote),
  );

const takesBack =
  /\b(?:actually|i meant?|sorry|scratch that|make (?:it|that)|correction|wait|oops|my mistake|on second thought)\b|说错了|不对|我是说|改成|换成|搞错|写错|打错/u;
const single: ReadonlySet<string> = new Set([
  'size',
  'color',
  'price_max',
  'price_min',
  'price_around',
  'quantity',
  'brand',
  'product_type',
  'material',
]);

/** Whether the mark of a correction stands between this value and the last one of its slot. */
const afterMark = (folded: string, fact: RawFact, likes: readonly RawFact[]): boolean => {
  const last = likes.at(-1);
  const mark = takesBack.exec(folded);
  if (!last || !mark) return false;
  const from = folded.indexOf(fact.value);
  const to = folded.lastIndexOf(last.value);
  return from >= 0 && to >= 0 && from < mark.index && mark.index < to;
};
