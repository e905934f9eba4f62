/** What a sentence says about deals, against the rules that are running. */
import { inLanguage, type Language } from '../domain/language.ts';
import { fromMajor, type Money } from '../domain/money.ts';
import type { Action, Promotion, Scope } from '../domain/promotion.ts';
import type { Shop } from '../domain/shop.ts';
import { readNumber } from '../language/numbers.ts';
import { fold } from '../retrieval/text/fold.ts';
import { amountsIn, datesIn, ratesOffIn } from './figures.ts';
import type { Contradiction } from './shop-claims.ts';

/** A rule as a sentence gives it. */
type Claim =
  | { readonly kind: 'rate'; readonly rate: number; readonly text: string }
  | { readonly kind: 'step'; readonly from: Money; readonly off: Money; readonly text: string }
  | { readonly kind: 'buy-get'; readonly buy: number; readonly get: number; readonly text: string };

const words = '(\\d{1,2}|one|two|three|four|five|一|二|两|三|四|五)';
const small = (text: string): number => readNumber(text.toLowerCase());

const claimsIn = (sentence: string, shop: Shop): Claim[] => {
  const found: Claim[] = ratesOffIn(sentence).map(f => ({ kind: 'rate', rate: f.value, text: f.text }));
  const money = (major: string): Money => fromMajor(Number(major.replaceAll(',', '')), shop.currency);
  for (const m of sentence.matchAll(
    /满\s?[¥￥]?\s?(\d+)\s?元?[，,]?\s?(?:立?减|优惠|省|送)\s?[¥￥]?\s?(\d+)(?!\s?[%件个])/gu,
  ))
    found.push({ kind: 'step', from: money(m[1]!), off: money(m[2]!), text: m[0] });
  const amounts = amountsIn(sentence, shop.currency);
  for (const [i, first] of amounts.entries()) {
    const second = amounts[i + 1];
    if (!second) continue;
    const between = sentence.slice(first.end, second.start);
    const after = sentence.slice(second.end);
    const text = sentence.slice(first.start, second.end);
    // "¥50 off ¥300", "¥50 off orders over ¥300"; "spend ¥300 and ¥50 comes off", "spend ¥300, save ¥50".
    if (/^\s*off\b[^.;,]{0,40}$/iu.test(between))
      found.push({ kind: 'step', from: second.value, off: first.value, text });
    else if (
      /\b(?:spend|orders? (?:of|over|above|from)|from|over)\s*$/iu.test(sentence.slice(0, first.start)) &&
      (/\b(?:save|get)\s*$/iu.test(between) || /^\s*(?:comes |is taken )?off\b/iu.test(after)) &&
      between.length < 40
    )
      found.push({
        kind: 'step',
        from: first.value,
        off: second.value,
        text: `${text}${/^\s*off/.test(after) ? ' off' : ''}`,
      });
  }
  for (const m of sentence.matchAll(
    new RegExp(`\\bbuy\\s${words}\\b[^.;]{0,20}?\\bget\\s${words}\\b[^.;]{0,20}?\\bfree`, 'giu'),
  ))
    found.push({ kind: 'buy-get', buy: small(m[1]!), get: small(m[2]!), text: m[0] });
  for (const m of sentence.matchAll(new RegExp(`买\\s?${words}\\s?(?:件|罐|包|双|个)?\\s?(?:送|赠)\\s?${words}`, 'gu')))
    found.push({ kind: 'buy-get', buy: small(m[1]!), get: small(m[2]!), text: m[0] });
  return found;
};

const scopeOf = (action: Action): Scope | undefined => ('scope' in action ? action.scope : undefined);

/** Names of what a promotion is about, folded: its categories and brands in the sentence's language. */
const subjectsOf = (promotion: Promotion, shop: Shop): string[] => {
  const scope = scopeOf(promotion.action);
  const scopes = [scope, ...promotion.conditions.map(c => ('scope' in c ? c.scope : undefined))];
  const categories = new Set(scopes.flatMap(s => s?.categories ?? []));
  return [
    ...shop.categories
      .filter(c => categories.has(c.key))
      .flatMap(c => [c.name.en ?? '', c.name.zh ?? '', c.key.replaceAll('-', ' '), ...c.synonyms]),
    ...scopes.flatMap(s => s?.brands ?? []),
  ]
    .map(fold)
    .filter(name => name.length > 1);
};

const fits = (claim: Claim, { action, conditions }: Promotion): boolean => {
  if (claim.kind === 'rate')
    return (
      (action.kind === 'percent-off' && Math.abs(action.rate - claim.rate) < 0.0005) ||
      (action.kind === 'buy-x-get-y' && Math.abs((action.rate ?? 1) - claim.rate) < 0.0005)
    );
  if (claim.kind === 'buy-get')
    return (
      action.kind === 'buy-x-get-y' &&
      stepsOf(action).some(s => s.buyQuantity === claim.buy && s.getQuantity === claim.get)
    );
  if (action.kind === 'spend-and-save')
    return action.tiers.some(t => t.threshold.minor === claim.from.minor && t.off.minor === claim.off.minor);
  return (
    action.kind === 'amount-off' &&
    action.amount.minor === claim.off.minor &&
    conditions.some(c => c.kind === 'min-spend' && c.amount.minor === claim.from.minor)
  );
};

const stepsOf = (action: Extract<Action, { kind: 'buy-x-get-y' }>) => action.steps ?? [action];

const sameKind = (claim: Claim, { action }: Promotion): boolean =>
  claim.kind === 'rate'
    ? action.kind === 'percent-off'
    : claim.kind === 'buy-get'
      ? action.kind === 'buy-x-get-y'
      : action.kind === 'spend-and-save' || action.kind === 'amount-off';

/** "2026-11-30" on the shop's wall. */
const calendarDay = (at: Date, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const example = /^\s*(?:example|for example|for instance|such as|e\.g\.|例如|比如|举例|假设|suppose|imagine)/iu;
const until =
  /\b(?:until|till|through|ends?(?: on)?|valid to|expires?(?: on)?|by|before)\s*(?:the )?$|(?:截止|截至|到|至|有效期)[^，。；]{0,6}$/iu;
const untilAfter = /^\s?(?:截止|为止|结束|前)/u;

export interface Deals {
  /** Running now. */
  readonly live: readonly Promotion[];
  /** All there are, running or not. */
  readonly all: readonly Promotion[];
}

export const dealContradictions = (
  sentence: string,
  { live, all }: Deals,
  shop: Shop,
  language: Language,
): Contradiction[] => {
  const folded = fold(sentence);
  const nameOf = (p: Promotion): string => inLanguage(p.name, language);
  const named = all.filter(p => [p.name.en, p.name.zh].some(n => n && n.length > 4 && folded.includes(fold(n))));
  const isAbout = (p: Promotion): boolean => subjectsOf(p, shop).some(subject => folded.includes(subject));
  const found: Contradiction[] = [];
  const told = example.test(sentence) ? [] : claimsIn(sentence, shop);
  const none = language === 'zh' ? '没有这个活动' : 'no such deal is running';
  const matched: Promotion[] = [...named];
  for (const claim of told) {
    const running = live.filter(p => fits(claim, p));
    if (running.length > 0) {
      // The right figures for other goods: the promotion that is about these goods says otherwise.
      const other = live.find(p => sameKind(claim, p) && isAbout(p) && !running.some(isAbout));
      if (!other || running.every(p => subjectsOf(p, shop).length === 0)) {
        const about = running.filter(isAbout);
        matched.push(...(about.length > 0 ? about : running));
        continue;
      }
      found.push({ about: 'promotion', subject: nameOf(other), said: claim.text, holds: nameOf(other) });
      continue;
    }
    const meant =
      named.find(p => live.includes(p) && sameKind(claim, p)) ?? live.find(p => sameKind(claim, p) && isAbout(p));
    const over = all.find(p => !live.includes(p) && fits(claim, p));
    if (meant)
      found.push({
        about: 'promotion',
        subject: nameOf(meant),
        said: claim.text,
        holds: inLanguage(meant.terms, language),
      });
    else if (over) {
      const day = calendarDay(over.endsAt, shop.timeZone);
      const ended = language === 'zh' ? `${day} 结束` : `ended ${day}`;
      found.push({ about: 'promotion', subject: nameOf(over), said: claim.text, holds: over.active ? ended : none });
    } else found.push({ about: 'promotion', said: claim.text, holds: none });
  }
  for (const promotion of named) {
    if (
      told.length === 0 &&
      !live.includes(promotion) &&
      !/\b(?:was|were|ended|past)\b|曾|已结束|往期/iu.test(sentence)
    )
      found.push({ about: 'promotion', subject: nameOf(promotion), said: nameOf(promotion), holds: none });
  }
  const ends = datesIn(sentence).find(
    d => until.test(sentence.slice(0, d.start)) || untilAfter.test(sentence.slice(d.end)),
  );
  const [dated] = [...new Set(matched)].filter(p => live.includes(p));
  if (ends && dated && [...new Set(matched)].length === 1) {
    const day = calendarDay(new Date(dated.endsAt.getTime() - 1), shop.timeZone);
    if (!day.endsWith(ends.value))
      found.push({ about: 'promotion', subject: nameOf(dated), said: ends.text, holds: day });
  }
  return found;
};
