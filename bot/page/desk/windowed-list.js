import { element, newId, patch } from './dom.js';

/**
 * A listbox of any length: only the rows in sight are in the page, each at its place. Rows have one height. The
 * keyboard moves the active row (arrows, Home, End, Page keys); Enter or a click chooses it.
 */
export class WindowedList {
  #rowHeight;
  #draw;
  #choose;
  #items = [];
  #rows = new Map();
  #active = null;
  #chosen = null;
  #id = newId();
  #space = element('div', { class: 'rows-space', role: 'presentation' });
  node = element('div', { class: 'rows', role: 'listbox', tabindex: 0 }, this.#space);

  /** `draw(item)` gives a row's children; `choose(item)`. Items have an `id`. */
  constructor({ rowHeight, draw, choose }) {
    this.#rowHeight = rowHeight;
    this.#draw = draw;
    this.#choose = choose;
    this.node.addEventListener('scroll', () => this.#show(), { passive: true });
    this.node.addEventListener('keydown', event => this.#key(event));
    this.node.addEventListener('focus', () => this.#activate(this.#active ?? this.#chosen ?? this.#items[0]?.id));
    new ResizeObserver(() => this.#show()).observe(this.node);
  }

  set label(text) {
    this.node.setAttribute('aria-label', text);
  }

  get length() {
    return this.#items.length;
  }

  setItems(items, chosen) {
    this.#items = items;
    this.#chosen = chosen;
    if (!items.some(item => item.id === this.#active)) this.#active = chosen;
    this.#space.style.height = `${items.length * this.#rowHeight}px`;
    this.#show(true);
  }

  /** Draws what is in sight again: ages have moved on. */
  redraw() {
    this.#show(true);
  }

  /** The item `by` places from the chosen one. */
  neighbour(by) {
    const at = this.#items.findIndex(item => item.id === this.#chosen);
    if (at < 0) return this.#items[by > 0 ? 0 : this.#items.length - 1] ?? null;
    return this.#items[at + by] ?? null;
  }

  reveal(id) {
    const at = this.#items.findIndex(item => item.id === id);
    if (at < 0) return;
    const top = at * this.#rowHeight;
    const { scrollTop, clientHeight } = this.node;
    if (top < scrollTop) this.node.scrollTop = top;
    else if (top + this.#rowHeight > scrollTop + clientHeight)
      this.node.scrollTop = top + this.#rowHeight - clientHeight;
    this.#show();
  }

  #show(anew = false) {
    const { scrollTop, clientHeight } = this.node;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - 4);
    const last = Math.min(this.#items.length, Math.ceil((scrollTop + (clientHeight || 800)) / this.#rowHeight) + 4);
    const wanted = new Set();
    for (let i = first; i < last; i++) {
      const item = this.#items[i];
      wanted.add(item.id);
      let row = this.#rows.get(item.id);
      const fresh = row === undefined;
      if (fresh) {
        row = element('div', { class: 'row', role: 'option', id: `${this.#id}-${this.#rows.size}-${item.id}` });
        row.style.height = `${this.#rowHeight}px`;
        row.addEventListener('click', () => {
          this.#activate(item.id);
          this.#choose(item.id);
        });
        this.#rows.set(item.id, row);
        this.#space.append(row);
      }
      if (fresh || anew) patch(row, this.#draw(item));
      row.style.transform = `translateY(${i * this.#rowHeight}px)`;
      row.setAttribute('aria-setsize', String(this.#items.length));
      row.setAttribute('aria-posinset', String(i + 1));
      row.setAttribute('aria-selected', String(item.id === this.#chosen));
      row.classList.toggle('active', item.id === this.#active);
    }
    for (const [id, row] of this.#rows) {
      if (wanted.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    const active = this.#rows.get(this.#active);
    if (active) this.node.setAttribute('aria-activedescendant', active.id);
    else this.node.removeAttribute('aria-activedescendant');
  }

  #activate(id) {
    this.#active = id ?? null;
    this.reveal(id);
    this.#show();
  }

  #key(event) {
    const page = Math.max(1, Math.floor(this.node.clientHeight / this.#rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      if (this.#active === null) return;
      event.preventDefault();
      this.#choose(this.#active);
    } else if (step !== undefined && this.#items.length > 0) {
      event.preventDefault();
      const at = this.#items.findIndex(item => item.id === this.#active);
      const next = Math.max(0, Math.min(this.#items.length - 1, at + step));
      this.#activate(this.#items[next].id);
    }
  }
}
