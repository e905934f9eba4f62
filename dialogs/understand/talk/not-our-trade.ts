/** What is asked of a shop for goods that none does: a table to be booked, homework, the weather. Takes folded text. */

/** Something to be booked that no shop for goods books: a table, a flight, a taxi. */
const booked =
  /\b(?:book|reserve|order|call|get) (?:(?:me|us|for me) )?(?:an?|the|some|my) (?:\w+ )?(?:table|flight|hotel|room|taxi|cab|uber|train|bus|ticket|tickets|appointment|haircut|restaurant|pizza|ride|plane|holiday|trip|seat)(?: (?:for|to|at|in|from|on|tonight|tomorrow|please)\b.{0,60})?[?!. ]*$|(?:订|预订|预定|预约|叫)(?:一?[张个间辆下份])?(?:位子?|桌子?|座位?|包间|酒店|宾馆|房间|外卖|的士|出租车|网约车|滴滴)|[订买](?:一?张)?(?:[去到从飞]\p{Script=Han}{1,6}?的?)?(?:机票|火车票|高铁票|车票|电影票|门票)/u;
/** "Get me a table lamp" is a lamp. */
const isGoods =
  /\b(?:lamps?|cloths?|runner|games?|tennis|bags?|toys?|model|cups?|mugs?|book)\b(?! (?:me|us|an?|the|my|some)\b)|\bget (?:me |us )?(?:an?|the|my|some) (?:\w+ )?table\b/;
/** Work that is somebody else's: 帮我写篇作文, "do my maths homework", "translate this for me". */
const work =
  /\b(?:(?:do|finish|solve|check|write|help(?: me)?(?: with)?|with|correct) (?:(?:my|the|an?|some|this|our|his|her) )?(?:[a-z]+ ){0,2}(?:homework|assignment|essay|thesis|dissertation|cv|resume|cover letter|equation|maths?(?! game)|poem|novel|program|python|javascript|script|exam|presentation)\b(?!.*\bcards?\b)|translate (?:this|that|it|the|some|a|my|for)\b|(?:tell|sing|know) (?:me )?(?:an? |any |another )?(?:good |funny )?(?:jokes?|songs?|stor(?:y|ies)|riddles?)\b|(?:what(?:'s| is| will)|how(?:'s| is)) the weather\b(?! ?(?:proof|resist))|\bstock (?:tips?|market|prices? of (?:apple|tesla))\b|\bwho (?:will|is going to) win\b)|(?:写|做|改|解|翻译|批改|检查|辅导|完成)(?:一?[下首篇份道个段点些])?(?:我的?|这[道篇份个]|孩子的?|小孩的?)?(?:\p{Script=Han}{0,3})?(?:作业|作文|论文|数学题|题目|简历|诗|代码|程序|演讲稿|检讨书?|情书|小说|英语|方程)(?!.*卡)|(?:讲|说|来)一?个?(?:笑话|故事|段子)|唱[首个支]|(?:今天|明天|后天|这周|外面)?天气(?:怎么样|如何|好吗|预报)|股票|彩票/u;
/** The card of a present is written here, and goods for such work are bought here: "a notebook to write poems in", 儿童写作业用的台灯. */
const forWork =
  /\bcards?\b|[贺卡]片?|\b(?:to|for) (?:write|writing|do|doing|read|reading)\b|用的|时用|用(?=$|[,，。!！ ])|的时候|适合|有没有|想买|要买|推荐|找/u;
export const isNotOurTrade = (folded: string): boolean =>
  folded.length <= 160 &&
  ((booked.test(folded) && !isGoods.test(folded)) ||
    (folded.length <= 60 && work.test(folded) && !forWork.test(folded)));
