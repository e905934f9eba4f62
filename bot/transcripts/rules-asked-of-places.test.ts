/** Rules asked in fewer words than they need: of a place that is named once, of opened goods, of what may go wrong, and of ways to pay that no page has. */
import { describe } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';

const { each } = answersOfShop();

describe('of a place that is named once', () => {
  each([
    [['香港能寄吗 运费几多'], /¥45/, /中国大陆运费/],
    [['能送到日本吗？运费多少'], /¥120/, /中国大陆运费/],
    [['do you deliver to Xinjiang and how much does it cost'], /5 to 7 days[\s\S]*¥12/, /most countries/],
    [['新疆能送吗 运费多少'], /5 到 7 天[\s\S]*¥12/],
    [['how long does delivery take to tibet', 'so is it free to lhasa or not'], /¥199/],
    [['新疆要几天', '到乌鲁木齐要运费吗'], /¥12|¥199/],
    // Nothing of a place is said.
    [['how much is delivery and how long does it take'], /¥12[\s\S]*2 to 4 days/],
  ]);
});

describe('of opened goods, and of what may not please', () => {
  each([
    [["what's your return window", 'and does that go for opened tea too'], /can’t come back/],
    [['多少天内可以退', '茶叶拆了也能退吗'], /拆封的护肤品、茶和咖啡/],
    [['能退吗 孩子不喜欢的话'], /30 天内/, /拆封/],
    [['can i return it if my son doesnt like it'], /30 days/],
    [['何时发货', '我孩子不喜欢蓝色'], /./, /30 天内都可以退货/],
  ]);
});

describe('of what may go wrong', () => {
  each([
    [['这什么破网站 付款老失败'], /过一分钟再试/],
    [['my card keeps getting declined'], /Try once more/],
    [
      ["can I return shoes if I've worn them outside once?", 'what if the sole came off on that one walk'],
      /photograph/,
    ],
    [['鞋子保修多久', '要是鞋底掉了怎么办'], /照片|保修/],
    [['收音机是在你家买的 旋钮掉了'], /照片/],
    [['不是要买 是旋钮掉了能不能配一个'], /卖配件/],
    [['我买的耳机左边没声音了怎么办', '去年双十一买的，还保吗'], /保修两年/, /双十一活动/],
    [['双十一还有活动吗'], /双十一活动/],
  ]);
});

describe('of ways to pay, and of what comes back', () => {
  each([
    [['可以先付定金吗'], /“先付一部分”.*没有写/, /预订/],
    [['can i pay a deposit first'], /nothing about “paying a part first”/],
    [['到付可以么'], /不支持货到付款/],
    [['do you take cash on delivery'], /cash on delivery/i],
    [['when will you restock the jasmine pearls'], /within three weeks/],
    [['什么时候补货'], /三周内补货/],
    [['do i get something on my birthday as member'], /birthday/],
    [['my parcel: when is it coming back to you'], /./, /three weeks/],
  ]);
});
