/** Which kind of deal a message asks for: "any first-order discount?", 有没有满减. Any case. */

import type { Localized } from '../../../knowledge/domain/language.ts';

/** How deals work is another question than whether there is one. */
const ofRules =
  /(?<!新)会员|熟客|再少|再便宜|再优惠|凑|还?差(?:多少|几|\s?\d)|还要?买|参加|参与|哪[些个]|适用|\bvips?\b|怎么算|规则|条件|什么意思|叠加|同时|一起用|用不了|不能用|没生效|退|几次|到什么时候|截止|到期|\b(?:how does|how do|rules?|terms|combine|stack|explain|mean|return|expire\w*|until|why|which|qualif\w+|counts? (?:towards?|for)|how much more)\b/iu;

/** In the order in which they count, where a message names two. */
const kinds = {
  'first-order':
    /首单|首次下单|新人|新客|新用户|新会员|第一次.{0,5}(?:买|下单|来|逛)|\b(?:first[- ](?:order|time|purchase|buy)|first[- ]timers?|new (?:here|to (?:this|your) (?:shop|store|site))|new[- ](?:customers?|shoppers?|users?|buyers?|joiners?))\b/iu,
  'singles-day': /双十一|双11|双 11|\b(?:singles'? day|11\.11)\b/iu,
  'double-twelve': /双十二|双12|\b12\.12\b/iu,
  'mid-year': /618/u,
  'black-friday': /黑五|黑色星期五|\b(?:black friday|cyber monday)\b/iu,
  holidays: /年货节|春节活动|新年活动|圣诞活动|\b(?:christmas|new year) (?:sales?|deals?|offers?)\b/iu,
  'spend-and-save': /满\s?(?:\d+\s?)?减|每满|\bspend and save\b/iu,
  gift: /满赠|赠品|送赠|送(?:什么|啥|东西|小礼)|\b(?:free gifts?|gift with)\b/iu,
  'buy-x-get-y': /第二[件个份]|买[一二两\d]\s?送[一二两\d]|\b(?:bogo|buy one,? get one|second one half)\b/iu,
  hours:
    /几点.{0,4}(?:打.{0,2}折|优惠|活动)|(?:打.{0,2}折|折扣|优惠|活动)的?(?:时间|时段|钟点)|(?:晚上?|早上?|下午|中午)[一二三四五六七八九十\d]{1,2}点|限时|\b(?:happy hour|what time.{0,20}(?:discount|deal))\b/iu,
  'percent-off': /几折|\bpercent off\b/iu,
} as const;

export type DealKind = keyof typeof kinds;
const order = Object.keys(kinds) as DealKind[];
const longest = 80;

/** Who they are, as a deal for them is called, and how they are named. */
const groups: readonly (readonly [en: string, zh: string, named: string])[] = [
  ['student', '学生', 'students?|unidays|学生证?'],
  ['teacher', '教师', 'teachers?|教师|老师'],
  ['health worker', '医护', 'nurses?|nhs|doctors?|medics?|health ?care workers?|key workers?|医护|护士|医生'],
  ['military', '军人', 'military|veterans?|soldiers?|army|军人|退伍军人|军属'],
  ['senior', '老年人', 'seniors?|pensioners?|old people|the elderly|oaps?|retired people|老年人|老人|退休'],
  ['disability', '残疾人', 'disabled people|disabilit(?:y|ies)|残疾人|残障'],
  ['staff', '员工', 'staff|employees?|员工|内部'],
  ['family', '多孩家庭', 'big famil(?:y|ies)|large famil(?:y|ies)|多孩|二胎'],
];
const ofGroup = (around: (named: string) => string): readonly (readonly [Localized, RegExp])[] =>
  groups.map(([en, zh, named]) => [
    { en: `${en} discount`, zh: `${zh}优惠` },
    new RegExp(around(`(?:${named})`), 'iu'),
  ]);
const lessEn = '(?:discounts?|deals?|offers?|rates?|codes?|concessions?|reductions?|money off)';
const lessZh = '(?:优惠|折扣?|打折|便宜|半价|价)';
const asked = ofGroup(
  who =>
    `\\b${who}(?:'s|s')? ${lessEn}\\b|\\b${lessEn} (?:if (?:i'?m|i am) |for |to )(?:a |the |being a )?${who}\\b|${who}(?:是不是|有没有|有|能|可以|给|的|专属|享受|买|,| ){1,4}.{0,3}${lessZh}|(?:有(?:没有|什么)?|(?:能|可以|支持|享受|参加)(?:用|享受?|有)?)${who}(?:专属)?的?${lessZh}|^${who}(?:专属)?的?${lessZh}(?:有|呢|吗|么|怎么|能)`,
);
/** Of others, after a deal for some was asked for: "what about if i'm a nurse", 老师呢. */
const askedNext = ofGroup(
  who =>
    `^(?:(?:and|so|ok|but|or)[,. ]+)*(?:what|how) about (?:if )?(?:i'?m |i am |for |us )?(?:an? |the )?${who}[?!. ]*$|^(?:and|or) (?:for )?${who}\\?$|^(?:那|我是|如果是|,| )*${who}(?:呢|行吗|可以吗|有吗|有没有)[?!. ]*$`,
);

/** The deal for some people that is asked for by who they are. `isNext`: deals were asked for just before. */
export const groupDealAsked = (text: string, isNext = false): Localized | undefined =>
  text.length > longest
    ? undefined
    : (asked.find(([, said]) => said.test(text)) ??
        (isNext ? askedNext.find(([, said]) => said.test(text)) : undefined))?.[0];

/** Null: none is asked for, or how they work is. */
export const dealKindAsked = (text: string): DealKind | null =>
  text.length > longest || ofRules.test(text) ? null : (order.find(kind => kinds[kind].test(text)) ?? null);

/** The name of a promotion speaks of that kind: that of a feast is all that tells of it. */
export const namesDealKind = (kind: DealKind, name: string): boolean => kinds[kind].test(name);
