/** "The pan I bought last week", 上周买的锅粘锅了, "the shoes my sister ordered": a clause about a thing that is had, and no search for one. Takes folded text. */
const had =
  /\b(?:i|we|he|she|they|my \w+) (?:just |only |recently |already |have |had |'ve )*(?:bought|ordered|purchased|received)\b|\b(?:the|that|my|those|these) (?:[a-z'-]+ ){1,3}(?:that |which )?(?:i|we|my \w+) (?:just |only |recently |'ve )*(?:got|bought|ordered|received)\b|\byou (?:have |guys |'ve )*(?:sent|sold|shipped)\b|(?:我|上周|上个?月|上次|之前|前几?天|昨天|前天|去年|刚刚?|才|在你们?(?:家|店)?(?:这里?|这儿)?)(?:买|收|订|下单)(?:到|了)?的(?!人|时候|话|东西)/u;
const wants =
  /\b(?:show|looking for|find|like (?:the|that|my)|similar|same|match\w*|goes? with|another|again|instead|recommend|need|want|do you (?:have|sell)|any|for (?:it|them|my))\b|找|类似|一样|同款|搭配|配|推荐|想要|想买|再买|再来|有没有|送/u;
export const tellsOfBought = (folded: string): boolean =>
  folded.length <= 160 && had.test(folded) && !wants.test(folded);

const bought =
  /\b(?:the|my|that|this|those|these|an?) ((?:[a-z'-]+ ){1,3}?)(?:that |which )?(?:i|we)(?:'ve| have)? (?:just |recently |only )*(?:got|bought|ordered|purchased|received)\b/;
/** 最近买的那双鞋: with the measure word that says it is a thing. */
const boughtZh =
  /(?:买|收到|订|下单)(?:到|了)?的(?:那|这)(?:一)?[个件双条只把套台瓶盒款支](\p{Script=Han}{1,6}?)(?=$|[,，。.!！?？ ]|的|了|能|可以|还|坏|碎|破|裂|漏|不|没|怎|到)/u;
const noThing =
  /\b(?:things?|ones?|items?|stuff|goods|order|parcel|package|box|size|colou?r|model|last|first|time|day|week|email|mail|code|message)\b/;
/** "The kettle I got from you": what was bought, in its words. Null: nothing is named. */
export const thingBought = (folded: string): string | null => {
  const thing = bought.exec(folded)?.[1]?.trim() ?? boughtZh.exec(folded)?.[1];
  return thing === undefined || noThing.test(thing) ? null : thing;
};
