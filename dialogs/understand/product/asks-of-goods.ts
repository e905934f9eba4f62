/** "Does the backpack hold a laptop?", 手表能打电话吗: what goods can do is asked, of none that was shown. Takes folded text. */

import { isTellingGoods } from '../../../knowledge/profile/sensitive.ts';
import { askedIn } from '../../../knowledge/retrieval/goods/page-asked.ts';

const longest = 100;
const asksEn =
  /^(?:(?:and|so|but|hi|hello|hey|ok|sorry|please)[,. ]+)*(?:can|could|do|does|is|are|will|would|has|have) (?!(?:i|we|you|u|it|he|she|they|there|anyone|anybody|someone|somebody|my|any)\b)(?:(?:your|the|these|those|this|that|all) )*[a-z]/;
const asksZh =
  /^(?:请问|那|你们家?的?|这种|那种)*\p{Script=Han}{1,8}?(?:能不能|能|可不可以|可以|会不会|会|支持|是不是|带不带|带)\p{Script=Han}{1,8}(?:吗|么|嘛|不|吧)?[?!. ]*$/u;
/** Rules and advice of the shop, which are no property of the goods. */
const ofShop =
  /\b(?:return\w*|refund\w*|exchang\w*|warrant\w*|guarantee\w*|deliver\w*|ship\w*|arriv\w*|parcel|order\w*|pay|paid|discount\w*|code|codes|coupon\w*|offer\w*|deals?|sale|wash\w*|clean\w*|iron\w*|car(?:e|ed)|repair\w*|expir\w*|sizes?|sizing|true|insur\w*|wrap\w*|engrav\w*|cost|price\w*)\b|退|换|保修|质保|寄|送|发货|付|优惠|打折|券|活动|便宜|洗|熨|保养|修|码|发票|包装|刻字|下单|订单|到货|过期/u;

/** What no shop answers from likeness: a cure, an irritation, a danger. */
const health =
  /\b(?:cur(?:e|es|ing)|heal\w*|treat|treats|irritat\w*|allerg\w*|acne|eczema|rash|safe|safety|safely|dangerous|harmful|toxic|radiation)\b|治|辐射|过敏|刺激|安全|有毒|有害|致癌/u;

/** States of the body that goods are asked to be good or safe for. */
const condition =
  /\b(?:eczema|acne|pimples?|psoriasis|rosacea|dermatitis|rash|asthma|allerg\w*|pregnan\w*|breast-?feed\w*|diabet\w*|blood pressure|headaches?|migraines?|insomnia|arthritis|back pain|infections?|wounds?|medicine|medication|disease|illness)\b|湿疹|痤疮|痘|皮炎|牛皮癣|银屑|哮喘|过敏|孕妇|怀孕|孕期|哺乳|糖尿病|高血压|头[痛疼]|失眠|关节炎|治病|吃药/u;
const wonders =
  /(?:^|[,.;:!?] ?|\b(?:and|so|but|hi|hello|hey|ok|sorry|please) |\b(?:pregnant|expecting|breast-?feeding|nursing|diabetic|asthma|eczema|rosacea|psoriasis) )(?:does|do|can|could|is|are|will|would|may|should) (?!you\b|i (?:return|send|have|get|see|buy))|[吗么嘛不](?:[?!. ]|$)|能不能|可不可以|会不会|[能可]以?[用吃喝穿戴涂抹敷擦泡洗闻碰玩]\p{Script=Han}{0,2}\?/u;
/** What goods would have to do to it, or be for whoever has it; that somebody has it alone asks for no advice. */
const effect =
  /\b(?:help\w*|safe\w*|use|used|using|treat\w*|heal\w*|cure\w*|reliev\w*|reduc\w*|lower\w*|prevent\w*|sooth\w*|ease|eases|eat|drink|take|work|works|ok|okay|suitable|(?<!thing )good|bad|harm\w*|worse|irritat\w*|trigger\w*)\b|[能可](?:以)?(?:用|吃|喝|穿|戴|涂|抹|敷|擦|泡|洗|闻|碰|玩|缓解|改善|减轻|预防)|管用|有用|有效|治|缓解|改善|安全|刺激|适合/u;
/** Who they are, where no goods are named after them: 孕妇 beside 孕妇装. */
const people = /孕妇(?![装裤裙枕服])|哺乳期?(?![枕巾衣内文])|血[糖压](?![仪计])/gu;
const looksFor = /推荐|有没有|有什么|哪[款个种]|找|想买|想要|\b(?:any|recommend|looking for)\b/u;

/** 孕妇能用的面霜, "a cream I can use while pregnant": goods for whoever has it, which no page promises. */
const forWhoeverHas =
  /(?:孕妇|孕期|怀孕|哺乳期?)(?:也|都|期间|的时候|了)*(?:能|可以?|适合)(?:用|吃|喝|擦|抹|涂)|(?:适合|给)(?:孕妇|孕期|哺乳期?)(?:用|擦|喝|吃|的(?!礼))|\b(?:pregnancy[- ](?:safe|friendly)|safe (?:for|in|during|while|when) (?:i'?m )?(?:pregnan|breast)\w*|(?:use|drink|wear|take) (?:\w+ )?(?:while|when|if|during) (?:i'?m |i am )?(?:pregnan|breast)\w*)/u;

/** "Does the cream help with eczema", 孕妇能用吗: no shop's page may answer it, and no shop's bot. Takes folded text. */
export const asksOfHealth = (folded: string): boolean =>
  folded.length <= longest &&
  !ofShop.test(folded) &&
  (forWhoeverHas.test(folded) ||
    (condition.test(folded) &&
      wonders.test(folded) &&
      effect.test(folded) &&
      !isTellingGoods(folded.replace(people, ' ')) &&
      !looksFor.test(folded)));

export const concernsHealth = (folded: string): boolean => health.test(folded);

/** 保温杯保温多久, 蓝牙音箱续航多久: how much of it, by a name that stands first. */
const amountZh =
  /^(?:请问|那|你们?家?的?|这种|那种)*\p{Script=Han}{2,12}?(?:多久|多长时间|多大|多重|多高|多宽|多少(?:毫安|升|毫升|克|斤|小时|片|块)|几(?:小时|升|个小时|公斤|斤|天))(?:的|呢|啊|呀|东西)*[?!. ]*$/u;
const asksAmount = (folded: string): boolean =>
  amountZh.test(folded) && askedIn(folded).some(({ kind }) => kind !== undefined && kind !== 'keeping');

export const asksOfGoods = (folded: string): boolean =>
  folded.length <= longest &&
  (asksEn.test(folded) || asksZh.test(folded) || asksAmount(folded)) &&
  !ofShop.test(folded);
