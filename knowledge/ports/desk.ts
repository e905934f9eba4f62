/** The support desk: tickets, staff, settings and who is present. */
import type {
  Agent,
  Approval,
  Availability,
  Canned,
  Correction,
  DeskEvent,
  DeskSettings,
  Note,
  Ticket,
} from '../domain/desk.ts';
import type { AgentId, ArticleId, ConversationId, ShopperId, TicketId } from '../domain/ids.ts';

export interface TicketStore {
  /** False: there already. */
  insert(ticket: Ticket): Promise<boolean>;
  get(id: TicketId): Promise<Ticket | null>;
  /** Fills in fields; those given as first* only where they are missing. */
  update(id: TicketId, set: Partial<Omit<Ticket, 'id' | 'conversation' | 'corrections' | 'goodwill'>>): Promise<void>;
  addGoodwill(id: TicketId, given: Ticket['goodwill'][number]): Promise<void>;
  addCorrection(id: TicketId): Promise<void>;
  /** One conditional write; false: it was closed before. */
  close(id: TicketId, at: Date, reason: NonNullable<Ticket['closeReason']>): Promise<boolean>;
  /** The shopper's rating; false: rated before, or no such ticket of theirs. */
  rate(id: TicketId, shopper: ShopperId, rating: number): Promise<boolean>;
  /** Newest first. */
  ofConversation(id: ConversationId): Promise<Ticket[]>;
  recent(limit: number): Promise<Ticket[]>;
  /** Opened within [from, to), for reports. */
  between(from: Date, to: Date): Promise<Ticket[]>;
  /** Not closed. */
  open(): Promise<Ticket[]>;
}

export interface AgentStore {
  all(): Promise<Agent[]>;
  get(id: AgentId): Promise<Agent | null>;
  byLogin(login: string): Promise<Agent | null>;
  /** False: the login is taken. */
  insert(agent: Agent): Promise<boolean>;
  /** The first of all, under an id that is always the same so that of several one is it; false: somebody is there. */
  insertFirst(agent: Agent): Promise<boolean>;
  update(
    id: AgentId,
    set: Partial<Pick<Agent, 'name' | 'role' | 'languages' | 'departments' | 'capacity' | 'goodwillCap' | 'active'>>,
  ): Promise<Agent | null>;
  setAvailability(id: AgentId, availability: Availability, capacity?: number): Promise<Agent | null>;
  /** Takes the invitation away and ends all sessions; with `invitation` only if that very one is still open. */
  setPassword(id: AgentId, password: string, invitation?: string): Promise<Agent | null>;
  invite(id: AgentId, invitation: NonNullable<Agent['invitation']>): Promise<Agent | null>;
  byInvitation(hash: string): Promise<Agent | null>;
}

/** What staff write among themselves and the shop's decisions about the desk. Nothing here ever reaches a channel. */
export interface DeskStore {
  settings(): Promise<DeskSettings | null>;
  putSettings(settings: DeskSettings): Promise<void>;
  canned(): Promise<Canned[]>;
  putCanned(canned: Canned): Promise<void>;
  deleteCanned(id: string): Promise<void>;
  /** False: there already. */
  addNote(note: Note): Promise<boolean>;
  notes(conversation: ConversationId): Promise<Note[]>;
  insertApproval(approval: Approval): Promise<boolean>;
  approval(id: string): Promise<Approval | null>;
  openApprovals(): Promise<Approval[]>;
  /** Null: decided before. */
  decideApproval(
    id: string,
    decision: Pick<Approval, 'decidedBy' | 'decidedAt' | 'note'> & { readonly state: 'approved' | 'refused' },
  ): Promise<Approval | null>;
  insertCorrection(correction: Correction): Promise<boolean>;
  correction(id: string): Promise<Correction | null>;
  corrections(state: Correction['state'], limit: number): Promise<Correction[]>;
  correctionsOf(conversation: ConversationId): Promise<Correction[]>;
  countCorrections(from: Date, to: Date): Promise<number>;
  /** Null: decided before. */
  decideCorrection(id: string, state: 'published' | 'dismissed', article?: ArticleId): Promise<Correction | null>;
}

/** What happens at the desk, for every console of every process. */
export interface DeskEventStore {
  /**
   * Numbers and appends in the order given; an event told before under the same `once` keeps its number. Numbers have no
   * gap at any moment, so who has read up to one has missed nothing.
   */
  append(events: readonly (Omit<DeskEvent, 'seq'> & { readonly once: string })[]): Promise<DeskEvent[]>;
  after(seq: number, limit: number): Promise<DeskEvent[]>;
  last(): Promise<number>;
  /** The oldest number kept; 0: none. */
  first(): Promise<number>;
  prune(before: Date): Promise<number>;
}

/** The processes and consoles that are there: rows that are rewritten while somebody is alive and forgotten after. */
export interface PresenceStore {
  beat(id: string, what: string, now: Date): Promise<void>;
  has(id: string): Promise<boolean>;
  /** Rows with this prefix rewritten since. */
  alive(prefix: string, since: Date): Promise<{ readonly id: string; readonly what: string }[]>;
  leave(id: string): Promise<void>;
  prune(before: Date): Promise<number>;
}
