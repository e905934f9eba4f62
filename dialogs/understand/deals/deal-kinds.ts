/** Which kind of deal a message asks for: "any first-order discount?", 有没有满减. Any case. */

/** How deals work is another question than whether there is one. */
const ofRules =
  /(?<!新)会员|熟客|再少|再便宜|再优惠|凑|还?差(?:多少|几|\s?\d)|还要?买|参加|参与|哪[些个]|适用|\bvips?\b|怎么算|规则|条件|什么意思|叠加|同时|一起用|用不了|不能用|没生效|退|几次|到什么时候|截止|到期|\b(?:how does|how do|rules?|terms|combine|stack|explain|mean|return|expire\w*|until|why|which|qualif\w+|counts? (?:towards?|for)|how much more)\b/iu;

/** In the order in which they count, where a message names two. */
const kinds = {
  'first-order':
    /首单|首次下单|新人|新客|新用户|新会员|第一次(?:买|下单)|\b(?:first[- ]order|first[- ]time|new[- ](?:customers?|shoppers?|users?))\b/iu,
  'singles-day': /双十一|双11|双 11|\b(?:singles'? day|11\.11)\b/iu,
  'double-twelve': /双十二|双12|\b12\.12\b/iu,
  'mid-year': /618/u,
  'black-friday': /黑五|黑色星期五|\b(?:black friday|cyber monday)\b/iu,
  holidays: /年货节|春节活动|新年活动|圣诞活动|\b(?:christmas|new year) (?:sales?|deals?|offers?)\b/iu,
  'spend-and-save': /满\s?(?:\d+\s?)?减|每满|\bspend and save\b/iu,
  gift: /满赠|赠品|送赠|送(?:什么|啥|东西|小礼)|\b(?:free gifts?|gift with)\b/iu,
  'buy-x-get-y': /第二[件个份]|买[一二两\d]\s?送[一二两\d]|\b(?:bogo|buy one,? get one|second one half)\b/iu,
  hours:
    /几点.{0,4}(?:打折|优惠|活动)|(?:晚上?|早上?|下午|中午)[一二三四五六七八九十\d]{1,2}点|限时|\b(?:happy hour|what time.{0,20}(?:discount|deal))\b/iu,
  'percent-off': /几折|\bpercent off\b/iu,
} as const;

export type DealKind = keyof typeof kinds;
const order = Object.keys(kinds) as DealKind[];
const longest = 80;

/** Null: none is asked for, or how they work is. */
export const dealKindAsked = (text: string): DealKind | null =>
  text.length > longest || ofRules.test(text) ? null : (order.find(kind => kinds[kind].test(text)) ?? null);

/** The name of a promotion speaks of that kind: that of a feast is all that tells of it. */
export const namesDealKind = (kind: DealKind, name: string): boolean => kinds[kind].test(name);
