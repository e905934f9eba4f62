/**
 * Amounts, percentages, codes, numbers of orders, links and addresses never reach the model: it gets a numbered place
 * for each and gives the places back, each once and in order; the values are put in afterwards.
 */
const hidden =
  /(?:https?:\/\/|www\.)[^\s）)，。]*[^\s）)，。.,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[¥$€£]|JP¥|(?<![A-Za-z])[A-Z]{3} )\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:元|块|%|％|折)|(?<![A-Za-z0-9])(?:[A-Z][A-Z0-9]*-?\d[A-Z0-9-]*)(?![A-Za-z0-9])/g;

export interface Masked {
  readonly text: string;
  readonly values: readonly string[];
}

export const mask = (text: string): Masked => {
  const values: string[] = [];
  const masked = text.replace(hidden, found => {
    values.push(found);
    return `{${values.length}}`;
  });
  return { text: masked, values };
};

/** The text with what a model never sees left out. */
export const withoutHidden = (text: string): string => text.replace(hidden, '…');

const placePattern = /\{(\d+)\}/g;

/** The text with its values; null when a place is missing, doubled, out of order or made up. With `partial` later places may still come. */
export const unmask = (text: string, values: readonly string[], partial = false): string | null => {
  const places = [...text.matchAll(placePattern)].map(match => Number(match[1]));
  const inOrder = places.every((place, i) => place === i + 1) && places.length <= values.length;
  if (!inOrder || (!partial && places.length !== values.length)) return null;
  // A price that the model wrote itself is none, even a right one.
  if (hidden.test(text.replace(placePattern, ' '))) {
    hidden.lastIndex = 0;
    return null;
  }
  return text.replace(placePattern, (_, place: string) => values[Number(place) - 1]!);
};
