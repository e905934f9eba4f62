/** "The duffel I bought", 我之前买的那个公仔: the thing of one's own orders that a message speaks of. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { singular, tokensOf } from '../../knowledge/retrieval/text/tokens.ts';

/** "The duffel I bought": one's own orders say which. Takes folded text. */
export const speaksOfOwn = (folded: string): boolean => folded.length <= longest && had.test(folded);
const longest = 160;
const had =
  /\b(?:i|we) (?:just |only |recently |already |have |'ve )*(?:bought|ordered|got|purchased|received)\b|\bmy (?:new )?[a-z]+\b|(?:我|之前|上次|上个?月|上周|前几?天|昨天|刚)(?:在你们?(?:家|这))?(?:买|收|订|下单)(?:到|了)?的/u;

/** What it is called after: its last word, and the kinds it is sold as. */
const callings = (product: Product): readonly string[] => [
  ...fold(product.name.en ?? '')
    .split(',')[0]!
    .split(/[\s-]+/)
    .slice(-1),
  ...(valuesOf(product, 'product') ?? []).flatMap(value => value.split('-').slice(-1)),
];
const leastHan = 2;
/** 江豚公仔 is called 公仔 and 江豚: two characters of its own name that stand in the message. */
const isCalledZh = (folded: string, product: Product): boolean => {
  const [, own = ''] = /^\S+ (\S+)/u.exec(product.name.zh ?? '') ?? [];
  return [...own].some((_, at) => at + leastHan <= own.length && folded.includes(own.slice(at, at + leastHan)));
};

export const boughtMeant = (folded: string, orders: readonly Order[], view: CatalogueView): Product | undefined => {
  if (orders.length === 0 || !speaksOfOwn(folded)) return undefined;
  const said = new Set(tokensOf(folded).map(({ text }) => singular(text)));
  return orders
    .flatMap(({ lines }) => lines.flatMap(line => view.byId.get(line.product) ?? []))
    .find(product => callings(product).some(word => said.has(singular(word))) || isCalledZh(folded, product));
};
