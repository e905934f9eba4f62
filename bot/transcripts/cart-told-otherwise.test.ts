import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What went in otherwise than it was meant, what never was to go in, and the sums that are held against it. */
const shop = talkingShop();

describe('a number told of what is in the cart is its number in all', () => {
  const tea = ['龙井100克来3罐', '第二件半价是什么规则'];
  test.each<[readonly string[], RegExp]>([
    [['龙井100克来3罐', '就2罐吧'], /^2 × [^;]*$/],
    [[...tea, '就2罐吧'], /^2 × [^;]*$/],
    [[...tea, '改成4罐看看'], /^4 × [^;]*$/],
    [['龙井100克来3罐', '哎怎么5罐了？我只要2罐'], /^2 × [^;]*$/],
    [['longjing green tea, 100 g', 'add three', 'No, no, only 2 in cart! I only had a question'], /^2 × [^;]*$/],
    [['swallow kite', 'one red one navy one yellow please'], /^1 × [^;]*; ?1 × [^;]*; ?1 × [^;]*$/],
    [['围裙', '藏青的加一条', '红的我没要'], /^1 × [^;]*港湾蓝$/],
    [['指印马克杯 砖红加购物车', '另外想给爸爸挑个，六十块左右的就行'], /^1 × [^;]*$/],
    [['茶', '要桂花香氛蜡烛 米色一个', '再加66块就300了吧'], /^1 × [^;]*$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('one goes out and another in, however it is told', () => {
  const cream = ['水手护手霜 50 毫升', '来三支', '有三支礼盒吗'];
  test.each<[readonly string[], RegExp]>([
    [
      ['twelve hours flask in black', 'add it', "didn't want black. swap it for the white one"],
      /^1 × [^;]*chalk white$/,
    ],
    [
      [
        'goatpath trail shoe in pine green',
        'add it',
        'swap it for the grey one in size 44.5, or 45 if there are no half sizes',
      ],
      /^1 × [^;]*slate grey, size 45$/,
    ],
    [['十二时辰保温杯 墨黑', '来一个', '不要黑的换白的'], /^1 × [^;]*粉白$/],
    [[...cream, '礼盒109三支 肯定比49一支便宜吧 把刚才那三支去掉 换礼盒一盒'], /^1 × [^;]*三支礼盒$/],
    [
      [
        '二号线通勤双肩包 墨黑',
        '加购物车',
        '港湾蓝的也加一个',
        '黑的那个去掉呀，我只要一个蓝的，加那个黄色的长信笔记本，最后付多少',
      ],
      /^(?!.*墨黑)(?=.*1 × [^;]*港湾蓝)(?=.*1 × [^;]*长信笔记本 向日葵黄)/,
    ],
    [['卧铺旅行包 墨黑', '那加购物车'], /^1 × [^;]*墨黑$/],
    [['书页夹灯', '白的红的各一 再来俩长信笔记本'], /^(?=.*1 × [^;]*夹灯 粉白)(?=.*1 × [^;]*夹灯 砖红)/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what is only asked about goes nowhere', () => {
  test.each<[readonly string[], RegExp]>([
    [['二号线通勤双肩包 墨黑', '行吧那买它，有没有深蓝的'], /^$/],
    [['goatpath trail shoe in pine green', "I'll take it. Do you have it in grey?"], /^$/],
    [
      ['longjing green tea, 100 g', 'add two', 'how hot should the water be?', "That is for pu'er. Longjing please"],
      /^2 × [^;]*$/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('a sum is told of all that it is of, and held against what it is thought to be', () => {
  test.each<[readonly string[], RegExp]>([
    [['卧铺旅行包 墨黑', '349满减后是319吧？'], /对的.*¥319/s],
    [['卧铺旅行包 墨黑', '349够300减30了吧，实付329对吗'], /不是.*¥319/s],
    [['sleeper train duffel in black', 'is that 349 minus 30, so 319 all in?'], /Yes, ¥319/],
    [['swallow kite in red', 'add it', 'why is it 141 when the kite is 129?'], /¥141/],
    [['2018 年熟普洱 250 克礼罐', '来两罐', '是什么茶', '我是说算好最后付多少'], /¥448\.50/],
    [['保温杯', '十二时辰保温杯加清香铁观音50克，35套总共多少钱'], /保温杯[^，]* 35 件.*铁观音[^，]* 35 件/],
    [
      ['保温杯 菊花枸杞茶 100 克', '20套，十二时辰保温杯一个加菊花枸杞茶100克一罐，总共多少钱'],
      /保温杯[^，]* 20 件.*枸杞[^，]* 20 件/,
    ],
    [['goatpath trail shoe in slate grey', 'add it', 'hm is it 359 minus 30? so I pay 329?'], /Yes, ¥329/],
    [['好脾气兔 晴空蓝', '加一个', '加多少能到300'], /再买¥211/],
    [['慢坡滤杯 口袋磨豆机', '滤杯和磨豆机一起多少钱', '加上煤船深烘咖啡豆 250 克呢'], /滤杯.*磨豆机.*咖啡豆/],
    [['指印马克杯 砖红', '加购物车', '再加一个绿的，然后寄台北总共多少含运'], /¥45.*¥163|¥163/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});
