import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../../dialogs/say/cards.ts';
import { readExamples } from '../../../dialogs/understand/intent/examples.ts';
import { BadInput } from '../../../knowledge/command-line.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { wrongClaims } from './claims.ts';
import { converse, readConversationOptions } from './conversations.ts';
import type { Exchange } from './goal.ts';
import { pestering } from './pestering.ts';
import { succeeded } from './play.ts';
import { goals, scenariosOf } from './scenarios.ts';
import { type Heard, openStage, type Stage, type Visitor } from './stage.ts';

let stage: Stage;
let modelsDir: string;
let visitor: Visitor;

beforeAll(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'counteroffer-lab-'));
  stage = await openStage({ modelsDir, seed: 1 });
  visitor = await stage.visit('claims', { signedIn: true, language: 'en' });
});
afterAll(async () => {
  await stage.close();
  await rm(modelsDir, { recursive: true, force: true });
});

const heard = (text: string, more: Partial<Heard> = {}): Heard => ({
  text,
  cards: [],
  taps: [],
  log: undefined,
  ...more,
});
const claimsOf = (answer: Heard, said = 'hello'): Promise<string[]> =>
  wrongClaims({ exchanges: [{ said, heard: answer }], visitor, stage });

describe('a claim that no record holds is found', () => {
  const rows: [name: string, text: string, finds: RegExp][] = [
    ['an amount', 'That costs ¥12,345.', /12345/],
    ['an amount in words of China', '只要87元。', /87/],
    ['a percent', 'You get 37% off today.', /37 %/],
    ['a rate in Chinese', '给您打6.5折。', /35 %/],
    ['a date', 'It arrives on 29 Feb.', /2-29/],
    ['a day that the days told do not come to', 'It takes 2 to 4 days, so it comes on 29 Feb.', /2-29/],
    ['a period', 'You can send it back for 99 days.', /99d/],
    ['a code that exists', 'Use SORRYQ7M2 at the checkout.', /given away: SORRYQ7M2/],
    ['a code that does not', 'Use HAPPY50 at the checkout.', /does not exist: HAPPY50/],
    ['offers switched off that are not', 'Personal offers are off. You get the normal prices.', /said to be off/],
    [
      'a person who was not asked',
      "I've asked a colleague to take over; you're next in line.",
      /said to have been asked/,
    ],
    ['an order said to be cancelled', 'Order WY-20001 is cancelled.', /said to be cancelled/],
  ];
  test.each(rows)('%s', async (_name, text, finds) => {
    expect((await claimsOf(heard(text))).join('\n')).toMatch(finds);
  });

  test('a product at another price, with another stock, or under another name', async () => {
    const product = stage.products.find(p => (p.stock ?? 0) > 5)!;
    const card = {
      type: 'product',
      id: product.id,
      name: product.name.en ?? '',
      price: '¥1',
      priceMinor: 100,
      currency: 'CNY',
      stock: 'Only 2 left',
      picture: '',
      url: '',
      buttons: [],
    } satisfies Card;
    const found = (await claimsOf(heard('', { cards: [card] }))).join('\n');
    expect(found).toMatch(/is shown at ¥1/);
    expect(found).toMatch(/"Only 2 left" with a stock of/);
    expect((await claimsOf(heard('', { cards: [{ ...card, name: 'Another' }] }))).join('\n')).toMatch(/under the name/);
  });

  test('the order of somebody else', async () => {
    const other = await stage.order({ shopper: 'someone' as never, email: 'someone@example.com' }, seededRandom(1), {
      status: 'shipped',
    });
    const [card] = (await (await stage.visit('owner', { signedIn: false, language: 'en' })).say('hello')).cards;
    expect(card).toBeUndefined();
    const shown = {
      type: 'order',
      number: other.number,
      status: other.status,
      statusText: '',
      placedAt: '',
      total: '',
      totalMinor: other.total.minor,
      currency: 'CNY',
      lines: [],
      progress: 2,
      steps: [],
      buttons: [],
    } satisfies Card;
    expect((await claimsOf(heard('', { cards: [shown] }))).join('\n')).toMatch(/somebody else/);
  });

  test('and what is so is not: an answer of the bot, with its page', async () => {
    const answer = await visitor.say('how long does delivery take?');
    expect(await claimsOf(answer, 'how long does delivery take?')).toEqual([]);
    expect(await claimsOf(heard(answer.text), 'how long does delivery take?')).not.toEqual([]);
  });
});

describe('pestering', () => {
  const offer = (id: string) =>
    ({ type: 'offer', id, buttons: [{ label: 'Apply', value: { tap: 'apply-offer', offer: id } }] }) as unknown as Card;
  const shows = (said: string, id: string): Exchange => ({ said, heard: heard('', { cards: [offer(id)] }) });
  const quiet = (said: string): Exchange => ({ said, heard: heard('') });
  const of = (exchanges: readonly Exchange[], more = {}) =>
    pestering(exchanges, { wantsDeals: false, angry: false, ...more }).length;

  test('an offer after a no, the same one again, and any to somebody angry', () => {
    expect(of([shows('show me bags', 'a'), quiet('no thanks'), shows('and mugs', 'b')])).toBe(1);
    expect(of([shows('show me bags', 'a'), shows('and mugs', 'a')])).toBe(1);
    expect(of([shows('show me bags', 'a')], { angry: true })).toBe(1);
  });
  test('not one that was asked for, nor the first', () => {
    expect(of([shows('show me bags', 'a')])).toBe(0);
    expect(of([quiet('no thanks'), shows('any deals?', 'a')])).toBe(0);
    expect(of([shows('x', 'a'), shows('y', 'a')], { wantsDeals: true })).toBe(0);
  });
});

test('no opening is copied from what the bot was taught', async () => {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const taught = new Set([
    ...readExamples().map(e => plain(e.text)),
    ...stage.articles.flatMap(a => a.questions.map(plain)),
  ]);
  const copied: string[] = [];
  for (const goal of goals) {
    const { openings } = await goal.prepare(stage, {
      name: `copied-${goal.key}`,
      language: 'en',
      random: seededRandom(3),
    });
    for (const { en, zh } of [openings.plain, openings.vague, openings.terse]) {
      // One or two words can hardly be said in another way.
      for (const words of [...en.filter(w => w.split(' ').length > 3), ...zh.filter(w => w.length > 6)]) {
        if (taught.has(plain(words))) copied.push(words);
      }
    }
  }
  expect(copied).toEqual([]);
});

test('at least two hundred scenarios come of goals, personas, languages and wordings; the same seed gives the same ones', () => {
  const all = scenariosOf({ count: 10_000, seed: 1, halves: ['seen', 'held'] });
  expect(all.length).toBeGreaterThan(600);
  expect(new Set(all.map(s => s.id)).size).toBe(all.length);
  const ids = (seed: number) => scenariosOf({ count: 50, seed, halves: ['seen'] }).map(s => `${s.id}:${s.wording}`);
  expect(ids(4)).toEqual(ids(4));
  expect(ids(4)).not.toEqual(ids(5));
});

test('a run plays its scenarios and prints the figures', async () => {
  const { played, figures } = await converse({
    scenarios: 8,
    runs: 1,
    seed: 2,
    only: 'clear',
    halves: ['seen'],
    out: undefined,
    encoder: false,
  });
  expect(played).toHaveLength(8);
  expect(figures).toMatchObject({ task: 'conversations', scenarios: 8, conversations: 8, runs: 1, seed: 2 });
  expect(figures.goalSuccess).toBe(played.filter(succeeded).length / 8);
  expect(figures.goalSuccess).toBeGreaterThanOrEqual(0.75);
  expect(Object.keys(figures.byPersona)).toEqual(['clear']);
});

test('a wrong option is named with what is allowed', () => {
  expect(() => readConversationOptions(['--only', 'nobody'])).toThrow(/--only is one of clear, vague/);
  expect(() => readConversationOptions(['--runs', '0'])).toThrow(/--runs must be a whole number/);
  expect(() => readConversationOptions(['--wordings', 'some'])).toThrow(BadInput);
  expect(() => readConversationOptions(['--nothing'])).toThrow(
    /no option --nothing; npm run lab -- conversations takes --scenarios N/,
  );
  expect(readConversationOptions(['--scenarios', '12', '--wordings', 'held'])).toMatchObject({
    scenarios: 12,
    runs: 8,
    halves: ['held'],
  });
});
