import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { takeApart } from '../../take-apart/take-apart.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const called = (name: string) => view.products.filter(p => p.name.en?.includes(name));
const [bag] = called('Line 2 commuter').filter(p => p.name.en!.endsWith('ink black'));
const [coffee] = called('Coal Boat').length > 0 ? called('Coal Boat') : called('Coal boat');
const coffees = called('drip bags').map(p => p.id);

const list: ConversationMemory = { ...emptyMemory, turns: 2, shown: coffees.slice(0, 5), lastIntent: 'product-search' };
const looked: ConversationMemory = {
  ...emptyMemory,
  turns: 2,
  shown: [coffee!.id],
  focus: coffee!.id,
  lastIntent: 'product-details',
};
const added: ConversationMemory = { ...emptyMemory, turns: 2, focus: bag!.id, lastIntent: 'add-to-cart' };

/** "add-to-cart p-mug-sage x2", one a request. */
const done = (text: string, memory: ConversationMemory): string[] =>
  takeApart(turnOf(text), memory, understander).requests.map(({ understanding: { intent, entities, sum } }) =>
    [sum ? 'sum' : intent, ...entities.products, entities.quantity === undefined ? '' : `x${entities.quantity}`]
      .filter(Boolean)
      .join(' '),
  );

describe('what is ordered goes in before the total is told', () => {
  test.each<[string, ConversationMemory, string[]]>([
    ['第一个 三包 加购 一共多少', list, [`add-to-cart ${coffees[0]} x3`, 'view-cart']],
    ['add two of the first to my cart, what is the total?', list, ['add-to-cart x2', 'view-cart']],
    ['第一个三包一共多少', list, ['sum x3']],
    ['two of the first, what is the total?', list, ['sum x2']],
    ['if I add two of the first to my cart, what is the total?', list, ['sum x2']],
  ])('%s', (text, memory, requests) => expect(done(text, memory)).toEqual(requests));
});

describe('one form of what just went in for another', () => {
  test.each(['actually make it the green one', 'make it green', 'the green one instead', '换成绿色的', '换个绿的吧'])(
    '%s',
    text => expect(done(text, added)).toEqual(['add-to-cart p-commuter-sage', 'remove-from-cart p-commuter-ink']),
  );

  test.each(['有绿色的吗', 'is there a green one?', '换成黑色的', 'make it two', '换成绿色的要多少钱'])(
    '“%s” takes nothing out',
    text => expect(done(text, added)).not.toContainEqual(expect.stringContaining('remove-from-cart')),
  );

  test('only right after it went in', () => {
    expect(done('make it green', { ...added, lastIntent: 'product-search' })).not.toContainEqual(
      expect.stringContaining('remove-from-cart'),
    );
  });
});

describe('what was put in wrongly is put right', () => {
  test.each([
    'actually make that the green instead of black',
    'no, swap it. take the black out and put the green in',
    '嗯加绿的，黑的不要了',
    '不对 我要的是绿色的',
  ])('%s', text =>
    expect(done(text, added)).toEqual(['add-to-cart p-commuter-sage', 'remove-from-cart p-commuter-ink']),
  );

  const shoe = called('Goatpath').find(p => p.name.en!.endsWith('pine green'))!;
  const sized: ConversationMemory = { ...added, focus: shoe.id, shown: [shoe.id], size: '38' };
  test.each(['ok change it to 39 then', '换成39码'])('%s: another size of it', text => {
    const [only] = takeApart(turnOf(text), sized, understander).requests;
    expect(only.understanding).toMatchObject({ intent: 'change-quantity', resize: '39' });
  });
  test('“make it 39” of nothing that comes in sizes changes none', () =>
    expect(takeApart(turnOf('change it to 39'), added, understander).understanding.resize).toBeUndefined());
});

test('one thing out and another in is no return', () => {
  expect(done('把马克杯删掉 换成那个黑色保温杯', added)).toEqual([
    'add-to-cart p-flask-ink',
    expect.stringMatching(/^remove-from-cart p-mug-/),
  ]);
});

test('several things named, each of which goes in', () => {
  expect(done('Line 2 backpack black and the red flask, both in cart', emptyMemory)).toEqual([
    'add-to-cart p-commuter-ink',
    'add-to-cart p-flask-brick',
  ]);
});

test('what is taken is taken, whatever is asked beside it', () => {
  expect(done('好 来一包 顺便问下开封后能放多久', looked)).toEqual(['add-to-cart', 'product-details']);
});
