/** How English speaks of wishes, of questions about a product, and of what is owned already. Takes folded text. */

/** Someone asks for something, whatever the form of the sentence. */
export const request =
  /\b(?:look(?:ing)? (?:for|to (?:buy|get|purchase|order)|at|into)|search(?:ing)? for|in search of|hunting for|shopping for|in the market for|shop for|help (?:me )?(?:with |to )?(?:buy|find|choos|pick|get|select)\w*|(?:i|we|i'm|we're|id|i'd|we'd|still|also|just|only|really|and|would|to)? ?(?:want|wanted|wish|wanna|need|needed|require|would like|'d like|would love|'d love|would prefer|'d prefer|prefer|preferr?eably|preferably)|i'm after|am after|(?:do|does) (?:you|u|they|the shop|your shop)(?: guys)?(?: also| even)? (?:have|sell|carry|stock|offer|do)|have you got|you got|(?:is|are) there (?:any|a|an|some|other)|(?:is|are) (?:the )?(?:\w+ ){1,3}(?:available|in stock)|(?:can|could|may|might) (?:i|we) (?:have|get|order|buy|ask for|see)|(?:show|recommend|suggest|find|give|get|send|offer) (?:me|us)|(?:can|could|would|will) (?:you|u)(?: please)? (?:show|recommend|suggest|find|help|give|get|look)|(?:recommend|suggest) (?:a|an|some|any|the|something)|thinking (?:of|about)|interested in|hoping (?:to|for)|planning (?:to|on)|(?:to|gonna|will|should) (?:buy|get|purchase|order|pick up)|(?:buy|buying|purchase|purchasing|ordering) (?:a|an|some|new|two|three|\d+|this for|it for|the)|(?:it|they|that|which|this) (?:should|must|has to|have to|needs? to|ought to|would need|better)|should (?:be|have|come)|must (?:be|have|come)|has to be|as long as|(?:is|are) enough|any ideas? for|ideas? for|anything|something|ideally|if possible|would be (?:a plus|important)|be a plus|is a plus|would be (?:great|nice|good|perfect|ideal|lovely|awesome|best|cool|a plus)|would work|works for me|my (?:budget|size|favou?rite|preference)|budget (?:is|of|would|will)|i (?:wear|take|usually wear)|i (?:really |absolutely |also |just |always |usually |generally |do )?(?:like|love|enjoy|adore|prefer|hate|dislike|despise|read)|fan of|into|can't stand|allowed|gift|present)\b|^(?:so |and |ok |hi |hello |hey )?(?:which|what) [a-z' -]{3,40} (?:is|are|would be) (?:the )?(?:good|best|suitable|great|ideal|right|perfect)\b|\bwhat [a-z' -]{2,30} (?:do you have|would you (?:recommend|suggest)|can you recommend)\b|\bwhat are the [a-z ]{3,30} you have\b|\b(?:which|what) (?:of your )?[a-z' -]{3,40} (?:(?:do|would|can) you (?:suggest|recommend)|(?:is|are) (?:the )?(?:good|best|suitable|great|ideal|right|perfect|better) (?:for|to)|goe?s? well with|would suit|fits? (?:best|well))\b|^(?:[a-z]+,? )?got (?:any|a|an|some)\b|^what(?:'s| is| would be) (?:an? |the best )/;

/** A question about a product on the table: its words describe what is asked about. */
export const infoQuestion =
  /^(?:and )?the [a-z ]{3,30}\?$|^so no\b|^(?:(?:and|so|ok|okay|hmm+|oh|also|but|well|wow|great|nice|cool|thanks|hm|sure|yes|no|alright|i see|please)[, ]+)*(?:how(?! about)|what(?! about)|what's|whats|which|when|where|wher|why|who|is|are|was|were|does|did|do (?!(?:you|u) )|can it|can they|can this|can that|can you (?:tell|explain|please tell|deliver|ship|send)|could you (?:tell|explain)|will|has|have you(?! got)|am i|would (?:it|this|that|they)|isn't|aren't|doesn't|may i know|can i know)\b/;

/** Told of what was, or of somebody's opinion. */
export const past =
  /\b(?:i|we|i've|we've|he|she|they)(?: have| has|'ve)?(?: already| just| once| recently| never| only| always| first| even)? (?:bought|had|used|read|tried|owned|got|ordered|received|returned|saw|seen|been using|been wearing|heard|watched|finished|broke|lost)\b|\bmy (?:old|current|previous|last|existing|broken)\b|\bis broken\b|\bi (?:have|own) (?:a|an|the|my|two|some) (?!kid|son|daughter|child|baby|toddler|niece|nephew|size|shoe size|budget|dog|cat|puppy|friend|small|big|large|limited|tight|\w+ (?:kid|son|daughter|budget|dog|cat|size))/;
export const pastOnly = /\b(?:told me|mentioned|said that|says that|heard of|heard that)\b/;

/** A reaction to what was shown. */
export const reaction =
  /^(?:(?:as|but|because|since) )?(?!i\b|it\b|that\b|this\b|budget\b|size\b|colou?r\b|my\b|something\b)[a-z]+ (?:is|was) (?:not )?(?:an?|the|more|about)\b(?! (?:plus|must|bonus))|^(?:no[., ]*)?i think (?:it|that|this)(?:'s|s| is) |^(?:(?:the )?[a-z]+ (?:seems|looks) )|^(?:(?:oh|wow|ah+|ok|okay|hmm+|yes|yeah|no|haha|well|and|but|so)[, ]*)*(?:that|it|this|they|these|those|looks?|sounds?|seems?|the (?:first|second|third|last|other|\w+) one)(?:'s|s|'re| is| are| was| looks?| sounds?| seems?| really|)\b(?! (?:should|must|has to|have to|needs?|would be for|is for|'s for|will be for|for))/;

/** Paying, posting, thanking: no goods are named here. */
export const service =
  /\b(?:pay|payment|emi|cash on delivery|my (?:\w+ )?(?:order|parcel|package|account)|head office|live agent|call cent(?:er|re)|showroom|credit card|debit card|invoice|deliver(?:y|ed|ies)?|shipping|shipped|ship it|shipment|track|refund|return policy|warranty claim|thank you|thanks|customer service|post code|postcode|address)\b/;

/** Of the price of what was shown. */
export const haggling =
  /\b(?:discounts?|on this price|price range for|higher price|lower price|final price|total price|price match)\b/;

/** Asked of the shop's service, though in the words of a wish. */
export const aboutService =
  /\bmy (?:\w+ )?(?:order|parcel|package|account)\b|\b(?:emi|live agent|head office|call cent(?:er|re)|showroom|refund|invoice)\b/;

/** No wish at all: everything will do. */
export const anythingGoes =
  /\b(?:any|whatever|whichever|no (?:particular|specific|special|strong|real)|not (?:any|a) (?:particular|specific)|either) (?:\w+ ){0,2}(?:colou?rs?|sizes?|brands?|materials?|styles?|genres?|authors?|prices?|types?|kinds?|preferences?|model|one)\b|\b(?:don't|dont|do not|doesn't|doesnt|does not) (?:really )?(?:care|mind|matter)\b|\bnot (?:picky|fussy)\b|\bno preferences?\b|\bup to you\b/;

export const frameBeforeGoods =
  /\b(?:look(?:ing)? (?:for|to (?:buy|get|purchase|order|changing)|at|into)|look(?:ing)? for (?:buying|changing)|search(?:ing)? for|in search of|hunting for|shopping for|in the market for|help (?:me )?(?:with )?(?:to )?(?:buy|find|choos|pick|get|select)(?:ing|e)?(?: me)?(?: out)?|want(?:ed)?(?: to)?(?: (?:buy|get|purchase|order|have|see|try|find))?|wish to (?:buy|get|purchase|have)|wanna (?:buy|get)|need(?:ed)?(?: to)?(?: (?:buy|get|purchase|order|have|find))?|require|would (?:also )?(?:like|love)(?: to)?(?: (?:buy|get|purchase|order|have|see|find))?|'d (?:also )?(?:like|love)(?: to)?(?: (?:buy|get|purchase|order|have|see|find))?|prefer(?:ably)?|after|(?:do|does) (?:you|u)(?: guys)?(?: also)? (?:have|sell|carry|stock|offer|do)|have you got|(?:is|are) there|(?:can|could|may) (?:i|we) (?:have|get|order|buy)|(?:show|recommend|suggest|find|give|get|send) (?:me|us)|recommend|suggest|thinking (?:of|about)(?: (?:buying|getting))?|interested in(?: (?:buying|getting))?|hoping (?:to (?:buy|get|find)|for)|(?:to|gonna|will) (?:buy|get|purchase|order)|buying|purchasing|ordering|replace|upgrade|i'll take|something like|such as|i(?: will|'ll) (?:buy|take|have|go for)|also|and)\b(?: me| us)?/g;
