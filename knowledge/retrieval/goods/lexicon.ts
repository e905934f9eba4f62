/**
 * Canonical attribute values and what shoppers call them in both languages. A value of the catalogue that is missing here
 * is understood by its own English key all the same; a line here adds its other names.
 */
import type { FactSlot } from '../../domain/shopper.ts';
import { namedKinds } from './named-kinds.ts';

/** slot -> lines "value: other English names | Chinese names"; the first Chinese name is the one shown. */
const lines: Readonly<Partial<Record<FactSlot, string>>> = {
  colour: `
black: ink black, jet black | 黑色, 黑, 墨黑, 纯黑
white: off white, ivory, chalk white | 白色, 白, 米白, 纯白
red: crimson, scarlet, burgundy, wine red, brick red, cherry red | 红色, 红, 大红, 酒红, 砖红, 樱桃红, 正红
blue: sky blue, light blue, royal blue | 蓝色, 蓝, 天蓝, 浅蓝, 宝蓝
navy: navy blue, dark blue, midnight blue, harbour navy | 藏青色, 藏青, 海军蓝, 港湾蓝, 藏蓝, 深蓝, 深蓝色
green: dark green, light green, forest green, pine green, sage | 绿色, 绿, 墨绿, 草绿, 松针绿, 军绿
yellow: mustard, sunflower | 黄色, 黄, 明黄
orange: | 橙色, 橙, 橘色, 橘黄
pink: blossom, hot pink, rose | 粉色, 粉红, 粉, 粉红色, 玫红
purple: violet, lilac, plum purple, lavender colour | 紫色, 紫, 紫红
grey: gray, charcoal, slate grey, dark grey, light grey | 灰色, 灰, 深灰, 浅灰, 炭灰
brown: chestnut, chocolate brown, tan | 棕色, 棕, 咖啡色, 咖色, 褐色, 栗色, 焦糖色
beige: oat, sand, khaki, cream coloured, nude | 米色, 杏色, 卡其色, 卡其, 燕麦色, 裸色
silver: | 银色, 银
gold: golden | 金色, 金
teal: turquoise | 青色, 湖蓝
olive: | 橄榄绿`,
  material: `
mesh: | 网布, 网面
rubber: | 橡胶
knit: knitted | 针织
synthetic: synthetics | 合成革, 人造
nylon: | 尼龙
leather: real leather, genuine leather, leathers | 真皮, 皮革, 皮的, 皮质, 牛皮, 皮料, 皮, 皮衣
suede: | 麂皮, 绒面革
recycled-polyester: recycled polyester | 再生聚酯
polyester: | 聚酯纤维, 涤纶, 聚酯
cotton: | 棉, 纯棉, 全棉, 棉质, 棉的
canvas: | 帆布
linen: flax | 亚麻, 麻的
wool: woollen, woolen, merino | 羊毛, 毛料, 美利奴
cashmere: | 羊绒
down: goose down, down filled, duck down | 羽绒, 鹅绒, 鸭绒
fleece: | 抓绒, 摇粒绒
cork: | 软木
plastic: plastics | 塑料, 塑胶
protein-leather: protein leather | 蛋白皮
faux-leather: faux leather, fake leather, pu leather, vegan leather | 人造革, 仿皮
aluminium: aluminum | 铝合金, 铝
silicone: | 硅胶
titanium: | 钛合金, 钛
wood: wooden | 木, 木质, 木头, 实木
stoneware: | 炻器, 粗陶
porcelain: bone china | 瓷, 瓷器, 骨瓷
bamboo: | 竹, 竹子, 竹制
stainless-steel: stainless steel, stainless | 不锈钢
steel: | 钢
cast-iron: cast iron | 铸铁
carbon-steel: carbon steel | 精铁, 碳钢
ceramic: ceramics | 陶瓷, 陶
glass: | 玻璃
brass: | 黄铜
paper: | 纸, 纸质
silk: | 丝绸, 真丝, 丝, 绢
green-tea: green tea | 绿茶
black-tea: black tea | 红茶
oolong-tea: oolong tea, oolong | 乌龙茶, 乌龙
puer-tea: puer, pu'er, pu erh | 普洱茶, 普洱
herbal-tea: herbal tea, herbal, herbs, tisane, chamomile, rooibos, flower tea | 花草茶, 花茶, 草本茶, 草本
jasmine: jasmine tea | 茉莉
buckwheat: | 苦荞, 荞麦, 黑苦荞
soy-wax: soy wax | 大豆蜡
vitamin-c: vitamin c | 维生素c, 维c, vc
aloe: aloe vera | 芦荟
ceramide: ceramides | 神经酰胺
squalane: | 角鲨烷
shea: shea butter | 乳木果`,
  feature: `
waterproof: water proof, rainproof, rain proof, raincoat, rain coat, rain jacket, hardshell, hard shell | 防水, 防雨, 防大雨, 防暴雨, 防小雨, 挡雨, 遮雨, 不怕雨, 雨衣, 雨披, 冲锋衣, 硬壳
water-resistant: water resistant, water repellent, showerproof | 防泼水, 拒水
windproof: wind proof, wind resistant, windbreaker, wind breaker, windcheater, wind jacket | 防风, 防风衣, 防风外套, 皮肤衣
breathable: airy | 透气, 不闷脚
lightweight: light weight, lighter, lightest, very light | 轻便, 轻量, 轻盈, 超轻
warm: warmth, cosy, warmest | 保暖, 暖和, 厚实
cushioned: cushioning, soft sole, well cushioned | 缓震, 减震, 软底
responsive: bouncy | 回弹好, 回弹
reflective: high visibility, hi vis | 反光, 夜间反光
grippy: non slip, anti slip, good grip, slip resistant | 防滑, 抓地
durable: hard wearing, hardwearing, sturdy, sturdiest, toughest, long lasting, tough | 耐用, 耐磨, 结实, 耐穿
slip-on: slip on, slip ons, laceless | 一脚蹬, 免系带
wide-fit: wide fit, wide feet, wide toe | 宽楦, 宽脚
packable: | 可收纳
foldable: folding, collapsible, folds | 可折叠, 折叠
stretch: stretchy, elastic | 有弹力, 弹力
laptop: laptop compartment, laptop sleeve, fits a laptop | 可放电脑, 装电脑, 放电脑, 电脑隔层
washable: machine washable | 可水洗, 可机洗
vegan: | 纯素
wireless: bluetooth, cordless | 无线, 蓝牙
wired: | 有线
noise-cancelling: noise cancelling, noise canceling, noise cancellation, anc | 主动降噪, 降噪
long-battery: long battery, long battery life, good battery | 长续航, 续航长, 续航久
sweatproof: sweat proof | 防汗
volume-limited: volume limited | 限制音量
fast-charging: fast charging, quick charging, quick charge | 快充
rechargeable: usb charging | 可充电, 充电的
dishwasher-safe: dishwasher safe, dishwasher | 可进洗碗机, 洗碗机
microwave-safe: microwave safe, microwavable | 可微波, 微波炉
oven-safe: oven safe, ovenproof | 可进烤箱
non-stick: non stick, nonstick | 不粘
induction: induction hob, induction cooker | 电磁炉可用, 电磁炉
handmade: hand made, hand crafted, handcrafted | 手工制作, 手工
temperature-control: temperature control, variable temperature | 可控温, 控温
fast-boiling: fast boiling | 速沸
dimmable: | 可调光
leakproof: leak proof, spill proof | 不漏水, 防漏
insulated: thermal, keeps hot | 保温
fragrance-free: fragrance free, perfume free, unscented, without perfume | 无香精, 无香, 不含香精, 不要香精, 没有香精, 不加香精, 零香精, 不能有香精, 不要有香精
sensitive-skin: | 敏感肌可用, 敏感肌, 敏感皮肤, 敏感肌肤, 皮肤敏感, 皮肤很敏感, 皮肤比较敏感, 皮肤容易敏感
moisturising: moisturizing, hydrating | 保湿, 补水, 滋润
brightening: | 提亮, 美白
spf: sun protection, sunblock | 防晒
plastic-free: plastic free | 无塑料
gift-wrapped: gift wrapped | 已包装好
single-origin: single origin | 单一产地
scented: | 有香味, 窨制
organic: | 有机
decaf: decaffeinated | 低因
caffeine-free: caffeine free, no caffeine, without caffeine, non caffeinated, not caffeinated | 不含咖啡因, 无咖啡因, 没有咖啡因, 没咖啡因, 不要咖啡因, 不要有咖啡因, 不能有咖啡因, 不能喝咖啡因, 不能摄入咖啡因, 零咖啡因, 0咖啡因, 咖啡因过敏
light-roast: light roast, lightly roasted | 浅烘
medium-roast: medium roast | 中烘
dark-roast: dark roast | 深烘`,
  occasion: `
running: jogging, for a run | 跑步, 慢跑, 晨跑, 夜跑
rain: rainy, rainy days, rainy weather, wet weather, raincoat, rain coat, rain jacket | 下雨天, 雨天, 下雨, 雨衣, 雨披
commute: commuting, commuter, for work travel | 通勤, 上下班, 上班背, 上班穿, 上班带
gym: workout, working out, fitness | 健身房, 健身
marathon: half marathon, half marathons, full marathon | 马拉松, 半马, 全马, 半程马拉松, 全程马拉松, 跑马
race: racing, race day | 比赛
trail: trail running, trails, gravel, off road, forest paths, muddy paths | 越野跑, 越野, 山路, 碎石路, 土路, 野路
hiking: hike, hikes, trekking, mountain walks | 徒步, 登山, 爬山
travel: travelling, traveling, trip, trips, holiday trip | 旅行, 旅游, 出差, 出游
camping: camp | 露营, 野营
cycling: biking, bike rides, cyclist, cycles, bike commute | 骑行, 骑车
swimming: swim | 游泳
school: | 上学, 学校
office: desk, for work | 办公室, 办公, 上班用
business: meetings | 商务
party: parties | 聚会, 派对
wedding: weddings | 婚礼, 结婚
birthday: birthdays | 生日
housewarming: new home, house warming, new flat, new house, new apartment, moved house | 乔迁, 搬新家, 新家, 新房
picnic: picnics | 野餐
summer: | 夏天, 夏季
winter: | 冬天, 冬季
spring: | 春天, 春季
weekend: weekends | 周末
breakfast: | 早餐
fishing: | 钓鱼
photography: | 摄影, 拍照
festival: festivals | 过节, 节日
christmas: xmas | 圣诞, 圣诞节
daily: everyday | 日常
home: at home | 家里用, 居家用
gift: |`,
  recipient: `
dad: father, daddy, papa, my old man, father in law | 爸爸, 爸, 父亲, 老爸, 公公, 岳父
mum: mom, mother, mommy, mummy, mama, mother in law | 妈妈, 妈, 母亲, 老妈, 婆婆, 岳母
partner: husband, wife, boyfriend, girlfriend, gf, bf, hubby, wifey, fiance, fiancee, spouse, other half | 老公, 老婆, 男朋友, 女朋友, 男友, 女友, 对象, 爱人, 妻子, 丈夫, 另一半, 媳妇, 男票, 女票
friend: friends, best friend, pal, buddy, mate, bestie, roommate, flatmate, neighbour | 朋友, 闺蜜, 同学, 室友, 哥们, 兄弟, 邻居
colleague: colleagues, coworker, co worker, coworkers, boss, manager, client, staff, employees, team mates | 同事, 老板, 领导, 客户, 员工, 上司
grandma: grandmother, granny, nan | 奶奶, 外婆, 姥姥
grandpa: grandfather, granddad, grandad | 爷爷, 外公, 姥爷
brother: brothers | 哥哥, 弟弟, 哥, 弟
sister: sisters | 姐姐, 妹妹, 姐, 妹
teacher: teachers, coach | 老师, 教练
parents: parents in law, folks | 父母, 爸妈, 长辈, 公婆
aunt: auntie | 阿姨, 姑姑, 姨妈, 婶婶
uncle: | 叔叔, 舅舅, 伯伯
kids: nephew, niece, son, daughter, grandson, granddaughter, grandchild, grandchildren, godson, goddaughter, baby, toddler, newborn, child, children, little boy, little girl, little one, teenager, teen | 孩子, 男宝, 女宝, 小男孩, 小女孩, 小孩, 小朋友, 儿子, 女儿, 侄子, 侄女, 外甥, 外甥女, 孙子, 孙女, 外孙, 外孙女, 宝宝, 婴儿`,
  product: `
shoe: | 鞋
jacket: | 夹克, 皮衣
coat: | 大衣
vest: gilet | 马甲, 坎肩, 棉背心, 毛背心, 羽绒背心, 羽绒马甲
puffer: puffer jacket, down jacket | 羽绒服
backpack: rucksack, hiking backpack, hiking pack, hiking bag | 双肩包, 背包, 登山包, 徒步包, 登山背包, 爬山包
tote: tote bag, canvas bag, grocery bag, shopping bag | 托特包, 托特, 帆布袋, 布袋, 布袋子, 帆布手提袋, 买菜袋, 购物袋, 环保袋
duffel: duffel bag, duffle, luggage, travel bag, weekender, holdall | 旅行包, 旅行袋, 行李包
wallet: purse, card holder, cardholder, card wallet | 钱包, 卡包, 卡夹
headphones: headphone, headset | 耳机, 耳麦
earbuds: earphones | 耳塞
speaker: | 音箱, 音响
radio: | 收音机
powerbank: power bank | 充电宝
charger: wireless charger, charging stand, charging dock, charging pad, phone charger, qi charger | 充电器, 无线充电器, 充电座, 充电底座
watch: smartwatch, fitness band, sports band, smart band, activity band | 手表, 手环, 运动手环, 智能手环, 运动手表
lamp: desk lamp, table lamp, bedside lamp, bedside light, reading lamp, reading light, book light, desk light, table light, light for my desk, light for reading | 台灯, 床头灯, 阅读灯, 看书灯
mug: cup | 马克杯, 杯子, 咖啡杯, 茶杯
teapot: | 茶壶
kettle: gooseneck kettle, electric kettle | 水壶, 烧水壶, 电水壶, 电壶, 电热壶, 热水壶, 电热水壶, 手冲壶, 细口壶, 细嘴壶, 鹅颈壶
pan: | 锅
bowl: | 碗
flask: thermos, water bottle, drinking bottle, travel mug, travel cup, thermos cup | 保温杯, 保温壶, 保温瓶, 水杯, 随行杯, 保温水壶, 运动水壶, 户外水壶
lunchbox: lunch box, bento | 饭盒, 便当盒
blanket: throw | 毯子, 毛毯, 羊毛毯
knife: kitchen knife, chef's knife, chef knife, chefs knife, cleaver, vegetable knife, paring knife | 菜刀, 刀, 厨刀, 切菜刀
candle: scented candle, home fragrance, room fragrance, home scent, aroma candle | 蜡烛, 香薰, 香薰蜡烛, 香氛, 香氛蜡烛
serum: face serum | 精华, 精华液, 精华露, 精华素
soap: bar soap, bar of soap, soap bar | 香皂, 手工皂, 肥皂
lipbalm: lip balm, chapstick, lip care | 润唇膏, 唇膏, 护唇膏
puzzle: jigsaw, jigsaw puzzle | 拼图
kite: | 风筝
boardgame: board game, game, tabletop game, family game, party game, games for two, game for two | 桌游, 棋, 桌面游戏, 棋类
notebook: journal, notepad | 笔记本, 记事本, 本子
pen: | 钢笔, 笔
plant: | 绿植
bear: teddy, teddy bear | 玩具熊, 小熊
rabbit: bunny, bunnies, toy rabbit, bunny rabbit | 兔子, 小兔子, 小兔, 兔兔, 玩具兔
lantern: camping light, camp light, camping lamp, light for camping, lamp for camping, lights for camping, outdoor light, tent light, light for the tent, light for a tent | 提灯, 营地灯, 露营灯, 露营用的灯, 露营的灯, 帐篷灯, 户外灯, 户外用的灯
blocks: building blocks, wooden blocks, toy blocks | 积木
top: spinning top | 陀螺
tray: | 托盘
apron: | 围裙
telescope: | 望远镜
dripper: pour over dripper, coffee dripper | 滤杯, 手冲滤杯
grinder: coffee grinder, coffee mill, hand grinder | 磨豆机, 手摇磨, 手磨
gaiwan: | 盖碗
tea: tea bags, teabags | 茶, 茶叶, 茶包, 袋泡茶
coffee: coffee beans, beans | 咖啡, 咖啡豆, 豆子`,
};

export interface LexiconEntry {
  readonly slot: FactSlot;
  readonly value: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map(s => s.trim())
    .filter(s => s !== '');

const ownEntries = Object.entries(lines).flatMap(([slot, text]) =>
  text
    .trim()
    .split('\n')
    .map((line): LexiconEntry => {
      const colon = line.indexOf(':');
      const value = line.slice(0, colon).trim();
      const [en, zh] = line.slice(colon + 1).split('|');
      return { slot: slot as FactSlot, value, en: [value.replaceAll('-', ' '), ...listOf(en)], zh: listOf(zh) };
    }),
);

export const lexicon: readonly LexiconEntry[] = [
  ...ownEntries,
  ...namedKinds.map(({ value, en, zh }): LexiconEntry => ({ slot: 'product', value, en, zh })),
];

const shown = new Map(lexicon.filter(e => e.zh[0]).map(e => [`${e.slot}:${e.value}`, e.zh[0]!]));

/** A canonical value as shoppers read it; what no lexicon line names is shown as its key, hyphens as spaces. */
export const valueInWords = (slot: FactSlot, value: string, language: 'en' | 'zh'): string =>
  (language === 'zh' ? shown.get(`${slot}:${value}`) : undefined) ?? value.replaceAll('-', ' ');

/** Who a present for this person may be tagged for in a catalogue that knows fewer people; canonical recipients. */
export const recipientStandsFor: Readonly<Record<string, string>> = {
  grandpa: 'dad',
  uncle: 'dad',
  grandma: 'mum',
  aunt: 'mum',
  parents: 'mum',
  brother: 'friend',
  sister: 'friend',
  teacher: 'colleague',
  child: 'kids',
};
