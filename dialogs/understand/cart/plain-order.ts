/**
 * What is said beside an order and is none of it: whose size it is, that it was said before, why so many, and that what the shop proposed
 * beside it is not wanted. "16, one extra in case of breakage? No shampoo", 他穿42码 黑色 加购物车, 42 我刚说了 不要杯子. Takes the shopper's own text.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

type Alone = (text: string) => Understanding;
type PlainMemory = Pick<ConversationMemory, 'addOn' | 'turns' | 'inCart'>;

const longest = 120;
const between = {
  en: /(?<=[.;!?]|,(?!\d))\s+|\s+(?=so (?:that )?(?:i|we|it|the|delivery|shipping|postage)\b)/u,
  zh: /(?<=[\s，,。;；!！？?])(?=[^\s，,。;；!！？?])/u,
};
const bare = (piece: string): string =>
  fold(piece)
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .trim();

const reminds = {
  en: /^(?:(?:as|like) )?i(?:'ve| have)? (?:just |already |only just )*(?:said|told you|mentioned|wrote)(?: (?:it|that|so|you))?(?: (?:already|before|just now|a second ago))*$/u,
  zh: /^(?:我)?(?:不是|刚才?|前面|上面|已经|都|早就)+(?:跟你)?(?:说|讲|告诉你|提)(?:过)?了?(?:吗|嘛|么|的|啊|呀)*$/u,
};
/** 你没加呀，20个港湾蓝, "you didn't add it, 20 navy": the order is told once more, or told at last. */
const notAdded = {
  en: /^(?:(?:but|hey|no|and|so|wait|sorry|hm+)[, ]+)*(?:you(?:'ve)? (?:did ?n[o']?t|didn'?t|have not|haven'?t|never|not|forgot to|still have not|still haven'?t) (?:add(?:ed)?|put)(?: (?:it|them|that|those|this|anything|any of (?:it|them)|mine))?(?: (?:in|to|into|on)(?: (?:there|(?:my |the )?(?:cart|basket|bag)))?)?|(?:it|they|that|those|nothing|none of (?:it|them))(?: is|'s| are|'re| was| were| got)?(?: not|n'?t)? (?:(?:been )?added|in (?:there|my (?:cart|basket|bag)|the (?:cart|basket|bag)))(?: (?:to|in) (?:my |the )?(?:cart|basket|bag))?|you forgot (?:it|them|that|those))(?: yet| though| at all)*$/u,
  zh: /^(?:你|您|怎么|咋|为什么|为啥|好像|刚才?|都|还|就|根本|又|怎|购物车里?面?)*(?:没有?(?:给我|帮我)?(?:加|放)(?:上|进去|进来|进|到)?(?:购物车)?(?:东西)?|忘了?(?:给我|帮我)?(?:加|放)了?|(?<=购物车里?面?)(?:没有|是空的|啥也没有|什么都没有))(?:呀|啊|吧|呢|嘛|了|哦)*$/u,
};
const whyMany = {
  en: /^(?:(?:and |so |that'?s |just |i need |i want |with )*(?:an?|one|two|three|a few|a couple|some|the (?:extra|other) (?:one|two)?|\d{1,2}) (?:extra|spares?|for (?:spare|luck|backup|later)|to spare|in reserve|(?:(?:extra|spare|more) )?(?:just )?in case)\b.*|(?:just )?in case\b.*|(?:we|they|there)(?:'ve|'re| have| are) (?:got |had )?(?:(?:an?|one|two|three|\d{1,2}) )?(?:more |extra |another )?(?:visitors?|guests?|people|newcomers?)\b.*|someone else joined|(?:and |then )?so (?:that )?(?:i|we|it|that|the|delivery|shipping|postage)\b.{0,30}\b(?:free|qualify|reach|over|discount|deal)\b.{0,24})$/u,
  zh: /^(?:多(?:出|的|买|拿)?[一两俩二三四五六七八九十\d]*[个件双条只包盒瓶套罐袋台份支]?(?:是|做|当|用来)?(?:备用|备着|以防万一|防摔|备份)|[一两俩二三四五六七八九十\d]{1,2}[个件双条只包盒瓶套罐袋台份支](?:做|当|是|用来)?(?:备用|备着|备份)|(?:怕|以防)(?:万一|摔|碎|不够|打碎|坏)\p{Script=Han}{0,6}|备用|以防万一|(?:这样|那样|正好|刚好|就|好|可以|能|我|凑|够|一下|单|满减|满|到|[,，])*(?:包邮|免邮|免运费|满减|凑单|凑够\p{Script=Han}{0,4}))(?:的|了|啊|呀|吧)*$/u,
};
/** 再加一个黄色的，姐姐也要一个: for whom one more goes in. */
const onesMore = {
  en: /\b(?:another|one more|an extra|a second|also add|add (?:one|a|an) [a-z ]*too)\b/u,
  zh: /^(?:那|就|请|帮我|给我|[,，。 ])*再(?:给我|帮我)?(?:加|来|要|拿|买)/u,
};
const forOther = {
  en: /^(?:(?:and|because|cos|as|since) )?(?:my|our) [a-z]+ (?:also )?(?:wants?|needs?|would like|'?d like|asked for) (?:one|it)(?: too| as well| also)?$/u,
  zh: /^(?:我|她|他)?(?:的)?(?:姐姐?|妹妹?|哥哥?|弟弟?|老公|老婆|爸爸?|妈妈?|爸妈|朋友|闺蜜|同事|室友|对象|男朋?友|女朋?友|孩子|儿子|女儿|闺女|她|他)也(?:想)?要一?[个件双条只包盒瓶套罐袋台份支把]?(?:的|呢|哈)?$/u,
};
const refuses = {
  en: /^(?:and |but |also )?(?:no|not|without|skip|forget|leave out|i (?:do not|don'?t|dont) (?:want|need)) (?:the |that |any |a )?([a-z' -]{3,24}?)(?: (?:thanks|thank you|please|though))*$/u,
  zh: /^(?:也|先|但|就|我|那个|这个|那)*(?:不要|不用|不需要|别加|别放|不加|不买)(?:那个|这个|什么)?(\p{Script=Han}{1,8}?)(?:了|啊|呀|哈|吧|的)*$/u,
};
/** 之前那个免运费不用了, "no need for the free delivery": a deal that was offered is left alone. */
const leavesDeal = {
  en: /^(?:and |but )?(?:no need for|skip|forget|leave|never ?mind|i (?:don'?t|do not) (?:want|need)) (?:the |that |your )?(?:free delivery|free shipping|deal|offer|discount|coupon|code)(?: (?:thing|thanks|though|from before))*$/u,
  zh: /^(?:之前|刚才|前面|上面)?(?:的|说的)?(?:那个|这个)?(?:免运费|包邮|优惠券?|折扣|活动|满减|券)(?:那个)?(?:就|也|先)?(?:不用|不要|不需要|算)了?(?:吧|啊|哈)*$/u,
};
/** 他穿42码, "he wears a 42". */
const worn = {
  en: /^(?:btw |and |so )?(?:i|he|she|they|my [a-z]+)(?:'m| am|'s| is| wears?| takes?)(?: usually| normally)?(?: an?)?(?: size)? (\d{2}(?:\.5)?|x{0,3}[sml]|x{1,3}l)(?: btw| by the way)?$/u,
  zh: /^(?:我?(?:他|她|爸爸?|妈妈?|老公|老婆|男朋?友|女朋?友|孩子|儿子|女儿|哥哥?|弟弟?|姐姐?|妹妹?)|我|本人)?(?:平时|一般|平常|都|就|是)*穿(?:的是|的|着)?(\d{2}(?:\.5)?|x{0,3}[sml]|x{1,3}l)(?:码|号)?(?:的)?(?:鞋|衣服)?$/u,
};
const orders = {
  en: /\b(?:add|put|pop|throw|stick|cart|basket|bag|i'?ll (?:take|have|get)|give me|get me)\b/u,
  zh: /加(?:购|车|进|到|入|上)|购物车|下单|拿下|放(?:进|到|入)|(?:加|来|拿|要)[一两俩二三四五六七八九十\d]/u,
};

/** 42, and nothing else: so many of one thing nobody tells so. */
const leastSize = 30;
const isSize = (order: string): boolean => /^\d{2}(?:\.5)?$/u.test(order) && Number(order) >= leastSize;

/** The order alone; undefined: nothing is said beside it. */
export const plainOrder = (text: string, alone: Alone, memory: PlainMemory): string | undefined => {
  if (text.length > longest) return undefined;
  const lang = hasHan(text) ? 'zh' : 'en';
  const pieces = text.split(between[lang]).filter(piece => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length < 2) return undefined;
  const isOrder = orders[lang].test(fold(text));
  const changesCart = (piece: string): boolean => {
    const { intent } = alone(piece.replace(/[\s\p{P}]+$/u, ''));
    return intent === 'change-quantity' || intent === 'add-to-cart';
  };
  // What lies there already, so many of it, is shown and not put in once more.
  const [first = '', ...others] = pieces;
  if (others.length > 0 && notAdded[lang].test(bare(first))) {
    const order = others.join(' ').trim();
    const meant = alone(order.replace(/[\s\p{P}]+$/u, ''));
    if (meant.intent === 'add-to-cart' || meant.intent === 'change-quantity')
      return isIn(meant) ? (lang === 'zh' ? '看看购物车' : 'show my cart') : order;
  }
  let isPlain = true;
  let inSize = '';
  const kept = pieces.flatMap((piece, i): readonly string[] => {
    const said = bare(piece);
    const size = isOrder ? worn[lang].exec(said)?.[1] : undefined;
    const isBeside =
      reminds[lang].test(said) ||
      (i > 0 && leavesDeal[lang].test(said) && changesCart(pieces[0]!)) ||
      (i > 0 && whyMany[lang].test(said) && changesCart(pieces[0]!)) ||
      (i > 0 && forOther[lang].test(said) && onesMore[lang].test(bare(pieces[0]!)) && changesCart(pieces[0]!)) ||
      refusesProposed(refuses[lang].exec(said)?.[1]);
    if (!isBeside && size === undefined) return [piece];
    // It may be read as it stands.
    if (size !== undefined && alone(text).isOneOrder && alone(text).size === size) return [piece];
    isPlain = false;
    if (size !== undefined) inSize = lang === 'zh' ? ` ${size}码` : `, size ${size}`;
    return [];
  });
  if (isPlain || kept.length === 0) return undefined;
  const order = kept
    .join(' ')
    .replace(/\s{2,}/gu, ' ')
    .replace(/[\s,，.;；]+$/u, '')
    .trim();
  return (isSize(order) ? (lang === 'zh' ? `${order}码` : `size ${order}`) : order) + inSize;

  function isIn({ ordered, entities: { products, quantity = 1 } }: Understanding): boolean {
    const lines = ordered?.lines ?? products.slice(0, 1).map(product => ({ product, quantity }));
    const there = memory.inCart ?? [];
    return (
      lines.length > 0 &&
      lines.every(line => there.some(one => one.product === line.product && one.quantity === line.quantity))
    );
  }
  /** What was proposed beside the cart just now, and nothing that is in it. */
  function refusesProposed(thing: string | undefined): boolean {
    const { addOn, turns, inCart = [] } = memory;
    if (thing === undefined || addOn?.lines === undefined || addOn.at !== turns - 1) return false;
    const { ordered, entities, among = [] } = alone(lang === 'zh' ? `${thing} 加入购物车` : `i'll take the ${thing}`);
    const meant = [...entities.products, ...among, ...(ordered?.lines ?? []).map(line => line.product)];
    return !inCart.some(line => meant.includes(line.product));
  }
};
