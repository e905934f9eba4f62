/** For whom, from what amount, how often and in which hours: what a rule asks before it gives. */
import { asId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Localized } from '../../../knowledge/domain/language.ts';
import type { Condition } from '../../../knowledge/domain/promotion.ts';
import {
  numberPattern as N,
  readCount,
  readTime,
  signedMoneyPattern as Signed,
  timePattern,
  moneyPattern as Y,
} from './amounts.ts';
import { goods, goodsRun, type RuleDraft, type ScopeSaid } from './draft-rule.ts';
import { segmentNames } from './goods-text.ts';
import { mentionAt } from './mentions.ts';

const re = (source: string): RegExp => new RegExp(source, 'g');

const texts = (run: string, draft: RuleDraft): string[] =>
  [...run].flatMap(c => {
    const mention = mentionAt(c, draft.named);
    return mention ? [mention.text] : [];
  });

const segmentWords: readonly (readonly [string, string])[] = [
  ['vip', 'vip(?:会员|用户|顾客| shoppers?| customers?| members?|s)?'],
  ['new', 'new shoppers?|新顾客'],
  ['returning', 'returning (?:shoppers?|customers?)|老顾客|老客户?|老用户'],
  ['lapsed', 'shoppers who have been away for long|lapsed (?:shoppers?|customers?)|久未下单的顾客'],
];
const anySegment = `(?:${segmentWords.map(([, words]) => words).join('|')}|the segment ${goodsRun}|${goodsRun}人群)`;

/** Who may have it. */
export const readPersons = (draft: RuleDraft): void => {
  const add = (value: Condition, at: number): boolean => {
    draft.conditions.push({ value, at, scope: undefined });
    return true;
  };
  draft.take(re(`only for the shopper (${goodsRun})|仅限顾客(${goodsRun})`), m =>
    add({ kind: 'shopper', anyOf: texts(m[1] ?? m[2] ?? '', draft).map(t => asId<ShopperId>(t)) }, m.index),
  );
  draft.take(
    /(?:(?:only )?(?:on|for) (?:a |the |your )?)?first[- ](?:orders?|purchases?)(?: only)?|first[- ]time (?:buyers?|customers?|shoppers?)(?: only)?|(?:仅?限)?(?:新客|新人|新用户)?(?:首单|首次下单|首购|第一单)(?!立?减? ?\d{0}$)/,
    m => add({ kind: 'first-order' }, m.index),
  );
  draft.take(
    re(`(?:only for|for|仅限|限)? ?(${anySegment}(?:(?:, ?| or |或|, )${anySegment})*)(?: only|专享|专属|可用)?`),
    m => {
      const said = m[1]!;
      const keys = segmentWords.flatMap(([key, words]) =>
        re(words).test(said.replace(re(goodsRun), ' ')) ? [key] : [],
      );
      const named = [...said.matchAll(re(`the segment (${goodsRun})|(${goodsRun})人群`))].flatMap(s =>
        texts(s[1] ?? s[2] ?? '', draft),
      );
      return add({ kind: 'segment', anyOf: [...new Set([...keys, ...named])] }, m.index);
    },
  );
  const kinds: readonly Localized[] = Object.values(segmentNames);
  draft.take(
    /(?:for )?new (?:customers?|users?|buyers?)(?: only)?|(?:仅?限)?(?:新客户?|新人|新用户)(?:专享|专属)?/,
    m => {
      if (draft.conditions.some(c => c.value.kind === 'first-order')) return true;
      draft.ask('which-shoppers', m[0], [{ en: 'on a first order', zh: '限首单' }, segmentNames.new!]);
      return true;
    },
  );
  draft.take(
    /(?:for )?(?:members?|students?|staff|employees)(?: only)?|(?:仅?限)?(?:会员|学生|员工)(?:专享|专属)?/,
    m => {
      draft.ask('which-shoppers', m[0], kinds);
      return true;
    },
  );
};

/** What must be in the cart. Read after the actions, which hold amounts of their own. */
export const readCartConditions = (draft: RuleDraft): void => {
  const spend = (at: number, scope: ScopeSaid | null, text: string): boolean => {
    const amount = draft.money(text);
    if (amount && scope !== null) draft.conditions.push({ value: { kind: 'min-spend', amount }, at, scope });
    return true;
  };
  const quantity = (at: number, scope: ScopeSaid | null, text: string): boolean => {
    const count = readCount(text);
    if (!(count >= 1)) return false;
    if (scope !== null) draft.conditions.push({ value: { kind: 'min-quantity', quantity: count }, at, scope });
    return true;
  };
  draft.take(re(`with (${N}) or more items(?: from ${goods('s')})? in the cart`), m =>
    quantity(m.index, draft.scope(m, 's') ?? 'all', m[1]!),
  );
  draft.take(
    re(
      `(?:${goods('s')}|(购物车|订单))? ?(?:任意)?(?:满|买) ?(${N}) ?(?:件|双|个|盒|包|瓶)(?:及)?(?:以上)?(?:商品)?(?:可用|可享|即可)?`,
    ),
    m => quantity(m.index, m[3] ? 'all' : draft.scope(m, 's'), m[4]!),
  );
  draft.take(
    re(
      `(?:when you buy |on |for |buy )?(?:at least )?(${N}) or more(?: items?)?(?:(?: (?:from|of))? ?${goods('s')})|(?:when you buy |buy |with )?(?:at least (${N})|(${N}) or more) (?:items?|pieces?)`,
    ),
    m => quantity(m.index, draft.scope(m, 's'), m[1] ?? m[4] ?? m[5] ?? ''),
  );
  draft.take(re(`when ${Y} or more is spent on ${goods('s')}`), m => spend(m.index, draft.scope(m, 's'), m[1]!));
  draft.take(
    re(
      `(?:(?:${goods('s')}|(订单|单笔|整单)) ?)?(?:单笔|订单|实付|消费|购物|购买|每单)*满 ?${Y}(?:以上)?(?:可用|可享|即可|起用|使用|时)?`,
    ),
    m => spend(m.index, m[3] ? 'all' : draft.scope(m, 's'), m[4]!),
  );
  draft.take(re(`(?:消费|购物|购买|订单|(?<=^|[, ;]))${Y}(?:以上|起)(?:可用|可享)?`), m =>
    spend(m.index, m[0].startsWith('订单') ? 'all' : undefined, m[1]!),
  );
  draft.take(
    re(
      `(?:on |for )?(?:all |any )?(?:orders?|carts?|baskets?|purchases?) (?:of|over|above|from|worth|starting at)(?: at least)? ${Y}(?: or more| and up)?`,
    ),
    m => spend(m.index, 'all', m[1]!),
  );
  draft.take(
    re(
      `(?:when|if) you spend (?:over |at least |more than )?${Y}(?: or more)?(?: on ${goods('s')})?|spend(?:ing)? (?:over |at least )?${Y}(?: or more)?(?: on ${goods('t')})?`,
    ),
    m => spend(m.index, m[1] ? draft.scope(m, 's') : draft.scope(m, 't'), m[1] ?? m[4] ?? ''),
  );
  draft.take(
    re(
      `(?:${goods('s')} )?(?:if |when |worth )?(?:over|above|from|at least|more than|with a minimum(?: spend)? of|min(?:imum)?\\.?(?: spend)?(?: of)?|upwards of) ${Y}(?: or more)?|${Y} (?:or more|minimum|min(?![a-z])|and up)`,
    ),
    m => spend(m.index, draft.scope(m, 's'), m[3] ?? m[4] ?? ''),
  );
  const contains = (m: RegExpExecArray): boolean => {
    const scope = draft.scope(m, 's');
    if (scope !== null) {
      const value: Condition = { kind: 'contains', scope: scope === undefined || scope === 'all' ? {} : scope };
      draft.conditions.push({ value, at: m.index, scope });
    }
    return true;
  };
  draft.take(
    re(`(?:with|when you buy|if you buy) (?:something from |any(?:thing from)? |an? )?${goods('s')}(?: in the cart)?`),
    contains,
  );
  draft.take(re(`(?:购物车里有|购买|买)${goods('s')}(?:可用|即可|时)?`), contains);
};

const english = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const dayEn = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:days?)?(?![a-z])';
const dayZh = '(?:周|星期|礼拜)[一二三四五六日天]';
const someDays = `(?:weekends?|weekdays?|every ?day|daily|${dayEn}(?:(?:, ?(?:and )?| and | ?& ?| ?- ?| to )${dayEn})*|(?:逢)?周末|工作日|每[天日]|${dayZh}(?: ?(?:, ?|和|及|与|到|至|-) ?(?:周|星期|礼拜)?[一二三四五六日天](?![件双个]))*)`;

const daysOf = (text: string): number[] | null => {
  if (/every ?day|daily|每[天日]/.test(text)) return null;
  if (/weekend|周末/.test(text)) return [0, 6];
  if (/weekday|工作日/.test(text)) return [1, 2, 3, 4, 5];
  const found = [
    ...text.matchAll(/(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*|(?:周|星期|礼拜)?([一二三四五六日天]))/g),
  ].map(m => (m[1] ? english.indexOf(m[1]) : '日一二三四五六'.indexOf(m[2] === '天' ? '日' : m[2]!)));
  if (/到|至|-| to /.test(text) && found.length === 2) {
    const [from, to] = found as [number, number];
    const days: number[] = [];
    for (let d = from; ; d = (d + 1) % 7) {
      days.push(d);
      if (d === to) break;
    }
    return days.sort((a, b) => a - b);
  }
  return [...new Set(found)].sort((a, b) => a - b);
};

/** Weekdays and times of day, on the shop's clock. Read before the amounts: "8点到10点" is no money. */
export const readHours = (draft: RuleDraft): void => {
  const add = (at: number, days: number[] | null, from: string, to: string): boolean => {
    const value: Condition = { kind: 'hours', ...(days ? { days } : {}), from, to };
    draft.conditions.push({ value, at, scope: undefined });
    return true;
  };
  draft.take(
    re(
      `(?:(?:only )?(?:on )?(?:every |each |每)?(${someDays})(?:的)?,? ?)?(?:from |between |at )?${timePattern} ?(?:-|~|to|until|till|and|到|至) ?${timePattern}(?:,? ?(?:only )?(?:on )?(?:every |each |每)?(${someDays})(?!最多|最高|限|优惠|减))?`,
    ),
    m => {
      const [first, second] = [m.slice(2, 7), m.slice(7, 12)];
      // "1 to 2" is no time unless something says so.
      if (!/[:点时]|am|pm|a\.m|p\.m|上|下午|晚|早/.test(m[0].slice(m[1]?.length ?? 0))) return false;
      if (first[0] && !second[0]) second[0] = first[0];
      if (second[4] && !first[4]) first[4] = second[4];
      const from = readTime(first);
      const to = readTime(second);
      const days = m[1] ?? m[12];
      return from && to ? add(m.index, days ? daysOf(days) : null, from, to) : false;
    },
  );
  draft.take(
    re(
      `(?:only |valid )?(?:on )?(?:every |each |每)?(${someDays})(?!最多|最高|限|优惠|减)(?: only)?(?:限定|当天|有效)?`,
    ),
    m => add(m.index, daysOf(m[1]!), '00:00', '00:00'),
  );
};

const who = '(?:shopper|customer|person|user|account|buyer|household)';
const often = `(once|twice|(?:${N}) ?(?:times?|uses?))`;
const howOften = (text: string): number =>
  /once/.test(text) ? 1 : /twice/.test(text) ? 2 : readCount(re(N).exec(text)?.[0] ?? '');

/** Uses and money, per shopper, day, code and in all. */
export const readLimits = (draft: RuleDraft): void => {
  const { limits } = draft;
  const shopper = (uses: number): boolean => {
    limits.perShopper = { ...limits.perShopper, uses };
    return uses >= 1;
  };
  draft.take(re(`(?:at most |up to |max )${Signed}(?: off)? per ${who}|每人(?:最多|最高)?(?:优惠|减|省)${Y}`), m => {
    const amount = draft.money(m[1] ?? m[2] ?? '');
    if (amount) limits.perShopper = { ...limits.perShopper, money: amount };
    return true;
  });
  draft.take(
    re(`(?:at most |max(?:imum)? |up to |only |limit(?:ed to)? )*${often} (?:per|a|for each|each) ${who}`),
    m => shopper(howOften(m[1]!)),
  );
  draft.take(re(`(?:limit(?:ed to)? )?(one|${N}) (?:use )?per ${who}`), m => shopper(readCount(m[1]!)));
  draft.take(
    re(
      `(?:每人|每位(?:顾客|用户)?|每个(?:用户|账号))(?:最多|仅|只)?(?:限|可)?(?:用|享|领|参与|使用|购)*(${N})(?:次|张|份)`,
    ),
    m => shopper(readCount(m[1]!)),
  );
  draft.take(
    re(
      `(?:at most |max |up to |only )?${often} (?:a|per|each) day(?: over all shoppers| in all)?|每[天日](?:最多|仅|只)?限?(?:用|量)?(${N})(?:次|份|单|张)`,
    ),
    m => {
      limits.perDay = { ...limits.perDay, uses: m[1] ? howOften(m[1]) : readCount(m[2]!) };
      return true;
    },
  );
  draft.take(
    re(
      `(?:at most |up to |max )${Signed}(?: off)? (?:a|per|each) day(?: over all shoppers| in all)?|每[天日](?:最多|最高)?(?:优惠|减)${Y}`,
    ),
    m => {
      const amount = draft.money(m[1] ?? m[2] ?? '');
      if (amount) limits.perDay = { ...limits.perDay, money: amount };
      return true;
    },
  );
  draft.take(re(`(?:at most |max |up to )?${often} per code|每个?(?:优惠)?码限(?:用)?(${N})次`), m => {
    limits.perCode = m[1] ? howOften(m[1]) : readCount(m[2]!);
    return true;
  });
  draft.take(
    re(
      `(?:at most |max |up to )?${often} in (?:all|total)|first (${N}) (?:orders|${who}s)(?: only)?|(?:总共|一共|总计|全部)限?(?:用|量)?(${N})(?:次|份|单|张)|限量(${N})(?:次|份|单|张)?|(?:仅?限)?前(${N})(?:名|位|单|人)`,
    ),
    m => {
      limits.uses = m[1] ? howOften(m[1]) : readCount(m[2] ?? m[3] ?? m[4] ?? m[5] ?? '');
      return true;
    },
  );
};
