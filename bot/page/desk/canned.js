import { api } from './api.js';
import { actionForm, confirmed, openDialog } from './dialogs.js';
import { button, element, emptyState, field, iconButton, refill, spinner, toast } from './dom.js';
import { faultText, w } from './text.js';

/** Canned replies: everybody reads them, supervisors write them. */
export class CannedPage {
  #desk;
  #canned = null;
  #fault = null;
  node = element('section', { class: 'page canned' });

  constructor(desk) {
    this.#desk = desk;
  }

  async show() {
    this.draw();
    try {
      this.#canned = (await api.canned()).canned.sort((a, b) => a.key.localeCompare(b.key));
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.draw();
  }

  draw() {
    const may = this.#desk.may('supervisor');
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places.canned),
        element('p', {}, w().cannedLead),
        may ? button(w().addCanned, () => this.#edit(null), { kind: 'primary', glyph: 'plus', key: 'add' }) : null,
      ),
      this.#canned === null
        ? this.#fault
          ? emptyState(
              'alert',
              w().couldNotLoad,
              faultText(this.#fault),
              button(w().tryAgain, () => this.show()),
            )
          : spinner(w().loading)
        : this.#canned.length === 0
          ? emptyState('slash', w().noCannedYet, w().noCannedYetText)
          : element(
              'ul',
              { class: 'cards' },
              this.#canned.map(c => this.#card(c, may)),
            ),
    );
  }

  #card(c, may) {
    return element(
      'li',
      { class: 'ask canned-card' },
      element(
        'div',
        { class: 'ask-head' },
        element('code', {}, `/${c.key}`),
        element('p', {}, element('strong', {}, c.title)),
        may ? iconButton(w().edit, 'pencil', () => this.#edit(c), { 'data-k': `edit ${c.key}` }) : null,
        may ? iconButton(w().remove, 'trash', () => this.#remove(c), { 'data-k': `remove ${c.key}` }) : null,
      ),
      c.text.en ? element('p', { lang: 'en', class: 'whole' }, marked(c.text.en)) : null,
      c.text.zh ? element('p', { lang: 'zh-CN', class: 'whole' }, marked(c.text.zh)) : null,
    );
  }

  #edit(c) {
    return openDialog({
      title: c ? w().editCanned : w().addCanned,
      lead: w().variablesLead,
      build: close => {
        const key = element('input', {
          type: 'text',
          required: true,
          pattern: '[a-z0-9][a-z0-9\\-]{0,39}',
          title: w().cannedKeyHint,
          value: c?.key ?? '',
          readonly: c !== null,
          autocapitalize: 'none',
        });
        const title = element('input', { type: 'text', required: true, maxlength: 120, value: c?.title ?? '' });
        const en = element('textarea', { rows: 4, maxlength: 2_000, lang: 'en' });
        const zh = element('textarea', { rows: 4, maxlength: 2_000, lang: 'zh-CN' });
        en.value = c?.text.en ?? '';
        zh.value = c?.text.zh ?? '';
        const { form, showFault } = actionForm({
          children: [
            field(w().cannedKey, key, { hint: w().cannedKeyHint }),
            field(w().cannedTitle, title),
            field(w().languageNames.en, en),
            field(w().languageNames.zh, zh),
          ],
          label: w().save,
          cancel: () => close(null),
          run: async () => {
            const text = {
              ...(en.value.trim() ? { en: en.value.trim() } : {}),
              ...(zh.value.trim() ? { zh: zh.value.trim() } : {}),
            };
            if (Object.keys(text).length === 0) return showFault(w().oneLanguage);
            await api.putCanned(key.value, { title: title.value.trim(), text });
            toast(w().saved, 'good');
            close(true);
            await this.show();
          },
        });
        return form;
      },
    });
  }

  async #remove(c) {
    if (!(await confirmed({ title: w().removeCanned(c.key), text: w().removeCannedText, label: w().remove }))) return;
    try {
      await api.deleteCanned(c.key);
      await this.show();
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }
}

/** {variables} stand out. */
const marked = text =>
  text.split(/(\{\w+\})/).map(piece => (/^\{\w+\}$/.test(piece) ? element('mark', {}, piece) : piece));
