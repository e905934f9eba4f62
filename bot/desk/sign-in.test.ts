import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from '../testing/direct-line-client.ts';
import { startTestDesk, TestConsole, type TestDesk } from '../testing/test-desk.ts';
import { deskCookie } from './desk-sessions.ts';
import { firstAdminToken } from './handlers/session-handlers.ts';
import { hashPassword, isPassword } from './passwords.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => desk.close());

const post = (path: string, body: unknown) =>
  call<{ csrf: string; agent: { id: string } }>('POST', `${desk.url}/api/desk/${path}`, { body });
const consoleOf = (answer: Awaited<ReturnType<typeof post>>): TestConsole => {
  const cookie = answer.headers.get('set-cookie') ?? '';
  const token = new RegExp(`${deskCookie}=([^;]+)`).exec(cookie)?.[1] ?? '';
  return new TestConsole(desk.url, answer.body.agent.id as never, token, answer.body.csrf);
};
const password = 'correct horse battery';

it('an empty desk is opened by its one-time token only, once, however many try at once', async () => {
  const token = (await firstAdminToken(desk.desk)) ?? '';
  const body = { token, login: 'Root', name: 'Root', password, language: 'en' };
  expect((await post('first-admin', { ...body, token: 'guessed' })).status).toBe(403);
  expect((await post('first-admin', { ...body, password: 'short' })).status).toBe(400);
  const made = await Promise.all([1, 2, 3].map(() => post('first-admin', body)));
  expect(made.map(m => m.status).sort()).toEqual([201, 409, 409]);
  expect(await firstAdminToken(desk.desk)).toBeNull();
  const cookie = made.find(m => m.status === 201)?.headers.get('set-cookie');
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect(JSON.stringify(await desk.stores.agents.all())).not.toContain(password);
});

it('staff choose their own password with an invitation that works once; who is switched off is out at once', async () => {
  const admin = consoleOf(await post('sign-in', { login: 'root', password }));
  const staff = { name: 'Sam', role: 'agent', languages: ['en'], departments: [], capacity: 3, goodwillCapMinor: 0 };
  const { token, agent } = await admin.get('addStaff', {}, { login: 'sam', ...staff });
  expect((await admin.ask('addStaff', {}, { login: 'SAM', ...staff })).code).toBe('login-taken');
  expect((await post('sign-in', { login: 'sam', password: '' })).status).toBe(401);
  const used = await Promise.all([1, 2].map(() => post('invitation', { token, password })));
  expect(used.map(u => u.status).sort()).toEqual([200, 403]);
  const sam = consoleOf(used.find(u => u.status === 200)!);
  expect((await sam.get('readInbox')).queue).toEqual([]);
  const changed = await sam.get('changePassword', {}, { current: password, next: 'another long one' });
  expect(changed.agent.login).toBe('sam');
  // The session from before is no longer one.
  expect((await sam.ask('readInbox')).code).toBe('expired-session');
  const again = consoleOf(await post('sign-in', { login: 'sam', password: 'another long one' }));
  await admin.get('changeStaff', { id: agent.id }, { ...staff, active: false });
  expect((await again.ask('readInbox')).code).toBe('expired-session');
  expect((await post('sign-in', { login: 'sam', password: 'another long one' })).status).toBe(401);
  const me = (await admin.get('readMe')).agent;
  expect((await admin.ask('changeStaff', { id: me.id }, { ...staff, role: 'agent', active: true })).code).toBe(
    'last-admin',
  );
});

it('guessing is slowed down, and a wrong login is told like a wrong password', async () => {
  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await post('sign-in', { login: 'nobody', password: `guess ${i}` }));
  expect(answers[0]?.body).toMatchObject({ error: { code: 'wrong-login' } });
  expect(answers.at(-1)?.status).toBe(429);
  expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
});

it('a password is checked against its own hash only, each time salted anew', async () => {
  const [one, two] = [await hashPassword('ｐassword 一二三'), await hashPassword('ｐassword 一二三')];
  expect(one).not.toBe(two);
  expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
  // The same characters typed another way are the same password.
  expect(await isPassword('password 一二三', one)).toBe(true);
  expect(await isPassword('password 一二四', one)).toBe(false);
  expect(await isPassword('', undefined)).toBe(false);
});

it('settings are checked before they hold: hours, departments that exist, the shop’s own currency', async () => {
  const root = consoleOf(await post('sign-in', { login: 'root', password }));
  const { settings } = await root.get('readSettings');
  const { timeZone: _, ...body } = settings;
  const wrong = { ...body, valueAtRisk: { minor: 1, currency: 'USD' } };
  expect((await root.ask('putSettings', {}, wrong)).code).toBe('wrong-currency');
  expect((await root.ask('putSettings', {}, { ...body, topics: [{ words: ['x'], department: 'gone' }] })).code).toBe(
    'unknown-department',
  );
  expect(
    (await root.ask('putSettings', {}, { ...body, hours: [{ days: [1], from: '9:00', to: '25:00' }] })).status,
  ).toBe(400);
  expect((await root.ask('putSettings', {}, { ...body, goodwillCampaign: 'gone' })).code).toBe('no-campaign');
  for (const newProductShare of [-0.01, 0.6])
    expect((await root.ask('putSettings', {}, { ...body, newProductShare })).status).toBe(400);
  const off = await root.get('putSettings', {}, { ...body, newProductShare: 0 });
  expect(off.settings.newProductShare).toBe(0);
  expect(off.newProducts).toEqual({ waiting: expect.any(Number), known: 0, shown: 0, engaged: 0 });
  const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }];
  const returns = {
    key: 'returns',
    name: { en: 'Returns' },
    hours: [{ days: [1], from: '03:00', to: '03:01' }],
    whenClosed: 'refuse',
    reasons: [],
  };
  const saved = await root.get('putSettings', {}, { ...body, hours, departments: [...body.departments, returns] });
  expect(saved.settings.hours).toEqual(hours);
  // A department that takes nothing now refuses a transfer; one that queues takes it.
  const { conversationId: id } = (
    await call<{ conversationId: string }>('POST', `${desk.url}/v3/directline/conversations`, { body: {} })
  ).body;
  await root.get('claim', { id });
  expect((await root.ask('transfer', { id }, { to: { department: 'returns' } })).code).toBe('department-closed');
  expect((await root.ask('transfer', { id }, { to: { agent: 'nobody' } })).code).toBe('unknown-agent');
  const passed = await root.get('transfer', { id }, { to: { department: 'support' }, note: 'please call back' });
  expect(passed.conversation).toMatchObject({ state: 'waiting', department: 'support' });
  expect((await root.get('readPacket', { id })).notes.map(n => n.text)).toEqual(['please call back']);
});
