import { expect, test } from 'vitest';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { policyAsked } from './policy-asked.ts';

const ruleOf = (text: string, told?: string): string | undefined =>
  policyAsked(fold(text), hasHan(text) ? 'zh' : 'en', { told })?.name;

test.each([
  ['can it be with him in manchester by the 15th of december?', 'abroad'],
  ['how long it takes to arrive in milano?', 'abroad'],
  ['when will it reach us in berlin', 'abroad'],
  ['多久能送到米兰', 'abroad'],
  ['12月15号前能寄到曼彻斯特吗', 'abroad'],
  ['how long is the warranty in europe', 'warranty-asked'],
  ['米兰尼斯表带有吗', undefined],
  ['may i have it delivered straight to my grandson in beijing?', 'gift-straight'],
  ["can you send the telescope to my grandson's address as a present?", 'gift-straight'],
  ['能直接寄到我孙子家吗', 'gift-straight'],
  ['can you deliver to my house', undefined],
  ['a present for my grandson in beijing', undefined],
  ['the courier was rude when he dropped off the parcel', undefined],
  ['the courier dropped the box and it broke', 'arrived-broken'],
  ['the wok i bought in october, the grey one: how ought i to look after it? it has begun to rust.', 'iron-rust'],
  ['the wok i bought in october: how ought i to look after it?', 'iron-care'],
  ['铁锅怎么保养', 'iron-care'],
  ['my shoes are worn through, how do i get that resoling done', 'membership-benefits'],
  ['熟客怎么换鞋底', 'membership-benefits'],
  ['how do i change the address you keep for me for next time?', 'address-saved'],
])('%s', (text, rule) => expect(ruleOf(text)).toBe(rule));

test.each([
  ['and how long does it take', 'cart-told', 'delivery-time'],
  ['多久能到', 'cart-told', 'delivery-time'],
  ['and how long does it take', undefined, undefined],
  ['he lives in beijing, i live in hangzhou. is that a difficulty?', 'gift-straight', 'home-delivery'],
])('%s, after %s', (text, told, rule) => expect(ruleOf(text, told)).toBe(rule));

test.each([
  ['the runners i bought here are coming unglued', 'bought-faulty'],
  ['我买的耳机有杂音', 'bought-faulty'],
  ['the radio was crackling from day one', 'own-faulty'],
  ['my shoes are falling apart', 'own-faulty'],
  ['鞋子开胶了', 'own-faulty'],
  ['收音机一直有杂音', 'own-faulty'],
  ["there's nothing at my door", 'marked-delivered'],
  ['where did the courier leave it', 'marked-delivered'],
  ['快递放哪儿了', 'marked-delivered'],
  ['so i ordered a jacket and its too big', 'exchange'],
  ["the jacket i bought doesn't fit", 'exchange'],
  ['do you have express shipping?', 'express'],
  ['can I get it faster somehow', 'express'],
  ['能加急吗', 'express'],
  ['上次送得挺慢的这次能快点不', 'express'],
  ["what can't I return", 'not-returnable'],
  ['whats not returnable', 'not-returnable'],
  ['哪些东西不能退', 'not-returnable'],
  ['where does the gift card number go', 'gift-card-where'],
  ['can you grind the beans for me', 'coffee-grinding'],
  ['能帮我磨成粉吗', 'coffee-grinding'],
  ['can it be engraved', 'engraving'],
  ['杯子上能刻字吗', 'engraving'],
  ['who designs your bags', 'shop-people'],
  ['设计师是谁', 'shop-people'],
  ['can you send one order to two addresses', 'several-addresses'],
  ['一单能寄两个地址吗', 'several-addresses'],
  ['what time does the courier usually come', 'delivery-hour'],
  ['快递员一般几点来', 'delivery-hour'],
  ['do you send free samples', 'samples'],
  ['有试用装送吗', 'samples'],
  ['can my mum pay for it', 'payment-for-other'],
  ['可以找朋友代付吗', 'payment-for-other'],
  ['I returned a pair of shoes two weeks ago and still no refund', 'refund-late'],
  ['退货都两个礼拜了钱还没退', 'refund-late'],
  ['paid by alipay an hour ago and the order still says unpaid', 'paid-unpaid'],
  ['付了款订单还是待付款', 'paid-unpaid'],
  ['发货前都能取消对吧', 'order-cancel'],
  ['付完了不想要 没发货能秒退不', 'order-cancel'],
  ['I can cancel before it ships, right?', 'order-cancel'],
  ['那去店里买和网上一个价不', 'shop-prices'],
  ['are prices the same in the shop as online?', 'shop-prices'],
  ['我要退订你们的短信', 'unsubscribe'],
  ['推广短信怎么关', 'unsubscribe'],
  ['unsubscribe me please', 'unsubscribe'],
  ['stop sending me text messages', 'unsubscribe'],
  ['送错货了！我订的是蓝的给我发的红的', 'wrong-item'],
  ['you sent me red instead of the blue I ordered', 'wrong-item'],
  ['退货 从 德国 谁 付 运费？', 'return-postage-abroad'],
  ['寄到乡下村里送不送', 'remote-area'],
  ['要是大了小了咋办', 'fit-supposed'],
  ['why was I charged 12 for shipping', 'delivery-charged'],
  ['为啥收了12块运费', 'delivery-charged'],
  ['新疆包邮吗', 'home-free'],
  ['双十一买的鞋底开胶了', 'sale-bought-broke'],
  ['618买的还能退吗', 'sale-bought-return'],
  ['有没有鞋子的尺码表', 'shoe-sizes'],
  ['size guide for jackets', 'clothes-sizes'],
  ['发票抬头写错了怎么改', 'invoice-change'],
  ['分12期每期多少', 'instalment-amount'],
  ['包裹显示到了 可是我没收到', 'marked-delivered'],
])('%s is %s', (text, rule) => {
  expect(ruleOf(text)).toBe(rule);
});

test.each([
  ['membership', 'what do vips get', 'membership-benefits'],
  ['membership', '那熟客都有啥优惠', 'membership-benefits'],
  ['membership', 'do i lose it again', 'membership-end'],
  ['instalments', 'can I pay it off early', 'early-repayment'],
  ['instalments', '提前还款有手续费吗', 'early-repayment'],
  ['gift-wrap', 'can it be in spanish, the card', 'gift-card-message'],
  ['gift-wrap', '贺卡上写什么我能自己定吗', 'gift-card-message'],
  ['address-change', "it's already packed", 'address-on-way'],
  ['address-change', '已经打包了咋办', 'address-on-way'],
  ['charged-twice', '两笔都是389', 'charged-twice'],
  ['sign-in', '换个方式 用邮箱能登吗', 'sign-in-way'],
])('after %s, %s is %s', (told, text, rule) => {
  expect(ruleOf(text, told)).toBe(rule);
});

test.each([
  ['what if I cannot return it in time', 'not-returnable'],
  ['为什么不能退', 'not-returnable'],
  ['这台磨豆机能磨咖啡吗', 'coffee-grinding'],
  ['do you sell ground coffee', 'coffee-grinding'],
  ['which shoes are faster', 'express'],
  ['能不能快点回复我', 'express'],
  ['can the refund be faster', 'express'],
  ['双十一有活动吗', 'sale-bought-broke'],
  ['双十一买的现在降价了', 'sale-bought-return'],
  ['returned it yesterday, how long until the money is back', 'refund-late'],
  ['two weeks ago I bought a bag, no money left now', 'refund-late'],
  ['what time do you open', 'delivery-hour'],
  ['who sells the cheapest bag', 'shop-people'],
  ['送给公司同事 寄多个地址', 'several-addresses'],
])('%s is not %s', (text, rule) => {
  expect(ruleOf(text)).not.toBe(rule);
});

test.each([
  'looking for boots, my old ones are falling apart',
  'my shoes are worn out, i need new running shoes',
  'is the radio broken easily?',
  'i got the shoes and they are too small, i want my money back',
  'i got the M but it was too big, which size should i take',
  '这个包会不会开线',
])('%s: no fault that was told, and no exchange', text =>
  expect(['own-faulty', 'bought-faulty', 'exchange']).not.toContain(ruleOf(text)),
);
