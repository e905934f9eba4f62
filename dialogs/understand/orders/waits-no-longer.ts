/** Whoever waits for an order and has had enough: 不等了 直接退款, "I won't wait any longer, just refund me". Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

const longest = 120;
const claimLasts = 5;

const enough =
  /\b(?:won'?t|will not|not|don'?t want to|do not want to|can'?t|cannot|no longer|never|done|tired of|sick of|fed up (?:with|of)|had enough of|stop(?:ped)?) (?:going to |willing to |prepared to )?(?:be )?wait(?:ing)?\b|(?:不想?|不愿意?|懒得|没法|不能|不打算)(?:再|继续)?等(?!于|级|价|我)|等(?:不及|不了|不下去|不起|烦|够)了?/u;
const moneyBack =
  /\brefund\b(?! (?:policy|policies|rules?))|\bmoney back\b|\bcancel(?: (?:it|that|the order|my order))?\b|退款|退钱|退了|退掉|把钱退|取消/u;
/** "Forget it, just refund me", of an order that was told just now. */
const dropsIt =
  /^(?:(?:ok|okay|no|well|then|you know what)[,. ]+)*(?:forget (?:it|about it)|never ?mind|enough)[,.! ]+(?:then |just |please |can you |could you |i (?:just )?want )*(?:a |my )?(?:refund|give me my money back|money back)(?: me| it| then| please)*[.!? ]*$|^(?:算了|罢了)[,，。! ]*(?:那|就|直接|给我|帮我|把)*(?:退款|退钱|钱退)(?:给我|吧|了|行不行|可以吗|行吗)*[?？.!。！ ]*$/u;
/** The line for a person, or the money of what went back. */
const ofOther =
  /\b(?:queue|line|person|human|colleague|agent|returned|sent (?:it|them) back)\b|排队|人工|客服|同事|寄回/u;

export const waitsNoLonger = (
  folded: string,
  { claim, orderTold, turns, waits }: Pick<ConversationMemory, 'claim' | 'orderTold' | 'turns' | 'waits'>,
): boolean => {
  if (folded.length > longest || waits !== undefined || ofOther.test(folded)) return false;
  // Of what came broken the money is wished for in place of another one.
  if (claim && turns - claim.at <= claimLasts) return false;
  if (enough.test(folded) && moneyBack.test(folded)) return true;
  return orderTold !== undefined && turns - orderTold.at <= 2 && dropsIt.test(folded);
};
