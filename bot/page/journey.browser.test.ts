import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type OfferId } from '../../knowledge/domain/ids.ts';
import type { App } from '../app.ts';
import {
  chinesePage,
  englishPage,
  guestWithOffer,
  launchBrowser,
  noBrowser,
  ShopTab,
  textOf,
} from '../testing/browser.ts';
import { startShop } from '../testing/start-shop.ts';

const journeys = [
  {
    title: 'in English',
    page: englishPage,
    faq: 'How long do I have to return something?',
    faqFact: /30|day/i,
    wish: 'waterproof running shoes under 80',
    limit: 80_00,
    orders: "where's my order",
    orderWord: /WY-\d+/,
    deals: 'any deals?',
    apply: 'Apply',
    add: 'Add to cart',
    placed: /Order WY-\d+ is placed/,
    refused: /already|used|no longer|once/i,
  },
  {
    title: '中文',
    page: chinesePage,
    faq: '退货期限是多久？',
    faqFact: /天/,
    wish: '300元以内的跑鞋',
    limit: 300_00,
    orders: '我的订单到哪了',
    orderWord: /WY-\d+/,
    deals: '有什么优惠吗？',
    apply: '使用优惠',
    add: '加入购物车',
    placed: /订单 WY-\d+ 已提交/,
    refused: /已经|用过|不能|一次/,
  },
] as const;

describe.skipIf(noBrowser)('the shopper’s way through the shop', () => {
  let app: App;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  for (const journey of journeys) {
    describe(journey.title, () => {
      it('answers a question with its source, finds products in the budget, and keeps it all over a reload', async () => {
        const context = await browser.newContext(journey.page);
        const tab = await ShopTab.open(context, app.url);
        await tab.openChat();
        expect(await tab.ask(journey.faq)).toMatch(journey.faqFact);
        const source = tab.chat.log.locator('.sources a').last();
        const help = await context.newPage();
        const article = await help.goto((await source.getAttribute('href')) ?? '');
        expect(article?.status()).toBe(200);
        const [title, dated, ...more] = (await textOf(source)).split(' · ');
        expect(await textOf(help.locator('h1').first())).toBe(title);
        expect(dated).toMatch(/\b\d{4}\b|\d{4}年/);
        expect(more).toEqual([]);
        await help.close();

        await tab.ask(journey.wish);
        const prices = await tab.chat.products.locator('.price strong').allInnerTexts();
        expect(prices.length).toBeGreaterThanOrEqual(2);
        for (const price of prices)
          expect(Number(price.replace(/[^\d.]/g, '')) * 100).toBeLessThanOrEqual(journey.limit);

        await tab.tap(journey.add);
        await tab.page.locator('#cart-count', { hasText: '1' }).waitFor();
        const said = await tab.chat.messages.allInnerTexts();
        await tab.page.reload();
        await tab.ready();
        await tab.answer(3);
        expect(await tab.chat.messages.allInnerTexts()).toEqual(said);
        expect(await textOf(tab.page.locator('#cart-count'))).toBe('1');
        expect(tab.problems).toEqual([]);
        await context.close();
      });

      it('makes a deal that changes the total, redeems it once at checkout, and refuses it afterwards with a reason', async () => {
        const tab = await guestWithOffer(browser, app.url, journey.page, async guest => {
          await guest.addFirst();
          await guest.openChat();
          await guest.ask(journey.deals);
          return guest.isOfferedMoneyOff();
        });
        const before = await tab.total();
        const promised = await textOf(tab.chat.offer.locator('.totals strong'));
        await tab.tap(journey.apply);
        const total = tab.page.locator('#cart-total');
        await total.getByText(promised, { exact: true }).waitFor();
        expect(await tab.total()).not.toBe(before);
        const offer = await tab.chat.log.locator('[data-offer]').first().getAttribute('data-offer');

        await tab.page.locator('#open-cart').click();
        await tab.page.locator('#cart-offer').waitFor();
        expect(await textOf(tab.page.locator('.totals .total dd'))).toBe(promised);
        await tab.page.locator('#email').fill('guest@example.com');
        await tab.page.locator('#checkout').click();
        const thanks = tab.page.locator('.placed h2');
        await thanks.waitFor();
        expect(await textOf(thanks)).toMatch(journey.placed);
        const redeemed = await app.stores.offers.get(asId<OfferId>(offer ?? ''));
        expect(redeemed?.state).toBe('redeemed');
        await tab.page.keyboard.press('Escape');
        // What was bought is no longer in the cart; counted from before that, the next thing would add nothing.
        await tab.page.locator('#cart-count', { hasText: /^0$/ }).waitFor();

        await tab.addFirst();
        const price = await tab.total();
        expect(await tab.tap(journey.apply)).toMatch(journey.refused);
        expect(await tab.total()).toBe(price);
        expect(tab.problems).toEqual([]);
        await tab.page.context().close();
      });

      it('shows a signed-in shopper their orders, and the same conversation on a second device', async () => {
        const here = await browser.newContext(journey.page);
        const tab = await ShopTab.open(here, app.url);
        const number = journeys.indexOf(journey);
        const name = await tab.signIn(number);
        await tab.openChat();
        expect(await tab.ask(journey.orders)).toMatch(journey.orderWord);
        expect(await tab.chat.log.locator('.order .steps').count()).toBeGreaterThan(0);
        const said = await tab.chat.messages.allInnerTexts();

        const there = await browser.newContext(journey.page);
        const other = await ShopTab.open(there, app.url);
        expect(await other.signIn(number)).toBe(name);
        await other.openChat();
        await other.answer(1);
        expect(await other.chat.messages.allInnerTexts()).toEqual(said);
        expect([...tab.problems, ...other.problems]).toEqual([]);
        await here.close();
        await there.close();
      });
    });
  }
});
