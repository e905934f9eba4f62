import { api } from './api.js';
import { actionForm, confirmed, openDialog } from './dialogs.js';
import { button, element, emptyState, field, icon, refill, spinner, toast } from './dom.js';
import { goToConversation } from './route.js';
import { agoText, faultText, langTag, w } from './text.js';

/** Answers marked wrong, to become articles the bot answers from. */
export class KnowledgePage {
  #desk;
  #loaded = false;
  #fault = null;
  node = element('section', { class: 'page knowledge' });

  constructor(desk) {
    this.#desk = desk;
    desk.on('suggestions', () => this.draw());
  }

  async show() {
    this.draw();
    try {
      await this.#desk.loadSuggestions();
      this.#fault = null;
    } catch (error) {
      this.#fault = error;
    }
    this.#loaded = true;
    this.draw();
  }

  draw() {
    if (!this.#desk.may('supervisor')) return;
    const open = [...this.#desk.suggestions.values()]
      .filter(s => s.state === 'open')
      .sort((a, b) => a.at.localeCompare(b.at));
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places.knowledge),
        element('p', {}, w().knowledgeLead),
      ),
      this.#state(open),
      open.length > 0
        ? element(
            'ul',
            { class: 'cards' },
            open.map(s => this.#suggestion(s)),
          )
        : null,
    );
  }

  #state(open) {
    if (open.length > 0) return null;
    if (!this.#loaded) return spinner(w().loading);
    if (this.#fault)
      return emptyState(
        'alert',
        w().couldNotLoad,
        faultText(this.#fault),
        button(w().tryAgain, () => this.show()),
      );
    return emptyState('book', w().noSuggestions, w().noSuggestionsText);
  }

  #suggestion(s) {
    const lang = langTag(s.language);
    return element(
      'li',
      { class: 'ask' },
      element('p', { class: 'quietly' }, w().suggestedBy(s.by.name), ' · ', agoText(s.at)),
      element('p', { class: 'question', lang }, icon('chat'), s.question || w().noQuestion),
      element(
        'div',
        { class: 'compare' },
        element(
          'div',
          {},
          element('p', { class: 'label bad' }, w().botSaid),
          element('p', { lang, class: 'whole' }, s.wrong),
        ),
        element(
          'div',
          {},
          element('p', { class: 'label good' }, w().better),
          element('p', { lang, class: 'whole' }, s.better),
        ),
      ),
      element(
        'div',
        { class: 'ask-foot' },
        button(w().openConversation, () => goToConversation(s.conversation, { list: 'closed' }), {
          kind: 'link',
          glyph: 'chat',
        }),
        button(w().dismiss, () => this.#dismiss(s), { key: `dismiss ${s.id}` }),
        button(w().publishAs, () => this.#publish(s), { kind: 'primary', glyph: 'book', key: `publish ${s.id}` }),
      ),
    );
  }

  #take(suggestion) {
    this.#desk.suggestions.set(suggestion.id, suggestion);
    this.#desk.changed('suggestions');
  }

  #publish(s) {
    return openDialog({
      title: w().publishTitle,
      lead: w().publishLead,
      build: close => {
        const title = element('input', {
          type: 'text',
          required: true,
          maxlength: 200,
          value: s.question.slice(0, 200),
          autofocus: true,
        });
        const body = element('textarea', { rows: 8, required: true, maxlength: 10_000 });
        body.value = s.better;
        return actionForm({
          children: [field(w().articleTitle, title), field(w().articleBody, body)],
          label: w().publish,
          glyph: 'book',
          cancel: () => close(null),
          run: async () => {
            const decision = { decision: 'publish', title: title.value.trim(), body: body.value.trim() };
            const { suggestion } = await api.decideSuggestion(s.id, decision);
            this.#take(suggestion);
            toast(w().published, 'good');
            close(true);
          },
        }).form;
      },
    });
  }

  async #dismiss(s) {
    if (!(await confirmed({ title: w().dismissTitle, text: w().dismissText, label: w().dismiss }))) return;
    try {
      const { suggestion } = await api.decideSuggestion(s.id, { decision: 'dismiss' });
      this.#take(suggestion);
    } catch (error) {
      toast(faultText(error), 'bad');
    }
  }
}
