/** Wishes that Chinese tells by the shape of the words, whatever they are: 鞋底太硬, 去哈尔滨玩, 做红烧肉用, 芙丽芳丝吧. */

import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { chineseWords } from '../../../knowledge/retrieval/text/tokens.ts';
import { isLiterary } from './echoed.ts';
import { isFree, type Reader, take } from './reader.ts';

const degree =
  /^(?:最好|要|希望|而且|还要|但是?|就是|喜欢|想要|偏好)*([\p{Script=Han}a-z]{1,4}?)(要|得|最好|一定要|必须|不要太|别太|不能太|太)?(静音|好看|好打理|清晰|清楚|灵敏|灵活|平稳|稳定|均匀|耐脏|结实|牢固|柔软|透气|舒服|高|低|大|好|强|快|长|短|厚|薄|宽|窄|软|硬|轻|重|多|少|圆|亮|细|粗|稳|足|小|漂亮|精致|高档|体面|喜庆|素雅|干净|新鲜)(?:一?点|一?些|的|了|一点的|点的)?(?:吧|就行|就好|就可以|的话更好)?$/u;
const noPart =
  /^对|的|着|觉|价|钱|预算|质量|品质|颜色|尺码|尺寸|个头|身高|体重|这|那|我|你|他|她|它|皮肤|家里|家|桌子|房间|人|睡眠|视力|颈椎|腰|血|腿脚|可以|不|很|挺|更|最|越|都|也|真|非常|比较|还|还是|就|有点|多|哪|什么|怎么|听起来|看起来|感觉|时间|活动|优惠|性价比|评价|口碑|服务|物流|天气|年纪|年龄|孩子|老|号|码|款|一|两|点|要|想|买|个|大|小|是|偏|稍|颜|有|没|太|能|会|做|用|穿|戴|吃|喝|写|看|起来/u;

/** 轮子要静音, 分辨率高一点; 鞋底太硬 turns it away. */
export const readPartAndDegree = (r: Reader): void => {
  const { folded, asked, wanted, wishBefore, question } = r.clause;
  const m = degree.exec(folded);
  if (!m || question || noPart.test(m[1]!) || m[1]!.length < 2) return;
  if (wanted.length === 0 && !wishBefore && !asked.open) return;
  const start = folded.indexOf(m[1]!);
  const end = start + m[1]!.length + (m[2]?.length ?? 0) + m[3]!.length;
  const inside = r.drafts.filter(d => d.start < end && start < d.end);
  if (inside.some(d => d.end > end || (d.slot !== 'feature' && d.slot !== 'size' && d.slot !== 'product_type'))) return;
  for (const d of inside) {
    r.drafts.splice(r.drafts.indexOf(d), 1);
    r.taken.splice(
      r.taken.findIndex(t => t.start === d.start && t.end === d.end),
      1,
    );
  }
  if (!isFree(r, start, end)) return;
  const refused = m[2]?.endsWith('太') === true;
  // 底座别太大 turns away what is too big.
  const much = refused && /^[大小高低长短厚薄宽窄]$/u.test(m[3]!) ? `太${m[3]}` : m[3]!;
  take(r, {
    slot: 'feature',
    start,
    end,
    value: refused && m[2] !== '不能太' ? much : m[1]! + m[3]!,
    polarity: refused ? -1 : 1,
    confidence: 0.6,
  });
};

/** 能变成床, 可以给手机充电: a power of the goods; the goods in it are none that are wished for. */
export const readPower = (r: Reader): void => {
  const { folded } = r.clause;
  const m =
    /(?:能|可以|会)(?:给|把|变|带上|放进|放到|当|连上?|接(?!受)|跟|在|直接|随时|自动|自己|边|同时)(?!我|你)[\p{Script=Han}a-z\d]{1,8}?(?=的|就行|就好|最好|吧|吗|$|[,. ])/u.exec(
      folded,
    );
  if (
    !m ||
    /客服|便宜|优惠|送货|发货|送到|送达|收到|到货|扣款|付款|支付|自提|取货|发票|地址|退|周[一二三四五六日末]|[今明后]天/u.test(
      m[0],
    )
  )
    return;
  const asks = /(?:最好|必须|希望)$/u.test(folded.slice(0, m.index)) ? 1 : 0;
  const start = m.index + asks;
  if (isFree(r, start, m.index + m[0].length))
    take(r, { slot: 'feature', start, end: m.index + m[0].length, polarity: 1, confidence: 0.6 });
};

const accessory = /手机壳|保护壳|手机套|保护套|手机膜|钢化膜|贴膜|支架|充电[器线宝]|数据线|表带|电脑包|内胆包|键盘膜/u;
const deviceNamed =
  /((?:苹果|华为|小米|红米|荣耀|三星|vivo|oppo|iphone|ipad|mate|switch|macbook)\s?[a-z]{0,6}\s?\d{1,3}(?:寸)?(?:\s?(?:pro|max|plus|mini|ultra)){0,2})(?=的|用|$|[,. ])/u;

/** 手机壳,苹果14pro的: what it has to go with. */
export const readDevice = (r: Reader): void => {
  const { folded, sentence, wanted } = r.clause;
  const m = deviceNamed.exec(folded);
  if (!m || !(accessory.test(sentence) || wanted.some(w => accessory.test(w)))) return;
  if (isFree(r, m.index, m.index + m[1]!.length))
    take(r, { slot: 'purpose', start: m.index, end: m.index + m[1]!.length, confidence: 0.6 });
};

/** 去哈尔滨玩, 去爬黄山, 做红烧肉用什么酱油. */
export const readErrand = (r: Reader): void => {
  const { folded } = r.clause;
  const trip =
    /去(?:爬|逛|登|滑|骑)\p{Script=Han}{1,3}(?=$|[,. ])|去(?!年|掉|哪|过|买|看)\p{Script=Han}{2,4}?(?:玩|旅游|旅行|度假|出差)/u.exec(
      folded,
    );
  if (trip && !/去不去|想去哪/u.test(folded)) {
    const start = trip.index + (/^去[爬逛登滑骑]/u.test(trip[0]) ? 1 : 0);
    const end = trip.index + trip[0].length;
    if (isFree(r, start, end)) take(r, { slot: 'purpose', start, end, polarity: 1, confidence: 0.7 });
  }
  const dish = /^(?:我?(?:想|要)?)做(\p{Script=Han}{2,4}?)(?:用|要用|要|需要|该用)(?:什么|哪)/u.exec(folded);
  if (dish) {
    const start = dish.index + dish[0].indexOf(dish[1]!);
    if (isFree(r, start, start + dish[1]!.length))
      take(r, { slot: 'purpose', start, end: start + dish[1]!.length, polarity: 1, confidence: 0.7 });
  }
};

const opens = /^(?:那|就|还是|嗯|好|行|来|要|选|想要|试试|来一?[瓶个双件台本支]|,|，| )*$/u;
const closes =
  /^(?:(?:的|家的|那款|这款)?(?:吧|好了|也行|可以|挺好|不错|就行|就好|都行|也可以|还行|更好|好一点)|用着|质量|没用过|太贵|不喜欢|不太喜欢|不要|算了|的(?:$|[,. ])|$)/u;
const refuses = /^(?:的)?(?:质量(?:一般|不好|差)|不喜欢|不太喜欢|不要|算了|不考虑|用着不)/u;
/** 裁缝剪 is a pair of scissors, and no maker. */
const goodsHead = /[剪锅灯刀鞋包机杯椅桌柜床架垫帽裙裤衫衣袜霜膏粉皂盒瓶壶碗盘伞表车球笔册琴款型式味色]$/u;
const noMaker = /自己|送人|家里|算了|[的了吗呢吧啊我你他她它这那是有不很都也和跟要想能可以最好个件本双元块钱]/u;

/** A maker the shop named that no vocabulary knows: 芙丽芳丝吧. Words of the language are no names. */
export const readPickedMaker = (r: Reader): void => {
  const { folded, asked, wanted, named } = r.clause;
  for (const name of asked.makers) {
    const start = folded.indexOf(name);
    const end = start + name.length;
    if (start < 0 || !opens.test(folded.slice(0, start)) || !closes.test(folded.slice(end))) continue;
    if (!isFree(r, start, end) || named.some(n => n.start < end && start < n.end)) continue;
    take(r, {
      slot: wanted.some(isLiterary) ? 'author' : 'brand',
      start,
      end,
      confidence: 0.6,
      ...(refuses.test(folded.slice(end)) ? { polarity: -1 as const } : {}),
    });
  }
};

/** Possible names in what the shop said: sides of a list that are no words of the language. */
export const makersIn = (shopSaid: string, slotsOf: (word: string) => readonly WishSlot[]): string[] => {
  const found: string[] = [];
  for (const m of shopSaid.matchAll(
    /(?<=^|[,，。、！!；;\n ]|有|和|跟|与|还是|或者?|推荐|考虑|喜欢|那就?|要|看看)((?![有和跟与还或推考喜那要看就])\p{Script=Han}{2,5}?)(?=和|跟|与|、|还是|或|[,，。？?！! ]|都|的(?:怎么样|可以|行|[\d一二三])|怎么样|可以吗|行吗|这款|那款|写的|$)/gu,
  )) {
    const name = m[1]!;
    if (noMaker.test(name) || goodsHead.test(name) || slotsOf(name).length > 0) continue;
    // 出风口还是吸盘: beside a word of the language stands no maker.
    const other = new RegExp(`${name}还是(\\p{Script=Han}{2,4})|(\\p{Script=Han}{2,4})还是${name}`, 'u').exec(shopSaid);
    const beside = other?.[1] ?? other?.[2];
    if (
      beside &&
      chineseWords(beside).length === 1 &&
      !slotsOf(beside).includes('brand') &&
      !slotsOf(beside).includes('author')
    )
      continue;
    const words = chineseWords(name);
    if (words.length > 1 && words.some(w => w.length > 2)) continue;
    // A word that the dictionary has is a word: 骆驼 is known as a maker by the vocabulary or not at all.
    if (words.length === 1 || (name.length === 2 && /还是/u.test(shopSaid))) continue;
    if (words.length === 2 && words.every(w => w.length === 2)) continue;
    found.push(name);
  }
  return found;
};
