import { preference } from './phrases-zh.ts';
import type { Words } from './words.ts';

export const profileWordsZh = {
  'about-me': p => {
    const offers = p.consent.personalOffers ? '个性化优惠：已开启。' : '个性化优惠：已关闭。';
    const orders = p.orders > 0 ? '我也能看到您在本店的订单。' : '';
    const { rated = 0, looked = 0 } = p.kept ?? {};
    const beside = [
      ...(rated > 0 ? [`您的评分（${rated}条）`] : []),
      ...(looked > 0 ? [`您看过的商品（${looked}款）`] : []),
    ];
    const kept = beside.length > 0 ? `另外还保存着${beside.join('和')}。` : '';
    const forget = p.facts.length === 0 && kept ? '说“全部忘掉”即可清除。' : '';
    return p.facts.length > 0
      ? `这些是您告诉过我的内容和时间。说“忘掉”加其中一项，或“全部忘掉”即可删除。${kept}${orders}${offers}`
      : `您没有告诉过我需要记住的内容。${kept}${forget}${orders}${offers}`;
  },
  noted: (p, w) => `记下了：${p.facts.map(f => preference(f, w)).join('、')}。`,
  'ask-forget': (p, w) =>
    `要把我记下的内容全部清除吗？包括${
      p.facts.length > 0
        ? `您说过的${p.facts
            .slice(0, 6)
            .map(f => preference(f, w))
            .join('、')}${p.facts.length > 6 ? '等' : ''}，以及`
        : ''
    }您看过的商品和评分。订单和购物车不受影响。`,
  forgotten: p =>
    p.all
      ? '好的，从您的话、看过的商品和评分里记下的内容已彻底清除。订单依税务规定保留，聊天记录也会保留。'
      : p.count === 0
        ? '没有可以忘掉的内容。'
        : '好的，已经忘掉了。',
  'changed-mind': (p, w) => `您之前说过：${preference(p.before, w)}。以后按哪个来？`,
  'which-to-forget': () => '要我忘掉哪一条？',
  'opted-out': () => '已关闭个性化优惠。您仍享受正常价格和人人都有的优惠。',
  'opted-in': p => (p.already ? '您的个性化优惠本来就开着，不用再设置。' : '个性化优惠已重新开启。'),
} satisfies Partial<Words>;
