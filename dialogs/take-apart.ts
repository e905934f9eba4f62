/** A message taken apart before it is understood: what takes back the former wish, anger around the present one, and several requests. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { SentenceEncoder } from '../knowledge/ports.ts';
import { fold, hasHan } from '../knowledge/retrieval/text/fold.ts';
import type { FlowStart } from './flow-parts.ts';
import type { ConversationMemory } from './memory.ts';
import type { Intent, Turn, Understanding } from './turn.ts';
import { actAmongRemarks } from './understand/act-among-remarks.ts';
import { withAsked } from './understand/asked-beside-order.ts';
import { type BesideAnswer, besideAnswer } from './understand/beside-answer.ts';
import { plainOrder } from './understand/cart/plain-order.ts';
import { priceOfOrder } from './understand/cart/price-of-order.ts';
import { thingAdded } from './understand/cart/thing-added.ts';
import { toldAsOrder } from './understand/cart/told-as-order.ts';
import { leftUndone, saysEnough } from './understand/clause-groups.ts';
import { goodsAmongRemarks } from './understand/goods-among-remarks.ts';
import { createSecondLooks, type SecondLooks } from './understand/intent/second-look.ts';
import { hasFormOfQuestion } from './understand/intent/settled-intent.ts';
import { type AskedMeant, askedInstead, askedMeant } from './understand/pages/asked-meant.ts';
import { beyondTold } from './understand/pages/beyond-told.ts';
import { type PassedOver, passedOver } from './understand/passed-over/passed-over.ts';
import { asksForThing } from './understand/product/goods-asked.ts';
import { type Request, severalRequests, swapsIn } from './understand/several-requests.ts';
import { withoutHeardOf } from './understand/talk/heard-of-us.ts';
import { isUpset } from './understand/talk/mood.ts';
import { clausesOf } from './understand/text/clauses-asked.ts';
import { withDecimalPoint } from './understand/text/decimals.ts';
import { besideDenial } from './understand/text/denied.ts';
import type { Understander } from './understand/understand.ts';
import { givesUp } from './understand/wishes/given-up.ts';

const ofGoods: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'product-search', 'add-to-cart']);

/**
 * What the clauses of one turn were understood as: each is asked about again and again, whatever it stands beside. It is
 * read anew only when a sentence vector that it lacked has come.
 */
type Known = Map<string, { readonly meant: Understanding; readonly lacked: readonly string[] }>;

export interface TakenApart {
  /** Of the message, or of the first of its requests. */
  readonly understanding: Understanding;
  /** In the order in which they are answered; one, mostly. */
  readonly requests: readonly [Request, ...Request[]];
  /** "Never mind that, …": whatever was under way is no longer wanted. */
  readonly takesBack: boolean;
  /** "I'm not returning anything": no return and no cancelling is wanted, whichever step of one waits. */
  readonly denies?: true;
  /** What is taken back is only goods or people that were spoken of: "forget the parka! …". */
  readonly dropsGoods?: true;
  /** Where a flow waits: its answer, and what is asked beside it instead of `requests`. */
  readonly beside?: BesideAnswer;
  /** What else the message asks, orders or wishes. */
  readonly passedOver?: readonly PassedOver[];
}

/** At the beginning of a message that goes on with something else. */
const takingBack =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|no|wait|actually|sorry|well|hang on|hold on)[,. ]+)*(?:(?:never ?mind|nvm)(?: (?:that|it|this|about that))?|(?:forget|drop) (?:it|that(?! (?:i|i'm|we|my)\b)|about it|about that)|scratch that|leave (?:it|that)|skip that|changed my mind|i(?:'ve| have)? changed my mind|different (?:thing|question|topic)|something else(?: first)?|(?:no )?wait,? (?:something else first|before that)|before that|other question|let's do something else|no need(?: for (?:a|the) (?:person|human|agent|colleague))?(?=[,.;:!])|cancel(?: that| it| the (?:person|human|agent|queue|colleague))?(?=[,.;:!]))(?:[,.;:!—-]+|\s+(?:instead|then)[,.:]?)?\s*(?:different thing[,.:]?\s*|(?:i'?ll|let me|i can|i'd rather) (?:just )?ask you(?: instead| then| directly| this)*[.,:;!]\s*)?|^(?:哦|啊|嗯|呃|那个|那就|那|行吧?|好吧|等一?下|等等|不对|不是)*[,，。!！ ]*(?:算了(?:算了)?(?:[,，。 ]*(?:不[要退买查办取等]?[消]?了|(?:先)?不(?:看|要|买|聊|说|问|查|提|选|挑|找|等)\p{Script=Han}{0,5}?了(?:吧|啊)?(?=[,，。 ]+\S)))?|不[要退买查办弄]了|我?改(?:变)?主意了|先不[说管谈](?:这个|那个|了)?|(?:刚才|刚刚)?(?:那个|这个)?(?:不管了|不说了|先放着|当我没说)|刚才(?:那个|说的)(?:不[要算管]了?|作废)|换个(?:话题|问题)|等一?下[,，]?先问(?:个|下)?别的|先问(?:个|下)?别的|问(?:个|下)别的|取消(?:排队|转接|人工)?(?:吧|了)?|不排(?:队)?了|(?:不用|不要|别)(?:转|找)?人工了?|不转了|哦?不对)[,，。.:：!！；; ]+(?:(?:那)?我?(?:还是|直接|就)*问你(?:吧|好了)?[,，。.:： ]+)?/iu;

/** 不退了: whichever step of a return waits. */
const sendsNothing = /不退了/u;
/** "Never mind kids. …", "forget the parka! …": goods and people that are no longer wanted, before another wish. */
const droppingThem =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|no|wait|actually|sorry|well)[,. ]+)*(?:(?:never ?mind|nvm|skip|scratch|leave|drop)(?: about)?|forget(?: about)?(?= (?:the|those|these)\b| (?!(?:my|preferences|details|sizes|notes|facts)\b)[a-z-]{3,}s[.!;,]))(?: (?:the|those|these))? (?!(?:it|that|this|me|all|everything|what|how|order)\b)[a-z'-]+(?: [a-z'-]+)?(?:[.!;]+|,(?= \S+ \S))\s*/iu;

/** "Shoes? no, something for watching birds": what was shown is named to turn it away. */
const refusing =
  /^(?:(?:oh|ah|hm+|um+|ok|okay|but|why)[,. ]+)*(?:the |these |those |an? )?([a-z'-]{3,}(?: [a-z'-]{3,})?)[?!]+ (?:no|nope|no thanks|not that|not those)[,.;! ]+(?=\S)|^(?:啊|哦|嗯|怎么(?:是|都是)?)*(\p{Script=Han}{1,6})[?？]+ ?(?:不要?|不是)[,，。.!！ ]+/iu;
/** "Not the first, the second": the second. */
const notThisPlace =
  /^(?:(?:no|oh|sorry|ok|actually|wait)[,. ]+)*not the (?:first|second|third|fourth|fifth|last)(?: one)?[,;.]? (?:but )?(?=the (?:first|second|third|fourth|fifth|last)\b)|^(?:不对?[,， ]?)?不(?:是|要)第[一二三四五\d][个款件双条只][,，。 ]*(?:是|要)?(?=第)/iu;
const saidPlainly = ([all, english, chinese]: RegExpExecArray, text: string): string =>
  `${english ? `no ${english}. ` : `不要${chinese}，`}${text.slice(all.length)}`;

/** Not what a shopper goes on with: an answer to something, or nothing in particular. */
const nothingMore = /^(?:我)?(?:也|都)?不(?:想)?(?:要|退|弄|办|买)了(?:吧|啊)?[。.!！ ]*$/u;
const notAWish: ReadonlySet<Intent> = new Set(['unclear', 'yes', 'no', 'thanks', 'goodbye', 'greeting', 'cancel']);
const sureEnough = 0.45;

const mayAskOfIt: ReadonlySet<Intent> = new Set(['question', 'unclear']);

/**
 * What is meant, with "never mind" and outbursts set apart. An outburst with a wish in it is that wish, from somebody
 * upset; without one it stays a complaint.
 */
export const takeApart = (
  given: Turn,
  memory: ConversationMemory,
  understander: Understander,
  looks?: SecondLooks,
  waiting?: FlowStart['flow'] | null,
  known: Known = new Map(),
): TakenApart => {
  const meant = given.value ? undefined : (waiting ? askedInstead : askedMeant)(given.text, memory);
  if (meant?.drops && !waiting)
    return wholeApart({ ...given, text: meant.text }, memory, understander, looks, waiting, known);
  if (meant && waiting)
    return { ...repaired(meant, given, memory, understander, looks, new Map()), takesBack: true, denies: true };
  if (!meant) {
    const text = given.value || waiting ? undefined : beyondTold(given.text, memory);
    return wholeApart(text === undefined ? given : { ...given, text }, memory, understander, looks, waiting, known);
  }
  return repaired(meant, given, memory, understander, looks, known);
};

/** 就第二个 他穿42码 加购物车: in that size goes what is put in, wherever it is told. */
const withSize = (apart: TakenApart, size: string | undefined): TakenApart => {
  const added = apart.requests.filter(one => one.understanding.intent === 'add-to-cart');
  if (size === undefined || added.length !== 1) return apart;
  const sized = (one: Understanding): Understanding =>
    one.intent === 'add-to-cart' && one.size === undefined ? { ...one, size, sizeSaid: size } : one;
  const [first, ...others] = apart.requests;
  return {
    ...apart,
    understanding: sized(apart.understanding),
    requests: [first, ...others].map(one => ({ ...one, understanding: sized(one.understanding) })) as [
      Request,
      ...Request[],
    ],
  };
};

/** What is asked about in these was meant as a rule, where nothing is to be done. */
const ofOwnOrders: ReadonlySet<Intent> = new Set(['start-return', 'order-status', 'cancel-order']);

const looking: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
const namesKind = ({ preferences, entities, goods = [] }: Understanding): boolean =>
  entities.products.length + goods.length > 0 || preferences.some(p => p.slot === 'category' || p.slot === 'product');

/** What was meant, read as if what was told just now had not been. */
const repaired = (
  meant: AskedMeant,
  given: Turn,
  memory: ConversationMemory,
  understander: Understander,
  looks: SecondLooks | undefined,
  known: Known,
): TakenApart => {
  const { topic, ...before } = memory;
  // What is put right of a page is asked of the pages: "can you send a present straight to my nephew?" looks for none.
  const wasOfPages = topic !== undefined && hasFormOfQuestion(fold(meant.text));
  const apart = wholeApart({ ...given, text: meant.text }, before, understander, looks, null, known);
  const asked = (one: Understanding): Understanding => {
    const isOfPages =
      (meant.before && ofOwnOrders.has(one.intent)) || (wasOfPages && looking.has(one.intent) && !namesKind(one));
    const asRule: Understanding = isOfPages ? { ...one, intent: 'question', preferences: [], wishes: [] } : one;
    const { otherPage, denied, named, refused } = meant;
    const askedMeant = { otherPage, named, ...(denied ? { denied } : {}), ...(refused ? { refused } : {}) };
    return asRule.intent === 'question' ? { ...asRule, askedMeant } : asRule;
  };
  const [first, ...others] = apart.requests;
  return {
    ...apart,
    passedOver: [],
    understanding: asked(apart.understanding),
    requests: [first, ...others].map(one => ({ ...one, understanding: asked(one.understanding) })) as [
      Request,
      ...Request[],
    ],
  };
};

const wholeApart = (
  given: Turn,
  memory: ConversationMemory,
  understander: Understander,
  looks: SecondLooks = createSecondLooks(),
  waiting: FlowStart['flow'] | null | undefined,
  known: Known,
): TakenApart => {
  const wholes = new Set([given.text]);
  const readAs = (part: Turn, of?: ProductId, isOnlyPointed = false): Understanding => {
    const lastIntent = isOnlyPointed ? 'product-details' : 'add-to-cart';
    const now: ConversationMemory = of === undefined ? memory : { ...memory, focus: of, lastIntent };
    const meant = understander.understand(part, now, looks, Boolean(waiting), !wholes.has(part.text));
    // 就要第一个 能放电脑不: asked of the one that is taken, which it doesn't name.
    const isOfIt =
      hasHan(part.text) && mayAskOfIt.has(meant.intent) && !meant.plainly && !asksForThing(fold(part.text));
    if (of === undefined || !isOfIt) return meant;
    const ofIt = understander.understand({ ...part, text: `它${part.text}` }, now, looks, Boolean(waiting), true);
    return ofIt.intent === 'product-details' || ofIt.intent === 'stock' ? ofIt : meant;
  };
  const understand = (part: Turn, of?: ProductId, isOnlyPointed = false): Understanding => {
    const key = `${of ?? ''}${isOnlyPointed ? '?' : ''} ${part.text}`;
    const before = known.get(key);
    if (before && !before.lacked.some(text => looks.vectorOf(text))) return before.meant;
    const now = looks.lackedIn(() => readAs(part, of, isOnlyPointed));
    known.set(key, now);
    return now.meant;
  };
  const refused = refusing.exec(given.text);
  const said = refused ? saidPlainly(refused, given.text) : given.text.replace(notThisPlace, '');
  const plain = waiting ? said : understander.withoutPassing(withDecimalPoint(withoutHeardOf(said)));
  const asSaid = given.value ? given : { ...given, text: plain };
  wholes.add(plain);
  // "No shampoo. Make that 16": what is turned down beside another matter than goods is no part of it.
  const rest = waiting || given.value ? undefined : understander.withoutWithdrawn(plain);
  if (rest !== undefined) wholes.add(rest);
  const asks = rest === undefined ? undefined : understand({ ...asSaid, text: rest });
  const heard = rest !== undefined && asks && isOtherMatter(asks) ? { ...asSaid, text: rest } : asSaid;
  const order =
    waiting || given.value ? undefined : plainOrder(heard.text, text => understand({ ...heard, text }), memory);
  if (order !== undefined) wholes.add(order);
  const turn = order === undefined ? heard : { ...heard, text: order };
  const whole = waiting ? understand(turn) : beyondNod(understand(turn), turn, understand);
  const spokenOf = memory.shown.length > 0 || memory.focus !== undefined;
  const alone = (understanding: Understanding, takesBack: boolean): TakenApart => ({
    understanding,
    requests: [{ turn, understanding }],
    takesBack,
  });
  const inOrder = (requests: readonly Request[], mood: Understanding['mood']): readonly Request[] =>
    requests.map((one, i, all) => ({
      ...one,
      understanding: { ...one.understanding, mood, beside: true, ...(i < all.length - 1 ? { goesOn: true } : {}) },
    }));
  const withRest = (from: Turn, apart: TakenApart): TakenApart => {
    if (waiting) return apart;
    const alone = (text: string): Understanding => understand({ ...from, text });
    const sized = withSize(apart, alone(from.text).sizeSaid);
    const { left, isOther } = passedOver(from, apart.requests, { alone, spokenOf, memory, whole: from.text });
    if (left.length === 0) return sized;
    if (!isOther) return { ...sized, passedOver: left };
    // The whole was taken for what no part of it says.
    const parts = left.map(({ text }) => ({ turn: { ...from, text }, understanding: alone(text) }));
    const [first = apart.requests[0], ...others] = inOrder(parts, apart.understanding.mood);
    return { ...apart, understanding: first.understanding, requests: [first, ...others] };
  };
  /** `from`: the turn without what takes back the former wish. */
  const taken = (from: Turn, understanding: Understanding, takesBack: boolean): TakenApart =>
    withRest(from, firstTaken(from, understanding, takesBack));
  const firstTaken = (from: Turn, understanding: Understanding, takesBack: boolean): TakenApart => {
    const { mood } = understanding;
    // "A replacement, please. WY-28120 is the number": one claim.
    if (understanding.claims && understanding.entities.orderNumber !== undefined)
      return alone(understanding, takesBack);
    // 我10月买的羽绒服 保修到啥时候: one question of an order of one's own.
    if (understanding.own?.points && tellsOnlyBought(from.text, part => understand({ ...from, text: part })))
      return alone(understanding, takesBack);
    // One order, however many things it names; one thing, however much is asked of it.
    const isOrder = understanding.ordered !== undefined || understanding.isOneOrder !== undefined;
    if (isOrder) {
      const order = { turn: from, understanding };
      const all = waiting ? [] : withAsked(from, order, thingAdded(understanding, memory), understand);
      const [whole, ...asked] = inOrder(all, mood);
      return whole
        ? { understanding: whole.understanding, requests: [whole, ...asked], takesBack }
        : alone(understanding, takesBack);
    }
    // "The black one pls. Does it come with filters?" is asked of what goes in.
    const orders = (text: string): boolean =>
      toldAsOrder(text, part => understand({ ...from, text: part })) !== undefined;
    if (understanding.ofOneThing !== undefined && (!spokenOf || !clausesOf(from.text).some(({ text }) => orders(text))))
      return alone(understanding, takesBack);
    const requests = severalRequests(from, understand, spokenOf, memory);
    // "Any bowls? 4 of them": nothing of those, and none of what was remarked on, is taken yet.
    const isOfGoods = requests.every(one => ofGoods.has(one.understanding.intent));
    const beside = waiting || !isOfGoods ? [] : goodsAmongRemarks(from, understanding, understand);
    const several = beside.length > 0 ? [] : requests;
    const acts = several.length + beside.length > 0 || waiting ? [] : actAmongRemarks(from, understanding, understand);
    const asked = [...several, ...beside, ...acts];
    const [first, ...others] = inOrder(asked, mood);
    return first
      ? { understanding: first.understanding, requests: [first, ...others], takesBack }
      : alone(leftUndone(understanding, from.text), takesBack);
  };
  /** What is said beside it is no answer to the flow that waits, and is read as if none did. */
  const denying = (text: string): TakenApart => ({
    ...takeApart({ ...turn, text }, memory, understander, looks, null, new Map()),
    takesBack: true,
    denies: true,
  });
  const priced =
    waiting || turn.value ? undefined : priceOfOrder(turn.text, text => understand({ ...turn, text }), memory);
  if (priced) {
    const beside = priced.asks.map((text, i) => ({ ...turn, id: `${turn.id}.${i + 2}` as Turn['id'], text }));
    const requests = [
      { turn, understanding: priced.understanding },
      ...beside.map(part => ({ turn: part, understanding: understand(part) })),
    ];
    const [first, ...others] = requests.length > 1 ? inOrder(requests, whole.mood) : requests;
    return { understanding: first!.understanding, requests: [first!, ...others], takesBack: false };
  }
  // One change of the cart, in however many words.
  if (turn.value || turn.text.length > 600) return alone(whole, false);
  if (whole.edits) return withRest(turn, alone(whole, false));
  const [swapped, ...steps] = waiting ? [] : inOrder(swapsIn(turn, understand, memory), whole.mood);
  if (swapped)
    return withRest(turn, { understanding: swapped.understanding, requests: [swapped, ...steps], takesBack: false });
  // "Skip the laptop bit": a condition, and no goods.
  const dropped = givesUp(fold(turn.text)) ? undefined : droppingThem.exec(turn.text)?.[0];
  const once = takingBack.exec(turn.text)?.[0] ?? '';
  // "Cancel, forget it, do you …"
  const twice = once === '' ? '' : (takingBack.exec(turn.text.slice(once.length))?.[0] ?? '');
  const back = dropped ?? once + twice;
  const behind = turn.text.slice(back.length).trim();
  if (back !== '' && behind !== '' && !nothingMore.test(behind)) {
    // "Cancel. I was asking about a bigger backpack, not about an order."
    const undenied = waiting ? besideDenial(behind, true) : undefined;
    if (undenied) return denying(undenied);
    const part = { ...turn, text: behind };
    const meant = beneathAnger(understand(part), part, understand);
    if (!notAWish.has(meant.intent) && meant.confidence >= sureEnough)
      return {
        ...taken(part, meant, true),
        ...(dropped === undefined ? {} : { dropsGoods: true }),
        ...(sendsNothing.test(back) ? { denies: true } : {}),
      };
  }
  const undenied = besideDenial(turn.text, Boolean(waiting));
  if (undenied === '' && !waiting) return alone({ ...whole, intent: 'no', preferences: [] }, false);
  if (undenied === '')
    return { ...alone({ ...whole, intent: 'cancel', confidence: 0.98, preferences: [] }, false), denies: true };
  if (undenied !== undefined && waiting) return denying(undenied);
  if (undenied !== undefined) {
    const part = { ...turn, text: askedMeant(undenied, memory)?.text ?? undenied };
    return { ...taken(part, beneathAnger(understand(part), part, understand), true), denies: true };
  }
  const beside = waiting ? besideAnswer(turn, understand, spokenOf, waiting) : undefined;
  return { ...taken(turn, beneathAnger(whole, turn, understand), false), ...(beside ? { beside } : {}) };
};

/** "Ok, and how does that work": said before it asks. */
const nodding =
  /^(?:(?:好的?|行吧?|嗯+|哦+|噢|懂了|知道了|明白了?|了解了?|可以|没事|谢谢|多谢)[,，。.!！ 、~]+)+(?:那|那么)?|^(?:(?:ok(?:ay)?|alright|all right|right|got it|i see|fine|thanks|thank you)[,.! ]+)+(?:and |so |but |then )?/iu;
/** The form of a question at all. */
const asking =
  /[?？]|(?<!好|行|好的|是的|可以的)呢[。.!！ ]*$|吗|么[。.!！ ]*$|怎么|(?<!没有?)什么|多少|多久|哪|几[天个号点]|能不能|可不可以|\b(?:what|how|when|where|which|who|why|can|could|do|does|is|are|will)\b/iu;
const shortestRest = 3;
const merelyAgrees: ReadonlySet<Intent> = new Set(['yes', 'no', 'thanks', 'unclear', 'cancel']);

/** What is asked after a nod, where the whole of it was taken for the nod. */
const beyondNod = (whole: Understanding, turn: Turn, understand: (part: Turn) => Understanding): Understanding => {
  const nod = merelyAgrees.has(whole.intent) ? (nodding.exec(turn.text)?.[0] ?? '') : '';
  const rest = turn.text.slice(nod.length).trim();
  if (nod === '' || rest.length < shortestRest) return whole;
  const meant = understand({ ...turn, text: rest });
  return asking.test(rest) || !merelyAgrees.has(meant.intent) ? meant : whole;
};

/** No goods are wished for in it. */
const otherMatters: ReadonlySet<Intent> = new Set([
  'question',
  'change-quantity',
  'view-cart',
  'order-status',
  'deals',
  'person',
]);
const sureOfMatter = 0.8;
const isOtherMatter = ({ intent, confidence }: Understanding): boolean =>
  otherMatters.has(intent) && confidence >= sureOfMatter;

/**
 * Milliseconds a turn waits at most for sentence vectors, up to four of some 6 ms; it goes by its words alone then. On a busy machine
 * a late answer is better than one that changes with the load.
 */
const patience = 60;

/** takeApart, and once more with sentence vectors where words alone left it unsure and there is an encoder. */
export const understoodIn = async (
  turn: Turn,
  memory: ConversationMemory,
  understander: Understander,
  encoder: SentenceEncoder | undefined,
  waiting?: FlowStart['flow'] | null,
): Promise<TakenApart> => {
  const looks = createSecondLooks();
  const known: Known = new Map();
  const byWords = takeApart(turn, memory, understander, looks, waiting, known);
  if (!encoder || !(await looks.fetch(encoder, patience))) return byWords;
  return takeApart(turn, memory, understander, looks, waiting, known);
};

/** A thing that was bought is named, and what is asked is asked of it. */
const bought = /(?:买|订|拍|入手)(?:到|了)?的(?!.*(?:吗|么|多|怎|哪|什么|啥|[?？]))/u;
const tellsOnlyBought = (text: string, alone: (part: string) => Understanding): boolean => {
  const [first, ...others] = clausesOf(text);
  return (
    first !== undefined &&
    others.length > 0 &&
    bought.test(first.text) &&
    others.every(clause => !clause.asks || alone(clause.text).own !== undefined || ownTerms.test(clause.text))
  );
};
const ownTerms = /保修|质保|能退|能换|发票/u;

const beneathAnger = (whole: Understanding, turn: Turn, understand: (part: Turn) => Understanding): Understanding => {
  if (whole.mood !== 'upset') return whole;
  const clauses = turn.text.split(/(?<=[.!?。！？；;\n]|,\s|，)/u).filter(c => /[\p{L}\p{N}]/u.test(c));
  const upset = clauses.map(c => isUpset(c.toLowerCase(), c));
  const parts = [
    clauses.filter((_, i) => !upset[i]),
    clauses.slice(upset.lastIndexOf(true) + 1),
    clauses.slice(0, Math.max(0, upset.indexOf(true))),
  ];
  for (const part of parts) {
    const calm = part.join(' ').trim();
    if (calm === '' || part.length === clauses.length || !saysEnough(calm)) continue;
    const meant = understand({ ...turn, text: calm });
    const isWish = !notAWish.has(meant.intent) && meant.intent !== 'complaint' && meant.intent !== 'help';
    if (isWish && meant.confidence >= sureEnough) return { ...meant, mood: 'upset' };
  }
  return whole;
};
