import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, subtract } from '../../knowledge/domain/money.ts';
import { inSize } from '../../knowledge/domain/order.ts';
import { wishInWords } from '../../knowledge/profile/describe.ts';
import { adviceZh } from './advice.ts';
import { attributeText } from './attribute-text.ts';
import { byDegreeZh } from './by-degree.ts';
import { comparisonZh } from './comparison.ts';
import { eachComesZh } from './each-comes.ts';
import { insteadZh } from './instead.ts';
import { labelsZh } from './labels-zh.ts';
import { madeForZh } from './made-for.ts';
import { modelsZh } from './models-told.ts';
import {
  inRange,
  isNamed,
  nearestTo,
  relaxedName,
  saidByPages,
  shelves,
  sizedFirst,
  toldOfThem,
  unprovedOfThem,
} from './phrases-zh.ts';
import { productAnswerZh } from './product-answers.ts';
import { productChoicesZh } from './product-choices.ts';
import { eachSaysZh, productSaysZh } from './product-says.ts';
import { abroadZh } from './sent-abroad.ts';
import { madeForKids } from './unsaid.ts';
import { piecesOverZh, piecesZh, wholeSetZh } from './whole-set.ts';
import { whomForZh } from './whom-for.ts';
import type { Words } from './words.ts';

export const shoppingWordsZh = {
  products: (p, w) => {
    if (p.heading === 'nearest') return '';
    if (p.heading === 'unsaid') return '页面没有写明；我们有这些：';
    const budget = p.between ? inRange(p.between) : p.budget ? `${formatMoney(p.budget)}以内` : '';
    const left = p.relaxed.filter(isNamed);
    const unproved = unprovedOfThem(p.relaxed);
    const told = p.relaxed.includes('text') ? '' : toldOfThem(p.relaxed);
    const droppedOf = (keys: readonly string[]): string =>
      keys.length > 0 ? `没有完全符合“${keys.map(key => relaxedName(key, w)).join('、')}”的，先放宽了这一条。` : '';
    const dropped = droppedOf(left);
    const sized = p.sized ? sizedFirst(p.sized, p.found.length) : '';
    const grownUp = p.grownUp ? `这${p.found.length}款都不是儿童款。`.replace('这1款都', '这款') : '';
    const says = grownUp + saidByPages(p.says ?? [], p.found.length) + sized;
    const within = p.beyond && p.budget ? `${formatMoney(p.budget)}以内` : undefined;
    const nearest = p.relaxed.includes('text') ? undefined : nearestTo(p.relaxed, p.found.length, within, p.sized);
    const relaxed =
      unproved + told + dropped + says !== ''
        ? told + says + unproved + dropped
        : p.relaxed.includes('unmarked:vegan')
          ? '页面没有标注“纯素”的，所列材质不含动物材料。'
          : '';
    if (p.heading === 'search' && p.lacks !== undefined)
      return `没有别的符合“${p.lacks}”了。同类里除了刚才给您看过的，还有这${p.found.length}款。`;
    if (p.wholeSet)
      return wholeSetZh(
        p.wholeSet,
        p.found.map(one => one.product),
      );
    if (p.only) return `这一类我们只有这一款，没有别的可以比。${relaxed}`;
    if (p.heading === 'search' && p.relaxed.includes('text'))
      return `没有和您说的完全一致的，这${p.found.length}款最接近。${relaxed}`;
    if (p.heading === 'search' && p.byPrice && !p.relaxed.includes('text'))
      return `符合的里面最${p.byPrice === 'least' ? '便宜' : '贵'}的是${inLanguage(p.found[0]!.product.name, 'zh')}，${formatMoney(p.found[0]!.product.price)}${p.found.length > 1 ? '，其余按价格排列' : ''}。${relaxed}`;
    if (p.relaxed.includes('around') && p.around)
      return `没有${formatMoney(p.around)}左右的，这${p.found.length}款价格最接近。${relaxed}`;
    if (p.relaxed.includes('off-price') && budget)
      return `没有${budget}的，这${p.found.length}款价格最接近。${relaxed}`;
    if (p.heading === 'search' && p.beyond && p.budget && left.length > 0)
      return `${budget}没有${left.map(key => `“${relaxedName(key, w)}”`).join('、')}的，符合的最便宜是${inLanguage(p.beyond.name, 'zh')}，${formatMoney(p.beyond.price)}。另外这${p.found.length}款在预算以内。${unproved}${told}`;
    const dearer =
      p.beyond && p.budget
        ? `${inLanguage(p.beyond.name, 'zh')}更符合您说的其他要求，但要${formatMoney(p.beyond.price)}。`
        : '';
    if (p.heading === 'search' && nearest && p.beyond && p.budget)
      return `${nearest}。${inLanguage(p.beyond.name, 'zh')}符合，要${formatMoney(p.beyond.price)}。${unproved}`;
    if (p.heading === 'search' && nearest) return `${nearest}${budget ? `（${budget}）` : ''}。${relaxed}${dearer}`;
    if (p.heading === 'search' && p.instead && !nearest)
      return `${insteadZh({ found: p.found, instead: p.instead }, budget, w)}${told}${says}${unproved}${droppedOf(left.filter(key => !p.instead?.gained.includes(key)))}`;
    // No child fits into what is made for grown-ups.
    if (p.heading === 'search' && (p.otherAge || left.includes(madeForKids)))
      return `没有${p.otherAge ? '标明适合这个年龄' : '专为孩子做'}的，最接近的是这${p.found.length}款${budget ? `（${budget}）` : ''}。${told}${says}${unproved}${droppedOf(left.filter(key => key !== madeForKids))}${dearer}`;
    const counted =
      p.heading === 'search' ? modelsZh(p, budget || (p.around ? `${formatMoney(p.around)}左右的` : '')) : undefined;
    const pieces = p.pieces ? piecesZh(p.pieces) : '';
    if (counted) return `${counted}${pieces}${relaxed}${dearer}`;
    const alone = p.ofKind ? '，这一类只有这一款' : '';
    if (p.heading === 'search' && left.length > 0)
      return `${p.forWhom ? `送${wishInWords(p.forWhom, 'zh', w.shop)}，` : ''}没有完全符合“${left.map(key => relaxedName(key, w)).join('、')}”的，其他条件合适的商品有${p.found.length}款${budget ? `（${budget}）` : p.around ? `（${formatMoney(p.around)}左右）` : ''}${alone}。${pieces}${told}${says}${unproved}${dearer}`;
    if (p.heading === 'search')
      return `${p.forWhom ? `送${wishInWords(p.forWhom, 'zh', w.shop)}，` : ''}为您找到${p.found.length}款${budget ? `${budget}的商品` : p.around ? `${formatMoney(p.around)}左右的商品` : '合适的商品'}${alone}。${pieces}${relaxed}${dearer}`;
    if (p.heading === 'newest') return `最近上新的${p.found.length}款${budget ? `（${budget}）` : ''}：${relaxed}`;
    if (p.heading === 'popular') return `${budget}大家买得最多的是这些，告诉我您的喜好，我可以推荐得更准。${relaxed}`;
    return `为您挑选${budget ? `（${budget}）` : ''}：${relaxed}`;
  },
  'nothing-found': (p, w) =>
    p.budget
      ? `${formatMoney(p.budget)}以内${p.others ? '合适的就这些了' : '没有合适的'}${p.beyond ? `，${p.others ? '再往上' : '最便宜的'}是${inLanguage(p.beyond.name, 'zh')}，${formatMoney(p.beyond.price)}${p.pieces ? piecesOverZh(p.pieces) : ''}` : ''}，要不要放宽一点预算？`
      : p.others
        ? `没有了，除了刚才给您看过的，这类商品没有别的了。要不要看看其他的？`
        : `没有找到合适的商品。${shelves(w)}换个说法试试？`,
  'not-sold': (p, w) =>
    p.still
      ? `不管什么样的“${p.what}”，我们都不卖。要不要看看别的？`
      : p.nearest
        ? `我们不卖“${p.what}”，店里比较接近的有这些：`
        : `我们不卖“${p.what}”。${p.beside ? '' : shelves(w)}`,
  product: (p, w) => {
    const name = inLanguage(p.product.name, 'zh');
    if (p.aspect === 'stock') {
      if (p.product.stock === null) return `${name}可以下单。`;
      return p.product.stock === 0
        ? `${name}目前缺货。`
        : `${name}有货，${p.ofAllSizes ? '各尺码一共' : ''}还剩${p.product.stock}件，售价${formatMoney(p.product.price)}。`;
    }
    return `${name}，${formatMoney(p.product.price)}。${inLanguage(p.product.description, w.language)}`;
  },
  comparison: comparisonZh,
  again: p => {
    const gone = p.missing > 0 ? `其中${p.missing}件暂时买不到。` : '';
    return p.products.length === 0
      ? `订单 ${p.order.number} 里的商品暂时都买不到了。`
      : p.colour === 'other'
        ? `这是您在订单 ${p.order.number} 里买的，换成了您要的颜色。${gone}要加入购物车吗？`
        : p.colour === 'none'
          ? `这款没有您要的颜色；这是您在订单 ${p.order.number} 里买的。${gone}要照原样加入购物车吗？`
          : `这是您在订单 ${p.order.number} 里买的，价格以现在为准。${gone}要加入购物车吗？`;
  },
  'again-unknown': p =>
    p.signedIn
      ? p.ofKind
        ? '您的订单里没有找到这类商品。想要什么样的？我来找。'
        : '您还没有可以再买一次的订单。想要哪件商品？我来找。'
      : '登录后才能看到以前的订单。您之前买的是什么？我来帮您找。',
  'why-product': (p, w) => {
    const name = p.beside ? `我会选${inLanguage(p.product.name, 'zh')}` : inLanguage(p.product.name, 'zh');
    const wished = p.fits.map(f =>
      f.slot === 'recipient' ? `送${wishInWords(f, 'zh', w.shop)}` : wishInWords(f, 'zh', w.shop),
    );
    const fits = [...new Set(wished)];
    const asFits = fits.length > 0 ? `它符合您要的“${fits.join('、')}”。` : '';
    const reason = p.reason ? `${labelsZh.reason(p.reason, w).replace(/。?$/, '。')}` : '';
    return asFits || reason ? `${name}：${asFits}${reason}` : `${name}：它和您说的话最接近，没有用到您的任何个人信息。`;
  },
  'which-product': p =>
    p.of && p.of.length > 1
      ? `好的，${p.quantity ? `${p.quantity}件，` : ''}要下面哪一款？说颜色、规格或者第几个都行。`
      : '您指的是哪一款？告诉我名称或列表里的序号就行。',
  cart: p => {
    const deals = (p.deals ?? [])
      .map(d => `“${inLanguage(d.name, 'zh')}”（${d.gift ? '赠品价值' : '省'}${formatMoney(d.saves)}）`)
      .join('、');
    return `购物车${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}，已含运费`}${deals ? `，已享${deals}` : ''}。${p.ordering ? '要下单，打开商城的购物车，点“结算”就可以。' : ''}`;
  },
  'with-wrap': ({ fee, total }) => `加上礼品包装（每件包裹 ${formatMoney(fee)}），一共 ${formatMoney(total)}。`,
  'figure-checked': ({ said, is, total }) =>
    is === null
      ? `不是，一共 ${formatMoney(total)}。`
      : is === 'total'
        ? `对的，合计${formatMoney(said)}。`
        : `对的，${is === 'delivery' ? '运费' : '包装'} ${formatMoney(said)}，一共 ${formatMoney(total)}。`,
  'adds-up': ({ terms: [one, other], total, isRight }) =>
    `${isRight ? '对的' : '不对'}，${formatMoney(one)} 加 ${formatMoney(other)} 是 ${formatMoney(total)}。`,
  'would-cost': p => {
    const goods = p.lines
      .map(
        l => `${inLanguage(l.product.name, 'zh')}${l.quantity > 1 ? ` ${l.quantity} 件` : ''} ${formatMoney(l.price)}`,
      )
      .join('，');
    const off = p.deals
      .map(
        d =>
          `“${inLanguage(d.name, 'zh')}”${d.gift ? `送价值 ${formatMoney(d.saves)} 的赠品` : `减 ${formatMoney(d.saves)}`}`,
      )
      .join('，');
    const at = p.hour === undefined ? '' : `${p.hour}下单的话，`;
    const few = `${p.short ? `${inLanguage(p.short.product.name, 'zh')}只剩 ${p.short.left} 件了。` : ''}${at}`;
    const deals = off ? `，自动享受${off}` : p.asksOff ? '，没有自动减免' : '';
    if (p.abroadFor)
      return `${few}${goods}${deals}。能寄到那里的话，运费 ${formatMoney(p.abroadFor.fee)}，一共 ${formatMoney(p.abroadFor.total)}。`;
    if (p.abroad) return `${few}${goods}${deals}，一共 ${formatMoney(p.goods)}，寄到境外的运费另算。`;
    const delivery = p.shipping.minor === 0 ? '免运费' : `运费 ${formatMoney(p.shipping)}`;
    return `${few}${goods}${deals}，${delivery}，一共 ${formatMoney(p.total)}。`;
  },
  'order-would-cost': p => {
    const { deals = [] } = p;
    const off = deals
      .filter(d => !d.gift)
      .map(d => `，“${inLanguage(d.name, 'zh')}”减 ${formatMoney(d.saves)}`)
      .join('');
    const gifts = deals
      .filter(d => d.gift)
      .map(d => `，“${inLanguage(d.name, 'zh')}”另送赠品`)
      .join('');
    const none = p.deals && p.deals.length === 0 ? '，不够任何全店活动的门槛' : '';
    const more = p.deals === undefined ? '；有活动再减' : p.others ? '；个别品类的活动另算' : '';
    const goods = `商品 ${formatMoney(p.goods)}${off}${none}`;
    if (p.abroadFor)
      return `${goods}，加上运费 ${formatMoney(p.abroadFor.fee)}，一共 ${formatMoney(p.abroadFor.total)}${gifts}${more}。`;
    if (p.ofDelivery && !p.abroad && p.freeFrom && (off === '' || p.shipping.minor === 0))
      return p.shipping.minor === 0
        ? `${formatMoney(p.goods)} 够了，满 ${formatMoney(p.freeFrom)} 就包邮。`
        : `${formatMoney(p.goods)} 不够包邮，满 ${formatMoney(p.freeFrom)} 才免运费；加运费 ${formatMoney(p.shipping)}，一共 ${formatMoney(p.total)}。`;
    if (p.abroad)
      return `${goods}，共 ${formatMoney(subtract(p.total, p.shipping))}，寄到境外的运费另算${gifts}${more}。`;
    if (p.shipping.minor === 0)
      return off
        ? `${goods}，免运费，实付 ${formatMoney(p.total)}${gifts}${more}。`
        : `一共 ${formatMoney(p.total)}，满 ${formatMoney(p.freeFrom ?? p.goods)} 免运费${none}${gifts}${more}。`;
    const free = p.freeFrom ? `（满 ${formatMoney(p.freeFrom)} 免运费）` : '';
    return `${goods}，加运费 ${formatMoney(p.shipping)}，一共 ${formatMoney(p.total)}${free}${gifts}${more}。`;
  },
  'add-on': ({ plan }) => {
    const what = plan.add
      .map(a => `${inLanguage(a.product.name, 'zh')}${a.quantity > 1 ? `${a.quantity}件` : ''}`)
      .join('和');
    const deal = plan.reaches.map(name => inLanguage(name, 'zh')).join('、');
    const then = `总价从${formatMoney(plan.before)}变为${formatMoney(plan.after)}`;
    if (plan.extra.minor > 0)
      return `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，${then}，只多付${formatMoney(plan.extra)}。`;
    const less = { ...plan.extra, minor: -plan.extra.minor };
    return plan.extra.minor === 0
      ? `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，一分钱不用多付，仍是${formatMoney(plan.after)}。`
      : `凑单建议：再加${what}（${formatMoney(plan.price)}），就能享受“${deal}”，${then}，反而少付${formatMoney(less)}。`;
  },
  'no-add-on': p =>
    p.reason === 'buying-less-is-cheaper'
      ? '我算过了，现在凑单反而多花钱，不如不凑。'
      : p.reason === 'nothing-near'
        ? '离下一档优惠还比较远，不建议为了优惠凑单。'
        : '没有合适的商品可以凑单，不用为了优惠多买。',
  'to-free-delivery': p => {
    if (!p.from) return `本店没有满额包邮，运费${formatMoney(p.fee)}。`;
    if (p.isEmpty) return `您的购物车还是空的；优惠后商品满${formatMoney(p.from)}包邮。`;
    return p.missing
      ? `还差${formatMoney(p.missing)}就包邮（优惠后商品满${formatMoney(p.from)}），现在下单运费${formatMoney(p.fee)}。`
      : '您的购物车已经包邮了。';
  },
  'new-total': p => `现在${p.abroad ? abroadZh(p.abroad) : `合计${formatMoney(p.total)}，已含运费`}。`,
  'which-size': p =>
    p.now === undefined
      ? `要什么尺码？有${attributeText('size', p.sizes, 'zh')}。`
      : `可以，还在购物车里，现在是${p.now.toUpperCase()}码。要换成什么尺码？有${attributeText('size', p.sizes, 'zh')}。`,
  'cart-empty': p =>
    p.toCount
      ? '购物车还是空的。把想买的加进来，我就能算出还差多少、能减多少。'
      : `您的购物车是空的。想买哪个，告诉我名称或第几个，我帮您加进去${p.ordering ? '；加好后打开商城的购物车，点“结算”就能下单' : ''}。`,
  'added-to-cart': p =>
    p.inCart !== undefined
      ? `购物车里的${inLanguage(inSize(p.product.name, p.size), 'zh')}现在是${p.inCart}件。`
      : p.quantity === undefined
        ? `${inLanguage(inSize(p.product.name, p.size), 'zh')}已加入购物车。`
        : `${p.quantity}件${inLanguage(inSize(p.product.name, p.size), 'zh')}已加入购物车。`,
  'quantity-changed': p => `购物车里的${inLanguage(p.product.name, 'zh')}现在是${p.quantity}件。`,
  'removed-from-cart': p => {
    const names = p.products.map(product => inLanguage(product.name, 'zh')).join('、');
    return p.quantity === undefined ? `${names}已从购物车移除。` : `已从购物车移除${p.quantity}件${names}。`;
  },
  'which-to-remove': p =>
    `要移除哪一件？购物车里有：${p.products.map(product => inLanguage(product.name, 'zh')).join('、')}。`,
  'which-to-change': p =>
    `要改哪一件的数量？购物车里有：${p.products.map(product => inLanguage(product.name, 'zh')).join('、')}。`,
  'too-few-left': p =>
    `${inLanguage(p.product.name, 'zh')}只剩${p.left}件，${p.beside ? '这款就没有加' : '购物车没有改动'}。`,
  'product-answer': productAnswerZh,
  'product-says': productSaysZh,
  'each-says': eachSaysZh,
  'each-comes': eachComesZh,
  'product-choices': productChoicesZh,
  'by-degree': byDegreeZh,
  advice: adviceZh,
  'made-for': madeForZh,
  'whom-for': whomForZh,
  'out-of-stock': p => `${inLanguage(p.product.name, 'zh')}刚刚售罄，没能加入购物车。`,
} satisfies Partial<Words>;
