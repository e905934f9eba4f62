/** Which goods named in a Chinese clause are asked for, where their name begins, and goods that no vocabulary has. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { coreOf } from './chinese-core.ts';
import { isFree, type Reader, take } from './reader.ts';

const askedBefore =
  /^.*(?:的|[个件条双台把张款套瓶支盒只本副辆棵些]|想买|想要|要|买|来|找|求|推荐|有没有|有|换|搞|送|看看|看|就|再|配|选|在|给.{1,4}|适合)/u;
const noModifier =
  /正经|像样|靠谱|比如|喜欢|爱|讨厌|想|学|修|给|[的了吗我你您他她这那哪是没不很太最更都也和跟与或及、,.\d]|便宜|平价|实惠|同款|同色|普通|一般|类似|其他|别的|配套|种$|什么|新$|旧|好$|[一二两三四五六七八九十几]|网上|店里|家里|你家|你们|里$|上$|用$|穿$|戴$/u;
const adjective = /^[大小硬软薄厚长短黑白红蓝绿粉紫灰贵老真假]$|^(?:黑|白|红|蓝|绿|粉|紫|灰|棕|米)色$/u;

/** 修眉刀, 云朵沙发: where the name of the goods begins, with what no vocabulary knows before its head. */
export const modifiedFrom = (r: Reader, n: NamedWish): number => {
  const { folded } = r.clause;
  if (!/^\p{Script=Han}{1,3}$/u.test(folded.slice(n.start, n.end))) return n.start;
  const { start } = coreOf(folded);
  const said = folded.slice(start, n.start);
  const words = said.slice(askedBefore.exec(said)?.[0].length ?? 0);
  if (!/^\p{Script=Han}{1,3}$/u.test(words) || noModifier.test(words) || adjective.test(words)) return n.start;
  const from = n.start - words.length;
  const inside = r.clause.named.filter(o => o.start < n.start && o.end > from && o.end - o.start > 1);
  if (inside.length === 0) return words.length > 1 || n.end - n.start === 1 ? from : n.start;
  // 通勤包, 硅胶垫: with a head of one character they are one word.
  const whole = inside.length === 1 && inside[0]!.start === from && inside[0]!.end === n.start;
  const isKind =
    inside[0]!.slots[0] === 'purpose' || inside[0]!.slots[0] === 'material' || inside[0]!.slots[0] === 'feature';
  return n.end - n.start === 1 && whole && isKind ? from : n.start;
};

const notGoods = /书荒|小红书|淘宝|说明书|证书|书面/u;
const noGoods = /^(?:赠品|书荒|.{1,4}版(?!$)|switch[上里]|味道|包(?:安装|邮|送|教|换|退|装|括)|色号|套装大概)/u;
/** What the shopper has: 家里铺了地毯. */
const hadAlready = /(?:铺了?|家里?有|我有|已经?有|装了|用的是|刚买了?|买了|刚?入了)(?:一?[个张台把只块])?$/u;

/** 包安装 names no bag, and 小红书 no book. */
export const isGoodsHere = (folded: string, { start, end }: NamedWish): boolean =>
  !hadAlready.test(folded.slice(0, start)) &&
  !noGoods.test(folded.slice(start, end + 2)) &&
  !notGoods.test(folded.slice(Math.max(0, start - 2), end));

/** What may stand before goods that are asked for after others were. */
const leadsToGoods =
  /(?:^|想|要(?!洗)|买|卖|售|来|配个?|加个?|其他|别的|爱[喝吃看用穿玩]?|喜欢[喝吃看用穿玩]?|换|找|求|推荐|有没有|有|看看?|搞|入|选|挑|给我|需要|再|顺便|还|也|和|跟|或|就|那|[个件条双台把张款套瓶支盒只本副辆棵些种的号]|[来整要]点|新|便宜|好|[硬软大小厚薄长短轻])$/u;
const follows =
  /^(?:的)?(?:吧|呢|吗|卖|之类|什么的?|啥的|等等?$|这[些几]|有|也|就|可以|行|好|要|来|那|他|她|我|已经|早就|家里|推荐|怎么|哪|多少|不要|算了|不用|一[个件条双台把]|[\d一二两三四五]|$|[,.，。!?~ ]|啊|哈|啦|的|还|都|或|和|跟|、)/u;

/** After goods were asked for, others are only where something is asked for, or by themselves: the 杯子 of 讨厌刷杯子 are none. */
export const isWishedFor = (r: Reader, n: NamedWish): boolean => {
  const { folded } = r.clause;
  const { start } = coreOf(folded);
  let from = n.start;
  // What describes the goods stands between.
  for (let beside = true; beside && from > start; ) {
    beside = false;
    const d = r.drafts.find(o => o.end === from || (o.end === from - 1 && folded[from - 1] === '的'));
    const known = r.clause.named.find(
      o => (o.end === from || (o.end === from - 1 && folded[from - 1] === '的')) && o.slots[0] !== 'product_type',
    );
    const at = Math.min(d?.start ?? from, known?.start ?? from);
    if (at < from) {
      from = at;
      beside = true;
    }
  }
  const before = folded.slice(start, Math.max(start, from));
  // 浴盐浴球什么的: one after the other, without a word between them.
  const isListed = r.clause.named.some(o => o.start === n.end && o.slots[0] === 'product_type');
  return leadsToGoods.test(before) && (isListed || follows.test(folded.slice(n.end)));
};

const lead =
  /有没有(?!.*的$)(?=\p{Script=Han}{2,6}(?:推荐)?$)|(?:^|那|你家)有(?!没有)(?=\p{Script=Han}{2,6}(?:吗|嘛|么))|(?<=有没有.{1,6}的)(?=\p{Script=Han}{2,6}$)|(?:要|买|订|来|拿|定)(?:[一二两三四五六七八九十百\d]+|几)(?:箱|桶|个|件|台|条|本|部|支|把|张|套|盒|包|瓶|份|只|对|块|袋|罐|束|双|副)|(?:想要?|要|买|找|有没有|有|推荐|来|求|需要|换|看看|挑|选|送)(?:一?(?:个|双|件|台|条|本|部|支|把|张|套|些|点|款|只|副|束|盒|瓶|份|下|几[个本件款])|几[个本件款]|点)(?:适合|用来)?/u;
export const readUnknownGoods = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded } = r.clause;
  if (r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category' || d.slot === 'genre')) return;
  const m = lead.exec(folded);
  if (!m) return;
  let rest = folded.slice(m.index + m[0].length).replace(/(?:有?[卖售])?[吗呢吧啊呀嘛么?？!！. ]+$/u, '');
  const offset = m.index + m[0].length;
  const de = rest.lastIndexOf('的');
  const start = offset + (de >= 0 ? de + 1 : 0);
  rest = de >= 0 ? rest.slice(de + 1) : rest;
  const inner = named.filter(n => n.start >= start && n.end <= start + rest.length);
  const from = inner.length > 0 ? Math.max(...inner.map(n => n.end)) : start;
  const noun = folded.slice(from, start + rest.length);
  if (
    !/^\p{Script=Han}{2,5}$/u.test(noun) ||
    /什么|东西|礼物|这|那|我|你|好|一|推荐|可以|不|看|了|便宜|贵|最|给|送|建议|意见|信息|人|优惠|客服|折扣|活动|试|牌子|作家|作者|预算|颜色|尺码|款|别的|其他|适合|味道|色号|赠品|配套|号$|用$|版本|型号|规格|链接|图片|详情|类型|系列|功能|效果|区别|办法|今天|明天|能发|有货|有点|有些|菜单|说法|机会|时间|问题|必要|意思|销量|销售|评价|差评|好评|口碑|排名|数据|依据|证据/u.test(
      noun,
    )
  )
    return;
  if (isFree(r, from, from + noun.length))
    take(r, { slot: 'product_type', start: from, end: from + noun.length, confidence: 0.5 });
};
