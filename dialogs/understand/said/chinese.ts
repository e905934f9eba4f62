/** Reads one Chinese clause: which wishes it states, in its own words. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { chineseWords } from '../../../knowledge/retrieval/tokens.ts';
import { sizesIn } from '../sizes.ts';
import { readAnswer, readChosen, readPart } from './chinese-answers.ts';
import { readBeside, readDegrees, readHolding, readTooMuch } from './chinese-beside.ts';
import { request } from './chinese-frames.ts';
import { readHeadedGoods, readMarkedFeatures, readWriter } from './chinese-goods.ts';
import { readErrand, readPartAndDegree, readPickedMaker, readPower } from './chinese-shapes.ts';
import { readPickedNumber } from './english-picked.ts';
import type { Asked, Clause, ClauseRead } from './fact.ts';
import { isFree, type Reader, readerOf, take } from './reader.ts';

const info =
  /多少钱|怎么(?!.{0,6}推荐)|什么时候|几天|哪里|为什么|是什么|多久|包邮|发货|退货|退款|换货|发票|物流|快递|运费|优惠吗|打折|能便宜|保修|售后|是不是正品|质量怎么样|好不好|哪个好|有什么区别|区别|几号到|付款|支付/u;
const past = /(?:买过|用过|看过|穿过|读过|以前|之前(?:买|用|看)|上次|去年买|原来(?:的|用)|坏了|丢了|旧的)/u;
const own = /(?:我的|这个|这双|那个|那双|这款|那款|这件|那件|这本|那本|这台|那台|这条|那条|旧)$/u;
const forPerson =
  /(?:家里|家中|我们家|我家)的?$|(?:送|给|帮|替|为|孝敬|和|跟|陪)(?:我|咱|你|一个|个|一位|我的|咱们|我们|俩|两个|[一二三四五六七八九十\d]+ ?岁半?的?|刚出生的?|快?上?[小中大]学的|年迈的|.{0,2}){0,2}(?:的|家|家的|那个)?$|(?:给|送|帮).{2,12}的$/u;
const personAfter =
  /^.{0,4}(?:穿|用|戴|吃|喝|骑|玩|看|背)的|^那边要|^(?:喜欢|爱|平时|穿|用|要(?!的)|喝|不喜欢|讨厌|快?过?生日|要?结婚|生孩子|生宝宝|搬家|乔迁|退休|毕业|升职|上(?!班)|在读|过寿|的(?:生日|尺码)|想要|是个|是做|比较|最近|脚|皮肤|[一二两三四五六七八九十\d]+ ?岁)/u;
const bothWays =
  /(?:颜色|尺码|品牌|材质|牌子|款式|价格|什么).{0,3}(?:都行|都可以|无所谓|随便|不限|不挑|没要求|没关系)|(?:随便|无所谓|都行|都可以)(?:啦|吧|的)?$/u;
const aloneColour = /^[黑白红蓝绿粉紫灰银]$/u;
const reactions = /^(?:好的?|嗯|行|可以|谢谢|不错|挺好|还行|太好了|哦|明白了|知道了)+(?:[啊吧呀的了]|$)/u;
const measure =
  /(\d+(?:\.\d+)?|[一二两三四五六七八九十]+) ?(gb?|tb?|英寸|寸|厘米|cm|毫米|mm|米|毫升|ml|升|l|公斤|kg|斤|克|g|(?<=米)[一二三四五六七八九]|万像素|毫安|mah|小时|瓦|w|公里|片|人座|人份|平方米|平米|平方|平|件套|人|匹|页|hz|层|座|色)(?![a-z])(?:的)?(?:运行|固态|机身)?(内存|存储|硬盘|显存|续航|屏幕|屏|大屏|电池|容量)?/gu;
const sizeUnits =
  /^(?:英寸|寸|厘米|cm|毫米|mm|米|毫升|ml|升|l|公斤|kg|斤|克|g(?!b)|片|人|匹|座|人座|平方米|平米|平方|平)$/u;
const namedSize =
  /(?<!\p{Script=Han})(?:大|小|中)(?:瓶|包|盒|罐|袋|桶|份)装?(?!里)|(?<=[要先买来个])(?:大|小)(?:瓶|包|盒|罐|袋|桶)装?|(?:大|小|中)型(?!号|企)|小巧|[一二两三四五六\d]人位|(?:加长|超长|中长|长|短)款|(?:加大|加小|特大|超大|均|大|中|小|最大|最小)[号码](?!线)|迷你(?:版|款)?|(?<![字屏音])(?:小|大)一点|小号的|大号的|(?<=[要买个只张])(?:大|小)的/gu;
const quantity =
  /(?<![第\d])([一二两三四五六七八九十百]+|\d{1,4}) ?(个|双|件(?!套)|条|本|台|部|支|把|张|套|盒|包|瓶|份|只|箱|对|块|袋|罐|束|顶|副|枚|斤)(?![月小星工])/gu;
export const readChinese = (clause: Clause): ClauseRead => {
  const { folded, asked } = clause;
  const r = readerOf(clause);
  const asksFor = request.test(folded);
  if (info.test(folded) && !/想买|想要|推荐|有没有|预算|找/u.test(folded))
    return { drafts: [], wish: clause.wishBefore };
  if (past.test(folded) && !/想|要买|换|喜欢|不喜欢/u.test(folded)) return { drafts: [], wish: false };
  if (bothWays.test(folded) && clause.negations.length === 0) {
    const at = bothWays.exec(folded)!.index;
    r.taken.push({ start: at, end: folded.length });
  }
  // Cutting words is the dear part of reading: only where one character may be a name.
  const bounded = clause.named.some(n => n.end - n.start === 1) ? boundaries(folded) : noBoundaries;
  const named = clause.named.filter(n => n.end - n.start > 1 || alone(n, folded, bounded));
  readPeople(r, named);
  readMeasures(r);
  readHolding(r);
  readPickedMaker(r);
  readPickedNumber(r);
  readPower(r);
  readWriter(r);
  readHeadedGoods(r, asksFor);
  readMarkedFeatures(r);
  readErrand(r);
  readChosen(r, named);
  readNames(r, named);
  readBeside(r);
  readDegrees(r);
  readTooMuch(r);
  readPartAndDegree(r);
  if (asksFor || clause.wishBefore) readUnknownGoods(r, named);
  readQuantity(r);
  if (r.drafts.length === 0 && asked.slots.size > 0 && !clause.question) readAnswer(r);
  if (r.drafts.length === 0 && !clause.question) readPart(r);
  return {
    drafts: r.drafts,
    wish: asksFor || clause.wishBefore || r.drafts.length > 0,
  };
};

const noBoundaries: ReadonlySet<number> = new Set();

/** Where words begin and end, as ICU cuts them. */
const boundaries = (folded: string): ReadonlySet<number> => {
  const found = new Set<number>([0]);
  let at = 0;
  for (const word of chineseWords(folded)) {
    at += word.length;
    found.add(at);
  }
  return found;
};

/** One character is a name only where it is a word of its own: 书 in 想买书, not in 说明书. */
const alone = (n: NamedWish, folded: string, bounded: ReadonlySet<number>): boolean => {
  const surface = folded.slice(n.start, n.end);
  if (!/\p{Script=Han}/u.test(surface)) return true;
  if (aloneColour.test(surface))
    return (
      /^(?:色|的|款|或|和|吧|$|[,，. 、/])/u.test(folded.slice(n.end)) &&
      (!/[\p{Script=Han}]/u.test(folded[n.start - 1] ?? '') ||
        /(?:或者|或|和|要|就|的)$/u.test(folded.slice(0, n.start)))
    );
  return bounded.has(n.start) && bounded.has(n.end);
};

const readPeople = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked } = r.clause;
  for (const n of named) {
    if (!n.slots.includes('recipient')) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    if (!forPerson.test(before) && !personAfter.test(after) && !(asked.slots.has('recipient') && before.length <= 4))
      continue;
    if (n.slots.includes('age_group') && !/给|送/u.test(before)) continue;
    take(r, { slot: 'recipient', start: n.start, end: n.end, polarity: 1, child: n.child });
  }
  const school = /(?:上|读|念)?((?:小学|初中|高中|幼儿园)[一二三四五六]?年?级?|[大中小]班|[一二三四五六]年级)/u.exec(
    folded,
  );
  if (school && (r.drafts.some(d => d.child) || /^[上读念]/u.test(school[0]))) {
    const start = school.index + school[0].length - school[1]!.length;
    take(r, { slot: 'age_group', start, end: start + school[1]!.length, polarity: 1, child: true });
  }
  const age =
    /(?:送|给|适合|买).{0,4}?(\d{1,2}|[一二两三四五六七八九十]+) ?岁(?:半)?/u.exec(folded) ??
    (asked.slots.has('age_group') || r.drafts.some(d => d.child) || /[她他]/u.test(folded)
      ? /(?:\d{1,2}|[一二两三四五六七八九十]+) ?岁(?:半)?/u.exec(folded)
      : null);
  if (age) {
    const start = age.index + age[0].search(/(?:\d{1,2}|[一二两三四五六七八九十]+) ?岁/u);
    take(r, { slot: 'age_group', start, end: age.index + age[0].length, polarity: 1, child: true });
  }
};

/** 32g, of a phone. */
const isMemory = (count: string, unit: string): boolean =>
  unit === 'g' && /^(?:4|6|8|12|16|24|32|64|128|256|512)$/.test(count);

/** 450克 and 三人 tell of the goods where goods, or their size, are spoken of. */
const isMeasured = (folded: string, asked: Asked, m: RegExpExecArray): boolean =>
  /帐篷|沙发|餐桌|桌|锅|续航|用的|装|拼图/u.test(folded) ||
  (/^(?:斤|克|片)$/u.test(m[2]!) && !/体重|身高|我|每天/u.test(folded)) ||
  asked.options.some(o => o.endsWith(m[2]!));

/** 两个抽屉 */
const partsCounted =
  /[一两二三四五六\d]个(?:抽屉|口袋|隔层|轮子|插孔|接口|摄像头|档位|喷头|炉头|烤盘|开关|扶手|风口|枕头位)/gu;

/** 一米二, 1米8, 2尺1. */
const metres =
  /(?:\d|[一二两三四五六七八九]) ?(?:米|尺)(?:[一二三四五六七八九](?:[一二三四五六七八九](?!十))?|\d{1,2})(?!\d|米|乘|[x*])/gu;
const readMeasures = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(/\d+(?:\.\d+)? ?(?:乘以?|x|\*|×) ?\d+(?:\.\d+)?(?:厘米|cm|米)?/gu))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(metres)) take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  const half = /\d{2}码半/u.exec(folded);
  if (half) take(r, { slot: 'size', start: half.index, end: half.index + half[0].length });
  const bare = r.drafts.some(d => d.slot === 'size')
    ? null
    : /(?<![\d.])(\d{1,3}(?:\.\d)?)(?=的|吧|左右|差不多|就|$|,)/u.exec(folded);
  if (bare && asked.slots.has('size') && isFree(r, bare.index, bare.index + 1) && !/块|元|钱|预算/u.test(folded))
    take(r, { slot: 'size', start: bare.index, end: bare.index + bare[1]!.length });
  for (const m of folded.matchAll(partsCounted))
    take(r, { slot: 'feature', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(measure)) {
    if (!isFree(r, m.index, m.index + m[0].length)) continue;
    if (r.clause.named.some(n => n.slots[0] === 'product_type' && n.start <= m.index && n.end >= m.index + m[0].length))
      continue;
    const unit = m[2]!;
    if (/^(?:人|层|座|色|小时|页|斤|克|片)$/u.test(unit) && !m[3] && !isMeasured(folded, asked, m)) continue;
    if (/^米$/u.test(unit) && /^色|^白/u.test(folded.slice(m.index + m[0].length))) continue;
    const slot: WishSlot = sizeUnits.test(unit) && !isMemory(m[1]!, unit) ? 'size' : 'feature';
    const full = slot === 'feature' ? m[0].replace('的', '') : `${m[1]}${unit}`;
    take(r, { slot, start: m.index, end: m.index + m[0].length, value: full });
  }
  for (const m of folded.matchAll(/ipx?\d{1,2}/g))
    take(r, { slot: 'feature', start: m.index, end: m.index + m[0].length });
  for (const s of sizesIn(folded)) {
    if (!isFree(r, s.start, s.end)) continue;
    const said =
      /(?:\d{2}(?:\.5)?|[smlx\d]{1,4}|[大中小]|加大|特大)(?=\D*$)/u.exec(folded.slice(s.start, s.end))?.[0] ?? s.value;
    take(r, { slot: 'size', start: s.start, end: s.end, value: said });
  }
  const letters = /(?<![a-z\d])(?:\d?x{0,3}[sl]|m)(?![a-z\d])/u.exec(folded);
  if (
    letters &&
    (asked.slots.has('size') || asked.options.length + asked.offered.length > 0) &&
    isFree(r, letters.index, letters.index + letters[0].length)
  )
    take(r, { slot: 'size', start: letters.index, end: letters.index + letters[0].length });
  for (const m of folded.matchAll(namedSize))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
};

const readNames = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked, wanted } = r.clause;
  const goods = merged(named, folded);
  for (const n of goods) {
    if (!isFree(r, n.start, n.end)) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    for (const slot of n.slots) {
      if (slot === 'recipient') continue;
      if (slot === 'product_type' || slot === 'category') {
        if (own.test(before) && !/换|想买|新/u.test(folded)) continue;
        if (/^(?:店|城|尺码|码|盒(?!子)|架|里|仓|柜|垫|带|底|跟|面|油|刷)/u.test(after)) continue;
        if (
          /(?:装|放|配|搭|塞|连|接|给)(?:得下|下|进|上|我的|个)?$/u.test(before) &&
          slot === 'product_type' &&
          !/给.{0,6}买/u.test(folded)
        ) {
          take(r, { slot: 'purpose', start: n.start, end: n.end, confidence: 0.5 });
          break;
        }
      } else if (
        (slot === 'brand' || slot === 'material' || slot === 'color') &&
        /^(?:的)?(?:太贵|不好|坏|质量(?:一般|不|差))/u.test(after)
      ) {
        continue;
      } else if (slot === 'genre') {
        const literary =
          /书|小说|漫画|电影|音乐|游戏|专辑|看|读|听|玩|题材|游记|散文|诗集|传记|童话/u.test(folded) ||
          r.drafts.some(d => d.slot === 'author') ||
          wanted.some(w => /书|小说|游戏|漫画|唱片|专辑/u.test(w));
        if (!literary && !asked.slots.has('genre')) continue;
      } else if (slot === 'purpose') {
        if (/^(?:礼物)$/u.test(folded.slice(n.start, n.end)) && /赠|免费/u.test(before)) continue;
        if (/^(?:中|期间|过)/u.test(after) && !/用|穿/u.test(after)) continue;
      } else if (slot === 'feature' || slot === 'style' || slot === 'quality') {
        if (/^(?:这|那|它).{0,3}(?:挺|很|真|太|好)?$/u.test(before) || (reactions.test(folded) && folded.length < 5))
          continue;
        if (/吗$/u.test(folded) && /^(?:这|那|它|第)/u.test(folded)) continue;
        if (/^轻$/u.test(folded.slice(n.start, n.end)) && !/^(?:一点|点|的|便|$)/u.test(after)) continue;
      } else if (slot === 'age_group' && /^(?:会|能|怎么)/u.test(after)) continue;
      take(r, { slot, start: n.start, end: n.end });
      break;
    }
  }
};

/** Goods named side by side are one: 办公室椅子 stays two, 电脑桌 is one thing. */
const merged = (named: readonly NamedWish[], folded: string): NamedWish[] => {
  const out: NamedWish[] = [];
  for (const n of named) {
    const last = out.at(-1);
    if (last && last.end === n.start && n.slots[0] === 'product_type' && last.slots[0] === 'product_type') {
      out[out.length - 1] = { ...n, start: last.start };
    } else out.push(n);
  }
  return out.filter(n => folded.slice(n.start, n.end) !== '');
};

const lead =
  /有没有(?!.*的$)(?=\p{Script=Han}{2,6}(?:推荐)?$)|(?:^|那|你家)有(?!没有)(?=\p{Script=Han}{2,6}(?:吗|嘛|么))|(?<=有没有.{1,6}的)(?=\p{Script=Han}{2,6}$)|(?:要|买|订|来|拿|定)(?:[一二两三四五六七八九十百\d]+|几)(?:箱|桶|个|件|台|条|本|部|支|把|张|套|盒|包|瓶|份|只|对|块|袋|罐|束|双|副)|(?:想要?|要|买|找|有没有|有|推荐|来|求|需要|换|看看|挑|选|送)(?:一?(?:个|双|件|台|条|本|部|支|把|张|套|些|点|款|只|副|束|盒|瓶|份|下|几[个本件款])|几[个本件款]|点)(?:适合|用来)?/u;
const readUnknownGoods = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded } = r.clause;
  if (r.drafts.some(d => d.slot === 'product_type' || d.slot === 'category' || d.slot === 'genre')) return;
  const m = lead.exec(folded);
  if (!m) return;
  let rest = folded.slice(m.index + m[0].length).replace(/[吗呢吧啊呀嘛么?？!！. ]+$/u, '');
  const offset = m.index + m[0].length;
  const de = rest.lastIndexOf('的');
  const start = offset + (de >= 0 ? de + 1 : 0);
  rest = de >= 0 ? rest.slice(de + 1) : rest;
  const inner = named.filter(n => n.start >= start && n.end <= start + rest.length);
  const from = inner.length > 0 ? Math.max(...inner.map(n => n.end)) : start;
  const noun = folded.slice(from, start + rest.length);
  if (
    !/^\p{Script=Han}{2,5}$/u.test(noun) ||
    /什么|东西|礼物|这|那|我|你|好|一|推荐|可以|不|看|了|便宜|贵|最|给|送|建议|意见|信息|人|优惠|客服|折扣|活动|颜色|尺码|款|别的|其他|适合/u.test(
      noun,
    )
  )
    return;
  if (isFree(r, from, from + noun.length))
    take(r, { slot: 'product_type', start: from, end: from + noun.length, confidence: 0.5 });
};

const readQuantity = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(quantity)) {
    const n = m[2] === '对' && asked.slots.has('quantity') ? 2 * readNumber(m[1]!) : readNumber(m[1]!);
    if (!Number.isFinite(n) || (n === 1 && !asked.slots.has('quantity') && !/来$/u.test(folded.slice(0, m.index))))
      continue;
    const only =
      /^(?:哦|对了|那|就|先|再|一共|总共)*[一二两三四五六七八九十百\d]+ ?\p{Script=Han}吧?$/u.test(folded) &&
      r.clause.wanted.length > 0;
    if (!/要|买|来|订|拿|各|送/u.test(folded) && !asked.slots.has('quantity') && !only) continue;
    const end = m.index + m[1]!.length;
    if (isFree(r, m.index, end)) take(r, { slot: 'quantity', start: m.index, end, value: String(n) });
  }
};
