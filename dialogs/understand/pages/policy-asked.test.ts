import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { readPolicies } from './policies.ts';
import { goesAbroad, policyAsked } from './policy-asked.ts';

const ruleOf = (text: string) => policyAsked(fold(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en');
/** In words that leave nothing open. */
const questionOf = (text: string): string | undefined => {
  const rule = ruleOf(text);
  return rule?.open ? undefined : rule?.question;
};

test.each([
  ['could a parcel be mailed to Norway', 'Do you ship abroad?'],
  ['we live overseas', 'Do you ship abroad?'],
  ['你家东西是正品吗 怎么没听过这个牌子', '卖的是正品吗'],
  ['会不会是假货', '卖的是正品吗'],
  ['野渡是国产的？', '产地是哪里'],
  ['礼品卡怎么买', '有礼品卡吗'],
  ['可以一半礼品卡一半微信吗', '礼品卡怎么用'],
  ['are you able to get it to Brazil', 'Do you ship abroad?'],
  ['delivery to us?', 'Do you ship abroad?'],
  ['寄到挪威可以吗', '能寄到国外吗？'],
  ['我人在国外', '能寄到国外吗？'],
  ['returns: how long', 'How many days do I have to return something?'],
  ['what is the latest I can bring a bag back', 'How many days do I have to return something?'],
  ['i got the wrong size, 41 not 42, in my order', 'I received the wrong item'],
  ['they sent me a different colour', 'I received the wrong item'],
  ['I wanted a red one but got a blue one', 'I received the wrong item'],
  ['i ordered green and got blue', 'I received the wrong item'],
  ['how long does it take to arrive?', 'How long does delivery take?'],
  ['包邮吗', '满多少包邮？'],
  ['free shipping?', 'From what amount is delivery free?'],
  ['i already have an account but cant log in', 'I can’t sign in'],
  ['密码忘了', '登录不了怎么办？'],
  ['尺码发错了', '发错货了怎么办？'],
  ['收到的东西坏了', '少件或破损：签收后几天内告诉你们，缺的、坏的免费补发或退款？'],
  ['my package says delivered but I never got it!!', "It is marked as delivered but I don't have it"],
  ['what is the return policy if i opened it already', 'Can I return opened skincare, opened tea or coffee?'],
  ['I opened a bag of coffee and I dont like the taste', 'Can I return opened skincare, opened tea or coffee?'],
  ['茶开封了不好喝能退吗', '护肤品和茶拆封了能退吗？'],
  ['and xinjiang is really only 2-4 days?', 'How long does delivery take?'],
  ['will it be here by thursday, im in shanghai', 'How many days until my order is packed and arrives?'],
  ['寄到喀什要几天', '配送要多久？'],
  ['特价的能退吗', '打折的商品能退吗？'],
  ['can I return discounted items', 'Can sale items be returned?'],
  ['how long does a refund take', 'How long does a refund take?'],
  ['退货要多久', '多久能收到退款？'],
  ['这个可以退吗', '多少天内可以退货？'],
  ['衣服能退吗', '多少天内可以退货？'],
  ['买回来不喜欢能退吗', '多少天内可以退货？'],
  ['退换货期限', '多少天内可以退货？'],
  ["what if I didn't like them", 'How many days do I have to return something?'],
  ['how much time is there to bring a mug back', 'How many days do I have to return something?'],
  ['does it cost much to bring it back', 'Who pays for return postage?'],
  ['能用微信吗', '支持哪些付款方式？'],
  ['who covers returning it', 'Who pays for return postage?'],
  ['退货邮费谁付', '退货运费谁出？'],
  ['mastercard ok?', 'How can I pay?'],
  ['如何支付', '支持哪些付款方式？'],
  ['shipping speed', 'How long does delivery take?'],
  ['现在拍几号能到', '配送要多久？'],
  ['I have a login problem', 'I can’t sign in'],
  ['login not working', 'I can’t sign in'],
  ['登录有问题', '登录不了怎么办？'],
  ['can i return them if they dont fit', 'How many days do I have to return something?'],
  ['不合适可以退吗', '多少天内可以退货？'],
  ['my account is locked', 'I can’t sign in'],
  ['账号被锁了', '登录不了怎么办？'],
  ['41码和42码之间怎么选', '两个码之间怎么选？'],
  ['能送台湾吗', '能寄到国外吗？'],
  ['whats ur address', 'Where are your shops?'],
  ['你们有实体店吗', '你们的门店在哪里？'],
  ['can I send it back after I washed it', 'Can I return something I have worn?'],
  ['衣服洗过一次还能退不', '穿过、洗过的能退吗？'],
  ['多久发货', '配送要多久？'],
  ['delivery time for boots', 'How long does delivery take?'],
  ['how fast do you ship to Beijing', 'How long does delivery take?'],
  ['are credit cards accepted', 'How can I pay?'],
  ['the zip came off after eight months', 'How long is the warranty?'],
  ['after a year the lamp stopped working', 'How long is the warranty?'],
  [
    'one of my lamps flickers since last week. what can you do?',
    'The zip broke, whom do I tell and how do I make a warranty claim?',
  ],
  ['我的台灯最近老是闪', '拉链坏了怎么办，怎么申请保修？'],
  ['背了不到一年带子就断了', '保修多久？'],
  ['paid full price on Monday and today it is much cheaper', 'The price went down after I bought'],
  ['前天才下单，现在降价了', '买完降价了怎么办？'],
  ['could they leave it with my neighbour', 'Can my neighbour take the parcel for me, can I name someone else?'],
  ['白天不在家，包裹怎么收', '可以放快递柜吗？'],
  ["I won't be in when the courier comes", 'Can I use a parcel locker?'],
  ['ordered 2 got 1', 'Something in my parcel is missing or broken; will you send it again?'],
  ['bought three, only two came', 'Something in my parcel is missing or broken; will you send it again?'],
  ['买了三件少了一件', '少件或破损：签收后几天内告诉你们，缺的、坏的免费补发或退款？'],
  ['买了两件只有一件', '少件或破损：签收后几天内告诉你们，缺的、坏的免费补发或退款？'],
  ['只到一件', '少件或破损：签收后几天内告诉你们，缺的、坏的免费补发或退款？'],
  ["I'm moving house next week, can you send it to the new place?", 'Can I change the delivery address?'],
  ['我搬到上海了，快递地址能改吗', '可以修改收货地址吗？'],
  ['I want to order 50 mugs for my office', 'order for my company'],
  ['快递寄丢了怎么办', '包裹丢了怎么办'],
  ['我想打电话咨询一下', '客服电话'],
  ['耳机用了三四年坏了', '保修多久？'],
  ['买了不合脚能退吗', '多少天内可以退货？'],
  ['你们家东西质量怎么样啊', '保修多久？'],
  ['is the quality good?', 'How long is the warranty?'],
  ['你们几点下班', '人工客服几点在线？'],
  ['快递能送到乡下吗', '偏远地区配送要加价吗？'],
  ['钱扣了两次', '同一单被扣了两次款怎么办？'],
  ['I was charged twice', 'I was charged twice for one order'],
  ['我生日那天有礼物吗', '会员有什么好处？'],
  ['新买的耳塞连不上手机', '耳机怎么配对？'],
  ["my earbuds won't pair with my phone", 'How do I pair headphones?'],
  ['今晚还是这个价吗', '买完降价了怎么办？'],
  ['价格会涨吗', '买完降价了怎么办？'],
  ['will it be the same price tomorrow', 'The price went down after I bought'],
  ['我在墨尔本', '能寄到国外吗？'],
  ['VIP能打几折', '会员有什么好处？'],
  ['抬头写错了能改吗', '怎么开发票？'],
  ['税号填错了想重开', '怎么开发票？'],
  ['物流一般停几天算丢件', '包裹迟迟不到怎么办？'],
  ['能用啥付', '支持哪些付款方式？'],
  ['用什么方式付款', '支持哪些付款方式？'],
])('%s asks: %s', (text, question) => {
  expect(questionOf(text)).toBe(question);
});

test.each([
  'I want to return something',
  'return my order',
  'where is my parcel to Canada',
  'show me tea from Japan',
  'send it to us when you can make it',
  'do I pay customs duty for a parcel to Norway',
  '穿过的能退吗',
  'can I pay in instalments',
  'a jersey in Jordan blue',
  'I want to pay now',
  '我要退货',
  'my parcel was supposed to come on Friday',
  '说好昨天到的',
  'boots that last for years',
  'it says it was left at the door',
  'I bought one before, show me something cheaper',
  '显示放门口了',
  '我的快递到哪了',
  '买两件多少钱',
  '买三件能少点吗',
  '就来一件吧',
  'ordered two, received two, thanks!',
  '刚买的降噪耳机坏了',
  '朋友搬家送什么礼物好',
  "I'm moving to a new flat, I need a lamp",
  'just moved in, need mugs',
  'buy a mug for my team leader',
  'I need an order of gifts for my staff',
  '手表能打电话吗',
  '这个手机能打电话吗',
  '日本茶有吗',
  '日本茶什么时候发货',
  '想送女朋友一瓶法国香水',
  '寄到挪威要交关税吗',
  'i wanted to buy shoes and I got paid',
  'I bought this last week and have a question',
  'I ordered two jackets last week and have not received anything',
  'I ordered a coat and got an email',
  // Of a refund as well, where that was spoken of.
  'how long does it take?',
  'how long will that take',
])('%s asks about none of them, or about something that has a page of its own', text => {
  expect(questionOf(text)).toBeUndefined();
});

test.each([
  ["I'm in Hong Kong, what's the delivery cost?", /locker/],
  ["I'm in Canada, do you do delivery?", /locker/],
  ['买两件就包邮吗', /少发/],
  ['只到一个地址能免运费吗', /少发/],
  ['小票丢了还能退吗', /丢/],
])('%s asks something else', (text, not) => {
  expect(questionOf(text) ?? '').not.toMatch(not);
});

test('every line of the files is read', () => {
  expect(readPolicies().problems).toEqual([]);
});

test('a subject is a file; what cannot be read in it is named, and the rest counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counteroffer-policies-'));
  writeFileSync(
    join(folder, 'club.md'),
    '---\nen: Is there a club?\nzh: 有会员吗？\n---\n## en\n- (join|enter) ...9 club\n- (open\n',
  );
  writeFileSync(join(folder, 'nameless.md'), '## en\n- anything\n');
  writeFileSync(join(folder, 'except.md'), '---\n---\n## en\n! night club\n');
  const { subjects, problems, isExcepted } = readPolicies(pathToFileURL(`${folder}/`));
  rmSync(folder, { recursive: true });
  expect(subjects.map(s => s.name)).toEqual(['club']);
  expect(['join your club', 'club', 'join the very expensive club'].map(t => subjects[0]!.isAsked(t))).toEqual([
    true,
    false,
    false,
  ]);
  expect(isExcepted('join a night club')).toBe(true);
  expect(problems).toEqual([
    'club.md: "(open" opens a bracket that is never closed',
    'nameless.md: names no plain question; write "en: …" and "zh: …" between two lines of "---" at the top',
  ]);
});

test.each([
  ['我在墨尔本，想买点茶叶', true],
  ['寄到挪威要多久', true],
  ['i live in Oslo', true],
  ['我人在上海', false],
  ['墨尔本的咖啡好喝', undefined],
])('where the goods go is heard from "%s"', (text, abroad) => expect(goesAbroad(fold(text))).toBe(abroad));

test.each([
  ['多久能到', 'zh', '能寄到国外吗？'],
  ['运费多少', 'zh', '能寄到国外吗？'],
  ['how long does delivery take', 'en', 'Do you ship abroad?'],
  ['可以用微信吗', 'zh', '支持哪些付款方式？'],
] as const)('who lives abroad and asks "%s" is told of deliveries abroad', (text, language, question) =>
  expect(policyAsked(fold(text), language, { abroad: true })?.question).toBe(question),
);

describe('after talk of delivery', () => {
  test.each([
    ['how much is it?', 'delivery-cost'],
    ['and how much does that cost', 'delivery-cost'],
    ['how much to urumqi?', 'delivery-cost'],
    ['what do i pay', 'delivery-cost'],
    ['那多少钱', 'delivery-cost'],
    ['what is your return policy?', undefined],
    ['how much is the tempo 3?', undefined],
    ['how much is this mug', undefined],
    ['what is it made of', undefined],
  ])('"%s" asks about %s', (text, name) =>
    expect(policyAsked(fold(text), /\p{Script=Han}/u.test(text) ? 'zh' : 'en', { told: 'delivery-time' })?.name).toBe(
      name,
    ),
  );
  test('of one that goes abroad, its price is that of parcels abroad', () =>
    expect(policyAsked('how much does it cost', 'en', { told: 'delivery-time', abroad: true })?.name).toBe('abroad'));
});
