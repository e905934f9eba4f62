/**
 * Kinds of goods that many catalogues tell by the names of their goods alone: hand creams and eye creams, both of them tubes by
 * their type. A product whose name has one of the words is of the kind, as if its type said so; shoppers have more words for it.
 * "kind = words of names | Chinese ones = what else shoppers call it | Chinese ones"; `type:bear` and
 * `feature:laptop` are all products of that type or with that feature, and `~face cream` is in the names of such goods and a kind of its own for whoever says it.
 */
import type { Product } from '../../domain/product.ts';
import { hasInName } from './called.ts';

const lines = `
cleanser = cleanser, face wash | 洁面, 洗面奶 = facial wash, facewash, facial cleanser, face cleanser, cleansing gel, cleansing foam, cleansing milk | 洁面, 洁面乳, 洁面奶, 洁面膏, 洁面产品, 洗脸的
toner = toner | 爽肤水, 化妆水 = facial toner, face toner, facial mist | 柔肤水, 保湿水
face-cream = face cream, barrier cream, day cream, night cream | 面霜 = facial cream, cream for the face, cream for my face | 擦脸霜, 脸霜, 日霜, 晚霜
moisturiser = moisturiser, moisturizer, ~face cream, ~barrier cream, ~day cream, ~night cream, ~night gel, gel cream | 保湿霜, 润肤霜, 乳霜, ~面霜, ~凝露 = face moisturiser, face moisturizer, facial moisturiser, facial moisturizer, face lotion, facial lotion | 保湿乳, 擦脸的
eye-cream = eye cream, eye gel | 眼霜 = under eye cream | 眼部精华, 眼部护理
sunscreen = sunscreen, sun cream | 防晒霜, 防晒乳, 防晒露 = suncream, sunblock, sun block, sun lotion, sun screen, suntan lotion | 防晒产品, 防晒用品
hand-cream = hand cream, hand balm | 护手霜, 手霜 = hand lotion, hand moisturiser, hand moisturizer | 护手的, 擦手的
body-lotion = body lotion, body cream, body butter | 身体乳 = body moisturiser, body moisturizer, body milk | 润体乳, 身体霜
face-oil = face oil, facial oil | 护肤油, 面油 = |
sheet-mask = sheet mask, face mask | 面膜 = facial mask, facemask |
shampoo = shampoo | 洗发水 = hair wash | 洗发露, 洗发, 洗头的, 香波
foot-soak = foot soak, foot bath | 泡脚, 足浴 = foot salts, foot spa | 泡脚包, 足浴包, 泡脚粉, 泡脚的
shaving-set = shaving set, shaving kit | 剃须套装 = shave set, shave kit, shaving gear, wet shaving, grooming kit, grooming set | 剃须用品, 刮胡子的, 刮胡刀套装
skincare-set = skincare set, skincare kit | 护肤套装 = skin care set, skin care kit, travel skincare | 护肤品套装, 护肤礼盒, 护肤品礼盒, 旅行装护肤
satchel = satchel, messenger bag, briefcase | 邮差包 = work satchel | 公文包, 剑桥包
shoulder-bag = shoulder bag, crossbody, sling | 单肩包, 斜挎 = cross body, cross body bag, crossbody bag, sling bag, handbag, hand bag, ladies bag | 斜挎包, 挎包, 单肩, 斜背包, 斜跨包, 手提包
laptop-bag = feature:laptop | = laptop bag, laptop backpack, laptop case, computer bag, notebook bag | 电脑包, 笔记本包, 笔记本电脑包, 电脑双肩包, 装电脑的包
wash-bag = wash bag, toiletry bag, toilet bag | 洗漱包 = washbag, toiletries bag, dopp kit, cosmetic bag, makeup bag, make up bag | 化妆包, 洗漱袋, 盥洗包
camera-bag = camera sling, camera bag | 相机斜挎包, 相机包 = camera case, bag for my camera, bag for a camera | 摄影包, 单反包, 装相机的包
pannier = pannier | 驮包 = bike bag, bicycle bag, cycling bag, bag for my bike | 车包, 自行车包, 车后包
running-vest = running vest, vest pack, hydration vest | 跑背心包, 越野背心 = running pack, running backpack, hydration pack, trail vest | 越野跑背包, 跑步背包, 越野包, 水袋包
drawstring = drawstring | 束口袋 = drawstring bag, gym sack, pe bag, swim bag, swimming bag | 抽绳袋, 束口包, 游泳包
poncho = poncho | 雨披 = rain poncho, rain cape |
trench = trench | 风衣 = trench coat |
quilted = quilted | 绗缝 = quilted jacket, puffa | 绗缝外套
padded-jacket = ~quilted, ~parka, type:puffer | ~绗缝, ~派克 = padded jacket, padded coat, padded ones, something padded, insulated jacket, insulated coat, winter coat, winter jacket | 棉服, 棉衣, 棉袄, 棉夹克, 厚外套, 冬天的外套, 冬季外套, 冬装外套
rain-shell = ~shell, rain shell | = waterproof shell, shell jacket, light shell, rain shell jacket |
parka = parka | 派克 = parka coat | 派克大衣, 派克服
over-ear = over-ear, on-ear, studio headphones | 头戴, 贴耳, 监听 = over ear, over ears, over the ear, over ear headphones, over the ear headphones, on ear, on ear headphones, big headphones, proper headphones, go over your ears, go over the ears, go over your head, go over my head, go over the head, goes over the head, over the head, over head, go over my ears, go over the ear, goes over the ear, cover my ears, cover the ears, cover your ears, around the ear, around ear | 罩住耳朵的, 盖住耳朵的, 包住耳朵的, 戴头上的, 头戴的, 头戴耳机, 头戴式, 头戴式耳机, 包耳, 包耳式, 罩耳, 包住耳朵, 包裹耳朵, 大耳机
in-ear = earbud, earphone | 入耳 = in ear, in ears, in ear headphones, ear buds, airpods | 入耳的, 入耳式, 入耳式耳机, 耳塞, 耳塞式, 真无线, 真无线耳机
bone-conduction = bone-conduction, open-ear | 骨传导 = bone conduction, bone conducting, bone conduction headphones, open ear, open ear headphones | 骨传导耳机, 不入耳的, 开放式耳机
wok = wok | 炒锅 = stir fry pan, stir frying pan | 炒菜锅, 炒菜的锅
teaware = ~teapot, ~gaiwan | ~茶壶, ~盖碗 = tea set, tea sets, teaware, tea ware, tea service | 茶具, 茶器, 茶具套装
frying-pan = skillet, non-stick pan, frying pan | 平底锅, 不粘锅 = frypan, fry pan, omelette pan, egg pan | 煎锅, 煎蛋锅
plush = plush, type:bear, type:rabbit, type:whale | 公仔, 毛绒, 玩偶 = plushie, plushy, soft toy, stuffed toy, stuffed animal, cuddly toy, teddies | 毛绒玩具, 布偶, 毛绒公仔, 娃娃
recovery-shoe = recovery shoe | 恢复跑鞋, 恢复鞋 = recovery slide |
stationery = type:notebook, type:pen | = stationery, writing things, office supplies | 文具, 文具用品, 办公用品
lights = type:lamp, type:lantern | = lighting | 灯具, 照明, 有灯, 个灯, 盏灯, 款灯, 买灯
xiangqi = xiangqi | 象棋 = chinese chess | 中国象棋`;

export interface NamedKind {
  readonly value: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /** In the names of such goods. */
  readonly words: readonly string[];
  /** As [attribute, value]. */
  readonly marks: readonly (readonly [string, string])[];
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '');

export const namedKinds: readonly NamedKind[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [value, names, others] = line.split(' = ') as [string, string, string];
    const [en, zh] = names.split('|').map(listOf) as [string[], string[]];
    const [moreEn, moreZh] = others.split('|').map(listOf) as [string[], string[]];
    const own = en.filter(one => !one.includes(':')).map(one => one.replaceAll('-', ' '));
    const said = (names: readonly string[]): string[] => names.filter(one => !one.startsWith('~'));
    return {
      value,
      en: [...new Set([...said(own), ...moreEn])],
      zh: [...new Set([...said(zh), ...moreZh])],
      words: [...own, ...zh].map(one => one.replace(/^~/, '')),
      marks: en.filter(one => one.includes(':')).map(one => one.split(':') as [string, string]),
    };
  });

/** The kinds that a product is of by its name, beside those that its type says. */
export const kindsByName = (product: Product): string[] =>
  namedKinds.flatMap(({ value, words, marks }) =>
    words.some(word => hasInName(product, word)) || marks.some(([key, mark]) => product.attributes[key]?.includes(mark))
      ? [value]
      : [],
  );
