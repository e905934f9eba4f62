/** What is given in goods: more units, sets, one price, gifts. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { percent, rateIn, re, scopeOr, zhe } from './action-patterns.ts';
import { countPattern as C, numberPattern as N, readCount, readZhe, moneyPattern as Y } from './amounts.ts';
import { goods, goodsRun, type RuleDraft, type ScopeSaid } from './draft-rule.ts';
import { holdsWords, mentionPattern as M, mentionAt, unnamed } from './mentions.ts';

/** The products a run names: a product's own name, or a word of its name when only one product has it. */
const productsOf = (run: string, draft: RuleDraft): ProductId[] | null => {
  const ids: ProductId[] = [];
  let times = 1;
  let failed = false;
  for (const [part] of run.matchAll(re(`(?:${N}) ?(?:x|×|件)|${M}`))) {
    const mention = mentionAt(part, draft.named);
    if (!mention) {
      times = readCount(/^[^ x×件]+/.exec(part)?.[0] ?? '1');
      continue;
    }
    const own = mention.meanings.flatMap(m => (m.kind === 'product' ? [m.id] : []));
    const word = fold(mention.text).replace(/s$/, '');
    const alike =
      own.length > 0
        ? draft.context.products.filter(p => own.includes(p.id))
        : draft.context.products.filter(
            p => !p.hidden && [p.name.en, p.name.zh].some(name => holdsWords(fold(name ?? ''), word)),
          );
    if (alike.length === 1 && alike[0]) for (let i = 0; i < times; i++) ids.push(alike[0].id);
    else {
      failed = true;
      const about = alike.length > 0 ? 'which-product' : 'unknown-goods';
      draft.ask(
        about,
        mention.text,
        alike.slice(0, 8).map(p => p.name),
      );
    }
    times = 1;
  }
  return failed ? null : ids;
};

const times = 'once|twice|one|two|\\d+ times?|N次'.replace('N', N);
const timesOf = (text: string): number =>
  /once|one/.test(text) ? 1 : /twice|two/.test(text) ? 2 : readCount(new RegExp(N).exec(text)?.[0] ?? '');

export const buyAndGet = (draft: RuleDraft): void => {
  const found: {
    at: number;
    scope: ScopeSaid;
    get: ScopeSaid;
    same: boolean;
    buy: number;
    more: number;
    rate: number | undefined;
  }[] = [];
  const add = (
    match: RegExpExecArray,
    buy: number,
    more: number,
    rate: number | undefined,
    how: { get?: boolean; same?: boolean } = {},
  ): boolean => {
    const scope = draft.scope(match, 's');
    const get = how.get ? draft.scope(match, 'g') : undefined;
    if (scope === null || get === null) return true;
    if (!(buy >= 1 && more >= 1)) {
      draft.ask('contradiction', match[0]);
      return true;
    }
    found.push({ at: match.index, scope, get, same: how.same ?? false, buy, more, rate });
    return true;
  };
  draft.take(re(`[,; ]*(?:at most|up to|max) (${times}) per order|[,; ]*每单(?:最多|限)(?:享|用)?(${N})次`), m => {
    draft.timesPerOrder = timesOf(m[1] ?? m[2] ?? '');
    return true;
  });
  draft.take(
    re(`${goods('s')}? ?(?:每)?(?:任意)?买 ?${C}[, ]*再买 ?(同款|${goods('g')})? ?${C}(?:享|打)? ?(?:${zhe}|(半价))`),
    m => {
      const left = m[9] ? 0.5 : readZhe(m[8] ?? '');
      return add(m, readCount(m[3]!), readCount(m[7]!), left === null ? undefined : 1 - left, {
        get: true,
        same: m[4] === '同款',
      });
    },
  );
  draft.take(re(`${goods('s')}? ?(同款)?(?:每)?(?:任意)?买 ?${C}[, ]*免 ?${C}`), m =>
    add(m, readCount(m[4]!) - readCount(m[5]!), readCount(m[5]!), undefined, { same: m[3] !== undefined }),
  );
  draft.take(
    re(
      `${goods('s')}? ?(同款)?(?:每)?(?:任意)?(?:买|满(?=${N} ?件)) ?${C}[, ]*(?:即|就|可|再)*(?:送|赠|得|赠送) ?(?:同款|${goods('g')})? ?${C}(?:同款|同样的)?`,
    ),
    m => add(m, readCount(m[4]!), readCount(m[7]!), undefined, { get: true, same: m[0].includes('同款') }),
  );
  draft.take(
    re(`${goods('s')}? ?(?:的)?第 ?(${N}) ?(?:件|双|个|杯|盒|包|瓶) ?(?:(半价)|(免费|免单|0元)|(?:打|享)?${zhe})`),
    m => {
      const left = m[4] ? 0.5 : m[5] ? 0 : readZhe(m[6] ?? '');
      return left === null ? false : add(m, readCount(m[3]!) - 1, 1, left === 0 ? undefined : 1 - left);
    },
  );
  const how = `(free|for free|for nothing|half price|half off|at half price|(?:at )?${percent}(?: off)?)`;
  draft.take(
    re(
      `buy (?:any )?${C} ?(?:of |from )?${goods('s')}? ?(?:,|and|to)* ?get (?:the )?(?:${C}|one)(?: more)?(?: of)?(?: (the same item|same item)| (?:from |of )?${goods('g')})? ?${how}`,
    ),
    m => {
      const rate = /half/.test(m[8]!) ? 0.5 : m[9] ? rateIn(m[9]) : undefined;
      if (rate === null) return false;
      return add(m, readCount(m[1]!), m[4] ? readCount(m[4]) : 1, rate, { get: true, same: m[5] !== undefined });
    },
  );
  draft.take(re(`buy ${C} ?${goods('s')}? ?(?:,|and)* ?get (?:the )?cheapest(?: one)? ?free`), m =>
    add(m, readCount(m[1]!) - 1, 1, undefined),
  );
  draft.take(re(`(?:the )?cheapest of ${C} ?${goods('s')}?(?: is| goes)? ?free`), m =>
    add(m, readCount(m[1]!) - 1, 1, undefined),
  );
  draft.take(re(`(?<![a-z])b(\\d)g(\\d)f?(?![a-z])(?: (?:on |for )?${goods('s')})?`), m =>
    add(m, Number(m[1]), Number(m[2]), undefined),
  );
  draft.take(re(`(?<![a-z])bogo(?: free)?(?![a-z])(?: (?:on |for )?${goods('s')})?`), m => add(m, 1, 1, undefined));
  draft.take(re(`(?<![\\d.])([2-9]) for ([1-9])(?!\\d)(?: (?:on |for )?${goods('s')})?(?! ?(?:元|¥|\\d|%))`), m => {
    const [all, paid] = [Number(m[1]), Number(m[2])];
    return paid < all ? add(m, paid, all - paid, undefined) : false;
  });
  draft.take(
    re(
      `(?:(?:get |the )*)(second|2nd|third|3rd) (?:(?:one|item|pair|unit)(?: of)? ?)?${goods('s')}? ?(?:one|item|pair|unit)?,? ?(?:is |at |for )?(half[- ]price|half off|free|${percent} off)`,
    ),
    m => {
      const rate = /half/.test(m[4]!) ? 0.5 : m[5] ? rateIn(m[5]) : undefined;
      return rate === null ? false : add(m, /^(?:second|2nd)/.test(m[1]!) ? 1 : 2, 1, rate);
    },
  );
  draft.take(re(`buy ${C} ?(?:,|and)* ?get (?:${C})(?! ?%)(?: more)?`), m => {
    draft.ask('free-or-reduced', m[0], [
      { en: 'free', zh: '免费' },
      { en: 'half price', zh: '半价' },
    ]);
    return true;
  });
  const [first] = found;
  if (!first) return;
  draft.take(/(?:(?:限|需|须)?同款|of the same item|same item only)/, () => {
    first.same = true;
    return true;
  });
  draft.take(
    /,? ?(?:价格)?(?:最低|最便宜)(?:的|者|那?件)*(?:免费|免单)?|,? ?(?:送|免)(?:价格)?(?:最低|最便宜)的?|,? ?(?:the )?cheapest (?:one |item )?(?:is |goes )?free/,
    () => true,
  );
  const sameKind = found.every(f => f.rate === first.rate && (f.scope === undefined || f.scope === first.scope));
  if (!sameKind) {
    draft.ask('two-actions', found.map(f => `${f.buy}+${f.more}`).join(', '));
    return;
  }
  const steps = found
    .map(f => ({ buyQuantity: f.buy, getQuantity: f.more }))
    .sort((a, b) => a.buyQuantity - b.buyQuantity);
  draft.actions.push({
    at: first.at,
    scope: first.scope,
    value: {
      kind: 'buy-x-get-y',
      scope: scopeOr(first.scope),
      buyQuantity: steps[0]!.buyQuantity,
      getQuantity: steps[0]!.getQuantity,
      ...(first.get === undefined || first.get === 'all' ? {} : { getScope: first.get }),
      ...(found.some(f => f.same) ? { sameItem: true } : {}),
      ...(first.rate === undefined ? {} : { rate: Math.round(first.rate * 1e6) / 1e6 }),
      ...(steps.length > 1 ? { steps } : {}),
      ...(draft.timesPerOrder === undefined ? {} : { limit: draft.timesPerOrder }),
    },
  });
  delete draft.timesPerOrder;
};

export const together = (draft: RuleDraft): void => {
  const counted = `(?:${N} ?[x×] ?|${N}件)?${M}`;
  const run = `(${counted}(?: ?(?:, ?(?:and )?|and |& ?|\\+ ?|和|与|加|及)? ?${counted})*)`;
  draft.take(
    re(
      `${run} ?,? ?(?:(?:bought )?together|as a (?:set|bundle)|bundle|set)(?: (?:for|at|only))* ?${Y}|(?:bundle|set) of ${run} (?:for|at) ${Y}|${run} ?(?:一起买|组合价?|套装价?|打包价?|捆绑价?|合买)(?:只要|仅需|只需|售价|价|只|共)* ?${Y}`,
    ),
    m => {
      const price = draft.money(m[2] ?? m[4] ?? m[6] ?? '');
      const products = productsOf(m[1] ?? m[3] ?? m[5] ?? '', draft);
      if (products && products.length < 2) draft.ask('which-product', m[0]);
      else if (price && products) {
        draft.actions.push({ at: m.index, scope: undefined, value: { kind: 'bundle', products, price } });
      }
      return true;
    },
  );
  draft.take(
    re(`(?:任选|任意|any) ?${C}(?: ?${goods('s')})? ?(?:只要|仅需|只需|共|for|at)? ?${Y}(?! ?(?:each|一件|%|折))`),
    m => {
      draft.ask('not-expressible', m[0], [
        { en: 'named products together for one price', zh: '指定商品的组合价' },
        { en: 'one price for each item', zh: '每件一口价' },
      ]);
      return true;
    },
  );
};

export const onePrice = (draft: RuleDraft): void => {
  draft.take(
    re(
      `${goods('s')}? ?(?:一口价|统一价|均一价|特价)(?:每件|一件|每双|只要|仅需)* ?${Y}(?:一件|/件|每件)?(?:[, ]*(?:每单)?(?:最多|限)(?:购)?${C})?|${goods('t')} ?(?:for|at|only|now)? ?${Y} (?:each|apiece|a piece)(?:[, ]*(?:at most|up to|max) ${C})?`,
    ),
    m => {
      const scope = m[3] ? draft.scope(m, 's') : draft.scope(m, 't');
      const price = draft.money(m[3] ?? m[7] ?? '');
      const limit = m[4] ?? m[8];
      if (scope === undefined) draft.ask('which-goods', m[0], draft.categoryChoices());
      else if (price && scope !== null) {
        draft.actions.push({
          at: m.index,
          scope,
          value: { kind: 'fixed-price', price, scope: scopeOr(scope), ...(limit ? { limit: readCount(limit) } : {}) },
        });
      }
      return true;
    },
  );
};

export const freeGift = (draft: RuleDraft): void => {
  draft.take(
    re(
      `(?<p>${goodsRun}) as a free(?: gift)?(?:,? or (?<c>${goodsRun}) instead)?|(?:get |with )?(?:an? )?free (?:${N} )?(?<q>${goodsRun})|(?:赠送|加赠|即赠|即送|送|赠)(?:一|1)?(?:件|个|只|份)?(?<r>${goodsRun})(?:一|1)?(?:件|个|只|份)?(?:[, ]*也?可?换选(?<d>${goodsRun}))?`,
    ),
    m => {
      const product = productsOf(m.groups?.p ?? m.groups?.q ?? m.groups?.r ?? '', draft);
      const more = m.groups?.c ?? m.groups?.d;
      const choices = more ? productsOf(more, draft) : [];
      const [given, ...others] = product ?? [];
      if (given && choices) {
        const all = [...others, ...choices];
        draft.actions.push({
          at: m.index,
          scope: undefined,
          value: { kind: 'gift', product: given, ...(all.length > 0 ? { choices: all } : {}) },
        });
      }
      return true;
    },
  );
};

/** A gift called by a part of its name: "送指印马克杯". */
export const giftByPart = (draft: RuleDraft): void => {
  draft.take(
    /(?:赠送|加赠|即赠|即送|送|赠)(?:一|1)?(?:件|个|只|份)?([^,;:。\ue000\d]{2,24})|(?:get |with |plus )?an? free ((?:(?!with |for |on |over |when |from )[^,;:.\ue000\d ]+ ?){1,6})/,
    m => {
      const words = unnamed(m[1] ?? m[2] ?? '', draft.named).trim();
      const alike = draft.context.products.filter(
        p => !p.hidden && [p.name.en, p.name.zh].some(name => holdsWords(fold(name ?? ''), fold(words))),
      );
      const [product, other] = alike;
      if (product && !other) {
        draft.actions.push({ at: m.index, scope: undefined, value: { kind: 'gift', product: product.id } });
      } else
        draft.ask(
          product ? 'which-product' : 'unknown-goods',
          words,
          alike.slice(0, 8).map(p => p.name),
        );
      return true;
    },
  );
};
