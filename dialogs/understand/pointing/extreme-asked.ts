/** "Which is the cheapest?", "哪个最贵": one of the list by its price. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';

const english =
  /^(?:(?:and|so|ok|okay|hm+|just)[,. ]+)*(?:(?:which|what)(?: one)?(?: of (?:these|them|those))?(?:'?s| is| are)? |how much (?:is|are|for|would) |how about |what about )?(?:the )?(cheapest|lowest price|smallest price|least expensive|most affordable|lowest priced?|most expensive|priciest|dearest)(?: (?:one|item|product))?(?: (?:of (?:these|them|those|the lot|all)|here|there|on the list))?(?: please)?[?!. ]*$/;
const chinese =
  /^(?:那|请问)?(?:这些|这几[个款件]|里面|其中|它们)?(?:中|里|里面)?(?:哪一?[个款件双]?(?:是)?最(便宜|实惠|贵)|最(便宜|实惠|贵)的(?:那[个款件双]|是)?(?:哪一?[个款件双]?|多少钱|什么价|几块)?)的?(?:呢|啊|呀)?[?!. ]*$/u;
const pointed =
  /^(?:(?:and|so|ok|is|what about|how about|tell me (?:more )?about|show me|i'll take|let me see|how good is)[,. ]+)*(?:the )?(cheaper|less expensive|cheapest|cheap|pricier|dearer|more expensive|most expensive|expensive|pricey|dearest|priciest) (?:one|pair|item|product|of the two|of them)\b|^(?:which|what)(?: one)?(?: is|'s) (cheaper|less expensive|more expensive|pricier)(?: of (?:the two|them|these))?[?!. ]*$|^(?:那|就|我|要|想|来|拿|选|买|加){0,4}(?:比较|更|最)?(便宜|实惠|贵)的?那一?[个款件双条只](?:.{0,10})?[?!. ]*$|^哪一?[个款件双](?:更|比较)(便宜|实惠|贵)(?:一?[点些])?(?:呢|啊|呀)?[?!. ]*$/u;
const dear = /(?<!less |least )expensive|dearer|pricier|pricey|priciest|dearest|贵/u;

/** "The cheapest jacket you have", 最便宜的跑鞋: goods by what they cost. Folded text. */
export const byPriceAsked = (folded: string): 'least' | 'most' | undefined => {
  if (folded.length > 120) return undefined;
  if (
    /\b(?:cheapest|least expensive|most affordable|lowest[- ]priced|least pricey)\b|最便宜|最实惠|哪一?[个款件双种](?:比较|更)?(?:便宜|实惠)/u.test(
      folded,
    )
  )
    return 'least';
  return /\b(?:most expensive|priciest|dearest)\b|最贵/u.test(folded) ? 'most' : undefined;
};

/** "The cheapest one", 贵的那个, and no more said. Folded text. */
export const pointsByPrice = (folded: string): boolean =>
  folded.length <= 80 && [english, chinese, pointed].some(form => form.test(folded));

const takingDearest =
  /^(?:(?:那|就|好的?吧?|行吧?|嗯|ok|[,. ])*(?:就(?:要|拿|买|来|选)|我(?:就|想)?要|给我(?:来|拿)?|[来拿买]|就(?=.*吧))|(?=.*(?:我要[吧了]?|购物车|下单|一[个件双条只副支瓶罐盒包把台套张本])[,. ]*$)(?:那|就|[,. ])*)(?:一?[个件双条只副支瓶罐盒包把台套张本])?(?:价格|里面)?最(便宜|实惠|贵)的?(?:那一?[个款件双条只副支瓶罐盒包把台套张本])?(?:我要|来一[个件双条只副支瓶罐盒包把台套张本]|(?:给我|帮我)?(?:加|放)(?:入|进|到)?购物车|下单|就行|就好|好)?[吧了呗,.! ]*$/u;

/** 就要最贵的那件吧, after a list: that one of it is taken, said plainly. Folded text. */
export const takesByPrice = (folded: string): string | undefined => {
  const how = folded.length <= 30 ? takingDearest.exec(folded)?.[1] : undefined;
  return how === undefined ? undefined : `最${how}的那个我要了`;
};

/** The first of those that cost least, or most; undefined: none is asked for, or nothing was shown. Folded text. */
export const extremeOf = (folded: string, shown: readonly ProductId[], view: CatalogueView): ProductId | undefined => {
  if (folded.length > 80 || shown.length === 0) return undefined;
  const match = english.exec(folded) ?? chinese.exec(folded) ?? pointed.exec(folded);
  if (!match) return undefined;
  const sign = dear.test(match.slice(1).find(Boolean) ?? '') ? -1 : 1;
  const priced = shown.flatMap(id => view.byId.get(id) ?? []);
  return priced.sort((a, b) => sign * (a.price.minor - b.price.minor))[0]?.id;
};
