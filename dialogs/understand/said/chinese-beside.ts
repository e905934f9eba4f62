/** What Chinese says by its place or degree: beside a maker, too much of something, how far it may go. */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { isFree, type Reader, take } from './reader.ts';

/** 海尔或小天鹅: what stands beside a maker or a colour is one too. */
export const readBeside = (r: Reader): void => {
  const { folded } = r.clause;
  for (const known of r.drafts.filter(d => d.slot === 'brand' || d.slot === 'author' || d.slot === 'color')) {
    const ahead = /^([\p{Script=Han}]{2,4})(?:或者|或|和|跟|、|还是)$/u.exec(folded.slice(0, known.start));
    if (ahead && !/^(?:就|要|想|我|有|来|买|给)|[你他她它啊]|喜欢/u.test(ahead[1]!) && isFree(r, 0, ahead[1]!.length))
      take(r, { slot: known.slot, start: 0, end: ahead[1]!.length });
    const m = /^(?:或者|或(?!者)|和|跟|、|还是)([\p{Script=Han}]{2,4}?)(?=吧|都|也|的|那|$)/u.exec(
      folded.slice(known.end),
    );
    if (!m || /[我你他她它]|喜欢|配$|搭|觉得/u.test(m[1]!)) continue;
    const start = known.end + m[0].length - m[1]!.length;
    if (isFree(r, start, start + m[1]!.length)) take(r, { slot: known.slot, start, end: start + m[1]!.length });
  }
};

/** 颜色深一点, 声音要小: a quality and its degree. Any 某某色 is a colour. */
export const readDegrees = (r: Reader): void => {
  const { folded } = r.clause;
  const colour = /颜色(?:要|最好)?(深|浅|素|亮|暗|淡|鲜艳)/u.exec(folded);
  if (colour) take(r, { slot: 'color', start: colour.index, end: colour.index + colour[0].length, value: colour[1]! });
  const degree =
    /(字|声音|音量|噪音|容量|字体|屏幕|重量|体积|口味|味道|鞋底|面料)(?:要|最好|得|一定要|必须|尽量)(小|大|轻|软|硬|清淡|浓|淡|厚|薄)/u.exec(
      folded,
    );
  if (degree && isFree(r, degree.index, degree.index + degree[0].length))
    take(r, {
      slot: 'feature',
      start: degree.index,
      end: degree.index + degree[0].length,
      value: degree[1]! + degree[2]!,
    });
  for (const m of folded.matchAll(/(?<![什何种个这那])([\p{Script=Han}]{1,2}色)(?!彩|系|号|调)/gu)) {
    if (
      /[配颜角特景出货成肤气同变绝么白黑的要是或和掉褪染串花啥何全单双多两三]色|[她他我你]/u.test(m[1]!) ||
      /^[要的是或和]/u.test(m[1]!)
    )
      continue;
    if (isFree(r, m.index, m.index + m[0].length))
      take(r, { slot: 'color', start: m.index, end: m.index + m[0].length });
  }
};

/** 能装15.6寸电脑: a power of the goods, its words are not goods of their own. 黑灰都行 names two colours. */
export const readHolding = (r: Reader): void => {
  const { folded } = r.clause;
  const holds = /(?:能|可以|可|要能)((?:装|放|容纳|塞|容)(?:得?下|进)?(?:(?!的)[\p{Script=Han}\d.a-z]){2,10})/u.exec(
    folded,
  );
  if (holds && !/^[装放容纳得下进塞]+[\d.]+ ?[\p{Script=Han}a-z]{1,2}的?$/u.test(holds[1]!)) {
    const said = holds.index + holds[0].length - holds[1]!.length;
    const start = said - (/(?:能|可以)$/u.exec(folded.slice(0, said))?.[0].length ?? 0);
    const end = said + holds[1]!.replace(/(?:的|吧|就行|就好)$/u, '').length;
    const inside = r.drafts.findIndex(d => d.start >= start && d.end <= end);
    if (inside >= 0) r.drafts.splice(inside, 1);
    take(r, { slot: 'feature', start, end });
  }
  const several = /(?<!\p{Script=Han})([黑白红蓝绿粉紫灰黄]{2,4})(?=都|两|三|色|配色|的|$)/u.exec(folded);
  const shade =
    several?.[1]?.length === 2 &&
    (folded.startsWith('配色', several.index + 2) || (several[1] !== '黑白' && folded[several.index + 2] === '色'));
  if (several && shade)
    take(r, { slot: 'color', start: several.index, end: several.index + (folded[several.index + 2] === '色' ? 3 : 2) });
  else if (several)
    for (let at = several.index; at < several.index + several[1]!.length; at++)
      take(r, { slot: 'color', start: at, end: at + 1 });
};

/** 换个硬一点的, 深一点: a degree of something in one character. */
export const readABit = (r: Reader): void => {
  const { folded, wanted, wishBefore } = r.clause;
  if (!(wanted.length > 0 || wishBefore || r.drafts.length > 0) || !/[要点些]/u.test(folded)) return;
  // 杆要硬: a part of one character stays with its 要.
  const part =
    /^((?![字我他她它你都也还就不得一])\p{Script=Han}要[硬软薄厚轻重大小高矮低宽窄长短尖圆细粗松稳静快])(?:一?点)?的?$/u.exec(
      folded,
    );
  if (part && isFree(r, 0, part[1]!.length)) {
    take(r, { slot: 'feature', start: 0, end: part[1]!.length, polarity: 1, confidence: 0.6 });
    return;
  }
  const m =
    /(?:^|[个点要来换款的再更最好])(?:稍微)?([硬软薄厚轻矮宽窄甜辣咸淡香细粗松稳静])(?:一点儿?|点儿?|一些)(?:的)?(?=$|[,. ]|吧|就|最)/u.exec(
      folded,
    );
  if (!m || /别|不|贵/u.test(folded)) return;
  const start = m.index + m[0].indexOf(m[1]!);
  if (isFree(r, start, start + 1)) take(r, { slot: 'feature', start, end: start + 1, polarity: 1, confidence: 0.6 });
};

/** 别太花哨, 不要太重: turned away by degree. */
export const readTooMuch = (r: Reader): void => {
  const { folded } = r.clause;
  for (const m of folded.matchAll(
    /(?:别|不要|不想要?|不能|不)(?:太|那么|特别)(?!贵)([\p{Script=Han}]{1,3}?)(?=的|了|就|$|[,. ])/gu,
  )) {
    const start = m.index + m[0].length - m[1]!.length;
    const end = start + m[1]!.length;
    if (
      !isFree(r, start, end) ||
      /^(?:多|好|行|想|要|喜欢|清楚|确定|懂|会|想.*|爱.*|敢.*|了解|满意|合适|舒服)$/u.test(m[1]!)
    )
      continue;
    const slot: WishSlot = /颜色|色调/u.test(folded)
      ? 'color'
      : /^(?:大|小|长|短|高|厚|薄|宽)$/u.test(m[1]!)
        ? 'size'
        : /^(?:花|花哨|艳|正式|老气|土|夸张|幼稚|成熟|素)$/u.test(m[1]!)
          ? 'style'
          : 'feature';
    take(r, { slot, start, end, polarity: -1 });
  }
};
