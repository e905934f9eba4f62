/** What the vocabulary knows in a Chinese clause, where it is wished for. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { opensClause } from './chinese-judged.ts';
import { remarkOn } from './chinese-remarks.ts';
import { isFunction } from './chinese-specs.ts';
import { isGoodsHere, isWishedFor, modifiedFrom } from './chinese-wished-goods.ts';
import { isFree, type Reader, take } from './reader.ts';

const own = /(?:我的|这个|这双|那个|那双|这款|那款|这件|那件|这本|那本|这台|那台|这条|那条|旧)$/u;
const reactions = /^(?:好的?|嗯|行|可以|谢谢|不错|挺好|还行|太好了|哦|明白了|知道了)+(?:[啊吧呀的了]|$)/u;

export const readNames = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked, wanted, sentence: clauseSentence } = r.clause;
  const goods = merged(named, folded);
  for (const n of goods) {
    if (!isFree(r, n.start, n.end)) continue;
    const before = folded.slice(0, n.start);
    const after = folded.slice(n.end);
    for (const slot of n.slots) {
      if (slot === 'recipient') continue;
      if (
        slot === 'brand' &&
        isThing(folded, n) &&
        !asked.listed.some(l => l.name.startsWith(folded.slice(n.start, n.end)))
      )
        continue;
      if (slot === 'product_type' || slot === 'category') {
        if (/^(?:小|窄|矮|旧|太小|不大)$/u.test(after) && r.clause.wanted.length > 0) continue;
        if (own.test(before) && wanted.length > 0 && !/换|想买|新/u.test(folded)) continue;
        if (!isGoodsHere(folded, n)) continue;
        if (wanted.length > 0 && !isWishedFor(r, n)) {
          if (!isLeft(r, n)) continue;
          take(r, { slot, start: n.start, end: n.end, polarity: -1, confidence: 0.6 });
          break;
        }
        const wider = modifiedFrom(r, n);
        if (wider < n.start && isFree(r, wider, n.end)) {
          take(r, { slot, start: wider, end: n.end });
          break;
        }
        const part = /^[杆架套盒垫袋罩夹钩柜刷膜贴扣座](?=$|[的,，. 吗有])/u.exec(after);
        if (part && slot === 'product_type' && isFree(r, n.start, n.end + 1)) {
          take(r, { slot, start: n.start, end: n.end + 1 });
          break;
        }
        if (/^(?:店|城|尺码|码|盒(?!子)|架|里|仓|柜|垫|带|底|跟|面|油|刷)/u.test(after)) continue;
        if (n.end - n.start === 1 && /[\d一二两三四五六七八九十几]$/u.test(before)) continue;
        if (
          /(?:装|放|搭|塞|连|接|给)(?:得下|下|进|上|我的|个)?$/u.test(before) &&
          slot === 'product_type' &&
          !/给.{0,6}买|(?:想|要|来|缺)[放装]个$/u.test(before) &&
          !/给.{0,6}买/u.test(folded)
        ) {
          take(r, { slot: 'purpose', start: n.start, end: n.end, confidence: 0.5 });
          break;
        }
      } else if (
        (slot === 'brand' || slot === 'material' || slot === 'color') &&
        /^(?:的)?(?:太贵|不好|坏|质量(?:一般|不|差)|容易|怕|用过|没听过|掉)/u.test(after)
      ) {
        if (/^(?:的)?坏/u.test(after)) continue;
        take(r, { slot, start: n.start, end: n.end, polarity: -1 });
        break;
      } else if (slot === 'genre') {
        const literary =
          plainGenre.test(folded.slice(n.start, n.end)) ||
          /书|小说|故事|绘本|碟|漫画|电影|音乐|游戏|专辑|看|读|听|玩|题材|游记|散文|诗集|传记|童话/u.test(folded) ||
          r.drafts.some(d => d.slot === 'author') ||
          wanted.some(w => /书|小说|游戏|漫画|唱片|专辑|绘本|黑胶|碟|cd|桌游|剧本|杂志|故事|谱|电影/u.test(w));
        if (!literary && !asked.slots.has('genre')) continue;
      } else if (slot === 'purpose') {
        const wider = purposeAround(folded, n, goods);
        if (wider && isFree(r, wider.start, wider.end)) {
          take(r, { slot, ...wider });
          break;
        }
        if (isNoUse(folded, n, clauseSentence)) continue;
        if (/^(?:中|期间|过)/u.test(after) && !/用|穿/u.test(after)) continue;
      } else if (slot === 'feature' || slot === 'style' || slot === 'quality') {
        if (/^(?:这|那|它).{0,3}(?:挺|很|真|太|好)?$/u.test(before) || (reactions.test(folded) && folded.length < 5))
          continue;
        if (/吗$/u.test(folded) && /^(?:这|那|它|第)/u.test(folded)) continue;
        // 红色挺喜庆 is said of the colour.
        if (/红/u.test(before) && /^喜[庆气]$/u.test(folded.slice(n.start, n.end))) continue;
        if (/^轻$/u.test(folded.slice(n.start, n.end)) && !/^(?:一点|点|的|便|$)/u.test(after)) continue;
      } else if (slot === 'age_group' && /^(?:会|能|怎么|党|没钱|一枚)/u.test(after)) continue;
      const big =
        slot === 'product_type' ? /(?<=[个台张只条把口款套件些买要])[小大]$|[小大](?=[一]?点的$)/u.exec(before) : null;
      if (big && isFree(r, big.index, n.start)) take(r, { slot: 'size', start: big.index, end: big.index + 1 });
      const power =
        slot === 'feature' && !isFunction(folded.slice(n.start, n.end))
          ? (/(?:可以|能够?)$/u.exec(before)?.[0].length ?? 0)
          : 0;
      take(r, { slot, start: n.start - (isFree(r, n.start - power, n.end) ? power : 0), end: n.end });
      break;
    }
  }
};

/** 杯子烂大街了: goods that the shop proposed, and fault is found with. */
const isLeft = ({ clause: { folded, asked } }: Reader, { start, end }: NamedWish): boolean =>
  end - start > 1 &&
  opensClause.test(folded.slice(0, start)) &&
  asked.shopText.includes(folded.slice(start, end)) &&
  remarkOn(folded.slice(end)) === 'faults';

/** 周末 tells when, 住宿舍 where somebody lives, 我睡觉 what he does; a present is named by its occasion. */
const isNoUse = (folded: string, { start, end }: NamedWish, sentence: string): boolean => {
  const words = folded.slice(start, end);
  const before = folded.slice(0, start);
  if (words === '礼物') return /赠|免费/u.test(before) || /[^,. ]{1,2}节(?!约|省|能|日|目)/u.test(sentence);
  if (words === '周末') return true;
  if (aboard.test(words) && /(?:通勤|上班|上下班)$/u.test(before)) return true;
  return (
    (words === '宿舍' && before.endsWith('住')) ||
    (words === '睡觉' && /(?:^|[我他她])$/u.test(before) && end < folded.length)
  );
};

/** A genre wherever it stands. */
const plainGenre = /^(?:.*(?:科幻|悬疑|推理|言情|武侠|奇幻|玄幻|惊悚|散文|诗歌|游记|小说|文学|童话|漫画|绘本).*)$/u;

/** 冬天骑车戴的, 参加婚礼, 学画画, 海边玩: what one does there, or when, is one purpose with it. */
const purposeAround = (
  folded: string,
  n: NamedWish,
  goods: readonly NamedWish[],
): { start: number; end: number } | undefined => {
  // 通勤地铁上用: where one is on the way is no other use.
  const onTheWay = /^(?:通勤|上班|上下班)$/u.test(folded.slice(n.start, n.end)) && aboard.test(folded.slice(n.end));
  const next =
    whenOrWhere.test(folded.slice(n.start, n.end)) && !onTheWay
      ? goods.find(g => g.start === n.end && g.slots[0] === 'purpose')
      : undefined;
  const start = n.start - (/(?:(?<!刚)学习?|拜访|家里)$/u.exec(folded.slice(0, n.start))?.[0].length ?? 0);
  let end = next?.end ?? n.end;
  end +=
    /^(?:玩(?!具)|课(?=$|[用的,，])|(?!.?[也都能会可时候平])\p{Script=Han}{2}(?=[穿戴用](?:的|$|[,，])))/u.exec(
      folded.slice(end),
    )?.[0].length ?? 0;
  return start < n.start || end > n.end ? { start, end } : undefined;
};

const aboard = /^(?:坐)?(?:地铁|公交|高铁|火车|班车)上?/u;

const whenOrWhere =
  /^(?:[春夏秋冬][天季]|早上|晚上|夜里|睡前|雨天|雪天|阳台|家里|办公室|宿舍|教室|厨房|卧室|客厅|浴室|户外|海边|去海边|山上|车里|院子|花园|洗澡|上班|上学|通勤|开车|年会|公司|聚会|生日|婚礼|旅行|出差)$/u;

const ofActivity = /^(?:健身|瑜伽|跑步|野餐|登山|徒步|骑行|滑雪|游泳|户外|旅行|露营|办公|运动|钓鱼|烘焙|烧烤)$/u;

/** 儿童牙刷, 男士皮鞋: goods that are made for somebody. */
const ofAge = /^(?:儿童|男士|女士|老人|老年|成人|孕妇|学生|幼儿|中老年|男童|女童|宠物)$/u;

/** 石头, 苹果: a maker only where it stands as one. */
const isThing = (folded: string, { start, end }: NamedWish): boolean =>
  /^(?:石头|小米|苹果|骆驼|老板|兄弟|大王|红豆|袋鼠|天堂|公牛|坚果|小熊|雷神|海豚|蜂花|水星|荣耀|土拨鼠|猛犸象|回力|飞跃|潘多拉|生活|大宝|皇家)$/u.test(
    folded.slice(start, end),
  ) &&
  !(
    /^(?:的|吧|那|款|牌|家|品牌|还是|和|或|跟|也|行|可以|有|手机|电脑|平板|$|[a-z\d ,])/u.test(folded.slice(end)) &&
    !/\p{Script=Han}{2}$/u.test(
      folded.slice(0, start).replace(/(?:还是|或者|想要|想买|就要|喜欢|不要|不考虑|只要|要是|那就|有没有)$/u, ''),
    )
  );

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
      (ofActivity.test(folded.slice(last.start, last.end)) || ofAge.test(folded.slice(last.start, last.end))) &&
      !/书$/u.test(folded.slice(n.start, n.end))
    ) {
      // 健身手套, 生日蛋糕: goods by what they are for.
      out[out.length - 1] = { ...n, start: last.start };
    } else out.push(n);
  }
  return out.filter(n => folded.slice(n.start, n.end) !== '');
};
