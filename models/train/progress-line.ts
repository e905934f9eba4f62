import type { WriteStream } from 'node:tty';

/** What a training run says while it works, to whoever started it. */
export interface TrainMessage {
  /** 0..1 */
  readonly progress: number;
  readonly step: string;
}

/** A bar redrawn in place on a terminal; elsewhere one line per step, so that logs stay short. Always standard error. */
export const progressLine = (stream: WriteStream): { show(message: TrainMessage): void; end(): void } => {
  let lastStep = '';
  let lastDrawn = '';
  return {
    show: ({ progress, step }) => {
      if (stream.isTTY) {
        const width = 24;
        const filled = Math.round(progress * width);
        const drawn = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.round(progress * 100)).padStart(3)} %  ${step}`;
        if (drawn !== lastDrawn) stream.write(`\r\x1b[K${drawn.slice(0, Math.max(20, stream.columns - 1))}`);
        lastDrawn = drawn;
      } else if (step !== lastStep) {
        stream.write(`train: ${step}\n`);
        lastStep = step;
      }
    },
    end: () => {
      if (stream.isTTY && lastDrawn !== '') stream.write('\n');
    },
  };
};
