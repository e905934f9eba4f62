/** "The beige if you have it", 有的话来两罐: ordered, where there is such a one. Takes folded text. */
const english =
  /[,. ]+(?:if|as long as|provided) (?:you(?:'ve| have)? (?:still )?(?:got|have|do|stock|sell) (?:it|one|that|them|any|some|those)|you (?:still )?do|there(?:'s| is| are) (?:one|any|some|such a (?:one|thing))(?: left)?|(?:it|that|they|one)(?:'s| is| are)? ?(?:exists?|available|in stock|possible|there|still there|left)|(?:available|possible|in stock))(?=[,.;! ]|$)/g;
const asked = /[?？]|\b(?:know|tell|see|ask|check|wonder\w*|sure|say|look|find out)\b/;
const chinese = /[,. ]*(?:如果|要是|假如)?(?:还)?有(?:货|现货)?的话(?:就)?[,. ]*/gu;
const askedInChinese = /[?？吗呢么]|告诉|通知|说一?声|多少|怎么|什么/u;

export const withoutProviso = (folded: string): string =>
  (asked.test(folded) ? folded : folded.replace(english, '')).replace(
    askedInChinese.test(folded) ? /(?!)/u : chinese,
    ' ',
  );
