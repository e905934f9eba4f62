/** What a message names as not meant, beside what is: 不是7月的，是防晒那单, "no, not the red ones, the ones from October". Takes folded text. */
const named =
  /(?:^|[,，。.!！?？;；、 ])(?:啊|哎|唉|额|呃)?(?:不是|并不是|不对|没说|没问)(?:在|要|想|说|问|指)*(?:退|换|取消)?[^,，。.!！?？;；、 ]{1,14}(?=[,，。.!！?？;；、 ])|(?:^|[,，。.!！?？;；、 ])[^,，。.!！?？;；、 ]{2,12}(?:不是|不对)的?(?=[,，。.!！?？;；、 ])|\bnot (?:about |for |from |in )?(?:the|that|those|this|these|my|in|on|from|january|february|march|april|may|june|july|august|september|october|november|december)\b[^,.!?;]{0,28}(?=[,.!?;])/gu;

/** What is left where such is named; the whole where nothing else is said. */
export const withoutDenied = (folded: string): string => {
  if (folded.length > 200 || !/不是|不对|没说|没问|\bnot\b/u.test(folded)) return folded;
  const rest = folded.replace(named, ' ');
  return /\p{Script=Han}{2}|[a-z]{3}|\d/u.test(rest) ? rest : folded;
};
