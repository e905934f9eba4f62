/** The kinds of requests a message may hold, and which of them a part of it makes. */
import type { Intent, Understanding } from '../turn.ts';
import { isRoleTalk } from './talk/roles.ts';

/** What is answered together: two of one kind are one request ("is it waterproof and does it come in blue"). */
export type Kind =
  | 'answer'
  | 'goods'
  /** Whether something is sold at all, beside what lies on the table. */
  | 'sold'
  | 'deals'
  | 'order'
  | 'return'
  | 'cancel'
  | 'add'
  | 'remove'
  | 'quantity'
  | 'cart'
  | 'code'
  | 'offer'
  | 'profile'
  | 'forget'
  | 'consent'
  | 'decline'
  | 'person'
  | 'talk';
export const kinds: Partial<Record<Intent, Kind>> = {
  question: 'answer',
  'product-search': 'goods',
  recommend: 'goods',
  'product-details': 'goods',
  stock: 'goods',
  deals: 'deals',
  'better-deal': 'deals',
  'promotion-question': 'deals',
  'order-status': 'order',
  'start-return': 'return',
  'cancel-order': 'cancel',
  'view-cart': 'cart',
  'add-to-cart': 'add',
  'remove-from-cart': 'remove',
  'change-quantity': 'quantity',
  'apply-code': 'code',
  'apply-offer': 'offer',
  'about-me': 'profile',
  forget: 'forget',
  'forget-all': 'forget',
  'opt-out': 'consent',
  'opt-in': 'consent',
  'decline-offer': 'decline',
  person: 'person',
};

/** 找不到在哪填, "but I can't find where": of what was asked before it, and of no parcel. Takes folded text. */
const notFound =
  /^(?:我|也|都|但是?|可是?|就是|还是)*(?:找不到|没找到|看不到)(?:在哪里?.{0,3}|地方|入口)?[呀啊了呢?？!。. ]*$|^(?:(?:i|we|but|and) )*(?:can'?t|cannot|couldn'?t|cant) (?:find|see) (?:where|the (?:box|field|place|button))\b.{0,24}$/u;
export const onlyNotFound = (folded: string): boolean => notFound.test(folded);

const sureEnough = 0.5;
const surelyTaken = 0.9;
/** Goods that are named are looked for on less. */
const sureOfGoods = 0.4;

/** Undefined: nothing that could be answered by itself. */
export const kindOf = (meant: Understanding, spokenOf: boolean): Kind | undefined => {
  const isTalk = meant.shopTalk !== undefined && meant.intent === 'help' && !isRoleTalk(meant.shopTalk);
  const kind = isTalk ? 'talk' : kinds[meant.intent];
  // "Any discount on that?" takes no offer.
  if (kind === 'offer') return meant.confidence < surelyTaken ? undefined : kind;
  if (meant.sum !== undefined && kind !== undefined) return kind;
  if (kind !== 'goods') return meant.confidence < sureEnough ? undefined : kind;
  if (meant.sold !== undefined && spokenOf) return 'sold';
  return meant.confidence >= sureOfGoods && namesGoods(meant, spokenOf) ? kind : undefined;
};

const naming: ReadonlySet<string> = new Set(['category', 'product', 'recipient']);
const namesGoods = (meant: Understanding, spokenOf: boolean): boolean =>
  namesThem(meant, spokenOf) || (spokenOf && (asksOfOne(meant) || asksOfThing(meant) || asksOfIt(meant)));
/** Something is asked of the one that is spoken of: "do they come in black?" */
const asksOfOne = ({ intent, asksOf = [], asks = [], choice, property }: Understanding): boolean =>
  (intent === 'product-details' || intent === 'stock') &&
  (asksOf.length + asks.length > 0 || choice !== undefined || property !== undefined);
/** "Can I use it every day?", whatever no page says of. */
const asksOfIt = ({ intent, confidence, said = '' }: Understanding): boolean =>
  intent === 'product-details' && confidence >= 0.6 && /\b(?:it|they|them)\b.*\?|它.*[?？吗]/u.test(said);
const namesThem = ({ intent, entities, preferences, goods = [] }: Understanding, spokenOf: boolean): boolean =>
  intent === 'recommend' ||
  entities.products.length > 0 ||
  (spokenOf && entities.ordinal !== undefined) ||
  goods.length > 0 ||
  (spokenOf && intent === 'product-search' && preferences.some(p => p.polarity === 'like' && p.slot === 'colour')) ||
  preferences.some(p => p.polarity === 'like' && naming.has(p.slot));

/** 防水吗, of the one looked at: a request by itself beside 包邮吗. */
const asksOfThing = ({ intent, confidence, asksOf = [], asks = [], choices = [] }: Understanding): boolean =>
  intent === 'product-details' && confidence >= sureOfThing && asksOf.length + asks.length + choices.length > 0;
const sureOfThing = 0.85;
