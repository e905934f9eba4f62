/** What of a page tells one thing from another, and what says how good it is. */
import { type Language, languages } from '../../../../knowledge/domain/language.ts';
import type { Detail, Product } from '../../../../knowledge/domain/product.ts';
import { isLack } from '../../../../knowledge/retrieval/goods/page-lines.ts';
import { valuesOf } from '../../../../knowledge/retrieval/goods/product-match.ts';

/** Details that tell nothing of how good a thing is. */
const ofNoWeight =
  /^(?:made in|care|insole|in the box|not included|free of|tested on animals|shelf life|storage|in pregnancy|allergens|age|safety|how to use|taking off|grind|cut|length|chest, laid flat|heel-to-toe drop|arch support|on a plane|plug|sun filter|ingredients)$|^(?:产地|清洗保养|鞋垫|包装清单|不含|不添加|保质期|存放|男女款|衣长|平铺胸宽|用法|卸除|研磨)$/iu;
const isCalled = ({ name }: Detail, names: RegExp): boolean => Object.values(name).some(called => names.test(called));

export const nameOfDetail = ({ name }: Detail): string => name.en ?? name.zh ?? '';
export const textOfDetail = ({ value }: Detail): string => value.en ?? value.zh ?? '';
export const tellingOf = ({ details = [] }: Product): readonly Detail[] =>
  details.filter(detail => !isCalled(detail, ofNoWeight));

/** Said of what it does only so far: "a little, warm above 25 °C". */
const onlySoFar: Record<Language, RegExp> = {
  en: /^(?:a little|little|hardly|barely|not|no|none|only|never)\b/iu,
  zh: /^(?:一般|较差|偏|不|没|无|仅|只)/u,
};
const isLimit = (detail: Detail): boolean =>
  isLack(detail) || languages.some(language => onlySoFar[language].test(detail.value[language] ?? ''));
/** How it measures says neither. */
const ofSize = /^(?:weight|measurements|capacity|重量|尺寸|容量)$/iu;
const judged = (product: Product): readonly Detail[] => tellingOf(product).filter(detail => !isCalled(detail, ofSize));

export const goodOf = (product: Product): readonly Detail[] => judged(product).filter(detail => !isLimit(detail));
export const limitsOf = (product: Product): readonly Detail[] => judged(product).filter(isLimit);

/** They are of one kind. */
export const areAlike = (products: readonly Product[]): boolean => {
  const [first, ...others] = products.map(product => valuesOf(product, 'product') ?? []);
  return others.every(kinds => kinds.some(kind => first?.includes(kind)));
};
