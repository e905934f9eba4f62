/** "A gift", 礼物: a present is looked for. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Taste } from './preferences.ts';

const present =
  /^(?:(?:hi|hello|hey|so|and|ok|well|please|now|also)[,. ]+)*(?:(?:i|we)(?:'m| am|'d| would)? ?(?:want|need|like|looking for)|looking for|do you have|have you got|show me|find me|any|some)? ?(?:an?|any|some|the)? ?(?:\S+ ){0,2}(?:gifts?|presents?)\b(?!s? ?(?:cards?|wrap\w*|box\w*|bags?|messages?|receipts?|vouchers?|notes?|deals?|offers?))|^(?:请问|那|有没有|有|我?想?要?[买找送选挑]|推荐|来)*(?:一?[个份件点些])?\p{Script=Han}{0,8}(?:礼物|礼品)(?!卡|盒|袋|包装)(?:吗|呢|吧|有吗|推荐)*[?!. ]*$/u;
const isPresentAlready =
  /\b(?:it's|its|it is|this is|that's|as) (?:an? |for )?(?:gift|present)|是.{0,4}礼物|当.{0,2}礼物|作为礼物/u;

const visit =
  /\b(?:invited|dinner|party|wedding|housewarming|baby shower|birthday|graduation|anniversary|retir\w+|turn(?:s|ing|ed) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)|new (?:home|house|flat|baby)|moving in)\b/;
/** Somebody is gone to: who is told beside it. */
const visiting = /\b(?:visit(?:ing)?|meet(?:ing)?|seeing|staying with|going to see)\b/;
const person =
  /\b(?:parents?|in-laws?|family|friends?|boss|colleagues?|coworkers?|manager|client|teacher|girlfriend|boyfriend|husband|wife|partner|mum|mom|mother|dad|father|sister|brother|aunt|uncle|grand\w+|neighbou?rs?|hosts?|people|someone|somebody|them|her|him)\b/;
const noVisit =
  /\b(?:courier|doctor|dentist|shop|store|pick ?up|collect|address|discount\w*|codes?|deals?|offers?|coupons?|orders?|returns?|returning|refund\w*|deliver\w*)\b|自提|门店|取货|快递|退|优惠|折扣|地址|订单|医院|医生/u;
const whatToBring =
  /\bwhat (?:should|can|do|could|would|shall) (?:i|we|you) (?:bring|take|give|get|buy|suggest|recommend)(?: (?:with (?:me|us)|along|there|them|her|him|for (?:them|her|him|it)))*[?!. ]*$|\bwhat (?:would|might|could|does|do) (?:he|she|they) (?:like|want|enjoy|need|appreciate)\b|\bhelp(?: me| please| pls)*[?!. ]*$|\bany (?:good |nice )?(?:ideas?|suggestions?|tips)(?: (?:for (?:a )?(?:gift|present)|what to (?:bring|give|get)))?[?!. ]*$|\bwhat (?:would|could) be (?:a )?(?:nice|good|suitable|appropriate)\b/;
const chineseVisit =
  /(?:去|见|到|拜访|看望|探望|做客|过年|过节|中秋|春节|搬家|乔迁|新家|结婚|婚礼|满月|生日|毕业|退休|升职|家长).{0,16}(?:带|送|买|拿|准备)(?:点|些|个)?(?:什么|啥)/u;

/** "My niece is turning 5, what do 5 year olds like". */
const likedAtAge =
  /\bwhat(?:'s| is| are)? (?:(?:do|does|would|will|might|could|should|can) )?(?:i (?:get|give|buy) )?(?:for )?(?:an? )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?:yrs?|years?)[- ]olds?(?: (?:boys?|girls?|kids?))?(?: (?:like|enjoy|want|love|play with|be into|into))?\b|\bturn(?:s|ing|ed) (?:\d{1,2}|[a-z]+)\b.{0,30}\bwhat (?:do|does|would|might|could) (?:she|he|they|kids|girls|boys) (?:like|enjoy|want|love)\b/;

/** "Not sure what to get my girlfriend", 不知道送什么给他. */
const atALoss =
  /\b(?:not sure|no idea|no clue|don'?t know|dunno|idk|clueless|stuck (?:on|for)|struggling with|can'?t think of) what (?:to|i (?:should|can|could)) (?:get|buy|give|gift) (?:for )?(?:my|our|her|him|them|an?|someone|somebody|the)\b|(?:不知道|不晓得|没想好|想不出|纠结)(?:要|该)?(?:给\p{Script=Han}{1,5})?(?:送|买)(?:\p{Script=Han}{0,5})(?:什么|啥)/u;

/** "We're invited to a housewarming, any ideas?", 去见家长带点什么好: what to bring is a present. Takes folded text. */
export const asksWhatToBring = (folded: string): boolean =>
  folded.length <= 160 &&
  !noVisit.test(folded) &&
  (chineseVisit.test(folded) ||
    likedAtAge.test(folded) ||
    atALoss.test(folded) ||
    ((visit.test(folded) || (visiting.test(folded) && person.test(folded))) && whatToBring.test(folded)));

/** A present is asked for: what was looked for before for oneself is another matter. Takes folded text. */
export const asksPresent = (folded: string): boolean =>
  (folded.length <= 120 && present.test(folded) && !isPresentAlready.test(folded)) || asksWhatToBring(folded);

/** Who is visited is who it is brought to; of "my girlfriend's parents" the parents. Takes folded text. */
export const broughtTo = (taste: Taste, folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): Taste => {
  if (taste.forWhom !== 'self' || !asksWhatToBring(folded)) return taste;
  const people = vocabulary
    .mentions(folded)
    .flatMap(mention =>
      mention.meanings.filter(m => m.slot === 'recipient').map(m => ({ ...mention, value: m.value })),
    );
  const one = people.find(
    (person, i) => !/^(?:'s|s'|的)?\s*$/u.test(folded.slice(person.end, people[i + 1]?.start ?? person.end) || '-'),
  );
  if (!one) return taste;
  const forWhom = one.value === 'kids' ? 'child' : one.value;
  const recipient: StatedPreference = {
    slot: 'recipient',
    value: one.value,
    polarity: 'like',
    forWhom,
    quote: one.surface,
    confidence: 0.8,
  };
  const own = taste.preferences.filter(p => !(p.slot === 'occasion' && p.value === 'gift'));
  return { ...taste, forWhom, preferences: [...own.map(p => ({ ...p, forWhom })), recipient] };
};
