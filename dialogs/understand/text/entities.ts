/** Numbers, names and pointers in one message. */
import { englishOrdinals, readNumber } from '../../../knowledge/language/numbers.ts';
import type { Entities } from '../../turn.ts';
import { withoutDenied } from '../orders/not-meant.ts';
import { daysIn } from './dates-said.ts';
import type { MoneySaid } from './money-said.ts';

const email = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9.-]{0,190}\.[a-z]{2,24}/i;
const lettered = /(?<![a-z0-9])([a-z]{1,4}-?\d{4,12})(?![a-z0-9])/i;
/** A parcel's number at its courier's, also one that was sent back: no order is called so. */
const ofCourier = /^(?:sf|yt|zto|sto|jd|jt|ems|yd|dpk|ups|dhl)-?\d{6,12}$/i;
const bare = /(?<![\d.,a-z#-])#?(\d{5,14})(?![\d-]|\.\d)/i;
const codeAfterWord =
  /(?:code|coupon|voucher|promo|优惠码|优惠券|券码|兑换码|折扣码|口令)(?:\s+(?:is|called|code|says))*\s*[:：是"'“]*\s*([A-Za-z][A-Za-z0-9-]{3,19}|[A-Za-z0-9-]{6,20})/i;
/** In lower case a code is told by its digits and by what is done with it: "use wild20". */
const quiet =
  /(?<![a-z0-9])(?!(?:under|over|about|around|below|above|size|from|least|most|than|type|item|number)\d)[a-z]{4,12}\d{2,4}(?![a-z0-9])/;
const codeUse = /\b(?:use|apply|enter|redeem|try|activate|combine|stack|work)\b|用|试|输|兑|叠加|[码券]/u;
const shouted = /(?<![A-Za-z0-9])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{5,16}(?![A-Za-z0-9])/;

const ordinalWord = englishOrdinals.join('|');
const thing = '(?:one|item|product|option|pair|choice|thing|suggestion|picture|result|shoes?|jacket|bag|mug|offer)';
const ordinalEnglish = new RegExp(
  `(?:\\bthe )?\\b(${ordinalWord}|(\\d{1,2})(?:st|nd|rd|th)) ${thing}\\b|\\bthe (${ordinalWord})\\s*(?:[.,!?]|please|$|in|for|from|and|too|out\\b|off\\b)|^(?:number|no\\.?|#|option) ?(\\d{1,2})\\b|\\b(?:number|option|item) (\\d{1,2})\\b(?! ?(?:days|items))|\\b(?:number|option|no\\.?|item) (one|two|three|four|five)\\b`,
);
const lastEnglish = new RegExp(
  `(?<!\\b(?:it|this|that|they)(?:'s| is| are)? (?:still |really |only )?(?:the )?)\\b(?:the )?(?:very )?last ${thing}\\b|\\bthe last\\s*[.!?]?$|\\bbottom one\\b`,
);
const ordinalChinese = /第 ?([一二两三四五六七八九十\d]{1,2}) ?(?:个|款|双|件|条|只|种|样|张|家|套|台|把|$)/u;
const lastChinese = /最后(?:的)?(?:那|这)?(?:一)?(?:个|款|双|件|条|只|种)|最下面那?(?:个|款)/u;
const fromEndChinese = /倒数第 ?([一二两三四五\d]) ?(?:个|款|双|件|条|只|种|样)/u;
const pointing =
  /\b(?:this|that) (?:one|bag|jacket|shoe|pair|mug|product|item|thing)\b|\b(?:is|are|does|do|add|take|buy|want|have|about|get|like|with|how much (?:is|are)) (?:it|this|that|them|these|those)\b|^(?:this|that|it)\b|\b(?:has|can|will|would|was|did) (?:it|this|that|they)\b(?! (?:order|parcel|package))|(?:这|那)(?:个|款|双|件|条|只|种|一款|一个|一双|一件)(?!问题|月|星期|礼拜|周|订单|单|优惠|活动|客服|人|时候|原因|价)|刚才那|上面那|它(?!们的)|就这|这双|那双/u;

const quantityEnglish =
  /\b(\d{1,2}|two|three|four|five|six|a couple of) (?:of (?:them|these|those|it|the|this|that)|pairs?|pieces?(?! (?:set|kit|suit|pack|puzzle)\b)|units?|boxes|packs?|copies|items)\b|\bx ?(\d{1,2})\b|\b(?:buy|add|get|take|order|(?<=\b(?:i'?ll|i will|can i|could i) )have|put(?= \w+ (?:of (?:them|those|these) )?(?:in|into|to) (?:the|my) (?:cart|basket|bag))) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple|a dozen)\b(?! ?(?:days|hours|hundred|thousand|yuan|dollars))|\b(?:and|but) make (?:it|that|them) ([2-9]|two|three|four|five|six)\b(?! ?(?:days|hours|hundred|thousand|yuan|dollars|sizes?))/;
const quantityChinese =
  /([两三四五六七八九十]|\d{1,2}) ?(?:双|件|个|只|条|盒|包|套|瓶|份|台|把|本(?!来|店|身)|[支罐袋](?!装))(?!月|小时|星期|工作日|折)/u;

const clip = (text: string, spans: readonly { start: number; end: number }[]): string => {
  let out = text;
  for (const { start, end } of spans) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
  return out;
};

export const entitiesIn = (
  original: string,
  folded: string,
  moneySaid: MoneySaid,
  products: Entities['products'],
  sentAt?: Date,
): Entities => {
  const mail = email.exec(folded)?.[0];
  const unpriced = clip(mail ? folded.replace(mail, ' '.repeat(mail.length)) : folded, moneySaid.spans);
  const said = lettered.exec(unpriced)?.[1] ?? bare.exec(unpriced)?.[1];
  const number = said !== undefined && ofCourier.test(said) ? undefined : said;
  const code = codeIn(original, number);
  const codes = codesIn(original, code);
  const when = sentAt ? (daysIn(withoutDenied(unpriced), sentAt) ?? daysIn(unpriced, sentAt)) : undefined;
  const isOrder = number !== undefined && number.toUpperCase() !== code;
  const ordinal = askedPlace(unpriced) ?? ordinalIn(unpriced);
  const quantity = quantityIn(unpriced);
  const budget = budgetOf(moneySaid);
  return {
    products,
    ...(isOrder ? { orderNumber: number.toUpperCase() } : {}),
    ...(mail ? { email: mail } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget ? { budget } : {}),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(code ? { code } : {}),
    ...(codes.length > 1 ? { codes } : {}),
    ...(when ? { when } : {}),
  };
};

/** The highest price wins; a lowest one is the budget only when nothing else was said. */
const budgetOf = ({ bounds }: MoneySaid): Entities['budget'] =>
  bounds.findLast(b => b.bound === 'max') ?? bounds.findLast(b => b.bound === 'around') ?? bounds.at(-1);

const ordinary = new Set([
  'WORK',
  'DOES',
  'NOT',
  'DIDN',
  'CODE',
  'ISN',
  'WORKING',
  'PLEASE',
  'THAT',
  'THIS',
  'WITH',
  'HAVE',
  'EXPIRED',
  'INVALID',
  'FOR',
  'FROM',
  'DISCOUNT',
  'WAS',
  'WHEN',
  'WON',
  'SAYS',
  'STILL',
  'AND',
]);
/** "SPF50", "IPX7": how much a thing keeps off, and no code. */
const measure = /^(?:SPF|UPF|IPX?|USB|HDMI|WIFI|PM|MP|AAA?)\d/;
const bareOf = (original: string): string =>
  original.trim().replace(/^(?:what about|how about|and|or|那)\s*|[?？!！.。呢 ]+$/giu, '');
const codeIn = (original: string, orderNumber: string | undefined): string | undefined => {
  const said = codeAfterWord.exec(original)?.[1];
  // After "code" a word in lower case is a code only if it holds a digit: "the code works".
  if (said && !ordinary.has(said.toUpperCase()) && (/\d/.test(said) || said === said.toUpperCase())) {
    if (!/^\d+$/.test(said)) return said.toUpperCase();
  }
  const loud = shouted.exec(original)?.[0];
  const low = quiet.exec(original)?.[0];
  if (!loud && low && low.toUpperCase() !== orderNumber?.toUpperCase()) {
    if (low === bareOf(original) || codeUse.test(original.toLowerCase())) return low.toUpperCase();
  }
  if (!loud || measure.test(loud) || loud === orderNumber?.toUpperCase() || /^[A-Z]{1,2}\d{4,}$/.test(loud))
    return undefined;
  return loud;
};

/** "Use SPRING20 and HELLO10": every code beside the first, told by how codes look. */
const codesIn = (original: string, first: string | undefined): readonly string[] => {
  if (first === undefined) return [];
  const at = original.toUpperCase().indexOf(first);
  const rest = original.slice(at + first.length);
  const more = [
    ...rest.matchAll(
      /(?:\band\b|\bwith\b|\bplus\b|&|\+|,|、|，|和|跟|加|与|还有)\s*(?:also |my |the )?(?:code |优惠码|券码)?\s*([A-Za-z][A-Za-z0-9-]{3,19})/gu,
    ),
  ]
    .map(m => m[1]!)
    .filter(said => !ordinary.has(said.toUpperCase()) && (/\d/.test(said) || said === said.toUpperCase()))
    .map(said => said.toUpperCase());
  return [...new Set([first, ...more])];
};

const bareOrdinal = new RegExp(`^(?:ok,? |and |yes,? )*(${ordinalWord})(?: please| then)?[.! ]*$`);

/** 礼罐装的那种, 有没有包住耳朵那种耳机, 不是这个: of such a kind, or of none that was shown. */
const ofAKind =
  /(?:(?<=[的\p{Script=Han}])(?:这|那)种(?!多少|怎么|能|可|有没|是不|好不|防)|(?:不是|不要|没说)(?:这|那)(?:一?[个款双件条只种]))/gu;

/** "The second one half price", 第二件半价: a deal's name, and no place of a list. */
const ofDeal =
  /\b(?:the )?(?:second|third|2nd|3rd) (?:one |item |piece |pair |product )?(?:(?:is |at |for |with )*(?:half|free|\d+ ?(?:%|percent))|-\d)|\b(?:half|free|off|discount|percent|%)\b.{0,12}\b(?:the|a) (?:second|third|2nd|3rd)(?: one| item| piece| pair)?|第 ?[二三2-3] ?[件个双份](?:半价|\d折|[一二三四五六七八九]折|免费|免单|打折|优惠)/gu;

const ordinalIn = (said: string): number | undefined => {
  const text = said.replace(ofDeal, ' ');
  const alone = bareOrdinal.exec(text.trim())?.[1];
  if (alone) return englishOrdinals.indexOf(alone) + 1;
  const english = ordinalEnglish.exec(text);
  if (english) {
    const word = english[1] ?? english[3];
    const index = word ? englishOrdinals.indexOf(word) + 1 : 0;
    const place =
      index || (english[6] ? (readNumber(english[6]) ?? 0) : Number(english[2] ?? english[4] ?? english[5]));
    if (place >= 1 && place <= 50) return place;
  }
  const fromEnd = fromEndChinese.exec(text);
  const back = fromEnd ? readNumber(fromEnd[1]!) : undefined;
  if (back !== undefined) return -back;
  const chinese = ordinalChinese.exec(text);
  if (chinese) return readNumber(chinese[1]!);
  if (lastEnglish.test(text) || lastChinese.test(text)) return -1;
  return pointing.test(text.replace(ofAKind, ' ')) ? 0 : undefined;
};

/** "Too pricey the second one. How big is the first", 太贵了第二个 第一个多大: of several places the one that is asked about. */
const askedPlace = (text: string): number | undefined => {
  const places = text.split(clauseEnds).map(clause => ({ clause, at: ordinalIn(clause) ?? 0 }));
  const said = places.filter(({ at }) => at !== 0);
  if (new Set(said.map(({ at }) => at)).size < 2) return undefined;
  const asking = said.filter(({ clause }) => asks.test(clause));
  return asking.length === 1 ? asking[0]!.at : undefined;
};
const clauseEnds = /[.?!;,]+\s*|(?<=\p{Script=Han})\s+/u;
const asks =
  /\b(?:how|what|which|where|is|are|does|do|can|will|has|have|any)\b|[吗么呢]|多[大少长高重久宽厚]|[几哪]|能|有没有|怎么|什么/u;

/** "The red one, two please": so many, said after the thing that is pointed at. */
const quantityAfter =
  /\b(?:the|that|this) (?:[a-z\d]+ ){0,3}(?:one|pair|pack|set), *(\d|1\d|two|three|four|five|six)(?: of (?:them|those|these))?(?:,? (?:please|pls|plz|thanks|thx|then))*[.! ]*$/;
const quantityIn = (text: string): number | undefined => {
  const after = quantityAfter.exec(text)?.[1];
  if (after !== undefined) return readNumber(after);
  const english = quantityEnglish.exec(text);
  const said = english?.[1] ?? english?.[2] ?? english?.[3] ?? english?.[4];
  if (said) return said.startsWith('a couple') ? 2 : said === 'a dozen' ? 12 : readNumber(said);
  const chinese = quantityChinese.exec(text.replace(/第 ?[一二两三四五六七八九十\d]+/gu, ' '));
  return chinese ? readNumber(chinese[1]!) : undefined;
};
