/**
 * What comes truly near a thing that is not sold: a shoe to somebody who asks for boots, a duffel for a suitcase. Of what stands
 * in no line nothing comes near, and nothing is shown in its place: no shaving set is a tent.
 */
import type { FactSlot } from '../../domain/shopper.ts';
import { fold, hasHan } from '../text/fold.ts';
import { singular, tokensOf } from '../text/tokens.ts';

export interface NearKind {
  readonly slot: FactSlot;
  readonly value: string;
}

/** "slot:value slot:value = English names | Chinese names"; the last words of an English name count. */
const lines = `
product:recovery-shoe = slippers, house shoes, slides, sliders, clogs, crocs, flip flops | 拖鞋, 棉拖, 洞洞鞋, 家居鞋, 居家鞋
product:shoe = boots, boot, sandals, loafers, cleats, wellies, heels, flats | 靴子, 靴, 凉鞋, 皮鞋, 登山鞋, 徒步鞋, 帆布鞋, 板鞋, 篮球鞋, 足球鞋, 雨靴
product:jacket feature:waterproof = umbrella | 雨伞, 伞
product:duffel = suitcase, carry-on, carry on, trolley, cabin bag, luggage | 行李箱, 拉杆箱, 登机箱, 旅行箱
category:jackets material:fleece = hoodie, sweater, jumper, sweatshirt, cardigan, pullover, knitwear, woolly, turtleneck, dressing gown, bathrobe, loungewear, thermals, base layer | 卫衣, 毛衣, 针织衫, 开衫, 羊毛衫, 羊绒衫, 保暖内衣, 秋衣, 睡袍, 家居服, 居家服
category:jackets product:vest = waistcoat, bodywarmer
product:dripper = coffee filter, paper filter, filter paper, coffee machine, coffee maker, moka pot, french press, espresso machine, percolator | 滤纸, 咖啡滤纸, 咖啡机, 摩卡壶, 法压壶, 咖啡壶
product:lamp = night light, nightlight, night lights, nightlights, night lamp, night lamps | 小夜灯, 夜灯
product:flask = tumbler, food flask, food jar | 水瓶, 焖烧杯, 焖烧罐, 保温饭盒
product:lantern = torch, flashlight, headlamp, head torch | 手电筒, 手电, 头灯
product:gaiwan product:teapot = tea tray | 茶盘, 茶台
product:tote = shopper, eco bag, book bag | 帆布包, 手提袋
material:herbal-tea = chamomile, peppermint, mint tea, rooibos, fruit tea, lavender tea, rose tea | 洋甘菊, 薄荷茶, 玫瑰花茶, 水果茶, 大麦茶, 金银花
material:oolong-tea = oriental beauty | 单丛, 鸭屎香, 东方美人, 冻顶, 水仙
product:blanket = bedding, bed linen, bedclothes, duvet, quilt, comforter | 床品, 床上用品, 家纺, 被子, 被
product:wallet = purse, money clip | 钱夹
product:watch = smart watch, smartwatch, fitness tracker, activity tracker, running watch, sports watch | 智能手表, 电子表, 心率表, 计步器
product:mug = tea cup, coffee cup, glass | 茶杯, 玻璃杯
product:speaker = soundbar, voice amplifier | 回音壁, 小蜜蜂, 扩音器, 小蜜蜂耳麦, 小蜜蜂扩音器
product:blocks = lego, lego set, duplo, construction set | 乐高
product:boardgame = card game, playing cards, cards, uno, monopoly, chess, chess set | 游戏, 双人游戏, 卡牌, 纸牌, 扑克, 扑克牌, 国际象棋, 围棋, 飞行棋, 五子棋
product:candle = room scent, diffuser, incense, essential oil, air freshener, room spray, reed diffuser | 香薰机, 扩香, 精油, 熏香, 线香, 空气清新剂
product:knife = chef's knife, chef knife, chefs knife, cleaver, bread knife, knife set, steak knife, carving knife, santoku, butcher knife | 刀具套装, 面包刀, 水果刀, 主厨刀, 砍骨刀, 斩骨刀, 牛排刀
material:green-tea = matcha, matcha powder, green tea powder, sencha | 抹茶, 抹茶粉, 绿茶粉
product:running-vest = running belt, waist pack, bum bag, fanny pack, hydration belt, hip belt | 腰包, 跑步腰包, 运动腰包
product:backpack = diaper bag, nappy bag, changing bag | 妈咪包, 妈妈包, 母婴包
product:coffee = ground coffee, filter coffee, coffee powder, coffee grounds | 咖啡粉, 现磨咖啡粉
product:notebook = paper, letter paper, writing paper, notepaper, note paper, stationery, envelope, greeting card, diary, planner, sketchbook, notepad | 信纸, 信封, 稿纸, 贺卡, 日记本, 手账, 计划本
product:pen = biro, ballpoint, ballpoint pen, coloured pencil, colored pencil, pencil, felt tip, marker | 圆珠笔, 中性笔, 彩铅, 彩色铅笔, 铅笔, 马克笔, 水彩笔
product:foot-soak = bath salts, bath bomb, bubble bath, bath oil | 浴盐, 浴球, 泡澡球, 泡泡浴`;

const known: readonly { readonly names: readonly string[]; readonly near: readonly NearKind[] }[] = lines
  .trim()
  .split('\n')
  .map(line => {
    const [wishes, names] = line.split(' = ') as [string, string];
    return {
      names: names
        .split(/[,|]/)
        .map(name => wordsOf(name.trim()))
        .filter(name => name !== ''),
      near: wishes.split(' ').map(wish => {
        const [slot, value] = wish.split(':') as [FactSlot, string];
        return { slot, value };
      }),
    };
  });

function wordsOf(text: string): string {
  const folded = fold(text).replace(/-/g, ' ');
  return hasHan(folded)
    ? folded
    : tokensOf(folded)
        .map(token => singular(token.text))
        .join(' ');
}

/** Canonical wishes for what is near; empty: nothing is. `what`: a thing in the shopper's words. */
export const nearTo = (what: string): readonly NearKind[] => {
  const words = wordsOf(what);
  return nearestOf(words) ?? nearestOf(words.replace(inSet, '')) ?? [];
};

/** A matcha starter kit is matcha and what goes with it. */
const inSet = / (?:(?:starter|beginner|making) )?(?:set|kit)$/;
const nearestOf = (words: string): readonly NearKind[] | undefined =>
  known
    .flatMap(({ names, near }) => names.flatMap(name => (isNamed(words, name) ? [{ name, near }] : [])))
    .sort((a, b) => b.name.length - a.name.length)[0]?.near;

const isNamed = (words: string, name: string): boolean =>
  hasHan(name) ? words.endsWith(name) : words === name || words.endsWith(` ${name}`);

/** Several words that name a sort of which nothing is sold, whatever its last word is: a bread knife. */
export const isOnlyNear = (what: string): boolean => {
  const words = wordsOf(what);
  return words.includes(' ') && known.some(({ names }) => names.includes(words));
};

/** 天文望远镜: a sort of a Chinese sort that is sold, by a name too long to be the end of another's. */
export const isFinerSort = (name: string, sold: ReadonlySet<string>): boolean =>
  nearTo(name).length === 0 && [1, 2, 3].some(from => name.length - from > 2 && sold.has(name.slice(from)));

const ofSeveralWords = known.flatMap(({ names }) => names.filter(name => name.includes(' ')));
/** The sorts of that kind that are named in a text; English only. */
export const onlyNearIn = (text: string): readonly string[] => {
  const words = ` ${wordsOf(text)} `;
  return ofSeveralWords.filter(name => words.includes(` ${name} `));
};
