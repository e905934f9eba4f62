import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../app.ts';
import { englishPage, launchBrowser, noBrowser, ShopTab, startShop, textOf } from '../../testing/browser.ts';
import { DeskTab } from '../../testing/desk-tab.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'deploy', 'screenshots');
const largest = 300_000;
const pictures = process.env.UPDATE_SCREENSHOTS === '1';

/** The README's pictures, made anew only when asked for. */
const picture = async (tab: { readonly page: DeskTab['page'] }, name: string): Promise<void> => {
  if (!pictures) return;
  await tab.page.locator('#toast').waitFor({ state: 'hidden' });
  const path = join(folder, `desk-${name}.png`);
  await tab.page.screenshot({ path });
  expect(statSync(path).size, name).toBeLessThan(largest);
};

const desktop = { ...englishPage, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;

describe.skipIf(noBrowser)('a shopper and the staff, each at their own window', () => {
  let app: App;
  let browser: Browser;
  let admin: DeskTab;
  let agent: DeskTab;
  let shopper: ShopTab;
  beforeAll(async () => {
    if (pictures) mkdirSync(folder, { recursive: true });
    [app, browser] = await Promise.all([startShop(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const desk = () => `${app.url}/desk`;
  const newDesk = async (address: string, options = {}): Promise<DeskTab> =>
    DeskTab.open(await browser.newContext({ ...desktop, ...options }), address);
  /** The last words the shopper's chat shows. */
  const heard = (text: string | RegExp) => shopper.chat.messages.filter({ hasText: text }).last().waitFor();

  it('A1: the first admin sets the desk up and invites an agent, who signs in and is available', async () => {
    admin = await newDesk(desk());
    await admin.setUp(app.firstAdmin ?? '', 'Lin Mei', 'lin');
    const [campaign] = await app.stores.promotions.campaigns();
    await admin.page.locator('[data-place=settings]').click();
    await admin.page.getByLabel('Goodwill campaign').fill(campaign?.id ?? '');
    await admin.page.getByRole('button', { name: 'Add a department' }).click();
    const night = admin.page.locator('.department-row').last();
    await night.getByLabel('Key').fill('night');
    await night.getByLabel('Name (EN)').fill('Night shift');
    await night.getByLabel('A transfer while closed').selectOption('refuse');
    await night.getByText('Own hours').click();
    await night.getByRole('button', { name: 'Add hours' }).click();
    const today = Number(new Date(Date.now() + 8 * 3_600_000).getUTCDay());
    for (const [i, box] of (await night.locator('.hours-row input[type=checkbox]').all()).entries()) {
      // Open on one day only, three days from now.
      await box.setChecked((i + 1) % 7 === (today + 3) % 7);
    }
    await admin.page.getByRole('button', { name: 'Save' }).click();
    await admin.page.locator('#toast', { hasText: 'Saved' }).waitFor();

    agent = await newDesk(await admin.addStaff('Kit Rowe', 'kit', 30));
    await agent.acceptInvitation();
    await agent.setAvailable();
    await agent.page.locator('#me-menu').click();
    await agent.page.getByLabel('Conversations at once').fill('3');
    await agent.page.getByLabel('Conversations at once').press('Tab');
    await agent.page.locator('#toast', { hasText: 'Saved' }).waitFor();
    await agent.page.keyboard.press('Escape');
    await agent.page.locator('.inbox-head .load', { hasText: '0 of 3' }).waitFor();

    shopper = await ShopTab.open(await browser.newContext({ ...englishPage, reducedMotion: 'reduce' }), app.url);
    await shopper.signIn(1);
    await shopper.addFirst();
    await shopper.openChat();
    await shopper.ask('waterproof running shoes under 80');
    await shopper.ask('what is the return window?');
    await shopper.ask("where's my order");
    await shopper.ask('I want to talk to a person');
    await agent.row('Asked for a person').waitFor();
    await agent.page.locator('.due').first().waitFor();
    await picture(agent, 'queue');
  });

  it('A2: one screen has the summary, the transcript with its cards, identity, orders, cart and authority', async () => {
    await agent.row('Asked for a person').click();
    await agent.take.click();
    await heard(/Kit Rowe/);
    await agent.packet.locator('.digest').waitFor();
    expect(await agent.packet.locator('.identity.verified').count()).toBe(1);
    expect(await agent.packet.locator('.order-row').count()).toBeGreaterThan(0);
    expect(await agent.packet.locator('.part.cart .sum').count()).toBe(1);
    expect(await textOf(agent.packet.locator('.authority strong'))).toBe('¥30');
    expect(await agent.page.locator('.line.bot shopper-cards').count()).toBeGreaterThanOrEqual(3);
    expect(await agent.page.locator('shopper-cards .product').count()).toBeGreaterThan(0);
    await picture(agent, 'packet');
  });
});
