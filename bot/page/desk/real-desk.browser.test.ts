import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../knowledge/domain/ids.ts';
import type { App } from '../../app.ts';
import { englishPage, launchBrowser, noBrowser, ShopTab, textOf } from '../../testing/browser.ts';
import { DeskTab, deskPassword } from '../../testing/desk-tab.ts';
import { type Line, openLine } from '../../testing/line.ts';
import { startShop } from '../../testing/start-shop.ts';

const phone: BrowserContextOptions = {
  locale: 'zh-CN',
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
};

/** Notes what the page plays: the tones it starts, on an audio context that runs. */
const listenToAudio = (): void => {
  const heard: number[] = [];
  Object.assign(window, { heard });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    if (this.context.state === 'running') heard.push(this.frequency.value);
    start.apply(this, at);
  };
};
const heard = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { heard: number[] }).heard);

describe.skipIf(noBrowser)('the console at the real desk', () => {
  let app: App;
  let browser: Browser;
  let line: Line;
  let admin: DeskTab;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
    line = await openLine(app.port);
    admin = await DeskTab.open(await context(), `${app.url}/desk#first-admin=${app.firstAdmin ?? ''}`);
    await admin.setUp(app.firstAdmin ?? '', 'Lin Mei', 'lin');
    await admin.setAvailable();
  });
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await app?.close();
  });

  const context = (options: BrowserContextOptions = {}) =>
    browser.newContext({ ...englishPage, reducedMotion: 'reduce', ...options });

  /** A guest whom the bot has handed to the desk, and their conversation. */
  const guestWhoWaits = async (): Promise<{ guest: ShopTab; id: ConversationId }> => {
    const known = new Set(app.desk.inbox.all().map(c => c.id));
    const guest = await ShopTab.open(await context(), app.url);
    await guest.openChat();
    await guest.ask('what is the return window?');
    await guest.ask('I want to talk to a person');
    await expect.poll(() => app.desk.inbox.all().some(c => !known.has(c.id))).toBe(true);
    const id = app.desk.inbox.all().find(c => !known.has(c.id))!.id as ConversationId;
    return { guest, id };
  };
  const heardBy = (guest: ShopTab, text: string) => guest.chat.messages.filter({ hasText: text }).last().waitFor();
  const saidBy = async (id: ConversationId, text: string): Promise<number> =>
    (await app.stores.transcripts.after(id, 0, 200)).filter(e => e.from === 'agent' && e.activity.includes(text))
      .length;

  it('is worked by keyboard alone: take the next, answer, note, close; the shopper hears the answer and not the note', async () => {
    const { guest, id } = await guestWhoWaits();
    const { page } = admin;
    const { keyboard } = page;
    await admin.list('queue');
    await admin.row('Guest').first().waitFor();
    await keyboard.press('n');
    await page.locator('[data-k=close]').waitFor();
    await keyboard.press('r');
    await keyboard.type('Hello, Lin here.');
    await keyboard.press('Enter');
    await heardBy(guest, 'Hello, Lin here.');
    await keyboard.press('Escape');
    await keyboard.press('i');
    await keyboard.type('only for us');
    await keyboard.press('Enter');
    await page.locator('article.note:not(.out)', { hasText: 'only for us' }).waitFor();
    await keyboard.press('Escape');
    await keyboard.press('e');
    await page.getByRole('radio', { name: /Resolved/ }).press('Space');
    await keyboard.press('Enter');
    await page.locator('.ownership.closed').waitFor();
    await heardBy(guest, 'Lin Mei has left');
    expect(await guest.chat.log.textContent()).not.toContain('only for us');
    expect((await app.stores.conversations.get(id))?.desk?.closeReason).toBe('resolved');
    expect(admin.problems).toEqual([]);
    await guest.page.context().close();
  });

  it('keeps what was written through an outage and a reload, sends it once, and shows what came meanwhile', async () => {
    const { guest, id } = await guestWhoWaits();
    const tab = await DeskTab.open(await context(), `${line.url}/desk`);
    const { page } = tab;
    await tab.signIn('lin');
    await tab.list('queue');
    await tab.row('Guest').first().click();
    await tab.take.click();
    await page.locator('[data-k=close]').waitFor();
    line.down();
    await page.locator('#reply').fill('written while the line was down');
    await page.locator('#reply').press('Enter');
    await page.locator('.line.out', { hasText: 'written while' }).waitFor();
    await page.locator('#reply').fill('a draft that is not sent yet');
    await page.locator('.line-state', { hasText: 'nothing is lost' }).waitFor();
    await guest.write('are you still there?');
    line.mend();
    await page.reload();
    await tab.ready();
    await tab.said('written while the line was down');
    await tab.said('are you still there?');
    await heardBy(guest, 'written while the line was down');
    await page.waitForFunction(() => document.querySelector('.line.out') === null);
    expect(await saidBy(id, 'written while the line was down')).toBe(1);
    expect(await page.locator('#reply').inputValue()).toBe('a draft that is not sent yet');
    await page.locator('.line-state').waitFor({ state: 'hidden' });
    await page.context().close();
    await guest.page.context().close();
  });

  it('is worked on a phone in Chinese: list, conversation, answer, packet, and no page goes sideways', async () => {
    const { guest } = await guestWhoWaits();
    const tab = await DeskTab.open(await context(phone), `${app.url}/desk`);
    const { page } = tab;
    const sideways = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ...Array.from(document.querySelectorAll('#main')).map(main => main.scrollWidth - main.clientWidth),
        ),
      );
    await page.getByLabel('账号').fill('lin');
    await page.getByLabel('密码').fill(deskPassword);
    await page.getByRole('button', { name: '登录' }).tap();
    await tab.ready();
    await page.locator('.row').first().tap();
    await page.locator('[data-k=claim]').tap();
    await page.locator('[data-k=close]').waitFor();
    expect(await page.locator('.inbox').isVisible()).toBe(false);
    await page.locator('#reply').fill('我在手机上');
    await page.locator('.composer [type=submit], [data-k=send]').first().tap();
    await heardBy(guest, '我在手机上');
    expect(await sideways()).toBe(0);
    await page.locator('[data-k=show-packet]').tap();
    await page.locator('.packet .digest').waitFor();
    expect(await sideways()).toBe(0);
    for (const place of [
      'queue',
      'bot',
      'closed',
      'approvals',
      'knowledge',
      'canned',
      'reports',
      'staff',
      'settings',
    ]) {
      await page.goto(`${app.url}/desk#/${place}`);
      await page.locator('#main .loading').waitFor({ state: 'detached' });
      expect([place, await sideways()]).toEqual([place, 0]);
    }
    // The last of the places: brought into sight in a bar that runs on beyond the edge.
    const open = (await page.locator('.rail [aria-current=page]').boundingBox())!;
    const bar = (await page.locator('.rail-places').boundingBox())!;
    expect(open.x).toBeGreaterThanOrEqual(bar.x);
    expect(open.x + open.width).toBeLessThanOrEqual(bar.x + bar.width + 1);
    expect(tab.problems).toEqual([]);
    await page.context().close();
    await guest.page.context().close();
  });

  it('sounds when a new chat waits, is silent once muted, and remembers that', async () => {
    const own = await context();
    await own.addInitScript(listenToAudio);
    const tab = await DeskTab.open(own, `${app.url}/desk`);
    const { page } = tab;
    await tab.signIn('lin');
    const news = () => page.locator('#live', { hasText: 'New chat waiting' }).waitFor({ state: 'attached' });
    const first = await guestWhoWaits();
    await news();
    await expect.poll(() => heard(page)).toEqual([523, 784]);
    const soundBox = page.getByLabel('Sound for new chats');
    await page.locator('#me-menu').click();
    await soundBox.uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await tab.ready();
    await page.locator('#me-menu').click();
    expect(await soundBox.isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    const second = await guestWhoWaits();
    await news();
    expect(await heard(page)).toEqual([]);
    // Switched on again it is heard at once, so that one knows how loud it is.
    await page.locator('#me-menu').click();
    await soundBox.check();
    await expect.poll(() => heard(page)).toEqual([660]);
    expect(await textOf(page.locator('#live'))).toContain('New chat waiting');
    for (const { guest } of [first, second]) await guest.page.context().close();
    await own.close();
  });
});
