/** How far an import is: one bar redrawn on a terminal, else a line at every tenth. */
export interface Progress {
  /** `done` and `total` in any one unit; `label` names the step. */
  at(label: string, done: number, total: number): void;
  end(): void;
}

export const silent: Progress = { at: () => {}, end: () => {} };

const barWidth = 28;
const redrawMilliseconds = 100;

export const progressOn = (stream: NodeJS.WriteStream, clock: () => number = Date.now): Progress => {
  const started = clock();
  let drawn = 0;
  let tenth = '';
  return {
    at: (label, done, total) => {
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const percent = Math.floor(share * 100);
      const time = clock();
      if (stream.isTTY) {
        if (time - drawn < redrawMilliseconds && share < 1) return;
        drawn = time;
        const full = Math.round(share * barWidth);
        const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
        stream.write(`\r\x1b[K${label.padEnd(18)} ${bar} ${String(percent).padStart(3)} %`);
        return;
      }
      const now = `${label} ${Math.floor(percent / 10)}`;
      if (now === tenth) return;
      tenth = now;
      stream.write(`${label}: ${percent} % (${((time - started) / 1000).toFixed(1)} s)\n`);
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
};
