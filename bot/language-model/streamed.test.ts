import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { DirectLineClient } from '../testing/direct-line-client.ts';
import { type AskedOfModel, type ModelServer, startModelServer } from '../testing/language-model-server.ts';
import { startShop } from '../testing/start-shop.ts';

/** A reply in a language model's words as a shopper's browser gets it. */
let server: ModelServer;
let app: App;
beforeAll(async () => {
  server = await startModelServer();
  server.behave(({ messages }: AskedOfModel) => ({ kind: 'says', text: shownIn(messages[1]!.content) }));
  app = await startShop({
    env: { LLM_BASE_URL: server.url, LLM_MODEL: 'small' },
    demo: { shoppers: 30, impressions: 30 },
  });
});
afterAll(async () => {
  await app.close();
  await server.close();
});

const shownIn = (text: string): string => /<reply>\n([\s\S]*)\n<\/reply>/.exec(text)![1]!;

it('grows sentence by sentence as a preview, each part checked, and comes once as the reply', async () => {
  const client = await DirectLineClient.start(app.url, { locale: 'en' });
  const stream = await client.stream();
  await stream.until(a => a.type === 'message' && a.from.role === 'bot');
  const before = stream.activities.length;
  server.behave(({ messages }: AskedOfModel) => ({
    kind: 'says',
    text: `Happy to help! ${shownIn(messages[1]!.content)}`,
    pieces: 60,
  }));
  await client.say('how do I wash wool?');
  const reply = await stream.until(
    a => a.type === 'message' && a.from.role === 'bot' && /^Happy to help!/.test(a.text ?? ''),
  );
  const previews = stream.activities.slice(before).filter(a => a.type === 'typing' && a.text);
  expect(previews.length).toBeGreaterThan(0);
  for (const { text } of previews) expect(reply.text!.startsWith(text!)).toBe(true);
  expect(stream.activities.findLastIndex(a => a.type === 'typing' && a.text !== undefined)).toBeLessThan(
    stream.activities.indexOf(reply),
  );
  const { activities } = await client.activities();
  expect(activities.filter(a => a.type === 'typing')).toEqual([]);
});

it('shows no sentence that does not pass, and then the template', async () => {
  const client = await DirectLineClient.start(app.url, { locale: 'en' });
  const stream = await client.stream();
  await stream.until(a => a.type === 'message' && a.from.role === 'bot');
  server.behave({ kind: 'says', text: 'Happy to help! Everything is half price today. Use code SAVE50.', pieces: 30 });
  await client.say('how do I wash wool?');
  const seen = stream.activities.length;
  await stream.until(a => a.type === 'message' && a.from.role === 'bot' && stream.activities.indexOf(a) >= seen);
  expect(stream.activities.map(a => a.text ?? '').join('\n')).not.toMatch(/half price|SAVE50/);
});
