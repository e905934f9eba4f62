import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextOutcome } from '../../dialogs/say/rephrase/text-model.ts';
import { type AskedOfModel, type ModelServer, startModelServer } from '../testing/language-model-server.ts';
import { openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let server: ModelServer;
let shop: TalkingShop;
let plain: TalkingShop;
const outcomes: TextOutcome[] = [];

beforeAll(async () => {
  server = await startModelServer();
  const env = { LLM_BASE_URL: server.url, LLM_MODEL: 'small', LLM_TIMEOUT_MS: '2000' };
  plain = await openTalkingShop();
  shop = await openTalkingShop({ env });
  shop.core.languageModel!.listen({ call: () => undefined, outcome: outcome => outcomes.push(outcome) });
});
afterAll(async () => {
  await shop.close();
  await plain.close();
  await server.close();
});

/** What the model was shown to put in other words. */
const shown = (asked: AskedOfModel): string => /<reply>\n([\s\S]*)\n<\/reply>/.exec(asked.messages[1]!.content)![1]!;

/** A page answers it word for word; what is worked out for a place and a day is never put in other words. */
const question = 'how long do I have to return something?';

describe('a reply through the real turn, with a language model', () => {
  it('is sent in its words when they claim nothing new', async () => {
    server.behave(asked => ({ kind: 'says', text: `Happy to help! ${shown(asked)}` }));
    const { text } = await (await shop.talkTo()).say(question);
    const template = (await (await plain.talkTo()).say(question)).text;
    expect(text).toBe(`Happy to help! ${template}`);
    expect(outcomes.at(-1)).toEqual({ task: 'rephrase', outcome: 'used' });
  });

  it('is the template when they claim something else', async () => {
    server.behave(asked => ({ kind: 'says', text: `${shown(asked)} And everything is half price today.` }));
    const { text } = await (await shop.talkTo()).say(question);
    expect(text).toBe((await (await plain.talkTo()).say(question)).text);
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'refused' });
  });

  it('leaves a text at the first sentence that claims something else, without waiting for the rest', async () => {
    server.behave({ kind: 'hangs', text: 'Everything is free today. ' });
    const { text } = await (await shop.talkTo()).say(question);
    expect(text).toBe((await (await plain.talkTo()).say(question)).text);
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['refuses the key', { kind: 'status', status: 401 }, 'unauthorised'],
    ['rests since then', { kind: 'says', text: 'never asked' }, 'resting'],
  ] as const)('is the template when the model %s', async (_, behaviour, reason) => {
    server.behave(behaviour);
    const { text } = await (await shop.talkTo()).say(question);
    expect(text).toBe((await (await plain.talkTo()).say(question)).text);
    expect(outcomes.at(-1)).toEqual({ task: 'rephrase', outcome: 'failed', reason });
  });
});
