/** How buying is told without naming the cart: agreed to, with "please" or "then", or with a verb; and the things it is told of. Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export interface TakenSaid {
  readonly pieces: readonly string[];
  readonly isHan: boolean;
  /** A word that buys: "I'll take", 就要; or one that may no more than wish: "I want the", 要. */
  readonly verb?: 'sure' | 'wish';
  /** "Perfect, …", 好的. */
  readonly agreed: boolean;
  /** "… then", 吧. */
  readonly closes: boolean;
  readonly polite: boolean;
  /** "K green one": no more than nodded at, and one is pointed at. */
  readonly nods?: boolean;
  /** 那就普洱吧: settled on. */
  readonly settles?: boolean;
  /** "The navy one and the tieguanyin". */
  readonly isDefinite: boolean;
  /** So many of each. */
  readonly each?: number;
  /** "Add the mug. One in navy too", 马克杯吧，藏青色也来一个: beside what is named before it. */
  readonly alsoOne?: boolean;
}

const longest = 90;
const agreeing =
  /^(?:(?:no(?! non\b)|ok|okay|k|yes|yeah|yep|oh|hm+|well|so|then|right|alright|all right|great|fine|good enough|very good|good|super|cool|thanks|thank you|no problem|perfect|lovely|brilliant|nice(?: one)?|awesome|excellent|sold|deal|done|settled|i(?:'?ll)? (?:risk|chance) it|sounds (?:good|great|perfect)|(?:that'?s|looks?) (?:lovely|great|perfect|nice|fine|good)|i like (?:it|that)|love (?:it|that)|go on(?: then)?|let'?s do it|cute|sweet|gorgeous|beautiful|pretty|lush|wow|adorable|yum)[,.!: ]+)+/;
const strongly =
  /\b(?:great|fine|good|super|risk it|chance it|cool|perfect|lovely|brilliant|nice|awesome|excellent|sold|deal|done|sounds|alright|all right|go on|do it|cute|sweet|gorgeous|beautiful|adorable|like (?:it|that)|love (?:it|that))\b/;
const nodding = /^(?:(?:ok|okay|k|yes|yeah|yep|alright|all right|right|sure)[,.! ]+)+$/;
const buying =
  /\b(?:i'?ll|i will|we'?ll|let'?s|let me|lemme|gonna|going to|i'd like to)? ?(?:take|get|grab|buy|order(?= (?:the|it|this|that|two|one|\d))|go (?:for|with)|(?<=(?:i'?ll|i will|let me|let'?s) )(?:have|do)|(?<=\bi(?:'?ll| will)? )try(?= (?:it|that|this one)\b))\b(?: (?:it|that|this|them|these|those|that one|this one)(?= |[,.;!]|$))?|\b(?:just |please |pls )*(?:put|pop|throw|stick|add)\b(?: (?:it|that|this|them|these|those|both|me|in)(?= |[,.;!]|$))*|\bgive me\b|\bboth\b/g;
const wishing = /\bi (?:want|need|'d like|would like) (?=the |that |this |one |two |\d)/g;
const cart =
  /(?:^| )(?:both |all )?(?:(?:in|into|to) )?(?:my|the|your) (?:cart|basket|bag)\b|(?:^| )(?:in|into|to) (?:cart|basket)\b|(?:^| )both (?:of them )?(?=,|into|in )/g;
const tail =
  /(?:[,. ]+(?:i'?ll pay (?:the )?(?:¥ ?|rmb ?)?\d{2,5}(?: ?yuan)?(?: for it)?|please|pls|plz|thanks|thank you|cheers|thx|then|now|too|for me|lol|after all))+[.! ]*$/;
const thanking =
  /[,. ]+(?:and )?(?:many )?(?:thanks?|thank you|thx)(?: (?:so much|a lot|very much))?(?: for [a-z' ]{2,40})?[.! ]*$/;
const praised =
  /^((?:the|that|this) (?:[a-z'-]+ ){0,3}[a-z'-]+?|(?:an? |size )?(?:x{0,3}l|x{0,2}s|m|small|medium|large|3[4-9]|4[0-8])) (?:is|are|looks?|sounds?|would be) (?:just |really |quite |so |very )?(?:fine|perfect|good|great|lovely|nice|ok|okay|ideal|cute|sweet|gorgeous|beautiful|pretty|adorable)(?=$|[,.! ])/;
/** "… is cute, one of those": so many of what is praised. */
const ofThose =
  /[,.] *(?:i'?ll (?:take|have) )?(one|two|three|\d{1,2}) of (?:those|them|these)(?=[,.! ]*(?:please|then|thanks)?[.! ]*$)/;
const polite = /\b(?:please|pls|plz)\b/;
const closing = /\bthen\b/;
const apart = /\s*(?:[,;!]|\.(?!\d))+\s*|,? (?:and|plus|as well as|along with) (?:also |then )?|\s*[&+]\s*/;
const notBought =
  /[?？]|\b(?:how|what|when|where|why|who|which|show|does|do you|is it|is there|are there|if|would|should|because|not|don'?t|change|swap|switch|make|without|more|another|can i|could i|may i|instead|rather|look(?:ing)?|find|search|see|help|track|cancel|return|exchange|check ?out|deliver\w*|ship\w*|think|know|idea|anything|something|other|another one|cheaper|total|cost|price|less|off|percent|discount|codes?|coupons?|vouchers?|address|wrap\w*|cards?|invoice|refund\w*|person|human|only|compare|or|maybe|vs|between|under|below|around|max|budget|for (?:my|a|an|her|him|his|work|the)|wear|size guide|already|i have|i'?ve|there'?s|there is|i mean|i meant|i'?m|i am|she|he|under|of the (?:two|three|four|five|lot))\b|\d ?%|¥/;

const agreeingZh =
  /^(?:好的?|好嘞|行吧?|可以|嗯|ok|成|没问题|不错|挺好的?|好看|喜欢|那就(?!它|这[个件双款条只])|那(?!就)|那行|那好|对)+/u;
const buyingZh =
  /再(?:来|加|要|拿|买)|都要了?(?=[吧.! ]*$)|就它(?:了|吧)|就这[个件双款条只](?:了|吧)?|拿下|入了|下单|加购物?车?|(?:加|放)(?:入|到|进)购物车|(?:我?就|给我|帮我)(?:要|来|拿|买|选)|(?<![\p{Script=Han}a-z\d])(?:我|那)?(?:来|拿|买)(?!不|得)|(?:来|拿|要|买|加)(?=[一两俩二三四五六七八九十\d][个件双条只包盒瓶套罐袋台份支本]?)|(?<!\d)[一两俩二三四五六\d][个件双条只包盒瓶套罐袋台份支本]来(?=[一两俩二三四五六\d])|买了|要了|(?:加|放)上(?=[吧了呗.! ]*$)/gu;
const wishingZh = /(?<![\p{Script=Han}a-z\d])(?:我|那|那我)?(?:想)?要(?!不|是|多|怎|什|点)/gu;
const notBoughtZh =
  /[?？]|吗|嘛|么|多少|怎么|咋|哪|什么|啥|有没有|能不能|可不可以|是不是|呢[.! ]*$|没有?[.! ]*$|几[点折天个]|不要|不用|不想|不买|少|减|不是|没说|我(?:就|只)?是?(?:说|指|问)的?是?(?=[^,，。]{1,10}(?:$|[,，。]))|别的|其他|退|取消|改|换|删|移|去掉|订单|优惠|券|折|活动|人工|客服|发票|地址|运费|包邮|推荐|看看|找|比较|介绍|对比|图片|照片|上次|之前|贵|便宜|左右|以内|以下|[块元](?:钱|就)|[就够满到]\d{3,}|预算|送(?!我)|给(?!我)|适合|想(?:买)?[一个找看]|还是/u;
const apartZh = /(?:[\s，,。;；!！、+＋]|\.(?!\d))+|[和跟与]|还有|外加|另外|顺便|以及|加上/u;
const onlyCount = /^[\d一两三四五六七八九十]+[个件双条只包盒瓶套罐袋台份支本]?$/u;
const eachZh = /各(?:来|要|买|拿)?([一两俩二三四五六]|\d{1,2})[个件双条只包盒瓶套罐袋台份支本]/u;

/** 好吧259就259: agreed to at its price. */
const priceAgreed = /^(?:那|好吧|好的?|行吧?|嗯|可以|[,. ])*(\d{2,5})(?:块|元)?就\1(?:块|元)?(?:吧|了)?(?!\d)[,. ]*/u;
/** 那还是三件套吧: taken after all. */
const afterAll =
  /^(?:那|算了|好吧|行吧?|嗯|[,. ])*还是(?:要|买|选|拿|来)?(?=(?!.*(?:还是|[看问聊等先发寄找算]))[^?？]{2,16}?吧(?:$|[,. ]))/u;
/** 送人好看点, behind what is taken: why. */
const remarked =
  /[\s,，。]+(?:拿?[去来]?送(?:人|礼|她|他|妈|爸|朋友|同事|领导|老师|客户)|自己|给(?!我)\p{Script=Han}{1,3})(?:也|更|比较)?(?:好看|体面|合适|大方|用|穿|喝|戴|吃|正好|刚好|拿得出手|够了)(?:一?[点些])?[的了吧.! ]*$/u;

/** 第一次那个: the one that was told of first. */
const atFirst = /(?:第一次|一开始|最开始|刚开始|最初|最早|开头)(?:看到?|说|推荐|给我看)?的?(?=[那这])/u;

/** "I think the puzzle then": no more than how it is said. */
const thinking =
  /^((?:(?:ok|okay|hm+|well|right|so|yes|thanks|thank you|great|no)[,.!: ]+)*)i (?:think|guess|suppose)(?: then)?,? (?=(?:the|that|this|it'?ll be|i'?ll|i will|we'?ll|let'?s) )/;
const thinkingZh = /^((?:好的?|嗯|那|行|谢谢|[,. ])*)我?(?:觉得|想|看)[,. ]*(?=还是|就(?!行|好|够))/u;

export const takenSaid = (message: string): TakenSaid | undefined => {
  if (message.length > longest) return undefined;
  const folded = message
    .replace(thinking, '$1')
    .replace(thinkingZh, '$1')
    .replace(thanking, '')
    .replace(priceAgreed, '好的 ')
    .replace(remarked, '')
    .replace(atFirst, '')
    .replace(afterAll, '就要');
  if (hasHan(folded)) return notBoughtZh.test(folded) ? undefined : inChinese(folded);
  return notBought.test(folded) ? undefined : inEnglish(folded);
};

const inEnglish = (folded: string): TakenSaid => {
  const lead = agreeing.exec(folded)?.[0] ?? '';
  const after = folded.slice(lead.length);
  // "The mug is fine, the green one": agreed to by its name.
  const [whole = '', liked] = praised.exec(after) ?? [];
  const body = (liked === undefined ? after : liked + after.slice(whole.length)).replace(ofThose, ', $1');
  const verb =
    body.search(buying) >= 0 || body.search(cart) >= 0 ? 'sure' : body.search(wishing) >= 0 ? 'wish' : undefined;
  const rest = body.replace(tail, '').replace(cart, ',').replace(buying, ',').replace(wishing, ',');
  return {
    pieces: rest
      .split(apart)
      .map(piece => piece.replace(tail, '').trim())
      .filter(piece => piece !== ''),
    isHan: false,
    ...(verb ? { verb } : {}),
    agreed: strongly.test(lead) || liked !== undefined,
    closes: closing.test(body),
    polite: polite.test(body),
    nods:
      nodding.test(lead) &&
      /^(?:the )?[a-z]+(?: [a-z]+)? ones?[.! ]*$|^the (?:[a-z'-]+ ){1,3}in (?:size )?[a-z\d]+[.! ]*$/.test(body),
    isDefinite: /\bthe\b/.test(body),
    alsoOne: /\bone in [a-z ]{3,16} (?:too|as well|also)\b/.test(body),
  };
};

const inChinese = (folded: string): TakenSaid => {
  const lead = agreeingZh.exec(folded)?.[0] ?? '';
  const body = folded.slice(lead.length);
  const each = eachZh.exec(body)?.[1];
  const verb =
    each !== undefined || body.search(buyingZh) >= 0 ? 'sure' : body.search(wishingZh) >= 0 ? 'wish' : undefined;
  const rest = body.replace(eachZh, ' ').replace(buyingZh, ' ').replace(wishingZh, ' ');
  return {
    // 要20个 黑的红的各10个: so many of each, and no number of them all.
    pieces: rest
      .split(apartZh)
      .flatMap(piece => (each === undefined ? [piece] : piece.split(/(?<=[的色])(?=\p{Script=Han})/u)))
      .filter(piece => /[\p{L}\p{N}]/u.test(piece) && !(each !== undefined && onlyCount.test(piece))),
    isHan: true,
    ...(verb ? { verb } : {}),
    agreed: /好|行|可以|成|不错|没问题|喜欢|对/u.test(lead),
    closes: /吧[.! ]*$/u.test(body),
    settles: /那?就$/u.test(lead) || /^就(?!是|不|行|好|算|这样|先)/u.test(body),
    polite: /谢谢|麻烦/u.test(body),
    isDefinite: false,
    alsoOne: /\p{Script=Han}也[来要加拿买][一两三\d][个件双条只包盒瓶套罐袋台份支]/u.test(body),
    ...(each === undefined ? {} : { each: '一两俩二三四五六'.includes(each) ? (hanCounts[each] ?? 1) : Number(each) }),
  };
};
const hanCounts: Readonly<Record<string, number>> = { 一: 1, 两: 2, 俩: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
