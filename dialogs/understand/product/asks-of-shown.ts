/** "Is there a pocket for shoes in it", "my mum is 60, suitable?", 今年的新茶吗: asked of the one thing on the table, and nothing else is looked for. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import { asksIfRoom } from './as-contents.ts';
import { asksInShort } from './thing-asked.ts';

const longest = 90;
/** "… in it?", "would it …". */
const ofIt =
  /\b(?:is|are) there (?!.*\b(?:other|more|deals?|discounts?|offers?|codes?|fees?|charges?|costs?|tax|taxes|warranty|guarantee|delivery|shipping|limit|deadline|returns?|stock)\b).{2,50} (?:in|inside|on|with|to|for|under) (?:it|this|that|them|this one|that one)[?!. ]*$|^(?:(?:and|so|but|ok|also)[, ]+)*(?:how many|how much) [a-z' -]{2,40} (?:in|inside|on) (?:it|this one|that one)[?!. ]*$/;
/** "Is this cream", "would the bag": by what it is. */
const byKind =
  /\b(?:is|does|will|would|can|could|has|are|do) (?:this|that|these|those|the) ([a-z-]{3,})(?: ([a-z-]{3,}))?\b(?! (?:in stock|on sale|cheaper))/;
/** For whom or what it is asked to be: "suitable?", "ok for her?", 适合吗. */
const suits =
  /(?:^|[,.;!] ?)(?:(?:and|so|but|is|are|would|it|this|that|be|they|still|also|too)(?:'s)? )*(?:suitable|appropriate|(?:ok|okay|alright|good enough|safe|gentle enough|too (?:strong|harsh|rich|young|old|heavy|much))(?= (?:for|with|on) (?:him|her|me|us|them|that|it|my|an?|older|younger|mature|sensitive)\b)|a good (?:idea|fit|choice)(?= for (?:him|her|me|them|that)))(?: (?:for|with|on) [a-z' -]{2,30})?[?!. ]*$/;
/** What it is is asked, and nothing is had, found or sent: 今年的新茶吗, 是新款吗, 是不是真皮的. */
const isSoZh =
  /^(?:那|请问)?(?:(?:它|这[个款件双条只]?|那[个款件双条只]?)?(?:是|就是|算|属于))?([^,，。?？ ]{2,10}?)(?:的)?(?:吗|么|嘛)[?!. ]*$/u;
const suitsZh =
  /(?:^|(?:岁|妈|爸|婆|奶奶|爷爷|老人|孩子|皮肤?|肌|[她他我])[^,，。 ]{0,6}[,，。 ])(?:那|她|他|我|我妈妈?|我爸爸?|老人|这|它|个|也|给)*(?:能不能|可不可以|适不适合|合不合适|适合|合适|能|可以)(?:用|穿|戴|喝|吃|涂|玩|吗)?(?:她|他|我|老人|孩子)?(?:吗|么|不|嘛)?[?!. ]*$/u;
const elsewhere =
  /[有找买卖想要换退寄送发快到加拿来看查找能会可]|推荐|便宜|优惠|活动|包邮|运费|客服|人工|真的|是吗|好吗|行吗|对吗|在吗|确定|这样|一样|多少|什么|哪|怎么|刚才|上次|订单|正品|开玩笑|机器人|真人|骗|懂|知道|明白|谢/u;

/** `product`: what is on the table. */
export const asksOfShown = (folded: string, product: Product): boolean => {
  if (folded.length > longest || !asksInShort(folded.slice(-40))) return false;
  if (asksIfRoom(folded)) return true;
  if (hasHan(folded)) {
    const said = isSoZh.exec(folded)?.[1];
    return (
      (said !== undefined && !elsewhere.test(said)) ||
      (suitsZh.test(folded) && /适合|合适|用|穿|戴|喝|吃|涂|玩/u.test(folded))
    );
  }
  if (ofIt.test(folded) || suits.test(folded)) return true;
  const [, ...called] = byKind.exec(folded) ?? [];
  const kinds = kindWords(product);
  return called.some(word => word !== undefined && kinds.has(singular(word)));
};

/** "Cream", of a "face cream": what it is called. */
const kindWords = (product: Product): ReadonlySet<string> =>
  new Set(
    [...(valuesOf(product, 'product') ?? []), fold(product.name.en ?? '').split(',')[0]!].flatMap(value =>
      value
        .split(/[\s-]+/)
        .slice(-1)
        .map(singular),
    ),
  );
