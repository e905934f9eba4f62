import { api, newKey, untilDone } from './api.js';
import { actionForm, openDialog, segments } from './dialogs.js';
import { element, field, icon, toast } from './dom.js';
import { faultText, minorPerUnit, moneyText, percentText, w } from './text.js';

/**
 * A goodwill deal: its end is the agent's own cap or what the campaign has left; beyond it, up to the supervisor's
 * limit, the same form asks a supervisor. What it takes off this cart is the server's figure. Resolves with the outcome.
 */
export const giveGoodwill = (conversation, authority, currency) =>
  openDialog({
    title: w().goodwill,
    lead: authority.campaign ? w().goodwillLead : w().noCampaign,
    build: close => {
      const key = newKey();
      const unit = minorPerUnit(currency);
      const end = Math.max(authority.most.minor, authority.withApproval.minor);
      const step = end > 20 * unit ? unit : Math.max(1, Math.round(unit / 10));
      let kind = 'amount-off';
      let minor = Math.max(step, Math.floor(authority.most.minor / 2 / step) * step);
      let rate = 0.1;
      const deal = () => (kind === 'amount-off' ? { kind, minor } : kind === 'percent-off' ? { kind, rate } : { kind });

      const amount = element('output', { class: 'goodwill-amount' });
      const slider = element('input', { type: 'range', id: 'goodwill-slider', autofocus: true });
      const marks = element('p', { class: 'goodwill-marks', 'aria-hidden': 'true' });
      const slide = element(
        'div',
        { class: 'goodwill-slide' },
        element('label', { for: 'goodwill-slider' }, w().howMuch),
        amount,
        slider,
        marks,
      );
      const preview = element('div', { class: 'preview', role: 'status' });
      const reason = element('textarea', { rows: 2, required: true, maxlength: 500 });
      let asked = 0;
      let timer = 0;

      const showAmount = () => {
        slide.hidden = kind === 'free-shipping';
        const percent = kind === 'percent-off';
        slider.min = percent ? 1 : step;
        slider.max = percent ? 100 : end;
        slider.step = percent ? 1 : step;
        slider.value = String(percent ? Math.round(rate * 100) : minor);
        const text = percent ? percentText(rate) : moneyText(minor, currency);
        amount.textContent = text;
        slider.setAttribute('aria-valuetext', text);
        const share = percent || end === 0 ? 1 : authority.most.minor / end;
        slide.style.setProperty('--own', String(share));
        slide.style.setProperty(
          '--at',
          String((Number(slider.value) - Number(slider.min)) / Math.max(1, slider.max - slider.min)),
        );
        slide.classList.toggle('beyond', !percent && minor > authority.most.minor);
        marks.replaceChildren(
          ...(percent || end === authority.most.minor
            ? []
            : [
                element('span', {}, w().ownCap(authority.most.text)),
                element('span', {}, w().withSupervisor(moneyText(end, currency))),
              ]),
        );
      };
      const showPreview = (node, label, possible) => {
        preview.replaceChildren(node);
        submit.querySelector('span').textContent = label;
        submit.disabled = !possible;
      };
      const ask = async () => {
        const mine = ++asked;
        try {
          const answer = await api.previewGoodwill(conversation, deal());
          if (mine !== asked) return;
          const line = answer.possible
            ? element(
                'p',
                { class: answer.needsApproval ? 'verdict needs' : 'verdict give' },
                icon(answer.needsApproval ? 'scale' : 'check'),
                element('strong', {}, w().takesOff(answer.saves.text)),
                answer.total ? element('span', {}, w().thenTotal(answer.total.text)) : null,
                element('span', {}, answer.needsApproval ? w().needsSupervisor : w().withinAuthority),
              )
            : element(
                'p',
                { class: 'verdict no' },
                icon('alert'),
                w().refusals[answer.refusal] ?? answer.refusal ?? w().notPossible,
              );
          showPreview(line, answer.needsApproval ? w().askSupervisor : w().giveDeal, answer.possible);
        } catch (error) {
          if (mine === asked)
            showPreview(element('p', { class: 'verdict no' }, icon('alert'), faultText(error)), w().giveDeal, false);
        }
      };
      const update = () => {
        showAmount();
        submit.disabled = true;
        clearTimeout(timer);
        timer = setTimeout(ask, 120);
      };
      slider.addEventListener('input', () => {
        if (kind === 'percent-off') rate = Number(slider.value) / 100;
        else minor = Number(slider.value);
        update();
      });
      const { form, submit } = actionForm({
        children: [
          segments(
            w().dealKind,
            [
              ['amount-off', w().amountOff],
              ['percent-off', w().percentOff],
              ['free-shipping', w().freeShipping],
            ],
            kind,
            next => {
              kind = next;
              update();
            },
          ),
          slide,
          preview,
          field(w().reason, reason, { hint: w().goodwillReasonHint }),
        ],
        label: w().giveDeal,
        glyph: 'tag',
        cancel: () => close(null),
        run: async () => {
          const body = { key, deal: deal(), reason: reason.value.trim() };
          const answer = await untilDone(() => api.giveGoodwill(conversation, body));
          toast(
            answer.outcome === 'given'
              ? w().dealGiven(answer.deal.saves.text)
              : w().supervisorAsked(answer.approval.saves.text),
            'good',
          );
          close(answer);
        },
      });
      update();
      return form;
    },
  });
