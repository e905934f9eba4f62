/** For whom Chinese goods are, and how old they are. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { type Reader, take } from './reader.ts';

const forPerson =
  /(?:家里|家中|我们家|我家)的?$|(?:送|给|帮|替|为|孝敬|和|跟|陪)(?:我|咱|你|一个|个|一位|我的|咱们|我们|俩|两个|[一二三四五六七八九十\d]+ ?岁半?的?|刚出生的?|快?上?[小中大]学的|年迈的|.{0,2}){0,2}(?:的|家|家的|那个)?$|(?:给|送|帮).{2,12}的$/u;
const personAfter =
  /^.{0,4}(?:穿|用|戴|吃|喝|骑|玩|看|背)的|^(?:最近|下周|下个?月|明天|马上|快要?|要|周末|今年|明年|刚|正在|在){1,2}(?:搬家|结婚|生日|毕业|退休|学)|^学|^那边要|^(?:喜欢|爱|平时|穿|用|要(?!的)|喝|不喜欢|讨厌|快?过?生日|要?结婚|生孩子|生宝宝|搬家|乔迁|退休|毕业|升职|上(?!班)|在读|过寿|的(?:生日|尺码)|想要|是个|是做|比较|最近|脚|皮肤|[一二两三四五六七八九十\d]+ ?岁)/u;

export const readPeople = (r: Reader, named: readonly NamedWish[]): void => {
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
