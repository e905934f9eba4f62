/** The cards that go with each part of a reply. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, times } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import type { ReplyPart } from '../reply.ts';
import type { FoundProduct } from '../turn-facts.ts';
import type { CardContext } from './card-context.ts';
import type { Card, ProductCard, SourceCard } from './cards.ts';
import { comparisonCard } from './comparison.ts';
import { offerCard } from './offer-card.ts';
import { orderCard, refundCard } from './order-card.ts';
import { detailsOf, productCard } from './product-card.ts';
import { formatDay } from './words.ts';

/** The cards of one part of a reply; parts that are only words have none. */
export const cardsOf = (part: ReplyPart, context: CardContext): Card[] => {
  const card = (product: Product): ProductCard => productCard({ product, score: 0 }, context);
  switch (part.kind) {
    case 'products':
      return [...part.found, ...only(part.beyond), ...(part.instead?.found ?? [])].map(found =>
        productCard(found, context),
      );
    case 'nothing-found':
      return only(part.beyond).map(found => productCard(found, context));
    case 'add-on':
      return part.plan.add.map(({ product }) => card(product));
    case 'which-product':
      return (part.of ?? []).map(card);
    case 'comparison':
      return [...part.products.map(card), ...comparisonCard(part, context.language)];
    case 'better-of-kind':
      return part.above.map(card);
    case 'again':
    case 'which-of-these':
      return part.products.map(card);
    case 'product-answer':
      return (part.others.length > 0 ? part.others : [part.product]).map(card);
    case 'product-says':
    case 'whom-for':
    case 'only-one':
    case 'put-in-first':
      return [card(part.product)];
    case 'product-choices':
      return (part.areBought ? [] : part.others.length > 0 ? part.others : part.of.map(one => one.product)).map(card);
    case 'advice':
      return (
        part.pages.length > 0
          ? part.pages.map(one => one.product)
          : [part.pick, ...(part.how === 'unsaid' ? [] : part.tied)]
      ).map(card);
    case 'by-degree':
      return part.leading.map(card);
    case 'less-than':
      return (part.areBought ? [] : part.of.flatMap(one => one.less)).map(card);
    case 'least-of':
      return [...part.beyond, ...part.of.slice(0, 1)].map(card);
    case 'how-good':
      return (part.of.length === 1 ? part.of : []).map(({ product }) => card(product));
    case 'pick':
      return [card(part.pick.product)];
    case 'only-of-kind':
      return [card(part.product)];
    case 'product':
      return [{ ...card(part.product), ...detailsOf(part.product, context) }];
    case 'offer':
    case 'no-better-deal':
    case 'counter-offer':
      return [offerCard(part.offer, context)];
    case 'offer-applied':
      return [offerCard({ ...part.offer, state: 'held' }, context)];
    case 'answer':
      return [part.passage.article, ...part.others].map(article => sourceCard(article, context));
    case 'delivery-told':
      return [sourceCard(part.article, context)];
    case 'page-says-no-more':
      return part.passage.unsaid === undefined ? [sourceCard(part.passage.article, context)] : [];
    case 'dont-know':
      return part.nearest.map(article => sourceCard(article, context));
    case 'orders':
    case 'ask-which-order':
    case 'claim-which':
    case 'more-orders':
    case 'orders-cost':
      return part.orders.map(order =>
        orderCard(order, context, part.kind === 'orders' || part.kind === 'more-orders' ? 'act' : 'choose'),
      );
    case 'order':
    case 'refund-state':
    case 'own-paid':
    case 'own-invoice':
    case 'order-arrival':
    case 'order-wrap':
    case 'order-to-place':
    case 'claim-of':
      return [orderCard(part.order, context, 'act')];
    case 'cancel-preview':
    case 'ask-which-lines':
      return [orderCard(part.order, context, 'read')];
    case 'cart':
      return [cartCard(part, context)];
    case 'about-me':
    case 'which-to-forget':
      return part.facts.length > 0
        ? [{ type: 'facts', facts: part.facts.map(fact => factRow(fact, part.facts, context)) }]
        : [];
    case 'return-preview':
      return [refundCard(part, context)];
    default:
      return [];
  }
};

const only = (product: Product | undefined): FoundProduct[] => (product ? [{ product, score: 0 }] : []);

/** Pages grow old: their day has its year. */
const lookedOver = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeZone: 'UTC' }),
};

const sourceCard = (article: Article, context: CardContext): SourceCard => ({
  type: 'source',
  title: inLanguage(article.title, context.language),
  url: article.url,
  updated: lookedOver[context.language].format(article.updatedAt),
});

const factRow = (fact: ProfileFact, beside: readonly ProfileFact[], context: CardContext) => ({
  id: fact.id,
  text: context.factText(fact, beside),
  when: formatDay(fact.statedAt, context.language),
});

const cartCard = (part: Extract<ReplyPart, { kind: 'cart' }>, context: CardContext): Card => ({
  type: 'cart',
  lines: part.cart.lines.map(line => {
    const product = part.products.find(p => p.id === line.product);
    return {
      name: product ? inLanguage(inSize(product.name, line.size), context.language) : line.product,
      quantity: line.quantity,
      price: product ? formatMoney(times(product.price, line.quantity)) : '',
    };
  }),
  ...(part.deals && part.deals.length > 0
    ? {
        deals: part.deals.map(deal => ({
          name: inLanguage(deal.name, context.language),
          saves: deal.gift ? context.labels.gift : formatMoney(deal.saves),
        })),
      }
    : {}),
  total: formatMoney(part.abroad?.total ?? part.total),
  totalMinor: (part.abroad?.total ?? part.total).minor,
  currency: part.total.currency,
});
