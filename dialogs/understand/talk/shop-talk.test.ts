import { expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { emptyMemory } from '../../memory.ts';
import { type ShopTalk, shopTalk } from './shop-talk.ts';

const focus = asId<ProductId>('p-parka-ink');
const closeUp = { ...emptyMemory, focus, shown: [focus], lastIntent: 'product-details' as const };

test.each<[ShopTalk, readonly string[]]>([
  [
    'shelves',
    [
      'hey, what kinda stuff do you sell?',
      'what do you guys have in your shop?',
      'what sort of things do you sell here',
      'what do you sell',
      '你们家都卖些啥呀',
      '你们店里主要卖什么',
      '这里有哪些东西',
      "fair enough! what do you sell then? i've never heard of you",
      '你们店是卖什么的呀 没听过',
      '你们卖啥的 第一次来',
    ],
  ],
  ['trust', ['is this place legit?', 'are you a real shop', 'can i trust you guys', '你们靠谱吗', '你们这店正规吗']],
  [
    'no-rush',
    ["i'll think about it", 'just browsing', "can't decide", '行吧我再看看', '还在纠结', '我想想', '随便看看'],
  ],
  [
    'same-prices',
    [
      '你们的优惠是不是给每个人不一样 大数据杀熟？',
      '我问的是会不会同一个东西给别人便宜给我贵',
      '每个人优惠不一样吗',
      'does everyone get the same price?',
      'are your prices different for different people?',
      'is this dynamic pricing',
    ],
  ],
  ['offers-off', ['专属优惠能关掉吗', '能关掉个性化优惠吗', 'can I switch off the personal offers?']],
  ['chat', ['无聊 聊会天呗', '聊聊天吧', "i'm bored, let's chat"]],
  ['feeling', ["i'm so stressed out", 'had a rough day', '今天心情不好', '最近压力好大', '今天好累啊']],
  ['glad', ['i got the job!', 'i passed my exam', '我考研上岸了!', '升职了']],
  ['treat', ['i want to treat myself', '失恋了,想买点东西犒劳自己', '想奖励一下自己']],
  [
    'haggle',
    ['bit dear... would you do 1100', 'could you do it for 900?', "any chance you'd knock 100 off", '九百卖不卖'],
  ],
  ['sale-soon', ["when's the next sale", 'is it gonna be any sale on soon?', '下次大促啥时候', '以后会降价吗']],
  [
    'price-watch',
    [
      'can you tell me when it drops below 700',
      'let me know if the flask gets cheaper',
      '降价了告诉我',
      '低于一千通知我一下',
    ],
  ],
  [
    'code-refused',
    [
      'my voucher says it is no longer valid, but i got it this morning',
      'it says the code expired',
      '我的券显示过期了,昨天刚领的',
    ],
  ],
  [
    'add-on-refused',
    [
      'stop telling me to add more stuff',
      'why do you keep asking me to buy more',
      '为啥老让我凑单 烦',
      '别再让我凑单了',
    ],
  ],
  ['sarcasm', ['thanks for nothing', 'well, that was really helpful, not', '说了等于没说']],
])('%s', (talk, said) => {
  for (const text of said) expect([text, shopTalk(fold(text), closeUp)]).toEqual([text, talk]);
});

test.each<[ShopTalk, string]>([
  ['exception', '不是质量问题，就是不喜欢，通融一下呗'],
  ['exception', "it's only a few days late, can't you make an exception"],
  ['other-account', '我用另一个手机号下的单'],
  ['other-account', 'i ordered with another account'],
])('%s, after an order or its return was spoken of: %s', (talk, text) => {
  expect(shopTalk(fold(text), { ...emptyMemory, lastIntent: 'start-return' })).toBe(talk);
  expect(shopTalk(fold(text), { ...emptyMemory, lastIntent: 'product-search' })).not.toBe(talk);
});
test.each(['do you price match', '你们保价吗', 'can you do 699 or not'])('haggled over after the deals: %s', text =>
  expect(shopTalk(fold(text), { ...emptyMemory, lastIntent: 'better-deal' })).toBe('haggle'),
);

test.each([
  '怎么凑单最划算',
  'what else should i add',
  'what jackets do you sell',
  'what do you sell for hikers',
  'is this bag real leather',
  'is it safe for toddlers',
  "i'm tired of my old shoes",
  'tell me when my order arrives',
  'how about 300 ml',
  'can i use an expired passport',
  'my tea expired',
  '你们卖跑鞋吗',
  '这个安全吗',
  '看看跑鞋',
  '我累了想买个按摩的',
  '牛奶过期了能退吗',
  '到货了告诉我',
  '跑鞋价格一样吗',
  'stop the personalised pricing',
  '门店和网上价格一样吗',
  '聊天里能下单吗',
  '关闭个性化优惠',
])('“%s” is none of it', text => expect(shopTalk(fold(text), emptyMemory)).toBeUndefined());
