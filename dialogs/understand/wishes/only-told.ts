/** What is told for its own sake and wishes for nothing. Takes folded text. */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';

const longest = 60;
const telling =
  /^(?:(?:hi|hello|hey|well|so|ok|oh|and|but|btw|fyi|just so you know|by the way|actually|also)[,. ]+)*(?:(?:i|we|she|he|they|my \w+)(?:'m|'s|'re|'ve| am| is| are| has| have| had| was| just| recently| suffer| live)\b.{1,40}|pregnant|diabetic|epileptic|autistic|disabled|depressed|asthmatic|allergic)[.! ]*$|^(?:你好|那个|其实|对了|顺便说一下|[,，])*(?:[我她他]\p{Script=Han}{2,14}|\p{Script=Han}{2,5}了)[。.!！~ ]*$/u;
/** Something is asked or wanted beside it. */
const more =
  /[?？]|\b(?:want|need|look\w*|show|find|buy|order\w*|return\w*|refund\w*|cancel\w*|parcels?|deliver\w*|help|how|what|which|where|when|can|could|do you|gifts?|for|because|so)\b|吗|么|呢|想|要|找|买|退|换|单|快递|推荐|取消|送|怎|哪|什么|能不能|可以|所以|因为|适合|[穿用吃喝戴]的/u;

/** "Cotton is softer than wool": true or not, nobody wishes for it. */
const tellsInGeneral =
  /^(?:(?:i (?:think|heard|guess|know|believe)|they say|well|but|and)[, ]+(?:that )?)*(?!(?:delivery|shipping|service|i|we|it|this|that|these|those|they|he|she|you|the|my|your|is|are|do|does|which|what)\b)[a-z-]+(?: [a-z-]+)? (?:is|are|feels?|looks?|lasts?|keeps?) (?:much |a bit |way |so |a lot |usually |always )*(?:more [a-z-]+|less [a-z-]+|better|worse|[a-z]{2,}er) than [a-z -]{2,30}[.! ]*$|^(?:我觉得|听说|其实)?(?!.{0,16}(?:对比|相比|比较|比一|比下|第|款|个))(?![这那哪它你我])\p{Script=Han}{1,5}比(?![这那它我])\p{Script=Han}{1,5}(?:更|还|要)?\p{Script=Han}{1,3}(?:多了?|一?点|得多)?(?:的|吧|啊|呢)?[。.! ]*$/u;

/** `trait`: "I'm pregnant", 我有糖尿病. */
export type OnlyTold = 'trait' | 'general';

export const onlyTold = (folded: string): OnlyTold | undefined => {
  if (folded.length > longest) return undefined;
  if (isSensitive(folded)) return telling.test(folded) && !more.test(folded) ? 'trait' : undefined;
  return tellsInGeneral.test(folded) ? 'general' : undefined;
};
