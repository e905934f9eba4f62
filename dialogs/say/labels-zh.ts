import type { Deed, Likeness } from '../../models/types.ts';
import { toldInWords } from './told.ts';
import { categoryName, type Labels, nameOf } from './words.ts';

export const labelsZh: Labels = {
  intents: {
    recommend: '给我推荐',
    deals: '有优惠吗？',
    'order-status': '我的订单到哪了？',
    'start-return': '我要退货',
    help: '你能做什么？',
    person: '转人工',
    'view-cart': '看看购物车',
    'why-offer': '为什么给我这个优惠？',
    'about-me': '你知道我什么？',
    'forget-all': '全部忘掉',
    'opt-out': '关闭个性化优惠',
    'opt-in': '开启优惠',
    cancel: '取消',
    yes: '好的',
    no: '不用了',
  },
  apply: '使用优惠',
  decline: '不用了',
  add: '加入购物车',
  person: '转人工',
  details: '详情',
  pageSays: '页面介绍',
  startReturn: '退货',
  cancelOrder: '取消订单',
  gift: '赠品',
  soldOut: '已售罄',
  inStock: '有货',
  alsoIn: colours => `另有${colours}`,
  onlyLeft: count => `仅剩${count}件`,
  steps: ['已下单', '已打包', '已发货', '已送达'],
  statuses: {
    placed: '已下单，正在准备',
    packed: '已打包，等待快递取件',
    shipped: '运输中',
    delivered: '已送达',
    cancelled: '已取消',
    returned: '已退货',
  },
  saves: amount => `立省${amount}`,
  expires: when => `有效期至${when}`,
  givenBy: name => `由客服${name}赠予您，并非系统自动推荐。`,
  personalised: '个性化优惠，依据您在本店的活动生成。说“关闭个性化优惠”即可停用。',
  attribute: { colour: '颜色', size: '尺码', material: '材质', feature: '特点', occasion: '适合', recipient: '送给' },
  notes: {
    'more-than-bought': '申请退货的数量多于剩余数量，已按剩余数量计算。',
    'gift-to-return': '保留的商品已不满足赠品条件，请将赠品一并退回。',
    'gift-deducted': '保留的商品已不满足赠品条件，退款中会扣除赠品价格；退回赠品后再退还。',
    'discount-taken-back': '保留的商品已达不到优惠条件，这部分优惠会从退款中扣回。',
    'code-stays-used': '优惠码视为已使用；只有发货前取消订单，优惠码才会退回。',
    'falls-below-threshold': '保留的商品低于优惠门槛。退款已扣除退回商品所享受的那部分优惠，不会再另外扣款。',
    'below-free-shipping': '保留的商品低于包邮金额，不会补收运费。',
    'shipping-refunded': '运费一并退还。',
    'everything-returned': '至此整单商品全部退回。',
  },
  deduction: {
    discount: amount => `保留的商品已达不到优惠条件，扣回优惠${amount}。`,
    shipping: amount => `保留的商品已达不到包邮优惠的条件，扣回运费${amount}。`,
    gift: (amount, gift) => `赠品“${gift}”按${amount}从退款中扣除，退回赠品后会再退还。`,
  },
  reason: (reason, wording) => {
    switch (reason.kind) {
      case 'bought-with':
        return `因为${deeds[reason.deed](nameOf(reason.because, wording))}`;
      case 'similar':
        return `${deeds[reason.deed](nameOf(reason.because, wording))}，这款${likeness[reason.alike]}`;
      case 'noticed':
        return noticed[reason.deed];
      case 'similar-shoppers':
        return '口味相近的顾客喜欢';
      case 'buy-again':
        return `您买过${reason.timesBought}次`;
      case 'stated':
        return `符合您说的：${toldInWords(reason.told, 'zh', wording.shop).join('、')}`;
      case 'new':
        return '本店新品';
      case 'popular':
        return reason.category === undefined ? '大家常买' : `${categoryName(reason.category, wording)}里大家常买`;
    }
  },
};

const noticed = {
  bought: '您以前有过这款',
  'in-cart': '已在您的购物车里',
  'asked-about': '您问过这款',
  viewed: '您看过这款',
} satisfies Record<Deed, string>;

const deeds = {
  bought: name => `您买过${name}`,
  'in-cart': name => `您的购物车里有${name}`,
  'asked-about': name => `您问过${name}`,
  viewed: name => `您看过${name}`,
} satisfies Record<Deed, (name: string) => string>;

const likeness = {
  'brand-and-category': '同品牌同类',
  category: '是同类商品',
  brand: '是同一品牌',
  description: '介绍相近',
  price: '价位相近',
} satisfies Record<Likeness, string>;
