import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type ClientRequest, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Agent } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId, type ConversationId, type ShopperId, type TicketId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { DirectLineTokens } from '../channels/direct-line/tokens.ts';
import { DeskSessions, deskCookie } from '../desk/desk-sessions.ts';
import { startBot, startDatabase } from '../testing/bot-process.ts';
import { call } from '../testing/direct-line-client.ts';
import { percentile, type Row, round } from './report.ts';

export interface DeskBenchOptions {
  readonly quick: boolean;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** User and system time a process has used, µs; NaN where /proc does not tell. */
const cpuMicros = (pid: number | undefined): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Fields 14 and 15 of proc(5), in ticks of 10 ms.
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return Number.NaN;
  }
};

const clock = (): Date => new Date();
const agentOf = (i: number): AgentId => asId<AgentId>(`agent-${i}`);
const conversationOf = (i: number): ConversationId => asId<ConversationId>(`desk-${i}`);
const shopperOf = (i: number): ShopperId => asId<ShopperId>(`guest-${i}`);

/** Staff who lead, so that every console sees every event, and conversations spread evenly over them. */
const prepare = async (stores: Stores, consoles: number, conversations: number): Promise<void> => {
  const now = clock();
  for (let i = 0; i < consoles; i++) {
    const agent: Agent = {
      id: agentOf(i),
      login: agentOf(i),
      name: `Agent ${i}`,
      role: 'supervisor',
      languages: ['en', 'zh'],
      departments: [],
      capacity: 50,
      goodwillCap: money(1_000, 'CNY'),
      availability: 'available',
      active: true,
      epoch: 0,
      createdAt: now,
    };
    await stores.agents.insert(agent);
  }
  const one = async (i: number): Promise<void> => {
    const base = await stores.conversations.ensure({
      id: conversationOf(i),
      shopper: shopperOf(i),
      channel: 'web',
      language: 'en',
      owner: 'bot',
      version: 0,
      createdAt: now,
      lastAt: now,
    });
    const desk = {
      ticket: asId<TicketId>(`T-${i}`),
      reason: 'asked' as const,
      department: 'support',
      priority: 20,
      dueAt: now,
      agent: agentOf(i % consoles),
      leaseUntil: new Date(now.getTime() + 3_600_000),
      mood: 'neutral' as const,
      valueAtRiskMinor: 0,
      returning: false,
    };
    await stores.conversations.handOver(base.id, base, { owner: 'agent', desk }, now);
  };
  for (let i = 0; i < conversations; i += 50) {
    await Promise.all(Array.from({ length: Math.min(50, conversations - i) }, (_, j) => one(i + j)));
  }
};

/** One console's stream: the time from the shopper's sending to its arrival, for every message it sees. */
const listen = (url: string, cookie: string, seen: (sentAt: number, n: number) => void): Promise<ClientRequest> =>
  new Promise((resolve, reject) => {
    const request = get(`${url}/api/desk/events`, { headers: { cookie } }, response => {
      if (response.statusCode !== 200) return reject(new Error(`A console was refused: ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const text = rest + chunk;
        const end = text.lastIndexOf('\n\n');
        rest = end < 0 ? text : text.slice(end + 2);
        if (end < 0) return;
        for (const found of text.slice(0, end).matchAll(/"text":"#(\d+)@([\d.]+)"/g))
          seen(Number(found[2]), Number(found[1]));
      });
      response.on('error', () => undefined);
      resolve(request);
    });
    request.on('error', reject);
  });

/** How soon what a shopper writes is on every console, over one bot process with its database beside it. */
export const benchDesk = async ({ quick, seed, say }: DeskBenchOptions): Promise<Row[]> => {
  const consoles = quick ? 40 : 200;
  const conversations = quick ? 400 : 2_000;
  const perSecond = 20;
  const seconds = quick ? 5 : 20;
  const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const database = await startDatabase(join(folder, 'db'));
  const stores = await openStores({ mongodbUri: database.uri });
  say(`Desk: ${consoles} consoles and ${conversations} conversations`);
  await prepare(stores, consoles, conversations);
  const bot = await startBot(
    { MONGODB_URI: database.uri, DATA_DIR: join(folder, 'bot'), COUNTEROFFER_BACKEND: 'cpu', LOG_LEVEL: 'error' },
    false,
  );
  const requests: ClientRequest[] = [];
  try {
    const secret = await stores.shop.secret('sessions', () => {
      throw new Error('The bot has made no secret');
    });
    const sessions = new DeskSessions(secret, clock, stores);
    const tokens = new DirectLineTokens(secret, clock);
    const milliseconds: number[] = [];
    const counts = new Map<number, number>();
    const seen = (sentAt: number, n: number): void => {
      milliseconds.push(performance.now() - sentAt);
      counts.set(n, (counts.get(n) ?? 0) + 1);
    };
    for (const agent of await stores.agents.all()) {
      requests.push(await listen(bot.url, `${deskCookie}=${sessions.issue(agent).token}`, seen));
    }
    await delay(1_000);
    const total = perSecond * seconds;
    const posts: Promise<unknown>[] = [];
    const used = cpuMicros(bot.program.pid);
    const begun = performance.now();
    for (let n = 0; n < total; n++) {
      await delay(Math.max(0, begun + (n * 1000) / perSecond - performance.now()));
      const i = (n * 7919 + seed) % conversations;
      const token = tokens.issue({ conversation: conversationOf(i), shopper: shopperOf(i), signedIn: false });
      posts.push(
        call('POST', `${bot.url}/v3/directline/conversations/${conversationOf(i)}/activities`, {
          token,
          body: { type: 'message', text: `#${n}@${performance.now()}`, from: { id: 'me' } },
        }),
      );
    }
    await Promise.all(posts);
    const due = performance.now() + 10_000;
    while (milliseconds.length < total * consoles && performance.now() < due) await delay(50);
    const cpu = cpuMicros(bot.program.pid) - used;
    const took = performance.now() - begun;
    return [
      {
        bench: 'support desk',
        case: `${consoles} consoles, ${conversations} open conversations`,
        figures: {
          'messages/s': perSecond,
          'events seen': milliseconds.length,
          missed: total * consoles - milliseconds.length,
          doubled: [...counts.values()].filter(c => c > consoles).length,
          'p50 ms': round(percentile(milliseconds, 0.5)),
          'p99 ms': round(percentile(milliseconds, 0.99)),
          'CPU µs/message': round(cpu / total, 0),
          'CPU of a core': `${round(cpu / took / 10, 0)} %`,
        },
        protocol:
          'Shoppers write over Direct Line at a fixed pace, each message is written down and shown on every console; from sending to arrival at each console, one bot process, the embedded database in a process of its own, the load in a third',
        seed,
      },
    ];
  } finally {
    for (const request of requests) request.destroy();
    await bot.program.end('SIGTERM');
    await stores.close();
    await database.program.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
};
