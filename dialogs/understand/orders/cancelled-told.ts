/** "Why was the third one cancelled, I didn't do that", 那单是谁取消的: who called an order off, which the order itself does not say. */
const who =
  /\b(?:why|who|how come)\b(?! (?:can|can't|could|should|would|do i|don't i)\b).{0,50}\bcancell?ed\b|\bcancell?ed\b.{0,24}\b(?:by who\w*|why|how come)\b|\bwhy did (?:you|u|they|someone)(?: guys)? cancel\b|\bi (?:didn'?t|did not|never|haven'?t) (?:ask (?:you )?to )?cancel(?:l?ed)?\b(?! (?:my|the) (?:subscription|newsletter))|谁(?:给我|帮我|把(?:它|我的|这单|那单)|同意)?(?:给)?取消|取消的?(?:是谁|的?原因|理由)|(?:为什么|为啥|怎么|咋)(?:会|就|又|把|被|给我|自己|自动|[这那]单|我的|订单|我)*取消了|我(?:可|都|根本|又|从来|压根)?(?:没有?|没让你们?)取消过?(?!订阅)/iu;
const asksHow =
  /\b(?:can|could|how do|how to|want to|fee|refund)\b|\b(?:discount|deal|offer|code|coupon|voucher|subscription|newsletter|delivery slot)s?\b|怎么取消(?!了)|能不能|可以|退款|优惠|活动/iu;

export const asksWhoCancelled = (folded: string): boolean =>
  folded.length <= 120 && who.test(folded) && !asksHow.test(folded);

/** The words that ask it, of the shopper's own. */
export const whoCancelledIn = (text: string): string => {
  const clauses = text.split(/[,.;!?，。；！？]+/u).map(clause => clause.trim());
  return (clauses.find(clause => who.test(clause)) ?? text.trim()).slice(0, 120);
};
