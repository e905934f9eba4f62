/** Where or when a thing was bought, told after trouble with it: "I bought it here in spring I think", 好像是春天在你们这买的. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

const lasts = 2;
const said =
  /^(?:(?:i think|maybe|well|so|um|hm+|oh|and|it was|i believe|probably)[,. ]+)*(?:i|we) (?:'ve )?(?:bought|got|ordered|purchased) (?:it|this|that|them|these|those|mine)(?: (?:here|online|from (?:you|here|your (?:shop|site|website))|with you|in your shop))?(?: (?:in|on|at|around|last|this|about|sometime|some|early|late|back|the|a|an|few|couple|of|months?|weeks?|days?|years?|ago|spring|summer|autumn|winter|fall|christmas|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{1,4}|i|think|believe|guess|or|so|maybe|like))*[.! ]*$|^(?:我|好像|应该|大概|可能|是|就是|记得|,|，| )*(?:\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|春天|夏天|秋天|冬天|年初|年底|去年|今年|前年|上个?月|上周|前(?:几天|阵子|段时间)|春节|过年|双十一|618)*(?:的时候|那会儿?|左右|前后)?(?:我)?(?:在|从)?(?:你们?|您们?)?(?:这里?|这儿|家|店里?|网站)?(?:买|订|拍|入手|下单)的(?:吧|好像|应该|来着)?[。.! ]*$/u;

/** Which order it is in is looked up. */
export const tellsWhenBought = (
  folded: string,
  { troubledAt, claim, turns }: Pick<ConversationMemory, 'troubledAt' | 'claim' | 'turns'>,
): boolean =>
  folded.length <= 80 &&
  ((troubledAt !== undefined && turns - troubledAt <= lasts) || (claim !== undefined && turns - claim.at <= lasts)) &&
  said.test(folded);
