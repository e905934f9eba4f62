import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultTone } from '../../dialogs/say/tone/tone.ts';
import type { Call } from '../http/route.ts';
import { Metrics } from '../metrics.ts';
import { readSettings } from '../settings.ts';
import { type ModelServer, startModelServer } from '../testing/language-model-server.ts';
import { openLanguageModel } from './open-language-model.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const scraped = async (metrics: Metrics): Promise<string> => {
  let body = '';
  const res = { writeHead: () => res, end: (text: string) => (body = text) } as unknown as ServerResponse;
  await metrics.route().handle({ res } as Call);
  return body;
};

it('the use of the language model is counted in calls, seconds, tokens and what became of the texts; no text and no key', async () => {
  const metrics = new Metrics({ queueDepth: () => 0, openStreams: () => 0 });
  const settings = readSettings({ LLM_BASE_URL: server.url, LLM_MODEL: 'small', LLM_API_KEY: 'sk-very-secret' });
  const model = await openLanguageModel(settings, defaultTone);
  model!.listen({ call: c => metrics.modelCall(c), outcome: o => metrics.modelText(o) });
  const request = {
    language: 'en',
    spoken: [{ kind: 'thanks', text: "You're welcome! Anything else I can do?" }],
    names: [],
    otherNames: [],
  } as const;
  server.behave(
    { kind: 'says', text: "You're very welcome! Anything else I can do?" },
    { kind: 'says', text: 'Everything is free of charge.' },
    { kind: 'status', status: 401 },
  );
  expect(await model!.rephrase(request)).toBe("You're very welcome! Anything else I can do?");
  expect(await model!.rephrase(request)).toBe(request.spoken[0].text);
  expect(await model!.rephrase(request)).toBe(request.spoken[0].text);
  const text = await scraped(metrics);
  metrics.close();
  expect(text).toContain('counteroffer_language_model_texts_total{task="rephrase",outcome="used",reason=""} 1');
  expect(text).toMatch(
    /counteroffer_language_model_texts_total\{task="rephrase",outcome="refused",reason="[a-z-]+"\} 1/,
  );
  expect(text).toContain(
    'counteroffer_language_model_texts_total{task="rephrase",outcome="failed",reason="unauthorised"} 1',
  );
  expect(text).toContain('counteroffer_language_model_calls_total{task="rephrase",outcome="unauthorised"} 1');
  expect(text).toMatch(/counteroffer_language_model_tokens_total\{task="rephrase",kind="prompt"\} [1-9]/);
  expect(text).toMatch(/counteroffer_language_model_tokens_total\{task="rephrase",kind="completion"\} [1-9]/);
  expect(text).toMatch(/counteroffer_language_model_seconds_count\{[^}]*until="first"[^}]*\} [1-9]/);
  expect(text).not.toMatch(/sk-very-secret|welcome|free of charge/);
});
