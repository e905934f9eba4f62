/** What goes into the cart: as it is told, in its own colour, once, and nothing that was turned down or only asked about. */
import { describe, expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

describe('what is ordered', () => {
  const shop = talkingShop();
  test.each([
    // Each in its own colour.
    {
      said: ['有钢笔吗 还要本子', '好，那黑色钢笔和黄色本子各要一个'],
      says: [/钢笔 墨黑已加入/, /笔记本 向日葵黄已加入/],
      never: /钢笔 (?:樱桃红|向日葵黄)|笔记本 砖红/,
    },
    {
      said: ['show me trail shoes for around 350', 'aight 2 pairs in 44, one grey one green'],
      says: [/(?<!\d × .*)slate grey, size 44 is in your cart/, /pine green, size 44 is in your cart/],
      never: /2 ×/,
    },
    // One that is praised.
    { said: ['show me aprons', 'the green one is cute, one of those'], says: [/apron, sage is in your cart/] },
    { said: ['do you have green tea', 'the first one please, just one'], says: [/Longjing.*is in your cart/] },
    // By words of its page.
    { said: ['有咖啡豆吗 半斤装', '杨桃红茶感那个来一包'], says: [/保山.*已加入购物车/], never: /滇红/ },
    { said: ['any whole bean coffee?', 'the starfruit one please'], says: [/Baoshan/] },
    // What was turned down is not taken.
    {
      said: [
        'waterproof jackets for cycling, size S, not black?',
        'any ponchos?',
        'No poncho. I take the yellow jacket in S.',
      ],
      says: [/Second Gear.*size S is in your cart/],
      never: /poncho/,
    },
    { said: ['有没有外套', '这就是我不喜欢的那件啊 换一件'], says: [/合适的商品/], never: /购物车|换货/ },
    // What is in already.
    {
      said: ['有风筝吗', '要黄色的，加购物车', '有没有红色的', '好，那下单吧'],
      says: [/点“结算”/],
      never: /樱桃红已加入/,
    },
    {
      said: ['想要公仔', '兔子那个！给我来一只白的', '算了就兔子。'],
      says: [/./],
      never: /桃花粉已加入/,
    },
    {
      said: ['有风筝吗', '行，要红色的，加购物车吧', '再加一个黄色的，姐姐也要一个'],
      says: [/向日葵黄已加入/],
      never: /樱桃红已加入/,
    },
    // As it was added up.
    {
      said: ['滤杯和磨豆机加起来多少钱', '那就这俩，都要黑色，帮我加上'],
      says: [/滤杯 墨黑已加入/, /磨豆机 墨黑已加入/],
    },
    {
      said: ['how much are the dripper and the grinder together?', 'ok both, in black, add them'],
      says: [/dripper, ink black is in your cart/, /grinder, ink black is in your cart/],
    },
    {
      said: ['来两包一样的保山挂耳，一起多少钱', '行加购物车吧，再加一包桃季的豆子'],
      says: [/2件.*保山.*已加入/, /要下面哪一款/],
    },
  ])('$said', async ({ said, says, never }) => {
    const { text } = await lastOf(await shop.talkTo(), said);
    for (const one of says) expect(text).toMatch(one);
    if (never) expect(text).not.toMatch(never);
  });

  test.each([
    ['any kites?', 'add the red one', 'how much all in, shipping too', /comes to ¥141/],
    ['有风筝吗', '红色的来一个', '连运费一共多少', /合计¥141/],
    ['any kites?', 'add the red one', 'this is hopeless. empty it all', /Your cart is empty/],
    ['有风筝吗', '红色的来一个', '我没要买风筝啊！！全清空', /购物车是空的/],
  ])('%s, %s, %s: of the whole cart', async (...said) => {
    const says = said.pop() as RegExp;
    expect((await lastOf(await shop.talkTo(), said as string[])).text).toMatch(says);
  });

  test.each([
    ['any kites?', 'add the red one', 'what do you know about me?', 'delete everything'],
    ['有风筝吗', '红色的来一个', '你知道我哪些信息', '全部清空'],
    ['any kites?', 'add the red one', 'show me tea', 'delete everything'],
  ])('%s, %s, %s, %s: of what is kept of the shopper, and the cart stays', async (...said) => {
    const talk = await shop.talkTo();
    expect((await lastOf(talk, said)).text).not.toMatch(/cart is empty|购物车是空的|out of your cart|已从购物车移除/);
  });

  test('买大了 of what was bought puts nothing in', async () => {
    const talk = await shop.talkTo();
    const answer = await lastOf(talk, ['夜班车跑鞋多少钱', '没降，行吧。那我能不能把那件外套退了，买大了']);
    expect(answer.text).not.toMatch(/已加入购物车/);
  });
});
