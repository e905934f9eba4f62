/** How long ago it is that something was bought, or came: told in days and weeks, or as the day itself. */
import { type Measure, measureIn } from '../../knowledge/retrieval/pages/limits.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { withoutDenied } from '../understand/orders/not-meant.ts';
import { daysIn } from '../understand/text/dates-said.ts';

const came = /\b(?:received|arrived|came|delivered|got)\b|签收|收到|到货|到手|送到/u;
const had =
  /\b(?:bought|ordered|got|purchased|received|arrived|came|delivered|placed|order of|order from)\b|买|下单|下的|拍的|订的|签收|收到|到货|到手|送到/u;
/** 几天前, "a few days ago": of no certain day. */
const vague = /几[天日周个]|好几|\b(?:a few|few|several|some|a couple of) (?:days|weeks|months)\b/u;
const day = 86_400_000;
/** The day is told, and counted up to today. Takes folded text. */
const sinceDay = (folded: string, now: Date): Measure | undefined => {
  const days = had.test(folded) && !vague.test(folded) ? daysIn(withoutDenied(folded), now) : undefined;
  if (!days?.from || days.from !== days.to) return undefined;
  const amount = Math.floor((now.getTime() - Date.parse(`${days.from}T00:00:00Z`)) / day);
  if (amount <= 0) return undefined;
  return {
    of: 'days',
    amount,
    said: hasHan(folded) ? `${amount}天` : `${amount} days`,
    ...(came.test(folded) ? { sinceDelivery: true } : {}),
  };
};

export const measureTold = (folded: string, now: Date): Measure | undefined =>
  measureIn(folded) ?? sinceDay(folded, now);
