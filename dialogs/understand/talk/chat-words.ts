/**
 * What is said to whoever answers and of no goods: how it should be answered ("be honest", 没有就直说), and that an answer was
 * a poor one (179也叫接近20？, 不卖刀具又给我菜刀？). Beside a question it is no part of what is asked.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 200;

const lacking =
  "if (?:not|(?:you|it|there|they) (?:really |just )?(?:don'?t|do not|doesn'?t|haven'?t|have not|isn'?t|is not|can'?t|aren'?t)(?: (?:know|have (?:it|one|any|that(?: info(?:rmation)?)?)|say|any|one|sure|it))?)";
const sayEn = '(?:(?:please |just |then |do )*(?:say so|tell me(?: so)?|admit it))';
const straightEn = [
  '(?:please |just |now |come on,? )*(?:be (?:totally |completely |really )?(?:honest|straight|frank)(?: (?:with|to) me)?|tell me (?:straight|honestly|frankly|the truth)|give (?:me|it to me) (?:an? |the )?(?:straight|honest)(?: answer)?|(?:a |an )?(?:straight|honest) answer)(?: please| now| then)*',
  `(?:please |just )*${sayEn} ${lacking}`,
  `(?:and |but )?${lacking},? ${sayEn}`,
  "(?:and |but )?(?:please )?(?:don'?t|do not|no) (?:just )?(?:make (?:it|things|stuff|anything) up|making (?:it|things) up|guess(?:ing)?|lie(?: to me)?|sugar-?coat it|beat about the bush|fob me off|sales talk|marketing(?: talk)?)(?: please| now)*",
];
/** "What does a mug have to do with hiking?" */
const wonderingEn = [
  "what (?:do|does|did|has|have)(?: an?| the| my| your)? [a-z' -]{2,30}? (?:have |got )?to do with [a-z' -]{2,30}",
  "(?:since when (?:is|are) [a-z\\d¥$' -]{1,24}|how (?:is|are) [¥$]?\\d+) (?:close to|near|around|cheap|under|small|light) ?[a-z\\d¥$' -]{0,16}",
  'you (?:really )?call (?:that|this|those|it|[¥$]?\\d+) [a-z\\d¥$ -]{2,24}',
];

const lackingZh =
  '(?:若|如果|要是|万一|要|如)?(?:你们?|店里|页面|商品页|详情页?|网页|这里)*(?:上|里)?(?:也|都|真|实在|确实)*(?:没有?(?:货|写明?|注明|的|卖|标)?|不知道|不清楚|不确定|不懂|未(?:载|写明?|注明|标明)|不行|不能|查不到)(?:的话)?';
const sayZh =
  '(?:请|你|您|就|麻烦|给我|跟我|和我|直接|照实|明着|也)*(?:直言(?:相告)?|直说|明说|实说|说没有?|说不(?:知道|清楚|行|能)|说一?声|告诉我一?声)';
const straightZh = [
  `${lackingZh}[,，]? ?${sayZh}`,
  '有就有[,，]? ?没有?就没有?',
  '(?:请|那|麻烦|你|您|就|能不能|可以)*(?:直言(?:相告)?|直说|明说|实话实说|如实(?:告知|相告|回答|说)|有话直说|有一说一)',
  '(?:请|那|麻烦|你|您|就|能不能|可以)*(?:给我|跟我|和我|对我)?(?:说|讲)(?:句|个|点)?(?:大|老)?(?:实话|真话)',
  '(?:请|你|您|就)*(?:老实|坦白|痛快)(?:点|地)?(?:说|讲|告诉我|回答)?',
  '(?:请|你|您|就|给我|给)*(?:个|一个|句)(?:准话|痛快话|实话)',
  '(?:请|你|您|可)*(?:别|不要|少|甭)(?:再|给我|跟我|拿话|瞎|乱|老)*(?:绕(?:弯子?|圈子?)|兜圈子?|忽悠|糊弄|敷衍|骗我?|瞎编|编|瞎说|乱说|打太极|打马虎眼|废话|硬推|硬塞)(?:我|人|了)*',
];
/** 179也叫接近20, 不卖刀具又给我菜刀: asked of the answer, and of nothing in it. */
const wonderingZh = [
  '[^,，。!！?？;； ]{0,8}(?:也|还)(?:能|好意思)?(?:叫|算)(?:是|得上)?(?:接近|差不多|便宜|划算|轻|小|大|近|贵|好|快|多|少|薄|厚|优惠|特价)[^,，。!！?？;；吗]{0,8}',
  '(?:你|刚|刚才|不是)?(?:都|才|刚)?(?:说|讲)?(?:了|过)?(?:不卖|没有|不能)[^,，。!！?？;；]{0,8}(?:又|还)(?:给|推|拿|发|甩|塞)(?:我|荐)?[^,，。!！?？;；]{1,8}',
  '(?:怎么|咋|干嘛|为啥)?又(?:给|推|发|甩|塞)(?:我|荐)(?:看)?(?!来|[一两二三四五六七八九十\\d])[^,，。!！?？;；]{1,8}',
];
const opening = '(?:(?:but|and|so|well|ok|okay|lol|haha|bro|please)[, ]+)?';
const wholly = (forms: readonly string[], lead: string, tail: string): RegExp =>
  new RegExp(`^${lead}(?:${forms.join('|')})${tail}$`, 'iu');
const straight = {
  en: wholly(straightEn, opening, ''),
  zh: wholly(straightZh, '(?:但|那|啊|喂|哎|,|，)*', '(?:吧|啊|哈|呀|哦|啦|了|嘛|就行|就好)*'),
} as const;
const wondering = {
  en: wholly(wonderingEn, opening, ''),
  zh: wholly(wonderingZh, '(?:啊|喂|哎|晕|不是|哈)*', '(?:吗|呢|啊|呀|嘛)*'),
} as const;
/** 说实话坐飞机好用吗: at the head of what is asked. */
const headZh =
  /^ *(?:那|但)?(?:你|您|请)?(?:跟我|给我)?(?:说实话|实话实说|老实说|老实讲|讲真的?|说真的|实话说)[,，:： ]*(?=.{2})/u;
const headEn = /^ *(?:to be honest|honest question|honestly|tell me honestly|truthfully)[,:]+ (?=.{3})/iu;

const ends = /(?<=[,，。.!！?？;；~～…\n])(?!\d)|(?<=\p{Script=Han})(?= +\p{Script=Han})/u;
const bare = (clause: string): string => clause.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/’/gu, "'");

/** The message without them; as it was given where nothing else is said, or nothing such. */
export const withoutChatWords = (text: string): string => {
  if (text.length > longest) return text;
  const clauses = text.split(ends).map(clause => clause.replace(hasHan(text) ? headZh : headEn, ''));
  const rest: string[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const [clause, next] = [clauses[i]!, clauses[i + 1]];
    // 若页面未载，请直言: said in two.
    if (next !== undefined && isStraight(clause + next)) i++;
    else if (!isStraight(clause) && !wonders(clause)) rest.push(clause);
  }
  if (rest.length === clauses.length) return rest.join('');
  const said = rest.join('').replace(/^[^\p{L}\p{N}]+|[,，;；\s]+$/gu, '');
  return /\p{Script=Han}{2}|[a-z]{3}|\d/iu.test(said) ? said : text;
};
const languageOf = (text: string): 'en' | 'zh' => (hasHan(text) ? 'zh' : 'en');
const isStraight = (clause: string): boolean => straight[languageOf(clause)].test(bare(clause));
/** Put as a question, or cried out: 这也算便宜！ */
const wonders = (clause: string): boolean =>
  /[?？!！]/u.test(clause) && wondering[languageOf(clause)].test(bare(clause));
