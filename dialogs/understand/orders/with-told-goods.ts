/** What a message that names things of the orders told of goes on with: the trouble, the exchange or the return that was spoken of, and no search. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { prefersReturn } from './exchange-asked.ts';
import { withoutDenied } from './not-meant.ts';
import { namesGoodsOfOrder } from './order-pointed.ts';

/** What goods that are named may have been taken for. */
const mayBeOfTold: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'state-preference',
  'add-to-cart',
  'reorder',
  'start-return',
  'order-status',
  'question',
  'unclear',
  'no',
]);
const buys =
  /\b(?:buy|buying|purchase|add (?:it|them|one|the)|cart|basket|order (?:a |an )?(?:new|another)|reorder|looking for|recommend|do you (?:have|sell))\b|买|加购|购物车|下单|推荐|有没有|还有货/u;
const back = /\breturn\w*|\brefund\w*|\bmoney\b|退/u;
const ofFit =
  /\b(?:too|bit|way) (?:small|big|tight|large|loose|short|long|narrow|wide)\b|\b(?:size|number) (?:up|down|bigger|smaller|larger)\b|\b(?:bigger|smaller|larger|other|different|next|another) (?:size|one|colou?r)\b|\b(?:doesn'?t|does not|don'?t|didn'?t) fit\b|[大小紧松]了|太[大小紧松长短]|[大小](?:一|两|半)[码号]|换/u;
const besides = /\b(?:also|too|as well|and the|another|same order|plus)\b|也|还有|另外|再加|一起|一块|同一?单|那单/u;

const exchangeLasts = 2;
const returnLasts = 2;
const claimLasts = 2;
type Memory = Pick<
  ConversationMemory,
  'claim' | 'turns' | 'service' | 'policy' | 'ownAsked' | 'refundTold' | 'lastIntent' | 'waits'
>;
const ofExchange = ({ service, policy, ownAsked, turns }: Memory): boolean =>
  policy === 'exchange' ||
  (service?.rule === 'exchange' && turns - service.at < exchangeLasts) ||
  (ownAsked?.matters.includes('exchange') === true && turns - ownAsked.at <= exchangeLasts);

const asIt = (understanding: Understanding, intent: Intent): Understanding => {
  const { plainly: _, delivery: __, ...rest } = understanding;
  return { ...rest, intent, confidence: 0.95, preferences: [], wishes: [] };
};

/** `named`: whether it names any of them. */
export const withToldGoods = (understanding: Understanding, named: boolean, memory: Memory): Understanding => {
  const { intent, said = '', entities } = understanding;
  const { claim, turns, waits } = memory;
  const isOfClaim = claim !== undefined && turns - claim.at <= claimLasts && !claim.missing;
  const points = named || (isOfClaim && namesGoodsOfOrder(said));
  if (!points || waits !== undefined || !mayBeOfTold.has(intent) || entities.orderNumber !== undefined)
    return understanding;
  if (buys.test(withoutDenied(said))) return understanding;
  const asks = hasFormOfQuestion(said);
  // 是那个单肩包 我要黑的, after 发错颜色了: the thing of the trouble.
  if (isOfClaim && !asks && !back.test(withoutDenied(said)))
    return { ...asIt(understanding, 'complaint'), claims: true };
  // "The school shoe. It's too small for my son, need one size up", after "can I exchange".
  if (!isOfClaim && ofExchange(memory) && prefersReturn(said)) {
    const { exchanges: _, ...rest } = asIt(understanding, 'start-return');
    return rest;
  }
  if (!isOfClaim && ofExchange(memory) && ofFit.test(said) && !asks)
    return { ...asIt(understanding, 'start-return'), exchanges: true };
  // "Actually also the 250g buckwheat tea from the same order", once a return was registered.
  const returned =
    memory.refundTold !== undefined && turns - memory.refundTold <= returnLasts && memory.lastIntent !== 'cancel-order';
  if (returned && !asks && besides.test(said)) return asIt(understanding, 'start-return');
  return understanding;
};
