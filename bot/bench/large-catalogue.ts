import { indexSet } from '../../dialogs/indexes.ts';
import { emptyMemory } from '../../dialogs/memory.ts';
import { searchScope } from '../../dialogs/search-scope.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { createUnderstander } from '../../dialogs/understand/understand.ts';
import type { CatalogueView } from '../../knowledge/catalogue.ts';
import { makeDemoShop } from '../../knowledge/demo/shop.ts';
import { asId, type ConversationId, type ProductId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type Wish, wishes } from '../../knowledge/profile/wishes.ts';
import { createArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { learnIntents, pageSense } from '../../models/text/learn-intents.ts';
import { clearMemory } from './clear-memory.ts';
import { percentile, type Row, round } from './report.ts';
import type { BenchOptions } from './surroundings.ts';

const at = new Date('2026-03-02T12:30:00Z');

const messages = [
  'waterproof running shoes under 500',
  'do you have loose leaf tea',
  'a face cream without perfume',
  'something for my dad who goes fishing',
  'any gift with a moon on it',
  '有没有300元以内的跑鞋',
  '不含酒精的面霜',
  '送妈妈的围巾，不要红色',
];

const told = (slot: Wish['slot'], value: string, polarity: Wish['polarity']): Wish => ({
  slot,
  value,
  polarity,
  forWhom: 'self',
  confidence: 0.9,
});
/** A colour of the catalogue's, and two things in words of the shopper's own. */
const profile = [
  told('colour', 'green', 'like'),
  told('style', 'art deco', 'like'),
  told('feature', 'jasmine', 'dislike'),
];

/** The demo shop's products again and again, each with made-up words in its name and description. */
const manyProducts = (own: readonly Product[], count: number, random: () => number): Product[] => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick([...'bcdfglmnprstvz']) + pick([...'aeiou'])).join(
      '',
    );
  const chinese = (): string => pick([...'云山水风花鸟星月林海']) + pick([...'石竹松雪春秋夏冬晨夜']);
  return Array.from({ length: count }, (_, i) => {
    const like = own[i % own.length]!;
    return {
      ...like,
      id: asId<ProductId>(`p${i}`),
      name: { en: `${word()} ${like.name.en}`, zh: `${chinese()} ${like.name.zh}` },
      description: {
        en: `${like.description.en} ${word()} ${word()}.`,
        zh: `${like.description.zh}${chinese()}。`,
      },
      price: { ...like.price, minor: like.price.minor + Math.floor(random() * 50) * 100 },
      stock: 10,
      hidden: false,
    };
  });
};

const turnOf = (text: string): Turn => ({
  id: asId<TurnId>('t'),
  conversation: asId<ConversationId>('c'),
  shopper: asId<ShopperId>('s'),
  signedIn: true,
  channel: 'bench',
  text,
  cut: false,
  at,
});

const cpuOf = <T>(work: () => T): { readonly made: T; readonly ms: number } => {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return { made, ms: (user + system) / 1000 };
};

/** A search over a large catalogue, read and found: the first time that something is asked, and again. */
export const benchLargeCatalogue = ({ quick, seed, say }: BenchOptions): Row[] => {
  const count = quick ? 5_000 : 50_000;
  say(`Large catalogue: reading ${count} products first`);
  const { shop, products: own, articles } = makeDemoShop({ seed, now: at, shoppers: 5, impressions: 10 });
  const products = manyProducts(own, count, seededRandom(seed));
  const view: CatalogueView = { shop, products, articles, byId: new Map(products.map(p => [p.id, p])) };
  const pages = createArticleIndex(articles, { sense: pageSense() });
  // What reading a message costs for the first time in a process has nothing to do with the catalogue.
  const small = createUnderstander({ ...view, products: own.slice(0, 50) }, learnIntents);
  for (const text of messages) small.understand(turnOf(text), emptyMemory);
  clearMemory();
  const heapBefore = process.memoryUsage().heapUsed;
  const understander = cpuOf(() => createUnderstander(view, learnIntents));
  const indexes = cpuOf(() => indexSet(view, understander.made, pages));
  const refreshed = cpuOf(() => indexes.made.products.withView({ ...view }));
  const search = (text: string): unknown => {
    const understanding = understander.made.understand(turnOf(text), emptyMemory);
    const { preferences, ...bounds } = searchScope(understanding, emptyMemory, shop);
    const { exclude } = wishes(profile, products, refreshed.made.mayMention);
    return refreshed.made.search({
      text: understanding.query,
      language: understanding.language,
      preferences,
      ...bounds,
      exclude,
      count: 40,
    });
  };
  const first = messages.map(text => cpuOf(() => search(text)).ms);
  const again = Array.from({ length: quick ? 5 : 20 }, () => messages.map(text => cpuOf(() => search(text)).ms)).flat();
  clearMemory();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  return [
    {
      bench: 'large catalogue',
      case: `${count} products, ${messages.length} searches with a profile`,
      figures: {
        'first CPU p50 ms': round(percentile(first, 0.5)),
        'first CPU max ms': round(Math.max(...first)),
        'again CPU p50 ms': round(percentile(again, 0.5)),
        'again CPU p99 ms': round(percentile(again, 0.99)),
        'reading its words, CPU s': round((understander.ms + indexes.ms) / 1000),
        'after stock moved, CPU ms': round(refreshed.ms),
        'heap it keeps, MB': round(heapMb, 0),
      },
      protocol:
        'One search at a time on one core: message read, scope, profile joined with the catalogue, search. The demo shop’s products many times, each with made-up words of its own; in a running bot its words are read in slices beside the turns, and once until one changes',
      seed,
    },
  ];
};
