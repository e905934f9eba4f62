/** A parcel that is nowhere: it is said to have been delivered, or was looked for. A matter of an order, and of no goods called "locker". Folded text. */
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';

const ofParcel = /\b(?:parcel|package|order|delivery|wy-?\d+|courier)\b|包裹|快递(?!柜)|订单|货/u;
const neverCame =
  /\bnever (?:came|come|arrived|turned up|showed up|got here|reached me|received)\b|\b(?:did|has|have)(?:n't|nt| not) (?:come|arrived?|turned up|shown up|reached me)\b|(?:一直|从来|根本|压根|始终|还是|也|都|就)(?:没|没有)(?:送|寄)?(?:收|到|送到|见到?)|没(?:收|拿|见)到/u;
const lookedFor =
  /\b(?:nobody|no one|noone|neither|none)\b.{0,24}\b(?:neighbou?rs?|locker|lockers|reception|concierge|mailbox|front desk|building|house)\b|\b(?:neighbou?rs?|locker|lockers|reception|concierge|mailbox|porch|hallway|doorman|front desk)\b.{0,40}\b(?:don'?t|do not|has(?:n't|nt| not)|have(?:n't|nt| not)|didn'?t|not|nothing|no|none|empty|neither)\b|\b(?:checked|asked|looked|searched|not|nothing)\b.{0,24}\b(?:neighbou?rs?|locker|lockers|reception|concierge|mailbox|porch)\b|(?:邻居|快递柜|驿站|门口|物业|前台|门卫|保安|丰巢)\p{Script=Han}{0,8}(?:没|不在|找不到)|(?:问|看|查|找)(?:过|了|遍)?\p{Script=Han}{0,4}(?:邻居|快递柜|驿站|门口|物业|前台|门卫|保安|丰巢)/u;
/** Of the parcel that was told of just now: "I looked, nothing". */
const inVain =
  /\b(?:looked|checked|searched|asked)\b.{0,40}\b(?:nothing|nobody|no ?one|none|nowhere|no sign|not there|isn'?t there|no luck)\b|(?:找|问|看|查)(?:过|遍|了).{0,8}(?:没|都不)/u;
/** One thing of a parcel, where the others came: "only the aprons were in it", 少一支. */
const partLacks =
  /\b(?:only|just|everything else|all the (?:rest|others?)|the (?:rest|others?))\b.{0,40}\b(?:in (?:the|my|that|it|there)|came|arrived|did|was|were|is|here|fine|turned up)\b|\b(?:was|were|is|are)(?:n'?t| not) (?:in|inside) (?:the|my|it|that|there)\b|\bmissing (?:from|in)\b|\bleft out of (?:the|my)\b|(?:少|缺|漏)(?:了|发|给|寄|装|收)?(?:我)?(?:了)?(?:[一两二三四五六\d]|那|这|个)|(?:就|只|才|仅)(?:有|到|收|发|给|来|寄)|(?:没|没有)(?:给我|放|装|在(?:里|盒|箱|包))|别的(?:都|全)|其[他它](?:的)?(?:都|全)/u;
/** Not the parcel, but a thing of it. */
const tellsPartLacking = (folded: string): boolean => folded.length <= 200 && partLacks.test(folded);
const absent =
  /\b(?:never (?:had|got|received|came|turned up|arrived|showed up)|(?:was|were|is|are)(?:n'?t| not) (?:in|inside|there)|missing|(?:did|have|has)(?:n'?t| not) (?:had?|get|got|come|arrived?|receive[d]?)|left out|no sign of)\b|少|缺|漏|没(?:有)?(?:给|放|装|收|见|看|在|发|到)|不见/u;
/** The clause that tells what did not come. */
export const lackingIn = (folded: string): string | undefined => {
  const clause = folded.split(/[,，.。;；!！?？]|\b(?:but|and) /u).find(one => absent.test(one));
  // 拼图那单少发了一个熊: what stands behind it.
  const behind =
    clause && /\p{Script=Han}/u.test(clause) ? /(?:少|缺|漏)(?:了|发|给|寄|装|收|我)*(.*)$/u.exec(clause)?.[1] : '';
  return behind && /\p{Script=Han}{2}/u.test(behind) ? behind : clause;
};
/** How it goes, and not that it should be done. */
const asksRule = /[?？]|\b(?:how|when|what|policy)\b|多久|怎么|什么时候|吗/u;
const wantsAmends =
  /\b(?:send|want|need|get) (?:me )?(?:a |an )?(?:new|another|replacement)\b|\breplacement\b|\b(?:money back|refund)\b|补发|重[发寄]|再[发寄]一|退款|退钱|赔/u;
const ofService: ReadonlySet<Intent> = new Set(['order-status', 'complaint', 'question']);
const ofPolicy: ReadonlySet<string> = new Set(['marked-delivered', 'not-received', 'parcel-stuck', 'door-locker']);

const looksMissing: ReadonlySet<string> = new Set(['marked-delivered', 'not-received']);
/** A parcel that did not come is told of, and no rule is asked about in general. */
export const isOfMissing = (folded: string, policy: string | undefined): boolean =>
  (policy !== undefined && looksMissing.has(policy)) ||
  (folded.length <= 120 && neverCame.test(folded) && ofParcel.test(folded) && !tellsPartLacking(folded));

const notHad =
  /^(?:(?:what|huh|no|but|hey|hm+|well|wait|strange|odd|funny|that'?s (?:odd|strange|wrong|not (?:true|right)))[?!,. ]+)*(?:but |well |no |because )?(?:i|we|it|they|my (?:parcel|package|order)|nothing|nobody) (?:still |really |actually |have |has |had |did )*(?:never|didn'?t|did not|haven'?t|have not|hasn'?t|has not|n[o']t) (?:\w+ )?(?:get|got|gotten|receiv\w+|had|see|seen|arriv\w+|come|came|delivered|turn(?:ed)? up|show(?:ed)? up)\b|\bnothing (?:arrived|came|was delivered|is here)\b|^(?:什么|啥|啊|可是?|但是?|不对|不是|奇怪|怎么可能|,|，|[?？!！]| )*(?:我|我这边|我们|家里|东西|货|包裹|根本|压根|完全|从来|一直|明明|就|都|也|还是|可是?|但是?|,|，)*(?:没有?|沒)(?:人)?(?:收到|拿到|见到|看到|送到|到|签收)(?:过|货|东西|包裹|我家|家)*(?:啊|呀|呢|了|的|哦|嘛|[!！。. ])*$/u;
/** When it comes is asked, of one that is on its way. */
const asksWhen = /[?？] *$|\b(?:yet|when|where|still waiting)\b|什么时候|啥时候|多久|哪|怎么还|还没|吗/u;
/** Told once it was asked what can be done, or with what should be done now. */
export const tellsMissing = (
  folded: string,
  { lastIntent, policy, topic }: Pick<ConversationMemory, 'lastIntent' | 'policy' | 'topic'>,
): boolean => {
  if (folded.length > 300 || tellsPartLacking(folded)) return false;
  // "I didn't get it", of an order that was told as delivered.
  if (
    (lastIntent === 'order-status' || lastIntent === 'cancel-order') &&
    folded.length <= 80 &&
    notHad.test(folded) &&
    !asksWhen.test(folded)
  )
    return true;
  const goesOn =
    lastIntent === 'order-status' ||
    lastIntent === 'complaint' ||
    lastIntent === 'start-return' ||
    (policy !== undefined && ofPolicy.has(policy)) ||
    (topic !== undefined && ofService.has(lastIntent ?? 'unclear') && lookedFor.test(folded));
  const isOfTold =
    (policy !== undefined && looksMissing.has(policy)) ||
    ((lastIntent === 'question' || lastIntent === 'order-status') && /^late-parcel/.test(topic ?? ''));
  if (isOfTold && !asksRule.test(folded) && wantsAmends.test(folded)) return true;
  const isLookedFor = lookedFor.test(folded) || (isOfTold && inVain.test(folded));
  const isNowhere = isLookedFor || neverCame.test(folded);
  if (goesOn)
    return (
      isNowhere &&
      (isLookedFor ||
        lastIntent === 'complaint' ||
        lastIntent === 'start-return' ||
        policy !== undefined ||
        wantsAmends.test(folded))
    );
  return isNowhere && ofParcel.test(folded) && (lookedFor.test(folded) || wantsAmends.test(folded));
};
