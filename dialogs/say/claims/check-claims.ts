/**
 * Holds a text that a language model wrote to the template it was given: it may say the same in other words and nothing
 * else. Fails closed: a word, figure, name or sign without a reason in the template refuses the whole text, and the
 * template is sent. Pure; imports no package.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { type Clause, clausesOf, englishIn, overlap } from './clauses.ts';
import { conditionsIn, droppedConditions } from './conditions.ts';
import { isCourtesy } from './courtesy.ts';
import { type Figure, same } from './figures.ts';
import { folded, isSpeltOut, strangeLetters } from './letters.ts';
import { newPermissions } from './permissions.ts';
import { risksIn } from './risks.ts';
import { strangeWords } from './vocabulary.ts';

export interface ClaimFacts {
  readonly language: Language;
  /** What would be sent without a model, figures filled in: everything that may be claimed. */
  readonly template: string;
  /** Names that may be said besides: the shop's, the shopper's. */
  readonly names: readonly string[];
  /** Words that may be used besides, without being said of anything: how a conversation is told. */
  readonly vocabulary?: string;
  /** Products by name, folded, that are not part of this turn's answer. */
  readonly otherNames?: readonly string[];
  /** What else the model was shown and may not repeat: its instructions, the shopper's message. */
  readonly hidden?: string;
}

export type ClaimProblemKind =
  | 'empty'
  | 'too-long'
  | 'repeated'
  | 'letters'
  | 'spelt-out'
  | 'link'
  | 'code'
  | 'figure'
  | 'word'
  | 'name'
  | 'risk'
  | 'denial'
  | 'mixed'
  | 'small-talk'
  | 'condition'
  | 'omission'
  | 'leak';

export interface ClaimProblem {
  readonly kind: ClaimProblemKind;
  /** What was said, for tests and for whoever tunes the words; never logged. */
  readonly said: string;
}

const link =
  /(?:https?:|www\.)\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)*|(?<![\w.])[a-z][\w-]*\.(?:com|cn|net|org|io|shop|store|top|xyz|co|me|link|app|info|biz|ru|uk|ly|gl)(?![a-z])\S*|\+?\d[\d\s()-]{6,}\d/gi;
/** Codes and abbreviations: capitals, or letters and digits in one word. */
const code =
  /(?<![A-Za-z0-9])(?=[A-Za-z0-9-]*[A-Z0-9])(?:[A-Z][A-Z0-9-]{2,}|[A-Za-z]+\d[A-Za-z0-9-]*|\d+[A-Za-z]+\d[A-Za-z0-9-]*)(?![A-Za-z0-9])/g;

/** That an automated assistant speaks. */
const automated: readonly RegExp[] = [/automated/i, /自动|智能客服/];

const notIn = (pattern: RegExp, text: string, known: string): string[] =>
  (text.match(pattern) ?? []).filter(found => !known.includes(found.replace(/[.,;]$/, '')));

/** Sentences said more often than the template says them. */
const repeatedIn = (text: string, template: string): string[] => {
  const sentences = text
    .split(/(?<=[.!?。！？])\s*/)
    .map(s => s.trim())
    .filter(s => s.length >= 6);
  return sentences.filter((s, i) => sentences.indexOf(s) < i && template.split(s).length <= 2);
};

const leaked = (text: string, { hidden = '', template }: ClaimFacts): string[] => {
  const shown = folded(hidden);
  const own = folded(template);
  const said = englishIn(text);
  const [hiddenWords, ownWords] = [` ${englishIn(shown).join(' ')} `, ` ${englishIn(own).join(' ')} `];
  const found: string[] = [];
  for (let i = 0; i + 6 <= said.length; i++) {
    const piece = said.slice(i, i + 6).join(' ');
    if (hiddenWords.includes(` ${piece} `) && !ownWords.includes(` ${piece} `)) found.push(piece);
  }
  for (const run of text.match(/\p{Script=Han}{10,}/gu) ?? []) {
    for (let i = 0; i + 10 <= run.length; i++) {
      const piece = run.slice(i, i + 10);
      if (shown.includes(piece) && !own.includes(piece)) found.push(piece);
    }
  }
  return found;
};

/** What each statement of the text claims, against the statements of the template that speak of the same. */
const statementProblems = (said: readonly Clause[], template: readonly Clause[], complete: boolean): ClaimProblem[] => {
  const problems: ClaimProblem[] = [];
  const counts = new Map<string, number>();
  for (const clause of template) for (const word of clause.about) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string): number => (counts.has(word) ? 1 / counts.get(word)! : 0.3);
  let before: readonly Clause[] = [];
  for (const clause of said) {
    const scores = template.map(t => overlap(clause, t, weight));
    const meant = meantBy(clause, template, scores, weight);
    const ground = meant.length > 0 ? withLists(meant, template) : before;
    if (meant.length > 0) before = ground;
    if (isMixed(clause, template)) problems.push({ kind: 'mixed', said: clause.text });

    // What speaks of nothing in particular may only deny where the template does so too.
    const denials = meant.length > 0 ? meant : template.filter(t => t.about.size < 2);
    if (clause.denies ? !denials.some(t => t.denies) : meant.length > 0 && !meant.some(t => !t.denies)) {
      problems.push({ kind: 'denial', said: clause.text });
    }
    for (const figure of clause.figures) {
      if (!isBacked(figure, clause, ground, template)) problems.push({ kind: 'figure', said: figure.text });
    }
    for (const risk of clause.risks) {
      const where = risk === 'agreement' ? template : ground;
      const backing = where.filter(t => t.risks.includes(risk));
      if (backing.length === 0) problems.push({ kind: 'risk', said: `${risk}: ${clause.text}` });
      else if (complete && (risk === 'free' || risk === 'discount')) {
        // What is free from an amount on is not free: the figure belongs in the same sentence.
        const together = said.filter(c => c.sentence === clause.sentence).flatMap(c => c.figures);
        const whole = backing.some(t => t.figures.every(f => together.some(g => same(f, g))));
        if (!whole) problems.push({ kind: 'condition', said: clause.text });
      }
    }
  }
  for (const { text } of addsNothing(said, template)) problems.push({ kind: 'mixed', said: text });
  if (!complete) return problems;
  for (const clause of template) {
    if (!clause.denies || clause.about.size === 0) continue;
    const kept = said.some(c => c.denies && overlap(clause, c, weight) >= 0.4);
    if (!kept) problems.push({ kind: 'omission', said: clause.text });
  }
  const told = said.flatMap(c => c.figures);
  for (const figure of template.flatMap(c => c.figures)) {
    if (!told.some(f => same(f, figure))) problems.push({ kind: 'omission', said: figure.text });
  }
  const subjects = [...counts.keys()];
  const spoken = new Set(said.flatMap(c => [...c.about]));
  if (subjects.length >= 4 && subjects.filter(word => spoken.has(word)).length < subjects.length * 0.3) {
    problems.push({ kind: 'omission', said: 'most of it' });
  }
  return problems;
};

/** The statements it resembles most, and those beside them that it says as a whole together with one. */
const meantBy = (
  clause: Clause,
  template: readonly Clause[],
  scores: readonly number[],
  weight: (word: string) => number,
): readonly Clause[] => {
  const best = Math.max(0, ...scores);
  if (best === 0) return [];
  const alike = scores.map(score => score >= best * 0.8);
  return template.filter((t, i) => {
    if (alike[i]) return true;
    const beside = alike[i - 1] || alike[i + 1];
    return (t.about.size > 1 || beside) && overlap(t, clause, weight) >= 0.6;
  });
};

/** Put together from words of different sentences of the template: a statement of its own. */
const isMixed = (clause: Clause, template: readonly Clause[]): boolean => {
  const bySentence = new Map<number, Set<string>>();
  for (const t of template) {
    const words = bySentence.get(t.sentence) ?? new Set();
    for (const word of t.about) words.add(word);
    bySentence.set(t.sentence, words);
  }
  const sentences = [...bySentence.values()];
  const backed = [...clause.about].filter(word => sentences.some(words => words.has(word)));
  if (backed.length < 2) return false;
  return !sentences.some(words => backed.filter(word => words.has(word)).length === backed.length);
};

/** A sentence that only says again what others before it were about says it differently, or why say it. */
const addsNothing = (said: readonly Clause[], template: readonly Clause[]): Clause[] => {
  const known = new Set(template.flatMap(c => [...c.about]));
  const spoken = new Set<string>();
  const found: Clause[] = [];
  for (const sentence of new Set(said.map(c => c.sentence))) {
    const clauses = said.filter(c => c.sentence === sentence);
    const about = clauses.flatMap(c => [...c.about]).filter(word => known.has(word));
    const asks = clauses.some(c =>
      /\b(?:would you|shall i|do you|let me know|feel free|can i|may i)\b|吗|要不要|需要/.test(c.text),
    );
    if (about.length > 0 && !asks && about.every(word => spoken.has(word))) found.push(clauses[0]!);
    for (const word of about) spoken.add(word);
  }
  return found;
};

/** In "shoes and bags one year" the shoes' figure stands with the bags: a bare item of a list goes on to the next statement. */
const withLists = (meant: readonly Clause[], template: readonly Clause[]): readonly Clause[] =>
  meant.flatMap(clause => {
    const row = [clause];
    for (
      let i = template.indexOf(clause) + 1;
      isBareItem(row.at(-1)!) && template[i]?.sentence === clause.sentence;
      i++
    ) {
      row.push(template[i]!);
    }
    return row;
  });

const isBareItem = ({ text, figures }: Clause): boolean =>
  figures.length === 0 && text.split(' ').length <= 2 && !/\p{Script=Han}{5}/u.test(text);

/** Said where it belongs; or anywhere, when nothing else of that unit could be mixed up with it. */
const isBacked = (figure: Figure, clause: Clause, ground: readonly Clause[], template: readonly Clause[]): boolean => {
  const has = (t: Clause): boolean => t.figures.some(f => same(f, figure));
  if (ground.some(t => has(t) && speaksOf(clause, t, ground, template))) return true;
  return template.some(has) && template.every(t => has(t) || t.figures.every(f => f.unit !== figure.unit));
};

/** Whether what the clause is about belongs to the figure's statement: that itself, the items listed before it, and a statement beside it that is said along. */
const speaksOf = (clause: Clause, t: Clause, ground: readonly Clause[], template: readonly Clause[]): boolean => {
  const at = template.indexOf(t);
  const words = new Set(t.about);
  const take = (other: Clause): void => {
    for (const word of other.about) words.add(word);
  };
  const near = (other: Clause | undefined): other is Clause => other?.sentence === t.sentence;
  for (let i = at - 1; near(template[i]) && isBareItem(template[i]!); i--) take(template[i]!);
  for (const beside of [template[at - 1], template[at + 1]]) {
    if (near(beside) && !isBareItem(beside) && ground.includes(beside) && beside.figures.length === 0) take(beside);
  }
  const known = [...clause.about].filter(word => template.some(c => c.about.has(word)));
  // "Bags have a one-year warranty": all that the statement names, and the head it shares with the others.
  const named = t.about.size > 0 && [...t.about].every(word => clause.about.has(word));
  return named || known.length < 2 || known.filter(word => words.has(word)).length >= known.length * 0.7;
};

/** Every reason why a text may not be sent; empty: it claims what the template claims. `partial`: more is to come. */
export type ClaimChecker = (text: string, partial?: boolean) => ClaimProblem[];

/** Reads the template once, for all of what comes of a text. */
export const claimChecker = (facts: ClaimFacts): ClaimChecker => {
  const { template, language, names, otherNames = [], vocabulary = '' } = facts;
  const known = [template, ...names].join('\n');
  const backing = folded(known);
  const sayable = folded([template, vocabulary].join('\n'));
  const statements = clausesOf(folded(template), language);
  const allowed = new Set([...risksIn(folded(template)), ...statements.flatMap(c => c.risks)]);
  const strangerNames = otherNames.filter(name => !backing.includes(name));
  const conditions = conditionsIn(folded(template), language);
  const saysAutomated = automated.filter(word => word.test(template));
  return (text, partial = false) => {
    const complete = !partial;
    if (complete && !/\p{L}/u.test(text)) return [{ kind: 'empty', said: '' }];
    const said = folded(text);
    // A name is said whole or not at all: its words back nothing.
    const unnamed = names.reduce((rest, name) => (name === '' ? rest : rest.replaceAll(folded(name), ' ')), said);
    const isTalk = (clause: Clause): boolean => clause.about.size === 0 && clause.figures.length === 0;
    const found: Partial<Record<ClaimProblemKind, readonly string[]>> = {
      'too-long': text.length > template.length * 1.8 + 80 ? [String(text.length)] : [],
      repeated: repeatedIn(text, template),
      letters: strangeLetters(text, known),
      'spelt-out': isSpeltOut(text, known) ? [text] : [],
      link: notIn(link, text, known),
      code: notIn(code, text, known),
      word: strangeWords(unnamed, sayable, language),
      name: strangerNames.filter(name => said.includes(name)),
      risk: risksIn(said).filter(risk => !allowed.has(risk)),
      leak: leaked(said, facts),
      condition: droppedConditions(said, language, conditions, statements),
      mixed: newPermissions(said, sayable),
      // What a shopper has a right to know about who speaks is never left out.
      omission: complete && !automated.some(word => word.test(text)) ? saysAutomated.map(String) : [],
      'small-talk': clausesOf(unnamed, language)
        .filter(clause => isTalk(clause) && !isCourtesy(clause.text, sayable, language))
        .map(clause => clause.text),
    };
    return [
      ...(Object.keys(found) as ClaimProblemKind[]).flatMap(kind => found[kind]!.map(said => ({ kind, said }))),
      ...statementProblems(clausesOf(said, language), statements, complete),
    ];
  };
};

/** `claimChecker` for a text that is looked at once. */
export const checkClaims = (text: string, facts: ClaimFacts, partial = false): ClaimProblem[] =>
  claimChecker(facts)(text, partial);
