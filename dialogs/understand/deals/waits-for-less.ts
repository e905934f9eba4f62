/** Whether it costs less later on: "is it cheaper if I wait till evening?", 晚上下单便宜吗. What runs, and until when, tells it. Folded text. */
const laterEn =
  '(?:evenings?|tonight|night|later(?: on| today| this week)?|tomorrow|(?:the |this |next )?(?:weekend|week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|black friday|cyber monday|christmas|(?:the |a |your )?(?:next )?sales?|a (?:bit|while|few days)|[0-9]{1,2} ?pm)';
const less =
  '(?:cheaper|less|(?:a )?(?:better|lower) (?:price|deal)|on (?:sale|offer)|reduced|discounted|(?:a |any )?(?:discount|deal|sale)|save (?:anything|something|money))';
export const waitsForLessEn = new RegExp(
  `\\b${less}\\b.{0,30}\\bif (?:i|we) (?:just )?(?:wait(?:ed)?|hold off|(?:buy|bought|order|ordered|get|got) (?:it |this |that |them )?(?:in the |at |on |over )?(?:the )?${laterEn})|\\b(?:wait|hold off|holding off|waiting)\\b.{0,12}\\b(?:till|until|for|to)\\b.{0,16}\\b${laterEn}\\b(?=.*\\b(?:cheaper|price|deal|discount|sale|save|saving|better)\\b)|\\b(?:buy|order|get) (?:it |this |that |them )?(?:right )?now or (?:wait|hold off|later)\\b|\\b(?:price|prices|it|they)(?:'s)? (?:drop|drops|go|goes|get|gets|come|comes|is|are)(?: down)?(?: any)?(?: lower| cheaper)? (?:in the|at|over the|on the) (?:evenings?|night|weekend)\\b`,
  'u',
);
const laterZh = '(?:晚上|今晚|夜里|晚[点些]|明天|后天|周末|下周|下个?月|过[几两]天|等等|活动|大促)';
const lessZh = '(?:更)?(?:便宜|划算|优惠|合算|打折|降价|实惠|省)';
export const waitsForLessZh = new RegExp(
  `(?:等|待)(?:到|一?等)?${laterZh}(?:再)?(?:买|下单|拍|入手|的话)?.{0,6}(?:会|能|是不是|有没有|更|会不会)?${lessZh}|(?:是不是|会不会|有没有)?${laterZh}(?:再)?(?:买|下单|拍)(?:的话|会|能|是不是|会不会|更|要|,)*${lessZh}|(?:现在|今天|马上)(?:就)?(?:买|下单)(?:划算|合适|便宜|好)?.{0,4}还是.{0,4}(?:等|${laterZh})`,
  'u',
);
