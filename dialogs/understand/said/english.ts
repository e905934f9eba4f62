/** Reads one English clause: which wishes it states, in its own words. */
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { singular } from '../../../knowledge/retrieval/tokens.ts';
import { sizesIn } from '../sizes.ts';
import { answerIn } from './english-answers.ts';
import {
  anythingGoes,
  frameBeforeGoods,
  infoQuestion,
  past,
  pastOnly,
  reaction,
  request,
  service,
} from './english-frames.ts';
import { hollow, type Phrase, phraseAt, tokenAt } from './english-phrases.ts';
import type { Clause, ClauseRead, Draft } from './fact.ts';

const forPerson =
  /(?:\b(?:for|to|from|as a gift for|is) (?:(?:my|a|an|our|his|her|the|some|dear|both|all|one of my|\d+|two|three|four|five|older|oldest|younger|youngest|elder|little|big|best|good|close|new|lovely|whole|entire|elderly|teenage|old|dear|beloved|future|newborn|\w+ing|\w+[- ]year[- ]old|\d+[- ]?(?:year|yr|month)s?[- ]old) ){0,4}|\b(?:my|our) (?:(?:dear|old|best|little|big|older|younger|oldest|youngest|elderly|teenage|beloved) ){0,2})$/;
const personAfter =
  /^(?:'s|s')? ?(?:is (?:a|an|really|very|into|looking|turning|getting|\d)|likes?|loves?|wears?|takes?|prefers?|needs?|wants?|hates?|dislikes?|doesn't|drinks?|enjoys?|reads?|collects?|plays?|uses?|asked|birthday|wedding|graduation|would|has|who|will|and i|'s)\b|^'s\b|^ (?:is|are)\b/;
const givenTo =
  /\b(?:gift|present|buying (?:this|it|that)|it(?:'s| is) for|this is for|they(?:'re| are) for|something for|surprise)\b/;
const owned =
  /\b(?:my|your|this|that|these|those|its|their|his|the same)(?: (?:old|current|new|own|previous|\w+'s))? $/;
const replaced = /\b(?:replac(?:e|ing)|chang(?:e|ing)|upgrad(?:e|ing)|swap(?:ping)?)\b.{0,12}$/;
const beforePurpose =
  /\b(?:for|during|to|at|in|on|when|while|of|use (?:it )?(?:for|at|in|on)|suitable for|good for|ideal for|perfect for|great for)(?: (?:the|a|an|my|our|his|her|some|both|daily|everyday|long|indoor|outdoor|upcoming|job|going|doing|playing|formal|special|their|your|mainly|mostly)){0,3} $/;
const parts =
  /^(?:camera|cameras|battery|batteries|screen|display|sound|resolution|storage|memory|ram|grip|grips|support|zip|suction|processor|speed|range|graphics|zoom|plot|story|ending|handle|handles|lid|pockets?|wheels?|capacity|performance|soles?|heels?|sleeves?|hood|collar|bass|cushioning|stabili[sz]ation|keyboard|mic|microphone|speakers?|noise|cancellation|brightness|light|zoom|traction|warmth|fit|straps?|shelves|drawers?|compartments?|fabric|insulation|padding|connection|compatibility|specs|life|illustrations?|pictures?|characters?|lead|warranty|signal|comfort|lens|aperture)$/;
const adjective =
  /^(?:good|great|best|better|decent|nice|big|bigger|large|larger|long|longer|high|higher|low|lower|enough|more|extra|strong|deep|built-in|fast|faster|wide|thick|soft|strong|powerful|excellent|amazing|bright|quiet|sharp|smooth|solid|clear|loud|lots|plenty|removable|adjustable|male|female|happy|sad)$/;
const describing: ReadonlySet<WishSlot> = new Set(['style', 'feature', 'quality']);
const exclaimed =
  /^(?:cool|cute|fancy|funny|great|sweet|quick|smart|fast|natural|nice|classic|solid|decent|simple|professional|romantic|fancy|quality|original|genuine|sturdy|short|long|soft|gentle|spicy|quiet|powerful|warm)$/;
const measure =
  /(?<![\w.$€£])(?:at ?least |minimum (?:of )?|more than |over |up to |around )?(\d+(?:[.,]\d+)?)[ -]?(gb|gigs?|tb|mb|mp|megapixels?|mah|hz|inch(?:es)?|"|cm|mm|m|met(?:er|re)s?|ft|feet|kg|kilos?|g|grams?|lbs?|lit(?:er|re)s?|l|ml|oz|watts?|w|hours?|hrs?|pages?|ply|seater|person|people|pieces?)\b(?:(?: of)? (?:internal |external |disk |storage |flash )*(?:storage|memory|ram|ssd|battery(?: life)?|camera|screen|display|hard drive|space|length|long|wide|tall|high|in length|capacity))?/g;
const sizeUnits = /^(?:inch|inches|"|cm|mm|m|meters?|metres?|ft|feet|lit(?:er|re)s?|l|ml|oz|seater|person|people)$/;
const namedSize =
  /\b(queen|king|twin|full|single|double|travel|pocket|family|plus|a[3-6]|carry-on|cabin|full|regular|normal|medium|standard)[ -]sized?\b|\b(?:size|sizes|sized?:) (small|medium|large|extra large|regular)\b|\b(a[3-6])\b|\b(small|medium|large|tiny|big|bigger|smaller|larger|huge|mini|compact)(?: enough)? (?:one|ones|size|version)\b|\b(?:not too|too) (big|small|large|long|short|wide|tall|heavy)\b/g;
const counted =
  /(?<![\w.$€£])(\d{1,5}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|a couple of|couple of|several)(?: (?:of (?:them|these|those|the|each)|(?:pairs?|pieces?|packs?|sets?|boxes|bottles|copies|units?|items?|pcs)(?: of)?|(?:(?!people|persons?|days?|weeks?|months?|years?|hours?|times?|minutes?|miles?|different|percent)[a-z-]+ ){0,2}(?=\0))| ?x\b)/g;

interface Reader {
  readonly clause: Clause;
  readonly drafts: Draft[];
  /** Stretches that are spoken for. */
  readonly taken: { start: number; end: number }[];
}
const isFree = (r: Reader, start: number, end: number): boolean => !r.taken.some(t => t.start < end && start < t.end);
const take = (r: Reader, draft: Draft): void => {
  r.drafts.push(draft);
  r.taken.push({ start: draft.start, end: draft.end });
};

export const readEnglish = (clause: Clause): ClauseRead => {
  const { folded, asked } = clause;
  const r: Reader = { clause, drafts: [], taken: [] };
  const asksFor = request.test(folded);
  const isInfo = infoQuestion.test(folded) && !asksFor;
  const isPast = past.test(folded) && !/\b(?:want|need|looking|like|love|prefer|replace|new)\b/.test(folded);
  const reacts = reaction.test(folded) && !asksFor;
  if (isInfo || isPast || pastOnly.test(folded) || (service.test(folded) && !asksFor))
    return { drafts: [], wish: false };
  if (anythingGoes.test(folded) && clause.negations.length === 0 && !/\b(?:but|as long as)\b/.test(folded))
    return { drafts: r.drafts, wish: clause.wishBefore };
  const wish = asksFor || clause.wishBefore || asked.slots.size > 0;

  readPeople(r);
  readMeasures(r);
  if (!reacts) readFeatures(r);
  readNames(r, reacts);
  readMakers(r);
  if (!reacts) readPurposes(r);
  if (asksFor || clause.wishBefore) readUnknownGoods(r);
  readQuantity(r);
  if (r.drafts.length === 0 && !clause.question) for (const draft of answerIn(clause)) take(r, draft);
  return { drafts: r.drafts, wish: wish && (asksFor || r.drafts.length > 0 || clause.wishBefore) };
};

const readPeople = (r: Reader): void => {
  const { folded, named } = r.clause;
  for (const n of named) {
    if (!n.slots.includes('recipient')) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    const forWhom = /\bfor (?:\w+[- ]?){0,4}$/.test(before) || givenTo.test(before);
    const isNamed =
      forPerson.test(before) &&
      (/\b(?:my|our|a|an|the|his|her|both|all|\d+|two|three|old)\b[^.]*$/.test(before) ||
        !n.slots.includes('age_group'));
    const asked = r.clause.asked.slots.has('recipient') && before.trim().split(' ').length <= 3;
    if (!(isNamed && (forWhom || personAfter.test(after))) && !asked) continue;
    if (/\b(?:for|to|from) $/.test(before) && n.slots.includes('age_group')) continue;
    take(r, { slot: 'recipient', start: n.start, end: n.end, polarity: 1, child: n.child });
  }
  const pronoun = /\bfor (him|her|them)\b/.exec(folded);
  if (pronoun && r.drafts.length === 0 && givenTo.test(folded))
    take(r, { slot: 'recipient', start: pronoun.index + 4, end: pronoun.index + pronoun[0].length, polarity: 1 });
  const age =
    /\b(?:for|to) (?:(?:my|a|an|our|the|his|her) )?(?:\w+ )?(\d{1,2}[- ]?(?:year|yr|month)s?[- ]olds?)\b|\b(?:girl|boy|child|kid|baby|person) (?:of|aged?) (\d{1,2}(?: ?(?:years?|yrs?|months?))?)\b|\b(?:for )?ages? (\d{1,2}(?: ?(?:-|to) ?\d{1,2})?\+?)\b/.exec(
      folded,
    );
  const said = age?.[1] ?? age?.[2] ?? age?.[3];
  if (age && said) {
    const start = age.index + age[0].lastIndexOf(said);
    take(r, { slot: 'age_group', start, end: start + said.length, polarity: 1, child: true });
  }
};

const readMeasures = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(measure)) {
    const unit = m[2]!;
    if (/^(?:m|g|l|w)$/.test(unit) && /\d$/.test(m[1]!) && / $/.test(m[0].slice(0, -unit.length)) && unit !== 'm')
      continue;
    if (/^pieces?$/.test(unit)) continue;
    if (/^(?:people|person)$/.test(unit) && !/\b(?:tent|table|sofa|seats?|serves?)\b/.test(folded)) continue;
    const lead = /^(?:at ?least |minimum (?:of )?|more than |over |up to |around )/.exec(m[0])?.[0] ?? '';
    const start = m.index + lead.length;
    const slot: WishSlot = sizeUnits.test(unit) ? 'size' : 'feature';
    take(r, { slot, start, end: m.index + m[0].length, value: m[0].slice(lead.length) });
  }
  for (const s of sizesIn(folded)) {
    if (!isFree(r, s.start, s.end)) continue;
    if (
      !asked.slots.has('size') &&
      /^(?:a|an|the|in) (?:small|medium|large)/.test(folded.slice(s.start, s.end)) &&
      !/^(?:\s*(?:please|size)|$)/.test(folded.slice(s.end))
    )
      continue;
    const value = /(\d{1,2}(?:\.5)?|[smlx]{1,4}|small|medium|large|extra large|extra small)\W*$/.exec(
      folded.slice(s.start, s.end).replace(/ (?:please|size|shoes?)\W*$/, ''),
    )?.[1];
    take(r, {
      slot: 'size',
      start: s.start,
      end: s.end,
      value: /^(?:us|uk) /.test(s.value) ? s.value : (value ?? s.value),
    });
  }
  for (const m of folded.matchAll(namedSize)) {
    const said = m[1] ? m[0] : m[4] ? m[4] : (m[2] ?? m[3] ?? m[5]!);
    const start = m.index + m[0].indexOf(said);
    if (!isFree(r, start, start + said.length)) continue;
    take(r, { slot: 'size', start, end: start + said.length, ...(m[5] ? { polarity: -1 as const } : {}) });
  }
};

/** "With a good camera and long battery life": what the thing should have. */
const readFeatures = (r: Reader): void => {
  const { folded, tokens, named } = r.clause;
  for (const m of folded.matchAll(/\b(with|has|have|having|without|includes?|including|w\/)\b/g)) {
    const without = m[1] === 'without';
    if (
      /^(?:has|have|having|includes?)$/.test(m[1]!) &&
      !/\b(?:it|that|which|they|should|must|to|one|phone|laptop|\w+s?) (?:should |must |would |to )?$/.test(
        folded.slice(0, m.index),
      )
    )
      continue;
    if (
      /^(?:has|have|having)$/.test(m[1]!) &&
      /\b(?:do|does|can|could|may|if|did|i|you|u|we) $/.test(folded.slice(0, m.index))
    )
      continue;
    if (
      /\b(?:help(?: me)?|ok|okay|fine|pay|happy|interested|start|work|agree|comfortable|satisfied|stick|go|going|problem|do) $/.test(
        folded.slice(0, m.index),
      )
    )
      continue;
    let at = tokenAt(tokens, m.index + m[0].length);
    for (let round = 0; round < 4; round++) {
      const phrase = phraseAt(folded, tokens, at, { keep: true });
      if (!phrase || !takePhrase(r, phrase, named, without)) break;
      const joint = /^(?:,)? ?(?:and|&|or|as well as|plus|,) /.exec(folded.slice(phrase.end));
      if (!joint) break;
      at = tokenAt(tokens, phrase.end + joint[0].length - 1);
    }
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
  if (hollow.test(text) || /\b(?:budget|discount|delivery|shipping|order|price|details?|friend|family)\b/.test(text))
    return false;
  if (/^(?:me|you|this|that|it|them|us|him|her)$/.test(text)) return false;
  const inside = named.filter(n => n.start >= phrase.start && n.end <= phrase.end);
  const only = inside.find(n => n.start === phrase.start && n.end === phrase.end);
  const slot = only?.slots.find(s => s === 'material' || s === 'color' || s === 'style' || s === 'quality');
  take(r, {
    slot: slot ?? 'feature',
    start: phrase.start,
    end: phrase.end,
    ...(without ? { polarity: -1 as const } : {}),
  });
  return true;
};

/** Words of the vocabulary, each in the slot its surroundings leave it. */
const readNames = (r: Reader, reacts: boolean): void => {
  const { folded, cased, named, asked, wanted } = r.clause;
  const goods = mergedGoods(named, folded);
  for (const n of goods) {
    if (!isFree(r, n.start, n.end)) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    const surface = folded.slice(n.start, n.end);
    for (const slot of n.slots) {
      if (slot === 'recipient' || slot === 'purpose') continue;
      if (slot === 'product_type' || slot === 'category') {
        if (reacts || (owned.test(before) && !replaced.test(before.slice(0, -4)) && !/\bnew $/.test(before))) continue;
        if (
          /\b(?:for|fits?|into|onto|on|inside|to fit(?: in)?|compatible with|against)(?: (?:my|a|an|the|our|his|her|new|old|\w+ed|\w+))* $/.test(
            before,
          ) &&
          !/\b(?:looking|search(?:ing)?|look|shopping|hunting|market|asking|ask|idea|ideas|go|going|wish|hoping|options?|recommendations?|suggestions?|ideas?) (?:for|on|into)(?: (?!for\b)[\w'-]+)* $/.test(
            before,
          )
        )
          continue;
        if (/^ sizes?\b/.test(after)) continue;
        if (n.slots[0] !== slot && n.slots[0] === 'genre' && wanted.some(w => /book|novel/.test(w))) continue;
      } else if (slot === 'genre') {
        if (reacts) continue;
        const literary =
          /\b(?:book|novel|stor(?:y|ies)|read|genre|film|movie|game|music|album|series|title)\w*\b/.test(folded) ||
          wanted.some(w => /book|novel|game|music|vinyl|album|film|dvd|comic|stor/.test(w));
        if (
          !literary &&
          !asked.slots.has('genre') &&
          (n.slots.length > 1 || !/thriller|romance|horror|sci|fantasy|mystery|fiction|comic|manga/.test(surface))
        )
          continue;
      } else if (slot === 'brand' || slot === 'author') {
        if (reacts) continue;
        if (isWord(surface) && cased.slice(n.start, n.end) === surface && !asked.slots.has(slot)) continue;
        if (/\bmy (?:\w+ )?$/.test(before)) continue;
      } else if (describing.has(slot)) {
        if (reacts) continue;
        if (
          exclaimed.test(surface) &&
          folded
            .replace(/[^a-z]+/g, ' ')
            .trim()
            .replace(/^(?:oh|that's|thats|wow|so|very|really) /, '') === surface &&
          !asked.slots.has(slot) &&
          !r.clause.wishBefore
        )
          continue;
        if (exclaimed.test(surface) && !attributive(r.clause, n)) continue;
      } else if (slot === 'age_group') {
        const next = goods.find(g => g.start > n.start);
        const beside =
          next && /^[ -]?(?:\w+ )?$/.test(folded.slice(n.end, next.start)) && next.slots[0] === 'product_type';
        if (
          !beside &&
          !/\b(?:for|to) (?:the )?$/.test(before) &&
          !asked.slots.has('age_group') &&
          !/\b(?:looking for|in|am) $/.test(before)
        )
          continue;
        if (/^ (?:character|lead|protagonist|main)/.test(after)) continue;
      } else if (slot === 'color' || slot === 'material') {
        if (reacts && !/\btoo\b/.test(folded)) continue;
        if (surface === 'down' && !/^ (?:jacket|coat|filled|duvet|pillow)/.test(after)) continue;
        if (/^ friday\b/.test(after)) continue;
      }
      if (slot === 'color' && /^(?:red|white)$/.test(surface) && /^ wine\b/.test(after)) continue;
      if (
        slot === 'color' &&
        n.slots.some(s => s === 'product_type') &&
        !goods.some(g => g.start >= n.end && g.slots[0] === 'product_type')
      )
        continue;
      take(r, { slot, start: n.start, end: n.end });
      break;
    }
  }
};

/** Brand and author names that are ordinary words: only with a capital. */
const isWord = (surface: string): boolean =>
  /^(?:apple|pixel|surface|beats|marshall|shark|ninja|lodge|coach|dove|fossil|trek|fender|head|polar|vans|puma|converse|columbia|stanley|parker|pandora|crucial|head|clarks|lush|specialized|gap|brooks|king|fitzgerald|asics|oral-b|head|braun|coral|dickens|camus|anker|kingston|deuter|osprey|thermos|salinger)$/.test(
    surface,
  );

const attributive = (clause: Clause, n: NamedWish): boolean => {
  const { folded } = clause;
  const before = folded.slice(0, n.start);
  const after = folded.slice(n.end);
  return (
    /\b(?:something|anything|sth|somehting|someting|more|bit|be|a|an|very|really|and|with|prefer|want|like|is|i'd say|looks?|look|keep it|too|not|less|some|or|quite|pretty|need)(?: (?:a bit|more|really|very|quite|too|super|nice and|looks?|nice))* $/.test(
      before,
    ) &&
    (/^ (?:and )?[a-z]/.test(after) || /^\W*$/.test(after)) &&
    !/^ ?(?:thanks|idea|deal|offer|choice|job|day|one time)/.test(after)
  );
};

const groupHeads =
  /^(?:equipment|gear|supplies|accessor(?:y|ies)|stuff|clothes|clothing|products|kit|items|essentials|outfit)$/;

/** Goods named side by side are one: an office calendar; "badminton equipment" is a group of goods. */
const mergedGoods = (named: readonly NamedWish[], folded: string): NamedWish[] => {
  const merged: NamedWish[] = [];
  for (const n of named) {
    const last = merged.at(-1);
    const beside = last && /^[ -]$/.test(folded.slice(last.end, n.start));
    const head = n.slots.includes('product_type') || n.slots.includes('category');
    if (beside && head && (last.slots[0] === 'product_type' || last.slots[0] === 'category')) {
      merged[merged.length - 1] = { ...n, start: last.start };
      continue;
    }
    if (beside && groupHeads.test(folded.slice(n.start, n.end)) && last.slots.includes('purpose')) {
      merged[merged.length - 1] = { ...n, slots: ['category'], start: last.start };
      continue;
    }
    merged.push(n);
  }
  return merged;
};

/** Makers told by how they are named: "by Colleen Hoover", "from the Bauer brand". */
const readMakers = (r: Reader): void => {
  const { folded, cased, asked, wanted } = r.clause;
  const literary =
    asked.slots.has('author') ||
    /\b(?:book|novel|author|writer|story|stories|read)s?\b/.test(folded) ||
    wanted.some(w => /book|novel/.test(w));
  for (const m of cased.matchAll(/\b(?:by|author|writer|from|of|like) ((?:[A-Z][\w.'-]+ ?){1,3})/g)) {
    const name = m[1]!.trim();
    const start = m.index + m[0].length - m[1]!.length;
    if (
      !isFree(r, start, start + name.length) ||
      /^(?:I|The|This|Christmas|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Sunday|Friday)\b/.test(
        name,
      )
    )
      continue;
    if (
      /\b(?:of|like) $/.test(m[0].slice(0, m[0].length - m[1]!.length)) &&
      !/\b(?:books?|novels?|works?|fan) of|authors? like|writers? like|brands? like/i.test(cased.slice(0, start))
    )
      continue;
    take(r, { slot: literary && !/brand/.test(folded) ? 'author' : 'brand', start, end: start + name.length });
  }
  const brand = /\b(?:from|by|in)? ?(?:the )?([a-z][\w'-]+) brands?\b/.exec(folded);
  if (
    brand &&
    !/^(?:any|the|a|this|that|which|what|specific|particular|top|good|best|other|same|different|popular|known|famous|some|no|your|my|certain|new|certain|another|cheap|luxury|trusted|local|well-known|reliable|decent|nice|of|big)$/.test(
      brand[1]!,
    )
  ) {
    const start = brand.index + brand[0].lastIndexOf(brand[1]!);
    if (isFree(r, start, start + brand[1]!.length)) take(r, { slot: 'brand', start, end: start + brand[1]!.length });
  }
};

/** "For running in the forest", "to organise my meetings", "a gift". */
const readPurposes = (r: Reader): void => {
  const { folded, tokens, named, asked } = r.clause;
  for (const n of named) {
    if (!n.slots.includes('purpose') || !isFree(r, n.start, n.end)) continue;
    const surface = folded.slice(n.start, n.end);
    const before = folded.slice(0, n.start);
    const next = named.find(o => o.start >= n.end);
    const beside =
      next !== undefined && next.slots[0] === 'product_type' && /^[ -](?:\w+ )?$/.test(folded.slice(n.end, next.start));
    const giving = /\b(?:gift|present)s?$/.test(surface);
    if (
      !(
        giving ||
        beside ||
        beforePurpose.test(before) ||
        asked.slots.has('purpose') ||
        /^(?:christmas|xmas|birthday|wedding anniversary|anniversary|housewarming|valentine's day|mother's day|father's day)$/.test(
          surface,
        )
      )
    )
      continue;
    if (/\b(?:black friday)\b/.test(surface)) continue;
    if (giving && /\b(?:free|any) $/.test(before)) continue;
    if (giving && /^ (?:wrap|card|basket|receipt|set|box)/.test(folded.slice(n.end))) continue;
    take(r, { slot: 'purpose', start: n.start, end: n.end });
  }
  for (const m of folded.matchAll(/\bfor (?:(?:my|a|the|our|some|his|her) )?(?=([a-z]+ing)\b)/g)) {
    const at = tokenAt(tokens, m.index + m[0].length);
    if (
      /^(?:something|anything|everything|nothing|evening|morning|wedding|king|ring|string|spring|buying|changing|being|having|asking|helping|waiting|getting|purchasing|finding|doing|playing|going|using|making|taking)$/.test(
        m[1]!,
      )
    ) {
      if (!/^(?:doing|playing|going|making|taking|using)$/.test(m[1]!)) continue;
    }
    const phrase = phraseAt(folded, tokens, at, { keep: true, most: 4 });
    if (
      phrase &&
      isFree(r, phrase.start, phrase.end) &&
      !/\b(?:thanks|thank you|sorry) $/.test(folded.slice(0, m.index))
    ) {
      const object = /^ (?:(?:my|the|a|an|our|some) )?([a-z]+s?)\b/.exec(folded.slice(phrase.end));
      take(r, { slot: 'purpose', start: phrase.start, end: phrase.end });
      void object;
    }
  }
  for (const m of folded.matchAll(
    /\b(?:to|that (?:will |can )?(?:help|helps) me(?: with)?|which helps me|so i can|i want to|want to) (organi[sz]e|run|play|travel|study|cook|bake|hike|record|film|stream|store|carry|wear|draw|paint|write|read|watch|listen|train|exercise|camp|work|start|decorate|sleep|clean|cut|edit|practi[sc]e|learn|protect|replace|take|keep|commute|swim|cycle|give|relax)\b/g,
  )) {
    const verb = m[1]!;
    if (
      /^(?:start|take|give|keep|replace|read|wear|store|work|cut|watch|learn)$/.test(verb) &&
      !/\bto (?:work|wear|store|keep|start|learn|read|watch|cut)\b/.test(m[0])
    )
      continue;
    if (
      /\b(?:like|love|want|need|able|have|going|prefer|something|anything|hoping|looking) to (?:take|give|keep|start|work|read)$/.test(
        folded.slice(0, m.index + m[0].length),
      )
    )
      continue;
    const start = m.index + m[0].length - verb.length;
    const at = tokenAt(tokens, m.index + m[0].length);
    const phrase = /^ (?!in\b|on\b|with\b|at\b|to\b|from\b|around\b)/.test(folded.slice(start + verb.length))
      ? phraseAt(folded, tokens, at, { keep: true, most: 3 })
      : null;
    const end = phrase && !hollow.test(folded.slice(phrase.start, phrase.end)) ? phrase.end : start + verb.length;
    if (!isFree(r, start, end)) continue;
    take(r, { slot: 'purpose', start, end, confidence: 0.6 });
  }
  for (const m of folded.matchAll(
    /\b(?:for|in|fits?|fit (?:in|into|on)) (?:my|a|the|our)(?: \w+)? (?:[a-z]+ )?(apartment|flat|room|studio|office|house|garden|desk|car|kitchen|classroom|team|business|printer|balcony|bike|laptop|phone|iphone|trip|interview|ceremony|event|hike|race|class|course|job|concert|project|wallet)\b/g,
  )) {
    const at = tokenAt(tokens, m.index + 3);
    const phrase = phraseAt(folded, tokens, at, { keep: true });
    if (!phrase || !isFree(r, phrase.start, phrase.end)) continue;
    take(r, { slot: 'purpose', start: phrase.start, end: phrase.end, confidence: 0.6 });
  }
};

/** Goods the vocabulary does not know: the noun a wish is about. */
const readUnknownGoods = (r: Reader): void => {
  const { folded, tokens, named } = r.clause;
  if (r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category')) return;
  for (const m of folded.matchAll(frameBeforeGoods)) {
    const end = m.index + m[0].length;
    if (folded[end] !== ' ') continue;
    if (/^(?:also|and)$/.test(m[0])) continue;
    if (
      /\b(?:don't|do not|not|didn't) (?:\w+ )?$/.test(folded.slice(0, m.index)) &&
      /^(?:want|need|like|know)/.test(m[0])
    )
      continue;
    const phrase = phraseAt(folded, tokens, tokenAt(tokens, end));
    if (!phrase) continue;
    const words = tokens.filter(t => t.start >= phrase.start && t.end <= phrase.end);
    const inside = (offset: number): boolean =>
      !isFree(r, offset, offset + 1) ||
      named.some(n => n.start <= offset && offset < n.end && !n.slots.includes('product_type'));
    while (words.length > 0 && inside(words[0]!.start)) words.shift();
    while (words.length > 0 && inside(words.at(-1)!.start)) words.pop();
    const head = words.at(-1);
    if (!head || words.some(w => /^(?:\d+|[a-z]|.*ing|.*ly|.*ed)$/.test(w.text) && w === head)) continue;
    if (hollow.test(head.text) || hollow.test(singular(head.text)) || words.some(w => hollow.test(w.text))) continue;
    take(r, { slot: 'product_type', start: words[0]!.start, end: head.end, confidence: 0.5 });
    return;
  }
};

const numbers: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  'a dozen': '12',
  'a couple of': '2',
  'couple of': '2',
};
const readQuantity = (r: Reader): void => {
  const { folded, named, asked } = r.clause;
  const heads = new Set(named.filter(n => n.slots[0] === 'product_type').map(n => n.start));
  let marked = folded;
  for (const start of [...heads].sort((a, b) => b - a))
    marked = `${marked.slice(0, start)}\0${marked.slice(start + 1)}`;
  for (const m of marked.matchAll(counted)) {
    if (/\b(?:size|under|over|about|around|\$) ?$/.test(folded.slice(0, m.index))) continue;
    const end = m.index + m[1]!.length;
    if (!isFree(r, m.index, end)) continue;
    take(r, { slot: 'quantity', start: m.index, end, value: numbers[m[1]!] ?? m[1]!.replaceAll(',', '') });
  }
  if (asked.slots.has('quantity') && !r.drafts.some(d => d.slot === 'quantity')) {
    const m =
      /^(?:just |only |i need |i want |about )?(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b/.exec(
        folded,
      );
    if (m)
      take(r, {
        slot: 'quantity',
        start: m.index + m[0].length - m[1]!.length,
        end: m.index + m[0].length,
        value: m[1] === 'one' ? '1' : (numbers[m[1]!] ?? m[1]!),
      });
  }
};
