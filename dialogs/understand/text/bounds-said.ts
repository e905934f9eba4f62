/** What makes an amount a bound, said before it or behind: texts of regular expressions, to be built into larger ones. Of folded text. */
const oneOf = (...ways: readonly string[]): string => ways.join('|');

const currencyBehind = '[\\d.,]+ ?(?:quid|bucks|euros?|dollars?|pounds|yuan)\\b';
/** An amount with which the sentence ends, or goes on to something of it. */
const amountAlone = oneOf(
  '[$€£¥]?[\\d.,]+ ?(?:$|[.,!?;]|(?:max|tops|quid|bucks|euros?|pounds|dollars|yuan|each|but|if|for|or|though|tho|at)\\b)',
  '(?:an? )?(?:hundred|grand|couple|two|three|four|five|six|seven|eight|nine|ten)\\b.{0,24}$',
);

export const maxBefore = oneOf(
  "(?:can't|cannot|won't|don't want to) go (?:past|beyond|higher than)",
  "(?:don'?t|do not|can'?t|cannot|won'?t|rather not|not) (?:want to |like to |have to )?(?:go )?past",
  "unless (?:it's|it is|they're|they are) (?:more than|over|above)",
  "(?:don't|do not|can't|cannot|dont) (?:have|want|spend|pay|go)(?: to spend| to pay)? (?:much |any )?(?:more than|over|above)",
  "(?:don'?t|do not|won'?t|will not|wouldn'?t|not)(?: want| pay| consider| look at| buy| take)(?: to (?:pay|spend|buy))?(?: for)?(?: anything| one| ones| something)?(?: that's| that is| costing| which is)? (?:over|above|more than)",
  // What there is to spend: "we've collected 85 euros", "i've got a tenner".
  `(?:i|we)(?:(?:'ve| have)(?: only| just)? got|(?:'ve| have|)(?: only| just)? (?:all )?(?:collected|raised|pooled|saved(?: up)?|scraped together|put together|chipped in))(?: about| around| roughly)?(?= ?[$€£¥]| ${currencyBehind}| an? (?:tenner|fiver|grand))`,
  // "Could go to 500", of whoever says so.
  `(?:(?:i |we )|(?<=^|[,.!?;] ?|\\b(?:and|but|though|ok) ))(?:could|can|might) (?:just |maybe |only |also )?(?:do|stretch to|go (?:up )?to|go as high as|manage|live with)(?= (?:${amountAlone}))`,
  "(?:isn't|is not|aren't|n't be|not be|not go|not cost|n't cost) (?:over|above|more than)",
  '(?:stretch|raise|widen|increase|up) (?:(?:it|that|(?:the|my) budget|the limit) )?(?:up )?to',
  '(?:放宽|提高|上调)(?:一?[点些下])?到',
  // "59 is over 50 though", 这个超过50了: what was shown is dearer than was said.
  "(?!.*(?:deliver|shipping|discount|deal|free|coupon|code|gift|包邮|运费|满减|优惠|打折|赠))(?<=^|[,.!?;] *|\\b(?:but|no|hey|lol|well|um|so|and)[, ]+)(?:(?:(?:one|two|three|some|most|all|half) of )?(?:that|it|this|they|these|those|them|both|\\d{1,6})(?: one| ones)?(?:'?s|'?re| is| are)?(?: all| still| way| well| already| also| a bit| both| actually)* (?:over|above|more than)|(?:[这那][个些款双件]?|都|也|\\d{1,6}(?:块|元)?)(?:都|也|已经|还是)*超(?:过|出)?(?= ?\\d{1,6} ?(?:块钱?|元)?了))",
  'under|below|less than|lower than|cheaper than|up to|at most|(?:a )?max(?:imum)?(?: of)?|no more than|not more than|not over|not above|nothing over|nothing above|within',
  "(?:spend|pay|go) (?:more than|over|above)|(?:my |the |a )?(?:budget|limit)(?: is| of|:| about)*|(?:i (?:only )?(?:have|got|can spend|want to spend)(?: only)?(?: like| about| maybe)?)|i(?:'ve| have)? (?:got|have) (?:exactly|only|just)(?= ?[$€£¥]?\\d)",
  '<=?|不超过|不要超过|别超过|不能超过|不高于|低于|少于|小于|最多|最高|至多|便宜于|顶多|(?:一共|总共|大家|我们)?(?:凑|攒|集资|筹)(?:了|到|够)+(?:大概|大约|差不多)?|(?:手[头上里]|身上|兜里|口袋里?|卡里|钱包里)(?:只|就|也就|还)?有(?:大概|大约|差不多)?|(?:还|只|就|也就)?剩(?:下|了)?(?:大概|大约|差不多|不到)?(?= ?[\\d零一二两三四五六七八九十百千万]+ ?(?:多)?(?:块|元|$|[,，。.!]))|预算(?:是|大概|大约|在|只有|就|为|:)*|控制在|我?只有',
);
export const minBefore = oneOf(
  "(?:won'?t|wouldn'?t|don'?t|do not|will not|not)(?: even)? (?:look at|consider|want|trust|buy|show me|go)(?: anything| one| ones| any)?(?: that's| costing)? (?:under|below|less than|cheaper than)",
  "(?<!(?:\\b(?:is|are|was|it|that|one|ones)|'s|'re|n't) )(?:not|never|no(?= less| cheaper| lower)|(?:nothing|none)(?![^.!]*\\?))(?: costing| priced| that's| for)? (?:under|below|less than|lower than|cheaper than)|(?:不要|别|不能|不想要?)(?:低于|少于)",
  'over|above|more than|at least|from|min(?:imum)?(?: of)?|starting at|higher than|>=?|高于|超过|大于|多于|至少|最少|不低于|不少于',
);
export const aroundBefore =
  // "Something for a housewarming, maybe 150": shoes come in sizes of two digits.
  '(?<=[,.;] ?)(?:maybe|perhaps|say|like)(?= ?(?:[$€£¥]\\d{1,5}|\\d{3,5})(?: ?(?:yuan|rmb|kuai|quid|bucks))? ?(?:$|[.,!?;]))|' +
  '(?:somewhere |anywhere )?(?:in the region of|in the (?:area|ballpark) of)|somewhere (?:around|about|round|near)|round about|round|around|about|roughly|approximately|approx|circa|somewhere near|close to|~|大概|大约|差不多|约|(?:人均|每(?:个)?人|每位|每份)(?:大概|大约|差不多|约)?';
export const maxAfter = oneOf(
  'at the (?:very |absolute )?(?:most|outside)',
  // "Like 100 yuan to spend".
  '(?<=\\d ?(?:yuan|rmb|kuai|quid|bucks|euros?|dollars?|pounds) )left(?: over)?|left (?:over|to spend|for (?:it|this|that|him|her|them))|(?:on me\\b|in (?:my|the) (?:pocket|purse|wallet|bank|budget))',
  'to (?:spend|spare|blow|burn|play with)(?: on (?:it|this|that|something|her|him|them))?',
  '(?:可以|能|要|拿来|用来)(?:花|挥霍)',
  'absolute (?:max(?:imum)?|top|limit|most)',
  "(?:is|'s|was|would be) (?:as (?:high|far|much) as i(?:'ll| can| will)? (?:go|spend|pay)|all i(?:'ve got| have| can (?:spend|afford)))",
  '(?:(?:is )?(?:ok|okay|fine|alright|tops|max),? )?(?:and |but )?not an? (?:penny|cent|pound|euro|yuan) more',
  '(?:is|would be|was) (?:the|my|our) (?:absolute(?:ly)? |very |upper )?(?:max(?:imum)?|limit|most|top)\\b|as (?:a|the) max(?:imum)?\\b|以内|以下|之内|之下|内|封顶|or less|or under|or below|or cheaper|max\\b|maximum|limit\\b|tops\\b|at most|at the most|(?:in )?total(?= *(?:$|[.,!;]))|altogether(?= *(?:$|[.,!;]))',
);
export const minAfter =
  '以上|起步|起|or more|or above|(?:and )?(?:up(?:wards?)?|onwards?)\\b(?! to\\b)|\\+(?![a-z\\d])';
export const aroundAfter =
  'or thereabouts|左右|上下|前后|出头|来块|多块|多(?=[ 一块元的能可就吧,.]|$)|ish\\b|-ish\\b|or so|more or less|give or take';
