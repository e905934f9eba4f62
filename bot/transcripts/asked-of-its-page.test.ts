/** What is asked of the one thing on the table is read off its page, and only what was asked of it is told back as not there. */
import { expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const heard = async (says: readonly string[]): Promise<string> => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  return answer.text;
};

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  // Words that a rule of the shop has as well.
  [['步调运动手环', '表带能换不 电池几天'], /表带免工具更换[\s\S]*两周|两周[\s\S]*表带免工具更换/, /换货|尺码/],
  [['步调运动手环', '怎么退货', '游泳能戴吗'], /5 ATM/, /不敢乱说/],
  [['Ostrel Pace band', 'how do returns work', 'can i swap the strap?'], /strap changes without tools/, /exchange/i],
  [['Twelve Hours flask', 'how long is delivery?', 'how big is it?'], /24 cm high/, /working day/],
  // A rule that is asked about is one none the less.
  [['步调运动手环', '能换货吗'], /30 天|规格/, /表带/],
  // Told in one line, whatever stands between its words.
  [['步调运动手环', '能测心率睡眠不 安卓能连吗'], /睡眠、配速、心率[\s\S]*安卓 8/, /没有更多说明/],
  [['步调运动手环', '测心率和睡眠吗'], /心率/, /没有更多说明/],
  [['有木有蓝芽音箱', '第一个能连iphone不 电池多久'], /小时[\s\S]*蓝牙 5/, /连phone/],
  // Beans or drip bags, and nothing that leaks.
  [['what coffee do you have', 'coffee beans?? or only drip'], /fit|beans/, /leak/],
])('%j', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each([
  ['姑娘你好，我想买个烧水的壶，要简单好用的'],
  ['护手霜 不油的 小支方便带'],
  ['面霜 干皮 冬天用 不要太香'],
  ['a lamp for my desk, simple and modern'],
  ['green tea up to 200 in a nice box'],
])('what somebody thinks of goods is looked for on no page: %s', async says => {
  expect(await heard([says])).not.toMatch(/没提到|doesn't say|don't say/);
});

test.each<[says: readonly string[], shows: RegExp, never: RegExp]>([
  // The children's one is shown with its age, and not a grown-up's for a baby.
  [['sunscreen for a baby, sensitive skin'], /from 3 years, not for babies/, /Noon Boat|something for a baby/],
  [['1岁宝宝的防晒有吗'], /3 岁以上，不适合婴儿/, /正午船|送宝宝/],
  // A coat of the same stuff comes no nearer to what nobody sells.
  [['想买套睡衣 纯棉的 女的 M码'], /不卖“睡衣”/, /皮夹克|接近/],
  // What a grown-up looks for is no child's.
  [
    ['anything to carry, backpacks under 150', 'thats for kids lol. im a student, need it for a 15" laptop'],
    /commuter backpack/,
    /school bag|what age/,
  ],
  [['便宜的双肩包 150以内', '这是小孩子背的吧，我要装电脑的'], /通勤双肩包/, /小熊书包/],
  // Whoever set something up is given nothing.
  [['我想买鹅颈电水壶', '支付宝行不行 我儿子给我绑的'], /支付宝/, /送儿子|积木/],
  [['swan neck kettle', 'can i pay with alipay? my son set it up for me'], /Alipay/, /for your son/],
  // Goods that have to go with a phone ask for no phone.
  [['need a charger that works with my laptop and phone'], /charging stand/, /don't sell/],
])('for whom and with what: %j', async (says, shows, never) => {
  const talk = await shop.talkTo();
  const { text, cards } = await lastOf(talk, says);
  const told = [text, ...cards.map(card => JSON.stringify(card))].join(' ');
  expect(told).toMatch(shows);
  expect(told).not.toMatch(never);
});
