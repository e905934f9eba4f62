/** What is given: every way a marketer writes it. The order of the readers matters: the more particular come first. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/fold.ts';
import { countPattern as C, numberPattern as N, readCount, readZhe, moneyPattern as Y } from './amounts.ts';
import { goods, goodsRun, type RuleDraft, type ScopeSaid } from './draft-rule.ts';
import { holdsWords, mentionPattern as M, mentionAt, unnamed } from './mentions.ts';

const re = (source: string): RegExp => new RegExp(source, 'g');
const zhe = '((?:[一二三四五六七八九]点?[一二三四五六七八九]?|\\d{1,2}(?:\\.\\d{1,4})?)) ?折';
const percent = `(\\d{1,2}(?:\\.\\d{1,4})?|${N}) ?(?:%|percent|per cent|pct)`;

const scopeOr = (said: ScopeSaid): Scope => (said === undefined || said === 'all' ? {} : said);
export const optional = (said: ScopeSaid): { scope?: Scope } =>
  said === undefined || said === 'all' ? {} : { scope: said };

const rateIn = (text: string): number | null => {
  const rate = readCount(text) / 100;
  return rate > 0 && rate < 1 ? Math.round(rate * 1e6) / 1e6 : null;
};

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

const spendAndSave = (draft: RuleDraft): void => {
  const tier = (at: number, scope: ScopeSaid | null, high: string, low: string, repeat: boolean): boolean => {
    const threshold = draft.money(high);
    const off = draft.money(low);
    if (threshold && off && scope !== null) {
      if (off.minor >= threshold.minor) draft.ask('contradiction', `${high} – ${low}`);
      draft.tiers.push({ value: { threshold, off, repeat }, at, scope });
    }
    return true;
  };
  draft.take(
    re(
      `${goods('s')}? ?(每)?(?:单笔|订单|消费|购物|购买|实付)*(每)?满 ?${Y} ?[, ]*(?:即|就|可|立|直接|再)*(?:减|省|优惠|抵扣?|-) ?${Y}(?! ?[%折])`,
    ),
    m => tier(m.index, draft.scope(m, 's'), m[5]!, m[6]!, Boolean(m[3] ?? m[4])),
  );
  draft.take(re(`${goods('s')}?每 ?${Y} ?(?:立|直)?减 ?${Y}(?! ?%)`), m =>
    tier(m.index, draft.scope(m, 's'), m[3]!, m[4]!, true),
  );
  draft.take(
    re(
      `(?:save |get )?${Y} off (?:for )?(?:every|per|each) ${Y}(?: (?:you spend|spent))?(?: on ${goods('s')})?(?! ?%)`,
    ),
    m => tier(m.index, draft.scope(m, 's'), m[2]!, m[1]!, true),
  );
  draft.take(re(`(?:save|get) ${Y}(?: off)? when you spend ${Y}(?: or more)?(?: on ${goods('s')})?`), m =>
    tier(m.index, draft.scope(m, 's'), m[2]!, m[1]!, false),
  );
  draft.take(
    re(
      `(every (?:time you )?)?spend(?:ing)? (?:over |at least |more than )?${Y}(?: or more)?(?: on ${goods('s')})? ?(?:,|and|to|-)* ?(?:save|get|take) ${Y}(?! ?%)(?: off)?`,
    ),
    m => tier(m.index, draft.scope(m, 's'), m[2]!, m[5]!, m[1] !== undefined),
  );
  draft.take(
    re(
      `(?:${goods('s')}:? )?(?:for )?(?:every|per|each) ${Y}(?: (?:you spend|spent))?(?: on ${goods('t')})? ?(?:,|and|you)* ?(?:take|get|save) ${Y}(?: off)?(?! ?%)`,
    ),
    m => tier(m.index, draft.scope(m, m.groups?.t || m.groups?.tAll ? 't' : 's'), m[3]!, m[6]!, true),
  );
  draft.take(re(`(?:for )?every ${Y}(?: spent)?|每满?${Y}`), m => {
    const each = draft.money(m[1] ?? m[2] ?? '');
    if (each) draft.every.push(each);
    return true;
  });
  draft.take(re(`满减 ?${Y}?|满立减 ?${Y}?|spend and save(?: ${Y})?`), m => {
    draft.ask('threshold-missing', m[0]);
    return true;
  });
};

const times = 'once|twice|one|two|\\d+ times?|N次'.replace('N', N);
const timesOf = (text: string): number =>
  /once|one/.test(text) ? 1 : /twice|two/.test(text) ? 2 : readCount(new RegExp(N).exec(text)?.[0] ?? '');

const buyAndGet = (draft: RuleDraft): void => {
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

const together = (draft: RuleDraft): void => {
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

const onePrice = (draft: RuleDraft): void => {
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

const freeDelivery = (draft: RuleDraft): void => {
  draft.take(
    /free (?:standard )?(?:shipping|delivery|postage)|ships? (?:for )?free|(?:shipping|delivery) (?:is )?free|no (?:shipping|delivery) (?:fee|cost|charge)s?|免运费|免邮费?|免费配送|免费送货|包邮/,
    m => {
      draft.actions.push({ at: m.index, scope: undefined, value: { kind: 'free-shipping' } });
      return true;
    },
  );
};

const freeGift = (draft: RuleDraft): void => {
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
const giftByPart = (draft: RuleDraft): void => {
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

const quantityRates = (draft: RuleDraft): void => {
  draft.take(re(`${goods('s')}? ?(?:满|买)? ?(${N}) ?(?:件|双|个|瓶|盒) ?(?:以上)?[, ]*(?:打|享)*${zhe}`), m => {
    const scope = draft.scope(m, 's');
    const left = readZhe(m[4]!);
    if (left === null) return false;
    if (scope !== null) {
      draft.quantityRates.push({ at: m.index, scope, value: { quantity: readCount(m[3]!), rate: 1 - left } });
    }
    return true;
  });
  draft.take(
    re(
      `buy (${N})(?: or more)? ?(?:items )?(?:of |from )?${goods('s')}? ?(?:,|and)* ?(?:get|save) ${percent}(?: off)?`,
    ),
    m => {
      const scope = draft.scope(m, 's');
      const rate = rateIn(m[4]!);
      if (rate === null) return false;
      if (scope !== null) draft.quantityRates.push({ at: m.index, scope, value: { quantity: readCount(m[1]!), rate } });
      return true;
    },
  );
};

const percentOff = (draft: RuleDraft): void => {
  const add = (m: RegExpExecArray, rate: number | null, name = 's'): boolean => {
    const scope = draft.scope(m, name);
    if (rate === null) return false;
    if (scope !== null)
      draft.actions.push({ at: m.index, scope, value: { kind: 'percent-off', rate, ...optional(scope) } });
    return true;
  };
  const upTo = (m: RegExpExecArray, rate: number | null): boolean => {
    if (rate === null) return false;
    const share = `${Math.round(rate * 1e4) / 100}%`;
    draft.ask('up-to', m[0], [
      { en: `${share} off all of it`, zh: `全部优惠${share}` },
      { en: 'a rate for each kind of goods, one rule each', zh: '不同商品不同折扣，每种一条规则' },
    ]);
    return true;
  };
  draft.take(re(`(?:up to|as much as) ${percent}(?: off)?(?: (?:on )?${goods('s')})?`), m => upTo(m, rateIn(m[1]!)));
  draft.take(re(`${goods('s')}? ?(?:低至|最低) ?${zhe}`), m => {
    const left = readZhe(m[3]!);
    return upTo(m, left === null ? null : 1 - left);
  });
  draft.take(re(`${goods('s')}? ?(?:打|享)?${zhe}起`), m => {
    const left = readZhe(m[3]!);
    return upTo(m, left === null ? null : 1 - left);
  });
  draft.take(re(`${goods('s')}? ?(?:均|一律|统统|全部|全都|都|可|享受|享|打|只要)* ?${zhe}`), m => {
    const left = readZhe(m[3]!);
    return add(m, left === null ? null : Math.round((1 - left) * 1e6) / 1e6);
  });
  draft.take(re(`${goods('s')}? ?(?:全部|一律|都)?半价`), m => add(m, 0.5));
  draft.take(re(`${goods('s')}? ?(?:立减|直降|减|降|优惠|省) ?${percent}`), m => add(m, rateIn(m[3]!)));
  draft.take(re(`${percent} ?(?:off|discount|reduction|less)(?: (?:on|for|of|all))* ?(?:${goods('s')})?`), m =>
    add(m, rateIn(m[1]!)),
  );
  draft.take(re(`${goods('s')} ?(?:are |is |at |now )?${percent} ?(?:off|less|cheaper|discount)?`), m =>
    add(m, rateIn(m[3]!)),
  );
  draft.take(
    re(`half[- ](?:price|off)(?: (?:on|for))?(?: ${goods('s')})?|${goods('t')} (?:at |for )?half[- ]price`),
    m => add(m, 0.5, m.groups?.t || m.groups?.tAll ? 't' : 's'),
  );
  draft.take(re(`(?:save|get) ${percent}(?: off)?(?: (?:on|off) ${goods('s')})?`), m => add(m, rateIn(m[1]!)));
  draft.take(re(`(?<!\\d)${percent}|打折|折扣价?|特惠|(?<![a-z])(?:discounted|on sale|cheaper)(?![a-z])`), m => {
    draft.ask('amount-missing', m[0]);
    return true;
  });
};

const amountOff = (draft: RuleDraft): void => {
  const add = (m: RegExpExecArray, text: string, scope: ScopeSaid | null): boolean => {
    const amount = draft.money(text);
    if (amount && scope !== null) {
      draft.actions.push({ at: m.index, scope, value: { kind: 'amount-off', amount, ...optional(scope) } });
    }
    return true;
  };
  draft.take(re(`${goods('s')}? ?(?:下单|首单)?(?:立减|直减|立省|减免|减|优惠|抵扣|抵|省|便宜) ?${Y}`), m =>
    add(m, m[3]!, draft.scope(m, 's')),
  );
  draft.take(re(`(?:take |get |save )?${Y} off(?: (?:on|from|for))?(?: ${goods('s')})?`), m => {
    if (/^\d[\d,.]*$/.test(m[1]!.trim()) && !/^(?:take|save)/.test(m[0])) {
      const own = draft.money(m[1]!);
      draft.ask('percent-or-money', m[0], [
        ...(own ? [{ en: `${formatMoney(own)} off`, zh: `立减${formatMoney(own)}` }] : []),
        ...(readCount(m[1]!) < 100 ? [{ en: `${m[1]!.trim()}% off`, zh: `优惠${m[1]!.trim()}%` }] : []),
      ]);
      return true;
    }
    return add(m, m[1]!, draft.scope(m, 's'));
  });
  draft.take(re(`save ${Y}(?: on ${goods('s')})?`), m => add(m, m[1]!, draft.scope(m, 's')));
};

/** Goods left out: a rule says what it covers, not what it doesn't. */
const exceptions = (draft: RuleDraft): void => {
  draft.take(
    re(
      `(?:except(?: for)?|excluding|excl\\.?|but not|not (?:on|for|valid on)|without) ${goods('s')}|除(?:了)?${goods('t')}(?:之?外|以外)?|(?:不含|不包括|不参加)${goods('u')}|${goods('v')}(?:除外|不参加|不参与)`,
    ),
    m => {
      draft.ask('not-expressible', m[0], draft.categoryChoices());
      return true;
    },
  );
};

/** Reads every action of the text into the draft. */
export const readActions = (draft: RuleDraft): void => {
  exceptions(draft);
  spendAndSave(draft);
  freeDelivery(draft);
  buyAndGet(draft);
  together(draft);
  onePrice(draft);
  freeGift(draft);
  giftByPart(draft);
  quantityRates(draft);
  percentOff(draft);
  amountOff(draft);
};
