/** "Is it cheaper to buy two than one?", 买两包比买一包划算吗: whether so many cost less, whatever one costs. Takes the shopper's own text. */
const en =
  /\b(is|are|would|will) (it|they|that|this)((?: be| get| work out)?(?: any| much| a bit)? cheaper)(?: each| apiece)? (?:to (?:buy|get|take|order)|(?:if|when) (?:i|you|we) (?:buy|get|take|order)|buying) (two|three|four|several|more|\d)\b(?: of (?:them|it|those|these))? (?:than|instead of|rather than) (?:buying )?(?:just |only )?(?:one|1)\b/iu;
const zh =
  /(?:买|拿|要)?([两俩二三四五\d])([个件双条只包盒瓶套罐袋支份])(?:会|是不是|是)?比(?:买|只买|单买|拿)?[一1单][个件双条只包盒瓶套罐袋支份]?(?:会|要|更|来得)?(?:便宜|划算|实惠|省钱?)(?:一?点|些)?(吗|么|嘛|不|$)/u;

export const asPriceOfMore = (text: string): string =>
  text.replace(en, '$1 $2$3 if I buy $4').replace(zh, '买$1$2会便宜点吗');
