/** What things cost, delivery, arrival, paying and wrapping, decided by what they are asked of (gather/cost-before.ts), whatever was told just now. */
import type { OnGroundDecisions } from '../on-ground.ts';
import { deliveryAsked, severalCost, totalAsked } from './money/costs.ts';
import { arrivalAsked, toPlaceAsked, wrapAsked } from './money/of-orders.ts';
import { instalmentsAsked, taxAsked } from './money/paying.ts';

export const moneyOnGround: OnGroundDecisions = {
  'total-price': totalAsked,
  'delivery-cost': deliveryAsked('cost'),
  'delivery-included': deliveryAsked('included'),
  'sum-of-several': severalCost,
  arrival: arrivalAsked,
  'by-date': arrivalAsked,
  'delivery-to-place': toPlaceAsked,
  'gift-wrap': wrapAsked,
  instalments: instalmentsAsked,
  'tax-included': taxAsked,
};
