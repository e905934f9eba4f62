/** "What colour is cheapest?", "do all the colours cost the same?", 哪个颜色最便宜: one thing in its several colours, by what each costs. Takes folded text. */
const opening = '^(?:(?:and|so|ok|okay|but|hi|hey|also|then|hm+)[, ]+)*';
const asksLeast = new RegExp(
  `${opening}(?:what|which)(?:'s| is)?(?: the)? (?:cheapest |least expensive |lowest priced? )?colou?rs?(?: (?:one|version|option))?(?: of (?:the |this |that )?[a-z0-9'’ -]{2,40}?)?(?: (?:is|are|comes?|costs?|works? out|would be|has|have))?(?: out)?(?: the)?(?: (?:cheapest|cheaper|least expensive|least|less|lowest price|most expensive|dearest))?(?: (?:to buy|of (?:them|those|these|it)|then|please))*[?!. ]*$`,
);
const leastSaid = /\b(?:cheap\w*|least|less|lowest|most expensive|dearest)\b/;
const asksSame = new RegExp(
  `${opening}(?:do|are|is|does|will)(?: it| they)? (?:all (?:of )?(?:the |its )?colou?rs|the (?:other |different )?colou?rs|every colou?r|each colou?r|(?:any|one|some)(?: of the)? (?:other )?colou?rs?|(?:it|they|the price) (?:the same |depend |differ |vary )?(?:in|on|by|with|for)(?: the| all(?: the)?| every| each)? colou?rs?)\\b[^.!?]{0,40}\\b(?:same|cheaper|less|more|dearer|different|price[ds]?|cost)\\b[^.!?]{0,16}[?!. ]*$|${opening}(?:is it |are they )?(?:the )?same price (?:in|for|across) (?:all|every|each)(?: of)?(?: the)? colou?rs?[?!. ]*$|${opening}does the (?:price|cost) (?:depend|differ|vary|change) (?:on|by|with|between|for)(?: the)? colou?rs?[?!. ]*$`,
);
const zh =
  /^(?:那|请问|它|这[个款件双条只]?|的|,| )*(?:(?:哪|什么|啥)[一个种款]*颜色(?:的)?(?:最|更|比较|相对)?(?:便宜|贵|划算|实惠|低价?)(?:一?[点些])?的?|(?:不同|各个?|每[个种]|几[个种])?颜色(?:的)?(?:不同|不一样)?(?:的话)?(?:,| )*价格?(?:钱)?(?:都|也)?(?:是)?(?:一样|相同|一致|有区别|有差别|不同|有没有区别)(?:的)?|(?:不同|各个?|每[个种]|所有)颜色(?:都)?(?:是)?(?:一个价|一样价|同价|同样价格|一样贵|一样的价格?))(?:吗|么|嘛|呢|啊|呀|不)*[?!. ]*$/u;

export const asksColourPrice = (folded: string): boolean =>
  folded.length <= 100 &&
  ((asksLeast.test(folded) && leastSaid.test(folded)) || asksSame.test(folded) || zh.test(folded));
