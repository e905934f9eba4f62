/** Reads one Chinese clause: which wishes it states, in its own words. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { chineseWords } from '../../../knowledge/retrieval/tokens.ts';
import { readAnswer, readChosen, readPart } from './chinese-answers.ts';
import { readBeside, readDegrees, readHolding, readTooMuch } from './chinese-beside.ts';
import { request } from './chinese-frames.ts';
import { readHeadedGoods, readMarkedFeatures, readWriter } from './chinese-goods.ts';
import { readMeasures, readQuantity } from './chinese-measures.ts';
import { readDevice, readErrand, readPartAndDegree, readPickedMaker, readPower } from './chinese-shapes.ts';
import { readPickedNumber } from './english-picked.ts';
import type { Clause, ClauseRead } from './fact.ts';
import { isFree, type Reader, readerOf, take } from './reader.ts';

const info =
  /多少钱|怎么(?!.{0,6}推荐)|什么时候|几天|哪里|为什么|是什么|多久|包邮|发货|退货|退款|换货|发票|物流|快递|运费|优惠吗|打折|能便宜|保修|售后|是不是正品|质量怎么样|好不好|哪个好|有什么区别|区别|几号到|付款|支付/u;
const past = /(?:买过|用过|看过|穿过|读过|以前|之前(?:买|用|看)|上次|去年买|原来(?:的|用)|坏了|丢了|旧的)/u;
const own = /(?:我的|这个|这双|那个|那双|这款|那款|这件|那件|这本|那本|这台|那台|这条|那条|旧)$/u;
const forPerson =
  /(?:家里|家中|我们家|我家)的?$|(?:送|给|帮|替|为|孝敬|和|跟|陪)(?:我|咱|你|一个|个|一位|我的|咱们|我们|俩|两个|[一二三四五六七八九十\d]+ ?岁半?的?|刚出生的?|快?上?[小中大]学的|年迈的|.{0,2}){0,2}(?:的|家|家的|那个)?$|(?:给|送|帮).{2,12}的$/u;
const personAfter =
  /^.{0,4}(?:穿|用|戴|吃|喝|骑|玩|看|背)的|^(?:最近|下周|下个?月|明天|马上|快要?|要|周末|今年|明年|刚|正在|在){1,2}(?:搬家|结婚|生日|毕业|退休|学)|^学|^那边要|^(?:喜欢|爱|平时|穿|用|要(?!的)|喝|不喜欢|讨厌|快?过?生日|要?结婚|生孩子|生宝宝|搬家|乔迁|退休|毕业|升职|上(?!班)|在读|过寿|的(?:生日|尺码)|想要|是个|是做|比较|最近|脚|皮肤|[一二两三四五六七八九十\d]+ ?岁)/u;
const bothWays =
  /(?:颜色|尺码|品牌|材质|牌子|款式|价格|什么).{0,3}(?:都行|都可以|无所谓|随便|不限|不挑|没要求|没关系)|(?:随便|无所谓|都行|都可以)(?:啦|吧|的)?$/u;
const aloneColour = /^[黑白红蓝绿粉紫灰银]$/u;
const reactions = /^(?:好的?|嗯|行|可以|谢谢|不错|挺好|还行|太好了|哦|明白了|知道了)+(?:[啊吧呀的了]|$)/u;

export const readChinese = (clause: Clause): ClauseRead => {
  const { folded, asked } = clause;
  const r = readerOf(clause);
  const asksFor = request.test(folded);
  if (info.test(folded) && !/想买|想要|推荐|有没有|预算|找/u.test(folded))
    return { drafts: [], wish: clause.wishBefore };
  // 耳机坏了,换一副: what is broken is wished for anew.
  const anew = /坏了|丢了/u.test(folded) && /想|换|要买|新的/u.test(clause.sentence);
  if (past.test(folded) && !anew && !/想|要买|换|喜欢|不喜欢/u.test(folded)) return { drafts: [], wish: false };
  if (bothWays.test(folded) && clause.negations.length === 0) {
    const at = bothWays.exec(folded)!.index;
    r.taken.push({ start: at, end: folded.length });
  }
  // Cutting words is the dear part of reading: only where one character may be a name.
  const bounded = clause.named.some(n => n.end - n.start === 1) ? boundaries(folded) : noBoundaries;
  const named = clause.named.filter(n => n.end - n.start > 1 || alone(n, folded, bounded));
  readPeople(r, named);
  readDevice(r);
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
    // 女朋友的父母: they are for whom it is.
    const next = named.find(other => other.start > n.start && other.slots.includes('recipient'));
    if (next && /^的?$/u.test(folded.slice(n.end, next.start))) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    if (!forPerson.test(before) && !personAfter.test(after) && !(asked.slots.has('recipient') && before.length <= 4))
      continue;
    if (n.slots.includes('age_group') && !/给|送/u.test(before)) continue;
    // 我爸 is 爸, as 我的爸爸 is.
    const start = /^我\p{Script=Han}$/u.test(folded.slice(n.start, n.end)) ? n.start + 1 : n.start;
    const end = folded.slice(start, n.end + 1) === '爸妈' ? n.end + 1 : n.end;
    take(r, { slot: 'recipient', start, end, polarity: 1, child: n.child });
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
        if (/^(?:小|窄|矮|旧|太小|不大)$/u.test(after) && r.clause.wanted.length > 0) continue;
        if (own.test(before) && !/换|想买|新/u.test(folded)) continue;
        const part = /^[杆架套盒垫袋罩夹钩柜刷膜贴扣座](?=$|[的,，. 吗有])/u.exec(after);
        if (part && slot === 'product_type' && isFree(r, n.start, n.end + 1)) {
          take(r, { slot, start: n.start, end: n.end + 1 });
          break;
        }
        if (/^(?:店|城|尺码|码|盒(?!子)|架|里|仓|柜|垫|带|底|跟|面|油|刷)/u.test(after)) continue;
        if (n.end - n.start === 1 && /[\d一二两三四五六七八九十几]$/u.test(before)) continue;
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
        /^(?:的)?(?:太贵|不好|坏|质量(?:一般|不|差)|容易|怕|用过|没听过|掉)/u.test(after)
      ) {
        // A maker that is too dear is not turned away for good.
        if (/^(?:的)?坏/u.test(after) || (slot === 'brand' && /^(?:的)?(?:太贵|没听过)/u.test(after))) continue;
        take(r, { slot, start: n.start, end: n.end, polarity: -1 });
        break;
      } else if (slot === 'genre') {
        const literary =
          /书|小说|漫画|电影|音乐|游戏|专辑|看|读|听|玩|题材|游记|散文|诗集|传记|童话/u.test(folded) ||
          r.drafts.some(d => d.slot === 'author') ||
          wanted.some(w => /书|小说|游戏|漫画|唱片|专辑/u.test(w));
        if (!literary && !asked.slots.has('genre')) continue;
      } else if (slot === 'purpose') {
        const wider = purposeAround(folded, n, goods);
        if (wider && isFree(r, wider.start, wider.end)) {
          take(r, { slot, ...wider });
          break;
        }
        if (/^(?:礼物)$/u.test(folded.slice(n.start, n.end)) && /赠|免费/u.test(before)) continue;
        if (/^(?:中|期间|过)/u.test(after) && !/用|穿/u.test(after)) continue;
      } else if (slot === 'feature' || slot === 'style' || slot === 'quality') {
        if (/^(?:这|那|它).{0,3}(?:挺|很|真|太|好)?$/u.test(before) || (reactions.test(folded) && folded.length < 5))
          continue;
        if (/吗$/u.test(folded) && /^(?:这|那|它|第)/u.test(folded)) continue;
        if (/^轻$/u.test(folded.slice(n.start, n.end)) && !/^(?:一点|点|的|便|$)/u.test(after)) continue;
      } else if (slot === 'age_group' && /^(?:会|能|怎么|党|没钱|一枚)/u.test(after)) continue;
      const big =
        slot === 'product_type' ? /(?<=[个台张只条把口款套件些买要])[小大]$|[小大](?=[一]?点的$)/u.exec(before) : null;
      if (big && isFree(r, big.index, n.start)) take(r, { slot: 'size', start: big.index, end: big.index + 1 });
      const power = slot === 'feature' ? (/(?:可以|能够?)$/u.exec(before)?.[0].length ?? 0) : 0;
      take(r, { slot, start: n.start - (isFree(r, n.start - power, n.end) ? power : 0), end: n.end });
      break;
    }
  }
};

/** 冬天骑车戴的, 参加婚礼, 学画画, 海边玩: what one does there, or when, is one purpose with it. */
const purposeAround = (
  folded: string,
  n: NamedWish,
  goods: readonly NamedWish[],
): { start: number; end: number } | undefined => {
  const next = whenOrWhere.test(folded.slice(n.start, n.end))
    ? goods.find(g => g.start === n.end && g.slots.includes('purpose') && g.slots[0] !== 'product_type')
    : undefined;
  const start = n.start - (/(?:(?<!刚)学习?|拜访|家里)$/u.exec(folded.slice(0, n.start))?.[0].length ?? 0);
  let end = next?.end ?? n.end;
  end +=
    /^(?:玩(?!具)|课(?=$|[用的,，])|(?!.?[也都能会可时候平])\p{Script=Han}{2}(?=[穿戴用](?:的|$|[,，])))/u.exec(
      folded.slice(end),
    )?.[0].length ?? 0;
  return start < n.start || end > n.end ? { start, end } : undefined;
};

const whenOrWhere =
  /^(?:[春夏秋冬][天季]|早上|晚上|夜里|睡前|雨天|雪天|阳台|家里|办公室|宿舍|教室|厨房|卧室|客厅|浴室|户外|海边|山上|车里|院子|花园|洗澡|上班|上学|通勤|开车)$/u;

const ofActivity = /^(?:健身|瑜伽|跑步|野餐|登山|徒步|骑行|滑雪|游泳|户外|旅行|露营|办公|运动|钓鱼|烘焙|烧烤)$/u;

/** Goods named side by side are one: 办公室椅子 stays two, 电脑桌 is one thing. */
const merged = (named: readonly NamedWish[], folded: string): NamedWish[] => {
  const out: NamedWish[] = [];
  for (const n of named) {
    const last = out.at(-1);
    if (last && last.end === n.start && n.slots[0] === 'product_type' && last.slots[0] === 'product_type') {
      out[out.length - 1] = { ...n, start: last.start };
    } else if (
      last &&
      last.end === n.start &&
      n.slots[0] === 'product_type' &&
      ofActivity.test(folded.slice(last.start, last.end)) &&
      !/书$/u.test(folded.slice(n.start, n.end))
    ) {
      // 健身手套, 生日蛋糕: goods by what they are for.
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
    /什么|东西|礼物|这|那|我|你|好|一|推荐|可以|不|看|了|便宜|贵|最|给|送|建议|意见|信息|人|优惠|客服|折扣|活动|试|牌子|作家|作者|预算|颜色|尺码|款|别的|其他|适合/u.test(
      noun,
    )
  )
    return;
  if (isFree(r, from, from + noun.length))
    take(r, { slot: 'product_type', start: from, end: from + noun.length, confidence: 0.5 });
};
