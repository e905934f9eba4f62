/** What is asked of the thing on the table: its own page answers, or a page of the shop for such goods, and no page that sounds alike. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

describe('no page of other goods, no list with that very thing on it, and no “I don’t know” that names nothing', () => {
  const { each } = answersOfShop();
  each([
    [['got any plush bears?', 'can i put it in the dryer after washing'], /dry flat; no dryer \(Oddbear/, /down/],
    [
      ['what kites have you got', 'is the string included or do i have to buy it'],
      /^Line: 80 m of string[^.]*included/,
      /account/,
    ],
    [['need a telescope', 'do i need batteries or anything else for it'], /Powered by: none, turned by hand, no motor/],
    [['do you sell a dripper', 'does the ceramic one break easily'], /how easily it breaks/],
    [['show me your teapots', 'how many cups does it make'], /Four hundred millilitres/],
    [['im looking for a wok', 'does it need to be seasoned before i use it'], /come seasoned/],
    [['longjing green tea', 'how hot does the water have to be'], /Brewing: 3 g, 80 °C.*Longjing/, /mud/],
    [['I’d like a knife', 'does it come in a nice box, it’s a present'], /gift wrap/, /Yes/],
    [
      ['teapot', 'the first one', 'does it come in a nice box'],
      /“nice box” comes with it isn't said.*gift wrap/s,
      /Yes/,
    ],
    [['茶具', '第一个', '带盒子不'], /没有写明是否附带“盒子”.*礼品包装/s, /可以：/],
    [
      ['trail shoes', 'can i chuck them in the washing machine'],
      /Goatpath[^:]*: no machine; brush/,
      /may be what you mean/,
    ],
    [['风筝有吗', '线要另外买吗'], /风筝|沙燕/, /账号|邮箱/],
    [['有没有刀 切菜的', '要自己磨吗'], /1000 目磨刀石，两个月一次；出厂已开刃/, /退货/],
    [['有没有刀 切菜的', '是什么钢的'], /材质是钢/],
    [['我想买个炒锅', '带盖子吗'], /盖子：没有锅盖，通用 32 厘米锅盖可配/, /保修/],
    [['我想买个炒锅', '带锅铲吗'], /没有写明是否附带“锅铲”/, /保修/],
    [['有毛绒兔子吗', '能烘干吗'], /装袋 30 度机洗，晾干/, /羽绒/],
    [
      ['有什么茶适合送长辈', '这个怎么泡 水要多烫'],
      /^(?=[\s\S]*滇红[^\n]*：3 克，95 度水，三分钟)(?=[\s\S]*龙井[^\n]*：3 克，80 度水，两分钟)/,
    ],
  ]);
});

describe('which of two by what it is for, and why', () => {
  const { each } = answersOfShop();
  each([
    [
      ['show me the downpour pack', 'Between that and the Line 2, which would you choose for cycling in heavy rain?'],
      /I'd take the Fellhare Downpour.*“waterproof”/,
    ],
    [['bogwalker or goatpath, which one stays dry'], /I'd take the Fellhare Bogwalker.*“waterproof”/],
    // Only one of those that are named.
    [['龙井和铁观音哪个提神'], /没有写哪款更合适.*龙井.*铁观音/, /滇红/],
    [['二号线和倾盆哪个更适合下大雨骑车'], /我会选岭兔 倾盆卷口背包.*“防水”/],
    [['想买双跑鞋 第一公里和远路哪个适合胖子', '哪个软一点'], /我会选野渡 第一公里.*软/, /大家买得最多/],
  ]);
});
