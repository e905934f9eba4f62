/** Words of one thing, as shoppers and pages say them. */
import { fold } from './fold.ts';
import { termsOf } from './tokens.ts';

const groups = `
mic, mics, microphone, microphones
temp, temps, temperature
rucksack, backpack, pack, bag
cord, cable, wire, lead
pocket, pouch, compartment
lid, cap
shower, bath
flight, plane, aeroplane, airplane
fly, flies
kid, kids, child, children
foldable, folds, packable
trainer, shoe
buckle, clasp, closure
zip, zipper
nib, pen
washable, washing
scented, scent, smell
tick, click
swap, change, replace, replaceable, interchangeable
`;

const byTerm = new Map<string, readonly string[]>();
for (const line of groups.trim().split('\n')) {
  const terms = [...new Set(line.split(', ').flatMap(word => termsOf(fold(word))))];
  for (const term of terms) byTerm.set(term, [...new Set([...(byTerm.get(term) ?? []), ...terms])]);
}

/** Other terms that a page may say for it. */
export const sameAs = (term: string): readonly string[] => byTerm.get(term) ?? [];
