/** How a courier behaved: a matter for a person, whatever the parcel was like. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';

const courier =
  /\b(?:couriers?|drivers?|delivery (?:man|men|guy|boy|woman|lady|person|people|driver|rider|service)|postman|post(?:al )?worker|mailman|riders?)\b|快递(?:员|小哥|师傅|公司|的人)|快递(?=[^,，。]{0,4}(?:态度|骂|吼|凶))|配送员|送货(?:员|的|师傅)|派(?:送|件)员|骑手|外卖员|小哥|送(?:快递|包裹|件)的/u;
const manners =
  /\b(?:rude|rudely|rudeness|shout(?:ed|ing|s)?|yell(?:ed|ing|s)?|scream(?:ed|ing)|swor[en]|swear(?:ing|s)?|curs(?:ed|ing)|insult\w*|impolite\w*|unfriendly|disrespect\w*|aggressive\w*|abusive|nasty|threaten\w*|harass\w*|intimidat\w*|behav(?:ed|ing|es|iour|ior)|attitude|manners|slammed|spat|racist|called (?:me|us|her|him|my \w+) names)\b|态度(?:很|太|特别|非常|真|极其|也|超级?)*(?:差|恶劣|不好|坏|凶|横|蛮横|冷淡|不耐烦|有问题)|骂(?:人|我|了|我们|他|她|街)|吼(?:我|人|了|她|他)|凶(?:我|人|巴巴|得|了)|粗鲁|粗暴|没礼貌|不礼貌|无礼|没素质|威胁|骚扰|摔门|推(?:了)?[我她他]|服务态度|嚷|冲[我她他](?:喊|吼|嚷|发火)|不耐烦/u;
/** A rule is asked for, or goods that are to bear it. */
const ofOther = /\b(?:if|case|would|looking for|recommend)\b|如果|万一|要是|推荐/u;
/** Nobody is named any more: "he shouted at her". */
const somebody = /\b(?:he|she|they|his|her|their|how (?:he|she|they))\b|[他她]/u;
const lasts = 3;

export const tellsOfManners = (
  folded: string,
  { complainedAt, turns = 0 }: Pick<ConversationMemory, 'complainedAt'> & Partial<Pick<ConversationMemory, 'turns'>>,
): boolean =>
  folded.length <= 300 &&
  manners.test(folded) &&
  !ofOther.test(folded) &&
  (courier.test(folded) || (complainedAt !== undefined && turns - complainedAt <= lasts && somebody.test(folded)));
