import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { type Event, historyOf, toInteractions } from '../../data/interactions.ts';
import { itemTraits } from '../../data/item-traits.ts';
import { defaultWeights } from '../../data/signal-weights.ts';
import { type SignalEvent, signalsOf, toSignals } from '../../data/signals.ts';
import { knownUntil, splitInteractions } from '../../data/splits.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { columnNames, servedSource, shortLists } from '../blend/short-list.ts';
import { rankingCases } from '../cases.ts';
import { itemKnn } from '../neighbours/item-knn.ts';
import { popularity } from '../popularity/popularity.ts';
import { segments } from '../segments.ts';
import { BestRows } from '../serving/score-sheet.ts';
import { context } from '../train.test-helper.ts';
import { productFacts } from './product-facts.ts';
import { fitReranker } from './rerank.ts';
import { restoreReranker, storeReranker } from './rerank-store.ts';
import { secondLook } from './second-look.ts';

const goods = 60;
const cut = new Date(Date.UTC(2026, 3, 1));

/** Purchases at random; what is bought after the cut was put into the cart before it, or (`told` false) was not. */
const made = async (told: boolean, seed: number) => {
  const random = seededRandom(seed);
  const any = (): string => `p${Math.floor(random() * goods)}`;
  const purchases: Event[] = [];
  const signals: SignalEvent[] = [];
  for (let s = 0; s < 120; s++) {
    const shopper = `s${s}`;
    const day = (n: number): Date => new Date(cut.getTime() + n * 86_400_000);
    for (let n = 0; n < 5; n++) purchases.push({ shopper, product: any(), at: day(-60 + n * 10) });
    for (let n = 0; n < 2; n++) {
      const next = any();
      purchases.push({ shopper, product: next, at: day(1 + n) });
      signals.push({ shopper, product: told ? next : any(), at: day(-3), kind: 'cart', value: 1 });
    }
  }
  const all = toInteractions(purchases);
  const split = splitInteractions(all, { kind: 'temporal', cut }, seed);
  const beside = toSignals(signals, all);
  const validation = rankingCases(split, true, { signals: beside, weights: defaultWeights });
  const items = itemTraits(
    all.products.ids.map((id, p) => ({ id, category: `c${p % 5}`, price: 5 + p })),
    all.products,
  );
  const facts = productFacts(split.train, cut.getTime(), items, beside, knownUntil(split));
  const components = [];
  for (const kind of [itemKnn, popularity])
    components.push(await kind.fit(split.train, kind.candidates(split.train)[0]!, { ...context, now: cut.getTime() }));
  const weights = Object.fromEntries(segments.map(segment => [segment, [0.6, 0.4]])) as never;
  const blend = servedBlend(components, weights);
  const source = servedSource(blend, components);
  const purpose = { rule: { kind: 'temporal', cut }, maskSeen: true, k: 10, seed: 1 } as const;
  const input = { source, facts, train: split.train, validation, purpose };
  return { input, facts, components, blend, source, validation, split, beside };
};

const worlds = new Map<boolean, ReturnType<typeof made>>();
const world = (told: boolean): ReturnType<typeof made> => {
  const known = worlds.get(told) ?? made(told, 1);
  worlds.set(told, known);
  return known;
};
let first: ReturnType<typeof fitReranker> = null;
const fitted = async () => {
  first ??= fitReranker((await world(true)).input);
  return first!;
};

describe('a re-ranker', () => {
  it('serves where a column foretells what is bought, and names that column', async () => {
    const { verdict } = await fitted();
    expect(verdict.helps).toBe(true);
    expect(Math.max(verdict.forest, verdict.line)).toBeGreaterThan(2 * verdict.before);
    expect(verdict.importance[0]![0]).toBe('times in the cart');
    expect(verdict.columnsKept).toBeLessThan(verdict.importance.length / 2);
  });

  it('stays out where nothing does', async () => {
    const { verdict } = fitReranker((await world(false)).input)!;
    expect(verdict.helps).toBe(false);
  });

  it('is not made of too few shoppers, and is the same for the same seed', async () => {
    const { input } = await world(true);
    const few = { ...input.validation, cases: input.validation.cases.slice(0, 49) };
    expect(fitReranker({ ...input, validation: few })).toBeNull();
    expect(fitReranker(input)!.verdict).toEqual((await fitted()).verdict);
  });
});

describe('a stored re-ranker', () => {
  it.each(['forest', 'line'] as const)('(%s) gives the lists it gave before', async kind => {
    const { facts, components, blend, source, split, beside, validation } = await world(true);
    const own = await fitted();
    const all = own.scaler.columns.map((_, column) => column);
    const line = { weights: Float64Array.from(all, c => Math.fround(Math.sin(c) / 10)), bias: -1 };
    const reranker = kind === own.model.kind ? own : { ...own, columns: all, model: { kind: 'line' as const, line } };
    const stored = JSON.parse(JSON.stringify(storeReranker(reranker, facts).meta));
    const back = restoreReranker(
      { arrays: storeReranker(reranker, facts).arrays, meta: stored },
      columnNames(components),
      split.train.products.ids.length,
    );
    for (const array of Object.values(storeReranker(reranker, facts).arrays))
      expect(array.every(Number.isFinite)).toBe(true);
    const looks = [secondLook(source, facts, reranker), secondLook(source, back.facts, back.reranker)];
    const blocked = new Uint8Array(blend.products);
    for (const { shopper } of validation.cases.slice(0, 20)) {
      const [history, did] = [historyOf(split.train, shopper), signalsOf(beside, shopper, cut.getTime())];
      const lists = looks.map(look => {
        const best = new BestRows(55);
        blend.read(history, cut.getTime());
        blend.offer(best, blocked, 1);
        const before = best.scores.slice();
        look(best, history, cut.getTime(), did);
        // Nothing falls behind what was not looked at.
        expect(best.scores[49]!).toBeGreaterThanOrEqual(before[49]! - 1e-6);
        expect([...best.scores]).toEqual([...best.scores].sort((a, b) => b - a));
        return [...best.rows];
      });
      expect(lists[1]).toEqual(lists[0]);
    }
  });

  it('of other columns, or damaged, is refused with what is wrong', async () => {
    const { facts, components, blend } = await world(true);
    const { arrays, meta } = storeReranker(await fitted(), facts);
    const names = columnNames(components);
    const restore = (over: { arrays?: object; meta?: object }, columns = names) =>
      restoreReranker(
        { arrays: { ...arrays, ...over.arrays }, meta: { ...meta, ...over.meta } },
        columns,
        blend.products,
      );
    expect(() => restore({}, [...names.slice(1), 'dwell'])).toThrow(/has "item-knn" as column 0/);
    expect(() => restore({ meta: { kind: 'oracle' } })).toThrow('is of kind "oracle"; it must be "forest" or "line"');
    expect(() => restore({ meta: { share: -1 } })).toThrow(/has share -1/);
    expect(() => restore({ arrays: { 'facts.price': new Float32Array(3) } })).toThrow(
      /has 3 numbers in facts.price; it needs 60/,
    );
    expect(() => restore({ arrays: { 'facts.stars': undefined } })).toThrow(/has no numbers in facts.stars/);
  });
});

it('short lists hold each product once, best first, and never what was bought', async () => {
  const { source, facts, validation } = await world(false);
  const lists = shortLists(source, facts, { known: validation.known, maskSeen: true });
  for (const { history, signals } of validation.cases.slice(0, 10)) {
    const found = lists.of(history, cut.getTime(), signals);
    const rows = [...found.rows.subarray(0, found.count)];
    expect(new Set(rows).size).toBe(rows.length);
    history.items.forEach((item, e) => {
      if (history.weight[e] === 1) expect(rows).not.toContain(item);
    });
  }
});
