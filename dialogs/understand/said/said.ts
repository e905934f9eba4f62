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
import { asOnePart, asOwnWish } from './echoed.ts';
import { readEnglish } from './english.ts';
import type { Asked, Clause, ClauseRead, Draft, SaidFact } from './fact.ts';
import { lowPriceIn, pricesIn } from './prices.ts';
import { type RawFact, settled } from './settled.ts';

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
  /^(?:u+m+,? |well,? |hm+,? |oh,? |ah,? |嗯+,? )*(?:yes|yeah|yea|yep|yup|ya|sure|ok|okay|correct|exactly|right|of course|definitely|absolutely|certainly|please|why not|that'?s right|(?:that|it)(?: would|'d) be (?:great|nice|good|perfect|lovely|fine|ideal|helpful)|(?:that )?sounds (?:good|great|nice|perfect|lovely|interesting)|good idea|great idea|love (?:that|it)|good|(?:would|could) be (?:good|great|nice|perfect|handy|useful|helpful|cool|ideal|lovely)|sounds good to me|好啊|可以可以|可以考虑|够了?|够用了?|没问题|差不多|行啊?|是的|对的?|嗯+|好的?|可以|当然|要的?|行|没错|是|需要|想要|喜欢|好啊)(?:[ ,.!啊呀吧呢嘛哦]|please|i do|i would|it is|they are|i am|we are|we do|it does|he does|she does|it would|they should|it should|thanks|thank you|that works|good idea|great|definitely|absolutely|of course|的|好|可以|要)*$/u;
/** An agreement that opens an answer, whatever follows it. */
const yesFirst =
  /^(?:oh |ah |well |um+ |嗯+,?)*(?:yes|yeah|yep|yup|sure|of course|definitely|absolutely|是的|对|对的|要|要的|需要|需要的|当然)(?: (?:please|definitely|those|that one|that|cause|because|so|it)\b.*|[,!. ]+.*|[啊的吧呀]*)$/u;
const both = /\bboth\b|都(?:要|行|可以|成|好)/u;
/** A refusal that opens an answer, whatever is asked for instead. */
const noFirst =
  /^(?:(?:ugh|oh|hm+|na|well|sorry|um+),? )*(?:no|nah|nope)(?:$|[,.!])|^(?:不要|不喜欢|不太喜欢|不想要|太(?!贵|好|棒|多谢)\p{Script=Han}{1,3}了?)(?:$|[,，。.!！ ])/u;
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

export const createWishReader = (own: OwnNames = []): WishReader => {
  const vocabulary: WishVocabulary = createWishVocabulary(own);

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
        const prices = priceDrafts(clause, read.wish);
        const said = {
          folded: piece.folded,
          negations,
          inherited:
            clause.inherited && (carriesOn.test(piece.folded) || (listed && piece.folded.split(' ').length <= 3)),
          mentions: read.drafts,
        };
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
  const kindOfAlternatives = (options: readonly string[]): WishSlot => {
    if (options.length < 2 || options.every(o => formats.test(o))) return 'feature';
    const counts = new Map<WishSlot, number>();
    for (const option of options) {
      const folded = option.toLowerCase();
      if (sizeAlone.test(folded)) {
        counts.set('size', (counts.get('size') ?? 0) + 1);
        continue;
      }
      const found = vocabulary.named(tokensOf(folded.replace(/['-]/g, ' '))).at(-1);
      const slot = found?.slots.find(s => kinds.has(s));
      if (found && slot && found.end >= folded.length - 1) counts.set(slot, (counts.get(slot) ?? 0) + 1);
      else if (properName.test(option)) counts.set('brand', (counts.get('brand') ?? 0) + 0.5);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!best) return 'feature';
    const enough = halfTells.has(best[0]) ? options.length / 2 : options.length;
    return best[1] >= enough ? best[0] : 'feature';
  };

  return {
    read({ text, shopSaid, forWhom, wanted }) {
      const cased = spelled(evenOut(text.slice(0, longest)));
      const folded = cased.toLowerCase();
      const whole: Piece = { cased: cased.length === folded.length ? cased : folded, folded };
      const correction = corrections.test(folded);
      const plain = readAsked(evenOut(shopSaid.slice(-longest)));
      const asked = { ...plain, alternativesAre: kindOfAlternatives(plain.options) };
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
      const agreesFirst = yesFirst.test(folded.trim());
      if (
        (facts.length === 0 ||
          ((plainly || agreesFirst) && !asked.choice) ||
          (asked.choice && both.test(folded)) ||
          (noFirst.test(folded.trim()) && !asked.choice)) &&
        asked.offered.length > 0
      ) {
        const agrees = yes.test(answer) || yes.test(folded.trim()) || agreesFirst;
        const refuses = no.test(folded.trim()) || (noFirst.test(folded.trim()) && !asked.choice);
        if ((agrees && !asked.choice) || refuses || (both.test(folded) && asked.choice)) {
          for (const offered of asked.offered.slice(-1)) {
            const own = asOwnWish(
              asked.choice && asked.options.length > 1 ? asked.options.join(hasHan(offered) ? '、' : ' or ') : offered,
            );
            const named = asked.nameOffered;
            if (
              named !== undefined &&
              named.split(' ').length < 3 &&
              vocabulary.named(tokensOf(named.replace(/['-]/g, ' '))).length === 0
            ) {
              const slot = wanted.some(w => literary.test(w)) ? ('author' as const) : ('brand' as const);
              taken.push({
                slot,
                start: 0,
                end: 0,
                value: named,
                polarity: refuses ? -1 : 1,
                quote: whole.cased.slice(0, 200),
                order: 0,
                confidence: 0.6,
              });
              continue;
            }
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
                  options: [],
                  ofMoney: false,
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

const literary = /book|novel|biograph|memoir|poe(?:m|try)|书|小说|散文/u;
const kinds: ReadonlySet<WishSlot> = new Set([
  'size',
  'product_type',
  'brand',
  'author',
  'material',
  'color',
  'genre',
  'style',
]);
const formats = /^(?:e-?books?|audiobooks?|paperbacks?|hard-?covers?|hardbacks?|soft-?covers?|print|kindle|paper)$/i;
/** One of two alternatives tells what the other is. */
const halfTells: ReadonlySet<WishSlot> = new Set(['brand', 'author', 'material', 'size']);
/** What tells sizes apart by itself. */
const sizeAlone =
  /^(?:(?:very|extra) )?(?:small|medium|large|big|xs|s|m|l|xl|xxl|short|long|[大小中]号?的?|长款|短款|中长款)(?: (?:one|size))?(?: for \d+)?$|^\d+(?:[.,]\d+)? ?(?:cm|mm|m|kg|g|l|ml|inch(?:es)?|lit(?:er|re)s?|oz|厘米|毫米|米|公斤|斤|克|升|毫升|寸|英寸)?$/u;
const properName = /^[A-Z][\w'&.-]+(?: [A-Z][\w'&.-]+)*$/;
const refusable: ReadonlySet<string> = new Set(['color', 'material', 'brand', 'genre', 'author', 'style']);
const overlaps = (a: Draft, b: Draft): boolean => a.start < b.end && b.start < a.end;

const numbered =
  /\d|[零一二两三四五六七八九十百千万]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)\b/u;
const noMoney: MoneySaid = { bounds: [], spans: [] };

const priceDrafts = (clause: Clause, wish: boolean): Draft[] => {
  const { folded, asked } = clause;
  const productPrice =
    /^(?:how much|what(?:'s| is) the price|is (?:it|that|this|the)\b|are (?:they|these|both)\b)|\b(?:it|that|this|they)(?:'s| is| costs?| are)\b.{0,8}[$€£\d]|\bdiscount\b|\bget (?:it|that|this|them|one)? ?(?:just )?for\b|\b(?:can|could) (?:i|we) get (?:it|to|that|them|this)\b|多少钱/u;
  if (productPrice.test(folded)) return [];
  const money = numbered.test(folded) ? moneyIn(folded) : noMoney;
  return [...pricesIn(folded, money, asked, wish || clause.wishBefore), ...lowPriceIn(folded)];
};
