/**
 * `npm run bench -- [turns|redemptions|ranking|choice|deals|understanding|answers|catalogue|desk|training|soak ...] [--quick] [--json] [--seed N] [--profile]`: the
 * usual parts unless some are named. Tables to standard output, or one JSON object per line with --json; progress to standard error.
 */
import { benchChoice } from '../../dialogs/offers/choose/bench.ts';
import { benchDeals } from '../../dialogs/offers/combine/deals-bench.ts';
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { benchTraining } from '../../models/backend/bench.ts';
import { benchRanking } from '../../models/recommend/bench.ts';
import { benchDesk } from './desk.ts';
import { benchLargeCatalogue } from './large-catalogue.ts';
import { benchRedemptions } from './redemptions.ts';
import { machine, type Row, round, tables } from './report.ts';
import { demoResponse } from './response.ts';
import { benchRetrieval } from './retrieval.ts';
import type { SelfTimes } from './self-times.ts';
import { benchSoak } from './soak.ts';
import { type BenchOptions, openSurroundings, type Surroundings } from './surroundings.ts';
import { benchTurns } from './turns.ts';
import { benchUnderstanding } from './understanding.ts';

const partNames = [
  'turns',
  'redemptions',
  'ranking',
  'choice',
  'deals',
  'understanding',
  'answers',
  'catalogue',
  'desk',
  'training',
  'soak',
] as const;
type Part = (typeof partNames)[number];
const usual: readonly Part[] = ['ranking', 'choice', 'deals', 'turns', 'redemptions'];
const usage = command({
  name: 'npm run bench --',
  about: `Times and sizes on this machine, as tables. Parts are ${partNames.join(', ')}; ${usual.join(', ')} if none is named.`,
  words: '[PART …]',
  options: {
    quick: { about: 'less of everything: for a look, not for figures' },
    json: { about: 'one JSON object a line instead of tables' },
    seed: { takes: 'N', usually: '1', about: 'of whatever is made up' },
    profile: { about: 'with turns: where the time goes' },
  },
  examples: ['ranking', 'turns --quick'],
});

interface Command extends BenchOptions {
  readonly parts: readonly Part[];
  readonly json: boolean;
}

const isPart = (name: string): name is Part => partNames.some(part => part === name);

/** Throws BadInput. */
const parseCommand = (args: readonly string[]): Command => {
  const { values, words: positionals } = readArguments(usage, args);
  const unknown = positionals.find(name => !isPart(name));
  if (unknown !== undefined) throw new BadInput(`There is no part "${unknown}"; parts are ${partNames.join(', ')}`);
  if (!/^\d{1,9}$/.test(values.seed)) throw new BadInput(`--seed needs a whole number, got "${values.seed}"`);
  const parts = positionals.filter(isPart);
  return {
    parts: parts.length > 0 ? parts : usual,
    quick: values.quick,
    json: values.json,
    profile: values.profile,
    seed: Number(values.seed),
    conversations: 50,
    say: line => void process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}\n`),
  };
};

const ranking = async ({ quick, say }: Command): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const products of quick ? [1_000] : [50_000, 500_000]) {
    say(`Ranking: fitting models to ${products} products first`);
    for (const {
      name,
      p50Ms,
      p99Ms,
      cpuP50Ms,
      cpuP99Ms,
      timesFasterThanLoop,
      bytesPerList,
      recall,
    } of await benchRanking(products, quick ? 500 : 2_000))
      rows.push({
        bench: 'ranking',
        case: `top 20 of ${products} products, ${name}`,
        figures: {
          'p50 ms': round(p50Ms),
          'p99 ms': round(p99Ms),
          'CPU p50 ms': round(cpuP50Ms),
          'CPU p99 ms': round(cpuP99Ms),
          'faster than a plain loop': round(timesFasterThanLoop),
          'KB allocated': round(bytesPerList / 1024),
          ...(recall !== undefined && { 'recall@20': round(recall) }),
        },
        protocol:
          'One request at a time on one core through popularity, trends, item and user neighbours and sequences (and vectors of 64 numbers where named), fitted to seeded purchases: a past of 30 events, 50 products excluded, 100 wished for. The plain loop multiplies vectors of 64 and keeps the best, without filters; recall is that of the scan of int8 against exact scores',
        seed: 1,
      });
  }
  return rows;
};

const choice = async ({ quick, seed, say }: Command): Promise<Row[]> => {
  say('Choice of a deal: training the response model on the demo shop first');
  const result = benchChoice(quick ? 500 : 2_000, await demoResponse(seed));
  return [
    {
      bench: 'choice of a deal',
      case: `${result.campaigns} campaigns, ${result.arms} promotions`,
      figures: {
        decisions: result.decisions,
        'p50 ms': round(result.p50Micros / 1000),
        'p99 ms': round(result.p99Micros / 1000),
        'decisions/s': result.perSecond,
        'CPU ms': round(result.cpuMicros / 1000),
        'CPU p99 ms': round(result.cpuP99Micros / 1000),
      },
      protocol:
        'One decision at a time on one core: the shopper’s features, consent, conditions, guardrails, pricing of every fitting promotion, scores with their uncertainty by a model trained on the demo shop, prices of budgets, pick, arm',
      seed,
    },
  ];
};

const deals = ({ quick }: Command): Row[] => {
  const { carts, candidates, combine, plan } = benchDeals(quick ? 200 : 1_000);
  const figures = (part: typeof combine) => ({
    carts,
    'p50 ms': round(part.p50Micros / 1000),
    'p99 ms': round(part.p99Micros / 1000),
    'CPU ms': round(part.cpuMicros / 1000),
  });
  return [
    {
      bench: 'deals of a cart',
      case: `best combination, 20 lines, ${candidates} candidates`,
      figures: figures(combine),
      protocol: 'One cart at a time on one core, the demo shop’s deals and more, with the whole trace',
      seed: 1,
    },
    {
      bench: 'deals of a cart',
      case: `凑单, 1 to 4 lines, ${candidates} candidates, 60 products wanted`,
      figures: figures(plan),
      protocol: 'One cart at a time on one core; every addition tried is priced by the best combination',
      seed: 1,
    },
  ];
};

const training = async ({ quick, seed, say }: Command): Promise<Row[]> =>
  (await benchTraining(quick, seed, say)).map(({ name, what, times }) => {
    const own = times.wasm;
    const against = (other: typeof own): number | string =>
      'why' in other
        ? other.why
        : 'why' in own
          ? ''
          : `${round(other.cpuMs, 1)} (${round(other.cpuMs / own.cpuMs, 1)}x)`;
    return {
      bench: 'training steps',
      case: `${name}: ${what}`,
      figures: {
        'wasm, best ms': 'why' in own ? own.why : round(own.bestMs, 1),
        'p50 ms': 'why' in own ? '' : round(own.wallMs, 1),
        'CPU ms': 'why' in own ? '' : round(own.cpuMs, 1),
        'stock wasm, CPU ms': against(times['stock wasm']),
        'cpu, CPU ms': against(times.cpu),
      },
      protocol:
        'One step: batch, forward, backward, Adam, the loss read; each backend in a process of its own, one after the other; medians of at most 150 steps, the first third left out. "ERR": kernels are missing; a step above 20 s ends the run',
      seed,
    };
  });

const topFunctions = 10;

const profileLines = (profiles: ReadonlyMap<string, SelfTimes>): string =>
  [...profiles]
    .map(([kind, { functions, parts }]) =>
      [
        `### Where the CPU of "${kind}" goes, self time`,
        parts
          .slice(0, topFunctions)
          .map(([part, share]) => `${part} ${(share * 100).toFixed(0)} %`)
          .join(', '),
        ...functions
          .slice(0, topFunctions)
          .map(f => `${(f.share * 100).toFixed(1).padStart(5)} %  ${f.name}  ${f.where}`),
      ].join('\n'),
    )
    .join('\n\n');

const run = async (command: Command): Promise<void> => {
  const rows: Row[] = [];
  const on = machine();
  const found = (some: readonly Row[]): void => {
    rows.push(...some);
    if (command.json) for (const row of some) process.stdout.write(`${JSON.stringify({ ...row, machine: on })}\n`);
  };
  let surroundings: Surroundings | null = null;
  let profiles: ReadonlyMap<string, SelfTimes> = new Map();
  const onSignal = (): void => {
    void surroundings?.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  try {
    // Alone on the machine first: nothing else of the bench runs yet.
    if (command.parts.includes('choice')) found(await choice(command));
    if (command.parts.includes('deals')) found(deals(command));
    if (command.parts.includes('understanding')) found(benchUnderstanding(command));
    if (command.parts.includes('answers')) found(benchRetrieval(command));
    if (command.parts.includes('catalogue')) found(benchLargeCatalogue(command));
    if (command.parts.includes('ranking')) found(await ranking(command));
    if (command.parts.includes('training')) found(await training(command));
    if (command.parts.includes('desk')) found(await benchDesk(command));
    if (command.parts.some(part => part === 'turns' || part === 'redemptions' || part === 'soak')) {
      command.say('Making a small demo shop and training its models');
      surroundings = await openSurroundings(command);
      if (command.parts.includes('turns')) {
        const result = await benchTurns(surroundings, command);
        profiles = result.profiles;
        found(result.rows);
      }
      if (command.parts.includes('redemptions')) found(await benchRedemptions(surroundings, command));
      if (command.parts.includes('soak')) found(await benchSoak(surroundings, command));
    }
  } finally {
    await surroundings?.close();
  }
  if (!command.json) process.stdout.write(`${tables(rows, on)}\n`);
  if (profiles.size > 0) process[command.json ? 'stderr' : 'stdout'].write(`${profileLines(profiles)}\n`);
};

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) await run(parseCommand(args));
} catch (fault) {
  const isBug = !(fault instanceof BadInput) && process.env.LOG_LEVEL === 'debug';
  process.stderr.write(`${isBug ? (fault as Error).stack : (fault as Error).message}\n`);
  process.exitCode = 1;
}
