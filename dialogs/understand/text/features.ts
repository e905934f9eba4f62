/** A part of the text that stands for a kind of thing: "under 80" is money, "red" a colour. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** The text with each span replaced by its kind, so that what holds for one colour holds for all. */
export const mask = (folded: string, spans: readonly Span[]): string => {
  let out = '';
  let at = 0;
  for (const { start, end, kind } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    out += `${folded.slice(at, start)} x${kind} `;
    at = end;
  }
  return (out + folded.slice(at)).replace(/(?<![a-z])\d+(?:[.,]\d+)*/g, ' xnumber ');
};
