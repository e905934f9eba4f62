/** "A bottle of ink", "n a bag of peat free compost", "3 packs of oat milk": what the goods come in tells that they are goods. */
import { hollow, isBoundary } from './english-phrases.ts';
import { speech, speechOf } from './parts-of-speech.ts';
import { isFree, type Reader, take } from './reader.ts';

const packed =
  /\b(?:bottle|bag|pack|packet|box|jar|tin|tub|tube|roll|pair|can|carton|crate|bunch|reel|loaf|ball|bar|sachet|kilo|litre|liter|pot|punnet|pint|spool|skein|sheet|bale)(?:e?s)? of ((?:[a-z][a-z-]+ ){0,3}[a-z][a-z-]+)/g;
const notTheGoods =
  /^(?:the|those|these|them|that|this|it|each|your|my|his|her|our|their|all|both|any|every|what|which|one|each|mine|yours|\w+teen|two|three|four|five|six|ten|twelve|\d+)\b/;

export const readContained = (r: Reader): void => {
  const { folded, named } = r.clause;
  if (r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category')) return;
  for (const m of folded.matchAll(packed)) {
    if (notTheGoods.test(m[1]!)) continue;
    let at = m.index + m[0].length - m[1]!.length;
    const words: { text: string; start: number }[] = [];
    for (const text of m[1]!.split(' ')) {
      if (isBoundary(text)) break;
      words.push({ text, start: at });
      at += text.length + 1;
    }
    // "Peat free compost": how they are is read by itself.
    while (words.length > 1 && !isFree(r, words[0]!.start, words[0]!.start + words[0]!.text.length)) words.shift();
    const head = words.at(-1);
    if (!head || hollow.test(head.text) || ((speechOf(head.text) & speech.noun) === 0 && speechOf(head.text) !== 0))
      continue;
    const [start, end] = [words[0]!.start, head.start + head.text.length];
    if (!isFree(r, start, end) || named.some(n => n.start < end && start < n.end && n.slots[0] === 'color')) continue;
    take(r, { slot: 'product_type', start, end, polarity: 1, confidence: 0.6 });
    return;
  }
};
