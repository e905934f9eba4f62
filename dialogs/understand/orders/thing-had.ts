/** A thing of the shopper's own told in a few words: "the jacket", right after the order that holds it was told; 外套小了 of one that was bought. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent, Turn, Understanding } from '../../turn.ts';

const longest = 60;

/** What a thing in so few words is taken for. */
const mayBeThing: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'state-preference',
  'question',
  'complaint',
  'start-return',
  'unclear',
  'no',
]);
/** What tells of an order, and of nothing else. */
const tellsOrder: ReadonlySet<Intent | undefined> = new Set(['order-status', 'question']);

const onlyThing =
  /^(?:(?:and|ok|okay|so|hm+|no|oh|but|well|sorry|it'?s|it is|i mean|i meant|just|only)[,. ]+)*(?:(?:what about|how about|about) )?(?:the|my|that|this) (?!other|next|one\b|order|parcel|first|last|second|(?:\w+ )?(?:cheap|warm|light|small|big|new)(?:er|est)\b)[a-z' -]{2,30}?(?: one)?(?: then| please)?[?!. ]*$|^(?:那|就|是|我的|我[说问]的?|[,， ])*(?:[那这](?:一)?[个件双条只款把台瓶盒])?(?:的)?(?![这那哪别更最什怎有看])(?!.*[不没要买退换修坏想能了吗么])\p{Script=Han}{2,8}?(?:呢|吧|啊|那件|那个|那双|[?？!。.！ ])*$/u;

const misfits =
  '(?:(?:a (?:bit|little|size|touch)|way|far|much|really|just|slightly|one size|so|rather) )*too (?:small|big|large|tight|loose|short|long|narrow|wide)';
const tail =
  '(?: (?:for|on) (?:me|him|her|us|my \\w+))?(?:[,. ]+(?:what (?:now|can i do|do i do)|help|can you help|sorry))?[?.! ]*$';
const misfitThing = [
  new RegExp(
    `^(?:(?:hi|hello|hey|so|well|ok|oh|um|but|and|sorry|(?:the )?problem(?: is|:)?)[,. ]+)*(?:(?:the|my|this) )?(?!these |those )(?:[a-z'-]+ ){1,4}?(?:(?:is|are|was|were|came|turned out|feels?|fits?|runs?|it'?s|they'?re) )?${misfits}${tail}`,
    'u',
  ),
  new RegExp(
    `^(?:(?:hi|hello|hey|so|well|ok|oh|um|but|and|sorry)[,. ]+)*(?:the|my|this|these|those) (?:[a-z'-]+ ){1,4}?(?:do(?:es)?n'?t|do(?:es)? not|didn'?t|won'?t) fit(?: (?:me|him|her|my \\w+))?(?: at all| properly| right)?${tail}`,
    'u',
  ),
  /^(?:你好|您好|唉|哎|那|我|我的|就是|但是?|可是?|[,， ])*(?:买的|买了的|收到的)?(?:[那这]?一?[件双条只款个])?(?!尺?码|要|想|有|太|更|最|怕|会不会)\p{Script=Han}{1,8}?(?:我)?(?:穿着|穿起来|穿上|穿|买|好像|感觉|还是|真的|,|，| )*(?:(?:有点儿?|有些|偏|太|稍微?|略)(?:[大小紧松长短肥瘦窄宽])了?|(?:[大小紧松长短肥瘦窄宽])了(?:一?点|一些|一?码|一?号|半码)?)(?:了|啊|呀|呢|怎么办|咋办|[,，。.!！?？ ])*$/u,
];
/** 外套小了, "the shoes don't fit": something that is had, and nothing that is looked for. Takes folded text. */
export const tellsMisfitOf = (folded: string): boolean =>
  folded.length <= longest && misfitThing.some(form => form.test(folded)) && !wants.test(folded);
const wants =
  /\b(?:if|would|might|not too|never|isn'?t|aren'?t|looking|show|need|want|any|budget|bed|flat|room|kitchen|desk|car|your)\b|你们?家|你们|[大小]还是|还是(?:偏|太)|如果|要是|会不会|怕|不(?:太|小|大|紧|松|长|短)|有没有|想买|想要|预算|家里|房间|屋|桌|车/u;

const wrongForm = [
  /^(?:(?:hi|hello|hey|so|well|oh|um|but|and|sorry)[,. ]+)*(?:the|my|this|these|those|that) ([a-z' -]{3,30}?)(?:'s| is| are| was| were| came| arrived| turned up) (?:in )?(?:the |an? )?wrong (colou?r|size|model|one)[.! ]*$/u,
  /^(?:你好|您好|唉|哎|那|我|我的|[,， ])*(?:买的)?(?:[那这]?一?[件双条只款个])?(?!收到|寄来|发来|送来|照片|图片|网站|页面)(\p{Script=Han}{1,8}?)的?(?:颜色|尺码|款式|型号|码数)(?:怎么|好像|完全|都)?(?:不对|错了|[搞弄发寄]错了)(?:了|啊|呀|[,，。.!！ ])*$/u,
];
/** 杯子颜色不对, "the mug is the wrong colour": the same, said as of what came; undefined: nothing such is told. Takes folded text. */
export const cameWrong = (folded: string): { readonly thing: string; readonly text: string } | undefined => {
  if (folded.length > longest) return undefined;
  const [english, chinese] = wrongForm.map(form => form.exec(folded));
  if (english?.[1]) return { thing: english[1], text: `i received the wrong ${english[2]}, it is the ${english[1]}` };
  return chinese?.[1] ? { thing: chinese[1], text: `收到的${folded.replace(/^[我的,， ]+/u, '')}` } : undefined;
};

const ofKind: ReadonlySet<StatedPreference['slot']> = new Set(['category', 'product']);
const tellsKindOnly = ({ preferences, wishes = [] }: Understanding): boolean =>
  wishes.length === 0 && preferences.every(({ slot, polarity }) => ofKind.has(slot) && polarity === 'like');
const namesKind = ({ preferences, asksOf = [], goods = [], entities }: Understanding): boolean =>
  entities.products.length > 0 || goods.length > 0 || [...preferences, ...asksOf].some(({ slot }) => ofKind.has(slot));

/** 外套小了，想换大一码, "jacket too small, I need the next size up": another one of it is wished for. */
const asksOther =
  /^(?:我|那|就|想|要|需要|帮我|给我|能不能|可不可以|能|可以|请|麻烦)*换(?:货|一?[个件双条]|成|个|新的|[大小](?:一|两|半)?(?:[码号]|点)?的?)*(?:吗|吧|么|呢)?$|^(?=.*\b(?:exchange|swap|bigger|smaller|larger|up|down)\b)(?:(?:can|could|may|i|we|you|i'd|would|please|pls|want|need|like|to|have|get|swap|exchange|change|it|them|that|for|an?|the|one|next|half|size|up|down|bigger|smaller|larger|pair) ?)+$/u;
const exchangesMisfit = (folded: string): boolean => {
  const [first = '', ...others] = folded
    .split(/[,，.。;；!！?？]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '');
  return others.length > 0 && tellsMisfitOf(first) && others.every(one => asksOther.test(one));
};

/** A fleece is "the jacket" as well, where the orders told hold no other. */
const ofKindTold = (
  { preferences }: Understanding,
  { goodsOfOrders }: Pick<ConversationMemory, 'goodsOfOrders'>,
  { byId }: Pick<CatalogueView, 'byId'>,
): readonly ProductId[] => {
  const kinds = preferences.filter(({ slot }) => slot === 'category').map(({ value }) => value);
  return preferences.some(({ slot }) => slot === 'product')
    ? []
    : (goodsOfOrders?.products ?? []).filter(id => kinds.includes(byId.get(id)?.category ?? ''));
};

/** The one thing that is named, where it is sold still. */
const soldOf = ([only, ...others]: readonly ProductId[], { byId }: Pick<CatalogueView, 'byId'>): ProductId[] =>
  only !== undefined && others.length === 0 && byId.has(only) ? [only] : [];

/** `named`: what of the orders that were told it names. */
export const withThingHad = (
  understanding: Understanding,
  named: readonly ProductId[],
  { signedIn }: Pick<Turn, 'signedIn'>,
  memory: ConversationMemory,
  view: Pick<CatalogueView, 'byId'>,
): Understanding => {
  const { intent, said = '' } = understanding;
  const { orderTold, turns, lastIntent, shown, focus, waits } = memory;
  if (waits !== undefined || said.length > longest || !mayBeThing.has(intent)) return understanding;
  if (understanding.own || understanding.claims || understanding.exchanges) return understanding;
  const isTold = signedIn && orderTold?.at === turns - 1 && tellsOrder.has(lastIntent);
  const asOwn = (as: Intent, matter: 'thing' | 'fit'): Understanding => {
    const { plainly: _, delivery: __, ...rest } = understanding;
    const own = { matters: [matter], points: true, last: false } as const;
    return { ...rest, intent: as, confidence: 0.95, own, preferences: [], wishes: [] };
  };
  const ofTold = named.length > 0 ? named : isTold ? ofKindTold(understanding, memory, view) : [];
  if (isTold && ofTold.length > 0 && tellsMisfitOf(said)) return asOwn('question', 'fit');
  if (isTold && ofTold.length > 0 && onlyThing.test(said) && tellsKindOnly(understanding))
    return {
      ...asOwn('order-status', 'thing'),
      entities: { ...understanding.entities, products: soldOf(ofTold, view) },
    };
  // Of goods that lie on the table it is found that they are too small.
  const isLooking = shown.length > 0 || focus !== undefined || (memory.inCart ?? []).length > 0;
  if (isLooking || !namesKind(understanding)) return understanding;
  if (exchangesMisfit(said)) return { ...understanding, intent: 'start-return', confidence: 0.97, exchanges: true };
  if (tellsMisfitOf(said)) return asOwn('question', 'fit');
  return understanding;
};
