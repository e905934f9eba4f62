/** 第一个不就是粉的吗。要黑色的, "isn't the first one pink? i want black": what was shown is found not to be what was asked for, and nothing of it is bought yet. Takes folded text. */
const pointed =
  '(?:第 ?[一二三四五\\d][个款双件条只]|[这那](?:些|[个款双件条只])?|它|上面|你?推荐的?|你?发的?|你?给的?)';
const objectsZh = new RegExp(
  `(?:^|[,，。.!?;~ ])(?:可是?|但是?|诶|哎|不对)?(?:${pointed}(?:都|全|也|明明)?(?:不就是|不是|怎么(?:还|都|又|全)?是|还是|就是|是)\\p{Script=Han}{1,6}(?:吗|嘛|么|啊|呀|啦)|(?:我|都)?(?:不是|刚才|明明|已经)+(?:说|讲)(?:了|过)?(?:了)?不要\\p{Script=Han}{1,6}|(?:怎么|为什么|干嘛)(?:还|又|全|都)(?:有|是|给我|推荐)\\p{Script=Han}{1,6})(?=[,，。.!?;~ ])`,
  'u',
);
const objectsEn =
  /^(?:(?:but|hey|um+|hm+|wait|lol|so)[,.! ]+)*(?:(?:isn'?t|aren'?t|wasn'?t) (?:the (?:first|second|third|last) (?:one|pair)|that|those|these|that one) [a-z ]{3,20}|(?:the (?:first|second|third|last) (?:one|pair)|that|those|that one) (?:is|are) [a-z]{3,12}(?: though| tho)?|(?:i|didn'?t i) (?:already )?(?:said|say|told you) (?:no|not) [a-z ]{3,20}|why (?:are|is) (?:you showing|there|the first one|that one) [a-z ]{3,20})[,.!?]+ /;

/** It is bought all the same: 这不是黑的吗。绿的来一个. */
const orders =
  /买|下单|加(?:入|购|到|一|两|[\d个双件])|购物车|[来拿][一两二三\d]?[个双件条只份盒包]|\b(?:add|buy|order|cart|basket|i'?ll (?:take|have))\b/u;

export const objectsToShown = (folded: string): boolean =>
  (objectsZh.test(folded) || objectsEn.test(folded)) && !orders.test(folded);
