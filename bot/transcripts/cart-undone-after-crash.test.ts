import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Talk } from '../testing/talk.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** The turn broke off between its write to the cart and that of what the conversation remembers: the cart itself knows how it was. */
const shop = talkingShop();
afterEach(() => {
  vi.restoreAllMocks();
});

/** The message is done in the cart, its answer is lost, and nothing of it is remembered. */
const breaksOff = async (talk: Talk, text: string): Promise<void> => {
  const broken = vi.spyOn(shop.core.stores.state, 'write').mockRejectedValueOnce(new Error('the process died'));
  expect((await talk.say(text)).text).toMatch(/^Sorry, something went wrong on our side|抱歉/);
  broken.mockRestore();
};

const held = async (talk: Talk, text = 'my cart'): Promise<string> => {
  const [cart] = cardsOfType(await talk.say(text), 'cart');
  return (cart?.lines ?? []).map(line => `${line.quantity} × ${line.name}`).join('; ');
};

describe('what a message did whose answer was lost is undone', () => {
  const red = /^1 × [^;]*(?:brick red|砖红)$/;
  test.each<[readonly string[], string, string, RegExp]>([
    [['thumbprint mug', 'add the red one'], 'add two of the navy one', 'undo', red],
    [['thumbprint mug', 'add the red one'], 'make it 20', 'oops, undo', red],
    [['thumbprint mug', 'add the red one'], 'remove it', 'put it back', red],
    [['thumbprint mug', 'add the red one'], 'empty my cart', 'Undo that', red],
    [['指印马克杯', '红色的加一个'], '藏青的来两个', '撤销', red],
    [['指印马克杯', '红色的加一个'], '改成20个', '撤销刚才的操作', red],
    [['指印马克杯', '红色的加一个'], '清空购物车', '哎呀删错了', red],
  ])('%j, then "%s" breaks off: "%s"', async (before, lost, undo, is) => {
    const talk = await shop.talkTo();
    for (const text of before) await talk.say(text);
    await breaksOff(talk, lost);
    expect((await talk.say(undo)).text).not.toMatch(/nothing was changed|没有(?:做)?任何|没有改|什么都没/i);
    expect(await held(talk, /\p{Script=Han}/u.test(undo) ? '我的购物车' : 'my cart')).toMatch(is);
  });

  test('and so is an undoing that broke off: once more, and it is as after the change', async () => {
    const talk = await shop.talkTo();
    for (const text of ['thumbprint mug', 'add the red one', 'add two of the navy one']) await talk.say(text);
    await breaksOff(talk, 'undo');
    expect(await held(talk)).toMatch(red);
    await talk.say('undo');
    expect(await held(talk)).toMatch(/2 × [^;]*navy/);
  });
});

test('what was done in another conversation is not undone in this one', async () => {
  const [here, there] = [await shop.talkTo('s-0004'), await shop.talkTo('s-0004')];
  await here.say('empty my cart');
  for (const text of ['thumbprint mug', 'add the red one']) await there.say(text);
  await here.say('undo');
  expect(await held(here)).toMatch(/brick red/);
});
