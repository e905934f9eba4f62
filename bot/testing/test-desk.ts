import { Readable } from 'node:stream';
import { pino } from 'pino';
import { openSmallShop } from '../../dialogs/dialogs.test-helper.ts';
import type { DialogServices } from '../../dialogs/services.ts';
import type { Agent } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import { Sessions } from '../access.ts';
import type { BotLogic } from '../bot.ts';
import type { DeskAnswer, DeskOperationId } from '../desk/contract.ts';
import { deskOperations } from '../desk/contract.ts';
import { Desk } from '../desk/desk.ts';
import { change } from '../desk/desk-changes.ts';
import { deskGate } from '../desk/desk-gate.ts';
import { deskCookie } from '../desk/desk-sessions.ts';
import { routesOfDesk } from '../desk/start-desk.ts';
import { echoBot } from '../echo-bot.ts';
import type { Route } from '../http/route.ts';
import { readSettings } from '../settings.ts';
import { startWeb, type WebOptions } from '../web.ts';
import { call } from './direct-line-client.ts';
import { testSecret } from './test-web.ts';

/** A member of staff at their console: calls as the page makes them, answers checked against the contract. */
export class TestConsole {
  readonly #url: string;
  readonly #cookie: string;
  readonly #csrf: string;
  readonly id: AgentId;

  constructor(url: string, id: AgentId, token: string, csrf: string) {
    this.#url = url;
    this.id = id;
    this.#cookie = `${deskCookie}=${token}`;
    this.#csrf = csrf;
  }

  get headers(): Record<string, string> {
    return { cookie: this.#cookie, 'x-csrf-token': this.#csrf };
  }

  async ask<K extends DeskOperationId>(
    operation: K,
    params: Readonly<Record<string, string>> = {},
    body?: unknown,
    query: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; value: DeskAnswer<K>; code: string | undefined }> {
    const { method, path, answer } = deskOperations[operation];
    const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams(query).toString();
    const given = await call(method, `${this.#url}${filled}${search ? `?${search}` : ''}`, {
      ...(method === 'GET' ? {} : { body }),
      headers: this.headers,
    });
    const problem = (given.body as { error?: { code?: string } } | '').valueOf() as { error?: { code?: string } };
    const ok = given.status < 300;
    return {
      status: given.status,
      value: (ok && given.status !== 204 ? answer.parse(given.body) : null) as DeskAnswer<K>,
      code: ok ? undefined : problem.error?.code,
    };
  }

  /** The answer, or a failed test that says why. */
  async get<K extends DeskOperationId>(
    operation: K,
    params: Readonly<Record<string, string>> = {},
    body?: unknown,
    query: Readonly<Record<string, string>> = {},
  ): Promise<DeskAnswer<K>> {
    const { status, value, code } = await this.ask(operation, params, body, query);
    if (status >= 300) throw new Error(`${operation}: ${status} ${code}`);
    return value;
  }

  /** The live stream, collecting what it is sent until closed. */
  listen(after?: number, more: Readonly<Record<string, string>> = {}): EventReader {
    const query = new URLSearchParams(more).toString();
    return new EventReader(`${this.#url}/api/desk/events${query ? `?${query}` : ''}`, this.headers, after);
  }
}

export interface SeenEvent {
  readonly id: number | null;
  readonly name: string;
  readonly data: Record<string, unknown>;
}

export class EventReader {
  readonly events: SeenEvent[] = [];
  readonly #abort = new AbortController();
  readonly #waiters = new Set<() => void>();
  readonly done: Promise<void>;

  constructor(url: string, headers: Record<string, string>, after?: number) {
    const last: Record<string, string> = after === undefined ? {} : { 'last-event-id': String(after) };
    this.done = this.#read(url, { ...headers, ...last }).catch(() => undefined);
  }

  async #read(url: string, headers: Record<string, string>): Promise<void> {
    const response = await fetch(url, { headers, signal: this.#abort.signal });
    let text = '';
    if (!response.body) return;
    for await (const chunk of Readable.fromWeb(response.body as never)) {
      text += Buffer.from(chunk as Uint8Array).toString('utf8');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const frame = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
        const [name, data, id] = [field('event'), field('data'), field('id')];
        if (name && data) {
          this.events.push({ id: id ? Number(id) : null, name, data: JSON.parse(data) as Record<string, unknown> });
        }
      }
      for (const wake of this.#waiters) wake();
    }
  }

  /** The first that fits, seen or yet to come. */
  async until(fits: (event: SeenEvent) => boolean): Promise<SeenEvent> {
    for (;;) {
      const found = this.events.find(fits);
      if (found) return found;
      await new Promise<void>((resolve, reject) => {
        const waiters = this.#waiters;
        const timer = setTimeout(() => {
          waiters.delete(done);
          reject(new Error(`No such event among ${this.events.map(e => e.name).join(', ')}`));
        }, 8_000);
        function done(): void {
          clearTimeout(timer);
          waiters.delete(done);
          resolve();
        }
        waiters.add(done);
      });
    }
  }

  close(): void {
    this.#abort.abort();
  }
}

export interface TestDesk {
  readonly desk: Desk;
  readonly stores: Desk['stores'];
  readonly url: string;
  /** Moves the clock everybody reads. */
  later(seconds: number): void;
  staff(id: string, change?: Partial<Agent>): Promise<TestConsole>;
  /** Puts a conversation into the queue as the bot does, without a turn. */
  queue(
    conversation: string,
    change?: { readonly reason?: 'asked' | 'frustration'; readonly topicDepartment?: string },
  ): Promise<void>;
  close(): Promise<void>;
}

type WebParts = Parameters<NonNullable<WebOptions['routes']>>[0];

/** The desk and the web channel over a small shop in memory, with a bot that echoes unless another is given. */
export const startTestDesk = async (
  options: {
    bot?: BotLogic | ((services: DialogServices) => BotLogic);
    routes?: (desk: Desk, parts: WebParts) => Route[];
  } = {},
): Promise<TestDesk> => {
  const shop = await openSmallShop();
  let offset = 0;
  const clock = () => new Date(Date.now() + offset);
  const services = { ...shop.services, clock };
  const { stores } = services;
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const desk = new Desk({ services, log, signingSecret: testSecret, pokeSecret: 'a poke secret of tests' });
  await desk.start();
  const web = await startWeb({
    settings: readSettings({ PORT: '0', RATE_OPENINGS_PER_MINUTE: '100000', RATE_MESSAGES_BURST: '100000' }),
    stores,
    bot: typeof options.bot === 'function' ? options.bot(services) : (options.bot ?? echoBot),
    clock,
    log,
    sessions: new Sessions(testSecret, clock),
    signingSecret: testSecret,
    desk: deskGate(desk),
    routes: parts => [...routesOfDesk(desk, parts.line), ...(options.routes?.(desk, parts) ?? [])],
  });
  return {
    desk,
    stores,
    url: web.url,
    later: seconds => {
      offset += seconds * 1000;
    },
    staff: async (name, more = {}) => {
      const id = asId<AgentId>(name);
      const agent: Agent = {
        id,
        login: name,
        name: name[0]?.toUpperCase() + name.slice(1),
        role: 'agent',
        languages: ['en'],
        departments: [],
        capacity: 50,
        goodwillCap: money(2_000, 'CNY'),
        availability: 'available',
        active: true,
        epoch: 0,
        createdAt: clock(),
        ...more,
      };
      await stores.agents.insert(agent);
      await desk.readStaff();
      const { token, session } = desk.sessions.issue(agent);
      return new TestConsole(web.url, id, token, session.csrf);
    },
    queue: async (conversation, { reason = 'asked', topicDepartment } = {}) => {
      const outcome = await change(desk, asId<ConversationId>(conversation), () => ({
        event: 'hand-off',
        handoff: {
          reason,
          mood: 'neutral',
          valueAtRiskMinor: 0,
          returning: false,
          ...(topicDepartment === undefined ? {} : { topicDepartment }),
        },
      }));
      if (outcome.kind === 'refused') throw new Error(outcome.reason);
    },
    close: async () => {
      desk.hub.closeAll();
      await web.close();
      await shop.close();
    },
  };
};
