/** "Make it two", "one more", 改成三件: how many of what is in the cart. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

export interface QuantityAsked {
  /** So many in all (0: none any more), or more (fewer: below 0) than there are. */
  readonly of: 'all' | 'more';
  readonly count: number;
}

const number =
  '(\\d{1,2}|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|twenty|a couple|a dozen)';
const lead =
  /^(?:(?:ok|okay|no|yes|actually|please|wait|sorry|hmm|and|then|oh|can you|could you|can we|can i|i want to|i'd like to|let's|pls)[,. ]+)*/
    .source;
const them = '(?: of (?:it|them|those|these|that))?';
const end =
  '(?:,? (?:instead|in total|altogether|then|please|pls|of that|pieces|pairs|pcs|units|packs|boxes|bottles|actually|now|though|thanks|in (?:my |the )?(?:cart|basket|bag)))*[?!. ]*$';
const inAll = [
  `${lead}(?:make|let's make) (?:it|that|them|this) ${number}${them}${end}`,
  `${lead}(?:change|set|update|increase|reduce|raise|lower|put|bump) (?:it|that|this|the (?:quantity|number|amount|count)|quantity)(?: of .{1,40})?(?: up| down)? to ${number}${end}`,
  `${lead}(?:i(?:'ll| will|'d)? ?(?:want|need|take|have|like)|give me|get me) (?:only |just )?${number}${them}${end}`,
  `${lead}(?:just|only|i meant|i mean) ${number}${them}${end}`,
  // "I said three, you only added one": held against what was done.
  `${lead}i (?:said|asked for|wanted|ordered) ${number}${them}(?:,? (?:but |and |why did )?(?:you|there)(?:'ve|'s| have| is| did)? ?(?:only|just)? ?(?:added?|put|gave|got|took|is|are)?(?: me| in)? ?(?:only|just)? ?(?:one|two|three|\\d{1,2}))?${end}`,
].map(pattern => new RegExp(pattern));
const more = [
  new RegExp(
    `${lead}(?:(?:add|give me|get me|i'll take|i want|i need|put in) )?(?:${number}|another|an extra|one extra) more${them}${end}`,
  ),
  new RegExp(
    `${lead}(?:add|give me|get me|i'll take|i want|i need) (?:another|an extra)(?: one| pair| set)?(?: of (?:it|them|those|these|that))?${end}`,
  ),
];
/** Also of the goods by name: "add another mug". */
const another = new RegExp(
  `${lead}(?:(?:another|an extra|one extra)(?: one| pair| set)?|add (?:another|an extra|one more) (?!codes?\\b|coupon|voucher|discount|offer|address|item|thing|product)[a-z-]{2,20}(?: [a-z-]{2,20})?)${end}`,
);
const fewer = [
  new RegExp(`${lead}(?:make it )?${number} (?:less|fewer)${them}${end}`),
  // "That's one mug too many": of what went in.
  new RegExp(
    `${lead}(?:(?:that's|that is|it's|there's|there is|there are|you(?:'ve)? (?:put|added|got)) )?${number}(?: [a-z]{2,20})? too many(?: in there)?${end}`,
  ),
];

const hanNumber = '(\\d{1,2}|[零一二两俩三四五六七八九十]{1,2})';
const unit = '[个件双份套包瓶台把条只盒袋支罐]?';
const hanCounted = '(?:\\d{1,2}|[一两俩二三四五六])[个件双份套包瓶台把条只盒袋支罐](?:吧|了|啊|呀|吗|[?!. ])*$';
const before = '^(?:还是|算了,?|那就?|请|帮我|麻烦|不对,?|哦,?|其实|嗯,?|好,?|我)*';
const chineseAll = [
  new RegExp(
    `${before}(?:(?:购物车里?|把)?(?:的)?(?:数量|件数|它|这个|那个))?(?:给我)?(?:改|换|变|调|加|减)(?:成|为|到|至)${hanNumber}${unit}(?:看看|试试)?[吧了好呢啊. !]*$`,
    'u',
  ),
  new RegExp(`${before}(?:一共|总共|就|只)?(?:要|来|买|拿)${hanNumber}${unit}[吧了好呢啊. !]*$`, 'u'),
  // 盖碗改成一个: of what is named.
  new RegExp(
    `${before}(?:把)?\\p{Script=Han}{1,8}?(?:改|变|调|减|加)(?:成|为|到|至)${hanNumber}${unit}[吧了好呢啊. !]*$`,
    'u',
  ),
  // 就6罐吧, 一共就3个: so many in all of what is in the cart.
  new RegExp(
    `${before}(?:一共|总共|就|只)+(?:要|来|买|拿)?${hanNumber}[个件双份套包瓶台把条只盒袋支罐][吧了好呢啊. !]*$`,
    'u',
  ),
  // 我说三支，你加了一支吧: held against what was done.
  new RegExp(
    `${before}(?:刚才|刚刚|明明|是|都)*(?:说|要)(?:的?是|的|了|要)?${hanNumber}[个件双份套包瓶台把条只盒袋支罐](?:[啊呀诶吧!]*$|[啊呀,. ]+(?:你|怎么|咋|只|就|才|给我|好像)*(?:加|放|下|拿)了?${hanCounted})`,
    'u',
  ),
  // 一瓶就够了
  new RegExp(
    `${before}(?:要|来|买|拿)?${hanNumber}[个件双份套包瓶台把条只盒袋支罐]就(?:够|行|好|可以)[吧了好呢啊. !]*$`,
    'u',
  ),
];
const chineseMore = new RegExp(
  `${before}(?:再|多)(?:加|来|要|买|拿)?${hanNumber}${unit}(?:一样的|同样的|同款)?[吧了好呢啊. !]*$`,
  'u',
);
const chineseFewer = [
  new RegExp(`${before}(?:少|减)(?:拿|要|买|掉|去)?${hanNumber}${unit}[吧了好呢啊. !]*$`, 'u'),
  // 你多加了一个: of what went in.
  new RegExp(`${before}你?(?:给我)?(?:多(?:加|放|拿|算|给)?|加多|放多)了${hanNumber}${unit}[吧了好呢啊. !]*$`, 'u'),
];

/** In words that change a number, whatever was spoken of. */
const changesOutright = [inAll[0]!, inAll[1]!, chineseAll[0]!, chineseAll[3]!];

/** A number is told of a thing in the cart only where the cart was spoken of just now, or the quantity itself is. */
const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'view-cart', 'remove-from-cart', 'change-quantity']);
/** Asked or told between it and a change of its number in so many words. */
export const besideCart: ReadonlySet<Intent> = new Set([
  'question',
  'unclear',
  'product-details',
  'stock',
  'promotion-question',
  'deals',
]);
/** Right after these "another one" is one more of it; after a list it is another of the list. */
const changes: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity']);
const namesQuantity = /\b(?:quantity|amount|cart|basket)\b|数量|件数|购物车/u;

const most = 99;
/** "Make it 42" is a size. */
const mostUnnamed = 29;
const counted = (said: string | undefined): number =>
  said === undefined
    ? 1
    : said === 'zero'
      ? 0
      : said === 'a couple' || said === '俩'
        ? 2
        : said === 'a dozen'
          ? 12
          : readNumber(said);

/** 朋友不要了, "my friend doesn't want hers", "I only had a question": why so many are enough. */
const whyFewer =
  /[\s,，。.;；]+(?:我|他|她)?的?(?:朋友|同事|同学|室友|闺蜜|对象|老公|老婆|男朋?友|女朋?友|爸爸?|妈妈?|孩子|儿子|女儿|家里?人|他们?|她们?)(?:那边|说|又|都|就|突然|现在)*(?:不要|不买|不想要|不用|有)了?[吧啊呢哈.! ]*$|[\s,.;]+(?:because |as |since |cause )?(?:my [a-z]+|he|she|they) (?:(?:says?|said) )?(?:(?:he|she|they) )?(?:doesn'?t|don'?t|does not|do not|didn'?t) (?:want|need) (?:it|one|hers|his|theirs|that)(?: any ?more| after all| now)*[.! ]*$|[\s,.;!]+i (?:only|just|was only|was just|am only|am just) (?:had a question|ask(?:ed|ing)|wonder(?:ed|ing)|want(?:ed)? to (?:know|ask))\b[^?]{0,30}$|[\s,，。!！]+我?(?:刚才?)?(?:就|只)(?:是|想)*问(?:一?下|问|你)?[^?？]{0,8}$/u;

/** So many of what is in the cart are told, and why. */
export const tellsWhyFewer = (folded: string): boolean =>
  whyFewer.test(folded) && [...inAll, ...chineseAll].some(form => form.test(folded.replace(whyFewer, '')));

export const quantityAsked = (
  said: string,
  { lastIntent, focus, inCart }: Pick<ConversationMemory, 'lastIntent' | 'focus' | 'inCart'>,
): QuantityAsked | undefined => {
  const folded = said.replace(whyFewer, '');
  if (folded.length > 80) return undefined;
  // "Make it 25", of what is in the cart, after a rule was asked about.
  const isInCart =
    lastIntent !== undefined && besideCart.has(lastIntent) && inCart?.some(line => line.product === focus) === true;
  const isChanged = isInCart && changesOutright.some(pattern => pattern.test(folded));
  const isSpokenOf = (lastIntent !== undefined && ofCart.has(lastIntent)) || isChanged;
  if (!isSpokenOf && !namesQuantity.test(folded)) return undefined;
  const asked = (patterns: readonly RegExp[]): number | undefined => {
    const match = patterns.map(pattern => pattern.exec(folded)).find(found => found !== null);
    return match ? counted(match[1]) : undefined;
  };
  const read = [
    {
      of: 'more' as const,
      count: asked([...more, chineseMore, ...(changes.has(lastIntent ?? 'unclear') ? [another] : [])]),
    },
    { of: 'more' as const, count: negative(asked([...fewer, ...chineseFewer])) },
    { of: 'all' as const, count: asked([...inAll, ...chineseAll]) },
  ].find((one): one is QuantityAsked => one.count !== undefined);
  const limit = namesQuantity.test(folded) ? most : mostUnnamed;
  return read && Math.abs(read.count) <= limit && (read.count !== 0 || read.of === 'all') ? read : undefined;
};

const negative = (count: number | undefined): number | undefined => (count === undefined ? undefined : -count);

/** The number of something is spoken of by name. Takes folded text. */
export const speaksOfQuantity = (folded: string): boolean => /\b(?:quantity|amount)\b/.test(folded);

/** The words about the number are no part of a product's name ("Small Change"). Takes folded text. */
export const withoutCounting = (folded: string): string =>
  folded.replace(/\b(?:change|set|update|increase|reduce|raise|lower|put|bump|quantity|number|amount|count)\b/g, ' ');
