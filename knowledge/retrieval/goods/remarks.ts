/** What is said beside a question and asks for nothing: exclamations, reproaches, orders and what is told. Takes folded text. */
import { hasHan } from '../text/fold.ts';

const word =
  /^(?:a{1,6}h{1,6}|a{1,6}w{1,6}|h?(?:ha){1,8}h?|ha{2,8}|lo{1,8}l|lmao|omg|o{1,6}h{1,6}|wo{1,6}w|whoa|u{1,4}gh|gosh|goodness|jeez|sheesh|phew|yay|brilliant|superb|legend|seriously|really|finally|huh|hm{1,6}|er{1,3}m?|um{1,4}|fine|right|good|great|ok|okay|cheers)$/u;
const phrase =
  /\b(?:oh? my(?: god(?:ness)?| gosh)?|goodness me|bless you|you (?:legend|star|beauty)|thank god|about time|at last|come on|go on|be quick|hurry(?: up)?|oh dear|dear me)\b/gu;
/** No two of these begin alike, so that a long row of them is read once. */
const exclaimsZh =
  /^(?:哎[呀哟]?|唉|啊这?|哇[塞噻]?|[哈嘻嗯噢哦喔欸诶晕]|天[哪啊呐]|我的天|妈呀|好[吧的呀]?|行[吧啊]?|牛[啊逼]?|不错|服了|无语|终于|快[点说]?|真是的?|说呀|拜托|求你?了|[!！~。.,，、 ])+$/u;
const mostExclaimed = 60;
const exclaims = (said: string): boolean => {
  if (said === '' || said.length > mostExclaimed) return false;
  if (hasHan(said)) return exclaimsZh.test(said);
  return said
    .replace(phrase, ' ')
    .split(/[,.!~ ]+/u)
    .every(one => one === '' || word.test(one));
};
/** "You didn't answer", 你没讲, 答到哪去了, 怎么11了: said of the talk. */
const reproaches =
  /^(?:no+[,. ]+)?(?:that|this)(?:'s| is) (?:for|about) (?:the )?[a-z' -]{2,24}$|\b(?:you|u|ya) (?:(?:still|just|already|even|have|had|did|do|really|completely|totally) )*(?:didn'?t|did not|don'?t|haven'?t|never|forgot|missed|ignored|skipped|keep|said|told|mean|answered?)\b|\b(?:that'?s|that is|this is|it'?s) not (?:what|the|my)\b|\bi (?:already |just )?(?:said|told|asked)\b|\b(?:answer|read|listen to) (?:me|my|the question)\b|^(?:[你您].{0,3})?(?:没|还没|都没)(?:说|讲|答|回|回答|告诉)(?!过|有写|明)|[你您](?:倒是|到底|怎么|刚才|都|还|就)*(?:没|说|讲|答|回)|(?:没|不)(?:说|讲|答|回答?)(?:我|清楚|呢|呀|啊|欸|诶|哦|嘛|吗|全)+$|答到哪|怎么(?:又|也|还|就)(?:给我)?(?:加|多|变|是|有|买|放|删)\p{Script=Han}{0,3}了|说的(?:啥|什么)|什么意思|搞错|弄错|听不懂|答非所问|^(?:天哪|哎呀?|唉|啊|咦|诶)?(?:怎么|咋)(?:(?:又|就|也|变|变成|成|还|都)?[^,，?？]{0,8}了[!！]*$|(?:会)?(?:有|是|要|加了?)?\d)|^(?:就|只)?.{0,6}咁[少多贵大细]|^前面(?:还|有)/u;
/** Told, and by the form of it no question: "the last one was bitter", 领导胃不好, 那只好它了. */
const asksEn =
  /^(?:(?:and|so|but|or|ok|okay|also|then|well|btw|oh|hm+)[,. ]+)*(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|may|might|isn'?t|aren'?t|doesn'?t|don'?t|won'?t|can'?t|how|what|whats|what's|when|where|wheres|which|who|whose|why|any|no|with|without|tell|show|list|give)\b/u;
const statesEn =
  /^(?:(?:and|so|but|ok|okay|also|then|well|oh|hm+|because|since|cause)[,. ]+)*(?:i|we|he|she|they|you|it|that|this|there|my|our|his|her|the|last|mine)\b.*\b(?:is|are|was|were|am|has|have|had|got|gets?|needs?|wants?|likes?|loves?|thinks?|can't|cannot|drinks?|eats?|uses?|lives?|works?|says?|looks?|sounds?|seems?|went|came|bought|tried)\b/u;
const asksZh =
  /[吗么嘛呢]|不$|没有?$|(\p{Script=Han})不\1|有没有|什么|啥|怎|咋|多[少久大长高宽厚重]|[几哪谁]|能|会|可以|是否|够|如何|有冇|係咪|点样/u;
const statesZh =
  /^(?:那|就|只|我|你|他|她|它|我们|咱|领导|老[人板师]|[爸妈爷奶婆公]|孩子|我?家?娃|宿舍|一共|一起|总共|都|反正|因为|之前|刚才|最近|原来|看来)|(?:只好|算了|就行|就好|就它|就这|了)$|(?:很|太|挺|有点|比较|不太|老是?|总是?)/u;

/** Whether nothing but surprise at the bot is in it; "ok" may be an answer. */
export const isOutcry = (words: string): boolean => outcries.test(words.trim());
const outcries =
  /^(?:天哪|哎呀?|唉|啊|咦|诶)?(?:怎么|咋)(?:会)?(?:有|是|要|加了?)?\d+[^,，?？]{0,4}[!！]*$|^(?:你)?(?:在)?说的?(?:啥|什么)(?:呀|啊|呢|东西|玩意)*[.。!！?？]*$|^(?:你)?答到哪(?:去)?了?[.。!！?？]*$|^(?:什么|啥)意思[.。!！?？]*$/u;

/** What was asked before is still not answered. */
export const saysUnanswered = (folded: string): boolean => unanswered.test(folded);
const unanswered =
  /\b(?:you|u) (?:(?:still|just|already|even|really|completely) )*(?:didn'?t|did not|haven'?t|have not|never|forgot to) (?:even )?(?:answer|say|tell|mention|told|said|answered|mentioned)\b|没(?:有)?(?:说|讲|答|回答?|告诉)(?:我|清楚)?(?:呢|呀|啊|欸|诶|哦|嘛|吗|[,，。.!！?？ ]|$)/u;

/** Whether these words ask for nothing at all, whatever stands beside them. */
export const isRemark = (words: string): boolean => {
  const said = words.trim();
  return exclaims(said) || reproaches.test(said);
};

/** Whether a clause only tells something beside what is asked; `isMarked`: a question mark stands behind it. */
export const isTold = (clause: string, isMarked: boolean): boolean => {
  const said = clause.trim();
  if (isMarked) return false;
  return hasHan(said) ? !asksZh.test(said) && statesZh.test(said) : !asksEn.test(said) && statesEn.test(said);
};

/** Whether a clause asks by its form or its mark, and is no mere name of something. */
export const isAsking = (clause: string, isMarked: boolean): boolean => {
  const said = clause.trim();
  return isMarked || (hasHan(said) ? asksZh : asksEn).test(said);
};
