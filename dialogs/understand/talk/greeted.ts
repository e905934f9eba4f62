/** A greeting with small talk beside it, and leave taken beside thanks: told clause by clause, and nothing asked of the shop. Takes folded text. */

const longest = 160;
const greeting =
  /^(?:(?:oh|well) )?(?:hi+|hello+|hey+|hiya|howdy|heya|good (?:morning|afternoon|evening|day)|morning|evening)(?: (?:there|again|everyone|all|dear|you))*$|^(?:你们?|您|大家)?好(?:呀|啊|哇)?$|^(?:早上?|上午|中午|下午|晚上)好?(?:呀|啊|哇)?$|^(?:哈喽|嗨|嘿|hello|hi)$/u;
const smallTalk =
  /^(?:and |so )?how(?:'s|s| is| are| r| have| was)? (?:you|u|it|things|everything|life|your (?:day|morning|evening|afternoon|week|weekend))(?: (?:been|doing|going|today|this (?:morning|afternoon|evening)|so far|all|then|feeling|keeping))*$|^(?:i )?hope (?:you|u|your|all|everything)\b.{0,40}\b(?:well|good|fine|nice|great|lovely|okay|ok)\b.{0,20}$|^(?:such |what )?(?:a )?(?:lovely|nice|beautiful|gorgeous|horrible|awful|terrible|miserable|grey|rainy|sunny|cold|hot)\b.{0,12}\b(?:weather|day|morning|afternoon|evening|sunshine)\b.{0,40}$|^(?:it'?s|its) (?:so |very |really )?(?:sunny|raining|rainy|snowing|cold|hot|freezing|lovely)(?: (?:out|outside|here|today|in [a-z]+|for once))*$|^nice to meet you$|^for once$|^(?:你|您)?(?:今天|最近|这两天|这几天)?(?:你|您)?(?:过[得的]|心情|身体|工作|还|都|一切)*(?:怎么样|咋样|好吗|好不好|如何|还好吗|还好|忙吗|忙不忙|顺利吗|挺好吧)(?:呀|啊|呢)?$|^(?:今天|外面|这边)?(?:的)?天气(?:真|好|很|还|挺)*(?:不错|好|热|冷|舒服|糟)(?:呀|啊|了)?$|^吃(?:了|过|饭了?)(?:吗|没有?|么)$|^祝(?:你|您)?\p{Script=Han}{2,8}$/u;
const leave =
  /^(?:那)?(?:晚安|拜拜?|再见|回见|886?|bye+|bye bye|goodbye|good ?night|night night|see you(?: (?:later|soon|then))?)(?:啦|了|咯|哈|哦|呀)*$/u;
const kindWords =
  /^(?:(?:哈|嗯|哦|好|行|那)*(?:谢谢?|多谢|感谢|辛苦|麻烦|知道|明白|了解|懂|先这样|就这样|不打扰|我(?:去|先|要)?睡|(?:你|您)?(?:人|服务|态度)?(?:还|真|挺|蛮|很|太)*(?:好|棒|贴心|耐心|不错|可爱|厉害)|没事)\p{Script=Han}{0,6}|[好嗯行哈哦的了吧]{1,4}|(?:ok|okay|great|lovely|perfect|thanks?|thank you|cheers|ta|you'?ve been|you are|you'?re|that'?s (?:all|it|great|lovely|kind)|good|nice|i'?m off)\b[a-z' ]{0,40})$/u;

const clausesOf = (folded: string): readonly string[] =>
  folded
    .split(/[,，.。;；:：!！?？~…)(]+|\n|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map(clause => clause.replace(/[^\p{L}\p{N}' ]/gu, '').trim())
    .filter(clause => clause !== '');

/** "Good morning! How are you today? Lovely weather here for once". */
export const onlyGreets = (folded: string): boolean => {
  if (folded.length > longest) return false;
  const clauses = clausesOf(folded);
  return (
    clauses.length > 1 &&
    greeting.test(clauses[0]!) &&
    clauses.every(clause => greeting.test(clause) || smallTalk.test(clause))
  );
};

/** 谢啦 你人还挺好 晚安. */
export const takesLeave = (folded: string): boolean => {
  if (folded.length > longest) return false;
  const clauses = clausesOf(folded);
  return (
    clauses.length > 1 &&
    leave.test(clauses.at(-1)!) &&
    clauses.every(clause => leave.test(clause) || kindWords.test(clause))
  );
};
