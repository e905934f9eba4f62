/** The whole product as `npm start` runs it, on the database that MONGODB_URI names, its models trained before it says "ready". */
import { pino } from 'pino';
import { createApp } from '../../app.ts';
import { readSettings } from '../../settings.ts';
import { failed, reportToParent } from './report-to-parent.ts';

const start = async (): Promise<void> => {
  const lines: string[] = [];
  const { demo } = JSON.parse(process.env.BENCH ?? '{}') as { demo?: { shoppers: number; impressions: number } };
  const app = await createApp({
    settings: readSettings(process.env),
    log: pino({ level: 'info' }, { write: line => lines.push(line) }),
    ...(demo ? { demo } : {}),
  });
  const outcome = await app.training;
  if (outcome && outcome.kind !== 'trained') throw new Error(`The models were not trained: ${JSON.stringify(outcome)}`);
  const { recommender, response, backend } = app.models.current().status;
  const facts = { url: app.url, recommender: recommender.name, response: response?.name ?? null, backend };
  reportToParent(facts, { lines, close: () => app.close() });
};

start().catch(failed);
