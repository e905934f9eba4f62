/** Horizontal bars with error bars as one SVG text: readable in light and dark, each bar with its name and figure, nothing to load. */
import { escaped, style, ticks } from './drawing.ts';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Half the length of the error bar; null: no spread is known. */
  readonly sd: number | null;
  /** 'main' is drawn strongest, a 'floor' in the colour of plans. */
  readonly kind: 'main' | 'other' | 'floor';
}

const [width, rowHeight, left, right, top] = [720, 26, 150, 120, 44];
const fills = { main: 'var(--main)', other: 'var(--other)', floor: 'var(--plan)' };

/** Values >= 0. Throws RangeError without a bar. */
export const barChart = (chart: {
  readonly title: string;
  readonly x: string;
  readonly bars: readonly Bar[];
}): string => {
  if (chart.bars.length === 0) throw new RangeError(`The chart "${chart.title}" has no bars`);
  const highest = Math.max(...chart.bars.map(bar => bar.value + (bar.sd ?? 0))) || 1;
  const bottom = top + chart.bars.length * rowHeight;
  const px = (value: number): number => left + (value / (highest * 1.04)) * (width - left - right);
  const at = (value: number): string => value.toFixed(1);
  const parts = ticks(0, highest, 5).flatMap(tick => [
    `<line x1="${at(px(tick))}" x2="${at(px(tick))}" y1="${top - 6}" y2="${bottom}" stroke="${tick === 0 ? 'var(--soft)' : 'var(--grid)'}"/>`,
    `<text x="${at(px(tick))}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`,
  ]);
  chart.bars.forEach(({ name, value, sd, kind }, b) => {
    const y = top + b * rowHeight;
    const middle = y + rowHeight / 2 - 2;
    const figure = sd === null ? value.toFixed(4) : `${value.toFixed(4)} ± ${sd.toFixed(4)}`;
    parts.push(
      `<text class="${kind === 'floor' ? 'plan' : kind}" x="${left - 8}" y="${at(middle + 4)}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${left}" y="${at(middle - 8)}" width="${at(Math.max(1, px(value) - left))}" height="16" rx="2" fill="${fills[kind]}"/>`,
    );
    if (sd !== null) {
      const [low, high] = [px(Math.max(0, value - sd)), px(value + sd)];
      const ends = [low, high].map(x => `M${at(x)} ${at(middle - 5)}v10`).join('');
      parts.push(
        `<path d="M${at(low)} ${at(middle)}H${at(high)}${ends}" stroke="var(--ink)" stroke-width="1.5" fill="none"/>`,
      );
    }
    parts.push(`<text x="${at(px(value + (sd ?? 0)) + 8)}" y="${at(middle + 4)}">${figure}</text>`);
  });
  const spoken = chart.bars.map(bar => `${bar.name} ${bar.value.toFixed(4)}`).join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 46}" role="img" aria-label="${escaped(`${chart.title}: ${spoken}`)}" class="s"><style>${style}</style>
<rect width="${width}" height="${bottom + 46}" rx="8" fill="var(--paper)"/>
<text class="t" x="20" y="26">${escaped(chart.title)}</text>
${parts.join('\n')}
<text x="${at((left + width - right) / 2)}" y="${bottom + 36}" text-anchor="middle">${escaped(chart.x)}</text>
</svg>
`;
};
