/**
 * "The tea one, how does it work?", 送礼那个呢, right after the deals were told: one of them, by what it is about, and no goods.
 * Takes folded text.
 */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';

const asking =
  "(?:how (?:does|do|would) (?:it|that|this|they) work|what(?:'s| is) (?:it|that|this)(?: about)?|what does (?:it|that) mean|explain(?: it| that)?|tell me (?:more|about it)|details|when(?: is it)?)";
const forms: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:and|ok|okay|so|hm+|but|oh|please)[, ]+)*(?:(?:what|how) about |what(?:'s| is) |how does |how do i get |explain |tell me (?:more )?about )?(?:the|that|your) (?<deal>[a-z0-9¥&' -]{2,30}?) (?:one|deal|offer|thing)(?: (?:about|work|works|then|mean|exactly|again))*(?:[,.?! ]+(?:and )?${asking})?[?!. ]*$`,
  ),
  /^(?:那|还有|请问|,)*(?<deal>[\p{Script=Han}\d]{1,6}?)(?:的)?(?:那个|这个|那条|那项)(?:活动|优惠)?(?:呢|又)?(?:是)?(?:怎么(?:算|用|回事|弄|领|享受)|什么(?:意思)?|啥|具体|规则|几点|哪天)*(?:的|吗|呢|啊)*[?!. ]*$/u,
];
/** What deals are called, beside the goods that they are of. */
const ofDeals =
  /^(?:(?:free |small |little )*gifts?|freebie|half[- ]price|second(?: one)? half[- ]price|evening|night|bundle|spend[- ]and[- ]save|free (?:delivery|shipping)|delivery|¥?\d+ (?:yuan )?off|\d+ ?%(?: off)?|¥?\d+ yuan|¥\d+)$|^(?:赠品|送礼|送礼物?|小礼(?:品|物)?|赠礼|满赠|满减|半价|第二件|晚上|晚八点|夜间|包邮|免运费|满\d+|减\d+|\d+)$/u;
const kinds: ReadonlySet<string> = new Set(['category', 'product']);

/** In the form of it, whatever it names. */
export const oneDealSaid = (folded: string): string | undefined =>
  folded.length > 80 ? undefined : forms.flatMap(form => form.exec(folded)?.groups?.deal ?? []).at(0);

export const pointsAtOneDeal = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): boolean => {
  const deal = oneDealSaid(folded);
  if (deal === undefined) return false;
  return (
    ofDeals.test(deal) ||
    vocabulary
      .mentions(deal)
      .some(
        ({ start, end, meanings }) =>
          start === 0 && end === deal.length && meanings.some(({ slot }) => kinds.has(slot)),
      )
  );
};
