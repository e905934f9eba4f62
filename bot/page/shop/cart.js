import { api } from './api.js';
import { byId, element, icon, icons, picture, showDialog, toast } from './dom.js';

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
    const { words: w } = this.#state;
    const cart = this.#cart;
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
      cart.lines.map(line => this.#line(line, cart)),
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
      ...cart.nudges.map(nudge => this.#nudge(nudge)),
      this.#deals(cart),
      ...cart.gifts.map(gift => this.#giftChoice(gift)),
      this.#codes(cart),
      problem,
      totals,
      this.#checkout(),
    );
  }

  /** "Add ¥23 and save ¥50". */
  #nudge({ spend, units, saves, title, promotion }) {
    const { words: w } = this.#state;
    const said = w.nudge({ spend, units, saves: saves.text, title: promotion ? title : w.delivery });
    return element('p', { class: 'nudge' }, icon(icons.tag), element('span', {}, said));
  }

  /** Every deal of the total with its amount; the personal one can be taken off again. */
  #deals(cart) {
    const { words: w, language } = this.#state;
    if (cart.deals.length === 0) return null;
    const rows = cart.deals.map(deal => {
      const personal = cart.offer !== null && deal.offer === cart.offer.id;
      const leave = personal
        ? { label: w.removeOffer, work: () => api.removeOffer(language) }
        : deal.code
          ? { label: w.removeCode(deal.code), work: () => api.removeCode(deal.code, language) }
          : null;
      const remove = leave
        ? element(
            'button',
            { type: 'button', class: 'plain', 'aria-label': leave.label, onclick: () => this.#change(leave.work) },
            w.remove,
          )
        : null;
      const name = deal.code && !deal.title.includes(deal.code) ? `${deal.title} · ${deal.code}` : deal.title;
      const terms = deal.terms
        ? element('details', {}, element('summary', {}, w.terms), element('p', {}, deal.terms))
        : null;
      return element(
        'li',
        personal ? { class: 'deal', id: 'cart-offer' } : { class: 'deal' },
        icon(icons.tag),
        element('div', {}, element('strong', {}, name), terms),
        element('div', { class: 'saves' }, element('strong', {}, `−${deal.saves.text}`), remove),
      );
    });
    return element('ul', { class: 'deals', 'aria-label': w.deals }, rows);
  }

  #giftChoice({ promotion, choices }) {
    const { words: w, language } = this.#state;
    if (choices.length < 2) return null;
    // In an order of their own: the one chosen stays where it was tapped.
    const inPlace = [...choices].sort((a, b) => (a.product < b.product ? -1 : 1));
    const options = inPlace.map(choice =>
      element(
        'label',
        { class: 'choice' },
        element('input', {
          type: 'radio',
          name: `gift-${promotion}`,
          checked: choice.chosen,
          onchange: () => this.#change(() => api.chooseGift(promotion, choice.product, language)),
        }),
        picture(choice.picture, 40, 40),
        element('span', {}, choice.name),
      ),
    );
    return element('fieldset', { class: 'gifts' }, element('legend', {}, w.giftChoice), options);
  }

  /** Codes that wait say why; those at work stand among the deals. */
  #codes(cart) {
    const { words: w, language } = this.#state;
    const waiting = cart.codes.filter(code => !code.applied);
    const rows = waiting.map(code =>
      element(
        'li',
        {},
        element(
          'div',
          {},
          element('strong', {}, w.codeWaits(code.code)),
          code.message ? element('p', {}, code.message) : null,
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'round',
            'aria-label': w.removeCode(code.code),
            onclick: () => this.#change(() => api.removeCode(code.code, language)),
          },
          icon(icons.close),
        ),
      ),
    );
    const field = element('input', {
      type: 'text',
      id: 'code',
      name: 'code',
      required: true,
      maxlength: 160,
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
    });
    const form = element(
      'form',
      { class: 'code' },
      element('label', { for: 'code' }, w.code),
      element('div', {}, field, element('button', { type: 'submit', class: 'primary', id: 'enter-code' }, w.enterCode)),
    );
    const refused = this.#refused;
    if (refused) {
      field.value = refused.code;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', 'code-refused');
      form.append(element('p', { class: 'problem', id: 'code-refused', role: 'alert' }, refused.message));
    }
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.#enter(field.value);
    });
    return element('div', { class: 'codes' }, rows.length > 0 ? element('ul', {}, rows) : null, form);
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

  #line(line, cart) {
    const { words: w, language } = this.#state;
    const stepper = line.gift
      ? element('span', { class: 'gift' }, w.gift)
      : element('input', {
          type: 'number',
          min: 0,
          max: 99,
          value: line.quantity,
          'aria-label': `${w.quantity}: ${line.name}`,
          onchange: event =>
            this.#change(() =>
              api.setQuantity(
                line.product,
                Math.max(0, Math.min(99, Math.round(Number(event.target.value) || 0))),
                language,
              ),
            ),
        });
    return element(
      'li',
      {},
      picture(line.picture, 64, 64),
      element(
        'div',
        {},
        element('strong', {}, line.name),
        element('p', {}, line.unitPrice.text),
        cart.missing.includes(line.product) ? element('p', { class: 'problem' }, w.missing) : null,
      ),
      stepper,
      element(
        'div',
        { class: 'amount' },
        line.discount.minor > 0 ? element('s', {}, times(line)) : null,
        element('strong', {}, line.paid.text),
      ),
      line.gift
        ? null
        : element(
            'button',
            {
              type: 'button',
              class: 'round',
              'aria-label': `${w.remove}: ${line.name}`,
              onclick: () => this.#change(() => api.setQuantity(line.product, 0, language)),
            },
            icon(icons.close),
          ),
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

const times = line => {
  const minor = line.paid.minor + line.discount.minor;
  return line.paid.text.replace(/[\d.,]+/, (minor / (line.paid.currency === 'JPY' ? 1 : 100)).toLocaleString('en-US'));
};
