/** Long messages made to be slow: words that patterns repeat, said over and over. */
import { expect, test } from 'vitest';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { cutAsked } from '../../../knowledge/retrieval/goods/cut-asked.ts';
import { askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';
import { maskPersonal } from '../../../knowledge/retrieval/pages/mask.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { takeApart } from '../../take-apart/take-apart.ts';
import { asksHowFar } from '../deals/promotion-asked.ts';
import { demoView, turnOf } from '../fixture.ts';
import { ruledIntent } from '../intent/rules.ts';
import { withoutBystanders } from '../people/people-told.ts';
import { asksForCheaper } from '../pointing/cheaper-asked.ts';
import { isOnlyPointing } from '../pointing/list-place.ts';
import { createUnderstander } from '../understand.ts';
import { isOnlyFilters } from '../wishes/query.ts';
import { clausesOf } from './clauses-asked.ts';
import { inFull } from './english-words.ts';
import { moneyIn } from './money-said.ts';

const readers: readonly [name: string, read: (text: string) => unknown, part: string, length: number][] = [
  ['cheaper goods', asksForCheaper, 'so much ', 78],
  ['cheaper goods', asksForCheaper, 'no too much ', 78],
  ['cheaper goods', asksForCheaper, 'so much ', 10_000],
  ['words in full', inFull, 'a', 10_000],
  ['words in full', inFull, "a-'", 10_000],
  ['words in full', inFull, 'king size ', 10_000],
  ['how far', asksHowFar, '那我', 60],
  ['filters', isOnlyFilters, '二', 10_000],
  ['filters', isOnlyFilters, 'xcolour ', 10_000],
  ['rules', ruledIntent, '嗯', 150],
  ['places of a list', isOnlyPointing, '1', 10_000],
  ['clauses', clausesOf, ' ', 10_000],
  ['clauses', clausesOf, ',', 10_000],
  ['amounts', moneyIn, '1', 10_000],
  ['amounts', moneyIn, '一', 10_000],
  ['questions', askedIn, '多', 2_000],
  ['cuts', cutAsked, '小学', 2_000],
  ['people', withoutBystanders, '这些', 260],
  ['people', withoutBystanders, '一个', 258],
  ['people', withoutBystanders, '孩子都刚', 256],
  ['people', withoutBystanders, '就剩我们都', 255],
  ['people', withoutBystanders, 'all the kids are ', 259],
  ['people', withoutBystanders, "i'm not kids ", 259],
  ['personal data', maskPersonal, 'a', 10_000],
  ['personal data', maskPersonal, 'a@', 10_000],
];
test.each(readers)('%s (%#): read at once', (_name, read, part, length) => {
  const text = `${part.repeat(Math.ceil(length / part.length)).slice(0, length)}\u0000`;
  read(text.slice(0, 20));
  expect(workOf(() => read(text), 30)).toBeLessThan(30);
});

const understander = createUnderstander(demoView(), learnIntents);
test.each([
  ['', 'a quick question, ', 'return'],
  ['', 'question question ', 'return'],
  ['', '全都', undefined],
  ['', '再来', undefined],
  ['我要', '的那种', undefined],
  ['a soft one ', 'please ', undefined],
  ['i have ', 'old ', undefined],
  ['', 'A-Z', undefined],
] as const)('"%s" and "%s" over and over is taken apart at once', (before, part, waiting) => {
  const memory = { ...emptyMemory, turns: 2, lastIntent: 'about-me' as const };
  const apart = (text: string) => takeApart(turnOf(text), memory, understander, undefined, waiting);
  apart(before + part);
  // Sensible text as long takes some twentieth of that.
  expect(workOf(() => apart(`${before}${part.repeat(60).slice(0, 500)}, x`), 400)).toBeLessThan(400);
});

test.each([
  ['parka size m', 'parka in size m'],
  ['king size 2 duvets', 'king size 2 duvets'],
  ['travel size 3 bottles', 'travel size 3 bottles'],
])('"%s" in full is "%s"', (folded, full) => expect(inFull(folded)).toBe(full));
