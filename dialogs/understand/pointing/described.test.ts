import { describe, expect, test } from 'vitest';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';
import { asPlaceInList } from './described.ts';

const view = demoView();
const named = (part: string) => view.products.find(p => p.name.en?.includes(part))!;
/** A black backpack, a red one, a beige mug, a purple puffer. */
const shown = [
  named('Line 2 commuter backpack, ink black'),
  named('Line 2 commuter backpack, brick red'),
  named('Thumbprint mug, oat'),
  named('Quilted Teahouse jacket, night plum'),
];
const vocabulary = createVocabulary(view);

describe('one of the list by what it is like', () => {
  test.each([
    ['is the red one waterproof?', 'is the 2nd one waterproof?'],
    ['add the black backpack to my cart', 'add the 1st one to my cart'],
    ['how much is the mug', 'how much is the 3rd one'],
    ['tell me about that puffer', 'tell me about the 4th one'],
    ['add the brick red one and the night plum jacket to my cart', 'add the 2nd one and the 4th one to my cart'],
    ['compare the black one and the red one', 'compare the 1st one and the 2nd one'],
    ['红色那个和黑色那个比较一下', '第2个和第1个比较一下'],
    ['红色那个防水吗', '第2个防水吗'],
    ['把黑色的那款加入购物车', '把第1个加入购物车'],
    ['那个马克杯多少钱', '第3个多少钱'],
  ])('"%s"', (text, wanted) => {
    expect(asPlaceInList(text, shown, vocabulary)).toBe(wanted);
  });

  test.each([
    'is the green one waterproof?',
    'how long is the delivery',
    'compare the red one and the green one',
    'where is the line',
    'how does the thumbprint work?',
    'show me the red ones',
    "I'm looking for the red backpack",
    'anything like the mug',
    '不要红色的那个',
    '别的那款呢',
    '那个优惠怎么用',
  ])('"%s" is read as it stands', text => {
    expect(asPlaceInList(text.toLowerCase(), shown, vocabulary)).toBeUndefined();
  });

  test('two that are told by the same words are left open', () => {
    const jackets = view.products.filter(p => p.attributes.type?.includes('jacket'));
    expect(asPlaceInList('is the jacket warm', [jackets[0]!, jackets.at(-1)!], vocabulary)).toBeUndefined();
  });
});

test('it is asked about, bought and compared like any other place of the list', () => {
  const understander = createUnderstander(view, learnIntents);
  const memory = { ...emptyMemory, turns: 2, shown: shown.map(p => p.id), lastIntent: 'product-search' as const };
  const heard = (text: string) => {
    const { intent, entities } = understander.understand(turnOf(text), memory);
    return `${intent} ${entities.ordinal}`;
  };
  expect(heard('is the red one waterproof?')).toBe('product-details 2');
  expect(heard('add the black one to my cart')).toBe('add-to-cart 1');
  expect(understander.understand(turnOf('黑色的那款加入购物车'), memory)).toMatchObject({
    intent: 'add-to-cart',
    entities: { products: [shown[0]!.id] },
  });
  const both = understander.understand(turnOf('add the red one and the mug to my cart'), memory);
  expect(both).toMatchObject({ intent: 'add-to-cart', together: [shown[1]!.id, shown[2]!.id] });
  // Where a flow waits, "the mug" is of the order.
  expect(understander.understand(turnOf('the mug'), memory, undefined, true).entities.ordinal).toBeUndefined();
});

describe('one of the list by a part of its Chinese name', () => {
  test.each([
    ['二号线那个多少钱', '第1个多少钱'],
    ['指印那个能机洗吗', '第3个能机洗吗'],
    ['那指印多大', '第3个多大'],
    ['那个茶馆的透气吗', '第4个透气吗'],
    ['就茶馆那件怎么样', '就第4个怎么样'],
  ])('%s', (text, wanted) => {
    const ofModels = [shown[0]!, shown[1]!, shown[2]!, shown[3]!];
    expect(asPlaceInList(text, ofModels, vocabulary)).toBe(wanted);
  });
  test.each(['那什么时候能到', '那个活动怎么用', '那我要两个', '那就这样吧', '那这个能退吗'])(
    '%s names none of it',
    text => {
      expect(asPlaceInList(text, shown, vocabulary)).toBeUndefined();
    },
  );
});

test('粉 alone is pink, and powder where coffee is spoken of', () => {
  const colours = (text: string) =>
    vocabulary.mentions(text).flatMap(m => m.meanings.filter(one => one.slot === 'colour').map(one => one.value));
  expect(colours('有粉的吗')).toEqual(['pink']);
  for (const text of ['是磨好的粉还是豆子', '咖啡粉有吗', '磨成粉吗', '要粉还是豆', '豆子还是粉'])
    expect(colours(text), text).toEqual([]);
});

test('大红 is red, and 大红袍 a tea', () => {
  const named = (text: string): string[] => vocabulary.mentions(text).map(m => m.surface);
  expect(named('大红袍咋样')).not.toContain('红');
  expect(named('红的那个')).toContain('红');
  expect(named('砖红马克杯')).toContain('砖红');
});
