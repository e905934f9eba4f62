/** "What's my total with the wrapping?", 包装钱没算进去啊: what is in the cart, and what wrapping costs beside it. Takes the shopper's own text. */
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { figureChecked } from './figure-checked.ts';

const longest = 120;
const wraps = /\b(?:gift[ -]?)?wrap(?:ping|ped)?\b|包装/u;
const sums =
  /\b(?:total|in all|altogether|come to|comes to|do i pay|to pay|what (?:would|will) (?:it|that|they|this) be)\b|合计|总价|总共|一共|(?:没|有没有|是不是|是否|不)(?:有)?(?:算|包|含|加)(?:进去?|在|上|了)?|(?:算|加)(?:上|进去?)/u;
const asksWhole = /\b(?:my|the|what'?s|what (?:is|would|will)|how much)\b|多少|没|算|合计|总/u;
const ticks =
  /(?:勾|选)(?:上|选|一下)|(?:^|[,，。 ]|购物车|帮我|给我|麻烦|请|再|也)(?:也|都|再|帮我|给我)*(?:加|要)(?:上|个|一个)?(?:礼品|礼物)?的?包装|\b(?:tick|select|switch on|include)\b.{0,16}\bwrap|(?:^|[.!;] )(?:(?:yes|yeah|ok|okay|please|great|and|also)[,. ]+)*(?:add |put |with )?(?:the |a )?gift[ -]?wrap(?:ping)?(?: (?:too|please|it|on it))*(?=[.!?, ]|$)/u;
const asksHow =
  /怎么|咋|如何|哪里|在哪|多少|几块|免费|收费|要钱|有没有|吗|\b(?:how|where|what|do you|is there|cost)\b/u;
/** 帮我把包装勾上, "yes gift wrap please": it is to be done, and not asked about. */
export const asksToTick = (text: string): boolean => {
  const folded = fold(text);
  return folded.length <= longest && ticks.test(folded) && !asksHow.test(folded);
};

/** 再加礼品包装呢, "and with gift wrap?": of the sum that was told just now. */
const addsIt =
  /^(?:(?:and|so|ok|what about|how about|then|what if i add)[,. ]+)*(?:with |adding |plus )?(?:the |a )?(?:gift[ -]?)?wrap(?:ping)?(?: (?:too|then|it|on top))*[?!. ]*$|^(?:那|要是|如果)*(?:再|还)?(?:加上?|要|带|含|算上)(?:个|一?[个份])?(?:礼品|礼物)?的?包装(?:的话)?(?:呢|多少钱?|一共多少钱?)*[?!. ]*$/u;
const recently = 2;
/** "Is that 9 already in there?", 这9块算进去了吗: right after the wrapping was told. */
const inIt =
  /\b(?:is|was|are) (?:the |that |this |those )?(?:¥ ?)?(?:\d{1,2}(?: yuan)?|it|fee|wrap(?:ping)?)(?: for .{3,16})? (?:already )?(?:in (?:there|it|that|the (?:total|price|sum))|included|counted|added)\b|\b(?:does|do) (?:that|it|the total|this) (?:already )?include (?:the |that )?(?:¥ ?)?(?:\d{1,2}|wrap\w*|it)\b|[这那]?\d{1,2}(?:块|元)?钱?(?:是不是|有没有|已经)?(?:算|含|加|包括?)(?:进去|在内|在里面|上)?了?(?:吗|没|么)/u;

export const totalWithWrap = (
  { text }: { readonly text: string },
  lines: number,
  { figures, turns = 0, policy }: Partial<Pick<ConversationMemory, 'figures' | 'turns' | 'policy' | 'inCart'>> = {},
): boolean => {
  const folded = fold(text);
  const isSpokenOf = policy === 'gift-wrap' || (figures !== undefined && turns - figures.at <= recently);
  if (lines > 0 && folded.length <= longest && isSpokenOf && inIt.test(folded)) return true;
  if (lines === 0 || folded.length > longest || !wraps.test(folded) || figureChecked(folded)) return false;
  if (figures && turns - figures.at <= recently && addsIt.test(folded)) return true;
  return sums.test(folded) && asksWhole.test(folded) && !ticks.test(folded.replace(/\bwith (?:gift[ -]?)?wrap\b/u, ''));
};
