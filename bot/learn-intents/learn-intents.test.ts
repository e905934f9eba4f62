import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Intent } from '../../dialogs/turn.ts';
import { meantInContext } from '../../dialogs/understand/in-context.ts';
import { intentsInContext } from '../../models/text/intents-in-context.ts';
import { type Core, openCore } from '../core.ts';
import { readConversations, writers } from '../evaluate/labelled-turns.ts';
import { readSettings } from '../settings.ts';
import { kept } from './learned.ts';
import { type Listener, listener, replayed, type SeenMessage } from './replay.ts';

let core: Core;
let listening: Listener;
beforeAll(async () => {
  listening = listener();
  core = await openCore({
    settings: readSettings({ SHOP_DEMO: 'on', LOG_LEVEL: 'silent' }),
    inMemory: true,
    inContext: listening,
  });
}, 60_000);
afterAll(() => core?.close());

const serves = ({ intents, or }: SeenMessage, intent: Intent): boolean =>
  intents.includes(intent) || or.includes(intent);

test.each([...kept])(
  'what %s wrote, who taught nothing, is told right more often in its context',
  async writer => {
    const conversations = readConversations(writer).slice(0, 40);
    const seen = (await replayed(core, listening, conversations)).filter(one => one.intents.length === 1);
    const shipped = intentsInContext<Intent>();
    const taken = seen.filter(one => serves(one, one.taken)).length;
    const weighed = seen.filter(one =>
      serves(one, meantInContext(one.message, one.taken, shipped)?.intent ?? one.taken),
    );
    expect(seen.length).toBeGreaterThan(80);
    expect(weighed.length / seen.length).toBeGreaterThan(0.8);
    expect(weighed.length / seen.length).toBeGreaterThan(taken / seen.length + 0.05);
  },
  120_000,
);

test('every writer is read, and nobody is told by name', () => {
  const names = writers();
  expect(names.length).toBeGreaterThanOrEqual(16);
  for (const writer of names) {
    const conversations = readConversations(writer);
    expect(conversations.length, writer).toBeGreaterThan(40);
    const texts = conversations.flatMap(c => c.turns.flatMap(turn => ('text' in turn ? [turn.text] : [])));
    for (const text of texts) {
      const addresses = text.match(/[\w.+-]+@[\w.-]+\w/g) ?? [];
      for (const address of addresses) expect(address).toMatch(/@(?:\w+\.)?example$/);
    }
  }
});
