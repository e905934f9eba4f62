/** Which details of a page answer what is asked by kind: by what they are called, in either language, and by no word of their values. */
import { fold } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { type AskedKind, type Kind, kindNames, kinds } from './asked-kinds.ts';
import type { PageLine } from './page-lines.ts';

const mostKnown = 2_000;
const known = new Map<string, ReadonlySet<AskedKind>>();

/** Kinds that a detail of this name is of: "battery-life", 续航. */
export const kindsCalled = (name: string): ReadonlySet<AskedKind> => {
  let found = known.get(name);
  if (found === undefined) {
    const words = name.replaceAll('-', ' ');
    found = new Set(
      kindNames.filter(kind => {
        const { attributes, loosely = [], asks }: Kind = kinds[kind];
        return [...attributes, ...loosely].some(one => one === name || one === words) || asks.test(words);
      }),
    );
    if (known.size >= mostKnown) known.clear();
    known.set(name, found);
  }
  return found;
};

const mostTold = 2;
/** "How much water does it hold" is told by litres, and not by whether it takes water. */
const asksAmount = /\bhow (?:much|many|big|large|long|heavy|wide|tall)\b|多少|[多几][大重高长宽久个片升]|几/u;

/** Those of the kind, but for ones that only stand near it and say nothing to it; of several the ones that share words with the question ("does a 15-inch laptop fit"), else the first two. */
export const detailsOfKind = (lines: readonly PageLine[], kind: AskedKind, words: string): readonly string[] => {
  const { loosely = [], says }: Kind = kinds[kind];
  const of = lines.filter(
    ({ text, detail }) =>
      detail?.names.some(name => kindsCalled(name).has(kind)) &&
      (!detail.names.some(name => loosely.includes(name)) || says.test(text)),
  );
  if (of.length < 2) return of.map(({ text }) => text);
  const amounts = asksAmount.test(words) ? of.filter(({ detail }) => says.test(detail?.value ?? '')) : [];
  if (amounts.length > 0) return amounts.slice(0, mostTold).map(({ text }) => text);
  const asked = termsOf(fold(words));
  const shared = of.filter(({ terms }) => asked.some(term => terms.has(term)));
  return (shared.length > 0 ? shared : of).slice(0, mostTold).map(({ text }) => text);
};
