/** "One red one navy one yellow": things counted one after the other, with no comma between them. */
const counted =
  /\b((?:one|two|three) (?:in )?(?!of\b|or\b|and\b|more\b)[a-z]+) (?=(?:one|two|three) (?:in )?[a-z]+\b)/giu;

/** The same with its commas, as it is read. Any other text is given back as it is. */
export const listedApart = (said: string): string => said.replace(counted, '$1, ');
