import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { ReplyPart } from '../reply.ts';
import { gain, preference } from './phrases-zh.ts';
import { unlockZh } from './promotion-words-zh.ts';
import { abroadZh } from './sent-abroad.ts';
import { formatTime, nameOf, type Wording, type Words } from './words.ts';

type Offered = Extract<ReplyPart, { kind: 'offer' }>;

/** A deal that was asked for, with what is to be paid then. */
const offered = (p: Offered, w: Wording): string => {
  const { priced, basket, expiresAt } = p.offer;
  const named = (goods: Offered['adds']): string =>
    (goods ?? [])
      .map(({ product, quantity }) => `${nameOf(product, w)}${quantity > 1 ? ` ${quantity} 件` : ''}`)
      .join('和');
  const takes = p.takes && p.lead !== 'named' ? `买${named(p.takes)}，` : '';
  const adds = p.adds ? `再加${named(p.adds)}，` : takes;
  const goods = basket[0] && p.lead === 'named' ? nameOf(basket[0].product, w) : undefined;
  const leads = {
    also: '另外还有给您的优惠',
    but: '不过有给您的优惠',
    named: goods ? `${goods}有给您的优惠` : '另外还有给您的优惠',
    stands: `刚才的优惠还在，到${formatTime(expiresAt, 'zh', w.shop)}前有效`,
  };
  const alone = p.cartNow ? `（现在购物车是${formatMoney(p.cartNow)}）` : '';
  const pays = p.abroad ? abroadZh(p.abroad) : `含运费共${formatMoney(priced.total)}`;
  const replaces = p.replaces
    ? `，用了它就不再用${p.replaces.map(name => `“${inLanguage(name, 'zh')}”`).join('、')}`
    : '';
  return `${p.lead ? leads[p.lead] : '有的，给您的优惠'}：${adds}${gain(p.offer)}，${pays}${alone}${replaces}。`;
};

export const dealWordsZh = {
  offer: (p, w) =>
    p.unprompted
      ? `对了，给您一个优惠：${gain(p.offer)}。`
      : p.cartMoved
        ? `给您的优惠还在：卡片上的商品${gain(p.offer)}，使用时会按您现在的购物车计算。`
        : offered(p, w),
  'no-offer': p => {
    const free = p.freeShippingFrom ? `满${formatMoney(p.freeShippingFrom)}包邮。` : '';
    switch (p.reason) {
      case 'no-consent':
        return p.again
          ? `意思是：您的账号已关闭个性化优惠，所以没有单独给您的优惠。不是您关的也没关系，说“开启优惠”就能打开。`
          : `您的账号已关闭个性化优惠，按正常价格购买。${free}想重新开启请说“开启优惠”。`;
      case 'capped':
        return `目前没有更多优惠可以给您了。${free}`;
      case 'budget-spent':
        return `目前的优惠名额已经用完。${free}`;
      case 'service-first':
        return '先把您的问题处理好，优惠我们随后再看。';
      case 'none-shown':
        return '我还没有给过您优惠。';
      case 'not-now':
      case 'none-eligible':
      case 'no-uplift':
      case 'no-model':
        return p.again
          ? `确实没有单独给您的优惠了。${p.beside ? '' : free}`
          : p.beside
            ? `目前没有单独给您的优惠，不过全店活动都能用。${free}`
            : `目前没有单独给您的优惠，按标价算。${free}`;
    }
  },
  'offer-applied': (p, w) => {
    const added = p.added ? `${p.added.map(id => nameOf(id, w)).join('和')}已加入购物车，` : '';
    const done = `${added}已使用优惠：${gain(p.offer)}，现在${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}`}。`;
    if (!p.cappedAt) return done;
    return `${done}答应您的${formatMoney(p.cappedAt)}照样减；后来加的商品没有更多优惠了。`;
  },
  'offer-declined': p =>
    p.taken
      ? `好的，优惠（${gain(p.taken)}）已从购物车取消。${p.total ? `现在${p.abroad ? abroadZh(p.abroad) : `应付${formatMoney(p.total)}`}。` : ''}`
      : '好的，不再提了。',
  'offer-refused': (p, w) =>
    (p.code === undefined ? '' : `优惠码 ${p.code}：`) +
    {
      'unknown-offer': '系统里没有这个优惠，无法使用。',
      'not-yours': '这个优惠是给其他顾客的，不能在这里使用。',
      expired: '这个优惠已过期。',
      'already-redeemed': '这个优惠您已经用过了，只能用一次。',
      'already-held': '这个优惠已经在您的购物车里了。',
      'budget-spent': '抱歉，名额刚刚被用完。',
      'not-active': '该活动目前没有进行。',
      'conditions-not-met':
        p.offer?.kind === 'free-shipping' && !p.unlock
          ? '这个购物车已经包邮，无需再使用。'
          : `购物车还没有达到这个优惠的条件。${unlockZh(p.unlock, w)}`,
      'first-order-only': '这个优惠仅限首次下单使用，您之前已经下过单了。',
      'not-for-shopper': '这个优惠不适用于您的账号。',
      'below-margin': '这些商品不能使用该优惠。',
      'out-of-stock': '购物车里有商品售罄，无法使用优惠。',
      'empty-cart': '购物车是空的，先加入商品再使用优惠吧。',
      'currency-mismatch': '优惠与购物车的币种不同。',
      'cart-changed': '购物车刚刚有变化，请再试一次。',
      'better-deal-applies': '购物车里已经有更划算的优惠，这一单两者不能同时生效。',
      'excluded-by-group': '这个优惠不能和购物车里的优惠叠加。',
      'limit-reached': '这个优惠的使用次数已达上限。',
      'unknown-code': '没有这个优惠码，请检查一下有没有输错。',
      'code-used': '这个优惠码已经用过了。',
      'outside-hours': '这个优惠只在特定时段有效，现在不在时段内。',
      'makes-order-free': '加上已有的优惠，这一单就不用付钱了，所以不能再叠加。',
      'too-many-tries': '连续输错优惠码次数太多了，请过几分钟再试。',
    }[p.reason],
  'why-offer': (p, w) => {
    const facts = p.factsUsed.filter(f => f.forWhom === 'self').map(f => preference(f, w));
    const said = facts.length > 0 ? `商品是按您说过的（${facts.join('、')}）挑的。` : '';
    const { givenBy } = p.offer.because;
    if (givenBy !== undefined) return `这是客服${givenBy}为了弥补给您带来的不便而赠予您的，并非系统自动推荐。`;
    const how =
      p.offer.because.model === 'default'
        ? '这是卡片上这笔购物符合条件的标准优惠。'
        : p.offer.because.explored
          ? '有些优惠是在您符合条件的里面随机抽取的，用来了解哪种真正有用；这就是其中之一。'
          : '您的购物篮符合条件，根据您在本店的订单和浏览，我们认为它对双方都划算；从不使用敏感信息。';
    return `${how}${said}您可以随时关闭个性化优惠。`;
  },
  'none-for-cart': p =>
    p.asked === 'first-order'
      ? '这个购物车没有可用的首单优惠。'
      : '没有能让这个购物车更便宜的优惠码，能享的活动会自动减。',
  'next-step': p =>
    `再买${formatMoney(p.missing)}的商品，就能${p.isFurther ? '再' : ''}减${formatMoney(p.off)}（“${inLanguage(p.name, 'zh')}”）。`,
  'counter-offer': (p, w) =>
    `同样的商品没法再便宜了；如果多买一些，像卡片上这样买够${formatMoney(p.offer.priced.subtotal)}，可享${gain(p.offer)}，${p.abroad ? abroadZh(p.abroad) : `含运费共${formatMoney(p.offer.priced.total)}`}。之前的优惠在${formatTime(p.standing.expiresAt, 'zh', w.shop)}前依然有效，两个优惠任选其一。`,
  'no-better-deal': (p, w) =>
    `${gain(p.offer)}，这已经是最好的优惠了，再问也不会变。有效期至${formatTime(p.offer.expiresAt, 'zh', w.shop)}。`,
} satisfies Partial<Words>;
