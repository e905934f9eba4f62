import { expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { asksForCheaper } from '../pointing/cheaper-asked.ts';
import { asksWhyShown } from './why-shown.ts';

const shown = [asId<ProductId>('p-1'), asId<ProductId>('p-2')];
const listed = { shown, turns: 3 };

test.each([
  'why the second one?',
  'Why did you recommend this?',
  'why are you showing me these',
  'why this one',
  'how did you pick these?',
  '为什么推荐第二个？',
  '为啥给我推荐这个',
  '为什么是这款',
  '推荐理由是什么',
])('%s asks why a product is on the list', text => {
  expect(asksWhyShown(fold(text), listed)).toBe(true);
});

test.each([
  'why this offer?',
  'why is it so expensive',
  'why is my parcel late',
  '为什么给我这个优惠',
  '为什么这么贵',
  '怎么选尺码',
  '为什么还没发货',
])('%s asks something else', text => {
  expect(asksWhyShown(fold(text), listed)).toBe(false);
});

test('right after a deal was shown, "why this one" means the deal; without a list there is nothing to ask about', () => {
  expect(asksWhyShown('why this one', { shown, turns: 3, offerAt: 2 })).toBe(false);
  expect(asksWhyShown('why this one', { shown: [], turns: 3 })).toBe(false);
});

test.each([
  'anything cheaper?',
  'do you have something cheaper',
  "that's too expensive, any cheaper ones?",
  'show me a less expensive one',
  '有没有便宜点的',
  '太贵了，有便宜一点的吗',
  '便宜点的有吗',
  '换个实惠的',
])('%s looks for cheaper goods', text => {
  expect(asksForCheaper(fold(text))).toBe(true);
});

test.each([
  'can you make it cheaper',
  '再便宜点呗',
  '便宜点',
  '能便宜吗',
  'get this cheaper',
  '有没有优惠',
  'cheaper delivery?',
])('%s does not', text => {
  expect(asksForCheaper(fold(text))).toBe(false);
});
