import { ModelFault } from './model-fault.ts';

export interface BreakerOptions {
  /** Faults in a row after which the model is left alone. */
  readonly faults: number;
  readonly restMilliseconds: number;
  readonly now: () => number;
}

/**
 * Leaves a model alone that fails again and again, so that shoppers don't wait for it turn after turn. After the rest
 * one call tries; it alone decides whether the others may.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #faults = 0;
  #restsUntil = 0;
  #trying = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  get resting(): boolean {
    return this.#restsUntil > this.#options.now();
  }

  /** Throws ModelFault('resting') when the model is left alone; otherwise `done` has to be called with how it went. */
  enter(): { done(outcome: 'ok' | 'left' | ModelFault): void } {
    const { faults, restMilliseconds, now } = this.#options;
    const tripped = this.#restsUntil > 0;
    if (this.resting || (tripped && this.#trying)) throw new ModelFault('resting');
    this.#trying = tripped;
    let told = false;
    return {
      done: outcome => {
        if (told) return;
        told = true;
        if (tripped) this.#trying = false;
        if (outcome === 'left') return;
        if (outcome === 'ok') {
          this.#faults = 0;
          this.#restsUntil = 0;
          return;
        }
        this.#faults += 1;
        // A key that is refused once is refused always.
        if (tripped || this.#faults >= faults || outcome.reason === 'unauthorised') {
          this.#restsUntil = now() + restMilliseconds;
        }
      },
    };
  }
}
