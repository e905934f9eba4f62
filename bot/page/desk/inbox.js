import { api } from './api.js';
import { avatar, button, element, emptyState, icon, refill, spinner, toast } from './dom.js';
import { goToConversation, goToList, lists } from './route.js';
import { agoText, faultText, lengthText, shopperName, w } from './text.js';
import { WindowedList } from './windowed-list.js';

const rowHeight = 92;
const liveMilliseconds = 4_000;

/** The left column: queue, own, colleagues', the bot's and closed conversations, with a search in what is shown. */
export class Inbox {
  #desk;
  #list = 'queue';
  #chosen = null;
  #find = '';
  #loading = false;
  #fault = null;
  #poll = 0;
  #tabs = element('div', { class: 'tabs', role: 'group' });
  #search = element('input', { type: 'search', class: 'find', autocomplete: 'off', id: 'find' });
  #head = element('div', { class: 'inbox-head' });
  #body = element('div', { class: 'inbox-body' });
  #rows;
  node;

  constructor(desk) {
    this.#desk = desk;
    this.#rows = new WindowedList({
      rowHeight,
      draw: conversation => this.#row(conversation),
      choose: id => goToConversation(id, { list: this.#list }),
    });
    this.#search.addEventListener('input', () => {
      this.#find = this.#search.value.trim().toLowerCase();
      this.#draw();
    });
    this.node = element('section', { class: 'inbox' }, this.#head, this.#tabs, this.#body);
    desk.on('inbox', () => this.#draw());
    desk.on('staff', () => this.#drawHead());
    desk.on('me', () => this.#drawHead());
    setInterval(() => {
      if (!document.hidden && this.node.isConnected) this.#rows.redraw();
    }, 1_000);
  }

  show(list, chosen) {
    const changed = list !== this.#list;
    this.#list = list;
    this.#chosen = chosen;
    clearInterval(this.#poll);
    if (list === 'bot' || list === 'closed') void this.#load(changed);
    // The bot's conversations change by the second and nobody subscribes to all of them.
    if (list === 'bot') this.#poll = setInterval(() => document.hidden || this.#load(false), liveMilliseconds);
    this.translate();
    if (chosen) this.#rows.reveal(chosen);
  }

  hide() {
    clearInterval(this.#poll);
  }

  translate() {
    this.node.setAttribute('aria-label', w().conversations);
    this.#search.setAttribute('aria-label', w().find);
    this.#search.placeholder = w().find;
    this.#drawHead();
    this.#draw();
  }

  focus() {
    this.#rows.node.focus();
  }

  focusSearch() {
    this.#search.focus();
  }

  step(by) {
    const next = this.#rows.neighbour(by);
    if (next) goToConversation(next.id, { list: this.#list });
  }

  async takeNext() {
    try {
      const { conversation } = await api.claimNext();
      if (conversation === null) return toast(w().nothingWaits);
      this.#desk.takeConversation(conversation);
      goToConversation(conversation.id, { list: 'mine' });
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }

  async #load(first) {
    const list = this.#list;
    this.#loading = first;
    this.#draw();
    try {
      await (list === 'bot' ? this.#desk.loadLive() : this.#desk.loadClosed());
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    } finally {
      this.#loading = false;
      this.#draw();
    }
  }

  #drawHead() {
    const { me } = this.#desk;
    if (!me) return;
    const mine = this.#desk.list('mine').length;
    const capacity = me.agent.capacity;
    refill(
      this.#head,
      element('h1', {}, w().lists[this.#list]),
      element(
        'span',
        { class: `load${mine >= capacity ? ' full' : ''}`, title: w().loadHint },
        w().load(mine, capacity),
      ),
      button(w().takeNext, () => this.takeNext(), { kind: 'primary small', key: 'next', id: 'take-next' }),
    );
  }

  #draw() {
    if (!this.#desk.me) return;
    this.#drawTabs();
    this.#drawHead();
    const all = this.#desk.list(this.#list);
    const items = this.#find ? all.filter(c => this.#fits(c)) : all;
    this.#rows.label = w().lists[this.#list];
    this.#rows.setItems(items, this.#chosen);
    const state = this.#stateInstead(items);
    if (state) {
      this.#body.replaceChildren(this.#search, state);
    } else if (!this.#rows.node.isConnected) {
      this.#body.replaceChildren(this.#search, this.#rows.node);
      this.#rows.redraw();
    }
  }

  #stateInstead(items) {
    if (!this.#desk.loaded || this.#loading) return spinner(w().loading);
    if (this.#fault && items.length === 0)
      return emptyState(
        'alert',
        w().couldNotLoad,
        faultText(this.#fault),
        button(w().tryAgain, () => this.#load(true)),
      );
    if (items.length > 0) return null;
    if (this.#find) return emptyState('search', w().nothingFound, w().nothingFoundText);
    const { title, text } = w().emptyLists[this.#list];
    return emptyState(
      { queue: 'inbox', mine: 'chat', team: 'people', bot: 'bot', closed: 'check' }[this.#list],
      title,
      text,
    );
  }

  #fits({ shopper, preview, channel, agent }) {
    return [shopper.name, preview, channel, agent?.name].some(text => text?.toLowerCase().includes(this.#find));
  }

  #drawTabs() {
    const counts = {
      queue: this.#desk.list('queue').length,
      mine: this.#desk.list('mine').length,
      team: this.#desk.list('team').length,
    };
    const unread = this.#desk.list('mine').some(c => this.#desk.isUnread(c));
    this.#tabs.setAttribute('aria-label', w().listsLabel);
    refill(
      this.#tabs,
      lists.map(list =>
        element(
          'button',
          {
            type: 'button',
            class: 'tab',
            'data-k': list,
            'data-list': list,
            'aria-pressed': String(list === this.#list),
            onclick: () => goToList(list),
          },
          w().tabs[list],
          counts[list]
            ? element('span', { class: list === 'mine' && unread ? 'count new' : 'count' }, String(counts[list]))
            : null,
          list === 'mine' && unread ? element('span', { class: 'sr' }, w().unread) : null,
        ),
      ),
    );
  }

  #row(c) {
    const name = shopperName(c.shopper);
    const unread = c.state === 'agent' && c.agent?.id === this.#desk.own && this.#desk.isUnread(c);
    const typing = this.#desk.typing.get(c.id)?.from === 'shopper';
    return [
      element(
        'div',
        { class: `row-in${unread ? ' unread' : ''}` },
        avatar(c.shopper.name, c.shopper.id, { size: 'small' }),
        element(
          'div',
          { class: 'row-main' },
          element(
            'p',
            { class: 'row-top' },
            element('span', { class: 'row-name' }, name),
            unread ? element('span', { class: 'dot' }, element('span', { class: 'sr' }, w().unread)) : null,
            element('span', { class: 'row-age' }, c.state === 'waiting' ? '' : agoText(c.lastAt)),
            c.state === 'waiting' ? dueMark(c) : null,
          ),
          element(
            'p',
            { class: 'row-preview' },
            typing ? w().isTyping(name) : c.preview || w().reasons[c.reason] || w().noWords,
          ),
          element('p', { class: 'row-tags' }, rowTags(c, this.#list)),
        ),
      ),
    ];
  }
}

/** How much of the time for a first reply is used, as words and as a ring. */
export const dueMark = c => {
  if (!c.dueAt || !c.waitingSince) return null;
  const now = Date.now();
  const due = Date.parse(c.dueAt);
  const used = Math.min(1, (now - Date.parse(c.waitingSince)) / Math.max(1, due - Date.parse(c.waitingSince)));
  const state = now > due ? 'late' : used > 0.66 ? 'soon' : 'fine';
  const node = element(
    'span',
    { class: `due ${state}` },
    element('i', { 'aria-hidden': 'true' }),
    now > due ? w().late(lengthText(now - due)) : w().dueIn(lengthText(due - now)),
  );
  node.style.setProperty('--used', String(used));
  return node;
};

const tag = (kind, glyph, text) => element('span', { class: `tag ${kind}` }, glyph ? icon(glyph) : null, text);

const rowTags = (c, list) => [
  c.reason ? tag(`reason ${c.reason}`, null, w().reasonTags[c.reason]) : null,
  c.mood === 'upset' ? tag('upset', 'alert', w().upset) : null,
  c.valueAtRisk ? tag('value', null, w().atRisk(c.valueAtRisk.text)) : null,
  list === 'team' && c.agent ? tag('who', 'person', c.agent.name) : null,
  c.preferred && c.state === 'waiting' ? tag('who', 'person', w().forPerson(c.preferred.name)) : null,
  c.contact ? tag('who', c.contact.kind === 'email' ? 'mail' : 'phone', c.contact.value) : null,
  c.closeReason ? tag('closed', null, w().closeReasons[c.closeReason]) : null,
  c.rating ? tag('rating', 'star', String(c.rating)) : null,
  c.language === 'zh' ? tag('lang', null, '中文') : tag('lang', null, 'EN'),
];
