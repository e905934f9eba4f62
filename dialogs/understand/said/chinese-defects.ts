/** What may be wrong with goods, and what they must therefore not do: 别起球, 会掉色吗, 怕磨脚; 不起球 is a property of theirs. */
import { isFree, type Reader, take } from './reader.ts';

const defect = [
  '起球|起毛|起皱|起皮|起静电|静电|掉色|褪色|染色|串色|缩水|变形|变黄|发黄|氧化|掉毛|掉皮|掉漆|掉粉|掉渣|掉钻|掉跟|掉带|开胶|开线|开裂|断裂|断水',
  '漏(?:水|油|电|音|墨|气|光|尿|粪|风|勺子)|渗水|滴水|生锈|发霉|长毛|发臭|臭脚|闷脚|磨脚|打脚|磨脚跟|磨下巴|磨皮肤|夹脚|挤脚|硌脚|累脚|勒(?:脖子|脚|肚子|腰|肉|手|头)|卡裆|扎人|扎手|扎脸|扎脖子|夹(?:毛|头发|手|肉)|扯头发',
  '卡(?:粉|纹|顿|纸|毛|缝|壳)|飞粉|粉质飞|搓泥|拔干|晕染|晕妆|晕开|脱妆|浮粉|暗沉|假白|泛白|闷痘|爆痘|长痘|长脂肪粒|长闭口|烂脸|刺痛|假滑|辣眼睛|熏眼睛|沾杯|拉丝',
  '反光|串味|烫手|刺眼|刺鼻|呛鼻|呛人|压印子|压鼻梁|压耳朵|夹耳朵|卷边|走光|露脚踝|拖地|积灰|落灰|吸灰|沾灰|粘毛|粘灰|勾丝|脱丝|散架|塌陷|硌腰|咯吱响|吱吱响|摇晃|晃动|侧漏|打滑|脚滑|粘锅|粘底|糊锅|糊底|溅油|溅水|缠绕|缠毛|发烫|发热|断连|掉线|断网|频闪|残影|拖影|伤(?:手|眼|眼睛|发|头发|牙龈|胃|地板)|臃肿|甜腻|刮破脸|占地(?!方)|占地方|占位置',
  '\\p{Script=Han}{1,3}(?:异味)|异味|甲醛|(?:胶水|塑料|橡胶|酒精|药|油烟|汽油|皮革|奶腥|腥|膻|土腥|霉|油漆|乳胶|化学)味|香精|皂基|防腐剂|荧光剂|色素|添加剂|反式脂肪|防晒剂',
].join('|');
const anyDefect = new RegExp(defect, 'gu');
const free = /(?:不会|不容易|不太|不怎么|不易|绝不|不|防止?|无|没有?|零|抗|免|耐|去|除)(?:起|有)?$/u;
const turnedAway =
  /(?:别|不要|不想|不能|怕|担心|讨厌|受不了|忍不了|会不会|会|容易|老是?|总是?|天天|就|有点?|有没有|又|还|太|上次|之前|穿两次就|别太容易|加|一堆|别有|拒绝|远离)(?:太|再|有|是|容易|加|一堆|那么|特别|出现){0,6}$/u;
const asked =
  /^(?:了|的|啊)*(?:吗|么|不|没|呢|嘛|怎么办|严重|厉害|咋)|^(?:的)?(?:不要|算了|别|不行|不考虑|受不|崩溃|怕怕|拒)/u;

/** Before the names of goods and materials: the 塑料 of 塑料味 is none. */
export const readDefects = (r: Reader): void => {
  const { folded, wanted, wishBefore, named } = r.clause;
  for (const m of folded.matchAll(anyDefect)) {
    const before = folded.slice(0, m.index);
    const after = folded.slice(m.index + m[0].length);
    const end = m.index + m[0].length;
    if (
      !isFree(r, m.index, end) ||
      named.some(n => n.start < m.index && n.end > m.index && n.slots[0] === 'product_type')
    )
      continue;
    const spared = free.exec(before)?.[0];
    if (spared !== undefined && !/(?:会不会|要不要|有没有|容不容易)(?:有|起|很|太|容易)?$/u.test(before)) {
      const start = m.index - spared.length;
      // 不起球 as a whole is a name that the vocabulary has, or a property of its own.
      if (!/^(?:没有?|去|除)/u.test(spared) || after === '' || /^的/u.test(after))
        take(r, { slot: 'feature', start, end, polarity: 1, confidence: 0.6 });
      continue;
    }
    const said =
      turnedAway.test(before) ||
      asked.test(after) ||
      (after === '' && named.some(n => n.end <= m.index && (n.slots[0] === 'brand' || n.slots[0] === 'color'))) ||
      r.clause.asked.listed.some(l => before.startsWith(l.name));
    // 不要木头的, 会发霉: a reason is no wish of its own.
    const isReason =
      /(?<!不)(?:会|容易)$/u.test(before) && !/别|不要|怕/u.test(before) && !asked.test(after) && !r.clause.question;
    if (
      !said ||
      isReason ||
      (/^[占积落吸]/u.test(m[0]) && !/别|不要|怕/u.test(before)) ||
      !(wanted.length > 0 || wishBefore || named.some(n => n.slots[0] === 'product_type'))
    )
      continue;
    take(r, { slot: 'feature', start: m.index, end, polarity: -1, confidence: 0.6 });
  }
};
