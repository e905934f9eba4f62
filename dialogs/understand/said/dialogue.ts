/** Wishes over a conversation: what was asked, for whom, and what is wanted go from turn to turn. */
import type { SaidFact } from './fact.ts';
import type { WishReader } from './said.ts';

export interface DialogueTurn {
  readonly from: 'shopper' | 'bot';
  readonly text: string;
}

export interface TurnFact extends SaidFact {
  /** Index into the turns. */
  readonly turn: number;
}

/** Every wish stated, in order; one said again as it was is not listed twice. */
export const factsOfDialogue = (turns: readonly DialogueTurn[], reader: WishReader): TurnFact[] => {
  const facts: TurnFact[] = [];
  let shopSaid = '';
  let answered = false;
  let forWhom: SaidFact['for'] = 'self';
  const wanted: string[] = [];
  const standing = new Map<string, number>();
  turns.forEach(({ from, text }, turn) => {
    if (from === 'bot') {
      shopSaid = answered ? text : `${shopSaid}\n${text}`;
      answered = false;
      return;
    }
    const said = reader.read({ text, shopSaid, forWhom, wanted });
    answered = true;
    // A question that was answered is closed; a greeting or a "hm" leaves it open for the next message.
    if (said.facts.length > 0) shopSaid = '';
    forWhom = said.forWhom;
    for (const fact of said.facts) {
      if (fact.slot === 'product_type' || fact.slot === 'category') wanted.push(fact.value);
      const key = `${fact.slot} ${fact.value} ${fact.for}`;
      if (standing.get(key) === fact.polarity) continue;
      standing.set(key, fact.polarity);
      facts.push({ ...fact, turn });
    }
  });
  return facts;
};
