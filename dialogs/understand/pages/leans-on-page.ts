/** A short question that names nothing of its own: right after a page was told it is asked of that page. Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';

/** How much, how long, when, whether it is free: what any rule may be asked, and the words beside them. */
const asked =
  /^(?:how|when|free|pay|paid|pays|cost|costs|charge|charged|charges|price|fee|minimum|least|threshold|deadline|valid|straight|immediately|instantly)$/;
const beside =
  /^(?:and|so|but|ok|okay|then|also|well|oh|eh|ah|um|hm|hmm|hi|what|whats|what's|is|are|was|do|does|did|can|could|will|would|should|must|have|has|to|i|we|you|me|us|it|its|it's|that|that's|thats|this|they|them|those|be|get|gets|got|getting|receive|come|comes|arrive|arrives|take|takes|last|lasts|long|soon|much|many|fast|quick|quickly|day|days|week|weeks|month|months|year|years|time|for|of|in|by|after|afterwards|from|until|till|need|any|anything|something|extra|myself|the|a|there|there's|straight|away|immediately|now|usually|normally|really|exactly|about|roughly|please|pls|good|worth|there|here|still|all|one|ones|cheapest|lowest|normal|regular|ordinary|usual|other|others|rest|stuff|things|thing|items|item|goods|everything|anything|else|standard)$/;
const mostWords = 10;

/** 多久, 多少钱, 要钱吗, and characters of which nothing else is made up. */
const askedZh =
  /多久|多长时间|几天|多少天|几年|几个月|什么时候|啥时候|何时|多少钱?|几块|要钱|收费|免费|[出付花]钱|贵不贵|贵吗|起步|门槛|最[少低]/u;
const besideZh =
  /^[那么请问大概约一般通常要得需会能可以多久长几天少时间钱年个月周什候啥何收到账拿用有效期过等花费免贵吗呢啊呀不我你们自己出付掏就还都是的了它这最低起门槛块才给来\s,.?!]+$/u;
const mostHan = 14;

/** Nothing but how much, how long, when of what was spoken of. */
export const asksOnlyMeasure = (folded: string): boolean => {
  if (folded.length > 80) return false;
  if (hasHan(folded)) return folded.length <= mostHan && askedZh.test(folded) && besideZh.test(folded);
  const words = folded.match(/[a-z0-9']+/g) ?? [];
  return (
    words.length > 0 &&
    words.length <= mostWords &&
    words.some(word => asked.test(word)) &&
    words.every(word => asked.test(word) || beside.test(word))
  );
};

/** A page was told just now, and nothing else is spoken of. */
export const leansOnPage = (
  folded: string,
  { topic, lastIntent }: Pick<ConversationMemory, 'topic' | 'lastIntent'>,
): boolean => topic !== undefined && lastIntent === 'question' && asksOnlyMeasure(folded);

/** The form of a question that is short enough to go on about what was told. */
const form =
  /[?？]|^(?:(?:and|so|but|ok|okay|then)[,. ]+)*(?:how|what|when|where|who|which|do|does|did|can|could|is|are|will|would|should|must|may|shall|have|has)\b|吗|呢|么$|要不要|用不用|需不需要|是不是|能不能|可不可以|有没有|怎么|谁/u;
const longest = { han: 12, words: 9 };
export const isShortQuestion = (folded: string): boolean =>
  form.test(folded) &&
  (hasHan(folded)
    ? folded.replace(/[^\p{L}\p{N}]/gu, '').length <= longest.han
    : folded.split(/\s+/).length <= longest.words);
