import type { ConversationMemory } from '../../memory.ts';

/** Where the money of one's own return is: 我那个退款咋还没到账, "what stage is my refund at". Takes folded text. */
const state =
  /\b(?:did|has|have|is|was|isn'?t|hasn'?t|where(?:'s| is)?|still no) (?:the |my |our )money\b.{0,16}\b(?:come|came|back|arrived?|here|refunded|in my account|returned)\b|\b(?:the|my|our) money (?:is|has|was|still)(?:n'?t| not)? (?:not |still |yet |even )*(?:here|there|back|come|arrived|been|in my account|refunded)\b|\b(?:nobody|no one|you) (?:has |have |still |never |didn'?t |did not |haven'?t |won'?t )*(?:refund(?:s|ed)?|pa(?:ys|id|y)) me(?: back)?\b(?!.{0,20}\b(?:if|for shipping)\b)|\b(?:which|what) (?:order|one|purchase|item) (?:is|was|are you|is it that you'?re) (?:it )?(?:being )?(?:refund(?:ed|ing)|the refund for)\b|\b(?:is|are) (?:my|the|our) (?:refund|money back) (?:already |finally )?(?:done|ready|through|processed|complete\w*|sent|paid|approved|in|on its way|under way)\b|\b(?:about|see|track|look up|look into) (?:my|our) (?:own )?refund\b|我(?:自己)?的(?:那笔|那个|这笔)?退款(?:呢|怎么样|咋样|在哪|到底)|退款(?:[办处]理?|批|完成|通过|审核|打|到账|下来|弄|搞)(?:好|完|过)?了?(?:没有?|吗|么)|\b(?:where(?:'s| is| are)|whats?|what's|has|have|did|when|check|track|any (?:news|update)s? (?:on|about))\b.{0,28}\b(?:my|the|our) (?:refund|money back)\b(?! (?:policy|rules?))|\b(?:my|the|our) refund\b.{0,24}\b(?:has ?n[o']?t|not|never|still|yet|status|stage|arrive[ds]?|come|came|gone through|progress\w*)\b|\b(?:status|stage|progress) of (?:my|the|our) refund\b|退(?:货|了|掉?的|回去).{0,16}(?:钱|款).{0,6}(?:[没未]有?(?:给我)?[退到收见]|不见)|哪(?:一?[单笔件]|个(?:订单)?)(?:是)?(?:正?在退|退款?中|在办退)|(?:退款|退的?钱|退货款).{0,6}(?:[没未](?:有)?(?:到|收|退|动静)|到(?:哪|账(?:了)?[没吗])|进度|进展|状态|什么情况|啥情况|怎么样了|下来[没了])|查.{0,8}(?:退款|退的钱)|[没未](?:有)?收到(?:你们的?|我的)?退(?:款|的钱)|还没(?:给我)?退(?:款|钱)(?!险)|取消(?:了|掉)?的?[那这]?一?[单个笔]?(?:订单)?.{0,6}(?:[钱款].{0,6}(?:退|到账|回来|还)|退(?:款|钱)?(?:了|给我)?(?:没|吗|么)).{0,8}|\b(?:was|were|has|have|did|is) (?:the|my|that) cancell?ed (?:order|one|item|thing)s?\b.{0,24}\brefund(?:ed)?\b|\brefund(?:ed)?\b.{0,24}\bcancell?ed (?:order|one)\b|\bmoney (?:back )?for (?:the|my) cancell?ed\b/u;
/** "Where's my money", 钱退没退, 寄回去18号就签收了: asked or told of what was sent back. */
const owed =
  /\b(?:where(?:'?s| is| are)|what about|give me|i want|still waiting for) (?:the |my |our )(?:money|cash|refund)\b|\b(?:have|did|has|was|were|is|am|are) (?:you |it |that |they |i |the \w+ )?(?:been |already |actually |even |really )*(?:refunded|paid (?:it|me|that|out)(?: back)?(?: or not)?)\b(?! for| with| by)|\bstill no (?:refund|money)\b|\bno (?:refund|money(?: back)?) (?:yet|so far|at all)\b|(?:钱|款).{0,3}退(?:了|到|过)?(?:没|不|还是没)(?:有|退)?|退(?:款|的钱|了的?钱)?(?:怎么|咋|为什么|为啥)(?:还|一直|都)?(?:没|不)(?:有|到|退|下来|见)|(?:钱|退款|货款)(?:呢|在哪|去哪)/u;
/** It went back, and came there. */
const cameBack =
  /\b(?:(?:sent|posted|shipped|returned|mailed) (?:it|them|that|those|this|(?:the|my) (?:\w+ ){1,3})?(?:back)?|return|parcel|package|it|they)\b.{0,60}\b(?:got (?:there|to you|back to you)|(?:arrived|reached|was received|were received|was delivered|came) (?:at |to |in |back )?(?:you|your|there|back|shanghai|the warehouse)|(?:you|they) (?:got|received|signed for) (?:it|them))\b|\btracking says (?:it|they) (?:arrived|was delivered|got there)\b|(?:寄回|退回|寄过?去|退货|退件|退的|退了的?)\P{Script=Latin}{0,20}(?:签收|收到|到仓|到了你们|到你们)/u;
export const tellsCameBack = (folded: string): boolean => folded.length <= 160 && cameBack.test(folded);
const ofMoneyOnly = /\b(?:money|refund\w*|paid|pay)\b|钱|款/u;
const refundTopic = /^(?:refund|return-status|return-stuck)/;
const ofBrokenOrLost = /\b(?:broken|damaged|missing|cancel\w*|deposit|gift card)\b|破|坏|碎|取消|礼品卡|差价/u;
/** Right after when a refund comes was told, or with the money named: the goods came back, and no money did. */
export const waitsForRefund = (
  folded: string,
  { topic, refundTold, turns = 0 }: Told & Pick<ConversationMemory, 'topic'>,
): boolean => {
  if (folded.length > 160 || ofBrokenOrLost.test(folded)) return false;
  const isTold = refundTopic.test(topic ?? '') || (refundTold !== undefined && turns - refundTold <= refundLasts);
  const isBack = tellsCameBack(folded);
  return (isBack && (isTold || ofMoneyOnly.test(folded))) || (isTold && owed.test(folded) && !general.test(folded));
};

/** The rule in general, or another sort of money. */
const general = /\bhow (?:long|many|fast|soon)\b|\bgift ?cards?\b|多久|几天|礼品卡|一般|通常|如果|\bif\b|差价/u;

/** The day of it, after a return was registered or told of: "when does the 129 get to my account?", 那钱几天能到. */
const day =
  /\b(?:when|how soon|how (?:long|many days))\b.{0,40}\b(?:money|refund\w*|back|account|card|it|[¥￥]?\d+(?:\.\d+)?(?: yuan| rmb)?)\b|(?:钱|款).{0,6}(?:多久|几天|什么时候|啥时候|几号|哪天|多长时间)|(?:多久|几天|什么时候|啥时候|几号|哪天|多长时间).{0,8}(?:钱|款|到账|退给我|退到)/u;
const ofMoney = /\b(?:money|refund\w*|account|card|paid back|(?:yuan|rmb)\b|[¥￥]? ?\d{2,})\b|[¥￥]\d|钱|款|账/u;
/** The rule, of any return. */
const inGeneral = /\b(?:usually|normally|generally|when (?:you|i|we|somebody) returns?|if)\b|一般|通常|如果|要是/u;
const refundLasts = 3;
type Told = Partial<Pick<ConversationMemory, 'refundTold' | 'turns'>>;
const asksDay = (folded: string, { refundTold, turns = 0 }: Told): boolean =>
  refundTold !== undefined &&
  turns - refundTold <= refundLasts &&
  folded.length <= 100 &&
  ((day.test(folded) && !inGeneral.test(folded) && ofMoney.test(folded)) ||
    (turns - refundTold <= 1 && dayAlone.test(folded)));
/** "How long until I get it", 几天到账: bare, right after the money was told of. */
const dayAlone =
  /^(?:(?:and|so|ok|okay|thanks|great|cool|yes|but|roughly|about)[,. ]+)*(?:how long(?: (?:until|till|before)(?: (?:i|we) (?:get|have|see|receive) it(?: back)?)?| (?:does|will|would) (?:it|that) take(?: to (?:arrive|come|get here))?)?|how (?:soon|fast|many days)|when (?:do|will|can) (?:i|we) (?:get|have|see|receive) it(?: back)?|when (?:does|will|is) (?:it|that) (?:arrive|come|coming|back|get (?:here|there))|(?:will|is|does) it (?:be |get |go )?(?:back )?(?:on|in|into|onto|to) my (?:card|account|bank|alipay|wechat)\b.{0,16}?)(?: (?:then|now|roughly|about|usually))*[?!. ]*$|^(?:那|大概|大约|要|得|还要|需要|请问|,|，| )*(?:多久|几天|多长时间|什么时候|啥时候|几号|哪天|几个工作日|今天|明天)(?:能|会|可以|才|大概)*(?:到账?|退(?:回来?|给我|到)?|回来|收到|给我)?(?:啊|呀|呢|吗|了)?[?？!！。. ]*$/u;

/** 退了的那单钱到了没: told by its parts, what went back, its money, and whether it is there. */
const wentBack = /退(?:掉|了|过)?(?:的|货)|退(?:掉|了|过)[那这]|(?:寄|退)回去?/u;
const isThere = /(?:钱|款)[^,，。?？]{0,8}(?:到|退|回|收|来)[^,，。?？]{0,4}(?:没有?|吗|么|呢)/u;
const asksOfMoneyBack = (folded: string): boolean =>
  folded.length <= 60 && wentBack.test(folded) && isThere.test(folded) && !general.test(folded);
const registered =
  /(?:登记|申请|办理?|提交|走)(?:过|了|好|成)*(?:的)?退货?(?:登记|申请)?(?:没有?|了?吗|了?么|了没|成功)|退(?:货|款)?(?:到底|究竟|是不是|有没有|有|是否|我|忘了|[,，])*(?:登记|申请|办理?|提交)(?:了|好|上|过|成|成功)*(?:没有?|吗|么|[,，。?？]|$)|\b(?:is|was|has) (?:a |my |the |any )return (?:been )?(?:already )?(?:registered|started|booked|set up|filed|opened)\b|\bdid (?:i|you|we) (?:already |actually |ever )?(?:register|start|book|file|open|set up) (?:a |my |the |that )return\b/u;
const asksAtAll = /[?？]|没|吗|么|查|是否|\b(?:is|was|has|did)\b/u;
/** 到底登记退货没有: whether one is registered. */
export const asksIfRegistered = (folded: string): boolean =>
  folded.length <= 60 && registered.test(folded) && asksAtAll.test(folded) && !toRegister.test(folded);
const toRegister = /怎么|如何|要不要|需要|用不用|能不能|可以/u;

export const asksOwnRefund = (folded: string, memory: Told & Partial<Pick<ConversationMemory, 'topic'>>): boolean =>
  asksDay(folded, memory) ||
  asksOfMoneyBack(folded) ||
  asksIfRegistered(folded) ||
  waitsForRefund(folded, { topic: undefined, ...memory }) ||
  (folded.length <= 60 && /\bwhere(?:'?s| is) (?:the|my|our) (?:money|refund)\b/.test(folded)) ||
  (folded.length <= 100 && state.test(folded) && !general.test(folded));

/** 钱多久退回来, right after what becomes of it was told: of that money, and nothing that could still go back. */
export const asksOfRefundTold = (folded: string, memory: Told): boolean =>
  asksOwnRefund(folded, memory) && !asksOwnRefund(folded, {});

/** Of an order that was cancelled: 取消的那单. */
const ofCancelled = /取消(?:了|掉)?的|\bcancell?ed\b/u;
export const speaksOfCancelled = (folded: string): boolean => ofCancelled.test(folded);

const moneyBack = /\b(?:refund\w*|money back|my money)\b|退款|退钱|赔|钱/u;
const goodsBack = /\b(?:return\w*|send .{0,12}back|sent .{0,12}back)\b|退货|寄回|退回去/u;
/** The money, and nothing that goes back for it. */
export const asksMoneyBack = (folded: string): boolean => moneyBack.test(folded) && !goodsBack.test(folded);
