/** Wishes over a conversation: what was asked, for whom, and what is wanted go from turn to turn. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { SaidFact } from './fact.ts';
import { type FactNoter, inOwnNumbers, mostNoted, type NotedInput } from './noted.ts';
import type { WishReader } from './said.ts';

export interface DialogueTurn {
  readonly from: 'shopper' | 'bot';
  readonly text: string;
}

export interface TurnFact extends SaidFact {
  /** Index into the turns. */
  readonly turn: number;
}

/** Names are remembered for a message or two. */
const lastNamed = 120;
/** Characters of what the shop said that stay in mind: a list of products or two. */
const mostSoFar = 600;

export interface ReadTurn extends NotedInput {
  /** Index into the turns. */
  readonly turn: number;
}

/** Every wish stated, in order; one said again as it was is not listed twice. Without a noter by the rules alone. */
export const factsOfDialogue = (
  turns: readonly DialogueTurn[],
  reader: WishReader,
  noter: FactNoter = input => input.facts,
): TurnFact[] => {
  const noted: TurnFact[] = [];
  const standing = new Map<string, number>();
  for (const [number, read] of readTurns(turns, reader).entries())
    for (const fact of number < mostNoted ? noter(read) : read.facts) {
      if (fact.slot === 'product_type' && fact.polarity === 1 && isNamedAgain(fact, noted)) continue;
      const key = `${fact.slot} ${fact.value} ${fact.for}`;
      if (standing.get(key) === fact.polarity) continue;
      standing.set(key, fact.polarity);
      noted.push({ ...fact, turn: read.turn });
    }
  return noted;
};

/** Each message of the shopper with what rules find new in it. */
export const readTurns = (turns: readonly DialogueTurn[], reader: WishReader): ReadTurn[] => {
  const read: ReadTurn[] = [];
  const facts: SaidFact[] = [];
  let isChinese = false;
  let first = true;
  let shopText = '';
  let shopSaid = '';
  let shopNamed = '';
  let shopSaidSoFar = '';
  let answered = false;
  let forWhom: SaidFact['for'] = 'self';
  const wanted: string[] = [];
  const standing = new Map<string, number>();
  turns.forEach(({ from, text }, turn) => {
    if (from === 'bot') {
      shopSaid = answered ? text : `${shopSaid}\n${text}`;
      shopNamed = `${shopNamed.slice(-lastNamed)}; ${text}`;
      shopSaidSoFar = `${shopSaidSoFar}\n${text}`.slice(-mostSoFar);
      answered = false;
      shopText = text;
      return;
    }
    const said = reader.read({ text, shopSaid, shopNamed, shopSaidSoFar, forWhom, wanted });
    answered = true;
    // A question that was answered is closed; a greeting or a "hm" leaves it open for the next message.
    if (said.facts.length > 0) shopSaid = '';
    forWhom = said.for;
    const found: SaidFact[] = [];
    for (const fact of said.facts) {
      const isAgain = fact.slot === 'product_type' && fact.polarity === 1 && isNamedAgain(fact, facts);
      if (fact.slot === 'product_type' || fact.slot === 'category') wanted.push(fact.value);
      if (isAgain) continue;
      const key = `${fact.slot} ${fact.value} ${fact.for}`;
      if (standing.get(key) === fact.polarity) continue;
      standing.set(key, fact.polarity);
      facts.push(fact);
      found.push(inOwnNumbers(fact, text));
    }
    isChinese ||= hasHan(text);
    const language = isChinese || hasHan(shopText) ? 'zh' : 'en';
    read.push({ turn, text, language, shopText, first, for: said.for, correction: said.correction, facts: found });
    shopText = '';
    first = false;
  });
  return read;
};

const wordsOf = (value: string): string[] =>
  value.match(/[a-z\d]+|\p{Script=Han}/gu)?.map(w => w.replace(/(?<=\w{3})s$/, '')) ?? [];

/** "The phone", of somebody who asked for a cell phone: the same goods named in fewer words are no other wish. */
const isNamedAgain = (fact: SaidFact, facts: readonly SaidFact[]): boolean => {
  const words = wordsOf(fact.value);
  return facts.some(earlier => {
    if (earlier.slot !== 'product_type' || earlier.polarity !== 1 || earlier.for !== fact.for) return false;
    const before = wordsOf(earlier.value);
    return before.at(-1) === words.at(-1) && words.every(word => before.includes(word));
  });
};
