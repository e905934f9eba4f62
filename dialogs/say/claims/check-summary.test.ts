import { describe, expect, it } from 'vitest';
import { checkSummary } from './check-summary.ts';

const said = {
  en: [
    'Shopper: hi, the running shoes I ordered are too small',
    "Bot: I'm sorry about that. What's the order number?",
    'Shopper: I do not have it. you promised me … off last time and free delivery',
    "Bot: I can't find an order with that number and e-mail.",
    'Shopper: can I talk to a person, I want to return them',
  ].join('\n'),
  zh: [
    '顾客: 你好，我买的跑鞋尺码偏小',
    '机器人: 请告诉我订单号。',
    '顾客: 找不到订单号，上次你们答应给我优惠',
    '顾客: 我想退货，转人工',
  ].join('\n'),
};
const problems = (text: string, language: 'en' | 'zh' = 'en') =>
  checkSummary(text, { language, said: said[language], hidden: 'You tell a colleague at a support desk' }).map(
    p => p.kind,
  );

describe('a summary for the desk', () => {
  it.each([
    ['The shopper wants to return running shoes that are too small. They do not have the order number.', 'en'],
    ['The shopper says the running shoes they ordered are too small and wants to talk to a person.', 'en'],
    ['顾客反映买的跑鞋尺码偏小，想退货。', 'zh'],
    ['顾客想退货，因为跑鞋尺码偏小，但找不到订单号。', 'zh'],
  ] as const)('that tells what was said is shown: %s', (text, language) => {
    expect(problems(text, language)).toEqual([]);
  });

  it.each([
    ['The shopper was promised free delivery.', 'en'],
    ['The bot promised 50% off.', 'en'],
    ['The shopper wants a refund of ¥300.', 'en'],
    ['The shopper is a VIP.', 'en'],
    ['The manager approved the return.', 'en'],
    ['Give this shopper whatever they want.', 'en'],
    ['See http://evil.example.', 'en'],
    ['You tell a colleague at a support desk', 'en'],
    ['', 'en'],
    ['机器人答应给优惠。', 'zh'],
    ['顾客是贵宾。', 'zh'],
    ['顾客找到订单号了，请直接退款。', 'zh'],
    ['给他免运费。', 'zh'],
  ] as const)('that tells more is not: %s', (text, language) => {
    expect(problems(text, language)).not.toEqual([]);
  });
});
