/** For whom Chinese goods are, and how old they are. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { type Reader, take } from './reader.ts';

const forPerson =
  /(?:家里|家中|我们家|我家)的?$|(?:送|给|帮|替|为|孝敬|和|跟|陪)(?:我|咱|你|一个|个|一位|我的|咱们|我们|俩|两个|[一二三四五六七八九十\d]+ ?岁半?的?|刚出生的?|快?上?[小中大]学的|年迈的|.{0,2}){0,2}(?:的|家|家的|那个)?$|(?:给|送|帮).{2,12}的$/u;
const personAfter =
  /^.{0,4}(?:穿|用|戴|吃|喝|骑|玩|看|背)的|^(?:最近|下周|下个?月|明天|马上|快要?|要|周末|今年|明年|刚|正在|在){1,2}(?:搬家|结婚|生日|毕业|退休|学)|^学|^那边要|^(?:喜欢|爱|平时|穿|用|要(?!的)|喝|不喜欢|讨厌|快?过?生日|要?结婚|生孩子|生宝宝|搬家|乔迁|退休|毕业|升职|上(?!班)|在读|过寿|的(?:生日|尺码)|想要|是个|是做|叫\p{Script=Han}{2,3}在|在读|在上|比较|最近|脚|皮肤|[一二两三四五六七八九十\d]+ ?岁)/u;

/** 姐妹, 老板: called out to, not spoken of. */
const isAddress = (folded: string, { start, end }: NamedWish): boolean =>
  start <= 1 &&
  (end === folded.length || /^(?:你|您|们|在|有|给|推荐|来|麻烦|请|问|好|家|想|帮|,|~)/u.test(folded.slice(end))) &&
  /^(?:小?姐姐|姐妹|老板|宝宝|宝贝|亲爱的|大哥|老师|哥|姐|亲|宝|兄弟|师傅|小哥哥?|老铁|美女|帅哥)/u.test(
    folded.slice(start, end),
  );
const animal =
  /猫|狗|犬|柯基|泰迪|金毛|布偶|英短|美短|兔|龟|鱼|鸟|鼠|鹦鹉|宠物|主子|毛孩子|哈士奇|边牧|柴|博美|比熊|贵宾|雪纳瑞/u;
const says =
  /^(?:都|也|总|就|刚)*(?:不|让|叫|要求|规定|说|讲|推荐|安利|嫌|骂|有一?[个款双件]|买过|用过|买了|用的|介绍|给我|送我|送的|投诉|在用|种草|同款)|^(?:店|医院|椅|桌|柜|鞋|装|房|节|窝|粮|砂|罐|包|条|抓|爬|厕|玩具|衣|碗|绳|笼|牌|食|级|手机|机)/u;

/** 用我老公号买的: whose it is, and no present for him. */
const ofAccount = /^的?(?:[账帐]?号(?!码牌)|会员|名义|手机号)/u;

export const readPeople = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked } = r.clause;
  for (const n of named) {
    if (!n.slots.includes('recipient')) continue;
    // 女朋友的父母: they are for whom it is.
    const next = named.find(other => other.start > n.start && other.slots.includes('recipient'));
    if (next && /^的?$/u.test(folded.slice(n.end, next.start))) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    if (ofAccount.test(after)) continue;
    // Whoever is named before any goods are is whom they are for, unless they only say something.
    const opens =
      asked.opening &&
      !n.slots.includes('age_group') &&
      n.end - n.start > 1 &&
      !isAddress(folded, n) &&
      !animal.test(folded.slice(n.start, n.end)) &&
      !/有(?:一?个|位)?$/u.test(before) &&
      !named.some(m => m.start === n.end && m.slots[0] === 'product_type');
    if (
      !forPerson.test(before) &&
      !personAfter.test(after) &&
      !(asked.slots.has('recipient') && before.length <= 4) &&
      !(opens && !says.test(after) && !/(?:听|被|问|像|老板|客服)$/u.test(before))
    )
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
  if (
    school &&
    (r.drafts.some(d => d.child) || /^[上读念]/u.test(school[0]) || /适合$/u.test(folded.slice(0, school.index)))
  ) {
    const start = school.index + school[0].length - school[1]!.length;
    take(r, { slot: 'age_group', start, end: start + school[1]!.length, polarity: 1, child: true });
  }
  const age =
    ageAlone.exec(folded) ??
    /(?:送|给|适合|买).{0,4}?(\d{1,2}|[一二两三四五六七八九十]+) ?岁(?:半)?/u.exec(folded) ??
    (asked.slots.has('age_group') || r.drafts.some(d => d.child) || /[她他]/u.test(folded)
      ? /(?:\d{1,2}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+) ?岁(?:半)?/u.exec(folded)
      : null);
  if (age) {
    const start = age.index + age[0].search(/(?:\d{1,2}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+) ?岁/u);
    take(r, { slot: 'age_group', start, end: age.index + age[0].length, polarity: 1, child: true });
  } else readGrownAge(r);
};

/** 3岁, 刚满一岁: an age that is all of a clause. */
const ageAlone =
  /^(?:我家|宝宝|孩子|小孩|小朋友|猫咪?|狗狗?|他|她|它|才|刚|满|快|今年|已经|大概)*(?:\d{1,2}|[一二两三四五六七八九十]{1,2}) ?岁半?(?:多|了|的|左右|吧|啊|呢|大)*$/u;

/** 五十多岁, 27了: a grown-up's age, told in a clause of its own. */
const readGrownAge = (r: Reader): void => {
  const { folded, wanted } = r.clause;
  const m =
    /^(?:今年|大概|差不多|他|她|我|快|都|已经)*([二三四五六七八九]十(?:[一二三四五六七八九]|[多几来])?岁|[2-8]\d多?岁|[二三四五六七八九]十(?:岁)?(?:出头|左右|上下))(?:了|的|左右)*$/u.exec(
      folded,
    ) ??
    (wanted.length > 0
      ? /^(?:我|他|她)?(?:今年|快|都|已经)*([2-8]\d)(?:多?岁|了)$|^(?:我|他|她)?今年([2-8]\d)$/u.exec(folded)
      : null);
  const age = m?.[1] ?? m?.[2];
  if (age)
    take(r, {
      slot: 'age_group',
      start: folded.indexOf(age),
      end: folded.indexOf(age) + age.length,
      polarity: 1,
      confidence: 0.6,
    });
};
