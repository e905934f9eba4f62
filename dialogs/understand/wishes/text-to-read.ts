/** A message as it is read for wishes: without who says so, where a thing goes, and what stands before what is meant. */
import { isSensitive } from '../../../knowledge/profile/sensitive.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { inAskingForm } from '../text/chinese-slips.ts';
import { tellsWornSize } from '../text/money-said.ts';

/** "Me and my gf are moving in together", 我和女朋友一起: of both, and no present for the other. */
const both =
  /\b(?:me|myself|i) and my (?:[a-z]+ )?[a-z]+\b(?= (?:are|were|have|want|need|love|like|go|going|just|both|will|r|r\b|got|moved|plan)\b)|\bmy (?:[a-z]+ )?[a-z]+ and (?:i|me|myself)\b(?= (?:are|were|have|want|need|love|like|go|going|just|both|will|r|got|moved|plan)\b)|我(?:和|跟|与)(?:我)?的?(?:女朋友|男朋友|女友|男友|老婆|老公|对象|媳妇|爱人|室友|闺蜜|朋友|同事)(?=(?:俩|两个人?|都|也|刚|准备|打算|要|想|周末|最近|下周)*(?:一起|同居|搬|住|去|合租|结婚|旅行|旅游|露营|爬山|徒步|跑))/giu;
const ofBoth = (text: string): string => text.replace(both, hasHan(text) ? '我们' : 'we');

/** 茶叶礼盒: what is in the box is what is wished for. */
const boxApart = (text: string): string => text.replace(/(?<=\p{Script=Han}{1,4})(?=礼盒|礼罐)/gu, ' ');

/** "My grandson says I need a radio": for whom it is, is told otherwise. */
const adviser =
  /\b(?:my|our) (?:[a-z]+ )?[a-z]+ (?:says?|said|told me|tells me|thinks|thought|recommended|suggested|keeps telling me)(?: that)? (?=(?:i|we|you|your|it|this|the)\b)|我?(?:的)?(?:儿子|女儿|孙子|孙女|外孙女?|孩子|朋友|闺蜜|同事|老公|老婆|室友)(?:跟我说|告诉我|推荐我|让我|叫我|说(?=我|你们|你家|这家))/giu;
/** 孩子幼儿园毕业要送老师, "my son's teacher": the present is the teacher's. */
const pupil =
  /(?:我家|我们家|我)?的?(?:孩子|儿子|女儿|宝宝|小孩|小朋友|娃)(?:的|在|上)?(?:幼儿园|小学|初中|学校|培训班)?(?:的|要|快|刚)*(?:毕业|升学|开学|结业)?了?(?=[^。.!?？]{0,8}(?:送|给|谢)[^。.!?？]{0,4}(?:老师|教练|班主任|园长|保育员)|(?:的)?(?:老师|教练|班主任|园长)(?!说|让|推荐|要求))|(?<=\b(?:my|our) )(?:son|daughter|kid|child|boy|girl)(?:'s|s'?) (?=(?:[a-z]+ )?(?:teachers?|coach(?:es)?|nanny|tutors?)\b)/giu;
export const withoutAdviser = (text: string): string =>
  isSensitive(text) ? text : ofBoth(text).replace(adviser, ' ').replace(pupil, '');

/** "Not a bag - a flask": what stands behind it is wished for; "50 - 80" is a range. */
const dash = /(?<=\bnot (?:an?|the|for) [a-z]+(?: [a-z]+)?) (?:-{1,2}|–|—) (?=[a-z])/giu;

/** "A flask to go in the bag" asks for no bag. */
const intoBag =
  /\b(?:to|that|which) (?:go(?:es)?|put|fits?|carry) in(?:to|side)? (?:my|the|his|her|our|their|an?) (?:[a-z]+ )?(?:bag|backpack|rucksack|satchel|handbag|purse|suitcase)\b/giu;

/** "Nothing under 300?" asks for something under it. */
const asksUnder =
  /\b(?:nothing|none|no [a-z]+)(?= (?:else )?(?:under|below|less than|cheaper than|for (?:less|under)) [^.!?]*\?)/giu;

/** 防晒霜不要哈哈: laughter belongs to no clause. */
const laughter =
  /(?<=\p{Script=Han} ?)(?:哈{2,}|嘿{2,}|呵{2,}|hhh+|233+|笑死|哈哈哈?)(?=$|[\s,，。.!！?？~]|\p{Script=Han})/giu;

/** 39起？那我妈穿37的: sizes of shoes, and no price. */
const sizesFrom = /(?<![\d.])(?:3[4-9]|4[0-8])(?:码)?(?:起步?|以上|以下|开始)(?=[?？,，。.!！ 吗啊]|$)/gu;

/** 43码半, "42 and a half": between two whole sizes. */
const halfSize =
  /(?<![\d.])(3[4-9]|4[0-8])(?: ?[码号]半(?!年|月|天|价|个)|半(?=[码号])| and a half\b(?! (?:year|month|hour|day|inch|cm|kg|litre|metre))|½| 1\/2\b)/gu;

/** The message without what was said of sizes before, with half sizes in figures. */
export const withoutSizesFrom = (text: string): string =>
  (tellsWornSize(text) ? text.replace(sizesFrom, ' ') : text).replace(halfSize, (said, whole: string) =>
    /[码号]/u.test(said) ? `${whole}.5码` : `${whole}.5`,
  );

export const textToRead = (text: string): string =>
  withoutAdviser(
    hasHan(text)
      ? boxApart(inAskingForm(text.replace(laughter, '，')))
      : text.replace(dash, '. ').replace(intoBag, ' ').replace(asksUnder, 'anything'),
  );
