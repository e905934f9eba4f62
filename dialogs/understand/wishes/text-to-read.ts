/** A message as it is read for wishes: without who says so, where a thing goes, and what stands before what is meant. */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { inAskingForm } from '../text/chinese-slips.ts';
import { tellsWornSize } from '../text/money-said.ts';
import { motifsTurnedAway } from './motifs.ts';

/** "Me and my gf are moving in together", 我和女朋友一起: of both, and no present for the other. */
const both =
  /\b(?:me|myself|i) and my (?:[a-z]+ )?[a-z]+\b(?= (?:are|were|have|want|need|love|like|go|going|just|both|will|r|r\b|got|moved|plan)\b)|\bmy (?:[a-z]+ )?[a-z]+ and (?:i|me|myself)\b(?= (?:are|were|have|want|need|love|like|go|going|just|both|will|r|got|moved|plan)\b)|我(?:和|跟|与)(?:我)?的?(?:女朋友|男朋友|女友|男友|老婆|老公|对象|媳妇|爱人|室友|闺蜜|朋友|同事)(?=俩(?:人|个)?(?:$|[,，。.!！ 玩用住在])|(?:俩|两个人?|都|也|刚|准备|打算|要|想|周末|最近|下周)*(?:一起|一块儿?|同居|搬|住|去|合租|结婚|旅行|旅游|露营|爬山|徒步|跑))/giu;
const ofBoth = (text: string): string => text.replace(both, hasHan(text) ? '我们' : 'we');

/** 茶叶礼盒: what is in the box is what is wished for. */
const boxApart = (text: string): string => text.replace(/(?<=\p{Script=Han}{1,4})(?=礼盒|礼罐)/gu, ' ');

/** 喜欢果味不要太苦: what is liked is one thing, and what it is not to be another. */
const likedFirst = /((?:喜欢|想要|要)(?!不)[^,，。不别]{1,6}?)(?=(?:但|又)?(?:不要|别|不能|不用)太)/gu;

/** "My grandson says I need a radio": for whom it is, is told otherwise. */
const adviser =
  /\b(?:my|our) (?:[a-z]+ )?[a-z]+ (?:says?|said|told me|tells me|thinks|thought|recommended|suggested|keeps telling me)(?: that)? (?=(?:i|we|you|your|it|this|the)\b)|我?(?:的)?(?:儿子|女儿|孙子|孙女|外孙女?|孩子|朋友|闺蜜|同事|老公|老婆|室友)(?:跟我说|告诉我|推荐我|让我|叫我|说(?=我|你们|你家|这家))/giu;
/** 孩子幼儿园毕业要送老师, "my son's teacher": the present is the teacher's. */
const pupil =
  /(?:我家|我们家|我)?的?(?:孩子|儿子|女儿|宝宝|小孩|小朋友|娃)(?:的|在|上)?(?:幼儿园|小学|初中|学校|培训班)?(?:的|要|快|刚)*(?:毕业|升学|开学|结业)?了?(?=[^。.!?？]{0,8}(?:送|给|谢)[^。.!?？]{0,4}(?:老师|教练|班主任|园长|保育员)|(?:的)?(?:老师|教练|班主任|园长)(?!说|让|推荐|要求))|(?<=\b(?:my|our) )(?:son|daughter|kid|child|boy|girl)(?:'s|s'?) (?=(?:[a-z]+ )?(?:teachers?|coach(?:es)?|nanny|tutors?)\b)/giu;
/** "No clue about skincare", 没用过护肤品: whoever knows little of it turns nothing away. */
const newTo =
  /\b(?:no|not an?) (?:idea|clue)(?: at all)? (?:about|of)(?= [a-z])|\b(?:don['’]?t|do not|dont) know (?:much|anything|a thing|a lot)(?: at all)? about|\bknow (?:nothing|little) about/giu;
const newToInChinese =
  /(?:不懂|不太懂|没用过|没买过|不了解|没接触过|搞不懂)(?=护肤|咖啡|茶|手冲|跑步|耳机|户外|露营|化妆)/gu;
export const withoutAdviser = (said: string): string => {
  const text = said.replace(newTo, 'about').replace(newToInChinese, '');
  return isSensitive(text) ? text : ofBoth(text).replace(adviser, ' ').replace(pupil, '');
};

const somebody =
  '(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|boys?|girls?|sons?|daughters?|dad|father|mum|mom|mother|parents|wife|husband|girlfriend|boyfriend|partner|friends?|brothers?|sisters?|grand[a-z]+|nieces?|nephews?|boss|colleagues?|teachers?|him|her|them|(?:any|some)(?:one|body)(?: else)?)';
/** 不是给小孩的, "it's not for my dad": whoever is named so is not whom it is for. */
const forNobodyOf = new RegExp(
  `\\b(?:(?:it|this|that|they|these)(?:'?s| is|'?re| are)? )?not (?:really |actually |meant |a (?:gift|present) )*for (?:(?:an?|the|my|our|his|any) )?(?:[a-z]+ )??${somebody}(?=$|[,.;!?]| (?:but|it'?s|i|just|this|please|though|tho)\\b)|\\b(?:he|she|they)(?:'s|'re| is| are)? (?:not|isn'?t|aren'?t) getting (?:anything|one|it|any)\\b`,
  'giu',
);
const kinInChinese =
  '(?:爸|妈|父|母|爷|奶|姥|外[公婆]|老公|老婆|媳妇|对象|爱人|男|女|儿子|孩子|小孩|娃|宝宝|孙|哥|姐|弟|妹|朋友|同事|闺蜜|室友|老师|领导|客户|公公|婆婆|岳|丈母|舅|叔|姑|姨|他|她|人|别人)';
const forNobodyOfInChinese = new RegExp(
  `(?:不是|并不是|并非|又不是)(?:要|想)?(?:买)?(?:送|给|替|帮|为)(?:我|咱|他|她)?(?:们)?(?:的|家)?(?!人的?(?:$|[,，。 ])|礼|自己|我(?:$|[,，。 用穿买]))\\p{Script=Han}{1,5}?(?:准备|买|用|穿|背|玩|戴|喝|吃|看)?的?(?=$|[,，。.!！?？;； 啊呀哦])|(?:先|就)?不(?:想|打算|用|准备)?(?:买)?(?:送|给)(?:我|咱)?(?:们)?(?:的|家)?${kinInChinese}\\p{Script=Han}{0,3}?(?:买|送)?了(?=$|[,，。.!！?？;； 啊呀哦])`,
  'gu',
);
export const withoutDeniedReceiver = (text: string): string =>
  text.length > 160 ? text : text.replace(hasHan(text) ? forNobodyOfInChinese : forNobodyOf, ' ');
/** Whom it is for was misheard, and is told not to be. Takes folded text. */
export const deniesReceiver = (folded: string): boolean =>
  folded.length <= 160 && folded.search(hasHan(folded) ? forNobodyOfInChinese : forNobodyOf) >= 0;

/** "Not a bag - a flask": what stands behind it is wished for; "50 - 80" is a range. */
const dash = /(?<=\bnot (?:an?|the|for) [a-z]+(?: [a-z]+)?) (?:-{1,2}|–|—) (?=[a-z])/giu;

/** "A flask to go in the bag" asks for no bag. */
const intoBag =
  /\b(?:to|that|which|(?:that |which )?(?:i|we|he|she) can) (?:go(?:es)?|put|fits?|carry|take|throw|chuck|pack|stick|slip|keep) (?:it |them )?in(?:to|side)? (?:my|the|his|her|our|their|an?) (?:[a-z]+ )?(?:bag|backpack|rucksack|satchel|handbag|purse|suitcase)\b/giu;

/** "Nothing under 300?" asks for something under it. */
const asksUnder =
  /\b(?:nothing|none|no [a-z]+)(?= (?:else )?(?:under|below|less than|cheaper than|for (?:less|under)) [^.!?]*\?)/giu;

/** 防晒霜不要哈哈: laughter belongs to no clause. */
const laughter =
  /(?<=\p{Script=Han} ?)(?:哈{2,}|嘿{2,}|呵{2,}|hhh+|233+|笑死|哈哈哈?)(?=$|[\s,，。.!！?？~]|\p{Script=Han})/giu;

/** "Can survive a toddler and the bath": what goods stand up to is nobody they are for. */
const withstands =
  /\b(?:(?:that|which|to|it) )?(?:(?:can|will|could|would|has to|needs to|must|should) )?(?:survives?|withstands?|copes? with|stands? up to|holds? up to|endures?) (?:an?|my|the|our|some) (?:[a-z]+ )?(?:toddlers?|kids?|child(?:ren)?|bab(?:y|ies)|boys?|girls?|sons?|daughters?)\b(?:(?: and|,) (?=(?:the|a) (?:bath|shower|pool|rain)\b))?/giu;
/** "A cream, hand luggage only": how somebody travels asks for no bag. */
const travelsLight =
  /\b(?:(?:with|in|for|just|only|have|having|taking|it'?s) )*(?:hand luggage|carry[- ]?on|cabin luggage)(?: only\b|(?= ?,? so\b))|(?<=\b(?:travelling|traveling|flying|going|only|just) (?:light )?(?:with )?)(?:hand luggage|carry[- ]?on|cabin luggage)\b(?! (?:bag|case|backpack))/giu;
/** "Which grinder? I just got into coffee": a new liking, beside goods that are named. */
const newLiking =
  /(?<=\b(?:which|what|an?|any|some|the) [a-z]{4,}\b[^;]{0,120}[.!?,] *i(?:'ve|’ve| have|'m|’m| am)? (?:only |just |recently |newly )+(?:got|gotten|getting|started) into )(?:the )?[a-z]+(?: [a-z]+)?(?=[.!?]*$)/iu;

/** 木头味啊茶味那种的: scents, and neither wood nor tea; 除了桂花还有啥味的: others than that. */
const scentsLike = /(?:\p{Script=Han}{1,2}味(?:儿|的|啊|呀|、|或者?|和|跟)*){1,3}(?:那种|之类|那样|这种)的?/gu;
const besidesThat =
  /除了([^,，。.!！?？还有]{1,8})(?:之外|以外)?(?:还|都)?有(?:没有)?(?=什么|啥|哪些|哪种|别的|其[他它])/gu;

/** 保护膝盖 is no 护膝. */
const sparesKnees = /保护(?=(?:膝盖|脚踝|关节|脚底|足弓))/gu;

/** 不含香精的防晒, 有没有防晒: the cream, where nothing that is worn is spoken of. */
const sunscreen = /防晒(?=$|[,，。.!！?？ ]|[吗么呢吧啊](?:$|[,，。.!！?？ ]))/gu;
const worn = /外套|衣|夹克|帽|伞|袖|服|包|鞋|裤|巾/u;
const withSunscreen = (text: string, isTrait: boolean): string =>
  isTrait ? text.replace('防不防晒', '防晒吗') : worn.test(text) ? text : text.replace(sunscreen, '防晒霜');

/** 别太贵重. */
const precious = /(?<=太|那么|很|过于|特别)贵重/gu;
/** "So it has perfume. Anything without?", 有香精啊 有没有不含的: without that. */
const hasIt =
  /\b((?:has|have|contains?|with) (?:an? )?([a-z]+(?: [a-z]+)?)[.,;!?]+ ?(?:[a-z']+ ){0,4}?(?:anything|something|any|one|ones|some) without)(?: (?:it|that))?(?=[?.! ]*$)/giu;
const hasItInChinese =
  /((?:有|含|带)(\p{Script=Han}{2,4}?)(?:的|啊|呀|吧|了)*[,，。?？! ]+(?:有没有|有|来个|换个)(?:不含|不带|没有?|无))的?(?=(?:吗|么|呢)?[?？。! ]*$)/gu;

/** 给点别的, 换个思路: of what was shown, and no word for any goods. */
const otherThings =
  /(?:给|送|来|换|推荐|看看?|整|搞|弄|找|挑)(?:我|他|她|您|你|咱)?(?:一?[点些个种款]|几[个款种样])(?:其[他它]|别|另外)的(?!\p{Script=Han}{2})|换一?[个种下]?(?:思路|方向|想法|角度|话题|方案|策略)/gu;

/** 那鼠标呢 呃 算了 有啥办公桌上能用的, "a mouse? nah forget it, anything for my desk": what is taken back is wished for no more. */
const takenBack =
  /^[^。.!！]{1,40}?[?？,，。 呃额嗯]+(?:还是)?算了吧?[,，。！! …]+(?=(?:有|看|找|要|想|给|推荐|换|来|那|还是)[^,，。]{2,})|^[^.!]{1,60}?[?,. ]+(?:nah |no |actually |ok )?(?:never ?mind|forget (?:it|that)|scratch that)[,.! …]+(?=(?:any|some|what|do|show|have|got|is|i|just|how|maybe)\b[^,.]{4,})/iu;

/** 越野鞋就算了吧，他走平路: turned away, where more is said. */
const letBe =
  /(?<=^|[,，。.!！?？ ])(?:那)?(?![没不这那太贵钱要算如])(\p{Script=Han}{2,6}?)就算了吧?(?=[,，。.!！ ]+\S)/gu;

/** 你们不是卖登山的吗: so it was thought. */
const thought = /(?:你们?|店里|这里)(?:家)?不是(?:也|还|有)?(?:卖|有|做)(?=[^,，。!！?？]{1,10}的?[吗么嘛])/gu;
/** 咋给的都是童鞋, "why are these all kids' shoes": of what was shown, and no wish. */
const childsShown =
  /(?:怎么|咋|为[什啥]么?|干嘛|干啥)(?:净|老|尽|全|又|还|都|给我?|给人|推荐?|发|的|是)+(?:儿?童|[男女]童|小孩|孩子)\p{Script=Han}{0,6}(?=$|[,，。.!！?？ ])|\b(?:why|how come)(?: (?:are|is|do|you|they|these|those|all|only|just|keep|showing|show|giving|give|me|of|them|it))* (?:kids?|children|child|toddlers?|boys|girls)(?:['’]?s|['’])?(?: [a-z]+)?(?=$|[,.!?])/giu;

/** 咖啡不要不要 */
const saidTwice = /(不要|不用|不行|不喜欢|不好)\1+/gu;

/** 39起？那我妈穿37的: sizes of shoes, and no price. */
const sizesFrom = /(?<![\d.])(?:3[4-9]|4[0-8])(?:码)?(?:起步?|以上|以下|开始)(?=[?？,，。.!！ 吗啊]|$)/gu;

/** "Nothing with flowers in", "any that isn't from Yunnan", "do you have any without jasmine in it": without that. */
const without =
  /\b(?:nothing (?:with|containing|that (?:has|contains))|(?:(?:do|have) you (?:have |got |do )?|got |are there |is there )?(?:any|anything|something|one|ones|some)(?: (?:ones?|others?|else))?(?:,? (?:that|which))? (?:without|with no|(?:(?:is|are)n['’]?t|(?:is|are) not|not) (?:from|made (?:in|of|with|from)))) (?:any |an? |the )?([a-z]+(?: (?!in\b|it\b|them\b)[a-z]+)?)(?: in)?(?: (?:it|them))?(?=[,.;!?]|$)/giu;
/** 耳机别给我看了, 别再推耳机, 换个不是流萤的: turned away. */
const turnedAway =
  /(?<=^|[,，。.!！?？ ])(?!这|那|你|我)(\p{Script=Han}{2,6}?)(?:就)?(?:别|不要|不用)(?:再)?(?:给我|跟我)?(?:看|推荐?|发|上|来)了(?:好吗|行吗|好不好|行不行|吧|啊)?|(?<=^|[,，。.!！?？ ]|换[个款]|来[个款]|要[个款])(?:不是|别是)(?!这|那|我|他|她|你|给|送|吗|说|问|要|很|太|特别)(\p{Script=Han}{2,6}?)的(?=$|[,，。.!！?？ ])/gu;
/** 孩子不在家, "the kids are away": nobody it is for. */
const away =
  /(?:孩子|小孩|娃|宝宝|小朋友)(?:们|都|今天|今晚|周末|也)*(?:不在(?:家|这|场)?|没在|出去了?|睡了|上学去?了?|不玩|不参加|不跟我们)|\b(?:the |my |our )?(?:kids|children)(?: are|'re|’re| will be|'ll be)(?: (?:all|both|going to be))* (?:away|out|gone|asleep|in bed|not (?:here|there|home|joining|coming|playing)|at (?:school|camp|their|my))\b[^,.!?]{0,16}/giu;

/** 装得下15.6的本子, 放得下笔记本: a computer, by its inches or by what is to hold it. */
const laptop =
  /(?<![\d.])(1[0-8](?:\.\d)?) ?(?:英?寸|吋)?的?(?:笔记本(?!电脑)|本子|本(?![身来子店])|mac ?book)|((?:装|放|塞|容)(?:得|不)?(?:下|进|了)(?:一?[个台])?)(?:笔记本(?!电脑)|本子)|((?:能|可以|可|要)(?:装|放)(?:一?[个台])?)(?:笔记本(?!电脑)|本子)/giu;
const asLaptop = (_: string, inches?: string, fits?: string, may?: string): string =>
  inches === undefined ? `${fits ?? may}电脑` : `${inches}寸电脑`;

/** 茶杯呢？我说配个茶杯: once is enough. */
const namedAgain = /^(?:那)?(\p{Script=Han}{2,6}?)呢[?？!！,，。 ]+[^?？]{0,8}\1(?:啊|呀|呢|吗)?[?？!！。. ]*$/u;
/** 那灯呢: one sign alone is looked for as if it was asked for. */
const oneSign = /^那?([灯伞帽鞋包茶锅笔])呢[?？!！。. ]*$/u;
/** What is to hold a computer, told as one. */
export const withLaptop = (text: string): string => text.replace(laptop, asLaptop);

/** 43码半, "42 and a half": between two whole sizes. */
const halfSize =
  /(?<![\d.])(3[4-9]|4[0-8])(?: ?[码号]半(?!年|月|天|价|个)|半(?=[码号])| and a half\b(?! (?:year|month|hour|day|inch|cm|kg|litre|metre))|½| 1\/2\b)/gu;

/** 我没说要买杯子，就问…, "I didn't say I want a mug, just asking if …": what was misheard, before what is asked. */
const misheard =
  /^(?:不是|不|哎|诶|啊|喂|[,，。 ])*(?:我|人家)(?:又|也|并|可|从来)?没(?:有)?(?:说过?|讲|问)?(?:我)?(?:想|要|需要)(?:要|买|看)?[^,，。.!！?？]{1,10}(?:啊|呀|的)?[,，。.!！ ]+(?=(?:我|就|只|是|想)+问)|^(?:(?:no|hey|sorry|but|wait)[,. ]+)*i (?:didn['’]?t|did not|never) (?:say|said|tell you) (?:that )?i (?:want|wanted|need|needed)(?: to buy)? [^,.;!?]{1,24}[,.;!]+ *(?=(?:i['’]?m |im |i was |i )?(?:just |only )*ask)/iu;
/** "Nah thats soap n stuff. Green tea I said", 不是，这是香皂。我说的是绿茶: what was shown, before what is meant. */
const wrongThing =
  /^(?:no|nah|nope|ew)[,. ]+(?:that['’]?s|that is|those are|these are|it['’]?s) (?!what|not|all|ok|fine|good|great|perfect|it\b|the one|how|why|too|right|wrong)[a-z ]{2,24}[.!,;]+ *(?=[^?]*\bi (?:said|asked|meant|wanted)\b)|^(?:不是|不对|不)[,， ]*(?:这|那)(?:都|个|些)?是[^,，。]{1,8}[,，。]+ *(?=[^?？]*我(?:说|要|问)的?是)/iu;
/** 我要红的那件，问的是怎么洗: which one it is asked of, and no order. */
const askedOfOne =
  /^(?:不是|不|[,，。 ])*我(?:是)?要([^,，。.!！?？ ]{1,12}?(?:那|这)?[件个款双条只])[,，。 ]+(?:我)?(?:就|只|只是|是|想)?问(?:的是|一?下)/u;
export const asksOfOne = (folded: string): boolean => askedOfOne.test(folded);
/** 梅雨那个硬壳是冲锋衣吧 我妈要暖和的: what is thought of one that was shown, before what is wanted. */
const thoughtOf =
  /^(?:可是?|但是?|不过|那)?\p{Script=Han}{0,4}(?:那|这)[个件款双][^,，。.!！?？ ]{0,6}是[^,，。.!！?？ ]{2,6}吧[,，。?？ ]+(?=(?:我|我妈|我爸|他|她|老人家?)?\p{Script=Han}{0,2}(?:要|想要|喜欢)[^,，。?？]{1,8}的?(?:$|[,，。 ]))/u;
/** 我没磨豆机啊 有挂耳不, "I don't have a grinder, any drip bags?": what somebody has not, before other goods that are asked for. */
const hasNot =
  /^(?:可是?|但是?|不过)?(?:我|家里|我家|我们)(?:又|也|都|可|家)?没有?[^,，。.!！?？ 的过]{2,6}(?:啊|呀|哎|诶)?[,，。 ]+(?=(?:那|你们?|店里)*(?:有没有|有|卖)[^,，。 ]{2,8}[吗么没不嘛?？])|^(?:(?:but|oh|well|hm+|no)[, ]+)*i (?:don['’]?t|do not) (?:have|own) (?:an?|any) [a-z]+(?: [a-z]+)?[,.;!]+ *(?:so )?(?=(?:do you (?:have|sell)|have you got|got any|any) [a-z])/iu;
/** "I own the apron... actually no, do you have knives?": what is taken back before another question is not said. */
const retracted =
  /^[^?？]{4,90}?(?:\.{2,}|…|[,.;!—-]) ?(?:(?:oh|no|hm+|ah|wait),? )*(?:actually,? no|no,? wait|wait,? no|scratch that|forget that|on second thoughts?)(?:\.{2,}|[,.!…: —-])+(?=(?:do|have|can|is|are|i|show|what|which|got|any) ?\S+ \S)|^[^?？]{3,40}?(?:[,，。.…!！ ])(?:啊|哦|等等|唉|额|呃)*[,， ]*(?:不对不对|不对|说错了|还是算了)[,，。.… !！]+(?=\S{3})/iu;
/** "I have no grinder. Do you sell one?": of what is lacking. */
const soldOne =
  /^(?:[a-z]+,? ){0,3}?(?:i|we) (?:(?:also |still )*(?:have no|haven't got an?|don't (?:have|own) (?:an?|any)|'ve got no|need an?|lack an?)) ((?:[a-z-]+ )??[a-z-]{3,})(?: (?:at home|yet|myself|either|though|here))*[.,;!]+ *((?:do|would|can) you (?:guys |also )?(?:sell|have|stock|do)|have you got|you got|is there) (?:one|any|some|them)\b/iu;

/** "I'm a 40 in shoes", 鞋穿42码 上衣M: of what the size is, and no wish for it, where more is said. */
const sizeIn =
  /(?<=\b(?:i['’]?m|i am|i wear|i take|s?he['’]?s|s?he is|wears|takes|usually|normally|always|and)(?: (?:a|an|usually|normally|always|size|around|about|mostly))* )((?:size )?(?:(?:3[4-9]|4[0-8])(?:\.5)?|x{1,3}[sl]|[sml]|small|medium|large)) (?:in|for) (?:my |most |all )?(?:shoes?|trainers|sneakers|boots|footwear|tops?|jackets?|coats?|clothes|clothing|shirts?|t-?shirts?|trousers|jumpers?|dresses)\b(?= and |[,.;] ?\S)/giu;
const sizeInChinese =
  /(?:鞋子?|上衣|衣服|裤子|外套)(?:我|她|他|一般|平时|通常|都|是)*穿 ?(?=(?:[smlx]{1,3}|3[4-9]|4[0-8])(?:码|号|的|[,，。 ]|$))|(?<=[,，。 ]|[我她他]的?|(?<=^)(?=\p{Script=Han}+ ?[smlx]{1,3}(?:码|号)?[,，。 ]))(?:鞋子?|上衣|衣服|裤子|外套)(?:我|她|他|一般|平时|通常|都|是)*(?= ?[smlx]{1,3}(?:码|号)?(?:[,，。 ]|$))/giu;
/** 不一定要羽绒服，棉服也可以, "it doesn't have to be a parka, a fleece is fine too": either will do. */
const eitherDoes =
  /(?:不一定|不必|不是|也?不)(?:非要?|要|得)(?:是|买)?(\p{Script=Han}{2,6}?)(?:不可)?[,，。 ]+(\p{Script=Han}{2,6}?)也(?:可以|行|成|好|能接受)(?:的|吧|啊)?(?=[。.!！ ]*$)/u;
const eitherDoesEn =
  /^(?:(?:but|and|ok|well|oh)[, ]+)*(?:it )?(?:does(?:n['’]t| not)|need(?:n['’]t| not)) (?:have to |need to )?be (an? [a-z][a-z -]{2,24}?)[,;.] *(an? [a-z][a-z -]{2,24}?) (?:is|would be|works?|will do|'s)(?: (?:fine|ok|okay|good|great))?(?: (?:too|as well|also))?[.! ]*$/iu;
/** "The adult version of the kids sunscreen", 儿童防晒的成人版: for no child. */
const grownUpsOf =
  /\b(?:(?:the|an?|your) )?(?:adults?['’]?s?|grown[- ]?ups?['’]?) (?:version|one|equivalent|size) of (?:the |your |this |that )?(?:kids?['’]?s?|child(?:ren)?['’]?s?) ([a-z -]{3,30})/giu;
const grownUpsOfZh = /儿童(?:款)?的?(\p{Script=Han}{2,5}?)(?:有没有|有|的|来个|要)+(?:成人|大人)(?:版|款|用的|的)/gu;

/** "Bags except totes": other than those, which is no name of theirs; nothing of what is in the cart or bought. */
const exceptThose =
  /(?<=[a-z] )(?:with the exception of|except(?:ing)?(?: for)?)(?= (?:the |your |any |those |these )?[a-z])(?! (?:the |that )?(?:it|i|you|he|she|they|we|if|when|in|on|at|to|where|what|this|that|one)\b)/giu;
const ofLines =
  /\b(?:cancel\w*|return\w*|refund\w*|remov\w*|tak(?:e|en|ing)|took|add\w*|put|keep|cart|basket|orders?|ordered|pay|costs?|price|total|bought|buy|send|everything|all of (?:them|it))\b/iu;
const withOthers = (text: string): string => (ofLines.test(text) ? text : text.replace(exceptThose, 'other than'));

/** "And a card holder with it", 再配个卡包: other goods, and nothing that comes with those. */
const goesAlong =
  /^((?:(?:and|also|plus|ok|then)[, ]+)*(?:an?|some|another) (?:[a-z-]+ ){0,2}(?!(?:gift|greeting)?cards?\b|gift|note|box|ribbon|message|receipt|bag\b|wrap|case|strap|lid|charger|cable|cover|discount|code)[a-z-]{3,}) (?:along |together )?with (?:it|this|that|them|these|those)(?=(?:,? (?:please|too|as well))*[?.! ]*$)/iu;
const goesAlongZh =
  /^(?:那|再|另外|还|也|顺便)*(?:想|要)?(?:配|搭)(?:上)?一?[个条把只套块款双件](?!礼|盒|袋|包装|贺|卡片|盖|绳|带|壳|套|充电|电池|说明)(\p{Script=Han}{2,6}?)(?:吧|呗|呢)?(?=[.!。！ ]*$)/u;

/** "A night light": one thing, and nothing light for the night. */
const nightLight = /\bnight[- ](?:light|lamp)(s?)\b/giu;

export const withoutMisheard = (text: string): string =>
  withOthers(text)
    .replace(nightLight, 'nightlight$1')
    .replace(goesAlong, '$1')
    .replace(goesAlongZh, '有$1吗')
    .replace(eitherDoes, '$1或者$2')
    .replace(eitherDoesEn, 'looking for $1 or $2')
    .replace(grownUpsOf, '$1 for adults')
    .replace(grownUpsOfZh, '成人用的$1')
    .replace(retracted, '')
    .replace(soldOne, '$2 a $1')
    .replace(misheard, '')
    .replace(thoughtOf, '')
    .replace(wrongThing, '')
    .replace(askedOfOne, '$1')
    .replace(hasNot, '');

/** The message without what was said of sizes before, with half sizes in figures. */
export const withoutSizesFrom = (text: string): string =>
  (tellsWornSize(text) ? text.replace(sizesFrom, ' ') : text).replace(halfSize, (said, whole: string) =>
    /[码号]/u.test(said) ? `${whole}.5码` : `${whole}.5`,
  );

/** `isTrait`: what goods do is asked, and for none that is called by it. */
export const textToRead = (said: string, isTrait: boolean): string => {
  const text = motifsTurnedAway(
    said
      .replace(takenBack, '')
      .replace(childsShown, hasHan(said) ? '，' : ' ')

      .replace(thought, '有'),
  );
  return withoutAdviser(
    hasHan(text)
      ? boxApart(
          inAskingForm(
            withLaptop(withSunscreen(text, isTrait))
              .replace(sizeInChinese, '穿')
              .replace(likedFirst, '$1，')
              .replace(namedAgain, '$1呢')
              .replace(oneSign, '有$1吗')
              .replace(laughter, '，')
              .replace(saidTwice, '$1')
              .replace(away, '，')
              .replace(turnedAway, (_, one: string | undefined, other: string | undefined) =>
                one === undefined ? `不要${other}的` : `不要${one}`,
              )
              .replace(letBe, '不要$1')
              .replace(otherThings, '，')
              .replace(precious, '贵')
              .replace(sparesKnees, '不伤')
              .replace(scentsLike, '')
              .replace(besidesThat, '有')
              .replace(hasItInChinese, '$1$2的')
              .replace(forNobodyOfInChinese, '，'),
          ),
        )
      : text
          .replace(away, ' ')
          .replace(without, 'without $1')
          .replace(sizeIn, '$1')
          .replace(dash, '. ')
          .replace(intoBag, ' ')
          .replace(asksUnder, 'anything')
          .replace(withstands, ' in ')
          .replace(travelsLight, ' ')
          .replace(newLiking, 'it')
          .replace(forNobodyOf, ' ')
          .replace(hasIt, '$1 $2'),
  );
};
