import { expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const understand = (text: string) => understander.understand(turnOf(text), emptyMemory);

test.each([
  ['I love minimalist designs', 'style=minimalist'],
  ['I prefer thrillers by Stephen King', 'author=stephen king genre=thrillers'],
  ['我喜欢看悬疑小说', 'genre=悬疑 product=小说'],
  ['a vintage style lamp for my mum', 'style=vintage@mum'],
  ['running shoes, not too expensive', 'budget=low'],
  ['not too expensive running shoes', 'budget=low'],
  ['想买双跑鞋，别太贵', 'budget=low'],
  ['not so pricey bag', 'budget=low'],
  ["women's running shoes", "audience=women's"],
  ['a toy for ages 3+', 'audience=3+@other'],
])('what the catalogue has no word for is kept in the shopper’s own: "%s"', (text, wanted) => {
  expect(written(understand(text).wishes ?? [])).toBe(wanted);
});

test.each([
  'I like blue and I don’t want leather',
  'show me waterproof running shoes under 80',
  'where is my order WY-20418',
  'how long does delivery take?',
  '300元以内的跑鞋',
])('nothing is kept twice, and nothing of a question: "%s"', text => {
  expect(understand(text).wishes ?? []).toEqual([]);
});

test.each(['I am diabetic and love vintage things', "I'm gay and like retro furniture", '我怀孕了，喜欢日系的衣服'])(
  'a sentence with a sensitive trait leaves no wish in any words: "%s"',
  text => {
    expect(understand(text).wishes ?? []).toEqual([]);
  },
);

test('a genre, an author and a style of the catalogue’s own are understood without any code', () => {
  const fresh = {
    ...view.products[0]!,
    attributes: { genre: ['solarpunk'], author: ['Ottilie Quist'], style: ['wabi-sabi'] },
    brand: 'Zoomwick',
  };
  const own = createUnderstander({ ...view, products: [...view.products, fresh] }, learnIntents);
  const said = own.understand(
    turnOf('I want a wabi-sabi solarpunk thing by Ottilie Quist, from Zoomwick'),
    emptyMemory,
  );
  expect(written(said.preferences)).toBe('author=Ottilie Quist brand=zoomwick genre=solarpunk style=wabi-sabi');
});
