/** What is asked once it was told that goods came broken or wrong: how long what is wished for takes, and whether the old one goes back. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

export type OfClaim = 'how-long' | 'send-back';

const lasts = 4;
const longest = 80;

const lead = /^(?:(?:and|so|ok|okay|but|then|great|thanks|thank you|good|fine|roughly|about)[,. ]+)*/.source;
const newOne =
  '(?:it|that|this|they|the (?:new|other|right|correct|next|second)(?: (?:one|mug|thing|pair))?|a new one|the replacement|a replacement|another one|the refund|the money|my (?:money|refund|replacement))';
const howLong = [
  new RegExp(
    `${lead}(?:how (?:long|soon|quick(?:ly)?|fast|many days)|what(?:'s| is) the (?:wait|timing|eta))\\b(?: (?:will|would|does|do|can|is|might))?(?: (?:${newOne}|i|we|you))?(?: (?:all|be|get|have|going to|to|take|need|usually|normally|wait|come|arrive|send|expect))*(?: ${newOne})?(?: (?:here|then|for|to (?:come|arrive|get here)|until|till))*[?!. ]*$`,
    'u',
  ),
  new RegExp(
    `${lead}when (?:will|would|does|do|can|could|is|are|should) (?:i|we|you|${newOne})(?: (?:be|get|have|receive|expect|send|come|coming|arrive|arriving|here|sent|shipped|going|out|see))*(?: ${newOne})?(?: (?:here|then|out|back))*[?!. ]*$`,
    'u',
  ),
];
const howLongZh =
  /^(?:那|那么|请问|大概|一般|新的|补的|补发的?|换的|这个|它|钱|退款|[,，。 ])*(?:要|得|需要|会|还要|还得|大概|一般|等)*(?:多久|多长时间|几天|多少天|什么时候|啥时候|何时|几号|哪天)(?:才|能|会|可以|给我|给|帮我|要|再)*(?:补发?|重发|重寄|换|寄|发|送|收|拿|到|退|打|处理|解决|办)?(?:出来?|过来|到|好|完|货|账|给我|回来?|我)*(?:啊|呀|呢|了|吗|[?？!！。. ])*$/u;

const old =
  '(?:(?:the|this|that|my) (?:old|broken|damaged|cracked|smashed|faulty|wrong|first|bad|original|defective|chipped)(?: (?:one|mug|thing|pair|item|bits|pieces))?|it|this|that|them|the (?:pieces|bits|shards|remains))';
const sendsBack = [
  new RegExp(
    `${lead}(?:(?:do|must|should|would|will|shall|can) (?:i|we|you)|am i|are we|is it|does it)\\b.{0,20}?\\b(?:send|post|ship|mail|return|give|bring|keep|throw|bin|toss)(?:ing)?\\b.{0,6}${old}\\b.{0,16}$`,
    'u',
  ),
  new RegExp(
    `${lead}(?:do i (?:have|need) to|must i|should i) (?:send|post|ship|return|give|bring) (?:back )?${old}(?: back)?(?: (?:first|to you|too|as well))*[?!. ]*$`,
    'u',
  ),
  new RegExp(
    `${lead}what (?:do|should|shall|can|am|happens) (?:i |we )?(?:(?:do|supposed to do|to do) )?(?:with|to) ${old}\\b.{0,10}$`,
    'u',
  ),
];
const sendsBackZh =
  /(?:旧|坏|碎|破|错|原来|之前|有问题|那|这)(?:了)?(?:的|掉的)?(?:那|这)?[个件只双条盏]?(?:[^,，。?？]{0,6})(?:要不要|需不需要|用不用|要|需要|用|得|必须|还要|还得)(?:先)?(?:寄|退|还|送)(?:回|给)?(?:去|来|过去|你们)?|(?:旧|坏|碎|破|错)(?:掉|了)?的?(?:那|这)?[个件只双条盏]?\p{Script=Han}{0,3}(?:怎么(?:办|处理|弄)|咋办|留着|扔(?:掉|了)?|丢(?:掉|了)?)|^(?:那|东西|货|它|这个|那个)*(?:要不要|需不需要|用不用|要|需要|用|得|还要|还得)(?:先)?(?:把(?:它|旧的|坏的|碎的))?(?:寄|退|还)(?:回|给)(?:去|来|过去|你们)?(?:吗|么|不|[?？。 ])*$/u;

/** Of which order, or of what else, the message itself says. */
const ofOther = /\b(?:line|queue|colleague|person|agent|order wy|desk)\b|排队|人工|客服|同事|轮到/u;

export const askedOfClaim = (
  folded: string,
  { claim, turns }: Pick<ConversationMemory, 'claim' | 'turns'>,
): OfClaim | undefined => {
  if (!claim || claim.missing || turns - claim.at > lasts || folded.length > longest || ofOther.test(folded))
    return undefined;
  if (sendsBackZh.test(folded) || sendsBack.some(form => form.test(folded))) return 'send-back';
  const asks = howLongZh.test(folded) || howLong.some(form => form.test(folded));
  return asks && claim.wish !== undefined ? 'how-long' : undefined;
};
