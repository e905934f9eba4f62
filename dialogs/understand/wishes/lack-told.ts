/** "I have literally nothing warm", 我没有厚外套: what somebody has not is what they need. Takes folded text. */

import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { CatalogueWord, SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';

const longest = 160;
const english =
  /\b(?:i|we)(?:'ve)? (?:(?:literally|really|still|just|basically) )*(?:have|own|got|'ve got|have got|don't have|dont have|don't own|dont own|haven't got|havent got) (?:(?:literally|absolutely|basically|really|still) )*(?:nothing|anything|no|any|not a single|a single|not one|zero) (?:thing )?(?:that's |that is |remotely |properly )?|^(?:i have |i've |we have )?not (?:a single|one) /;
const chinese =
  /(?:^|[,.!，。 ])(?:我|家里|现在|手头|还|都|是|就|也){0,4}(?:缺少?|差|没有?)(?:了)?(?:一?[件双条个顶把套])?(?!有)/u;
/** Of these nobody has too few goods. */
const other =
  /\b(?:orders?|account|e-?mail|idea|clue|code|coupon|receipt|invoice|time|problem|confirmation|parcel|package|money|choice|news|app|password|tracking|refund|reply|answer|response|preference|allerg\w+|experience|luck|number|already|left)\b|[?？]|收到|订单|快递|物流|发货|退|码|券|吗|效果|反应|问题|印象|必要|时间|没事|兴趣|经验|办法|意见|有没有|送到|到货|没(?:有)?(?:想|说|讲|提|让|要|什么|关系|意思|用)|差(?:评|不多|劲|点|价|太)/u;

/** "My puppy chewed up my walking boots, need new ones": what is gone is what is wished for again. */
const gone =
  /^[^.!?]*?\b(?:chewed(?: up)?|ate|destroyed|ruined|lost|tore|shrank|stole|wore out|outgrew|left) my (?:old |favou?rite |only )?((?:[a-z-]+ ){0,2}?[a-z-]{3,})(?= (?:on|at|in|last|yesterday|today|again)\b|[,.;!]| and\b| so\b)[^,.;!]*|^[^.!?]*?\bmy (?:old |favou?rite |only )?((?:[a-z-]+ ){0,2}?[a-z-]{3,}) (?:(?:just|finally|have|has|are|is|were|was|got) )*(?:fell apart|falling apart|worn out|wore out|gave up|had it|stolen|lost|ruined)\b[^,.;!]*/;
const again =
  /\b(?:(?:i|we)(?:'d| would)? )?(?:need|want|like|looking for|after|get|show me|recommend)(?: me)?(?: an?| some)? (?:new|another|replacement|different)(?: ones?| pair)?\b/;
const goneInChinese =
  /^(?:我|我家|我的|家里)?[^,，。!]{0,8}?(?:把)?我?的?(\p{Script=Han}{1,6}?)(?:被\p{Script=Han}{1,4})?(?:咬坏|咬烂|弄丢|丢|穿坏|穿烂|用坏|磨坏|磨破|弄坏|烂|报废|开胶)了?(?=[,，。! ])/u;
const againInChinese =
  /(?:想|要|得|需要|打算)(?:再|重新)?(?:买|换|入|整)[一个双件条]{0,2}新的|(?:买|换)[一个双件条]{0,2}新的/u;
export const goneAsWish = (folded: string): string | undefined => {
  const isChinese = hasHan(folded);
  const [lost, wish] = isChinese ? [goneInChinese, againInChinese] : [gone, again];
  if (folded.length > longest || other.test(folded)) return undefined;
  const match = lost.exec(folded);
  const thing = match?.[1] ?? match?.[2];
  const rest = match ? folded.slice(match.index + match[0].length) : '';
  if (thing === undefined || !wish.test(rest)) return undefined;
  return isChinese
    ? rest.replace(wish, `想买新的${thing}`)
    : rest.replace(wish, `i need new ${thing}`).replace(/^[,.;! ]+(?:and |so )?/, '');
};

const lackedBefore =
  /(?<!有)(?:没有?|缺)(?:买|准备)?$|\b(?:do(?:es)?n'?t|do(?:es)? not|haven'?t|hasn'?t) (?:have|own|got) (?:an?|any|the) (?:[a-z]+ )?$/u;
/** "I don't have a grinder, which coffee then": what is asked for is for somebody without one, and no grinder. */
export const withoutLacked = (said: Said): Said => {
  const isKind = ({ meanings }: CatalogueWord): boolean =>
    meanings.some(m => m.slot === 'category' || m.slot === 'product');
  const isLacked = ({ quote, polarity, named }: SaidFact): boolean =>
    polarity === 1 && named.some(word => isKind(word) && lackedBefore.test(fold(quote).slice(0, word.start)));
  const lacked = said.facts.filter(isLacked);
  const isAsked = (fact: SaidFact): boolean => fact.polarity === 1 && fact.named.some(isKind) && !isLacked(fact);
  if (lacked.length === 0 || !said.facts.some(isAsked)) return said;
  return { ...said, facts: said.facts.map(fact => (lacked.includes(fact) ? { ...fact, polarity: -1 } : fact)) };
};

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
