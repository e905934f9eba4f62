/** Sizes, measures and counts in Chinese. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { sizesIn } from '../text/sizes.ts';
import { isTold, sideBefore } from './chinese-formats.ts';
import type { Asked } from './fact.ts';
import { isFree, type Reader, take } from './reader.ts';

const measure =
  /((?<!\d)\d+(?:\.\d+)?|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+) ?(gb?|tb?|英寸|寸|厘米|公分|cm|毫米|mm|米|毫升|ml|升|l|公斤|kg|斤|克|g|(?<=米)[一二三四五六七八九]|万像素|毫安|mah|小时|瓦|w|公里|片|磅|人座|人份|平方米|平米|平方|平|件套|人|匹|页|hz|层|座|色)(?![a-z])(?:的)?(?:运行|固态|机身)?(内存|存储|硬盘|显存|续航|屏幕|屏|大屏|电池|容量)?/gu;
const sizeUnits =
  /^(?:英寸|寸|厘米|公分|cm|毫米|mm|米|毫升|ml|升|l|公斤|kg|斤|克|g(?!b)|片|人|匹|座|人座|平方米|平米|平方|平)$/u;
const namedSize =
  /(?<!\p{Script=Han})(?:大|小|中)(?:瓶|包|盒|罐|袋|桶|份|支|杯|盆)装?(?!里)|(?<=[要先买来个])(?:大|小)(?:瓶|包|盒|罐|袋|桶)装?|(?:大|小|中)型(?!号|企)|小巧|[一二两三四五六\d]人位|(?:加长|超长|中长|长|短)款|(?:加大|加小|特大|超大|均|大|中|小|最大|最小)[号码](?!线)|迷你(?:版|款)?|(?<![字屏音])(?:小|大)一点|小号的|大号的|(?<=[要买个只张])(?:大|小)的/gu;
const quantity =
  /(?<![第\d一二两三四五六七八九十百])([一二两三四五六七八九十百]+|\d{1,4}) ?(个|双|件(?!套)|条|本|台|部|支|把|张|套|盒|包|瓶|份|只|箱|对|块|袋|罐|束|顶|副|枚|斤|盆|根|朵|枝|杯|串|棵|株|颗|桶|卷)(?![月小星工])/gu;

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
export const readMeasures = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(
    /(?<![\d.一二两三四五六七八九])[\d一二两三四五六七八九]+(?:\.\d+)?(?:米|厘米)?[一二三四五六七八九\d]? ?(?:乘以?|x|\*|×) ?[\d一二两三四五六七八九]+(?:\.\d+)?(?:厘米|cm|米)?[一二三四五六七八九]?/gu,
  ))
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'size', start: m.index, end: m.index + m[0].length });
  for (const m of folded.matchAll(metres)) {
    const [start, end] = [sideBefore(folded, m.index), m.index + m[0].length];
    if (isTold(folded, m.index, end)) r.taken.push({ start, end });
    else if (isFree(r, start, end)) take(r, { slot: 'size', start, end });
  }
  const people =
    /(?<![第\d一二两三四五六七八九十])((?:[一二两三四五六七八九十]{1,3}|\d{1,2})个?人份?)(?=住|用|吃|坐|睡|左右|$|[,. ])/u.exec(
      folded,
    );
  if (
    people &&
    (/[住用吃坐睡]/u.test(folded[people.index + people[1]!.length] ?? '') || asked.open) &&
    isFree(r, people.index, people.index + 1)
  )
    take(r, { slot: 'size', start: people.index, end: people.index + people[1]!.length });
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
    const part =
      slot === 'feature' && !m[3]
        ? (/(?:内存|存储|硬盘|显存|续航|电池)$/u.exec(folded.slice(0, m.index))?.[0] ?? '')
        : '';
    take(r, { slot, start: m.index - part.length, end: m.index + m[0].length, value: part + full });
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

export const readQuantity = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const m of folded.matchAll(quantity)) {
    const isSide = asked.options.some(o => o === m[0].replaceAll(' ', ''));
    const n = m[2] === '对' && (asked.slots.has('quantity') || isSide) ? 2 * readNumber(m[1]!) : readNumber(m[1]!);
    if (
      !Number.isFinite(n) ||
      (n === 1 &&
        !isSide &&
        !asked.slots.has('quantity') &&
        !/来$/u.test(folded.slice(0, m.index)) &&
        !(/^[箱盒瓶袋罐桶]$/u.test(m[2]!) && /[要买订拿]$/u.test(folded.slice(0, m.index))))
    )
      continue;
    const only =
      /^(?:哦|对了|那|就|先|再|一共|总共|数量|[黑白红蓝绿紫粉灰银]色?的?)*[一二两三四五六七八九十百\d]+ ?\p{Script=Han}吧?$/u.test(
        folded,
      ) && r.clause.wanted.length > 0;
    if (
      !/要|买|来|订|拿|各|送|拍|下单|准备|加|囤|凑|一共|总共|需要|缺/u.test(folded) &&
      !asked.slots.has('quantity') &&
      !only &&
      !isSide
    )
      continue;
    const end = m.index + m[1]!.length;
    if (isFree(r, m.index, end)) take(r, { slot: 'quantity', start: m.index, end, value: String(n), polarity: 1 });
  }
};
