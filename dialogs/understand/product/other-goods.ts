/** Goods of another kind or maker than the one on the table are asked for: 有没有摩卡壶, "what about tote bags big enough for it", 岭兔有宽楦的吗. Takes folded text. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import type { SaidFact } from '../said/fact.ts';
import { kinds } from '../wishes/wished.ts';
import { askLead } from './sold-asked.ts';

/** "Any face wash for oily skin": none that is on the table. */
const asksForAny = /^(?:(?:and|also|plus|ok|have you|do you have|got)[, ]+)*any [a-z]/;
/** 有没有摩卡壶, 那法压壶有吗. */
const asksForSome = new RegExp(
  `${askLead.replace('^', '^(?:我?(?:没有?|不用|不想用)[^,，。 ]{2,6}[啊呀,，。 ]+)?')}(?:有没有|有卖|有|卖不卖)([^,，。的]{2,7}?)[吗么呢没不?？!！. ]*$|${askLead}([^,，。的]{2,7}?)(?:有没有|有吗|有卖吗|有卖的?吗)[?？!！. ]*$`,
  'u',
);
/** What is a thing of its own and comes with none: a lid, a strap or a pouch may. */
const ofItsOwn =
  /(?:壶|杯|锅|漏|勺|铲|机|鞋|衣|服|裤|灯|炉|表|椅|桌|车|伞|刀|碗|毯|巾|(?<!收纳|防尘|便携|包装|赠|配)包|挂耳|护发素|发膜|面膜|[眼面]霜|唇膏|口红|沐浴露|身体乳|爽肤水|洗发水|精华|香水|牙[膏刷]|手套|袜子|枕头|被子|充电宝|耳机|音箱|键盘|鼠标|咖啡豆|茶叶)$/u;
const ofItsOwnEn =
  /\b(?:cables?|chargers?|adapters?|bags?|backpacks?|jackets?|coats?|shoes?|boots?|socks|insoles?|mugs?|cups?|bottles?|flasks?|kettles?|teapots?|pans?|woks?|pots?|kni(?:fe|ves)|bowls?|plates?|glasses|lamps?|candles?|puzzles?|games?|toys?|dolls?|books?|pens?|notebooks?|creams?|lotions?|serums?|shampoo|soaps?|sunscreens?|masks?|speakers?|headphones|earbuds|teas?|coffees?|beans|shirts?|hoodies?|hats?|caps?|gloves|scar(?:f|ves)|umbrellas?|watch(?:es)?|mats?|towels?|blankets?)$/;
/** "A long usb c cable?" */
const asksForOne =
  /^(?:(?:and|also|plus|ok|okay|so|or|then|well|hm+)[, ]+)*(?:an?|some|maybe an?) (?!bit\b|little\b|few\b|lot\b)[a-z][a-z0-9' -]{2,40}\?+ *$/;
/** 还有别的防晒吗, "any other sunscreens": no other form of the one on the table. */
const otherOfKind =
  /(?:还)?有(?:没有)?(?:没)?(?:别的|其[他它]的?|另外的?)(?!颜色|尺码|码|大小|规格|包装|口味|款式?|型号|[款种个色]|办法|问题|优惠|活动|码数|[吗么没呢])\p{Script=Han}{1,8}|\b(?:any|some|have you got|do you have|got)(?: any| some)? other (?!colou?rs?|sizes?|versions?|options?|packs?|ones?|kinds?|shades?|questions?|deals?|offers?|codes?|discounts?)[a-z]+/u;
/** 有没有泡澡的东西: things for something, and nothing of the one on the table; what comes with it may be. */
const thingsFor =
  /(?:有没有|有卖)(?:什么|啥|一些|点|些)?(?![^,，。]{0,4}[送赠附配带])[^,，。]{1,8}的?(?:东西|玩意儿?|用品|产品|商品)(?=$|[,，。?？ 吗呢])/u;
/** 那有没有大一点的: others than the one on the table. */
const othersByDegree =
  /(?:^|[,，。!！?？ ])(?:那|那么|请问|你们?|家|店里|,| )*(?:还)?有没有(?:别的|更|再|稍微?)?(?:[大小轻薄厚长短高软](?:一?[点些])(?:的)?(?=$|[ ,，。?？吗呀啊])|(?<=更|再)[大小轻薄厚长短高宽]的?(?=$|[ ,，。?？吗呀啊])|[大小]?的?[\d一二三四五六七八九十百千]+(?:升|毫升|克|片|寸|毫安)(?:以上|往上|起|以下|以内|左右)?的)/u;
/** "That's for kids, isn't it. Got a bigger one?", of something remarked on before it. */
const otherByDegreeEn =
  /^(?:(?:so|and|but|or|ok)[, ]+)*(?:got|(?:have|do) (?:you|u|ya) (?:got|have|sell|stock)|is there|any|anything) ?(?:an?|any|anything|something)? ?(?:much |a bit )?(?:bigger|larger|smaller|harder|easier|longer|shorter|thicker|thinner|lighter|heavier|warmer|softer|stronger)(?: ones?| version)?[?!. ]*$/;
/**
 * "Is there one with a flip top?", "I asked if there was a lighter rucksack", "have you another that's better for two": others, by what
 * they should be. What it comes in, and what belongs to it, may be asked of the one on the table.
 */
const otherSuch =
  /\b(?:is there|are there|there(?:'s| is| was| were)|(?:do|did) (?:you|u|ya)(?: guys)? (?:also )?(?:have|sell|stock|do)|have (?:you|u)(?: got)?|(?:you|u) have|got) (?:not )?(?:an?|any|some|no|the)? ?(?:(?:another|(?:any )?others?)(?! colou?rs?\b| sizes?\b| questions?\b| deals?\b| offers?\b| codes?\b| discounts?\b| ways?\b| reasons?\b| shades?\b| packs?\b)\b|(?:ones?|anything|something|any)(?:,? (?:that|which|with|who)\b|that's\b| (?:suited|suitable|made|meant)\b| (?:a bit |much |slightly )?(?:less|more|[a-z]{3,}er)\b)|(?:much |a bit |slightly |even )?(?:lighter|heavier|bigger|larger|smaller|roomier|longer|shorter|thicker|thinner|warmer|softer|stronger|quieter|louder|brighter|simpler|easier|harder)\b(?! (?:colou?rs?|shades?|sizes?)\b))/;
/** 有容量更大的吗, 有片数少一点的吗; what costs less, and comes sooner, is asked otherwise. */
const otherSuchZh =
  /(?:^|[,，。!！?？ ]|那|你们?|家|店里|还|请问)(?:有没有|有)(?!货|优惠|活动|折)[^,，。?？!！]{0,6}?(?:(?:更|再|稍微?)(?!便宜|贵|快|早|实惠|划算|优惠|好|多(?:颜色|优惠|活动|款|信息))\p{Script=Han}{1,2}?|(?:轻|亮|薄|厚|软|硬|静|暖|简单|安静|容量大|续航长|续航久|片数少|片数多|大|小|长|短)(?:一?[点些])|[轻静]便?一?[点些])(?:的)(?:吗|么|嘛|呢|没有?|不)*[?？!！。 ]*$/u;
export const asksForSuch = (folded: string): boolean =>
  folded.length <= 160 && (otherSuch.test(folded) || otherSuchZh.test(folded));
/** "Is there one with a flip top?": any but the one on the table. */
const oneThatIs =
  /\b(?:is|are|was|were|have|got|you|sell|stock) (?:there )?(?:an?y? |some )?(?:other |different )?(?:ones?|anything|something),? (?:with|that|which)\b|(?:有没有|有)(?:能|可以|带|不带|用)\p{Script=Han}{1,8}的(?:吗|么|嘛|呢|没有?)*[?？!！。 ]*$/u;
export const asksForOneThat = (folded: string): boolean => folded.length <= 160 && oneThatIs.test(folded);
const asksByDegree = (folded: string): boolean => {
  const last = lastSentence(folded);
  return last !== folded && otherByDegreeEn.test(last.trim());
};

/** "What about tote bags big enough for it". */
const namesAnother =
  /^(?:(?:hmm+|ok|okay|and|so|well|um+|or|but|no)[,. ]+)*(?:(?:what|how) about|(?:do you|have you) (?:have|got|sell)|is there|are there|any|got any) (?:an?|any|some|your)? ?(?!it\b|this\b|that\b|the\b|these\b|those\b)[a-z]/;

/** What stands behind remarks: "I'll think about it. What about socks?" */
const lastSentence = (folded: string): string =>
  folded.split(/[.!;。！；]+ */u).findLast(part => /[\p{L}]/u.test(part)) ?? folded;

/** "What about that dripper I saw, is it any good": another than the one that lies there, where it is of another kind. */
const turnsTo =
  /^(?:(?:hmm+|ok|okay|and|so|well|um+|or|but|no|right)[,. ]+)*(?:what|how) about (?:that|the|this|those|these|your) (?!one\b|ones\b|first|second|third|last|other\b|price|size|colou?r)[a-z]/;
/** "Got any that isn't from Yunnan", "any without jasmine in it": one of the kind, and not that. */
const otherWithout =
  /\b(?:any|anything|something|one|ones|some)(?: (?:ones?|others?|else))?(?:,? (?:that|which))? (?:without|with no|not (?:from|made|in|with)|(?:is|are|does|do|was|were)n'?t|(?:is|are|does|do) not|has no|have no)\b(?! (?:too|so|that|very|available|work|need|cost))|有没有(?:别的|其[他它]的?)?(?:不是|不含|不带|没有|不用|不加)\p{Script=Han}{1,8}的(?=$|[吗么呢?？,，。 ])/u;
export const asksWithout = (folded: string): boolean => otherWithout.test(folded);

/** Whatever else of the message points at that one. */
export const leadsToOthers = (folded: string): boolean =>
  namesAnother.test(lastSentence(folded)) ||
  turnsTo.test(folded) ||
  otherWithout.test(folded) ||
  otherOfKind.test(folded) ||
  othersByDegree.test(folded) ||
  asksForSuch(folded) ||
  asksByDegree(folded);

/** "What about insoles, socks?", "a long usb c cable?": things of their own, and nothing of the one on the table. */
export const asksForOwn = (folded: string, about?: Product): boolean => {
  const last = lastSentence(folded);
  const thing = ofItsOwnEn.exec(last.replace(/[?!., ]+$/, ''))?.[0];
  return (
    thing !== undefined &&
    (asksForOne.test(last) || namesAnother.test(last) || asksForAny.test(last)) &&
    !(about && fold(about.name.en ?? '').includes(singular(thing)))
  );
};

/** 有没有茶漏, of a tea: a thing by itself, of which its page says nothing. */
const isOfItsOwn = (folded: string, about: Product, things: readonly SaidFact[]): boolean => {
  const thing = asksForSome.exec(folded)?.slice(1).find(Boolean);
  if (thing === undefined) return false;
  const own = fold(`${about.name.zh ?? ''} ${about.description.zh ?? ''}`);
  return (
    things.some(f => f.named.length === 0 && ofItsOwn.test(f.value)) ||
    (ofItsOwn.test(thing) && !own.includes(thing) && !pointsHere.test(thing))
  );
};
const pointsHere = /[这那它]|带|配|送|能|可以|更|别的|其[他它]/u;

export const asksForOthers = (
  folded: string,
  about: Product,
  likes: readonly StatedPreference[],
  facts: readonly SaidFact[],
): boolean => {
  const things = facts.filter(f => f.slot === 'product_type' && f.polarity === 1);
  if (
    [otherOfKind, othersByDegree, thingsFor, otherWithout].some(pattern => pattern.test(folded)) ||
    asksForSuch(folded) ||
    asksByDegree(folded)
  )
    return true;
  if (asksForOwn(folded, about)) return true;
  return (
    likes.some(p => kinds.has(p.slot) && !(valuesOf(about, p.slot)?.includes(p.value) ?? true)) ||
    likes.some(p => p.slot === 'brand' && !matches(about, p)) ||
    (asksForAny.test(folded) && things.length > 0) ||
    // "What about trail shoes then", after one of them.
    (namesAnother.test(lastSentence(folded)) && likes.some(p => kinds.has(p.slot))) ||
    isOfItsOwn(folded, about, things)
  );
};
