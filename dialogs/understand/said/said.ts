/**
 * The one reader of facts: what a message wishes for, from its words and from what the shop asked before it. The search's
 * filters, the profile and the evaluation all come from these facts. With a catalogue, its canonical names stand beside the
 * shopper's own words.
 */
import { isAboutChild } from '../../../knowledge/profile/sensitive.ts';
import {
  createWishVocabulary,
  type OwnNames,
  type WishVocabulary,
} from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { withoutKidsTurnedAway } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { evenOut, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { corrections } from '../text/polarity.ts';
import { agreementIn } from './agreement.ts';
import { kindOfAlternatives } from './alternatives.ts';
import { nothingAsked, readAsked } from './asked.ts';
import { listedIn } from './chinese-listed.ts';
import { makersIn } from './chinese-shapes.ts';
import { type Piece, spelled } from './clauses.ts';
import { echoOf, isLiterary } from './echoed.ts';
import type { Asked, SaidFact } from './fact.ts';
import { readText } from './read-text.ts';
import { type RawFact, settled } from './settled.ts';
import { shownIn } from './shown.ts';

export interface SaidInput {
  readonly text: string;
  /** What the shop said since the shopper's last message; empty for an opening. */
  readonly shopSaid: string;
  /** What the shop said last, answered or not: the names in it are known. */
  readonly shopNamed?: string;
  /** What the shop said so far, that and what came before: its products may still be spoken of. */
  readonly shopSaidSoFar?: string;
  /** For whom the search under way is: 'self' or another. */
  readonly forWhom: string;
  /** Product types wished for earlier. */
  readonly wanted: readonly string[];
}

export interface Said {
  readonly facts: readonly SaidFact[];
  readonly correction: boolean;
  /** Whose wishes the facts are. */
  readonly for: SaidFact['for'];
  /** Whom the message speaks of: 'self', 'child', a canonical recipient of the catalogue, or 'other'. */
  readonly forWhom: string;
}

export interface WishReader {
  read(input: SaidInput): Said;
}

/** A shop's own words. */
export interface ReadCatalogue {
  readonly own: OwnNames;
  readonly vocabulary: Vocabulary;
  /** Mends the spelling of folded text towards the catalogue's words. */
  readonly correct: (folded: string) => string;
}

const longest = 2_000;
/** "2XL", "256": no more than a figure, in answer to a Chinese question. */
const bareAnswer = 10;
const toSelf =
  /\b(?:for me|for myself|for my own|myself|my own|my (?:skin|feet|hands|hair))\b|给我自己|我自己|自己[穿用买喝看]|自用|(?<!\p{Script=Han})我(?:的?(?:皮肤|手|脚|头发)|(?:很|也|最|比较|特别)?喜欢(?![这那第它他她]|[啊哦呀的]*[!！。.~ ]*$|[^,，。]{1,14}(?:的|款|点儿?)(?:$|[,，。]))|有\p{Script=Han}{0,6}(?:病|症|炎|疹|癣|血压|失眠))/u;

/** The shopper is who it is about, and nobody else is named. */
export const isOfSelf = (folded: string): boolean => toSelf.test(folded);

export const createWishReader = (catalogue?: ReadCatalogue): WishReader => {
  const vocabulary: WishVocabulary = createWishVocabulary(catalogue?.own);
  const words = { vocabulary, catalogue: catalogue?.vocabulary };

  const prepared = (text: string): Piece => {
    const cased = spelled(evenOut(text.slice(0, longest)));
    const folded = cased.toLowerCase();
    const plain = { cased: cased.length === folded.length ? cased : folded, folded };
    if (!catalogue) return plain;
    const isKnown = (word: string): boolean => vocabulary.named(tokensOf(word)).length > 0;
    const isOwn = (word: string): boolean => catalogue.vocabulary.mentions(word).length > 0;
    return mended(plain, catalogue.correct(folded), (word, instead) => isOwn(instead) || !isKnown(word));
  };

  return {
    read({ text, shopSaid, shopNamed = shopSaid, shopSaidSoFar = '', forWhom, wanted }) {
      const whole = prepared(text);
      const { folded } = whole;
      const plain = shopSaid === '' ? nothingAsked : readAsked(evenOut(shopSaid.slice(-longest)));
      // "No, no internet" answers a question.
      const answersNo = plain.offered.length > 0 && /^no,/.test(folded) && !corrections.test(folded.slice(3));
      const correction = corrections.test(folded) && !answersNo;
      const shopText =
        hasHan(shopNamed) && (hasHan(folded) || folded.length < bareAnswer)
          ? evenOut(shopNamed.slice(-longest)).toLowerCase()
          : '';
      const kind = kindOfAlternatives(plain.options, vocabulary);
      const asked: Asked = {
        ...plain,
        shown: hasHan(folded)
          ? plain.shown
          : shownIn(evenOut(`${shopSaidSoFar}\n${shopSaid}`.slice(-longest)), vocabulary),
        alternativesAre:
          plain.things && wanted.length === 0
            ? 'product_type'
            : kind === 'brand' && wanted.some(isLiterary)
              ? 'author'
              : kind,
        makers:
          hasHan(shopSaid) && hasHan(folded)
            ? makersIn(shopSaid, word => vocabulary.named(tokensOf(word)).flatMap(n => n.slots))
            : [],
        listed: shopText === '' ? [] : listedIn(shopText, words => vocabulary.named(tokensOf(words)), wanted),
        shopText,
        opening: shopText === '' && wanted.length === 0,
        priced: /\d{2}(?:元|块|[,.]|$)/u.test(shopText),
      };
      const { facts, others } = readText(whole, { asked, wanted }, words);
      const agreement = agreementIn(folded, asked, facts.length > 0);
      const echoed = agreement
        ? echoOf({
            asked,
            agreement,
            facts,
            wanted,
            quote: whole.cased.slice(0, 200),
            isKnown: name => vocabulary.named(tokensOf(name.replace(/['-]/g, ' '))).length > 0,
            read: own => readText({ cased: own, folded: own }, { asked: nothingAsked, wanted }, words).facts,
          })
        : [];
      const other = others || (forWhom !== 'self' && !toSelf.test(folded));
      const said = settled([...facts, ...echoed], folded, correction);
      return {
        facts: said.map(f => ({
          slot: f.slot,
          value: f.value
            .trim()
            .replace(f.slot === 'color' ? /(?<=.)的$/u : /(?<=..)的$/u, '')
            .replace(/^(?:the|an?|my|our|your|some|any) (?=.)/, ''),
          polarity: f.polarity,
          for: other ? 'other' : 'self',
          quote: f.quote,
          confidence: f.confidence ?? 0.9,
          spoken: f.spoken,
          named: f.named,
          ...(f.money ? { money: f.money } : {}),
        })),
        correction,
        for: other ? 'other' : 'self',
        forWhom: whomOf(said, folded, forWhom, others),
      };
    },
  };
};

/** The spelling of single words mended in their places, where `isBetter` lets it. */
const mended = (plain: Piece, corrected: string, isBetter: (word: string, instead: string) => boolean): Piece => {
  if (corrected === plain.folded) return plain;
  const before = [...plain.folded.matchAll(/[a-z]+/g)];
  const after = corrected.match(/[a-z]+/g) ?? [];
  if (before.length !== after.length) return { cased: corrected, folded: corrected };
  let [cased, folded, from] = ['', '', 0];
  before.forEach((m, i) => {
    const isMended = m[0] !== after[i] && isBetter(m[0], after[i]!);
    cased +=
      plain.cased.slice(from, m.index) + (isMended ? after[i] : plain.cased.slice(m.index, m.index + m[0].length));
    folded += plain.folded.slice(from, m.index) + (isMended ? after[i] : m[0]);
    from = m.index + m[0].length;
  });
  return { cased: cased + plain.cased.slice(from), folded: folded + plain.folded.slice(from) };
};

/** For whom the wishes of a message are, by the catalogue's name for the person where it has one. */
const whomOf = (facts: readonly RawFact[], folded: string, before: string, others: boolean): string => {
  if (isAboutChild(withoutKidsTurnedAway(folded))) return 'child';
  const person = facts
    .filter(f => f.slot === 'recipient' && f.spoken)
    .flatMap(f => f.named.flatMap(w => w.meanings))
    .find(m => m.slot === 'recipient');
  if (person) return person.value;
  if (toSelf.test(folded)) return 'self';
  return before === 'self' && others ? 'other' : before;
};
