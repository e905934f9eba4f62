import { type Played, succeeded } from './play.ts';
import type { Half } from './wording.ts';

export interface Share {
  readonly scenarios: number;
  readonly conversations: number;
  /** Share of conversations in which the goal was reached and nothing wrong happened; 0..1. */
  readonly goalSuccess: number;
  /** Share of scenarios of which every run succeeded; 0..1. */
  readonly passAll: number;
  /** Of the successful ones: messages of the shopper, on average. */
  readonly turnsToGoal: number;
  readonly wrongClaims: number;
  readonly pestered: number;
}

const groupsOf = (played: readonly Played[], key: (p: Played) => string): Map<string, Played[]> => {
  const groups = new Map<string, Played[]>();
  for (const one of played) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const shareOf = (played: readonly Played[]): Share => {
  const byScenario = groupsOf(played, p => p.scenario.id);
  const good = played.filter(succeeded);
  const passed = [...byScenario.values()].filter(runs => runs.every(succeeded)).length;
  return {
    scenarios: byScenario.size,
    conversations: played.length,
    goalSuccess: rounded(good.length / Math.max(1, played.length)),
    passAll: rounded(passed / Math.max(1, byScenario.size)),
    turnsToGoal: rounded(good.reduce((sum, p) => sum + p.turns, 0) / Math.max(1, good.length)),
    wrongClaims: played.reduce((sum, p) => sum + p.wrong.length, 0),
    pestered: played.reduce((sum, p) => sum + p.pestered.length, 0),
  };
};

const grouped = (played: readonly Played[], key: (p: Played) => string): Record<string, Share> =>
  Object.fromEntries(
    [...groupsOf(played, key)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, some]) => [name, shareOf(some)]),
  );

/** The one JSON object of a run of the lab. */
export const figuresOf = (
  played: readonly Played[],
  options: { readonly seed: number; readonly runs: number; readonly seconds: number },
) => ({
  task: 'conversations',
  seed: options.seed,
  runs: options.runs,
  ...shareOf(played),
  conversationsPerMinute: Math.round((played.length / options.seconds) * 60),
  byWording: grouped(played, p => p.scenario.half) as Partial<Record<Half, Share>>,
  byPersona: grouped(played, p => p.scenario.persona),
  byLanguage: grouped(played, p => p.scenario.language),
  byGoal: grouped(played, p => p.scenario.goal.key),
});
