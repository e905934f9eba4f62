import { pino } from 'pino';
import { expect, it } from 'vitest';
import { problemOf } from './http/route.ts';
import { startTestWeb } from './testing/test-web.ts';

/** What the embedded database answers to a write once its disk is full; the journal's own tests show that it does. */
const diskFull = () =>
  Object.assign(new Error('The disk is full: 1.log could not be written'), { codeName: 'OutOfDiskSpace' });

it('a database whose disk is full takes the server out of service, and says what is wrong', async () => {
  const web = await startTestWeb();
  try {
    expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
    web.stores.ping = () => Promise.reject(diskFull());
    const answer = await fetch(`${web.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ status: expect.stringContaining('disk'), database: { answers: true } });
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
  } finally {
    await web.stop();
  }
});

it('a caller whose write the disk refused hears that nothing was saved, not just that something went wrong', () => {
  const problem = problemOf(diskFull(), pino({ level: 'silent' }));
  expect(problem.status).toBe(503);
  expect(problem.code).toBe('cannot-save');
  expect(problem.message).not.toContain('1.log');
  expect(problemOf(new Error('a bug'), pino({ level: 'silent' })).status).toBe(500);
});
