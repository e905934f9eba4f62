/** The words that set something right: "I said Shanghai, not Beijing", 我说的是100克！不是50克, "that's the 50. 30 ml!!". */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export interface Corrected {
  /** What is meant, in the shopper's words. */
  readonly meant: string;
  /** What it was taken for. */
  readonly not?: string;
  /** What is asked behind it. */
  readonly rest?: string;
}

const longest = 120;

const openEn = '(?:(?:no+|nope|nah|wait|hey|hello|oh|ugh|argh|omg|sorry|but|well|what|please|look|listen)[,.!? ]+)*';
const saidEn =
  "(?:i(?:'m| am| was|'d| did)? (?:(?:just|clearly|already|actually|only|always) )*(?:said|say|meant?|ask(?:ed|ing)(?: you)?(?: for| about)?|wrote|typed|told you|wanted?|need(?:ed)?)|it(?:'s| is| was)|mine(?:'s| is| was)|make (?:it|that)|for|to|in)";
const whatEn = "([a-z\\d][a-z\\d.' -]{0,30}?)";
const english: readonly RegExp[] = [
  new RegExp(`^${openEn}(?:${saidEn}[,: ]+)?${whatEn}[,.!;:]* +(?:and |but )?not ${whatEn}[.!? ]*$`, 'iu'),
  new RegExp(`^${openEn}(?:it'?s )?not ${whatEn}[,.!;:]+ *(?:but )?(?:${saidEn}[,: ]+)?${whatEn}[.!? ]*$`, 'iu'),
  new RegExp(
    `^${openEn}that(?:'s| is|s) (?:only |just )?${whatEn}[,.!;:]+ *(?:${saidEn}[,: ]+)?${whatEn}[.!? ]*$`,
    'iu',
  ),
];
const notFirst: readonly boolean[] = [false, true, true];
const aloneEn = new RegExp(
  `^${openEn}i (?:(?:just|clearly|already|actually|only) )*(?:said|meant?|ask(?:ed|ing) for|wrote|typed) (?:the |in |to |for )*${whatEn}(?:[.!]+ +(.{8,}?))?[.! ]*$`,
  'iu',
);

const openZh = '[?？!！ ]*(?:(?:(?:不是|不对|错了)吧?|啊|呀|喂|哎|唉|晕|无语|拜托|都说了|说了)[,，。!！?？ ]*)*';
const saidZh = '我?(?:刚才|刚刚|明明|一直)?(?:说|问|要|指|讲|写|想要|买|选)的?(?:明明)?(?:就)?是?';
const whatZh = '([^,，。!！?？;；~不]{1,14}?)';
const endZh = '[哦啊呀呢吧嘛,，。!！~…… ]*';
const chinese: readonly RegExp[] = [
  new RegExp(
    `^${openZh}(?:${saidZh})?${whatZh}${endZh}(?:又|可|而|并|,)?不是(?:寄到?|送到?|到|去|要)?${whatZh}${endZh}$`,
    'u',
  ),
  new RegExp(`^${openZh}不是${whatZh}[,，。!！ ]+(?:而是|${saidZh}|是|要)?${whatZh}${endZh}$`, 'u'),
];
const aloneZh = new RegExp(
  `^${openZh}我(?:刚才|刚刚|明明|一直)?(?:说|问|要|指|讲|写)的(?:明明)?(?:就)?是${whatZh}(?:[,，。!！ ]+(.{4,}?))?${endZh}$`,
  'u',
);

/** Undefined: nothing of the kind is said. */
export const correctedIn = (text: string): Corrected | undefined => {
  const plain = text.trim().replace(/’/gu, "'");
  if (plain.length > longest) return undefined;
  const forms = hasHan(plain) ? chinese : english;
  for (const [place, form] of forms.entries()) {
    const found = form.exec(plain);
    if (!found) continue;
    const [first, second] = [found[1]!, found[2]!];
    const isNotFirst = hasHan(plain) ? place === 1 : notFirst[place];
    return isNotFirst ? { meant: second, not: first } : { meant: first, not: second };
  }
  const [, meant, rest] = (hasHan(plain) ? aloneZh : aloneEn).exec(plain) ?? [];
  return meant === undefined ? undefined : { meant, ...(rest ? { rest } : {}) };
};
