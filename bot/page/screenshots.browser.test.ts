import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { chinesePage, englishPage, guestWithOffer, launchBrowser, noBrowser, ShopTab } from '../testing/browser.ts';
import { startShop } from '../testing/start-shop.ts';

const folder = join(import.meta.dirname, '..', '..', 'deploy', 'screenshots');
const largest = 300_000;

/** The README's pictures; made anew only when asked for, since they change with every new letter on the page. */
describe.skipIf(noBrowser || process.env.UPDATE_SCREENSHOTS !== '1')('the pictures of the README', () => {
  let app: App;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('shows the shop with the chat on it, in English', async () => {
    const context = await browser.newContext({ ...englishPage, colorScheme: 'light', reducedMotion: 'reduce' });
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    await tab.ask('waterproof running shoes under 80');
    await tab.page.mouse.move(0, 0);
    const path = join(folder, 'shop-en.png');
    await tab.page.screenshot({ path });
    expect(statSync(path).size).toBeLessThan(largest);
    await context.close();
  });

  it('shows a deal in the chat, in Chinese', async () => {
    const options = {
      ...chinesePage,
      viewport: { width: 430, height: 860 },
      deviceScaleFactor: 1.5,
      reducedMotion: 'reduce',
    } as const;
    const tab = await guestWithOffer(browser, app.url, options, async guest => {
      await guest.addFirst();
      await guest.openChat();
      await guest.ask('送货要几天？');
      await guest.ask('有什么优惠吗？');
      return guest.isOfferedMoneyOff();
    });
    await tab.page.locator('#toast').waitFor({ state: 'hidden' });
    const path = join(folder, 'chat-zh.png');
    await tab.page.screenshot({ path });
    expect(statSync(path).size).toBeLessThan(largest);
    await tab.page.context().close();
  });
});
