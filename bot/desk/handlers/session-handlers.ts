import { randomUUID } from 'node:crypto';
import { zonedDay } from '../../../dialogs/handoff/hours.ts';
import type { Agent, AgentRole } from '../../../knowledge/domain/desk.ts';
import { type AgentId, asId } from '../../../knowledge/domain/ids.ts';
import { languages } from '../../../knowledge/domain/language.ts';
import { money, zero } from '../../../knowledge/domain/money.ts';
import { sameSecret } from '../../access.ts';
import { FloodLimit } from '../../channels/direct-line/flood-limit.ts';
import { HttpProblem, tooMany } from '../../http/problem.ts';
import type { Call } from '../../http/route.ts';
import type { Desk } from '../desk.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import type { DeskSession } from '../desk-sessions.ts';
import { hashPassword, hashToken, isPassword, makeToken } from '../passwords.ts';
import { reportFor } from './report-handlers.ts';

const firstId = asId<AgentId>('admin-1');
const firstTokenName = 'desk-first-admin';
const invitationDays = 7;

/** Printed at the start while nobody works here; the same for every process until it is used. Null: somebody does. */
export const firstAdminToken = async (desk: Desk): Promise<string | null> =>
  desk.staff.length > 0 ? null : desk.stores.shop.secret(firstTokenName, makeToken);

const meView = (desk: Desk, { agent, csrf, expiresAt }: DeskSession) => ({
  agent: desk.agentView(agent),
  csrf,
  expiresAt: expiresAt.toISOString(),
  shop: { name: desk.shop.name, currency: desk.shop.currency },
});

const signedIn = (desk: Desk, call: Call, agent: Agent) => {
  const { token, session } = desk.sessions.issue(agent);
  return {
    value: meView(desk, session),
    headers: { 'set-cookie': desk.sessions.cookie(token, call.baseUrl.startsWith('https:')) },
  };
};

/** An invitation is as good as a password: only its hash is kept, it works once, for a week. */
export const inviteView = async (desk: Desk, id: AgentId) => {
  const token = makeToken();
  const expiresAt = new Date(desk.now.getTime() + invitationDays * 86_400_000);
  const agent = await desk.stores.agents.invite(id, { hash: hashToken(token), expiresAt });
  if (!agent) throw refuse('no-agent', 'There is nobody with this id', 404);
  await told(desk, agent);
  return { agent: desk.agentView(agent), token, expiresAt: expiresAt.toISOString() };
};

/** The other processes and the consoles learn of it; this one at once. */
export const told = async (desk: Desk, agent: Agent): Promise<void> => {
  await desk.readStaff();
  await desk.feed.agent(desk.agentView(agent));
};

export const newAgent = (
  desk: Desk,
  id: AgentId,
  fields: Pick<Agent, 'login' | 'name' | 'role' | 'languages'> &
    Partial<Pick<Agent, 'departments' | 'capacity' | 'password'>> & {
      goodwillCapMinor?: number;
    },
): Agent => {
  const { goodwillCapMinor, ...rest } = fields;
  const { currency } = desk.shop;
  return {
    departments: [],
    capacity: 4,
    ...rest,
    id,
    goodwillCap: goodwillCapMinor === undefined ? zero(currency) : money(goodwillCapMinor, currency),
    availability: 'away',
    active: true,
    epoch: 0,
    createdAt: desk.now,
  };
};

type SessionHandlers = Pick<
  Handlers,
  | 'readSetup'
  | 'createFirstAdmin'
  | 'acceptInvitation'
  | 'signIn'
  | 'readMe'
  | 'signOut'
  | 'changePassword'
  | 'setAvailability'
  | 'readDay'
>;

/** Guessing is slowed by address and by login, so that neither many logins nor many addresses help. */
const guessLimits = (desk: Desk) => {
  const byAddress = new FloodLimit({ burst: 20, perMinute: 20, clock: desk.services.clock });
  const byLogin = new FloodLimit({ burst: 6, perMinute: 6, clock: desk.services.clock });
  return (call: Call, login?: string): void => {
    const wait = Math.max(byAddress.take(call.address), login === undefined ? 0 : byLogin.take(login));
    if (wait > 0) throw tooMany(wait, 'tries to sign in');
  };
};

const wrongLogin = (): HttpProblem => new HttpProblem(401, 'wrong-login', 'Login and password don’t fit');
const wrongToken = (): HttpProblem =>
  new HttpProblem(403, 'wrong-token', 'This one-time token is unknown, used or too old');

export const sessionHandlers = (desk: Desk): SessionHandlers => {
  const countGuess = guessLimits(desk);
  return {
    readSetup: async () => ({
      needsFirstAdmin: desk.staff.length === 0,
      shop: { name: desk.shop.name, currency: desk.shop.currency },
      languages: [...languages],
    }),
    createFirstAdmin: async (_desk, { body, call }) => {
      countGuess(call);
      const token = await firstAdminToken(desk);
      if (token === null) throw refuse('already-set-up', 'This desk has an admin already');
      if (!sameSecret(body.token, token)) throw wrongToken();
      const agent = newAgent(desk, firstId, {
        login: body.login,
        name: body.name,
        role: 'admin' satisfies AgentRole,
        languages: [body.language],
        // Whoever sets all limits is not held up by the lowest of them.
        goodwillCapMinor: (await desk.settings()).supervisorCap.minor,
        password: await hashPassword(body.password),
      });
      if (!(await desk.stores.agents.insertFirst(agent))) {
        throw refuse('already-set-up', 'This desk has an admin already');
      }
      await told(desk, agent);
      return signedIn(desk, call, agent);
    },
    acceptInvitation: async (_desk, { body, call }) => {
      countGuess(call);
      const hash = hashToken(body.token);
      const invited = await desk.stores.agents.byInvitation(hash);
      if (!invited?.active || !invited.invitation || invited.invitation.expiresAt <= desk.now) throw wrongToken();
      const agent = await desk.stores.agents.setPassword(invited.id, await hashPassword(body.password), hash);
      if (!agent) throw wrongToken();
      await told(desk, agent);
      return signedIn(desk, call, agent);
    },
    signIn: async (_desk, { body, call }) => {
      countGuess(call, body.login);
      const agent = await desk.stores.agents.byLogin(body.login);
      const fits = await isPassword(body.password, agent?.password);
      if (!agent?.active || !fits) throw wrongLogin();
      return signedIn(desk, call, agent);
    },
    readMe: async (_desk, { session }) => meView(desk, session),
    signOut: async (_desk, { session, call }) => {
      await desk.sessions.end(session);
      return {
        value: null,
        headers: { 'set-cookie': desk.sessions.cookie('', call.baseUrl.startsWith('https:')) },
      };
    },
    changePassword: async (_desk, { session, body, call }) => {
      countGuess(call, session.agent.login);
      if (!(await isPassword(body.current, session.agent.password))) throw wrongLogin();
      const agent = await desk.stores.agents.setPassword(session.agent.id, await hashPassword(body.next));
      if (!agent) throw wrongLogin();
      await told(desk, agent);
      return signedIn(desk, call, agent);
    },
    setAvailability: async (_desk, { session, body }) => {
      const agent = await desk.stores.agents.setAvailability(session.agent.id, body.availability, body.capacity);
      if (!agent) throw wrongLogin();
      await told(desk, agent);
      return meView(desk, { ...session, agent });
    },
    readDay: async (_desk, { session }) => {
      const from = zonedDay(desk.now, desk.timeZone);
      const report = await reportFor(desk, from, new Date(desk.now.getTime() + 1), session.agent.id);
      return { from: from.toISOString(), report, open: desk.inbox.loadOf(session.agent.id) };
    },
  };
};

export const newAgentId = (): AgentId => asId(randomUUID());
