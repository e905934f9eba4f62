import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { responseFeatureNames } from '../../knowledge/domain/response-features.ts';
import { openBackend, type TensorBackend } from '../backend/backend.ts';
import type { ResponseModel } from '../types.ts';
import { armKinds } from './encode.ts';
import { type FitOptions, trainResponse } from './fit.ts';
import { loadResponse, type ResponseBundle } from './model.ts';
import { type HistoryOptions, history, makeVisit, trueMargin, trueProbability } from './simulated-shop.test-helper.ts';
import { collectTrials } from './trials.ts';

let backend: TensorBackend;
beforeAll(async () => {
  backend = await openBackend({ choice: 'wasm' });
});

/** One candidate: nothing to choose between, so a test is quick. */
const simplest: Partial<FitOptions> = { candidates: ['surface'], folds: 2 };

/** RESPONSE_HEAVY=1: more shops and longer histories, some minutes. */
const isHeavy = process.env.RESPONSE_HEAVY === '1';
const plentiful = isHeavy ? 12_000 : 7000;

const learn = async (made: HistoryOptions, options: Partial<FitOptions> = {}): Promise<ResponseBundle> => {
  const result = await trainResponse(await collectTrials(history(made)), { backend, seed: made.seed, ...options });
  if (result.kind === 'refused') throw new Error(result.detail);
  return result.bundle;
};

/** What several tests look at is fitted once. */
let usual: Promise<ResponseBundle> | undefined;
const usualBundle = (): Promise<ResponseBundle> => {
  usual ??= learn({ count: plentiful, seed: 11 }, simplest);
  return usual;
};

/** Mean true margin per visit of each way to choose, on visitors the model never saw. */
const policies = (model: ResponseModel, seed: number, visits = isHeavy ? 4000 : 1500) => {
  const random = seededRandom(seed);
  const total: Record<string, number> = { ours: 0, never: 0, random: 0, oracle: 0 };
  const add = (name: string, value: number) => {
    total[name] = (total[name] ?? 0) + value / visits;
  };
  for (let n = 0; n < visits; n++) {
    const visit = makeVisit(random);
    const scores = model.score(visit.context, visit.arms);
    const best = scores.reduce((top, s, i) => (s.upliftMinor > scores[top]!.upliftMinor ? i : top), 0);
    add('ours', trueMargin(visit, scores[best]!.upliftMinor > 0 ? visit.arms[best]! : null));
    add('never', trueMargin(visit, null));
    add('random', trueMargin(visit, visit.arms[Math.floor(random() * visit.arms.length)]!));
    add('oracle', Math.max(trueMargin(visit, null), ...visit.arms.map(arm => trueMargin(visit, arm))));
    for (const [i, arm] of visit.arms.entries()) add(`always ${i}`, trueMargin(visit, arm));
  }
  return total;
};

describe('the promotion response', { timeout: 240_000 }, () => {
  it('earns more margin on new shoppers than never, random, and always offering any one deal, on each of several seeds', async () => {
    for (const seed of isHeavy ? [11, 12, 13, 14, 15] : [11, 12]) {
      const bundle = seed === 11 ? usualBundle() : learn({ count: plentiful, seed }, simplest);
      const model = loadResponse(await bundle, 'v1');
      const { ours, oracle, ...others } = policies(model, seed + 1000);
      for (const [name, value] of Object.entries(others)) expect(ours, `seed ${seed}: ${name}`).toBeGreaterThan(value);
      const best = Math.max(...Object.values(others));
      expect((ours! - best) / (oracle! - best), `seed ${seed}: share of the gap to the oracle`).toBeGreaterThan(0.5);
    }
  });

  it('puts the known buy probabilities within a few points, with and without an offer', async () => {
    const model = loadResponse(await usualBundle(), 'v1');
    const random = seededRandom(99);
    let off = 0;
    let n = 0;
    for (let i = 0; i < 500; i++) {
      const visit = makeVisit(random);
      for (const [a, score] of model.score(visit.context, visit.arms).entries()) {
        off += Math.abs(score.buyProbability - trueProbability(visit, visit.arms[a]!));
        off += Math.abs(score.buyProbabilityWithout - trueProbability(visit, null));
        n += 2;
      }
    }
    expect(off / n).toBeLessThan(0.035);
  });

  it('is calibrated on held-out impressions and says what it would have earned', async () => {
    const { meta } = await usualBundle();
    expect(meta.metrics.ece).toBeLessThan(0.04);
    expect(meta.metrics.auc).toBeGreaterThan(0.65);
    expect(meta.metrics.logLoss).toBeLessThan(meta.metrics.logLossOfMeans);
    expect(meta.metrics.policy.model.gainMinor).toBeGreaterThan(meta.metrics.policy.always.gainMinor);
    expect(meta.metrics.marginRealisedWith).toBeCloseTo(1, 5);
  });

  it('undoes an uneven history: those more often held out do not look like worse buyers', async () => {
    const model = loadResponse(await learn({ count: plentiful / 2, seed: 5, uneven: true }, simplest), 'v1');
    const { ours, never, random } = policies(model, 77);
    expect(ours).toBeGreaterThan(Math.max(never!, random!));
  });

  it('scores a kind of deal it has never seen by the pooled effect of the others', async () => {
    const bundle = await learn({ count: 3000, seed: 6, kinds: ['percent-off', 'spend-and-save'] }, simplest);
    expect(bundle.meta.kinds).toEqual(['percent-off', 'spend-and-save']);
    const model = loadResponse(bundle, 'v1');
    const visit = makeVisit(seededRandom(1));
    const arm = visit.arms[1]!;
    const [gift, bundleDeal, percent] = model.score(visit.context, [
      { ...arm, kind: 'gift' },
      { ...arm, kind: 'bundle' },
      arm,
    ]);
    expect(gift!.buyProbability).toBe(bundleDeal!.buyProbability);
    expect(Math.abs(gift!.buyProbability - percent!.buyProbability)).toBeLessThan(0.1);
  });

  it('never expects fewer buyers from more discount, whoever asks and whatever the kind', async () => {
    for (const name of ['surface', 'net'] as const) {
      const model = loadResponse(await learn({ count: 1000, seed: 16 }, { candidates: [name], folds: 2 }), 'v1');
      const visit = makeVisit(seededRandom(3));
      const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
      fc.assert(
        fc.property(
          fc.record(Object.fromEntries(responseFeatureNames.map(feature => [feature, number]))),
          fc.constantFrom(...armKinds),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
          fc.double({ min: 0.2, max: 5, noNaN: true }),
          (features, kind, depths, stretch) => {
            const rising = [...depths].sort((a, b) => a - b);
            const treatedBasketMinor = Math.round(visit.context.basketMinor * stretch);
            const arms = rising.map(depth => ({ ...visit.arms[0]!, kind, depth, treatedBasketMinor }));
            const scores = model.score({ ...visit.context, features }, arms);
            for (let n = 1; n < scores.length; n++)
              expect(scores[n]!.buyProbability).toBeGreaterThanOrEqual(scores[n - 1]!.buyProbability);
            for (const score of scores) expect(score.upliftSdMinor).toBeGreaterThanOrEqual(0);
          },
        ),
        { seed: 1, numRuns: 150 },
      );
    }
  });

  it('knows how far it may be off: nine in ten true gains lie within 1.645 deviations, over many histories', async () => {
    let within = 0;
    let all = 0;
    for (let seed = 41; seed <= (isHeavy ? 60 : 46); seed++) {
      const model = loadResponse(await learn({ count: 2000, seed }, simplest), 'v1');
      const random = seededRandom(seed + 500);
      for (let n = 0; n < 150; n++) {
        const visit = makeVisit(random);
        for (const [a, score] of model.score(visit.context, visit.arms).entries()) {
          const truth = trueMargin(visit, visit.arms[a]!) - trueMargin(visit, null);
          all += 1;
          if (Math.abs(score.upliftMinor - truth) <= 1.645 * score.upliftSdMinor!) within += 1;
        }
      }
    }
    expect(within / all).toBeGreaterThan(0.84);
    expect(within / all).toBeLessThan(0.96);
  });

  it('is less sure after fewer impressions, and least of a kind it has never seen', async () => {
    const deviation = async (bundle: Promise<ResponseBundle>) => {
      const model = loadResponse(await bundle, 'v1');
      const visit = makeVisit(seededRandom(4));
      const arm = visit.arms[1]!;
      return model.score(visit.context, [arm, { ...arm, kind: 'gift' }]).map(s => s.upliftSdMinor!);
    };
    const [few] = await deviation(learn({ count: 1000, seed: 17 }, simplest));
    const [many, unseen] = await deviation(
      learn({ count: 4000, seed: 17, kinds: ['percent-off', 'spend-and-save'] }, simplest),
    );
    expect(few).toBeGreaterThan(1.3 * many!);
    expect(unseen).toBeGreaterThan(1.5 * many!);
  });

  it('keeps no margin of goods that come back', async () => {
    const bundle = await learn({ count: 1500, seed: 7 }, { ...simplest, returnRates: { '*': 0.1, shoes: 0.4 } });
    const model = loadResponse(bundle, 'v1');
    const lines = (category: string) => [{ category, valueMinor: 1000 }];
    expect(model.expectedReturnRate!([...lines('shoes'), ...lines('hats')])).toBeCloseTo(0.25, 12);
    const visit = makeVisit(seededRandom(2));
    const [arm] = visit.arms;
    const [kept] = model.score(visit.context, [arm!]);
    const [half] = model.score({ ...visit.context, returnRate: 0.5 }, [arm!]);
    expect(half!.upliftMinor).toBeCloseTo(kept!.upliftMinor / 2, 6);
    const [dearer] = model.score(visit.context, [{ ...arm!, returnRate: 0.2 }]);
    expect(kept!.upliftMinor - dearer!.upliftMinor).toBeCloseTo(
      0.2 * kept!.buyProbability * (arm!.treatedMarginMinor - arm!.costMinor),
      6,
    );
  });

  it('charges the offer its cost: the same pull at a higher price is worth less', async () => {
    const model = loadResponse(await usualBundle(), 'v1');
    const visit = makeVisit(seededRandom(2));
    const arm = visit.arms[2]!;
    const [cheap, dear] = model.score(visit.context, [arm, { ...arm, costMinor: arm.costMinor + 500 }]);
    expect(cheap!.upliftMinor - dear!.upliftMinor).toBeCloseTo(500 * cheap!.buyProbability, 6);
  });

  it('scores a shopper with missing features as the average one, never as NaN', async () => {
    const model = loadResponse(await usualBundle(), 'v1');
    const visit = makeVisit(seededRandom(2));
    const scores = model.score({ ...visit.context, basketMinor: 0, features: { isNew: Number.NaN } }, visit.arms);
    for (const s of scores) expect(s.buyProbability > 0 && s.buyProbability < 1).toBe(true);
  });

  it('learns the same representation for the same seed and another one for another', async () => {
    const weights = async (seed: number) =>
      (await learn({ count: 800, seed: 8 }, { seed, candidates: ['net'], folds: 2 })).arrays.kernel1;
    expect(await weights(1)).toEqual(await weights(1));
    expect(await weights(1)).not.toEqual(await weights(2));
  });

  it('leaves no tensor behind', async () => {
    const run = () => learn({ count: 800, seed: 9 }, { candidates: ['net'], folds: 2 });
    await run();
    const before = backend.tf.memory().numTensors;
    await run();
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('refuses arrays made for other features', async () => {
    const bundle = await usualBundle();
    const stale = { ...bundle, meta: { ...bundle.meta, schema: 'response/0' } };
    expect(() => loadResponse(stale, 'v1')).toThrow(/made for other features/);
    const short = { ...bundle, arrays: { ...bundle.arrays, weights: new Float32Array(3) } };
    expect(() => loadResponse(short, 'v1')).toThrow(/"weights" must hold \d+ finite numbers, got 3/);
  });
});

describe('the same fit on two backends', { timeout: 240_000 }, () => {
  it('agrees to a tenth of a point of buy probability between JavaScript and WebAssembly', async () => {
    const made = { count: 1000, seed: 10 };
    const options: Partial<FitOptions> = { candidates: ['net'], folds: 2 };
    const onWasm = loadResponse(await learn(made, options), 'v1');
    const cpu = await openBackend({ choice: 'cpu' });
    const onCpu = loadResponse(await learn(made, { ...options, backend: cpu }), 'v1');
    await openBackend({ choice: 'wasm' });
    const random = seededRandom(5);
    for (let i = 0; i < 50; i++) {
      const visit = makeVisit(random);
      const a = onWasm.score(visit.context, visit.arms);
      const b = onCpu.score(visit.context, visit.arms);
      for (const [n, score] of a.entries()) {
        expect(Math.abs(score.buyProbability - b[n]!.buyProbability)).toBeLessThan(1e-3);
      }
    }
  });
});

describe('histories that teach nothing', () => {
  const refusal = async (impressions: ReturnType<typeof history>) => {
    const result = await trainResponse(await collectTrials(impressions), { backend, seed: 1 });
    return result.kind === 'refused' ? result : { reason: 'trained', detail: '' };
  };
  const plenty = () => history({ count: 2000, seed: 1 });

  it('are refused when there are too few', async () => {
    const { reason, detail } = await refusal(history({ count: 300, seed: 1 }));
    expect(reason).toBe('too-little-data');
    expect(detail).toMatch(/at least 200 of each/);
  });

  it('are refused when nobody was held out', async () => {
    expect((await refusal(plenty().filter(i => i.treatment !== 'control'))).reason).toBe('no-overlap');
  });

  it('are refused when every offer was chosen for certain', async () => {
    const { reason, detail } = await refusal(plenty().map(i => ({ ...i, propensity: 1 })));
    expect(reason).toBe('no-overlap');
    expect(detail).toMatch(/propensity 1/);
  });

  it('are refused when nobody bought', async () => {
    const bust = plenty().map(i => ({ ...i, outcome: { ...i.outcome!, bought: false, marginMinor: 0 } }));
    expect((await refusal(bust)).reason).toBe('too-few-outcomes');
  });

  it('are refused when the offers went to other shoppers than the withheld ones', async () => {
    const skewed = plenty().filter(i => i.features.promoShare! > 0.5 === (i.treatment !== 'control'));
    const { reason, detail } = await refusal(skewed);
    expect(reason).toBe('no-overlap');
    expect(detail).toMatch(/promoShare/);
  });

  it('count the impressions whose outcome or propensity is missing, and leave them out', async () => {
    const mixed = plenty().map((i, n) => {
      if (n % 10 === 0) return { ...i, outcome: undefined } as unknown as typeof i;
      if (n % 10 === 1) return { ...i, propensity: 0 };
      if (n % 10 === 2) return { ...i, features: { ...i.features, recencyDaysLog: Number.NaN } };
      return i;
    });
    const trials = await collectTrials(mixed);
    expect(trials.leftOut).toEqual({ noOutcomeYet: 200, badPropensity: 200, badNumbers: 200, notRandomised: 0 });
    expect(trials.count).toBe(1400);
  });
});
