import type { BrowserContext, Locator, Page } from 'playwright-core';

export const deskPassword = 'a password for tests';

/** One member of staff at the console, and everything that went wrong in the page's console or its scripts. */
export class DeskTab {
  readonly page: Page;
  readonly problems: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(15_000);
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(message.text());
    });
    page.on('pageerror', error => this.problems.push(error.message));
  }

  static async open(context: BrowserContext, address: string): Promise<DeskTab> {
    const tab = new DeskTab(await context.newPage());
    await tab.page.goto(address);
    return tab;
  }

  ready(): Promise<void> {
    return this.page.locator('html[data-ready]').waitFor();
  }

  async setUp(token: string, name: string, login: string): Promise<void> {
    await this.page.getByLabel('One-time token').fill(token);
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Login').fill(login);
    await this.page.getByLabel('Password').fill(deskPassword);
    await this.page.getByRole('button', { name: 'Set up and sign in' }).click();
    await this.ready();
  }

  /** Adds somebody with the staff form and gives their one-time address. */
  async addStaff(name: string, login: string, capMajor: number, role = 'agent'): Promise<string> {
    await this.page.locator('[data-place=staff]').click();
    await this.page.locator('[data-k=add]').click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Login').fill(login);
    await this.page.getByLabel('Role').selectOption(role);
    await this.page.getByLabel('Goodwill cap').fill(String(capMajor));
    await this.page.getByRole('button', { name: 'Save' }).click();
    const address = await this.page.getByLabel('One-time link').inputValue();
    await this.page.getByRole('button', { name: 'Done' }).click();
    return address;
  }

  async acceptInvitation(): Promise<void> {
    await this.page.getByLabel('New password').fill(deskPassword);
    await this.page.getByRole('button', { name: 'Start' }).click();
    await this.ready();
  }

  async signIn(login: string): Promise<void> {
    await this.page.getByLabel('Login').fill(login);
    await this.page.getByLabel('Password').fill(deskPassword);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.ready();
  }

  async setAvailable(): Promise<void> {
    const toggle = this.page.locator('#availability');
    if ((await toggle.getAttribute('aria-checked')) !== 'true') await toggle.click();
    await this.page.locator('#availability[aria-checked=true]').waitFor();
  }

  async list(name: 'queue' | 'mine' | 'team' | 'bot' | 'closed'): Promise<void> {
    const tab = this.page.locator(`.tab[data-list=${name}]`);
    if (!(await tab.isVisible())) await this.page.locator('[data-place=inbox]').click();
    await tab.click();
  }

  row(text: string | RegExp): Locator {
    return this.page.locator('.row', { hasText: text });
  }

  get take(): Locator {
    return this.page.locator('[data-k=claim]');
  }

  /** Writes to the shopper and waits until it is said. */
  async say(text: string): Promise<void> {
    await this.page.locator('[data-k=reply]').click();
    await this.page.locator('#reply').fill(text);
    await this.page.locator('#reply').press('Enter');
    await this.said(text);
  }

  said(text: string | RegExp): Promise<void> {
    return this.page.locator('.line:not(.out) .bubble', { hasText: text }).last().waitFor();
  }

  get packet(): Locator {
    return this.page.locator('.packet');
  }
}
