/** Reads one English clause: which wishes it states, in its own words. */
import { answerIn, readChosen, readShared, readWithOrWithout } from './english-answers.ts';
import { readAuthors } from './english-authors.ts';
import { checkedIn } from './english-checks.ts';
import { readContained } from './english-containers.ts';
import { readCapacity, readFeatures } from './english-features.ts';
import { isNoSize, isWish, readFragments } from './english-fragments.ts';
import {
  aboutService,
  anythingGoes,
  haggling,
  infoQuestion,
  past,
  pastOnly,
  reaction,
  request,
  service,
} from './english-frames.ts';
import { readBroken, readUnknownGoods } from './english-goods.ts';
import { withoutIdioms } from './english-idioms.ts';
import { readJudged } from './english-judged.ts';
import { readLiked } from './english-liked.ts';
import { readMakers } from './english-makers.ts';
import { readMeasures } from './english-measures.ts';
import { readNames } from './english-names.ts';
import { readPatterns } from './english-patterns.ts';
import { readPeople } from './english-people.ts';
import { readPickedName, readPickedNumber, readSides } from './english-picked.ts';
import { readPurposes } from './english-purposes.ts';
import { readQuantity } from './english-quantities.ts';
import { readSituation } from './english-situation.ts';
import { withoutNo, withoutTail } from './english-tails.ts';
import { readUses } from './english-uses.ts';
import type { Clause, ClauseRead, Draft } from './fact.ts';
import { readerOf, take } from './reader.ts';

/** "Which e-reader is easiest on the eyes?", before any goods were spoken of: the goods are wished for. */
const asksWhich = ({ folded, named, wanted }: Clause): boolean => {
  const m = /^(?:(?:so|and|hi|hello|hey|ok)[, ]+)*(?:which|what) (?:of your )?/.exec(folded);
  return (
    m !== null &&
    (wanted.length === 0 || asksWhatIsHad.test(folded)) &&
    named.some(n => n.slots[0] === 'product_type' && folded.slice(m[0].length, n.start).split(' ').length <= 3)
  );
};
const asksWhatIsHad =
  /^(?:(?:so|and|good|ok|great)[,. ]+)*(?:which|what) (?:[a-z-]+ ){1,3}(?:(?:do|would|can) (?:you|u) (?:have|sell|stock|carry|recommend|suggest|advise)|have (?:you|u)|(?:you|u) (?:recommend|suggest|have|got|sell))\b/;

export const readEnglish = (clause: Clause): ClauseRead => {
  const { drafts, wish } = readClause(clause);
  const { folded } = clause;
  const plain = withoutIdioms(drafts, folded).map(d => withoutNo(withoutTail(d, folded), folded));
  return { drafts: plain.filter(d => !isExclaimed(d, clause)), wish };
};

/** "Sweet. No war themes in it?", "Ouch": an exclamation alone, where nothing was asked that it answers. */
const isExclaimed = ({ slot, start, end }: Draft, { folded, asked, wishBefore, sentence }: Clause): boolean =>
  (slot === 'feature' || slot === 'style' || slot === 'size' || slot === 'quality' || slot === 'color') &&
  !wishBefore &&
  sentence.startsWith(folded) &&
  !asked.alternatives.has(folded.slice(start, end)) &&
  !asked.shown.has(folded.slice(start, end)) &&
  !asked.slots.has(slot) &&
  /^(?:sweet|mint|lush|mega|handy|ideal|brill|sick|sorted|safe|solid|ouch|yikes|blimey|cracking|belting|class|magic|gold|golden|bingo|boom|sound|deadly|savage|lit|dope|rad|smart|classic|fancy|decent|grand)[ .!]*$/.test(
    folded,
  );

const readClause = (clause: Clause): ClauseRead => {
  const { folded, asked } = clause;
  const r = readerOf(clause);
  const asksFor = request.test(folded);
  const isInfo = infoQuestion.test(folded) && !asksFor && !asksWhich(clause);
  const isPast = past.test(folded) && !/\b(?:want|need|looking|like|love|prefer|replace|new)\b/.test(folded);
  const reacts = reaction.test(folded) && !asksFor;
  // "Never heard of Napoleon, so Weber": what is chosen stands last.
  const last = /\bso (?:the |a )?([a-z][\w' -]{1,24})$/.exec(folded)?.[1];
  if (last && (isPast || pastOnly.test(folded)) && asked.options.some(o => o.toLowerCase() === last)) {
    const start = folded.length - last.length;
    const slot = clause.named.find(n => n.start === start)?.slots[0] ?? asked.alternativesAre;
    take(r, { slot, start, end: folded.length, polarity: 1, confidence: 0.6 });
    return { drafts: r.drafts, wish: true };
  }
  if (isInfo) return { drafts: checkedIn(clause), wish: false };
  readShared(r);
  readJudged(r);
  readLiked(r);
  readBroken(r);
  if (isPast || pastOnly.test(folded)) {
    return { drafts: r.drafts, wish: false };
  }
  if (service.test(folded) && (!asksFor || aboutService.test(folded))) return { drafts: [], wish: false };
  if (haggling.test(folded) && !/\b(?:need|looking for|want to buy)\b/.test(folded)) return { drafts: [], wish: false };
  if (anythingGoes.test(folded) && clause.negations.length === 0 && !/\b(?:but|as long as)\b/.test(folded))
    return { drafts: r.drafts, wish: clause.wishBefore };
  const wish = asksFor || clause.wishBefore || asked.slots.size > 0;

  readPeople(r);
  readSituation(r);
  readWithOrWithout(r);
  readPatterns(r);
  readCapacity(r);
  readPickedNumber(r);
  readMeasures(r);
  if (!reacts) readFeatures(r);
  if (asked.alternatives.size > 0) readChosen(r);
  readNames(r, { reacts, asksFor });
  if (asksFor || clause.wishBefore || !clause.question) readContained(r);
  readAuthors(r);
  readMakers(r);
  readPickedName(r);
  if (!reacts) readPurposes(r);
  if (!reacts) readUses(r);
  if (asksFor || clause.wishBefore) readUnknownGoods(r);
  readQuantity(r);
  if (r.drafts.length === 0 && !clause.question)
    for (const draft of answerIn(clause)) {
      const said = draft.value ?? folded.slice(draft.start, draft.end);
      if (
        (draft.slot === 'size' && !isNoSize(said)) ||
        draft.slot === 'purpose' ||
        draft.slot === 'age_group' ||
        isWish(said)
      )
        take(r, draft);
    }
  readSides(r);
  if (!reacts) readFragments(r);
  return {
    drafts: r.drafts,
    wish: wish && (asksFor || r.drafts.length > 0 || clause.wishBefore),
  };
};
