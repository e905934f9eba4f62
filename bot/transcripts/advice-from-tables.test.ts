/** Sizes by the shop's own tables, what comes with a thing, two sorts side by side, and what nobody here knows. */
import { expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const answer = async (says: readonly string[]) => lastOf(await shop.talkTo(), says);

test.each<[says: readonly string[], hears: RegExp]>([
  [['plum rain shell', "M or L? i'm quite busty, bust about 96 cm, which one"], /^For 96 cm that is M: S fits/],
  [['parka', 'my chest is 100, which size'], /^For 100 cm that is M or L:/],
  [['派克大衣', '胸围84，里面要穿厚毛衣，S会不会紧'], /^胸围 84 厘米对应 S：/],
  [['羽绒服', '尺码表给我，胸围102', '102是L还是M，里面穿毛衣'], /^胸围 102 厘米对应 L：/],
  [['派克大衣', '胸围130穿什么码'], /不在这几个码里/],
  [['派克大衣', '那M会不会太大？'], /S 适合胸围/],
  [['羽绒服', '我这身材穿多大'], /S 适合胸围/],
  [['plum rain shell', 'what size would a UK 12 be'], /S fits a chest/],
  [['petal road shoe', 'do i need to go up a size for running?'], /run true/],
  [['节拍跑鞋', '要不要买大一码'], /标准码/],
  [['soft return recovery shoe', 'She takes 38 normally but swollen now, 39 or 40?'], /For shoes take the larger/],
])('a size is told by the table: %s', async (says, hears) => {
  expect((await answer(says)).text).toMatch(hears);
});

test('the table of grown-ups is not told of a child’s raincoat', async () => {
  const { text } = await answer(['kids raincoat', 'what size for 8yo, shes 128cm']);
  expect(text).not.toMatch(/84–92/);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [
    ['telescope', 'My goodness. Does it come with a stand, or must I buy that too?'],
    /^Tripod: aluminium stand[^.]*included/,
  ],
  [['望远镜', '带三脚架吗，还是要另外买'], /三脚架：[^\n]*已附。$/],
  [['望远镜', '望远镜的三脚架，包不包含'], /三脚架：[^\n]*已附。$/],
  [['望远镜', '防尘罩要另外买吗'], /望远镜.*是否附带“防尘罩”/],
  [['风筝', '线轮要另外买吗'], /线：80 米，配木线轮，已附/],
  [['风筝', '手套要另外买吗'], /风筝.*是否附带“手套”/],
  [['kitchen knife', 'Can somebody sharpen it for us later?'], /nothing about “sharpening knives”/],
  [['背包', '有销量吗'], /销量.*没有写/],
])('what may come with it, or is done by nobody here: %s', async (says, hears) => {
  expect((await answer(says)).text).toMatch(hears);
});

test.each<[says: readonly string[], hears: RegExp, never: RegExp]>([
  [['小菜刀', '铁的还是不锈钢的 会生锈吗'], /没有写明是不锈钢，材质是钢/, /不是不锈钢/],
  [['桂花蜡烛', '能点多久'], /40 小时/, /不敢确定/],
  [['洁面乳 100毫升', '泡沫多不多'], /泡沫少而细/, /看不出来|没有更多说明/],
  [['courtyard speaker', 'can it float lol'], /IP67, floats/, /can't tell|says no more/],
  [['patient rabbit', "how tall is it? she's small"], /Measurements: 28 cm, 40 with the ears up/, /size S/],
  [['保温杯', '能保温几个小时'], /保温：12 小时 60 °C 以上/, /标注了/],
  [['pocket hand grinder', 'how heavy is it'], /^Weight: 430 g/, /doesn't say/],
  [['pocket hand grinder', 'how loud is it'], /doesn't say how loud it is/, /^Its page says/],
  [['wide-fit broadway in black', 'he likes dark blue better than black. does it come in that?'], /Yes.*navy/, /^No/],
  [['骨传导耳机', '跑步中途能切歌吗'], /切歌/, /标注了“跑步”/],
])('no page is contradicted: %s', async (says, hears, never) => {
  const { text } = await answer(says);
  expect(text).toMatch(hears);
  expect(text).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, shown: readonly RegExp[]]>([
  [
    ["What is the difference between oolong and pu'er, and which is better after a heavy meal?"],
    /third cup[\s\S]*kind to the stomach[\s\S]*I'd take the Slowhill Ripe pu’er/,
    [/oolong/, /pu’er/],
  ],
  [
    ["what's the difference between a dripper and the swan neck kettle"],
    /Twelve ribs[\s\S]*80 and coffee/,
    [/dripper/, /kettle/],
  ],
  [['铸铁锅和不粘锅有什么区别'], /内壁打磨[\s\S]*陶瓷涂层/, [/铸铁/, /不粘/]],
  [['铸铁锅和不粘锅哪个好'], /内壁打磨[\s\S]*陶瓷涂层/, [/不粘/, /铸铁/]],
  [['送礼的茶 五百左右', '大红袍跟龙井比哪个更有面子'], /桂皮[\s\S]*手工辉锅/, [/大红袍/, /龙井/]],
])('two sorts side by side, each by its page: %s', async (says, hears, shown) => {
  const heard = await answer(says);
  expect(heard.text).toMatch(hears);
  const cards = cardsOfType(heard, 'product').map(card => card.name);
  expect(cards).toHaveLength(shown.length);
  for (const [i, name] of shown.entries()) expect(cards[i]).toMatch(name);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['kitchen knife', 'Is that the only one? He has big hands.'], /the only one of its kind we have/],
  [['怪熊公仔', '江豚公仔', '我问的是怪熊，不是江豚'], /怪熊公仔/],
  [['锅', '哪个不粘'], /标注了“不粘”/],
])('the one that is meant: %s', async (says, hears) => {
  expect((await answer(says)).text).toMatch(hears);
});
