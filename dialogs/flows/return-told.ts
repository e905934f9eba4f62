/** What is told of a return beside the answers to its questions: why, which order, or that it is left. */
import type { ConversationMemory } from '../memory.ts';
import type { ReplyPart } from '../reply.ts';
import type { Intent, Understanding } from '../turn.ts';
import type { FlowContext } from './flow.ts';
import { skipsReason } from './return-corrections.ts';

type Told = Pick<FlowContext, 'turn'> & { readonly understanding?: Pick<Understanding, 'ask'> };

/** "I don't want it any more", whatever the words: why it goes back, and no wish to stop. */
const isUnwanted = ({ turn, understanding }: Told): boolean =>
  turn.value === undefined && understanding?.ask === 'not-wanted' && !ofReturning.test(turn.text);
const ofReturning = /\b(?:return|send|refund)\w*\b|退/iu;

export const maxReason = 300;

/** Why it goes back, told before it is asked: 尺码不合适, "it doesn't fit". */
const reasons =
  /\b(?:too (?:big|small|large|tight|loose|long|short|heavy|wide|narrow)|(?:doesn'?t|does not|don't|didn'?t|do not) (?:fit|suit|work|like (?:it|them|the))|not (?:my size|what i expected|as described|happy with)|wrong (?:size|colou?r|one)|faulty|defective|broken|damaged|mou?ldy|rancid|stale|(?:smells?|tastes?) (?:bad|off|weird|funny|strange|wrong|of mou?ld|mou?ldy|musty)|changed my mind|(?:broke|snapped|came off|fell apart|stopped working|died|leaks|ripped|tore|cracked))\b|不合适|不合身|不喜欢|太[大小紧松长短重]了?|[大小]了|质量|[霉异怪臭哈]味|发霉|变[味质]|受潮|过期|坏了|破了|有瑕疵|发错|色差|不想要了|改(?:变)?主意了/u;
const denied =
  /\b(?:not|isn'?t|wasn'?t|aren'?t|never|nothing(?:'s| is| was)?) (?:at all |even |really |actually |that )?(?:too [a-z]+|wrong|faulty|defective|broken|damaged)\b|(?:没有?|不是|不算)(?:坏|破|瑕疵|发错|色差|太.|质量|不合适|不合身|不喜欢)了?|质量(?:没|很好|挺好|不错|可以|还行)/gu;
export const asksSomething =
  /[?？]|[吗呢么]\s*$|怎么|咋|能不能|可以.{0,4}吗|\b(?:can|could|do|does|how|what|when|who) (?:i|you|it|the)\b/iu;
const longestTold = 120;

const supposed = /\b(?:if|in case|unless)\b|如果|要是|万一|假如/iu;
const isReason = (text: string): boolean =>
  reasons.test(text.toLowerCase().replace(denied, '')) && !asksSomething.test(text) && !supposed.test(text);

/** All of it, or of "they are too small, can I return them?" what tells and does not ask. */
const reasonFound = (told: Told): string | undefined => {
  const { turn } = told;
  if (turn.value !== undefined || turn.text.length > longestTold) return undefined;
  const text = turn.text.trim();
  if (isReason(text) || isUnwanted(told)) return text;
  const clause = text.split(/(?<=[,，.。;；!！?？])/u).find(isReason);
  return clause?.trim().replace(/[,，.。;；!！]+$/u, '');
};
/** What else is told: "too small" is no small thing. Takes lower case. */
export const withoutReason = (text: string): string => text.replace(new RegExp(reasons, 'gu'), ' ');
/** And nothing is asked beside it. */
export const tellsReason = ({ turn }: Told): boolean =>
  turn.value === undefined && turn.text.length <= longestTold && isReason(turn.text);

/** Messages after which a reason told before the return is still the reason for it. */
const keptFor = 4;
const ofOwn: ReadonlySet<Intent> = new Set(['complaint', 'start-return', 'question', 'order-status']);
/** Nothing that is only looked at has it. */
const fault = /\b(?:faulty|defective|broken|damaged)\b|坏了|破了|有瑕疵|发错/iu;
/** It is said to be had. */
const had = /\bmy\b|\b(?:bought|ordered|received|arrived|came)\b|我的|买[的了]|收到/iu;
/** Why something bought is no good, told before it is returned; forgotten with the return that it was for. */
export const whyTold = (
  told: Told & Pick<FlowContext, 'understanding'>,
  parts: readonly ReplyPart[],
  at: number,
): Pick<ConversationMemory, 'why'> => {
  if (parts.some(part => part.kind === 'return-done' || part.kind === 'cancelled')) return { why: undefined };
  const { intent, goods = [] } = told.understanding;
  const text = reasonFound(told);
  return text === undefined || !(ofOwn.has(intent) || fault.test(text) || had.test(text))
    ? {}
    : { why: { text, at, goods } };
};

/** Not of other goods than those that are named now. */
export const whyBefore = (
  { why, turns }: Pick<ConversationMemory, 'why' | 'turns'>,
  { goods = [] }: Pick<Understanding, 'goods'>,
): Pick<FlowContext, 'why'> => {
  if (why === undefined || turns - why.at > keptFor) return {};
  const isOther = goods.length > 0 && why.goods.length > 0 && !goods.some(one => why.goods.includes(one));
  return isOther ? {} : { why: why.text };
};

/** 就退那个洁面乳, "just return the cleanser": one of what was listed, and no rule is asked about. */
const naming =
  /^(?:(?:我|就|只|想|要|先|那|帮我|给我|[,，\s])*退(?:掉|回)?(?:那|这)?一?[个件双条瓶盒支只]?(?!货|款|钱|换|全|的|运)\p{Script=Han}{2,}|(?:(?:i want to|i'd like to|please|just|only|ok|then)[, ]+)*(?:return|send back|returning|sending back) (?:just |only )?(?:the|that|this|my) [a-z])/iu;
export const namesToReturn = (text: string): boolean =>
  text.length <= longestNamed && naming.test(text.trim()) && !asksSomething.test(text);
const longestNamed = 60;

/** "No, the RETURN", 我说的是退货: of what waits, and nothing is looked for. */
export const speaksOfReturn = (text: string): boolean =>
  text.length <= longestTold && ofGoingBack.test(text) && !asksSomething.test(text) && !ofPolicy.test(text);
const ofGoingBack = /\breturn\b|退货/iu;
const ofPolicy =
  /\b(?:polic|rule|how|long|label|fee|cost|free|money|if|days|window|address|stop|cancel|no return|don'?t|not)|政策|规则|怎么|多久|运费|标签|地址|取消|不|别/iu;

const oneMore = /\b(?:also|too|as well|and the)\b|也|还有|另外|再加|一起|一块/iu;
/** "Actually also the 250g buckwheat tea": one more thing of an order that was spoken of. */
export const returnsOneMore = (text: string): boolean =>
  text.length <= 2 * longestNamed && oneMore.test(text) && !asksSomething.test(text);
const ofThatOrder =
  /\b(?:from|in|of|out of) (?:the same|that|the|this|my(?: last| latest)?) order\b|(?:同|那|这)一?[个]?(?:订单|单)(?:里|里面)?的?/giu;
/** Without the order that it is of, which is known. */
export const withoutOrder = <T extends { readonly turn: { readonly text: string } }>(told: T): T => ({
  ...told,
  turn: { ...told.turn, text: told.turn.text.replace(ofThatOrder, ' ') },
});

/** 那件蓝色的: something of the orders, whichever; nothing is looked for in the shop. */
const pointing =
  /^(?:是|就是|就|那个?,?)?[这那][件双个款条只把套](?=.{1,8}的).{1,9}[。.! ]*$|^(?:it's |it was )?the (?:[a-z]+ ){1,3}one[.! ]*$/iu;
/** Before anything is chosen "I changed my mind" and no more leaves the return, rather than giving a reason for it. */
const leaving =
  /^(?:(?:no|oh|well|ok|okay|sorry|actually|never ?mind|forget (?:it|that|about it)|leave it|i(?:'ve| have)? changed my mind|changed my mind|那|还是|算了|(?:我)?不想?[退要]了)(?:吧|[,，.。!！ ])*)+$/iu;
export const leavesBefore = (told: Told): boolean =>
  told.turn.value === undefined && leaving.test(told.turn.text.trim()) && !isUnwanted(told);
export const leadsOn = (context: Told): boolean =>
  tellsReason(context) ||
  isUnwanted(context) ||
  (context.turn.value === undefined && pointing.test(context.turn.text.trim()));

export const reasonTold = (context: Told): { readonly reason?: string } => {
  const reason = reasonFound(context);
  return reason === undefined ? {} : { reason };
};

const latest =
  /^(?:就|是|嗯|那个|我)*(?:最近|最新|上次|最后|刚刚?|前几天)(?:买|下|拍)?的?(?:那)?[一个件单双次笔]*(?:买|下|拍)?的?[个件单双]?[。.! ]*$|^(?:it's |it was |just )?(?:my |the )?(?:last|latest|newest|most recent)(?: one| order)?(?: please)?[.! ]*$/iu;
/** "The latest one", 就最近买的那件. */
export const meansLatest = ({ turn }: Told): boolean => turn.value === undefined && latest.test(turn.text.trim());

const namesTheLast =
  /\b(?:my|the) (?:last|latest|newest|most recent) (?:order|purchase|parcel|package|delivery|thing i (?:bought|ordered))\b(?! but one)|(?:最近|最新|上)(?:的)?(?:那|这)?一?[单笔次](?:订单|买的|里)?|(?:上次|上回|最近)(?:买|下|拍|订)的(?!(?:时候|那[家次]))/iu;
/** "I want to return my last order", 上次买的要退货: the newest of those that could go back. */
export const namesLatest = ({ turn }: Told): boolean => turn.value === undefined && namesTheLast.test(turn.text);

/** "No thanks", asked why, gives no reason; the return itself can still be refused where it is confirmed. */
const declines = /^(?:no|nope|nah|no,? thanks?|no,? thank you|不用了?|不了|不用,?，?谢谢|不了,?，?谢谢)[.!。！ ]*$/iu;

export const reasonIn = (text: string): string =>
  skipsReason(text) || declines.test(text.trim()) ? '' : text.trim().slice(0, maxReason);

const underWay =
  /\b(?:on (?:its|the|their) way|in transit|before (?:it|they) (?:gets?|arrives?|comes?|is|are)|not (?:here|arrived|delivered) yet|hasn'?t (?:arrived|come)|still (?:coming|travelling))\b|在路上|还没(?:送?到|收到)|没到|运输中|到之?前/iu;
/** "The jacket's on its way, can I send it back?" */
export const saysUnderWay = (text: string): boolean => underWay.test(text);

const aroundGoods =
  /^(?:it'?s |just |only |the |my |that |those |these |就是?|是|我的|那[个双件条]?|这[个双件条]?|退)+|(?:吧|啊|呀|哦|了| please|[.!。！ ])+$/giu;
/** "The shoes", 鞋子: what goes back, and nothing of why. */
export const namesOnlyGoods = ({ turn, understanding }: Pick<FlowContext, 'turn' | 'understanding'>): boolean => {
  if (turn.value !== undefined || turn.text.length > 30 || understanding.intent !== 'product-search') return false;
  const said = turn.text.trim().toLowerCase().replace(aroundGoods, '');
  const named = [...(understanding.goods ?? []), ...understanding.preferences.map(({ quote }) => quote)];
  return named.some(one => one.toLowerCase().replace(aroundGoods, '') === said);
};
