/** Tables of conversations with one talking shop: what the last answer must say, and never says. */
import { expect, test } from 'vitest';
import { lastOf } from './talk.ts';
import { talkingShop } from './talking-shop.ts';

export type AnswerRow = readonly [says: readonly string[], hears: RegExp, never?: RegExp];

/** Opens a shop for the file it is called in. A conversation of its own for each row. */
export const answersOfShop = () => {
  const shop = talkingShop();
  return {
    each: (rows: readonly AnswerRow[]): void => {
      test.each(rows.map(row => [row[0].join(' >> '), row] as const))('%s', async (_, [says, hears, never]) => {
        const { text } = await lastOf(await shop.talkTo(), says);
        expect(text).toMatch(hears);
        if (never) expect(text).not.toMatch(never);
      });
    },
  };
};
