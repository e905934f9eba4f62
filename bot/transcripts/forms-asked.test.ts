/** In what sizes, colours and packs a product comes, and what its page says to a close question; never more than it says. */
import { expect, test } from 'vitest';
import { lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const heard = async (says: readonly string[]): Promise<string> => (await lastOf(await shop.talkTo(), says)).text;

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['kids running shoes', 'whats the biggest size that one goes up to'], /36–42/],
  [['kids running shoes', 'so do you have 31 or not'], /not in size 31/],
  [['夜跑穿的外套', '第一个', '这外套都有啥码'], /S、M、L、XL/],
  [['夜跑穿的外套', '第一个', '男款L有吗'], /有L码[\s\S]*男女款：男女同款/],
  [['夜跑穿的外套', '第一个', '我就问L有没有'], /有L码/],
  [['越野防水跑鞋', '过沼那双', '39码有吗 女的'], /有39码/],
  [['羽绒服', '绿色 XL 有货不'], /XL|没有绿色/],
  [['敏感肌面霜', '苔藓面霜', '30克太少了 有大的吗'], /规格有/],
  // A size or a pack by its number, and what it costs.
  [['longjing 50 g', 'price of the 250 tin?'], /250 g gift tin, ¥609/],
  [['longjing 50 g', 'and the 50g is 159?'], /50 g, ¥159/, /can't say for sure/],
  [['明前龙井 50克', '100克的呢'], /100 克，¥259/],
  [['朝露爽肤水', '120的含酒精吗 我皮肤一用就红'], /120 毫升/, /红色/],
  [['longjing 50 g', 'only longjing. all sizes and prices'], /50 g, 100 g, 250 g/],
  [['a down jacket', 'goosefall is perfect. show me all colours'], /comes in [a-z, ]*black/],
  [['羽绒服', '就这款吧 所有颜色给我看看'], /颜色有(?=.*黑色).*红色/],
  [['羽绒服', '比M大一号有吗'], /有L码/],
  [['a down jacket', 'does it come one size up from L?'], /size XL/],
  [['羽绒服', '直接说有没有XL就行'], /有XL码/, /最接近/],
  // Which size is worth its price: each with what it costs.
  [['longjing 50 g', 'is the 250g better value?'], /50 g: ¥159[\s\S]*250 g gift tin: ¥609/],
  [['明前龙井 50克', '100克的更划算不'], /50 克：¥159[\s\S]*100 克：¥259/],
  [['朝露爽肤水', '大瓶的更划算吗'], /120 毫升：¥119[\s\S]*250 毫升：¥209/],
  // How many there are is known of all sizes together.
  [['羽绒服', 'XL的还有几件'], /有XL码[\s\S]*各尺码一共还剩\d+件/],
  [['frying pans', 'the egg pan in green, does it come in 28cm'], /Measurements: 24 cm across/, /in your cart/],
])('in what it comes: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  // A name answers what it tells, and no closer question.
  [['sunscreen for kids', 'is it safe for a baby of 8 months'], /from 3 years, not for babies/, /in its name/],
  [['rice water cleanser', 'is that ok for oily skin?'], /Skin: all kinds, sensitive skin too/, /in its name/],
  [['espresso beans', 'whole beans or ground?'], /beans come whole and we don’t grind/, /in its name/],
  [['贴耳耳机', '戴着舒服吗'], /没有写明使用感受/, /名称里/],
  [['a puzzle for my nan', 'how many pieces'], /1,000 pieces/],
  // What belongs to it is told by its own page, or by none.
  [['煎蛋不粘锅', '盖子有配的吗'], /盖子：没有/, /为您找到|维修/],
  [['煎蛋不粘锅', '锅铲有配的吗'], /没有写明是否附带“锅铲”/, /为您找到|维修/],
  [['煎蛋不粘锅', '我是问锅盖 上面那个盖'], /锅盖/, /为您找到/],
  [
    ['the patient rabbit', 'can it go in the washing machine'],
    /machine wash at 30 degrees in a bag/,
    /can't say for sure/,
  ],
  [['an electric kettle', 'capacity?'], /Capacity: 0\.8 l/],
  [['an electric kettle', 'how loud is it?'], /doesn't say how loud it is/],
  [['ripe puer tea', 'how long do i steep it'], /pu’er/, /How long skincare/],
  // Of a kind that is named, each that is so is told to be so.
  [
    ['is the bluetooth speaker waterproof'],
    /^(?=[\s\S]*Yes[^.]*“waterproof”: Bombo Bathsong)(?=[\s\S]*Yes[^.]*“waterproof”: Bombo Courtyard)/,
    /These 2 fit/,
  ],
  [['蓝牙音箱防水吗'], /浴中曲[^。]*防水[\s\S]*天井/, /为您找到/],
  [['is there a waterproof speaker'], /These 2 fit/, /^Yes/],
  // A shop's page that says nothing of the kind is no answer either.
  [
    ['dark roast coffee', 'is it washed or natural? i need washed'],
    /can't say for sure about “washed”/,
    /refrigerator/,
  ],
  [['dark roast coffee', 'is it ground or beans? i need beans'], /beans come whole/, /refrigerator/],
  [['wired earphones', 'is that usb c or a normal jack'], /USB-C/],
  [['有线耳机', '第一个是typec还是圆孔'], /USB-C/],
  [['保温杯', '保多久'], /保温：12 小时 60 °C 以上/, /保修/],
  [['a charging stand', 'will that charge my apple watch as well'], /Watch: Apple Watch; no other watches/],
  [
    ['a kettle', 'the swan-neck one', 'can i set it to 80 degrees for green tea?'],
    /Temperature: 40 to 100 °C, to the degree/,
    /not of green tea/,
  ],
  // What is told beside it is not asked, and a scrap of a sentence is not quoted.
  [["women's road shoes", 'is the petal one in 38 then, i can size up'], /size 38/, /“/],
  [['双肩包', '算了第一个能装a4书不'], /./, /“算了/],
])('what its page says: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});

test.each<[says: readonly string[], hears: RegExp, never?: RegExp]>([
  [['running shoes', 'do they all come in 38?'], /size 38/, /^These/],
  [['running shoes', 'do any of them come in 47?'], /^No, none|Not all/],
  [['跑鞋', '这几款都有38码吗'], /38码/, /为您找到/],
  // Whether there is such a one comes before it is bought.
  [['宽脚穿的跑鞋', '第一个', '有44码吗 我要黑色'], /44码/, /已加入/],
  [['which pan is best', 'which of these do i need first'], /./, /in your cart/],
])('of each of a list, and before anything is taken: %s', async (says, hears, never) => {
  const told = await heard(says);
  expect(told).toMatch(hears);
  if (never) expect(told).not.toMatch(never);
});
