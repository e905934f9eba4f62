/** Questions that check a wish against what was shown: "does it have pictures?", "can it be engraved?", "does it come in red?" */
import { hollow } from './english-phrases.ts';
import type { Clause, Draft } from './fact.ts';

const opening = '^(?:(?:ok|okay|oh|hm+|nice|great|perfect|cool|and|but|so|wow|good|yes)[,.]? )*';
const has = new RegExp(
  `${opening}(?:does|do) (?:it|this|that|this one|that one|they|(?:these|the|those)(?: [a-z]+)?|(?!you|i|we|u)[a-z]+) (?:also )?(?:have|has|include|support)(?: an?| any| the)? ([a-z][a-z-]*(?: [a-z-]+){0,2})\\??$`,
);
const done = new RegExp(`${opening}can (?:it|they|this|that|these) be ([a-z]+ed)\\??$`);
const goodFor = new RegExp(
  `${opening}(?:is|are|would) (?:it|this|that|they|these|either|this one|that one)(?: be)? (?:also )?(?:good|suitable|ok|okay|fine|usable|great|right|made) for (?:the |my |an? )?([a-z]+(?: [a-z]+)?)\\??$`,
);
/** "Is either safe with cats?" */
const safeWith = new RegExp(
  `${opening}(?:is|are) (?:it|this|that|they|these|either|any|both)(?: of (?:them|these|those))? (safe (?:with|for|around|in|on) (?:the |my |an? )?[a-z]+(?: [a-z]+)?)\\??$`,
);
/** What they do: "do they resist water?", "does it fold flat?" */
const doesSo = new RegExp(
  `${opening}(?:does|do|can|will|would) (?:it|this|that|they|these|this one|that one) (?:also |really )?((?:resist|fold|fit|stack|hold|connect|charge|reach|float|stretch|run on|work with|play|record|last|keep|stand)(?: (?!me\\b|you\\b|us\\b)[a-z]+){0,3})(?:,? right)?\\??$`,
);
const isSo = new RegExp(
  `${opening}(?:is|are) (?:it|this|that|they|these|this one|that one|the [a-z]+) (?:also )?(?:actually |really |also )?(easy to [a-z]+|[a-z-]+(?: [a-z-]+)?)(?:,? right)?\\??$`,
);
const comesIn = new RegExp(
  `${opening}(?:does|do) (?:it|this|that|they|these) (?:also )?come in ([a-z]+(?: [a-z]+)?)\\??$`,
);
/** Asked in the hope of a no. */
const unwanted =
  /^(?:(?:too|very) )?(?:heavy|loud|noisy|sticky|greasy|scratchy|itchy|bulky|flimsy|see-through|slippery|scary|long|short)$/;
const aboutTheSale =
  /\b(?:warranty|guarantee|discounts?|sales?|reviews?|ratings?|stock|available|offers?|delivery|shipping|returns?|returned|exchanged|delivered|shipped|refunded|cancelled|paid|price|cheaper|new|colou?rs?|sizes?|different|other|more|(?<!\w[ -])free|good|worth|better|same|included|popular|expensive|original|delivered|gift wrap)\b/;

/** What is asked of the sale is no trait of the goods. */
export const isOfSale = (words: string): boolean => aboutTheSale.exec(words)?.[0] === words;

/** Only while a search is under way: of one product among others, it tells what the shopper looks for. */
export const checkedIn = ({ folded, named, wanted }: Clause): Draft[] => {
  if (wanted.length === 0) return [];
  const part = has.exec(folded) ?? done.exec(folded) ?? doesSo.exec(folded);
  if (part) {
    const words = part[1]!;
    if (aboutTheSale.test(words) || hollow.test(words)) return [];
    const start = folded.lastIndexOf(words);
    return [{ slot: 'feature', start, end: start + words.length, polarity: 1, confidence: 0.5 }];
  }
  const safe = safeWith.exec(folded);
  if (safe) {
    const start = folded.lastIndexOf(safe[1]!);
    return [{ slot: 'feature', start, end: start + safe[1]!.length, polarity: 1, confidence: 0.5 }];
  }
  const use = goodFor.exec(folded);
  if (use) {
    const words = use[1]!;
    if (
      hollow.test(words) ||
      aboutTheSale.test(words) ||
      named.some(n => n.slots.includes('recipient') || n.slots.includes('age_group'))
    )
      return [];
    const start = folded.lastIndexOf(words);
    return [{ slot: 'purpose', start, end: start + words.length, polarity: 1, confidence: 0.5 }];
  }
  const told = comesIn.exec(folded) ?? isSo.exec(folded);
  if (!told || aboutTheSale.test(told[1]!) || unwanted.test(told[1]!)) return [];
  const start = folded.lastIndexOf(told[1]!);
  const known = named.find(n => n.start === start && n.end === start + told[1]!.length);
  const pure = /^(?:solid|real|genuine|pure|full) ([a-z]+)$/.exec(told[1]!);
  const made = named.find(n => n.end === start + told[1]!.length && n.slots.includes('material'));
  if (pure && made) return [{ slot: 'material', start, end: made.end, polarity: 1, confidence: 0.5 }];
  const isProperty =
    /^[a-z]+[- ](?:free|proof|safe|friendly|resistant)$|^(?!avail|suit|reason|comfort|afford|poss|cap|prob|valu|remark|accept|notice)[a-z]{3,}(?:able|ible)$|^(?:water|dust|shock|sweat|bullet|fire|wind)proof$/.test(
      told[1]!,
    );
  const slot =
    known?.slots.find(s => s === 'color' || s === 'feature' || s === 'size') ?? (isProperty ? 'feature' : undefined);
  return slot ? [{ slot, start, end: start + told[1]!.length, polarity: 1, confidence: 0.5 }] : [];
};
