/** "How much per 100 g is that", 多少钱一片: what some amount of it comes to. Takes folded text. */

const longest = 80;
const english =
  /\b(?:how much|price|cost|what)\b.{0,24}?\b(?:per|for each|each) (?:100 ?(?:g|ml)|gram|kilo|kg|ml|piece|sheet|mask|bag|sachet|pod|cup|tablet)\b|\b(?:per|price per) (?:100 ?(?:g|ml)|gram|ml|piece|sheet|mask|bag|sachet) (?:price|cost)s?\b|^(?:(?:and|so|ok)[,. ]+)*(?:what(?:'s|s| is) (?:it|that|this) per|how much per) /;
const chinese =
  /(?:多少钱|几块钱?|几毛钱?|价格|合|折合)(?:一|每)(?:片|张|颗|粒|克|百克|毫升|100 ?(?:克|g|毫升|ml))|(?:平均|算下来)?(?:一|每)(?:片|张|颗|粒|克|百克|毫升|100 ?(?:克|g|毫升|ml))(?:是|要|卖|合|大概|折合|算下来)*(?:多少钱|几块|几毛|多少)|平均(?:一|每)(?:包|袋|杯|支|个)(?:是|要|大概)*(?:多少钱|几块|多少)/u;
export const asksUnitPrice = (folded: string): boolean =>
  folded.length <= longest && (english.test(folded) || chinese.test(folded));

/** "Much for the 500 g", 多少钱: what is left of a question for its price, which no page is asked for. */
const onlyPrice =
  /^(?:how )?much(?: (?:for|is|are|does|do|would|of))?(?: (?:the|a|an|it|that|this|one|cost|costs|be|is))*(?: ?\d+ ?(?:g|ml|kg|l|grams?|pieces|pack|pcs)?| (?:big|small|large|little)(?: one| size)?)*$|^(?:那|要|卖|是|大概|得|的|这个|[个大小瓶罐包盒])*(?:多少钱|几块钱?|什么价|啥价|怎么卖|价格)(?:一[瓶罐包盒袋件个支双条套])?(?:啊|呀|呢)*$/u;
export const isOnlyPrice = (words: string): boolean => onlyPrice.test(words.trim());
