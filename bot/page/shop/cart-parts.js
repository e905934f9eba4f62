/**
 * The parts of the cart drawer, each drawn from the cart as the server tells it. `change(work)` carries a change out and shows
 * the cart that comes of it; `enter(code)` tries a code; `refused` is the code just refused and why.
 */
import { api } from './api.js';
import { element, icon, icons, picture } from './dom.js';

export const drawLine = (line, cart, { words: w, language, change }) => {
  const stepper = line.gift
    ? element('span', { class: 'gift' }, w.gift)
    : element('input', {
        type: 'number',
        min: 0,
        max: 99,
        value: line.quantity,
        'aria-label': `${w.quantity}: ${line.name}`,
        onchange: event =>
          change(() =>
            api.setQuantity(
              line.product,
              Math.max(0, Math.min(99, Math.round(Number(event.target.value) || 0))),
              language,
            ),
          ),
      });
  return element(
    'li',
    {},
    picture(line.picture, 64, 64),
    element(
      'div',
      {},
      element('strong', {}, line.name),
      element('p', {}, line.unitPrice.text),
      cart.missing.includes(line.product) ? element('p', { class: 'problem' }, w.missing) : null,
    ),
    stepper,
    element(
      'div',
      { class: 'amount' },
      line.discount.minor > 0 ? element('s', {}, times(line)) : null,
      element('strong', {}, line.paid.text),
    ),
    line.gift
      ? null
      : element(
          'button',
          {
            type: 'button',
            class: 'round',
            'aria-label': `${w.remove}: ${line.name}`,
            onclick: () => change(() => api.setQuantity(line.product, 0, language)),
          },
          icon(icons.close),
        ),
  );
};

/** "Add ¥23 and save ¥50". */
export const drawNudge = ({ spend, units, saves, title, promotion }, { words: w }) => {
  const said = w.nudge({ spend, units, saves: saves.text, title: promotion ? title : w.delivery });
  return element('p', { class: 'nudge' }, icon(icons.tag), element('span', {}, said));
};

/** Every deal of the total with its amount; the personal one can be taken off again. */
export const drawDeals = (cart, { words: w, language, change }) => {
  if (cart.deals.length === 0) return null;
  const rows = cart.deals.map(deal => {
    const personal = cart.offer !== null && deal.offer === cart.offer.id;
    const leave = personal
      ? { label: w.removeOffer, work: () => api.removeOffer(language) }
      : deal.code
        ? { label: w.removeCode(deal.code), work: () => api.removeCode(deal.code, language) }
        : null;
    const remove = leave
      ? element(
          'button',
          { type: 'button', class: 'plain', 'aria-label': leave.label, onclick: () => change(leave.work) },
          w.remove,
        )
      : null;
    const name = deal.code && !deal.title.includes(deal.code) ? `${deal.title} · ${deal.code}` : deal.title;
    const terms = deal.terms
      ? element('details', {}, element('summary', {}, w.terms), element('p', {}, deal.terms))
      : null;
    return element(
      'li',
      personal ? { class: 'deal', id: 'cart-offer' } : { class: 'deal' },
      icon(icons.tag),
      element('div', {}, element('strong', {}, name), terms),
      element('div', { class: 'saves' }, element('strong', {}, `−${deal.saves.text}`), remove),
    );
  });
  return element('ul', { class: 'deals', 'aria-label': w.deals }, rows);
};

export const drawGiftChoice = ({ promotion, choices }, { words: w, language, change }) => {
  if (choices.length < 2) return null;
  // In an order of their own: the one chosen stays where it was tapped.
  const inPlace = [...choices].sort((a, b) => (a.product < b.product ? -1 : 1));
  const options = inPlace.map(choice =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: `gift-${promotion}`,
        checked: choice.chosen,
        onchange: () => change(() => api.chooseGift(promotion, choice.product, language)),
      }),
      picture(choice.picture, 40, 40),
      element('span', {}, choice.name),
    ),
  );
  return element('fieldset', { class: 'gifts' }, element('legend', {}, w.giftChoice), options);
};

/** Codes that wait say why; those at work stand among the deals. */
export const drawCodes = (cart, { words: w, language, change, enter, refused }) => {
  const waiting = cart.codes.filter(code => !code.applied);
  const rows = waiting.map(code =>
    element(
      'li',
      {},
      element(
        'div',
        {},
        element('strong', {}, w.codeWaits(code.code)),
        code.message ? element('p', {}, code.message) : null,
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'round',
          'aria-label': w.removeCode(code.code),
          onclick: () => change(() => api.removeCode(code.code, language)),
        },
        icon(icons.close),
      ),
    ),
  );
  const field = element('input', {
    type: 'text',
    id: 'code',
    name: 'code',
    required: true,
    maxlength: 160,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
  });
  const form = element(
    'form',
    { class: 'code' },
    element('label', { for: 'code' }, w.code),
    element('div', {}, field, element('button', { type: 'submit', class: 'primary', id: 'enter-code' }, w.enterCode)),
  );
  if (refused) {
    field.value = refused.code;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', 'code-refused');
    form.append(element('p', { class: 'problem', id: 'code-refused', role: 'alert' }, refused.message));
  }
  form.addEventListener('submit', event => {
    event.preventDefault();
    void enter(field.value);
  });
  return element('div', { class: 'codes' }, rows.length > 0 ? element('ul', {}, rows) : null, form);
};

const times = line => {
  const minor = line.paid.minor + line.discount.minor;
  return line.paid.text.replace(/[\d.,]+/, (minor / (line.paid.currency === 'JPY' ? 1 : 100)).toLocaleString('en-US'));
};
