/** What an order in Chinese is told by: its verbs and measures, how many of each, and what makes it none. Takes folded text. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';

export const longest = 80;
const number = '(?:\\d{1,2}|[一两二俩三四五六七八九十])';
const unit =
  '(?:[个件双把条只包盒瓶套罐袋款台份支副顶盏]|块(?![钱就多到能够]|左右|上下|出头|以[内下上])|(?<=[一两二俩三四五六七八九十\\d])本(?!来|店|身))';
/** 来 orders; at the end of another verb or an adverb it does not: 看起来, 送来, 本来. */
export const come =
  '(?:(?<![起送买本原后从带寄拿过出回下进到近将未历往素向越运递借换搬取收得由生以])|(?<=[帮给]我[买拿带送]))来';
/** Into the cart, in so many words. */
export const strong = new RegExp(
  `加购|加车|下单|拿下|[加放]上[吧了呗]?[.! ]*$|^(?:那|就|请|帮我|给我|再|好的?|行|嗯|[,. ])*加上(?=\\p{Script=Han}{2})(?!.*(?:[一总]共|合计|算|多少|够|满|能))|(?<=\\p{Script=Han})也(?:要|来|加|拿|买)(?:上)?${number}${unit}|(?<=\\p{Script=Han})也一(?:起|并)(?:要|加|买|拿|来)?[吧了]*[.! ]*$|(?:加|放)(?:入|到|进)|购物车|各(?:来|要|买|拿|加)?${number}|(?:${come}|(?<![更参])加|拿)(?:上|我)?(?:${number}|[那这])?${unit}|${unit}(?:给我)?来${number}`,
  'u',
);
/** A wish as well: ordered only of what was just shown. */
export const weak = new RegExp(
  `[要买换](?:成|上|了)?${number}${unit}|(?:就|我)[要买](?!求)|要了|买了|也(?:要|加)(?:上|进去)?[了啊呀哈吧]*(?=$|[,，。.! ])|要${number}|[再就也还](?:要|买)${unit}|(?<!第 ?)${number}${unit}(?![装套])(?:吧|就行|就好|就够了?|谢谢|多谢|麻烦了?|[,.! ])*$|[,. ]买[吧了.! ]*$|给我(?!.*(?:看|推|介绍|找|说|讲|发))`,
  'u',
);
/** 黑色的吧: which of its kind, of the one that is on the table. */
export const picksForm =
  /^(?:那|就|要|还是|嗯|好的?|行|可以|[,. ])*(?!便宜|贵|好一?点|别的|其他|女|男)\S{1,6}?(?:的|色|款)(?:那[个款件双条只])?吧[.! ]*$/u;
/** 那就它 两瓶: with its number behind it. */
export const isJustIt = new RegExp(`(?:它|[这那][个款件双条只瓶盒])了?[吧,. ]*${number}${unit}(?![装套])`, 'u');
/** 第一个, of which so many or such are ordered. */
export const placeSaid =
  /第 ?([一二两三四五六七八九十\d]{1,2})(?: ?[个款件双条只种样套瓶盒包罐]|(?! ?\p{Script=Han})|(?=[的吧就要来拿买加和跟与各]))|最后(?:的)?(?:那|这)?一?[个款件双条只]/gu;
/** L, 38码: the size of what is ordered beside it. */
export const sizeAlone =
  /^(?:尺码|码数|大小)?(?:就|要|穿|来|拿|选|是)*(?:xxl|xl|xs|s|m|l|[大中小]|3[4-9]|4[0-8])(?:[码号](?:的|吧)*|(?:的|吧)*(?<![大中小]))$/u;
export const isTotal = new RegExp(`^(?!.*(?:再|多|又|加)).*要${number}${unit}`, 'u');
export const asks =
  /[?？]|吗|嘛|么[.! ]*$|多[少久长大高重宽远]|怎么|咋|哪|什么|啥|有没有|能不能|可不可以|是不是|呢[.! ]*$|没有?[.! ]*$|几[点折天]/u;
export const turnsDown =
  /不要|不用|不想|不买|不是|没说|没让|(?<![特分级性差区个类])别|先不|不了|退|取消|改成|改(?=[\d一两二三四五六七八九十])|删|移|拿掉|去掉/u;
export const otherMatter =
  /订单|优惠|券|折扣|活动|人工|客服|发票|地址|运费|包邮|推荐|看看|找|比较|介绍|对比|链接|图片|照片|上次|之前|礼品包|打(?:成|一)?个?包|(?<![手脚唇嘴脸皮])[碎坏破裂漏]了[.! ]*$/u;
/** 身体乳也加啊,漏了: what was not put in is told, and no fault of it. */
export const missed =
  /[\s,，。.;；!！]+(?:你|刚才?|还|好像|给|都|忘|是|[把它])*(?:漏|忘|少)(?:了|掉|加|放)+(?:它|这个|那个|一个|一样)?[啊呀吧呢.! ]*$/u;
export const apart = new RegExp(
  `(?:[\\s，,、。+＋;；!！~]|\\.(?!\\d))+|和|跟|与|以及|还有|外加|另外|再(?=[加来要拿买]|${number}${unit})`,
  'u',
);

export const counting = new RegExp(`(?<!第)(${number})${unit}`, 'u');
export const each = new RegExp(`各(?:来|要|买|拿|加)?(${number})`, 'u');
/** What is left of a clause without what it orders with. */
export const ordering = new RegExp(
  `各(?:来|要|买|拿|加)?${number}?${unit}?|第?${number}?${unit}|加购(?:物车)?|加车|下单|购物车|[加放](?:入|到|进)|帮我|给我|麻烦|请|那个?|这个?|就|要|来|买|拿下?|换|加|把|里|吧|了|的|我|好|行|可以|嗯|一共|上|给|都|先|再|也|呗|啊|呀|哦|噢|哈|嗯|谢谢|多谢|谢了|老板|亲|它|选|还是|算了|进去|进来|够了?|改|试试看?|尝尝看?|试一下|尝一下`,
  'gu',
);
/** 加包咖啡豆: a measure of what follows, and no bag. */
export const measured = new RegExp(
  `(?<=[加来要拿买换各那这\\d一两二俩三四五六七八九十])${unit}(?=[\\p{Script=Han}\\d])`,
  'gu',
);
/** 加一个盖子: something that is no goods of the shop; 来一个试试 and 来一个送人 tell what for. */
export const somethingElse = new RegExp(
  `[来加拿](?:上|我)?${number}(?:${unit}| )(?![试尝玩用送给穿戴带备存囤放装发寄自就先当做作])(\\p{Script=Han}{2,6})$`,
  'u',
);
/** 来两包最便宜的挂耳: of all that are meant the one that costs least. */
export const cheapest = /最(?:便宜|实惠)的?/u;
/** 小包装的, 大的那支: of one model the smallest or the largest. */
export const bySize =
  /(?:最|更|比较|要|就|,|，|^| )*?([小大])(?:包装|(?<![挎背肩腰]小)包的|份装?|瓶装?|盒装?|罐装?|支装?|规格|(?<=最[小大])包|(?:一?[点些])?的)(?:那|这)?一?[个款件支瓶包份罐盒]?/u;
/** 要大瓶, right after its sizes were told. */
export const takesSize =
  /^(?:那|就|我|好的?|行|嗯|[,. ])*(?:要|来|拿|买)个?([大小])(?:瓶|罐|包|盒|袋|支|份)(?:装)?的?(?:吧|呗)?[.! ]*$/u;
const measureOf = (product: Product): number => {
  const said = product.name.zh?.match(/(\d{1,4})(?=\D*$)/)?.[1];
  return said === undefined ? product.price.minor : Number(said);
};
/** None, where all of several are as large: of a flask in four colours 大一点的 is none. */
export const byMeasure = (products: readonly Product[], size: string): readonly Product[] =>
  products.length > 1 && new Set(products.map(measureOf)).size === 1
    ? []
    : [...products].sort((a, b) => (size === '小' ? 1 : -1) * (measureOf(a) - measureOf(b))).slice(0, 1);
export const tellsWhy = /^(?:因为|我|最近|冬天|手|脚|皮肤|脸|嘴唇?).{0,6}(?:了|干|裂|冷)$/u;
/** 分给同事, 送朋友: told of what is ordered. */
export const forWhom = /^(?:是|要|拿去|用来|准备)?(?:(?:分|送|带|寄|留|买)?给(?!我)|送(?!货))\p{Script=Han}{1,6}$/u;
/** Into the cart, and nothing of what: 加购物车,两份. */
export const namesCart = /购物车|加购|加车/u;
/** 来两包 不 三包: the number said last counts. */
const corrected = new RegExp(
  `(${number})(${unit})([^,，]{0,12}?)[\\s,，.。]+(?:不是?|不对|错了|哦不|啊不)[\\s,，.。]*(?:是|要)?(${number})${unit}[吧啊. !]*$`,
  'u',
);
/** 有黑色没 来一个: ordered where there is one. */
const ifThereIs =
  /^(?:请问|那)?有(?:没有)?([^\s?？,，]{1,8}?)的?(?:吗|么|嘛|没有?|不)[\s?？,，.。]+(?:有的?话?(?:就|给我)?)?(?=.)/u;
/** 把红的加回来: what went out. */
const backIn = /(?:加|放)回(?:来|去)(?:一个)?/u;
/** 红黄蓝各来一个: each colour by itself. */
const coloursOfEach = /[红黄蓝绿黑白灰粉紫橙棕青]{2,5}(?=色?(?:的)?(?:各|一样))/gu;
/** 加两个 一个蓝的一个红的: of as many as there are in all each is told. */
const partsAlone = (folded: string): string => {
  const [whole] = folded.matchAll(countAt);
  return whole && countOfParts(folded) !== undefined
    ? `${folded.slice(0, whole.index).replace(/[加来要拿买]$/u, '')} 来${folded.slice(whole.index + whole[0].length).replace(/^的?[,，: ]*(?:其中)?/u, '')}`
    : folded;
};
/** 我说的是归家礼盒: the thing that was meant. */
const saidSo = /^我?(?:刚才?|刚刚)?(?:说|要|讲)的(?:明明|其实)?是(?!不)/u;
/** 白的红的各一: each colour by itself. */
const formsOfEach =
  /(?<=[红黄蓝绿黑白灰粉紫橙棕青米褐]色?的)(?=[红黄蓝绿黑白灰粉紫橙棕青米褐]{1,3}色?的(?:[^,，。 ]{1,4}的)?各)/gu;
export const asMeant = (folded: string): string =>
  partsAlone(folded)
    .replace(formsOfEach, '和')
    .replace(coloursOfEach, all => [...all].map(one => `${one}的`).join('和'))
    .replace(/^[\s?？!！.。,，]+/u, '')
    .replace(saidSo, '')
    .replace(backIn, '加一个')
    .replace(ifThereIs, '$1的 ')
    .replace(corrected, (_, _first, unitSaid: string, between: string, last: string) => last + unitSaid + between);
/** As many as the parts behind it come to. */
const countOfParts = (folded: string): number | undefined => {
  const [whole, ...parts] = [...folded.matchAll(countAt)];
  const sum = parts.reduce((all, [, said]) => all + units(said), 0);
  return whole && parts.length > 1 && units(whole[1]) === sum ? sum : undefined;
};
/** 挂耳拿3盒,深烘2盒 低因1盒: what the parts are, and each of them. */
export const partsOfCounted = (
  folded: string,
): { readonly heading: string; readonly parts: readonly string[]; readonly whole: number } | undefined => {
  const whole = countOfParts(folded);
  const [first, ...others] = folded.split(/[\s,，。、;；:：]+/u).filter(part => part !== '');
  const heading = first?.replace(new RegExp(`(?:来|加|拿|要|买)?${number}${unit}$`, 'u'), '') ?? '';
  const isCounted = others.length > 1 && others.every(part => part.search(countAt) >= 0);
  return whole !== undefined && heading !== '' && heading !== first && isCounted
    ? { heading, parts: others, whole }
    : undefined;
};
export const countAt = new RegExp(`(?<!第)(${number})${unit}`, 'gu');
/** 墨黑一个松针绿一个, 一个墨黑的一个松针绿的: each with what is counted. */
export const eachCounted = (text: string): readonly string[] => {
  const counts = [...text.matchAll(countAt)];
  const [first, second] = counts;
  if (!first || !second) return [text];
  const last = counts.at(-1)!;
  // 红的一本黄的一本: of whatever is said in one character too, where nothing follows the last of them.
  const isLast = asksBehind.test(text.slice(last.index + last[0].length));
  const said = text.slice(0, first.index).replace(ordering, '');
  const isAfter = (isLast ? /\p{Script=Han}/u : /\p{Script=Han}{2}/u).test(said);
  const cuts = counts.flatMap(at => (isAfter ? [at.index + at[0].length] : at === first ? [] : [at.index]));
  const pieces = [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length)).filter(piece => piece !== '');
  const says = (piece: string): boolean => /\p{Script=Han}/u.test(piece.replace(ordering, ''));
  return pieces.every((piece, i) => says(piece) || (isAfter && i === pieces.length - 1)) ? pieces : [text];
};
const asksBehind =
  /^(?:吧|了|啊|呀|[,，。.!！?？ ]|一共|总共|合计|加起来|一起|含运费|(?:要|是)?多少钱?|加购|加(?:入)?购物车)*$/u;
export const units = (said: string | undefined): number =>
  said === undefined ? 1 : said === '俩' ? 2 : readNumber(said);
