import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** The reason why browser tests are skipped here, or null when they can run. */
export const noBrowser: string | null = existsSync(chromiumPath)
  ? null
  : `No Chromium at ${chromiumPath}: set CHROMIUM_PATH to run the browser tests`;

if (noBrowser) process.stderr.write(`${noBrowser}\n`);

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The text of the one element that fits, without the space around it. */
export const textOf = async (locator: Locator): Promise<string> => ((await locator.textContent()) ?? '').trim();

/** One shopper's tab: the shop page with the chat on it, and everything that went wrong in the console or the network. */
export class ShopTab {
  readonly page: Page;
  readonly problems: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(message.text());
    });
    page.on('pageerror', error => this.problems.push(error.message));
    page.on('response', response => {
      if (response.status() >= 400) this.problems.push(`${response.status()} ${response.url()}`);
    });
  }

  /** `shop: false` for a page that has the widget alone. */
  static async open(context: BrowserContext, url: string, { shop = true } = {}): Promise<ShopTab> {
    const tab = new ShopTab(await context.newPage());
    await tab.page.goto(url);
    if (shop) await tab.ready();
    return tab;
  }

  /** Resolves when the shop page has drawn its products and its cart. */
  ready(): Promise<unknown> {
    return this.page.locator('html[data-ready]').waitFor();
  }

  get chat() {
    const widget = this.page.locator('counteroffer-chat');
    return {
      launcher: widget.locator('.launcher'),
      panel: widget.locator('.panel'),
      input: widget.locator('.composer textarea'),
      send: widget.locator('.send'),
      log: widget.locator('.log'),
      messages: widget.locator('.message:not(.typing)'),
      chips: widget.locator('.chips button'),
      state: widget.locator('.state'),
      offer: widget.locator('.offer').last(),
      products: widget.locator('.message').last().locator('.product'),
    };
  }

  async openChat(): Promise<void> {
    await this.chat.launcher.click();
    await this.chat.messages.first().waitFor();
  }

  /** What was said last, once the bot has answered message number `sent` of the shopper. */
  async answer(sent: number): Promise<string> {
    await this.page.waitForFunction(count => {
      const log = document.querySelector('counteroffer-chat')?.shadowRoot?.querySelector('.log');
      const said = Array.from(log?.querySelectorAll('.message:not(.typing)') ?? []);
      return (
        said.filter(m => m.classList.contains('you')).length === count &&
        said.at(-1)?.classList.contains('you') === false
      );
    }, sent);
    return textOf(this.chat.messages.last());
  }

  async #sent(): Promise<number> {
    return this.chat.log.locator('.message.you').count();
  }

  /** Types it, sends it, waits for the reply and returns its text with that of its cards. */
  async ask(text: string): Promise<string> {
    const before = await this.#sent();
    await this.chat.input.fill(text);
    await this.chat.send.click();
    return this.answer(before + 1);
  }

  /** Types it and sends it, without waiting for anybody to answer. */
  async write(text: string): Promise<void> {
    await this.chat.input.fill(text);
    await this.chat.send.click();
  }

  /** Presses a button or chip of the chat by its name and waits for the reply. */
  async tap(name: string): Promise<string> {
    const before = await this.#sent();
    await this.chat.panel.getByRole('button', { name, exact: true }).last().click();
    return this.answer(before + 1);
  }

  /** Signs in as the demo shopper of that number, from 0; gives their name. */
  async signIn(number: number): Promise<string> {
    await this.page.locator('#account').click();
    const person = this.page.locator('.people button').nth(number);
    const name = await textOf(person.locator('strong'));
    await person.click();
    await this.page.locator('#account', { hasText: name }).waitFor();
    return name;
  }

  /** Puts the first product of the page into the cart. */
  async addFirst(): Promise<void> {
    const count = Number(await textOf(this.page.locator('#cart-count')));
    await this.page.locator('.tile .primary:enabled').first().click();
    // By more than one where the second of something brings a gift along.
    await this.page.waitForFunction(
      before => Number(document.querySelector('#cart-count')?.textContent) > before,
      count,
    );
  }

  /**
   * Whether the last reply offers a deal that takes something off the cart as it is: a gift leaves the total as it is, and
   * a deal for more goods than these has another.
   */
  async isOfferedMoneyOff(): Promise<boolean> {
    const card = this.chat.messages.last().locator('.offer');
    if ((await card.locator('.buttons button').count()) === 0) return false;
    const without = await textOf(card.locator('.totals s'));
    if (without !== (await textOf(this.page.locator('#cart-total')))) return false;
    return without !== (await textOf(card.locator('.totals strong')));
  }

  /** The cart's total in the page's header, in minor units; 0 when it is empty. */
  async total(): Promise<number> {
    const text = await this.page.locator('#cart-total').textContent();
    return Math.round(Number((text ?? '').replace(/[^\d.]/g, '')) * 100);
  }
}

/** One guest in ten is held out of deals for good, others get gifts: guests come in until one has the deal that `meets` asks for. */
export const guestWithOffer = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  meets: (tab: ShopTab) => Promise<boolean>,
): Promise<ShopTab> => {
  for (let guest = 0; guest < 10; guest++) {
    const context = await browser.newContext(options);
    const tab = await ShopTab.open(context, url);
    if (await meets(tab)) return tab;
    await context.close();
  }
  throw new Error('None of 10 guests was offered a deal');
};

export const englishPage: BrowserContextOptions = { locale: 'en-GB', viewport: { width: 1280, height: 900 } };
export const chinesePage: BrowserContextOptions = { locale: 'zh-CN', viewport: { width: 1280, height: 900 } };
