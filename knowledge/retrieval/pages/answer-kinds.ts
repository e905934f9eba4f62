/** What a question asks for, seen from its words: an amount, a time, or the way to do something. */

/** What kind of thing answers: a question for an amount is not answered by a sentence without one. */
const amount = '[¥$€£]\\s?\\d|\\d+(?:\\.\\d+)?\\s?(?:元|块|%|yuan|dollars?|euros?)';

const length = /\d+(?:\.\d+)? ?(?:cm\b|centimet\w+|厘米|公分)/iu;
/** Lengths are told for lengths: a size by the centimetres of a foot. */
export const namesLength = (text: string): boolean => length.test(text);

const kinds: readonly { readonly asks: RegExp; readonly answers: RegExp }[] = [
  {
    asks: /满多少|from (?:how much|what amount)|\bminimum\b|\bthreshold\b|at least how much|最[少低]|起步|门槛/iu,
    answers:
      /(?:from|above|over|at least|minimum of) [¥$€£]\s?\d|[¥$€£]\s?\d[\d,.]* or more|满 ?[¥￥]? ?\d|\d ?元?(?:以上|起)/iu,
  },
  {
    asks: /how much|cost|price|\bfees?\b|charge|\b(?:have to|need to|must|do i|do we) pay\b|\bpay for\b|多少钱|几块|要钱|花钱|出钱|付钱|贵不贵|运费|邮费|费用|收费|要钱|免费|价/iu,
    answers: new RegExp(
      `${amount}|\\b(?:is|are|be|always|delivered|ships?) free\\b|costs? nothing|free of charge|免费|免运费|不收|不另`,
      'iu',
    ),
  },
  {
    asks: /how long|how soon|how fast|\bwhen\b|how many (?:days|weeks|months|years)|until|多久|几天|几年|几个月|啥时候|多少天|多长时间|什么时候|何时|几点/iu,
    answers:
      /\d+\s?(?:to\s\d+\s)?(?:minutes?|hours?|days?|weeks?|months?|years?|am|pm|点|分钟|小时|天|日|个?工作日|周|个?月|年)|\b(?:one|two|three|four|five|six|seven|ten|twelve|thirty)\s(?:\w+\s)?(?:hours?|days?|weeks?|months?|years?)|[一两二三四五六七八九十]+(?:天|周|个?月|年|小时|个?工作日)|次日|当天|same day|next (?:day|morning)/iu,
  },
  {
    asks: /what time|(?:opening|service|business|working|chat|support|what|which) hours|几点|(?:营业|上班|工作|服务|在线)时间/iu,
    answers: /\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b|(?<!\d)\d{1,2} ?点/iu,
  },
  { asks: length, answers: length },
  {
    asks: /\bwhere\b|\b(?:address|located|location)\b|在哪|哪里|哪儿|地址|什么地方/iu,
    answers:
      /\b\d+[a-z]? (?:[A-Z]\w+ ){1,3}(?:Lane|Road|Street|Avenue|Square|Dyke|Quay|Way)\b|\p{Script=Han}[路街巷道弄] ?\d+ ?号/u,
  },
];
const place = kinds.at(-1)!;
export const asksWhere = (question: string): boolean => place.asks.test(question);
export const tellsWhere = (sentence: string): boolean => place.answers.test(sentence);

/** Without the words that ask for a kind of thing: what it is asked of. */
export const withoutKinds = (question: string): string =>
  kinds.reduce((rest, { asks }) => rest.replace(new RegExp(asks.source, 'giu'), ' '), question);
/** A sentence names itself the kind of thing that is asked for: "it costs …". */
export const namesKindOf = (question: string, sentence: string): boolean =>
  kinds.some(({ asks }) => asks.test(question) && asks.test(sentence));
/** The kinds of thing that a question asks for, as what a sentence with such a thing looks like; mostly none. */
export const wantedIn = (question: string): RegExp[] => kinds.filter(k => k.asks.test(question)).map(k => k.answers);

/** The way to do something is told in full. */
export const asksTheWay = (question: string): boolean =>
  /\bhow (?:do|can|should|to|does|would)\b|what are the steps|怎么(?!卖)|如何|步骤|流程|怎样/iu.test(question);
