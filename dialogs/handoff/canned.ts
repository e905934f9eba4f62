/** What a canned reply may name; anything else in braces is a mistake of whoever wrote it. */
export const cannedVariables = ['shopper', 'agent', 'shop', 'order', 'tracking', 'deal'] as const;
export type CannedFacts = Readonly<Partial<Record<(typeof cannedVariables)[number], string>>>;

const variable = /\{([a-z]+)\}/g;

/** Puts in what is known and leaves the rest in its braces, named, so that nobody sends "Dear ,". */
export const fillCanned = (text: string, facts: CannedFacts): { text: string; missing: string[] } => {
  const missing = new Set<string>();
  const filled = text.replace(variable, (braces, name: string) => {
    const value = facts[name as keyof CannedFacts];
    if (value !== undefined) return value;
    missing.add(name);
    return braces;
  });
  return { text: filled, missing: [...missing] };
};
