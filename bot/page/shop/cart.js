import { api } from './api.js';
import { drawCodes, drawDeals, drawGiftChoice, drawLine, drawNudge } from './cart-parts.js';
import { byId, element, icon, icons, showDialog, toast } from './dom.js';

/** The cart drawer: reads the cart again after every change, whoever made it (page, chat, another device). */
export class CartDrawer {
  #state;
  #dialog = byId('cart-dialog');
  #cart = null;
  #key = null;
  /** The code just refused, and why; gone with the next change. */
  #refused = null;
  #last = Promise.resolve();

  constructor(state) {
    this.#state = state;
    byId('open-cart').addEventListener('click', () => this.open());
    window.addEventListener('counteroffer:cart', () => void this.#changedByChat());
  }

  async refresh() {
    this.#show(await this.#inTurn(() => api.cart(this.#state.language)));
  }

  /** One call after the other: an answer that was overtaken would show a cart that is no more. */
  #inTurn(call) {
    const answer = this.#last.then(call);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** The chat put something in, took it out or applied a deal: say the new total. */
  async #changedByChat() {
    const before = this.#cart?.total.minor;
    await this.refresh();
    if (this.#cart.total.minor !== before) toast(this.#state.words.newTotal(this.#cart.total.text));
  }

  async add(product) {
    try {
      this.#show(await this.#inTurn(() => api.add(product.id, 1, this.#state.language)));
      toast(this.#state.words.added(product.name));
    } catch (error) {
      toast(error.message);
    }
  }

  async open() {
    this.#refused = null;
    await this.refresh();
    this.#draw();
  }

  #show(cart, redraw = true) {
    const before = this.#cart?.total.minor;
    this.#cart = cart;
    const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
    byId('cart-count').textContent = String(count);
    byId('cart-total').textContent = cart.total.text;
    byId('cart-total').hidden = count === 0;
    if (before !== undefined && before !== cart.total.minor) {
      byId('open-cart').classList.remove('changed');
      // Read the layout once so that the animation starts anew.
      void byId('open-cart').offsetWidth;
      byId('open-cart').classList.add('changed');
    }
    if (redraw && this.#dialog.open) this.#draw();
  }

  async #change(work) {
    try {
      const cart = await this.#inTurn(work);
      // Nothing changed, and what there was to say is said.
      if (!cart) return;
      this.#refused = null;
      this.#show(cart);
    } catch (error) {
      toast(error.message ?? this.#state.words.failed);
      await this.refresh();
    }
  }

  #draw() {
    const { words: w, language } = this.#state;
    const cart = this.#cart;
    const means = {
      words: w,
      language,
      change: work => this.#change(work),
      enter: code => this.#enter(code),
      refused: this.#refused,
    };
    const close = element(
      'button',
      { type: 'button', class: 'round', 'aria-label': w.close, onclick: () => this.#dialog.close() },
      icon(icons.close),
    );
    const head = element('header', {}, element('h2', { id: 'cart-title' }, w.cartTitle), close);
    if (cart.lines.length === 0) return showDialog(this.#dialog, head, this.#empty());
    const lines = element(
      'ul',
      { class: 'cart-lines' },
      cart.lines.map(line => drawLine(line, cart, means)),
    );
    const money = (label, text, cls) =>
      element('div', { class: cls ?? '' }, element('dt', {}, label), element('dd', {}, text));
    const totals = element(
      'dl',
      { class: 'totals' },
      money(w.subtotal, cart.subtotal.text),
      cart.discount.minor > 0 ? money(w.discount, `−${cart.discount.text}`, 'off') : null,
      money(w.shipping, cart.shipping.minor === 0 ? w.free : cart.shipping.text),
      money(w.total, cart.total.text, 'total'),
    );
    const problem = cart.problem ? element('p', { class: 'problem', role: 'alert' }, cart.problem.message) : null;
    showDialog(
      this.#dialog,
      head,
      lines,
      ...cart.nudges.map(nudge => drawNudge(nudge, means)),
      drawDeals(cart, means),
      ...cart.gifts.map(gift => drawGiftChoice(gift, means)),
      drawCodes(cart, means),
      problem,
      totals,
      this.#checkout(),
    );
  }

  /** A refused code stays in its field, with the reason below it. */
  async #enter(code) {
    await this.#change(async () => {
      try {
        return await api.enterCode(code, this.#state.language);
      } catch (error) {
        if (!(error.status >= 400 && error.status < 500)) throw error;
        this.#refused = { code, message: error.message };
        this.#draw();
        byId('code').focus();
        return null;
      }
    });
  }

  #empty() {
    const { words: w } = this.#state;
    const ask = () => {
      this.#dialog.close();
      window.Counteroffer?.open();
    };
    return element(
      'div',
      { class: 'placed empty' },
      icon(icons.cart),
      element('h3', {}, w.empty),
      element('p', {}, w.emptyHint),
      element('button', { type: 'button', class: 'primary', onclick: ask }, w.ask),
    );
  }

  #checkout() {
    const { words: w, language, shopper } = this.#state;
    const email = shopper?.signedIn
      ? null
      : element('input', {
          type: 'email',
          required: true,
          id: 'email',
          name: 'email',
          autocomplete: 'email',
          placeholder: 'name@example.com',
        });
    const button = element('button', { type: 'submit', class: 'primary wide', id: 'checkout' }, w.checkout);
    const form = element(
      'form',
      { class: 'checkout' },
      email ? element('label', { for: 'email' }, w.email) : null,
      email,
      button,
    );
    form.addEventListener('submit', async event => {
      event.preventDefault();
      button.disabled = true;
      button.textContent = w.placing;
      // One key per checkout shown: a second click or a resend finds the same order.
      this.#key ??= crypto.randomUUID();
      try {
        const order = await api.checkout(this.#key, email?.value, this.#cart.total.minor, language);
        this.#key = null;
        this.#placed(order);
      } catch (error) {
        if (error.status && error.status < 500) this.#key = null;
        toast(error.message ?? w.failed);
        await this.refresh();
        this.#draw();
      }
    });
    return form;
  }

  #placed(answer) {
    const { words: w } = this.#state;
    const order = answer.order ?? answer;
    const close = element(
      'button',
      { type: 'button', class: 'primary wide', onclick: () => this.#dialog.close() },
      w.close,
    );
    showDialog(
      this.#dialog,
      element(
        'div',
        { class: 'placed' },
        icon(icons.check),
        element('h2', { id: 'cart-title', 'data-order': order.number }, w.placed(order.number)),
        element('p', {}, `${w.total}: ${order.total.text}`),
        element('p', {}, w.placedText),
        close,
      ),
    );
    // The drawer keeps its thanks; only the header learns that the cart is empty again.
    void api.cart(this.#state.language).then(cart => this.#show(cart, false));
  }
}
