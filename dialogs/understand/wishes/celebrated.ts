/** Days on which something is given: whatever is given on them says nothing of it. Takes values of the catalogue, marked or not. */
const celebrated: ReadonlySet<string> = new Set([
  'birthday',
  'wedding',
  'christmas',
  'festival',
  'housewarming',
  'newborn',
  'party',
  'gift',
]);
export const isCelebrated = (value: string): boolean => celebrated.has(value.replace(/[“”]/g, ''));

/** A day on which something is given is on no page. Folded text. */
export const celebration =
  /节$|寿$|^[一二三四五六七八九十百\d]+(?:岁|周年)?(?:大寿|生日|周年|大生日)|^\d{1,3}(?:st|nd|rd|th)(?: (?:birthday|anniversary))?$|^(?:turn(?:s|ing|ed)?|is turning) [a-z\d]+$|^(?:leaving|moving|retiring|graduating)$|^(?:生日|毕业|毕业典礼|纪念日|结婚纪念日|结婚|婚礼|乔迁|满月|周岁|退休|离职|七夕|圣诞|春节|过年|新年|中秋|端午|见家长|送礼|送人|礼物|开学|升职|年会)|礼物?$|\b(?:birthdays?|graduation|anniversary|christmas|xmas|valentine'?s?(?: day)?|mother'?s day|father'?s day|new year|easter|thanksgiving|halloween|retirement|farewell|housewarming|secret santa|white elephant|gift (?:exchange|swap)|stocking fillers?|party favou?rs?|gifts?|presents?)\b/u;

const toGive =
  /\b(?:secret santa|white elephant|gift (?:exchange|swap)|stocking (?:fillers?|stuffers?)|party (?:favou?rs?|bags?)|goody bags?|(?:raffle|tombola|lucky dip|yankee swap|kris kringle|office|work|joke|corporate) (?:prizes?|gifts?|presents?)|raffle|kris kringle|yankee swap|(?:as|for) an? (?:gift|present)|thank[- ]you (?:gifts?|presents?)|leaving (?:do|present|gift)|farewell (?:gift|present)|something to (?:give|gift)|gift for (?:someone|somebody|anyone))\b|交换礼物|伴手礼|小礼物|随手礼|谢礼|回礼|(?:用来|拿来|拿去|想|要)?送(?:礼|人)|抽奖|奖品|年会(?:礼|用|发|送)|周岁礼?|满月礼?/u;
/** Something to be given is looked for, to whomever: "for secret santa", 伴手礼. Folded text. */
export const isToBeGiven = (folded: string): boolean => folded.length <= 160 && toGive.test(folded);
