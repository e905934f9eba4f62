import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type DeskAnswer, type DeskOperationId, deskEvents, deskOperations } from '../../desk/contract.ts';
import type * as shapes from '../../desk/contract-shapes.ts';
import { HttpProblem } from '../../http/problem.ts';
import { type Call, type Route, sendJson } from '../../http/route.ts';
import { startTestWeb, type TestWeb } from '../../testing/test-web.ts';
import { pageRoutes } from '../page-routes.ts';
import {
  agentOf,
  campaignsOf,
  conversationOf,
  entryOf,
  meOf,
  packetOf,
  reportOf,
  settingsOf,
} from './desk-records.test-helper.ts';

type Conversation = z.output<typeof shapes.conversation>;
type Entry = z.output<typeof shapes.entry>;
type Agent = z.output<typeof shapes.agent>;
type Approval = z.output<typeof shapes.approval>;
type Suggestion = z.output<typeof shapes.suggestion>;

interface Input {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are checked by the contract's schemas before they come here
  readonly body: any;
}
type Handler = (input: Input) => unknown;

const problem = (status: number, code: string): HttpProblem => new HttpProblem(status, code, `Refused: ${code}`);

/**
 * The desk's contract over records in memory, so that the console is tested alone: thousands of conversations, cut
 * lines and answers that get lost are easy to bring about. Every body and every answer is checked by the contract.
 */
export class DeskDouble {
  readonly conversations = new Map<string, Conversation>();
  readonly entries = new Map<string, Entry[]>();
  readonly notes: z.output<typeof shapes.note>[] = [];
  readonly approvals = new Map<string, Approval>();
  readonly suggestions = new Map<string, Suggestion>();
  readonly canned = new Map<string, z.output<typeof shapes.canned>>();
  readonly staff = new Map<string, Agent>();
  readonly settings = settingsOf();
  readonly calls: string[] = [];
  me = agentOf('lin', { name: 'Lin Mei', role: 'admin' });
  needsFirstAdmin = false;
  signedIn = true;
  /** The next so many answers are lost after the work was done. */
  lostAnswers = 0;
  /** Nothing gets through at all. */
  down = false;
  #events: { id: number; name: string; data: unknown }[] = [];
  #streams = new Set<ServerResponse>();
  readonly #once = new Map<string, unknown>();

  constructor() {
    this.staff.set(this.me.id, this.me);
  }

  /** As on the first day, for the next test. */
  clear(): void {
    this.cut();
    for (const records of [this.conversations, this.entries, this.approvals, this.suggestions, this.canned])
      records.clear();
    this.notes.length = 0;
    this.calls.length = 0;
    this.staff.clear();
    this.me = agentOf('lin', { name: 'Lin Mei', role: 'admin' });
    this.staff.set(this.me.id, this.me);
    this.signedIn = true;
    this.needsFirstAdmin = false;
    this.lostAnswers = 0;
    this.down = false;
  }

  get streams(): number {
    return this.#streams.size;
  }

  add(conversation: Partial<Conversation> & { id: string }, entries: Partial<Entry>[] = []): Conversation {
    const all = entries.map((entry, i) => entryOf(i + 1, entry));
    const lastShopper = all.findLast(e => e.from === 'shopper')?.seq ?? 0;
    const full = conversationOf({
      lastSeq: all.length,
      shopperSeq: lastShopper,
      preview: all.at(-1)?.text ?? '',
      ...conversation,
    });
    this.conversations.set(full.id, full);
    this.entries.set(full.id, all);
    return full;
  }

  change(id: string, change: Partial<Conversation>): Conversation {
    const before = this.#conversation(id);
    const next = { ...before, ...change, version: before.version + 1 };
    this.conversations.set(id, next);
    this.emit('conversation', { conversation: next });
    return next;
  }

  say(id: string, entry: Partial<Entry>): Entry {
    const list = this.entries.get(id) ?? [];
    const full = entryOf(list.length + 1, entry);
    this.entries.set(id, [...list, full]);
    const before = this.#conversation(id);
    this.conversations.set(id, {
      ...before,
      lastSeq: full.seq,
      preview: full.text,
      lastAt: full.at,
      ...(full.from === 'shopper' ? { shopperSeq: full.seq } : {}),
    });
    this.emit(before.state === 'bot' ? 'watched' : 'message', { conversation: id, entry: full });
    return full;
  }

  emit<K extends keyof typeof deskEvents>(name: K, data: z.output<(typeof deskEvents)[K]>): void {
    deskEvents[name].parse(data);
    const numbered = !['watched', 'typing', 'hello', 'reset', 'signed-out'].includes(name);
    const id = numbered ? this.#events.length + 1 : 0;
    if (numbered) this.#events.push({ id, name, data });
    for (const res of this.#streams) write(res, name, data, id);
  }

  /** Ends every live stream, as a proxy or a killed process would. */
  cut(): void {
    for (const res of this.#streams) res.destroy();
    this.#streams.clear();
  }

  routes(): Route[] {
    return Object.entries(deskOperations).map(([id, operation]) => ({
      method: operation.method,
      path: operation.path,
      handle: call => this.#handle(id as DeskOperationId, call),
    }));
  }

  async #handle(id: DeskOperationId, call: Call): Promise<void> {
    if (this.down) {
      call.req.socket.destroy();
      return;
    }
    const operation = deskOperations[id];
    if (operation.role !== null && !this.signedIn) throw problem(401, 'no-session');
    if (id === 'events') return this.#open(call);
    if (operation.method !== 'GET' && operation.role !== null && call.req.headers['x-csrf-token'] !== 'csrf-of-tests') {
      throw problem(403, 'csrf');
    }
    const sent = operation.method === 'GET' ? undefined : await call.json();
    const body = 'body' in operation ? operation.body.parse(sent) : undefined;
    this.calls.push(id);
    const answer = this.#handlers[id]?.({ params: call.params, query: call.query, body });
    if (this.lostAnswers > 0 && operation.method !== 'GET') {
      this.lostAnswers -= 1;
      call.req.socket.destroy();
      return;
    }
    const status = 'status' in operation ? operation.status : 200;
    if (status === 204) {
      call.res.writeHead(204);
      call.res.end();
      return;
    }
    operation.answer.parse(answer);
    sendJson(call.res, status, answer);
  }

  #open({ req, res }: Call): void {
    const from = Number(req.headers['last-event-id'] ?? 0);
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    write(res, 'hello', { now: new Date().toISOString(), lastEvent: this.#events.length }, 0);
    for (const event of this.#events) if (event.id > from) write(res, event.name, event.data, event.id);
    this.#streams.add(res);
    res.on('close', () => this.#streams.delete(res));
  }

  #conversation(id: string | undefined): Conversation {
    const conversation = this.conversations.get(id ?? '');
    if (!conversation) throw problem(404, 'no-conversation');
    return conversation;
  }

  #mine(id: string | undefined): Conversation {
    const conversation = this.#conversation(id);
    if (conversation.agent?.id !== this.me.id) throw problem(409, 'not-yours');
    return conversation;
  }

  #take(id: string): Conversation {
    const conversation = this.#conversation(id);
    if (conversation.state === 'agent' && conversation.agent?.id !== this.me.id) throw problem(409, 'taken');
    const agent = { id: this.me.id, name: this.me.name };
    return this.change(id, { state: 'agent', agent, waitingSince: null, dueAt: null });
  }

  #doOnce<T>(key: string, work: () => T): T {
    if (!this.#once.has(key)) this.#once.set(key, work());
    return this.#once.get(key) as T;
  }

  #list(state: Conversation['state'], own?: boolean): Conversation[] {
    return [...this.conversations.values()].filter(
      c => c.state === state && (own === undefined || (c.agent?.id === this.me.id) === own),
    );
  }

  readonly #handlers: Partial<Record<DeskOperationId, Handler>> = {
    readSetup: () => ({ needsFirstAdmin: this.needsFirstAdmin, shop: meOf(this.me).shop, languages: ['en', 'zh'] }),
    createFirstAdmin: ({ body }) => {
      if (body.token !== 'one-time') throw problem(403, 'wrong-token');
      this.signedIn = true;
      return meOf(this.me);
    },
    acceptInvitation: ({ body }) => {
      if (body.token !== 'welcome-token') throw problem(403, 'wrong-token');
      this.signedIn = true;
      return meOf(this.me);
    },
    signIn: ({ body }) => {
      if (body.password !== 'a good password') throw problem(401, 'wrong-login');
      this.signedIn = true;
      return meOf(this.me);
    },
    readMe: () => meOf(this.me),
    signOut: () => {
      this.signedIn = false;
    },
    changePassword: () => meOf(this.me),
    setAvailability: ({ body }) => {
      this.me = { ...this.me, ...body };
      this.staff.set(this.me.id, this.me);
      return meOf(this.me);
    },
    readDay: () => ({
      from: new Date(Date.now() - 6 * 3_600_000).toISOString(),
      report: reportOf(this.me, 9),
      open: 2,
    }),
    readInbox: (): DeskAnswer<'readInbox'> => ({
      queue: this.#list('waiting'),
      mine: this.#list('agent', true),
      others: this.#list('agent', false),
      lastEvent: this.#events.length,
      settings: this.settings,
      staff: [...this.staff.values()],
    }),
    listLive: () => ({ conversations: this.#list('bot') }),
    listClosed: () => ({ conversations: this.#list('closed') }),
    readPacket: ({ params }) =>
      packetOf(this.#conversation(params.id), this.entries.get(params.id ?? '') ?? [], this.notes),
    readTranscript: ({ params, query }) => ({
      entries: (this.entries.get(params.id ?? '') ?? [])
        .filter(e => e.seq > Number(query.get('after')))
        .slice(0, Number(query.get('limit') ?? 200)),
    }),
    claim: ({ params }) => ({ conversation: this.#take(params.id ?? '') }),
    claimNext: () => {
      const next = this.#list('waiting').sort((a, b) => b.priority - a.priority)[0];
      return { conversation: next ? this.#take(next.id) : null };
    },
    takeOver: ({ params }) => ({
      conversation: this.change(params.id ?? '', { agent: { id: this.me.id, name: this.me.name } }),
    }),
    reply: ({ params, body }) =>
      this.#doOnce(body.key, () => {
        const id = params.id ?? '';
        if (this.#conversation(id).state === 'closed') throw problem(409, 'closed');
        if (this.#conversation(id).agent?.id !== this.me.id) this.#take(id);
        const entry = { from: 'agent' as const, name: this.me.name, text: body.text, id: `${id}|agent|${body.key}` };
        const { seq } = this.say(id, entry);
        return { seq, conversation: this.#conversation(id) };
      }),
    typing: () => undefined,
    addNote: ({ params, body }) =>
      this.#doOnce(body.key, () => {
        const by = { id: this.me.id, name: this.me.name };
        const note = { id: body.key, conversation: params.id ?? '', by, text: body.text, at: new Date().toISOString() };
        this.notes.push(note);
        this.emit('note', { note });
        return { note };
      }),
    listDrafts: () => ({
      question: 'How long do I have to return it?',
      drafts: [
        {
          text: 'You have 30 days from delivery to return it, unworn and with its label.',
          score: 0.91,
          source: { article: 'returns', title: 'Returns and refunds', url: '/help/returns' },
        },
      ],
    }),
    transfer: ({ params, body }) => {
      this.#mine(params.id);
      if (body.to.department === 'returns') throw problem(409, 'department-closed');
      const next = body.to.department
        ? {
            state: 'waiting' as const,
            agent: null,
            department: body.to.department,
            waitingSince: new Date().toISOString(),
          }
        : { agent: { id: body.to.agent, name: this.staff.get(body.to.agent)?.name ?? '' } };
      return { conversation: this.change(params.id ?? '', next) };
    },
    release: ({ params, body }) => {
      this.#mine(params.id);
      return {
        conversation: this.change(params.id ?? '', { state: body.to === 'bot' ? 'bot' : 'waiting', agent: null }),
      };
    },
    close: ({ params, body }) => {
      this.#mine(params.id);
      return { conversation: this.change(params.id ?? '', { state: 'closed', agent: null, closeReason: body.reason }) };
    },
    correct: ({ params, body }) => {
      const id = params.id ?? '';
      const wrong = this.entries.get(id)?.find(e => e.seq === body.seq);
      const suggestion: Suggestion = {
        id: `s-${this.suggestions.size + 1}`,
        conversation: id,
        seq: body.seq,
        question: this.entries.get(id)?.findLast(e => e.seq < body.seq && e.from === 'shopper')?.text ?? '',
        wrong: wrong?.text ?? '',
        better: body.better,
        language: 'en',
        by: { id: this.me.id, name: this.me.name },
        at: new Date().toISOString(),
        state: 'open',
        article: null,
      };
      this.suggestions.set(suggestion.id, suggestion);
      this.emit('suggestion', { suggestion });
      return { suggestion };
    },
    searchProducts: () => ({
      products: [
        {
          id: 'p-1',
          name: 'Puddlejump Rainline waterproof running shoe, brick red',
          price: { minor: 6900, currency: 'CNY', text: '¥69' },
          stock: 12,
          picture: '/shop/mark.svg',
        },
      ],
    }),
    previewGoodwill: ({ params, body }) => {
      const { authority } = packetOf(this.#conversation(params.id), [], []);
      const minor =
        body.kind === 'amount-off' ? body.minor : body.kind === 'percent-off' ? Math.round(27_700 * body.rate) : 1_200;
      return {
        saves: { minor, currency: 'CNY', text: `¥${minor / 100}` },
        total: { minor: 27_700 - minor, currency: 'CNY', text: `¥${(27_700 - minor) / 100}` },
        needsApproval: minor > authority.most.minor,
        possible: minor <= authority.withApproval.minor,
        refusal: minor <= authority.withApproval.minor ? null : 'above-supervisor',
        authority,
      };
    },
    giveGoodwill: ({ params, body }) => {
      this.#mine(params.id);
      const id = params.id ?? '';
      const minor = body.deal.minor ?? 1_000;
      const saves = { minor, currency: 'CNY' as const, text: `¥${minor / 100}` };
      const packet = packetOf(this.#conversation(id), [], []);
      if (minor > packet.authority.most.minor) {
        const approval: Approval = {
          id: `a-${this.approvals.size + 1}`,
          conversation: id,
          by: { id: 'kit', name: 'Kit Rowe' },
          saves,
          reason: body.reason,
          state: 'asked',
          askedAt: new Date().toISOString(),
          decidedBy: null,
          decidedAt: null,
          note: null,
        };
        this.approvals.set(approval.id, approval);
        this.emit('approval', { approval });
        return { outcome: 'asked', approval };
      }
      return { outcome: 'given', deal: { ...packet.deals[0], saves, by: { id: this.me.id, name: this.me.name } } };
    },
    listApprovals: () => ({ approvals: [...this.approvals.values()] }),
    decideApproval: ({ params, body }) => {
      const before = this.approvals.get(params.id ?? '');
      if (before?.state !== 'asked') throw problem(409, 'decided');
      const approval: Approval = {
        ...before,
        state: body.decision === 'approve' ? 'approved' : 'refused',
        decidedBy: { id: this.me.id, name: this.me.name },
        decidedAt: new Date().toISOString(),
        note: body.note ?? null,
      };
      this.approvals.set(approval.id, approval);
      this.emit('approval', { approval });
      return { approval, deal: null };
    },
    previewReturn: ({ params, body }) => ({ preview: refund(params.number ?? '', body.lines[0].quantity) }),
    startReturn: ({ params, body }) => ({ id: 'r-1', preview: refund(params.number ?? '', body.lines[0].quantity) }),
    previewCancel: ({ params }) => ({ preview: refund(params.number ?? '', 1) }),
    cancelOrder: ({ params }) => ({ preview: refund(params.number ?? '', 1) }),
    listSuggestions: () => ({ suggestions: [...this.suggestions.values()] }),
    readKnowledge: () => ({ gaps: [], checkedAt: null, findings: [] }),
    decideSuggestion: ({ params, body }) => {
      const before = this.suggestions.get(params.id ?? '');
      if (!before) throw problem(404, 'no-suggestion');
      const suggestion: Suggestion = {
        ...before,
        state: body.decision === 'publish' ? 'published' : 'dismissed',
        article: body.decision === 'publish' ? 'article-1' : null,
      };
      this.suggestions.set(suggestion.id, suggestion);
      return { suggestion };
    },
    listCanned: () => ({ canned: [...this.canned.values()] }),
    fillCanned: ({ params }) => {
      const canned = this.canned.get(params.key ?? '');
      if (!canned) throw problem(404, 'no-canned');
      const text = (canned.text.en ?? '')
        .replace('{agent}', this.me.name)
        .replace('{shopper}', this.#conversation(params.id).shopper.name ?? '');
      return { text, missing: [] };
    },
    putCanned: ({ params, body }) => {
      const canned = { key: params.key ?? '', ...body };
      this.canned.set(canned.key, canned);
      return { canned };
    },
    deleteCanned: ({ params }) => {
      this.canned.delete(params.key ?? '');
    },
    listStaff: () => ({ staff: [...this.staff.values()] }),
    addStaff: ({ body }) => {
      const { goodwillCapMinor, ...rest } = body;
      const text = `¥${goodwillCapMinor / 100}`;
      const goodwillCap = { minor: goodwillCapMinor, currency: 'CNY' as const, text };
      const agent = agentOf(body.login, { ...rest, goodwillCap, invited: true, online: false });
      this.staff.set(agent.id, agent);
      return { agent, token: 'welcome-token', expiresAt: new Date(Date.now() + 259_200_000).toISOString() };
    },
    changeStaff: ({ params, body }) => {
      const { goodwillCapMinor: _, ...rest } = body;
      const agent = { ...this.staff.get(params.id ?? '')!, ...rest };
      this.staff.set(agent.id, agent);
      return { agent };
    },
    inviteStaff: ({ params }) => ({
      agent: this.staff.get(params.id ?? ''),
      token: 'welcome-token',
      expiresAt: new Date(Date.now() + 259_200_000).toISOString(),
    }),
    readSettings: () => ({ settings: this.settings, campaigns: campaignsOf(), newProducts: newProductsOf() }),
    putSettings: ({ body }) => {
      Object.assign(this.settings, body);
      return { settings: this.settings, campaigns: campaignsOf(), newProducts: newProductsOf() };
    },
    readReport: ({ query }) => {
      const days = (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 86_400_000;
      return {
        report: reportOf(
          this.me,
          Math.round(24 * Math.max(0.3, days) + 5 * Math.sin(Date.parse(query.get('from') ?? '') / 8.64e7)),
        ),
      };
    },
  };
}

const newProductsOf = () => ({ waiting: 12, known: 3, shown: 640, engaged: 41 });

const refund = (order: string, quantity: number): z.output<typeof shapes.refundPreview> => ({
  order,
  lines: [
    {
      product: 'p-1',
      name: 'Puddlejump Rainline waterproof running shoe, brick red',
      quantity,
      refund: { minor: 6_150 * quantity, currency: 'CNY', text: `¥${61.5 * quantity}` },
    },
  ],
  refund: { minor: 6_150 * quantity, currency: 'CNY', text: `¥${61.5 * quantity}` },
  notes: ['Your order falls below ¥300, so ¥7.50 of the deal is taken back.'],
});

const write = (res: ServerResponse, name: string, data: unknown, id: number): void => {
  res.write(`event: ${name}\n${id > 0 ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`);
};

export const startDeskDouble = async (): Promise<{ desk: DeskDouble; url: string; web: TestWeb }> => {
  const desk = new DeskDouble();
  const web = await startTestWeb({ routes: () => [...pageRoutes(), ...desk.routes()] });
  return { desk, url: web.url, web };
};
