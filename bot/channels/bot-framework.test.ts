import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { steadyClock } from '../../knowledge/domain/clock.ts';
import { echoBot } from '../echo-bot.ts';
import { readSettings } from '../settings.ts';
import { call } from '../testing/direct-line-client.ts';
import { startTestWeb, type TestWeb } from '../testing/test-web.ts';
import { botFrameworkRoutes } from './bot-framework.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const issuer = 'https://api.botframework.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const serviceUrl = 'http://localhost:9/';

/** Serves the keys that Microsoft's metadata would name. */
let keys: Server;
let web: TestWeb;
const seen: string[] = [];

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (claims: Record<string, unknown>, key = privateKey): string => {
  const signed = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${base64(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
};
const claims = (more: Record<string, unknown> = {}) => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: appId, nbf: now - 10, exp: now + 600, serviceurl: serviceUrl, ...more };
};

beforeAll(async () => {
  keys = createServer((req, res) => {
    const at = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
    const jwk = publicKey.export({ format: 'jwk' });
    res.setHeader('content-type', 'application/json');
    res.end(
      JSON.stringify(
        req.url?.startsWith('/keys')
          ? { keys: [{ ...jwk, kid: 'one', use: 'sig', endorsements: ['test'] }] }
          : { issuer, jwks_uri: `${at}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      ),
    );
  });
  await new Promise<void>(resolve => keys.listen(0, '127.0.0.1', resolve));
  const metadata = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/metadata`;
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'not used: replies are expected in the answer',
    ToChannelFromBotLoginUrl: 'https://login.example/',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'test',
  } as Record<string, string>);
  const settings = readSettings({ MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'x' });
  const clock = steadyClock();
  const bot = {
    onTurn: async (...args: Parameters<typeof echoBot.onTurn>) => {
      seen.push(args[0].activity.text);
      await echoBot.onTurn(...args);
    },
  };
  web = await startTestWeb({
    routes: parts =>
      botFrameworkRoutes({
        settings,
        stores: parts.line.stores,
        bot,
        clock,
        log: pino({ level: 'silent' }),
        authentication,
      })(parts),
  });
});
afterAll(async () => {
  await web.stop();
  keys.close();
});

const activity = (text: string, more: Record<string, unknown> = {}) => ({
  type: 'message',
  id: `id-${text}`,
  channelId: 'test',
  serviceUrl,
  conversation: { id: 'their-conversation' },
  from: { id: 'their-user', name: 'U' },
  recipient: { id: 'bot', name: 'B' },
  text,
  deliveryMode: 'expectReplies',
  ...more,
});
const post = (body: unknown, token?: string) =>
  call<{ activities: { text: string }[] }>('POST', `${web.url}/api/messages`, { token, body });

it('a signed activity is answered', async () => {
  const { status, body } = await post(activity('hello'), sign(claims()));
  expect(status).toBe(200);
  expect(body.activities.map(a => a.text)).toContain('Echo: hello');
});

it('unsigned, foreign, expired and mis-addressed activities run no turn', async () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const before = seen.length;
  const tokens: [string, string | undefined][] = [
    ['unsigned', undefined],
    ['garbage', 'garbage'],
    ['another key', sign(claims(), stranger)],
    ['another audience', sign(claims({ aud: 'somebody-else' }))],
    ['another issuer', sign(claims({ iss: 'https://evil.example' }))],
    ['expired', sign(claims({ nbf: 1, exp: 1000 }))],
    ['another service', sign(claims({ serviceurl: 'https://evil.example/' }))],
  ];
  for (const [what, token] of tokens) {
    expect([what, (await post(activity(what), token)).status]).toEqual([what, 401]);
  }
  expect((await post(activity('unendorsed', { channelId: 'other' }), sign(claims()))).status).toBe(401);
  expect(seen).toHaveLength(before);
});

it('a repeated delivery is acknowledged and handled once', async () => {
  const again = activity('once', { deliveryMode: undefined });
  const answers = await Promise.all([1, 2, 3].map(() => post(again, sign(claims()))));
  expect(answers.map(a => a.status)).toEqual([202, 202, 202]);
  await web.queue.idle();
  expect(seen.filter(text => text === 'once')).toHaveLength(1);
});
