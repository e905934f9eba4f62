import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const understander = createUnderstander(demoView(), learnIntents);
const understand = (text: string) => understander.understand(turnOf(text), emptyMemory);

test.each([
  ['waterproof running shoes under 80', 'budget=max:8000:CNY category=running-shoes feature=waterproof'],
  ['300元以内的跑鞋', 'budget=max:30000:CNY category=running-shoes'],
  ['looking for a green backpack', 'category=bags colour=green product=backpack'],
  ['I hate polyester', '-material=polyester'],
  ['anything but leather', '-material=leather'],
  ['show me leather-free bags', '-material=leather category=bags'],
  ['no leather, suede or wool', '-material=leather -material=suede -material=wool'],
  ['jackets, not blue', '-colour=blue category=jackets'],
  ['not blue but red', '-colour=blue colour=red'],
  ['red rather than green', '-colour=green colour=red'],
  ['不要红色', '-colour=red'],
  ['别给我推荐皮的', '-material=leather'],
  ['皮的不要', '-material=leather'],
  ['一双不要红色的防水跑鞋', '-colour=red category=running-shoes feature=waterproof'],
  ['不要红色的和蓝色的', '-colour=blue -colour=red'],
  ['除了黑色都可以', '-colour=black'],
  ['不要红色,要黑色', '-colour=red colour=black'],
  ['actually size 42', 'size=42'],
  ['no, I meant black', 'colour=black'],
  ['不是红色,是黑色', 'colour=black'],
  ['我穿42码', 'size=42'],
  ['my size is M', 'size=m'],
  ['a gift for my dad, under 200', 'budget=max:20000:CNY@dad recipient=dad@dad'],
  ['送爸爸的礼物,200以内', 'budget=max:20000:CNY@dad recipient=dad@dad'],
  ['a mug for my mother', 'category=home-kitchen@mum product=mug@mum recipient=mum@mum'],
  ['shoes between 100 and 200 yuan', 'budget=max:20000:CNY budget=min:10000:CNY category=running-shoes'],
  ['五十左右的杯子', 'budget=max:6250:CNY budget=min:3750:CNY category=home-kitchen product=mug'],
  [
    'wireless noise cancelling headphones',
    'category=electronics feature=noise-cancelling feature=wireless product=headphones',
  ],
  ['降噪耳机不超过500', 'budget=max:50000:CNY category=electronics feature=noise-cancelling product=headphones'],
  ['Ostrel jackets in size L', 'brand=ostrel category=jackets size=l'],
  ['shoes for my husband', 'category=running-shoes@partner recipient=partner@partner'],
  ['给女朋友的包', 'category=bags@partner recipient=partner@partner'],
  ['a present for my 5-year-old nephew', 'recipient=kids@child'],
  ['a gift for a 7 year old niece', 'recipient=kids@child'],
  ['给我五岁侄子的礼物', 'recipient=kids@child'],
  ['礼物送女儿', 'recipient=kids@child'],
  ['headphones for my son', 'category=electronics@child product=headphones@child recipient=kids@child'],
  ['雨衣送爸爸', 'category=jackets@dad feature=waterproof@dad occasion=rain@dad recipient=dad@dad'],
  ['a jacket and a backpack', 'category=bags category=jackets product=backpack'],
  ['no mugs please', '-product=mug'],
  ['any colour is fine', ''],
  ['not so pricey bag', 'category=bags'],
  ['不要太贵的包', 'category=bags'],
  ['别那么贵的红色背包', 'category=bags colour=red product=backpack'],
  ["I don't like the tote - show me backpacks", '-product=tote category=bags product=backpack'],
  ['jackets without wool, 200 is my absolute limit', '-material=wool budget=max:20000:CNY category=jackets'],
  ['is it 80 dollars?', ''],
  ['waterprof running shoos under 80', 'budget=max:8000:CNY category=running-shoes feature=waterproof'],
  ['coffee mug', 'category=home-kitchen product=mug'],
  ['do you ship red boxes to Canada?', ''],
  ['where is my blue jacket, order WY-20418', ''],
])('"%s" means %s', (text, wanted) => {
  expect(written(understand(text).preferences)).toBe(wanted);
});

test('what takes something back is marked as a correction, an ordinary dislike is not', () => {
  for (const text of ['actually size 42', 'no, I meant black', '不是红色,是黑色', '说错了,是黑色'])
    expect(understand(text).correction).toBe(true);
  for (const text of ['not blue', '不要红色', 'I like red']) expect(understand(text).correction).toBe(false);
});

test('each preference quotes the words it came from', () => {
  expect(understand('I like hiking. My size is 42').preferences.find(p => p.slot === 'size')?.quote).toBe(
    'My size is 42',
  );
});

test.each([
  'I am diabetic and need soft shoes',
  'I have asthma, something breathable please',
  "I'm pregnant and want a loose jacket",
  'as a muslim I prefer long black coats',
  'I am allergic to wool',
  'my doctor says I need cushioned shoes',
  "I'm gay and I love pink",
  'I voted for the labour party and like red',
  "I'm jewish, no leather on saturdays",
  'I am a black woman and love yellow',
  'my daughter is 8 and loves pink',
  'my son likes blue',
  '我有糖尿病,喜欢软底的鞋',
  '我怀孕了想穿宽松的外套',
  '我是回民,不要皮的',
  '我是同性恋,喜欢粉色',
  '我是党员,喜欢红色',
  '我对羊毛过敏',
  '我女儿喜欢粉色',
  '医生让我穿缓震的鞋',
])('a sensitive trait leaves no preference that could be kept: %s', text => {
  expect(
    understand(text)
      .preferences.filter(p => p.forWhom !== 'child')
      .map(p => p.quote),
  ).toEqual([]);
});

describe('what is wrong with goods', () => {
  test.each([
    ['耳机太贵了，有没有便宜点的', 'category=electronics product=headphones'],
    ['跑鞋太贵了，有没有便宜的', 'category=running-shoes'],
    ['跑鞋太紧了', ''],
    ['these running shoes are too expensive', 'category=running-shoes'],
    ['these running shoes are too tight', 'category=running-shoes'],
    ['红色的包太贵了', 'category=bags colour=red'],
    ['the red one is too pricey', 'colour=red'],
    ['leather would break the bank', 'material=leather'],
    ['红色太漂亮了', 'colour=red'],
    ['羊毛太舒服了，再来一件', 'material=wool'],
    ['cotton is softer than wool', ''],
    ['is wool warmer than cotton?', 'material=cotton material=wool'],
  ])('its price, its fit, praise or a comparison turns nothing away: %s', (text, wanted) => {
    expect(written(understand(text).preferences)).toBe(wanted);
  });

  test.each([
    ['红色太艳了', '-colour=red'],
    ['粉色太幼稚了', '-colour=pink'],
    ['羊毛太扎', '-material=wool'],
    ['red is too loud', '-colour=red'],
    ['wool gets too itchy for me', '-material=wool'],
    ['I want something softer than wool', '-material=wool'],
    ['show me anything warmer than cotton', '-material=cotton'],
  ])('a colour or a material is turned away for what is wrong with it: %s', (text, wanted) => {
    expect(written(understand(text).preferences)).toBe(wanted);
  });
});

/** An age is no size, what describes goods turns no goods away, and skin is no leather. */
test.each([
  ["I'm 34, sensitive skin, a cream please", 'category=skincare feature=sensitive-skin'],
  ["she's 38 and loves tea", 'category=tea-coffee@other product=tea@other'],
  ['皮肤碰到不痒的外套', 'category=jackets'],
  ["I'm a 42", 'size=42'],
  ["I'm 42 in shoes", 'category=running-shoes size=42'],
  ["he's an XL", 'size=xl'],
  [
    'a good coffee for someone who hates bitter coffee',
    'category=tea-coffee@other material=coffee@other product=coffee@other',
  ],
  ['想买咖啡，讨厌苦咖啡', 'category=tea-coffee product=coffee'],
  ['想买咖啡，不喜欢苦的咖啡', 'category=tea-coffee product=coffee'],
  ['i never said not coffee. which one is the least bitter', 'category=tea-coffee material=coffee product=coffee'],
  ['我没说不要咖啡', 'category=tea-coffee product=coffee'],
  [
    'a bag that fits a laptop, doesnt look like a school bag, and a thermos',
    'category=bags feature=laptop product=flask',
  ],
  [
    'headphones and a toy, 200 total',
    'budget=max:20000:CNY category=electronics category=toys-gifts product=headphones',
  ],
  ['coffee not tea', '-product=tea category=tea-coffee material=coffee product=coffee'],
  ['no green tea', '-material=green-tea'],
  ['no coffee please', '-product=coffee'],
])('“%s” means %s', (text, wanted) => {
  expect(written(understand(text).preferences)).toBe(wanted);
});

describe('entities', () => {
  test.each([
    ['where is WY-20418', { orderNumber: 'WY-20418' }],
    ['order 204187 please', { orderNumber: '204187' }],
    ['wy-20418, Mail: Ann.Lee+x@Mail.example.com', { orderNumber: 'WY-20418', email: 'ann.lee+x@mail.example.com' }],
    ['add two of them to my cart', { quantity: 2 }],
    ['来三双', { quantity: 3 }],
    ['tell me about the second one', { ordinal: 2 }],
    ['the last one', { ordinal: -1 }],
    ['第3个怎么样', { ordinal: 3 }],
    ['最后一个', { ordinal: -1 }],
    ['is that one waterproof', { ordinal: 0 }],
    ['这个防水吗', { ordinal: 0 }],
    ['my code SPRING20 is not working', { code: 'SPRING20', aspect: 'why-not' }],
    ['优惠码HELLO10用不了', { code: 'HELLO10', aspect: 'why-not' }],
    ['shoes under 80', { budget: { bound: 'max', amount: 80 } }],
    ['below ¥300 please', { budget: { bound: 'max', amount: 300, currency: 'CNY' } }],
    ['headphones around fifty dollars', { budget: { bound: 'around', amount: 50, currency: 'USD' } }],
    ['三百块以下的包', { budget: { bound: 'max', amount: 300, currency: 'CNY' } }],
    ['两百五以内', { budget: { bound: 'max', amount: 250 } }],
    ['预算1,500的外套', { budget: { bound: 'max', amount: 1500 } }],
    ['between £20 and £40', { budget: { bound: 'max', amount: 40, currency: 'GBP' } }],
    ['at least 100 euros', { budget: { bound: 'min', amount: 100, currency: 'EUR' } }],
    ['use codes SPRING20 and HELLO10 please', { code: 'SPRING20', codes: ['SPRING20', 'HELLO10'] }],
    ['用SPRING20和HELLO10', { code: 'SPRING20', codes: ['SPRING20', 'HELLO10'] }],
    ['the parcel I ordered last week', { when: { from: '2026-11-16', to: '2026-11-22' } }],
    ['一百出头的杯子', { budget: { bound: 'around', amount: 100 } }],
    ['can I return within 30 days', {}],
    ['they took about 12 days', {}],
  ])('"%s"', (text, wanted) => {
    const { products: _, ...rest } = understand(text).entities;
    expect(rest).toEqual(wanted);
  });

  test.each([
    ['is the Rainline in stock', 'rainline'],
    ['雨线跑鞋有货吗', 'rainline'],
    ['tell me about the rainlne', 'rainline'],
    ['show me red shoes', ''],
    ['不要红色', ''],
  ])('"%s" names %s', (text, part) => {
    const [first] = understand(text).entities.products;
    if (part) expect(first).toContain(part);
    else expect(first).toBeUndefined();
  });
});

test("a new product's English words are understood without any code", () => {
  const view = demoView();
  const fresh = {
    ...view.products[0]!,
    attributes: { colour: ['vermilion'], material: ['piñatex'], feature: ['self-lacing'] },
    brand: 'Zoomwick',
  };
  const own = createUnderstander({ ...view, products: [...view.products, fresh] }, learnIntents);
  const said = own.understand(turnOf('self-lacing vermilion shoes from Zoomwick'), emptyMemory);
  expect(written(said.preferences)).toBe('brand=zoomwick category=running-shoes colour=vermilion feature=self-lacing');
});
