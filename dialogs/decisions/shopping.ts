import { money } from '../../knowledge/domain/money.ts';
import { aroundOf } from '../../knowledge/profile/budget.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import { budgetOf, rangeOf } from '../search-prices.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { isComparing } from '../understand/pointing/compared.ts';
import { coversSaid } from '../understand/wishes/unproved.ts';
import { answersOfKind } from './asked-of-kind.ts';
import { compare } from './compare.ts';
import { cutUnsaid } from './cut-unsaid.ts';
import { type Decide, type Draft, suggest } from './draft.ts';
import { intoCart } from './into-cart.ts';
import {
  asksNoChilds,
  comesNear,
  isAllThereIs,
  isGivenUp,
  isOfOthers,
  mostBesideBeyond,
  mostBesideInstead,
  ofKindFound,
  piecesOf,
  sizedFirst,
  stillMissing,
  toldOf,
  withoutOccasions,
} from './list-told.ts';
import { namedApart } from './named-apart.ts';
import { forWhomElse, narrowing } from './narrowing.ts';
import { notSold } from './not-sold.ts';
import { pagesTell } from './page-tells.ts';
import { toldOfAge } from './told-of-age.ts';

/** "What's the difference between your oolong teas": two of what is found, side by side; where nothing was left out for them. */
const sideBySide = (
  { said, something, language }: Understanding,
  { products, relaxed, unsold }: TurnFacts,
): Draft | undefined => {
  const [first, second, third] = products;
  return first && second && !third && relaxed.length === 0 && !unsold && !something && isComparing(said ?? '')
    ? compare(first.product, second.product, language)
    : undefined;
};

/** Products as cards, remembered for "the second one"; a broad wish also gets one tap that narrows it. */
export const listProducts = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft => {
  const compared = sideBySide(understanding, facts);
  if (compared) return compared;
  const missing = stillMissing(understanding, facts);
  if (missing !== undefined)
    return {
      parts: [{ kind: 'not-sold', what: missing, nearest: false, still: true }],
      suggestions: suggest('recommend', 'person'),
      memory: { missing: { what: missing, at: facts.memory.turns } },
    };
  if (facts.unsold?.certain) return notSold(facts.unsold.what, facts, facts.unsold.besides ? understanding : undefined);
  const forWhom = facts.search.preferences.find(p => p.slot === 'recipient' && p.polarity === 'like');
  const { cheaper, priceMaxMinor } = facts.search;
  const budget =
    cheaper && priceMaxMinor !== undefined
      ? money(priceMaxMinor, facts.shop.currency)
      : budgetOf(facts.search.preferences, facts.shop);
  // "Around 90" is no bound that could be promised.
  const around = budget ? null : aroundOf(facts.search.preferences);
  const between = around || cheaper ? null : rangeOf(facts.search.preferences, facts.shop);
  const beyond = budget && facts.beyond ? { beyond: facts.beyond } : {};
  // Nor is there another at any price.
  const isAll = understanding.unlikeShown === true && isOfOthers(understanding, facts) && !facts.beyond && !cheaper;
  if (facts.products.length === 0) {
    const bounded = isAll ? null : budget;
    return {
      parts: [
        {
          kind: 'nothing-found',
          ...(bounded ? { budget: bounded } : {}),
          ...piecesOf(understanding, facts, beyond.beyond),
          ...beyond,
          ...((bounded ? understanding.unlikeShown : isOfOthers(understanding, facts)) ? { others: true } : {}),
        },
      ],
      suggestions: bounded ? suggest('yes', 'recommend', 'person') : suggest('recommend', 'person'),
      // Whatever is said next narrows or widens this wish.
      ...(bounded
        ? {
            memory: {
              search: facts.search.preferences,
              askedWiderAt: facts.memory.turns,
              ...(beyond.beyond ? { shown: [beyond.beyond.id] } : {}),
            },
          }
        : {}),
    };
  }
  const [only, ...more] = facts.products;
  const { toCart } = understanding;
  if (toCart !== undefined && only && more.length === 0 && !only.colours && facts.relaxed.length === 0)
    return intoCart(only.product, toCart, understanding, facts);
  const instead = beyond.beyond ? undefined : comesNear(understanding, facts);
  const found = beyond.beyond
    ? facts.products.slice(0, mostBesideBeyond)
    : instead
      ? facts.products.slice(0, mostBesideInstead)
      : facts.products;
  // "What others buy" is no answer to wishes that were told.
  const isLimited = facts.search.preferences.length > 0;
  const pages = pagesTell(
    found.map(one => one.product),
    understanding.told ?? [],
    understanding.language,
  );
  const fromAge = toldOfAge(found, understanding, facts).filter(
    ({ product }) => !pages.says.some(one => one.product.id === product.id),
  );
  const says = [...pages.says, ...fromAge];
  const sized = sizedFirst(understanding, found, facts.told);
  // What "add it" means next, whatever else is shown beside it.
  const spokenOf = understanding.byPrice ? found[0]?.product : namedApart(understanding, found[0]?.product);
  const popular = facts.products.every(f => f.reason?.kind === 'popular' || f.reason?.kind === 'new');
  return {
    parts: answersOfKind(understanding, facts) ?? [
      {
        kind: 'products',
        found,
        relaxed: [
          ...withoutOccasions(facts.unsold ? [...new Set([...facts.relaxed, 'text'])] : facts.relaxed, understanding),
          ...(understanding.unproved ?? []).map(key => `unproved:${key}`),
          ...cutUnsaid(understanding, found),
          // Said in the turn that asked for it, and not again.
          ...(understanding.told ?? [])
            .filter(one => ![one.value, one.quote].some(text => coversSaid(understanding.unproved ?? [], text)))
            .flatMap(one => toldOf(one, facts))
            .filter(key => !understanding.circumstances?.some(value => key === `unsaid:${value}`))
            .filter(key => !pages.answered.has(key.slice(key.indexOf(':') + 1)) || key.startsWith('nearest:')),
        ],
        ...(sized ? { sized } : {}),
        ...(isAllThereIs(understanding, facts) ? { only: true as const } : {}),
        ...ofKindFound(understanding, facts),
        ...(says.length > 0 ? { says } : {}),
        ...(fromAge.length > 0 && fromAge.length === found.length ? { otherAge: true as const } : {}),
        ...(asksNoChilds(understanding, facts) ? { grownUp: true as const } : {}),
        ...(facts.lacks === undefined ? {} : { lacks: facts.lacks }),
        ...(facts.wholeSet
          ? {
              wholeSet: {
                total: money(facts.wholeSet.total, facts.shop.currency),
                within: money(facts.wholeSet.within, facts.shop.currency),
                left: facts.wholeSet.left,
                ...(facts.wholeSet.pieces ? { pieces: facts.wholeSet.pieces } : {}),
              },
            }
          : {}),
        ...piecesOf(understanding, facts, only && more.length === 0 ? only.product : undefined),
        ...(budget ? { budget } : {}),
        ...(around ? { around } : {}),
        ...(between ? { between } : {}),
        ...(understanding.byPrice ? { byPrice: understanding.byPrice } : {}),
        ...beyond,
        ...(instead ? { instead } : {}),
        ...(forWhom && fromAge.length === 0 ? { forWhom } : {}),
        heading:
          understanding.newest && !facts.unsold
            ? 'newest'
            : understanding.intent !== 'recommend' || facts.unsold || (popular && isLimited)
              ? 'search'
              : popular
                ? 'popular'
                : 'recommend',
      },
      ...(toCart === undefined ? [] : [{ kind: 'which-product' } as const]),
    ],
    offers: 'unprompted',
    suggestions: [...forWhomElse(turn, understanding, facts), ...narrowing(facts), ...suggest('deals')],
    memory: {
      shown: [
        ...found.map(f => f.product),
        ...(beyond.beyond ? [beyond.beyond] : []),
        ...(instead?.found ?? []).map(f => f.product),
      ].map(p => p.id),
      failures: 0,
      ...(spokenOf ? { focus: spokenOf.id } : {}),
      ...(toCart === undefined ? {} : { toCart: { quantity: toCart, at: facts.memory.turns } }),
      // What nothing could be found with is said once, and then not looked for any more.
      search: facts.search.preferences.filter(
        // What the others come near by is still looked for.
        p => instead?.found.some(one => matches(one.product, p)) || !isGivenUp(p, facts.relaxed),
      ),
      goods: facts.search.goods,
      cut: facts.search.cut,
      forAll: facts.search.forAll,
      told: (facts.search.told ?? []).filter(
        p => !facts.told?.some(key => key === `unsaid:${p.value}` || key === `nearest:${p.value}`),
      ),
    },
  };
};

export const search: Decide = listProducts;
export const recommend: Decide = listProducts;
