/** What is done to the cart in two steps by one sentence: something goes in and the total is told, or one thing for another. Takes the shopper's own text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent, Understanding } from '../../turn.ts';

type Alone = (text: string) => Understanding;

const longest = 160;

/** At the end of a message, behind what is ordered: "…, what's the total?", 帮我看看总价. */
const totalBehind =
  /(?:[,.;!]\s*|\s+)(?:(?:and|then|so)\s+)*(?:(?:what(?:'s|s| is| would be)|tell me|give me|show me)\s+(?:the|my)\s+(?:total|sum)(?:\s+(?:be|then|now|please))?|what (?:does|do|will|would) (?:it|that|they|everything)(?: all)? (?:come|add up) to|(?:tell me|let me know) (?:what|how much) (?:it|that|they|everything)(?: all)? (?:comes?|adds? up) to|(?:tell me|give me|show me) (?:the|what'?s the) (?:final |end )?price (?:after|with|including) (?:the |any |all |my )?(?:discounts?|deals?|offers?|delivery|shipping)|how much (?:is (?:it|that|everything)|does (?:it|that) come to)(?:\s+(?:in total|altogether|together))?)[?!.\s]*$|[\s,，。;；!！、]+(?:帮我|给我|麻烦|然后|再|顺便)*(?:看看?|看一?下|算算?|算一?下|告诉我)?(?:购物车)?(?:现在|一共|总共|合计|总价|加起来|一起|全部){1,3}(?:要|是)?(?:多少钱?|几块钱?|总价)?(?:呢|啊|呀|[?？!！。.\s])*$|[\s,，。;；!！、]+(?:那|我|看看?|看一?下|最后|最终|实际|一共|总共)*(?:要)?(?:付|给|到手|实付)(?:是)?多少钱?(?:呢|啊|呀|[?？!！。.\s])*$|[\s,，。;；!！、]+(?:这样|那|一共|总共|加起来|现在)*(?:有没有|会不会)?(?:超|过|到|够|满)(?:过|了|出|到)?\d{2,5}(?:元|块钱?)?(?:了)?(?:没有?|吗|么)(?:啊|呀|[?？!！。.\s])*$|[\s,，。;；!！、]+(?:那|要是|这样|的话|有|用|参加)*(?:满减|活动|优惠)(?:后|下来|能|可以|会|一共|总共)*(?:减|优惠|便宜|省)(?:掉|了)?多少钱?(?:呢|啊|呀|[?？!！。.\s])*$/iu;
export const asksTotal = (text: string): boolean => totalBehind.test(`. ${text}`);
/** 超300没有, "does that get me over 300?": of what is in the cart by then. */
const asksIfReached =
  /^(?:那|这样|现在|一起|加起来|总共|这些|有没有|[,，。 ])*(?:够|超|满|到|过)过?了?\d{2,4}(?:块钱?|元)?了?(?:没有?|[吗么不])?(?:呢|啊|呀|[?？。.! ])*$|^(?:and |so )?(?:is|does|do|will|would|has) (?:it|that|this|they)(?: all| both| now)? (?:(?:get me|come|go|come to|reach|gone|still|be) )*(?:over|under|above|past|within|to|more than|less than) [¥$]?\d{2,4}\b[a-z ]{0,12}[?. ]*$/iu;
/** What the cart comes to, beside what is done to it. */
export const asksOfTotal = (text: string): boolean => asksTotal(text) || asksIfReached.test(text.trim());
/** "If I add two …": nothing is ordered yet. */
const supposes =
  /\b(?:if(?! (?:possible|you have)\b)|would|suppose|before|without)\b|如果|要是|假如|的话|假设|[?？吗].+$/iu;

/** 两包茶,加一个水壶: what is added up, and put nowhere. */
const addsUp =
  /^(?:那|我|问|是|说|买|[,，。 ])*[一两俩二三四五六七八九十\d][个件双份包瓶盒罐袋条只][^加来买要拿]{1,12}[,，、 ]*(?:再)?加(?:上)?[一两俩二三四五六七八九十\d][个件双份包瓶盒罐袋条只]/u;
/** What so many of several things come to is asked, and none of them is ordered. */
export const asksSumOfCounted = (folded: string): boolean =>
  addsUp.test(folded) && /多少|几块|怎么算|总价|合计/u.test(folded);
const opening =
  /^(?:(?:hm+|ok|okay|oh|ah|well|no|yes|yeah|wait|sorry|actually|right|great|brilliant|perfect|lovely|super|cool|nice|good|fine|awesome|excellent|thanks)[,.! ]+)+/iu;

/** "Two of the first into my cart, what's the total?": it goes in, and the cart is shown. */
export const withTotal = (turn: { readonly text: string }, alone: Alone): readonly Step[] | undefined => {
  if (turn.text.length > longest) return undefined;
  const total = totalBehind.exec(turn.text);
  const before = total ? turn.text.slice(0, total.index).trim().replace(opening, '') : '';
  if (before === '' || supposes.test(before) || addsUp.test(before)) return undefined;
  // "Two bags of that, and tell me what it comes to": one thing, and then another.
  const isTold = total !== null && toldThen.test(total[0]);
  // "Make it 14, we have visitors": what comes behind tells why.
  const [first = '', ...why] = before.split(/[,，;；]\s*/u);
  const done = [before, ...(why.length === 1 ? [first] : [])].find(text => isDone(text));
  return done === undefined ? undefined : [{ text: done }, { text: hasHan(turn.text) ? '看看购物车' : 'show my cart' }];

  function isDone(text: string): boolean {
    const { intent, confidence } = alone(text);
    const least = text === before ? sureEnough : sureOfPart;
    const may = text === before ? changes.has(intent) : intent === 'change-quantity';
    return may && confidence >= least && (isTold || ordersOutright.test(fold(text)));
  }
};
/** The acts before the total that is asked for behind them. */
export const beforeTotal = (text: string): string | undefined => {
  const total = text.length <= longest ? totalBehind.exec(text) : null;
  const before = total ? text.slice(0, total.index).trim() : '';
  const isBound = total !== null && exceeds.test(total[0]);
  return (isBound || changesCart.test(fold(before))) && !supposes.test(before) && !addsUp.test(before)
    ? before
    : undefined;
};
/** 超300没有: held against what was ordered, which nothing but an order has. */
const exceeds = /[超过到够满]\S{0,2}\d{2,5}/u;
/** Something goes in or out in so many words: what is only named is added up, and put nowhere. */
const changesCart =
  /[码色的a-z]加[一两俩三四五\d][个件双条只盒包瓶套份](?=$|[\s,，。])|(?:^|[,，。 再也就帮我先])加(?:[一两俩三\d]?[个件双条只包盒瓶罐]|[那这]|入|到|进)|购物车|加购|下单|[删移去拿][掉除出]|不要了|[换改]成|\b(?:add|put|remove|delete|swap|take .{2,30} (?:out|off))\b/u;
const toldThen = /\b(?:and|then) (?:tell|give|show|let) me\b/i;
const changes: ReadonlySet<Understanding['intent']> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity']);
/** Without such a word behind a count a sum is asked for: 第一个三包 一共多少. */
const ordersOutright =
  /\b(?:add|put|pop|throw|stick|remove|delete|take|buy|order|i'?ll|let'?s (?:go (?:for|with)|have|get)|go (?:for|with)|give me|make (?:it|that) \d{1,2}|(?:in|into) (?:my |the )?(?:cart|basket))\b|加|购物车|下单|拿下|[来买]|都要|[删移去拿][掉除出]|改成|换成/u;
const sureEnough = 0.85;
const sureOfPart = 0.95;

/** 把马克杯删掉 换成那个黑色保温杯: one thing out, another one in. */
const outThenIn =
  /^(?:请|帮我|麻烦|那|算了|还是|不对|[,，\s])*(?:把)?(\p{Script=Han}{1,14}?)(?:给我|帮我)?(?:删掉|删了|删除|移除|移出|去掉|拿掉|不要了)[\s,，。;；]*(?:再|然后|给我|帮我)*(?:换成|改成|换上?|改)(?:那个|这个|一个|那款|这款)?(\S{1,20}?)(?:吧|了|[。.!！\s])*$/u;
/** "Take the navy out and put the beige in", "swap the mug for the flask". */
const lead =
  '^(?:(?:no|ok|okay|oh|actually|please|wait|sorry|hmm|can you|could you|just|swap (?:it|them)|change (?:it|that))[,.!? ]+)*';
const thing = "(?:the |my )?([a-z\\d][a-z\\d' -]{1,40}?)(?: ones?)?";
const close = '(?:,? (?:please|pls|instead|then))*[?.! ]*$';
const cart = '(?: (?:of|from|in|into|to) (?:my |the )?(?:cart|basket|bag))?';
const outThenInEnglish = [
  new RegExp(
    `${lead}(?:take|remove|delete|drop|get rid of) ${thing}(?: out)?${cart},? (?:and|then|and then) (?:put|add|pop) (?:in )?${thing}(?: in)?${cart}${close}`,
    'i',
  ),
  new RegExp(`${lead}(?:replace|swap|switch) ${thing} (?:with|for|to) ${thing}${close}`, 'i'),
];
/** 加黑的,白的不要了. */
const inThenOut =
  /^(?:那|就|嗯|好的?|行|可以|[,，\s])*(?:给我)?(?:加|要|来|换)(?:成|上|个|一个)*(\S{1,10}?)[,，。\s]+(\S{1,10}?)(?:那[个款件双条只])?(?:就)?(?:不要|删|去掉|拿掉|移除)(?:掉)?了?(?:吧|了|[。.!！\s])*$/u;

/** The one that just went in, in another form: "make it the green one", 换成绿色的. */
const otherForm = [
  /^(?:请|帮我|麻烦|那|算了|还是|不对|[,，\s])*(?:给我|帮我)?(?:换成|改成|换个|改个|换一个|换|改)(\S{1,8}?)(?:吧|了|[。.!！\s])*$|^(?:不对|不是|错了|[加弄搞]错了?|[,，。.!！\s])+(?:我)?(?:说的是|要的是|说要|是要|要)(?:那个|这个)?(\S{1,8}?)(?:吧|啊|呀|了|[。.!！\s])*$/u,
  /^(?:(?:ok|okay|no|oh|actually|please|can you|could you|wait|sorry|hmm)[,. ]+)*(?:(?:make|change|switch|swap|turn) (?:it|that|this)(?: (?:to|for|into|with))?|switch to|i(?:'d| would) (?:rather|prefer)(?: have)?) (?:the |a |an )?([a-z\d][a-z\d' -]{2,30}?)(?: one| version)?(?:,? (?:please|instead|then|(?:instead of|rather than|not) (?:the )?[a-z\d' -]{2,30}?))*[?.! ]*$|^(?:(?:no|oh|hey|wait|but|sorry)[,. ]+)*(?:(?:that(?:'s| is)|this is|it's|you (?:added|put in|gave me)|you've added) .{2,40}?[,.;]+ (?:but )?)?i (?:said|asked for|wanted|meant|ordered) (?:the |a |an )?([a-z\d][a-z\d' -]{1,30}?)(?: one| version)?(?:,? not .{2,30})?[.! ]*$|^(?:(?:ok|okay|no|oh|actually|please|wait|sorry|hmm)[,. ]+)*(?:the |a |an )?([a-z][a-z' -]{2,24}?)(?: one| version)? instead(?: please)?[.! ]*$/iu,
];
const justIn: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity']);
const ofCart: ReadonlySet<Intent> = new Set([...justIn, 'remove-from-cart']);
/** What else such words may be: nothing of an order or of the number of it. */
const mayBeForm: ReadonlySet<Intent> = new Set([
  'state-preference',
  'product-search',
  'product-details',
  'start-return',
  'add-to-cart',
  'unclear',
  'stock',
]);

/** Done one after the other; `of`: what it is done to, where its words only point. */
export interface Step {
  readonly text: string;
  readonly of?: ProductId;
}

/** The one goes in and the other out; undefined: it isn't clear what would go in. */
export const swapping = (
  turn: { readonly text: string },
  alone: Alone,
  { focus, lastIntent }: Pick<ConversationMemory, 'focus' | 'lastIntent'>,
): readonly Step[] | undefined => {
  if (turn.text.length > longest) return undefined;
  const goesIn = (text: string): ProductId | undefined => {
    const { intent, entities, among = [] } = alone(text);
    return intent === 'add-to-cart' && entities.products.length === 1 && among.length < 2
      ? entities.products[0]
      : undefined;
  };
  const named = outThenIn.exec(turn.text);
  if (named) {
    const [out, into] = [`把${named[1]!}从购物车删掉`, `${named[2]!}加入购物车`];
    return alone(out).intent === 'remove-from-cart' && goesIn(into) !== undefined
      ? [{ text: into }, { text: out }]
      : undefined;
  }
  const swap = outThenInEnglish.map(pattern => pattern.exec(turn.text)).find(found => found !== null);
  const said = swap ?? inThenOut.exec(turn.text);
  const isOfOrder = lastIntent === 'order-status' || lastIntent === 'start-return' || lastIntent === 'complaint';
  if (said && !isOfOrder && !(swap && /^(?:it|that|this|them)$/i.test(said[1]!))) {
    const [out, into] = swap ? [said[1]!, said[2]!] : [said[2]!, said[1]!];
    const putting = (thing: string): string => (swap ? `add the ${thing} one to my cart` : `${thing}加入购物车`);
    const [taken, put] = [goesIn(putting(out)), goesIn(putting(into))];
    const remove = swap ? 'remove it from my cart' : '把它从购物车删掉';
    const add = { text: putting(into) };
    const isSwapped = put === focus && lastIntent !== undefined && ofCart.has(lastIntent);
    if (put === undefined && lastIntent !== undefined && ofCart.has(lastIntent))
      return [{ text: swap ? 'show my cart' : '看看购物车' }];
    if (put !== undefined && put !== taken)
      return [...(isSwapped ? [] : [add]), ...(taken === undefined ? [] : [{ text: remove, of: taken }])];
  }
  if (focus === undefined || lastIntent === undefined || !justIn.has(lastIntent)) return undefined;
  const isHan = hasHan(turn.text);
  const found = otherForm[isHan ? 0 : 1]!.exec(turn.text);
  const form = found?.slice(1).find(group => group !== undefined);
  if (form === undefined || !mayBeForm.has(alone(turn.text).intent)) return undefined;
  // "I said 50", of millilitres or grams.
  const forms = /^\d{1,4}$/.test(form) && !isHan ? [`${form} ml`, `${form} g`] : [form];
  const into = forms
    .map(one => (isHan ? `${one}加入购物车` : `add the ${one} one to my cart`))
    .find(text => goesIn(text) !== undefined);
  const product = into === undefined ? undefined : goesIn(into);
  if (into === undefined || product === undefined || product === focus) return undefined;
  return [{ text: into }, { text: isHan ? '把它从购物车删掉' : 'remove it from my cart', of: focus }];
};

/** "The backpack in black and the red flask, both in my cart": each goes in. */
const bothBehind =
  /[,;:.]? (?:both|all)(?: of (?:it|them|those))?(?: go)? (?:in|into|to) (?:my |the )?(?:cart|basket|bag)[.! ]*$/iu;

export const bothNamed = (turn: { readonly text: string }, alone: Alone): readonly Step[] | undefined => {
  const behind = turn.text.length <= longest ? bothBehind.exec(turn.text) : null;
  if (!behind) return undefined;
  const things = turn.text.slice(0, behind.index).split(/,? and |, | \+ | & /iu);
  const parts = things.map(thing => `add ${thing.trim()} to my cart`);
  const isClear = (text: string): boolean => {
    const { intent, entities } = alone(text);
    return intent === 'add-to-cart' && entities.products.length > 0;
  };
  return parts.length > 1 && parts.length <= most && parts.every(isClear) ? parts.map(text => ({ text })) : undefined;
};
const most = 4;
