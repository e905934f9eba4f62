/**
 * What goods are to do or to take, told in a clause that names no quality: "that I can take on a plane", "fits a bike bottle
 * cage", "doesn't squeak", 能机洗的, typec口的. Looked for in the pages, and told where none says it. Each in the shopper's words. All take folded text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 200;
const mostConditions = 3;
const longestValue = 32;

/** What goods do, survive or have done to them; what anybody may say of anything ("looks nice") is none. */
const verbs =
  '(?:take|bring|wear|wash|machine wash|put|fit|keep|hold|survive|handle|withstand|stay|go|work|connect|pair|charge|fold|roll|close|lock|zip|float|clip|attach|hang|smell|leave|sting|itch|shrink|leak|spill|stain|fade|scratch|slip|rust|pill|shed|squeak|bounce|fog|burn|crease|wrinkle|melt|dry|absorb|cover|block|stack|stick|fall|rub|pinch|dig|overheat|whistle|rattle|wobble|drip|tangle|kink|tear|rip|crack|chip|peel)(?:s|es|ing)?';
const aux =
  "(?:(?:can|could|will|would|should|must|(?:wo|does|do|is|are|did)n(?:'?t)?|can'?t|cannot|does not|do not|is not|needs? to|has to|have to|is|are|not|never|also|actually|easily|be)(?: |$))*";
const english = new RegExp(
  `(?:\\b(?:that|which|so|and|it|they)\\b|\\b(?:i|you|we|she|he)(?= (?:can|could) )|(?:^|[,;.]) ?)(?: ?(?:i|you|we|it|they|he|she|one)(?= ))? ?(${aux})(${verbs} [^,.;!?]+|${verbs}(?=$|[,.;!?]| (?:and|but)\\b))`,
  'gu',
);
/** Before another matter begins. */
const ends =
  /\b(?:and|but|so|because|cos|(?:under|below|around|about)(?= ?[¥$€£\d])|max|budget|please|pls|plz|thanks|thx|in size|size|if possible|ideally|or similar|any (?:ideas|recommendations|suggestions)|do you|what|which|who|for (?:my|me|him|her|under|less)|i (?:also|have|am|want|need)|is there|are there)\b.*$/u;
const denied = /\b(?:(?:wo|does|do|is|are|did)n(?:'?t)?|can'?t|not|never|cannot)\b/u;
/** As the speller leaves it. */
const inFull = (not: string): string => not.replace(/^((?:wo|does|do|is|are|did|ca)n)'?t?$/, "$1't");
/** Of the shop, of what was shown or of the talk: "fit what I told you", "take it", "go for that", "leave it". */
const notOfGoods =
  /^(?:\w+) (?:it|that|this|them|these|those|one|me|us|you|up|out|away|on|off|back|for|with|to|ahead|home|well|best|fine|good|great)?$|\b(?:cart|basket|order|account|budget|price|store|shop|page|link|list|card|code|deliver\w*|return\w*|refund\w*|you|your|gift)\b/u;
/** "With wheels", "w/ a lid", "if possible with": parts. */
const parts =
  /(?:(?<!\b(?:nothing|none|not) )\b(?:with|having|w) |\bw\/ ?)(?:an? |some |two |lots of |several )?((?:[a-z-]+ ){0,2}[a-z-]{3,})(?=$|[,.;!?]| (?:and|or|if|please|pls|for|in|under|that)\b)/gu;
const noPart =
  /\b(?:my|your|his|her|their|our|it|them|both|me|us|you|this|that|these|those|card|cash|paypal|delivery|shipping|discounts?|code|orders?|budget|tea|coffee|milk|friends?|family|kids?|children|people|dogs?|cats?|skin|hair|feet|hands?|wrists?|style|something|anything|everything|more|less|at least|up to)\b/u;
/** 150 x 200 cm. */
const across = /(?<![\d.])\d{2,3} ?(?:cm)? ?[x×*] ?\d{2,3} ?(?:cm|厘米)?(?![\d.])/gu;
/** A trip of so many days or nights. */
const trips =
  /\b(?:\d{1,2}|two|three|four|five|six|seven|ten)[- ](?:day|night|week)s? (?:trips?|hikes?|treks?|breaks?|holidays?|journeys?|flights?)\b|[一二两三四五六七十\d]{1,2}[天晚夜](?:的)?(?:旅行|出差|旅游|短途|徒步|行程)/gu;
const ports =
  /\b(?:usb[- ]?c|type[- ]?c|lightning|micro[- ]?usb|3\.5 ?mm)\b(?: (?:port|plug|jack|connector|cable))?|(?:type[- ]?c|usb[- ]?c|lightning)(?:接?[口孔])?|(?:苹果|圆|3\.5(?:mm)?)接?[口孔]/gu;

const chinese =
  /(?:^|[,.;!? ]|的)((?:能|可以|可|不会|不|会|支持|适合)\p{Script=Han}{0,3}?(?:机洗|手洗|水洗|进洗碗机|进微波炉|进烤箱|放进?\p{Script=Han}{1,4}|装\p{Script=Han}{1,4}|带上\p{Script=Han}{1,3}|上飞机|掉色|掉毛|起球|缩水|变形|漏水?|生锈|褪色|扎人?|勒\p{Script=Han}{0,2}|卡粉|泛白|搓泥|粘手|沾手|烫手|打滑|夹头|压耳|漏音|折叠|调光|控温|充电))(?=的|$|[,.;!? ])/gu;

const tidied = (words: string): string =>
  words
    .replace(ends, '')
    .replace(/[\s,.;!?]+$/u, '')
    .trim();

const inEnglish = (folded: string): string[] => [
  ...[...folded.matchAll(english)].flatMap((match): string[] => {
    const value = tidied(match[2]!).replace(/^(\w+) (?:an?|the|any|my) /u, '$1 ');
    if (value.length > longestValue || notOfGoods.test(value) || value === '') return [];
    const not = denied.exec(match[1]!)?.[0];
    return [not === undefined ? value : `${inFull(not)} ${value}`];
  }),
  ...[...folded.matchAll(parts)].flatMap(([, part]) => (part === undefined || noPart.test(part) ? [] : [tidied(part)])),
];

const inChinese = (folded: string): string[] => [...folded.matchAll(chinese)].map(match => match[1]!);

export const conditionsTold = (folded: string): string[] => {
  if (folded.length > longest) return [];
  const found = [
    ...(hasHan(folded) ? inChinese(folded) : inEnglish(folded)),
    ...[...folded.matchAll(trips), ...folded.matchAll(ports), ...folded.matchAll(across)].map(([trip]) => trip),
  ];
  return found
    .filter(
      (one, i) => !found.some((other, k) => (k < i || (k > i && other.length > one.length)) && other.includes(one)),
    )
    .slice(0, mostConditions);
};
