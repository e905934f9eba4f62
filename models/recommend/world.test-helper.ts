import { seededRandom } from '../../knowledge/domain/random.ts';
import type { Event } from '../data/interactions.ts';

/**
 * A made-up shop whose shoppers have one of eight tastes, follow fixed successors half of the time, and sometimes buy again:
 * 240 products, `shoppers` shoppers, 12 events each over 200 days.
 */
export const madeUpShop = (seed: number, shoppers = 400): Event[] => {
  const random = seededRandom(seed);
  const [tastes, perTaste] = [8, 30];
  const events: Event[] = [];
  for (let s = 0; s < shoppers; s++) {
    const taste = Math.floor(random() * tastes);
    let at = Date.UTC(2026, 0, 1) + random() * 60 * 86_400_000;
    let product = -1;
    for (let e = 0; e < 12; e++) {
      const group = random() < 0.85 ? taste : Math.floor(random() * tastes);
      const follows = product >= 0 && random() < 0.35;
      const inside = follows ? ((product % perTaste) * 7 + 3) % perTaste : Math.floor(random() ** 1.5 * perTaste);
      product = follows ? Math.floor(product / perTaste) * perTaste + inside : group * perTaste + inside;
      events.push({ shopper: `s${s}`, product: `p${product}`, at: new Date(at) });
      at += random() * 20 * 86_400_000;
    }
  }
  return events;
};
