import { api } from './api.js';
import { actionForm, checks, openDialog } from './dialogs.js';
import { avatar, button, element, field, icon, iconButton, refill, spinner, toast } from './dom.js';
import { dateText, faultText, localized, minorPerUnit, w } from './text.js';

const roles = ['agent', 'supervisor', 'admin'];

/** Who works here; admins add people and change what they may do. */
export class StaffPage {
  #desk;
  node = element('section', { class: 'page staff' });

  constructor(desk) {
    this.#desk = desk;
    desk.on('staff', () => this.draw());
  }

  async show() {
    this.draw();
    try {
      const { staff } = await api.staff();
      this.#desk.staff = new Map(staff.map(agent => [agent.id, agent]));
      this.#desk.changed('staff');
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }

  draw() {
    if (!this.#desk.me || !this.#desk.settings) {
      refill(this.node, spinner(w().loading));
      return;
    }
    const admin = this.#desk.may('admin');
    const all = [...this.#desk.staff.values()].sort(
      (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
    );
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places.staff),
        element('p', {}, w().staffLead(all.filter(a => a.online).length, all.filter(a => a.active).length)),
        admin ? button(w().addStaff, () => this.#edit(null), { kind: 'primary', glyph: 'plus', key: 'add' }) : null,
      ),
      element(
        'ul',
        { class: 'cards people-cards' },
        all.map(agent => this.#card(agent, admin)),
      ),
    );
  }

  #card(agent, admin) {
    const presence = !agent.active ? 'off' : agent.invited ? 'invited' : !agent.online ? 'offline' : agent.availability;
    const names = this.#desk.settings.departments;
    const departments = agent.departments.map(key => localized(names.find(d => d.key === key)?.name) || key);
    const share = Math.min(1, agent.load / agent.capacity);
    const loadBar = element('span', { class: 'load-bar', 'aria-hidden': 'true' }, element('i'));
    loadBar.style.setProperty('--share', String(share));
    return element(
      'li',
      { class: `ask person ${presence}` },
      element(
        'div',
        { class: 'ask-head' },
        avatar(agent.name, agent.name),
        element(
          'p',
          {},
          element('strong', {}, agent.name),
          element('span', { class: 'quietly' }, `${agent.login} · ${w().roles[agent.role]}`),
        ),
        element(
          'span',
          { class: `presence ${presence}` },
          element('i', { 'aria-hidden': 'true' }),
          w().presences[presence],
        ),
      ),
      element('p', { class: 'person-load' }, loadBar, element('span', {}, w().load(agent.load, agent.capacity))),
      element(
        'dl',
        {},
        element('dt', {}, w().languagesSpoken),
        element('dd', {}, agent.languages.map(l => w().languageNames[l]).join(', ')),
        element('dt', {}, w().departments),
        element('dd', {}, departments.length > 0 ? departments.join(', ') : w().allDepartments),
        element('dt', {}, w().goodwillCap),
        element('dd', {}, agent.goodwillCap.text),
      ),
      admin
        ? element(
            'div',
            { class: 'ask-foot' },
            button(w().newInvitation, () => this.#invite(agent), {
              kind: 'link',
              glyph: 'key',
              key: `invite ${agent.id}`,
            }),
            button(w().edit, () => this.#edit(agent), { glyph: 'pencil', key: `edit ${agent.id}` }),
          )
        : null,
    );
  }

  #edit(agent) {
    const { settings, currency } = this.#desk;
    const unit = minorPerUnit(currency);
    return openDialog({
      title: agent ? agent.name : w().addStaff,
      lead: agent ? null : w().addStaffLead,
      build: close => {
        const name = element('input', { type: 'text', required: true, maxlength: 80, value: agent?.name ?? '' });
        const login = element('input', {
          type: 'text',
          required: true,
          pattern: '[A-Za-z0-9][A-Za-z0-9._@\\-]{1,79}',
          title: w().loginHint,
          autocapitalize: 'none',
          autocomplete: 'off',
        });
        const role = element(
          'select',
          {},
          roles.map(key =>
            element('option', { value: key, selected: key === (agent?.role ?? 'agent') }, w().roles[key]),
          ),
        );
        const languages = checks(
          w().languagesSpoken,
          ['en', 'zh'].map(key => [key, w().languageNames[key]]),
          agent?.languages ?? ['en', 'zh'],
        );
        const departments = checks(
          w().departments,
          settings.departments.map(d => [d.key, localized(d.name) || d.key]),
          agent?.departments ?? [],
          w().departmentsHint,
        );
        const capacity = element('input', {
          type: 'number',
          required: true,
          min: 1,
          max: 50,
          value: agent?.capacity ?? 4,
        });
        const cap = element('input', {
          type: 'number',
          required: true,
          min: 0,
          step: 1 / unit,
          value: (agent?.goodwillCap.minor ?? 0) / unit,
        });
        const active = element('input', { type: 'checkbox', checked: agent?.active ?? true });
        const { form, showFault } = actionForm({
          children: [
            element('div', { class: 'two' }, field(w().yourName, name), agent ? null : field(w().login, login)),
            field(w().role, role, { hint: w().roleHint }),
            languages.node,
            departments.node,
            element(
              'div',
              { class: 'two' },
              field(w().capacity, capacity, { hint: w().capacityHint }),
              field(`${w().goodwillCap} (${currency})`, cap, { hint: w().goodwillCapHint }),
            ),
            agent ? element('label', { class: 'check' }, active, element('span', {}, w().mayWork)) : null,
          ],
          label: w().save,
          cancel: () => close(null),
          run: async () => {
            if (languages.read().length === 0) return showFault(w().oneLanguage);
            const body = {
              name: name.value.trim(),
              role: role.value,
              languages: languages.read(),
              departments: departments.read(),
              capacity: Number(capacity.value),
              goodwillCapMinor: Math.round(Number(cap.value) * unit),
            };
            if (agent) {
              const answer = await api.changeStaff(agent.id, { ...body, active: active.checked });
              this.#take(answer.agent);
              toast(w().saved, 'good');
              close(true);
            } else {
              const answer = await api.addStaff({ login: login.value, ...body });
              this.#take(answer.agent);
              close(true);
              void showInvitation(answer);
            }
          },
        });
        return form;
      },
    });
  }

  async #invite(agent) {
    try {
      const answer = await api.inviteStaff(agent.id);
      this.#take(answer.agent);
      await showInvitation(answer);
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }

  #take(agent) {
    this.#desk.staff.set(agent.id, agent);
    if (agent.id === this.#desk.own) this.#desk.setMe({ ...this.#desk.me, agent });
    this.#desk.changed('staff');
  }
}

/** The address with the one-time token; it is shown once. */
const showInvitation = ({ agent, token, expiresAt }) =>
  openDialog({
    title: w().invitationFor(agent.name),
    lead: w().invitationLead(dateText(expiresAt)),
    kind: 'narrow',
    build: close => {
      const address = `${location.origin}${location.pathname}#/welcome/${encodeURIComponent(token)}`;
      const text = element('input', {
        type: 'text',
        readonly: true,
        value: address,
        autofocus: true,
        onfocus: event => event.target.select(),
      });
      const copied = element('span', { role: 'status', class: 'hint' });
      const copy = async () => {
        try {
          await navigator.clipboard.writeText(address);
          copied.replaceChildren(icon('check'), w().copied);
        } catch {
          text.select();
        }
      };
      return [
        element(
          'div',
          { class: 'sheet-body' },
          field(w().invitationAddress, text),
          element('p', { class: 'copy-row' }, iconButton(w().copy, 'copy', copy), copied),
        ),
        element(
          'div',
          { class: 'sheet-foot' },
          button(w().done, () => close(true), { kind: 'primary' }),
        ),
      ];
    },
  });
