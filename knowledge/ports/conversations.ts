/** Conversations, their transcripts, and what keeps two turns apart. */
import type { Conversation, DeskPart, Owner, TranscriptEntry } from '../domain/conversation.ts';
import type { AgentId, ConversationId, ShopperId } from '../domain/ids.ts';
import type { Language } from '../domain/language.ts';

export interface ConversationStore {
  ensure(conversation: Conversation): Promise<Conversation>;
  get(id: ConversationId): Promise<Conversation | null>;
  latestOf(shopper: ShopperId): Promise<Conversation | null>;
  touch(id: ConversationId, language: Language, now: Date): Promise<void>;
  /** Conversations waiting for a person, longest first. */
  waiting(): Promise<Conversation[]>;
  /**
   * The one write of every change at the desk: owner, its part and the waiting time together, compare-and-set on owner
   * and version. Without `desk` the part is removed, without `waitingSince` nobody waits. Null: somebody was faster.
   */
  handOver(
    id: ConversationId,
    from: Pick<Conversation, 'owner' | 'version'>,
    next: { readonly owner: Owner; readonly desk?: DeskPart | undefined; readonly waitingSince?: Date | undefined },
    now: Date,
  ): Promise<Conversation | null>;
  /** Conversations a person has, latest words first. */
  owned(): Promise<Conversation[]>;
  /** How many each agent has. */
  loads(): Promise<ReadonlyMap<AgentId, number>>;
  /** Those that wait or that a person has, by id and version alone. */
  atDesk(): Promise<Pick<Conversation, 'id' | 'version'>[]>;
  /** Conversations of the bot, latest words first. */
  ofBot(limit: number): Promise<Conversation[]>;
  noteWords(
    id: ConversationId,
    /** Without `preview` the one before stands. */
    words: { readonly seq: number; readonly from: TranscriptEntry['from']; readonly preview?: string },
    now: Date,
  ): Promise<void>;
  /** True the first time since the conversation became this agent's ticket. */
  markReplied(id: ConversationId, agent: AgentId): Promise<boolean>;
  /** All that was noted of the shopper is erased: each of their conversations counts it, and remembers nothing told before. */
  noteErasure(shopper: ShopperId): Promise<void>;
  /** Where a connector reaches the shopper now. */
  refer(id: ConversationId, reference: string): Promise<void>;
}

export interface TranscriptStore {
  /** Numbers and appends; an activity id that is there already returns its number and writes nothing. */
  append(entry: Omit<TranscriptEntry, 'seq'>): Promise<number>;
  /**
   * Like `append`, but only if `allowed` still says so when its number is tried: what it reads was true at a moment when
   * everything before that number was written. Null: not allowed, nothing written.
   */
  appendIf(entry: Omit<TranscriptEntry, 'seq'>, allowed: () => Promise<boolean>): Promise<number | null>;
  after(conversation: ConversationId, seq: number, limit: number): Promise<TranscriptEntry[]>;
  /** The entry of this activity. */
  get(conversation: ConversationId, activityId: string): Promise<TranscriptEntry | null>;
  last(conversation: ConversationId): Promise<number>;
}

export interface InboxStore {
  /** False: this activity was seen before. */
  insertOnce(id: string, now: Date): Promise<boolean>;
  /**
   * Like `insertOnce`, but the delivery stays open until it is settled: whoever accepted it may die before it is answered.
   * `note` is JSON text with what is needed to take it up again. False: accepted before, whether open or settled.
   */
  accept(id: string, note: string, now: Date): Promise<boolean>;
  /** True from `accept` to `settle`. */
  isOpen(id: string): Promise<boolean>;
  settle(id: string): Promise<void>;
  /** Open ones accepted before, oldest first. */
  unsettled(before: Date, limit: number): Promise<{ readonly id: string; readonly note: string }[]>;
  prune(before: Date): Promise<number>;
}

/** Bot state as JSON text, guarded by eTag: a stale write throws StaleStateError. '*' overwrites; none inserts only. */
export interface StateStore {
  read(keys: readonly string[]): Promise<Record<string, { json: string; eTag: string }>>;
  write(key: string, json: string, eTag: string | undefined): Promise<string>;
  delete(keys: readonly string[]): Promise<void>;
}

/** One turn at a time per conversation across processes; a lease, renewed by the holder. */
export interface LockStore {
  take(name: string, owner: string, now: Date, leaseMilliseconds: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
  /** Like `take`, and says who had it last: '' where that is not known. Null: somebody else has it. */
  takeOver(name: string, owner: string, now: Date, leaseMilliseconds: number): Promise<string | null>;
  /** Holds on to what `owner` has; false, and nothing changes, where it was left or somebody else took it meanwhile. */
  renew(name: string, owner: string, now: Date, leaseMilliseconds: number): Promise<boolean>;
  /** Like `release`, but it stays known who had it last, until it is pruned. */
  leave(name: string, owner: string): Promise<void>;
  /** Forgets who had last what nobody has at `now`; returns how many. */
  prune(now: Date): Promise<number>;
  /** Frees everything: only for a process that knows all former holders to be gone, since it brought the database up. */
  clear(): Promise<void>;
}
