/** The end of every turn: its reply in words, and what of it is remembered and logged. */
import type { CatalogueView } from '../knowledge/catalogue.ts';
import { inLanguage, type Language } from '../knowledge/domain/language.ts';
import { describeFact } from '../knowledge/profile/describe.ts';
import { suggest } from './decisions/draft.ts';
import { figuresTold } from './decisions/figures.ts';
import type { FlowContext } from './flows/flow.ts';
import { provedIn } from './flows/in-turn.ts';
import { whyTold } from './flows/return-told.ts';
import { matterKept } from './matter-kept.ts';
import type { ConversationMemory } from './memory.ts';
import { numberLostIn, offered, refusedIn } from './memory-after.ts';
import { toldOfOrders } from './order-told.ts';
import { erasesAll, type Reply, type ReplyPart, type Suggestion } from './reply.ts';
import { folded } from './say/claims/letters.ts';
import { type Said, type SayContext, say, spokenOf } from './say/say.ts';
import type { DialogServices } from './services.ts';
import { type Stopwatch, summarise, type TurnSummary } from './turn-summary.ts';
import { heardWith } from './understand/talk/mood.ts';

export interface TurnOutcome {
  /** Null when there is nothing to say. */
  readonly said: Said | null;
  readonly language: Language;
  /** The cart is another now: a page that shows it reads it again. */
  readonly cartChanged: boolean;
  readonly memory: ConversationMemory;
  readonly summary: TurnSummary;
}

export interface Finished {
  readonly parts: readonly ReplyPart[];
  readonly suggestions: readonly Suggestion[];
  readonly before: ConversationMemory;
  readonly memory: ConversationMemory;
  readonly cartChanged?: boolean;
  /** What the message was taken for, where it only set right what was said before. */
  readonly meantAs?: string | undefined;
  readonly reply?: Reply;
  readonly facts?: { readonly unavailable: readonly string[]; readonly marked: readonly string[] };
}

export const finish = async (
  { turn, understanding, shop }: FlowContext,
  done: Finished,
  clock: Stopwatch,
  services: DialogServices,
  onChecked: ((soFar: string) => void) | undefined,
): Promise<TurnOutcome> => {
  const { view } = services.indexes.current();
  const { language } = understanding;
  const wording: SayContext = {
    language,
    shop,
    now: turn.at,
    ...(turn.value ? {} : { heard: turn.text }),
    product: id => view.byId.get(id),
    promotionOf: offer => services.catalogue.promotion(offer.promotion),
    factText: (fact, beside) => describeFact(fact, language, shop, beside),
    ...(services.tone ? { tone: services.tone } : {}),
  };
  const suggestions = understanding.mood === 'upset' ? personFirst(done.suggestions) : done.suggestions;
  // What was told in vain is somebody's address: it stays for the next message alone.
  const { refused: _, ...kept } = done.memory;
  const told = understanding.goesBack ? goesBackFirst(done.parts) : done.parts;
  const parts = understanding.mood === 'upset' ? sorryFirst(told, done.before) : told;
  const said = say({ parts, suggestions, language }, wording);
  clock.lap('say');
  const text = await inOtherWords(parts, wording, services, onChecked);
  if (text !== null) clock.lap('rephrase');
  return {
    said: done.parts.length > 0 ? (text === null ? said : { ...withoutBeside(said), text }) : null,
    language,
    cartChanged: done.cartChanged ?? false,
    memory: {
      ...kept,
      ...provedIn(done.parts, turn),
      ...offered(done.parts),
      ...toldOfOrders(done.parts, done.before.turns),
      ...figuresTold(done.parts, done.before.turns),
      ...refusedIn(done.parts, done.before.turns),
      ...numberLostIn(done.parts, done.before.turns),
      ...(done.reply && erasesAll(done.reply)
        ? {}
        : {
            ...matterKept(done.parts, done.before, kept),
            ...(turn.value ? {} : { heard: heardWith(kept.heard, turn.text), ...lastSaid(turn.text, done) }),
            ...whyTold({ turn, understanding }, done.parts, done.before.turns),
          }),
    },
    summary: {
      turn: turn.id,
      intent: understanding.intent,
      confidence: understanding.confidence,
      language,
      decision: done.reply ? summarise(done.reply) : null,
      timings: clock.laps(),
      unavailable: done.facts?.unavailable ?? [],
      marked: done.facts?.marked ?? [],
    },
  };
};

const longestKept = 160;
/** What was set right is said again as it was meant. */
const lastSaid = (text: string, { before, meantAs = text }: Finished): Pick<ConversationMemory, 'lastSaid'> => ({
  lastSaid: meantAs.length > longestKept ? undefined : { text: meantAs, at: before.turns },
});

const sorryAlready: ReadonlySet<ReplyPart['kind']> = new Set([
  'sorry',
  'misread',
  'let-be',
  'queued',
  'still-queued',
  'desk-closed',
  'unavailable',
]);

/** In other words all of it is told in the text. */
const withoutBeside = ({ textBesideCards: _, ...said }: Said): Said => said;

const ofReturn: ReadonlySet<ReplyPart['kind']> = new Set(['return-window', 'answer']);
/** That it can go back, before until when. */
const goesBackFirst = (parts: readonly ReplyPart[]): readonly ReplyPart[] =>
  parts[0] && ofReturn.has(parts[0].kind) ? [{ kind: 'goes-back' }, ...parts] : parts;

/** An apology before the answer to somebody upset; said once, until it is settled. */
const sorryFirst = (parts: readonly ReplyPart[], memory: ConversationMemory): readonly ReplyPart[] =>
  memory.serviceFirst || parts.some(part => sorryAlready.has(part.kind)) ? parts : [{ kind: 'sorry-first' }, ...parts];

/** Whoever is upset can reach a person from every reply. */
const personFirst = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  suggestions.some(s => s.kind === 'intent' && s.intent === 'person')
    ? suggestions
    : [...suggest('person'), ...suggestions];

/** Every product's names as they are compared, made once for a catalogue. */
const namesByView = new WeakMap<CatalogueView, readonly string[]>();
const namesOf = (view: CatalogueView): readonly string[] => {
  const names = namesByView.get(view) ?? view.products.flatMap(p => Object.values(p.name)).map(folded);
  namesByView.set(view, names);
  return names;
};

/** The words a language model found for this reply, checked against the template; null: there is none to ask. */
const inOtherWords = async (
  parts: readonly ReplyPart[],
  wording: SayContext,
  { rephrase, indexes }: DialogServices,
  onChecked: ((soFar: string) => void) | undefined,
): Promise<string | null> => {
  if (!rephrase || parts.length === 0) return null;
  const { language, shop } = wording;
  const { view } = indexes.current();
  return rephrase({
    language,
    spoken: spokenOf(parts, wording),
    names: [inLanguage(shop.name, language)],
    otherNames: namesOf(view),
    ...(onChecked ? { onChecked } : {}),
  });
};
