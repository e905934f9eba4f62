import type { Random } from '../domain/random.ts';

type Name = readonly [written: string, latin: string];

const surnames: readonly Name[] = [
  ['王', 'wang'],
  ['李', 'li'],
  ['张', 'zhang'],
  ['刘', 'liu'],
  ['陈', 'chen'],
  ['杨', 'yang'],
  ['赵', 'zhao'],
  ['黄', 'huang'],
  ['周', 'zhou'],
  ['吴', 'wu'],
  ['徐', 'xu'],
  ['孙', 'sun'],
  ['胡', 'hu'],
  ['朱', 'zhu'],
  ['高', 'gao'],
  ['林', 'lin'],
  ['何', 'he'],
  ['郭', 'guo'],
  ['马', 'ma'],
  ['罗', 'luo'],
  ['梁', 'liang'],
  ['宋', 'song'],
  ['郑', 'zheng'],
  ['谢', 'xie'],
  ['韩', 'han'],
  ['唐', 'tang'],
  ['冯', 'feng'],
  ['沈', 'shen'],
  ['陆', 'lu'],
  ['顾', 'gu'],
];
const givens: readonly Name[] = [
  ['伟', 'wei'],
  ['芳', 'fang'],
  ['娜', 'na'],
  ['敏', 'min'],
  ['静', 'jing'],
  ['磊', 'lei'],
  ['洋', 'yang'],
  ['雨桐', 'yutong'],
  ['子涵', 'zihan'],
  ['晓东', 'xiaodong'],
  ['思远', 'siyuan'],
  ['欣怡', 'xinyi'],
  ['浩然', 'haoran'],
  ['佳宁', 'jianing'],
  ['明轩', 'mingxuan'],
  ['若溪', 'ruoxi'],
  ['建国', 'jianguo'],
  ['丽华', 'lihua'],
  ['志强', 'zhiqiang'],
  ['美玲', 'meiling'],
  ['一诺', 'yinuo'],
  ['文博', 'wenbo'],
  ['春梅', 'chunmei'],
  ['俊杰', 'junjie'],
  ['诗涵', 'shihan'],
  ['海燕', 'haiyan'],
  ['梓萱', 'zixuan'],
  ['天佑', 'tianyou'],
  ['小满', 'xiaoman'],
  ['知秋', 'zhiqiu'],
];
const firstNames =
  'Alice Ben Chloe Daniel Elena Felix Grace Hugo Irene Jonas Katie Liam Maya Noah Olivia Peter Rosa Sam Tessa Victor Anna Marco Priya Omar Ingrid Lucas Sofia Tom Nina Ravi'.split(
    ' ',
  );
const lastNames =
  'Miller Novak Okafor Larsen Rossi Schmidt Patel Dubois Silva Kowalski Tanaka Hughes Moreau Fischer Santos Nguyen Becker Ivanova Murphy Haddad Jensen Costa Brown Keller Singh Walsh Peeters Lindqvist Ahmed Young'.split(
    ' ',
  );

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'zh';
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** A name and the address that goes with it; two in three are Chinese. The number keeps addresses apart. */
export const makePerson = (random: Random, number: number): Person => {
  if (random() < 0.66) {
    const [family, familyLatin] = pick(random, surnames);
    const [given, givenLatin] = pick(random, givens);
    return { name: `${family}${given}`, email: `${givenLatin}.${familyLatin}${number}@example.com`, language: 'zh' };
  }
  const first = pick(random, firstNames);
  const last = pick(random, lastNames);
  // Some people with western names live in Shanghai and read Chinese.
  const language = random() < 0.08 ? 'zh' : 'en';
  return { name: `${first} ${last}`, email: `${first}.${last}${number}@example.com`.toLowerCase(), language };
};
