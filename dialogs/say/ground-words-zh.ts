/** What is told of the goods before the shopper, in Chinese. */
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inStock } from '../../knowledge/domain/product.ts';
import type { Less, Strengths } from '../ground-parts.ts';
import { amountIn, called, detailIn, lines, marked, packsIn, some, valueIn, withAmount } from './ground-told.ts';
import { categoryName, type Words } from './words.ts';

/** So few are told by number. */
const few = 10;

const less: Record<Less, { readonly more: string; readonly most: string }> = {
  price: { more: '便宜', most: '最便宜' },
  weight: { more: '轻', most: '最轻' },
};

const made = { men: '男款', women: '女款' } as const;
const reasonsOf = ({ product, isCheapest, isLightest, features, occasions, cut }: Strengths): string[] => [
  ...(cut ? [made[cut]] : []),
  ...(isCheapest ? ['价格最低'] : []),
  ...(isLightest ? [`最轻（${amountIn(product, 'weight', 'zh')}）`] : []),
  ...(features.length > 0 ? [`只有它标注了${marked('feature', features, 'zh')}`] : []),
  ...(occasions.length > 0 ? [`适合${marked('occasion', occasions, 'zh')}`] : []),
];

export const groundWordsZh = {
  'each-in-stock': ({ of }) => {
    const gone = of.filter(product => !inStock(product));
    const there = of.filter(product => inStock(product));
    const short = there.filter(({ stock }) => stock !== null && stock <= few);
    const left = short.map(product => `${called(product, 'zh')}只剩${product.stock}件`).join('，');
    if (gone.length === 0) return `有的，这${of.length}款都有货${left && `；${left}`}。`;
    if (there.length === 0) return '这几款目前都售罄了。';
    return `不是都有。有货的：${some(
      there.map(one => called(one, 'zh')),
      'zh',
    )}${left && `（${left}）`}；售罄的：${some(
      gone.map(one => called(one, 'zh')),
      'zh',
    )}。`;
  },
  'each-size': ({ of }) => {
    const told = of.map(({ product, sizes, packs, measures }) => {
      const in_ =
        packs.length > 1
          ? packsIn(packs, 'zh')
          : sizes.length > 0
            ? marked('size', sizes, 'zh')
            : `只有一种规格${measures.length > 0 ? `（${measures.map(one => valueIn(one, 'zh')).join('；')}）` : ''}`;
      return { name: called(product, 'zh'), in_ };
    });
    const [first, ...others] = told;
    if (first && others.length === 0) return `${first.name}：${first.in_}。`;
    return first && others.every(one => one.in_ === first.in_)
      ? `这几款都是${first.in_}。`
      : told.map(({ name, in_ }) => `- ${name}：${in_}`).join('\n');
  },
  'sizes-of-kinds': ({ of }, wording) =>
    `${of.map(({ category, sizes }) => `${categoryName(category, wording)}有 ${marked('size', sizes, 'zh')} 码`).join('，')}。您问的是哪一款？`,
  'less-than': ({ by, of }) => {
    const words = less[by];
    const named = (products: (typeof of)[number]['less']): string =>
      some(
        products.map(product => withAmount(product, by, 'zh')),
        'zh',
      );
    const [one, ...others] = of;
    if (one && others.length === 0) {
      const it = withAmount(one.product, by, 'zh');
      switch (one.how) {
        case 'fitting':
          return `有，比${it}${words.more}的：${named(one.less)}。`;
        case 'beside':
          return `符合您说的里面，${it}就是${words.most}的。更${words.more}、但不完全符合的有：${named(one.less)}。`;
        case 'none':
          return `没有了，${it}就是同类里${words.most}的。`;
        case 'only':
          return `没有了，同类里只有这一款：${it}。`;
        case 'unknown':
          return `${called(one.product, 'zh')}的页面没有写重量，没法比哪款更轻。`;
      }
    }
    return `更${words.more}的有：${lines(
      of.map(({ product, less: found, how }) => {
        const it = withAmount(product, by, 'zh');
        if (how === 'unknown') return `${it}：页面没有写重量`;
        if (how === 'only') return `${it}：同类里只有这一款`;
        return how === 'none' ? `${it}：已经是同类里${words.most}的` : `比${it}${words.more}：${named(found)}`;
      }),
    )}`;
  },
  'least-of': ({ by, of, beyond, alike }) => {
    const words = less[by];
    const [first, ...others] = of;
    if (!first) return '';
    const then = others.slice(0, 2).map(product => withAmount(product, by, 'zh'));
    const least = `这几款里${words.most}的是${withAmount(first, by, 'zh')}${then.length > 0 ? `，其次是${some(then, 'zh')}` : ''}。`;
    if (beyond.length > 0)
      return `比这几款都${words.more}的有：${some(
        beyond.map(product => withAmount(product, by, 'zh')),
        'zh',
      )}。${least}`;
    return alike ? `${least}同类里没有更${words.more}的了。` : least;
  },
  apart: ({ of, alike }) =>
    `${alike ? '区别在这里：' : '它们是不同的东西：'}${lines(
      of.map(({ product, details, text }) => {
        const told = details.length > 0 ? details.map(one => detailIn(one, 'zh')).join('；') : text;
        return `${withAmount(product, 'price', 'zh')}：${told}`;
      }),
    )}`,
  'only-of-kind': ({ product, colours, sizes, takes }) => {
    const price = formatMoney(product.price);
    const forms = [
      ...(colours.length > 1 ? [`颜色有${marked('colour', colours, 'zh')}`] : []),
      ...(sizes.length > 1 ? [`规格有${marked('size', sizes, 'zh')}`] : []),
    ].join('，');
    if (takes) {
      const good = takes.map(one => detailIn(one, 'zh')).join('；');
      return `就选${called(product, 'zh')}，${price}：同类里只有这一款。${good && `${good}。`}`;
    }
    return `同类里只有${called(product, 'zh')}（${price}）这一款，没有别的可比。${forms && `${forms}。`}`;
  },
  pick: ({ pick, others }) => {
    const isCheapestForAll = !pick.isCheapest && others.some(one => one.cut !== undefined && one.isCheapest);
    const reasons = [...(isCheapestForAll ? ['男女都能穿的里面最便宜'] : []), ...reasonsOf(pick)].join('，');
    const rest = others.map(
      one => `${called(one.product, 'zh')}（${formatMoney(one.product.price)}）：${reasonsOf(one).join('；')}`,
    );
    return `我会选${called(pick.product, 'zh')}：${formatMoney(pick.product.price)}${reasons && `，${reasons}`}。${rest.length > 0 ? `如果您更看重别的：${lines(rest)}` : ''}`;
  },
  'more-orders': ({ orders, can }) => {
    const what = { 'start-return': '退', 'cancel-order': '取消' } as const;
    if (orders.length > 0) return can ? `这些订单也还能${what[can]}：` : '更早的订单：';
    return can ? `没有别的订单还能${what[can]}了。` : '您账号里的订单就是这些了。';
  },
  'compare-with': ({ product }) => `要拿${called(product, 'zh')}和哪一款比？告诉我另一款的名称就行。`,
  'pick-open': ({ least }) =>
    `这几样用途不一样，要看您需要哪一种，告诉我，我帮您选。其中最便宜的是${called(least, 'zh')}，${formatMoney(least.price)}。`,
  'how-good': ({ of, days }) => {
    const end = `我们这里没有买家评分可以参考；不合适的话，签收后 ${days} 天内可以退。`;
    const [one, ...others] = of;
    if (one && others.length === 0) {
      const good = [
        ...(one.features.length > 0 ? [marked('feature', one.features, 'zh')] : []),
        ...one.good.map(detail => detailIn(detail, 'zh')),
      ];
      const against = one.limits.map(detail => detailIn(detail, 'zh'));
      return `${called(one.product, 'zh')}（${formatMoney(one.product.price)}），特点：${good.join('；')}。${against.length > 0 ? `要留意：${against.join('；')}。` : ''}${end}`;
    }
    return `各自的特点：${lines(
      of.map(({ product, features, good, limits }) => {
        const speaks = [
          ...(features.length > 0 ? [marked('feature', features, 'zh')] : []),
          ...good.map(detail => detailIn(detail, 'zh')),
        ];
        const against = limits.map(detail => detailIn(detail, 'zh'));
        return `${withAmount(product, 'price', 'zh')}：${speaks.join('；')}${against.length > 0 ? `。要留意：${against.join('；')}` : ''}`;
      }),
    )}\n${end}`;
  },
} satisfies Partial<Words>;
