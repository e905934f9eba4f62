/** What a shop's pages leave out, what they say elsewhere than where it is looked for, and which page is meant. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const answerTo = async (...turns: readonly string[]) => lastOf(await shop.talkTo(), turns);

describe('what no page says is told by its name', () => {
  test.each([
    [['the invoice has the wrong company name, can it be changed'], /“correcting an invoice”/],
    [['发票开错抬头了能重开吗'], /“发票开错了重开”/],
    [['发票开错抬头了能重开吗', '我就是问抬头写错了,怎么改'], /“发票开错了重开”/],
    [['do you have express shipping?'], /“express delivery”[\s\S]*2 to 4 days/],
    [['能加急吗'], /“加急”[\s\S]*2 到 4 天/],
    [['do you have decaf coffee', 'can you grind it for me'], /“grinding coffee for you”/],
    [['咖啡豆 深烘的', '能帮我磨成粉吗'], /“代磨咖啡”/],
    [['are you a real person?', 'haha ok. so can you tell me who designs your bags'], /“who designs our things/],
    [['可以花呗分期吗', '提前还款有手续费吗'], /“提前还款”/],
    [['可以花呗分期吗', '那台1399的音箱分12期每期多少'], /“每期要付多少”/],
    [['how do I return something', 'can I use a drone'], /“drone”/],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });

  test.each([
    [
      [
        'Can I change the delivery address after ordering?',
        "no thanks, I'll risk it. can someone else pick it up for me",
      ],
    ],
    [['寄到香港要多久', '寄三双鞋大概多重 会超吗']],
    [['我付了两次款', '支付宝扣的 两笔都是389']],
    [['order for my company', 'ok so who do I call']],
  ])('%j: half a word or a verb is nothing that pages could have', async turns => {
    expect((await answerTo(...turns)).text).not.toMatch(/say nothing about|我们的页面没有写/);
  });
});

describe('the paragraph that says it', () => {
  test.each([
    [['gift wrap available?', 'can i write the card in english'], /any language/],
    [['gift wrap please', 'how do I get the card to say happy birthday Mia'], /any language/],
    [['礼品包装有吗', '贺卡能写英文吗'], /任何语言/],
    [['how do I become vip', 'what do vips get'], /two days early/],
    [['怎么成为熟客', '那熟客都有啥优惠'], /提前两天/],
    [['do you have a loyalty programme', 'do i lose the status again?'], /quiet year/],
    [['改一下收货地址可以吗', '已经打包了咋办'], /改派/],
    [['can I pay with apple pay', 'where do i put a gift card number'], /“gift card” at the checkout/],
    [['whats not returnable'], /Opened skincare/],
    [['什么不能退货'], /拆封的护肤品/],
    [['退货都两个礼拜了钱还没退'], /十天没动静/],
    [['能不能上门自提 我就在上海'], /当天自提/],
    [['去年双十一买的鞋底开胶了也算质量问题吧'], /故障的照片/],
    [['运费多少', '那满199包邮新疆也算吗'], /满 ¥199，免运费/],
    [
      ['my kettle arrived with a cracked lid, what now', "I'd rather have a new one. must I send the broken one back?"],
      /don’t need to send broken goods back/,
    ],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });
});

describe('a size chart is the one of the goods spoken of', () => {
  test.each([
    [['show me running shoes', 'is there a size chart somewhere'], /42 is 26.5 cm/],
    [['do you have a size chart', 'I meant shoes'], /42 is 26.5 cm/],
    [['推荐双跑鞋', '有尺码表吗'], /42 码 26.5 厘米/],
    [['尺码表有吗', '我说的是鞋'], /42 码 26.5 厘米/],
    [['男士风衣', '你们尺码表在哪看'], /胸围/],
    [['do you have a size chart'], /chest/],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });

  test('goods of a list that are meant are no page', async () => {
    const answer = await answerTo('show me backpacks', 'how long does delivery take', 'I meant the blue one');
    expect(cardsOfType(answer, 'source')).toEqual([]);
  });
});

describe('how a thing is looked after is told by the page for such things, and by no other', () => {
  test.each([
    [['羽绒服', '这个怎么洗'], /30 度羽绒洗涤剂，低温烘，不能干洗/],
    [['is there a down jacket in navy', 'how do I wash it'], /down detergent/],
    [['show me a cast iron pan', 'how do I clean it'], /rinse hot/],
  ])('%j', async (turns, expected) => {
    expect((await answerTo(...turns)).text).toMatch(expected);
  });
  test.each([
    [['knife', 'how do I look after the blade'], /leather balm/],
    [['do you have a leather jacket', 'how do I clean it'], /down detergent|repellent/],
    [['浴中曲防水小音箱', '这个怎么洗'], /防水喷雾/],
    [['how do I look after my bag', 'its canvas, not leather'], /leather balm/],
    [['皮包怎么保养', '我这是帆布的 不是皮的'], /皮革膏/],
  ])('%j', async (turns, never) => {
    expect((await answerTo(...turns)).text).not.toMatch(never);
  });
});
