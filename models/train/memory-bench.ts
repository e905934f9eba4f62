/**
 * `npm run train:memory -- [INTERACTIONS] [MOST_MEGABYTES] [MINUTES]`: trains on a made-up shop of that many purchases and as many
 * views (default 500,000), prints the peak of the resident memory as a JSON line, and ends with an error as soon as the bound (default
 * 2048) is passed. What bounds it: columns of numbers instead of records once they are read, at most 400 signals of each
 * source a shopper, and models that keep a fixed number of neighbours. MINUTES (default 6): the budget, neural models included;
 * when half of it is over, each model that is left is fitted with its first settings only and without signals.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type OrderId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { BrowseEvent, Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openRegistry } from '../serve/registry.ts';
import { watchMemory } from './memory-watch.ts';
import { progressLine } from './progress-line.ts';
import { train } from './train.ts';

const interactions = Number(process.argv[2] ?? 500_000);
const bound = Number(process.argv[3] ?? 2048);
const budgetMinutes = Number(process.argv[4] ?? 6);
const [shoppers, products, linesPerOrder] = [Math.ceil(interactions / 25), 1_000, 5];
const now = new Date('2026-06-01T00:00:00Z');
const year = 365 * 86_400_000;

const price = money(1000, 'CNY');
const none = money(0, 'CNY');
const product = (p: number): ProductId => asId<ProductId>(`p${p}`);
const catalogue = Array.from(
  { length: products },
  (_, p): Product => ({
    id: product(p),
    name: { en: `thing ${p}` },
    description: { en: `a thing of sort ${p % 40}` },
    category: `c${p % 40}`,
    attributes: {},
    price,
    stock: null,
    hidden: false,
    addedAt: now,
  }),
);

/** A shopper's taste is one of forty groups; a few products of each are bought most. */
const taste = (random: () => number, s: number): number =>
  Math.floor(random() ** 2 * (products / 40)) * 40 + (random() < 0.8 ? s % 40 : Math.floor(random() * 40));

const orders = async function* (): AsyncGenerator<Order> {
  const random = seededRandom(1);
  for (let o = 0; o < interactions / linesPerOrder; o++) {
    const s = Math.floor(random() * shoppers);
    yield {
      id: asId<OrderId>(`o${o}`),
      number: `WY-${o}`,
      shopper: asId<ShopperId>(`s${s}`),
      lines: Array.from({ length: linesPerOrder }, () => ({
        product: product(taste(random, s)),
        title: { en: '' },
        quantity: 1,
        unitPrice: price,
        discount: none,
        paid: price,
        gift: false,
      })),
      currency: 'CNY',
      subtotal: price,
      discount: none,
      shipping: none,
      total: price,
      status: 'delivered',
      placedAt: new Date(now.getTime() - year + (o * linesPerOrder * year) / interactions),
      source: 'bench',
    };
  }
};
const views = async function* (): AsyncGenerator<BrowseEvent> {
  const random = seededRandom(2);
  for (let v = 0; v < interactions; v++) {
    const s = Math.floor(random() * shoppers);
    const at = new Date(now.getTime() - year + (v * year) / interactions);
    yield { shopper: asId<ShopperId>(`s${s}`), product: product(taste(random, s)), kind: 'view', at, dwellSeconds: 20 };
  }
};
const nothing = async function* (): AsyncGenerator<never> {};

const dir = mkdtempSync(join(tmpdir(), 'memory-'));
const bar = progressLine(process.stderr);
watchMemory(bound, 'the second argument');
try {
  const report = await train({
    stores: {
      orders: { stream: orders },
      browsing: { stream: views },
      ratings: { stream: nothing },
      mentions: { stream: nothing },
      facts: { stream: nothing },
      returns: { stream: nothing },
      impressions: { stream: nothing },
      products: { all: async () => catalogue },
    },
    registry: openRegistry(join(dir, 'models')),
    models: ['recommender'],
    seed: 1,
    seeds: 1,
    backend: 'auto',
    now,
    workDir: join(dir, 'models', '.work'),
    budgetMinutes,
    onProgress: (progress, step) => bar.show({ progress, step }),
  });
  bar.end();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const { rows, seconds } = report;
  process.stdout.write(`${JSON.stringify({ ...rows, seconds: seconds.all, peakMegabytes, bound })}\n`);
  if (peakMegabytes > bound) process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
