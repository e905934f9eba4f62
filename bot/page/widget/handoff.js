import { element, icon, icons } from './dom.js';

/** Up to two letters for an agent's picture: "Lin Mei" is LM, 王小明 is 小明. */
export const initials = name => {
  const text = (name ?? '').trim();
  const han = /^\p{Script=Han}+/u.exec(text);
  if (han) return [...han[0]].slice(-2).join('');
  const parts = text.split(/[\s\-_.]+/u).filter(part => /^[\p{L}\p{N}]/u.test(part));
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return letters.map(part => [...part][0].toUpperCase()).join('');
};

export const face = name => element('span', { class: 'face', 'aria-hidden': 'true' }, initials(name));

/** Who answers from now on: a name, null for the assistant, undefined for no change. */
export const answererAfter = desk => {
  if (desk?.change === 'joined' || desk?.change === 'transferred') return desk.agent ?? null;
  if (['bot', 'closed', 'queued', 'contact'].includes(desk?.change)) return null;
  return undefined;
};

/** True where the words are about the conversation, not in it: they stand in its middle. */
export const isNotice = desk =>
  ['joined', 'transferred', 'queued', 'bot', 'closed'].includes(desk?.change) && !desk.position;

/** The place in the line and the time it may take, with the way out. */
export const queueCard = ({ position, waitSeconds }, { words, leave }) => {
  const minutes = waitSeconds ? Math.max(1, Math.round(waitSeconds / 60)) : null;
  return element(
    'div',
    { class: 'card queue' },
    element('span', { class: 'place', 'aria-hidden': 'true' }, String(position)),
    element(
      'div',
      {},
      element('h3', {}, words.inLine(position)),
      minutes === null ? null : element('p', {}, words.about(words.minutes(minutes))),
    ),
    element('button', { type: 'button', class: 'quiet', onclick: leave }, words.leaveLine),
  );
};

/** One to five stars and a comment. `rate(stars, comment)`. */
export const ratingForm = ({ words, rate }) => {
  const name = `stars-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const comment = element('textarea', {
    rows: 2,
    maxlength: 1000,
    'aria-label': words.comment,
    placeholder: words.comment,
  });
  const send = element('button', { type: 'submit', class: 'primary', disabled: true }, words.rate);
  const stars = element(
    'fieldset',
    { class: 'stars' },
    element('legend', { class: 'sr' }, words.rating),
    [1, 2, 3, 4, 5].map(n =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name,
          value: n,
          onchange: () => {
            stars.style.setProperty('--stars', String(n));
            for (const [i, label] of [...stars.querySelectorAll('label')].entries())
              label.classList.toggle('on', i < n);
            send.disabled = false;
          },
        }),
        icon(icons.star),
        element('span', { class: 'sr' }, words.stars(n)),
      ),
    ),
  );
  const form = element('form', { class: 'card rating' }, stars, comment, element('div', { class: 'buttons' }, send));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const chosen = Number(stars.querySelector('input:checked')?.value);
    if (!chosen) return;
    settle(form);
    rate(chosen, comment.value.trim());
  });
  return form;
};

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const phone = /^\+?[\d\s().-]{6,24}$/;

/** An e-mail address or a phone number and nothing else. */
export const isContact = text => email.test(text) || (phone.test(text) && (text.match(/\d/g) ?? []).length >= 6);

/** Where the shop may reach the shopper later. `leave(value)`: the bot reads an address or a number from the words. */
export const contactForm = ({ words, leave }) => {
  const input = element('input', {
    type: 'text',
    autocomplete: 'email',
    maxlength: 200,
    id: 'co-contact',
    'aria-describedby': 'co-contact-fault',
  });
  const fault = element('p', { class: 'failed', role: 'alert', id: 'co-contact-fault' });
  const form = element(
    'form',
    { class: 'card contact' },
    element('label', { for: 'co-contact' }, words.contact),
    input,
    fault,
    element('div', { class: 'buttons' }, element('button', { type: 'submit', class: 'primary' }, words.leaveContact)),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const value = input.value.trim();
    const fits = isContact(value);
    fault.textContent = fits ? '' : words.contactWrong;
    input.setAttribute('aria-invalid', String(!fits));
    if (!fits) return input.focus();
    settle(form);
    leave(value);
  });
  return form;
};

/** A form that has been answered: it stays to be read and does nothing more. */
export const settle = form => {
  form.classList.add('settled');
  for (const control of form.querySelectorAll('input, textarea, button')) control.disabled = true;
};
