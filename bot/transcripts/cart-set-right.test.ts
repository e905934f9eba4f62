import { describe, expect, test } from 'vitest';
import { cartAfter, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is put in, taken out and changed is what was meant, whatever is said beside it; and sums are told once, with all that they are of. */
const shop = talkingShop();

describe('what goes out brings nothing else in', () => {
  test.each<[readonly string[], RegExp]>([
    [['黄铜口袋钢笔 墨黑加购物车', '长信笔记本 向日葵黄加购物车', '钢笔还是算了，去掉吧'], /^1 × [^;]*笔记本[^;]*$/],
    [
      ['夜航羊毛毯 米色加购物车', '桂花香氛蜡烛 燕麦色加购物车', '蜡烛孕妇宝宝能闻吗，算了蜡烛去掉'],
      /^1 × [^;]*羊毛毯[^;]*$/,
    ],
    [
      [
        'add the brass pocket fountain pen in black',
        'add the long letter notebook in red',
        'the pen, hmm, remove the pen',
      ],
      /^1 × [^;]*notebook[^;]*$/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('so many of it are changed, and for the one that is shown', () => {
  test.each<[readonly string[], RegExp]>([
    [['十二时辰保温杯 砖红加两个', '哎红色改一个成黑色的，一红一黑'], /^(?=.*1 × [^;]*砖红)(?=.*1 × [^;]*墨黑)/],
    [
      ['十二时辰保温杯 砖红加两个', '换成黑色的', '不是两个都换，是一个红一个黑，把红的加回来'],
      /^(?=.*1 × [^;]*砖红)(?=.*1 × [^;]*墨黑)/,
    ],
    [['十二时辰保温杯 砖红加一个', '换成黑色的', '把红的加回来'], /^(?=.*1 × [^;]*砖红)(?=.*1 × [^;]*墨黑)/],
    [
      ['add 2 twelve hours flasks in red', 'no, one red and one black instead of two red'],
      /^(?=.*1 × [^;]*brick red)(?=.*1 × [^;]*ink black)/,
    ],
    [
      ['add 3 jasmine pearls, 50 g', 'can you make that 2 of the 50g and one gift tin'],
      /^(?=.*2 × [^;]*50 g)(?=.*1 × [^;]*gift tin)/,
    ],
    [['add a thumbprint mug in sage', 'show me the mug in red', 'yes, this one instead'], /^1 × [^;]*brick red$/],
    [['指印马克杯 鼠尾草绿加购物车', '有红色的马克杯吗', '对，换成这个'], /^1 × [^;]*砖红$/],
    [['指印马克杯 鼠尾草绿加购物车', '有什么优惠', '杯子换个红色的行不行'], /^1 × [^;]*砖红$/],
    [
      ['broadway wide-fit shoe in slate grey', 'add it', '43, as I said. And no mug, thank you.'],
      /^1 × [^;]*slate grey, size 43$/,
    ],
    [
      [
        'broadway wide-fit shoe in slate grey',
        'add it in 43',
        'This is tiring. Set the shoe in my cart to size 44, please.',
      ],
      /^1 × [^;]*slate grey, size 44$/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('both that are ordered go in, each in its form', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['煤船深烘咖啡豆 500 克', '这个是500克太多了，有小包的吗', '250的那个加一包，再来盒挂耳'],
      /^(?=.*1 × [^;]*250 克)(?=.*1 × [^;]*挂耳)/,
    ],
    [['菊花枸杞茶 100 克来一包', '黑苦荞茶 250 克', '苦荞茶也要，最小包'], /^(?=.*菊花)(?=.*1 × [^;]*黑苦荞茶 50 克)/],
    [
      ['流云盖碗', '二人茶壶', '盖碗和茶壶一起多少钱', '那加到购物车吧，茶壶要绿色的'],
      /^(?=.*1 × [^;]*盖碗)(?=.*1 × [^;]*茶壶 松针绿)/,
    ],
    [
      [
        'cloud gaiwan',
        'two guests teapot',
        'how much for the gaiwan and the teapot together?',
        'add them to my cart, the teapot in green',
      ],
      /^(?=.*1 × [^;]*gaiwan)(?=.*1 × [^;]*teapot, pine green)/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what is ordered beside a remark goes in as it was told', () => {
  test.each<[readonly string[], RegExp]>([
    [['桂花香氛蜡烛 燕麦色', '能烧多久', '行，来两个，送人的，粉色'], /^2 × [^;]*桃花粉$/],
    [['小菜刀', '蓝焰炒锅', '行吧锅不要了，刀要黑色的小菜刀一把'], /^1 × [^;]*小菜刀 墨黑$/],
    [['苔藓修护面霜 30 克', '行，买一瓶试试，用了过敏能退吗'], /^1 × [^;]*面霜 30 克$/],
    [
      [
        '降噪耳机有没有，坐高铁用，预算800以内',
        '息声头戴式戴着会不会夹头啊',
        '789那个太占地方了，还是要小的那个，白色的加购物车',
      ],
      /^1 × [^;]*低语[^;]*粉白$/,
    ],
    [['指印马克杯', '这个能机洗吗', '给我看冲锋衣，就是防雨的外套，男款，M码，深色，500以内'], /^$/],
    [
      ['night market puzzle, 1,000 pieces', 'ok no puzzles then. put the night market in orange in my cart'],
      /^1 × [^;]*ember orange$/,
    ],
    [
      ['longway cushioned shoe in grey', 'ok that one in orange, 45. is it ok for wide feet?'],
      /^1 × [^;]*orange, size 45$/,
    ],
    [
      ['open road bone-conduction headphones in black', "I'd like those, orange. Is there a test period if they hurt?"],
      /^1 × [^;]*orange$/,
    ],
    [['coal boat dark roast, 500 g', 'great. two bags of that, and tell me what it comes to'], /^2 × [^;]*500 g$/],
    [
      ['running shoes', 'put the Cinder retro runner in, white, 42, and tell me the price after the discount'],
      /^1 × [^;]*chalk white, size 42$/,
    ],
    [
      [
        'green tea',
        'longjing green tea 50g, the one for 159 u showed me',
        'ok thats it. add it, and can u write a note for her with it',
      ],
      /^1 × [^;]*Longjing[^;]*50 g$/,
    ],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('a sum is told once, of all that it is of', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['osmanthus candle', 'add the pink one', 'make it two, and what do I pay in total with delivery to Beijing?'],
      /^(?=[\s\S]*¥190)(?![\s\S]*¥101)/,
    ],
    [
      ['退潮身体乳 200 毫升', '买一瓶', '护手霜', '行加一个。两个一起多少'],
      /^(?=[\s\S]*退潮身体乳[\s\S]*手霜[\s\S]*¥150)(?![\s\S]*2 件)/,
    ],
    [['所以我买一件350的外套，实付多少，还要运费吗'], /^(?=[\s\S]*¥320)(?![\s\S]*¥12)/],
    [
      [
        'add the bathsong shower speaker in blue',
        'do you send to Germany?',
        'What must I pay together with the delivery to Germany?',
      ],
      /¥99\. If it can be sent there, delivery costs ¥120: ¥219 in all/,
    ],
    [
      [
        'add the bathsong shower speaker in blue',
        "I don't understand. Please tell me total for one speaker, to Germany.",
      ],
      /¥219 in all/,
    ],
    [['沙燕风筝 樱桃红', '寄到新加坡加运费一共多少钱'], /运费 ¥120，一共 ¥249/],
    [['沙燕风筝 樱桃红', '寄到香港含运费一共多少'], /运费 ¥45，一共 ¥174/],
    [['So 99 and 120, makes 219 yuan?'], /^Yes: ¥99 and ¥120 make ¥219/],
    [['99加120是220对吧'], /^不对，¥99 加 ¥120 是 ¥219/],
    [['渡口桌游 砖红', '来一份', '行吧，加上运费一共181对吧'], /合计¥181/],
    [['add the porpoise plush in grey', "perfect. what's my total with the wrapping?"], /¥111[\s\S]*¥9 per parcel/],
    [['好脾气兔 粉白 加一只', '合计多少钱', '包装钱没算进去啊'], /¥101[\s\S]*¥9[\s\S]*¥110/],
    [
      [
        'add the rice water gentle cleanser, 100 ml',
        "It's about ten in the morning here, so if I wait till 8 pm what would I pay for my two things?",
      ],
      /^Ordered at 20:00[\s\S]*“Skincare evenings/,
    ],
    [["what's the best deal if I spend about 600?"], /less “¥30 off every ¥300” \(−¥60\) come to ¥540/],
    [['just tell me, 600 yuan of shoes, how much off?'], /−¥60/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});

describe('why it is so much, and what the shopper ticks', () => {
  test.each<[readonly string[], RegExp]>([
    [
      ['add two alley house espresso beans, 500 g', "hmm 223? why isn't it 298"],
      /¥223\.50[\s\S]*“Tea & coffee: second one half price” \(−¥74\.50\)/,
    ],
    [['巷子拼配意式咖啡豆 500 克 来两包', '怎么是223不是298'], /“茶与咖啡第二件半价”/],
    [['天井便携音箱 樱桃红 加一个', '我刚说用首单20那个优惠，怎么还是289'], /逐项来看/],
    [['好脾气兔 粉白 加一只', '那帮我把包装勾上'], /^勾选这一步我没法替您操作/],
    [['天台望远镜', '好的，就买这个望远镜，放购物车加礼品包装'], /已加入购物车[\s\S]*勾选这一步我没法替您操作/],
    [['add the porpoise plush in grey', 'yes gift wrap please'], /^I can't tick that for you/],
    [['add the porpoise plush in grey', 'do you gift wrap?'], /^Yes: tick/],
    [['护肤晚上八点的折扣怎么算'], /现在(?:正好|不)在时段内/],
    [['兜风跑步外套', '橙色L加购', '不凑单了。那有没有反光的跑鞋，配一起'], /不会再让您凑单/],
    [['渡口桌游 砖红', '来一份', '够包邮吗，寄到乌鲁木齐多久'], /还差¥30/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});
