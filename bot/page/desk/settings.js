import { api } from './api.js';
import { actionForm, checks } from './dialogs.js';
import { button, element, emptyState, field, iconButton, refill, spinner, toast } from './dom.js';
import { faultText, localized, minorPerUnit, w } from './text.js';

const reasons = ['asked', 'failures', 'frustration', 'topic', 'value-at-risk', 'low-confidence', 'reopened', 'taken'];
const weekDays = [1, 2, 3, 4, 5, 6, 0];

const text = (value, attributes = {}) => element('input', { type: 'text', value, ...attributes });
const number = (value, attributes = {}) => element('input', { type: 'number', required: true, value, ...attributes });

/** The desk's own rules, for admins: hours, departments, topics, times and limits. */
export class SettingsPage {
  #desk;
  #fault = null;
  #campaigns = [];
  #newProducts = null;
  node = element('section', { class: 'page settings' });

  constructor(desk) {
    this.#desk = desk;
  }

  async show() {
    refill(this.node, spinner(w().loading));
    try {
      const answer = await api.settings();
      this.#desk.settings = answer.settings;
      this.#campaigns = answer.campaigns;
      this.#newProducts = answer.newProducts;
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.draw();
  }

  draw() {
    const { settings, currency } = this.#desk;
    if (this.#fault || !settings) {
      refill(
        this.node,
        this.#fault
          ? emptyState(
              'alert',
              w().couldNotLoad,
              faultText(this.#fault),
              button(w().tryAgain, () => this.show()),
            )
          : spinner(w().loading),
      );
      return;
    }
    const t = w().settings;
    const unit = minorPerUnit(currency);
    const hours = hoursEditor(settings.hours, t.hours, t.hoursHint(settings.timeZone));
    const departments = listEditor(t.departments, t.addDepartment, settings.departments, departmentEditor);
    const topics = listEditor(t.topics, t.addTopic, settings.topics, topic => topicEditor(topic, settings.departments));
    const risk = number(settings.valueAtRisk.minor / unit, { min: 0, step: 1 / unit });
    const cap = number(settings.supervisorCap.minor / unit, { min: 0, step: 1 / unit });
    const campaign = campaignPicker(this.#campaigns, settings.goodwillCampaign);
    const newShare = number(Math.round(settings.newProductShare * 1_000) / 10, { min: 0, max: 50, step: 0.1 });
    const timeout = number(settings.waitTimeoutSeconds / 60, { min: 0.5, max: 1_440, step: 0.5 });
    const lease = number(settings.leaseSeconds, { min: 10, max: 3_600 });
    const reopen = number(settings.reopenMinutes, { min: 0, max: 1_440 });
    const sla = reasons.map(reason => ({
      reason,
      input: number(settings.slaSeconds[reason] / 60, { min: 0.5, max: 1_440, step: 0.5 }),
    }));
    const { form } = actionForm({
      children: [
        part(t.hours, hours.node),
        part(t.departments, departments.node),
        part(t.topics, element('p', { class: 'hint' }, t.topicsHint), topics.node),
        part(
          t.times,
          element(
            'div',
            { class: 'grid-fields' },
            sla.map(({ reason, input }) => field(t.slaFor(w().reasons[reason]), input)),
          ),
          element(
            'div',
            { class: 'grid-fields' },
            field(t.timeout, timeout, { hint: t.timeoutHint }),
            field(t.lease, lease, { hint: t.leaseHint }),
            field(t.reopen, reopen, { hint: t.reopenHint }),
          ),
        ),
        part(
          t.money(currency),
          element(
            'div',
            { class: 'grid-fields' },
            field(t.risk, risk, { hint: t.riskHint }),
            field(t.cap, cap, { hint: t.capHint }),
            field(t.campaign, campaign, { hint: t.campaignHint }),
          ),
        ),
        part(
          t.newProducts,
          element('p', { class: 'hint' }, t.newProductsHint),
          this.#newProducts && element('p', {}, t.newProductsNow(this.#newProducts)),
          element('div', { class: 'grid-fields' }, field(t.newShare, newShare, { hint: t.newShareHint })),
        ),
      ],
      label: w().save,
      run: async () => {
        const minorOf = input => ({ minor: Math.round(Number(input.value) * unit), currency });
        const answer = await api.putSettings({
          hours: hours.read(),
          departments: departments.read(),
          topics: topics.read(),
          valueAtRisk: minorOf(risk),
          slaSeconds: Object.fromEntries(
            sla.map(({ reason, input }) => [reason, Math.round(Number(input.value) * 60)]),
          ),
          waitTimeoutSeconds: Math.round(Number(timeout.value) * 60),
          leaseSeconds: Number(lease.value),
          reopenMinutes: Number(reopen.value),
          supervisorCap: minorOf(cap),
          goodwillCampaign: campaign.value || null,
          newProductShare: Number(newShare.value) / 100,
        });
        this.#desk.settings = answer.settings;
        this.#desk.changed('settings');
        toast(w().saved, 'good');
      },
    });
    // A form is made anew as a whole: its fields belong to its own save.
    this.node.replaceChildren(
      element('header', { class: 'page-head' }, element('h1', {}, w().places.settings), element('p', {}, t.lead)),
      form,
    );
  }
}

/** The shop's campaigns by name; first what holds when none is chosen. */
const campaignPicker = (campaigns, chosen) => {
  const t = w().settings;
  const kept = campaigns.find(c => c.goodwill);
  const option = ({ id, name, budget }) =>
    element(
      'option',
      { value: id, selected: id === chosen },
      budget ? t.campaignOption(localized(name) || id, budget.text) : t.campaignNoBudget(localized(name) || id),
    );
  return element(
    'select',
    {},
    element(
      'option',
      { value: '', selected: chosen === null },
      kept ? t.campaignKept(localized(kept.name) || kept.id) : t.campaignNone,
    ),
    campaigns.filter(c => c !== kept || c.id === chosen).map(option),
  );
};

const part = (title, ...children) =>
  element('section', { class: 'settings-part' }, element('h2', {}, title), ...children);

/** Rows that can be added and removed; each editor has a `node` and `read()`. */
const listEditor = (label, addLabel, values, editorOf) => {
  const editors = new Set();
  const rows = element('div', { class: 'editor-rows', role: 'group', 'aria-label': label });
  const add = value => {
    const editor = editorOf(value);
    editors.add(editor);
    const row = element(
      'div',
      { class: 'editor-row' },
      editor.node,
      iconButton(w().remove, 'trash', () => {
        editors.delete(editor);
        row.remove();
        more.focus();
      }),
    );
    rows.append(row);
    return row;
  };
  const more = button(addLabel, () => add(undefined).querySelector('input, select')?.focus(), {
    kind: 'small',
    glyph: 'plus',
  });
  for (const value of values) add(value);
  return { node: element('div', {}, rows, more), read: () => [...editors].map(editor => editor.read()) };
};

const hoursEditor = (hours, label, hint) => {
  const list = listEditor(label, w().settings.addHours, hours, value => {
    const days = checks(
      w().settings.days,
      weekDays.map(day => [String(day), w().settings.dayNames[day]]),
      (value?.days ?? [1, 2, 3, 4, 5]).map(String),
    );
    const from = text(value?.from ?? '09:00', { required: true, pattern: '([01]\\d|2[0-3]):[0-5]\\d', size: 6 });
    const to = text(value?.to ?? '18:00', { required: true, pattern: '([01]\\d|2[0-3]):[0-5]\\d|24:00', size: 6 });
    return {
      node: element(
        'div',
        { class: 'hours-row' },
        days.node,
        field(w().settings.from, from),
        field(w().settings.to, to),
      ),
      read: () => ({ days: days.read().map(Number), from: from.value, to: to.value }),
    };
  });
  return { node: element('div', {}, element('p', { class: 'hint' }, hint), list.node), read: list.read };
};

const departmentEditor = department => {
  const t = w().settings;
  const key = text(department?.key ?? '', {
    required: true,
    pattern: '[a-z0-9][a-z0-9\\-]{0,39}',
    readonly: Boolean(department),
  });
  const en = text(department?.name.en ?? '', { maxlength: 200, lang: 'en' });
  const zh = text(department?.name.zh ?? '', { maxlength: 200, lang: 'zh-CN' });
  const closed = element(
    'select',
    {},
    ['queue', 'refuse'].map(value =>
      element('option', { value, selected: value === (department?.whenClosed ?? 'queue') }, t.whenClosed[value]),
    ),
  );
  const first = checks(
    t.reasonsFirst,
    reasons.map(reason => [reason, w().reasons[reason]]),
    department?.reasons ?? [],
  );
  const hours = hoursEditor(department?.hours ?? [], t.ownHours, t.ownHoursHint);
  return {
    node: element(
      'div',
      { class: 'department-row' },
      element(
        'div',
        { class: 'grid-fields' },
        field(t.key, key),
        field(`${t.name} (EN)`, en),
        field(`${t.name} (中文)`, zh),
        field(t.whenClosedLabel, closed),
      ),
      first.node,
      element('details', {}, element('summary', {}, t.ownHours), hours.node),
    ),
    read: () => {
      const own = hours.read();
      return {
        key: key.value,
        name: {
          ...(en.value.trim() ? { en: en.value.trim() } : {}),
          ...(zh.value.trim() ? { zh: zh.value.trim() } : {}),
        },
        ...(own.length > 0 ? { hours: own } : {}),
        whenClosed: closed.value,
        reasons: first.read(),
      };
    },
  };
};

const topicEditor = (topic, departments) => {
  const t = w().settings;
  const words = text(topic?.words.join(', ') ?? '', { required: true });
  const to = element(
    'select',
    {},
    departments.map(d =>
      element('option', { value: d.key, selected: d.key === topic?.department }, localized(d.name) || d.key),
    ),
  );
  return {
    node: element('div', { class: 'grid-fields' }, field(t.words, words), field(t.goesTo, to)),
    read: () => ({
      words: words.value
        .split(/[,，、]/)
        .map(word => word.trim())
        .filter(Boolean),
      department: to.value,
    }),
  };
};
