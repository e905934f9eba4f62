import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goods, lineOf, orderOf } from '../../dialogs/dialogs.test-helper.ts';
import { applyOffer } from '../../dialogs/offers/ledger/redeem.ts';
import { sweep } from '../../dialogs/offers/ledger/sweep.ts';
import { cartIdOf } from '../../dialogs/record-cart.ts';
import { asId, type CampaignId, type OfferId, type OrderId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import { campaignPool } from '../../knowledge/domain/pool.ts';
import { DirectLineClient } from '../testing/direct-line-client.ts';
import { parcel } from '../testing/parcel.ts';
import { startTestDesk, type TestConsole, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let anna: TestConsole;
let eve: TestConsole;
let admin: TestConsole;
const key = () => crypto.randomUUID();
const cny = (minor: number) => ({ minor, currency: 'CNY' as const });

beforeAll(async () => {
  desk = await startTestDesk();
  anna = await desk.staff('anna', { goodwillCap: money(2_000, 'CNY') });
  eve = await desk.staff('eve', { role: 'supervisor', goodwillCap: money(5_000, 'CNY') });
  admin = await desk.staff('root', { role: 'admin' });
  const [campaign] = await desk.stores.promotions.campaigns();
  await desk.stores.promotions.putCampaigns([
    { ...campaign!, id: asId<CampaignId>('care'), name: { en: 'Care' }, budget: money(50_000, 'CNY') },
  ]);
  const { settings } = await admin.get('readSettings');
  const { timeZone: _, ...body } = settings;
  await admin.get('putSettings', {}, { ...body, goodwillCampaign: 'care', supervisorCap: cny(6_000) });
});
afterAll(() => desk.close());

/** A shopper with a bag (¥200) in the cart, whom this agent talks to. */
const talking = async (who = anna) => {
  const client = await DirectLineClient.start(desk.url);
  const id = client.started.conversationId;
  const shopper = asId<ShopperId>(client.started.userId);
  const cart = await desk.stores.carts.ensure(cartIdOf(shopper), shopper, new Date());
  await desk.stores.carts.change(
    cart.id,
    cart.version,
    { lines: [{ product: goods.bag.id, quantity: 1 }] },
    new Date(),
  );
  await who.get('claim', { id });
  return { client, id, shopper };
};
const amount = (minor: number) => ({ kind: 'amount-off', minor });

describe('goodwill', () => {
  it('within the own cap is a deal in the ledger, a card in the chat, and a treatment no model learns from', async () => {
    const { client, id, shopper } = await talking();
    const once = { key: key(), deal: amount(1_500), reason: 'late parcel' };
    const [first, again] = await Promise.all([
      anna.get('giveGoodwill', { id }, once),
      anna.get('giveGoodwill', { id }, once),
    ]);
    expect(again).toEqual(first);
    if (first.outcome !== 'given') throw new Error('It was asked for');
    expect(first.deal).toMatchObject({ saves: { minor: 1_500 }, state: 'quoted', by: { id: 'anna' } });
    const cards = (await client.activities()).activities.flatMap(
      a => (a.channelData?.counteroffer as { cards: { type: string; savesMinor?: number }[] } | undefined)?.cards ?? [],
    );
    expect(cards).toMatchObject([{ type: 'offer', savesMinor: 1_500 }]);
    const impression = await desk.stores.impressions.byOffer(asId<OfferId>(first.deal.offer));
    expect(impression).toMatchObject({ by: 'anna', propensity: 1, campaign: 'care' });
    const applied = await applyOffer({
      stores: desk.stores,
      offer: asId<OfferId>(first.deal.offer),
      shopper,
      cart: cartIdOf(shopper),
      shop: desk.desk.shop,
      now: new Date(),
    });
    expect(applied).toMatchObject({ kind: 'applied' });
    const packet = await anna.get('readPacket', { id });
    expect(packet.authority).toMatchObject({ own: { minor: 500 }, most: { minor: 500 } });
    expect(packet.deals[0]).toMatchObject({ state: 'held', because: { model: 'agent' } });
  });

  it('beyond it a supervisor decides, once, and not on their own request; beyond theirs nobody', async () => {
    const { id } = await talking();
    const preview = await anna.get('previewGoodwill', { id }, amount(4_000));
    expect(preview).toMatchObject({ needsApproval: true, possible: true, saves: { minor: 4_000 } });
    const asked = await anna.get('giveGoodwill', { id }, { key: key(), deal: amount(4_000), reason: 'very late' });
    if (asked.outcome !== 'asked') throw new Error('It was given');
    expect((await eve.get('listApprovals')).approvals.map(a => a.id)).toContain(asked.approval.id);
    const decided = await Promise.all(
      [1, 2].map(() => eve.ask('decideApproval', { id: asked.approval.id }, { decision: 'approve' })),
    );
    expect(decided.map(d => d.status)).toEqual([200, 200]);
    expect(new Set(decided.map(d => d.value.deal?.offer)).size).toBe(1);
    expect((await admin.ask('decideApproval', { id: asked.approval.id }, { decision: 'refuse' })).code).toBe('decided');
    expect(await anna.ask('giveGoodwill', { id }, { key: key(), deal: amount(7_000), reason: 'x' })).toMatchObject({
      code: 'above-supervisor',
    });
    const own = await talking(eve);
    const mine = await eve
      .get('giveGoodwill', { id: own.id }, { key: key(), deal: amount(6_000), reason: 'x' })
      .catch(e => e as Error);
    if (mine instanceof Error || mine.outcome !== 'asked') return;
    expect((await eve.ask('decideApproval', { id: mine.approval.id }, { decision: 'approve' })).code).toBe(
      'own-request',
    );
  });

  it('somebody else’s conversation, a closed one or an empty hand is refused', async () => {
    const { id } = await talking();
    expect((await eve.ask('giveGoodwill', { id }, { key: key(), deal: amount(100), reason: 'x' })).code).toBe(
      'not-yours',
    );
    expect((await anna.ask('giveGoodwill', { id }, { key: key(), deal: amount(-5), reason: 'x' })).status).toBe(400);
    expect(
      (await anna.ask('giveGoodwill', { id }, { key: key(), deal: { kind: 'percent-off', rate: 2 }, reason: 'x' }))
        .status,
    ).toBe(400);
    await anna.get('close', { id }, { reason: 'resolved' });
    expect((await anna.ask('giveGoodwill', { id }, { key: key(), deal: amount(100), reason: 'x' })).code).toBe(
      'not-yours',
    );
  });
});

describe('orders', () => {
  it('a return shows the exact refund first, is registered once, told to the shopper, and counts as resolved', async () => {
    const { client, id, shopper } = await talking();
    const order = orderOf({
      id: asId<OrderId>('o-9'),
      number: 'WY-90009',
      shopper,
      lines: [lineOf(goods.road, 2)],
      placedAt: new Date(Date.now() - 86_400_000),
      shipment: parcel(new Date(), new Date(), desk.desk.now),
    });
    await desk.stores.orders.insert(order);
    const at = { id, number: order.number };
    const lines = [{ product: goods.road.id, quantity: 1 }];
    const { preview } = await anna.get('previewReturn', at, { lines });
    expect(preview.refund.minor).toBe(30_000);
    const body = { key: key(), lines, reason: 'too small' };
    const started = await Promise.all([anna.ask('startReturn', at, body), anna.ask('startReturn', at, body)]);
    expect(started.filter(s => s.status === 201).length).toBeGreaterThan(0);
    expect((await anna.get('startReturn', at, body)).id).toBe('R-WY-90009-1');
    expect(await desk.stores.returns.ofOrder(order.id)).toHaveLength(1);
    expect((await client.activities()).activities.map(a => a.text)).toContain(
      'Return R-WY-90009-1 for order WY-90009 is registered. ¥300 will be paid back.',
    );
    const { ticket } = (await anna.get('readPacket', { id })).conversation;
    expect(await desk.stores.tickets.get(asId(ticket ?? ''))).toMatchObject({ outcome: 'confirmed' });
    const other = await talking();
    expect((await anna.ask('previewReturn', { id: other.id, number: order.number }, { lines })).code).toBe('no-order');
  });
});

describe('knowledge', () => {
  it('a wrong answer becomes a suggestion, and once published the bot’s own knowledge', async () => {
    const { client, id } = await talking();
    await anna.get('release', { id }, { to: 'bot' });
    await client.say('do you ship to the moon?');
    await expect.poll(async () => (await client.activities()).activities.length).toBeGreaterThan(3);
    await anna.get('claim', { id });
    const { transcript } = await anna.get('readPacket', { id });
    const wrong = transcript.find(e => e.from === 'bot' && e.text.includes('moon'));
    expect((await anna.ask('correct', { id }, { seq: 1, better: 'x' })).code).toBe('not-a-bot-answer');
    const { suggestion } = await anna.get('correct', { id }, { seq: wrong!.seq, better: 'We deliver on earth only.' });
    expect(suggestion).toMatchObject({ question: 'do you ship to the moon?', state: 'open' });
    expect((await anna.get('readPacket', { id })).transcript.find(e => e.seq === wrong!.seq)?.corrected).toBe(true);
    await eve.get(
      'decideSuggestion',
      { id: suggestion.id },
      { decision: 'publish', title: 'Delivery to the moon', body: 'We deliver on earth only.' },
    );
    const { drafts } = await anna.get('listDrafts', { id });
    expect(drafts[0]?.text).toContain('on earth only');
    expect((await eve.ask('decideSuggestion', { id: suggestion.id }, { decision: 'dismiss' })).code).toBe('decided');
  });

  it('a canned reply is filled in from the conversation, and what is not known stays visible', async () => {
    const { id } = await talking();
    const text = { en: 'Hello {shopper}, {agent} of {shop} here.' };
    expect((await eve.ask('putCanned', { key: 'hello' }, { title: 'Hello', text: { en: 'Dear {name}' } })).code).toBe(
      'unknown-variable',
    );
    await eve.get('putCanned', { key: 'hello' }, { title: 'Hello', text });
    expect(await anna.get('fillCanned', { id, key: 'hello' })).toEqual({
      text: 'Hello {shopper}, Anna of Test shop here.',
      missing: ['shopper'],
    });
  });
});

// Last: a week passes, and everybody’s session with it.
it('many agents at once promise no more than the campaign has, and what runs out frees its money', async () => {
  const { settings } = await admin.get('readSettings');
  const { timeZone: _, ...body } = settings;
  const [campaign] = await desk.stores.promotions.campaigns();
  await desk.stores.promotions.putCampaigns([
    { ...campaign!, id: asId<CampaignId>('small'), budget: money(5_000, 'CNY') },
  ]);
  await admin.get('putSettings', {}, { ...body, goodwillCampaign: 'small' });
  const talks = [];
  for (let i = 0; i < 8; i++) talks.push(await talking());
  const given = await Promise.all(
    talks.map(({ id }) => anna.ask('giveGoodwill', { id }, { key: key(), deal: amount(2_000), reason: 'x' })),
  );
  expect(given.filter(g => g.status === 200)).toHaveLength(2);
  expect(new Set(given.filter(g => g.status !== 200).map(g => g.code))).toEqual(new Set(['budget-spent']));
  const taken = async (): Promise<number | undefined> => {
    const pool = campaignPool(asId<CampaignId>('small'));
    return (await desk.stores.pools.usage([pool])).get(pool)?.usedMinor;
  };
  expect(await taken()).toBe(4_000);
  desk.later(8 * 86_400);
  await sweep({ stores: desk.stores, now: desk.desk.now });
  expect(await taken()).toBe(0);
});
