/** What is only supposed of a thing ("what if it doesn't fit"), a deal asked of one that is named, and of a gift which may be chosen. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

const { each } = answersOfShop();

describe('that it may not fit', () => {
  each([
    [['Broadway wide-fit shoe', 'navy in 43 please', 'perfect. what if it doesnt fit'], /exchanges are free/],
    [['Broadway wide-fit shoe', "what if it doesn't fit me?"], /exchanges are free/],
    [["what if the shoes don't fit"], /exchanges are free/],
    [['如果不合脚怎么办'], /免费换/],
    [['宽街宽楦跑鞋', '黑色43码来一双', '万一不合适呢'], /免费换/],
    // What is told of something else.
    [["what if it doesn't fit in my bag"], /./, /exchanges are free/],
    [['什么鞋子适合扁平足'], /./, /免费换/],
  ]);
});

describe('that the skin may not bear it', () => {
  each([
    [['苔藓修护面霜 50 克', '加购物车', '用了过敏能退吗'], /拆封的护肤品[\s\S]*不能退/],
    [['敏感肌用什么面霜好', '万一过敏可以退吗'], /拆封的护肤品/],
    [['moss cream', 'can i return it if i get a rash'], /Opened skincare/],
    [['苔藓修护面霜 50 克', '我用了过敏 能退吗'], /请先停止使用/],
  ]);
});

describe('a deal of the one that is named, and a gift', () => {
  each([
    [['红茶', '250克的有优惠吗'], /优惠/, /不敢确定/],
    [['black tea', 'any discount on the 250 g one?'], /deal|extra/, /can't say/],
    [['any discount codes', 'the gift from 499, do i get to choose'], /instead, when|A small gift/, /telescope/],
    [['a gift from 100 to 200 for my dad'], /fit/, /A small gift/],
  ]);
});
