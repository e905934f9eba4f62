import { openDialog } from './dialogs.js';
import { element } from './dom.js';
import { choices } from './keep.js';
import { w } from './text.js';

const singleKey = 'desk.shortcuts';
export const singleKeys = {
  get on() {
    return choices.read(singleKey, true);
  },
  set on(value) {
    choices.write(singleKey, value);
  },
};

/** Every shortcut: the keys as pressed, and the name under which its words and its action are found. */
export const shortcuts = [
  ['j', 'next'],
  ['k', 'previous'],
  ['l', 'focusList'],
  ['f', 'find'],
  ['n', 'takeNext'],
  ['c', 'claim'],
  ['r', 'reply'],
  ['i', 'note'],
  ['/', 'canned'],
  ['s', 'product'],
  ['d', 'goodwill'],
  ['v', 'transcript'],
  ['p', 'packet'],
  ['t', 'transfer'],
  ['b', 'backToBot'],
  ['e', 'close'],
  ['a', 'availability'],
  ['m', 'menu'],
  ['g q', 'goQueue'],
  ['g m', 'goMine'],
  ['g t', 'goTeam'],
  ['g b', 'goBot'],
  ['g c', 'goClosed'],
  ['g a', 'goApprovals'],
  ['g k', 'goKnowledge'],
  ['g r', 'goReports'],
  ['g s', 'goStaff'],
  ['?', 'help'],
];

/** Keys inside a text box; they work whether single keys are on or not. */
const inText = [
  ['Enter', 'send'],
  ['Shift Enter', 'newLine'],
  ['Ctrl .', 'noteOrReply'],
  ['/', 'cannedInText'],
  ['Esc', 'leaveText'],
];

const keys = text =>
  element(
    'span',
    { class: 'keys' },
    text.split(' ').map(key => element('kbd', {}, key)),
  );

export const showShortcuts = () =>
  openDialog({
    title: w().shortcuts,
    kind: 'wide',
    build: () => {
      const toggle = element('input', { type: 'checkbox', checked: singleKeys.on, autofocus: true });
      toggle.addEventListener('change', () => {
        singleKeys.on = toggle.checked;
      });
      const part = (title, list) =>
        element(
          'section',
          {},
          element('h3', {}, title),
          element(
            'dl',
            { class: 'shortcut-list' },
            list.map(([key, name]) =>
              element('div', {}, element('dt', {}, keys(key)), element('dd', {}, w().shortcutNames[name])),
            ),
          ),
        );
      const go = shortcuts.filter(([key]) => key.startsWith('g '));
      return element(
        'div',
        { class: 'sheet-body shortcuts' },
        element('label', { class: 'check' }, toggle, element('span', {}, w().singleKeys)),
        element(
          'div',
          { class: 'shortcut-columns' },
          part(
            w().shortcutParts.everywhere,
            shortcuts.filter(([key]) => !key.startsWith('g ')),
          ),
          element('div', {}, part(w().shortcutParts.go, go), part(w().shortcutParts.text, inText)),
        ),
      );
    },
  });

/** Listens on the page; `actions[name]()` runs a shortcut. Keys typed into fields and open dialogs are left alone. */
export const listenForShortcuts = actions => {
  let prefix = null;
  addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const typing = target.closest?.('input:not([type=checkbox], [type=radio], [type=range]), textarea, select');
    if (event.key === 'Escape' && typing && !target.closest('dialog')) {
      actions.leaveText(target);
      return;
    }
    if (typing || !singleKeys.on || document.querySelector('dialog[open]')) return;
    const key = prefix ? `${prefix} ${event.key}` : event.key;
    prefix = null;
    if (key === 'g') {
      prefix = 'g';
      setTimeout(() => {
        prefix = null;
      }, 1_200);
      return;
    }
    const found = shortcuts.find(([keys]) => keys === key);
    if (!found) return;
    event.preventDefault();
    actions[found[1]]?.();
  });
};
