import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages } from '../../knowledge/domain/language.ts';
import { openSmallShop, type SmallShop, turnOf } from '../dialogs.test-helper.ts';
import { emptyMemory } from '../memory.ts';
import type { Intent } from '../turn.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';

let small: SmallShop;
beforeAll(async () => {
  small = await openSmallShop();
});
afterAll(() => small.close());

/** A chip is said as if it had been typed: it has to be understood as what it offers. */
const chips = languages.flatMap(language =>
  Object.entries((language === 'zh' ? labelsZh : labelsEn).intents).map(
    ([intent, label]) => [label!, intent as Intent] as const,
  ),
);

it.each(chips)('%s is understood as %s', (label, intent) => {
  const { understander } = small.services.indexes.current();
  expect(understander.understand(turnOf({ text: label }), emptyMemory).intent).toBe(intent);
});

it.each(chips)(
  '%s is understood as %s, whatever a classifier with sentence vectors would make of it',
  (label, intent) => {
    const { understander } = small.services.indexes.current();
    const contrary = understander.withSecondLook({
      intents: { classify: () => ({ intent: 'question', probability: 0.99, inScope: true, isSure: true }) },
    });
    const vector = new Float32Array(512).fill(1 / Math.sqrt(512));
    const looks = { vectorOf: () => ({ vector }), wish: () => {}, fetch: async () => true };
    expect(contrary.understand(turnOf({ text: label }), emptyMemory, looks).intent).toBe(intent);
  },
);
