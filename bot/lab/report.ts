/** The figures of a lab run for people: SVG files and one page that holds them, in English and Chinese. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chart, type Line, lineChart } from '../../models/evaluate/line-chart.ts';
import { type Curve, qiniCurve } from '../../models/evaluate/uplift-metrics.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { LabResult, PolicyRun } from './lab.ts';
import type { LabOptions } from './options.ts';
import type { PolicyName } from './policy.ts';

type Language = 'en' | 'zh';

const names: Readonly<Record<PolicyName, Readonly<Record<Language, string>>>> = {
  ours: { en: 'ours', zh: '我们' },
  oracle: { en: 'oracle', zh: '全知' },
  'best-fixed': { en: 'best single deal', zh: '最佳单一优惠' },
  always: { en: 'always 10 %', zh: '一律 9 折' },
  never: { en: 'never', zh: '从不' },
  random: { en: 'random', zh: '随机' },
  propensity: { en: 'propensity', zh: '购买倾向' },
};

const words = {
  regretTitle: { en: 'Regret to the oracle, summed up', zh: '与全知策略的累计差距' },
  day: { en: 'day', zh: '天' },
  yuan: { en: 'yuan', zh: '元' },
  festival: { en: 'sale festival', zh: '大促' },
  spendTitle: { en: 'Discount given, against the plan', zh: '优惠支出与计划' },
  plan: { en: 'plan', zh: '计划' },
  priceTitle: { en: 'Shadow price of the budget', zh: '预算的影子价格' },
  price: { en: 'yuan earned per yuan', zh: '每元须赚回' },
  qiniTitle: {
    en: 'Qini: purchases gained by showing the deal to the first n',
    zh: 'Qini 曲线：只向前 n 人出示优惠，多成交多少',
  },
  shown: { en: 'decisions, highest score first', zh: '按得分从高到低的人次' },
  gained: { en: 'purchases gained', zh: '多成交' },
  model: { en: 'uplift model', zh: '增益模型' },
  chance: { en: 'by chance', zh: '随机' },
  heading: { en: 'The lab', zh: '实验报告' },
  note: {
    en: 'Simulated shoppers with a known truth, decided by the shop’s own code. The oracle also knows what no shop can see of them. Money in yuan.',
    zh: '模拟顾客的真实反应已知，由店铺实际使用的决策代码给出优惠。“全知”还知道店铺看不到的那部分。金额单位为元。',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Minor units a day, added up in major units. */
const summed = (values: ArrayLike<number>): [number, number][] => {
  const points: [number, number][] = [[0, 0]];
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! / 100;
    points.push([i + 1, sum]);
  }
  return points;
};

const regretChart = (lab: LabResult, language: Language): Chart => ({
  title: words.regretTitle[language],
  x: words.day[language],
  y: words.yuan[language],
  band: { from: 0.55 * lab.world.days, to: 0.72 * lab.world.days, name: words.festival[language] },
  lines: lab.runs
    .filter(({ policy }) => policy !== 'oracle' && policy !== 'never')
    .map(
      ({ policy, result }): Line => ({
        name: names[policy][language],
        kind: policy === 'ours' ? 'main' : 'other',
        points: summed(result.expectedByDay.map((v, i) => lab.reference.oracle.expectedByDay[i]! - v)),
      }),
    ),
});

const spendChart = (lab: LabResult, options: LabOptions, language: Language): Chart => {
  const lines = lab.runs
    .filter(({ policy }) => ['ours', 'always', 'oracle'].includes(policy))
    .map(
      ({ policy, result }): Line => ({
        name: names[policy][language],
        kind: policy === 'ours' ? 'main' : 'other',
        points: summed(result.spentByDay),
      }),
    );
  const budget = options.budgetMinor;
  const plan: Line[] =
    budget === undefined
      ? []
      : [
          {
            name: words.plan[language],
            kind: 'plan',
            points: [
              [0, 0],
              [options.days, budget / 100],
            ],
          },
        ];
  return {
    title: words.spendTitle[language],
    x: words.day[language],
    y: words.yuan[language],
    lines: [...lines, ...plan],
  };
};

const priceChart = (run: PolicyRun, language: Language): Chart => ({
  title: words.priceTitle[language],
  x: words.day[language],
  y: words.price[language],
  height: 200,
  lines: [{ name: names.ours[language], kind: 'main', points: run.prices.map((p, i) => [i, p]) }],
});

const thinned = ({ x, y }: Curve): [number, number][] => {
  const every = Math.max(1, Math.floor(x.length / 240));
  const points: [number, number][] = [];
  for (let i = 0; i < x.length; i += every) points.push([x[i]!, y[i]!]);
  points.push([x[x.length - 1]!, y[y.length - 1]!]);
  return points;
};

/** On the decisions of `random`, which the model was not fitted on: deals shown against those held out. */
const qiniChart = (lab: LabResult, language: Language): Chart | null => {
  const log = lab.runs.find(r => r.policy === 'random')?.result.log.filter(l => l.impression.treatment !== 'none');
  if (!log || log.length < 100) return null;
  const scores = log.map(({ impression }) => {
    const f = impression.features as Readonly<Record<string, number>>;
    const context = { features: f, basketMinor: f.basketMinor!, basketMarginMinor: f.basketMarginMinor! };
    const arm = {
      promotion: impression.promotion!,
      kind: impression.kind!,
      depth: f.armDepth!,
      costMinor: f.armCostMinor!,
      treatedBasketMinor: f.treatedBasketMinor!,
      treatedMarginMinor: f.treatedMarginMinor!,
    };
    return lab.model.score(context, [arm])[0]!;
  });
  const trial = {
    outcome: log.map(l => (l.bought ? 1 : 0)),
    arm: log.map(l => (l.impression.treatment === 'control' ? 0 : 1)),
  };
  const uplift = thinned(
    qiniCurve(
      trial,
      scores.map(s => s.buyProbability - s.buyProbabilityWithout),
    ),
  );
  const likely = thinned(
    qiniCurve(
      trial,
      scores.map(s => s.buyProbabilityWithout),
    ),
  );
  const end = uplift.at(-1)!;
  return {
    title: words.qiniTitle[language],
    x: words.shown[language],
    y: words.gained[language],
    lines: [
      { name: words.model[language], kind: 'main', points: uplift },
      { name: names.propensity[language], kind: 'other', points: likely },
      { name: words.chance[language], kind: 'plan', points: [[0, 0], end] },
    ],
  };
};

const chartsOf = (lab: LabResult, options: LabOptions, language: Language): Map<string, string> => {
  const charts = new Map<string, Chart>([
    ['regret', regretChart(lab, language)],
    ['budget', spendChart(lab, options, language)],
  ]);
  const ours = lab.runs.find(r => r.policy === 'ours');
  if (ours && options.budgetMinor !== undefined && ours.prices.length > 1)
    charts.set('price', priceChart(ours, language));
  const qini = qiniChart(lab, language);
  if (qini) charts.set('qini', qini);
  return new Map([...charts].filter(([, c]) => c.lines.length > 0).map(([name, chart]) => [name, lineChart(chart)]));
};

const columns: readonly (readonly [keyof Figures & string, Readonly<Record<Language, string>>])[] = [
  ['incrementalMargin', { en: 'incremental margin', zh: '增量毛利' }],
  ['discountCost', { en: 'discount given', zh: '优惠支出' }],
  ['offers', { en: 'offers', zh: '出示' }],
  ['redemptions', { en: 'redeemed', zh: '核销' }],
  ['conversions', { en: 'purchases', zh: '成交' }],
  ['regret', { en: 'regret', zh: '与全知差距' }],
];

const tableOf = (rows: readonly Figures[], language: Language): string => {
  const head = columns.map(([, label]) => `<th scope="col">${label[language]}</th>`).join('');
  const body = rows
    .map(row => {
      const cells = columns.map(([key]) => `<td>${Math.round(row[key] as number).toLocaleString('en')}</td>`).join('');
      return `<tr><th scope="row">${names[row.policy as PolicyName][language]}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<table><thead><tr><th></th>${head}</tr></thead><tbody>${body}</tbody></table>`;
};

const pageStyle = `
  :root { color-scheme: light dark; --ink: #1f2733; --soft: #5b6675; --paper: #f5f6f8; --line: #dfe4ea }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a3afbe; --paper: #0f141b; --line: #323c4a } }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans SC', sans-serif }
  main { max-width: 880px; margin: 0 auto; padding: 24px 16px 48px } h1 { margin: 16px 0 4px; font-size: 26px } p { color: var(--soft); margin: 0 0 16px }
  figure { margin: 20px 0 } svg { width: 100%; height: auto; display: block } .table { overflow-x: auto }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { padding: 6px 8px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap } th[scope=row], th:first-child { text-align: left } thead th { color: var(--soft); font-weight: 500 }
  nav label { margin-right: 16px; cursor: pointer } body:has(#zh:checked) [lang=en], body:has(#en:checked) [lang=zh] { display: none }
`;

const pageOf = (sections: readonly string[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The lab · 实验报告</title><style>${pageStyle}</style></head>
<body><main><nav><label><input type="radio" name="language" id="en" checked> English</label><label><input type="radio" name="language" id="zh"> 中文</label></nav>
${sections.join('\n')}
</main></body></html>
`;

/** Writes `index.html`, one SVG per figure (`NAME.svg`, `NAME.zh.svg`) and `figures.json`; returns the files' names. */
export const writeReport = (dir: string, lab: LabResult, options: LabOptions): string[] => {
  mkdirSync(dir, { recursive: true });
  const rows = lab.runs.map(run => figuresOf(run, lab, options));
  const written: string[] = [];
  const write = (name: string, text: string): void => {
    writeFileSync(join(dir, name), text);
    written.push(name);
  };
  const sections = (['en', 'zh'] as const).map(language => {
    const charts = chartsOf(lab, options, language);
    for (const [name, svg] of charts) write(language === 'en' ? `${name}.svg` : `${name}.zh.svg`, svg);
    const about =
      language === 'en'
        ? `${options.shoppers} shoppers, ${options.days} days, seed ${options.seed}`
        : `${options.shoppers} 位顾客，${options.days} 天，种子 ${options.seed}`;
    const figures = [...charts.values()].map(svg => `<figure>${svg}</figure>`).join('\n');
    return `<div lang="${language}"><h1>${words.heading[language]}</h1><p>${words.note[language]} ${about}</p><div class="table">${tableOf(rows, language)}</div>${figures}</div>`;
  });
  write('index.html', pageOf(sections));
  write('figures.json', `${rows.map(row => JSON.stringify(row)).join('\n')}\n`);
  return written;
};
