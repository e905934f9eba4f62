import { api } from './api.js';
import { avatar, button, element, emptyState, icon, refill, spinner, toast } from './dom.js';
import { goToConversation } from './route.js';
import { agoText, faultText, w } from './text.js';

/** Goodwill above an agent's cap, for a supervisor to decide. */
export class ApprovalsPage {
  #desk;
  #notes = new Map();
  #busy = new Set();
  #loaded = false;
  #fault = null;
  node = element('section', { class: 'page approvals' });

  constructor(desk) {
    this.#desk = desk;
    desk.on('approvals', () => this.draw());
  }

  async show() {
    this.draw();
    try {
      await this.#desk.loadApprovals();
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.#loaded = true;
    this.draw();
  }

  draw() {
    if (!this.#desk.may('supervisor')) return;
    const all = [...this.#desk.approvals.values()];
    const open = all.filter(a => a.state === 'asked').sort((a, b) => a.askedAt.localeCompare(b.askedAt));
    const done = all
      .filter(a => a.state !== 'asked')
      .sort((a, b) => (b.decidedAt ?? '').localeCompare(a.decidedAt ?? ''));
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places.approvals),
        element('p', {}, w().approvalsLead),
      ),
      this.#state(open),
      open.length > 0
        ? element(
            'ul',
            { class: 'cards' },
            open.map(a => this.#open(a)),
          )
        : null,
      done.length > 0 ? element('h2', {}, w().decided) : null,
      done.length > 0
        ? element(
            'ul',
            { class: 'done-list' },
            done
              .slice(0, 50)
              .map(a =>
                element(
                  'li',
                  {},
                  element('span', { class: `state ${a.state}` }, w().approvalStates[a.state]),
                  element('span', {}, w().approvalLine[a.state](a.by.name, a.saves.text, a.decidedBy?.name)),
                  element('span', { class: 'quietly' }, a.decidedAt ? agoText(a.decidedAt) : ''),
                  a.note ? element('span', { class: 'quietly' }, `“${a.note}”`) : null,
                ),
              ),
          )
        : null,
    );
  }

  #state(open) {
    if (open.length > 0) return null;
    if (!this.#loaded) return spinner(w().loading);
    if (this.#fault)
      return emptyState(
        'alert',
        w().couldNotLoad,
        faultText(this.#fault),
        button(w().tryAgain, () => this.show()),
      );
    return emptyState('scale', w().noApprovals, w().noApprovalsText);
  }

  #open(a) {
    const own = a.by.id === this.#desk.own;
    const note = element('input', {
      type: 'text',
      maxlength: 1_000,
      'aria-label': w().noteToAgent,
      placeholder: w().noteToAgent,
      'data-k': `note ${a.id}`,
      oninput: event => this.#notes.set(a.id, event.target.value),
    });
    note.value = this.#notes.get(a.id) ?? '';
    const decide = (decision, label, kind, glyph) =>
      button(label, () => this.#decide(a, decision), {
        kind,
        glyph,
        key: `${decision} ${a.id}`,
        'aria-disabled': own || this.#busy.has(a.id) ? 'true' : null,
      });
    return element(
      'li',
      { class: 'ask' },
      element(
        'div',
        { class: 'ask-head' },
        avatar(a.by.name, a.by.name, { size: 'small' }),
        element('p', {}, element('strong', {}, a.by.name), element('span', { class: 'quietly' }, agoText(a.askedAt))),
        element('span', { class: 'ask-amount' }, a.saves.text),
      ),
      element('p', { class: 'ask-reason' }, a.reason),
      own ? element('p', { class: 'fault' }, icon('alert'), w().refusals['own-request']) : note,
      element(
        'div',
        { class: 'ask-foot' },
        button(w().openConversation, () => goToConversation(a.conversation, { list: 'team' }), {
          kind: 'link',
          glyph: 'chat',
        }),
        own ? null : decide('refuse', w().refuse, 'quiet', 'close'),
        own ? null : decide('approve', w().approve, 'primary', 'check'),
      ),
    );
  }

  async #decide(a, decision) {
    if (this.#busy.has(a.id)) return;
    this.#busy.add(a.id);
    this.draw();
    const note = this.#notes.get(a.id)?.trim();
    try {
      const { approval } = await api.decideApproval(a.id, { decision, ...(note ? { note } : {}) });
      this.#desk.approvals.set(approval.id, approval);
      this.#desk.threads.approvalChanged(approval);
      toast(w().approvalLine[approval.state](approval.by.name, approval.saves.text, this.#desk.me.agent.name), 'good');
    } catch (error) {
      toast(faultText(error), 'bad');
      if (error.code === 'decided') void this.show();
    } finally {
      this.#busy.delete(a.id);
      this.#desk.changed('approvals');
    }
  }
}
