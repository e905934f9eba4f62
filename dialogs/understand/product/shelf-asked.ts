/**
 * "Do you have snacks?", "gluten free snacks", 有家具吗: a whole shelf as other shops have it, asked for by its name, however it should be.
 * Only such names as mean nothing else in a shop. Takes folded text.
 */
const shelfEn =
  '(?:snacks?|nibbles|sweets|cand(?:y|ies)|foods?(?!(?:stuff|[- ](?:processor|container|box|bag|safe|grade|flask)))|groceries|furniture|jewel(?:le)?ry|lingerie|underwear|swimwear|vitamins|supplements|musical instruments|medicines?|booze|alcohol|wines?|beers?)';
const leadEn =
  "(?:(?:and|so|ok|okay|hi|hello|hey|also|but|please)[,. ]+)*(?:(?:do|have) you (?:guys )?(?:have |got |sell |stock |carry |do )?|got |is there |are there |(?:i|we) (?:want|need|would like)|i'd like|(?:i'm |im )?looking for|show me|can i (?:get|buy)|where are)?(?: ?(?:to buy|your|the|any|some|an?))* ?";
const how =
  '(?:(?!(?:for|of|with|like|likes|loves?|to|on|in|and|or|something|anything|i|no|not|without|about|from|is|are|me|they|it|these|those|this|that|do|does|has|have|contains?)\\b)[a-z]+[- ]){0,3}?';
const askedEn = new RegExp(
  `^${leadEn}(${how}${shelfEn})(?: (?:for|to|that|with|under|at|in(?! (?:it|them|this|that|these|those|there|any)\\b)|please|here|too|then)\\b.{0,40})?[?!. ]*$|^(?:are|is) (?:all |any of )?your (${how}${shelfEn})\\b[^.!?]{0,40}[?!. ]*$`,
);
/** What an animal eats is no shelf of ours by another name, and what is told of food asks for none. */
const notOfPeople =
  /\b(?:dog|cat|pet|puppy|kitten|fish|bird|plant|baby|my|your|his|her|this|that|no|not|fast|street|hot)[- ]$/;
const shelfZh =
  '(?:床上用品|床品|家纺|零食|小吃|甜食|甜点|甜品|食品|食物|吃的(?:东西)?|家具|首饰|珠宝|泳装|泳衣|内衣|保健品|乐器|药品|酒水|酒)';
const askedZh = new RegExp(
  `^(?:那|请问|你好|您好|我|你们?|您们?|这里|这儿|店里|家|还|的|,| )*(?:有没有|有|卖不卖|卖|想买|想要|想找|找|要|来)?(?:一?[点些]|什么|啥|哪些|好)*((?:\\p{Script=Han}{1,6}?的?)?${shelfZh})(?:之类|什么)?的?(?:(?:卖|有)?(?:吗|么|嘛|呢|没有?|不|啊|呀)*|(?:里面?|都)?(?:是|有|含)\\p{Script=Han}{2,6}(?:吗|么|嘛))[?!. ]*$`,
  'u',
);
const inHan = new RegExp(`${shelfZh}$`, 'u');

/** The shelf in the shopper's words, without how it should be; undefined: none is asked for. */
export const shelfAsked = (folded: string): string | undefined => {
  if (folded.length > longest) return undefined;
  const said = askedEn.exec(folded)?.slice(1).find(Boolean);
  if (said !== undefined) {
    const shelf = new RegExp(`${shelfEn}$`).exec(said)?.[0];
    return shelf === undefined || notOfPeople.test(said.slice(0, -shelf.length)) ? undefined : shelf;
  }
  const inChinese = askedZh.exec(folded)?.[1];
  const shelf = inChinese === undefined ? undefined : inHan.exec(inChinese)?.[0];
  if (shelf === undefined || notOfPeopleZh.test(inChinese!.slice(0, -shelf.length))) return undefined;
  return shelf.startsWith('吃的') ? '食品' : shelf;
};
const longest = 80;
const notOfPeopleZh = /狗|猫|宠物|这|那|能当|我|你|他|她|不|没|配|下|喝|放|装|送|退|买/u;
