/** "The beige if you have it", 有的话来两罐: ordered, where there is such a one. Takes folded text. */
const english =
  /[,. ]+(?:if|as long as|provided) (?:you(?:'ve| have)? (?:still )?(?:got|have|do|stock|sell) (?:it|one|that|them|any|some|those)|you (?:still )?do|there(?:'s| is| are) (?:one|any|some|such a (?:one|thing))(?: left)?|(?:it|that|they|one)(?:'s| is| are)? ?(?:exists?|available|in stock|possible|there|still there|left)|(?:available|poss(?:ible)?|in stock))(?=[,.;! ]|$)|[,. ]+if you(?:'ve| have| do| can)(?: got)?(?=[,.;! ]*$)/g;
/** "Ideally in grey". */
const atBest = /\b(?:ideally|preferably|if possible),? (?=in |the |size )/g;
const asked = /[?？]|\b(?:know|tell|see|ask|check|wonder\w*|sure|say|look|find out)\b/;
const chinese = /[,. ]*(?:如果|要是|假如)?(?:还)?有(?:货|现货)?的话(?:就)?[,. ]*/gu;
const askedInChinese = /[?？吗呢么]|告诉|通知|说一?声|多少|怎么|什么/u;

/** 来两个 有绿的要绿的: in that one, where it comes so. */
const chineseForm = /有(\p{Script=Han}{1,4}?)(?:色|的)*(?:的话)?(?:就|我)*(?:要|来|拿|给我|选)\1(?:色|的)*/gu;

export const withoutProviso = (folded: string): string =>
  (asked.test(folded) ? folded : folded.replace(english, '').replace(atBest, ' '))
    .replace(askedInChinese.test(folded) ? /(?!)/u : chinese, ' ')
    .replace(chineseForm, '$1的');
