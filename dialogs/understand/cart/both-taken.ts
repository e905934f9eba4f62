/** "Ok both please", 这两个一起要了: one of each of those that were added up, shown or spoken of. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { takesAll } from '../product/focus-talk.ts';
import { pendingFor } from '../wishes/wished.ts';
import type { Ordered, OrderMemory } from './ordered.ts';

const longest = 60;
const english =
  /^(?:(?:ah|oh|aw+|ok|okay|k|yes|yeah|yep|sure|great|fine|good|nice|perfect|lovely|cool|alright|all right|right|well|so|and|then|please|actually|hm+|no)[,.! ]+)*(?:(?:i'?ll|i will|we'?ll|let me|let's|can i|could i|i want to|i'd like to|i want|i'd like) )?(?:(?:just )?(?:(?:take|have|order|go for|go with|want|do|add|put)|(?:get|buy|grab|give)(?: me)?) )?(?:them |(?:of )?those |these )?((?:the )?both|the two|all (?:two|three)|the three)(?: of (?:them|those|these|it))?(?: (?:in|into|to) (?:my |the )?(?:cart|basket|bag))?(?:,? (?:(?:just )?one (?:of )?each|please|pls|then|thanks|thank you|thx))*[.! ]*$/;
const putting = '(?:(?:都|一起|全)?(?:给我|帮我)?(?:加|放)(?:进去|上|(?:入|进|到)?购物车(?:里)?))';
const chinese = new RegExp(
  `^(?:好的?吧?|行吧?|可以|嗯|那|就|ok|[,. ])*(?:[这那]|前面|刚才|刚刚|上面|的|要|我)*(两|俩|2|三|3)(?:[个款样件种双瓶盒条套包支罐本]|都)?(?:我)?(?:(?:都|全部?|一起|一块儿?|一并|统统)(?:给我|帮我|我|都)*(?:要|买|来|拿|下单|拿下|入|带走)?(?:了|吧|呗|上)*|各(?:来|要|拿|买)?一[个件份瓶盒套双条包支罐本])[,. ]*${putting}?(?:吧|了|呗|谢谢|[,.! ])*$`,
  'u',
);
const putsThemIn =
  /^(?:那|就|好|行|吧|都|帮我|给我|把它们|全部?|[,. ])*(?:加|放)(?:入|进|到)?购物车(?:里)?(?:吧|了|呗)*$|^(?:(?:ok|okay|yes|then|please|so|great)[,. ]+)*(?:add|put) (?:them|those|these)(?: all| both)? (?:in|into|to) (?:my |the )?(?:cart|basket|bag)$/u;
const buys = /要|买|来|拿|下单|入|加|放|带走|各/u;

/** How many they are, in so many words; undefined: all, of as many as there are. */
const countIn = (folded: string): number | undefined => {
  const said = english.exec(folded)?.[1] ?? (buys.test(folded) ? chinese.exec(folded)?.[1] : undefined);
  return said === undefined ? undefined : /three|[三3]/u.test(said) ? 3 : 2;
};

/** "Both, the kit in green", 两个都要 套装要绿的: of one of them it is told how it should be. */
export const bothWithForm = (
  folded: string,
  memory: OrderMemory,
  view: Pick<CatalogueView, 'byId' | 'products'>,
  readers: readonly ((folded: string, memory: OrderMemory) => Ordered | undefined)[],
): Ordered | undefined => {
  const { sum = [], shown } = memory;
  if (folded.length > longest) return undefined;
  const [kind] = ofKind.flatMap(said => said.exec(folded)?.slice(1, 2) ?? []);
  if (kind !== undefined) return bothOfKind(kind);
  const [, head = '', form] = eachInForm.exec(folded) ?? [];
  if (form !== undefined) return inThatForm(bothTaken(head, memory, view), form);
  const allOf = (head: string): number | undefined => {
    // 那加到购物车吧 茶壶要绿色的: of what was added up just now.
    const ofSum = sum.length > 1 && putsThemIn.test(head);
    const many = takesAll(head) || ofSum ? (sum.length > 1 ? sum : shown).length : undefined;
    return many === 2 ? many : undefined;
  };
  const [found] = headsAndTails(folded.replace(nods, '')).flatMap(([head, tail]) => {
    const said = countIn(head) ?? allOf(head);
    return said === undefined ? [] : [{ said, tail }];
  });
  if (!found) return undefined;
  const { said, tail } = found;
  const order = hasHan(tail) ? `就要${tail.replace(/要/gu, ' ')}` : `i'll take ${tail}`;
  const all = readers.flatMap(read => read(order, memory) ?? []);
  // "Both please, the tin and the mug": each is named, and of the tin it may be asked which.
  const named = all.find(one => one.lines.length + one.open.length === said && !one.absent);
  if (named && named.open.length > 0) return named;
  const [taken] = all;
  if (!taken || taken.lines.length === 0 || taken.open.length > 0) return undefined;
  const models = (ids: readonly ProductId[]): ReadonlySet<string> =>
    new Set(ids.flatMap(id => view.byId.get(id) ?? []).map(familyOf));
  const told = models(taken.lines.map(line => line.product));
  const besides = (ids: readonly ProductId[]): readonly Product[] => {
    const those = ids.flatMap(id => view.byId.get(id) ?? []).filter(one => isSellable(one) && !told.has(familyOf(one)));
    return [...new Map(those.map(one => [familyOf(one), one] as const).reverse()).values()];
  };
  // Beside the one that is looked at, or the list.
  const focus = memory.focus === undefined ? [] : besides([memory.focus]);
  const added = besides(sum.map(line => line.product));
  const others = [added, focus].find(some => some.length + told.size === said) ?? besides(shown);
  if (others.length + told.size !== said) return undefined;
  return { lines: [...others.map(one => ({ product: one.id, quantity: 1 })), ...taken.lines], open: [], inAll: false };

  /** "Both teas", "both colours": those two of all that lies on the table. */
  function bothOfKind(kind: string): Ordered | undefined {
    const { focus, seen = [] } = memory;
    const ids = [...sum.map(line => line.product), ...(focus === undefined ? [] : [focus]), ...shown, ...seen];
    const those = [...new Set(ids)].flatMap(id => view.byId.get(id) ?? []).filter(isSellable);
    const order = hasHan(kind) ? `就要${kind}` : `i'll take the ${kind.replace(/(?<=[^s])s$/u, '')}`;
    const isOfKind = ({ id }: Product): boolean => {
      const alone: OrderMemory = {
        ...memory,
        shown: [id],
        focus: id,
        seen: [],
        sum: [],
        lastIntent: 'product-details',
      };
      return readers.some(read => read(order, alone)?.lines[0]?.product === id);
    };
    const first = those[0];
    const isOfForms = formsSaid.test(kind);
    if (isOfForms && !first) return undefined;
    const meant = isOfForms ? those.filter(one => familyOf(one) === familyOf(first!)) : those.filter(isOfKind);
    const models = [...new Map([...meant].reverse().map(one => [familyOf(one), one] as const)).values()].reverse();
    // "Both mugs", of one model in two colours.
    const found = models.length > 1 ? models : meant;
    const forms =
      isOfForms && found.length < 2
        ? view.products.filter(one => isSellable(one) && familyOf(one) === familyOf(first!))
        : found;
    if (forms.length < 2) return undefined;
    return forms.length === 2
      ? { lines: forms.map(one => ({ product: one.id, quantity: 1 })), open: [], inAll: false }
      : { lines: [], open: [{ products: forms.slice(0, mostAsked).map(one => one.id), quantity: 1 }], inAll: false };
  }

  /** Each in the form that is told of both; undefined: one of them doesn't come so. */
  function inThatForm(both: Ordered | undefined, form: string): Ordered | undefined {
    const lines = (both?.lines ?? []).flatMap(({ product }) => {
      const order = hasHan(form) ? `就要${form}` : `i'll take the ${form} one`;
      const of: OrderMemory = { ...memory, shown: [product], focus: product, lastIntent: 'product-details' };
      const [line, ...more] = readers.map(read => read(order, of)).find(one => one !== undefined)?.lines ?? [];
      return line && more.length === 0 ? [{ ...line, quantity: 1 }] : [];
    });
    return both && lines.length === both.lines.length && lines.length > 1 ? { ...both, lines } : undefined;
  }
};
/** "Put both teas in the cart", 两款茶都要. */
const ofKind = [
  /^(?:.{0,20}[,.! ])?(?:add|put|take|have|get|i'?ll (?:take|have))? ?both (?:of )?(?:the |those |these )?((?!of\b|them\b|those\b|these\b|please\b)[a-z]+s)(?: (?:in|into|to) (?:my |the )?(?:cart|basket|bag))?(?:,? (?:please|pls|then|thanks))*[.! ]*$/u,
  /^(?:那|就|好的?|[,. ])*(?:这|那)?(?:两|俩)[个款种样]?(\p{Script=Han}{1,4}?)(?:我)?都(?:给我|帮我)?(?:要|来|拿|买|加|放)(?:了|吧|上|进去|(?:入|进|到)?购物车(?:里)?|[,. ])*$/u,
] as const;
const formsSaid = /^(?:colou?rs|sizes|versions|颜色|尺寸|规格|色)$/u;
/** 两个都要白的, "both in white please". */
const eachInForm =
  /^((?:(?:那|就|我)*(?:两|俩|2|三|3)[个款件样种双瓶盒条套包支罐]都要)|(?:.{0,30}\b(?:both|all three)))(?:(?<=都要)| in (?:the )?)(\p{Script=Han}{1,4}的|[a-z]{3,12})(?:[,， ]*(?:请|帮我|加购|加入?购物车|谢谢|please|pls|thanks|then|吧|[.!。！]))*$/u;
/** 可以 都要: agreed to before it. */
const nods = /^(?:(?:好的?吧?|行吧?|可以|嗯+|ok|okay|yes|yeah|great|sure)[,.! ]+)+(?=\S)/u;
/** "Get me both, the grinder in black": wherever it may be divided. */
const headsAndTails = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(/[\s,.;:!]+(?=\S.{2,})/gu)].flatMap(({ 0: between, index }) =>
    index >= 2 && index <= longestHead
      ? [[text.slice(0, index), text.slice(index + between.length).replace(/^(?:but|and) (?=the )/, '')] as const]
      : [],
  );
const longestHead = 30;

const intoCart = /\b(?:cart|basket|bag)\b/;
const mostAsked = 4;

/** Where nothing says which they are it is asked. Undefined: no such thing is said, or of a list it has a reading of its own. */
export const bothTaken = (
  folded: string,
  memory: OrderMemory,
  view: Pick<CatalogueView, 'byId'>,
): Ordered | undefined => {
  if (folded.length > longest) return undefined;
  const { sum = [], shown, focus, seen = [], inCart = [] } = memory;
  const said = countIn(folded);
  const isAll = takesAll(folded);
  const added = sum.length > 1 ? undefined : addedUpTaken(folded, memory, isAll ? undefined : said);
  if (added) return added;
  const isOfSum = sum.length > 1 && takesThem.test(folded);
  if (said === undefined && !isAll && !isOfSum) return undefined;
  if (sum.length > 1 && (said === undefined || said === sum.length)) return { lines: sum, open: [], inAll: false };
  const familyIn = (id: ProductId): string | undefined => {
    const product = view.byId.get(id);
    return product && familyOf(product);
  };
  // A list of two teas, and then a mug that was looked at: which two of them is asked.
  const isBesideList = focus !== undefined && shown.length > 1 && !shown.some(id => familyIn(id) === familyIn(focus));
  if (shown.length === 2 && !isBesideList && (isAll || intoCart.test(folded))) return undefined;
  if (said === undefined) return undefined;
  const products = (ids: Iterable<(typeof shown)[number]>) =>
    [...new Set(ids)].flatMap(id => view.byId.get(id) ?? []).filter(isSellable);
  const one = (ids: Iterable<(typeof shown)[number]>): Ordered => ({
    lines: [...ids].map(product => ({ product, quantity: 1 })),
    open: [],
    inAll: false,
  });
  if (shown.length === said && !isBesideList) return one(shown);
  // "Add both", of a longer list: never the one alone that is spoken of.
  if (shown.length > said && (focus === undefined || inCart.some(line => line.product === focus))) return undefined;
  const spokenOf = products([...(focus === undefined ? [] : [focus]), ...shown, ...seen]);
  const models = [...new Map(spokenOf.map(p => [familyOf(p), p] as const).reverse()).values()];
  if (models.length < said) return undefined;
  if (models.length === said) return one(models.map(p => p.id));
  return {
    lines: [],
    open: [{ products: spokenOf.slice(0, mostAsked).map(p => p.id), quantity: 1 }],
    inAll: false,
  };
};

/** 前面两个, "those two from before". */
const ofBefore = /前面|刚才|刚刚|之前|上面|先前|\b(?:before|earlier|from above|first two)\b/u;
const takesThem =
  /^(?:那|就|好的?|行吧?|ok|嗯|把|[,. ])*(?:它们|全部?|都|一起|前面|刚才|刚刚|之前|上面|先前|的|[那这]|[两俩三几][个样件款种]?|些)+(?:都|全|一起)?(?:给我|帮我)?(?:加|放)(?:入|进|到)?(?:购物车)?(?:里|去|上)?(?:吧|了|呗|[,. ])*$|^(?:(?:ok|okay|yes|great|good|fine|alright|then|so|please|just|and|now)[,. ]+)*(?:add|put|throw|pop) (?:them|those|these|it|all)(?: (?:all|both|two|three|of (?:them|it|those)|from before|from earlier))*(?: (?:in|into|to)(?: (?:my|the))?(?: (?:cart|basket|bag))?)?(?: (?:please|then|now))*[.! ]*$/u;
/** 都放进购物车, some while after they were added up: those, and beside a list that was shown since it is asked which. */
const addedUpTaken = (folded: string, memory: OrderMemory, said: number | undefined): Ordered | undefined => {
  const { addedUp = [], shown, focus } = memory;
  if (addedUp.length < 2 || !(takesThem.test(folded) || (said !== undefined && ofBefore.test(folded))))
    return undefined;
  const lines = addedUp.map(({ product, quantity }) => ({ product, quantity }));
  const pending = pendingFor(memory);
  if (pending && shown.length > 0)
    return { lines, open: [{ products: shown, quantity: pending.quantity }], inAll: false };
  const isOfThose = ofBefore.test(folded) && (said === undefined || said === lines.length);
  const others = [...(focus === undefined ? [] : [focus]), ...shown].filter(
    id => !lines.some(one => one.product === id),
  );
  if (isOfThose || others.length === 0) return { lines, open: [], inAll: false };
  if (others.length > 1) return undefined;
  return { lines: [], open: [{ products: [...lines.map(one => one.product), ...others], quantity: 1 }], inAll: false };
};
