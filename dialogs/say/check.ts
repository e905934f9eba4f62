/**
 * The last gate before words go out: every amount of money and every percentage in a reply must come from the ledger,
 * the catalogue, an order or the shop's own text. The templates only print such values; this holds them, and any text
 * that a language model may one day add, to it.
 */

/** Amounts as they read: ¥79, $12.50, 300元, 20%, 8折. */
const figure = /(?:[¥$€£]|JP¥|[A-Z]{3} )\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:元|块|%|％|折)/g;

const normal = (text: string): string => text.replace(/[\s,]/g, '').replace('％', '%');

/** The figures in `text` that appear in none of `sources`; empty when everything is backed. */
export const unbackedFigures = (text: string, sources: readonly string[]): string[] => {
  const said = text.match(figure) ?? [];
  if (said.length === 0) return [];
  const backed = new Set(sources.flatMap(source => source.match(figure) ?? []).map(normal));
  return said.filter(amount => !backed.has(normal(amount)));
};

export class UnbackedFigureError extends Error {
  constructor(figures: readonly string[]) {
    super(`The reply states figures that no record backs: ${figures.join(', ')}`);
    this.name = 'UnbackedFigureError';
  }
}
