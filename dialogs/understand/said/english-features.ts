import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { hollow, type Phrase, phraseAt, tokenAt } from './english-phrases.ts';
import { isFree, type Reader, take } from './reader.ts';

/** Parts and powers of goods, though some are goods of their own elsewhere. */
export const parts =
  /^(?:fans?|cushion|touchscreen|drawers|timer|remote|charger|port|ports|camera|cameras|battery|batteries|screen|display|sound|resolution|storage|memory|ram|grip|grips|support|zip|suction|processor|speed|range|graphics|zoom|plot|story|ending|handle|handles|lid|pockets?|wheels?|capacity|performance|soles?|heels?|sleeves?|hood|collar|bass|cushioning|stabili[sz]ation|keyboard|mic|microphone|speakers?|noise|cancellation|brightness|light|zoom|traction|warmth|fit|straps?|shelves|drawers?|compartments?|fabric|insulation|padding|connection|compatibility|specs|life|illustrations?|pictures?|characters?|lead|warranty|signal|comfort|lens|aperture|height|armrests?|headrests?|graphics card|card|display)$/;
const adjective =
  /^(?:good|great|best|better|decent|nice|big|bigger|large|larger|long|longer|high|higher|low|lower|enough|more|extra|strong|deep|built-in|fast|faster|wide|thick|soft|strong|powerful|excellent|amazing|bright|quiet|sharp|smooth|solid|clear|loud|lots|plenty|removable|adjustable|male|female|happy|sad)$/;

const tooMuch = /\b(?:not|nothing|isn't|n't be|n't want (?:it|anything|something)|not be) too ([a-z]+)\b/g;
const demand =
  /\b(?:it|they|that|which|this) (?:also )?(?:should|must|has to|have to|needs? to|ought to|can) (?:also )?(?:be |have )?((?!be\b|have\b|cost\b|under\b|for\b|in\b|size\b|not\b|arrive\b|come\b)[a-z][a-z' -]{3,28})$/;
const capable =
  /\b(?:should|must|has to|have to|needs? to|can|could|that|to) ((?:fits?|holds?) (?:a|an|my|the|in|into|on|for|through|under|inside|\d+)[a-z0-9' -]{2,24})$/;

/** "Who loves dinosaurs", "she is crazy about unicorns": whom it is for would like these on it. */
const fond =
  /\b(?:who|she|he|they|girls?|boys?|kids?|daughters?|sons?|nieces?|nephews?)(?:'s|'re)? (?:is |are )?(?:really |absolutely |totally |so )?(?:loves?|adores?|crazy about|obsessed with|mad about) ([a-z]{4,}s)(?=$|[,.!]| and\b)/;

/** "That fits a 13 inch laptop": read before the measures in it. */
export const readCapacity = (r: Reader): void => {
  const { folded } = r.clause;
  const able = capable.exec(folded);
  if (!able) return;
  const start = able.index + able[0].length - able[1]!.length;
  const end = start + able[1]!.replace(/ (?:please|too|as well|ideally)$/, '').length;
  take(r, { slot: 'feature', start, end, confidence: 0.6 });
};

/** "With a good camera and long battery life": what the thing should have. */
export const readFeatures = (r: Reader): void => {
  const { folded, tokens, named } = r.clause;
  for (const m of folded.matchAll(/\b(with|needs?|has|have|having|without|includes?|including|w\/)\b/g)) {
    const without = m[1] === 'without';
    if (
      /^(?:needs?|has|have|having|includes?)$/.test(m[1]!) &&
      !/\b(?:it|that|which|they|should|must|to|one|phone|laptop) (?:should |must |would |to )?(?:also )?$/.test(
        folded.slice(0, m.index),
      )
    )
      continue;
    if (
      m[1] === 'have' &&
      r.clause.wanted.length === 0 &&
      /\b(?:like|love|want|wish) to $/.test(folded.slice(0, m.index))
    )
      continue;
    if (
      /^(?:has|have|having)$/.test(m[1]!) &&
      /\b(?:do|does|can|could|may|if|did|i|you|u|we|not|don't) $/.test(folded.slice(0, m.index))
    )
      continue;
    if (
      /\b(?:along|get on|got on|get along|help(?: me)?|ok|okay|fine|pay|happy|interested|start|work|agree|comfortable|satisfied|stick|go|going|problem|do) $/.test(
        folded.slice(0, m.index),
      )
    )
      continue;
    if (/\b(?:surprise|present|gift|treat)\b.{2,30}$/.test(folded.slice(0, m.index)) && m[1] === 'with') continue;
    let at = tokenAt(tokens, m.index + m[0].length);
    for (let round = 0; round < 4; round++) {
      const phrase = phraseAt(folded, tokens, at, { keep: true });
      if (!phrase || !takePhrase(r, phrase, named, without)) break;
      const joint = /^(?:,)? ?(?:and|&|or|as well as|plus|,) /.exec(folded.slice(phrase.end));
      if (!joint) break;
      at = tokenAt(tokens, phrase.end + joint[0].length - 1);
    }
  }
  for (const m of folded.matchAll(tooMuch)) {
    const start = m.index + m[0].length - m[1]!.length;
    if (
      /^(?:expensive|pricey|costly|much|many|sure|bad|keen|fussy|picky|late)$/.test(m[1]!) ||
      !isFree(r, start, start + m[1]!.length)
    )
      continue;
    const known = named
      .find(n => n.start === start)
      ?.slots.find(s => s === 'style' || s === 'color' || s === 'quality' || s === 'genre');
    take(r, { slot: known ?? 'feature', start, end: start + m[1]!.length, polarity: -1 });
  }
  const plus =
    /^(?:(?:oh|and|also|but) )*(?:an? |the |some )?([a-z][a-z -]{2,28}) (?:is|are|would be) (?:a (?:big |huge )?(?:plus|must|bonus)|important|essential|nice to have|required|necessary|a nice bonus)\b/.exec(
      folded,
    );
  if (plus && !/^(?:it|that|this|they|quality|price|brand|size|colou?r|what|which|how|is|are)\b/.test(plus[1]!)) {
    const at = folded.indexOf(plus[1]!);
    const part =
      / (?!design|size|version|model|option)[a-z]+$/.test(plus[1]!) && !named.some(n => n.end === at + plus[1]!.length);
    const first = part
      ? undefined
      : named.find(n => n.start >= at && n.end <= at + plus[1]!.length && n.slots.includes('feature'));
    if (first && isFree(r, first.start, first.end))
      take(r, { slot: 'feature', start: first.start, end: first.end, polarity: 1 });
    const start = at;
    const known = named
      .find(n => n.start === start && n.end === start + plus[1]!.length)
      ?.slots.find(s => s !== 'product_type');
    if (isFree(r, start, start + plus[1]!.length))
      take(r, { slot: known ?? 'feature', start, end: start + plus[1]!.length, polarity: 1 });
  }
  const loved = fond.exec(folded);
  if (loved) {
    const start = loved.index + loved[0].length - loved[1]!.length;
    if (
      isFree(r, start, start + loved[1]!.length) &&
      !named.some(
        n => n.start <= start && start < n.end && n.slots.some(s => s === 'purpose' || s === 'brand' || s === 'author'),
      ) &&
      !hollow.test(loved[1]!)
    )
      take(r, { slot: 'feature', start, end: start + loved[1]!.length, polarity: 1, confidence: 0.5 });
  }
  const able = named.length === 0 ? demand.exec(folded) : null;
  if (able) {
    const start = able.index + able[0].length - able[1]!.length;
    if (isFree(r, start, folded.length)) take(r, { slot: 'feature', start, end: folded.length, confidence: 0.6 });
  }
  tokens.forEach((token, i) => {
    if (!adjective.test(token.text)) return;
    const phrase = phraseAt(folded, tokens, i, { keep: true, most: 4 });
    if (!phrase || !isFree(r, phrase.start, phrase.end) || phrase.start !== token.start) return;
    const last = tokens[phrase.next - 1]!;
    if (phrase.next - 1 === i || !parts.test(last.text)) return;
    const goods = named.find(n => n.end === phrase.end && n.slots[0] === 'product_type');
    if (goods && r.clause.wanted.length === 0 && !/\b(?:have|with|has)\b/.test(folded.slice(0, phrase.start))) return;
    take(r, { slot: 'feature', start: phrase.start, end: phrase.end });
  });
};

const takePhrase = (r: Reader, phrase: Phrase, named: readonly NamedWish[], without: boolean): boolean => {
  const { folded } = r.clause;
  const text = folded.slice(phrase.start, phrase.end);
  if (!isFree(r, phrase.start, phrase.end)) return true;
  if (
    hollow.test(text) ||
    /\b(?:budget|discount|deliver|delivery|shipping|order|price|details?|friend|family)\b/.test(text)
  )
    return false;
  if (/^(?:me|you|this|that|it|them|us|him|her|phone|laptop|book|one)$/.test(text)) return false;
  const inside = named.filter(n => n.start >= phrase.start && n.end <= phrase.end);
  const only = inside.find(n => n.start === phrase.start && n.end === phrase.end);
  const slot = only?.slots.find(s => s === 'material' || s === 'color' || s === 'style' || s === 'quality');
  const many =
    /^(?:lots|plenty|a lot|enough|notes|hints|(?:an? )?(?:photo|picture|print|scent|smell|taste|hint))$/.test(text)
      ? /^ of (?:[a-z-]+ (?!and\b|or\b|with\b|for\b|in\b))?[a-z-]+/
      : /^ of \d[\d.]*/;
  const besides = /\b(?:goe?s?|pairs?|paired) (?:well |nicely |best |great )?with (?:an? |the |my |our )?$/.test(
    folded.slice(0, phrase.start),
  );
  take(r, {
    slot: besides ? 'purpose' : (slot ?? 'feature'),
    start: phrase.start,
    end: phrase.end + (many.exec(folded.slice(phrase.end))?.[0].length ?? 0),
    ...(without ? { polarity: -1 as const } : {}),
  });
  return true;
};
