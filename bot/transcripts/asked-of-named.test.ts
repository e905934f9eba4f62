/** Asked of the one that is named, remarked on or pointed at: its price by what is in it, how many there are, and what its kind can do. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

const { each } = answersOfShop();

describe('behind a remark on it', () => {
  each([
    [['Pebble wireless earbuds', 'earbuds are cute!! do they come with mic'], /“mic”[\s\S]*Pebble/, /fits?\b/],
    [['a shower speaker', 'the shower speaker is fun. how many of the blue are there'], /clear sky is in stock/],
    [['a candle', 'i like that candle. how long does it burn'], /Burn time: 40 hours/],
    [['a flask', 'the flask looks nice, is it dishwasher safe?'], /flask/i],
    [['香氛蜡烛', '蜡烛不错 能烧多久'], /40 小时/, /“不错|行 /],
    [['保温杯有吗', '保温杯挺好看的，能装多少水'], /保温杯/, /“好看/],
    // What agrees to it takes it, and goods of another kind are looked for.
    [['Thumbprint mug', 'ok the mug is fine, the green one'], /sage is in your cart/],
    [['a candle', 'the candle is nice but show me kettles'], /fit/, /forty hours/],
  ]);
});

describe('behind what is turned down, of another', () => {
  each([
    [
      ['running shoes for a half marathon', 'the carbon one is overkill for me, does the Longway have it in grey?'],
      /Longway cushioned shoe, slate grey/,
      /carbon/,
    ],
    [
      ['warm winter coat', 'The parka is too expensive. Does the Teahouse jacket come in M?'],
      /size M: .*Teahouse/,
      /parka/,
    ],
    [
      ['warm winter coat', 'The first one sounds too dear. Is the Teahouse jacket really warm?'],
      /Teahouse/,
      /Longwinter/,
    ],
    [['跑鞋', '第一双太贵了，宽街那双有黑色吗'], /宽街宽楦跑鞋 墨黑有黑色/],
    [['跑鞋', '夜班车那双太花了，雨线的防水吗'], /雨线防水跑鞋/, /夜班车/],
    [['咖啡', '他不喝低因的，挂耳那个是礼盒吗'], /挂耳/, /晚九点/],
    // Of none other.
    [['warm winter coat', 'the parka is too expensive, is it on sale?'], /parka/],
    [['warm winter coat', 'the parka is too expensive. do you have a cheaper one?'], /fit/, /Made for Harbin/],
    [['跑鞋', '第一双太贵了，有便宜点的吗'], /为您找到/],
    [['茶壶', '二人茶壶太小了，有大一点的吗'], /没有更大的了[\s\S]*400 毫升/],
  ]);
});

describe('what somebody has not is not what is asked about', () => {
  each([
    [['深烘咖啡豆', '这个磨粉行吗，我家没磨豆机'], /代磨咖啡/, /不锈钢磨芯/],
    [['coffee beans', "is the first one ground? i don't have a grinder"], /./, /steel burrs/i],
    [['我没有磨豆机，推荐一个'], /为您找到/],
  ]);
});

describe('its price, by what is in it', () => {
  each([
    [['Alley House espresso beans, 250 g', 'how much per 100g is that'], /250 g: ¥79 \(¥31\.60 per 100 g\)/],
    [
      ['Alley House espresso beans, 250 g', 'whats that per 100 g and is the big one cheaper?'],
      /500 g: ¥149 \(¥29\.80/,
    ],
    [['the alley house espresso beans. how much for the 500g'], /500 g, ¥149/, /can't say/],
    [['面膜', '这个多少钱一片'], /每片 ¥17\.80/],
    // Whichever of its two boxes is shown.
    [['面膜', '多少钱一盒'], /5 片盒装，¥89。|10 片盒装，¥159。/, /每片|不敢确定/],
    [['明前龙井', '平均每100克多少钱'], /每 100 克 ¥318/],
    [['a mug', 'how much is it'], /¥59/, /per|each/],
  ]);
});

describe('in which of its forms, and how many there are', () => {
  each([
    [['马拉松跑鞋', '远路有43码半吗'], /没有43\.5码/, /有43码/],
    [['longway', 'do you have it in 42 and a half'], /42\.5/],
    [['longway', 'do you have it in 42'], /comes in size 42/],
    [['儿童雨衣', '蓝的 有110的码吗'], /晴空蓝没有110码/, /桃花粉没有蓝色/],
    [['羽绒马甲', '画室羽绒马甲石板灰有M吗 就剩一件？'], /有M码/, /只退其中/],
    [['Jasmine pearls, 100 g', 'how many are left'], /in stock: \d+ left/],
    [['a puzzle', 'how many pieces are there'], /pieces/, /in stock/],
  ]);
});

describe('of a kind, before anything was shown', () => {
  each([
    [['你们家保温杯保温多久'], /保温：12 小时 60 °C 以上/],
    [['蓝牙音箱续航多久'], /天井便携音箱.*：中等音量 20 小时[\s\S]*浴中曲.*：8 小时/],
    [['how long do your candles burn'], /Burn time: 40 hours/],
    [['茶叶保质期多久'], /开封|未开封/, /页面没有写明/],
    [['香氛蜡烛', '能带上飞机吗'], /飞机|机/],
    [['power bank', 'and can I take it as hand luggage on a flight?'], /On a plane: yes, in hand luggage only/],
    [['骨传导耳机', '骨传导那个 下雨能戴吗'], /防水：IP68/, /不太确定您的意思/],
  ]);
});

describe('of one that is named after it was asked', () => {
  each([
    [['这衣服洗了会缩水吗', '噢忘说了 是那件湿石板风衣'], /湿石板风衣/, /没有查到/],
    [['is it machine washable', "oh sorry, it's the Wet Pavement trench"], /Wet Pavement/, /not sure/],
    [
      ['a duffel for the gym', 'nice. carry on size?'],
      /On a plane: yes, on most airlines, when not stuffed full/,
      /fits?\./,
    ],
    [['whats the difference between a rain shell and a windbreaker'], /nothing about “the difference/],
    [['is oolong stronger than green tea in caffeine?'], /don't say that/],
    [['正午船防晒霜', '大瓶的有没有 30ml几天就没了'], /120 毫升/, /至于“30ml/],
  ]);
});

describe('good is no word to pick by', () => {
  each([
    [['老伴爱喝绿茶，有没有好一点的，不要太贵的'], /^送?.*为您找到/, /没有完全符合“绿茶”/],
    [['an oolong, something nice'], /fit/, /“nice”/],
  ]);
});
