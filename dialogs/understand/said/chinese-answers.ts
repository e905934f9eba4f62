/** Short Chinese answers, and parts of the goods known only by how they are said. */

import type { NamedWish, WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { coreOf } from './chinese-core.ts';
import { request } from './chinese-frames.ts';
import { isFree, type Reader, take } from './reader.ts';

/** 能打奶泡, 负离子的, 带轮子: a part or power of what is wanted, known only by how it is said. */
export const readPart = (r: Reader): void => {
  const { folded, asked, wishBefore } = r.clause;
  const m =
    /^(?:最好|要|必须|希望|还要|得|而且|并且|也要|不要)*(?:是)?((?:能|可以|可|带|有|会)?[\p{Script=Han}a-z\d]{2,7}?)(的)?(?:就行|就好|就可以|吧|哦|呢|最好|吗|么)?[.!~ ]*$/u.exec(
      folded,
    );
  if (
    !m ||
    /谢|您|你好|^好那|显得|^(?:厚度|宽度|高度|长度|外形|大小|重量|直径)|必须|肯定|没|啥|什么|多少|怎么|这|那|哪|我|你|他|她|它|了|不|都|就|看|说|买|想|行|好吧|知道|随便|可以$|钱|贵|便宜|人工|客服|优惠|折扣|付|扣|退|需要|接受|自提|送到|发货|公平|发票|微信/u.test(
      m[1]!,
    )
  )
    return;
  // 要硅胶垫不要纸, 会飞: a reason is no wish.
  if (m[1]!.startsWith('会') && !m[2] && !r.clause.question) return;
  const chosen = [...m[1]!].every(c => asked.alternatives.has(c));
  if (
    !chosen &&
    !(
      (wishBefore ||
        (asked.open && /^(?:带|能|会)/u.test(m[1]!)) ||
        request.test(folded) ||
        /^(?:最好|要|必须|希望|得|还要|能)/u.test(folded)) &&
      (m[2] || /^(?:能|可|带|会)/u.test(m[1]!) || /[好佳高可调动式型]$/u.test(m[1]!))
    )
  )
    return;
  // 最好能 and 要能 ask for what follows; 能上高铁 alone is the power itself.
  const asksFor = /^(?:最好|要|必须|希望|还要|得|而且|并且|也要)/u.test(m[0]) && m[0].indexOf(m[1]!) > 0;
  const stripped = (asksFor ? /^(?:能|可以|会|有|要)(?=.{2})/u : /^(?:有|要)(?=.{2})/u).exec(m[1]!)?.[0].length ?? 0;
  const start = m[0].indexOf(m[1]!) + stripped;
  const degree = /(?<=.)(?:一点|一些|点|些)$/u.exec(m[1]!)?.[0].length ?? 0;
  if (isFree(r, start, start + m[1]!.length))
    take(r, {
      slot: chosen ? asked.alternativesAre : 'feature',
      start,
      end: m[0].indexOf(m[1]!) + m[1]!.length - degree,
      confidence: 0.5,
    });
};

/** One side of A还是B, taken up in the answer. */
export const readChosen = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked } = r.clause;
  // 熟的, of 生普还是熟普.
  const short = /^(?:要|就|那|还是|选)*([\p{Script=Han}]{1,2}?)的?(?:吧|好|就行|就好|好了)?$/u.exec(folded)?.[1];
  const meant =
    short === undefined
      ? []
      : asked.options.filter(o => o.length <= 5 && o !== short && o.startsWith(short) && !/一?[点些]$/u.test(o));
  if (meant.length === 1 && !asked.options.includes(short!) && isFree(r, 0, folded.length)) {
    const known = named.find(n => folded.slice(n.start, n.end).startsWith(short!));
    if (!known)
      take(r, { slot: asked.alternativesAre, start: 0, end: folded.length, value: meant[0]!, confidence: 0.6 });
  }
  // 后者, 第二种: a side by its place.
  const sides = asked.options.filter(o => o.length > 1 && o.length < 9);
  const place =
    /^(?:那|就|要|选|还是)*(前者|后者|第一[个种款]|第二[个种款]|前一?[个种]|后一?[个种]|前面那?[个种款]|后面那?[个种款])(?:吧|好|就行|的)*$/u.exec(
      folded,
    )?.[1];
  if (place && sides.length === 2 && isFree(r, 0, folded.length)) {
    const value = sides[/^(?:后|第二)/u.test(place) ? 1 : 0]!;
    take(r, { slot: asked.alternativesAre, start: 0, end: folded.length, value, confidence: 0.6 });
    return;
  }
  // 硬, of 软一点还是硬一点.
  const bare = coreOf(folded).words.replace(/(?:一?[点些])$/u, '');
  const degree = asked.options.some(o => o.replace(/(?:的|一?[点些]的?)$/u, '') === bare);
  if (
    degree &&
    bare.length > 0 &&
    !/^[一二两三四五六七八九十\d]|^[黑白红蓝绿黄粉紫灰金银]$/u.test(bare) &&
    bare.length < 4 &&
    !named.some(n => n.end - n.start >= bare.length)
  ) {
    const start = folded.indexOf(bare);
    if (isFree(r, start, start + bare.length))
      take(r, { slot: asked.alternativesAre, start, end: start + bare.length, confidence: 0.6 });
  }
  for (const option of asked.options) {
    const words = option.toLowerCase();
    const start = words.length < 2 ? -1 : folded.indexOf(words);
    const end = start + words.length;
    if (start < 0 || !isFree(r, start, end) || /^[一二两三四五六\d]+\p{Script=Han}$/u.test(words)) continue;
    // What the vocabulary knows keeps its slot.
    if (named.some(n => n.start === start && (n.end === end || folded.slice(end, n.end) === '的'))) continue;
    take(r, { slot: asked.alternativesAre, start, end, confidence: 0.6 });
  }
};

const answerable: readonly WishSlot[] = [
  'author',
  'genre',
  'brand',
  'color',
  'material',
  'style',
  'purpose',
  'recipient',
];
/** The shop asked how the goods should be, and a word or two is all that is said. */
const isPreference = ({ clause: { folded, asked, wanted, sentence } }: Reader): boolean =>
  asked.open &&
  wanted.length > 0 &&
  folded === sentence.replace(/[!！~ 。.]+$/u, '') &&
  folded.length <= 5 &&
  !asked.slots.has('quantity') &&
  !asked.slots.has('price_max') &&
  !asked.slots.has('size') &&
  !asked.slots.has('age_group') &&
  !noAnswer.test(folded);
const noAnswer =
  /必须|肯定|当然|^[一二两三四五六七八九十半]|够|对|好|行|可以|谢|没|无|不|嗯|哦|啊|是|对|在|有|等|晚|考虑|随|都|知道|你|我|他|她|它|这|那|哪|什么|怎么|多|几|吗|呢|吧|太|贵|便宜|下单|买|拍|看|想|要|来|去|算|推荐|决定|\d|第|者|真|假|才|哈|哎|唉|呀|咦|客服|人工|优惠|价|钱/u;

export const readAnswer = (r: Reader): void => {
  const { folded, asked } = r.clause;
  const slot = answerable.find(s => asked.slots.has(s)) ?? (isPreference(r) ? 'feature' : undefined);
  if (!slot) return;
  const start =
    /^(?:嗯|那|就|我?(?:想要|喜欢|要|是)|主要是?|或者|还有|和|给|送|用来|比较喜欢|最好是?|大概|可能)*/u.exec(
      folded,
    )?.[0].length ?? 0;
  const words = folded.slice(start).replace(/(?:吧|的|吗|呢|用|啊|呀|就行|就好|都行|可以|[. !])+$/u, '');
  if (
    !/^[\p{Script=Han}a-z ]{1,6}$/u.test(words) ||
    /不|没|都|无所谓|容易|太|\d|公里|随便|好|行|谢|什么|哪|这|那|有|我|你|可以|嗯|是|对/u.test(words)
  )
    return;
  if (slot === 'color' && !/[红橙黄绿青蓝紫粉灰棕咖褐米杏驼黑白金银色系彩深浅素]/u.test(words)) return;
  if (isFree(r, start, start + words.length)) take(r, { slot, start, end: start + words.length, confidence: 0.5 });
};
