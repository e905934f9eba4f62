import type { Card } from '../../dialogs/say/cards.ts';

/** A card as lines of text for a terminal. */
export const cardText = (card: Card): string => {
  switch (card.type) {
    case 'product':
      return block(card.name, [
        [card.brand, card.price, card.stock].filter(Boolean).join(' · '),
        card.reason,
        card.colours?.text,
        card.description,
      ]);
    // Its rows are told in the text.
    case 'comparison':
      return '';
    case 'offer':
      return block(`★ ${card.title}`, [
        ...card.lines.map(l => `${l.quantity} × ${l.name}  ${l.paid}`),
        `${card.saves}: ${card.before} → ${card.after}`,
        card.terms,
        card.expires,
        card.notice,
      ]);
    case 'order':
      return block(`${card.number} · ${card.statusText}`, [
        ...card.lines.map(l => `${l.quantity} × ${l.name}  ${l.paid}`),
        card.total,
        card.shipment && `${card.shipment.carrier} ${card.shipment.tracking}, ${card.shipment.expected}`,
      ]);
    case 'source':
      return `→ ${card.title}  ${card.url}${card.updated ? `  (${card.updated})` : ''}`;
    case 'cart':
      return block(card.total, [
        ...card.lines.map(l => `${l.quantity} × ${l.name}  ${l.price}`),
        ...(card.deals ?? []).map(d => `${d.name}  −${d.saves}`),
      ]);
    case 'facts':
      return block(
        '',
        card.facts.map(f => `${f.text}  (${f.when})`),
      );
    case 'refund':
      return block(card.refund, [...card.lines.map(l => `${l.quantity} × ${l.name}  ${l.paid}`), ...card.notes]);
  }
};

const block = (title: string, lines: readonly (string | undefined)[]): string =>
  [title, ...lines]
    .filter((line): line is string => Boolean(line))
    .map(line => `  │ ${line}`)
    .join('\n');
