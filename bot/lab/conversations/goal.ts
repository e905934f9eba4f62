import type { CardButton } from '../../../dialogs/say/cards.ts';
import type { TapValue } from '../../../dialogs/turn.ts';
import type { Language } from '../../../knowledge/domain/language.ts';
import type { Random } from '../../../knowledge/domain/random.ts';
import type { Heard, Stage, Visitor } from './stage.ts';
import type { Phrases, Slots } from './wording.ts';

/** One message of the shopper and what the bot made of it. */
export interface Exchange {
  readonly said: string;
  readonly heard: Heard;
}

/** What the shopper does next. `say` is worded by the persona; `type` is typed as it stands, like a number or a name. */
export type Move =
  | { readonly kind: 'say'; readonly phrases: Phrases }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'tap'; readonly value: TapValue; readonly label: string }
  /** Gives up, or finds that it cannot be had. */
  | { readonly kind: 'leave' };

export interface Openings {
  readonly plain: Phrases;
  /** Less than the bot needs to know. */
  readonly vague: Phrases;
  /** As few words as do. */
  readonly terse: Phrases;
}

/** What a mission may look at when it answers: the whole talk, and a source of chance. */
export interface Situation {
  readonly exchanges: readonly Exchange[];
  readonly heard: Heard;
  readonly language: Language;
  readonly random: Random;
}

/** A goal made concrete for one shopper in one run. */
export interface Mission {
  readonly visitor: Visitor;
  readonly openings: Openings;
  readonly slots: Slots;
  /** Null: what was heard asks nothing of the shopper, who says the wish again in other words. */
  respond(situation: Situation): Move | null;
  /** Looked up in the stores or in what was heard, never in what the bot thinks. */
  achieved(exchanges: readonly Exchange[]): Promise<boolean> | boolean;
  /** Something that must never happen, in a sentence, once it has. */
  violated?(exchanges: readonly Exchange[]): Promise<string | null> | string | null;
  /** The talk is about deals: an offer answers a question. */
  readonly wantsDeals?: boolean;
  /** Amounts, percents and codes that are this shopper's own business: what was typed in. */
  readonly order?: string;
}

export interface Goal {
  readonly key: string;
  prepare(
    stage: Stage,
    options: { readonly name: string; readonly language: Language; readonly random: Random },
  ): Promise<Mission>;
}

export const tap = (button: CardButton): Move => ({ kind: 'tap', value: button.value, label: button.label });
export const type = (text: string): Move => ({ kind: 'type', text });
export const say = (phrases: Phrases): Move => ({ kind: 'say', phrases });
export const leave: Move = { kind: 'leave' };
