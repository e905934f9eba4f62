/** What a turn leaves for the log. */
import type { Language } from '../knowledge/domain/language.ts';
import type { Reply } from './reply.ts';
import type { Intent } from './turn.ts';

/** What a turn leaves for the log: kinds and times, no message text. */
export interface TurnSummary {
  readonly turn: string;
  readonly intent: Intent;
  readonly confidence: number;
  readonly language: Language;
  readonly decision: DecisionSummary | null;
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>;
  readonly unavailable: readonly string[];
  readonly marked: readonly string[];
}

export interface DecisionSummary {
  readonly kind: 'offer' | 'held-out' | 'none';
  readonly promotion?: string;
  readonly reason?: string;
  readonly savesMinor?: number;
  readonly propensity?: number;
  readonly upliftMinor?: number;
}

/** The offer decision that this turn acted on, as the log keeps it. */
export const summarise = (reply: Reply): DecisionSummary | null => {
  const effect = reply.effects.find(e => e.kind === 'impression');
  if (effect?.kind !== 'impression') return null;
  const { decision } = effect;
  if (decision.kind === 'none') {
    return {
      kind: 'none',
      reason: decision.reason,
      ...(decision.propensity === undefined ? {} : { propensity: decision.propensity }),
    };
  }
  const offer = decision.kind === 'offer' ? decision.offer : decision.ghost;
  return {
    kind: decision.kind,
    promotion: offer.promotion,
    savesMinor: offer.saves.minor,
    propensity: decision.propensity,
    upliftMinor: offer.because.upliftMinor,
  };
};

export interface Stopwatch {
  lap(step: string): void;
  laps(): Record<string, number>;
}

export const stopwatch = (): Stopwatch => {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap: step => {
      const now = performance.now();
      laps[step] = Math.round((now - last + (laps[step] ?? 0)) * 1000) / 1000;
      last = now;
    },
    laps: () => laps,
  };
};
