/** A rule while its words are being read: what was found so far, and what of the text is still unread. */
import { inLanguage, type Localized } from '../../../knowledge/domain/language.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Action, Condition, Scope } from '../../../knowledge/domain/promotion.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { readMoney } from './amounts.ts';
import { holdsWords, mentionPattern as M, mentionAt, type Named, readMark, scopeIn } from './mentions.ts';
import type { Rule, RuleContext } from './rule.ts';

const ruleQuestions = [
  'nothing-given',
  'threshold-missing',
  'amount-missing',
  'percent-or-money',
  'up-to',
  'which-goods',
  'unknown-goods',
  'which-product',
  'goods-of-either',
  'threshold-of-what',
  'which-currency',
  'once-or-repeat',
  'free-or-reduced',
  'which-shoppers',
  'which-group',
  'two-actions',
  'contradiction',
  'date-unclear',
  'not-expressible',
  'not-understood',
] as const;
export type RuleQuestionKind = (typeof ruleQuestions)[number];

/** What has to be known before there is a rule. */
export interface RuleQuestion {
  readonly about: RuleQuestionKind;
  /** The words it is about, as they were read. */
  readonly words: string;
  /** The answers that would settle it, where there are few. */
  readonly choices: readonly Localized[];
}

/** 'all': the whole shop was said outright; undefined: nothing was said. */
export type ScopeSaid = Scope | 'all' | undefined;

export interface Found<T> {
  readonly value: T;
  readonly at: number;
  readonly scope: ScopeSaid;
}

export interface StackingWish {
  own?: string;
  alone?: boolean;
  open?: boolean;
  /** Group keys it must go with. */
  readonly with: string[];
}

export class RuleDraft {
  readonly named: Named;
  readonly context: RuleContext;
  /** What is unread; parts read are overwritten, so that places stay what they were. */
  rest: string;
  readonly questions: RuleQuestion[] = [];
  readonly actions: Found<Action>[] = [];
  readonly tiers: Found<{ threshold: Money; off: Money; repeat: boolean }>[] = [];
  /** 2件8折: a rate from a quantity on. */
  readonly quantityRates: Found<{ quantity: number; rate: number }>[] = [];
  readonly conditions: Found<Condition>[] = [];
  readonly limits: { -readonly [K in keyof NonNullable<Rule['limits']>]: NonNullable<Rule['limits']>[K] } = {};
  readonly stacking: StackingWish = { with: [] };
  trigger?: NonNullable<Rule['trigger']>;
  onReturn?: NonNullable<Rule['onReturn']>;
  onCancel?: NonNullable<Rule['onCancel']>;
  order?: number;
  startsAt?: Date;
  endsAt?: Date;
  pool?: Money;
  /** The most it takes off. */
  most?: Money;
  uncapped = false;
  every: Money[] = [];
  timesPerOrder?: number;

  constructor(named: Named, context: RuleContext) {
    this.named = named;
    this.context = context;
    this.rest = named.text;
  }

  /** Every match that `read` accepts is taken out of the text; false leaves it there. */
  take(pattern: RegExp, read: (match: RegExpExecArray) => boolean | undefined): void {
    const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
    for (let match = global.exec(this.rest); match; match = global.exec(this.rest)) {
      if (match[0] === '') {
        global.lastIndex += 1;
        continue;
      }
      if (read(match) === false) continue;
      const { index } = match;
      this.rest =
        this.rest.slice(0, index) + readMark.repeat(match[0].length) + this.rest.slice(index + match[0].length);
    }
  }

  ask(about: RuleQuestionKind, words: string, choices: readonly Localized[] = []): void {
    const plain = this.#plain(words);
    if (this.questions.some(q => q.about === about && q.words === plain)) return;
    this.questions.push({ about, words: plain, choices });
  }

  #plain(words: string): string {
    const back = words.replace(new RegExp(M, 'g'), c => {
      const mention = mentionAt(c, this.named);
      return mention ? (mention.quoted ? `“${mention.text}”` : mention.text) : '';
    });
    return back
      .replaceAll(readMark, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;.:]+|[\s,;:]+$/g, '');
  }

  money(text: string): Money | null {
    const read = readMoney(text, this.context.shop);
    if (read.kind === 'money') return read.money;
    const own = this.context.shop.currency;
    if (read.kind === 'foreign') {
      this.ask('which-currency', text, [{ en: `${read.amount} ${own}`, zh: `${read.amount} ${own}` }]);
    } else this.ask('amount-missing', text);
    return null;
  }

  /** The goods of a match: its groups `name` and `nameAll`. Null: asked about. */
  scope(match: RegExpExecArray, name: string): ScopeSaid | null {
    const run = match.groups?.[name];
    if (!run) return match.groups?.[`${name}All`] ? 'all' : undefined;
    return this.scopeOf(run);
  }

  scopeOf(run: string): Scope | null {
    const read = scopeIn(run, this.named);
    switch (read.kind) {
      case 'scope':
        for (const character of run) this.#widens(character);
        return read.scope;
      case 'unknown':
        this.ask('unknown-goods', read.mention.text, this.categoryChoices());
        return null;
      case 'which':
        this.ask(
          'which-goods',
          read.mention.text,
          read.mention.meanings.map(m => this.meaningName(m)),
        );
        return null;
      case 'mixed':
        this.ask('goods-of-either', read.text);
        return null;
    }
  }

  /** "Mugs" are a part of Home & kitchen: a rule that covers more than was said is asked about. */
  #widens(character: string): void {
    const mention = mentionAt(character, this.named);
    const [meaning] = mention?.meanings ?? [];
    if (!mention || mention.quoted || meaning?.kind !== 'category') return;
    const { shop, products } = this.context;
    const category = shop.categories.find(c => c.key === meaning.key);
    const word = fold(mention.text).replace(/(?<=[a-z]{3})s$/, '');
    const names = [category?.name.en, category?.name.zh, meaning.key].map(name => fold(name ?? ''));
    if (!category || names.some(name => name.includes(word))) return;
    const called = products.filter(
      p => p.category === category.key && [p.name.en, p.name.zh].some(name => holdsWords(fold(name ?? ''), word)),
    );
    if (called.length === 0) return;
    this.ask('which-goods', mention.text, [
      { en: `all of ${inLanguage(category.name, 'en')}`, zh: `全部${inLanguage(category.name, 'zh')}` },
      ...called.slice(0, 7).map(p => p.name),
    ]);
  }

  meaningName(meaning: { kind: string; key?: string; id?: string }): Localized {
    const { shop, products } = this.context;
    if (meaning.kind === 'category') return shop.categories.find(c => c.key === meaning.key)?.name ?? {};
    if (meaning.kind === 'brand') return { en: `the brand ${meaning.key}`, zh: `${meaning.key}品牌` };
    return products.find(p => p.id === meaning.id)?.name ?? {};
  }

  categoryChoices(): readonly Localized[] {
    return this.context.shop.categories.map(c => c.name);
  }

  /** Which clause of the text a place is in, counted by its punctuation. */
  clauseAt(at: number): number {
    return (this.named.text.slice(0, at).match(/[,;!](?!\d)|\.(?!\d)/g) ?? []).length;
  }
}

const join =
  ' ?(?:, ?(?:and |or )?|and |or |& ?|/ ?|\\+ ?|in |from |by |和|与|或|及|跟|品牌的|品牌中的|中的|类的|系列的|的)? ?';
/** A run of goods: one or more names and the words that join them. */
export const goodsRun = `${M}(?:${join}${M})*`;
const whole =
  '全场(?:商品)?|全店(?:商品)?|全部商品|所有商品|整单|全单|任意商品|everything|anything|all (?:items|goods|products|orders)|(?:the |your )?(?:whole|entire) (?:order|cart|store|shop)|(?:store|site)-?wide';

/** Goods under the group `name`, or the whole shop under `nameAll`. */
export const goods = (name: string): string =>
  `(?:(?:all (?=${M}))?(?<${name}>${goodsRun})(?:类|系列|品牌)?(?:的)?(?:商品|产品|用品)?|(?<${name}All>${whole}))`;
