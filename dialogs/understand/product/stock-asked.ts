/** "Do you have 12 of them?", 还有几罐, 20个有货没: how many there are is asked, and none are ordered. Takes folded text. */

import type { StatedPreference } from '../../../knowledge/domain/preference.ts';

const number =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a dozen)';
const it = '(?:it|them|these|those|this|that|the (?:first|second|third|fourth|fifth|last)(?: one)?|this one|that one)';
const unit = '[个件双条只份罐盒袋包瓶套台把块支本张]';
const han = '[\\d一二两三四五六七八九十百]{1,4}';
const asked = new RegExp(
  [
    `\\b(?:do|does|have|are|is|would|will) (?:you|u|there|the shop)(?: guys)?(?: still| have| got| be)* ${number}(?: of ${it}| (?:left|available|in stock|pieces|units))`,
    `\\b(?:(?:do|does|would) (?:you|u|they|the shop)(?: guys)?(?: still)? (?:have|stock)|have (?:you|u)(?: guys)?(?: still)? got|(?:are|is) there(?: still)?|(?:you|u)(?: guys)? got|got|any chance of|can i (?:still )?(?:get|have)) ${number} (?!${number})(?:more )?(?:of (?:the|your|this|that|these|those) )?(?:[a-z'-]+ ){0,4}?(?:left|available|in stock)\\b`,
    `(?:还有|有没有|还剩|够不够|够) ?${han} ?${unit}(?:货|现货|库存)?(?:吗|么|嘛|没有?|不|呢)?[?!. ]*$`,
    `(?:库存|现货|货)(?:还)?(?:够不够|够|有没有|有) ?${han} ?${unit}`,
    `\\b(?:have|got|stock) enough (?:of ${it} )?for ${number}\\b`,
    `\\bhow many(?: of ${it})?(?: do (?:you|u)(?: guys)?(?: still)? have| have (?:you|u) got| are)(?: of ${it})?(?: left| available| in stock| there)*[?!. ]*$`,
    `\\bhow many (?:are )?(?:left|available|in stock)\\b`,
    `\\bhow many of (?:the|your) (?:[a-z'-]+ ){1,4}(?:are (?:there|left)|is there|(?:do|have) you (?:still )?(?:have|got))(?: left| in stock| available)?[?!. ]*$`,
    `\\bhow many (?:[a-z'-]+ ){1,3}(?:(?:are|do you have) )?(?:left|in stock)[?!. ]*$`,
    `(?:还有|还剩|剩下?|库存(?:有|还有|还剩)?|现货有?)(?:多少|几)${unit}?(?:了|啊|呀|呢|货|库存|现货)*[?!. ]*$`,
    `${han} ?${unit}(?:都|全)?(?:有货|有现货|有库存|够不够|够吗|拿得出)(?:吗|么|嘛|没有?|不)?`,
    `(?:有没有|有)${han} ?${unit}(?:货|现货|库存)?(?:吗|么|嘛|没有?)[?!. ]*$`,
    `(?:就|只|仅|才|还)剩(?:下|余)?(?:${han}|这) ?${unit}(?:了|啦)*(?:吗|么|啊|呀|[?？])`,
    `\\b(?:only|just) ${number} left(?: in stock)? *[?]`,
    `库存(?:还)?(?:有|剩)?(?:多少|几)`,
    `^(?:那|所以|你|就)*(?:到底|究竟|具体|一共|总共)(?:是|还)?(?:有|剩|有货)?(?:多少|几)${unit}(?:啊|呀|呢|货)*(?=$|[?!., ])`,
  ].join('|'),
  'u',
);
const longest = 160;

export const asksHowMany = (folded: string): boolean => folded.length <= longest && asked.test(folded);

/** And not whether there are so many. */
export const asksNumber = (folded: string): boolean => asksHowMany(folded) && /\bhow many\b|几|多少/u.test(folded);

/** Words of a question that are about how many there are. */
export const isOfHowMany = (words: string): boolean => asked.test(words);

/** A size that is worn; a pack is another product. */
export const isWorn = ({ slot, value }: StatedPreference): boolean => slot === 'size' && !/^\d+[a-z]+$/.test(value);

export const colourOf = (wishes: readonly StatedPreference[]): string | undefined =>
  wishes.find(wish => wish.slot === 'colour')?.value;

/** Whether there is any of it, or how many there are. */
export const saysOfStock = (words: string): boolean => ofStock.test(words) || isOfHowMany(words);
const ofStock = /有货|现货|库存|断货|缺货|\b(?:in stock|available|left)\b/u;
