import { api } from './api.js';
import { CannedPicker } from './canned-picker.js';
import { button, element, icon, iconButton, refill, toast } from './dom.js';
import { work } from './keep.js';
import { pickProduct } from './product-picker.js';
import { faultText, w } from './text.js';

const typingEvery = 3_000;
const longestReply = 4_000;
const longestNote = 10_000;

/** Where an agent writes: a reply to the shopper, or a note that never leaves the desk. */
export class Composer {
  #desk;
  #id = null;
  #mode = 'reply';
  #cards = [];
  #typedAt = 0;
  #drafts = { for: null, list: [], loading: false };
  #modes = element('div', { class: 'modes', role: 'group' });
  #ideas = element('div', { class: 'ideas', hidden: true });
  #attached = element('div', { class: 'attached', hidden: true });
  #input = element('textarea', { rows: 2, id: 'reply', enterkeyhint: 'send', autocomplete: 'off' });
  #label = element('label', { class: 'sr', for: 'reply' });
  #tools = element('div', { class: 'tools' });
  #send = element('button', { type: 'submit', class: 'button primary' });
  #hint = element('p', { class: 'composer-hint', id: 'composer-hint' });
  #form;
  #picker;
  node;

  /** `goodwill()` opens the deal dialog. */
  constructor(desk, { goodwill }) {
    this.#desk = desk;
    this.goodwill = goodwill;
    this.#picker = new CannedPicker(this.#input, { choose: key => this.#fillCanned(key) });
    this.#input.setAttribute('aria-describedby', 'composer-hint');
    this.#form = element(
      'form',
      { class: 'composer reply' },
      this.#modes,
      this.#ideas,
      this.#attached,
      element('div', { class: 'write' }, this.#picker.node, this.#label, this.#input),
      element('div', { class: 'composer-foot' }, this.#tools, this.#hint, this.#send),
    );
    this.node = this.#form;
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener('keydown', event => this.#key(event));
    this.#input.addEventListener('input', () => this.#typed());
  }

  show(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#cards = [];
    this.#drafts = { for: null, list: [], loading: false };
    this.#setMode('reply');
    this.translate();
  }

  translate() {
    const note = this.#mode === 'note';
    this.#form.className = `composer ${this.#mode}`;
    this.#modes.setAttribute('aria-label', w().writeAs);
    const mode = (name, glyph, text) =>
      element(
        'button',
        {
          type: 'button',
          class: 'mode',
          'data-k': name,
          'aria-pressed': String(this.#mode === name),
          onclick: () => this.write(name),
        },
        icon(glyph),
        text,
      );
    refill(this.#modes, mode('reply', 'chat', w().reply), mode('note', 'lock', w().privateNote));
    this.#label.textContent = note ? w().noteLabel : w().replyLabel;
    this.#input.placeholder = note ? w().notePlaceholder : w().replyPlaceholder;
    this.#input.maxLength = note ? longestNote : longestReply;
    this.#hint.textContent = note ? w().noteHint : w().replyHint;
    refill(this.#send, icon(note ? 'lock' : 'send'), element('span', {}, note ? w().saveNote : w().send));
    refill(
      this.#tools,
      note
        ? []
        : [
            iconButton(w().cannedReplies, 'slash', () => this.openCanned(), { 'data-k': 'canned' }),
            iconButton(w().drafts, 'bulb', () => this.loadDrafts(true), { 'data-k': 'drafts' }),
            iconButton(w().addProduct, 'cart', () => this.addProduct(), { 'data-k': 'product' }),
            iconButton(w().goodwill, 'tag', () => this.goodwill(), { 'data-k': 'goodwill' }),
          ],
    );
    this.#drawIdeas();
    this.#drawAttached();
  }

  /** To the text box, as a reply or a note. */
  write(mode) {
    this.#setMode(mode);
    this.translate();
    this.#input.focus();
  }

  insert(text) {
    this.#setMode('reply');
    this.#input.value = text;
    this.#typed();
    this.translate();
    this.#input.focus();
    // The first blank that is left to fill.
    const blank = /\{\w+\}/.exec(text);
    if (blank) this.#input.setSelectionRange(blank.index, blank.index + blank[0].length);
    else this.#input.setSelectionRange(text.length, text.length);
  }

  /** Attaches a card to the next reply: {type, product | offer, label}. */
  attach(card) {
    if (this.#cards.length >= 6) return toast(w().sixCards);
    if (!this.#cards.some(c => c.type === card.type && c.product === card.product && c.offer === card.offer))
      this.#cards.push(card);
    this.#setMode('reply');
    this.translate();
    this.#input.focus();
  }

  async addProduct() {
    const conversation = this.#desk.find(this.#id);
    const product = await pickProduct(conversation?.language ?? 'en');
    if (product)
      this.attach({ type: 'product', product: product.id, label: `${product.name} · ${product.price.text}` });
  }

  /** Replies drafted from the shop's knowledge to the latest question. `open`: even when there are none, say so. */
  async loadDrafts(open = false) {
    const id = this.#id;
    const question = this.#desk.find(id)?.shopperSeq ?? 0;
    if (!open && this.#drafts.for === question) return;
    this.#drafts = { for: question, list: [], loading: open };
    this.#drawIdeas();
    try {
      const { drafts } = await api.drafts(id);
      if (id !== this.#id) return;
      this.#drafts = { for: question, list: drafts.slice(0, 3), loading: false };
      if (open && drafts.length === 0) toast(w().noDrafts);
    } catch (error) {
      if (id !== this.#id) return;
      this.#drafts = { for: question, list: [], loading: false };
      if (open) toast(faultText(error), 'bad');
    }
    this.#drawIdeas();
  }

  #setMode(mode) {
    if (this.#id !== null && this.#input.dataset.for) work.write(this.#input.dataset.for, this.#input.value);
    this.#mode = mode;
    const key = `desk.text.${mode}.${this.#id}`;
    if (this.#input.dataset.for !== key) {
      this.#input.dataset.for = key;
      this.#input.value = work.read(key, '');
    }
    this.#picker.close();
    this.#fit();
  }

  #fit() {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(220, Math.max(48, this.#input.scrollHeight))}px`;
  }

  #typed() {
    work.write(this.#input.dataset.for, this.#input.value);
    this.#fit();
    if (this.#mode === 'note') return;
    this.#picker.typed();
    if (this.#input.value.trim() === '' || Date.now() - this.#typedAt < typingEvery) return;
    const conversation = this.#desk.find(this.#id);
    if (conversation?.agent?.id !== this.#desk.own) return;
    this.#typedAt = Date.now();
    api.typing(this.#id).catch(() => undefined);
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#picker.key(event)) return;
    // A Chinese input method confirms its choice with Enter: that is not "send".
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === '.' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.write(this.#mode === 'note' ? 'reply' : 'note');
    }
  }

  #submit() {
    const text = this.#input.value.trim();
    if (!text && (this.#mode === 'note' || this.#cards.length === 0)) return this.#input.focus();
    if (this.#mode === 'note') this.#desk.outbox.note(this.#id, text);
    else this.#desk.outbox.send(this.#id, { text, cards: this.#cards });
    this.#cards = [];
    this.#drafts = { ...this.#drafts, list: [] };
    this.#input.value = '';
    this.#typedAt = 0;
    work.write(this.#input.dataset.for, '');
    this.#fit();
    this.#drawAttached();
    this.#drawIdeas();
    this.onSent?.();
  }

  openCanned() {
    this.write('reply');
    if (!this.#input.value.endsWith('/'))
      this.#input.value += this.#input.value && !/\s$/.test(this.#input.value) ? ' /' : '/';
    this.#input.focus();
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
    this.#picker.typed();
  }

  async #fillCanned(key) {
    try {
      const { text } = await api.fillCanned(this.#id, key);
      const before = this.#input.value.replace(/(^|\s)\/\S*$/, '$1');
      this.insert(before + text);
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }

  #drawIdeas() {
    const { list, loading } = this.#drafts;
    this.#ideas.hidden = this.#mode === 'note' || (list.length === 0 && !loading);
    if (this.#ideas.hidden) return;
    const dismiss = () => {
      this.#drafts = { ...this.#drafts, list: [], loading: false };
      this.#drawIdeas();
      this.#input.focus();
    };
    refill(
      this.#ideas,
      element(
        'p',
        { class: 'ideas-head' },
        icon('bulb'),
        loading ? w().loadingDrafts : w().draftsHead,
        list.length > 0 ? iconButton(w().dismiss, 'close', dismiss) : null,
      ),
      list.map((draft, i) =>
        element(
          'button',
          { type: 'button', class: 'idea', 'data-k': `idea ${i}`, onclick: () => this.insert(draft.text) },
          element('span', { class: 'idea-text' }, draft.text),
          element('span', { class: 'idea-source' }, icon('doc'), draft.source.title),
        ),
      ),
    );
  }

  #drawAttached() {
    this.#attached.hidden = this.#mode === 'note' || this.#cards.length === 0;
    refill(
      this.#attached,
      this.#cards.map((card, i) =>
        element(
          'span',
          { class: 'attach' },
          icon(card.type === 'product' ? 'cart' : 'tag'),
          element('span', {}, card.label),
          button(
            null,
            () => {
              this.#cards.splice(i, 1);
              this.#drawAttached();
              this.#input.focus();
            },
            { kind: 'bare', glyph: 'close', 'aria-label': w().removeCard(card.label) },
          ),
        ),
      ),
    );
  }
}
