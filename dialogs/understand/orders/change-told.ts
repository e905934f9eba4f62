/**
 * An order that was told of just now is to be another: "change it to 12 Garden Lane", 桌游那个不要了, 其他照发, with nothing in the
 * cart that could be meant. Takes folded text.
 */
import type { ConversationMemory } from '../../memory.ts';

const lasts = 4;
const longest = 140;

const road =
  '(?:street|st|road|rd|lane|avenue|ave|drive|way|close|court|square|view|park|terrace|gardens?|crescent|hill|boulevard|alley)';
const addressIn = new RegExp(
  [
    `\\b(?:change|alter|switch|update|correct|make|send|sent|deliver(?:ed)?|redirect|ship(?:ped)?)\\b.{0,30}\\b(?:to|at) (?:no\\.? ?)?\\d{1,4}[a-z]? (?:[a-z'-]+ ){1,3}?${road}\\b`,
    '\\b(?:send|deliver|ship|redirect|forward) (?:it|that|this|them) to (?:my|a|an|the|another)\\b.{2,30}\\binstead\\b',
    '\\b(?:change|alter|update|correct|amend|fix)\\b.{0,16}\\b(?:delivery |shipping |postal )?address\\b',
    '\\b(?:wrong|old|another|different|other) (?:street|address|house number|postcode)\\b',
    '(?:改|换)(?:寄|送|发)?(?:成|到|去|为).{2,16}(?:路|街|弄|巷|号|小区|栋|室|村|镇)',
    '(?:改|换|改一下|换一下)(?:个|一下)?(?:收货|收件)?地址|地址(?:填|写|选)?错',
  ].join('|'),
  'u',
);
const thingsIn =
  /\b(?:take|get|leave|remove|drop|strike) (?:just |only )?(?:that|it|this|those|one|the [a-z' -]{2,24}?)(?: one)? (?:off|out)(?=[?!., ]*$)|\b(?:take|leave|remove|drop|strike) .{2,40}? (?:out|off)(?: of| from)? (?:the|my|that|this) order\b|\b(?:remove|drop|delete) .{2,40}? from (?:the|my|that|this) order\b|\b(?:one|two|1|2) (?:[a-z'-]+ ){0,5}(?:is|are|will be|would be) enough\b|\b(?:meant|wanted|want|need) (?:to (?:have|order|get) )?(?:just|only) (?:one|two|1|2)\b|\b(?:just|only) (?:want(?:ed)?|need(?:ed)?|meant) (?:one|two|1|2)\b|(?:那|这)[个件双盒瓶条只](?:我|就|先)?(?:不要了|去掉|拿掉|删掉)(?=.*(?:其[他它]|别的|剩下|照发))|(?:订单|那单|这单)里?的?.{1,8}(?:去掉|拿掉|删掉|不要了)|(?:只|就)要[一两1-3][个件双盒瓶条只][,，]?.{0,6}(?:下|买|拍|点)多了|(?:下|买|拍|点)多了一?[个件双盒瓶条只]/u;

/** The rule of the shop that it hangs on; undefined: it is no such message. */
export const changeTold = (
  folded: string,
  { orderTold, inCart, turns, lastIntent }: Pick<ConversationMemory, 'orderTold' | 'inCart' | 'turns' | 'lastIntent'>,
): 'address-change' | 'order-change' | undefined => {
  if (!orderTold || turns - orderTold.at > lasts || folded.length > longest || (inCart?.length ?? 0) > 0)
    return undefined;
  if (lastIntent === 'product-search' || lastIntent === 'product-details' || lastIntent === 'start-return')
    return undefined;
  return addressIn.test(folded) ? 'address-change' : thingsIn.test(folded) ? 'order-change' : undefined;
};
