import type { Language } from '../../../knowledge/domain/language.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { Goal, Openings } from './goal.ts';
import { cancellingGoals } from './goals/cancelling.ts';
import { codeGoals } from './goals/codes.ts';
import { dealGoals } from './goals/deals.ts';
import { helpGoals } from './goals/help.ts';
import { optOutGoals } from './goals/opting-out.ts';
import { orderGoals } from './goals/orders.ts';
import { policyGoals } from './goals/policies.ts';
import { profileGoals } from './goals/profile.ts';
import { reorderGoals } from './goals/reordering.ts';
import { returningGoals } from './goals/returning.ts';
import { shoppingGoals } from './goals/shopping.ts';
import { type Persona, personas } from './personas.ts';
import { type Half, pick, wordingsOf } from './wording.ts';

export const goals: readonly Goal[] = [
  ...policyGoals,
  ...orderGoals,
  ...returningGoals,
  ...cancellingGoals,
  ...helpGoals,
  ...shoppingGoals,
  ...reorderGoals,
  ...codeGoals,
  ...dealGoals,
  ...optOutGoals,
  ...profileGoals,
];

/** One goal, one kind of shopper, one language and one first wording; run several times over. */
export interface Scenario {
  readonly id: string;
  readonly goal: Goal;
  readonly persona: Persona;
  readonly language: Language;
  readonly half: Half;
  /** Which of the half's wordings opens the talk. */
  readonly wording: number;
}

/** Which of a goal's openings a kind of shopper uses. */
export const openingOf = (openings: Openings, persona: Persona): Openings['plain'] =>
  persona === 'vague' ? openings.vague : persona === 'terse' ? openings.terse : openings.plain;

const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  const random = seededRandom(seed);
  const left = [...items];
  for (let i = left.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [left[i], left[j]] = [left[j] as T, left[i] as T];
  }
  return left;
};

/**
 * All combinations, in an order drawn from the seed in which every goal, persona, language and half comes round evenly; the
 * first `count` of them. `only`: one persona or one goal.
 */
export const scenariosOf = (options: {
  readonly count: number;
  readonly seed: number;
  readonly only?: string | undefined;
  readonly halves: readonly Half[];
}): Scenario[] => {
  const random = seededRandom(options.seed);
  const all = goals.flatMap(goal =>
    personas.flatMap(persona =>
      (['en', 'zh'] as const).flatMap(language =>
        options.halves.map(
          (half): Scenario => ({
            id: `${goal.key}.${persona}.${language}.${half}`,
            goal,
            persona,
            language,
            half,
            wording: Math.floor(random() * 1_000),
          }),
        ),
      ),
    ),
  );
  const wanted =
    options.only === undefined ? all : all.filter(s => s.persona === options.only || s.goal.key === options.only);
  return shuffled(wanted, options.seed + 1).slice(0, options.count);
};

export const firstWords = (scenario: Scenario, openings: Openings): string => {
  const some = wordingsOf(openingOf(openings, scenario.persona), scenario.language, scenario.half);
  return some[scenario.wording % some.length] ?? pick(some, () => 0);
};
