import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isHeldOut } from '../dialogs/offers/choose/choose.ts';
import { asId, type ShopperId } from '../knowledge/domain/ids.ts';
import type { App } from './app.ts';
import { call, type Started, StreamReader } from './testing/direct-line-client.ts';
import { startShop } from './testing/start-shop.ts';

const shopKey = 'the-key-of-the-shops-server';
let app: App;

beforeAll(async () => {
  app = await startShop({ env: { SHOP_API_KEY: shopKey }, demo: { shoppers: 60, impressions: 50 } });
});
afterAll(async () => {
  await app.close();
});

let accounts = 0;
/** An account of the shop that no campaign holds out: the holdout is a hash, so one is found by looking. */
const account = async (): Promise<ShopperId> => {
  const campaigns = await app.stores.promotions.campaigns();
  for (;;) {
    const id = asId<ShopperId>(`account-${accounts++}`);
    if (campaigns.every(c => !isHeldOut(c, id))) return id;
  }
};

/** A browser: it keeps the cookie it is given. */
class Browser {
  cookie: string | undefined;

  /** Signs the shopper in, asks for a deal, and says how many offers they have had so far. */
  async askForDeal(shopper: ShopperId): Promise<number> {
    const { body: session } = await call<{ token: string }>('POST', `${app.url}/api/shop/session`, {
      token: shopKey,
      body: { shopper, language: 'en' },
    });
    const started = await call<Started>('POST', `${app.url}/v3/directline/conversations`, {
      token: session.token,
      body: { locale: 'en' },
      headers: this.cookie === undefined ? {} : { cookie: this.cookie },
    });
    this.cookie = started.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const stream = new StreamReader(started.body.streamUrl);
    await stream.opened();
    for (const text of ['show me jackets over 400', 'any deals?']) {
      const { body: posted } = await call<{ id: string }>(
        'POST',
        `${app.url}/v3/directline/conversations/${started.body.conversationId}/activities`,
        { token: started.body.token, body: { type: 'message', text } },
      );
      await stream.until(a => a.replyToId === posted.id && a.type === 'message');
    }
    stream.close();
    return (await app.stores.offers.ofShopper(shopper, 10)).length;
  }
}

/** A new device with somebody who got a deal on it; now and then exploration says "no offer", and others are tried. */
const withDeal = async (): Promise<{ readonly browser: Browser; readonly shopper: ShopperId }> => {
  for (let tried = 0; tried < 8; tried++) {
    const [browser, shopper] = [new Browser(), await account()];
    if ((await browser.askForDeal(shopper)) === 1) return { browser, shopper };
  }
  throw new Error('Eight devices asked in vain');
};

const everyImpression = (shopper: ShopperId) => app.stores.impressions.recent(shopper, new Date(0));

describe('a device', () => {
  it('gets no second offer by signing in as somebody else, and another device does', async () => {
    const second = await account();
    const { browser } = await withDeal();
    expect(await browser.askForDeal(second)).toBe(0);
    expect(await everyImpression(second)).toEqual([]);
    expect((await withDeal()).browser.cookie).not.toBe(browser.cookie);
  });

  it('changes nothing for a person: what was turned down on one is not asked anew on the other', async () => {
    const { shopper: person } = await withDeal();
    const [offer] = await app.stores.offers.ofShopper(person, 10);
    const [impression] = await everyImpression(person);
    await app.stores.offers.transition(offer!.id, ['quoted'], 'released');
    await app.stores.impressions.answer(impression!.id, 'declined');
    expect(await new Browser().askForDeal(person)).toBe(1);
  });

  it('is known by a random name in a cookie no script can read, and is kept as a key that does not tell it', async () => {
    const started = await fetch(`${app.url}/v3/directline/conversations`, { method: 'POST' });
    const cookie = started.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^co_device=[A-Za-z0-9_-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const name = cookie.split(/[=;]/)[1]!;
    const again = await fetch(`${app.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { cookie: `co_device=${name}` },
    });
    expect(again.headers.get('set-cookie')).toBeNull();
    const invented = await fetch(`${app.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { cookie: 'co_device=$ne' },
    });
    expect(invented.headers.get('set-cookie')).toMatch(/^co_device=[A-Za-z0-9_-]{22};/);

    const shopper = await account();
    const browser = new Browser();
    browser.cookie = `co_device=${name}`;
    await browser.askForDeal(shopper);
    const [impression] = await everyImpression(shopper);
    expect(impression?.device).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(impression)).not.toContain(name);
  });
});
