import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, times } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import { inSize, isWithinReturnWindow, lineName, type Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { detailTexts } from '../../knowledge/retrieval/goods/page-lines.ts';
import { cancelPreview } from '../offers/ledger/cancel.ts';
import type { ReplyPart } from '../reply.ts';
import type { FoundProduct } from '../turn-facts.ts';
import { attributeText } from './attribute-text.ts';
import type { Card, CardButton, OfferCard, OrderCard, ProductCard, SourceCard } from './cards.ts';
import { comparisonCard } from './comparison.ts';
import { formatDay, formatTime, type Labels, nameOf, type Wording } from './words.ts';

/** What card building needs beyond wording: how a promotion and a fact read. Promotions are looked up by the offer. */
export interface CardContext extends Wording {
  readonly labels: Labels;
  readonly now: Date;
  offerTitle(offer: Offer): string;
  offerTerms(offer: Offer): string;
  /** `beside`: the facts shown with it. */
  factText(fact: ProfileFact, beside: readonly ProfileFact[]): string;
}

/** The cards of one part of a reply; parts that are only words have none. */
export const cardsOf = (part: ReplyPart, context: CardContext): Card[] => {
  switch (part.kind) {
    case 'products':
      return [...part.found, ...only(part.beyond), ...(part.instead?.found ?? [])].map(found =>
        productCard(found, context),
      );
    case 'nothing-found':
      return only(part.beyond).map(found => productCard(found, context));
    case 'add-on':
      return part.plan.add.map(({ product }) => productCard({ product, score: 0 }, context));
    case 'which-product':
      return (part.of ?? []).map(product => productCard({ product, score: 0 }, context));
    case 'comparison':
      return [
        ...part.products.map(product => productCard({ product, score: 0 }, context)),
        ...comparisonCard(part, context.language),
      ];
    case 'better-of-kind':
      return part.above.map(product => productCard({ product, score: 0 }, context));
    case 'again':
    case 'which-of-these':
      return part.products.map(product => productCard({ product, score: 0 }, context));
    case 'product-answer':
      return (part.others.length > 0 ? part.others : [part.product]).map(product =>
        productCard({ product, score: 0 }, context),
      );
    case 'product-says':
    case 'only-one':
    case 'put-in-first':
      return [productCard({ product: part.product, score: 0 }, context)];
    case 'product-choices':
      return (part.areBought ? [] : part.others.length > 0 ? part.others : part.of.map(one => one.product)).map(
        product => productCard({ product, score: 0 }, context),
      );
    case 'advice':
      return (
        part.pages.length > 0
          ? part.pages.map(one => one.product)
          : [part.pick, ...(part.how === 'unsaid' ? [] : part.tied)]
      ).map(product => productCard({ product, score: 0 }, context));
    case 'by-degree':
      return part.leading.map(product => productCard({ product, score: 0 }, context));
    case 'less-than':
      return (part.areBought ? [] : part.of.flatMap(one => one.less)).map(product =>
        productCard({ product, score: 0 }, context),
      );
    case 'least-of':
      return [...part.beyond, ...part.of.slice(0, 1)].map(product => productCard({ product, score: 0 }, context));
    case 'how-good':
      return (part.of.length === 1 ? part.of : []).map(({ product }) => productCard({ product, score: 0 }, context));
    case 'pick':
      return [productCard({ product: part.pick.product, score: 0 }, context)];
    case 'only-of-kind':
      return [productCard({ product: part.product, score: 0 }, context)];
    case 'product':
      return [{ ...productCard({ product: part.product, score: 0 }, context), ...detailsOf(part.product, context) }];
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
      return [
        {
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
        },
      ];
    case 'about-me':
    case 'which-to-forget':
      return part.facts.length > 0
        ? [{ type: 'facts', facts: part.facts.map(fact => factRow(fact, part.facts, context)) }]
        : [];
    case 'return-preview':
      return [
        {
          type: 'refund',
          order: part.order.number,
          lines: part.lines.map(line => refundLine(part.order, line, context)),
          refund: formatMoney(part.refund),
          refundMinor: part.refund.minor,
          currency: part.refund.currency,
          notes: refundSentences(part, context),
        },
      ];
    default:
      return [];
  }
};

const only = (product: Product | undefined): FoundProduct[] => (product ? [{ product, score: 0 }] : []);

/** The notes; where amounts are known, with them instead of in general. */
const refundSentences = (
  { order, notes, deductions = [] }: Extract<ReplyPart, { kind: 'return-preview' }>,
  { labels, language }: CardContext,
): string[] => {
  const inGeneral = new Set(['discount-taken-back', 'gift-deducted']);
  const said = deductions.map(({ why, amount, gift }) => {
    const title = order.lines.find(l => l.product === gift)?.title;
    return labels.deduction[why](formatMoney(amount), title ? inLanguage(title, language) : '');
  });
  const general = notes.filter(code => said.length === 0 || !inGeneral.has(code));
  return [...said, ...general.map(code => labels.notes[code])];
};

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

const refundLine = (order: Order, line: { product: Product['id']; quantity: number }, context: CardContext) => {
  const bought = order.lines.find(l => l.product === line.product);
  return {
    name: bought ? inLanguage(lineName(bought), context.language) : line.product,
    quantity: line.quantity,
    paid: bought ? formatMoney(bought.paid) : '',
  };
};

const picturePath = (id: string): string => `/api/shop/products/${encodeURIComponent(id)}/picture.svg`;

const stockText = (product: Product, labels: Labels): string => {
  if (product.stock === 0) return labels.soldOut;
  return product.stock !== null && product.stock <= 5 ? labels.onlyLeft(product.stock) : labels.inStock;
};

const productCard = (found: FoundProduct, context: CardContext): ProductCard => {
  const { product } = found;
  const { labels } = context;
  const buttons: CardButton[] = [{ label: labels.details, value: { tap: 'product', product: product.id } }];
  if (product.stock !== 0) {
    buttons.unshift({ label: labels.add, value: { tap: 'add-to-cart', product: product.id }, primary: true });
  }
  const reason = found.reason && labels.reason(found.reason, context);
  return {
    type: 'product',
    id: product.id,
    name: inLanguage(product.name, context.language),
    ...(product.brand ? { brand: product.brand } : {}),
    price: formatMoney(product.price),
    priceMinor: product.price.minor,
    currency: product.price.currency,
    ...(reason ? { reason } : {}),
    ...(found.colours ? { colours: coloursOf(found.colours, context) } : {}),
    stock: stockText(product, labels),
    picture: picturePath(product.id),
    url: product.url ?? `/product/${encodeURIComponent(product.id)}`,
    buttons,
  };
};

const coloursOf = (others: readonly Product[], { labels, language }: CardContext): ProductCard['colours'] => ({
  text: labels.alsoIn(
    // The last is the closest: "blue, navy".
    attributeText('colour', [...new Set(others.flatMap(other => other.attributes.colour?.at(-1) ?? []))], language),
  ),
  choices: others.map(other => ({
    label: inLanguage(other.name, language),
    value: { tap: 'product', product: other.id },
    ...(other.picture ? { colour: other.picture.colour } : {}),
  })),
});

const detailsOf = (product: Product, context: CardContext): Pick<ProductCard, 'details' | 'description'> => ({
  description: inLanguage(product.description, context.language),
  details: [
    ...Object.entries(product.attributes)
      .filter(([name]) => context.labels.attribute[name])
      .map(([name, values]) => ({
        name: context.labels.attribute[name] ?? name,
        value: attributeText(name, values, context.language),
      })),
    ...detailTexts(product, context.language),
  ],
});

const offerCard = (offer: Offer, context: CardContext): OfferCard => {
  const { labels } = context;
  const before = {
    minor: offer.priced.total.minor + offer.saves.minor,
    currency: offer.saves.currency,
  };
  return {
    type: 'offer',
    id: offer.id,
    kind: offer.kind,
    title: context.offerTitle(offer),
    saves: labels.saves(formatMoney(offer.saves)),
    savesMinor: offer.saves.minor,
    lines: offer.priced.lines.map(line => ({
      name: nameOf(line.product, context),
      quantity: line.quantity,
      paid: line.gift ? labels.gift : formatMoney(line.paid),
    })),
    before: formatMoney(before),
    after: formatMoney(offer.priced.total),
    currency: offer.saves.currency,
    terms: context.offerTerms(offer),
    expiresAt: offer.expiresAt.toISOString(),
    expires: labels.expires(formatTime(offer.expiresAt, context.language, context.shop)),
    notice: offer.because.givenBy === undefined ? labels.personalised : labels.givenBy(offer.because.givenBy),
    state: offer.state,
    buttons:
      offer.state === 'quoted'
        ? [
            { label: labels.apply, value: { tap: 'apply-offer', offer: offer.id }, primary: true },
            { label: labels.decline, value: { tap: 'decline-offer', offer: offer.id } },
          ]
        : [],
  };
};

const progressOf = { placed: 0, packed: 1, shipped: 2, delivered: 3, cancelled: -1, returned: -1 } as const;

/** `read`: the question beside it is about this order, and answered by the chips below. */
const orderCard = (order: Order, context: CardContext, use: 'act' | 'choose' | 'read'): OrderCard => ({
  type: 'order',
  number: order.number,
  status: order.status,
  statusText: context.labels.statuses[order.status],
  placedAt: formatDay(order.placedAt, context.language),
  total: formatMoney(order.total),
  totalMinor: order.total.minor,
  currency: order.currency,
  lines: order.lines.map(line => ({
    name: inLanguage(lineName(line), context.language),
    quantity: line.quantity,
    paid: formatMoney(line.paid),
    picture: picturePath(line.product),
  })),
  progress: progressOf[order.status],
  steps: context.labels.steps,
  ...(order.shipment
    ? {
        shipment: {
          carrier: order.shipment.carrier,
          tracking: order.shipment.tracking,
          expected: formatDay(order.shipment.deliveredAt ?? order.shipment.expectedAt, context.language),
        },
      }
    : {}),
  buttons: buttonsFor(use, order, context),
});

const buttonsFor = (use: 'act' | 'choose' | 'read', order: Order, context: CardContext): CardButton[] => {
  if (use === 'act') return actionsOn(order, context);
  return use === 'choose' ? [{ label: order.number, value: { tap: 'order', order: order.number }, primary: true }] : [];
};

/** What can be done with it now: sent back, or cancelled while it has not left. */
const actionsOn = (order: Order, { labels, shop, now }: CardContext): CardButton[] => {
  if (isWithinReturnWindow(order, shop.returnDays, now))
    return [{ label: labels.startReturn, value: { tap: 'return-order', order: order.number } }];
  return cancelPreview(order)
    ? [{ label: labels.cancelOrder, value: { tap: 'cancel-order', order: order.number } }]
    : [];
};
