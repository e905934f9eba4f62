/**
 * What speaks of buying and buys nothing: "I won't buy it", "my friends buy these", 我不想加购物车, 怎么加购物车, "do I have to buy a
 * whole new one?", "can you put it in the dishwasher?". Takes folded text.
 */
import { inAskingForm } from '../text/chinese-slips.ts';
import { asksIfHad } from './had-asked.ts';
import { isOnlyLiked } from './only-liked.ts';

const longest = 400;
const buying = '(?:add|buy|order|put)(?:ing)?';
/** What may stand between a "not" and what is not done: "not too big add it" and "don't forget to add it" ask for it. */
const between =
  "(?: (?!(?:forget|worry|mind|matter|hesitate|fail|so|then|and|but|please|pls|too|very|bad|the|a|an|this|that|my|sure)\\b)[a-z']+){0,3}";
const denied = new RegExp(
  `\\b(?:(?:do|does|did|wo|would|ca|could|should|must|need|is|are|was|were|have|has|had)n'?t(?! you\\b)|cannot|(?<!why )not|never)${between} ${buying}\\b|\\b(?:without|instead of|rather than|before i|if i) (?:\\w+ )?${buying}\\b`,
);
/** "People always buy these", "my mum would buy it": told of others. */
const others =
  /\b(?:people|everyone|everybody|they|s?he|others|folks|nobody|(?:my|our|his|her|their|your|most|many|some|all|other) (?:[a-z]+ )?(?!ones\b)[a-z]+s)(?:'d|'ll| would| will| could| might)?(?: (?:[a-z]+ly|always|often|never|sometimes|usually|all|also|still|just))? (?:add|buy|order|put)s?\b|\b(?:my|our|his|her|their) [a-z]+ (?:(?:would|will|could|might) (?:add|buy|order|put)|adds|buys|orders|puts)\b/;
/** Between a 不 and what is not done; 不错, 没问题 deny nothing. */
const deniedInChinese =
  /(?:(?<![能可是要好会行])不|没(?:有|法|办法)?|未|无法|别)(?:小心|想|要|用|能|会|可以|让|叫|说|打算|准备|需要|愿意|必|再|先|急着?|着急|给我|帮我|你|我|把|它|这个|那个|直接|敢|应该|该)*(?:加(?:购|车|(?:入|进|到)?购物车)|放(?:进|到|入)?购物车|下单)|(?:加|放)不(?:了|进|上|成|到|入|下)|(?:购物车|加购|加车)(?:的?按钮|没反应|没用|失败|不了|不成功|报错)/u;
const howInChinese =
  /(?:怎么(?!都|说也)|怎样|咋|如何|为什么|为啥|为何|干嘛|凭什么).{0,8}(?:加购|加车|购物车|下单)|(?:能不能|可不可以|是不是)不/u;
/** "It in the dishwasher", "a laptop in it", "a zip to it": no cart, and "in a size 42" no place. */
const elsewhere =
  /\b(?:add|put|pop|throw|stick) (?:[a-z0-9'-]+ ){1,6}(?:in|into|on|onto|to|inside|under|through) (?:(?:it|them)\b|(?:an?|(?:the|my|your|our|his|her|its)(?! bag\b)) (?!cart\b|basket\b|trolley\b|order\b|size\b|(?:uk|us|eu) ?\d|small\b|medium\b|large\b|x*[sml]\b|\d))(?!.*\b(?:cart|basket)\b)/;
/** 要重新买一个吗. */
const dreads =
  /\b(?:do|will|would|must|should) (?:i|we) (?:really |actually |now )?(?:have to|need to|got to|gotta) (?:re)?(?:buy|order|get|pay)\b|\b(?:without|instead of|rather than) (?:buying|having to buy|ordering)\b|(?:要|得|必须|只能)(?:重新|再|另外)(?:买|下单)(?:一?[个件双套])?.{0,6}(?:吗|么|嘛|[?？])|非得.{0,6}买/u;

/** "I'll take a look at the red one", "can I have a picture of it", "one reason to buy it": something is to be told. */
const wantsTold =
  /\b(?:take|have|get|grab) (?:an?|another|one more) (?:(?:closer|quick|good|better|proper|second) )?(?:look|peek|glance|picture|photo|pic)\b|\b(?:picture|photo|pic|link|details|description)s? (?:of|to|for|about|on)\b|\b(?:dimensions|measurements|specs)\b|(?:'s|\bits|\bone'?s?) (?:price|weight|details|material)\b|\breasons? (?:to|why)\b|看一?看?图片|(?:图片|照片|链接|实物图)(?:发|给)/u;
/** "Let me get this straight", "give me a second", "I'll get back to you", "I'll buy one elsewhere". */
const figurative =
  /\b(?:have|take|need) (?:a|another) (?:think|break|rest|nap|walk|seat|guess|word|chat|moment|minute|second|sec)\b|\bgive me (?:(?:an?|one|two|another|just a) )?(?:second|sec|minute|moment|break|hand|clue|hint|call|ring|shout|bit)s?\b|\bget back to\b|\bget (?:this|that|it|things) (?:straight|right|over with|sorted|done)\b|\btake (?:it|that|this|them) (?:back|easy|slow\w*|away|from there|up with|personally|further|elsewhere|seriously)\b|\b(?:elsewhere|somewhere else|(?:an)?other shops?|from home)\b|\bput the kettle on\b|\bput (?:it|that|this) (?:on hold|off|aside|down to|another way|this way|differently|simply)\b|\btake the (?:bus|train|taxi|tube|plane|hint)\b/;

const endsAskingInChinese = /[吗么嘛][?!.~ ]*$/u;
/** What is ordered in the form of a question: 能帮我加购物车吗, 来一个行吗. */
const ordersInChinese =
  /帮|给我|麻烦|请|购物车|加购|加车|下单|把|(?:能|可以|要不|我想|我要|想|那|就|再|直接|先)(?:再|也|先|都|不能)*(?:加(?=[一二两三几\d个这那它第到进入上])|来|要|拿|买|订|拍)|(?:可以|行|好|成)(?:吗|么)[?!. ]*$/u;
/** 能装下相机加一件外套吗: how much there is room for. */
const asksRoom = /(?:装|塞|容|盛|放)(?:得|不)?(?:下|进|了)|(?:能|可以|够)(?:装|塞|放|盛)(?!(?:进|到|入)?购物)/u;
/** 30个报个价, "a quote for 30 of them": what it would cost is to be told. */
const asksQuote =
  /报(?:个|一?下|我)?(?:[^,，。 ]{0,6}的?)价|\b(?:give|send|tell|make|get) (?:me|us) (?:a |an |the |your )?(?:[a-z]+ )?(?:quote|price)\b|\bquote (?:me|us)\b|\ba quote (?:for|on)\b/u;
const intoCart = /购物车|加购|加车|下单/u;
/** 这是入耳的吧: what it is thought to be, to be told so. */
const supposes =
  /^(?:诶|欸|哎|嗯|等等|不对|[,.?! ])*(?:这|它|(?:这|那)[个款件双条只种])(?:都|也|还|应该|好像|不会|怕|不)*是(?!它|这|那|要|我要)\p{Script=Han}{1,10}吧(?=[,.?! ]|$)/u;
/** 我就要那个杯子 问能不能刻字: what was said is a question. */
const saysItAsks =
  /(?:^|[ ,.;!])(?:我)?(?:就|只|是|就是|只是)?问(?!题|候|过)(?:的是|一?下)?.{0,8}?(?:能|可以|是不是|有没有|会不会|怎么|什么|多|哪|几|吗)/u;
/** Whether a Chinese question orders nothing: one that ends in 吗 or 不 changes no cart unless it says outright that something is to be done. */
const asksInChinese = (folded: string): boolean => {
  const text = inAskingForm(folded);
  if ((saysItAsks.test(text) || supposes.test(text)) && !intoCart.test(text)) return true;
  return endsAskingInChinese.test(text) && !intoCart.test(text) && (asksRoom.test(text) || !ordersInChinese.test(text));
};

/** 这是入耳的吧, 第一个不就是粉的吗: what was shown is told to be what it is. 那就是它吧 and 这是我要的 may take it. */
const saysWhatItIs =
  /^(?:可是?|但是?|不过|诶|欸|啊|哦|怎么|不对|等等|,| )*(?:[这那](?:[个款双件条只]|一[个款双件条只])?(?:好像|应该|其实|明明|不|都)?|(?:第 ?[一二三四五1-5]|头一?|最后一?|上面那?)[个款双件条只](?:好像|其实|明明|不就?|都|也|还|怎么)*)是(?!我|第|要|给|它|他|她|送|最|[这那])[^,，。!！]{1,12}?的?(?:吧|吗|嘛|啊|呀|诶)?(?=$|[,，。.!！?？ ])/u;
/** 我要买的是黑色双肩包: what is looked for is put right. 我要买的是这个 takes it. */
const saysWhatIsSought =
  /(?:^|[,，。.!？?; ])(?:不是|不对|不,)?我?(?:说的|其实|本来|真正)?(?:想要?|要)(?:买|找|看)的(?:其实|就)?是(?![这那它他她第]|上面|刚才|前面)/u;
/** "I want to buy a knife", "i'd like to buy headphones": goods are wished for, none of those on the table is taken. */
const wishesToBuy =
  /^(?:(?:hi|hello|hey|no|well|ok|okay|so|but)[,.! ]+)*i(?:'d| would)? (?:really |just |still )*(?:want|need|wanna|like|would like) to (?:buy|get|find) (?:an?|some|new) (?!(?:red|blue|black|white|green|grey|gray|pink|navy|brown|beige|orange|yellow|purple|small|medium|large)(?: one| ones)?\b|one\b|ones\b|few\b|couple\b|pair\b|pack\b|bag\b|box\b)[a-z -]{2,40}[.! ]*$/;
/** 两双加起来大概650: a sum is told, and nothing is added. */
const sumsUp = /加(?:起来|一?起来?|在一起)/u;

/** 送不送线: a question by its form, and one that asks nobody to do anything. */
const whether = /([^好行成可能])[不没]\1/u;
const toDo = /帮|给我|麻烦|请|[来拿加](?=[一两三四五六\d])/u;
export const asksWhether = (folded: string): boolean =>
  whether.test(folded) && !/[\s,，。;；!！]\S/u.test(folded) && !intoCart.test(folded) && !toDo.test(folded);
/** "Can I take it on a plane", "could I get a spare one": what may be done with it, or had for it. */
const mayBeUsed =
  /\b(?:can|could|may|would|should|am i (?:allowed|able) to|is it (?:ok|okay|safe|fine) to|possible to) (?:(?:i|we|you|one|he|she|they|my [a-z]+) )?(?:still |also |just |even )?(?:take|bring|carry|wear|use|have|leave|keep|put|throw|get) (?:it|this|that|them|these|those|(?:this|that) one|one)(?: (?:on|onto|into|through|at|to|in|with|under) (?!(?:my |the |your )?(?:cart|basket|trolley|order|bag)\b|(?:an? )?(?:size|colou?r|xx?[sl]|[sml]|\d)\b|me\b|(?:the |a )?(?:red|blue|black|white|green|gr[ae]y|pink|navy|brown|beige|orange|yellow|purple|other|same|small|medium|large)\b)[a-z]| (?:while|when|outside|outdoors|abroad|home|everywhere|anywhere|[a-z]{2,8}ing)\b)|\b(?:can|could|may|do|would|where (?:can|do)|how (?:can|do)) (?:i|we|you)\b[^.!?;]{0,20}\b(?:get|have|buy|order|sell|find)\b[^.!?;]{0,20}\b(?:spares?|replacements?)\b/;
/** "The power bank in that order": of what was bought. */
const inThatOrder =
  /\b(?:in|from|of) (?:that|my last|my|the last|this|the same) (?:last |previous |old |first )?order\b/;
const putsIn = /\b(?:add|put|cart|basket|again|reorder|same)\b/;
/** 我记得买了一个风筝: of what was bought before. */
const boughtBefore = /(?:记得|好像|之前|上次|以前)[^,，。 ]{0,6}(?:买|拍|订|下单)(?:了|过)/u;
/** 加就加了吧: what was done is let be. */
const letBe = /(\p{Script=Han})了?就\1了/u;
/** 一盒才10包吧: how much there is in one. */
const holdsOnly =
  /^(?:那|可是?|但是?|,| )*(?:一|每)?[盒包袋罐瓶套](?:里面?)?(?:才|只有|就只?有?)[\d一两三四五六七八九十]{1,3}[包片颗支个克]/u;

/** "Sun cream and a face cream, small sizes": how goods that are looked for are to be; "add both in small sizes" takes them. */
const inSuchSizes =
  /^(?!.*\b(?:add|put|take|order|buy|cart|basket|both|i'?ll|the|these|those)\b).*\b(?:small|smaller|large|larger|big|bigger|travel|mini) sizes\b/;

/** 我问蜡烛！购物车里那个 能烧几个小时: pointed at where it lies. */
const liesThere = /^[^加放来要买拿换改]*购物车里(?:面|头)?的?[这那][个款件双条只盒包瓶][^加放来要买拿换改]*$/u;

/** "44x28 ok", 15寸可以: its measures are well. */
const measuresFit =
  /^(?:(?:ok|okay|so|well|ah|oh|那|嗯|哦)[,. ]*)*\d{1,3}(?:\.\d)?(?: ?(?:x|×|\*|by|乘) ?\d{1,3}(?:\.\d)?){0,2} ?(?:cm|mm|inch(?:es)?|厘米|公分|毫米|英?寸|(?<=\d ?(?:x|×|\*|by|乘) ?\d{1,3}))[,. ]*(?:(?:is|are|should be|sounds?|would be) )?(?:ok(?:ay)?|fine|good|perfect|great|enough|就?(?:可以|行|够|好|没问题))(?:的|了|吧|啊)*[.! ]*$/u;

/** "No coffee please": turned down, where nothing is said behind it; "no, the coffee please" and "no i'll take it" choose. */
const turnedDown =
  /^(?:(?:ok|okay|oh|but|and|well|so|um+|please|hm+)[,. ]+)*no (?!(?:the|that|this|these|those|i|i'?ll|i'?m|it|its|it's|that's|just|give|add|make|put|take|get|order|let|let's|one|two|three|both|all|problem|worries|need|rush|hurry|thanks?|please|pls|sorry|wait|more|in|size|we|you|my|can|could|not|actually|ok|okay|yes)\b)[a-z][^.;!?]*[.;!? ]*$/;

/** 再加66块就300了: how much money is missing, and of no goods. */
const countsMoney = /(?:加|凑|差|多花)(?:个|上)? ?\d{1,4}(?:块(?:钱|就|才|能|正好|刚好)|元)/u;

/** "If I take two pairs of them, any discount then?": what is only supposed. */
const supposesBuying =
  /^(?:(?:and|so|ok|okay|fine|but|hm+|well|no)[,. ]+)*(?:(?:what )?if|(?:let'?s )?say|suppos(?:e|ing)|assuming|imagine) (?:i|we)(?:'d| would| were to)? (?:take|buy|get|order|took|bought|got|had)\b(?!.*\b(?:add|put|cart|basket|i'?ll)\b)[^.!;]*$/;

/** "I'll think about it, how long do you keep things in the cart": nothing is taken yet. */
const hesitates =
  /\b(?:i'?ll|i will|let me|need to|have to|gonna|want to|going to|i'd like to) (?:have a )?(?:think|sleep on)\b|考虑(?:一下|考虑)|再想想|想一想|\b(?:how long|do) (?:do |does |will |would )?(?:you|it|things|stuff|the cart|my cart)(?: \w+){0,2} (?:keep|stay|saved?|hold)\b[^.!]{0,24}\b(?:cart|basket)\b|购物车[^,，。]{0,6}(?:保留|保存|留|存)(?:多久|几天|多长)/u;
const putsInto = /\b(?:add|put|i'?ll take|order)\b|[加放]|下单|要了/u;

/** 'told': what is known of the goods is wanted; 'asked': whether, how or where, which is a question; 'denied': it is not done, or others do it. */
export const buysNothing = (folded: string): 'asked' | 'told' | 'denied' | undefined => {
  if (folded.length > longest) return undefined;
  if (
    wantsTold.test(folded) ||
    holdsOnly.test(folded) ||
    liesThere.test(folded) ||
    measuresFit.test(folded) ||
    countsMoney.test(folded) ||
    isOnlyLiked(folded) ||
    (boughtBefore.test(folded) && !intoCart.test(folded)) ||
    (inThatOrder.test(folded) && !putsIn.test(folded))
  )
    return 'told';
  if (supposesBuying.test(folded)) return 'asked';
  if (asksQuote.test(folded) && !intoCart.test(folded)) return 'asked';
  if (asksIfHad(folded) || asksWhether(folded) || mayBeUsed.test(folded)) return 'asked';
  if (letBe.test(folded) || (hesitates.test(folded) && !putsInto.test(folded))) return 'denied';
  if (figurative.test(folded)) return 'denied';
  if (wishesToBuy.test(folded) || inSuchSizes.test(folded)) return 'told';
  if ((saysWhatItIs.test(folded) || saysWhatIsSought.test(folded)) && !intoCart.test(folded)) return 'told';
  if (sumsUp.test(folded) && !intoCart.test(folded) && !ordersInChinese.test(folded.replace(sumsUp, ' ')))
    return 'asked';
  if (dreads.test(folded) || howInChinese.test(folded) || elsewhere.test(folded) || asksInChinese(folded))
    return 'asked';
  if (turnedDown.test(folded)) return 'denied';
  return denied.test(folded) || others.test(folded) || deniedInChinese.test(folded) ? 'denied' : undefined;
};
