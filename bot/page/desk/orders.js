import { api, newKey, untilDone } from './api.js';
import { actionForm, openDialog } from './dialogs.js';
import { element, field, icon, spinner, toast } from './dom.js';
import { faultText, w } from './text.js';

/** The refund to the cent, as the bot would show it. */
const refundNode = preview =>
  element(
    'div',
    { class: 'refund' },
    element(
      'ul',
      { class: 'plain-lines' },
      preview.lines.map(line =>
        element(
          'li',
          {},
          element('span', {}, `${line.quantity} × ${line.name}`),
          element('span', { class: 'amount' }, line.refund.text),
        ),
      ),
      element(
        'li',
        { class: 'sum' },
        element('span', {}, w().refund),
        element('span', { class: 'amount' }, preview.refund.text),
      ),
    ),
    preview.notes.map(note => element('p', { class: 'refund-note' }, icon('alert'), note)),
  );

const reasonField = () => {
  const input = element('textarea', { rows: 2, required: true, maxlength: 500 });
  return { input, node: field(w().reason, input, { hint: w().orderReasonHint }) };
};

/** Choose lines, see the exact refund, start it. Resolves with true when it was started. */
export const returnOrder = (conversation, order) =>
  openDialog({
    title: w().returnOf(order.number),
    lead: w().returnLead,
    build: close => {
      const key = newKey();
      const back = order.lines.filter(line => !line.gift && line.quantity > line.returned);
      const amounts = new Map(back.map(line => [line.product, back.length === 1 ? 1 : 0]));
      const preview = element('div', { class: 'preview', 'aria-live': 'polite' });
      const reason = reasonField();
      const lines = () => [...amounts].filter(([, n]) => n > 0).map(([product, quantity]) => ({ product, quantity }));
      let asked = 0;
      const update = async () => {
        const mine = ++asked;
        const chosen = lines();
        submit.disabled = true;
        if (chosen.length === 0) {
          preview.replaceChildren(element('p', { class: 'none' }, w().chooseLines));
          return;
        }
        preview.replaceChildren(spinner(w().computing));
        try {
          const answer = await api.previewReturn(conversation, order.number, chosen);
          if (mine !== asked) return;
          preview.replaceChildren(refundNode(answer.preview));
          submit.disabled = false;
        } catch (error) {
          if (mine === asked)
            preview.replaceChildren(element('p', { class: 'fault', role: 'alert' }, icon('alert'), faultText(error)));
        }
      };
      const rows = back.map(line => {
        const most = line.quantity - line.returned;
        const select = element(
          'select',
          {
            onchange: () => {
              amounts.set(line.product, Number(select.value));
              void update();
            },
          },
          Array.from({ length: most + 1 }, (_, n) =>
            element('option', { value: n, selected: n === amounts.get(line.product) }, w().pieces(n)),
          ),
        );
        return field(line.name, select, { inline: true });
      });
      const { form, submit } = actionForm({
        children: [element('div', { class: 'return-lines' }, rows), reason.node, preview],
        label: w().startReturn,
        glyph: 'returned',
        cancel: () => close(null),
        run: async () => {
          const body = { key, lines: lines(), reason: reason.input.value.trim() };
          await untilDone(() => api.startReturn(conversation, order.number, body));
          toast(w().returnStarted(order.number), 'good');
          close(true);
        },
      });
      void update();
      return form;
    },
  });

/** The refund of the whole order, then the order is cancelled. */
export const cancelOrder = (conversation, order) =>
  openDialog({
    title: w().cancelOf(order.number),
    lead: w().cancelLead,
    build: close => {
      const preview = element('div', { class: 'preview', 'aria-live': 'polite' }, spinner(w().computing));
      const reason = reasonField();
      const { form, submit } = actionForm({
        children: [preview, reason.node],
        label: w().cancelOrder,
        kind: 'danger',
        cancel: () => close(null),
        run: async () => {
          await api.cancelOrder(conversation, order.number, reason.input.value.trim());
          toast(w().orderCancelled(order.number), 'good');
          close(true);
        },
      });
      submit.disabled = true;
      api
        .previewCancel(conversation, order.number)
        .then(answer => {
          preview.replaceChildren(refundNode(answer.preview));
          submit.disabled = false;
        })
        .catch(error =>
          preview.replaceChildren(element('p', { class: 'fault', role: 'alert' }, icon('alert'), faultText(error))),
        );
      return form;
    },
  });
