/** 红的和藏青都好看，两个都要, "red and navy are both lovely, I'll take both": one in each of two colours of what is looked at. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { Ordered, OrderMemory } from './ordered.ts';

export interface BothColours {
  readonly ordered: Ordered;
  /** The colours that it doesn't come in, as they were said: then nothing of it is ordered yet. */
  readonly missing: readonly string[];
}

const longest = 80;
/** Each of the two, whatever is said of them. */
const takesBoth =
  /(?:两|俩)[个件款种样双条只盒包瓶色]?(?:颜色)?(?:的)?我?都(?:想)?[要买拿来]|都(?:想)?(?:要|买|拿|来(?:一|个))(?!多少|怎么)|都加|都给我|(?:一样|各)(?:来|要|拿|买)?(?:一|1)?[个件双条只盒包瓶]|\b(?:i'?ll|i will|let me|i want(?: to)?|can i|i'?d like(?: to)?|we'?ll|just) (?:take|have|get|go (?:for|with)|buy|order|add) (?:both|the two|(?:them|those) both|one of each|one each)\b|\b(?:both|one of each|one each)(?: of (?:them|those))?(?:,? (?:please|then|pls))+[.! ]*$|\b(?:add|want|get me|give me) (?:both|one of each|one each)\b/u;
/** Asked, supposed, weighed, given up or counted otherwise: no order of one each. */
const other =
  /[?？]|吗|呢|多少|怎么|哪|还是|或者?|不(?!错)|没|别|换|删|退|\d|[两三四五六七八九十]{1,2}[个件双条只盒包瓶](?!(?:颜色)?的?我?都)|\b(?:or|not|no|don'?t|swap|change|instead|remove|how|which|what|if|would|two of|three|four)\b/u;
/** 红的和绿的都要两个. */
const soManyEach = /(?:都|各)(?:要|来|拿|买)?([两三四五六])[个件双条只盒包瓶](?=吧|$|[,.! ])/u;
const joins =
  /^(?:的|色的?|那[个件款双])?(?:[和跟与、&+]|还有|以及)$|^ (?:and|&) (?:the )?$|^ (?:one )?and (?:the )?$/u;

const goods: ReadonlySet<string> = new Set(['product', 'category']);

/** Undefined: no such thing is said, or of nothing that lies there. */
export const bothColours = (
  folded: string,
  { focus, shown }: Pick<OrderMemory, 'focus' | 'shown'>,
  { products, byId }: Pick<CatalogueView, 'products' | 'byId'>,
  { mentions }: Pick<Vocabulary, 'mentions'>,
): BothColours | undefined => {
  const counted = soManyEach.exec(folded);
  const said = counted ? folded.replace(soManyEach, ' ') : folded;
  if (folded.length > longest || !(counted || takesBoth.test(said)) || other.test(said)) return undefined;
  const quantity = counted?.[1] === undefined ? 1 : readNumber(counted[1]);
  const words = mentions(folded);
  const colours = words.filter(word => word.meanings.some(one => one.slot === 'colour'));
  const [first, second, ...more] = colours;
  if (!first || !second || more.length > 0 || !joins.test(folded.slice(first.end, second.start))) return undefined;
  // "The red mug and the navy flask, both please": of other goods.
  if (words.some(word => word.meanings.some(one => goods.has(one.slot)))) return undefined;
  const table = (focus === undefined ? shown : [focus]).flatMap(id => byId.get(id) ?? []);
  const models = [...new Map(table.map(product => [familyOf(product), product])).values()];
  if (models.length === 0) return undefined;
  const valuesIn = (word: typeof first): readonly string[] =>
    word.meanings.flatMap(one => (one.slot === 'colour' ? [one.value] : []));
  const formsIn = (word: typeof first, of: readonly Product[]): readonly Product[] =>
    of.flatMap(model => {
      const isSo = (one: Product): boolean =>
        isSellable(one) && valuesIn(word).some(value => valuesOf(one, 'colour')?.includes(value) === true);
      const form = isSo(model) ? model : products.find(one => familyOf(one) === familyOf(model) && isSo(one));
      return form ? [form] : [];
    });
  // Of a list the one that comes in both.
  const inBoth = models.filter(model => [first, second].every(word => formsIn(word, [model]).length > 0));
  const meant = inBoth.length === 1 ? inBoth : models;
  const found = [first, second].map(word => ({ word, forms: formsIn(word, meant) }));
  const missing = found.flatMap(({ word, forms }) => (forms.length === 0 ? [word.surface] : []));
  if (missing.length > 0) return { ordered: { lines: [], open: [], inAll: false }, missing };
  const lines = found.flatMap(({ forms: [form, ...others] }) =>
    form && others.length === 0 ? [{ product: form.id, quantity }] : [],
  );
  const open = found.flatMap(({ forms }) =>
    forms.length > 1 ? [{ products: forms.map(form => form.id), quantity }] : [],
  );
  // 墨黑 and 黑: one form by two names is no two.
  return new Set(lines.map(line => line.product)).size === lines.length
    ? { ordered: { lines, open, inAll: false }, missing }
    : undefined;
};
