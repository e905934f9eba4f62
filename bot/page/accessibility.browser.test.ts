import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { chinesePage, englishPage, launchBrowser, noBrowser, ShopTab } from '../testing/browser.ts';
import { startShop } from '../testing/start-shop.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the page as it is now, shadow roots included: one line for each element at fault. */
const violations = async (page: Page): Promise<string[]> => {
  // Colours are judged once nothing moves any more.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null))),
  );
  await page.evaluate(axeSource);
  const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`));
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.skipIf(noBrowser)('the shop page for everybody', () => {
  let app: App;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe-core knows, in ${colorScheme} colours`, async () => {
      const context = await browser.newContext({ ...englishPage, colorScheme, reducedMotion: 'reduce' });
      const tab = await ShopTab.open(context, app.url);
      const { page } = tab;
      expect(await violations(page), 'page').toEqual([]);

      await page.locator('.tile-open').first().click();
      await page.locator('#product-dialog[open]').waitFor();
      expect(await violations(page), 'product').toEqual([]);
      await page.keyboard.press('Escape');

      await page.locator('#open-cart').click();
      await page.locator('#cart-dialog[open] .empty').waitFor();
      expect(await violations(page), 'empty cart').toEqual([]);
      await page.keyboard.press('Escape');

      await page.locator('#account').click();
      await page.locator('.people button').first().waitFor();
      expect(await violations(page), 'sign-in').toEqual([]);
      await page.keyboard.press('Escape');

      await tab.signIn(1);
      await tab.addFirst();
      await page.locator('#open-cart').click();
      await page.locator('.cart-lines').waitFor();
      expect(await violations(page), 'cart').toEqual([]);
      await page.keyboard.press('Escape');

      await tab.openChat();
      for (const text of ['what is the return window?', 'waterproof running shoes under 80', "where's my order"])
        await tab.ask(text);
      await tab.ask('what do you know about me');
      await tab.ask('any deals?');
      expect(await violations(page), 'chat').toEqual([]);

      await page.goto(`${app.url}/help?language=en`);
      expect(await violations(page), 'help').toEqual([]);
      await page.goto(`${app.url}/api/docs`);
      expect(await violations(page), 'API reference').toEqual([]);
      expect(tab.problems).toEqual([]);
      await context.close();
    });
  }

  it('fits a phone without scrolling sideways', async () => {
    const context = await browser.newContext({
      ...chinesePage,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const tab = await ShopTab.open(context, app.url);
    const { page } = tab;
    expect(await overflow(page)).toBe(0);
    await page.locator('.tile-open').first().tap();
    await page.locator('#product-dialog[open]').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await tab.signIn(4);
    await tab.addFirst();
    await page.locator('#open-cart').tap();
    await page.locator('.cart-lines').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await tab.openChat();
    await tab.ask('300元以内的跑鞋');
    await tab.ask('我的订单到哪了');
    const panel = await tab.chat.panel.boundingBox();
    expect(panel).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await tab.chat.log.evaluate(log => log.scrollWidth - log.clientWidth)).toBe(0);
    expect(await overflow(page)).toBe(0);
    expect(tab.problems).toEqual([]);
    await context.close();
  });
});
