/** Questions of transcripts, sorted: those a taught intent knows, and what is asked again and again and has no intent yet. */
import { learnShopSense, type ShopSense } from '../language/shop-sense.ts';
import { fold } from '../retrieval/text/fold.ts';
import { isStopWord, termsOf } from '../retrieval/text/tokens.ts';
import type { AskedQuestion } from './transcripts-read.ts';

export interface TaughtExample {
  readonly intent: string;
  readonly text: string;
}

export interface Candidate {
  readonly question: AskedQuestion;
  /** How many asked it in these very words. */
  readonly times: number;
  /** 0..1 */
  readonly likeness: number;
}

export interface Cluster {
  /** What most of it is about, in the words that set it apart. */
  readonly words: readonly string[];
  /** The nearest meaning of general shop language. */
  readonly concept: string;
  /** Questions in it, repeats counted. */
  readonly times: number;
  /** The most typical first. */
  readonly questions: readonly AskedQuestion[];
  /** What staff answered to the most typical one that was answered. */
  readonly answer: string | null;
}

export interface SortedQuestions {
  readonly total: number;
  /** From these on a question counts as known. */
  readonly thresholds: Thresholds;
  readonly known: ReadonlyMap<string, readonly Candidate[]>;
  readonly clusters: readonly Cluster[];
  /** Asked once, like nothing else. */
  readonly single: readonly AskedQuestion[];
  /** Where the file's own label and the nearest intent differ although both name an intent. */
  readonly disputed: readonly { readonly question: AskedQuestion; readonly intent: string }[];
}

/** Words and meaning of a text, each of length one. */
interface Place {
  readonly words: ReadonlyMap<string, number>;
  readonly meaning: Float32Array;
}

type Weigh = (text: string) => Place;

const createWeigh = (texts: readonly string[], sense: ShopSense): Weigh => {
  const seen = new Map<string, number>();
  for (const text of texts) for (const term of new Set(termsOf(fold(text)))) seen.set(term, (seen.get(term) ?? 0) + 1);
  const rarity = (term: string): number => Math.log((1 + texts.length) / (1 + (seen.get(term) ?? 0))) + 1;
  return text => {
    const words = new Map<string, number>();
    for (const term of termsOf(fold(text))) words.set(term, rarity(term));
    const length = Math.sqrt([...words.values()].reduce((sum, w) => sum + w * w, 0)) || 1;
    for (const [term, w] of words) words.set(term, w / length);
    return { words, meaning: sense.vectorOf(text) };
  };
};

const dotWords = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, w] of few) sum += w * (many.get(term) ?? 0);
  return sum;
};

/** Meaning counts less than words: two questions may mean a return and ask different things of it. */
const meaningShare = 0.4;
const likenessOf = (a: Place, b: Place): number => {
  let meaning = 0;
  for (let k = 0; k < a.meaning.length; k++) meaning += a.meaning[k]! * b.meaning[k]!;
  return (1 - meaningShare) * dotWords(a.words, b.words) + meaningShare * meaning;
};

interface Guess {
  readonly intent: string;
  /** 0..1, sure of itself rather than calibrated: what it is worth is found on examples left out. */
  readonly probability: number;
}

type Guesser = (text: string) => Guess;

/** Learns intents from examples the way the shop sense learns concepts. */
const createGuesser = (examples: readonly TaughtExample[]): Guesser => {
  const learned = learnShopSense(examples.map(e => ({ language: 'en', concept: e.intent, text: e.text })));
  return text => {
    const [first] = learned.meaningsOf(text);
    return { intent: first!.concept, probability: first!.probability };
  };
};

/** How like the text is to what is taught of an intent: its nearest example. */
const nearestOf = (place: Place, examples: readonly Place[]): number =>
  examples.reduce((most, one) => Math.max(most, likenessOf(place, one)), 0);

export interface Thresholds {
  readonly probability: number;
  readonly likeness: number;
}

/** From this share on, guesses are worth a marketer's look. */
const wantedRight = 0.8;
/** Nine in ten texts of an intent are at least so like one of its examples. */
const alikeShare = 0.9;
const folds = 5;

/** Both thresholds from the examples alone, a fifth of them left out in turn. */
const thresholdsOf = (examples: readonly TaughtExample[], places: readonly Place[]): Thresholds => {
  const guesses: { probability: number; right: boolean; likeness: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const taught = examples.filter((_, i) => i % folds !== fold);
    if (new Set(taught.map(e => e.intent)).size < 2) continue;
    const guess = createGuesser(taught);
    for (const [i, example] of examples.entries()) {
      if (i % folds !== fold) continue;
      const { intent, probability } = guess(example.text);
      const others = places.filter((_, k) => k % folds !== fold && examples[k]!.intent === example.intent);
      guesses.push({ probability, right: intent === example.intent, likeness: nearestOf(places[i]!, others) });
    }
  }
  guesses.sort((a, b) => b.probability - a.probability);
  let right = 0;
  let probability = 1;
  for (const [i, one] of guesses.entries()) {
    if (one.right) right += 1;
    if (right / (i + 1) >= wantedRight) probability = one.probability;
  }
  const likenesses = guesses.map(g => g.likeness).sort((a, b) => b - a);
  return { probability, likeness: likenesses[Math.floor(likenesses.length * alikeShare)] ?? 0 };
};

interface Group {
  readonly members: { readonly candidate: Candidate; readonly place: Place }[];
  readonly words: Map<string, number>;
  readonly meaning: Float32Array;
}

const likeGroup = (place: Place, group: Group): number => {
  const size = group.members.length;
  let meaning = 0;
  for (let k = 0; k < place.meaning.length; k++) meaning += place.meaning[k]! * group.meaning[k]!;
  return ((1 - meaningShare) * dotWords(place.words, group.words) + meaningShare * meaning) / size;
};

/** Mean likeness to a group's members from which on a question belongs to it. */
const belongs = 0.3;

const clusterOf = (asked: readonly { candidate: Candidate; place: Place }[]): Group[] => {
  const groups: Group[] = [];
  // What many asked in the same words starts the groups.
  for (const one of [...asked].sort((a, b) => b.candidate.times - a.candidate.times)) {
    let home: Group | null = null;
    let most = belongs;
    for (const group of groups) {
      const likeness = likeGroup(one.place, group);
      if (likeness >= most) {
        most = likeness;
        home = group;
      }
    }
    if (!home) {
      home = { members: [], words: new Map(), meaning: new Float32Array(one.place.meaning.length) };
      groups.push(home);
    }
    home.members.push(one);
    for (const [term, w] of one.place.words) home.words.set(term, (home.words.get(term) ?? 0) + w);
    for (let k = 0; k < home.meaning.length; k++) home.meaning[k]! += one.place.meaning[k]!;
  }
  return groups;
};

const describe = (group: Group, sense: ShopSense): Cluster => {
  const typical = [...group.members].sort((a, b) => likeGroup(b.place, group) - likeGroup(a.place, group));
  const words = [...group.words]
    .filter(([term]) => /^[\p{L}\p{N}]{2,}$/u.test(term) && !isStopWord(term))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([term]) => term);
  return {
    words,
    concept: sense.concepts[group.meaning.indexOf(Math.max(...group.meaning))]!,
    times: group.members.reduce((sum, m) => sum + m.candidate.times, 0),
    questions: typical.map(m => m.candidate.question),
    answer: typical.find(m => m.candidate.question.answer !== null)?.candidate.question.answer ?? null,
  };
};

const groupPlaces = (examples: readonly TaughtExample[], places: readonly Place[]): Map<string, Place[]> => {
  const groups = new Map<string, Place[]>();
  for (const [i, { intent }] of examples.entries()) {
    const group = groups.get(intent);
    if (group) group.push(places[i]!);
    else groups.set(intent, [places[i]!]);
  }
  return groups;
};

export const sortQuestions = (
  questions: readonly AskedQuestion[],
  examples: readonly TaughtExample[],
  sense: ShopSense,
): SortedQuestions => {
  const weigh = createWeigh([...questions.map(q => q.question), ...examples.map(e => e.text)], sense);
  const places = examples.map(e => weigh(e.text));
  const placesOf = groupPlaces(examples, places);
  const guesser = createGuesser(examples);
  const thresholds = thresholdsOf(examples, places);
  const alreadyTaught = new Set(examples.map(e => fold(e.text)));
  const intents = new Set(examples.map(e => e.intent));

  const distinct = new Map<string, { question: AskedQuestion; times: number }>();
  for (const question of questions) {
    const key = fold(question.question);
    const before = distinct.get(key);
    if (before) before.times += 1;
    else distinct.set(key, { question, times: 1 });
  }
  const known = new Map<string, Candidate[]>();
  const open: { candidate: Candidate; place: Place }[] = [];
  const disputed: { question: AskedQuestion; intent: string }[] = [];
  for (const [key, { question, times }] of distinct) {
    const place = weigh(question.question);
    const guess = guesser(question.question);
    const likeness = nearestOf(place, placesOf.get(guess.intent)!);
    const isKnown = guess.probability >= thresholds.probability && likeness >= thresholds.likeness;
    const candidate: Candidate = { question, times, likeness };
    const labelled = question.label !== null && intents.has(question.label) ? question.label : null;
    if (labelled === null && !isKnown) {
      open.push({ candidate, place });
      continue;
    }
    const intent = labelled ?? guess.intent;
    if (labelled !== null && labelled !== guess.intent && isKnown) {
      disputed.push({ question, intent: guess.intent });
    }
    const list = known.get(intent) ?? [];
    known.set(intent, list);
    if (!alreadyTaught.has(key)) list.push(candidate);
  }
  for (const list of known.values()) list.sort((a, b) => a.likeness - b.likeness);
  const clusters = clusterOf(open).map(group => describe(group, sense));
  return {
    total: questions.length,
    thresholds,
    known,
    clusters: clusters.filter(c => c.times > 1).sort((a, b) => b.times - a.times),
    single: clusters.filter(c => c.times === 1).flatMap(c => c.questions),
    disputed,
  };
};
