/** Two things that a message weighs against each other by their names, or two forms of one: "pebble or murmur", 三件套和五件套. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { ShopReader } from '../shop-reader.ts';
import { asksApart, besideIn, sidesIn } from './compared.ts';

const compact = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
/** Words that stand in what other forms of it are not called: 三件套, "50 g". */
const namesForm = ({ name: { en = '', zh = '' } }: Product, words: string): boolean => {
  const said = compact(words);
  return [en.split(',').slice(1), zh.split(' ').slice(2)].some(parts => {
    const form = compact(parts.join(' '));
    const at = form.indexOf(said);
    return said.length > 1 && at >= 0 && !/\d/.test(form.charAt(at - 1));
  });
};

/** 和卵石比怎么样: the only one that is called so, where nothing else names it. */
export const onlyBeside = (
  names: ShopReader['names'],
  folded: string,
  prefer: readonly ProductId[],
): ProductId | undefined => {
  const words = besideIn(folded);
  const [only, ...more] = words === undefined ? [] : names.like(words, prefer);
  return more.length === 0 ? only : undefined;
};

const sorts: ReadonlySet<string> = new Set(['product', 'material', 'feature']);
const mostOfSort = 3;
const whichOf = /\bwhich\b|\bbetter\b|\bvs\b|\bversus\b|哪一?[个款种双件]|更/u;

export const bothNamedIn = ({ view, names, vocabulary }: Pick<ShopReader, 'view' | 'names' | 'vocabulary'>) => {
  /** The two that a message weighs against each other by their names: of one kind, where a name is that of several. */
  const bothNamed = (folded: string, prefer: readonly ProductId[]): readonly ProductId[] | undefined => {
    const sides = sidesIn(folded);
    if (!sides) return undefined;
    const forms = bothForms(sides, prefer);
    if (forms) return forms;
    // 乌龙茶和红茶都有什么 weighs nothing.
    const weighs = asksApart(folded) || whichOf.test(folded);
    const [ones, others] = sides.map(words => {
      const like = names.like(words, prefer);
      if (like.length > 0) return like;
      const [called] = names.named(words, prefer);
      return called === undefined && weighs ? ofSort(words) : called === undefined ? [] : [called];
    });
    if (!ones || !others) return undefined;
    const pairs = ones.flatMap(one => others.flatMap(other => (names.areOneModel(one, other) ? [] : [[one, other]])));
    const kindOf = (id: ProductId): string | undefined => view.byId.get(id)?.category;
    const alike = pairs.filter(([one, other]) => kindOf(one!) === kindOf(other!));
    const fitting = alike.length > 0 ? alike : pairs;
    if (fitting.length === 1) return fitting[0];
    // Two sorts are told apart by one of each.
    const inStock = (ids: readonly ProductId[]): boolean => ids.every(id => (view.byId.get(id)?.stock ?? 0) > 0);
    return (asksApart(folded) || (weighs && sides.every(words => ofSort(words).length > 0))) &&
      !sides.some(words => /\d/.test(words))
      ? (alike.find(inStock) ?? alike[0])
      : undefined;
  };

  /** 铸铁锅: one of each model that has every mark which the words name, and more than its kind. */
  const ofSort = (words: string): readonly ProductId[] => {
    const named = vocabulary
      .mentions(words)
      .map(({ meanings }) => meanings.filter(({ slot }) => sorts.has(slot)))
      .filter(meanings => meanings.length > 0);
    if (!named.some(meanings => meanings.some(({ slot }) => slot !== 'product'))) return [];
    const models: ProductId[] = [];
    for (const product of view.products)
      if (
        isSellable(product) &&
        named.every(meanings => meanings.some(({ slot, value }) => valuesOf(product, slot)?.includes(value))) &&
        !models.some(id => names.areOneModel(id, product.id))
      )
        models.push(product.id);
    return models.length <= mostOfSort ? models : [];
  };

  /** 三件套和五件套, "the 50 g and the 100 g": two forms of what is spoken of. */
  const bothForms = (
    [one, other]: readonly [string, string],
    prefer: readonly ProductId[],
  ): readonly ProductId[] | undefined => {
    for (const id of prefer) {
      const forms = names.formsOf(id).filter(p => !p.hidden);
      const called = (words: string): ProductId | undefined => forms.find(p => namesForm(p, words))?.id;
      const [first, second] = [called(one), called(other)];
      if (first !== undefined && second !== undefined && first !== second) return [first, second];
    }
    return undefined;
  };

  return bothNamed;
};
