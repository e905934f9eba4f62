import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { agentsSeen, writeAgentsSeen } from '../../dialogs/handoff/presence.ts';
import type { Seat } from '../../dialogs/handoff/routing.ts';
import { defaultDeskSettings } from '../../dialogs/handoff/settings.ts';
import type { DialogServices } from '../../dialogs/services.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Agent, DeskSettings, Ticket } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { DeskFeed } from './desk-feed.ts';
import { DeskHub } from './desk-hub.ts';
import { DeskInbox } from './desk-inbox.ts';
import { DeskSessions } from './desk-sessions.ts';
import { type AgentView, agentView, type ConversationView, conversationView } from './desk-views.ts';
import type { Door } from './door.ts';
import { nameElsewhere } from './elsewhere.ts';
import { Gists } from './gist.ts';
import { Pokes } from './poke.ts';

export interface DeskOptions {
  readonly services: DialogServices;
  readonly log: Logger;
  /** Signs the staff's sessions. */
  readonly signingSecret: string;
  /** Shared with the other processes on this database. */
  readonly pokeSecret: string;
}

/** A console that has not been heard of for this long is gone. */
const presenceMilliseconds = 30_000;
/** How often those who are there are written down. */
export const beatMilliseconds = 5_000;

/** Everything the desk's operations share: who works here, what there is to do, and how it is told. */
export class Desk {
  readonly services: DialogServices;
  readonly process = randomUUID();
  readonly stores: DialogServices['stores'];
  readonly log: Logger;
  readonly hub: DeskHub;
  readonly inbox = new DeskInbox();
  readonly feed: DeskFeed;
  readonly pokes: Pokes;
  readonly sessions: DeskSessions;
  readonly gists: Gists;
  /** Consoles connected to this process, by agent. */
  readonly consoles = new Map<AgentId, number>();
  /** Looked after with every sweep: what could not be done when it was asked for. */
  readonly chores: (() => void)[] = [];
  /** Another desk behind the channel reports by `handoff.status`; nobody else is listened to. */
  takesHandoffEvents = false;
  readonly #beaten = new Map<AgentId, number>();
  readonly #doors = new Map<string, Door>();
  #otherDoor: Door | null = null;
  #staff: ReadonlyMap<AgentId, Agent> = new Map();
  #online: ReadonlySet<string> = new Set();
  #settings: DeskSettings | null = null;

  constructor({ services, log, signingSecret, pokeSecret }: DeskOptions) {
    this.services = services;
    this.stores = services.stores;
    this.gists = new Gists(services);
    this.log = log;
    this.hub = new DeskHub(this.stores.deskEvents, log);
    this.sessions = new DeskSessions(signingSecret, services.clock, this.stores);
    this.pokes = new Pokes({
      presence: this.stores.presence,
      secret: pokeSecret,
      clock: services.clock,
      log,
      onPoke: () => void this.hub.catchUp(),
    });
    this.feed = new DeskFeed({
      stores: this.stores,
      hub: this.hub,
      clock: services.clock,
      viewOf: conversation => this.view(conversation),
      poke: () => this.pokes.send(),
    });
    this.hub.onEvent(event => {
      this.inbox.apply(event);
      if (event.kind === 'agent') void this.readStaff().catch(err => log.error({ err }, 'staff could not be read'));
      if (event.kind === 'settings') this.#settings = null;
    });
  }

  /** Reads the beginning; events from then on keep it right. */
  async start(): Promise<void> {
    await this.hub.start();
    await Promise.all([this.readStaff(), this.readPresence()]);
    const [waiting, owned] = await Promise.all([
      this.stores.conversations.waiting(),
      this.stores.conversations.owned(),
    ]);
    this.inbox.fill([...waiting, ...owned], conversation => this.view(conversation));
  }

  get now(): Date {
    return this.services.clock();
  }

  get shop(): Shop {
    return this.services.catalogue.view.shop;
  }

  get timeZone(): string {
    return this.shop.timeZone ?? 'UTC';
  }

  async settings(): Promise<DeskSettings> {
    this.#settings ??= (await this.stores.desk.settings()) ?? defaultDeskSettings(this.shop);
    return this.#settings;
  }

  /** As the shopper reads it. */
  departmentName(key: string | undefined, language: Language): string {
    const department = this.#settings?.departments.find(d => d.key === key);
    return department ? inLanguage(department.name, language) : (key ?? '');
  }

  /** Another process changed them and its event has not come yet, or nobody told. */
  forgetSettings(): void {
    this.#settings = null;
  }

  async readStaff(): Promise<void> {
    this.#staff = new Map((await this.stores.agents.all()).map(a => [a.id, a]));
  }

  async readPresence(): Promise<void> {
    const since = new Date(this.now.getTime() - presenceMilliseconds);
    this.#online = await agentsSeen(this.stores.presence, since);
  }

  get staff(): readonly Agent[] {
    return [...this.#staff.values()];
  }

  agent(id: AgentId): Agent | undefined {
    return this.#staff.get(id);
  }

  nameOf = (id: AgentId): string => this.#staff.get(id)?.name ?? nameElsewhere(id) ?? id;

  isOnline(id: AgentId): boolean {
    const beaten = this.#beaten.get(id) ?? 0;
    return this.consoles.has(id) || this.#online.has(id) || this.now.getTime() - beaten < presenceMilliseconds;
  }

  /** A console of theirs has connected. Returns what to do when it goes. */
  arrive(id: AgentId): () => void {
    const before = this.consoles.get(id) ?? 0;
    const wasOnline = this.isOnline(id);
    this.consoles.set(id, before + 1);
    const tell = (): void => {
      const agent = this.#staff.get(id);
      if (agent) void this.feed.agent(this.agentView(agent)).catch(err => this.log.warn({ err }, 'presence not told'));
    };
    void this.beat([id]).catch(err => this.log.warn({ err }, 'presence not written'));
    if (!wasOnline) tell();
    return () => {
      const left = (this.consoles.get(id) ?? 1) - 1;
      if (left > 0) this.consoles.set(id, left);
      else this.consoles.delete(id);
    };
  }

  /** These have a console here, or have just done something: they are there, and what they have stays theirs. */
  async beat(ids: readonly AgentId[]): Promise<void> {
    const now = this.now;
    for (const id of ids) this.#beaten.set(id, now.getTime());
    await writeAgentsSeen(this.stores.presence, this.process, this.#beaten, now);
  }

  /** Whoever works without a console, by the API alone, is there too. */
  seen(id: AgentId): void {
    const known = this.#beaten.has(id);
    this.#beaten.set(id, this.now.getTime());
    // The next beat writes it down; somebody new is written down at once.
    if (!known) void this.beat([]).catch(err => this.log.warn({ err }, 'presence not written'));
  }

  seatOf(agent: Agent): Seat {
    return { agent, online: this.isOnline(agent.id), load: this.inbox.loadOf(agent.id) };
  }

  seats(): Seat[] {
    return this.staff.map(a => this.seatOf(a));
  }

  agentView(agent: Agent): AgentView {
    return agentView(agent, { online: this.isOnline(agent.id), load: this.inbox.loadOf(agent.id) });
  }

  view(conversation: Conversation, ticket?: Ticket | null): ConversationView {
    return conversationView(conversation, { shop: this.shop, nameOf: this.nameOf, ...(ticket ? { ticket } : {}) });
  }

  /** `channel` undefined: every channel that has no door of its own. */
  useDoor(channel: string | undefined, door: Door): void {
    if (channel === undefined) this.#otherDoor = door;
    else this.#doors.set(channel, door);
  }

  doorOf(conversation: Conversation): Door | null {
    return this.#doors.get(conversation.channel) ?? this.#otherDoor;
  }
}
