import { describe, expect, it } from 'vitest';
import { Diverged } from '../../backend/training.ts';
import type { FitContext, Fitted, ModelSettings } from '../model.ts';
import { type Search, searchedFit } from './searched-fit.ts';

/** A model that is as good as its settings say, from the third epoch on. */
const fake = ({ worth = 0, mostEpochs = 10 }: ModelSettings): Fitted & { readonly quality: number } => ({
  name: 'fake',
  products: 1,
  quality: mostEpochs < 3 ? worth / 2 : worth,
  score: () => undefined,
  explain: () => ({ kind: 'popular' }),
  store: () => ({ arrays: {}, meta: {} }),
  settled: { epochs: 7 },
  trainMilliseconds: worth * 1_000,
});

let now = 0;
/** Each fit takes so many milliseconds by the clock. */
const search = (asked: ModelSettings[], delay = 0): Search => ({
  first: { worth: 0.5 },
  others: [{ worth: 0.3 }, { worth: 0.8, dropout: 0.5 }, { worth: 0.6 }],
  firstEpochs: 2,
  fitWith: async (settings, context) => {
    asked.push(settings);
    now += delay;
    const model = fake(settings);
    context.validate?.(model);
    return model;
  },
  clock: () => now,
});

/** Trains an epoch of a second at a time, each better than the last, for as long as it may. */
const climbing = (asked: { readonly epochs: number; readonly settings: ModelSettings }[]): Search => ({
  ...search([]),
  fitWith: async (settings, { validate, isEnough, deadline = 0 }) => {
    const { mostEpochs = 1_000 } = settings;
    let epochs = 0;
    while (epochs < mostEpochs && now < deadline) {
      now += 1_000;
      epochs++;
      validate?.({ ...fake({ worth: 1 - 1 / (epochs + Number(settings.worth)) }), settled: { epochs } });
      if (isEnough?.() === true) break;
    }
    asked.push({ epochs, settings });
    return fake(settings);
  },
});

const contextWith = (more: Partial<FitContext>): FitContext => ({
  now: 0,
  seed: 1,
  backend: () => Promise.reject(new Error('not needed')),
  ...more,
});
const validate = (model: Fitted): number => (model as ReturnType<typeof fake>).quality;

describe('a fit that looks for its settings', () => {
  it('is the better of two whole fits, of the first settings and of the best of the others, and says which', async () => {
    const asked: ModelSettings[] = [];
    const model = await searchedFit(search(asked), contextWith({ validate }));
    expect(model.settled).toEqual({ worth: 0.8, dropout: 0.5, epochs: 7 });
    expect(model.trainMilliseconds).toBe(800); // of that fit alone
    expect(asked.filter(({ mostEpochs }) => mostEpochs === undefined)).toEqual([
      { worth: 0.5 },
      { worth: 0.8, dropout: 0.5 },
    ]);
  });

  it('stays with the first settings where no others are clearly better', async () => {
    const worse = { ...search([]), others: [{ worth: 0.2 }, { worth: 0.504 }] };
    expect((await searchedFit(worse, contextWith({ validate }))).settled).toEqual({ epochs: 7 });
  });

  it('passes over settings that training diverges with, and over nothing else', async () => {
    const failing = (fault: Error): Search => {
      const plain = search([]);
      const fitWith: Search['fitWith'] = (settings, context) =>
        settings.worth === 0.8 ? Promise.reject(fault) : plain.fitWith(settings, context);
      return { ...plain, fitWith };
    };
    const model = await searchedFit(failing(new Diverged('the loss is NaN')), contextWith({ validate }));
    expect(model.settled).toEqual({ worth: 0.6, epochs: 7 });
    const onlyThat = { ...failing(new Diverged('the loss is NaN')), others: [{ worth: 0.8 }] };
    expect((await searchedFit(onlyThat, contextWith({ validate }))).settled).toEqual({ epochs: 7 });
    await expect(searchedFit(failing(new Error('no memory')), contextWith({ validate }))).rejects.toThrow('no memory');
  });

  it('shows the epochs of the first fit alone, so that a training curve is that of one training', async () => {
    const seen: (number | undefined)[] = [];
    const watched = (model: Fitted): number => {
      seen.push(model.settled?.epochs);
      return validate(model);
    };
    await searchedFit(search([]), contextWith({ validate: watched }));
    expect(seen[0]).toBe(7);
    expect(seen.slice(1).every(epochs => epochs === undefined)).toBe(true);
  });

  it('gives the others their turn while the first settings still get better, and all within its time', async () => {
    const asked: { epochs: number; settings: ModelSettings }[] = [];
    const deadline = now + 100_000;
    await searchedFit(climbing(asked), contextWith({ validate, deadline }));
    expect(asked[0]).toEqual({ settings: { worth: 0.5 }, epochs: 36 });
    const [others, last] = [asked.slice(1, -1), asked.at(-1)!];
    expect(others.map(({ epochs }) => epochs)).toEqual([2, 2, 2, 4, 4]);
    expect(last).toEqual({ settings: { worth: 0.8, dropout: 0.5 }, epochs: 100 - 36 - 14 });
    expect(now).toBe(deadline);
  });

  it('leaves a short time to the first settings, but for what a final fit like theirs takes', async () => {
    const asked: { epochs: number; settings: ModelSettings }[] = [];
    await searchedFit(climbing(asked), contextWith({ validate, deadline: now + 14_000 }));
    expect(asked).toEqual([{ settings: { worth: 0.5 }, epochs: 10 }]);
  });

  it('is the plain fit where there is no time for more, or nothing to compare by', async () => {
    const late: ModelSettings[] = [];
    await searchedFit(search(late, 5), contextWith({ validate, deadline: now + 6 }));
    const blind: ModelSettings[] = [];
    await searchedFit(search(blind), contextWith({}));
    expect([late, blind]).toEqual([[{ worth: 0.5 }], [{ worth: 0.5 }]]);
  });
});
