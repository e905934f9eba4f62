/** Sizes and counts that stand bare in a Chinese answer: 37有吗, 80的, 单人, 头围58, 先4把, 一对. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { coreOf } from './chinese-core.ts';
import { isWorn } from './chinese-listed.ts';
import { isFree, type Reader, take } from './reader.ts';

const unit = '(?:英寸|寸|厘米|公分|cm|毫米|mm|米|毫升|ml|升|l|公斤|kg|斤|克|g|尺|码|号)';
const figure = `(?:\\d{1,4}(?:\\.\\d{1,2})?(?:${unit}\\d?)?半?|[一二两三四五六七八九十]{1,3}${unit}[一二三四五六七八九]?半?)`;
const part = '头围|胸围|臀围|腰围|腿围|脚长|裤长|衣长|肩宽|袖长|直径|口径|领口|圈口|戒圈|内径|厚度|宽度|高度|长度|深度';
const ofPart = new RegExp(`(?:${part})(?:要|是|大概|约|在|有)?(${figure})(?!以?上|超)`, 'u');
const sides = new RegExp(`^(?:[长宽高深厚]${figure} ?){2,3}$`, 'u');
const atMost = new RegExp(`[长宽高深厚]度?(?:别|不要|不能|不)(?:超过?|过)(${figure})`, 'u');
/** What may follow a figure that is a size. */
const rest =
  '(?:的|码|号)*(?:有吗|有没有?|有不|有货|还有|吧|够|可以|能|行|就|先|合适|也|都|好|最好|差不多|左右|太|有点|不|试试|来|要|呢|$|[ ,.，。]|[黑白红蓝绿粉紫灰棕])';
const bare = new RegExp(
  `^(?:拿|要|穿|买|选|试试|换|来|改|平时穿|一般穿|给我|那双|这双|码数|尺码|是|大概|应该)*(\\d{1,4}(?:\\.\\d{1,2})?半?)${rest}`,
  'u',
);
const cup = /(?<!\d)(?:6[05]|7[05]|8[05]|9[05])[a-h](?![a-z])/u;
const letters = /(?<![a-z\d])(\d?x{0,3}[sl]|m)(?:码|号)?(?![a-z\d-])/u;
const people =
  /^((?:单|双|[一二两三四五六七八九十\d]{1,2})人(?:位|份|座)?|[一二两三四五六七八九十\d]{1,2}个人)(?:的|款|用|坐|就|够|版|间|住)*(?:行|可以|好|了|$)*/u;
const plain =
  /^((?:最|加|特|超)?(?:大|小|中)(?:号|码|款|(?:瓶|包|盒|罐|袋|桶|支|杯)装?|的)?|(?:加|超|中|偏)?(?:长|短)款|加[长短肥大宽]|中长款?|迷你)(?:一?点|些)?(?:的|那种|那个|那款|装|吧|有吗|有么|有没有|有不|就行|就好|最好|不|么|吗)*$/u;

const furniture = /柜|桌|床|架|锅|垫|帘|席|毯|镜|炉|机|箱|灯|沙发|杯|壶|瓶|盒|屏|板/u;

export const readBareSizes = (r: Reader): void => {
  const { folded, wanted, asked, named } = r.clause;
  const found = (start: number, words: string, polarity?: 1): void => {
    const end = start + words.length;
    if (isFree(r, start, end))
      take(r, { slot: 'size', start, end, confidence: 0.6, ...(polarity ? { polarity } : {}) });
  };
  const whole = sides.exec(folded);
  if (whole) {
    found(0, whole[0].trimEnd());
    return;
  }
  const m = ofPart.exec(folded) ?? atMost.exec(folded);
  if (m && /\d|[一二两三四五六七八九十]/.test(m[1]!) && /^\p{Script=Han}{2}/u.test(m[0]) && !priceLike(m[1]!))
    found(m.index + m[0].lastIndexOf(m[1]!), m[1]!, 1);
  if (wanted.length === 0) return;
  const { start, words } = coreOf(folded);
  const said = folded.slice(start);
  const worn = wanted.some(isWorn);
  const figureSaid = bare.exec(said.replace(/^.{0,4}那[双件条款个]/u, ''));
  if (figureSaid) {
    const value = figureSaid[1]!;
    const n = Number.parseFloat(value);
    if (asked.options.some(o => o !== value && o.startsWith(value))) return;
    const ofShop = new RegExp(`(?<![\\d.])${value.replace('.', '\\.')} ?${unit}`, 'u').test(asked.shopText);
    const listed = asked.listed.some(l => l.name === value);
    if (
      (worn && n >= 22 && n <= 52) ||
      ofShop ||
      listed ||
      (asked.slots.has('size') && n < 400) ||
      (wanted.some(w => furniture.test(w)) &&
        /^(?:\d{2,3}|\d\.\d{1,2}|0\.\d)的?/.test(said) &&
        n <= 240 &&
        !priced(asked.shopText, value))
    )
      found(folded.indexOf(value, start), value);
  }
  const ofCup = worn ? cup.exec(folded) : null;
  if (ofCup) found(ofCup.index, ofCup[0]);
  const letter = letters.exec(folded);
  if (letter && (worn || asked.slots.has('size')) && letter[0].length <= folded.length) found(letter.index, letter[1]!);
  const forPeople = people.exec(words);
  if (forPeople && !/一个人/u.test(words)) {
    found(start, forPeople[1]!);
    return;
  }
  const size = plain.exec(said.replace(/^(?:有|要|买|来|拿|换)/u, ''));
  if (size && !named.some(n => n.start <= start && n.end >= start + size[1]!.length && n.slots[0] !== 'size'))
    found(start + said.indexOf(size[1]!), size[1]!);
};

const priceLike = (figureSaid: string): boolean => !/[^\d.]/.test(figureSaid) && Number(figureSaid) >= 150;
/** The shop's price rather than its size. */
const priced = (shopText: string, value: string): boolean =>
  new RegExp(`(?<![\\d.])${value}(?:元|块|[,. ]|$)`).test(shopText);

const measure =
  '个|双|件|条|本|台|部|支|把|张|套|盒|包|瓶|份|只|箱|对|块|袋|罐|束|顶|副|枚|盆|根|棵|株|辆|朵|枝|杯|串|组|桶|卷|颗|粒|打|提|板|床|盏';
const count = new RegExp(
  `^(?:先|就|来|拿|要|给我|买|改(?:成|为)?|换成?|一共|总共|好|各|再|加|订|共|要个)*([一二两三四五六七八九十百\\d]{1,4}|俩|仨) ?(${measure}|(?<=[俩仨]))(?:装|的)?(?!月|小时|星期|人|半|钱|以)(.*)$`,
  'u',
);
/** Counted of something else. */
const noGoods =
  /^(?:人|狗|猫|孩子|娃|抽屉|口袋|隔层|轮子|插孔|接口|档|摄像头|月|小时|晚上|问题|朋友|女儿|儿子)|多少|哪|不一样|区别|一样|都|多(?:少)?钱|颜色/u;
const one = /^(?:先|就|来|拿|要|给我|买|够|只)/u;

export const readCounts = (r: Reader): void => {
  const { folded, wanted, wishBefore, asked } = r.clause;
  if (!(wanted.length > 0 || wishBefore) || r.drafts.some(d => d.slot === 'quantity')) return;
  const start = coreOf(folded).start;
  const lead = folded.slice(0, start);
  const m = count.exec(folded.slice(start));
  if (/^我一个/u.test(folded)) return;
  if (!m || noGoods.test(m[3]!) || asked.slots.has('size')) return;
  const pairs = m[2] === '对' ? 2 : 1;
  const n = (m[1] === '俩' ? 2 : m[1] === '仨' ? 3 : readNumber(m[1]!)) * pairs;
  if (!Number.isFinite(n) || n < 1) return;
  const told = m[3]!.replace(/^[吧啊呢哈哦]+$/u, '') === '' || n > 1;
  if (n === 1 && !(told && (one.test(m[0]) || /先|就|来|要|拿/u.test(lead) || /^(?:就|也)?够/u.test(m[3]!)))) {
    if (!/^(?:就|也)?够/u.test(m[3]!)) return;
  }
  const from = start + m[0].indexOf(m[1]!);
  if (isFree(r, from, from + m[1]!.length))
    take(r, {
      slot: 'quantity',
      start: from,
      end: from + m[1]!.length,
      value: String(n),
      polarity: 1,
      confidence: 0.6,
    });
};
