import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type OfferId, type PromotionId, type RedemptionId, type ShopperId } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import type { Stores } from '../ports.ts';
import { aCampaign, aClaim, anImpression, anOffer, aPromotion, later, now } from './contract-fixtures.ts';
import { collect, type OpenedServer, testServers, times } from './contract-servers.ts';

const shopper = (id: string): ShopperId => asId(id);

describe.each(testServers())('promotions, offers and impressions on $name', server => {
  let stores: Stores;
  let opened: OpenedServer;
  beforeAll(async () => {
    opened = await server.open();
    stores = opened.stores;
  });
  afterAll(async () => {
    await opened?.drop();
  });

  describe('promotions', () => {
    it('start with a full pool; a changed cap moves the balance by the difference', async () => {
      await stores.promotions.put([aPromotion('cap', 1000)]);
      const claim = await stores.redemptions.claim(aClaim('cap', 'x', 300));
      expect(await stores.redemptions.hold(claim, now)).toBe('held');
      await stores.promotions.put([aPromotion('cap', 1500, { name: { en: 'More' } })]);
      expect(await stores.promotions.get(asId('cap'))).toEqual({
        ...aPromotion('cap', 1500, { name: { en: 'More' } }),
        remainingMinor: 1200,
      });
      // 300 of it are held: that is the least a cap can be.
      expect(await stores.promotions.put([aPromotion('cap', 200)])).toEqual([{ promotion: 'cap', capMinor: 300 }]);
      expect(await stores.promotions.get(asId('cap'))).toMatchObject({ cap: { minor: 300 }, remainingMinor: 0 });
      const other = await stores.redemptions.claim(aClaim('cap', 'y', 1));
      expect(await stores.redemptions.hold(other, now)).toBe('budget-spent');
    });

    it('are live between their dates and while switched on', async () => {
      await stores.promotions.put([
        aPromotion('on', 100),
        aPromotion('ended', 100, { endsAt: now }),
        aPromotion('soon', 100, { startsAt: later(1) }),
        aPromotion('off', 100),
      ]);
      expect(await stores.promotions.setActive(asId('off'), false)).toBe(true);
      expect(await stores.promotions.setActive(asId('nothing'), false)).toBe(false);
      const live = (await stores.promotions.live(now)).map(p => p.id);
      expect(live).toContain('on');
      for (const id of ['ended', 'soon', 'off']) expect(live).not.toContain(id);
      expect((await stores.promotions.all()).length).toBeGreaterThanOrEqual(4);
    });

    it('of every kind come back as written', async () => {
      const cny = (minor: number) => ({ minor, currency: 'CNY' as const });
      const all = [
        aPromotion('k1', 1, {
          action: { kind: 'amount-off', amount: cny(500) },
          conditions: [{ kind: 'first-order' }],
        }),
        aPromotion('k2', 1, {
          action: {
            kind: 'spend-and-save',
            tiers: [{ threshold: cny(300), off: cny(40) }],
            repeat: true,
            cap: cny(99),
          },
        }),
        aPromotion('k3', 1, {
          action: { kind: 'buy-x-get-y', scope: { brands: ['Yarrow'] }, buyQuantity: 2, getQuantity: 1, limit: 1 },
        }),
        aPromotion('k4', 1, { action: { kind: 'bundle', products: [asId('p1'), asId('p2')], price: cny(9900) } }),
        aPromotion('k5', 1, {
          action: { kind: 'gift', product: asId('p1') },
          conditions: [{ kind: 'segment', anyOf: ['vip'] }],
        }),
        aPromotion('k6', 1, {
          action: { kind: 'free-shipping' },
          conditions: [
            { kind: 'min-quantity', quantity: 2 },
            { kind: 'contains', scope: { products: [asId('p1')] } },
          ],
        }),
      ];
      await stores.promotions.put(all);
      for (const p of all) expect(await stores.promotions.get(p.id)).toEqual({ ...p, remainingMinor: 1 });
    });

    it('campaigns come back as written', async () => {
      await stores.promotions.putCampaigns([aCampaign('spring'), aCampaign('autumn')]);
      expect(await stores.promotions.campaigns()).toEqual([aCampaign('spring'), aCampaign('autumn')]);
    });
  });

  describe('offers', () => {
    it('quoted and held ones are open until they expire, newest first', async () => {
      await stores.offers.insert(anOffer('q1', 'taker', { quotedAt: later(-5) }));
      await stores.offers.insert(anOffer('q2', 'taker', { state: 'held' }));
      await stores.offers.insert(anOffer('q3', 'taker', { state: 'redeemed' }));
      await stores.offers.insert(anOffer('q4', 'taker', { expiresAt: later(-1) }));
      await stores.offers.insert(anOffer('q1', 'taker', { state: 'redeemed' }));
      expect((await stores.offers.open(shopper('taker'), now)).map(o => o.id)).toEqual(['q2', 'q1']);
      expect((await stores.offers.overdue(now, 10)).map(o => o.id)).toEqual(['q4']);
      expect(await stores.offers.get(asId('q1'))).toEqual(anOffer('q1', 'taker', { quotedAt: later(-5) }));
    });

    it('move once: of many who try, one does', async () => {
      await stores.offers.insert(anOffer('move', 'mover'));
      const moved = await times(20, i =>
        stores.offers.transition(asId('move'), ['quoted'], 'held', {
          redemption: asId<RedemptionId>(`r${i}`),
          saves: money(15, 'USD'),
        }),
      );
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(await stores.offers.get(asId('move'))).toMatchObject({
        state: 'held',
        redemption: `r${moved.indexOf(true)}`,
        saves: money(15, 'USD'),
      });
    });
  });

  it('impressions are written once, answered, found by their offer', async () => {
    const shown = anImpression('i1', 'viewer', {
      treatment: asId<PromotionId>('pr'),
      offer: asId<OfferId>('of7'),
      kind: 'gift',
      at: later(-5),
    });
    await stores.impressions.insert(shown);
    await stores.impressions.insert({ ...shown, propensity: 0.9 });
    await stores.impressions.put([anImpression('i2', 'viewer'), anImpression('i3', 'viewer', { at: later(-5000) })]);
    await stores.impressions.answer(shown.id, 'declined');
    expect(await stores.impressions.byOffer(asId('of7'))).toEqual({ ...shown, answer: 'declined' });
    expect((await stores.impressions.recent(shopper('viewer'), later(-60))).map(i => i.id)).toEqual(['i2', 'i1']);
    expect(await collect(stores.impressions.stream())).toHaveLength(3);
    await expect(stores.impressions.insert(anImpression('i4', 'v', { propensity: 0 }))).rejects.toThrow(/propensity/);
    await expect(stores.impressions.insert(anImpression('i5', 'v', { features: { 'a.b': 1 } }))).rejects.toThrow(
      /features/,
    );
  });
});
