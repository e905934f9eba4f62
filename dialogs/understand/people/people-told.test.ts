import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { demoView } from '../fixture.ts';
import { withoutBystanders } from './people-told.ts';
import { asksSizeOfBody } from './size-of-body.ts';

/** Whoever is only spoken of is left out; who the goods are for stands in a shop's own words. */
test.each([
  ['支付宝行不行 我儿子给我绑的', '支付宝行不行'],
  ['can i pay with paypal? my son set it up for me', 'can i pay with paypal?'],
  ['my daughter showed me this shop. do you have kettles', 'do you have kettles'],
  ['给我儿子买个书包', '给我儿子买个书包'],
  ['my son needs a bag', 'my son needs a bag'],
  ['ok for dad. now the sister, 16, likes drawing', 'for my sister, 16, likes drawing'],
  ['爸爸的好了，现在给妹妹，16岁', '送妹妹，16岁'],
  ['ok for dad', 'ok for dad'],
  ['are those kids ones? im a grown woman', "for adults, i'm a woman"],
  ['no thats for children, I need one for myself', 'for adults'],
  ['hang on the second one looks like a childrens shoe, im 52', 'for adults'],
  [
    'we need something to play, kids are at my mums so its just me and my wife',
    'we need something to play, for two adults',
  ],
  ['my wife has one from here already so not for her, mens', 'so not for her, mens'],
  ["I'm Margaret, I'm 81 and not very good with computers. Any warm cardigan?", 'Any warm cardigan?'],
  ['no kids stuff, what else is there', 'what else is there, not for kids'],
  ['第二个和第五个是小孩穿的吧？我成年人，要软一点的', '要软一点的，大人的'],
  ['还有别的不，孩子不在家就我和老公俩', '还有别的不，适合两个大人玩'],
  ['我没要送小孩……给我看看大人的缓震好的女跑鞋', '给我看看大人的缓震好的女跑鞋'],
  ['我问的是大人用的，我脸一晒就红', '要大人用的，我脸一晒就红'],
  ['这是童鞋吧，我是大人', '大人的'],
  ['不要小孩玩的', '不要儿童的'],
  ['我奶奶也要一份 她爱喝花茶', '也给奶奶 她爱喝花茶'],
])('%s', (said, read) => expect(withoutBystanders(said)).toBe(read));

/** Children who get something, and what is asked of goods, stay as they are. */
test.each([
  'my son is at uni and needs a desk lamp',
  'my daughter has the small one, she wants the bigger one now',
  'is this one for kids?',
  'a raincoat for my little boy, he is 5',
  'my kids need headphones',
  "I'm looking for running shoes",
  "I'm 43 in most brands",
  '给我儿子买个书包',
  '这个适合小孩吗',
  '我家孩子上学用的耳机',
  '女儿喜欢画画 送什么好',
  '孩子睡不好 有没有小夜灯',
])('%s stays', said => expect(withoutBystanders(said)).toBe(said));

const { products } = demoView();
const [jacket, shoe] = [
  products.filter(p => p.attributes.size?.includes('xl')).slice(0, 1),
  products.filter(p => p.attributes.size?.includes('38')).slice(0, 1),
];
test.each([
  ["How would I know my size? I'm a small lady, about 5 foot 1.", true],
  ['im 170 and 70 kg, M or L?', true],
  ['175 150斤 穿L还是XL', true],
  ['175 140斤穿L行吗', true],
  ['她158 120斤穿多大', true],
  ['what sizes do you have', false],
  ['do you have it in L?', false],
  ['有XL吗', false],
  ['胸围98穿M还是L', false],
])('%s asks which size fits somebody: %s', (said, asks) => {
  expect(asksSizeOfBody(fold(said), jacket)).toBe(asks);
  expect(asksSizeOfBody(fold(said), shoe)).toBe(false);
});
