/** A line chart as one SVG text: readable in light and dark, lines named at their ends, nothing to load. */
import { escaped, logTicks, seriesColours, short, style, ticks } from './drawing.ts';

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The one the chart is about is drawn strongest; 'plan' is dashed; a 'series' has a colour, its name at its end and a dot at its highest point. */
  readonly kind: 'main' | 'other' | 'plan' | 'series';
}

export interface Chart {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
  /** A shaded part of the x axis with its name. */
  readonly band?: { readonly from: number; readonly to: number; readonly name: string };
  /** The x axis is logarithmic; every x is then above 0. */
  readonly logX?: boolean;
  /** Default 300. */
  readonly height?: number;
}

const width = 720;
const margin = { left: 64, right: 132, top: 44, bottom: 46 };
/** Told apart without colour as well: by dashes and by the name at the end. */
const dashes = ['', '7 4', '2 4', '10 4 2 4', '1 3'];

/** End labels pushed apart so that none covers another; at least `gap` between them, inside [low, high]. */
export const apart = (wanted: readonly number[], gap: number, low: number, high: number): number[] => {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let before = low - gap;
  for (const i of order) {
    before = Math.max(placed[i]!, before + gap);
    placed[i] = before;
  }
  let after = high + gap;
  for (const i of order.reverse()) {
    after = Math.min(placed[i]!, after - gap);
    placed[i] = after;
  }
  return placed;
};

interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Labels beside the ends of lines, each moved up or down by as little as keeps it off those before it; y inside [low, high]. */
const besideEnds = (wanted: readonly Label[], gap: number, low: number, high: number): number[] => {
  const placed: Label[] = [];
  for (const label of wanted) {
    const isFree = (y: number): boolean =>
      y >= low &&
      y <= high &&
      placed.every(
        other => Math.abs(other.y - y) >= gap || other.x + other.width < label.x || label.x + label.width < other.x,
      );
    const moves = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * (gap / 3));
    const move = moves.find(one => isFree(label.y + one)) ?? 0;
    placed.push({ ...label, y: label.y + move });
  }
  return placed.map(label => label.y);
};

/** Throws RangeError without a point to draw, or for an x of 0 or less on a logarithmic axis. */
export const lineChart = (chart: Chart): string => {
  const height = chart.height ?? 300;
  const all = chart.lines.flatMap(l => l.points);
  if (all.length === 0) throw new RangeError(`The chart "${chart.title}" has no points`);
  const xs = all.map(p => p[0]);
  const ys = all.map(p => p[1]);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  if (chart.logX && !(x0 > 0))
    throw new RangeError(`The chart "${chart.title}" has a logarithmic axis and the value ${x0}`);
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const room = (high - low || 1) * 0.06;
  const [y0, y1] = [low < 0 ? low - room : 0, high + room];
  const right = width - margin.right;
  const bottom = height - margin.bottom;
  const scale = chart.logX ? Math.log : (x: number): number => x;
  const px = (x: number): number =>
    margin.left + ((scale(x) - scale(x0)) / (scale(x1) - scale(x0) || 1)) * (right - margin.left);
  const py = (y: number): number => bottom - ((y - y0) / (y1 - y0)) * (bottom - margin.top);
  const at = (n: number): string => n.toFixed(1);
  const parts: string[] = [];
  if (chart.band) {
    const from = px(Math.max(x0, chart.band.from));
    const to = px(Math.min(x1, chart.band.to));
    parts.push(
      `<rect x="${at(from)}" y="${margin.top}" width="${at(to - from)}" height="${bottom - margin.top}" fill="var(--band)"/>`,
      `<text x="${at((from + to) / 2)}" y="${margin.top + 14}" text-anchor="middle">${escaped(chart.band.name)}</text>`,
    );
  }
  for (const y of ticks(y0, y1, 5)) {
    const strong = y === 0 ? 'var(--soft)' : 'var(--grid)';
    parts.push(
      `<line x1="${margin.left}" x2="${right}" y1="${at(py(y))}" y2="${at(py(y))}" stroke="${strong}"/>`,
      `<text x="${margin.left - 8}" y="${at(py(y) + 4)}" text-anchor="end">${short(y)}</text>`,
    );
  }
  for (const x of chart.logX ? logTicks(x0, x1) : ticks(x0, x1, 6)) {
    parts.push(`<text x="${at(px(x))}" y="${bottom + 18}" text-anchor="middle">${short(x)}</text>`);
  }
  const ends = apart(
    chart.lines.map(l => py(l.points.at(-1)?.[1] ?? 0)),
    15,
    margin.top + 4,
    bottom,
  );
  const series = chart.lines.filter(line => line.kind === 'series' && line.points.length > 0);
  const places = series.map(({ name, points }) => {
    const [x, y] = points.at(-1)!;
    return { x: px(x) + 8, y: py(y), width: name.length * 7 };
  });
  const heights = besideEnds(places, 14, margin.top, bottom - 6);
  for (const [s, line] of series.entries()) {
    const colour = `var(--s${s % seriesColours})`;
    const [bestX, bestY] = line.points.reduce((best, point) => (point[1] > best[1] ? point : best));
    parts.push(
      `<polyline fill="none" stroke="${colour}" stroke-width="1.8" stroke-linejoin="round" points="${line.points.map(([x, y]) => `${at(px(x))},${at(py(y))}`).join(' ')}"/>`,
      `<circle cx="${at(px(bestX))}" cy="${at(py(bestY))}" r="3.5" fill="${colour}"/>`,
      `<text x="${at(places[s]!.x)}" y="${at(heights[s]! + 4)}" style="fill:${colour};font-weight:600">${escaped(line.name)}</text>`,
    );
  }
  let others = 0;
  for (const [i, line] of chart.lines.entries()) {
    if (line.kind === 'series') continue;
    const dash = line.kind === 'other' ? ` stroke-dasharray="${dashes[others++ % dashes.length]}"` : '';
    const points = line.points.map(([x, y]) => `${at(px(x))},${at(py(y))}`).join(' ');
    parts.push(
      `<polyline class="${line.kind}" fill="none" stroke-linejoin="round"${dash} points="${points}"/>`,
      `<text class="${line.kind}" x="${right + 8}" y="${at(ends[i]! + 4)}">${escaped(line.name)}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(chart.title)}" class="s"><style>${style}</style>
<rect width="${width}" height="${height}" rx="8" fill="var(--paper)"/>
<text class="t" x="${margin.left - 44}" y="26">${escaped(chart.title)}</text>
${parts.join('\n')}
<text x="${at((margin.left + right) / 2)}" y="${height - 10}" text-anchor="middle">${escaped(chart.x)}</text>
<text transform="translate(16 ${at((margin.top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escaped(chart.y)}</text>
</svg>
`;
};
