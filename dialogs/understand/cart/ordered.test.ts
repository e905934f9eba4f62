import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView } from '../fixture.ts';
import { createOrderReader } from './ordered.ts';

const view = demoView();
const { read } = createOrderReader(view, createVocabulary(view));
const ids = (...names: string[]): ProductId[] => names.map(name => asId<ProductId>(`p-${name}`));
const heard = (text: string, shown: readonly ProductId[] = [], memory = {}) =>
  read(fold(text), { ...emptyMemory, shown, ...memory });
const told = (text: string, shown?: readonly ProductId[], memory = {}) =>
  heard(text, shown, memory)?.lines.map(({ product, quantity }) => `${quantity} ${product.replace('p-', '')}`);

const bags = ids('commuter-ink', 'commuter-brick', 'commuter-sage', 'commuter-harbour');
const cups = ids('flask-brick', 'mug-brick', 'flask-ink');

describe('what is said of the colour or the size is of the one spoken of', () => {
  const [duffel, flask] = ids('duffel-ember', 'flask-ink');
  test.each<[string, ProductId | undefined, string[]]>([
    ['有黑色吗 来一个', duffel, ['1 duffel-ink']],
    ['墨黑的加购物车', duffel, ['1 duffel-ink']],
    ['??我说把岭兔卧铺墨黑加进去', duffel, ['1 duffel-ink']],
    ['加一个墨黑的 一个绿的', flask, ['1 flask-ink', '1 flask-pine']],
    ['我说保温杯 墨黑一个松针绿一个 加购物车', flask, ['1 flask-ink', '1 flask-pine']],
    ['来一个墨黑的两个松针绿的', flask, ['1 flask-ink', '2 flask-pine']],
    ['保温杯墨黑一个松针绿两个 加购物车', undefined, ['1 flask-ink', '2 flask-pine']],
    ['给我来两包最便宜的挂耳 不 三包', undefined, ['3 dark-10pcs']],
    ['来一个最便宜的挂耳', undefined, ['1 dark-10pcs']],
  ])('%s', (text, focus, lines) => {
    expect(told(text, [], focus === undefined ? {} : { focus })).toEqual(lines);
  });

  test.each(['有黑色吗', '有黑色吗 多少钱', '墨黑的和绿的哪个好', '最便宜的挂耳多少钱'])(
    '“%s” asks, and orders nothing',
    text => expect(told(text, [], { focus: duffel })).toBeUndefined(),
  );
});

describe('goods named with what they are like go into the cart', () => {
  test.each<[string, readonly ProductId[], string[]]>([
    ['墨黑保温杯加一个到购物车', [], ['1 flask-ink']],
    ['滤杯要白的 加购', [], ['1 dripper-chalk']],
    ['帮我把松针绿L码派克大衣加购物车', [], ['1 parka-pine']],
    ['就这两 砖红马克和墨黑保温 加车', cups, ['1 mug-brick', '1 flask-ink']],
    ['来两个砖红马克杯，再来一个墨黑保温杯', [], ['2 mug-brick', '1 flask-ink']],
    ['砖红马克杯和墨黑保温杯各来两个', [], ['2 mug-brick', '2 flask-ink']],
    ['砖红马克和墨黑保温 加车', ids('flask-brick', 'mug-brick'), ['1 mug-brick', '1 flask-ink']],
    ['鼠尾草绿的加购物车', bags.slice(0, 1), ['1 commuter-sage']],
    ['鼠尾草绿的加购物车', bags, ['1 commuter-sage']],
    ['砖红那个双肩包下单', bags, ['1 commuter-brick']],
    ['苔藓30克那个来一个', [], ['1 cream-30g']],
    ['给我买来两个砖红马克杯', [], ['2 mug-brick']],
    ['来一个砖红马克杯试试', [], ['1 mug-brick']],
    ['特别喜欢砖红马克杯，加一个', [], ['1 mug-brick']],
    ['砖红马克杯和墨黑保温杯分别来一个', [], ['1 mug-brick', '1 flask-ink']],
    ['来三包10包挂耳的意式咖啡豆', [], ['3 alley-house-10pcs']],
  ])('%s', (text, shown, lines) => {
    expect(told(text, shown)).toEqual(lines);
    expect(heard(text, shown)?.open).toEqual([]);
  });
});

test('of what comes in several, which is asked, and a colour alone answers it', () => {
  const { lines, open } = heard('马克杯和墨黑保温杯各来一个')!;
  expect(lines).toEqual([{ product: 'p-flask-ink', quantity: 1 }]);
  expect(open[0]?.products.every(id => id.startsWith('p-mug'))).toBe(true);
  const asked = { turns: 3, toCart: { at: 2, quantity: 2 } };
  expect(told('港湾蓝', open[0]?.products, asked)).toEqual(['2 mug-harbour']);
  expect(told('港湾蓝', open[0]?.products)).toBeUndefined();
});

test.each([
  '墨黑保温杯多少钱',
  '墨黑保温杯有货吗',
  '不要加购物车',
  '墨黑保温杯不要了',
  '想买个墨黑保温杯',
  '有没有墨黑保温杯',
  '砖红马克杯 墨黑保温杯',
  '我没说要买墨黑保温杯',
  '墨黑保温杯和砖红的哪个好，好的那个加购',
  '把墨黑保温杯移出购物车',
  '就陀螺红的 加一个 再要个礼盒包装',
  '墨黑保温杯加一个优惠券',
  '第一个加购物车',
  '背包看起来款式不错',
  '妈妈送来一个马克杯',
  '快递送来两个马克杯',
  '我买来两个马克杯都碎了',
  '马克杯本来一个就够了',
  '后来一个马克杯碎了',
  '从来一个马克杯都没买过',
  '马克杯用起来一个手就行',
  '马克杯我没加购物车',
  '马克杯怎么加购物车',
  '保温杯各种颜色来一个介绍',
  '保温杯加一个盖子',
  '来一个马克杯的图片',
])('“%s” orders nothing', text => expect(told(text)).toBeUndefined());

describe('of what is on the table, in any order of its words', () => {
  const [kettle, men, poncho] = ids('kettle-chalk', 'men-50g', 'poncho-sun');
  const list = ids('buckwheat-100g', 'chrysanthemum-50g', 'men-50g');
  test.each<[string, readonly ProductId[], ProductId | undefined, string[]]>([
    ['那就它 两瓶', [men!], men, ['2 men-50g']],
    ['行 就要这个电水壶 黑色', [kettle!], undefined, ['1 kettle-ink']],
    ['菊花枸杞吧 两盒', list, undefined, ['2 chrysanthemum-50g']],
    ['第三个来两瓶 谢谢', list, undefined, ['2 men-50g']],
    ['第一个 买', list, undefined, ['1 buckwheat-100g']],
    ['雨披加一件 蓝色 L', [poncho!, ...ids('plumrain-cherry')], undefined, ['1 poncho-sky']],
    ['黑色的吧', [kettle!], kettle, ['1 kettle-ink']],
    ['給我來兩個黑色的', [kettle!], kettle, ['2 kettle-ink']],
  ])('%s', (text, shown, focus, lines) =>
    expect(told(text, shown, focus === undefined ? {} : { focus })).toEqual(lines),
  );
  test.each(['第一个吧', '第一个多少钱', '两个人住', '黑色的吧？', '便宜点的吧', '第四个来一个'])(
    '“%s” orders nothing',
    text => expect(told(text, list)).toBeUndefined(),
  );
});

test('a wish orders only what was just shown', () => {
  expect(told('墨黑保温杯要一个')).toBeUndefined();
  expect(told('墨黑保温杯要一个', cups)).toEqual(['1 flask-ink']);
});

test('10,000 characters are read at once', () => {
  for (const text of ['来一个'.repeat(3_333), '加一个加'.repeat(19), '各'.repeat(79)]) heard(text);
});
