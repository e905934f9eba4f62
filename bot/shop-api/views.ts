import type { Unlock } from '../../dialogs/offers/combine/basket.ts';
import type { CartState } from '../../dialogs/offers/ledger/redeem.ts';
import { attributeText } from '../../dialogs/say/attribute-text.ts';
import { english } from '../../dialogs/say/words-en.ts';
import { chinese } from '../../dialogs/say/words-zh.ts';
import type { ProductId, PromotionId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { formatMoney, type Money } from '../../knowledge/domain/money.ts';
import type { Offer, OfferRefusal } from '../../knowledge/domain/offer.ts';
import { inSize, lineName, type Order } from '../../knowledge/domain/order.ts';
import { inStock, type Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { detailTexts } from '../../knowledge/retrieval/goods/page-lines.ts';
import type { ShopApi } from './shop-api.ts';

/** Domain values as the JSON of the API (schemas.ts). */
export const moneyView = (amount: Money) => ({ ...amount, text: formatMoney(amount) });

export const pictureUrl = (id: string): string => `/api/shop/products/${encodeURIComponent(id)}/picture.svg`;

/** From this many units on a product is simply in stock. */
const lowStock = 5;

export const productView = (product: Product, shop: Shop, language: Language) => {
  const category = shop.categories.find(c => c.key === product.category);
  const left = product.stock;
  return {
    id: product.id,
    name: inLanguage(product.name, language),
    description: inLanguage(product.description, language),
    category: product.category,
    categoryName: category ? inLanguage(category.name, language) : product.category,
    ...(product.brand === undefined ? {} : { brand: product.brand }),
    attributes: product.attributes,
    attributeTexts: Object.fromEntries(
      Object.entries(product.attributes).map(([name, values]) => [name, attributeText(name, values, language)]),
    ),
    price: moneyView(product.price),
    stock: !inStock(product) ? 'sold-out' : left !== null && left < lowStock ? 'low' : 'in-stock',
    ...(left !== null && left > 0 && left < lowStock ? { left } : {}),
    picture: pictureUrl(product.id),
    ...(product.url === undefined ? {} : { url: product.url }),
  };
};

/** With what its page lists, which a shelf of products leaves out. */
export const productPageView = (product: Product, shop: Shop, language: Language) => ({
  ...productView(product, shop, language),
  details: detailTexts(product, language),
});

/** The sentence the chat would say for the same refusal. */
export const refusalSentence = (
  api: Pick<ShopApi, 'catalogue' | 'clock'>,
  reason: OfferRefusal,
  language: Language,
  unlock?: Unlock,
): string => {
  const { shop, byId } = api.catalogue.view;
  const words = language === 'zh' ? chinese : english;
  return words['offer-refused'](
    { kind: 'offer-refused', reason, ...(unlock ? { unlock } : {}) },
    { language, shop, product: id => byId.get(id) },
  );
};

const offerView = (api: ShopApi, offer: Offer, language: Language) => {
  const promotion = api.catalogue.promotion(offer.promotion);
  return {
    id: offer.id,
    title: promotion ? inLanguage(promotion.name, language) : offer.kind,
    terms: promotion ? inLanguage(promotion.terms, language) : '',
    kind: offer.kind,
    state: offer.state,
    saves: moneyView(offer.saves),
    expiresAt: offer.expiresAt.toISOString(),
  };
};

export const cartView = (api: ShopApi, state: CartState, language: Language) => {
  const { byId } = api.catalogue.view;
  const { cart, priced, offer, problem, missing } = state;
  const title = (id: PromotionId, kind = ''): string => {
    const known = api.catalogue.promotion(id);
    return known ? inLanguage(known.name, language) : kind;
  };
  const terms = (id: PromotionId): string => inLanguage(api.catalogue.promotion(id)?.terms ?? {}, language);
  const sizeOf = (id: ProductId): string | undefined => cart.lines.find(l => l.product === id)?.size;
  const given = new Set(priced.lines.filter(l => l.gift).map(l => l.product));
  return {
    id: cart.id,
    version: cart.version,
    lines: priced.lines.map(line => {
      const product = byId.get(line.product);
      return {
        product: line.product,
        name: product
          ? inLanguage(inSize(product.name, line.gift ? undefined : sizeOf(line.product)), language)
          : line.product,
        picture: pictureUrl(line.product),
        quantity: line.quantity,
        unitPrice: moneyView(line.unitPrice),
        discount: moneyView(line.discount),
        paid: moneyView(line.paid),
        gift: line.gift,
      };
    }),
    subtotal: moneyView(priced.subtotal),
    discount: moneyView(priced.discount),
    shipping: moneyView(priced.shipping),
    shippingDiscount: moneyView(priced.shippingDiscount),
    total: moneyView(priced.total),
    offer: offer ? offerView(api, offer, language) : null,
    problem: problem
      ? { code: problem.reason, message: refusalSentence(api, problem.reason, language), offer: problem.offer }
      : null,
    deals: (priced.deals ?? []).map(deal => ({
      promotion: deal.promotion,
      title: title(deal.promotion, deal.kind),
      terms: terms(deal.promotion),
      kind: deal.kind,
      ...(deal.offer === undefined ? {} : { offer: deal.offer }),
      ...(deal.code === undefined ? {} : { code: deal.code }),
      saves: moneyView(deal.saves),
    })),
    codes: state.codes.map(({ code, promotion, applied, reason, unlock }) => ({
      code,
      title: promotion ? title(promotion, code) : code,
      applied,
      ...(reason ? { reason, message: refusalSentence(api, reason, language, unlock) } : {}),
    })),
    nudges: state.nudges.map(({ deal, spend, units, saves }) => ({
      ...(deal === 'delivery' ? {} : { promotion: deal }),
      title: deal === 'delivery' ? '' : title(deal),
      ...(spend ? { spend: moneyView(spend) } : {}),
      ...(units === undefined ? {} : { units }),
      saves: moneyView(saves),
    })),
    gifts: state.giftChoices.map(({ promotion, products }) => ({
      promotion,
      choices: products.map(id => ({
        product: id,
        name: inLanguage(byId.get(id)?.name ?? {}, language) || id,
        picture: pictureUrl(id),
        chosen: given.has(id),
      })),
    })),
    missing,
  };
};

export const orderView = (
  order: Order,
  language: Language,
  nameOf?: (promotion: PromotionId) => string | undefined,
) => ({
  id: order.id,
  number: order.number,
  status: order.status,
  placedAt: order.placedAt.toISOString(),
  lines: order.lines.map(line => ({
    product: line.product,
    name: inLanguage(lineName(line), language) || line.product,
    quantity: line.quantity,
    unitPrice: moneyView(line.unitPrice),
    discount: moneyView(line.discount),
    paid: moneyView(line.paid),
    gift: line.gift,
  })),
  subtotal: moneyView(order.subtotal),
  discount: moneyView(order.discount),
  shipping: moneyView(order.shipping),
  total: moneyView(order.total),
  ...(order.offer === undefined ? {} : { offer: order.offer }),
  ...(order.deals === undefined
    ? {}
    : {
        deals: order.deals.map(({ promotion, kind, code, saves }) => ({
          promotion,
          title: nameOf?.(promotion) ?? kind,
          ...(code === undefined ? {} : { code }),
          saves: moneyView(saves),
        })),
      }),
  ...(order.shipment === undefined
    ? {}
    : {
        shipment: {
          carrier: order.shipment.carrier,
          tracking: order.shipment.tracking,
          expectedAt: order.shipment.expectedAt.toISOString(),
          ...(order.shipment.deliveredAt === undefined
            ? {}
            : { deliveredAt: order.shipment.deliveredAt.toISOString() }),
        },
      }),
});
