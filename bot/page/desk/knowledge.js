import { api } from './api.js';
import { DecisionPage } from './decision-page.js';
import { actionForm, confirmed, openDialog } from './dialogs.js';
import { button, element, emptyState, field, icon, toast } from './dom.js';
import { goToConversation } from './route.js';
import { agoText, faultText, langTag, momentText, w } from './text.js';

const section = (title, lead, cards) =>
  element(
    'section',
    { class: 'page-part' },
    element('header', { class: 'page-head' }, element('h2', {}, title), element('p', {}, lead)),
    cards.length > 0 ? element('ul', { class: 'cards' }, cards) : null,
  );

const pageLink = ({ title, url }) => element('a', { href: url, target: '_blank', rel: 'noopener' }, title);

const gapCard = gap =>
  element(
    'li',
    { class: 'ask' },
    element(
      'p',
      { class: 'quietly' },
      w().gapAsked(gap.asked),
      gap.markedWrong > 0 ? `, ${w().gapWrong(gap.markedWrong)}` : null,
      ' · ',
      agoText(gap.lastAt),
    ),
    element('p', { class: 'question', lang: langTag(gap.language) }, icon('chat'), gap.question),
    gap.also.length > 0
      ? element('p', { class: 'quietly', lang: langTag(gap.language) }, `${w().gapAlso}: ${gap.also.join(' · ')}`)
      : null,
    gap.nearest ? element('p', { class: 'quietly' }, `${w().gapNearest}: `, pageLink(gap.nearest)) : null,
  );

const findingCard = finding => {
  const lang = langTag(finding.language);
  return element(
    'li',
    { class: 'ask' },
    element('p', { class: 'quietly' }, pageLink(finding), finding.subject ? ` · ${finding.subject}` : null),
    element('p', { class: 'question', lang }, icon('book'), finding.sentence),
    element(
      'div',
      { class: 'compare' },
      element(
        'div',
        {},
        element('p', { class: 'label bad' }, w().findingSays),
        element('p', { lang, class: 'whole' }, finding.said),
      ),
      element(
        'div',
        {},
        element('p', { class: 'label good' }, w().findingHolds),
        element('p', { lang, class: 'whole' }, finding.holds),
      ),
    ),
  );
};

/** Answers marked wrong, to become articles the bot answers from. */
export class KnowledgePage extends DecisionPage {
  #desk;

  constructor(desk) {
    super(desk, {
      name: 'knowledge',
      items: 'suggestions',
      load: () => Promise.all([desk.loadSuggestions(), desk.loadKnowledge()]),
    });
    this.#desk = desk;
  }

  isOpen(s) {
    return s.state === 'open';
  }

  since(s) {
    return s.at;
  }

  lead() {
    return w().knowledgeLead;
  }

  empty() {
    return emptyState('book', w().noSuggestions, w().noSuggestionsText);
  }

  /** Below the suggestions: what nothing answered, and what articles say that does not hold. */
  after() {
    const { knowledge } = this.#desk;
    if (!knowledge) return [];
    const { gaps, findings, checkedAt } = knowledge;
    const told = checkedAt ? w().findingsLead(momentText(checkedAt)) : w().findingsUnread;
    return [
      section(w().gapsTitle, gaps.length > 0 ? w().gapsLead : w().gapsNone, gaps.map(gapCard)),
      section(
        w().findingsTitle,
        checkedAt && findings.length === 0 ? w().findingsNone : told,
        findings.map(findingCard),
      ),
    ];
  }

  card(s) {
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
