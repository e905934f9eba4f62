/** "What's my total with the wrapping?", 包装钱没算进去啊: what is in the cart, and what wrapping costs beside it. Takes the shopper's own text. */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Step } from './cart-then.ts';

const longest = 80;
const wraps = /\b(?:gift[ -]?)?wrap(?:ping|ped)?\b|包装/u;
const sums =
  /\b(?:total|in all|altogether|come to|comes to|do i pay|to pay)\b|合计|总价|总共|一共|(?:没|有没有|是不是|是否|不)(?:有)?(?:算|包|含|加)(?:进去?|在|上|了)?|(?:算|加)(?:上|进去?)/u;
const asksWhole = /\b(?:my|the|what'?s|what is|how much)\b|多少|没|算|合计|总/u;
const ticks =
  /(?:勾|选)(?:上|选|一下)|(?:^|[,，。 ]|购物车|帮我|给我|麻烦|请|再|也)(?:也|都|再|帮我|给我)*(?:加|要)(?:上|个|一个)?(?:礼品|礼物)?的?包装|\b(?:tick|select|switch on|include)\b.{0,16}\bwrap|^(?:(?:yes|yeah|ok|okay|please|great|and|also)[,. ]+)*(?:add |put |with )?(?:the |a )?gift[ -]?wrap(?:ping)?(?: (?:too|please|it|on it))*(?=[.!?, ]|$)/u;
const asksHow =
  /怎么|咋|如何|哪里|在哪|多少|几块|免费|收费|要钱|有没有|吗|\b(?:how|where|what|do you|is there|cost)\b/u;
/** 帮我把包装勾上, "yes gift wrap please": it is to be done, and not asked about. */
export const asksToTick = (text: string): boolean => {
  const folded = fold(text);
  return folded.length <= longest && ticks.test(folded) && !asksHow.test(folded);
};

export const totalWithWrap = ({ text }: { readonly text: string }, lines: number): readonly Step[] | undefined => {
  const folded = fold(text);
  const isAsked =
    lines > 0 &&
    folded.length <= longest &&
    wraps.test(folded) &&
    sums.test(folded) &&
    asksWhole.test(folded) &&
    !asksToTick(text);
  if (!isAsked) return undefined;
  return hasHan(text)
    ? [{ text: '看看购物车' }, { text: '有礼品包装吗' }]
    : [{ text: 'show my cart' }, { text: 'do you gift wrap?' }];
};
