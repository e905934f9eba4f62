import { button, element, emptyState, refill, spinner } from './dom.js';
import { faultText, w } from './text.js';

/** A page of things that wait for a supervisor's decision, oldest first, and of what was decided if it keeps that. */
export class DecisionPage {
  #desk;
  #items;
  #load;
  #loaded = false;
  #fault = null;
  #name;
  node;

  /** `name` in words and styles; `items` of the desk, told under that name; `load` reads them anew. */
  constructor(desk, { name, items, load }) {
    this.#desk = desk;
    this.#items = () => [...desk[items].values()];
    this.#load = load;
    this.node = element('section', { class: `page ${name}` });
    this.#name = name;
    desk.on(items, () => this.draw());
  }

  async show() {
    this.draw();
    try {
      await this.#load();
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.#loaded = true;
    this.draw();
  }

  draw() {
    if (!this.#desk.may('supervisor')) return;
    const all = this.#items();
    const open = all.filter(item => this.isOpen(item)).sort((a, b) => this.since(a).localeCompare(this.since(b)));
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places[this.#name]),
        element('p', {}, this.lead()),
      ),
      open.length > 0
        ? element(
            'ul',
            { class: 'cards' },
            open.map(item => this.card(item)),
          )
        : this.#nothing(),
      ...this.after(all),
    );
  }

  /** Below what is open: nothing, unless the page keeps what was decided. */
  after() {
    return [];
  }

  #nothing() {
    if (!this.#loaded) return spinner(w().loading);
    if (this.#fault)
      return emptyState(
        'alert',
        w().couldNotLoad,
        faultText(this.#fault),
        button(w().tryAgain, () => this.show()),
      );
    return this.empty();
  }
}
