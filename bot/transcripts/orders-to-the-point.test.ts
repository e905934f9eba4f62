/** Orders and the shop's rules answered to the point, and words for the chat taken for nothing that goods have. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { ownerIn } from '../testing/own-order.ts';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const owner = ownerIn(shop, model, { name: 'to-the-point', above: 870_000, arrivesAfter: 5 });

describe('an order that was told of is to be another', () => {
  test.each([
    [['where is my order?', 'In that case please change it to 12 Garden Lane, Hangzhou.'], /change the address until/],
    [['where is my order?', "can you send it to my sister's place instead?"], /change the address until/],
    [['where is my order?', 'one jar is enough, I meant to have just one'], /cancel or change an order until/],
    [['我那单发货了吗', '那瓶不要了,其他照发'], /打包前都可以取消或修改/],
    [['where is my order?', 'Cancel the whole order and I shall order again.'], /Shall I cancel it/],
    [['我那单发货了吗', '算了整单取消吧,我重新下'], /确认取消/],
    [
      ['where is my order?', 'I do not wish to return anything. Please change the delivery address.'],
      /change the address/,
    ],
    [['where is my order?', 'is there anything in it thats not shipped yet'], /not left us|packing/],
  ] as const)('%j', async (said, told) => {
    const { text } = await lastOf(await owner('toner', 0, 'placed'), said);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/nothing to return|exchanges are free|in your cart|退货/i);
  });
});

describe('what is asked is answered', () => {
  test.each([
    [
      ['any headphones under 500', 'how long does the battery last with noise cancelling on'],
      /^(?!.*money goes back)/s,
    ],
    [['how long is the guarantee on kettles', 'Do I have to pay the postage to send it to you?'], /courier is on us/],
    [['how do I send it back from Germany, who pays that?'], /From abroad the postage is yours/],
    [['a kite please', 'add the red one', 'Does that include the shipping to Canada?'], /¥249 in all/],
    [
      ['a kite please', 'add the red one', "what's the total with the wrap, if you send it to Shanghai?"],
      /wrapping.*¥150/s,
    ],
    [['a kite please', 'add the red one', 'where do I pay?'], /cart/i],
    [['Thank you. I will ask my daughter for the number. Goodbye.'], /^Goodbye/],
    [['running shoes', 'the Ostrel Longway', 'How many km do they last usually?'], /800 km/],
    [['想看看陀螺', '来一个', '然后呢 在哪付钱'], /结算/],
    [['想看看陀螺', '我没有码呀 问你有什么码能用'], /全店活动/],
    [['想看看跑鞋', '第一双', '能跑多少公里'], /公里/],
    [['订单号在哪儿能找到?邮件里有吗'], /确认邮件/],
    [['想看看天文望远镜', '看鸟合适吗，还是看月亮的？你跟我说实话。'], /月亮/],
    [['推荐一把菜刀', '不卖刀具又给我菜刀?什么钢,多重'], /235 克/],
    [['转人工', '要不要拍照片给你们'], /照片/],
    [['转人工', '好的谢谢,先这样'], /再见.*排队/s],
    [['a person, please', 'ok thanks, bye'], /Goodbye.*in line/s],
  ] as const)('%j', async (said, told) => {
    const { text } = await lastOf(await shop.talkTo(), said);
    expect(text).toMatch(told);
  });
});
