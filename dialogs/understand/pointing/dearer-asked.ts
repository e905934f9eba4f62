/** "Something nicer", "有没有贵一点的": goods at higher prices than those on the list. Takes folded text. */
const english =
  /^(?:(?:ok|okay|and|but|so|hmm|no|well|please|actually|(?:these|those|they|it) (?:look|looks|are|is|seem|seems) (?:a bit |too |so )?(?:cheap|basic|simple))[,.!; ]*)*(?:(?:do you (?:guys )?have|have you got|got|is there|are there|show me|can you show me|find me|i(?:'d| would) like|i want|i need|let me see|what about|how about) )?(?:(?:any(?:thing)?|some(?:thing)?|an?|the|ones?|more|a few) )?(?:a (?:bit|little) |slightly |much )?(?:more expensive|pricier|dearer|higher[- ](?:end|priced|quality)|better quality|more premium|more upmarket|more luxurious|fancier|nicer)(?: ones?| options?| models?| versions?)?(?: than (?:that|this|these|those|it))?(?:,? (?:the )?(?:price|money|budget) (?:doesn't|does not|isn't|is not|is no) .{2,16})?(?: please| maybe)?[?!. ]*$/;
const chinese =
  /^(?:那|嗯|请问|这些?(?:看着|有点|都)?(?:太)?(?:便宜|普通|低端)了?|,| )*(?:(?:还)?有(?:没有)?|来[个点些]?|给我(?:看看?|找找?)|看看|换[个点些成]?|想要|要|找[个点些]?)(?:再|更|稍微|稍|比较)?(?:贵|高档|高端|好|上档次|贵重|有档次)(?:一?[点些]儿?)的?(?:款式?|选择|商品|牌子|套装|礼盒|礼物)?(?:吗|呢|么|没有?|可以看看|推荐)*[?!. ]*$|^(?:更|再|稍微)?(?:贵|高档|高端|上档次)(?:一?[点些]儿?)的?(?:有吗|有没有|呢)[?!. ]*$/u;

/** What was shown is too plain for it: 太便宜了，要体面点. */
const tooPlain =
  /^(?:这些?|都|也|,| )*(?:太|有点|都太)(?:便宜|普通|寒酸|低端|拿不出手|不上档次|随便|简单)了?(?:吧|啊|点)?[,.! ]+(?:.{0,12}(?:体面|高档|上档次|有档次|贵重|好一?点|贵一?点|像样|拿得出手|接近|左右)|换|再).{0,16}$/u;

const clauseBreak = /[,.!;?，。！？；…]+ *|(?<=\p{Script=Han}) | (?=\p{Script=Han})/u;
const asksForGoods = /\b(?:any\w*|some\w*|ones?|options?|have|got|there|show|find)\b|[有来换找看]/u;
const aloud = 4;
/** 哪个贵妇牌子呀 有没有更贵点的: asked in a clause of its own. */
const asksInClause = (folded: string): boolean => {
  const clauses = folded.split(clauseBreak).filter(clause => clause.trim() !== '');
  return (
    clauses.length > 1 &&
    clauses.length <= aloud &&
    clauses.some(clause => asksForGoods.test(clause) && (english.test(clause) || chinese.test(clause)))
  );
};

export const asksForDearer = (folded: string): boolean =>
  folded.length <= 100 &&
  (english.test(folded) || chinese.test(folded) || tooPlain.test(folded) || asksInClause(folded));
