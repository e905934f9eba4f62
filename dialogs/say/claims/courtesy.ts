/**
 * Sentences that speak of nothing in particular. Put together freely, harmless words can still allow, agree or flatter
 * ("it should be fine", "应该可以"), so that such a sentence has to be a known courtesy or the template's own.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { englishIn, expanded, meaningOf } from './clauses.ts';

const english: readonly RegExp[] = [
  /^(?:well |oh )?(?:hi|hello|hey|welcome|good (?:morning|afternoon|evening)|thanks|thank you)(?: there| back| again| so much| very much| for (?:asking|your (?:question|message|patience)))*$/,
  /^(?:i am )?(?:(?:really|so|very|truly|terribly) )?sorry(?: about (?:that|this)| to hear (?:that|this)| for (?:that|this))?$/,
  /^(?:i am |i would be |always )?(?:happy|glad|delighted|pleased|love|here) to (?:help|assist|hear from you|see you|meet you)(?: you)?(?: with (?:that|this))?(?: today)?$/,
  /^(?:it is )?(?:my|a) pleasure$|^you are (?:very |most |always )?welcome$|^(?:lovely|nice|great|good) to (?:see|meet|hear from) you(?: again)?$/,
  /^(?:that is )?(?:a )?(?:good|great|nice) question$|^here (?:you go|you are|it is|is the answer|is what (?:i found|i know|you need to know))$/,
  /^(?:please )?(?:note|keep in mind)(?: that)?$|^in short$|^(?:i )?hope (?:this|that|it) helps$|^(?:please )?(?:take|have) a (?:quick |closer )?look(?: here| below)?$/,
  /^(?:is there )?anything else(?: (?:that )?(?:i can|you (?:would like|want|need|are looking for)).*)?$|^(?:what else|how|what) can i (?:do|help)(?: you)?(?: with)?(?: (?:for you|today))*$|^(?:is there something )?else i can (?:do|help).*$/,
  /^(?:just |please )*(?:let me know|tell me|ask|ask me|feel free to ask|feel free to tell me|reach out)(?: (?:if|when(?:ever)?) (?:you (?:need|have|want|would like)|there is) .*| anytime| any time| if i can help.*| more)?$/,
  /^(?:if|when(?:ever)?) you (?:need|have|want|would like) (?:anything|something|more|any other|other|help|details|questions?|anything else|something else)(?: .*)?$/,
  /^i am (?:right |always |still )?here(?: for you| if you.*| when(?:ever)? you.*| to help.*)?$|^(?:take your time|no problem|no worries|one moment|have a (?:great|nice|lovely|good|wonderful) day|see you|goodbye|bye)$/,
  /^(?:could|would|can|may|shall|do|did|are) (?:you|i|we)\b|^which (?:one|product|order|of)\b|^(?:is|are) there\b/,
  /^(?:shall i|would you like(?: me)? to|do you want me to|can i|may i) (?:help|look|check|find|show|tell|explain|get|say)(?: .*)?$/,
];
const chinese: readonly RegExp[] = [
  /^(?:亲|您好|你好|欢迎|欢迎光临|谢谢(?:您|你)?|感谢|再见|不客气|不用谢|别客气|好的?呀)[呀啊哦哈呢的了您你]*$/,
  /^(?:真的?)?(?:实在|非常|十分|很)?(?:抱歉|不好意思)[了哦呀啊的]*$|^(?:很|非常)?(?:高兴|乐意)(?:能?(?:帮到|为|帮)(?:您|你)(?:服务|解答)?|帮忙)?[哦呢的]*$/,
  /^(?:您|你)?(?:还)?(?:请问)?(?:还有|有)?(?:什么|其他|别的|哪些)*(?:问题|需要|想了解)?(?:什么)?(?:我)?(?:可以|能)?(?:帮(?:到|助|忙)?)?(?:您|你)?(?:的)?(?:吗|呢)?$/,
  /^(?:如果|要是)?(?:您|你)?(?:还)?有(?:其他|别的|任何|什么)?(?:问题|需要)(?:的话)?(?:都)?(?:可以)?(?:请)?(?:随时)?(?:告诉我|问我|找我|联系我)?[哦呢就好]*$/,
  /^(?:请)?(?:您|你)?(?:可以)?(?:先)?(?:看看|看一下|参考一下|留意|注意|参考)(?:一下|下面|以下|这里|哦|呢|吧)*$|^(?:希望|但愿)(?:能)?(?:帮到|对)(?:您|你)(?:有(?:所)?帮助)?$|^(?:祝|愿)(?:您|你)?.{0,4}愉快$/,
  /^(?:请)?(?:您|你)?稍等(?:一下|片刻)?$|^(?:我)?(?:在|一直在)(?:这里|的|呢|哦)*$|^(?:需要的话|有需要)(?:请)?(?:随时)?(?:告诉我|找我|问我|说)?[哦呢就好]*$/,
  /^(?:一般来说|一般|通常|简单来说|总之|另外|此外|请问|提醒(?:您|你)|请留意|请注意)$|^(?:您|你)?(?:可以)?看看有没有(?:喜欢|合适)的$|^(?:请问|麻烦)?(?:您|你)?(?:能|可以|可否)(?:再)?.{0,12}(?:吗|呢)$/,
  /^(?:要不要|需不需要|需要)我?(?:帮(?:您|你)|为(?:您|你)|给(?:您|你))(?:查|找|看|挑|选|介绍|说明|挑一挑|挑挑|看看|查查|找找|查一下|看一下)(?:一下)?(?:吗|呢)?$/,
];

/** Too small to say anything: who, what, to be, and, in. */
const small = new Set(
  'a an the this that these those it they them there here i me my we us our you your am is are was were be been and or but so as if of to in on at by with for from just really very quite also too please sorry thanks thank hello hi hey welcome happy glad help afraid well again more bit little do did does not no would will shall what which who how'.split(
    ' ',
  ),
);

const strip = (text: string): string => text.replace(/["“”'’()（）]|\p{Extended_Pictographic}|\uFE0F/gu, '').trim();

/** A clause that speaks of nothing: whether it is a known courtesy, or most of it stands in the template. All folded. */
export const isCourtesy = (clause: string, template: string, language: Language): boolean => {
  const text = strip(expanded(clause))
    .replace(/[.!?。！？，,;；:：~]+$/, '')
    .trim();
  if (text === '') return true;
  if (language === 'zh') {
    if (chinese.some(form => form.test(text.replaceAll(/\s/g, '')))) return true;
    return sharedPieces(text, template) >= 0.6;
  }
  if (english.some(form => form.test(text))) return true;
  const own = new Set(englishIn(template).map(meaningOf));
  const words = englishIn(text).filter(word => !small.has(word));
  return words.length === 0
    ? text.split(' ').length <= 3 &&
        !/\b(?:you|it|that)\b.*\b(?:is|are|do|can)\b|\b(?:is|are|do|can)\b.*\b(?:you|it|that)\b/.test(text)
    : words.filter(word => own.has(meaningOf(word))).length >= words.length * 0.5;
};

/** Share of the characters of `text` that stand in pieces of two or more of the template. */
const sharedPieces = (text: string, template: string): number => {
  const letters = [...text].filter(c => /\p{Script=Han}/u.test(c)).join('');
  if (letters === '') return 1;
  const own = template.replaceAll(/\s/g, '');
  const shared = new Set<number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    if (own.includes(letters.slice(i, i + 2))) shared.add(i).add(i + 1);
  }
  return shared.size / letters.length;
};
