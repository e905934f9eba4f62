/** 就结购物车里那个, "no thanks, just the one in my cart then": what is there already is to be paid, and nothing goes in. Takes folded text. */
const longest = 80;
const chinese =
  /(?:就|先|只|还是)(?:给我|帮我|要)?结(?:账|算|掉|了)?(?:[那这]一?(?:[个件样双款]|些)|前面|之前|刚才|刚刚|购物车)|(?:就|只|先|还是)(?:给我|帮我)?(?:要|买|付|结|拿)(?:账|算|款|钱)?(?:购物车里?(?:的|那|这|有)|(?:前面|之前|刚才|刚刚)(?:加的|那一?[个件样双款]))/u;
const english = [
  /\b(?:just|only) (?:buy |take |have |get |want |pay for |keep )?(?:the |what'?s |what is |that |those )(?:[a-z]+ ){0,3}?(?:already )?in (?:my|the) (?:cart|basket|bag)\b/,
  /\b(?:pay|check ?out)(?: now)? (?:for|with) (?:just |only )?(?:the|what|that|those)\b.{0,24}\b(?:i (?:already )?have|i'?ve (?:already )?got|in (?:my|the) (?:cart|basket|bag))\b/,
];
const otherwise = /[?？]|\b(?:add|put|remove|delete|take out|too|also)\b|[删移加放换改]|也|吗/u;

/** Where the cart holds something. */
export const paysHeld = (folded: string): boolean =>
  folded.length <= longest &&
  !otherwise.test(folded) &&
  (chinese.test(folded) || english.some(one => one.test(folded)));
