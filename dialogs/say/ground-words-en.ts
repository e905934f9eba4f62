/** What is told of the goods before the shopper, in English. */
import { formatMoney } from '../../knowledge/domain/money.ts';
import { inStock } from '../../knowledge/domain/product.ts';
import type { Less, Strengths } from '../ground-parts.ts';
import { amountIn, called, detailIn, lines, marked, packsIn, some, valueIn, withAmount } from './ground-told.ts';
import { categoryName, type Words } from './words.ts';

/** So few are told by number. */
const few = 10;

const less: Record<Less, { readonly more: string; readonly most: string; readonly none: string }> = {
  price: { more: 'cheaper', most: 'cheapest', none: 'costs less' },
  weight: { more: 'lighter', most: 'lightest', none: 'is lighter' },
};
const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const reasonsOf = ({ product, isCheapest, isLightest, features, occasions, cut }: Strengths): string[] => [
  ...(cut ? [`for ${cut}`] : []),
  ...(isCheapest ? ['the cheapest'] : []),
  ...(isLightest ? [`the lightest (${amountIn(product, 'weight', 'en')})`] : []),
  ...(features.length > 0 ? [`the only one listed as ${marked('feature', features, 'en')}`] : []),
  ...(occasions.length > 0 ? [`made for ${marked('occasion', occasions, 'en')}`] : []),
];

export const groundWordsEn = {
  'each-in-stock': ({ of }) => {
    const gone = of.filter(product => !inStock(product));
    const there = of.filter(product => inStock(product));
    const short = there.filter(({ stock }) => stock !== null && stock <= few);
    const left = short.map(product => `only ${product.stock} left of the ${called(product, 'en')}`);
    const lefts = left.length > 0 ? `; ${some(left, 'en')}` : '';
    if (gone.length === 0) return `Yes, ${of.length === 2 ? 'both are' : `all ${of.length} are`} in stock${lefts}.`;
    if (there.length === 0) return 'No, they are all sold out at the moment.';
    return `Not all of them. In stock: ${there.map(one => called(one, 'en')).join('; ')}${left.length > 0 ? ` (${some(left, 'en')})` : ''}. Sold out: ${gone.map(one => called(one, 'en')).join('; ')}.`;
  },
  'each-size': ({ of }) => {
    const told = of.map(({ product, sizes, packs, measures }) => {
      const in_ =
        packs.length > 1
          ? packsIn(packs, 'en')
          : sizes.length > 0
            ? marked('size', sizes, 'en')
            : `one size${measures.length > 0 ? ` (${measures.map(one => valueIn(one, 'en')).join('; ')})` : ''}`;
      return { name: called(product, 'en'), in_ };
    });
    const [first, ...others] = told;
    if (first && others.length === 0) return `It comes in ${first.in_}: ${first.name}.`;
    return first && others.every(one => one.in_ === first.in_)
      ? `All of these come in ${first.in_}.`
      : told.map(({ name, in_ }) => `- ${name}: ${in_}`).join('\n');
  },
  'sizes-of-kinds': ({ of }, wording) =>
    `${sentenceCase(
      some(
        of.map(
          ({ category, sizes }) =>
            `${categoryName(category, wording).toLowerCase()} come in ${marked('size', sizes, 'en')}`,
        ),
        'en',
      ),
    )}. Which product do you mean?`,
  'less-than': ({ by, of }) => {
    const words = less[by];
    const named = (products: (typeof of)[number]['less']): string =>
      some(
        products.map(product => withAmount(product, by, 'en')),
        'en',
      );
    const [one, ...others] = of;
    if (one && others.length === 0) {
      const it = withAmount(one.product, by, 'en');
      switch (one.how) {
        case 'fitting':
          return `Yes, ${words.more} than the ${it}: ${named(one.less)}.`;
        case 'beside':
          return `Of what fits what you told me, the ${it} is the ${words.most}. ${sentenceCase(words.more)}, but not all that you asked for: ${named(one.less)}.`;
        case 'none':
          return `No, nothing of its kind ${words.none}: the ${it} is the ${words.most} we have.`;
        case 'only':
          return `No, the ${it} is the only one of its kind we have.`;
        case 'unknown':
          return `The page of the ${called(one.product, 'en')} doesn't say what it weighs, so I can't tell which is lighter.`;
      }
    }
    return `Here is what is ${words.more}:${lines(
      of.map(({ product, less: found, how }) => {
        const it = withAmount(product, by, 'en');
        if (how === 'unknown') return `${it}: its page gives no weight`;
        if (how === 'only') return `${it}: the only one of its kind we have`;
        return how === 'none' ? `${it}: nothing of its kind ${words.none}` : `${it}: ${named(found)}`;
      }),
    )}`;
  },
  'least-of': ({ by, of, beyond, alike }) => {
    const words = less[by];
    const [first, ...others] = of;
    if (!first) return '';
    const then = others
      .slice(0, 2)
      .map(product => withAmount(product, by, 'en'))
      .join(', then the ');
    const least = `The ${words.most} of these is the ${withAmount(first, by, 'en')}${then && `, then the ${then}`}.`;
    if (beyond.length > 0)
      return `${sentenceCase(words.more)} than all of these: ${some(
        beyond.map(product => withAmount(product, by, 'en')),
        'en',
      )}. ${least}`;
    return alike ? `${least} Nothing else of that kind ${words.none}.` : least;
  },
  apart: ({ of, alike }) =>
    `${alike ? 'This is how they differ:' : 'They are different things:'}${lines(
      of.map(({ product, details, text }) => {
        const told = details.length > 0 ? details.map(one => detailIn(one, 'en')).join('; ') : text;
        return `${withAmount(product, 'price', 'en')}: ${told}`;
      }),
    )}`,
  'only-of-kind': ({ product, colours, sizes, takes }) => {
    const price = formatMoney(product.price);
    const forms = [
      ...(colours.length > 1 ? [`the colours ${marked('colour', colours, 'en')}`] : []),
      ...(sizes.length > 1 ? [`the sizes ${marked('size', sizes, 'en')}`] : []),
    ];
    if (takes) {
      const good = takes.map(one => detailIn(one, 'en')).join('; ');
      return `I'd take the ${called(product, 'en')}, at ${price}: it's the only one of its kind we have.${good && ` ${good}.`}`;
    }
    return `The ${called(product, 'en')} (${price}) is the only one of its kind we have, so there is none to tell it from.${forms.length > 0 ? ` It comes in ${some(forms, 'en')}.` : ''}`;
  },
  pick: ({ pick, others }) => {
    const isCheapestForAll = !pick.isCheapest && others.some(one => one.cut !== undefined && one.isCheapest);
    const reasons = [...(isCheapestForAll ? ['the cheapest for men and women alike'] : []), ...reasonsOf(pick)];
    const rest = others.map(
      one => `${called(one.product, 'en')}, ${formatMoney(one.product.price)}: ${reasonsOf(one).join('; ')}`,
    );
    const told =
      reasons.length > 0
        ? `at ${formatMoney(pick.product.price)} it's ${some(reasons, 'en')}`
        : `it costs ${formatMoney(pick.product.price)}`;
    return `I'd take the ${called(pick.product, 'en')}: ${told}.${rest.length > 0 ? ` If something else matters more to you:${lines(rest)}` : ''}`;
  },
  'more-orders': ({ orders, can }) => {
    const what = { 'start-return': 'go back', 'cancel-order': 'be cancelled' } as const;
    if (orders.length > 0) return can ? `These can still ${what[can]} too:` : 'Your earlier orders:';
    return can ? `No other order of yours can still ${what[can]}.` : 'Those are all the orders in your account.';
  },
  'compare-with': ({ product }) =>
    `What shall I compare the ${called(product, 'en')} with? The name of another product will do.`,
  'pick-open': ({ least }) =>
    `They are for different things, so it depends on what you need: tell me and I'll choose with you. The ${called(least, 'en')} costs the least of them, ${formatMoney(least.price)}.`,
  'how-good': ({ of, days }) => {
    const end = `We have no ratings by others to go by; if it doesn't suit you, it can go back within ${days} days.`;
    const [one, ...others] = of;
    if (one && others.length === 0) {
      const good = [
        ...(one.features.length > 0 ? [marked('feature', one.features, 'en')] : []),
        ...one.good.map(detail => detailIn(detail, 'en')),
      ];
      const against = one.limits.map(detail => detailIn(detail, 'en'));
      return `${called(one.product, 'en')}, ${formatMoney(one.product.price)}. For it: ${good.join('; ')}.${against.length > 0 ? ` Worth knowing: ${against.join('; ')}.` : ''} ${end}`;
    }
    return `What speaks for each of them:${lines(
      of.map(({ product, features, good, limits }) => {
        const speaks = [
          ...(features.length > 0 ? [marked('feature', features, 'en')] : []),
          ...good.map(detail => detailIn(detail, 'en')),
        ];
        const against = limits.map(detail => detailIn(detail, 'en'));
        return `${withAmount(product, 'price', 'en')}: ${speaks.join('; ')}${against.length > 0 ? `. Worth knowing: ${against.join('; ')}` : ''}`;
      }),
    )}\n${end.replace("if it doesn't suit you, it", 'what doesn’t suit you')}`;
  },
} satisfies Partial<Words>;
