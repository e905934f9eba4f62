import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../app.ts';
import { englishPage, guestWithOffer, launchBrowser, noBrowser, ShopTab, textOf } from '../../testing/browser.ts';
import { startShop } from '../../testing/start-shop.ts';

describe.skipIf(noBrowser)('the chat widget', () => {
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext(englishPage);
  });
  afterEach(async () => {
    await context.close();
  });

  it('shows HTML and script in a message as the text they are', async () => {
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    const title = await tab.page.title();
    const nasty = `<img src="x" onerror="document.title='broken in'"><script>document.title='broken in'</script><b>hi</b>`;
    await tab.ask(nasty);
    expect(await textOf(tab.chat.log.locator('.you .text').last())).toBe(nasty);
    expect(await tab.chat.log.locator('.text :is(img, script, b)').count()).toBe(0);
    await tab.page.reload();
    await tab.answer(1);
    expect(await textOf(tab.chat.log.locator('.you .text').last())).toBe(nasty);
    expect(await tab.page.title()).toBe(title);
    expect(tab.problems).toEqual([]);
  });

  it('sets two compared products side by side, each with its own buttons, and says in words only what the table does not', async () => {
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    await tab.ask('show me backpacks');
    await tab.ask('what is the difference between the first two?');
    const table = tab.chat.log.locator('table.comparison');
    await table.waitFor();
    const names = await table.locator('thead .name').allTextContents();
    expect(new Set(names).size).toBe(2);
    const label = table.locator('tbody th', { hasText: /^Weight$/ });
    expect(await label.getAttribute('scope')).toBe('rowgroup');
    const values = await table.locator('tbody', { hasText: 'Weight' }).first().locator('td').allTextContents();
    expect(values).toEqual([expect.stringMatching(/ g$/), expect.stringMatching(/ g$/)]);
    expect(await tab.chat.log.locator('.bot').last().locator('.text').textContent()).not.toContain('Weight');
    expect(await table.evaluate(node => node.scrollWidth <= node.clientWidth)).toBe(true);
    await table.getByRole('button', { name: 'Add to cart' }).nth(1).click();
    await tab.chat.log.getByText(`${names[1]} is in your cart`).waitFor();
    expect(tab.problems).toEqual([]);
  });

  it('keeps emoji and right-to-left text whole', async () => {
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    const mixed = 'שלום 👩‍👩‍👧 مرحبا 你好';
    await tab.ask(mixed);
    expect(await textOf(tab.chat.log.locator('.you .text').last())).toBe(mixed);
  });

  it('delivers a message once when the connection goes and comes back', async () => {
    const sockets: WebSocketRoute[] = [];
    await context.routeWebSocket(/\/stream\?/, socket => {
      sockets.push(socket);
      socket.connectToServer();
    });
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    await tab.ask('hello');

    await context.setOffline(true);
    await Promise.all(sockets.map(socket => socket.close({ code: 1001 })));
    await tab.chat.state.waitFor();
    expect(await textOf(tab.chat.state)).toMatch(/Connection lost/);
    await tab.chat.input.fill('how much is delivery?');
    await tab.chat.send.click();
    await tab.chat.log.locator('.you.pending').waitFor();

    await context.setOffline(false);
    await tab.answer(2);
    await tab.chat.state.waitFor({ state: 'hidden' });
    expect(await tab.chat.log.locator('.you', { hasText: 'how much is delivery?' }).count()).toBe(1);
    expect(await tab.chat.log.locator('.you.pending').count()).toBe(0);
  });

  it('sends again under the same id when the answer to the sending was lost, and the bot hears it once', async () => {
    const tab = await ShopTab.open(context, app.url);
    await tab.openChat();
    let posts = 0;
    await context.route('**/activities', async route => {
      if (route.request().method() !== 'POST') return route.continue();
      posts += 1;
      if (posts > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await tab.ask('what is the return window?');
    await tab.chat.log.locator('.you.pending').waitFor({ state: 'detached' });
    await tab.ask('thanks');
    await expect.poll(() => posts).toBe(3);
    expect(await tab.chat.log.locator('.you').count()).toBe(2);
    await tab.page.reload();
    await tab.answer(2);
    expect(await tab.chat.log.locator('.you .text').allTextContents()).toEqual([
      'what is the return window?',
      'thanks',
    ]);
  });

  it('shows the same messages in two tabs', async () => {
    const one = await ShopTab.open(context, app.url);
    const two = await ShopTab.open(context, app.url);
    await one.openChat();
    await two.openChat();
    await one.ask('what is the return window?');
    await two.answer(1);
    await two.ask('thank you');
    await one.answer(2);
    expect(await one.chat.messages.allTextContents()).toEqual(await two.chat.messages.allTextContents());
    expect([...one.problems, ...two.problems]).toEqual([]);
  });

  it('can be used with the keyboard alone: open, ask, move through the products, apply the deal, close', async () => {
    const focused = (page: Page) =>
      page.evaluate(() => {
        const outer = document.activeElement;
        const node = outer?.shadowRoot?.activeElement ?? outer;
        return {
          text: node?.getAttribute('aria-label') ?? node?.textContent?.trim() ?? '',
          kind: node?.className || (node?.tagName ?? ''),
        };
      });
    const walkTo = async (page: Page, key: 'Tab' | 'Shift+Tab', fits: (text: string, kind: string) => boolean) => {
      for (let step = 0; step < 150; step++) {
        await page.keyboard.press(key);
        const { text, kind } = await focused(page);
        if (fits(text, kind)) return;
      }
      throw new Error('The keyboard did not get there in 150 steps');
    };
    const type = async (tab: ShopTab, text: string, sent: number) => {
      await tab.page.keyboard.type(text);
      await tab.page.keyboard.press('Enter');
      await tab.answer(sent);
    };
    const tab = await guestWithOffer(browser, app.url, englishPage, async guest => {
      await walkTo(guest.page, 'Tab', text => text.startsWith('Add to cart'));
      await guest.page.keyboard.press('Enter');
      await guest.page.locator('#cart-count').getByText('1', { exact: true }).waitFor();
      await walkTo(guest.page, 'Shift+Tab', (_, kind) => kind === 'launcher');
      await guest.page.keyboard.press('Enter');
      await guest.chat.messages.first().waitFor();
      await type(guest, 'any deals?', 1);
      return guest.isOfferedMoneyOff();
    });
    const { page } = tab;
    const before = await tab.total();
    await walkTo(page, 'Shift+Tab', text => text === 'Apply');
    await page.keyboard.press('Enter');
    await tab.answer(2);
    await page.waitForFunction(was => document.querySelector('#cart-total')?.textContent !== was, `¥${before / 100}`);
    expect(await tab.total()).not.toBe(before);

    await walkTo(page, 'Tab', (_, kind) => kind === 'TEXTAREA');
    await type(tab, 'waterproof running shoes under 80', 3);
    await walkTo(page, 'Shift+Tab', (_, kind) => kind === 'track');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => {
      const tracks = document.querySelector('counteroffer-chat')?.shadowRoot?.querySelectorAll('.track');
      return (tracks?.[tracks.length - 1]?.scrollLeft ?? 0) > 100;
    });
    await page.keyboard.press('Escape');
    expect(await tab.chat.panel.isVisible()).toBe(false);
    expect((await focused(page)).kind).toBe('launcher');
    expect(tab.problems).toEqual([]);
    await page.context().close();
  });

  describe('on a page of another origin', () => {
    let site: Server;
    let address: string;
    beforeAll(async () => {
      site = createServer((_req, res) => {
        res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        res.end(
          `<!doctype html><html lang="en"><title>Another shop</title><link rel="icon" href="data:,"><h1>Another shop</h1><script src="${app.url}/widget/counteroffer.js" data-language="en" defer></script>`,
        );
      });
      await new Promise<void>(resolve => {
        site.listen(0, '127.0.0.1', resolve);
      });
      address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    });
    afterAll(() => {
      site?.close();
      site?.closeAllConnections();
    });

    it('works with one script tag, and keeps the conversation over a reload', async () => {
      const tab = await ShopTab.open(context, address, { shop: false });
      await tab.openChat();
      await tab.ask('waterproof running shoes under 80');
      const pictures = tab.chat.log.locator('.product img');
      expect(await pictures.count()).toBeGreaterThan(1);
      await pictures.first().evaluate((image: HTMLImageElement) => image.decode());
      const said = await tab.chat.messages.allTextContents();
      await tab.page.reload();
      await tab.answer(1);
      expect(await tab.chat.messages.allTextContents()).toEqual(said);
      expect(tab.problems).toEqual([]);
    });
  });
});
