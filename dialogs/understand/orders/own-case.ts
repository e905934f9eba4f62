/**
 * What is asked of an order of one's own that a rule of the shop decides: whether it can still go back or be cancelled, until when the
 * warranty runs, what was paid. It tells nothing of which order is meant but how it is pointed at. Takes folded text.
 */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { asksIfCalledOff } from './called-off.ts';
import { asksOfSum, asksToListOrders, asksWhatIsIn } from './contents-asked.ts';
import type { OrdersSummed } from './orders-summed.ts';
import { asksOwnRefund } from './refund-asked.ts';

export type OwnMatter =
  | 'return'
  | 'refund'
  | 'cancel'
  | 'exchange'
  | 'warranty'
  | 'paid'
  | 'invoice'
  | 'when'
  | 'under-way'
  | 'refunded'
  | 'missing'
  | 'address'
  | 'carrier'
  /** It does not fit, or rubs: what can still be done with it. */
  | 'fit'
  /** Nothing but the thing itself is told: "the jacket". */
  | 'thing'
  /** How its sum is made up: the goods, what came off, the delivery. */
  | 'parts'
  /** What all orders, or those of a time, came to. */
  | 'sum';

/** The rule of the shop that it hangs on. */
export const ruleOfMatter: Partial<Record<OwnMatter, string>> = {
  return: 'return-period',
  exchange: 'exchange',
  fit: 'exchange',
  warranty: 'warranty',
  invoice: 'invoice-order',
  cancel: 'order-cancel',
};

export interface OwnAsked {
  readonly matters: readonly OwnMatter[];
  /** Something bought, or an order, is spoken of; else it is the one that was told of before. */
  readonly points: boolean;
  /** The order itself is named by its place: the last one. */
  readonly last: boolean;
  /** Of which orders the sum is asked. */
  readonly summed?: OrdersSummed;
  /** What a thing of the order that was told costs is asked: 大红袍多少钱. */
  readonly costs?: true;
}

const longest = 200;
const lasts = 5;

const said: Readonly<Record<Exclude<OwnMatter, 'sum' | 'parts' | 'thing'>, RegExp>> = {
  'under-way':
    /\b(?:anything|something|any (?:order|parcel|package)s?|what(?:'s| is)) (?:of mine |still )?(?:is )?(?:on (?:its|the|their) way|under ?way|in transit|coming|outstanding)\b|\b(?:do|have) i (?:have|got)? ?(?:anything|something|any orders?|any parcels?) (?:on (?:its|the) way|in transit|coming)\b|(?:有|还有|有没有)(?:什么|啥)?(?:东西|订单|单子?|包裹|快递|货)?(?:还)?(?:在路上|没到|在途)/u,
  refunded:
    /(?:钱|款).{0,4}退(?:回|还)?(?:了|到|来)?(?:没|吗|么)|退款(?:了|到账?|退)?(?:了)?(?:没有?|吗|么)|\b(?:was|been|is|got) (?:it |that |the \w+ )?refunded\b/u,
  missing:
    /\b(?:never|not|hasn'?t|haven'?t|didn'?t) (?:yet |been )?(?:arrived?|come|came|get|got|received?)\b|没(?:有)?(?:收到|送到)|没到/u,
  address:
    /\b(?:which|what) address\b|\bwhat(?:'?s| is| was) (?:the|my) (?:delivery |shipping |postal )?address (?:on|for|of|in) (?:my|the|that|this|it)\b(?!.{0,12}\b(?:shop|store|returns?)\b)|\bwhere (?:is|are|was|were|will|does|did|has) (?:it|this|that|they|(?:my|the|that) (?:\w+ ){0,2}(?:order|parcel|package)) (?:be |been |being )*(?:go(?:ing)?|sent|shipped|delivered|addressed)(?: to)?\b(?! from)|(?:哪个|什么|啥)(?:收货|收件)?地址|地址(?:填|写|留)?(?:的)?(?:是|在)?(?:哪|什么|啥)/u,
  carrier:
    /\b(?:who|which|what)(?:'s| is| was| are|s)? (?:the |my |your |its )?(?:courier|carrier|delivery (?:company|service|firm|people))\b(?! do you| can)|\bwho(?:'s| is| was|se)? (?:delivering|delivers|delivered|bringing|brought|carrying|carried|shipping|shipped)\b|(?:是|用|走|发)?的?(?:哪家|什么|啥|谁家|哪个|哪一家)(?:公司)?(?:的)?(?:快递|物流)|快递(?:公司)?是(?:哪|什么|啥|谁)|(?:谁|哪家|哪个)(?:快递|公司)?(?:给)?(?:我)?(?:送|派|寄)的/u,
  refund:
    /\bhow much\b.{0,40}\b(?:back|refund\w*)\b|\bwhat (?:do|would|will) i get back\b|退(?:的话|了|货|掉)?(?:能|可以|会)?(?:退|拿回?|返|到手)?(?:给我)?(?:多少|几块)|(?:能|可以)退(?:回)?多少/u,
  return:
    /\b(?:return|send|give|take|bring|go|goes|sent|ship|post)\w*\b.{0,36}\bback\b|\breturn(?:s|ed|ing|able)?\b|退(?!款|钱|休|烧|伍|的?(?:钱|款)|(?:掉|了)?多少)/u,
  cancel:
    /\b(?:cancel\w*|call (?:it|that) off|(?:can|could|may|be|still|get) (?:\w+ ){0,3}stop(?:ped)?)\b|取消(?!排队|人工)|撤单|拦(?:截|下来?|住)/u,
  exchange:
    /\b(?:exchange|swap)\w*\b|\bchange (?:it|them|that|the (?:size|colou?r)) (?:for|to|into)\b(?! (?:no\.? ?)?\d{1,4}[a-z]? [a-z])|\bget (?:the|a|one in|another) [a-z ]{1,16}(?:instead|one)\b|换(?:货|码|个?[大小]|颜色|色|尺码|成|一[个双件])/u,
  fit: /\b(?:rub(?:s|bing)?|pinch(?:es|ing)?|chaf(?:es?|ing))\b|\b(?:hurts?|digs? into) my (?:feet|foot|toes?|heels?|ankles?)\b|\b(?:do(?:es)?n'?t|do(?:es)? not|didn'?t) fit\b|磨脚|夹脚|挤脚|硌脚|打脚|不合[脚身]/u,
  warranty:
    /\b(?:warranty|guarantee)\b|\bcovered\b(?! (?:button|with))|保修|质保|包修|三包|保不保|保到|在保|过保|还保/u,
  paid: /\b(?:what|how much)\b.{0,20}\b(?:did i|have i|i|was|were)\b.{0,16}\b(?:pay|paid|spend|spent|cost|it|that|for|total|charged)\b|\bwas (?:it )?(?:¥ ?)?\d[\d,.]* (?:what )?i paid\b|\bdid i (?:really )?pay\b|\bwhat i paid\b|\btotal (?:of|for) (?:that|the|my) (?:last )?order\b|\b(?:what|how much) (?:was|were) (?:it|that|they|the total)\b|\bhow much (?:was|were|did) (?:the|my|those|that) (?!delivery|postage|shipping)[a-z' -]{2,40}|(?:花|付|买)(?:了|的时候|时)?(?:我)?(?:一共|总共)?(?:是|花了?)?多少|(?:当时|那会儿?|上次|[那这]单|[上]一?单)(?:一共|总共|是)?(?:花了?|付了?|买)?(?:多少钱?|几块)|花了多少|多少钱?(?:买|来着)|买的多少钱|\bwhat did (?:the|my|those|that) (?!delivery|postage|shipping)[a-z' -]{2,40} cost\b/u,
  invoice: /\b(?:invoice|fapiao|receipt for tax)\b|发票|开票|专票/u,
  when: /\bwhen\b.{0,36}\b(?:here|arrives?|arriving|come|comes|coming|get (?:it|here|them)|gets? here|delivered|expected|reach)\b|\bwhere(?:'s| is| are)\b.{0,40}\b(?:order\w*|parcel|it|they)\b|(?:什么时候|啥时候|几号|哪天|几天|多久)(?:才|大概|能|会|可以)*(?:送?到(?!期|货)|收到|送达|拿到)|到哪(?:里|儿)?了|什么状态/u,
};
/** In this order they are told. */
const matters = Object.keys(said) as readonly (keyof typeof said)[];

/** How it works at large, or what is to be done: no question about that one. */
const general =
  /\bsecond[- ]?hand\b|二手|闲鱼|\b(?:in general|generally|(?:return|exchange|your|the) rules?|rules? (?:say|for|on|about))\b|\b(?:another|different|other|his|her|their|someone else'?s) (?:e-?mail|account)\b|\b(?:husband|wife|partner|boyfriend|girlfriend|mum|mom|dad|friend|he|she|they) (?:may have |must have |has |had |probably )?(?:ordered|bought|placed)\b|(?:老公|老婆|媳妇|男朋友|女朋友|爸|妈|朋友|别人|他|她)(?:的)?(?:号|账号|帐号|手机|微信)|一般(?:来说)?(?:能|可以|怎么)|规定|规则|规矩|\bfrom when\b|\bcount(?:s|ed)? from\b|从(?:哪天|什么时候|签收|收到|下单|买)|\b(?:how (?:do|can|would) (?:i|one|you) (?:return|cancel|exchange|make|claim)|if i (?:buy|order|don'?t like)|before i (?:buy|order)|haven'?t (?:bought|ordered)|what(?:'s| is) your|policy)\b|怎么(?:申请|退|换|取消|操作|弄|保修|报修)|(?:修|换)[^,，。?？]{0,6}还是[^,，。?？]{0,6}(?:修|换)|如何|还没买|买之前|要是买|如果买|先问问|流程/u;
const bought =
  /\bdid i (?:ever )?(?:buy|order|get)\b|\bi(?:'ve| have| had)? (?:just |only |already |also )?(?:bought|ordered|got|purchased|placed)\b|\b(?:bought|ordered) (?:it|them|in|on|last)\b|\bmy (?:[a-z'-]+ ){0,3}(?:order|one|purchase|delivery|parcel|package|stuff)\b|\b(?:that|this|the|same|last|latest|most recent|whole) (?:[a-z]+ )?order\b|\b(?:the )?(?:one|order) (?:from|of|in|before)\b|\border (?:no\.? |number |#)?(?:[a-z]{1,4}-?)?\d{3,}|(?:买|拍|订|下单|入手|收到)(?:到|了)?的|[买拍订下](?:了|过)(?!.{0,2}(?:就|再))|我(?:的|那|这|上|最近)(?:那|这)?一?[个件双条把台只瓶款单]|\d{1,2}月(?:\d{1,2}[号日]?|初|中|底)?(?:买|下|订|拍)?的(?=\p{Script=Han})|[那这上同]一?[个笔]?单|最近[一那]?单|订单/u;
const isLast =
  /\b(?:last|latest|most recent|newest)(?: \w+)? (?:order|purchase|one)\b|\bmy (?:last|latest) (?:order|purchase|thing)\b|(?:上|最近|最新|最后)(?:的)?(?:那|这)?[一]?(?:个订单|单|次)|上一?[单次]/u;
const own = /\b(?:my|mine|i'?ve had|still)\b|我的|我那|我这|还(?:能|可以|在|来得及|给)/u;
const asks =
  /(\p{Script=Han})不\1|[?？]|吗|么|呢|不[?？]?$|没[?？]?$|多少|几|哪|什么|啥|\b(?:what|how|when|until|till|whats|can|could|is|are|was|does|do|did|would|will|too late|still)\b|能|可以|来得及|截止|最晚/u;
const ofMoney = /\b(?:money|refund\w*|account|card)\b|钱|款|账/u;
/** It was, by whomever: nothing to be cancelled is asked about. */
const wasCancelled =
  /\b(?:who|why)\b.{0,40}\bcancell?ed\b|\b(?:was|were|got|has been|have been) (?:\w+ )?cancell?ed\b|谁.{0,6}取消|(?:为什么|怎么|咋).{0,8}取消|被取消|取消了?的/u;
const looksFor =
  /\b(?:looking for|look for|recommend|show|suggest|find|any shoes|softer|wider|insoles?|socks|new (?:pair|ones|shoes))\b|\bif\b|推荐|有没有|有什么(?!办法)|想买|找|不磨|不夹|不挤|会不会|鞋垫|袜子|如果|要是/u;
/** 保修 of what is looked at, and no order. */
const ofShelf = /\b(?:if i buy|when i buy|does (?:it|this) come with|before buying)\b|现在买|要买|下单前/u;
/** What carriers the shop has. */
const ofShop = /\b(?:you|usually|normally|which of)\b|你们|您们|一般|平时|通常|(?:用|发|走)(?:的)?(?:什么|哪|啥)/u;
/** "Until when exactly", 保到什么时候: what was told of goes on. */
const goesOn =
  /\b(?:until|till)\b.{0,24}\b(?:20\d\d|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|到20\d\d年|^(?:(?:and|so|ok|until|till)[, ]+)*(?:until|till|by|since) when(?: exactly| then)?[?!. ]*$|\bdeadline\b|\blast day\b|\buntil when\b|\bhow (?:many days|long|much time)(?: more)? (?:do i (?:have|get)|have i(?: got)?|are|left|is left)\b|\bwithin how many days\b|截止|到(?:什么时候|啥时候|几号|哪天)(?:为止)?[?？]*$|还(?:有|剩)(?:下)?(?:几天|多久|多少天|多长时间)|(?:几|多少)天之?(?:以?内)(?:要|得|必须|能|可以|该)?(?:给你们|把它)?(?:寄|退|送|还)|最晚(?:哪天|几号)/u;
/** 跑鞋呢, "and the power bank from the order before": of another thing it is asked as well. */
const ofOther =
  /^(?:(?:and|ok|so)[, ]+)*(?:(?:and|what about|how about) (?:(?:for|with|of|on) )?(?:the|that|my|those)\b|also (?:the|my)\b)|^(?:(?:and|ok|okay|so|well|fine)[, ]+)*(?:then )?(?:the|my|that|those) [a-z' -]{2,30}? then\b|(?:呢|也是).{0,10}$|\btoo[?!. ]*$|\bas well[?!. ]*$/u;

/** What was asked of an order just now is asked of another one: no question is put once more. */
export const setsOrderRight = (
  folded: string,
  {
    orderTold,
    ownAsked: before,
    lastIntent,
    turns,
  }: Partial<Pick<ConversationMemory, 'orderTold' | 'ownAsked' | 'lastIntent' | 'turns'>>,
): boolean =>
  before !== undefined &&
  orderTold !== undefined &&
  turns !== undefined &&
  turns - Math.min(before.at, orderTold.at) <= lasts &&
  lastIntent !== 'order-status' &&
  before.matters.some(one => one !== 'sum' && one !== 'thing') &&
  corrects(folded);

/** Another order, or another thing of one, is meant than the one that was told. */
const corrects = (folded: string): boolean =>
  folded.length <= 80 && setsRight.test(folded) && pointsElsewhere.test(folded) && !hasFormOfQuestion(folded);
const setsRight =
  /^(?:(?:oh|sorry|hm+|well|wait|ah|but)[,. ]+)*(?:no|nope|not|i mean|i meant|i said)\b|^(?:啊|哎|不|哦|额|呃)*(?:不是|不对|我(?:是)?(?:说|指|问)|说的是|是)/u;
const pointsElsewhere =
  /\b(?:ones?|order|pair|the|my|from|of|in) |(?:[那这]一?[个件双单条只款]|的(?:是)?|单|是)\p{Script=Han}|\d{1,2}[月号日]/u;

/** After use there are rules of its own. */
export const wasUsed = /拆(?:开|了|封)|吊牌|洗过|穿(?:过|了)|用(?:过|了)|\b(?:opened|worn|wore|washed|used|tags?)\b/u;

/** Of what was not only opened. */
export const wasWorn = /洗过|穿(?:过|了)|(?<!没)用(?:过|了)|\b(?:worn|wore|washed|used)\b/u;

/** 太小了, of what was just told as delivered. */
const misfit =
  /^(?:(?:but|oh|hm+|no|well|and)[,. ]+)*(?:(?:it|they|that|this|one|the \w+)(?:'?s|'?re| is| are| was| were) )?(?:a bit |a little |way |far |much |really |just )*too (?:small|big|large|tight|loose|short|long|narrow|wide)(?: for me| on me)?(?:,? (?:actually|though|sadly|unfortunately|sorry))?[.! ]*$|^(?:那|就是|但是?|有点|有些|,|，)*(?:太|偏|有点|有些)(?:小|大|紧|松|短|长)了?[。.!！ ]*$/u;

/** Right after an order was told of, what a thing costs may be asked of what was bought: "how much is the oolong?" */
const asksCostOfTold = (
  folded: string,
  { orderTold, lastIntent, turns }: Partial<Pick<ConversationMemory, 'orderTold' | 'lastIntent' | 'turns'>>,
): boolean =>
  orderTold !== undefined &&
  turns !== undefined &&
  turns - orderTold.at <= 2 &&
  lastIntent !== undefined &&
  ofOrders.has(lastIntent) &&
  folded.length <= 40 &&
  costsNow.test(folded) &&
  !otherSum.test(folded);
/** "How much were the headphones?", "what did the mug cost me": of what was bought, where nothing of the shop was spoken of before. */
const costThen =
  /^(?:(?:and|so|ok|hi|hey|hello)[,. ]+)*(?:how much (?:was|were|did) (?:the|my|those|that|these) (?!deliver|postage|shipping|total)[a-z][a-z' -]{2,40}?(?: cost(?: me)?)?(?: again)?|what did (?:the|my|those|that) (?!deliver|postage|shipping)[a-z][a-z' -]{2,40} cost(?: me)?(?: again)?|(?:what|how much) (?:did|have) (?:i|we) (?:pay|paid|spend|spent) (?:for|on) (?:the|my|those|that|these) (?!deliver|postage|shipping|last|latest|whole|order)[a-z][a-z' -]{2,40})[?!. ]*$|^(?:那|请问|对了|[,， ])*\p{Script=Han}{1,8}?(?:我)?(?:当时|那会儿?|那时候?|买的时候|上次)(?:是|花了?|付了?|买)?(?:的)?(?:多少钱?|几块钱?)(?:来着|买的)?(?:啊|呀|呢|[?？。 ])*$|^(?:那|请问|我|当时|上次|[,， ])*买(?:的)?(?:[那这]?(?:一)?[个件双条只款])?(?!的|它|东西|单)\p{Script=Han}{1,8}?(?:一共|总共)?(?:花|付)了(?:我)?(?:多少钱?|几块钱?)(?:来着)?(?:啊|呀|呢|[?？。 ])*$/u;
const ofGoods: ReadonlySet<Intent> = new Set([
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'add-to-cart',
  'change-quantity',
  'view-cart',
  'deals',
]);
const thingThen =
  /\b(?:how much (?:was|were|did)|what did|(?:pay|paid|spend|spent) (?:for|on)) (?:the|my|those|that|these) ([a-z][a-z' -]{2,40}?)(?: (?:cost|again|me))*[?!. ]*$|买(?:的)?(?:[那这]?(?:一)?[个件双条只款])?(\p{Script=Han}{1,8}?)(?:一共|总共)?(?:花|付)了/u;
/** The thing of which it is asked, in its words. */
export const thingPaidFor = (folded: string): string | undefined =>
  thingThen
    .exec(folded)
    ?.slice(1)
    .find(one => one !== undefined);
const asksCostThen = (folded: string, lastIntent: Intent | undefined): boolean =>
  !(lastIntent && ofGoods.has(lastIntent)) && costThen.test(folded);
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'complaint', 'cancel', 'person', 'reorder']);
const ofWhole = /\b(?:orders?|purchase)\b|订单|[那这上]一?单/u;
const costsNow =
  /\bhow much (?:is|are|does|do|was|were|did|for)\b|\bwhat (?:does|do|did) .{2,30} cost\b|多少钱|什么价|几块钱/u;
const otherSum =
  /\b(?:deliver\w*|ship\w*|post\w*|send|wrap\w*|back|refund|altogether|in all|total|both|two|three)\b|运费|邮费|寄|送|包装|退|一共|总共|合计|两|三/u;

/** Undefined: nothing such is asked. */
export const ownAsked = (
  folded: string,
  {
    orderTold,
    ownAsked: before,
    turns,
    lastIntent,
    inCart,
  }: Pick<ConversationMemory, 'orderTold' | 'ownAsked' | 'turns'> &
    Partial<Pick<ConversationMemory, 'lastIntent' | 'inCart'>>,
): OwnAsked | undefined => {
  if (asksOfSum(folded, { orderTold, turns, ...(inCart ? { inCart } : {}) }))
    return { matters: ['parts'], points: true, last: isLast.test(folded) };
  if (folded.length > longest || general.test(folded) || ofShelf.test(folded)) return undefined;
  if (asksWhatIsIn(folded) || asksToListOrders(folded)) return undefined;
  const isTold = orderTold !== undefined && turns - orderTold.at <= lasts;
  const recalled =
    before !== undefined && turns - before.at <= lasts
      ? before.matters.filter(one => one !== 'sum' && one !== 'thing')
      : [];
  // Of the return that was refused just now another thing is asked: "ok the chore jacket then, that was October?"
  const isOfReturn = lastIntent === 'start-return' && isTold;
  const ofReturn: typeof recalled = isOfReturn ? ['return'] : [];
  const spokenOf = recalled.length > 0 ? recalled : ofReturn;
  const recent = spokenOf.length > 0 ? spokenOf : undefined;
  const found = matters.filter(matter =>
    matter === 'refunded' ? said.refunded.test(folded) || asksOwnRefund(folded, {}) : said[matter].test(folded),
  );
  const points = bought.test(folded);
  const last = isLast.test(folded);
  if (asksCostOfTold(folded, { orderTold, lastIntent, turns })) found.push('paid');
  const costs = found.length === 1 && found[0] === 'paid' && costsNow.test(folded) && !ofWhole.test(folded);
  if (lastIntent === 'order-status' && isTold && turns - orderTold.at <= 1 && misfit.test(folded))
    return { matters: ['fit'], points: false, last: false };
  if (found.includes('under-way')) return { matters: ['under-way'], points: true, last: false };
  if (found.length === 0) {
    // 洗面奶那单呢: the order itself.
    if (isTold && /[那这上]一?单/u.test(folded) && ofOther.test(folded))
      return { matters: recent ?? ['when'], points: true, last };
    if (recent && isTold && goesOn.test(folded)) return { matters: recent, points, last };
    // "No, not the red ones, the ones from October": what was asked is asked of that one.
    if (recent && lastIntent !== 'order-status' && isTold && corrects(folded))
      return { matters: recent, points: true, last };
    // "And for the jacket?", after no order had the kettle whose price was asked.
    const isNext = recent?.includes('paid') && before !== undefined && turns - before.at <= 1;
    if (recent && ofOther.test(folded) && (points || isTold || isNext)) return { matters: recent, points: true, last };
    return undefined;
  }
  // A thing that is had and does not fit is told of, and none is looked for.
  const rubs = found.length === 1 && found[0] === 'fit';
  if (rubs && (looksFor.test(folded) || !(points || isTold || own.test(folded)))) return undefined;
  if (!rubs && !asks.test(folded) && !hasFormOfQuestion(folded)) return undefined;
  // Money back is a part of sending back.
  const asked = found.filter(
    matter =>
      !(found.includes('refund') && (matter === 'return' || matter === 'paid')) &&
      !(found.includes('refunded') && (matter === 'return' || matter === 'cancel')) &&
      !(matter === 'when' && ofMoney.test(folded)) &&
      !(matter === 'cancel' && (wasCancelled.test(folded) || asksIfCalledOff(folded, { orderTold, turns }))) &&
      !(matter === 'fit' && found.length > 1),
  );
  if (asked.length === 0) return undefined;
  const isOfOwn =
    points ||
    last ||
    own.test(folded) ||
    isTold ||
    asksCostThen(folded, lastIntent) ||
    asked.some(one => recent?.includes(one)) ||
    (asked.includes('carrier') && !ofShop.test(folded));
  return isOfOwn ? { matters: asked, points: points || last, last, ...(costs ? { costs } : {}) } : undefined;
};
