/** Figures of intents told, texts with none of the intents among them. */

export interface JudgedIntent {
  /** null: none of the intents taught. */
  readonly wanted: string | null;
  readonly guessed: string;
  /** 0..1 */
  readonly probability: number;
  readonly inScope: boolean;
}

export interface IntentFigures {
  /** Share of the texts that have an intent whose likeliest guess is right, threshold or not, 0..1. */
  readonly accuracy: number;
  /** Mean over the intents that occur of F1 of the likeliest guess, 0..1. */
  readonly macroF1: number;
  /** Share of all texts judged right with the threshold: the right intent kept, or one of none turned down. */
  readonly overallAccuracy: number;
  /** Share of the texts of no intent that are turned down; null when there is none. */
  readonly oosRecall: number | null;
  /** The same as `accuracy`, by the name it has beside `oosRecall` (HINT3: in scope, without threshold). */
  readonly inScopeAccuracy: number;
  /** Share of the texts that have an intent which the threshold lets in and which are told right. */
  readonly acceptedAccuracy: number;
  /** Matthews correlation over all classes, "none" being one (Gorodkin 2004). */
  readonly mcc: number;
  /** Mean distance of confidence from truth over ten equal bins of the texts with an intent, 0..1. */
  readonly calibrationError: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const intentFigures = (judged: readonly JudgedIntent[]): IntentFigures => {
  const known = judged.filter(j => j.wanted !== null);
  const strange = judged.filter(j => j.wanted === null);
  const right = (j: JudgedIntent): boolean => j.wanted === j.guessed;
  const keptRight = known.filter(j => j.inScope && right(j)).length;
  const turnedDown = strange.filter(j => !j.inScope).length;
  const accuracy = share(known.filter(right).length, known.length);
  return {
    accuracy,
    macroF1: macroF1(known),
    overallAccuracy: share(keptRight + turnedDown, judged.length),
    oosRecall: strange.length === 0 ? null : share(turnedDown, strange.length),
    inScopeAccuracy: accuracy,
    acceptedAccuracy: share(keptRight, known.length),
    mcc: matthews(judged.map(j => [j.wanted ?? '', j.inScope ? j.guessed : ''])),
    calibrationError: calibrationError(known),
  };
};

const macroF1 = (known: readonly JudgedIntent[]): number => {
  const counts = new Map<string, { hit: number; wanted: number; guessed: number }>();
  const at = (intent: string) => {
    const found = counts.get(intent) ?? { hit: 0, wanted: 0, guessed: 0 };
    counts.set(intent, found);
    return found;
  };
  for (const { wanted, guessed } of known) {
    at(wanted!).wanted += 1;
    at(guessed).guessed += 1;
    if (wanted === guessed) at(guessed).hit += 1;
  }
  const occurring = [...counts.values()].filter(c => c.wanted > 0);
  return share(
    occurring.reduce((sum, c) => sum + (2 * c.hit) / (c.wanted + c.guessed), 0),
    occurring.length,
  );
};

const matthews = (pairs: readonly (readonly [wanted: string, given: string])[]): number => {
  const wanted = new Map<string, number>();
  const given = new Map<string, number>();
  let right = 0;
  for (const [w, g] of pairs) {
    wanted.set(w, (wanted.get(w) ?? 0) + 1);
    given.set(g, (given.get(g) ?? 0) + 1);
    if (w === g) right += 1;
  }
  const n = pairs.length;
  let both = 0;
  for (const [label, count] of wanted) both += count * (given.get(label) ?? 0);
  const squares = (counts: Map<string, number>): number => [...counts.values()].reduce((s, c) => s + c * c, 0);
  const under = Math.sqrt((n * n - squares(given)) * (n * n - squares(wanted)));
  return under === 0 ? 0 : (right * n - both) / under;
};

const calibrationError = (known: readonly JudgedIntent[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ hit: 0, said: 0 }));
  for (const { wanted, guessed, probability } of known) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
    bin.said += probability;
    if (wanted === guessed) bin.hit += 1;
  }
  return share(
    bins.reduce((sum, b) => sum + Math.abs(b.said - b.hit), 0),
    known.length,
  );
};
