import { colours } from '../../../knowledge/profile/vocabulary/looks.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

/** "A size bigger instead of the money", 换大一码: another one of it is wished for, and no refund. Takes the shopper's own text. */
const exchange =
  /\b(?:exchang\w*|swap\w*|replacements?|replace (?:it|them|this|these|that|the|my))\b|\b(?:have|get|want|need|like|send|give|for|prefer|take|possible)\b.{0,24}\b(?:(?:bigger|smaller|larger|another|different|other|next) (?:size|colou?r|one)|sizes? (?:bigger|smaller|larger|up|down))\b|\binstead of (?:the |my |a )?(?:money|refund|cash)\b|换(?:货|大|小|一[个件双条]|成|码|尺码|颜色|个)|(?:要|来|想要|给我)\p{Script=Han}{0,4}[大小](?:一|两|半)[码号]|不要(?:退款|退钱)|\bchange (?:(?:it|them|that|those) )?(?:to|for|into) (?:an? )?(?:size )?(?:\d{2}|x*[sml])\b|\b\d{2}(?:\.5)? for (?:an? )?\d{2}\b|\d{2}(?:\.5)?[码号]?换成?\d{2}|换成?(?:\d{2}(?:\.5)?|x*[sml])[码号]/iu;
/** "Not an exchange, the money", 不换了. */
const denied =
  /\b(?:no|not|don'?t|rather than|instead of) (?:\w+ ){0,3}(?:exchang\w*|swap\w*|replace\w*)|不换|别换|不用换/iu;
/** 换要等人工啊…那直接退吧, "just refund it then": the money in the end, whatever of an exchange was said before. */
const moneyAfterAll =
  /(?:那么?|就|还是|直接|算了)[,，… ]*(?:就|还是|直接|给我|帮我|先)*退(?:掉|货|款|钱|了)?(?:吧|算了|好了|得了)(?!.{0,12}换)|\b(?:then|just|rather|instead|ok|okay)\b[^.?!]{0,16}\b(?:refund|return) (?:it|them|that|this|me|the [a-z ]{2,24})\b(?!.{0,24}\bexchang)/iu;
export const prefersReturn = (text: string): boolean => text.length <= longest && moneyAfterAll.test(text);
/** What an exchange costs, or how long it takes: pages say that. */
const asksRule =
  /\b(?:how (?:long|much|do|does)|what (?:is|are|does|happens)|when|cost|free|policy|do you)\b|多久|多少钱|怎么换|收费|免费|政策|几天/iu;
const longest = 160;

export const wantsExchange = (text: string): boolean =>
  text.length <= longest && exchange.test(text) && !denied.test(text) && !asksRule.test(text) && !prefersReturn(text);

/** "Swap them for the black ones", 换成黑的: no word of sending anything back. */
const ofAnything =
  /\b(?:exchang|replacement|replace|return|refund|sen[dt]|receiv|bought|ordered|deliver)|换货|退|收到|买的|寄|[到发]了/iu;
/** With goods in the cart, and no order spoken of, what is swapped is in the cart. */
export const swapsInCart = (
  text: string,
  { inCart = [], lastIntent, policy, topic, orderTold }: Partial<ConversationMemory>,
): boolean =>
  inCart.length > 0 &&
  wantsExchange(text) &&
  !ofAnything.test(text) &&
  !ofBought.test(text) &&
  !ofService.has(lastIntent) &&
  policy !== 'exchange' &&
  orderTold === undefined &&
  !/^(?:exchange|return|faulty|warranty)/.test(topic ?? '');

/** Done and no question: 那帮我换吧, "please exchange it", 换36码. */
const orders =
  /^(?:那|行|好的?|嗯|可以|就|麻烦|请|直接|帮我|给我|我要|我想|想|要|把?它|这|[这那][双件个条]|,| )*换(?:货|一下|了|掉|一?[个件双只台条]?新的?)*(?:吧|呗|好了|给我)?(?:$|[,. ]|\d|成)|\d{2}(?:\.5)?[码号]?换[成到为]?\d{2}|换[成到为]?(?:\d{2}(?:\.5)?|x*[sml])[码号](?:吧|的)?[.! ]*$|^(?:(?:ok|okay|yes|then|please|so|just|no|can you|could you|i want to|i(?:'d| would) like to|i need to|let me|(?:don'?t|do not|not) (?:buy|add|order|want)(?: [a-z]+){1,4})[,. ]+)*(?:exchange|swap|change) (?:it|them|this|these|that|those|my|the|(?:one|two|both|some) of)\b|^(?:(?:ok|okay|no|please|just|but|not (?:an? )?(?:cancel\w*|refund|return\w*)|i (?:said|meant|mean|want|need)(?: an?| to)?|an?)[,.! ]+)+(?:exchange|swap)(?: (?:it|them))?(?=$|[,.! ])|\b(?:i want to|i'd like to|i would like to|can i|could i|please|just) (?:exchange|swap) (?:one of )?(?:my|the|these|those|them|it)\b|\bchange (?:(?:it|them) )?(?:to|for|into) (?:an? )?(?:size )?(?:\d{2}|x*[sml])\b|\b\d{2}(?:\.5)? for (?:an? )?\d{2}\b/u;
const ofBought =
  /\b(?:(?:in|from|of) my (?:last |latest )?orders?|i (?:bought|got|ordered)|(?:exchange|swap|change) (?:(?:one|two|both|some) of )?my)\b|订单|[这那上][一个]?单|买的|收到的/u;
/** "I'd rather have one of them in black", 一个想换成黑的, right after an order was told: of what was bought. */
const inOther =
  /\bi(?:'d| would) (?:rather|prefer|like)(?: to)?(?: have)? (?:(?:one|two|both|it|that|them|those|mine)(?: of (?:them|those|these|the two))? )?in (?:the )?[a-z]{3,}|(?:想|要|把|能|帮我|给我|可以).{0,8}换(?:成|个|一个|为)?\p{Script=Han}{1,3}(?:色|的)/u;
const ofService: ReadonlySet<Intent | undefined> = new Set([
  'start-return',
  'order-status',
  'complaint',
  'cancel-order',
]);
/** 44码, "43 would do", "a medium please": the size that it is to be, where an exchange was spoken of just now. */
const onlySize =
  /^(?:(?:ok|okay|yes|so|please|then|make it|in|an?|size|eu|那|要|换|我要|就|成|一双|一件)[,. ]*)*(\d{2}(?:\.5)?|x*[sml]|small|medium|large)(?: ?[码号])?(?: ?(?:please|pls|would do|would be (?:good|great|fine|perfect)|is fine|should do|will do|works|then|instead|的|吧|就行|就好|可以|好了))*[.! ]*$/u;
/** "From 41 to 42", right after it. */
const fromTo =
  /^(?:(?:ok|yes|so|please|it's|its|i have)[,. ]+)*(?:from )?(?:size |a )?\d{2}(?:\.5)? (?:to|into|for) (?:an? )?(?:size )?\d{2}(?:\.5)?(?: please| then)?[.! ]*$|^从?\d{2}(?:\.5)?[码号]?(?:换|改)?[成到为](?:了)?\d{2}(?:\.5)?[码号]?(?:的|吧)?[.! ]*$/u;
const sizeAlone = (folded: string): string | undefined => onlySize.exec(folded)?.[1];

/** 昨天买的鞋子小了想换大一码, "the shoes I bought are too small, I want a size up". */
const ofOwnFit =
  /(?:买|收到|下单)的?.{0,12}(?:小了|大了|紧了|松了|太[大小紧松长短]|不合[适脚身]|偏[大小]|穿不[上下了]).{0,6}(?:想|要|帮我|给我|能不能|可以|能)?(?:给我)?换|\b(?:i|we) (?:just |recently )?(?:bought|got|ordered|received)\b.{0,50}\b(?:too (?:small|big|tight|large|loose|short|long)|(?:don'?t|doesn'?t|do not|does not|didn'?t) fit)\b.{0,40}\b(?:exchange|swap|(?:bigger|smaller|larger) (?:size|one)|size (?:up|down)|(?:half|one|a) size)\b|\b(?:ordered|bought|got|picked|chose|received|have) (?:the |a |my )?wrong (?:size|colou?r)s?\b.{0,40}\b(?:exchange|swap|change)\b|(?:[买拍选订下]错了?(?:尺?码|颜色|大小|尺寸|号)|(?:尺?码|颜色|尺寸|号)[买拍选订]错)了?.{0,8}(?:想|要|帮我|给我|能不能|可以|能)(?:给我|帮我)?换/u;
/** Whether it may be, after use: pages say that. */
const asksIf = /[?？]|\b(?:can|could|may) i\b|\b(?:wore|worn|washed|used|outside)\b|能不能|可不可以|吗|穿过|洗过|穿出/u;
/** "Can you swap it?" is asked to be done. */
const asksWell = /\b(?:can|could|would|will) (?:you|u)\b(?! ?(?:guys )?(?:usually|normally|still)\b)/;
/** A new one for it, right after what is wrong with it was told. */
const newOne =
  /^(?:我|那|就|直接|给我|帮我|请|想|要|[,， ])*换(?:一?[个件双只台条])?新的?(?:吧|给我|[,，.。! ]|不要.{0,4}|不想?.{0,4})*$|^(?:(?:no|ok|then|please|just|i want|i'd like|give me|send me|can i (?:have|get))[,. ]+)*(?:a )?(?:new one|replacement)(?:,? (?:instead|please|then|not a repair))*[.! ]*$/u;
export const wantsNewOne = (folded: string): boolean => folded.length <= 60 && newOne.test(folded);
const inCart = /\b(?:cart|basket)\b|购物车/u;

const moneyInstead =
  /(?:^|[.,;!] ?)(?:(?:full |a |my )?refund|money back)(?: please| now)*[.! ]*$|\b(?:i )?(?:want|need|give me|get|like|have) (?:a |my |the )?(?:full )?(?:money back|refund)\b|(?:我|那|就|直接)?(?:要|想要?|给我|帮我)退(?:款|钱|货)(?:吧|给我|了)?/u;

/** What is the shopper's own doesn't fit or work, and another one, or the money, is wanted for it: no page is asked for. Takes folded text. */
export const wantsRemedy = (
  folded: string,
  {
    troubledAt,
    turns = 0,
    topic,
    lastIntent,
  }: Partial<Pick<ConversationMemory, 'troubledAt' | 'turns' | 'topic' | 'lastIntent'>>,
): boolean => {
  if (folded.length > 120 || inCart.test(folded) || asksRule.test(folded)) return false;
  if (ofOwnFit.test(folded) && !denied.test(folded) && !asksIf.test(folded)) return true;
  const isTold =
    (troubledAt !== undefined && turns - troubledAt <= 2) ||
    lastIntent === 'order-status' ||
    lastIntent === 'start-return' ||
    (lastIntent === 'question' && /^(?:warranty|faulty|missing)/.test(topic ?? ''));
  return isTold && !/[?？]/.test(folded) && (newOne.test(folded) || moneyInstead.test(folded));
};

/** An exchange of what was bought is ordered: after one or an order was spoken of, or with the order in it. Takes folded text. */
export const ordersExchange = (
  folded: string,
  { lastIntent, policy, topic }: Pick<ConversationMemory, 'lastIntent' | 'policy' | 'topic'>,
): boolean =>
  folded.length <= 120 &&
  ((ofOwnFit.test(folded) && !asksIf.test(asksWell.test(folded) ? folded.replace(/[?？]/gu, '') : folded)) ||
    ((policy === 'exchange' || /^exchange/.test(topic ?? '')) &&
      (sizeAlone(folded) !== undefined || fromTo.test(folded))) ||
    ((ofBought.test(folded) || ofService.has(lastIntent) || policy === 'exchange') &&
      folded.length <= 80 &&
      (orders.test(folded) || inOther.test(folded)))) &&
  !inCart.test(folded) &&
  !prefersReturn(folded) &&
  !denied.test(folded) &&
  !asksRule.test(folded);

const sizes =
  /(?<!\d)(\d{2}(?:\.5)?)[码号]? ?(?:换[成到为]?|(?:for|to|into) (?:an? )?(?:size )?) ?(\d{2}(?:\.5)?)|(?:换[成到为]?|change (?:(?:it|them|that|those) )?(?:to|for|into) (?:an? )?(?:size )?) ?(\d{2}(?:\.5)?|x*[sml])(?=[码号]|\b)/iu;
/** 37换36, "to size 36": the size that it is to be, and the one that it was; undefined: none is told. */
export const sizeExchanged = (text: string): { readonly had?: string; readonly wanted: string } | undefined => {
  const [, had, other, alone] = sizes.exec(text) ?? [];
  if (had !== undefined && other !== undefined) return { had, wanted: other };
  const wanted = alone ?? sizeAlone(text.trim().toLowerCase());
  return wanted === undefined ? undefined : { wanted };
};

const shades: ReadonlySet<string> = new Set(
  [...colours.en.split(','), ...colours.zh.split(',')].map(one => one.trim()),
);
const inColour = [
  /\b(?:for|in|into|to) (?:an? |the )?([a-z]{3,12}(?: [a-z]{3,12})?)/giu,
  /(?:换成?|换个|换为|改成|想要|要|成)(?:一?个|一?件|一?双)?(\p{Script=Han}{1,4}?)(?=色|的|[，,。.!！ ]|$)/gu,
];
/** "Exchange one for black", 换成黑色: the colour that it is to be, as it was said; undefined: none is told. */
export const colourExchanged = (text: string): string | undefined =>
  inColour
    .flatMap(form => [...text.toLowerCase().matchAll(form)])
    .flatMap(([, said = '']) => [`${said}色`, said, said.split(' ')[0]!])
    .find(said => shades.has(said));
