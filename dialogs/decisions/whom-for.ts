/**
 * "Are these for adults?", "men's or children's?", 大人也能穿吗, where no line of its page says so: what its records tell of whom it is for.
 */
import type { Product } from '../../knowledge/domain/product.ts';
import { genderNamed, isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import type { PageAnswer } from '../../knowledge/retrieval/goods/page-says.ts';
import type { WhomForPart } from '../product-parts.ts';
import { type Draft, suggest } from './draft.ts';
import { addable, saidOf } from './page-says.ts';
import { wornSizes } from './worn-sizes.ts';

/** No small child's shoe is this long, and no child's comes up to this. */
const grownUpFrom = 35;
const grownUpTo = 40;

/** Of children or grown-ups, men or women; what suits old people no record tells. */
const ofThem =
  /\b(?:adults?|grown[- ]?ups?|kids?|child|children|toddlers?|boys?|girls?|men|man|women|woman|ladies|unisex)\b|(?<!\d)(?:\d|1[0-7])[- ]?(?:years?|yrs?|yo)\b|大人|成年?人|儿童|孩|童|宝宝|男|女|(?<!\d)(?:\d|1[0-7]) ?岁/u;
const ofAge =
  /\b(?:adults?|grown[- ]?ups?|kids?|child|children|toddlers?|boys?|girls?)\b|\d|大人|成年?人|儿童|孩|童|宝宝/u;
const tellsOfSex: ReadonlySet<WhomForPart['whom']> = new Set(['men', 'women', 'grown-ups']);
const asksWhomFor = ({ kind, words }: Asked): boolean => (kind === 'age' || kind === 'cut') && ofThem.test(words);

/** `page`: what its page says to all that is asked. Undefined: that is not asked, or told there, or its records tell no more. */
export const whomFor = (product: Product, { said, open }: PageAnswer): Draft | undefined => {
  const asked = open.filter(asksWhomFor);
  const part = asked.length > 0 ? whomOf(product) : undefined;
  // "Can men use it": whether it is for children tells nothing of that.
  if (!part || (!tellsOfSex.has(part.whom) && !asked.some(({ words }) => ofAge.test(words)))) return undefined;
  // "Is it a men's one, and what sizes does it come in?"
  const left = open.filter(one => one.kind !== undefined && !asksWhomFor(one));
  const rest = said.length + left.length > 0 ? saidOf(product, { said, open: left }, { beside: true }).parts : [];
  return {
    parts: [part, ...rest],
    memory: { focus: product.id, failures: 0 },
    suggestions: [...addable(product), ...suggest('deals')],
  };
};

const whomOf = (product: Product): WhomForPart | undefined => {
  const gender = genderNamed(product);
  const sizes = spanOf(product);
  const span = sizes ? { span: sizes } : {};
  const { recipient = [] } = product.attributes;
  if (isMadeForKids(product)) return { kind: 'whom-for', product, whom: 'children', ...span };
  if (gender) return { kind: 'whom-for', product, whom: gender, ...span };
  if (sizes && Number(sizes[0]) >= grownUpFrom && Number(sizes[1]) >= grownUpTo)
    return { kind: 'whom-for', product, whom: 'grown-ups', ...span };
  if (recipient.length === 0) return undefined;
  return { kind: 'whom-for', product, whom: recipient.includes('kids') ? 'anybody' : 'no-children', ...span };
};

const spanOf = (product: Product): readonly [string, string] | undefined => {
  const sizes = wornSizes(product);
  const [first, last] = [sizes[0], sizes.at(-1)];
  return first !== undefined && last !== undefined && first !== last ? [first, last] : undefined;
};
