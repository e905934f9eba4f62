import { byId } from './dom.js';
import { choices } from './keep.js';
import { localized, shopperName, w } from './text.js';

const soundKey = 'desk.sound';

/** New chats are heard, read out, and counted in the title. */
export class Alerts {
  #desk;
  #audio = null;
  #waitingSince = new Set();

  constructor(desk) {
    this.#desk = desk;
    // Browsers let a page sound only after somebody has touched it.
    const wake = () => {
      this.#audio ??= new AudioContext();
      if (this.#audio.state === 'suspended') void this.#audio.resume();
    };
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, wake, { once: true, capture: true });
    desk.on('arrived', news => this.#arrived(news));
    desk.on('decided', approval => this.#decided(approval));
    desk.on('inbox', () => this.showTitle());
    desk.on('approvals', () => this.showTitle());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.#waitingSince.clear();
      this.showTitle();
    });
  }

  get sound() {
    return choices.read(soundKey, true);
  }

  set sound(on) {
    choices.write(soundKey, on);
    if (on) this.#play(660, 0.12);
  }

  /** "(3) Desk · Shop": conversations that wait, own ones with something new, goodwill to decide. */
  showTitle() {
    const { me } = this.#desk;
    if (!me) return;
    const open = [...this.#desk.approvals.values()].filter(a => a.state === 'asked').length;
    const count =
      this.#desk.list('queue').length +
      this.#desk.list('mine').filter(c => this.#desk.isUnread(c)).length +
      (this.#desk.may('supervisor') ? open : 0);
    const title = `${count > 0 ? `(${count}) ` : ''}${w().desk} · ${localized(me.shop.name)}`;
    if (document.title !== title) document.title = title;
  }

  #arrived({ kind, conversation, text }) {
    const name = shopperName(conversation.shopper);
    if (kind === 'message') {
      const own = conversation.agent?.id === this.#desk.own;
      if (!own) return;
      const reading = !document.hidden && this.#desk.threads.open === conversation.id;
      if (reading) return;
      this.#say(w().saysNew(name, text));
      this.#play(587, 0.1);
      return;
    }
    if (kind === 'waiting') {
      this.#say(w().newWaiting(name, w().reasons[conversation.reason] ?? ''));
      this.#play(523, 0.14, 784);
    } else if (this.#desk.threads.open !== conversation.id) {
      this.#say(w().nowYours(name));
      this.#play(523, 0.14, 659);
    }
  }

  #decided(approval) {
    if (approval.state === 'asked') {
      if (!this.#desk.may('supervisor')) return;
      this.#say(w().approvalAsked(approval.by.name, approval.saves.text));
      this.#play(440, 0.14, 554);
    } else if (approval.by.id === this.#desk.own) {
      this.#say(w().approvalLine[approval.state](approval.by.name, approval.saves.text, approval.decidedBy?.name));
    }
  }

  #say(text) {
    const node = byId('live');
    // Emptied first, so that the same sentence twice is read twice.
    node.textContent = '';
    setTimeout(() => {
      node.textContent = text;
    }, 50);
  }

  /** One soft note, or two. */
  #play(pitch, seconds, second) {
    const audio = this.#audio;
    if (!this.sound || audio?.state !== 'running') return;
    const note = (frequency, at) => {
      const tone = audio.createOscillator();
      const level = audio.createGain();
      tone.frequency.value = frequency;
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(0.12, at + 0.01);
      level.gain.exponentialRampToValueAtTime(0.0001, at + seconds * 2);
      tone.connect(level).connect(audio.destination);
      tone.start(at);
      tone.stop(at + seconds * 2);
    };
    note(pitch, audio.currentTime);
    if (second) note(second, audio.currentTime + seconds);
  }
}
