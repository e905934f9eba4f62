import { afterAll, beforeAll, expect, test } from 'vitest';
import { intentsInContext } from '../../models/text/intents-in-context.ts';
import { type Core, openCore } from '../core.ts';
import { readConversations, writers } from '../evaluate/labelled-turns.ts';
import { readSettings } from '../settings.ts';
import { kept, toldRight } from './learned.ts';
import { type Listener, listener, replayed } from './replay.ts';

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

/** Acts are told by their situation alone, without the word for them, in half of what `acts` hold. */
const acts: ReadonlySet<string> = new Set(['en-19', 'zh-19', 'en-21', 'zh-21']);

test.each([...kept])(
  'what %s wrote, who taught nothing, is told right more often in its context',
  async writer => {
    const all = readConversations(writer);
    const conversations = acts.has(writer) ? all.filter((_, i) => i % 3 === 0) : all.slice(0, 40);
    const told = toldRight(await replayed(core, listening, conversations), intentsInContext());
    expect(told.messages).toBeGreaterThan(60);
    expect(told.weighed).toBeGreaterThan(acts.has(writer) ? 0.52 : 0.8);
    // Where rules leave less than a ninth wrong there is less to gain: nearly half of it.
    const gain = Math.min(0.05, 0.45 * (1 - told.taken));
    expect(told.weighed).toBeGreaterThan(told.taken + gain);
    expect(told.mended).toBeGreaterThan(5 * told.spoilt);
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
