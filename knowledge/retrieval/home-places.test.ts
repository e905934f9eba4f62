import { expect, test } from 'vitest';
import { namesOfPlaces } from './home-places.ts';

test.each([
  ['how long does delivery take to urumqi', 'en', ['urumqi', 'xinjiang']],
  ['寄到喀什要几天', 'zh', ['喀什', '新疆']],
  ["i'm in suzhou, by the 10th?", 'en', ['suzhou', 'jiangsu']],
  ['delivery to inner mongolia', 'en', ['inner mongolia']],
  ['shipping within china', 'en', []],
  ['my dog is called lassie', 'en', []],
] as const)('"%s" may be told of under these names', (text, language, names) => {
  expect(namesOfPlaces(text, language)).toEqual(names);
});
