import { api } from './api.js';
import { avatar, button, element, icon, refill, toast } from './dom.js';
import { showMenu } from './menu.js';
import { goToList, goToPage, readRoute } from './route.js';
import { faultText, localized, w } from './text.js';

const places = [
  ['inbox', 'inbox', null],
  ['approvals', 'scale', 'supervisor'],
  ['knowledge', 'book', 'supervisor'],
  ['canned', 'slash', 'agent'],
  ['reports', 'chart', 'supervisor'],
  ['staff', 'people', 'agent'],
  ['settings', 'gear', 'admin'],
];

/** What stands around every view: the rail with the places, who works here, and whether the line is alive. */
export class Frame {
  #desk;
  #alerts;
  #signOut;
  #rail = element('nav', { class: 'rail' });
  #me = element('div', { class: 'rail-me' });
  #line = element('div', { class: 'line-state', role: 'status', hidden: true });
  #timer = 0;
  main = element('main', { id: 'main', tabindex: -1 });
  node = element('div', { class: 'frame' });

  constructor(desk, { alerts, signOut }) {
    this.#desk = desk;
    this.#alerts = alerts;
    this.#signOut = signOut;
    this.node.append(this.#rail, this.#line, this.main);
    desk.on('me', () => this.draw());
    desk.on('approvals', () => this.draw());
    desk.on('suggestions', () => this.draw());
    desk.on('inbox', () => this.draw());
    desk.on('connection', () => this.#drawLine());
  }

  draw() {
    const { me } = this.#desk;
    if (!me) return;
    const { page } = readRoute();
    this.#rail.setAttribute('aria-label', w().places.label);
    refill(
      this.#rail,
      element(
        'a',
        { class: 'rail-brand', href: '#/queue', 'aria-label': localized(me.shop.name), title: localized(me.shop.name) },
        element('img', { src: '/shop/mark.svg', alt: '', width: 34, height: 34 }),
      ),
      element(
        'div',
        { class: 'rail-places' },
        places
          .filter(([, , role]) => role === null || this.#desk.may(role))
          .map(([name, glyph]) => this.#place(name, glyph, page)),
      ),
      this.#me,
    );
    this.#drawMe();
    // On a phone the places run sideways: the one that is open is in sight.
    this.#rail.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #place(name, glyph, page) {
    const count = this.#count(name);
    return element(
      'button',
      {
        type: 'button',
        class: 'place',
        'data-k': name,
        'data-place': name,
        ...(page === name ? { 'aria-current': 'page' } : {}),
        onclick: () => (name === 'inbox' ? goToList('queue') : goToPage(name)),
      },
      icon(glyph),
      element('span', { class: 'place-name' }, w().places[name]),
      count
        ? element('span', { class: 'place-count' }, String(count), element('span', { class: 'sr' }, w().waitingCount))
        : null,
    );
  }

  #count(name) {
    if (name === 'inbox') return this.#desk.list('queue').length;
    if (name === 'approvals') return [...this.#desk.approvals.values()].filter(a => a.state === 'asked').length;
    if (name === 'knowledge') return [...this.#desk.suggestions.values()].filter(s => s.state === 'open').length;
    return 0;
  }

  #drawMe() {
    const { agent } = this.#desk.me;
    const available = agent.availability === 'available';
    refill(
      this.#me,
      element(
        'button',
        {
          type: 'button',
          class: `availability ${agent.availability}`,
          role: 'switch',
          'aria-checked': String(available),
          'data-k': 'availability',
          id: 'availability',
          'aria-label': w().availableSwitch,
          onclick: () => this.toggleAvailability(),
        },
        element('i', { 'aria-hidden': 'true' }),
        element('span', {}, available ? w().available : w().away),
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'me-button',
          'data-k': 'menu',
          id: 'me-menu',
          'aria-haspopup': 'dialog',
          'aria-label': w().menuOf(agent.name),
          onclick: () => this.menu(),
        },
        avatar(agent.name, agent.name, { size: 'small' }),
      ),
    );
  }

  async toggleAvailability() {
    const { agent } = this.#desk.me;
    const availability = agent.availability === 'available' ? 'away' : 'available';
    try {
      this.#desk.setMe(await api.setAvailability({ availability }));
      toast(availability === 'available' ? w().nowAvailable : w().nowAway);
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }

  menu() {
    return showMenu(this.#desk, { alerts: this.#alerts, signOut: this.#signOut });
  }

  /** Nothing while all is well: what is shown is only what the reader should know. */
  #drawLine() {
    clearTimeout(this.#timer);
    const { state, until } = this.#desk.connection;
    this.node.dataset.line = state;
    if (state === 'live') {
      this.#line.hidden = true;
      return;
    }
    const show = () => {
      const seconds = until ? Math.max(1, Math.ceil((until - Date.now()) / 1_000)) : null;
      this.#line.hidden = false;
      refill(
        this.#line,
        icon('alert'),
        element('span', {}, navigator.onLine ? w().reconnecting(state === 'waiting' ? seconds : null) : w().noNetwork),
        state === 'waiting'
          ? button(w().tryNow, () => this.#desk.retryConnection(), { kind: 'link', key: 'try' })
          : null,
      );
      if (state === 'waiting') this.#timer = setTimeout(show, 1_000);
    };
    // A reconnect of a blink is not worth a line.
    if (this.#line.hidden) this.#timer = setTimeout(show, 900);
    else show();
  }
}
