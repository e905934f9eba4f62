/**
 * Everything in a reply that can be looked up is looked up: prices, percents, dates, stock, codes, policy numbers, and what
 * it says was done. Written against the stores and the shop's pages, without a line of the bot's own checks.
 */
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { actsClaimed } from './claims-acts.ts';
import { backPromotions, checkCart, checkPages } from './claims-cart.ts';
import { type Check, type ClaimContext, openCheck } from './claims-check.ts';
import { amountsIn, codesIn, datesIn, dayOf, type Money100, percentsIn, periodsIn } from './claims-figures.ts';
import { checkOffers, checkOrders, checkProducts, checkRefunds } from './claims-records.ts';

/** Sentences about what the latest reply says and no record holds. */
export const wrongClaims = async (context: ClaimContext): Promise<string[]> => {
  const latest = context.exchanges.at(-1);
  if (!latest) return [];
  const found: string[] = [];
  const check = await openCheck(context, latest, found);
  checkProducts(check);
  await checkOrders(check);
  await checkOffers(check);
  await checkRefunds(check);
  await checkCart(check);
  checkPages(check);
  backPromotions(check);
  await checkFigures(check);
  for (const sentence of await actsClaimed(context, check.cart)) check.wrong(sentence);
  return found;
};

const day = 86_400_000;
const spans = /(?<!\d)(\d{1,2}) ?(?:to|到|至|–) ?(\d{1,2}) ?(?:days|天)/giu;

/** The days on which a delivery may come by the days that a page gives and the reply repeats. */
const arrivals = (
  text: string,
  periods: ReadonlySet<string>,
  now: Date,
  { timeZone }: Pick<Shop, 'timeZone'>,
): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(spans)]
      .filter(([, from, to]) => periods.has(`${from}d`) && periods.has(`${to}d`))
      .flatMap(([, from, to]) => [Number(from), Number(to)])
      .flatMap(days => [days, days + 1])
      .flatMap(days => dayOf(new Date(now.getTime() + days * day), timeZone)),
  );

/** Whatever is still backed by nothing. */
const checkFigures = async ({ heard, stage, text, orders, backing, wrong }: Check): Promise<void> => {
  // Amounts that a sentence derives from two others it names: "¥340 instead of ¥360: ¥20 less".
  const said = amountsIn(heard.text);
  const derived = (amount: Money100): boolean =>
    said.some(a =>
      said.some(b => a !== amount && b !== amount && backing.amounts.has(a) && Math.abs(a - b) === amount),
    );

  for (const amount of amountsIn(text)) {
    if (!backing.amounts.has(amount) && !derived(amount)) wrong(`No record holds the amount ${amount / 100}`);
  }
  for (const percent of percentsIn(text)) {
    if (!backing.percents.has(percent)) wrong(`No record holds ${percent} %`);
  }
  // "2 to 4 days. Ordered now it should be there between Fri 6 and Sun 8 Mar": counted from today or, packed later, from tomorrow.
  const counted = arrivals(heard.text, backing.periods, stage.clock(), stage.core.services.indexes.current().view.shop);
  for (const date of datesIn(text)) {
    if (!backing.dates.has(date) && !counted.has(date)) wrong(`No record holds the date ${date}`);
  }
  for (const period of periodsIn(text)) {
    if (!backing.periods.has(period)) wrong(`No page says ${period}`);
  }
  const issued = new Set((await stage.core.stores.codes.many(codesIn(text))).map(c => c.id));
  for (const code of codesIn(text)) {
    const known = orders.some(o => code === o.number) || backing.codes.has(code);
    if (!known) wrong(issued.has(code) ? `A code was given away: ${code}` : `A code that does not exist: ${code}`);
  }
};
