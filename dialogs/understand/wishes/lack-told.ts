/** "I have literally nothing warm", 我没有厚外套: what somebody has not is what they need. Takes folded text. */

import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 160;
const english =
  /\b(?:i|we)(?:'ve)? (?:(?:literally|really|still|just|basically) )*(?:have|own|got|'ve got|have got|don't have|dont have|don't own|dont own|haven't got|havent got) (?:(?:literally|absolutely|basically|really|still) )*(?:nothing|anything|no|any|not a single|a single|not one|zero) (?:thing )?(?:that's |that is |remotely |properly )?|^(?:i have |i've |we have )?not (?:a single|one) /;
const chinese =
  /(?:^|[,.!，。 ])(?:我|家里|现在|手头|还|都|是|就|也){0,4}(?:缺少?|差|没有?)(?:了)?(?:一?[件双条个顶把套])?(?!有)/u;
/** Of these nobody has too few goods. */
const other =
  /\b(?:orders?|account|e-?mail|idea|clue|code|coupon|receipt|invoice|time|problem|confirmation|parcel|package|money|choice|news|app|password|tracking|refund|reply|answer|response|preference|allerg\w+|experience|luck|number|already|left)\b|[?？]|收到|订单|快递|物流|发货|退|码|券|吗|效果|反应|问题|印象|必要|时间|没事|兴趣|经验|办法|意见|有没有|送到|到货|没(?:有)?(?:想|说|讲|提|让|要|什么|关系|意思|用)|差(?:评|不多|劲|点|价|太)/u;

/** The same as a wish; undefined: nothing is lacked that goods could be. */
export const lackAsWish = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): string | undefined => {
  if (folded.length > longest || other.test(folded)) return undefined;
  const isChinese = hasHan(folded);
  const match = (isChinese ? chinese : english).exec(folded);
  if (!match) return undefined;
  const behind = folded.slice(match.index + match[0].length);
  const [first] = vocabulary.mentions(behind);
  // What is lacked is named right behind it.
  if (!first || first.start > (isChinese ? 6 : 16)) return undefined;
  const isThing = first.meanings.some(m => m.slot === 'product' || m.slot === 'category' || m.slot === 'feature');
  if (!isThing) return undefined;
  const before = folded.slice(0, match.index);
  if (isChinese) return `${before} 想买${behind}`.trim();
  return /\b(?:nothing|anything)\b/.test(match[0])
    ? `${before}i need ${ofWhat(first.surface)} ${behind}`
    : `${before}i need a ${behind}`;
};

/** "Nothing warm" is of what is worn. */
const ofWhat = (surface: string): string =>
  /^(?:warm\w*|waterproof|windproof|rainproof|cosy|breathable|insulated)$/.test(surface)
    ? 'a jacket that is'
    : 'something';
