/**
 * Goods for an animal: "a raincoat for my dog", 猫玩具, 给狗狗买件雨衣, and "for a cat?" after it. A shop for people has none of them,
 * whatever stands on its shelves under the same name. Takes folded text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 160;
const pet =
  '(?:dogs?|dogg(?:y|ie)s?|pupp(?:y|ies)|pups?|cats?|kittens?|kitt(?:y|ies)|pets?|hamsters?|guinea pigs?|bunn(?:y|ies)|parrots?|budgies?|horses?)';
const goods =
  '(?:toys?|beds?|food|bowls?|coats?|jackets?|raincoats?|vests?|leads?|leash(?:es)?|collars?|treats?|snacks?|blankets?|shampoos?|bags?|carriers?|trees?|litter|harness(?:es)?|mats?|crates?|cages?|clothes|outfits?|sweaters?|jumpers?|brush(?:es)?|towels?|shoes|boots|stuff|things|supplies|accessories)';
/** Whom it is for, and no "dog lover": "a raincoat for my dog". */
const forOne = new RegExp(
  `(?:\\b([a-z-]+(?: [a-z-]+)?) )?\\bfor (?:(?:my|our|an?|the|his|her|their|your|mum's|friend's|small|little|large|big|old|tiny|new|cute|[a-z]+'s) )*(${pet})(?! ?(?:lovers?|owners?|people|person|walk\\w*|sitters?|fans?|mums?|moms?|dads?|parents?|hair|eye|themed|print)\\b)(?=$|[,.;!?]| (?:please|pls|though|tho|under|below|that|who|with|in|too|as|max|around|size|thx|thanks|lol|not)\\b)`,
);
const compound = new RegExp(`(?<!\\bhot |['-])\\b(${pet}(?:'s|')? ${goods})\\b`);
/** An animal alone, after goods for one: "cat?", "and for cats". */
const alone = new RegExp(
  `^(?:(?:and|or|ok|okay|no|then|what about|how about|maybe|for|an?|my|the|it's for|its for|i said|i mean|please|pls|woof|meow)[,.! ]+)*(${pet})(?: (?:then|ones?|please|pls|woof|meow))*(?:[,.!? ]+(?:an? )?(?:${pet}|woof|meow|then|please|lol))*[.!? ]*$`,
);

const petZh =
  '(?:狗狗?|猫(?=[买找挑选用穿吃睡玩准弄整])|小狗|猫咪?|猫猫|小猫|宠物|毛孩子|主子|兔兔|仓鼠|汪星人|喵星人|金毛|泰迪|柯基|英短|布偶猫)';
const goodsZh =
  '(?:玩具|衣服?|雨衣|雨披|外套|背心|马甲|窝|床|包|背包|碗|粮|砂|绳|牵引绳?|项圈|零食|罐头|抓板|爬架|沐浴露|香波|洗发水|鞋子?|毯子?|垫子?|饮水机|食盆|尿垫|梳子?|厕所|用品|吃的|玩的|穿的|用的)';
const forOneZh = new RegExp(
  `(?:给|为|帮)(?:我|我们|我家|家里|咱家|她|他)?(?:家|养)?(?:里)?的?(?:一?[只条])?(?:小|大|老)?(?<!熊)(${petZh})(?!主人|爱好者)(?:买|找|挑|选|用|穿|吃|睡|玩|准备|弄|整)(?:的|一?[件个双条只套款些点])*(\\p{Script=Han}{0,6})`,
  'u',
);
const compoundZh = new RegExp(
  `(?<![熊\\p{Script=Han}]熊|熊|招财|加菲|汤姆)(${petZh}(?:专用|用|穿|吃|玩|睡)?的?${goodsZh})(?!图案|印花)`,
  'u',
);
const aloneZh = new RegExp(
  `^(?:那|我说|我是说|是|给|要|或者|还有|,| )*(${petZh})(?:的|用的?|穿的?|玩的?|吃的?)?(?:呢|有吗|有没有|也行|吧)*[?!. ]*$`,
  'u',
);
const namesPet = new RegExp(`\\b${pet}\\b|${petZh}`, 'u');

/** What is not sold, as it is told; `before`: what was looked for just before. Undefined: it is for no animal. */
export const forPets = (folded: string, before: string | undefined): string | undefined => {
  if (folded.length > longest || !namesPet.test(folded)) return undefined;
  const isGoingOn = before !== undefined && namesPet.test(before);
  if (hasHan(folded)) {
    const thing = compoundZh.exec(folded)?.[1];
    if (thing !== undefined) return thing;
    const [, whom, what] = forOneZh.exec(folded) ?? [];
    if (whom !== undefined) return `${whom}${what ? `的${what.replace(/[的吗呢吧啊呀]+$/u, '')}` : '用品'}`;
    const other = isGoingOn ? aloneZh.exec(folded)?.[1] : undefined;
    return other === undefined ? undefined : `${other}用品`;
  }
  const thing = compound.exec(folded)?.[1];
  if (thing !== undefined) return thing;
  const [, what, whom] = forOne.exec(folded) ?? [];
  if (whom !== undefined)
    return `${nothingNamed.test(what ?? '') ? 'things' : what!.replace(leads, '')} for a ${whom}`.replace(
      / a (?=\w+s$)/,
      ' ',
    );
  const other = isGoingOn ? alone.exec(folded)?.[1] : undefined;
  return other === undefined ? undefined : `things for ${other.replace(/(?<!s)$/, 's').replace(/ys$/, 'ies')}`;
};

/** Whether that was what was looked for. */
export const isForPets = (what: string): boolean => namesPet.test(what);

const leads = /^(?:an?|the|some|any|sell|have|got|buy|need|want|find|get|good|nice|cute|is|are|you)\s+/;
const nothingNamed =
  /^$|\b(?:something|anything|sth|smth|stuff|thing|things|it|one|ones|gift|present|have|got|is|good|safe|okay|ok|suitable|bad|toxic|it's|that's)$/;
