/** What somebody would pay, as it is said when haggling in Chinese: 别超四百五, 八百给你, 一千三以上不考虑. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { Asked, Draft } from './fact.ts';

const amount =
  '(\\d{2,6}(?:k|[百千万])?|\\dk|\\d[百千万]|[一二两三四五六七八九][一二两三四五六七八九十百千万]{1,6}|[五六七八九]十|十[一二三四五六七八九]?)';
const other = '(?![\\d.]|[斤克升寸码米号公厘毫片层度匹瓦岁天个件双条支只瓶盒本台人份平年月cmlg])';
const sum = `${amount}(?:块钱?|元)?${other}`;
const most: readonly RegExp[] = [
  new RegExp(`(?:别|不要|不能|不想|不可以|别给我|不会|没)超(?:过|出)?${sum}|(?:别|不要|不能)过${sum}`, 'u'),
  new RegExp(`${sum}(?:以上|往上)(?:的)?(?:我)?(?:就|都|也)?(?:不|算了|免|太贵|买不起)`, 'u'),
  new RegExp(
    `${sum}(?:以内|以下|之内|内|封顶|打住|为限|拿下|给你|卖不卖|卖给我|啊老板|(?:我)?就(?:拍|买|下|要|拿|成交)|能(?:拿|卖|到手|出|走|给|下来|搞定|成交)|到手|行吗|行不|可以吗|可不可以|成不|好不好|卖吗|包邮(?:行|可以)?)`,
    'u',
  ),
  new RegExp(
    `(?:最高|顶多|最多|撑死|顶天|卡在|框在|压在|控制在|就|只有|报销|补贴|经费|手头(?:就|只有)?|身上(?:就|只有)?|打算花|准备花|能出|出得起|出|掏|能掏|顶多掏|最多掏|总共|拢共|限)(?:就|也就)?${sum}(?=预算|块|元|的?预算|吧|$)`,
    'u',
  ),
  new RegExp(`你也${sum}`, 'u'),
  new RegExp(`${amount}整(?=$|[,. 可行吧就])`, 'u'),
  // 五百也行, and not the size of 42也行.
  /(?<!\d)(\d{3,6}|[一二两三四五六七八九][百千万][一二两三四五六七八九十百千]{0,4})(?:块钱?|元)?(?:也|都)(?:行|可以|能接受|成(?!了)|ok)/u,
  new RegExp(
    `${sum}(?:够不够|够吗|够么|够了|够买|能买到?吗|能拿下|买得到吗|打死|顶了|到顶|顶天|撑死|为止|以里|往下)`,
    'u',
  ),
  /(?:别|不要|不能|不想|没)(?:让我)?(?:破|过|超过?|上)([百千万])(?![\p{Script=Han}\d])/u,
  new RegExp(`我?预算(?:就|也就|只有|只|是|在|大概)?${sum}$`, 'u'),
];
const span = new RegExp(`${amount}(?:块|元)?(?:到|至|~|-)(?:${amount})(?:块|元)?(?:之间|左右|的|吧)?${other}`, 'u');
/** 千把块: a thousand or so. */
const about = /([一二两三四五六七八九]?)([百千万])(?:[把来]|多一?点?)(?:块钱?|元|的|吧|左右|$)/u;
const alone = new RegExp(`^(?:就|那|嗯)?${sum}(?:吧|啊|呗|行不行|可以不)?$`, 'u');

/** 爸妈给了六千五, as an answer. */
const told = new RegExp(`(?:给了?|有|就|只有|能花|能出|出)${sum}`, 'u');

/** 三四百: a range of its own. */
const neighbours =
  /一二[十百千]|[二两]三[十百千]|三四[十百千]|四五[十百千]|五六[十百千]|六七[十百千]|七八[十百千]|八九[十百千]/u;

const drafted = (slot: Draft['slot'], m: RegExpExecArray, value: number): Draft => ({
  slot,
  start: m.index,
  end: m.index + m[0].length,
  value: String(value),
  polarity: 1,
  confidence: 0.7,
});

/** Empty where nothing is haggled over; else it is all that the clause says of money. */
export const haggled = (folded: string, asked: Asked): Draft[] => {
  const between = span.exec(folded);
  if (between && (/预算|价/u.test(folded) || asked.slots.has('price_max'))) {
    const [least, top] = [readNumber(between[1]!), readNumber(between[2]!)];
    if (least < top) return [drafted('price_min', between, least), drafted('price_max', between, top)];
  }
  // 宽别超80 is no price.
  if (/[长宽高深厚重]度?(?:别|不|要|大概|在)/u.test(folded)) return [];
  const rough = about.exec(folded);
  if (rough) return [drafted('price_around', rough, readNumber(`${rough[1] || '一'}${rough[2]}`))];
  if (/左右|上下|大概|差不多|出头|起步|多$|多块/u.test(folded)) return [];
  for (const pattern of most) {
    const m = pattern.exec(folded);
    const said = m?.slice(1).find(g => g !== undefined);
    const value = said === undefined ? Number.NaN : readNumber(/^[百千万]$/u.test(said) ? `一${said}` : said);
    if (m && value >= 10) return [drafted('price_max', m, value)];
  }
  if (neighbours.test(folded)) return [];
  const answer = asked.slots.has('price_max') ? told.exec(folded) : null;
  if (answer && readNumber(answer[1]!) >= 10) return [drafted('price_max', answer, readNumber(answer[1]!))];
  const bare = alone.exec(folded);
  const value = bare ? readNumber(bare[1]!) : Number.NaN;
  // A price of the shop's said again is none of the shopper's.
  return bare && value >= 10 && asked.priced && !asked.shopText.includes(String(value)) && /\D/u.test(bare[1]!)
    ? [drafted('price_max', bare, value)]
    : [];
};
