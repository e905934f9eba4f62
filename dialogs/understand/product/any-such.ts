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
/** "Which ones come in wide", 哪些是防水的: those that are so, and whether the one on the table is or not. */
const whichAre: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:and|ok|okay|so|but|hm+|then)[, ]+)*which (?:ones?|models?|styles?)(?: of (?:them|yours))? (?:are|come in|have|is) ${trait}[?!. ]*$`,
  ),
  /^(?:那|请问|你们|,)*(?:哪些|哪几[款个种双件]|有哪些)(?:是)?(\p{Script=Han}{2,6}?)的[?!. ]*$/u,
];
const traits: ReadonlySet<string> = new Set(['feature', 'material']);
const kindsOf = (product: Product): readonly string[] => valuesOf(product, 'product') ?? [];

/** The same as a wish for goods of the kind on the table; undefined: of those it is asked, or of nothing that goods may be. */
export const anySuch = (
  folded: string,
  table: readonly Product[],
  vocabulary: Pick<Vocabulary, 'mentions'>,
): string | undefined => {
  const [first, ...others] = table;
  if (!first) return undefined;
  const saidIn = (patterns: readonly RegExp[]) => patterns.flatMap(form => form.exec(folded)?.[1] ?? []).at(0);
  const asked = saidIn(whichAre);
  const said = asked ?? saidIn(forms);
  // Of a list it is told of each.
  if (said === undefined || (asked !== undefined && others.length > 0)) return undefined;
  const [mention, ...more] = vocabulary.mentions(said);
  const isWhole = mention !== undefined && more.length === 0 && mention.start === 0 && mention.end === said.length;
  const meant = isWhole ? mention.meanings.find(({ slot }) => traits.has(slot)) : undefined;
  // Of the one that is looked at, and of a list of which each is so, it is answered.
  if (!meant || (asked === undefined && table.every(product => holds(product, meant)))) return undefined;
  const kind = kindsOf(first).find(value => others.every(product => kindsOf(product).includes(value)));
  if (kind === undefined) return undefined;
  return hasHan(folded)
    ? `找${said}的${valueInWords('product', kind, 'zh')}`
    : `show me ${said} ${valueInWords('product', kind, 'en')}`;
};
