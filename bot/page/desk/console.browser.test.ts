import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../../testing/axe.ts';
import { chinesePage, englishPage, launchBrowser, noBrowser, textOf } from '../../testing/browser.ts';
import type { TestWeb } from '../../testing/test-web.ts';
import type { DeskDouble } from './desk-double.test-helper.ts';
import { agentOf, offerCard, productCard, sourceCard } from './desk-records.test-helper.ts';
import { startDeskDouble } from './desk-server.test-helper.ts';

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const nasty = `<img src="x" onerror="document.title='broken in'"><script>document.title='broken in'</script>`;

describe.skipIf(noBrowser)('the console of the desk', () => {
  let desk: DeskDouble;
  let url: string;
  let web: TestWeb;
  let browser: Browser;
  beforeAll(async () => {
    [{ desk, url, web }, browser] = await Promise.all([startDeskDouble(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.stop();
  });
  beforeEach(() => {
    desk.clear();
    desk.add({ id: 'c1', shopper: { id: 's1', name: 'Ann Ames', language: 'en', returning: true } }, [
      { text: 'How long do I have to return it?' },
      { from: 'bot', text: 'You have 14 days.', cards: [sourceCard] },
      { text: 'a person please' },
    ]);
  });

  /** A console, and what its page complains about. */
  const open = async (
    options: BrowserContextOptions = {},
    { hash = '#/queue', signedIn = true } = {},
  ): Promise<{ page: Page; problems: string[] }> => {
    const context = await browser.newContext({ ...englishPage, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const problems: string[] = [];
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', error => problems.push(error.message));
    if (signedIn) await page.addInitScript(() => localStorage.setItem('desk.session', 'true'));
    await page.goto(`${url}/desk${hash}`);
    if (signedIn) await page.locator('html[data-ready]').waitFor();
    return { page, problems };
  };
  const bubbles = (page: Page) => page.locator('.line .bubble');
  const take = async (page: Page, id: string): Promise<void> => {
    await page.goto(`${url}/desk#/queue/c/${id}`);
    await page.locator('[data-k=claim]').click();
    await page.locator('[data-k=close]').waitFor();
  };
  const send = async (page: Page, text: string): Promise<void> => {
    await page.locator('#reply').fill(text);
    await page.locator('#reply').press('Enter');
  };

  it('lets the first admin in with the one-time token, then signs out and in again', async () => {
    desk.needsFirstAdmin = true;
    desk.signedIn = false;
    const { page, problems } = await open({}, { signedIn: false });
    await page.getByLabel('One-time token').fill('one-time');
    await page.getByLabel('Name', { exact: true }).fill('Lin Mei');
    await page.getByLabel('Login').fill('lin');
    await page.getByLabel('Password').fill('a good password');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.locator('html[data-ready]').waitFor();
    desk.needsFirstAdmin = false;
    await page.locator('#me-menu').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Login').fill('lin');
    await page.getByLabel('Password').fill('a good password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.row').first().waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('says in words why a sign-in was refused', async () => {
    desk.signedIn = false;
    const { page } = await open(chinesePage, { signedIn: false });
    await page.getByLabel('账号').fill('lin');
    await page.getByLabel('密码').fill('wrong password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText('账号或密码不对。').waitFor();
    await page.context().close();
  });

  it('shows script in a shopper’s name and words as the text it is', async () => {
    desk.add({ id: 'evil', shopper: { id: 's9', name: nasty, language: 'en', returning: false } }, [{ text: nasty }]);
    desk.notes.push({
      id: 'n1',
      conversation: 'evil',
      by: { id: 'kit', name: nasty },
      text: nasty,
      at: new Date().toISOString(),
    });
    const { page, problems } = await open({}, { hash: '#/queue/c/evil' });
    expect(await textOf(page.locator('.who h2'))).toBe(nasty);
    expect(await textOf(bubbles(page).first())).toBe(nasty);
    expect(await page.locator('article.note').textContent()).toContain(nasty);
    expect(await page.locator('#app :is(script, img[src="x"])').count()).toBe(0);
    expect(await page.title()).not.toContain('broken in');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('keeps few rows in the page while 2,000 conversations are open, and reaches the last by keyboard', async () => {
    for (let i = 0; i < 2_000; i++) {
      desk.add(
        {
          id: `many-${i}`,
          priority: 2_000 - i,
          shopper: { id: `m${i}`, name: `Shopper ${i}`, language: 'en', returning: false },
        },
        [{ text: `number ${i}` }],
      );
    }
    const { page, problems } = await open();
    const list = page.locator('.rows');
    await list.focus();
    await page.keyboard.press('End');
    await page.getByText('number 1999').waitFor();
    expect(await page.locator('.row').count()).toBeLessThan(40);
    expect(await list.getAttribute('aria-activedescendant')).toContain('many-1999');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.who h2', { hasText: 'Shopper 1' }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('sends once when answers get lost, and shows it once', async () => {
    const { page } = await open();
    await take(page, 'c1');
    const before = await bubbles(page).count();
    desk.lostAnswers = 2;
    await send(page, 'I am looking into it');
    await page.locator('.line.agent:not(.out) .bubble', { hasText: 'I am looking into it' }).waitFor();
    await page.waitForFunction(() => document.querySelector('.line.out') === null);
    expect(await bubbles(page).count()).toBe(before + 1);
    expect(desk.entries.get('c1')?.filter(e => e.text === 'I am looking into it')).toHaveLength(1);
    await page.context().close();
  });

  it('keeps what was written through an outage and a reload, and sends it once', async () => {
    const { page } = await open();
    await take(page, 'c1');
    desk.down = true;
    desk.cut();
    await send(page, 'written while the line was down');
    await page.locator('.line.out', { hasText: 'written while' }).waitFor();
    await page.locator('#reply').fill('a draft that is not sent yet');
    await page.locator('.line-state:not([hidden])').waitFor();
    desk.down = false;
    await page.reload();
    await page.locator('.line.agent:not(.out) .bubble', { hasText: 'written while' }).waitFor();
    expect(desk.entries.get('c1')?.filter(e => e.text.startsWith('written while'))).toHaveLength(1);
    expect(await page.locator('#reply').inputValue()).toBe('a draft that is not sent yet');
    await page.context().close();
  });

  it('misses nothing and doubles nothing when the live line is cut again and again', async () => {
    const { page } = await open();
    await take(page, 'c1');
    const before = await bubbles(page).count();
    for (let i = 0; i < 12; i++) {
      if (i % 3 === 1) desk.cut();
      desk.say('c1', { text: `line ${i}` });
    }
    await bubbles(page)
      .nth(before + 11)
      .waitFor();
    const said = (await bubbles(page).allInnerTexts()).slice(before);
    expect(said).toEqual(Array.from({ length: 12 }, (_, i) => `line ${i}`));
    await page.context().close();
  });

  it('says when the connection is gone and when it is back', async () => {
    const { page } = await open();
    desk.down = true;
    desk.cut();
    await page.locator('.line-state', { hasText: 'nothing is lost' }).waitFor();
    desk.down = false;
    await page.getByRole('button', { name: 'Try now' }).click();
    await page.locator('.line-state').waitFor({ state: 'hidden' });
    desk.add({ id: 'late' });
    desk.change('late', { reason: 'frustration' });
    await page.locator('.row', { hasText: 'Frustrated' }).waitFor();
    await page.context().close();
  });

  it('is worked without a mouse: take, answer with a canned reply, note, close', async () => {
    desk.canned.set('hello', { key: 'hello', title: 'Greeting', text: { en: 'Hello {shopper}, this is {agent}.' } });
    const { page, problems } = await open();
    await page.keyboard.press('n');
    await page.locator('[data-k=close]').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('/hel');
    await page.getByRole('option', { name: /hello/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      (document.querySelector('#reply') as HTMLTextAreaElement).value.startsWith('Hello'),
    );
    expect(await page.locator('#reply').inputValue()).toBe('Hello Ann Ames, this is Lin Mei.');
    await page.keyboard.press('Enter');
    await page.locator('.line.agent:not(.out) .bubble', { hasText: 'this is Lin Mei' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('i');
    await page.keyboard.type('only for us');
    await page.keyboard.press('Enter');
    await page.locator('.note:not(.composer)', { hasText: 'only for us' }).waitFor();
    expect(desk.entries.get('c1')?.some(e => e.text.includes('only for us'))).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('radio', { name: /Resolved/ }).press('Space');
    await page.keyboard.press('Enter');
    await page.locator('.ownership.closed').waitFor();
    expect(desk.conversations.get('c1')?.closeReason).toBe('resolved');
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('announces a new chat, counts it in the title, and asks a supervisor above the own cap', async () => {
    const { page } = await open();
    expect(await page.title()).toBe('(1) Desk · Wild Yonder');
    desk.add({ id: 'bot-1', state: 'bot' });
    desk.change('bot-1', { state: 'waiting', shopper: { id: 'sx', name: 'Noor', language: 'en', returning: false } });
    await page.locator('#live', { hasText: 'New chat waiting: Noor' }).waitFor({ state: 'attached' });
    expect(await page.title()).toBe('(2) Desk · Wild Yonder');
    await take(page, 'c1');
    await page.locator('[data-k=give]').click();
    await page.getByLabel('How much').fill('6000');
    await page.getByLabel('Reason').fill('Twice the wrong size');
    await page.getByRole('button', { name: 'Ask a supervisor' }).click();
    await page.locator('.system.desk-only', { hasText: '¥60' }).waitFor();
    await page.locator('[data-place=approvals]').click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.locator('.done-list', { hasText: 'approved by Lin Mei' }).waitFor();
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no fault that axe-core knows on any view, in ${colorScheme} colours`, async () => {
      const { page, problems } = await open({ colorScheme, viewport: { width: 1280, height: 900 } });
      desk.say('c1', { from: 'bot', text: 'These fit.', cards: [productCard(1), productCard(2), offerCard] });
      for (const [id, state] of [
        ['b1', 'bot'],
        ['x1', 'closed'],
      ] as const)
        desk.add({ id, state }, [{ text: 'hi' }]);
      desk.canned.set('hello', { key: 'hello', title: 'Greeting', text: { en: 'Hello {shopper}', zh: '您好' } });
      desk.staff.set('kit', agentOf('kit', { name: 'Kit Rowe', availability: 'away' }));
      desk.notes.push({
        id: 'n1',
        conversation: 'c1',
        by: { id: 'kit', name: 'Kit' },
        text: 'mind the size',
        at: new Date().toISOString(),
      });
      const look = async (what: string): Promise<void> => expect(await axeFaults(page), what).toEqual([]);
      await look('queue');
      await take(page, 'c1');
      await page.locator('.idea').waitFor();
      await look('conversation');
      await page.locator('[data-k=note]').click();
      await look('note');
      for (const key of ['give', 'transfer', 'close', 'return WY-10432', 'cancel WY-10507']) {
        await page.locator(`[data-k="${key}"]`).click();
        await page.locator('dialog[open]').waitFor();
        await page.locator('dialog .loading').waitFor({ state: 'detached' });
        await look(key);
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'detached' });
      }
      await page.locator('[data-correct="2"]').click();
      await look('correction');
      await page.getByLabel('What is right').fill('You have 30 days.');
      await page.getByRole('button', { name: 'Suggest it' }).click();
      await page.locator('.marked').waitFor();
      await page.locator('#me-menu').click();
      await look('menu');
      await page.getByRole('button', { name: 'My day' }).click();
      await page.locator('.day-body .tiles').waitFor();
      await look('day');
      await page.keyboard.press('Escape');
      for (const place of [
        'bot',
        'closed',
        'team',
        'approvals',
        'knowledge',
        'canned',
        'reports',
        'staff',
        'settings',
      ]) {
        await page.goto(`${url}/desk#/${place}`);
        await page.locator('#main .loading').waitFor({ state: 'detached' });
        await look(place);
      }
      await page.goto(`${url}/desk#/staff`);
      await page.locator('[data-k=add]').click();
      await look('add somebody');
      await page.keyboard.press('Escape');
      desk.signedIn = false;
      await page.evaluate(() => localStorage.setItem('desk.session', 'false'));
      const gate = await open({ colorScheme }, { signedIn: false });
      await gate.page.getByLabel('Login').waitFor();
      expect(await axeFaults(gate.page), 'sign-in').toEqual([]);
      await gate.page.context().close();
      expect(problems).toEqual([]);
      await page.context().close();
    });
  }

  it('fits a phone: list, conversation and packet one after the other, nothing sideways', async () => {
    const { page, problems } = await open({ ...chinesePage, ...phone });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.locator('.row').first().tap();
    await page.locator('.conversation-main .log').waitFor();
    await page.locator('[data-k=claim]').tap();
    await page.locator('[data-k=close]').waitFor();
    expect(await overflow()).toBe(0);
    expect(await page.locator('.inbox').isVisible()).toBe(false);
    await page.locator('[data-k=show-packet]').tap();
    await page.locator('.packet .digest').waitFor();
    expect(await overflow()).toBe(0);
    await page.goBack();
    await page.locator('#reply').waitFor();
    await page.locator('[data-k=back]').tap();
    await page.locator('.inbox .rows, .inbox .empty').first().waitFor();
    for (const place of ['approvals', 'knowledge', 'canned', 'reports', 'staff', 'settings']) {
      await page.goto(`${url}/desk#/${place}`);
      await page.locator('#main .loading').waitFor({ state: 'detached' });
      expect(await overflow(), place).toBe(0);
      expect(await page.locator('#main').evaluate(main => main.scrollWidth - main.clientWidth), place).toBe(0);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
