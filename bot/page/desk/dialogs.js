import { button, element, icon, iconButton, newId } from './dom.js';
import { faultText, w } from './text.js';

/** A modal dialog. `build(close)` gives what is in it; resolves with what `close` was given, null when dismissed. */
export const openDialog = ({ title, lead, kind = '', build }) =>
  new Promise(resolve => {
    const id = newId();
    let result = null;
    const dialog = element('dialog', { class: `sheet ${kind}`, 'aria-labelledby': id });
    const close = value => {
      result = value ?? null;
      dialog.close();
    };
    dialog.append(
      element(
        'div',
        { class: 'sheet-head' },
        element('h2', { id, tabindex: -1 }, title),
        iconButton(w().close, 'close', () => close(null)),
      ),
      lead ? element('p', { class: 'sheet-lead' }, lead) : '',
      ...[build(close)].flat().filter(Boolean),
    );
    dialog.addEventListener('click', event => {
      if (event.target === dialog) close(null);
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
    const first = dialog.querySelector('[autofocus], .sheet-body :is(input, select, textarea, button):not(:disabled)');
    (first ?? dialog.querySelector('h2')).focus();
  });

/**
 * A form that does one thing. `run()` is called when it is sent; while it runs nothing can be sent again, and what it
 * throws is shown in words. The button may be changed through the returned `submit`.
 */
export const actionForm = ({ children, label, kind = 'primary', glyph, cancel, run }) => {
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const submit = element(
    'button',
    { type: 'submit', class: `button ${kind}` },
    glyph ? icon(glyph) : null,
    element('span', {}, label),
  );
  const form = element(
    'form',
    { class: 'action', novalidate: true },
    element('div', { class: 'sheet-body' }, ...[children].flat(3).filter(Boolean)),
    fault,
    element('div', { class: 'sheet-foot' }, cancel ? button(w().cancel, cancel) : null, submit),
  );
  const showFault = text => {
    fault.hidden = !text;
    fault.replaceChildren(...(text ? [icon('alert'), text] : []));
  };
  let running = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (running) return;
    showFault('');
    const invalid = form.querySelector(':invalid:not(fieldset)');
    if (invalid) {
      const name = invalid.labels?.[0]?.textContent;
      showFault(name ? `${name}: ${invalid.validationMessage}` : invalid.validationMessage);
      invalid.focus();
      return;
    }
    running = true;
    submit.setAttribute('aria-disabled', 'true');
    form.classList.add('busy');
    try {
      await run();
    } catch (error) {
      showFault(faultText(error));
    } finally {
      running = false;
      submit.removeAttribute('aria-disabled');
      form.classList.remove('busy');
    }
  });
  return { form, submit, showFault };
};

/** Asks before something that can't be taken back; true when confirmed. */
export const confirmed = ({ title, text, label }) =>
  openDialog({
    title,
    kind: 'narrow',
    build: close => [
      element('div', { class: 'sheet-body' }, element('p', {}, text)),
      element(
        'div',
        { class: 'sheet-foot' },
        button(w().cancel, () => close(false)),
        button(label, () => close(true), { kind: 'danger', autofocus: true }),
      ),
    ],
  });

/** One of several, as a row of radio buttons. `change(value)`. */
export const segments = (legend, options, value, change) => {
  const name = newId();
  return element(
    'fieldset',
    { class: 'segments' },
    element('legend', {}, legend),
    options.map(([key, label]) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name, value: key, checked: key === value, onchange: () => change(key) }),
        element('span', {}, label),
      ),
    ),
  );
};

/** Several of many, as check boxes; `read()` gives the chosen keys. */
export const checks = (legend, options, chosen, hint) => {
  const boxes = options.map(([key, label]) => {
    const input = element('input', { type: 'checkbox', value: key, checked: chosen.includes(key) });
    return { key, input, node: element('label', {}, input, element('span', {}, label)) };
  });
  const node = element(
    'fieldset',
    { class: 'checks' },
    element('legend', {}, legend),
    boxes.map(box => box.node),
    hint ? element('p', { class: 'hint' }, hint) : null,
  );
  return { node, read: () => boxes.filter(box => box.input.checked).map(box => box.key) };
};
