/** What all charts share: colours for light and dark, round ticks, short numbers, text that is safe in SVG and HTML. */

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Round steps (1, 2 or 5 times a power of ten) that cut a span into about `count` parts. */
export const ticks = (low: number, high: number, count: number): number[] => {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(m => m * power).find(s => s >= rough) as number;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};

/** 1, 2 and 5 times the powers of ten from `low` to `high`, both above 0. */
export const logTicks = (low: number, high: number): number[] => {
  const from = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - from + 1 }, (_, p) => 10 ** (from + p));
  return powers.flatMap(power => [1, 2, 5].map(m => m * power)).filter(tick => tick >= low && tick <= high);
};

/** How many colours `--s0` … there are for lines that none of is the main one. */
export const seriesColours = 7;

/** 1234567 as "1.23 M". */
export const short = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(3))} M`;
  return size >= 1e3 ? `${Number((value / 1e3).toPrecision(3))} k` : String(Number(value.toPrecision(3)));
};

export const style = `
  .s { --ink: #1f2733; --soft: #5b6675; --grid: #dfe4ea; --main: #1d5fd1; --other: #7b8794; --plan: #b4540a; --band: #f3ead9; --paper: #ffffff; --s0: #0065a3; --s1: #b4540a; --s2: #00795a; --s3: #a8487e; --s4: #7a6200; --s5: #5b4fc7; --s6: #3d4754 }
  @media (prefers-color-scheme: dark) { .s { --ink: #e8ecf2; --soft: #a3afbe; --grid: #323c4a; --main: #7fb0ff; --other: #8c99a8; --plan: #f0a35e; --band: #3a3325; --paper: #161c25; --s0: #5cb3f0; --s1: #f0a35e; --s2: #3fc79d; --s3: #e593bf; --s4: #d9bd3f; --s5: #a79dff; --s6: #c3ccd8 } }
  .s text { font: 12px system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans SC', sans-serif; fill: var(--soft) }
  .s .t { font-size: 15px; font-weight: 600; fill: var(--ink) }
  .s .main { stroke: var(--main); stroke-width: 2.6 } .s .other { stroke: var(--other); stroke-width: 1.5 } .s .plan { stroke: var(--plan); stroke-width: 1.6; stroke-dasharray: 6 4 }
  .s text.main { fill: var(--main); font-weight: 600; stroke: none } .s text.other { stroke: none } .s text.plan { fill: var(--plan); stroke: none }
`;
