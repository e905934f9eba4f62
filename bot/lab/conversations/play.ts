import type { Language } from '../../../knowledge/domain/language.ts';
import { hashUnit, type Random, seededRandom } from '../../../knowledge/domain/random.ts';
import { wrongClaims } from './claims.ts';
import { type Exchange, type Mission, type Move, tap } from './goal.ts';
import { opened, patienceOf, voiced } from './personas.ts';
import { pestering } from './pestering.ts';
import { offersPerson } from './reading.ts';
import { firstWords, openingOf, type Scenario } from './scenarios.ts';
import type { Heard, Stage } from './stage.ts';
import { filled, pick, wordingsOf } from './wording.ts';

/** How one talk went. */
export interface Played {
  readonly scenario: Scenario;
  readonly run: number;
  readonly achieved: boolean;
  /** Messages of the shopper until the goal was reached, or until the shopper gave up. */
  readonly turns: number;
  /** Sentences; empty when all that was said is so. */
  readonly wrong: readonly string[];
  readonly pestered: readonly string[];
  /** What must not happen and did. */
  readonly violated: string | null;
  readonly exchanges: readonly Exchange[];
}

/** A talk counts as a success when the goal was reached and nothing happened that must not. */
export const succeeded = (played: Played): boolean =>
  played.achieved && played.violated === null && played.wrong.length === 0;

export const play = async (scenario: Scenario, run: number, stage: Stage, seed: number): Promise<Played> => {
  const { persona, language, goal, half } = scenario;
  const name = `${seed}-${scenario.id}-${run}`;
  const random = seededRandom(Math.floor(hashUnit(name) * 2 ** 32));
  const mission = await goal.prepare(stage, { name, language, random });
  const { visitor } = mission;
  const exchanges: Exchange[] = [];
  const wrong: string[] = [];
  const used = new Set<string>();

  const speaks = (): Language =>
    persona === 'switching' && exchanges.length % 2 === 1 ? (language === 'en' ? 'zh' : 'en') : language;
  const hear = async (said: string, heard: Heard): Promise<void> => {
    exchanges.push({ said, heard });
    wrong.push(...(await wrongClaims({ exchanges, visitor, stage })));
  };
  const make = async (move: Exclude<Move, { kind: 'leave' }>): Promise<void> => {
    switch (move.kind) {
      case 'tap':
        return hear(`[${move.label}]`, await visitor.tap(move.value));
      case 'type':
        return hear(move.text, await visitor.say(move.text));
      case 'say': {
        const tongue = speaks();
        const phrase = unsaid(wordingsOf(move.phrases, tongue, half), used, random);
        const said = filled(voiced(phrase, persona, tongue, random), mission.slots, tongue);
        return hear(said, await visitor.say(said));
      }
    }
  };

  for (const words of opened(firstWords(scenario, mission.openings), persona, { language, half, random })) {
    const said = filled(words, mission.slots, language);
    await hear(said, await visitor.say(said));
  }
  let achieved = await mission.achieved(exchanges);
  while (!achieved && exchanges.length < patienceOf[persona]) {
    const heard = exchanges.at(-1)?.heard;
    if (!heard) break;
    const move =
      leavesQueue(heard, scenario) ??
      mission.respond({ exchanges, heard, language: speaks(), random }) ??
      again(mission, scenario, exchanges);
    if (move.kind === 'leave') break;
    await make(move);
    achieved = await mission.achieved(exchanges);
  }
  const violated = (await mission.violated?.(exchanges)) ?? unheard(scenario, exchanges, achieved);
  return {
    scenario,
    run,
    achieved,
    turns: exchanges.length,
    wrong,
    pestered: pestering(exchanges, { wantsDeals: mission.wantsDeals === true, angry: persona === 'angry' }),
    violated,
    exchanges,
  };
};

/** Whoever did not ask for a person carries on with the bot, as it says. */
const leavesQueue = (heard: Heard, { goal }: Scenario): Move | null => {
  if (goal.key === 'person' || !/(?:next|number \d+) in line|排在第/.test(heard.text)) return null;
  const button = heard.taps.find(t => /^cancel$|^取消$/i.test(t.label));
  return button ? tap(button) : { kind: 'type', text: /[\u4e00-\u9fff]/.test(heard.text) ? '取消' : 'cancel' };
};

/** Nobody says the same words again as long as there are others. */
const unsaid = (phrases: readonly string[], used: Set<string>, random: Random): string => {
  const fresh = phrases.filter(p => !used.has(p));
  const phrase = pick(fresh.length > 0 ? fresh : phrases, random);
  used.add(phrase);
  return phrase;
};

/** The wish in other words: whoever was vague or terse says it in full the second time. */
const again = (mission: Mission, scenario: Scenario, exchanges: readonly Exchange[]): Move => ({
  kind: 'say',
  phrases: exchanges.length < 2 ? openingOf(mission.openings, scenario.persona) : mission.openings.plain,
});

/** Somebody angry is to be offered a person, unless the goal was reached at once. */
const unheard = ({ persona }: Scenario, exchanges: readonly Exchange[], achieved: boolean): string | null =>
  persona === 'angry' && !(achieved && exchanges.length === 1) && !exchanges.some(e => offersPerson(e.heard))
    ? 'Somebody angry was not offered a person'
    : null;
