import { api } from './api.js';
import { actionForm, openDialog } from './dialogs.js';
import { avatar, element, field, newId, toast } from './dom.js';
import { localized, w } from './text.js';

const agentCloseReasons = ['resolved', 'answered', 'no-reply', 'follow-up', 'spam', 'other'];

const radios = (legend, options) => {
  const name = newId();
  const node = element(
    'fieldset',
    { class: 'choices' },
    element('legend', {}, legend),
    options.map(({ key, label, note, face, off }, i) =>
      element(
        'label',
        { class: off ? 'off' : '' },
        element('input', { type: 'radio', name, value: key, required: true, autofocus: i === 0 }),
        face ?? null,
        element(
          'span',
          { class: 'choice-text' },
          element('strong', {}, label),
          note ? element('span', {}, note) : null,
        ),
      ),
    ),
  );
  return { node, read: () => node.querySelector('input:checked')?.value ?? null };
};

/** Close with a reason; resolves with the changed conversation. */
export const closeConversation = conversation =>
  openDialog({
    title: w().closeConversation,
    kind: 'narrow',
    build: close => {
      const reason = radios(
        w().closeReason,
        agentCloseReasons.map(key => ({ key, label: w().closeReasons[key], note: w().closeReasonNotes[key] })),
      );
      const rating = element('input', { type: 'checkbox', checked: true });
      return actionForm({
        children: [reason.node, element('label', { class: 'check' }, rating, element('span', {}, w().askRating))],
        label: w().closeIt,
        glyph: 'check',
        cancel: () => close(null),
        run: async () => close(await api.close(conversation.id, { reason: reason.read(), askRating: rating.checked })),
      }).form;
    },
  });

/** To a department or a colleague. */
export const transferConversation = (conversation, desk) =>
  openDialog({
    title: w().transfer,
    lead: w().transferLead,
    kind: 'narrow',
    build: close => {
      const colleagues = [...desk.staff.values()].filter(a => a.id !== desk.own && a.active && !a.invited);
      colleagues.sort(
        (a, b) => rankOf(a) - rankOf(b) || a.load / a.capacity - b.load / b.capacity || a.name.localeCompare(b.name),
      );
      const to = radios(w().transferTo, [
        ...desk.settings.departments.map(d => ({
          key: `department ${d.key}`,
          label: localized(d.name) || d.key,
          note: w().department,
        })),
        ...colleagues.map(a => ({
          key: `agent ${a.id}`,
          label: a.name,
          note: colleagueNote(a, conversation.language),
          face: avatar(a.name, a.id, { size: 'small' }),
          off: rankOf(a) > 0,
        })),
      ]);
      const note = element('textarea', { rows: 3, maxlength: 10_000 });
      return actionForm({
        children: [to.node, field(w().transferNote, note, { hint: w().noteHint })],
        label: w().transfer,
        glyph: 'swap',
        cancel: () => close(null),
        run: async () => {
          const [kind, id] = to.read().split(/ (.*)/s);
          const text = note.value.trim();
          const answer = await api.transfer(conversation.id, { to: { [kind]: id }, ...(text ? { note: text } : {}) });
          toast(w().transferred, 'good');
          close(answer);
        },
      }).form;
    },
  });

const rankOf = a => (a.online && a.availability === 'available' ? (a.load < a.capacity ? 0 : 1) : 2);

const colleagueNote = (a, language) =>
  [
    rankOf(a) === 2 ? w().away : w().load(a.load, a.capacity),
    a.languages.includes(language) ? null : w().speaksNot(w().languageNames[language]),
  ]
    .filter(Boolean)
    .join(' · ');

/** An answer of the bot was wrong: what is right goes to the supervisors as a suggestion. */
export const correctAnswer = (conversation, entry) =>
  openDialog({
    title: w().markWrong,
    lead: w().correctLead,
    build: close => {
      const better = element('textarea', { rows: 5, required: true, maxlength: 4_000, autofocus: true });
      return actionForm({
        children: [
          element('p', { class: 'label' }, w().botSaid),
          element('blockquote', {}, entry.text),
          field(w().betterAnswer, better, { hint: w().betterHint }),
        ],
        label: w().suggest,
        glyph: 'flag',
        cancel: () => close(null),
        run: async () => {
          const answer = await api.correct(conversation, { seq: entry.seq, better: better.value.trim() });
          toast(w().suggested, 'good');
          close(answer);
        },
      }).form;
    },
  });
