import { describe, expect, test } from 'vitest';
import { read } from './said.test-helper.ts';

describe('a yes takes up what the shop asked last', () => {
  test.each([
    ['有紫色的,需要背带吗?', '要', '瑜伽垫', 'feature=背带'],
    ['好的。还需要水彩纸吗?', '要', '颜料', 'product_type=水彩纸'],
    ['还需要橡皮和尺子吗?', '不用', '中性笔', '-product_type=尺子 -product_type=橡皮'],
    ['需要弹力款吗?', '嗯 吃多了', '牛仔裤', 'feature=弹力'],
  ])('%s %s', (shop, text, wanted, facts) => expect(read(shop, text, wanted)).toBe(facts));
});

describe('sizes by their form', () => {
  test.each([
    ['跑步鞋 42.5', 'product_type=跑步鞋 size=42.5'],
    ['A5有吗', 'size=a5', '手账本'],
    ['窗户宽2米4 高2米6', 'size=宽2米4 size=高2米6', '窗帘'],
    ['7号', 'size=7号', '篮球'],
    ['黑10支', 'color=黑 quantity=10', '中性笔'],
    ['4只够了', 'quantity=4', '大闸蟹'],
    ['我1米68 130斤穿啥码', '', '羽绒服'],
    ['杆要硬', 'feature=杆要硬', '球拍'],
  ])('%s', (text, facts, ...wanted) => expect(read('', text, ...wanted)).toBe(facts));
});

describe('prices', () => {
  test.each([
    ['8k上下吧', 'price_around=8000', '笔记本'],
    ['我顶多掏800', 'price_max=800', '耳机'],
    ['500块能下来吗', 'price_max=500', '手镯'],
    ['8k的', 'feature=8k', '电视'],
  ])('%s', (text, facts, ...wanted) => expect(read('', text, ...wanted)).toBe(facts));
});

describe('what is turned away', () => {
  test.each([
    ['四件套、餐具、香薰都很受欢迎。', '四件套感觉很土', '礼物', '-product_type=四件套'],
    ['钢笔礼盒99元。', '钢笔肯定很多人送了', '礼物', '-product_type=钢笔'],
    ['', '颗粒的硌得慌', '枕头', '-feature=颗粒'],
    ['', '烟熏味太冲', '咖啡豆', '-feature=烟熏味'],
    ['', '老人家戴着嫌沉', '按摩仪', '-feature=沉'],
    ['', '膜布厚不厚', '面膜', '-feature=厚'],
    ['', '会不会有甲醛', '床垫', '-feature=甲醛'],
    ['', '五仁千万别', '月饼', '-feature=五仁'],
    ['', '华硕售后被坑过', '笔记本', '-brand=华硕'],
    ['', '太空铝像出租屋 pvc吧', '浴室柜', '-material=太空铝 material=pvc'],
    ['', '不玩越野', '自行车', '-purpose=越野'],
  ])('%s %s', (shop, text, wanted, facts) => expect(read(shop, text, wanted)).toBe(facts));

  test.each([
    ['', '四件套有吗', '四件套', 'product_type'],
    ['骆驼399,伯希和599。', '骆驼那个领子硬不硬', '冲锋衣', '-brand'],
    ['', '睡觉很怕吵', '风扇', '吵'],
  ])('and what is not: %s %s', (shop, text, wanted, part) =>
    part === 'product_type'
      ? expect(read(shop, text, wanted)).toContain(part)
      : expect(read(shop, text, wanted)).not.toContain(part),
  );
});

describe('powers, uses and parts', () => {
  test.each([
    ['', '能摇头吗', '风扇', 'feature=摇头'],
    ['', '充电宝 能上飞机的', '', 'feature=能上飞机 product_type=充电宝'],
    ['自带线款79元', '自带线好', '充电宝', 'feature=自带线'],
    ['', '不能机洗的话就换棉麻的吧', '唐装', 'feature=机洗'],
    ['', '台钓用', '鱼竿', 'purpose=台钓'],
    ['', '晚上遛', '牵引绳', 'purpose=晚上遛'],
    ['', '不好用', '鱼竿', ''],
    ['', '要挂钩的', '窗帘', 'feature=挂钩'],
    ['', '3岁', '绘本', 'age_group=3岁'],
    ['', '再来点豆干', '零食', 'product_type=豆干'],
    ['', '周末去露营', '帐篷', 'purpose=去露营'],
  ])('%s %s', (shop, text, wanted, facts) => expect(read(shop, text, ...(wanted === '' ? [] : [wanted]))).toBe(facts));

  test.each(['抬头要公司的', '有货今天能发吗', '鼠标不用送', '他住宿舍'])('no wish: %s', text =>
    expect(read('', text, '笔记本')).toBe(''),
  );
});
