/** An order in English and its parts, each with how many are wanted. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { isCloseUp, takesIt } from '../product/focus-talk.ts';
import { pendingFor } from '../wishes/wished.ts';
import type { OrderMemory } from './ordered.ts';

export interface Clause {
  /** What is said of it, without how many. */
  readonly text: string;
  readonly quantity: number;
  /** Nothing but "it", "them", "two". */
  readonly isIt: boolean;
  /** Said one behind the other, with a comma: of one thing, or of another each. */
  readonly parts: readonly { readonly text: string; readonly quantity: number | undefined }[];
}

export interface OrderSaid {
  /**
   * 'put': into the cart in so many words; 'take': "I'll have …"; 'counted': no more than so many of it, with a "please";
   * 'named': one of what was shown, without a verb ("pink one please, 1", "the white one in 45 please").
   */
  readonly kind: 'put' | 'take' | 'counted' | 'named';
  readonly clauses: readonly Clause[];
  /** So many of what is in the cart already is so many altogether. */
  readonly inAll: boolean;
  /** A number stands in it. */
  readonly counts: boolean;
  /** Right after something went into the cart. */
  readonly goesOn: boolean;
}

const longest = 140;
/** Before an order: agreed, thanked, praised. */
const lead =
  /^(?:(?:ok|okay|aight|k|yes|yeah|yep|no|nah|oh|ah|hm+|well|so|then|and|also|plus|right|alright|all right|great|fine|good enough|very good|good|super|cool|no problem|i(?:'?ll)? (?:risk|chance) it|cheers|thanks|perfect|lovely|brilliant|sweet|nice(?: one)?|awesome|excellent|sold|deal|whatever|actually|wait|please|now|just|that'?s (?:lovely|great|perfect|nice|fine|good)|looks? (?:good|great|nice)|love (?:it|that)|i like (?:it|that)|not bad|go on|let'?s (?:do it|go))[,.!?;: ]+)*/;
const asking = /^(?:(?:can|could|would) (?:you|u) (?:please |just )?)?/;
const putting = /^(?:add|put(?: in)?|pop(?: in)?|throw in|throw|stick(?: in)?|chuck(?: in)?|drop in|bag me|bung in) /;
const taking =
  /^(?:(?:i'?ll|i will|we'?ll|i'?m gonna|i'?m going to|let me|let'?s) (?:take|have|get|grab|buy|order|go (?:for|with)|do)|(?:can|could|may) (?:i|we) (?:please )?(?:get|have|take|order|buy)|give me|get me|grab me|gimme|order me|send me|i'?d like to (?:get|buy|order|have|take)) (?:please )?/;
/** "I'd like the big one", "I want the navy": one that was shown, or a wish for what was not. */
const wishing =
  /^i(?:'?d| would)? (?:like|want|need) (?=(?:the|this|that|these|those|one|two|three|four|\d{1,2})[ ,])|^(?:i'?ll|i will|let me) try (?=the|this|that|one|\d)/;
/** "The green one, put it in my basket". */
const puttingBehind =
  /[,.;!]+ *(?:(?:and|then|just|please|pls) )*(?:add(?: both)?(?=[,. ]*(?:please|pls|thanks|then|now)*[.! ]*$)|(?:add|put|pop|throw|stick|chuck) (?:it|that|them|(?:that|this) one)(?: in)?)(?=(?: +in (?:an? )?(?:size )?(?:(?:uk|us|eu) ?)?(?:\d{1,2}(?:\.5)?|x*[sml]))?(?:[,. ]*(?:please|pls|thanks|then|now))*[.! ]*$)/;
/** "Longway it is, in blue": settled on. */
const settled =
  /^(?!(?:what|how|which|where|who|whatever|that|this|so|as|like|if|is|here|there)\b)(?:the )?((?:[a-z\d'’-]+ ){0,3}[a-z\d'’-]+) it is(?=$|[,.!;])/;
/** "… and that's me done": nothing more is bought. */
const closing =
  /[,.!;]* (?:and )?(?:that(?:'s| is|'ll be| will be)|i'm|i am) (?:me done|done|me|all|it|everything|the lot|me sorted|all i need)(?: (?:thanks|thank you|for (?:now|today)))*[.! ]*$/;
const setting = /^(?:make (?:it|that)|let'?s make (?:it|that)) /;
const cart =
  / (?:in|into|to|on) (?:(?:my|the|your) )?(?:cart|basket|bag|trolley|order)\b|^(?:in|into|to) (?:my|the) (?:cart|basket) /g;
const tail =
  /(?:[,. ]+(?:please|pls|plz|thanks|thank you|cheers|then|now|too|as well|also|anyway|for me|mate|in|up|again|thx|ta))*[.! ]*$/;
const isPolite = /\b(?:please|pls|plz|thanks|thx|cheers|ta)\b/;
/** What a shop adds to an order that is no goods. */
const service =
  /\b(?:codes?|coupons?|vouchers?|notes?|address|gift ?(?:wrap\w*|box|card)|wrapping|wrapped|e-?mail|phone number|invoice|message|reviews?|samples?|refunds?|money|receipt|warranty|person|human|list|wishlist|filters?(?! (?:papers?|bags?|cones?|cups?)\b))\b/;
/** Another request stands in it, or something is supposed, asked or told. */
const more =
  /[?？;]|[.!] [a-z\d]|\b(?:with|in|of) (?:(?:an?|some) )?(?:more|less|fewer|another|different) [a-z]|\b(?:how|what|when|where|why|who|which|show|does|is|are|was|if|would|should|because|but|not|don'?t|without|instead of|rather|look(?:ing)?|find|search|see|help|track|cancel|return|exchange|checkout|check out|deliver\w*|ship\w*|back|think|know|idea|minute|pass|miss|something|anything|everything|same|other|another one|total|cost|price|less|off|percent|discount|cheaper one of)\b(?! expensive)|\d ?%/;

const number =
  '(\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|a couple|a pair|a dozen|both|another|some)';
const measures =
  '(?:packs?|packets?|boxes|box|tins?|bags?|bottles?|jars?|pieces?|pcs|pairs?|units?|sets?|cups?|tubes?)';
const leading = new RegExp(
  `^(?:just |only )?(?:the )?${number}(?: more)?(?: (?:${measures})(?= of | in |$))?(?: of)?(?= |$)`,
);
const trailing = new RegExp(
  `(?:^|[, ]+)(?:x ?)?(\\d{1,2}|two|three|four|five|six) (?:${measures}|of (?:them|those|these|it))$`,
);
const times = /(?:^| )(?:x ?(\d{1,2})|(\d{1,2}) ?x)(?= |$)/;
const definite = /^(?:the|that|this) (?!(?:first|second|third|fourth|fifth|last|next|other)\b)/;
const multiplied = /\bx ?\d{1,2}\b|\b\d{1,2} ?x\b/;
const saysSize = /\b(?:in|size) (?:an? |size )?(?:xxs|xs|s|m|l|xl|xxl|3[4-9]|4[0-8])\b/;
const ofOneShown = /^(?:that|this) one in [a-z]/;
const narrowing = /\b(?:just|only)[, ]+$/;
const justOne = /^(?:just|only) (?:the )?one$/;
const pointing = /^(?:it|this|that|them|these|those|(?:this|that) one|the one|one|ones|of (?:it|them|those|these))?$/;

const parts =
  /,? (?:and|plus|as well as|along with|&|\+) (?:also |then )?(?:a pair of )?|(?:, | \+ )(?=(?:an?|one|two|three|four|five|six|\d{1,2}) [a-z])/;

/** More than that is a size or an age. */
const mostCounted = 29;

const counted = (said: string): number => {
  if (/^(?:a|an|one|another|some)$/.test(said)) return 1;
  return said === 'a couple' || said === 'both'
    ? 2
    : said === 'a pair'
      ? 1
      : said === 'a dozen'
        ? 12
        : readNumber(said);
};

/** Of shoes it is no number: "…, 42 please". */
const shoeSize = /^(?:an? )?(3[4-9]|4[0-8])$/;
/** "One in purple one in orange", in one breath. */
const oneAndOne =
  /(?<=^|, )(one (?:in )?[a-z]+) (?=one (?:in )?[a-z]+(?:[, ]+(?:please|pls|thanks|add(?: them| both)?))*[.! ]*$)/;
/** "The candles! One in yellow and one in pink". */
const pauseBeforeParts = /[:!]+ +(?=(?:one|two|three|four|\d{1,2}) (?:in )?[a-z]+(?: [a-z]+)? (?:and|one) )/g;
/** "The 50ml. In the cart please": where it goes, after a pause. */
const pauseBeforeCart = /[.!,]+ +(?=(?:in|into|to) (?:the|my) (?:cart|basket|bag)\b)/g;

const clauseOf = (said: string): { readonly text: string; readonly quantity: number | undefined } => {
  let text = said.trim().replace(tail, '');
  if (justOne.test(text)) return { text: '', quantity: 1 };
  if (shoeSize.test(text)) return { text: `size ${shoeSize.exec(text)![1]}`, quantity: undefined };
  let quantity: number | undefined;
  const multiple = times.exec(text);
  if (multiple) {
    quantity = Number(multiple[1] ?? multiple[2]);
    text = text.replace(times, ' ').trim();
  }
  const behind = trailing.exec(text);
  if (behind) {
    quantity = counted(behind[1]!);
    text = text.slice(0, behind.index);
  }
  const before = leading.exec(text);
  // "10 drip bags", "one" is so many; "the 50 g" is a measure.
  // "The 50 one" is a size.
  if (
    before &&
    counted(before[1]!) <= mostCounted &&
    !/^ ?(?:g|kg|ml|l|cm|pcs|grams?|litres?|-?(?:piece|pc|pack) (?:set|kit|pack|box|one))\b/.test(
      text.slice(before[0].length),
    )
  ) {
    quantity ??= counted(before[1]!);
    text = text.slice(before[0].length);
  }
  return { text: text.trim(), quantity };
};

/** Undefined: it is no order, or more than one. */
export const orderSaid = (folded: string, memory: OrderMemory): OrderSaid | undefined => {
  if (folded.length > longest) return undefined;
  const agreed = lead.exec(folded)![0];
  const said = folded
    .slice(agreed.length)
    .replace(pauseBeforeCart, ' ')
    .replace(pauseBeforeParts, ', ')
    .replace(oneAndOne, '$1 and ')
    .replace(settled, "i'll take the $1")
    .replace(closing, '');
  const polite = asking.exec(said)![0];
  const body = said.slice(polite.length).trim();
  const wish = wishing.exec(body);
  const verb = putting.exec(body) ?? taking.exec(body) ?? setting.exec(body) ?? wish;
  const all = (verb ? body.slice(verb[0].length) : body).replace(cart, ' ').trim();
  const ordered = all.replace(puttingBehind, '');
  const puts = verb === null ? ordered !== all : putting.test(body);
  const told = puts ? 'put' : verb === null ? 'counted' : wish ? 'named' : 'take';
  const isSetting = verb !== null && setting.test(body);
  const asksWell = /^(?:can|could|may) (?:i|we)\b/.test(body) || polite !== '';
  if (more.test(asksWell ? ordered.replace(/\?+$/, '') : ordered) || service.test(ordered)) return undefined;
  const pieces = ordered.replace(/\?+$/, '').split(parts);
  const clauses: Clause[] = [];
  let counts = false;
  const asked = (pieces.length === 1 ? pendingFor(memory)?.quantity : undefined) ?? 1;
  for (const piece of pieces) {
    // Behind a comma stands what is said of the same thing: "…, the 50g", "…, size 42", "…, just the one".
    const [head = '', ...rest] = piece.split(/,\s*/).map(clauseOf);
    if (head === '') return undefined;
    const all = [head, ...rest];
    const told = all.map(one => one.quantity).findLast(one => one !== undefined);
    // "Both, the cream and the balm": of each of them one.
    const quantity = (pieces.length > 1 || rest.length > 0) && told === 2 && /\bboth\b/.test(piece) ? undefined : told;
    const text = all
      .map(one => one.text)
      .filter(one => one !== '')
      .join(' ');
    counts ||= quantity !== undefined;
    const last = clauses.at(-1);
    // "The drip bags, 2 boxes": so many of what stands before it.
    if (last && text === '' && quantity !== undefined && !last.isIt) {
      clauses.splice(-1, 1, { ...last, quantity });
      continue;
    }
    clauses.push({ text, quantity: quantity ?? asked, isIt: all.every(one => pointing.test(one.text)), parts: all });
  }
  const first = clauses[0];
  if (!first || clauses.some(one => one.quantity < 1 || one.quantity > mostCounted)) return undefined;
  // "Can I have it in blue" asks; so does whatever is had "delivered".
  if (asksWell && !counts) return undefined;
  if (isSetting && (!counts || first.isIt)) return undefined;
  const goesOn = /^(?:add-to-cart|change-quantity)$/.test(memory.lastIntent ?? '');
  const isTold =
    /^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple|a dozen)\b)/.test(
      ordered,
    );
  const isCounted =
    isTold && (isPolite.test(folded) || / of the /.test(` ${ordered}`) || (goesOn && /\bmore\b/.test(ordered)));
  const kind = told === 'counted' && !isCounted ? 'named' : told;
  if (kind === 'counted' && first.isIt && !isCloseUp(memory)) return undefined;
  if (kind === 'named' && (clauses.every(one => one.isIt) || !(wish || isPicked()))) return undefined;
  // "Add it" alone has a reading of its own, with the deals that wait for a yes.
  if (clauses.length === 1 && first.isIt && (kind !== 'counted' || takesIt(folded))) return undefined;
  return { kind, clauses, inAll: isSetting, counts, goesOn };

  /** Which one is told as it is told to a shop: after "which one?", so many of it, or of what is looked at with a "please". */
  function isPicked(): boolean {
    if (pendingFor(memory) !== undefined) return true;
    // "Ok two longjing": by a name, or nothing is read of it.
    if (counts && isTold && agreed !== '') return true;
    const isNear = isCloseUp(memory) || memory.shown.length > 0;
    if (counts)
      // "A waterproof backpack", said again: it is looked for again.
      return (
        isNear && (isPolite.test(folded) || agreed !== '' || multiplied.test(ordered) || (isTold && isCloseUp(memory)))
      );
    // "Just the kettle please. Can you set it to 93 degrees?": the others are left out.
    if (narrowing.test(agreed) && definite.test(ordered) && !goesOn) return false;
    // "Ok that one in orange, 45": agreed to, and in its own form.
    if (agreed !== '' && ofOneShown.test(ordered) && isNear) return true;
    // "Toys please", of a pen that is looked at: some are looked for, and none is taken.
    if (someOfKind.test(ordered)) return false;
    return isPolite.test(folded) && isNear && (isCloseUp(memory) || saysSize.test(ordered) || definite.test(ordered));
  }
};

const someOfKind = /^[a-z]{3,}s(?:[,. ]+(?:please|pls|plz))*[.! ]*$/;

/** "2 pairs in 44, one grey one green". */
const sizeOfAll = /^(?:in )?(?:an? )?(?:size )?(?:3[4-9]|4[0-8]|x{0,2}s|m|x{0,3}l)$/;
/**
 * "Two of them, one yellow and one pink", "the candles! One in yellow and one in pink": the parts are ordered. `heading`: what they are
 * parts of. Undefined: nothing is told of all of them first.
 */
export const partsOfWhole = (
  [whole, ...rest]: readonly Clause[],
  namesThing: (clause: Clause) => boolean,
): { readonly clauses: readonly Clause[]; readonly heading?: string } | undefined => {
  if (!whole || rest.length < 2 || rest.some(one => one.isIt || namesThing(one))) return undefined;
  const inAll = rest.reduce((sum, one) => sum + one.quantity, 0);
  if (whole.isIt || sizeOfAll.test(whole.text)) return whole.quantity === inAll ? { clauses: rest } : undefined;
  const isCounted = whole.parts.some(part => part.quantity !== undefined);
  return namesThing(whole) && (!isCounted || whole.quantity === inAll)
    ? { clauses: rest, heading: whole.text }
    : undefined;
};
