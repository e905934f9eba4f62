/** Short questions that go on with the rule that was told, and what is not asked for twice. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

const { each } = answersOfShop();

describe('an invoice', () => {
  each([
    [['发票怎么开', '抬头写公司', '电子的还是纸的'], /电子发票/, /哪一款|纸质感/],
    [['发票怎么开', '抬头写公司', '电子的还是纸的', '什么时候能收到'], /一天内发到邮箱/, /2 到 4 天/],
    [['发票怎么开', '抬头写公司', '开错了能改吗'], /发票开错/, /修改地址|打包/],
  ]);
});

describe('a claim and a return', () => {
  each([
    [
      ['The zipper on my backpack broke after 2 months', 'do you repair or replace', 'what do you need from me'],
      /photograph[\s\S]*order number/,
      /page says next/,
    ],
    [
      ["if the shoes don't fit can i swap them", 'who pays the postage', 'how long have i got'],
      /30 days/,
      /2 to 4 days/,
    ],
    [['鞋子不合适能换吗', '运费谁出', '有几天时间'], /30 天/, /送达/],
    [
      ['do you ship to Ireland?', "and if it doesn't fit, who pays for sending it back?"],
      /From abroad the postage is yours/,
      /exchanges are free/,
    ],
  ]);
});

describe('a number that is gone', () => {
  each([
    [
      ["hi, my order hasn't come", "I don't know the number", "can you find it by my email? it's anna.lee@example.com"],
      /Without the number/,
      /didn't quite get/,
    ],
    [['我买的鞋子穿了一周开胶了怎么办', '订单号我不记得', '是上个月买的'], /打不开订单[\s\S]*转人工/, /请告诉我订单号/],
    [["I don't have my order number", 'i want to return the shoes'], /Without the number/, /What's the order number/],
  ]);
});

describe('rules that sounded like something else', () => {
  each([
    [['周末送不送'], /周末照常送货/, /款合适/],
    [['do you deliver on sundays?'], /weekends too/],
    [['请问有会员吗'], /熟客/, /给您的优惠：/],
    [['do you have a loyalty programme?'], /VIP|regular/i, /deal for you:/],
    [['when do you take the money'], /nothing about “when the money is taken”/, /refund/],
    [['just tell me when the next sale is'], /What comes later I can't say/],
    [['can you help me pick running shoes'], /fit/, /automated assistant/],
    [['can you help me pick running shoes', 'I overpronate a bit'], /./, /deal for you|no extra deal/],
    [['what deals do you have'], /if you take|no extra deal/],
  ]);
});
