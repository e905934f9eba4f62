/** What a training run says while it works, to whoever started it. */
export interface TrainMessage {
  /** 0..1 */
  readonly progress: number;
  readonly step: string;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const percent = (progress: number): string => `${String(Math.round(progress * 100)).padStart(3)} %`;
/** Without what counts up within a step: "ease: trial 11", "bpr: pass 3". */
const withoutCount = (step: string): string => step.replace(/: [a-z]+ \d+$/, '');

/** A bar redrawn in place on a terminal; elsewhere one line per step with its share, so that logs stay short. */
export const progressLine = (stream: ProgressStream): { show(message: TrainMessage): void; end(): void } => {
  let lastStep = '';
  let lastDrawn = '';
  return {
    show: ({ progress, step }) => {
      if (stream.isTTY) {
        const width = 24;
        const filled = Math.round(progress * width);
        const drawn = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${percent(progress)}  ${step}`;
        if (drawn !== lastDrawn) stream.write(`\r\x1b[K${drawn.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
        lastDrawn = drawn;
        return;
      }
      const counted = withoutCount(step);
      if (counted !== lastStep) stream.write(`train: ${percent(progress)}  ${counted}\n`);
      lastStep = counted;
    },
    end: () => {
      if (stream.isTTY && lastDrawn !== '') stream.write('\n');
    },
  };
};
