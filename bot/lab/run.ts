/**
 * One policy's time in the lab, event by event: visits are decided by the real `decideOffer` from the real features and
 * recorded by the real `impressionFor`; the truth says what the shopper does; purchases and returns come later.
 */

import { decideOffer } from '../../dialogs/offers/choose/choose.ts';
import type { ChooseInput } from '../../dialogs/offers/choose/choose-input.ts';
import { impressionFor } from '../../dialogs/offers/choose/impression.ts';
import { asId, type ConversationId, type ImpressionId, type OfferId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Impression, Offer, OfferDecision } from '../../knowledge/domain/offer.ts';
import { type ResponseFeatures, responseFeatures } from '../../knowledge/domain/response-features.ts';
import { Agenda } from './agenda.ts';
import type { LabPeople, LabShopper, Visit } from './people.ts';
import type { Moment, Policy } from './policy.ts';
import { type Logged, nothingYet, type RunResult, type ShopperState, withoutReasons } from './run-record.ts';
import { lookBackDays, type Purchase, type Shelf } from './shelf.ts';
import {
  buyProbability,
  type Deal,
  expectedMargin,
  grossMargin,
  returnHandlingMinor,
  returnProbability,
  type Situation,
} from './truth.ts';
import { categories, day, type LabWorld, labStart } from './world.ts';

/** How often `policy.step` is called: eight times a day, which is how often a price of this campaign is moved. */
const betweenSteps = 3 * 3_600_000;

type Event =
  | { readonly kind: 'purchase'; readonly visit: Visit; readonly moment: Moment; readonly made: Made }
  | {
      readonly kind: 'return';
      readonly marginMinor: number;
      readonly revenueMinor: number;
      readonly made: Made;
      readonly purchase: Purchase;
    };

/** What was decided at a visit, as the rest of the run needs it. */
interface Made {
  readonly deal: Deal | null;
  readonly offer: Offer | null;
  readonly logged: Logged | null;
}

export interface RunOptions {
  readonly world: LabWorld;
  readonly people: LabPeople;
  readonly policy: Policy;
  readonly shelf: Shelf;
  /** Changed by the run. */
  readonly states: ShopperState[];
  /** Milliseconds; visits in [from, to) are decided, and what they lead to is waited for. */
  readonly from: number;
  readonly to: number;
  /** Keeps a record of every decision; costs memory. */
  readonly keepLog: boolean;
  /** With what else was possible at each of them; costs ten times as much. */
  readonly keepReasons?: boolean;
  /** Told once a day. */
  readonly onDay?: (day: number) => void;
}

const situationOf = (world: LabWorld, visit: Visit, features: ResponseFeatures): Situation => ({
  day: (visit.at - labStart.getTime()) / day,
  days: world.days,
  category: categories.indexOf(visit.categories[0] as (typeof categories)[number]),
  categories: categories.length,
  features,
  basketMinor: visit.basketMinor,
  marginMinor: visit.marginMinor,
});

const dealOf = (offer: Offer, impression: Impression): Deal => ({
  kind: offer.kind,
  depth: impression.features.armDepth as number,
  costMinor: impression.features.armCostMinor as number,
  treatedBasketMinor: impression.features.treatedBasketMinor as number,
  treatedMarginMinor: impression.features.treatedMarginMinor as number,
});

export const runPolicy = async (options: RunOptions): Promise<RunResult> => {
  const { world, people, policy, shelf, states } = options;
  const campaign = policy.campaign(world.campaign);
  const campaigns = [campaign];
  const agenda = new Agenda<Event>();
  const totals = nothingYet();
  const log: Logged[] = [];
  const firstDay = Math.floor((options.from - labStart.getTime()) / day);
  const dayCount = Math.ceil((options.to - options.from) / day);
  const expectedByDay = new Float64Array(dayCount);
  const spentByDay = new Float64Array(dayCount);
  const dayOf = (at: number): number =>
    Math.max(0, Math.min(dayCount - 1, Math.floor((at - labStart.getTime()) / day) - firstDay));

  const decide = async (visit: Visit, who: LabShopper, state: ShopperState): Promise<Made> => {
    const now = new Date(visit.at);
    const [{ live, pacing }, recent] = await Promise.all([
      shelf.running(now),
      shelf.recent(who.shopper.id, new Date(visit.at - lookBackDays * day)),
    ]);
    const features = responseFeatures({
      now,
      orders: state.orders,
      basket: { totalMinor: visit.basketMinor, categories: visit.categories },
      viewsLastWeek: visit.viewsLastWeek,
      offersDeclined: recent.filter(i => i.answer === 'declined' || (i.offer && !i.answer)).length,
    });
    const situation = situationOf(world, visit, features);
    const moment: Moment = { visit, latent: who.latent, situation };
    const open = state.open && state.open.offer.expiresAt > now ? [state.open.offer] : [];
    const input: ChooseInput = {
      shopper: who.shopper,
      conversation: asId<ConversationId>(`talk-${visit.id}`),
      turn: asId<TurnId>(visit.id),
      now,
      shop: world.shop,
      campaigns,
      live: policy.only ? live.filter(p => p.id === policy.only) : live,
      pacing,
      basket: visit.basket,
      catalogue: world.catalogue,
      orderCount: state.orders.length,
      recent,
      open,
      features,
      serviceFirst: false,
      response: policy.model(moment),
      asked: false,
      offerId: asId<OfferId>(`offer-${visit.id}`),
      ...policy.more?.(),
    };
    const choice = decideOffer(input);
    const impression = impressionFor(choice, input, asId<ImpressionId>(visit.id));
    totals.decisions += 1;
    const made = await seen(choice.decision, impression, state, moment);
    const expected = expectedMargin(who.latent, situation, made.deal);
    totals.expectedMinor += expected;
    totals.expectedConversions += buyProbability(who.latent, situation, made.deal);
    expectedByDay[dayOf(visit.at)]! += expected;
    if (visit.buyDraw < buyProbability(who.latent, situation, made.deal)) {
      state.pendingUntil = visit.at + visit.delay;
      agenda.add(visit.at + visit.delay, { kind: 'purchase', visit, moment, made });
    }
    return made;
  };

  /** The words go out, or nothing does: what the shopper now knows, and what the log says. */
  const seen = async (
    decision: OfferDecision,
    impression: Impression | null,
    state: ShopperState,
    { visit, latent, situation }: Moment,
  ): Promise<Made> => {
    if (!impression) {
      // An open offer shown again is nothing new to learn from, but it is there.
      const again = decision.kind === 'offer' ? state.open : null;
      return { deal: again?.deal ?? null, offer: again?.offer ?? null, logged: null };
    }
    const about = decision.kind === 'offer' ? decision.offer : decision.kind === 'held-out' ? decision.ghost : null;
    const offered = about ? dealOf(about, impression) : null;
    const deal = decision.kind === 'offer' ? offered : null;
    const isShown = await shelf.show(impression, decision.kind === 'offer' ? decision.offer : undefined);
    if (!isShown) return { deal: null, offer: null, logged: null };
    if (decision.kind === 'offer') {
      totals.offers += 1;
      state.open = { offer: decision.offer, deal: deal as Deal, impression };
    } else if (decision.kind === 'held-out') totals.heldOut += 1;
    const logged: Logged = {
      impression: options.keepReasons ? impression : withoutReasons(impression),
      day: Math.floor((visit.at - labStart.getTime()) / day),
      shopper: visit.shopper,
      trueGain: offered ? grossMargin(latent, situation, offered) - grossMargin(latent, situation, null) : 0,
      margin: 0,
      revenue: 0,
      discount: 0,
      bought: false,
      returned: false,
    };
    if (options.keepLog) log.push(logged);
    return { deal, offer: decision.kind === 'offer' ? decision.offer : null, logged };
  };

  const buy = async (at: number, { visit, moment, made }: Extract<Event, { kind: 'purchase' }>): Promise<void> => {
    const state = states[visit.shopper]!;
    const who = people.shoppers[visit.shopper]!;
    let { deal, offer } = made;
    const purchase = (basket: Purchase['basket']): Purchase => ({
      shopper: who.shopper.id,
      basket,
      at: new Date(at),
      visit: visit.id,
      ...(made.logged ? { impression: made.logged.impression } : {}),
    });
    let bought = purchase(visit.basket);
    if (offer && deal) {
      const basket = offer.basket.map(l => ({ product: world.catalogue.get(l.product)!, quantity: l.quantity }));
      bought = purchase(basket);
      if (await shelf.redeem(offer, bought)) {
        totals.redemptions += 1;
        totals.discountMinor += offer.saves.minor;
        totals.costMinor += deal.costMinor;
        spentByDay[dayOf(at)]! += offer.saves.minor;
        state.open = null;
      } else {
        // The money was gone: what is left of the wish to buy decides, and the shop has broken its word.
        totals.broken += 1;
        totals.expectedMinor -= expectedMargin(moment.latent, moment.situation, deal);
        totals.expectedMinor += expectedMargin(moment.latent, moment.situation, null);
        deal = null;
        offer = null;
        bought = purchase(visit.basket);
        if (visit.buyDraw >= buyProbability(moment.latent, moment.situation, null)) return;
      }
    }
    if (!offer) await shelf.sell(bought);
    const off = deal && offer ? offer.priced.discount.minor : 0;
    const revenueMinor = (deal?.treatedBasketMinor ?? visit.basketMinor) - off;
    const marginMinor = deal ? deal.treatedMarginMinor - deal.costMinor : visit.marginMinor;
    totals.conversions += 1;
    totals.revenueMinor += revenueMinor;
    totals.marginMinor += marginMinor;
    state.orders.push({
      placedAt: new Date(at),
      totalMinor: revenueMinor,
      discountMinor: off,
      categories: visit.categories,
    });
    if (made.logged) {
      made.logged.bought = true;
      made.logged.margin = marginMinor;
      made.logged.revenue = revenueMinor;
      made.logged.discount = deal?.costMinor ?? 0;
    }
    if (visit.returnDraw < returnProbability(moment.latent, moment.situation, deal)) {
      agenda.add(at + visit.returnAfter, { kind: 'return', marginMinor, revenueMinor, made, purchase: bought });
    }
  };

  let today = Number.NEGATIVE_INFINITY;
  let nextStep = Number.NEGATIVE_INFINITY;
  const until = async (limit: number): Promise<void> => {
    while (agenda.next < limit) {
      const { at, event } = agenda.take()!;
      if (event.kind === 'purchase') await buy(at, event);
      else {
        totals.returns += 1;
        totals.revenueMinor -= event.revenueMinor;
        totals.marginMinor -= event.marginMinor + returnHandlingMinor;
        if (event.made.logged) event.made.logged.returned = true;
        await shelf.giveBack(event.purchase, new Date(at));
      }
    }
  };
  for (const visit of people.visits) {
    if (visit.at < options.from || visit.at >= options.to) continue;
    const thisDay = Math.floor((visit.at - labStart.getTime()) / day);
    if (thisDay !== today) {
      today = thisDay;
      await until(labStart.getTime() + today * day);
      options.onDay?.(today);
      await policy.morning?.(today, new Date(labStart.getTime() + today * day));
    }
    await until(visit.at);
    if (visit.at >= nextStep) {
      nextStep = visit.at + betweenSteps;
      await policy.step?.(new Date(visit.at));
    }
    const state = states[visit.shopper]!;
    totals.visits += 1;
    // Whoever has made up their mind does not decide again within those hours.
    if (state.pendingUntil > visit.at) continue;
    await decide(visit, people.shoppers[visit.shopper]!, state);
  }
  await until(Number.POSITIVE_INFINITY);
  return { totals, log, expectedByDay, spentByDay, states };
};
