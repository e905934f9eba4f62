/** "How would I know my size? I'm 5 foot 1", 175 150斤穿L还是XL: which size fits somebody, of goods in letter sizes. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { tellsBody } from '../text/sizes.ts';

const letter = '(?:xs|s|m|l|xl|xxl|small|medium|large)';
const asks = new RegExp(
  [
    String.raw`\b(?:what|which)(?: (?!about\b)\w+)? sizes?\b(?! (?:do you|have you|are there|does it come|is it available|are they|(?:are |is )?(?:still |also )?(?:left|available|in stock|remaining|sold out|gone)))`,
    String.raw`\bhow (?:do|would|can|could|should) (?:i|we|you) (?:know|tell|find(?: out)?|choose|pick|work out)[^,.!?]{0,24}\bsize\b`,
    String.raw`\bsize (?:do|should|would|will) (?:i|he|she|they|we|you)\b`,
    String.raw`\b(?:an? )?${letter}[ ,]+or (?:an? )?(?:rather )?(?:an? )?${letter}\b`,
    String.raw`\b(?:will|would|does|is) (?:an?|the|size) ${letter} (?:fit|do|be (?:ok|enough|big enough|too \w+|right)|right|ok|enough)\b`,
    String.raw`\b(?:i|he|she|they|we)(?: \w+){0,3} size up\b`,
    `(?:穿|选|买|要|拿|该穿)(?:多大的?码?|(?:什么|哪个|几|啥|多少)(?:尺)?[号码])(?=$|[,，。?？!！ 呢啊合比好])`,
    `(?:${letter}码?|大号|中号|小号)(?:的)?(?:还是|或者?)(?:${letter}|大号|中号|小号)`,
    `(?:穿|选|买|要|拿)?${letter}码?的?(?:够不够|够|行不行|行|可以|合适|合不合适|能穿|穿得下|会不会|能不能|大不大|小不小|紧不紧)(?:穿|大|小|紧|吗|么|不|嘛)*`,
    '(?:我|她|他|人)能穿的码|(?:什么|啥|哪个|几|多大)(?:尺)?码(?:合适|好|呢)',
  ].join('|'),
  'u',
);
/** A height alone, in feet or in centimetres, or a build. */
const height =
  /\b[456] ?(?:foot|feet|ft|')(?: ?\d{1,2})?|(?<![\d¥$.])(?:1[4-9]\d|20\d)(?: ?(?:cm|厘米|公分))?(?![\d.]| ?(?:元|块|以内|左右|yuan|rmb|ml|g\b|克|毫升))|一米[四五六七八九]|\b(?:petite|slim|tall|skinny|plump|stocky|(?:small|short|big|large) (?:lady|woman|man|guy|person|girl|build))\b|偏?[瘦胖]|个子/u;
const foot = /脚长|\b(?:shoes?|trainers?|feet are|foot is|eu ?\d)\b|鞋|脚/u;
const chest = /胸围|\b(?:chest|bust)\b/u;
const longest = 120;

const isInLetters = ({ attributes: { size = [] } }: Product): boolean => size.some(one => /^(?:x*s|m|x*l)$/.test(one));

/** Whether it is asked; a chest that is told has its own answer. `onTable`: what is spoken of. */
export const asksSizeOfBody = (folded: string, onTable: readonly Product[]): boolean => {
  if (folded.length > longest || chest.test(folded) || foot.test(folded) || !asks.test(folded)) return false;
  const worn = onTable.filter(({ attributes: { size = [] } }) => size.some(one => /^(?:x*s|m|x*l|\d{2})$/.test(one)));
  if (onTable.length > 0 && !worn.every(isInLetters)) return false;
  return worn.length > 0 || ((tellsBody(folded) || height.test(folded)) && ofClothes.test(folded));
};
const ofClothes = /\b(?:jackets?|coats?|fleece|parka|vest|gilet|shell|clothes)\b|外套|衣|夹克|马甲|羽绒服/u;

export const tellsBuild = (folded: string): boolean => tellsBody(folded) || height.test(folded);
