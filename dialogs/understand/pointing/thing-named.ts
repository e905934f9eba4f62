/** Which thing a few words mean: by its name, or by its kind where one of it was shown or only one is sold. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { matches, valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { formSaid, withoutFormDenied } from './form-said.ts';
import type { ProductNames } from './named-products.ts';
import { byWordOfName } from './told-apart.ts';

export interface ThingNamed {
  /** The one; several: what it may be, one of each model; none: nothing is named. `prefer`: spoken of or shown, the latest first. */
  of(folded: string, prefer: readonly ProductId[]): readonly ProductId[];
  /** That thing in the colour, the size or the pack that the words name: "two of the 100 g", 红色M码. */
  inFormOf(product: ProductId, folded: string): ProductId;
  /** A colour or a size is told. */
  tellsForm(folded: string): boolean;
  /** "Some green tea", 绿茶: the one that is looked at, or one of each model of a sort that is called by its shelf and by what it is made of. */
  sortOf(folded: string, lookedAt?: ProductId): readonly ProductId[];
}

/** What a list shows. */
const most = 5;
const another = /\b(?:another|other|others|different|else|any|some)\b|别的|另|其[他它]|任何|随便/u;
const measured = /\d ?(?:g|kg|ml|克|公斤|毫升)(?![a-z])/u;

export const createThingNamed = (
  view: Pick<CatalogueView, 'products' | 'byId'>,
  names: ProductNames,
  vocabulary: Vocabulary,
): ThingNamed => {
  const meaningsOf = (folded: string) => vocabulary.mentions(folded).flatMap(mention => mention.meanings);
  const inFormOf: ThingNamed['inFormOf'] = (product, folded) => {
    const said = withoutFormDenied(folded);
    const colours = meaningsOf(said).flatMap(one => (one.slot === 'colour' ? [one.value] : []));
    const inColour = names.inColour(product, colours);
    return formSaid(said, names.formsOf(inColour))?.id ?? inColour;
  };
  const oneOfEach = (isOne: (product: Product) => boolean): readonly ProductId[] => {
    const models: ProductId[] = [];
    for (const product of view.products) {
      if (!isSellable(product) || !isOne(product) || models.some(id => names.areOneModel(id, product.id))) continue;
      models.push(product.id);
      if (models.length === most) break;
    }
    return models;
  };
  return {
    inFormOf,
    tellsForm: folded => meaningsOf(folded).some(one => one.slot === 'colour') || measured.test(folded),
    sortOf(folded, lookedAt) {
      const sort = vocabulary
        .mentions(folded)
        .map(mention => mention.meanings.filter(one => one.slot === 'category' || one.slot === 'material'))
        .findLast(meanings => meanings.some(one => one.slot === 'category'));
      if (!sort) return [];
      const isOne = (product: Product): boolean => sort.every(one => matches(product, { ...one, polarity: 'like' }));
      // "And a jacket", with a jacket looked at.
      const held = lookedAt === undefined || another.test(folded) ? undefined : view.byId.get(lookedAt);
      return held && isSellable(held) && isOne(held) ? [held.id] : oneOfEach(isOne);
    },
    of(folded, prefer) {
      const [named] = names.named(folded, prefer);
      if (named !== undefined) return [inFormOf(named, folded)];
      // What a thing is stands last: "phone pouch", 咖啡滤杯.
      const kind = meaningsOf(folded).findLast(one => one.slot === 'product');
      if (!kind) return [];
      const isOne = (product: Product): boolean => valuesOf(product, 'product')?.includes(kind.value) ?? false;
      const onTable = prefer.flatMap(id => view.byId.get(id) ?? []);
      const [own] = byWordOfName(
        folded,
        [...onTable, ...view.products].filter(one => isOne(one) && isSellable(one)),
      );
      if (own) return [inFormOf(own.id, folded)];
      const shown = onTable.find(isOne);
      if (shown) return [inFormOf(shown.id, folded)];
      const models = oneOfEach(isOne);
      return models.length === 1 ? [inFormOf(models[0]!, folded)] : models;
    },
  };
};

/** "If I buy 2 decaf 250 g what do I pay": the goods alone. */
export const withoutAsking = (folded: string): string =>
  folded
    .replace(
      /\b(?:ok|so|and|if|when|i|we|buy|get|take|order|bought|what|how|much|many|do|does|would|will|is|are|pay|paid|cost|costs|come|comes|to|total|price|it|be|then|in|altogether|together|with|including|delivery|shipping|the|discounts?|deals?|for|have)\b|[?]/g,
      ' ',
    )
    .replace(/(?:如果|要是|那|我|买|一共|总共|多少钱?|要|付|加起来|算上|优惠|折后|的话|呢|[?？])/gu, ' ')
    .trim();
