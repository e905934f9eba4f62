/**
 * "Any waterproof ones?", 有没有防水的, where not all that lies before the shopper is so: those of the kind are asked for, and not
 * whether each of these is. Takes folded text.
 */
import type { Product } from '../../../knowledge/domain/product.ts';
import { valueInWords } from '../../../knowledge/retrieval/goods/lexicon.ts';
import { holds, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const trait = '([a-z-]+(?: [a-z-]+){0,2}?)';
const opening =
  '^(?:(?:and|or|ok|okay|so|but|hm+|then)[, ]+)*(?:(?:do|have) you (?:have |got |sell |stock )?|(?:is|are) there |got )?';
const forms: readonly RegExp[] = [
  new RegExp(`${opening}any ${trait} (?:ones?|options?|models?|versions?)(?: (?:then|too|at all))?[?!. ]*$`),
  new RegExp(
    `${opening}(?:any|one|something)(?: ones?)?(?: that| which)?(?: is| are|'s)? ?(?:in |made of |made from )?${trait}[?!. ]*$`,
  ),
  new RegExp(`${opening}an? ${trait} (?:one|version|option|model)(?: (?:then|too|at all))?[?!. ]*$`),
  /^(?:那|请问|你们|店里|,)*(?:有没有|有)(\p{Script=Han}{1,6}?)的(?:款式?|那种)?(?:吗|么|嘛|呢|没有?|不)*[?!. ]*$/u,
];
/** "Which ones come in wide", "do any come in wide?", 哪些是防水的, 有哪几双宽楦: those that are so, and whether the one on the table is or not. */
const whichAre: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:and|ok|okay|so|but|hm+|then)[, ]+)*(?:which|what)(?: (?:ones?|models?|styles?))?(?: of (?:them|yours))? (?:are|come in|comes in|have|has|is) (?:an? )?${trait}(?: width)?[?!. ]*$`,
  ),
  new RegExp(
    `^(?:(?:and|ok|okay|so|but|hm+|then)[, ]+)*do any(?: of (?:them|yours|the others))? (?:come in|have) (?:an? )?${trait}(?: width)?[?!. ]*$`,
  ),
  /^(?:那|请问|你们|,)*有?哪(?:些|几[款个种双件]|一?[款个种双件])(?:是|有|能|可以|会|带)?(\p{Script=Han}{2,6}?)(?:功能)?的?(?:呢|啊|呀)?[?!. ]*$/u,
];
const traits: ReadonlySet<string> = new Set(['feature', 'material']);
const kindsOf = (product: Product): readonly string[] => valuesOf(product, 'product') ?? [];

/** What is said, as the catalogue calls it: "wide" of a fit. */
const traitIn = (said: string, vocabulary: Pick<Vocabulary, 'mentions'>) => {
  for (const text of hasHan(said) ? [said] : [said, `${said} fit`]) {
    const [mention, ...more] = vocabulary.mentions(text);
    const isWhole = mention !== undefined && more.length === 0 && mention.start === 0 && mention.end === text.length;
    const meant = isWhole ? mention.meanings.find(({ slot }) => traits.has(slot)) : undefined;
    if (meant) return { meant, text };
  }
  return undefined;
};

/**
 * The same as a wish for goods of the kind on the table, which begins with the one looked at (`isClose`); undefined: of those it is
 * asked, or of nothing that goods may be.
 */
export const anySuch = (
  folded: string,
  table: readonly Product[],
  vocabulary: Pick<Vocabulary, 'mentions'>,
  isClose: boolean,
): string | undefined => {
  const [first, ...others] = table;
  if (!first) return undefined;
  const saidIn = (patterns: readonly RegExp[]) => patterns.flatMap(form => form.exec(folded)?.[1] ?? []).at(0);
  const asked = saidIn(whichAre);
  const said = asked ?? saidIn(forms);
  const trait = said === undefined ? undefined : traitIn(said, vocabulary);
  if (!trait) return undefined;
  const isSo = (product: Product): boolean => holds(product, trait.meant);
  // Of a list with some that are so it is told of each; of the one that is looked at, and of a list of which each is so, it is answered.
  const isAnswered = asked === undefined ? table.every(isSo) : !isClose && others.length > 0 && table.some(isSo);
  if (isAnswered) return undefined;
  const kinds = kindsOf(first);
  const kind =
    kinds.find(value => others.every(product => kindsOf(product).includes(value))) ?? (isClose ? kinds[0] : undefined);
  if (kind === undefined) return undefined;
  return hasHan(folded)
    ? `找${trait.text}的${valueInWords('product', kind, 'zh')}`
    : `show me ${trait.text} ${valueInWords('product', kind, 'en')}`;
};
