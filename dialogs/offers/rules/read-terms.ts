/** The terms around a rule: dates, other deals, how it reaches a cart, its pool and the most it gives. */
import { type Localized, languages } from '../../../knowledge/domain/language.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { numberPattern as N, readCount, moneyPattern as Y } from './amounts.ts';
import { momentOf, monthOf, type WallTime, wallTimeOf } from './calendar.ts';
import { goodsRun, type RuleDraft } from './draft-rule.ts';
import { mentionPattern as M, mentionAt } from './mentions.ts';
import { defaultGroup, groupsCombine, stackGroupsOf } from './rule.ts';

const re = (source: string): RegExp => new RegExp(source, 'g');

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const clock = '(?:,? ?(?:at )?(\\d{1,2}:\\d{2}))?';
/** Twelve groups: zh year, month, day; ISO year, month, day; en day, month, year and month, day, year; then the time. */
const dateZh = '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]';
const dateIso = '(\\d{4})-(\\d{1,2})-(\\d{1,2})';
const dateEn = `(\\d{1,2})(?:st|nd|rd|th)? (${month})(?:,? (\\d{4}))?`;
const dateUs = `(${month}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d:])`;
const date = `(?:(?:${dateZh}|${dateIso}|${dateEn}|${dateUs})${clock})`;
const groupsOfDate = 13;

interface DaySaid {
  readonly wall: WallTime;
  readonly timed: boolean;
  readonly yearSaid: boolean;
}

const dateIn = (groups: readonly (string | undefined)[], draft: RuleDraft): DaySaid | null => {
  const [zy, zm, zd, iy, im, id, ed, em, ey, um, ud, uy, time] = groups;
  const said = zy ?? iy ?? ey ?? uy;
  const monthSaid = zm ?? im;
  const monthNumber = monthSaid ? Number(monthSaid) : monthOf(em ?? um ?? '');
  const day = Number(zd ?? id ?? ed ?? ud);
  const today = wallTimeOf(draft.context.now, draft.context.shop.timeZone);
  if (!(monthNumber >= 1 && monthNumber <= 12 && day >= 1 && day <= 31)) return null;
  const past = monthNumber < today.month || (monthNumber === today.month && day < today.day);
  const year = said ? Number(said) : today.year + (past ? 1 : 0);
  if (new Date(Date.UTC(year, monthNumber - 1, day)).getUTCDate() !== day) return null;
  const [hour = 0, minute = 0] = time ? time.split(':').map(Number) : [];
  if (hour > 24 || minute > 59) return null;
  return {
    wall: { year, month: monthNumber, day, hour, minute },
    timed: time !== undefined,
    yearSaid: said !== undefined,
  };
};

/** The groups of whichever of two dates was there. */
const eitherDate = (match: RegExpExecArray): (string | undefined)[] => {
  const first = match.slice(1, 1 + groupsOfDate);
  return first.some(Boolean) ? first : match.slice(1 + groupsOfDate, 1 + 2 * groupsOfDate);
};

/** When it runs, on the shop's clock. */
export const readWindow = (draft: RuleDraft): void => {
  const zone = draft.context.shop.timeZone;
  const start = (said: DaySaid): Date => momentOf(said.wall, zone);
  const end = (said: DaySaid): Date =>
    momentOf(said.timed ? said.wall : { ...said.wall, day: said.wall.day + 1 }, zone);
  const unclear = (words: string): boolean => {
    draft.ask('date-unclear', words);
    return true;
  };
  draft.take(
    re(
      `(?:from |between |自|从)?${date} ?(?:-|~|to|through|and|until|till|到|至) ?(?:the end of )?${date}(?:止|结束)?`,
    ),
    m => {
      const from = dateIn(m.slice(1, 1 + groupsOfDate), draft);
      let to = dateIn(m.slice(1 + groupsOfDate, 1 + 2 * groupsOfDate), draft);
      if (!from || !to) return unclear(m[0]);
      // "1 December to 10 January": the end without a year is the first such day after the start.
      if (!to.yearSaid && end(to) <= start(from)) to = { ...to, wall: { ...to.wall, year: from.wall.year + 1 } };
      else if (!to.yearSaid && to.wall.year > from.wall.year) {
        const sooner = { ...to, wall: { ...to.wall, year: from.wall.year } };
        if (end(sooner) > start(from)) to = sooner;
      }
      draft.startsAt = start(from);
      draft.endsAt = end(to);
      if (draft.endsAt <= draft.startsAt) draft.ask('contradiction', m[0]);
      return true;
    },
  );
  draft.take(
    re(
      `(?:即日起)?(?:until|till|through|ends?(?: on)?|截止到?|截至|至|到) ?(?:the end of )?${date}(?:止|截止|结束)?|(?:即日起)(?:至|到)?${date}(?:止)?`,
    ),
    m => {
      const said = dateIn(eitherDate(m), draft);
      if (!said) return unclear(m[0]);
      draft.endsAt = end(said);
      return true;
    },
  );
  draft.take(re(`${date}(?:截止|止|结束)`), m => {
    const said = dateIn(m.slice(1, 14), draft);
    if (!said) return unclear(m[0]);
    draft.endsAt = end(said);
    return true;
  });
  draft.take(re(`(?:from|starting(?: on)?|as of|自|从) ?${date}(?:起|开始)?|${date}(?:起|开始)`), m => {
    const said = dateIn(eitherDate(m), draft);
    if (!said) return unclear(m[0]);
    draft.startsAt = start(said);
    return true;
  });
  draft.take(re(`(?:on |only on )?${date}(?: only|当天|一天)?`), m => {
    const said = dateIn(m.slice(1, 14), draft);
    if (!said) return unclear(m[0]);
    draft.startsAt = start({ ...said, wall: { ...said.wall, hour: 0, minute: 0 } });
    draft.endsAt = momentOf({ ...said.wall, day: said.wall.day + 1, hour: 0, minute: 0 }, zone);
    return true;
  });
  const today = wallTimeOf(draft.context.now, zone);
  const days = (from: number, count: number): boolean => {
    draft.startsAt = momentOf({ ...today, day: today.day + from, hour: 0, minute: 0 }, zone);
    draft.endsAt = momentOf({ ...today, day: today.day + from + count, hour: 0, minute: 0 }, zone);
    return true;
  };
  draft.take(/(?<![a-z])today(?: only)?|(?:仅限?)?(?:今天|今日)(?:当天)?(?:有效)?/, () => days(0, 1));
  draft.take(/(?<![a-z])tomorrow(?: only)?|(?:仅限?)?(?:明天|明日)(?:有效)?/, () => days(1, 1));
  draft.take(/this weekend(?: only)?|(?:本|这个?)周末/, () => {
    const weekday = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
    return weekday === 0 ? days(0, 1) : days(6 - weekday, 2);
  });
};

/** The most it takes off, the pool it comes from, how it is entered, what a return does. */
export const readTerms = (draft: RuleDraft): void => {
  draft.take(
    re(
      `(?:from |with )?an? (?:pool|budget) of ${Y}|(?:budget|pool)(?: is| of|:)? ${Y}|(?:总|活动)?预算(?:为|是|:)? ?${Y}`,
    ),
    m => {
      const pool = draft.money(m[1] ?? m[2] ?? m[3] ?? '');
      if (pool) draft.pool = pool;
      return true;
    },
  );
  draft.take(
    /[, ]*(?:上不封顶|不封顶|无上限|不设上限|with no upper limit|no (?:upper )?(?:cap|limit|maximum)|uncapped|unlimited)/,
    () => {
      draft.uncapped = true;
      return true;
    },
  );
  draft.take(
    re(
      `[, ]*(?:at most|up to|max(?:imum)?(?: discount)?(?: of)?|no more than|capped at|limited to|with a cap of|cap(?: of)?) ${Y}(?: off| discount| in all| in total)?(?! ?(?:%|percent|times?|items?|per))|[, ]*(?:最高|最多|至多|上限)(?:可)?(?:减|优惠|省|抵|立减)? ?${Y}(?:封顶)?(?! ?(?:次|件|折|%|人))|[, ]*(?:封顶|上限) ?${Y}|[, ]*${Y}封顶`,
    ),
    m => {
      const most = draft.money(m[1] ?? m[2] ?? m[3] ?? m[4] ?? '');
      if (most && draft.most && draft.most.minor !== most.minor) draft.ask('contradiction', m[0]);
      if (most) draft.most = most;
      return true;
    },
  );
  draft.take(
    /(?:applied )?automatic(?:ally)?|no code (?:needed|required)|自动(?:生效|减免?|抵扣|享受)|无需(?:优惠)?码|不用(?:优惠)?码/,
    () => {
      draft.trigger = 'automatic';
      return true;
    },
  );
  draft.take(
    /(?:only )?(?:with|using|needs|requires) an? (?:promo |coupon |discount )?code|code (?:required|needed)|(?:凭|需要?|使用|用|输入)(?:优惠|折扣|兑换)?码(?:使用|可用|兑换|享受?)?/,
    () => {
      draft.trigger = 'code';
      return true;
    },
  );
  draft.take(/by personal offer in the chat|由客服专属发放/, () => {
    draft.trigger = 'offer';
    return true;
  });
  draft.take(
    /what a return no longer earns is taken (?:off|from) the refund|退货后不再满足条件的, ?从退款中扣回优惠|退货(?:时|后)?(?:需)?扣回(?:优惠|折扣)/,
    () => {
      draft.onReturn = 'unearned';
      return true;
    },
  );
  draft.take(/a cancelled order counts as a use|(?:取消订单|订单取消)(?:后)?(?:也|仍)?(?:算|视为)(?:已)?使用/, () => {
    draft.onCancel = 'keep';
    return true;
  });
  draft.take(re(`number (${N}) in its group|组内顺序(${N})`), m => {
    draft.order = readCount(m[1] ?? m[2] ?? '');
    return true;
  });
};

const together = '(?:叠加|同享|同时使用|一起使?用|共用|共享|并用|叠加使用)';

/** Which deals it goes with: resolved against the shop's groups by `groupFor`. */
export const readStacking = (draft: RuleDraft): void => {
  const groups = stackGroupsOf(draft.context.shop);
  const keysOf = (text: string): string[] | null => {
    const keys: string[] = [];
    const quoted = [...text].flatMap(c => mentionAt(c, draft.named)?.text ?? []);
    const plain = text.replace(re(M), ' ').split(/,|和|与|及|、| and | or /);
    for (const part of [...quoted, ...plain.map(p => p.trim())]) {
      if (part === '') continue;
      const name = fold(part);
      const found = groups.find(g => fold(g.key) === name || languages.some(l => fold(g.name[l] ?? '') === name));
      if (!found) return null;
      keys.push(found.key);
    }
    return keys.length > 0 ? keys : null;
  };
  const names = (): readonly Localized[] => groups.map(g => g.name);
  draft.take(re(`in the deal group (${goodsRun})|属于(${goodsRun})组`), m => {
    const keys = keysOf(m[1] ?? m[2] ?? '');
    if (keys) draft.stacking.own = keys[0];
    else draft.ask('which-group', m[0], names());
    return true;
  });
  draft.take(
    /[, ]*(?:not (?:combinable |valid |usable |stackable )?(?:together )?with (?:any )?(?:other )?(?:deals?|offers?|promotions?|codes?|discounts?|anything else)|(?:can ?not|can't) be (?:combined|stacked)(?: with (?:any )?other (?:deals?|offers?|promotions?))?|no stacking|not stackable|not combinable|exclusive(?:ly)?|不(?:可|能|得)?(?:与|和|跟)(?:其他|其它|任何|别的)?(?:优惠|活动|折扣|券)*(?:叠加|同享|同时使用|一起用|共享)|不(?:可|能|得)?(?:叠加|同享)(?:其他优惠)?)/,
    () => {
      draft.stacking.alone = true;
      return true;
    },
  );
  draft.take(
    /[, ]*(?:combinable|stackable|stacks|can be (?:combined|stacked|used)|goes|works)(?: together)? with (?:deals of other groups|(?:all |any )?other (?:deals|offers|promotions|discounts))|[, ]*可以?(?:与|和|跟)?(?:其他|其它)(?:组的)?(?:优惠|活动)?(?:叠加|同享|同时使用|一起用)/,
    () => {
      draft.stacking.open = true;
      return true;
    },
  );
  draft.take(
    re(
      `[, ]*(?:只)?(?:可以?|能)?(?:与|和|跟)([^,;。]{1,40}?(?:, ?[^,;。]{1,20}?)?)${together}|[, ]*(?:combinable|stackable|stacks|can be (?:combined|stacked|used)|goes|works)(?: together)? with ([^,;.]{1,60}?)(?: only)?(?=$|[,;.])`,
    ),
    m => {
      const keys = keysOf(m[1] ?? m[2] ?? '');
      if (keys) draft.stacking.with.push(...keys);
      else draft.ask('which-group', m[1] ?? m[2] ?? '', names());
      return true;
    },
  );
  draft.take(/[, ]*(?:stackable|combinable|可以?叠加(?:使用)?)/, () => {
    draft.stacking.open = true;
    return true;
  });
};

/** The shop's group that says what was wished; undefined: the default one does, or nothing was wished. */
export const groupFor = (draft: RuleDraft, words: string): string | undefined => {
  const { own, alone, open, with: partners } = draft.stacking;
  const { shop } = draft.context;
  const groups = stackGroupsOf(shop);
  if (alone && (open || partners.length > 0)) {
    draft.ask('contradiction', words);
    return undefined;
  }
  const fits = (key: string): boolean => {
    const group = groups.find(g => g.key === key);
    if (!group) return false;
    if (alone && groups.some(g => g.key !== key && groupsCombine(group, g))) return false;
    if (open && (group.exclusive || group.with !== undefined)) return false;
    return partners.every(p => p !== key && groups.some(g => g.key === p && groupsCombine(group, g)));
  };
  const named = (keys: readonly string[]): readonly Localized[] =>
    keys.map(key => groups.find(g => g.key === key)?.name ?? { en: key });
  if (own !== undefined) {
    if (!fits(own)) draft.ask('contradiction', words, named([own]));
    return own;
  }
  if (!alone && !open && partners.length === 0) return undefined;
  if (fits(defaultGroup)) return undefined;
  const fitting = groups.map(g => g.key).filter(fits);
  if (fitting.length === 1) return fitting[0];
  draft.ask('which-group', words, named(fitting));
  return undefined;
};
