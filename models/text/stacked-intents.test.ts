import { expect, test } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { type ContextExample, fitStack, openStack, packedStack, unpackedStack } from './stacked-intents.ts';

const random = seededRandom(3);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** "The black one" buys where one thing is on the table and looks for goods otherwise: no word tells which. */
const made = (count: number): ContextExample[] =>
  Array.from({ length: count }, () => {
    const words = `${pick(['the', 'that', 'a'])} ${pick(['black', 'red', 'small'])} ${pick(['one', 'pair', 'thing'])}`;
    const isOne = random() < 0.5;
    const signals: Record<string, number> = { [isOne ? 'table:one' : 'table:nothing']: 1 };
    return { words, signals, intent: isOne ? 'add-to-cart' : 'product-search' };
  });

const judged = (one: Omit<ContextExample, 'intent'>, stack: ReturnType<typeof fitStack>) =>
  openStack<string>(stack).judge({ text: one.words, taken: 'unclear', ...one });

test('the same words mean another thing in another place', () => {
  const stack = fitStack(made(120), 1);
  const words = 'the black one';
  expect(judged({ words, signals: { 'table:one': 1 } }, stack)).toMatchObject({ intent: 'add-to-cart' });
  expect(judged({ words, signals: { 'table:nothing': 1 } }, stack)).toMatchObject({ intent: 'product-search' });
});

test('as written to a file and read again it judges the same', () => {
  const stack = fitStack(made(120), 1);
  const again = unpackedStack(JSON.parse(JSON.stringify(packedStack(stack))));
  for (const one of made(40)) {
    const [a, b] = [judged(one, stack)!, judged(one, again)!];
    expect(b.intent).toBe(a.intent);
    expect(b.probability).toBeCloseTo(a.probability, 1);
    expect(b.of('add-to-cart') + b.of('product-search')).toBeCloseTo(1, 6);
    expect(b.of('never taught')).toBe(0);
  }
});

test('one intent is none to tell apart, and another file is refused', () => {
  expect(() => fitStack([{ words: 'hello', signals: {}, intent: 'greeting' }], 1)).toThrow(RangeError);
  expect(() => unpackedStack({ intents: ['a'] })).toThrow();
});
