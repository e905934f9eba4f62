/** What is given: every way a marketer writes it. The order of the readers matters: the more particular come first. */
import { formatMoney } from '../../../knowledge/domain/money.ts';
import { optional, percent, rateIn, re, zhe } from './action-patterns.ts';
import { numberPattern as N, readCount, readZhe, moneyPattern as Y } from './amounts.ts';
import { goods, type RuleDraft, type ScopeSaid } from './draft-rule.ts';
import { buyAndGet, freeGift, giftByPart, onePrice, together } from './read-goods-given.ts';

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

const freeDelivery = (draft: RuleDraft): void => {
  draft.take(
    /free (?:standard )?(?:shipping|delivery|postage)|ships? (?:for )?free|(?:shipping|delivery) (?:is )?free|no (?:shipping|delivery) (?:fee|cost|charge)s?|免运费|免邮费?|免费配送|免费送货|包邮/,
    m => {
      draft.actions.push({ at: m.index, scope: undefined, value: { kind: 'free-shipping' } });
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
