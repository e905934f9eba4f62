/** "I am 1,74 m": a height as much of Europe writes it, with the point that the rest is read by. Takes the shopper's own text. */
const height = /\b([12]),(\d{1,2}) ?(m|metres?|meters?)\b/giu;
export const withDecimalPoint = (text: string): string => text.replace(height, '$1.$2 $3');
