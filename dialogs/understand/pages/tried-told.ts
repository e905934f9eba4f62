/** After a page was told. Takes folded text. */

/** What was advised has been tried, or is not to be found: 试了三次了, "checked the spam folder, nothing", 看不到按钮. */
const tried =
  /(?:试|重新获取|重发|刷新|换|查|看|找|问|点)(?:了|过)(?:好?几|[一二两三四五六七八九十\d]+)?(?:次|遍|回)?(?:了|还是|都|也|$)|(?:也|都|还是)(?:没有?|不行|收不到|付不了|不能|一样|没用|看不到)(?:了|啊|呀)*(?:[,.! ]|$)|(?:看不到|找不到|没看到|没找到|没有)\p{Script=Han}{0,6}(?:按钮|按键|选项|入口|链接)|\b(?:tried|checked|did|done) (?:that|it|this|already|again|everything|twice|(?:the )?spam\w*|\w+ times)\b|\bstill (?:nothing|no|not|doesn'?t|the same|won'?t)\b|\bnot (?:there|in (?:my |the )?spam) either\b|\b(?:doesn'?t|does not|didn'?t|did not) (?:work|help)(?: either)?\b|\b(?:don'?t|can'?t|cannot|cant|dont) (?:see|find) (?:any|the|a|that|this|such an?|it|where)\b/u;
export const tellsTried = (folded: string): boolean => folded.length <= 80 && tried.test(folded);
