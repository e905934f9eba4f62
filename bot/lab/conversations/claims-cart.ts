/** The cart, the shop's pages and its promotions, as a reply tells them. */
import type { Check } from './claims-check.ts';
import { amountsIn, dayOf, type Money100 } from './claims-figures.ts';
import { cardsOf } from './reading.ts';

export const checkCart = async ({
  heard,
  stage,
  visitor,
  shop,
  live,
  goods,
  backing,
  backText,
  wrong,
}: Check): Promise<void> => {
  for (const card of cardsOf(heard, 'cart')) {
    const shown = card.lines.reduce((sum, l) => sum + (amountsIn(l.price)[0] ?? 0), 0);
    if (shown !== goods) wrong(`The cart's lines are shown at ${shown} and come to ${goods}`);
    const off = (card.deals ?? []).reduce((sum, d) => sum + (amountsIn(d.saves)[0] ?? 0), 0);
    const fee = card.totalMinor - (shown - off);
    if (fee !== 0 && fee !== shop.shippingFee.minor)
      wrong(`A cart of ${shown} less ${off} is said to come to ${card.totalMinor}`);
    if (fee !== 0 && shop.freeShippingFrom && shown - off >= shop.freeShippingFrom.minor)
      wrong(`Delivery of ${fee} is charged on a cart of ${shown - off}`);
    backing.amounts.add(card.totalMinor);
    for (const l of card.lines) backText(l.price);
    for (const d of card.deals ?? []) backText(`${d.saves} ${d.name}`);
  }
  if (goods > 0) backing.amounts.add(goods);
  for (const { total, off } of sumsOfCart(heard.text)) {
    backing.amounts.add(total);
    const fees = [0, shop.shippingFee.minor];
    if (goods > 0 && !fees.some(fee => goods - off + fee === total))
      wrong(`A cart of ${goods} less ${off} is said to come to ${total}`);
  }
  for (const { named, total, off } of sumsWithOneMore(heard.text)) {
    const product = [...live.values()].find(({ name }) => name.en === named || name.zh === named);
    backing.amounts.add(total);
    // What comes off without it as well is not told again.
    if (!product || (goods > 0 && total > goods + product.price.minor - off + shop.shippingFee.minor))
      wrong(`A cart of ${goods} and ${named} less ${off} is said to come to ${total}`);
  }
  // What an offer is priced for may be more than the cart.
  const offers = await stage.core.stores.offers.ofShopper(visitor.shopper, 20);
  const promised = new Set(offers.map(o => o.priced.total.minor));
  for (const total of totalsClaimed(heard.text)) {
    backing.amounts.add(total);
    // What it comes to is never more than goods and delivery, and what is taken off is said or stands in the ledger.
    if (
      goods > 0 &&
      total > goods + shop.shippingFee.minor &&
      !promised.has(total) &&
      !/add|with|if|加/i.test(heard.text)
    )
      wrong(`A cart of ${goods} is said to come to ${total}`);
  }
};

export const checkPages = ({ heard, stage, backText, wrong }: Check): void => {
  for (const card of cardsOf(heard, 'source')) {
    const article = stage.articles.find(a => a.url === card.url);
    if (!article) wrong(`A source that is no page of the shop: ${card.url}`);
    else backText(`${article.title.en}\n${article.body.en}\n${article.title.zh}\n${article.body.zh}`);
  }
};

export const backPromotions = ({ stage, shop, text, goods, backing, backText }: Check): void => {
  for (const p of stage.promotions) {
    const named = [p.name.en, p.name.zh].some(n => n !== undefined && text.includes(n)) || speaksOfDeals.test(text);
    if (!named) continue;
    backText(`${p.name.en}\n${p.name.zh}\n${p.terms.en}\n${p.terms.zh}`);
    for (const at of [...dayOf(p.endsAt, shop.timeZone), ...dayOf(p.startsAt, shop.timeZone)]) backing.dates.add(at);
    for (const [, rate] of JSON.stringify(p.action).matchAll(/"rate":(0?\.\d+|1)/g))
      backing.percents.add(Math.round(Number(rate) * 1000) / 10);
    const action = JSON.stringify(p.action);
    for (const gift of stage.products) if (action.includes(`"${gift.id}"`)) backing.amounts.add(gift.price.minor);
    // What is missing to a threshold, and what lies at a step of it.
    for (const threshold of thresholdsOf(p)) {
      backing.amounts.add(threshold);
      for (const base of [goods, goods + shop.shippingFee.minor])
        if (threshold > base) backing.amounts.add(threshold - base);
    }
  }
};

const speaksOfDeals = /deal|offer|promotion|discount|code|优惠|活动|满|折/i;

const totalsClaimed = (text: string): Money100[] =>
  [
    ...text.matchAll(
      /(?:total is now|cart comes to|you'd pay|You'd pay|instead of|现在合计|购物车合计|含运费共|总价从|变为|少付|多付|实付)\s?(¥[\d,.]+\d)/g,
    ),
  ].flatMap(m => amountsIn(m[1] ?? ''));

/** "Off your cart already: “…” (−¥30). That makes ¥509 in all", 购物车已经享受“…”减¥30，包邮，一共¥429: what it comes to, and what is told to come off. */
const sumsOfCart = (text: string): { readonly total: Money100; readonly off: Money100 }[] =>
  text.split('\n').flatMap(line => {
    const [, said] =
      /(?:^(?:Off|Nothing comes off) your cart|^购物车(?:已经|目前)).*?(?:makes|so far:|一共)\s?(¥[\d,.]*\d)/.exec(
        line,
      ) ?? [];
    const [total] = amountsIn(said ?? '');
    if (total === undefined) return [];
    return [{ total, off: offIn(line) }];
  });

/** What a line tells to come off, gifts apart. */
const offIn = (line: string): Money100 =>
  [...line.matchAll(/[−]¥([\d,.]*\d)|(?<=”)减\s?(¥[\d,.]*\d)/g)]
    .flatMap(m => amountsIn(m[2] ?? `¥${m[1]}`))
    .reduce((sum, amount) => sum + amount, 0);

/** "With a second tote, “…” (−¥30) comes off: ¥528 in all", 托特包买第二件的话“…”减¥30，包邮，一共¥528. */
const sumsWithOneMore = (
  text: string,
): { readonly named: string; readonly total: Money100; readonly off: Money100 }[] =>
  text.split('\n').flatMap(line => {
    const found =
      /^With (?:a second|another|one more) (.+?), “.*?(¥[\d,.]*\d) in all/.exec(line) ??
      /^(.+?)(?:买第二件|再买一件)的话.*一共\s?(¥[\d,.]*\d)/.exec(line);
    const [total] = amountsIn(found?.[2] ?? '');
    return found && total !== undefined ? [{ named: found[1]!, total, off: offIn(line) }] : [];
  });

const thresholdsOf = (p: { conditions: readonly { kind: string }[]; action: { kind: string } }): Money100[] =>
  JSON.stringify([p.conditions, p.action])
    .match(/"minor":\d+/g)
    ?.map(m => Number(m.slice(8))) ?? [];
