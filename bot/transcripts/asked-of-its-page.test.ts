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
