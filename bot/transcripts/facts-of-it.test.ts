/** A fact of the one on the table: told where its page lists it, of that one, and in no scraps of the shopper's words. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

const { each } = answersOfShop();

describe('facts of parts, and of what goods do to whoever has them', () => {
  each([
    [
      ['small vegetable knife', "so how long's the blade on that one? and is it any good for lefties"],
      /blade 17 × 7\.5 cm[\s\S]*either hand/,
      /can't say|“/,
    ],
    [['小菜刀', '这把多重 刀刃多长'], /刀身 17 × 7\.5 厘米[\s\S]*235 克/, /关于|不敢/],
    [
      ['bone conduction headphones', 'can i still hear the traffic? and would they last a whole marathon'],
      /Battery life: 9 hours[\s\S]*ears stay open to the traffic/,
    ],
    [['骨传导耳机', '跑马拉松四五个小时电够不，防汗几级'], /续航：9 小时[\s\S]*IP68/, /风力|没有标注“马拉松”|电够/],
    [
      ['telescope', 'from what age is it recommended? and can i mount my phone on it'],
      /smartphones[\s\S]*from 8 years/,
      /nothing|don't know/,
    ],
    [['望远镜', '对着太阳看会不会伤眼睛？'], /不能看太阳/],
    [['爷爷的收音机', '能插U盘吗，旋钮大不大'], /大旋钮[\s\S]*没有写明能不能插 U 盘/, /不卖/],
    [['沙燕风筝', '它多大,收起来多长'], /90 厘米[\s\S]*80 厘米纸筒/],
    [['swan-neck kettle', 'how long does it take to boil?'], /boils in 4 minutes/],
    [['electric kettle', 'and what temperature can i set, how fast does it boil'], /boils in 4 minutes/],
    [['goatpath trail shoe', "what's the heel drop, and how deep are the lugs"], /5 mm lugs[\s\S]*drop: 6 mm/],
    [['茉莉龙珠', '一次放几颗，泡几分钟？'], /约 10 颗/, /没有写明/],
    [['书页夹灯', '护眼吗 要插电还是充电'], /USB-C[\s\S]*无频闪/],
  ]);
});

describe('stoneware is ceramic', () => {
  each([
    [['马克杯', '是陶瓷的吗'], /是的/, /不是陶瓷/],
    [['马克杯', '它不是陶瓷那是什么材质？能微波吗'], /材质是炻器[\s\S]*微波炉：可以/],
    [['a mug', 'is it ceramic?'], /^Yes/],
  ]);
});

describe('what is no property is quoted as none', () => {
  each([
    [
      ['long letter notebook', 'Ha. Please open the details: number of pages, ruling, paper weight'],
      /192 pages[\s\S]*dotted/,
      /“ha”|“open/,
    ],
    [['沙燕风筝,介绍下'], /潍坊竹骨/, /介绍下/],
    [
      ['jasmine pearls', "is it strong in caffeine? she can't sleep if she drinks strong stuff"],
      /30 mg a cup/,
      /how strong/,
    ],
    [['马克杯', '还有这个挺好看的。多高'], /9\.5 厘米/, /好看/],
  ]);
});

describe('all of it, where all is asked for', () => {
  each([
    [['沙燕风筝', '详情'], /潍坊竹骨/],
    [['telescope', 'details please'], /Seventy millimetres/],
    [['telescope', 'ok show me the full specs'], /Seventy millimetres/],
  ]);
});

describe('of the one that was bought or named just now', () => {
  each([
    [
      ['add 2 longjing 100 g to my cart', 'which temperature of water is good for it?'],
      /Brewing: 3 g, 80 °C[\s\S]*Longjing/,
      /pu’er/,
    ],
    [['来罐明前龙井50克', '它用多少度的水泡'], /80 度水/],
    [['旅行包', '卧铺那个多大', '有没有背带，能双肩背吗'], /卧铺旅行包[\s\S]*肩带/, /二号线/],
    [['节拍和疾羽各多重'], /疾羽[\s\S]*189 克[\s\S]*节拍[\s\S]*198 克|节拍[\s\S]*198 克[\s\S]*疾羽[\s\S]*189 克/],
    [['爷爷的收音机', 'U盘呢？你没讲。'], /没有写明能不能插 U 盘/, /抱歉/],
  ]);
});

describe('of two that are compared, what one page does not say is told', () => {
  each([
    [
      ['difference between the Bogwalker and the Goatpath? mainly lug depth and drop'],
      /6 mm lugs[\s\S]*doesn't say its heel-to-toe drop[\s\S]*drop: 6 mm/,
    ],
    [['花瓣和软着陆有什么区别，重量和鞋底厚度'], /31 毫米[\s\S]*34 毫米/],
  ]);
});

describe('several colours asked of one thing are several of its forms', () => {
  each([
    [['swallow kite', 'do you have it in red, navy and yellow?'], /comes in/, /went wrong/],
    [
      [
        'swallow kite',
        'nice. 3, all different colours',
        'i said i want three. one red one navy one yellow, into the basket',
      ],
      /navy|yellow/,
      /went wrong/,
    ],
    [['沙燕风筝', '有红的藏青的和黄的吗'], /红|黄/, /出了点问题|出错/],
  ]);
});
