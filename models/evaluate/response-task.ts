import { command, readArguments } from '../../knowledge/command-line.ts';
import { areaUnderRoc, expectedCalibrationError, fitPlatt, sigmoid } from '../respond/calibration.ts';
import { bootstrapInterval } from './paired-metrics.ts';
import { type CouponRows, readCoupons } from './response-data.ts';
import { averagePrecision } from './response-metrics.ts';
import { responseLearners } from './response-models.ts';
import { BadInput, type EvaluateTask } from './task.ts';
import { encodeTable } from './uplift-table.ts';

const usage = command({
  name: 'npm run evaluate -- response',
  about:
    'Who answers a mailed coupon campaign: learned on the earlier campaigns, judged on the later ones. Propensity only, never uplift.',
  options: {
    coupons: { takes: 'FOLDER', needed: true, about: 'the completejourney tables' },
    'train-share': { takes: 'SHARE', usually: '0.667', about: 'of the campaigns, the earliest' },
    seed: { takes: 'N', usually: '1', about: 'of the fits' },
    out: { takes: 'FILE', about: 'raw predictions' },
  },
  examples: ['--coupons completejourney'],
});

/** Not chosen anew for each set: a handful of campaigns tells little about which single model does best on the next. */
const defaultModel = 'blend';

const readOptions = (args: readonly string[]) => {
  const { values } = readArguments(usage, args);
  const share = Number(values['train-share']);
  if (!(share > 0 && share < 1))
    throw new BadInput(`--train-share must lie between 0 and 1, got "${values['train-share']}"`);
  const seed = Number(values.seed);
  if (!(Number.isInteger(seed) && seed >= 0))
    throw new BadInput(`--seed must be a whole number from 0, got "${values.seed}"`);
  return { folder: values.coupons, share, seed, out: values.out };
};

const rowsOf = (rows: CouponRows, from: number, to: number): Int32Array =>
  Int32Array.from([...rows.campaign.keys()].filter(i => rows.campaign[i]! >= from && rows.campaign[i]! < to));

const figuresOf = (score: Float64Array, rows: CouponRows, test: Int32Array) => {
  const p = Float64Array.from(test, i => score[i]!);
  const happened = Float64Array.from(test, i => rows.redeemed[i]!);
  return { p, happened, auc: areaUnderRoc(p, happened), ap: averagePrecision(p, happened) };
};

/**
 * Who answers a mailed coupon campaign: learned on the earlier campaigns, judged on the later ones, everything known taken from
 * before each campaign's first day. The mailings were not randomised: these are propensities, never uplift. How log odds become
 * probabilities is learned within the train campaigns: each later one predicted from those before.
 */
export const responseTask: EvaluateTask = {
  name: 'response',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const rows = readCoupons(options.folder);
    const campaigns = rows.starts.length;
    const cut = Math.round(campaigns * options.share);
    // Where the train campaigns are parted anew, so that the later ones are predicted from the earlier ones.
    const origins = [...new Set([1 / 2, 2 / 3, 5 / 6].map(share => Math.round(cut * share)))];
    const inner = origins[0]!;
    if (inner < 1 || cut <= origins.at(-1)! || cut >= campaigns) {
      throw new BadInput(
        `${campaigns} campaigns can't be parted into earlier, middle and later ones by --train-share ${options.share}`,
      );
    }
    const [train, test] = [rowsOf(rows, 0, cut), rowsOf(rows, cut, campaigns)];
    const [first, validation] = [rowsOf(rows, 0, inner), rowsOf(rows, inner, cut)];
    const redeemedIn = (part: Int32Array): number => part.reduce((n, i) => n + rows.redeemed[i]!, 0);
    for (const [name, part] of [
      ['first train', first],
      ['later train', validation],
      ['test', test],
    ] as const) {
      const redeemed = redeemedIn(part);
      if (redeemed < 10 || part.length - redeemed < 10)
        throw new BadInput(
          `The ${name} campaigns hold ${redeemed} redeemed of ${part.length} mailings; at least 10 of each outcome are needed`,
        );
    }
    io.note(
      `${options.folder}: ${rows.redeemed.length} mailings of ${campaigns} campaigns, ${redeemedIn(rowsOf(rows, 0, campaigns))} redeemed; tested from ${rows.starts[cut]} on (${test.length}); not randomised: propensity only`,
    );

    const predictions = io.predictions(options.out);
    try {
      const baseline = figuresOf(rows.priorRedemptions, rows, test);
      const common = { rows: test.length, redeemed: redeemedIn(test), train: train.length, reading: 'propensity only' };
      io.print({ model: 'prior-redemptions', auc: baseline.auc, ap: baseline.ap, ...common });

      const results = new Map<string, { line: Record<string, unknown>; p: Float64Array }>();
      for (const [name, learner] of responseLearners) {
        const started = performance.now();
        const judgedAll = new Float64Array(rows.redeemed.length);
        for (const [n, origin] of origins.entries()) {
          const before = rowsOf(rows, 0, origin);
          const scores = learner({
            table: encodeTable(rows.columns, before).table,
            outcome: rows.redeemed,
            train: before,
            seed: options.seed,
          });
          for (const i of rowsOf(rows, origin, origins[n + 1] ?? cut)) judgedAll[i] = scores[i]!;
        }
        const judged = Float64Array.from(validation, i => judgedAll[i]!);
        const happened = Float64Array.from(validation, i => rows.redeemed[i]!);
        const platt = fitPlatt(judged, happened, new Float64Array(validation.length).fill(1));
        const late = learner({
          table: encodeTable(rows.columns, train).table,
          outcome: rows.redeemed,
          train,
          seed: options.seed,
        });
        const figures = figuresOf(
          late.map(z => sigmoid(platt.slope * z + platt.shift)),
          rows,
          test,
        );
        const [aucLow, aucHigh] = bootstrapInterval(
          test.length,
          drawn =>
            areaUnderRoc(
              Float64Array.from(drawn, i => figures.p[i]!),
              Float64Array.from(drawn, i => figures.happened[i]!),
            ),
          options.seed,
        );
        results.set(name, {
          p: figures.p,
          line: {
            auc: figures.auc,
            aucLow,
            aucHigh,
            ap: figures.ap,
            ece: expectedCalibrationError(figures.p, figures.happened),
            validationAuc: areaUnderRoc(judged, happened),
            seconds: (performance.now() - started) / 1000,
          },
        });
        io.print({ model: name, ...results.get(name)!.line, ...common });
      }
      const { line, p } = results.get(defaultModel)!;
      io.print({ model: 'default', is: defaultModel, ...line, ...common });
      for (const [n, i] of test.entries())
        predictions.write({ ...rows.ids[i], probability: p[n], redeemed: rows.redeemed[i] });
    } finally {
      predictions.close();
    }
  },
};
