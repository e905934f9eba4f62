/**
 * "If I spend 650, what comes off?", 我买650能减多少, "two pairs at 469 each, what would I pay": goods of so much, whatever they are.
 * Takes folded text.
 */
import { readNumber } from '../../../knowledge/language/numbers.ts';

/** The rule itself has two amounts of its own, of which none is spent: 每满300减30, "30 off every 300". */
const ofRule =
  /(?:每?(?:满|买) ?\d{2,5} ?(?:元|块)?(?:的?(?:就|能|可以|立)?[减送] ?\d{1,4} ?(?:元|块)?)(?!对|吧|吗|是|啊|呀|呢|不)(?=[^\d]|$))|\b(?:¥|rmb )?\d{1,4} off (?:every|per|for every|each|when i spend|from) (?:¥|rmb )?\d{2,5}\b/gu;

const money = '(?:¥ ?|rmb ?|cny ?)?(\\d{2,5}(?:\\.\\d{1,2})?)(?! ?%|\\d)';
const noMoney =
  '(?! ?(?:%|days?|weeks?|pieces?|pcs|people|persons|units|items|things|mugs|cm|mm|ml|l|litres?|g|grams?|kg|gb|mah|watts?|w|hours?|minutes?|years?|months?)\\b)';
const spentEn = new RegExp(
  `\\b(?:spend|spending|spent|pay|paying|buy(?:ing)?(?: stuff| things| goods)? (?:for|worth)|order(?:ing)? (?:for|worth)|buy|(?:order|cart|basket|purchase|total)(?: (?:is|of|comes to|was|worth|at))+|with|for|on|at|have|got|reach|hit|about) (?:a total of |about |around |roughly |say |exactly |like |my |the |those |these )*${money}${noMoney}|${money} (?:would be|is|makes|gives|gets|means) (?:me )?(?:¥ ?)?\\d{1,3} off|${money} ?(?:yuan|rmb|cny) (?:of|worth of) (?!delivery|shipping)[a-z]|${money} ?(?:yuan|rmb|cny)?(?: (?:in )?(?:total|altogether|worth)|(?= (?:order|cart|basket|purchase)\\b))`,
  'u',
);
const spentZh = new RegExp(
  `(?:买|花|消费|下单|凑(?:到|够|满)?|满|订单|一共|总共|合计|总价|加起来|商品|[那就]?算(?:一下|下)?)(?:满|了|个|到|够|是|价|大概|差不多|大约|约|就)*[,， ]*${money} ?(?:元|块钱?)?(?!多?[个件双码号])|(?<![减满\\d])${money} ?(?:元|块钱?)?(?:的?(?:东西|订单|商品|货)|的\\p{Script=Han}{1,6}?)?(?=[,， ]*(?:能|可以|会|是不是|是|可)?(?:减|便宜|优惠|省|抵|到手|实付|打几折))`,
  'u',
);
/** 129加299, "two mugs for 59 each plus a teapot at 99": prices that are added up, in the shopper's own figures. */
const addedZh =
  /(?:[加+和跟与]上?|再加上?|还有) ?(?:[一两个件双条只盒瓶包把台套][个件双条只盒瓶包把台套]?)?[¥￥]? ?(?=\d)/u;
const pricesZh = /^(?:[^\d]{0,12}?)[¥￥]? ?(\d{2,5}) ?(?:元|块钱?)?(?:的\p{Script=Han}{0,6})?$/u;
const asksTotal =
  /一共|总共|合计|加起来|多少|够.{0,4}(?:满减|包邮|减)|能减|\b(?:how much|total|altogether|together|come to|add up)\b|^(?:(?:and|so|ok|but)[, ]+)*(?:what )?if (?:i|we) (?:buy|get|take|order)\b/u;
const pricesEn =
  /(?:\b(a couple of|a pair of|two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d|an?|one) (?:[a-z]+ ){1,3})?(?:at|for|@) (?:¥|rmb ?|cny ?)?(\d{2,5})(?: ?(?:yuan|rmb))?( (?:each|apiece|a piece))?(?=$|[ ,.?!])/gu;
const pricesAdded = (folded: string): number | undefined => {
  if (!asksTotal.test(folded)) return undefined;
  if (/\p{Script=Han}/u.test(folded)) {
    const [said = ''] = /\d{2,5}[^,，。?？]*[加+和跟与][^,，。?？]*\d{2,5}(?: ?(?:元|块钱?))?/u.exec(folded) ?? [];
    const prices = said.split(addedZh).map(part => pricesZh.exec(part)?.[1]);
    // 50和100的 are packs.
    const isMoney = /[加+]|元|块|[¥￥]/u.test(said);
    return isMoney && prices.length > 1 && prices.every(one => one !== undefined)
      ? prices.reduce((sum, one) => sum + Number(one), 0)
      : undefined;
  }
  const found = [...folded.matchAll(pricesEn)];
  const isSum = found.length > 1 && /\b(?:plus|and|with)\b|[,&+]/u.test(folded);
  return isSum
    ? found.reduce(
        (sum, [, count, price, each]) =>
          sum + Number(price) * (each && count !== undefined && !/^(?:an?|one)$/.test(count) ? countOf(count) : 1),
        0,
      )
    : undefined;
};

/** "The shipping for that, 217 together", 一共217运费多少: what delivery costs on goods of so much. */
const deliveredEn =
  /\b(?:shipping|delivery|postage)\b.{0,24}?\b(?:for|on|if|with|at|of)\b.{0,24}?(?:¥|rmb ?|cny ?)?\b(\d{2,5})(?: ?(?:yuan|rmb|cny))? (?:together|altogether|in total|total|of (?:goods|stuff|things))\b|(?:order|cart|basket|total)(?: of| is| comes to|'s)* (?:¥|rmb ?|cny ?)?(\d{2,5})(?: ?(?:yuan|rmb|cny))?\b.{0,12}\b(?:shipping|delivery|postage)\b/u;
const deliveredZh =
  /(?:一共|总共|合计|加起来|买|订单)(?:是|了|要)?[¥￥]? ?(\d{2,5}) ?(?:元|块钱?)?(?:的话|的东西|的订单|的)?[,， ]*(?:那)?(?:运费|邮费)(?:是|要|得)?(?:多少|几块|怎么算)|买(?:满|够|到)[¥￥]?(\d{2,5}) ?(?:元|块钱?)?(?:减\d{1,3})?(?:的话)?[,， ]*(?:那)?(?:还)?(?:运费|邮费)(?:还)?(?:要|收|得|用|需要)(?:付|给|出|交)?(?:吗|么|不|没)|买(?:满|够|到)[¥￥]?(\d{2,5}) ?(?:元|块钱?)?(?:减\d{1,3})?(?:的话)?[,， ]*(?:那)?(?:还)?(?:要|收|得|用|需要)(?:付|给|出|交)?(?:运费|邮费)(?:吗|么|不|没)/u;
const ofDelivery = (folded: string): number | undefined => {
  const said = (deliveredEn.exec(folded) ?? deliveredZh.exec(folded))?.slice(1).find(group => group !== undefined);
  return said === undefined ? undefined : Number(said);
};

/** So many at a price each. */
const counted = '(a couple of|a pair of|two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\\d)';
const eachEn = new RegExp(
  `\\b${counted} (?:[a-z]+ ){0,4}(?:at|for|@) ${money} ?(?:yuan|rmb)? ?(?:each|apiece|a (?:piece|pair)|per (?:piece|pair|item))\\b`,
  'u',
);
const eachZh = new RegExp(
  `([两俩二三四五六七八九十]|\\d{1,2})[个件双份套包瓶台把条只盒袋支罐](?:各|都是?|每[件双个]|单价)?${money} ?(?:元|块钱?)?(?:的|一[个件双]|每[个件双]|[,， ])`,
  'u',
);

const asksOff =
  /\b(?:how much|what|which)\b.{0,24}\b(?:save|saving|off|discount|deduct\w*|taken off|come[s]? off|get off|reduc\w*|pay|left to pay)\b|\bwhat (?:can|do|would|will|could) i (?:get|pay|save|owe)\b|\bhow much (?:would|will|do|is) (?:it|that|i|they)\b|\b(?:i|we)(?:'d| would| will|'ll)? pay (?:¥ ?|rmb ?)?\d+(?=[^.!;]*(?:\?|\bright\b|\bcorrect\b))|\d off,? (?:right|correct|yes|no|isn'?t it)\b|\bhow (?:does|do|would|will)\b.{0,40}\bworks?\b.{0,12}\bif (?:i|we) (?:spend|buy|order|pay)\b|\b(?:do|would|will|can) i (?:get|save) (?:any(?:thing)?|some|a|the|¥?\d+)(?: of)? ?(?:off|discount|deal)?\b|(?:减|便宜|优惠|省|抵扣?)(?:掉|了)?(?:多少|几|\d+ ?(?:元|块)?(?:对|是|吧|吗|啊|不))|(?:实付|到手|付|给|花)(?:价)?(?:是)?多少|打几折|能不能减|(?:能|可以|会)(?:再|还|多)?(?:减|便宜|优惠)(?:[点些])?(?:吗|么|不|多少)|算(?:一下|下)?.{0,12}减|\b(?:best|which|what) (?:deals?|discounts?|offers?|savings?)\b.{0,24}\bif (?:i|we) (?:spend|buy|order|pay)\b|(?:就|那)?是 ?\d{2,5}(?:元|块钱?)?(?:对[吧吗不]|是[吧吗]|吧|吗)|\bcalculat\w+\b|\bthe (?:maths?|sum)\b|(?:怎么|咋)算/u;
/** Of delivery, a refund, parts to pay, or what somebody means to spend at most: something else. */
const ofOther =
  /\b(?:in \w+ (?:parts?|payments?|goes)|refund\w*|return\w*|instal?ments?|months?|monthly|budget|under|below|less than|up to|delivery|shipping|postage|gift ?cards?|points?|vip|already paid|charged|insur\w*|tax|customs)\b|退|分期|期|预算|以内|以下|左右(?![,， ]*(?:那|的话)?(?:能|可以|会)?(?:减|省|便宜多少|优惠多少))|运费|包邮|邮费|积分|会员|熟客|礼品卡|发票|税|扣款|多扣/u;
const longest = 120;

/** "2 bags of coffee for 80 each", 两包80的: how many pieces an amount is of. */
export const piecesAt = (folded: string): number | undefined => {
  const each = eachEn.exec(folded) ?? eachZh.exec(folded);
  return each ? countOf(each[1]!) : undefined;
};

/** In whole units of the shop's currency; undefined: no amount is supposed to be spent, or nothing is asked of it. */
export const amountSpent = (folded: string): number | undefined => {
  const added = folded.length <= longest ? (pricesAdded(folded) ?? ofDelivery(folded)) : undefined;
  if (added !== undefined && !abroadOrBack.test(folded)) return added;
  if (
    folded.length > longest ||
    !/\d/.test(folded) ||
    ofOther.test(folded) ||
    looksFor.test(folded) ||
    !asksOff.test(folded)
  )
    return undefined;
  const said = folded.replace(ofRule, ' ');
  const each = eachEn.exec(said) ?? eachZh.exec(said);
  if (each) return countOf(each[1]!) * Number(each[2]);
  const found = spentEn.exec(said) ?? spentZh.exec(said);
  const digits = found?.slice(1).find(group => group !== undefined);
  return digits === undefined || Number(digits) < least ? undefined : Number(digits);
};
/** 帮我找个300多的: goods of so much are looked for. */
const looksFor =
  /(?:帮我|给我|想)?(?:找|推荐)(?:个|款|一|几|些)[^,，。]{0,10}\d|\b(?:find|show|recommend|suggest) me\b|\bfind (?:some|one|any)\b/u;
const abroadOrBack = /\b(?:refund\w*|return\w*|customs|tax|abroad|overseas)\b|退|税|海外|国外/u;
/** A smaller number counts something. */
const least = 50;

const countOf = (said: string): number => (/^a |俩/u.test(said) ? 2 : readNumber(said));

/** "And with 900?", 那900呢: the same of another amount, right after one was told. */
const otherAmount = new RegExp(
  `^(?:(?:and|so|ok|but|hm+|what|how|about|if|with|for|i|spend|spent|buy|it's|is)[,. ]+)*${money}(?: ?(?:yuan|rmb))?(?: (?:then|instead|total))?[?!. ]*$|^(?:那|要是|如果|我|买|花|满|凑到)*${money} ?(?:元|块钱?)?(?:的)?(?:呢|能减多少|减多少)?[?!. ]*$`,
  'u',
);
export const otherAmountSpent = (folded: string): number | undefined => {
  const digits =
    folded.length <= 40
      ? otherAmount
          .exec(folded)
          ?.slice(1)
          .find(group => group !== undefined)
      : undefined;
  return digits === undefined || Number(digits) < least ? undefined : Number(digits);
};

const counts =
  /\b(?:first|then|off|minus|less|after|right|correct|comes? to|makes?|pay|total|so|is it|that'?s)\b|[先再减后]|对[吧吗不]|是[吧吗不]|就是|等于/u;
const confirms = /[?？]\s*$|\b(?:right|correct|yes|no)[.! ]*$|(?:对|是)[吧吗不][。. ]*$|[吗吧]\s*$/u;
/** "Ok so 10% comes first, then 30. So 330?", 那就是330对吧: whether it comes to that, right after it was reckoned. */
export const checksAmount = (folded: string): boolean =>
  folded.length <= 80 && /\d{2,}/.test(folded) && confirms.test(folded) && counts.test(folded) && !ofOther.test(folded);
