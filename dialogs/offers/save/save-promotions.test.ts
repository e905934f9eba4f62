import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop } from '../../../knowledge/demo/shop.ts';
import { asId, type CampaignId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { campaign, product, promotion, shop, yuan } from '../offers.test-helper.ts';
import { savePromotions } from './save-promotions.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
  await stores.products.put([product('mug', 100)]);
  await stores.promotions.putCampaigns([campaign()]);
});
afterAll(() => stores.close());

const { remainingMinor: _, ...sound } = promotion({ kind: 'percent-off', rate: 0.1 });
const named = (id: string, more: Partial<typeof sound> = {}) => ({ ...sound, id: asId<PromotionId>(id), ...more });
const free: Action = { kind: 'percent-off', rate: 1 };

describe('promotions that are saved', () => {
  it('are in the store with a full pool, and their codes are known', async () => {
    const codes = [{ id: 'TEN', promotion: asId<PromotionId>('code-ten'), singleUse: false, active: true }];
    const promotions = [named('ten'), named('code-ten', { trigger: 'code' })];
    expect(await savePromotions({ stores, shop, promotions, codes })).toEqual({ kind: 'saved' });
    expect(await stores.promotions.get(asId('ten'))).toMatchObject({ remainingMinor: sound.cap.minor });
    expect(await stores.codes.many(['TEN'])).toEqual(codes);
    // The code is there now: the rule alone may be saved again.
    expect(await savePromotions({ stores, shop, promotions })).toEqual({ kind: 'saved' });
  });

  it('are none of them written when one is refused, and every fault is named with its promotion', async () => {
    const promotions = [
      named('first'),
      named('second', { action: free, endsAt: new Date('2026-04-01T00:00:00Z') }),
      named('third', { campaign: asId<CampaignId>('nobody'), cap: yuan(0) }),
      named('fourth', { trigger: 'code' }),
      named('first'),
    ];
    const codes = [{ id: 'NEVER', promotion: asId<PromotionId>('first'), singleUse: true, active: true }];
    const outcome = await savePromotions({ stores, shop, promotions, codes });
    expect(outcome.kind === 'refused' && outcome.faults.map(f => [f.promotion, f.field, f.reason])).toEqual([
      ['second', 'endsAt', 'ends-before-start'],
      ['second', 'action.rate', 'makes-order-free'],
      ['third', 'cap', 'budget-not-positive'],
      ['third', 'campaign', 'unknown-campaign'],
      ['fourth', 'trigger', 'code-missing'],
      ['first', 'id', 'listed-twice'],
    ]);
    for (const id of ['first', 'second', 'third', 'fourth']) expect(await stores.promotions.get(asId(id))).toBeNull();
    expect(await stores.codes.many(['NEVER'])).toEqual([]);
  });

  it('of the demo shop are all sound', async () => {
    const demo = makeDemoShop({ seed: 1, now: new Date('2026-11-24T12:00:00Z'), shoppers: 20, impressions: 20 });
    await stores.products.put(demo.products);
    await stores.promotions.putCampaigns(demo.campaigns);
    const { promotions, codes } = demo;
    expect(await savePromotions({ stores, shop: demo.shop, promotions, codes })).toEqual({ kind: 'saved' });
    expect(await stores.promotions.live(new Date('2026-11-24T12:00:00Z'))).toEqual(
      expect.arrayContaining(promotions.map(p => expect.objectContaining({ id: p.id, trigger: p.trigger }))),
    );
    expect(new Set(promotions.map(p => p.trigger))).toEqual(new Set(['offer', 'automatic', 'code']));
  });
});
