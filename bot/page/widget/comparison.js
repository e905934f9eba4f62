import { element, picture } from './dom.js';

/**
 * Two products side by side as a table: who they are at its head, then a row for whatever tells them apart, its name above
 * its two values so that both fit on a telephone. `buttons(card)` draws a product's own.
 */
export const comparisonCard = ({ rows }, products, { base, words, buttons }) =>
  element(
    'table',
    { class: 'card comparison' },
    element('caption', { class: 'unseen' }, words.comparison),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        products.map(card =>
          element(
            'th',
            { scope: 'col' },
            picture(`${base}${card.picture}`, 160, 110),
            element('span', { class: 'name' }, card.name),
            element('strong', {}, card.price),
            element('span', { class: 'stock' }, card.stock),
          ),
        ),
      ),
    ),
    rows.map(({ name, values }) =>
      element(
        'tbody',
        {},
        element('tr', {}, element('th', { colspan: 2, scope: 'rowgroup' }, name)),
        element(
          'tr',
          {},
          values.map(value => element('td', {}, value)),
        ),
      ),
    ),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        products.map(card => element('td', {}, buttons(card))),
      ),
    ),
  );
