import { drawCards } from './cards.js';
import { Connection } from './connection.js';
import { element } from './dom.js';
import { buildFrame, showAnswerer, translateFrame } from './frame.js';
import { answererAfter, contactForm, isContact, isNotice, queueCard, ratingForm, settle } from './handoff.js';
import { Log } from './log.js';
import { words } from './words.js';

/** In the order they are read. */
const sheets = [
  'shared/basics.css',
  'widget/chat.css',
  'widget/handoff.css',
  'widget/cards.css',
  'widget/comparison.css',
];

const openKey = 'counteroffer.open';
const remember = open => {
  try {
    sessionStorage.setItem(openKey, open ? '1' : '');
  } catch {
    // Without storage the chat simply starts closed on the next page.
  }
};
const wasOpen = () => {
  try {
    return sessionStorage.getItem(openKey) === '1';
  } catch {
    return false;
  }
};

/** Puts the launcher on the page; the conversation itself starts when the chat is first opened. */
export const mountChat = async ({ base, language, session }) => {
  const host = document.createElement('counteroffer-chat');
  const root = host.attachShadow({ mode: 'open' });
  for (const sheet of sheets) {
    root.append(element('link', { rel: 'stylesheet', href: `${base}/${sheet}` }));
  }
  const chat = new Chat({ base, language, session, host, root });
  document.body.append(host);
  if (wasOpen()) void chat.open(false);
  return {
    open: () => chat.open(),
    close: () => chat.close(),
    say: text => chat.open().then(() => chat.say(text)),
    setLanguage: next => chat.setLanguage(next),
    setSession: token => chat.setSession(token),
  };
};

class Chat {
  #base;
  #language;
  #host;
  #connection;
  #started = null;
  #seen = new Set();
  #pending = new Map();
  #unread = 0;
  #nodes;
  #log;
  /** The person who answers; null: the assistant. */
  #person = null;
  #queue = null;
  #form = null;

  constructor({ base, language, session, host, root }) {
    this.#base = base;
    this.#language = language === 'zh' ? 'zh' : 'en';
    this.#host = host;
    this.#connection = new Connection({ base, session, language: this.#language });
    this.#connection.addEventListener('activity', event => this.#receive(event.detail));
    this.#connection.addEventListener('state', event => this.#showState(event.detail));
    this.#nodes = buildFrame({
      open: () => this.open(),
      close: () => this.close(),
      send: text => void this.#post({ text }),
      // The assistant does not watch anybody type; a person likes to know.
      types: () => this.#person && this.#connection.typing(),
    });
    this.#log = new Log(this.#nodes.log, () => this.#words);
    root.append(this.#nodes.launcher, this.#nodes.panel);
    this.#translate();
  }

  get #words() {
    return words[this.#language];
  }

  #translate() {
    this.#host.lang = this.#language === 'zh' ? 'zh-CN' : 'en';
    translateFrame(this.#nodes, this.#words);
    this.#showAnswerer();
  }

  #showAnswerer() {
    showAnswerer(this.#nodes, this.#person, this.#words);
  }

  setLanguage(language) {
    this.#language = language === 'zh' ? 'zh' : 'en';
    this.#connection.setLanguage(this.#language);
    this.#translate();
  }

  /** Another shopper signed in or out: their own conversation, from the server's transcript. */
  async setSession(token) {
    if (!this.#started) {
      await this.#connection.switchSession(token).catch(() => undefined);
      this.#started = Promise.resolve();
      return;
    }
    this.#clear();
    await this.#connection.switchSession(token);
  }

  #clear() {
    this.#seen.clear();
    this.#pending.clear();
    this.#log.clear();
    this.#nodes.chips.replaceChildren();
    this.#person = null;
    this.#queue = null;
    this.#form = null;
    this.#showAnswerer();
  }

  async open(focus = true) {
    const { panel, launcher, input } = this.#nodes;
    panel.hidden = false;
    launcher.setAttribute('aria-expanded', 'true');
    this.#host.dataset.open = '';
    remember(true);
    this.#setUnread(0);
    if (focus) input.focus();
    this.#started ??= this.#connection.start().catch(() => {
      this.#started = null;
      this.#showState('offline');
    });
    await this.#started;
    this.#log.scroll();
  }

  close() {
    this.#nodes.panel.hidden = true;
    this.#nodes.launcher.setAttribute('aria-expanded', 'false');
    delete this.#host.dataset.open;
    remember(false);
    this.#nodes.launcher.focus();
  }

  say(text) {
    return this.#post({ text });
  }

  #tap(button) {
    const { value, label } = button;
    void this.#post(value.tap === 'say' ? { text: value.text } : { text: label, value });
  }

  async #post({ text, value }) {
    const clientActivityID = `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    const activity = {
      type: 'message',
      text,
      ...(value ? { value } : {}),
      locale: this.#language === 'zh' ? 'zh-CN' : 'en-US',
      from: { id: 'shopper', role: 'user' },
      channelData: { clientActivityID },
    };
    // A chip chosen with the keyboard disappears: go on from where the next message is typed.
    if (this.#nodes.chips.querySelector(':focus-visible')) this.#nodes.input.focus();
    this.#nodes.chips.replaceChildren();
    const bubble = this.#log.bubble('you', text);
    bubble.classList.add('pending');
    this.#pending.set(clientActivityID, bubble);
    // A person answers when they do; only the assistant is always at it.
    if (!this.#person) this.#log.showTyping();
    await this.#deliver(activity, bubble);
  }

  async #deliver(activity, bubble) {
    try {
      await this.#started;
      await this.#connection.send(activity);
      bubble.classList.remove('pending');
    } catch {
      // Its echo has come on the stream: the message arrived, only the answers to sending it were lost.
      if (!this.#pending.has(activity.channelData.clientActivityID)) return;
      this.#log.hideTyping();
      bubble.classList.remove('pending');
      const retry = element(
        'p',
        { class: 'failed', role: 'alert' },
        this.#words.failed,
        ' ',
        element(
          'button',
          {
            type: 'button',
            onclick: () => {
              retry.remove();
              if (!this.#person) this.#log.showTyping();
              void this.#deliver(activity, bubble);
            },
          },
          this.#words.retry,
        ),
      );
      bubble.append(retry);
    }
  }

  #receive(activity) {
    if (activity.type === 'typing') {
      if (activity.from?.role !== 'user')
        this.#log.showTyping(activity.from?.role === 'agent' ? activity.from.name : null);
      if (activity.text && activity.from?.role === 'bot') this.#log.showDraft(activity.text);
      return;
    }
    if (activity.type !== 'message' || this.#seen.has(activity.id)) return;
    this.#seen.add(activity.id);
    const echo = activity.channelData?.clientActivityID;
    const own = activity.from?.role === 'user' || (echo && activity.from?.role !== 'bot');
    if (own) {
      this.#settleContact(activity.text ?? '');
      const waiting = this.#pending.get(echo);
      this.#pending.delete(echo);
      if (waiting) {
        waiting.classList.remove('pending');
        waiting.querySelector('.failed')?.remove();
      } else this.#log.bubble('you', activity.text ?? '');
      return;
    }
    this.#log.hideTyping();
    const data = activity.channelData?.counteroffer;
    const agent = activity.from?.role === 'agent' ? activity.from.name || data?.desk?.agent : null;
    const who = agent ? 'agent' : isNotice(data?.desk) ? 'notice' : 'bot';
    const bubble = this.#log.bubble(who, data?.textBesideCards ?? activity.text ?? '', data?.language, agent);
    if (data?.desk || agent) this.#handOff(data?.desk ?? {}, agent, bubble, data?.suggestions ?? []);
    if (data) {
      const context = {
        base: this.#base,
        words: words[data.language] ?? this.#words,
        tap: button => this.#tap(button),
      };
      bubble.append(...drawCards(data.cards ?? [], context));
      this.#showChips((data.suggestions ?? []).filter(s => s.value.tap !== 'rate'));
      if (data.cartChanged) window.dispatchEvent(new CustomEvent('counteroffer:cart'));
    }
    if (this.#nodes.panel.hidden) this.#setUnread(this.#unread + 1);
    this.#log.scroll(bubble);
  }

  /** What a word of the desk means for the widget: who answers, the place in the line, what is asked for. */
  #handOff(desk, agent, bubble, suggestions) {
    const words = this.#words;
    const answerer = answererAfter(desk);
    if (answerer !== undefined || (agent && agent !== this.#person)) {
      this.#person = answerer === undefined ? agent : answerer;
      this.#showAnswerer();
    }
    if (desk.change !== 'message') this.#queue?.remove();
    if (desk.position) {
      this.#queue = queueCard(desk, { words, leave: () => this.#post({ text: words.leaveLineText }) });
      bubble.append(this.#queue);
    }
    if (this.#form && (desk.change === 'rating' || desk.change === 'contact')) {
      settle(this.#form);
      this.#form = null;
    }
    const star = suggestions.find(s => s.value.tap === 'rate');
    if (star) {
      const { ticket } = star.value;
      this.#form = ratingForm({
        words,
        rate: (stars, comment) =>
          this.#post({
            text: `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}${comment ? ` ${comment}` : ''}`,
            value: { tap: 'rate', ticket, stars, ...(comment ? { comment } : {}) },
          }),
      });
      bubble.append(this.#form);
    }
    if (desk.change === 'contact') {
      this.#form = contactForm({
        words,
        leave: value => this.#post({ text: value }),
      });
      bubble.append(this.#form);
    }
  }

  /** The address was left, in the form or in words: the form is done. */
  #settleContact(text) {
    if (!this.#form?.classList.contains('contact') || !isContact(text.trim())) return;
    settle(this.#form);
    this.#form = null;
  }

  #showChips(suggestions) {
    this.#nodes.chips.replaceChildren(
      ...suggestions.map(s => element('button', { type: 'button', onclick: () => this.#tap(s) }, s.label)),
    );
  }

  #showState(state) {
    const { state: node } = this.#nodes;
    node.hidden = state === 'online';
    node.textContent = state === 'offline' ? this.#words.offline : state === 'slow' ? this.#words.slow : '';
  }

  #setUnread(count) {
    this.#unread = count;
    const { badge } = this.#nodes;
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute('aria-label', this.#words.fresh);
  }
}
