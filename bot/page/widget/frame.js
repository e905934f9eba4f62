import { element, icon, icons } from './dom.js';
import { initials } from './handoff.js';

/**
 * The launcher and the panel with its head, log, chips and the line to write in, as elements by name. `does` has `open()`,
 * `close()`, `send(text)` and `types()`, which is called while something stands in the line.
 */
export const buildFrame = does => {
  const badge = element('span', { class: 'badge', hidden: true });
  const launcherText = element('span', { class: 'launcher-text' });
  const launcher = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-expanded': 'false', onclick: () => does.open() },
    icon(icons.chat),
    launcherText,
    badge,
  );
  const title = element('h2', { id: 'co-title' });
  const notice = element('p', { class: 'notice-line' });
  const avatar = element('span', { class: 'avatar', 'aria-hidden': 'true' }, icon(icons.chat));
  const close = element('button', { type: 'button', class: 'close', onclick: () => does.close() }, icon(icons.close));
  const log = element('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: 0 });
  const state = element('p', { class: 'state', role: 'status', hidden: true });
  const chips = element('div', { class: 'chips', role: 'group' });
  const { form, input, label, send } = buildComposer(does);
  const panel = element(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'co-title', hidden: true },
    element('div', { class: 'head' }, avatar, element('div', {}, title, notice), close),
    log,
    state,
    chips,
    form,
  );
  panel.addEventListener('keydown', event => {
    if (event.key === 'Escape') does.close();
  });
  return {
    launcher,
    launcherText,
    badge,
    panel,
    avatar,
    title,
    notice,
    close,
    log,
    state,
    chips,
    input,
    label,
    send,
  };
};

const buildComposer = does => {
  const input = element('textarea', { rows: 1, maxlength: 2000, enterkeyhint: 'send', autocomplete: 'off' });
  const label = element('label', { class: 'sr', for: 'co-input' });
  input.id = 'co-input';
  const send = element('button', { type: 'submit', class: 'send' }, icon(icons.send));
  const form = element('form', { class: 'composer' }, label, input, send);
  const submit = () => {
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    input.style.height = 'auto';
    does.send(text);
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  input.addEventListener('keydown', event => {
    // A Chinese input method confirms its choice with Enter: that is not "send".
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  });
  input.addEventListener('input', () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 120)}px`;
    if (input.value.trim()) does.types();
  });
  return { form, input, label, send };
};

/** All that stands in the frame itself, in the words of a language. */
export const translateFrame = (frame, words) => {
  frame.launcherText.textContent = words.open;
  frame.close.setAttribute('aria-label', words.close);
  frame.log.setAttribute('aria-label', words.log);
  frame.chips.setAttribute('aria-label', words.options);
  frame.label.textContent = words.placeholder;
  frame.input.placeholder = words.placeholder;
  frame.send.setAttribute('aria-label', words.send);
};

/** The head names who answers: the assistant (null) says that it is one, a person is shown by name. */
export const showAnswerer = ({ title, notice, avatar }, person, words) => {
  title.textContent = person ?? words.title;
  notice.textContent = person ? words.withPerson : words.notice;
  avatar.classList.toggle('person', person !== null);
  avatar.replaceChildren(person ? initials(person) : icon(icons.chat));
};
