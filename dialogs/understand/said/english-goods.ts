import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import { frameBeforeGoods } from './english-frames.ts';
import { hollow, phraseAt, tokenAt } from './english-phrases.ts';
import { speech, speechOf } from './parts-of-speech.ts';
import { isFree, type Reader, take } from './reader.ts';

const broken = /\b(my|our) (old |current |last )?(?:[a-z-]+ ){0,2}$/;
const broke =
  /^ (?:(?:has|have|is|are|was|just|finally|totally|completely|recently|suddenly) ){0,3}(?:died|dead|broke|broken|gave up|ripped|falling apart|fell apart|worn out|stopped working|(?:just )?exploded|blown|packed in|snapped|burst|got eaten|cracked|leaks|leaking|too (?!good)[a-z]+)\b/;

const spoilt =
  /\b(?:chewed|ate|eaten|destroyed|ripped|ruined|broke|broken|smashed|lost|wore|worn|outgrew|stole|burnt|melted|shredded)(?: up| out| through| apart)? (?:my|our|his|her) (?:old |last |favou?rite |good )?(?:[a-z-]+ ){0,2}$/;

/**
 * "My old headphones finally died", "my office chair broke, I need a new one", "the puppy chewed up my walking boots": the same goods are
 * wished for anew.
 */
export const readBroken = (r: Reader): void => {
  const { folded, named, wanted } = r.clause;
  if (wanted.length > 0) return;
  for (const n of named) {
    if (n.slots[0] !== 'product_type') continue;
    const before = folded.slice(0, n.start);
    if (!(broke.test(folded.slice(n.end)) && broken.test(before)) && !spoilt.test(before)) continue;
    take(r, { slot: 'product_type', start: n.start, end: n.end, polarity: 1, confidence: 0.6 });
  }
};

/** A few words that tell of nobody: "and a", "two of the". */
const opensAnswer =
  /^(?:(?!(?:i|he|she|it|we|they|you|my|our|his|her|their|your|is|are|was|has|have|had|likes?|gets?|makes?|says?|does|do|can|will|would|at|from|to|on|in)\b)[a-z\d-]+[,.! ]+){0,3}$/;
const taking = /\b(?:(?:go|going) (?:with|for)|take|pick|choose|try|add|include)\b/;

/** "Then this, soup is not concrete", "clamp, I have papers everywhere": beside a search only what is taken or named first is wished for. */
export const isOnlyMentioned = ({ clause, drafts }: Reader, before: string): boolean =>
  clause.wanted.length > 0 &&
  !clause.wishBefore &&
  clause.negations.length === 0 &&
  !drafts.some(d => d.slot === 'product_type') &&
  !opensAnswer.test(before) &&
  !taking.test(before);

/** Goods the vocabulary does not know: the noun a wish is about. */
export const readUnknownGoods = (r: Reader): void => {
  const { folded, tokens, named, wanted } = r.clause;
  if (r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category')) return;
  for (const m of folded.matchAll(frameBeforeGoods)) {
    const end = m.index + m[0].length;
    if (folded[end] !== ' ' || /\bto$/.test(m[0])) continue;
    if (/^(?:also|and)$/.test(m[0])) continue;
    if (
      /\b(?:don't|do not|not|didn't) (?:\w+ )?$/.test(folded.slice(0, m.index)) &&
      /^(?:want|need|like|know)/.test(m[0])
    )
      continue;
    const phrase = phraseAt(folded, tokens, tokenAt(tokens, end));
    if (!phrase) continue;
    if (/\b(?:my|our|your|his|her|their)\b/.test(folded.slice(end, phrase.start))) continue;
    const words = tokens.filter(t => t.start >= phrase.start && t.end <= phrase.end);
    const inside = (offset: number): boolean =>
      !isFree(r, offset, offset + 1) ||
      named.some(
        n => n.start <= offset && offset < n.end && !n.slots.includes('product_type') && n.slots[0] !== 'purpose',
      );
    while (words.length > 0 && inside(words[0]!.start)) words.shift();
    while (words.length > 0 && inside(words.at(-1)!.start)) words.pop();
    const head = words.at(-1);
    if (!head || words.some(w => /^(?:\d+|[a-z]|.*ing|.*ly|.*ed)$/.test(w.text) && w === head)) continue;
    if (
      /^(?:thick|thinn|bigg|small|larg|long|short|light|heavi|wid|warm|cool|soft|hard|dark|bright|cheap|fast|quiet|nic|simpl)e?r$/.test(
        head.text,
      )
    )
      continue;
    if (hollow.test(head.text) || hollow.test(singular(head.text)) || words.some(w => hollow.test(w.text))) continue;
    const bits = speechOf(head.text);
    if (bits !== 0 && (bits & speech.noun) === 0) continue;
    // "I want pump", of goods that are spoken of: how they should be.
    const more =
      wanted.length === 0 ||
      !/^(?:prefer|want|i want)$/.test(m[0]) ||
      /\b(?:also|another|too|as well|plus|and)\b/.test(folded);
    const slot = more ? 'product_type' : 'feature';
    take(r, { slot, start: words[0]!.start, end: head.end, confidence: 0.5 });
    return;
  }
};
