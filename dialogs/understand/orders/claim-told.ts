/** After goods that came broken, wrong or not at all were told: what is wished for instead, and of which order they are. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

const ofGoodsHad: ReadonlySet<string> = new Set([
  'arrived-broken',
  'arrived-broken-money',
  'missing-item',
  'missing-part',
  'wrong-item',
  'damage-proof',
  'broke-soon',
  'bought-faulty',
  'own-faulty',
]);
/** A rule about what came, or broke; by its file in policies/. */
export const isOfClaim = (policy: string | undefined): boolean => policy !== undefined && ofGoodsHad.has(policy);

const money =
  /\b(?:money|cash) back\b|\brefund(?:ed)?\b|\b(?:have|get|want|prefer) (?:my |the )?money\b|\bpay me back\b|退款|退钱|退(?:我|了|掉|吧)|赔(?:钱|我|偿)|要钱/u;
const another =
  /\b(?:send|want|need|get|like|prefer|have|take) (?:me |us )?(?:(?:just|rather) )?(?:a |an )?(?:new|another|replacement|fresh)(?: one)?\b|\b(?:send|want|need|get|give) (?:me |us )?the (?:right|correct|proper) (?:one|ones|colou?r|size|thing|item)\b|\breplace(?:ment|d)?\b|\b(?:send|ship) (?:it|them|one|that)? ?again\b|\bresend\b|补[发寄]|重[新]?[发寄]|再[发寄补]一?|补(?:一?[个件双条只把套份]|给我)|换(?:一?[个件双条只把套]?)?新|换货|给我换|换(?:一?[个件双条只把套])?(?:对|正确)的|(?:要|给我|帮我|就|想)换(?:成?|一?[个件双条只把套])?\p{Script=Han}{1,4}色/u;
const asksRule = /\b(?:how long|when|how many|how do|policy)\b|多久|几天|什么时候|怎么(?:退|换)/u;

/** "New one please", 新的吧: the answer to which of both it shall be. */
const bareNew =
  /^(?:(?:ok|yes|well|just|i think)[,. ]+)*(?:an? |the )?(?:new|another|replacement|fresh)(?: one)?(?:,? (?:in )?(?:the )?same (?:size|colou?r|one|model|kind))*(?: please| pls| plz| then| thanks|,? (?:in )?(?:the )?same (?:size|colou?r|one|model|kind)|[.! ])*$|^(?:要|就|那|还是|给我|来|换|一?个|,| )*(?:新的|换新的?)(?:一样的|同款|同尺码|吧|呗|就行|[,.! ])*$/u;
/** What is not wished for is no wish: "send a new one, I don't want the money". */
const turnedDown =
  /(?:\b(?:i )?(?:don'?t|do not) (?:want|need)|\bno(?= (?:money|refund|cash|new|replacement))|\binstead of|\brather than|\bthan|(?<!\bwhy )\bnot|而不是|不想?要|不用)[^,.;!，。；！]*/gu;

export type Amends = 'money' | 'another';
/** 补发还是退钱, "repair it or replace it?": which of both it will be is asked. */
const eitherOf =
  /(?:补|重|再|换|修|退|赔)[^,，。?？]{0,8}还是[^,，。?？]{0,6}(?:补|重|再|换|修|退|赔)|(?:补|重|换|修|退|赔)\p{Script=Han}{0,3}或者?\p{Script=Han}{0,3}(?:补|重|换|修|退|赔)|\b(?:new|another|replac\w+|repair\w*|mend\w*|fix\w*|refund\w*|money)\b[^.?!]{0,30}\bor\b[^.?!]{0,24}\b(?:new|another|replac\w+|repair\w*|mend\w*|fix\w*|refund\w*|money)\b/u;
/** What is wished for instead of it; both named, the one that is not turned down. */
export const amendsWished = (folded: string): Amends | undefined => {
  if (folded.length > 100) return undefined;
  // 补发吧，要多久: what is asked beside the wish is no wish.
  const clauses = folded
    .split(/[,.;!?，。；！？]/u)
    .filter(clause => !asksRule.test(clause) && !eitherOf.test(clause))
    .map(clause => clause.trim());
  const wished = clauses.join(', ').replace(turnedDown, ' ');
  if (money.test(wished)) return 'money';
  return another.test(wished) || clauses.some(clause => bareNew.test(clause)) ? 'another' : undefined;
};

const ofOrder =
  /\b(?:last|latest|newest|most recent|first|second|third|other|previous) (?:one|order|parcel)\b|\bwy-?\d+|(?<!\d)\d{4,}[那这](?:一)?[单个笔]|\border (?:number |no\.? ?)?#?\d{4,}|(?:最近|最新|上|刚|第[一二三123])[那这]?(?:一)?[单个笔]|(?:最近|最新|上次|刚刚?)(?:买|下|拍)的/u;
/** Asked which order it is about: by its place, or by what else it holds. */
const ofAsked =
  /^(?:(?:it'?s|it was|its|i think|the one)[,. ]+)*the (?:first|second|third|last)\b|\bthe one with (?:the|my|a)\b|(?:有|装着?|带)\p{Script=Han}{2,8}的?(?:那|这)(?:一)?[单个]|^第 ?[一二三123] ?[个单]/u;
/** None of those that were told: somebody else's account has it. */
const noneOfThose =
  /^(?:(?:no|oh|sorry|but)[,. ]+)*(?:it'?s |it was )?(?:none of (?:those|these|them)|neither of (?:those|these|them)|not (?:any|one) of (?:those|these|them))\b|^(?:都)?不(?:是|在)(?:这|那)(?:些|几[个单笔])|^(?:这|那)(?:些|几[个单笔])(?:都|里面?)?(?:都)?(?:不是|没有)|(?:用|在|是)(?:他|她|别人|朋友|\p{Script=Han}{1,3})的?(?:账号|账户)(?:买|下|拍|订)/u;
const saysForm =
  /^(?:(?:but|no|and|well|hey)[,. ]+)*(?:i (?:had |actually |clearly )*(?:wanted|ordered|asked for|bought|paid for|chose|picked)|it should (?:have been|be)|(?:please |can you |could you |just )*(?:send|get|give) me|(?:please |can you |could you |just )*send) (?:the|a|an|one in|it in) ?[a-z]+(?: [a-z]+){0,2}(?: please| instead| though| one)*[.!? ]*$|^(?:可是?|但是?|明明|,|，)*我(?:明明|当时)?(?:要|买|订|拍|下单|选)的(?:明明|可|其实)?是?(?!人工|退|钱)\p{Script=Han}{1,6}(?:的|色|款|码)?(?:那?[个件双条只款]?)?(?:啊|呀|好吗|[。.!！ ])*$|^(?:应该是|本来是|要)(?:\p{Script=Han}{0,3}[红橙黄绿蓝紫黑白灰棕粉])色?的?(?:那?[个件双条只款]?)?[。.!！ ]*$/u;
const isMoney = /\b(?:money|refund|person|human|colleague|invoice|code|answer|reply|help)\b/u;
/** "I wanted the blue one", of a green one that came: in which form it should have come, and so is to come. */
export const saysOrdered = (folded: string): boolean =>
  folded.length <= 60 && saysForm.test(folded) && !isMoney.test(folded);
const lasts = 3;
/** The matter told a few messages ago goes on. */
export const goesOnWithClaim = (
  folded: string,
  { claim, turns }: Pick<ConversationMemory, 'claim' | 'turns'>,
): boolean =>
  claim !== undefined &&
  turns - claim.at <= lasts &&
  folded.length <= 100 &&
  (amendsWished(folded) !== undefined ||
    (claim.at >= turns - 2 && !claim.missing && saysOrdered(folded)) ||
    ofOrder.test(folded) ||
    (claim.order === undefined && claim.at === turns - 1 && (ofAsked.test(folded) || noneOfThose.test(folded))));

const asks = /[?？]|[吗么嘛][.! ]*$|怎么|能不能|可不可以|\b(?:can|could|do|does|will|would) (?:i|you|we|it)\b/u;
/** Right after the matter was told and asked about: which of both is wished for, whatever page has those words. */
export const answersClaimNow = (
  folded: string,
  { claim, turns }: Pick<ConversationMemory, 'claim' | 'turns'>,
): boolean =>
  claim !== undefined &&
  claim.at === turns - 1 &&
  (amendsWished(folded) !== undefined || (!claim.missing && saysOrdered(folded))) &&
  !asks.test(folded);
