/** Signing in, the inbox, and one conversation after the other: taken, answered, handed on and closed. */
import type { DeskAnswer } from '../../desk/contract.ts';
import { type DeskDouble, type DeskHandlers, problem } from './desk-double.test-helper.ts';
import { meOf, packetOf, reportOf } from './desk-records.test-helper.ts';

export const talkHandlers = (desk: DeskDouble): DeskHandlers => ({
  readSetup: () => ({ needsFirstAdmin: desk.needsFirstAdmin, shop: meOf(desk.me).shop, languages: ['en', 'zh'] }),
  createFirstAdmin: ({ body }) => {
    if (body.token !== 'one-time') throw problem(403, 'wrong-token');
    desk.signedIn = true;
    return meOf(desk.me);
  },
  acceptInvitation: ({ body }) => {
    if (body.token !== 'welcome-token') throw problem(403, 'wrong-token');
    desk.signedIn = true;
    return meOf(desk.me);
  },
  signIn: ({ body }) => {
    if (body.password !== 'a good password') throw problem(401, 'wrong-login');
    desk.signedIn = true;
    return meOf(desk.me);
  },
  readMe: () => meOf(desk.me),
  signOut: () => {
    desk.signedIn = false;
  },
  changePassword: () => meOf(desk.me),
  setAvailability: ({ body }) => {
    desk.me = { ...desk.me, ...body };
    desk.staff.set(desk.me.id, desk.me);
    return meOf(desk.me);
  },
  readDay: () => ({
    from: new Date(Date.now() - 6 * 3_600_000).toISOString(),
    report: reportOf(desk.me, 9),
    open: 2,
  }),
  readInbox: (): DeskAnswer<'readInbox'> => ({
    queue: desk.list('waiting'),
    mine: desk.list('agent', true),
    others: desk.list('agent', false),
    lastEvent: desk.lastEvent,
    settings: desk.settings,
    staff: [...desk.staff.values()],
  }),
  listLive: () => ({ conversations: desk.list('bot') }),
  listClosed: () => ({ conversations: desk.list('closed') }),
  readPacket: ({ params }) =>
    packetOf(desk.conversation(params.id), desk.entries.get(params.id ?? '') ?? [], desk.notes),
  readTranscript: ({ params, query }) => ({
    entries: (desk.entries.get(params.id ?? '') ?? [])
      .filter(e => e.seq > Number(query.get('after')))
      .slice(0, Number(query.get('limit') ?? 200)),
  }),
  claim: ({ params }) => ({ conversation: desk.take(params.id ?? '') }),
  claimNext: () => {
    const next = desk.list('waiting').sort((a, b) => b.priority - a.priority)[0];
    return { conversation: next ? desk.take(next.id) : null };
  },
  takeOver: ({ params }) => ({
    conversation: desk.change(params.id ?? '', { agent: { id: desk.me.id, name: desk.me.name } }),
  }),
  reply: ({ params, body }) =>
    desk.doOnce(body.key, () => {
      const id = params.id ?? '';
      if (desk.conversation(id).state === 'closed') throw problem(409, 'closed');
      if (desk.conversation(id).agent?.id !== desk.me.id) desk.take(id);
      const entry = { from: 'agent' as const, name: desk.me.name, text: body.text, id: `${id}|agent|${body.key}` };
      const { seq } = desk.say(id, entry);
      return { seq, conversation: desk.conversation(id) };
    }),
  typing: () => undefined,
  addNote: ({ params, body }) =>
    desk.doOnce(body.key, () => {
      const by = { id: desk.me.id, name: desk.me.name };
      const note = { id: body.key, conversation: params.id ?? '', by, text: body.text, at: new Date().toISOString() };
      desk.notes.push(note);
      desk.emit('note', { note });
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
    desk.mine(params.id);
    if (body.to.department === 'returns') throw problem(409, 'department-closed');
    const next = body.to.department
      ? {
          state: 'waiting' as const,
          agent: null,
          department: body.to.department,
          waitingSince: new Date().toISOString(),
        }
      : { agent: { id: body.to.agent, name: desk.staff.get(body.to.agent)?.name ?? '' } };
    return { conversation: desk.change(params.id ?? '', next) };
  },
  release: ({ params, body }) => {
    desk.mine(params.id);
    return {
      conversation: desk.change(params.id ?? '', { state: body.to === 'bot' ? 'bot' : 'waiting', agent: null }),
    };
  },
  close: ({ params, body }) => {
    desk.mine(params.id);
    return { conversation: desk.change(params.id ?? '', { state: 'closed', agent: null, closeReason: body.reason }) };
  },
});
