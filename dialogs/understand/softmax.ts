/** Multinomial logistic regression over sparse features, trained by AdaGrad (Duchi et al. 2011), its confidence tempered on held-out examples. */
import { type Random, seededRandom } from '../../knowledge/domain/random.ts';

export interface LabelledText<Label extends string> {
  readonly features: readonly string[];
  readonly label: Label;
}

export interface Classifier<Label extends string> {
  /** Labels with probabilities that add up to 1, likeliest first. */
  classify(features: readonly string[]): { readonly label: Label; readonly probability: number }[];
  /** Share of features seen in training, 0..1: how much of the text is known at all. */
  coverage(features: readonly string[]): number;
}

interface Trained {
  readonly index: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
  readonly weights: Float32Array;
}

interface Row {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
}

export interface TrainingOptions {
  readonly seed: number;
  readonly epochs?: number;
  /** Share held out once to set the temperature, 0..1. */
  readonly heldOut?: number;
}

export const trainClassifier = <Label extends string>(
  examples: readonly LabelledText<Label>[],
  { seed, epochs = 14, heldOut = 0.2 }: TrainingOptions,
): Classifier<Label> => {
  const labels = [...new Set(examples.map(e => e.label))].sort();
  if (labels.length < 2) throw new Error(`A classifier needs examples of at least two labels, got ${labels.length}`);
  const random = seededRandom(seed);
  const shuffled = shuffle(examples, random);
  const cut = Math.floor(shuffled.length * heldOut);
  const temperature =
    cut >= 40 ? fitTemperature(train(shuffled.slice(cut), labels, epochs, random), shuffled.slice(0, cut), labels) : 1;
  const model = train(shuffled, labels, epochs, random);
  return {
    classify(features) {
      const probabilities = probabilitiesOf(model, vectorOf(model, features), labels.length, temperature);
      return labels
        .map((label, i) => ({ label, probability: probabilities[i]! }))
        .sort((a, b) => b.probability - a.probability);
    },
    coverage(features) {
      const distinct = new Set(features);
      let known = 0;
      for (const f of distinct) if (model.index.has(f)) known += 1;
      return distinct.size === 0 ? 0 : known / distinct.size;
    },
  };
};

const shuffle = <T>(items: readonly T[], random: Random): T[] => {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
};

const train = <Label extends string>(
  examples: readonly LabelledText<Label>[],
  labels: readonly Label[],
  epochs: number,
  random: Random,
): Trained => {
  const index = new Map<string, number>();
  const counts: number[] = [];
  for (const { features } of examples) {
    for (const f of new Set(features)) {
      const id = index.get(f);
      if (id === undefined) {
        index.set(f, counts.length);
        counts.push(1);
      } else counts[id]! += 1;
    }
  }
  const idf = Float32Array.from(counts, n => Math.log(1 + examples.length / n));
  const classes = labels.length;
  const weights = new Float32Array(counts.length * classes);
  const history = new Float32Array(weights.length).fill(1e-6);
  const model = { index, idf, weights };
  const place = new Map(labels.map((l, i) => [l, i]));
  const rows: Row[] = examples.map(e => ({ ...vectorOf(model, e.features), label: place.get(e.label)! }));
  const order = rows.map((_, i) => i);
  const rate = 0.35;
  const decay = 2e-5;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const row = rows[i]!;
      const p = probabilitiesOf(model, row, classes, 1);
      for (let c = 0; c < classes; c++) {
        const error = p[c]! - (c === row.label ? 1 : 0);
        if (Math.abs(error) < 1e-3) continue;
        for (let k = 0; k < row.ids.length; k++) {
          const at = row.ids[k]! * classes + c;
          const gradient = error * row.values[k]! + decay * weights[at]!;
          history[at]! += gradient * gradient;
          weights[at]! -= (rate * gradient) / Math.sqrt(history[at]!);
        }
      }
    }
  }
  return model;
};

/** TF-IDF, length one; features never seen in training are left out. */
const vectorOf = (
  model: Pick<Trained, 'index' | 'idf'>,
  features: readonly string[],
): { ids: Int32Array; values: Float32Array } => {
  const tally = new Map<number, number>();
  for (const f of features) {
    const id = model.index.get(f);
    if (id !== undefined) tally.set(id, (tally.get(id) ?? 0) + 1);
  }
  const ids = new Int32Array(tally.size);
  const values = new Float32Array(tally.size);
  let norm = 0;
  let k = 0;
  for (const [id, n] of tally) {
    const value = (1 + Math.log(n)) * model.idf[id]!;
    ids[k] = id;
    values[k++] = value;
    norm += value * value;
  }
  const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return { ids, values };
};

const probabilitiesOf = (
  { weights }: Pick<Trained, 'weights'>,
  { ids, values }: { ids: Int32Array; values: Float32Array },
  classes: number,
  temperature: number,
): Float64Array => {
  const scores = new Float64Array(classes);
  for (let k = 0; k < ids.length; k++) {
    const base = ids[k]! * classes;
    const value = values[k]!;
    for (let c = 0; c < classes; c++) scores[c]! += weights[base + c]! * value;
  }
  let top = Number.NEGATIVE_INFINITY;
  for (const s of scores) top = Math.max(top, s);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    scores[c] = Math.exp((scores[c]! - top) / temperature);
    sum += scores[c]!;
  }
  for (let c = 0; c < classes; c++) scores[c]! /= sum;
  return scores;
};

/** The temperature under which held-out examples are least surprising (Guo et al. 2017), by a small grid. */
const fitTemperature = <Label extends string>(
  model: Trained,
  heldOut: readonly LabelledText<Label>[],
  labels: readonly Label[],
): number => {
  const rows = heldOut.map(e => ({ vector: vectorOf(model, e.features), label: labels.indexOf(e.label) }));
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let t = 0.2; t <= 3; t *= 1.12) {
    let loss = 0;
    for (const { vector, label } of rows)
      loss -= Math.log(Math.max(1e-9, probabilitiesOf(model, vector, labels.length, t)[label]!));
    if (loss < least) {
      least = loss;
      best = t;
    }
  }
  return best;
};
