import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TextOutcome } from '../dialogs/say/rephrase/text-model.ts';
import type { ModelStatus } from '../models/types.ts';
import type { Route } from './http/route.ts';
import type { ModelCall } from './language-model/endpoint.ts';
import type { BudgetFigure } from './ledger-metrics.ts';
import type { FinishedTurn } from './middleware/turn-log.ts';

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const lagResolutionMilliseconds = 20;

/** What is read at the moment of a scrape. */
export interface MetricSources {
  readonly queueDepth: () => number;
  readonly openStreams: () => number;
  readonly models?: () => ModelStatus;
  readonly budgets?: () => Promise<readonly BudgetFigure[]>;
}

/** "offer", "held-out", "none:no-uplift": the outcome of a turn's decision, kept to few values. */
const outcomeOf = (decision: unknown): string | null => {
  if (typeof decision !== 'object' || decision === null || !('kind' in decision)) return null;
  const { kind, reason } = decision as { kind: unknown; reason?: unknown };
  if (kind === 'offer' || kind === 'held-out') return kind;
  return kind === 'none' && typeof reason === 'string' ? `none:${reason}` : null;
};

/** Counters of one server; a registry of its own, so that several can run in one process. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #lag = monitorEventLoopDelay({ resolution: lagResolutionMilliseconds });
  readonly #turns = new Counter({
    name: 'counteroffer_turns_total',
    help: 'Turns by channel, intent and outcome',
    labelNames: ['channel', 'intent', 'outcome'],
    registers: [this.#registry],
  });
  readonly #turnSeconds = new Histogram({
    name: 'counteroffer_turn_seconds',
    help: 'Time of a turn by intent, from its start in the queue to its last reply',
    labelNames: ['intent'],
    buckets: secondsBuckets,
    registers: [this.#registry],
  });
  readonly #stepSeconds = new Histogram({
    name: 'counteroffer_turn_step_seconds',
    help: 'Time of each step of a turn',
    labelNames: ['step'],
    buckets: secondsBuckets,
    registers: [this.#registry],
  });
  readonly #offers = new Counter({
    name: 'counteroffer_offers_total',
    help: 'Offers by outcome: offer, held-out, none:reason, applied, redeemed, released, refused:reason',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });

  readonly #swept = new Counter({
    name: 'counteroffer_swept_total',
    help: 'What the sweeper repaired or let lapse: offersExpired, released, completed, settled, stockGivenBack, cancelsSettled, busy',
    labelNames: ['what'],
    registers: [this.#registry],
  });
  readonly #modelCalls = new Counter({
    name: 'counteroffer_language_model_calls_total',
    help: 'Calls of the language model by task and outcome: ok, left (refused half-way), or why none came',
    labelNames: ['task', 'outcome'],
    registers: [this.#registry],
  });
  readonly #modelSeconds = new Histogram({
    name: 'counteroffer_language_model_seconds',
    help: 'Time of a call of the language model: to its first piece, and whole',
    labelNames: ['task', 'until'],
    buckets: secondsBuckets,
    registers: [this.#registry],
  });
  readonly #modelTokens = new Counter({
    name: 'counteroffer_language_model_tokens_total',
    help: 'Tokens of the language model as it counts them, which is what it costs',
    labelNames: ['task', 'kind'],
    registers: [this.#registry],
  });
  readonly #modelTexts = new Counter({
    name: 'counteroffer_language_model_texts_total',
    help: 'Texts by what became of them: used, refused (claim checker) and failed, with the reason',
    labelNames: ['task', 'outcome', 'reason'],
    registers: [this.#registry],
  });

  constructor(sources: MetricSources) {
    this.#lag.enable();
    const registers = [this.#registry];
    new Gauge({
      name: 'counteroffer_queue_depth',
      help: 'Turns waiting or running in this process',
      registers,
      collect() {
        this.set(sources.queueDepth());
      },
    });
    new Gauge({
      name: 'counteroffer_open_streams',
      help: 'Open web sockets of the web channel',
      registers,
      collect() {
        this.set(sources.openStreams());
      },
    });
    const lag = this.#lag;
    new Gauge({
      name: 'counteroffer_event_loop_lag_seconds',
      help: 'Event loop delay since the last scrape, 99th percentile',
      registers,
      collect() {
        // The timer's own interval is part of what it measures.
        const value = lag.percentile(99) / 1e9 - lagResolutionMilliseconds / 1000;
        this.set(Math.max(value, 0));
        lag.reset();
      },
    });
    new Gauge({
      name: 'counteroffer_memory_bytes',
      help: 'Memory of this process',
      labelNames: ['kind'],
      registers,
      collect() {
        const { rss, heapUsed } = process.memoryUsage();
        this.set({ kind: 'rss' }, rss);
        this.set({ kind: 'heap' }, heapUsed);
      },
    });
    const { budgets } = sources;
    if (budgets) {
      new Gauge({
        name: 'counteroffer_budget_minor',
        help: 'Discount money of promotions and campaigns, minor units: cap, and used (held or committed)',
        labelNames: ['scope', 'id', 'figure'],
        registers,
        async collect() {
          this.reset();
          // A database that is away is /readyz's to say; the other figures are served all the same.
          for (const { scope, id, capMinor, usedMinor } of await budgets().catch(() => [])) {
            this.set({ scope, id, figure: 'cap' }, capMinor);
            this.set({ scope, id, figure: 'used' }, usedMinor);
          }
        },
      });
    }
    const { models } = sources;
    if (!models) return;
    new Gauge({
      name: 'counteroffer_model_info',
      help: 'The models in use, 1 each: name, version, and the backend and device that trained them',
      labelNames: ['role', 'name', 'version', 'backend', 'device'],
      registers,
      collect() {
        const { recommender, response, backend, device } = models();
        this.reset();
        this.set({ role: 'recommender', name: recommender.name, version: recommender.version, backend, device }, 1);
        if (response)
          this.set({ role: 'response', name: response.name, version: response.version, backend, device }, 1);
      },
    });
    new Gauge({
      name: 'counteroffer_models_refused',
      help: 'Models of the version to be used that are not in use, 1 each, since they could not be read; /readyz and the log say why',
      labelNames: ['role'],
      registers,
      collect() {
        const { refused = {} } = models();
        this.reset();
        for (const role of ['recommender', 'response'] as const)
          this.set({ role }, refused[role] === undefined ? 0 : 1);
      },
    });
    new Gauge({
      name: 'counteroffer_training_progress',
      help: 'Progress of the training under way, 0 to 1; 1 when none is',
      registers,
      collect() {
        const { running, progress } = models().training;
        this.set(running ? progress : 1);
      },
    });
  }

  turn(finished: FinishedTurn): void {
    const intent = finished.log?.intent ?? finished.type;
    this.#turns.inc({ channel: finished.meta.channel, intent, outcome: finished.outcome });
    this.#turnSeconds.observe({ intent }, finished.milliseconds / 1000);
    for (const [step, milliseconds] of Object.entries(finished.log?.timings ?? {})) {
      this.#stepSeconds.observe({ step }, milliseconds / 1000);
    }
    const outcome = outcomeOf(finished.log?.decision);
    if (outcome) this.offer(outcome);
  }

  /** What one run of the sweeper did. */
  swept(counts: Readonly<Record<string, number>>): void {
    for (const [what, count] of Object.entries(counts)) if (count > 0) this.#swept.inc({ what }, count);
  }

  modelCall({ task, outcome, seconds, firstSeconds, promptTokens, completionTokens }: ModelCall): void {
    this.#modelCalls.inc({ task, outcome });
    this.#modelSeconds.observe({ task, until: 'end' }, seconds);
    if (firstSeconds !== null) this.#modelSeconds.observe({ task, until: 'first' }, firstSeconds);
    this.#modelTokens.inc({ task, kind: 'prompt' }, promptTokens);
    this.#modelTokens.inc({ task, kind: 'completion' }, completionTokens);
  }

  modelText({ task, outcome, reason = '' }: TextOutcome): void {
    this.#modelTexts.inc({ task, outcome, reason });
  }

  offer(outcome: string): void {
    this.#offers.inc({ outcome });
  }

  close(): void {
    this.#lag.disable();
  }

  route(): Route {
    return {
      method: 'GET',
      path: '/metrics',
      handle: async ({ res }) => {
        const body = await this.#registry.metrics();
        res.writeHead(200, { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' });
        res.end(body);
      },
    };
  }
}
