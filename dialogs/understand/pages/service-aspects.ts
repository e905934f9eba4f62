/**
 * What is asked next of a matter of service that was just spoken of, whatever the words: who pays, how long, how it is done, photographs,
 * repaired or replaced, sent back or not. What kind of matter it is stands in what was told; which of its rules is asked, in the message.
 * All take folded text.
 */
import type { ConversationMemory } from '../../memory.ts';

type Service =
  | 'returning'
  | 'return'
  | 'exchange'
  | 'warranty'
  | 'damage'
  | 'refund'
  | 'missing'
  | 'address'
  | 'invoice'
  | 'cancel';
type Aspect = 'photo' | 'cost' | 'remedy' | 'time' | 'sends-back' | 'how';

/** By the names of the files in policies/ and of subjects of knowledge/retrieval/pages/subjects.md. */
const services: Readonly<Record<Service, RegExp>> = {
  returning: /^returning$/,
  exchange: /^exchange/,
  warranty:
    /^(?:warranty|repair|claim-|own-faulty|bought-faulty|broke-soon|fault-supposed|spare-parts?|faulty-on-arrival)/,
  damage: /^(?:arrived-broken|missing-item|missing-part|wrong-item|damage-|broken-remedy|missing-or-broken)/,
  refund: /^(?:refund-|cancel-refund)/,
  missing: /^(?:marked-delivered|not-received|parcel-lost|parcel-late|delivered-not-received)/,
  address: /^(?:address-|change-address|redirect-)/,
  invoice: /^(?:invoice|vat-invoice)/,
  cancel: /^(?:order-cancel|cancel-order|cancel-after)/,
  return: /^(?:return-(?!stuck)|worn-return|opened-return|sale-return|not-returnable|how-to-return|unused-return)/,
};
const kinds = Object.keys(services) as readonly Service[];

const serviceOf = (told: string | undefined): Service | undefined =>
  told === undefined ? undefined : kinds.find(kind => services[kind].test(told));

/** In this order they are looked for. */
const aspects: Readonly<Record<Aspect, RegExp>> = {
  photo:
    /\b(?:photos?|photographs?|pictures?|pics?|videos?|film|snaps?|evidence|prove|proof)\b|照片?|图片|截图|视频|拍(?!下|的)|发图|证明|证据/u,
  'sends-back':
    /\b(?:send|post|ship|mail|return|give|bring|hand)(?:ing)? (?:you )?(?:(?:it|them|this|that|those|mine|the [a-z]+(?: (?:one|ones|pair|bits|pieces))?|my [a-z]+) )?(?:back|in|first|off)\b|\bkeep (?:it|them|the)\b|寄回|寄给你们|寄过去|退回(?:去|来|给)|先(?:寄|退|发|给)|(?:要|用)(?:不用)?(?:先)?寄/u,
  cost: /\bwho(?:'s|'ll| will| would| is| has to)? (?:pay|pays|paying|cover|covers|covering|bear|bears)\b|\b(?:do|will|would|must|should) (?:i|we|he|she) (?:have to |need to |be )*(?:pay|charged)\b|\b(?:is|are|all) (?:it|that|this|they|(?:the |your )?(?:postage|courier|shipping|returns?|delivery))? ?(?:all )?free\b|\b(?:for|is it|so it'?s) free\b|\bfree of charge\b|\b(?:what|how much)(?: does| will| would| is)?(?: it| that| this)?(?: all)? cost\b|\bcosts? (?:me )?(?:anything|money|extra|a lot)\b|\b(?:postage|shipping|courier)(?: costs?| fees?)? (?:on|free|paid|included|back)\b|\bhow much\b.{0,16}\b(?:postage|shipping|courier)\b|运费|邮费|快递费|取件费|要钱|收费|花钱|免费|自费|掏钱|(?:谁|由谁)(?:来)?(?:出|付|掏|承担)/u,
  remedy:
    /\b(?:fix|repair|mend|replace|swap|refund)\w*\b.{0,32}\bor\b|\bor\b.{0,24}\b(?:new one|replacement|replace|another one|refund|repair|fix|mend|money)\b|\b(?:get|give|send|have|offer)\b.{0,16}\b(?:a new (?:one|pair)|new ones|replacement|another (?:one|pair)|money back|refund)\b.{0,12}\?|\b(?:will|do|can|would|could) (?:you|u)(?: guys)? (?:fix|repair|mend|replace|send (?:me )?(?:a )?(?:new|another))\b|(?:修|维修).{0,6}(?:还是|或者?|或是).{0,6}(?:换|退|赔)|(?:换|补发|重发).{0,6}(?:还是|或者?).{0,6}(?:退|修|赔)|(?:能|可以|会|给|是)(?:不能|不会|不给)?(?:直接|重新?|再)*(?:换新|换个新|换一个|补发|发一?个新|赔|退款|退钱|修)(?!改).{0,6}(?:吗|么|不|嘛|没|[?？])/u,
  time: /\bhow (?:long(?! (?:do|have) i (?:have|got))|soon|fast|quick(?:ly)?|many days)\b|\bhow much time\b|\bwhen (?:will|do|does|would|can|could|is|are|should|'?s|am|do you think)\b|\btakes? (?:long|ages|forever)\b|\b(?:until|till|before) (?:the |my )?(?:new|other|fixed|repaired)\b|多久|几天|多少天|多长时间|什么时候|啥时候|何时|要等/u,
  how: /\bhow (?:do|does|can|could|would|should|to|will|d'?you|is)\b(?! (?:i|you|it|that|they) (?:look|know|compare|feel|fit|run))(?!.{0,24}\b(?:differ|better|warm|big|heavy))|\bwhat(?:'s| is| are) the (?:procedure|process|steps?)\b|\bwhat (?:do|does|should|must|would|can) (?:i|he|she|we|they) (?:have to |need to )?do\b|\bwhere (?:do|does|can|should|would) (?:i|he|she|we|they) (?:click|tap|go|find|apply|ask|do|start|press)\b|\bwhat now\b|(?:怎么|咋|如何|怎样)(?:个)?(?:弄|办|搞|整|操作|申请|处理|走|换|退|报|开|改|提交|发起|联系)|流程|步骤|(?:在)?哪(?:里|儿)?(?:点|弄|申请|办|搞|操作|开|改|提交)|找谁/u,
};
const inOrder = Object.keys(aspects) as readonly Aspect[];

/** The file in policies/ that tells it. */
const rules: Readonly<Record<Service, Partial<Record<Aspect, string>>>> = {
  exchange: { cost: 'return-postage', time: 'exchange-time', how: 'exchange', 'sends-back': 'exchange-time' },
  warranty: {
    photo: 'claim-photo',
    cost: 'claim-courier',
    remedy: 'claim-courier',
    time: 'repair-time',
    how: 'repair-how',
    'sends-back': 'claim-courier',
  },
  damage: {
    photo: 'damage-proof',
    cost: 'broken-remedy',
    how: 'broken-remedy',
    'sends-back': 'damage-proof',
  },
  refund: { time: 'refund-time' },
  missing: { time: 'parcel-lost', remedy: 'parcel-lost' },
  address: { how: 'address-change' },
  invoice: { how: 'invoice-order', time: 'invoice-order' },
  cancel: { how: 'order-cancel' },
  // How long it takes, while a return waits for an answer, is asked of the money.
  returning: { cost: 'return-postage', how: 'return-how', 'sends-back': 'return-how', time: 'refund-time' },
  return: { cost: 'return-postage', how: 'return-how', 'sends-back': 'return-how' },
};

/** So many messages on it is still what is spoken of. */
const lasts = 4;
export const serviceSpokenOf = ({
  service,
  turns,
}: Pick<ConversationMemory, 'service' | 'turns'>): string | undefined =>
  service && turns - service.at <= lasts ? service.rule : undefined;

/** What is asked beside the questions of a return that waits; until when it can go back is the rule of returns. Takes folded text. */
export const returningAsked = (folded: string): string | undefined =>
  ofParcel.test(folded) || untilWhen.test(folded) ? undefined : 'returning';
const untilWhen = /\b(?:valid|ends?|until|expires?|deadline|have i|do i have)\b|有效|截止|期限|过期|来得及/u;
const ofParcel =
  /\b(?:deliver\w*|ship\w*|dispatch\w*|arriv\w*|new (?:one|pair)|replacement)\b|发货|送货|到货|送到|快递|换|新的/u;

/** The first of these that is of a matter of service. */
export const ofService = (told: readonly (string | undefined)[]): string | undefined =>
  told.find(one => serviceOf(one) !== undefined);

const longest = { han: 26, words: 14 };
/** Another matter is named with it: the time of an opening hour, what goods cost, what comes in the post. */
const ofOther =
  /\b(?:deals?|codes?|coupons?|discounts?|vip|gift|open|opening|hours|abroad|sizes?|colou?rs?|material|waterproof|warranty|guarantee|recommend|looking for|show me|in stock|add|basket|cart|wash\w*|clean\w*|iron\w*|brew\w*|cook\w*|care for|look after|complain\w*|cancel\w*|tracking|address|customs|person|agent|human|colleague|queue|wait)\b|优惠|折|券|会员|礼|营业|海外|国外|尺码|颜色|材质|防水|保修|质保|推荐|有没有卖|有货|加购|购物车|洗|清洁|保养|冲泡|投诉|取消|地址|人工|排队|客服|(?:保修|质保)期?(?:是|有)?(?:多久|几年|多长|几个月|到)/u;

/** Undefined: no matter of service was told, or nothing of it is asked. `told`: what was told, nearest first. */
export const aspectAsked = (folded: string, told: readonly (string | undefined)[]): string | undefined => {
  const isHan = /\p{Script=Han}/u.test(folded);
  const length = isHan ? folded.replace(/[^\p{L}\p{N}]/gu, '').length : folded.split(/\s+/).length;
  if (length > (isHan ? longest.han : longest.words)) return undefined;
  const service = told.map(serviceOf).find(one => one !== undefined);
  if (service === undefined || ofOther.test(folded)) return undefined;
  for (const aspect of inOrder) {
    const rule = rules[service][aspect];
    if (rule !== undefined && aspects[aspect].test(folded)) return rule;
  }
  return undefined;
};
