/** Money as a wish: bounds in numbers, and "not too expensive" as a highest price of "low". Takes folded text. */
import { englishNumber, readNumber } from '../../../knowledge/language/numbers.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { type MoneySaid, moneyIn } from '../text/money-said.ts';
import { haggled } from './chinese-prices.ts';
import { limitsIn } from './english-limits.ts';
import type { Asked, Clause, Draft } from './fact.ts';

const low =
  /\btoo (?:dear|steep|pricey|rich|expensive|costly)\b|\b(?:bit|little|kinda|tad|pretty|quite|rather|way) (?:too )?(?:steep|dear|pricey|rich for|expensive)\b|\bpricey\b|\bcosts? (?:a (?:fortune|bomb|kidney|lot)|the earth|an arm)\b|\bfor less(?! than)\b|\b(?:lower|cheaper|bottom) end\b|\bsilly money\b|\bmade of (?:gold|money)\b|\bdaylight robbery\b|\brip-?off\b|\b(?:better|best|lowest|last|final) price\b|\bdo (?:a (?:bit|little) )?better\b|\bout of my (?:price )?(?:range|league|budget)\b|\bover (?:my )?budget\b|\b(?:the )?(?:lowest|cheaper the better|least expensive)\b|\bnot made of money\b|\bcan't afford\b|\bnot an? (?:too |very |really |so )?(?:expensive|pricey|costly)\b|\b(?:no|less|not so|not as) (?:too |very )?(?:expensive|pricey|costly)\b|\b(?:whatever|whichever)(?: one)? is (?:the )?cheap(?:er|est)\b|\b(?:not|nothing|isn't|n't be|without being) (?:be )?(?:too|so|very|super|that|overly|crazy|really) (?:expensive|pricey|costly)\b|\b(?:don't|do not|dont|not) (?:want to |wanna |like to )?(?:spend|pay) (?:too|so|that|very) much\b|\bspend not too much\b|\bnot to spend too much\b|\b(?:cheap|cheaper|cheapest|affordable|inexpensive|low[- ]cost|budget[- ]friendly|low[- ]priced|lower[- ]priced|economical|bargain|reasonably priced|well[- ]priced)\b|\b(?:low|lower|lowest|reasonable|good|decent|fair|affordable) prices?\b|\bon a (?:tight |small |low |student |limited )?budget\b|\b(?:tight|small|low|limited|student|modest) budget\b|\bbudget is (?:a (?:bit|little) |quite |very |rather |pretty |kind of |really )?(?:limited|tight|small|low)\b|\bwon't break the bank\b|\bnot (?:expensive|pricey)\b|\b(?:not|isn't|aren't|n't) (?:so|that|as) (?:expensive|pricey|costly)\b|\bbudget (?:option|one|choice|model|phone|laptop)\b|(?:不要|别|不能|不想|不)(?:买)?(?:太|那么|特别|很)?贵|便宜(?:一点|点|一些|些|的|实惠|大碗|就行|就好|一丢丢|又|好用|耐|为主|优先|最好)|越便宜越|最便宜|经济(?:型|实用|实惠|点)|低价|白菜价|省钱|不想(?:花|出)(?:太多|那么多|冤枉)|别(?:花|让我花)太多|钱不多|没(?:啥|什么|多少)钱|预算(?:少|感人|吃紧|不够)|手头紧|哪[个款种]?(?:更|最)?便宜|^(?:好|真|有点小?)?贵(?:啊|诶|呀|哦)+$|越便宜越好|平替|实惠|平价|价格(?:低|便宜|亲民|实惠|合理)|预算(?:不高|有限|不多|紧|比较紧|比较低|低)|不贵/u;
/** Said of an amount that the shop has just named: it cannot be spent. */
const tooDear =
  /\b(?:can't|cannot|can not|couldn't) (?:really )?(?:justify|afford)\b|\b(?:out of|above|over|beyond|not in) my (?:league|range|reach|budget|price range)\b|\bcan you do (?:a (?:bit|little) )?better\b/;
const notLow =
  /(?<!whatever |whichever |\b(?:anything|something|sth|one|ones|any)(?: [a-z-]+){0,3} )(?:that's|it's|\bis|looks|seems|sounds|was|so|much|very|too|not) (?:\w+ )?(?:cheap|cheaper)\b|\bif (?:it|that)(?:'s| is|)(?: not|n't)|\bif it isn't\b|(?<!whatever |whichever )\bwhich (?:one )?is (?:the )?cheap|\bcheap(?:er)? (?:quality|looking|material)|\bnot (?:a )?cheap\b|\bbudget (?:is not|isn't) (?:a problem|an issue|tight|limited)\b|\bshipping\b|\bdelivery\b|(?:这个|那个|这款|那款|它).{0,4}便宜|便宜吗|能便宜|再便宜(?!一?[点些]的)|能不能便宜|可以便宜|好便宜|太便宜/u;

/** Wishes for a low price. */
const lowPriceIn = (folded: string, asked: Asked): Draft[] => {
  const found = (asked.ofMoney ? tooDear.exec(folded) : null) ?? (notLow.test(folded) ? null : low.exec(folded));
  if (!found) return [];
  return [
    {
      slot: 'price_max',
      start: found.index,
      end: found.index + found[0].length,
      value: 'low',
      polarity: 1,
      confidence: 0.7,
    },
  ];
};

const budgetSaid = /\bbudget\b|\bspend\b|\blimit\b|\bafford\b|\bup to\b|\bmax\b|预算|控制|最多/u;
const paying = /\b(?:pay|spend|price|budget|dollars?|euros?|pounds|bucks|each)\b/;
const answersAmount =
  /\b(?:i (?:only )?have|i can (?:do|go|spend|pay)|i could|i'd (?:do|go|pay|spend)|closer to|rather|let's (?:say|stay)|stay|spend|pay|limit|i thought (?:of )?|i was thinking|(?:set|put) aside|told myself|agreed|saved|go past|g[ai]ves? me|keep it|i had|stretch|max|budget|afford|tops|up to|under|below|around)\b/;
const asIncluded = /\bmy (?:budget|limit|max)|预算/u;

/** Amounts with their bounds. A bare amount is a bound only where money to spend is spoken of. */
const pricesIn = (folded: string, money: MoneySaid, asked: Asked, wish: boolean): Draft[] => {
  const askedPrice = asked.slots.has('price_max');
  // The shop named amounts, and the answer speaks of spending.
  const spokenOf = asked.ofMoney && answersAmount.test(folded);
  if (asked.slots.has('quantity') && !askedPrice && !money.bounds.some(b => b.currency)) return [];
  const drafts: Draft[] = [];
  money.bounds.forEach((bound, i) => {
    const span = money.spans[Math.min(i, money.spans.length - 1)]!;
    const said = folded.slice(span.start, span.end);
    const marked =
      /around|about|roughly|approx|circa|~|ish|or so|大概|大约|差不多|约|左右|上下|前后|near|出头|来块|多|人均|每/u.test(
        said,
      );
    let slot: Draft['slot'] =
      bound.bound === 'max' ? 'price_max' : bound.bound === 'min' ? 'price_min' : 'price_around';
    if (
      bound.bound === 'max' &&
      marked &&
      /budget|预算/u.test(said) &&
      !/under|below|max|up to|以内|以下|不超过|最多/u.test(said)
    )
      slot = 'price_around';
    if (bound.bound === 'around' && !marked) {
      if (/^ ?(?:price )?(?:range|mark)\b/.test(folded.slice(span.end)) || /\brange of\b/.test(folded))
        slot = 'price_around';
      else if (askedPrice || budgetSaid.test(folded)) slot = 'price_max';
      else if (!wish) return;
      else if (/\b(?:for|at|cost|costs|priced?)\b ?$/.test(folded.slice(0, span.start))) return;
    }
    drafts.push({ slot, start: span.start, end: span.end, value: String(bound.amount), polarity: 1, money: bound });
  });
  const between = /(?<![\w.])(\d{2,6}) ?(?:-|~|to|到|至) ?(\d{2,6})(?![\w%])/.exec(folded);
  if (
    drafts.length === 0 &&
    between &&
    Number(between[2]) > Number(between[1]) &&
    (askedPrice || spokenOf || paying.test(folded))
  ) {
    const at = { start: between.index, end: between.index + between[0].length, polarity: 1 as const };
    drafts.push({ slot: 'price_min', value: between[1]!, ...at }, { slot: 'price_max', value: between[2]!, ...at });
  }
  const words =
    /(?<![一二两三四五六七八九十百千万])([一二两三四五六七八九十百千万]+)(?:到|至|~|-)([一二两三四五六七八九十百千万]+)/u.exec(
      folded,
    );
  const alone = words !== null && words[0].length >= 4 && words[0].length >= folded.length - 2;
  if (drafts.length === 0 && (askedPrice || alone) && words) {
    const at = { start: words.index, end: words.index + words[0].length, polarity: 1 as const };
    const [least, most] = [readNumber(words[1]!), readNumber(words[2]!)];
    if (least < most)
      drafts.push(
        { slot: 'price_min', value: String(least), ...at },
        { slot: 'price_max', value: String(most), ...at },
      );
  }
  const spoken =
    /^(?:大概|大约|差不多|也就|就|最多)?([一二两三四五六七八九十百千万]{2,})(多|左右|出头|上下)?(?:吧|的?样子|块|元|就行|以内)?/u.exec(
      folded,
    );
  if (drafts.length === 0 && askedPrice && spoken && readNumber(spoken[1]!) >= 10)
    drafts.push({
      slot: spoken[2] || /大概|大约|差不多/u.test(folded) ? 'price_around' : 'price_max',
      start: spoken.index,
      end: spoken.index + spoken[0].length,
      value: String(readNumber(spoken[1]!)),
      polarity: 1,
    });
  const inWords = askedPrice
    ? new RegExp(
        `^(?:maybe |about |around |say |let's say |only |just |like )*(${englishNumber})(?: or so)?(?: max)?[.! ]*$`,
      ).exec(folded)
    : null;
  if (drafts.length === 0 && inWords && readNumber(inWords[1]!) >= 5)
    drafts.push({
      slot: /about|around|or so|like/.test(folded) ? 'price_around' : 'price_max',
      start: folded.indexOf(inWords[1]!),
      end: folded.indexOf(inWords[1]!) + inWords[1]!.length,
      value: String(readNumber(inWords[1]!)),
      polarity: 1,
    });
  // 三四百: from three hundred to four hundred.
  const digits = '一二三四五六七八九';
  const neighbours = /([一二两三四五六七八])([二三四五六七八九])([十百千万])/u.exec(folded);
  const [least, most] = neighbours ? [neighbours[1]!.replace('两', '二'), neighbours[2]!] : [];
  if (
    neighbours &&
    (askedPrice || wish) &&
    digits.indexOf(most!) === digits.indexOf(least!) + 1 &&
    !/岁/u.test(folded)
  ) {
    const at = { start: neighbours.index, end: neighbours.index + neighbours[0].length, polarity: 1 as const };
    return [
      { slot: 'price_min', value: String(readNumber(neighbours[1]! + neighbours[3]!)), ...at },
      { slot: 'price_max', value: String(readNumber(neighbours[2]! + neighbours[3]!)), ...at },
    ];
  }
  if (drafts.length === 0 && (askedPrice || spokenOf || asIncluded.test(folded))) {
    const bare = /(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d+)?(?![\w%])/.exec(folded);
    if (bare && Number(bare[1]!.replaceAll(',', '')) >= 5) {
      const rough =
        /\b(?:around|about|roughly|approximately|approx|maybe|ish|give or take|or so|closer to|nearer|more or less|thought of|in mind|the plan|the idea|hoped)\b|左右|大概|大约|差不多/u.test(
          folded,
        );
      drafts.push({
        slot: rough ? 'price_around' : 'price_max',
        start: bare.index,
        end: bare.index + bare[0].length,
        value: bare[0].replaceAll(',', ''),
        polarity: 1,
      });
    }
  }
  return drafts;
};

const numbered =
  /\d|[零一二两三四五六七八九十百千万]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|grand|tenner|fiver)\b/u;
const noMoney: MoneySaid = { bounds: [], spans: [] };

/** "789 is more than I wanted to spend", 789比我想的贵: what was shown costs so much, and may not. */
const moreThanMeant =
  /[$€£¥]?\d[\d.,]*(?: ?(?:yuan|rmb|kuai|bucks|dollars|euros|pounds))?(?:'s| is| was)?(?: (?:a bit|a little|a lot|way|far|much|quite|still|really|just))* (?:more|higher) than (?:i|we)(?:'d| had| have| would| am|'m| can| could)?\b.*$|\d+(?:块钱?|元)?(?:比我(?:想|预期|计划)的?(?:要)?[贵高多]).*$/u;
/** Every wish about the price in a clause; `wish`: something is asked for in it. */
export const priceDrafts = (clause: Clause, wish: boolean): Draft[] => {
  const { asked } = clause;
  const folded = clause.folded.replace(moreThanMeant, said => ' '.repeat(said.length));
  const productPrice =
    /^(?:how much|what(?:'s| is) the price|is (?:it|that|this|the)\b|are (?:they|these|both)\b)|\b(?:it|that|this|they)(?:'s| is| costs?| are)\b.{0,8}[$€£\d]|\bdiscount\b|\bget (?:it|that|this|them|one)? ?(?:just )?for\b|\b(?:can|could) (?:i|we) get (?:it|to|that|them|this)\b|多少钱/u;
  if (productPrice.test(folded)) return asked.ofMoney && tooDear.test(folded) ? lowPriceIn(folded, asked) : [];
  // 二十出头, of somebody's age.
  if (asked.slots.has('age_group') && hasHan(folded) && !/[元块钱¥]/u.test(folded)) return [];
  const haggling = hasHan(folded) && numbered.test(folded) ? haggled(folded, asked) : [];
  if (haggling.length > 0) return haggling;
  const money = numbered.test(folded) ? moneyIn(folded) : noMoney;
  const amounts = pricesIn(folded, money, asked, wish || clause.wishBefore);
  const limits =
    /[a-z]/.test(folded) && !/\p{Script=Han}/u.test(folded)
      ? limitsIn(folded, asked.ofMoney || asked.slots.has('price_max'))
      : [];
  return [...(amounts.length > 0 ? amounts : limits), ...lowPriceIn(folded, asked)];
};
