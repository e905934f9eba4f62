/** Codes of promotions that are named among other words: they go onto the cart, and nothing else of it changes. */
import { describe, expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const linesAfter = async (puts: string, says: string, shows: string): Promise<{ text: string; lines: string[] }> => {
  const talk = await shop.talkTo();
  await talk.say(puts);
  const { text } = await talk.say(says);
  const lines = cardsOfType(await talk.say(shows), 'cart')[0]?.lines ?? [];
  return { text, lines: lines.map(line => `${line.quantity} × ${line.name}`) };
};

describe('a code is put on the cart', () => {
  test.each([
    'please use WILD20 on what I have in my basket',
    'I was given the code WILD20, can you take it off my cart?',
    'got WILD20 from a friend, does it work?',
    'someone sent me WILD20, could you apply it please',
    'pop my code WILD20 in would you',
    "here's WILD20",
  ])('%s', async says => {
    const { text, lines } = await linesAfter('add the Twelve Hours flask in green to my cart', says, 'show my cart');
    expect(text).toMatch(/^Code WILD20 .*¥20 off/);
    expect(lines).toEqual([expect.stringMatching(/^1 × .*flask, pine green/)]);
  });

  test.each([
    '把WILD20加到我的定单上',
    '朋友给了我WILD20，能用吗',
    '这单帮我用WILD20抵一下',
    '我有WILD20，麻烦给我填上',
    '输入一下优惠码WILD20呗',
  ])('%s', async says => {
    const { text, lines } = await linesAfter('松针绿保温杯加一个购物车', says, '看看购物车');
    expect(text).toMatch(/^优惠码 WILD20/);
    expect(lines).toEqual([expect.stringMatching(/^1 × .*松针绿/)]);
  });
});

describe('what is asked about a code changes nothing', () => {
  test.each([
    'how does WILD20 work?',
    'until when is WILD20 valid?',
    'can I combine WILD20 with the ¥30 off every ¥300?',
    'WILD20能和满减一起用吗',
    'WILD20到什么时候',
  ])('%s', async says => {
    const { log } = await (await shop.talkTo()).say(says);
    expect(log?.intent).toBe('promotion-question');
  });

  test.each(['is SPF50 better than SPF30?', 'can I use the SPF50 one on my face', '能用SPF50的吗'])(
    'a measure is no code: %s',
    async says => expect((await (await shop.talkTo()).say(says)).log?.intent).not.toBe('apply-code'),
  );
});
