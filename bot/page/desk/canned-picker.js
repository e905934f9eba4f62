import { api } from './api.js';
import { element, newId } from './dom.js';
import { localized, w } from './text.js';

/** "/" at the start of a word in a text box opens the canned replies; what follows narrows them. */
export class CannedPicker {
  #input;
  #choose;
  #canned = null;
  #matches = [];
  #at = 0;
  #id = newId();
  node = element('div', { class: 'canned-list', role: 'listbox', id: this.#id, hidden: true });
  #status = element('span', { class: 'sr', role: 'status' });

  constructor(input, { choose }) {
    this.#input = input;
    this.#choose = choose;
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#id);
    input.setAttribute('aria-haspopup', 'listbox');
    input.addEventListener('blur', () => setTimeout(() => document.activeElement !== input && this.close(), 150));
    input.after(this.#status);
  }

  get open() {
    return !this.node.hidden;
  }

  close() {
    this.node.hidden = true;
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** The text changed: is a canned reply being asked for? */
  async typed() {
    const word = this.#word();
    if (word === null) return this.close();
    if (word === '' || this.#canned === null) {
      this.#canned = await api
        .canned()
        .then(({ canned }) => canned)
        .catch(() => this.#canned ?? []);
      if (this.#word() === null) return;
    }
    const asked = (this.#word() ?? '').toLowerCase();
    this.#matches = this.#canned
      .filter(c => `${c.key} ${c.title}`.toLowerCase().includes(asked))
      .sort((a, b) => Number(b.key.startsWith(asked)) - Number(a.key.startsWith(asked)) || a.key.localeCompare(b.key))
      .slice(0, 8);
    this.#at = 0;
    this.#draw();
  }

  /** True when the key was for the list. */
  key(event) {
    if (!this.open) return false;
    const count = this.#matches.length;
    if (event.key === 'Escape') this.close();
    else if (count === 0) return false;
    else if (event.key === 'ArrowDown') this.#at = (this.#at + 1) % count;
    else if (event.key === 'ArrowUp') this.#at = (this.#at + count - 1) % count;
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') this.#take(this.#matches[this.#at]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    if (this.open) this.#draw();
    return true;
  }

  #word() {
    const { value, selectionStart } = this.#input;
    return /(?:^|\s)\/([\w-]*)$/.exec(value.slice(0, selectionStart))?.[1] ?? null;
  }

  #take(canned) {
    this.close();
    this.#choose(canned.key);
  }

  #draw() {
    this.node.hidden = false;
    this.node.setAttribute('aria-label', w().cannedReplies);
    this.node.replaceChildren(
      ...(this.#matches.length > 0
        ? this.#matches.map((c, i) =>
            element(
              'div',
              {
                role: 'option',
                id: `${this.#id}-${i}`,
                'aria-selected': String(i === this.#at),
                class: 'canned-option',
                onmousedown: event => {
                  event.preventDefault();
                  this.#take(c);
                },
              },
              element('code', {}, `/${c.key}`),
              element('strong', {}, c.title),
              element('span', {}, localized(c.text)),
            ),
          )
        : [
            element(
              'div',
              { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false', class: 'canned-none' },
              w().noCanned,
            ),
          ]),
    );
    if (this.#matches.length > 0) this.#input.setAttribute('aria-activedescendant', `${this.#id}-${this.#at}`);
    else this.#input.removeAttribute('aria-activedescendant');
    this.node.children[this.#at]?.scrollIntoView({ block: 'nearest' });
    this.#status.textContent = w().cannedCount(this.#matches.length);
  }
}
