/** "card_arrival" -> "card arrival"; undefined for a name without a word in it. */
export const labelWords = (label: string): string | undefined => {
  const words = label
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_\-./]+/g, ' ')
    .trim()
    .toLowerCase();
  return /\p{L}{2}/u.test(words) ? words : undefined;
};
