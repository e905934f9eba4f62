import { api } from './api.js';
import { Composer } from './composer.js';
import { avatar, button, element, emptyState, icon, iconButton, refill, toast } from './dom.js';
import { closeConversation, correctAnswer, transferConversation } from './endings.js';
import { giveGoodwill } from './goodwill.js';
import { dueMark } from './inbox.js';
import { Packet } from './packet.js';
import { goToConversation, goToList, moveToList, readRoute } from './route.js';
import { faultText, localized, shopperName, w } from './text.js';
import { Transcript } from './transcript.js';

/** The middle and right columns: one conversation, its transcript, the writing box and its packet. */
export class ConversationView {
  #desk;
  #id = null;
  #head = element('header', { class: 'conversation-head' });
  #bar = element('div', { class: 'ownership', role: 'status' });
  #transcript;
  #composer;
  #packet;
  #column;
  #nothing = element('section', { class: 'nothing-open' });
  node = element('div', { class: 'conversation' });

  constructor(desk) {
    this.#desk = desk;
    this.#transcript = new Transcript(desk, { correct: entry => this.#correct(entry) });
    this.#composer = new Composer(desk, { goodwill: () => this.goodwill() });
    this.#composer.onSent = () => this.#transcript.toEnd();
    this.#packet = new Packet(desk, { attach: card => this.#attach(card), goodwill: () => this.goodwill() });
    this.#column = element(
      'section',
      { class: 'conversation-main' },
      this.#head,
      this.#transcript.node,
      this.#bar,
      this.#composer.node,
    );
    desk.on('thread', id => id === this.#id && this.#draw());
    desk.on('typing', id => id === this.#id && this.#transcript.draw());
    desk.on('inbox', () => this.#id && this.#drawHead());
    document.addEventListener('visibilitychange', () => this.#seen());
    setInterval(
      () => this.#id && !document.hidden && this.conversation?.state === 'waiting' && this.#drawHead(),
      1_000,
    );
  }

  get id() {
    return this.#id;
  }

  get conversation() {
    return this.#id === null ? null : this.#desk.find(this.#id);
  }

  get owns() {
    const c = this.conversation;
    return c?.state === 'agent' && c.agent?.id === this.#desk.own;
  }

  show(id) {
    const changed = id !== this.#id;
    this.#id = id;
    if (id === null) {
      this.#desk.watch(null);
      this.#desk.threads.open = null;
      this.node.replaceChildren(this.#nothing);
      this.#drawNothing();
      return;
    }
    if (changed) {
      this.node.replaceChildren(this.#column, this.#packet.node);
      this.#composer.show(id);
      void this.#desk.threads.show(id);
    }
    this.#draw(changed);
  }

  translate() {
    this.#drawNothing();
    this.#composer.translate();
    this.#transcript.translate();
    if (this.#id) void this.#desk.threads.refresh(this.#id);
    if (this.#id) this.#draw(true);
  }

  focusReply() {
    this.#composer.write('reply');
  }

  focusNote() {
    this.#composer.write('note');
  }

  focusTranscript() {
    this.#transcript.focus();
  }

  focusPacket() {
    if (this.#id) goToConversation(this.#id, { packet: true });
    this.#packet.focus();
  }

  #drawNothing() {
    const waiting = this.#desk.me ? this.#desk.list('queue').length : 0;
    refill(
      this.#nothing,
      emptyState(
        'chat',
        w().nothingOpen,
        waiting > 0 ? w().waitingNow(waiting) : w().nothingOpenText,
        element('p', { class: 'hint' }, w().shortcutHint),
      ),
    );
  }

  #draw(opened = false) {
    const thread = this.#desk.threads.get(this.#id);
    this.#column.setAttribute(
      'aria-label',
      thread?.conversation ? shopperName(thread.conversation.shopper) : w().loading,
    );
    this.#transcript.show(this.#id);
    this.#packet.show(this.#id);
    this.#drawHead();
    this.#seen();
    const c = this.conversation;
    this.#desk.watch(c?.state === 'bot' ? this.#id : null);
    this.#composer.node.hidden = !c || c.state === 'closed';
    if (this.owns && thread?.packet && (opened || c.shopperSeq > 0)) void this.#composer.loadDrafts();
    // A conversation one has just taken is one's own: the list follows it.
    const { list } = readRoute();
    if (this.owns && (list === 'queue' || list === 'bot')) {
      moveToList('mine', this.#id);
      dispatchEvent(new HashChangeEvent('hashchange'));
    }
  }

  #seen() {
    if (this.#id && !document.hidden && this.owns) this.#desk.markShown(this.#id);
  }

  #drawHead() {
    const c = this.conversation;
    if (!c) return;
    const name = shopperName(c.shopper);
    const { packet } = readRoute();
    const back = () => {
      const now = readRoute();
      if (now.packet) goToConversation(this.#id);
      else goToList(now.list ?? 'queue');
    };
    refill(
      this.#head,
      iconButton(w().back, 'back', back, { class: 'icon-button back', 'data-k': 'back' }),
      avatar(c.shopper.name, c.shopper.id),
      element(
        'div',
        { class: 'who' },
        element('h2', {}, name),
        element(
          'p',
          {},
          [
            w().channels[c.channel] ?? c.channel,
            w().languageNames[c.language],
            c.shopper.returning ? w().returning : w().firstVisit,
            c.department ? this.#departmentName(c.department) : null,
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
      c.state === 'waiting' ? dueMark(c) : null,
      element('div', { class: 'acts', role: 'group', 'aria-label': w().actions }, this.#acts(c)),
      iconButton(w().packet, 'panel', () => goToConversation(this.#id, { packet: !readRoute().packet }), {
        class: 'icon-button show-packet',
        'aria-pressed': String(Boolean(packet)),
        'data-k': 'show-packet',
      }),
    );
    this.#drawOwnership(c);
  }

  #departmentName(key) {
    const department = this.#desk.settings?.departments.find(d => d.key === key);
    return department ? localized(department.name) || key : key;
  }

  #acts(c) {
    if (this.owns)
      return [
        button(w().transfer, () => this.transfer(), {
          kind: 'quiet',
          glyph: 'swap',
          key: 'transfer',
          title: w().transfer,
          'aria-keyshortcuts': 't',
        }),
        button(w().backToBot, () => this.release('bot'), {
          kind: 'quiet',
          glyph: 'bot',
          key: 'bot',
          title: w().backToBot,
          'aria-keyshortcuts': 'b',
        }),
        button(w().closeIt, () => this.close(), {
          kind: 'primary',
          glyph: 'check',
          key: 'close',
          'aria-keyshortcuts': 'e',
        }),
      ];
    if (c.state === 'waiting' || c.state === 'bot')
      return [
        button(c.state === 'bot' ? w().bargeIn : w().take, () => this.claim(), {
          kind: 'primary',
          glyph: 'hand',
          key: 'claim',
          'aria-keyshortcuts': 'c',
        }),
      ];
    if (c.state === 'agent' && this.#desk.may('supervisor'))
      return [
        button(w().takeOver, () => this.#act(() => api.takeOver(this.#id)), {
          kind: 'quiet',
          glyph: 'hand',
          key: 'take-over',
        }),
      ];
    return [];
  }

  #drawOwnership(c) {
    const owner = this.owns ? null : w().ownership[c.state](c.agent?.name);
    this.#bar.className = `ownership ${c.state}`;
    this.#bar.hidden = owner === null;
    const text = owner ?? '';
    if (this.#bar.dataset.text === `${c.state} ${text}`) return;
    this.#bar.dataset.text = `${c.state} ${text}`;
    refill(this.#bar, icon({ bot: 'eye', waiting: 'clock', agent: 'person', closed: 'check' }[c.state]), text);
  }

  async #act(call) {
    try {
      const answer = await call();
      this.#desk.takeConversation(answer.conversation);
      return answer;
    } catch (error) {
      toast(faultText(error), 'bad');
      if (this.#id) void this.#desk.threads.refresh(this.#id);
      return null;
    }
  }

  async claim() {
    const c = this.conversation;
    if (!c || this.owns || (c.state !== 'waiting' && c.state !== 'bot')) return;
    if (await this.#act(() => api.claim(c.id))) this.focusReply();
  }

  async release(to) {
    if (!this.owns) return;
    if (await this.#act(() => api.release(this.#id, to))) toast(to === 'bot' ? w().givenBack : w().requeued, 'good');
  }

  async close() {
    if (!this.owns) return;
    const answer = await closeConversation(this.conversation);
    if (!answer) return;
    this.#desk.takeConversation(answer.conversation);
    toast(w().closed, 'good');
  }

  async transfer() {
    if (!this.owns) return;
    const answer = await transferConversation(this.conversation, this.#desk);
    if (answer) this.#desk.takeConversation(answer.conversation);
  }

  async goodwill() {
    const packet = this.#desk.threads.get(this.#id)?.packet;
    if (!packet) return;
    if (!this.owns) return toast(w().refusals['not-yours']);
    const answer = await giveGoodwill(this.#id, packet.authority, this.#desk.currency);
    if (answer?.outcome === 'asked') this.#desk.threads.approvalChanged(answer.approval);
    if (answer) void this.#desk.threads.refresh(this.#id);
  }

  async #correct(entry) {
    const id = this.#id;
    if (await correctAnswer(id, entry)) this.#desk.threads.markCorrected(id, entry.seq);
  }

  #attach(card) {
    if (readRoute().packet) goToConversation(this.#id);
    this.#composer.attach(card);
  }

  addProduct() {
    return this.#composer.addProduct();
  }

  canned() {
    this.#composer.openCanned();
  }
}
