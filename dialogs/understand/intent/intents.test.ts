import { describe, expect, test } from 'vitest';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';
import { readExamples } from './examples.ts';

const understander = createUnderstander(demoView(), learnIntents);
const intentOf = (text: string, memory = emptyMemory): Intent => understander.understand(turnOf(text), memory).intent;

/** New wording, none of it among the examples. */
const english: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  greeting: ['hi there bot', 'good evening everyone', 'hello hello'],
  thanks: ['thanks, you were great', 'thank you kindly', 'cool thanks'],
  goodbye: ['bye for now', 'ok see you tomorrow', 'I have to run, bye'],
  help: ['what are the things you can help me with', 'show me what you can do'],
  cancel: ['stop that please', 'never mind then', 'let us stop this'],
  person: [
    'could I talk with one of your colleagues',
    'get me a human now',
    'I need to speak with someone real',
    'pass me to a live person',
  ],
  'opt-out': ['stop the personalised offers please', 'I would rather not see tailored deals'],
  'opt-in': ['please switch my personal offers back on', 'I want tailored offers again'],
  question: [
    'what is the time limit for sending things back',
    'how many days does a parcel to Shanghai take',
    'do you accept visa cards',
    'can I get an invoice with my company name',
    'is gift wrapping possible',
    'how do I wash this kind of wool',
    'do I have to pay customs when you ship to Germany',
    'what does the guarantee cover',
    'I forgot my password, what now',
    'how do I earn points',
    'are you open on sundays',
    'do you deliver to Hong Kong',
    'who pays the postage if I return something',
  ],
  'promotion-question': [
    'can two vouchers be used together',
    'is the sale stackable with a voucher',
    'does my coupon go with the other deals as well as the gift',
    'what goods count towards the ¥300',
    'are shoes included in the promotion',
    'when is the promotion over',
    'till when can I use the coupon, how long is it valid',
    'may I use the voucher twice',
    'what happens with the discount when I return one of the items',
    'the coupon does not work, why',
    'why was the discount not applied to my cart',
    'how much more for the discount to apply',
    'what are the conditions of the deal',
  ],
  'apply-code': [
    'please use the code MOON12',
    'MOON12',
    'I have a discount code: MOON12',
    'redeem MOON12',
    'I have a promo code',
    'remove the code MOON12',
  ],
  'order-status': [
    'where has my parcel got to',
    'is my order on the way yet',
    'please check WY-20777 for me',
    'has my package been sent out',
    'when can I expect my order',
  ],
  'start-return': [
    'I want to give these shoes back',
    'please help me return my last order',
    'I need to send the mug back',
    'can I swap my jacket for a larger one',
  ],
  'product-search': [
    'do you have any red rain jackets',
    'I am searching for a teapot',
    'trail shoes not over 500',
    'looking for a birthday gift for my sister',
    'show me backpacks that fit a laptop',
    'I need a warm coat for winter',
    'got wireless headphones below 400',
    "I'd like a blue mug",
    'any skincare without perfume',
  ],
  'product-details': [
    'tell me about the third one',
    'what is the second one made from',
    'how much does the first one cost',
    'can you describe that one',
  ],
  stock: ['is the first one still in stock', 'do you still have any of these left', 'have you got that one in size 40'],
  recommend: [
    'what would you suggest',
    'can you recommend anything',
    'give me some inspiration',
    'what are people buying',
  ],
  deals: [
    'is there any discount today',
    'do you have a coupon for me',
    'what special offers do you have',
    'are there promotions at the moment',
  ],
  'better-deal': ['could you go any cheaper', 'that is too much, lower the price', 'is that really your best offer'],
  'why-offer': ['why did I get this discount', 'why are you giving me this offer', 'how was this offer chosen'],
  'apply-offer': ['please use that offer', 'ok apply the discount', "I'd like to use this deal"],
  'decline-offer': ["I don't want this offer", 'no deal thanks', 'I will skip the offer'],
  'add-to-cart': ['put the second one in my cart', 'add that one to the basket', "I'll take the first one please"],
  'view-cart': ['show me my basket', 'what have I got in my cart', 'take me to checkout'],
  'about-me': [
    'what do you know about me?',
    'which things do you remember about me',
    'show me the data you hold on me',
  ],
  forget: ['forget my shoe size', 'please forget that I like blue', 'delete my colour preference'],
  'forget-all': ['delete everything you know about me please', 'forget all of it', 'erase all my data'],
  complaint: [
    'this is the worst service ever',
    'I am so angry with you',
    'absolutely unacceptable',
    'I asked three times and nobody helps',
  ],
  'state-preference': [
    'I really love green',
    "I don't like wool",
    'my shoe size is 43',
    'I only wear black',
    "I'm not a fan of plastic",
  ],
  yes: ['yes please!', 'ok sure', 'yep go ahead'],
  no: ['no thank you', 'nope', 'not right now'],
  unclear: ['who painted the mona lisa', 'blah blah blah', 'what is seven times eight'],
};
const chinese: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  greeting: ['你好啊', '哈喽在吗', '早上好呀'],
  thanks: ['谢谢你啦', '好的,非常感谢', '太谢谢了'],
  goodbye: ['拜拜啦', '我先走了再见', '那就下次见'],
  help: ['你可以帮我做什么', '你都会些什么'],
  cancel: ['算了不弄了', '停下来吧', '不想继续了'],
  person: ['我想跟真人聊', '帮我接一下人工', '叫客服出来', '能转给真人吗'],
  'opt-out': ['请关闭我的个性化优惠', '不要再给我推荐专属优惠了'],
  'opt-in': ['帮我重新打开个性化优惠', '我想恢复专属优惠'],
  question: [
    '退货要几天之内',
    '送到上海一般几天',
    '可以刷信用卡吗',
    '能开单位抬头的发票吗',
    '可以帮忙做礼品包装吗',
    '羊毛衣服怎么清洗',
    '质保包括什么',
    '忘记密码了怎么办',
    '怎么攒积分',
    '周日你们上班吗',
    '能发到香港吗',
    '退回去的邮费谁付',
    '多少钱以上免运费',
  ],
  'promotion-question': [
    '两张券能一起用吗',
    '满300减50和优惠券能一起用吗',
    '满减可以跟折扣同享吗',
    '什么商品可以参与满减',
    '跑鞋参加满减活动吗',
    '优惠活动哪天截止',
    '这个折扣有效期多久',
    '满减限几次',
    '优惠码可以用两次吗',
    '要是退掉一件，满减还算吗',
    '我的券怎么不能用，失败了',
    '满减为什么没减',
    '离满减还差多少钱',
    '第二件半价怎么算',
  ],
  'apply-code': [
    '用一下优惠码MOON12',
    'MOON12',
    '我有一个优惠码MOON12',
    '优惠码是moon12',
    '我有一张优惠码',
    '把优惠码MOON12去掉',
  ],
  'order-status': ['我的快递到哪里了', '帮我查查WY-20777', '我的包裹发出来了吗', '我的订单什么时候能到'],
  'start-return': ['这双鞋我想退掉', '帮我把上一单退了', '我要把杯子退回去', '外套想换大一号'],
  'product-search': [
    '有红色的雨衣吗',
    '想找一个茶壶',
    '500以内的越野跑鞋',
    '想给姐姐挑个生日礼物',
    '能装电脑的双肩包有没有',
    '冬天穿的保暖外套',
    '400以下的无线耳机',
    '想买个蓝色的杯子',
  ],
  'product-details': ['第三个详细介绍下', '第二个是什么材质的', '第一个卖多少钱', '说说这款'],
  stock: ['第一个还有货吗', '这款还剩多少', '这个40码还有吗'],
  recommend: ['你有什么好推荐的', '给我推荐点什么', '大家一般买什么', '帮我挑挑'],
  deals: ['今天有没有折扣', '有没有券可以领', '现在有什么活动吗', '有什么优惠活动'],
  'better-deal': ['还能不能再便宜', '太贵啦少一点', '最低什么价'],
  'why-offer': ['为什么给我这个折扣', '这个优惠是怎么选出来的', '为什么推荐这个优惠给我'],
  'apply-offer': ['我要用这个优惠', '帮我用这张券', '就用这个折扣'],
  'decline-offer': ['这个优惠我不要了', '不想用这个优惠', '优惠就不用了'],
  'add-to-cart': ['把第二个加进购物车', '这个帮我加购', '我要第一双'],
  'view-cart': ['看一下购物车', '我购物车里有哪些东西', '现在去结账'],
  'about-me': ['你都知道我些什么', '你记住了我哪些喜好', '看看你存的我的资料'],
  forget: ['忘掉我的鞋码', '请忘记我喜欢蓝色', '把我的颜色偏好删了'],
  'forget-all': ['把我所有的数据都删掉', '全部忘掉吧', '清空我的信息'],
  complaint: ['你们服务太差了', '我要投诉你们', '问了三遍都没人管', '气死人了'],
  'state-preference': ['我特别喜欢绿色', '我不喜欢羊毛', '我的鞋码是43码', '我只穿黑色的', '我讨厌塑料的'],
  yes: ['好的呀', '可以可以', '行,没问题'],
  no: ['不用了谢谢', '不要不要', '暂时不用'],
  unclear: ['蒙娜丽莎是谁画的', '哇啦哇啦', '七乘八等于多少'],
};

for (const [language, table] of [
  ['English', english],
  ['Chinese', chinese],
] as const) {
  test(`${language}: at least nine in ten new wordings are understood`, () => {
    const rows = Object.entries(table).flatMap(([intent, texts]) =>
      texts.map(text => ({ intent, text, got: intentOf(text) })),
    );
    const wrong = rows.filter(r => r.got !== r.intent).map(r => `${r.text}: ${r.intent}, got ${r.got}`);
    console.info(`${language}: ${rows.length - wrong.length} of ${rows.length} intents right\n${wrong.join('\n')}`);
    expect(wrong.length / rows.length).toBeLessThanOrEqual(0.1);
  });
}

test('no example of the table is one the classifier was taught', () => {
  const taught = new Set(readExamples().map(e => e.text.toLowerCase()));
  const rows = [english, chinese].flatMap(t => Object.values(t).flat());
  const repeated = rows.filter(t => taught.has(t.toLowerCase()));
  expect(repeated.length / rows.length).toBeLessThan(0.06);
});

describe('a message that is only a filter', () => {
  const searching = {
    ...emptyMemory,
    lastIntent: 'product-search' as const,
    search: [
      {
        slot: 'category',
        value: 'running-shoes',
        polarity: 'like',
        forWhom: 'self',
        quote: '',
        confidence: 1,
      } as const,
    ],
  };
  test.each([
    'under 80',
    'in blue please',
    'size 42',
    'not black',
    '红色的',
    '300以内',
    '42码',
    '不要黑色',
    'actually size 42',
  ])('"%s" narrows the search under way', text => expect(intentOf(text, searching)).toBe('product-search'));
  test('a wish for somebody else keeps its person while the search is narrowed', () => {
    const gift = understander.understand(turnOf('a gift for my dad'), emptyMemory);
    const next = understander.understand(turnOf('under 200'), {
      ...emptyMemory,
      lastIntent: gift.intent,
      search: gift.preferences,
    });
    expect(next.preferences.map(p => p.forWhom)).toEqual(['dad']);
  });
});

test.each<[string, Intent]>([
  ['what do you sell?', 'recommend'],
  ['What kind of products do you have?', 'recommend'],
  ['你们卖什么', 'recommend'],
  ['你们店里都卖些什么东西', 'recommend'],
  ['七乘八等于多少', 'unclear'],
  ['3加5等于几', 'unclear'],
  ['How was this offer chosen', 'why-offer'],
  ['这个优惠是怎么选出来的', 'why-offer'],
  ['a present for my 5-year-old nephew', 'product-search'],
  ['给我五岁侄子的礼物', 'product-search'],
  ['gift for a baby', 'product-search'],
  ['show me something else', 'recommend'],
  ['别的呢', 'recommend'],
])('"%s", said out of the blue, means %s', (text, intent) => expect(intentOf(text)).toBe(intent));

describe('after a list was shown', () => {
  const asked = understander.understand(turnOf('I need red shoes'), emptyMemory);
  const shown = demoView()
    .products.filter(p => p.category === 'running-shoes')
    .slice(0, 5)
    .map(p => p.id);
  const memory = { ...emptyMemory, lastIntent: asked.intent, search: asked.preferences, shown, focus: shown[0]! };

  test.each([
    'show me something else',
    'anything else?',
    'other options',
    'show me more',
    '别的呢',
    '还有别的吗',
    '换一批',
  ])('"%s" goes on with the same search and adds no word to it', text => {
    const { intent, query, preferences } = understander.understand(turnOf(text), memory);
    expect([intent, query, preferences]).toEqual(['product-search', '', []]);
  });

  test.each(['has it got pockets?', 'does it have a hood', '它有口袋吗', '这个能机洗吗'])(
    '"%s" asks about the product talked about',
    text => {
      const { intent, entities } = understander.understand(turnOf(text), memory);
      expect([intent, entities.ordinal]).toEqual(['product-details', 0]);
    },
  );

  test.each([
    ['compare the first two', [0, 1]],
    ['比较一下前两个', [0, 1]],
    ["what's the difference between the second and the third", [1, 2]],
    ['第一个和第三个有什么区别', [0, 2]],
  ])('"%s" names the products at %j', (text, places) => {
    const { intent, entities } = understander.understand(turnOf(text), memory);
    expect(intent).toBe('product-details');
    expect(entities.products).toEqual(places.map(place => shown[place]));
  });
});

test('a tap is understood without reading its text', () => {
  const tapped = understander.understand(turnOf('whatever', { tap: 'order', order: 'WY-20418' }), emptyMemory);
  expect([tapped.intent, tapped.entities.orderNumber]).toEqual(['order-status', 'WY-20418']);
  expect(understander.understand(turnOf('', { tap: 'say', text: 'any deals?' }), emptyMemory).intent).toBe('deals');
});

test('the reply follows the language of the message, else the one spoken before, else the browser', () => {
  const language = (text: string, memory = emptyMemory, locale?: string) =>
    understander.understand(turnOf(text, undefined, locale), memory).language;
  expect(language('有 discount 吗')).toBe('zh');
  expect(language('any deals')).toBe('en');
  expect(language('42', { ...emptyMemory, language: 'zh' })).toBe('zh');
  expect(language('👍', emptyMemory, 'zh-CN')).toBe('zh');
  expect(language('訂單在哪裡')).toBe('zh');
});

test('traditional characters, full width and typos are understood like their plain forms', () => {
  expect(intentOf('我的訂單到哪裡了')).toBe('order-status');
  expect(intentOf('ＡＮＹ ＤＥＡＬＳ？')).toBe('deals');
  expect(intentOf('wher is my pacage')).toBe('order-status');
  expect(intentOf('ANY DISCUONTS???')).toBe('deals');
});

test('anger is noticed whatever is asked', () => {
  for (const text of [
    'where the hell is my order, this is ridiculous',
    '都问第三遍了,我的快递呢,太差了',
    'THIS IS THE THIRD TIME I ASK YOU!',
  ]) {
    expect(understander.understand(turnOf(text), emptyMemory).mood).toBe('upset');
  }
  expect(understander.understand(turnOf('I need a trash can'), emptyMemory).mood).toBe('neutral');
});

test.each([
  "'; DROP TABLE orders;--",
  '{"$gt": ""}',
  "db.orders.find({$where: '1==1'})",
  'SELECT * FROM orders WHERE 1=1',
  "' OR '1'='1",
  'x UNION SELECT password FROM users',
  "admin'--",
])('program code asks for nothing, least of all for an order: %s', text => {
  expect(understander.understand(turnOf(text), emptyMemory).intent).toBe('unclear');
});

test.each([
  ['show me bags under {"$gt":0}', 'product-search'],
  ['not so pricey bag', 'product-search'],
  ["a bag that's not so expensive", 'product-search'],
  ['no pricey bags please', 'product-search'],
  ['便宜的包有吗', 'product-search'],
  // One wish, never everything.
  ['忘了我喜欢黑色吧', 'forget'],
  ['忘了我吧', 'forget-all'],
  ['把我的信息全删了', 'forget-all'],
  ['麻烦把你们存的关于我的资料都删掉', 'forget-all'],
  ['reset everything', 'forget-all'],
  ['can you make it cheaper?', 'better-deal'],
  ['尺码怎么选', 'question'],
  ['any news on my delivery?', 'order-status'],
  ['别老给我推优惠了', 'opt-out'],
  ['你别再推销了行不行', 'opt-out'],
  ['别家比你们便宜', 'better-deal'],
  ['那我去别家看看', 'goodbye'],
  ['算了，不想要了', 'cancel'],
])('"%s" is %s', (text, intent) => {
  expect(understander.understand(turnOf(text), emptyMemory).intent).toBe(intent);
});

const afterDeals = { ...emptyMemory, lastIntent: 'deals', turns: 2 } as const;
test.each([
  "that's all?",
  'is that all',
  'so no discount at all?',
  'really? no discount?',
  'nothing better?',
  '就这些？',
  '就这点啊',
])('after the deals, "%s" asks for a better one', text => expect(intentOf(text, afterDeals)).toBe('better-deal'));
test.each(["that's all", "that's it.", 'nothing else', 'no offers', 'no deals please', 'no discounts', '就这些'])(
  'after the deals, "%s" asks for none',
  text => expect(intentOf(text, afterDeals)).not.toBe('better-deal'),
);
test('"no offers" turns them off', () => expect(intentOf('no offers', afterDeals)).toBe('opt-out'));

test.each(['how much more?', '还要多少钱', '还需要多少'])(
  '"%s" is of a deal where one, or the cart, was spoken of',
  text => {
    expect(intentOf(text)).not.toBe('promotion-question');
    for (const lastIntent of ['deals', 'view-cart', 'add-to-cart'] as const)
      expect(intentOf(text, { ...emptyMemory, turns: 2, lastIntent })).toBe('promotion-question');
    expect(intentOf(text, { ...emptyMemory, turns: 2, lastIntent: 'question', policy: 'free-delivery' })).toBe(
      'promotion-question',
    );
  },
);

test.each([
  ['an empty message', ''],
  ['blanks', '  \n\t '],
  ['emoji only', '😀😀🎉👍🏽'],
  ['right-to-left text', 'مرحبا أين طلبي \u202Eabc'],
  ['markup', '<script>alert(1)</script><b>"\'; DROP TABLE</b>'],
  ['a database operator', '{"$gt": ""}'],
  ['zero-width characters', '\u200b\u200d\ufeff'],
  ['a lone surrogate', '\ud83d hello \udc00'],
  ['10,000 characters', 'waterproof not 不要 under 80 '.repeat(400).slice(0, 10_000)],
  ['10,000 times one letter', 'a'.repeat(10_000)],
  ['10,000 digits', '9'.repeat(10_000)],
  ['thirty times 那就', `${'那就'.repeat(30)}q`],
  ...['嗯', '哈', '我要', '不要', '有没有', '就是', '？', '!', '5'].map(
    word => [`thirty times ${word}`, `${word.repeat(30)}q`] as [string, string],
  ),
])('%s is answered without a fault, at no more than many times the work of a long sensible message', (_, text) => {
  const { intent, confidence } = understander.understand(turnOf(text), emptyMemory);
  const sensible = 'Do you have a waterproof jacket for my dad, size L, not red, under 80? '.repeat(28);
  const reading = (said: string) => () => understander.understand(turnOf(said), emptyMemory);
  expect(workOf(reading(text), 30, reading(sensible))).toBeLessThan(30);
  expect(intent).toBeTypeOf('string');
  expect(confidence).toBeGreaterThanOrEqual(0);
});
