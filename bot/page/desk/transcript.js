import { paragraphs } from '/widget/dom.js';
import { avatar, button, element, icon, refill, spinner } from './dom.js';
import { shopperCards } from './shopper-cards.js';
import { dayText, faultText, langTag, shopperName, timeText, w } from './text.js';

const sameSpeaker = (a, b) =>
  a && b && a.from === b.from && a.name === b.name && Date.parse(b.at) - Date.parse(a.at) < 180_000;
const dayOf = iso => new Date(iso).toDateString();

/** The conversation as it went: what the shopper saw, what the desk alone sees in between, and what is under way. */
export class Transcript {
  #desk;
  #id = null;
  #nodes = new Map();
  #pinned = true;
  #top = 0;
  #onCorrect;
  #inner = element('div', { class: 'log-lines' });
  #log = element('div', { class: 'log', role: 'log', tabindex: 0, 'aria-live': 'polite' }, this.#inner);
  #newer = button('', () => this.toEnd(), { kind: 'newer', hidden: true });
  node = element('div', { class: 'transcript' }, this.#log, this.#newer);

  /** `correct(entry)` is asked for when an answer of the bot is to be marked wrong. */
  constructor(desk, { correct }) {
    this.#desk = desk;
    this.#onCorrect = correct;
    this.#log.addEventListener(
      'scroll',
      () => {
        // Only a reader who moves up leaves the end; a card that grows or a box that shrinks does not.
        const { scrollTop, scrollHeight, clientHeight } = this.#log;
        if (scrollHeight - scrollTop - clientHeight < 60) {
          this.#pinned = true;
          this.#newer.hidden = true;
        } else if (scrollTop < this.#top - 2) this.#pinned = false;
        this.#top = scrollTop;
      },
      { passive: true },
    );
    const settle = new ResizeObserver(() => this.#pinned && this.#scroll());
    settle.observe(this.#log);
    settle.observe(this.#inner);
  }

  focus() {
    this.#log.focus();
  }

  toEnd() {
    this.#pinned = true;
    this.#newer.hidden = true;
    this.#scroll();
  }

  show(id) {
    if (id !== this.#id) {
      this.#id = id;
      this.#nodes.clear();
      this.#inner.replaceChildren();
      this.#pinned = true;
      this.#newer.hidden = true;
    }
    this.draw();
  }

  /** Language or colours of the page changed: every line anew. */
  translate() {
    this.#nodes.clear();
    this.draw();
  }

  draw() {
    const thread = this.#desk.threads.get(this.#id);
    this.#log.setAttribute('aria-label', w().transcript);
    refill(this.#newer, icon('down'), w().newMessages);
    if (!thread) return;
    if (!thread.packet) {
      const state = thread.fault
        ? element(
            'div',
            { class: 'empty', role: 'alert' },
            element('p', { class: 'empty-title' }, w().couldNotLoad),
            element('p', {}, faultText(thread.fault)),
            button(w().tryAgain, () => this.#desk.threads.refresh(this.#id)),
          )
        : spinner(w().loading);
      this.#inner.replaceChildren(state);
      return;
    }
    const before = this.#log.scrollHeight;
    const top = this.#log.scrollTop;
    const firstBefore = this.#log.querySelector('[data-seq]')?.dataset.seq;
    const wanted = this.#lines(thread);
    const grew = this.#place(wanted);
    if (this.#pinned) this.#scroll();
    else if (grew && this.#log.querySelector('[data-seq]')?.dataset.seq !== firstBefore)
      this.#log.scrollTop = top + this.#log.scrollHeight - before;
    else if (grew) this.#newer.hidden = false;
  }

  /** What stands in the log, in order, as [key, version, make]. */
  #lines(thread) {
    const lines = [];
    if (thread.earlier) lines.push(['earlier', '', () => this.#earlier()]);
    const { packet } = thread;
    const timed = [
      ...thread.entries.map(entry => ({ at: entry.at, entry })),
      ...thread.notes.map(note => ({ at: note.at, note })),
      ...[...thread.approvals.values()].map(approval => ({ at: approval.askedAt, approval })),
    ];
    // Entries keep their own order; notes stand where their time puts them.
    timed.sort((a, b) => a.at.localeCompare(b.at) || (a.entry && b.entry ? a.entry.seq - b.entry.seq : 0));
    let day = null;
    let last = null;
    for (const { at, entry, note, approval } of timed) {
      if (dayOf(at) !== day) {
        day = dayOf(at);
        lines.push([`day ${day}`, '', () => element('p', { class: 'day' }, dayText(at))]);
        last = null;
      }
      if (entry) {
        const follows = sameSpeaker(last, entry);
        lines.push([
          `entry ${entry.seq}`,
          `${entry.corrected} ${follows} ${entry.id}`,
          () => this.#entry(entry, packet.conversation, follows),
        ]);
        last = entry;
      } else {
        if (note) lines.push([`note ${note.id}`, '', () => this.#note(note.by.name, note.text, note.at)]);
        else lines.push([`approval ${approval.id}`, approval.state, () => approvalLine(approval)]);
        last = null;
      }
    }
    for (const item of this.#desk.outbox.of(this.#id)) {
      if (item.seq && thread.entries.some(e => e.seq === item.seq)) continue;
      lines.push([`out ${item.key}`, item.state, () => this.#outgoing(item)]);
    }
    const typing = this.#desk.typing.get(this.#id);
    if (typing) lines.push(['typing', typing.from, () => this.#typing(typing, packet.conversation)]);
    return lines;
  }

  /** Makes the log these lines, touching only what changed; true when there is something new. */
  #place(lines) {
    const keys = new Set(lines.map(([key]) => key));
    for (const [key, { node }] of this.#nodes) {
      if (keys.has(key)) continue;
      node.remove();
      this.#nodes.delete(key);
    }
    let grew = false;
    let at = null;
    for (const [key, version, make] of lines) {
      const known = this.#nodes.get(key);
      let node = known?.node;
      if (!known || known.version !== version) {
        node = make();
        if (known) known.node.replaceWith(node);
        else grew = true;
        this.#nodes.set(key, { node, version });
      }
      const next = at ? at.nextSibling : this.#inner.firstChild;
      if (next !== node) this.#inner.insertBefore(node, next);
      at = node;
    }
    while (at?.nextSibling) at.nextSibling.remove();
    return grew;
  }

  #earlier() {
    const load = button(
      w().showEarlier,
      async () => {
        load.disabled = true;
        await this.#desk.threads.loadEarlier(this.#id).catch(() => {
          load.disabled = false;
        });
      },
      { kind: 'quiet small' },
    );
    return element('p', { class: 'earlier' }, load);
  }

  #entry(entry, conversation, follows) {
    if (entry.from === 'system') return systemLine(entry, conversation);
    const { from } = entry;
    const name =
      from === 'shopper' ? shopperName(conversation.shopper) : from === 'bot' ? w().bot : (entry.name ?? w().agent);
    const face =
      from === 'shopper'
        ? avatar(conversation.shopper.name, conversation.shopper.id, { size: 'small' })
        : avatar(from === 'bot' ? '' : name, name, { size: 'small', ...(from === 'bot' ? { glyph: 'bot' } : {}) });
    return element(
      'article',
      { class: `line ${from}${follows ? ' follows' : ''}`, 'data-seq': entry.seq },
      face,
      element(
        'div',
        { class: 'said' },
        element(
          'p',
          { class: `by${follows ? ' sr' : ''}` },
          element('strong', {}, name),
          element('time', { datetime: entry.at }, timeText(entry.at)),
        ),
        entry.text
          ? element(
              'div',
              { class: 'bubble', ...(entry.language ? { lang: langTag(entry.language) } : {}) },
              paragraphs(entry.text),
            )
          : null,
        entry.cards.length > 0 ? shopperCards(entry.cards, entry.language ?? conversation.language) : null,
        entry.attachments.map(attachment),
        entry.suggestions.length > 0
          ? element(
              'p',
              { class: 'chips-seen' },
              entry.suggestions.map(s => element('span', {}, s.label)),
            )
          : null,
        from === 'bot' && entry.text ? this.#judge(entry) : null,
      ),
    );
  }

  #judge(entry) {
    if (entry.corrected) return element('p', { class: 'marked' }, icon('flag'), w().markedWrong);
    return button(w().markWrong, () => this.#onCorrect(entry), {
      kind: 'link',
      glyph: 'flag',
      'data-correct': entry.seq,
    });
  }

  #note(by, text, at) {
    return element(
      'article',
      { class: 'note' },
      element(
        'p',
        { class: 'by' },
        icon('lock'),
        element('strong', {}, w().privateNote),
        element('span', {}, by),
        element('time', { datetime: at }, timeText(at)),
      ),
      paragraphs(text),
    );
  }

  #outgoing(item) {
    const failed = item.state === 'failed';
    const status = failed
      ? element(
          'p',
          { class: 'unsent', role: 'alert' },
          icon('alert'),
          `${w().notSent} ${faultText(item.error.code === undefined ? null : item.error)}`,
          button(w().tryAgain, () => this.#desk.outbox.retry(this.#id, item.key), { kind: 'link' }),
          button(w().discard, () => this.#desk.outbox.discard(this.#id, item.key), { kind: 'link' }),
        )
      : element('p', { class: 'sending' }, item.state === 'sent' ? w().sent : w().sending);
    if (item.kind === 'note') {
      const note = this.#note(this.#desk.me.agent.name, item.text, item.at);
      note.classList.add('out');
      note.append(status);
      return note;
    }
    const { name } = this.#desk.me.agent;
    return element(
      'article',
      { class: `line agent out${failed ? ' failed' : ''}` },
      avatar(name, name, { size: 'small' }),
      element(
        'div',
        { class: 'said' },
        element(
          'p',
          { class: 'by' },
          element('strong', {}, name),
          element('time', { datetime: item.at }, timeText(item.at)),
        ),
        item.text ? element('div', { class: 'bubble' }, paragraphs(item.text)) : null,
        item.cards.length > 0
          ? element(
              'p',
              { class: 'chips-seen' },
              item.cards.map(card => element('span', {}, card.label)),
            )
          : null,
        status,
      ),
    );
  }

  #typing({ from, name }, conversation) {
    const who = from === 'shopper' ? shopperName(conversation.shopper) : from === 'bot' ? w().bot : (name ?? w().agent);
    return element(
      'p',
      { class: `typing-line ${from}` },
      element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i')),
      w().isTyping(who),
    );
  }

  #scroll() {
    this.#log.scrollTop = this.#log.scrollHeight;
    // Pictures and fonts of cards take their height a little later.
    requestAnimationFrame(() => {
      if (this.#pinned) this.#log.scrollTop = this.#log.scrollHeight;
    });
  }
}

/** What the shop itself said: who joined, what was given. A card in it is shown as the shopper got it. */
const systemLine = (entry, conversation) => {
  if (entry.cards.length === 0) return element('p', { class: 'system', 'data-seq': entry.seq }, entry.text);
  return element(
    'div',
    { class: 'system-cards', 'data-seq': entry.seq },
    element('p', { class: 'system' }, entry.text),
    shopperCards(entry.cards, entry.language ?? conversation.language),
  );
};

const approvalLine = approval =>
  element(
    'p',
    { class: `system desk-only ${approval.state}` },
    icon('lock'),
    w().approvalLine[approval.state](approval.by.name, approval.saves.text, approval.decidedBy?.name),
  );

/** Only addresses of our own or https are links. */
const attachment = ({ name, contentType, url }) => {
  const safe = /^(\/|https:\/\/)/.test(url);
  return element(
    'p',
    { class: 'attachment' },
    icon('doc'),
    safe ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name) : name,
    element('span', {}, contentType),
  );
};
