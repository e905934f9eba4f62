/** What is said a second time, with emphasis or as a reproach: what was misheard is put right, and what was told is not told again. */
import { describe, expect, test } from 'vitest';
import { heardWithCart, lastOf, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

describe('one word of the message before is put right', () => {
  test.each([
    [['多久能到北京', '我问的是上海 不是北京'], /上海.*2 天/s],
    [['多久能到北京', '不是北京，是成都'], /寄到成都/],
    [['how long to Beijing', 'I said Shanghai, not Beijing!'], /Orders to Shanghai/],
    [['how long does delivery to Chengdu take', 'no, Harbin not Chengdu'], /Orders to Harbin/],
    [['what does it cost to ship to Germany', 'not Germany, Austria!'], /Orders to Austria/],
    [['明前龙井', '100克的两盒多少钱 有第二件半价是吧', '我说的是100克!不是50克'], /100 克 2 件 ¥518/],
    [['明前龙井', '两盒多少钱', '我要的是100克的'], /100 克 2 件 ¥518/],
    [['Longjing green tea 50 g', 'how much are two of them', 'I said the 100 g!'], /2 × .*100 g: ¥518/],
    [
      ['Lantern vitamin C serum 50 ml', 'just answer: price of the 30ml serum?', "that's the 50. 30 ml!!"],
      /30 ml, ¥239/,
    ],
    [['Lantern vitamin C serum 50 ml', 'how much is it', 'not the 50, the 30'], /30 ml: ¥239/],
    [['苔乳 黄瓜晚安凝露 50克', '两瓶多少钱 含运费', '是100克的 不是50'], /^[^。]*100 克 2 件 ¥478[^。]*一共[^。]*。$/],
    [['苔乳 黄瓜晚安凝露 100克的 3瓶 加上', '那护肤九折晚上会再减多少?', '3瓶哦 不是1瓶'], /3 件 ¥717/],
    [['软着陆恢复跑鞋 燕麦色有38码吗', '我问的是39码'], /有39码/],
    [['black rain jackets', 'I said navy, not black'], /^(?!.*black)/s],
    [['is the Murmur waterproof', 'I meant the Hush, not the Murmur'], /Hush/],
  ])('%j', async (says, told) => {
    expect(await toldAfter(shop, says)).toMatch(told);
  });
});

describe('what went into the cart is changed, and not put in again', () => {
  test.each([
    [['the Two Guests teapot, put one in black in the cart', 'mine was pine green, not black!'], /^1 × .*pine green$/],
    [['put two thumbprint mugs in sage in my cart', 'no, three not two'], /^3 × .*sage$/],
    [['指印马克杯 砖红加购物车', '我说的是港湾蓝 不是砖红'], /^1 × .*港湾蓝$/],
    [['指印马克杯 砖红 2个加购物车', '是3个!不是2个'], /^3 × .*砖红$/],
    [['Lantern vitamin C serum 50 ml', 'price of the 30ml serum?', "that's the 50. 30 ml!!"], /^$/],
    [['指印马克杯 港湾蓝', '20个 多少钱 能批量优惠不', '20个先按网页价买,帮我加购'], /^20 × .*港湾蓝$/],
    [['指印马克杯 港湾蓝', '20个 多少钱 能批量优惠不', '行 先加20个蓝的 顺便问下能印公司logo吗'], /^20 × .*港湾蓝$/],
    [['20 thumbprint mugs in sage, cheaper for quantity?', 'ok just put 20 in my cart then'], /^20 × .*sage$/],
  ])('%j', async (says, held) => {
    expect((await heardWithCart(shop, says)).lines.join('; ')).toMatch(held);
  });
});

describe('a late parcel: no page speaks of compensation, and that is said', () => {
  test.each([
    [['do you compensate for late delivery?']],
    [["if it doesn't come today do I get compensation?", 'I asked about COMPENSATION']],
    [["so you don't pay anything if a parcel is late?"]],
    [['no!! late parcel. compensation. yes or no']],
    [['do i get money back for the delay?']],
    [['晚到了你们赔不赔?']],
    [['如果今天不到 有补偿吗', '我问的是补偿']],
    [['包裹迟到赔偿 有还是没有']],
  ])('%j', async says => {
    const told = await toldAfter(shop, says);
    expect(told).toMatch(/compensation for a late parcel|包裹晚到的赔偿/);
    expect(told).not.toMatch(/This may be what you mean|您问的可能是/);
  });

  test('of what came broken it is the remedy that is told', async () => {
    expect(await toldAfter(shop, ['the mug came broken', 'do I get compensation?'])).toMatch(/refund/);
  });
});

describe('anger about a late order is answered with where that order is', () => {
  const travelling = async (): Promise<{ shopper: string; number: string }> => {
    for await (const order of shop.core.stores.orders.stream())
      if (order.status === 'shipped') return { shopper: order.shopper, number: order.number };
    throw new Error('No order is on its way');
  };
  test.each([
    [['this is ridiculous my order is late AGAIN']],
    [['my parcel is late again, unbelievable']],
    [['my order is late again', "NO I don't want to buy it again!! I asked where it is"]],
    [['又迟到了 你们的快递每次都晚']],
    [['又晚到', '不是要再买!我问的是到哪了']],
  ])('%j', async says => {
    const { shopper, number } = await travelling();
    const { text, cards } = await lastOf(await shop.talkTo(shopper), says);
    expect(text).toContain(number);
    expect(cards.some(card => card.type === 'product')).toBe(false);
  });
});

describe('what a rule asks for is so: it can go back', () => {
  test.each([
    ['can I return shoes I wore outside?', 'no I only tried them on at home, never outside'],
    ['can i return earbuds?', 'the seal is still on'],
    ['washed the jacket once, return possible?', 'not washed, just tried on'],
    ['穿过一次的鞋能退吗', '就在家里试了试 没出门'],
    ['穿过一次的鞋能退吗', '只在家里试过 没穿出门'],
    ['拆封的茶能退吗', '没拆封'],
  ])('%j', async (...says) => {
    expect(await toldAfter(shop, says)).toMatch(/^(?:Then it can go back|那就可以退).*30/s);
  });

  test.each([
    ['穿过一次的鞋能退吗', '在家试过，但是也穿出去过一次'],
    ['can I return shoes I wore at home?', 'I tried them on at home but once outside too'],
  ])('%j is not met', async (...says) => {
    expect(await toldAfter(shop, says)).not.toMatch(/Then it can go back|那就可以退/);
  });
});

describe('"yes or no" agrees to nothing', () => {
  test.each([
    [["if it's late do i get compensation?", 'yes or no?']],
    [['does the Pebble have a mic?', 'yes or no']],
    [['能不能寄到火星', '到底能不能']],
  ])('%j', async says => {
    const { text, log } = await lastOf(await shop.talkTo(), says);
    expect(log?.intent).not.toBe('yes');
    expect(text).not.toMatch(/I'm here if you need|asked a colleague|已为您呼叫/);
  });
});
