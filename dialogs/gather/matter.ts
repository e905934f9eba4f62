/** What was told last, looked up for a short question that is asked of it. */
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Money } from '../../knowledge/domain/money.ts';
import type { OrderStatus } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { matches, valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { type CartMatter, keptStill, type Matter, type MatterKept } from '../matter.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { ofWhatWasTold } from '../understand/ground/asks.ts';

type Known = Pick<TurnFacts, 'memory' | 'orders' | 'cart' | 'cartPriced' | 'offer' | 'shop'>;

const sumOf = (products: readonly Product[], { currency }: TurnFacts['shop']): Money => ({
  minor: products.reduce((sum, one) => sum + one.price.minor, 0),
  currency,
});

const cartOf = (
  kept: { product?: ProductId; size?: string },
  facts: Known,
  view: CatalogueView,
): CartMatter | undefined => {
  const { cart, cartPriced } = facts;
  if (!cart || cart.lines.length === 0 || !cartPriced) return undefined;
  const line = cart.lines.find(one => one.product === kept.product);
  const product = line && view.byId.get(line.product);
  return {
    ...(product ? { product } : {}),
    ...(product && line.size !== undefined ? { size: line.size } : {}),
    count: cart.lines.reduce((sum, one) => sum + one.quantity, 0),
    total: cartPriced.total,
  };
};

const isOver: ReadonlySet<OrderStatus> = new Set(['cancelled', 'returned']);

const mostMore = 2;
/** What its page goes on with, in the paragraph that was told from first. */
const moreOf = (body: string, { toldOfTopic = [] }: Pick<ConversationMemory, 'toldOfTopic'>): string | undefined => {
  const told = new Set(toldOfTopic);
  const isTold = (sentence: string): boolean => sentenceMarks(sentence).every(mark => told.has(mark));
  const paragraphs = paragraphsOf(body).map(sentencesOf);
  const from = paragraphs.findIndex(sentences => sentences.some(isTold));
  const inOrder = [...(from < 0 ? [] : paragraphs.slice(from)), ...(from < 0 ? paragraphs : paragraphs.slice(0, from))];
  const left = inOrder.map(sentences => sentences.filter(sentence => !isTold(sentence))).find(one => one.length > 0);
  return left?.slice(0, mostMore).join(hasHan(body) ? '' : ' ');
};

const lookedUp = (kept: MatterKept, facts: Known, view: CatalogueView, language: Language): Matter => {
  const { memory, orders, shop } = facts;
  const none = { about: 'else' } as const;
  const product = (id: ProductId): Product | undefined => view.byId.get(id);
  switch (kept.about) {
    case 'goods': {
      const found = kept.products.flatMap(id => product(id) ?? []);
      const [first] = found;
      if (!first) return none;
      const byPrice = [...found].sort((one, other) => one.price.minor - other.price.minor);
      const { how } = kept;
      const forWhom = (memory.search ?? []).filter(wish => wish.slot === 'recipient' && wish.polarity === 'like');
      const wishes = how === 'asked' ? [...kept.wishes, ...forWhom] : kept.wishes;
      return { about: 'goods', found, how, wishes, least: byPrice[0]!.price, most: byPrice.at(-1)!.price };
    }
    case 'product': {
      const one = product(kept.product);
      if (!one) return none;
      return {
        about: 'product',
        product: one,
        sizes: valuesOf(one, 'size') ?? [],
        wishes: (memory.search ?? []).filter(wish => wish.polarity === 'like' && matches(one, wish)),
        others: memory.shown.filter(id => id !== one.id).flatMap(id => product(id) ?? []),
      };
    }
    case 'lacks': {
      const one = product(kept.product);
      return one ? { about: 'lacks', product: one, lacks: kept.lacks, instead: kept.instead } : none;
    }
    case 'compared': {
      const [one, other] = kept.products.flatMap(id => product(id) ?? []);
      return one && other ? { about: 'compared', products: [one, other] } : none;
    }
    case 'cart': {
      const cart = cartOf(kept, facts, view);
      return cart ? { about: 'cart', ...cart } : none;
    }
    case 'offer': {
      const { offer } = facts;
      if (offer?.id !== kept.offer) return none;
      const before = { ...offer.priced.total, minor: offer.priced.total.minor + offer.saves.minor };
      return { about: 'offer', offer, is: kept.is, before };
    }
    case 'code': {
      const cart = cartOf({}, facts, view);
      return cart ? { about: 'code', code: kept.code, name: kept.name, saves: kept.saves, total: cart.total } : none;
    }
    case 'deals': {
      const cart = cartOf({}, facts, view);
      return { about: 'deals', none: kept.none === true, ...(cart ? { cart } : {}) };
    }
    case 'order': {
      const order = orders.find(one => one.number === kept.number);
      return order ? { about: 'order', order, days: shop.returnDays } : none;
    }
    case 'again': {
      const products = kept.products.flatMap(id => product(id) ?? []);
      return { about: 'again', number: kept.number, products, total: sumOf(products, shop) };
    }
    case 'page': {
      const article = view.articles.find(one => one.id === kept.article);
      if (!article) return none;
      const more = moreOf(inLanguage(article.body, language), memory);
      return { about: 'page', article, ...(more ? { more } : {}) };
    }
    case 'trouble': {
      const order = orders.find(({ status }) => status !== 'delivered' && !isOver.has(status)) ?? orders[0];
      return { about: 'trouble', ...(order ? { order } : {}) };
    }
    case 'flow': {
      const { flow, asks, numbers, refund } = kept;
      return { about: 'flow', flow, asks, numbers, ...(refund ? { refund } : {}) };
    }
    case 'unsold':
      return { about: 'unsold', what: kept.what };
    case 'asked': {
      const one = 'product' in kept.asked ? product(kept.asked.product) : undefined;
      return { about: 'asked', asked: kept.asked, ...(one ? { product: one } : {}) };
    }
    default:
      return { about: kept.about };
  }
};

export const matterNow = (facts: Known, view: CatalogueView, language: Language): Matter => {
  const kept = keptStill(facts.memory.matter, facts.memory.turns);
  return kept ? lookedUp(kept, facts, view, language) : { about: 'nothing' };
};

/** An order, or what went wrong with one, was told last, and it is asked about. */
export const asksOfOrder = ({ ask }: Pick<Understanding, 'ask'>, { matter, turns }: ConversationMemory): boolean => {
  if (ask === undefined || !ofWhatWasTold.has(ask)) return false;
  const about = keptStill(matter, turns)?.about;
  return about === 'order' || about === 'trouble';
};
