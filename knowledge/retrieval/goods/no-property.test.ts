import { describe, expect, it } from 'vitest';
import { isWorthTelling } from './no-property.ts';

describe('what is told back as not on a page', () => {
  it.each([
    'hip belt',
    'arabica',
    'two ports',
    'dark spots',
    'thumb loops',
    'gift tin',
    'wide feet',
    'flammable',
    'drawing',
  ])('“%s” is asked of goods', said => expect(isWorthTelling(said)).toBe(true));
  it.each([
    'friday',
    'the',
    'adults no',
    'modern',
    'too modern',
    'nice box',
    'easy to use',
    'together',
    'simple and good',
  ])('“%s” is none of their properties', said => expect(isWorthTelling(said)).toBe(false));
  it.each(['刻字', '反光条', '酒精', '零食', '会不会掉毛', '智能', '表带', '大理石', '小鸟', '香菜', '油画', '重庆'])(
    '“%s”是商品的事',
    said => expect(isWorthTelling(said)).toBe(true),
  );
  it.each([
    '简单',
    '简单好用',
    '好用',
    '贴心',
    '不油',
    '太香',
    '新鲜',
    '刚刚',
    '有必要',
    '包装好看',
    '大气上档次',
    '好看的',
  ])('“%s”不是商品页上的事', said => expect(isWorthTelling(said)).toBe(false));
});
