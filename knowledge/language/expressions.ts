/**
 * How people say things to a shop, by concept, in a short notation a person can read and add to: "(退|换)货{啥时候}到?".
 * `(a|b)` is one of several, `?` behind it makes it optional, `{name}` is a list of interchangeable words.
 */
import { seededRandom } from '../domain/random.ts';

/** A template cut up: each part is what may stand there. */
type Part = readonly string[];

export type WordLists = ReadonlyMap<string, readonly string[]>;

/** Throws, quoting the template, when a bracket is left open or stands within another, or a list is unknown. */
export const parseTemplate = (template: string, words: WordLists): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  const until = (close: string): string => {
    const end = template.indexOf(close, at);
    if (end < 0) throw new Error(`"${template}" opens a bracket that is never closed by "${close}"`);
    const inner = template.slice(at + 1, end);
    if (inner.includes('(')) throw new Error(`"${template}" has brackets within brackets, which are not read`);
    at = end + 1;
    return inner;
  };
  const listed = (name: string): readonly string[] => {
    const list = words.get(name);
    if (!list) throw new Error(`"${template}" names the word list {${name}}, which is not there`);
    return list;
  };
  while (at < template.length) {
    const open = template[at];
    if (open === '(' || open === '{') {
      const inner = until(open === '(' ? ')' : '}');
      let choices = open === '{' ? listed(inner) : inner.split('|').flatMap(c => expandLists(c, listed));
      if (template[at] === '?' && open === '(') {
        at += 1;
        choices = [...choices, ''];
      }
      parts.push(choices);
    } else {
      const next = template.slice(at).search(/[({]/);
      const end = next < 0 ? template.length : at + next;
      parts.push([template.slice(at, end)]);
      at = end;
    }
  }
  return parts;
};

/** A word list within brackets: "({快递}|物流)". */
const expandLists = (choice: string, listed: (name: string) => readonly string[]): readonly string[] => {
  const found = /^([^{]*)\{([^}]+)\}(.*)$/.exec(choice);
  if (!found) return [choice];
  return listed(found[2]!).map(word => `${found[1]}${word}${found[3]}`);
};

/** At most this many sayings are made of one template; every word of it occurs in one of them at least. */
const mostOfOne = 40;

/**
 * Sayings of a template: all of them when they are few, otherwise as many as its longest list has words (up to 40), each
 * list walked through in an order of its own, so that words meet in ever new company. Same seed, same sayings.
 */
export const sayingsOf = (parts: readonly Part[], seed: number): string[] => {
  const combinations = parts.reduce((product, part) => product * part.length, 1);
  const longest = Math.max(1, ...parts.map(part => part.length));
  const count = Math.min(combinations, Math.max(longest, Math.min(mostOfOne, Math.ceil(combinations ** 0.5))));
  const random = seededRandom(seed);
  const orders = parts.map(part => shuffled(part, random));
  const out = new Set<string>();
  for (let i = 0; i < count; i++) {
    // A list that was walked through once is shuffled anew, else short lists would meet in step.
    const words = orders.map((order, p) => {
      if (i > 0 && i % order.length === 0) orders[p] = shuffled(parts[p]!, random);
      return orders[p]![i % order.length]!;
    });
    out.add(words.join('').trim());
  }
  out.delete('');
  return [...out];
};

const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
};
