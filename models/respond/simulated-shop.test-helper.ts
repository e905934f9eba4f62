/** A small world with a known response, for the tests of this folder: the models never see `truth`. */
import type { CampaignId, ImpressionId, PromotionId, ShopperId } from '../../knowledge/domain/ids.ts';
import { asId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { responseFeatureNames } from '../../knowledge/domain/response-features.ts';
import type { ResponseArm, ResponseContext } from '../types.ts';
import { sigmoid } from './calibration.ts';

export interface Visit {
  readonly context: ResponseContext;
  readonly arms: readonly ResponseArm[];
}

const menu: readonly { kind: PromotionKind; depth: number; stretch: number }[] = [
  { kind: 'percent-off', depth: 0.05, stretch: 1 },
  { kind: 'percent-off', depth: 0.1, stretch: 1 },
  { kind: 'percent-off', depth: 0.2, stretch: 1 },
  { kind: 'spend-and-save', depth: 0.1, stretch: 1.4 },
  { kind: 'free-shipping', depth: 0.06, stretch: 1 },
];

export const makeVisit = (random: () => number): Visit => {
  const features = Object.fromEntries(responseFeatureNames.map(name => [name, random() * 2]));
  features.promoShare = random();
  features.isNew = random() < 0.3 ? 1 : 0;
  const basketMinor = Math.round(4000 + 20000 * random());
  const basketMarginMinor = Math.round(basketMinor * 0.4);
  return {
    context: { features, basketMinor, basketMarginMinor },
    arms: menu.map((arm, n) => {
      const treatedBasketMinor = Math.round(basketMinor * arm.stretch);
      return {
        promotion: asId<PromotionId>(`promotion-${n}`),
        kind: arm.kind,
        depth: arm.depth,
        costMinor: Math.round(treatedBasketMinor * arm.depth),
        treatedBasketMinor,
        treatedMarginMinor: Math.round(treatedBasketMinor * 0.4),
      };
    }),
  };
};

/** Deal hunters need the discount, regulars buy anyway, and a few are put off by it. */
export const trueProbability = (visit: Visit, arm: ResponseArm | null): number => {
  const { promoShare, ordersYearLog, viewsWeekLog, isNew } = visit.context.features as Record<string, number>;
  const base = -1.3 + 0.9 * (ordersYearLog! - 1) + 0.5 * (viewsWeekLog! - 1) - 1.5 * (promoShare! - 0.5);
  if (!arm) return sigmoid(base);
  const pull =
    12 * arm.depth * promoShare! - 0.5 * (1 - promoShare!) + (arm.kind === 'free-shipping' ? 0.5 * isNew! : 0);
  return sigmoid(base + pull - 1.2 * Math.log(arm.treatedBasketMinor / visit.context.basketMinor));
};

export const trueMargin = (visit: Visit, arm: ResponseArm | null): number =>
  trueProbability(visit, arm) * (arm ? arm.treatedMarginMinor - arm.costMinor : visit.context.basketMarginMinor);

export interface HistoryOptions {
  readonly count: number;
  readonly seed: number;
  readonly holdout?: number;
  readonly kinds?: readonly PromotionKind[];
  /** More for some than others, and logged so. */
  readonly uneven?: boolean;
}

export const history = (options: HistoryOptions): Impression[] => {
  const random = seededRandom(options.seed);
  return Array.from({ length: options.count }, (_, n) => {
    const visit = makeVisit(random);
    const arms = options.kinds ? visit.arms.filter(arm => options.kinds!.includes(arm.kind)) : visit.arms;
    const holdout = options.uneven ? (visit.context.features.isNew === 1 ? 0.6 : 0.15) : (options.holdout ?? 0.3);
    const isControl = random() < holdout;
    const arm = arms[Math.floor(random() * arms.length)]!;
    const shown = isControl ? null : arm;
    const bought = random() < trueProbability(visit, shown);
    const { basketMinor, basketMarginMinor } = visit.context;
    return {
      id: asId<ImpressionId>(`i${n}`),
      shopper: asId<ShopperId>(`s${n}`),
      campaign: asId<CampaignId>('c'),
      treatment: shown ? shown.promotion : 'control',
      kind: arm.kind,
      promotion: arm.promotion,
      propensity: isControl ? holdout : (1 - holdout) / arms.length,
      features: {
        ...visit.context.features,
        armDepth: arm.depth,
        armCostMinor: arm.costMinor,
        basketMinor,
        basketMarginMinor,
        treatedBasketMinor: arm.treatedBasketMinor,
        treatedMarginMinor: arm.treatedMarginMinor,
      },
      at: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
      outcome: {
        bought,
        revenueMinor: bought ? (shown ? shown.treatedBasketMinor - shown.costMinor : basketMinor) : 0,
        marginMinor: bought ? (shown ? shown.treatedMarginMinor - shown.costMinor : basketMarginMinor) : 0,
        discountMinor: bought && shown ? shown.costMinor : 0,
      },
    };
  });
};
