import { expect, test } from 'vitest';
import { tellsOfManners } from './courier-manners.ts';

test.each([
  ['the courier was extremely rude to my mum when he dropped off the parcel', true],
  ['your driver shouted at me', true],
  ['快递员态度太差了', true],
  ['送货的师傅骂人', true],
  ['the courier smashed the mug', false],
  ['快递员几点来', false],
  ['he shouted at her', false],
  ['she is rude to me, a gift for her', false],
])('%s', (folded, is) => expect(tellsOfManners(folded, {})).toBe(is));

test('nobody is named any more, right after it was told', () => {
  const memory = { complainedAt: 3, turns: 4 };
  expect(tellsOfManners("nothing is broken. it's about how he behaved", memory)).toBe(true);
  expect(tellsOfManners('他还骂了我妈', memory)).toBe(true);
  expect(tellsOfManners("it's about how he behaved", { complainedAt: 3, turns: 12 })).toBe(false);
});
