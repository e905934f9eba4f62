import { element, paragraphs } from './dom.js';
import { face } from './handoff.js';

/** What was said, oldest first, and below it that an answer is being written. */
export class Log {
  #node;
  #words;
  #typing = null;
  #typingEnds = 0;

  /** `words()` gives those of the language at the time. */
  constructor(node, words) {
    this.#node = node;
    this.#words = words;
  }

  clear() {
    this.#node.replaceChildren();
    this.#typing = null;
  }

  /** `who` is you, bot, agent or notice; `agent` the person's name. */
  bubble(who, text, language, agent) {
    const bubble = element(
      'div',
      { class: `message ${who}`, ...(language ? { lang: language === 'zh' ? 'zh-CN' : 'en' } : {}) },
      agent
        ? element('p', { class: 'by' }, face(agent), element('span', {}, agent), element('span', { class: 'sr' }, ': '))
        : who === 'notice'
          ? null
          : element('span', { class: 'sr' }, `${this.#words()[who]}: `),
      text ? element('div', { class: 'text' }, paragraphs(text)) : null,
    );
    if (this.#typing) this.#node.insertBefore(bubble, this.#typing);
    else this.#node.append(bubble);
    this.scroll(bubble);
    return bubble;
  }

  /** `name` of the person who writes; without one it is the assistant. */
  showTyping(name) {
    clearTimeout(this.#typingEnds);
    // A person may stop without a word.
    if (name) this.#typingEnds = setTimeout(() => this.hideTyping(), 6_000);
    if (this.#typing) return;
    const words = this.#words();
    this.#typing = element(
      'div',
      { class: 'message bot typing', role: 'img', 'aria-label': name ? words.typingOf(name) : words.typing },
      element('i'),
      element('i'),
      element('i'),
    );
    this.#node.append(this.#typing);
    this.scroll();
  }

  /** A reply that is still coming: seen as it grows, heard once it is whole. */
  showDraft(text) {
    this.#typing.classList.add('draft');
    this.#typing.replaceChildren(element('div', { class: 'text', 'aria-hidden': 'true' }, paragraphs(text)));
    this.scroll(this.#typing);
  }

  hideTyping() {
    this.#typing?.remove();
    this.#typing = null;
  }

  /** To the end; a long reply is shown from its first line. */
  scroll(node) {
    const log = this.#node;
    requestAnimationFrame(() => {
      const tall = node && node.offsetHeight > log.clientHeight * 0.8;
      log.scrollTop = tall ? node.offsetTop - log.offsetTop - 12 : log.scrollHeight;
    });
  }
}
