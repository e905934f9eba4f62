import { expect, test } from 'vitest';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { createFamilies } from '../../knowledge/retrieval/goods/families.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each(['running shoes', '跑鞋', 'something waterproof to wear'])(
  'a list is of different things, each with its other colours: %s',
  async says => {
    const talk = await shop.talkTo();
    const cards = cardsOfType(await talk.say(says), 'product');
    const { products, byId } = shop.core.catalogue.view;
    const families = createFamilies(products);
    const keys = cards.map(card => families.keyOf(byId.get(card.id as ProductId)!));
    expect(new Set(keys).size).toBe(5);
    const colours = cards.flatMap(card => card.colours?.choices ?? []);
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.every(choice => choice.colour?.startsWith('#'))).toBe(true);
  },
);

test('of a few models that fit there are as few cards, and a price nobody has is told', async () => {
  const talk = await shop.talkTo();
  const answer = await talk.say('need a warm jacket for my dad, around 120');
  expect(answer.text).toMatch(/^Nothing like that costs around ¥120; these come nearest in price/);
  const { products, byId } = shop.core.catalogue.view;
  const families = createFamilies(products);
  const cards = cardsOfType(answer, 'product');
  expect(cards.length).toBeGreaterThan(1);
  expect(new Set(cards.map(card => families.keyOf(byId.get(card.id as ProductId)!))).size).toBe(cards.length);
});

test('a colour that is tapped is the one shown', async () => {
  const talk = await shop.talkTo();
  const card = cardsOfType(await talk.say('running shoes'), 'product').find(one => one.colours)!;
  const choice = card.colours!.choices[0]!;
  const [shown] = cardsOfType(await talk.tap(choice.value), 'product');
  expect(shown?.name).toBe(choice.label);
  expect(card.colours!.text).toMatch(/^Also in /);
});

test('who asks for a colour is shown no others', async () => {
  const talk = await shop.talkTo();
  const cards = cardsOfType(await talk.say('red running shoes'), 'product');
  expect(cards.length).toBeGreaterThan(0);
  expect(cards.filter(card => card.colours)).toEqual([]);
});
