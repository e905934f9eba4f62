/** How English tells in which role it names things: what is asked of the bot itself, owned, gone, turned down or told in passing. */
import type { RoleForm } from './roles.ts';

const who = '(?:i|we|he|she|they|(?:my|our|his|her) [a-z]+(?: in law)?|the (?:kids?|baby|dog|cat)|mum|mom|dad)';
/** "I've", "she has", "my kid just". */
const has = "(?:'ve|'s| have| has| had)?";
const softly =
  '(?: (?:just|already|also|both|all|really|probably|actually|even|still|almost|accidentally|only|now|finally|kinda|nearly))*';
/** Goods that are talked of, in a few words, and no more said of them. */
const some =
  "(?:(?:an?|the|any|some|my|his|her|our|your|another|more|new|other|all|that|this|those|these|of) )*(?:[a-z'-]+)(?:(?: (?:and|or|nor) | |\\/)(?!i\\b|can\\b|but\\b|that\\b|which\\b|with\\b|for\\b|under\\b|to\\b|in\\b|it\\b)[a-z'-]+){0,3}";
const when =
  '(?: (?:already|either|too|as well|thanks?|thank you|please|today|now|right now|any ?more|at all|here|at home|for now|this time|really|myself|in the end|tonight))*';

/** What a body does, a taste or a life has: nothing that a program or a shop does. */
const lives =
  '(?:drink|eat|like|love|enjoy|prefer|hate|wear|hike|jog|swim|read|cook|bake|camp|travel|sleep|dream|dance|sing|paint|knit|drive|cycle|snore|shower|bathe|exercise|work out|do yoga|drink|taste|smell)';
const noMatter =
  '(?! (?:the|this|that|it|them|these|those|small|large|big|any|a) ?(?:first|second|third|one|ones|better|more|most)?\\b(?! (?:yourself|too|though|as well)))';

const form = (role: RoleForm['role'], talk: RoleForm['talk'], source: string): RoleForm => ({
  role,
  talk,
  said: new RegExp(`^(?:${source})$`),
});

/** Nobody gets back what an order, a parcel or a payment is about by being pitied. */
const ofShop =
  '(?!.*\\b(?:orders?|ordered|parcel|package|delivery|refund|payment|card|password|account|receipt|invoice|tracking|code|coupon|voucher|bought|arrived|warranty|you|your|phone number|size|sizes)\\b)';
const ofMine = `(?:my|our|his|her|their|the) (?:[a-z'-]+ ){0,2}[a-z'-]+`;

export const englishForms: readonly RoleForm[] = [
  // "Do you drink tea", "what's your favourite coffee", "are you wearing shoes".
  form(
    'of-bot',
    'of-me',
    `(?:do|did|have) (?:you|u|ya)(?: guys)?(?: even| ever| also| really| actually| personally| secretly)* ${lives}\\b${noMatter}(?: (?!(?:me|us|with|hot|cold|or)\\b)[a-z'-]+){0,3}`,
  ),
  form(
    'of-bot',
    'of-me',
    `(?:do|have) (?:you|u|ya)(?: guys)? (?:drunk|tried|eaten|worn|drink|eat|wear|use|like)? ?(?:it|them|that|this|these|any|one|some)(?: ones?| of (?:it|them|these|those))? (?:yourself|yourselves|personally|too)`,
  ),
  form(
    'of-bot',
    'of-me',
    `(?:do|have) (?:you|u|ya)(?: guys)?(?: got| have)* (?:an? |any |your own )?(?:cats?|dogs?|pets?|kids|children|famil(?:y|ies)|girlfriend|boyfriend|wife|husband|hobb(?:y|ies)|name|birthday|feelings|friends|mum|mom|favou?rites?(?: [a-z]+)?)(?: yourself| too| there| in the (?:shop|store|office))?`,
  ),
  form(
    'of-bot',
    'of-me',
    `(?:and )?(?:what|which|who)(?:'s| is| are|s)? (?:your|ur)(?: own| personal| all time)* (?:favou?rite|fave?)(?: [a-z'-]+){0,3}`,
  ),
  form(
    'of-bot',
    'of-me',
    `which (?!(?:one|of|would)\\b)[a-z]+ do (?:you|u) (?:like|love|prefer|drink|wear|eat)(?: (?:best|most|yourself|personally))*`,
  ),
  form(
    'of-bot',
    'of-me',
    `(?:are|were|r) (?:you|u|ya)(?: guys)? (?:(?:an? )?(?:man|woman|guy|girl|boy|male|female|chinese|british|american|german|french|japanese|english|asian|old|young|married|single|taken|hungry|thirsty|cold|hot|awake|asleep|busy|drunk|in love|on (?:a |your )?break|having (?:fun|lunch|dinner|a [a-z ]+))|(?:drinking|eating|wearing|reading|having) [a-z ]{2,20})(?: too| as well| right now)?`,
  ),
  form(
    'of-bot',
    'of-me',
    `what (?:are|r|do|did|were) (?:you|u|ya)(?: guys)? (?:wearing|drinking|eating|doing|reading|cooking|up to|having|like|love|drink|eat|wear|do|dream of|have)(?: (?:for (?:fun|lunch|dinner|breakfast|a living|christmas)|all day|right now|at night|yourself|in your (?:free|spare) time|on (?:weekends?|sundays?)|to (?:drink|eat|do|wear|read)(?: yourself)?|when you(?:'re| are) (?:bored|alone|off)))+|what (?:are|r) (?:you|u) (?:wearing|drinking|eating|reading|doing|up to)`,
  ),
  form(
    'of-bot',
    'of-me',
    `how old (?:are|r) (?:you|u)|where do (?:you|u) live|how(?:'s| is| was) your (?:day|night|evening|morning|weekend|week)(?: going| so far| been)*|tell me (?:something |more )?about yourself|(?:do|have) you (?:ever )?been (?:there|hiking|camping|outside|to [a-z]+)|do (?:you|u) (?:even |ever )*(?:sleep|dream|rest|breathe|get (?:tired|bored|paid|lonely|hungry|cold))(?: at night)?|can (?:you|u) (?:taste|smell|feel|see me|drink|eat|sing|dance)(?: [a-z]+)?|(?:do you|u) like (?:running|hiking|cooking|working here|your job|reading|people)`,
  ),
  form('of-bot', 'maker', `(?:who|what) (?:made|built|created|programmed|wrote|trained|invented|coded) (?:you|u)`),
  form(
    'of-bot',
    'made',
    `did you (?:come up with|pick|choose|make up|invent|name|write|make) (?:that|it|this|the name)(?: (?:up )?yourself)?`,
  ),
  // "Why are you called that", "what's the story behind the name".
  form(
    'of-bot',
    'name',
    `(?:why|how come) (?:are (?:you|u)(?: guys)?|is (?:it|this|the|your)(?: shop| store| place| company| brand)?|do (?:you|they) call (?:it|yourselves|the shop)|is the (?:shop|store)) (?:called|named)(?: (?:that|so|like that|(?:[a-z]+ ){0,2}[a-z]+))?|what(?:'s| is)? (?:the |your )?(?:story|meaning|idea|origin)s? (?:behind|of) (?:the|your|this)(?: shop'?s?| store'?s?)? name.*|(?:what does|where does|where did) (?:the|your|this)(?: shop'?s?| store'?s?)? name (?:mean|come from|stand for)|how did you (?:come up with|choose|pick|get) (?:the|your|this|that) name`,
  ),
  form(
    'called',
    'here',
    `(?:is )?any(?:one|body) (?:there|here|home|around|in)|(?:are )?(?:you|u) (?:still )?(?:there|here|around|awake)|hello+ hello+|you alive|where (?:are|r|did) (?:you|u|everyone|everybody)(?: go| all)?|knock knock`,
  ),
  // Nothing is to be bought.
  form(
    'passing',
    'company',
    `(?:i'?m |i am |we'?re )?(?:just |only |really )*(?:not (?:buying|shopping|here to (?:buy|shop)|going to buy|gonna buy)(?: anything| something| today| stuff)*|chatting|chatting a bit|killing time|passing (?:the )?time|bored(?: at (?:work|home)| to death)?|here to chat|procrastinating|messing about|messing around|being nosy)|(?:i )?(?:don'?t|dont|do not) (?:want|need|plan|wanna|mean|have) (?:to )?(?:buy|shop for|get|purchase)? ?(?:anything|nothing|something|a thing)${when}|(?:i )?(?:just |only )*(?:want(?:ed)?|feel like|felt like|like) (?:to )?(?:chat|chatting|a chat|some company)(?: a bit)*|(?:it'?s |having |what )?(?:an? )?(?:quiet|slow|boring|long|busy) (?:night|day|shift|evening|afternoon|morning|week)(?: (?:at|in|here|on) [a-z ]{2,24})?`,
  ),
  form(
    'filler',
    undefined,
    `(?:i'?m |am |was |i was )?(?:just |only )*(?:joking|kidding|teasing|curious|asking|saying|being silly|messing with you|pulling your leg|thinking out loud)|(?:to bother|for (?:bothering|asking|the (?:trouble|bother|confusion))) ?(?:you)?|(?:that'?s|it'?s) (?:all|it|ok(?:ay)?|fine|sweet|nice|a pity|a shame|too bad|funny|fair)|silly me|my bad|back(?: now)?|brb|be right back|one (?:sec|moment|minute)|you too|same(?: here)?|i see|got it|for (?:that|your help|the help|everything|nothing)(?: anyways?)?|(?:a lot|so much|very much|anyways?|you)`,
  ),
  // "Stop showing me coffee".
  form(
    'declined',
    'enough',
    `(?:please |can you |could you |will you )?(?:stop|quit|enough(?: of| with)?|cut it out with|why (?:do|are) you (?:always|keep|still|constantly)|you (?:keep|always|just keep)) ?(?:with )?(?:show(?:ing)?|recommend(?:ing|ations)?|suggest(?:ing|ions)?|push(?:ing)?|offer(?:ing)?|send(?:ing)?|sell(?:ing)?|advertis(?:e|ing)|try(?:ing)? to sell)(?: me| us)?(?!.*\\b(?:offers?|messages?|deals?|discounts?|e-?mails?|ads|adverts|notifications?|texts?|codes?|newsletters?)\\b)(?: (?!what|which|the ones? i)${some})?${when}|(?:i )?(?:said|told you)(?: already)? (?:no|not to (?:show|recommend|push|suggest)(?: me)?)(?: ${some})?${when}`,
  ),
  form(
    'leaving',
    'leaving',
    `(?:good ?)?bye+(?: bye+)*(?: now| for now| then)?|(?:see|cya|catch|talk to|speak to)(?: (?:you|ya|u))?(?: (?:later|soon|around|tomorrow|next time))*|(?:talk|chat|speak) (?:later|soon|tomorrow)|laters?|(?:good ?|nighty )?night(?: night)?|have (?:a|an) (?:good|nice|great|lovely|wonderful|pleasant)(?: rest of (?:the|your))? (?:one|day|evening|night|weekend|afternoon|morning|week|time)(?: too| ahead)?|take care|(?:i'?ll |will )?(?:try|come back|be back|check back|call)(?: back| again)? (?:later|tomorrow|soon|another time|next (?:week|time|month)|some other time)|(?:i )?(?:gotta|got to|have to|need to|must|should)(?: go| run| dash| leave| get going| head off)+(?: (?:now|to [a-z ]{2,20}))?|(?:i'?m )?off (?:now|to (?:bed|work|sleep|town|lunch|school|dinner))`,
  ),
  form(
    'leaving',
    'no-rush',
    `(?:i'?ll|we'?ll|i will|let me|i (?:need|want|have) to|i'?m (?:gonna|going to|still))(?: just| still| maybe)* (?:think|sleep|thinking|sit)(?: about| on| over| it over| it through)*(?: (?:it|that|this|them|the (?:[a-z'-]+ ){0,3}[a-z'-]+))?(?: (?:over|first|a bit|for a bit|some more|then|more|tonight|again|for now|through))*|(?:just |only )*(?:looking|browsing|having a look|looking around)(?: around)?`,
  ),
  form(
    'passing',
    'settled',
    `(?:i(?:'ve| have)? )?(?:just |finally |now |already |actually )*(?:found|solved|fixed|sorted|located|figured)(?: out)? (?:it|them|that|this|the (?:[a-z'-]+ ){0,2}[a-z'-]+)(?: out)?(?: (?:in|on|under|behind|at|already|myself|now|after all|it was) ?.{0,40})?|(?!.*\\byou)(?:it|they|that) (?:was|were|'s|is|are) (?:in|under|on|behind|at) (?:my|the|our|a) .{2,40}|(?:it |that |ok )?(?:works?|worked|is working|all (?:good|sorted|fine)|sorted|solved|fixed)(?: now| again| fine| it| out| itself)*`,
  ),
  form(
    'passing',
    'praise',
    `(?:i |we |she |he |they )?(?:just |really |only |absolutely )*(?:wanted|want) to (?:say|let you know|tell you)(?: that)? (?:thank(?:s| you).*|(?:i |she |he |we )?(?:loves?|like).*|how (?:great|nice|lovely|good|happy).*)|(?:i |we |she |he |they )?(?:absolutely |really |all |just )*(?:loves?|loved) (?:it|them)(?: so much| to bits)?|(?:it|they)(?:'s|'re| is| are| looks?) (?:so |really |very |absolutely )*(?:beautiful|lovely|gorgeous|perfect|great|amazing|wonderful)`,
  ),
  // "My feet hurt, been on them all day".
  form(
    'passing',
    'sore',
    `${ofShop}(?:my|the) (?:(?:poor|new|old|work) )*(?:feet|foot|toes?|heels?|legs?|soles|shoes|boots|trainers|sneakers|heels)(?: (?:are|is|do|does|really|just|so|always|still))* (?:hurts?|hurting|aching|aches?|sore|killing me|tired|dead|done|burning|throbbing|destroyed|in pain)(?: (?:so much|so bad(?:ly)?|like hell|again|after (?:work|my shift|a long day|today)|today))*`,
  ),
  form(
    'passing',
    'aside',
    `(?:i'?ve |i have |i was |was )?(?:just )?been (?:on (?:them|my feet)|working|standing|walking|running around|sitting|at it|up) (?:all|since|for|the whole) .{2,20}|(?:i'?m |i work as )(?:an? )(?:waitress|waiter|nurse|teacher|cook|chef|barista|cashier|postman|student|driver)`,
  ),
  // What went wrong for somebody, and no fault of anything bought here.
  form(
    'gone',
    'gone',
    `${ofShop}(?:i|we|he|she|they|(?:my|our) [a-z]+)${has}${softly} (?:lost|left|misplaced) (?!my (?:job|mum|mom|dad|mother|father|husband|wife|dog|cat|mind|weight|way))${ofMine}(?: (?:on|at|in|somewhere|yesterday|today|last|again|during|when|while|there|behind|outside) ?.{0,40})?|${ofShop}(?:cos |because )?(?:she|he|i|they|we)${softly} left ${ofMine}(?: (?:on|at|in) .{2,30})?|${ofShop}${ofMine} (?:(?:just|has|have|had|was|were|got|been|is|are|went|all) )*(?:stolen|nicked|robbed|lost|missing|left (?:on|at|in) .{2,30}|blown away|flown away|flew away|vanished|disappeared)(?: (?:on|at|in|by|from|yesterday|last|today|again|this|during|while) ?.{0,40})?|(?:it|they) had (?:my|our|her|his) (?:[a-z'-]+ ){0,2}[a-z'-]+ in (?:it|them)(?: too| as well)?|(?:some(?:one|body)|a thief|the (?:wind|dog|cat)) (?:stole|nicked|took|ate|got) ${ofMine}(?: .{0,30})?`,
  ),
  form(
    'passing',
    'mishap',
    `${ofShop}(?:${who}${has}${softly} )?(?:forgot(?:ten)?|spilled|spilt|missed|burnt?|knocked over|cut) (?:(?:my|the|our|his|her|some|all) )?(?:[a-z'-]+ ?){1,3}(?: (?:at|on|in|over|all over|this|today|again) ?.{0,40})?|${ofShop}(?:i'?m|i am|we'?re) (?:so |really |absolutely |bloody )*(?:freezing|soaked|drenched|starving|melting|stuck in traffic|running late)(?: (?:here|today|right now|to death|in [a-z ]+|on [a-z ]+|at [a-z ]+))*|${ofShop}(?:my|the|our) (?:kid|son|daughter|baby|dog|cat|boss|boyfriend|girlfriend|husband|wife|neighbou?rs?|flatmate|roommate)(?:'s| is| are| was| keeps?| won'?t stop)?(?: (?:just|always|still))* (?:crying|sick|ill|screaming|barking|shouting|calling|awake|being (?:a pain|loud|annoying))(?: .{0,30})?|(?:it'?s |and it'?s |its )?(?:driving|drives?) (?:me|us) (?:nuts|mad|crazy|up the wall)|it(?:'s| is|s) (?:raining|pouring|snowing|freezing|boiling)(?: here| outside| again| today)*`,
  ),
  // A neighbour's is nobody's who is to get anything.
  form(
    'passing',
    'aside',
    `${ofShop}(?:my|our|the|some) (?:next door )?(?:neighbou?rs?|boss|colleague|co-?worker|flatmate|roommate|landlord|ex|teacher)(?: upstairs| downstairs| next door)?(?:'s|'ve)? (?:has|have|plays?|uses?|wears?|drinks?) .{2,40}`,
  ),
  form(
    'passing',
    'aside',
    `${ofShop}(?:${who}(?:'m|'re|'s| am| are| is)${softly} )(?:making|cooking|having|drinking|eating|baking|sipping|watching|lying|sitting|wearing|washing|brewing|frying|listening to) (?!.*\\b(?:looking|need|want|marathon)\\b)[a-z' -]{2,40}|(?:i'?ll|i will|i'?m (?:gonna|going to|off to)|let me|gonna|time (?:for|to)|off (?:for|to)|going (?:to|for)|need)(?: just| now| go| first| quickly)*(?: have| get| grab| make| drink| eat| take| pour| put| walk| feed)?(?: myself| me| us)? (?:(?:an?|my|some|the|another) )?(?:quick |nice |little |hot |fresh )*(?:cup|mug|pot|glass|bit|sip|bite)? ?(?:of )?(?:cuppa|cup of [a-z]+|mug of [a-z]+|pot of [a-z]+|glass of [a-z]+|lunch|dinner|breakfast|snack|break|nap|rest|shower|bath|smoke|sandwich|my (?:tea|coffee)|kettle on|dog out|dog|cat|kids?|baby|bed|sleep|work|walk|run)(?: (?:in|with|now|first|and|to|out|from|up|for) ?.{0,40})?|time for (?:my |a |some )?(?:tea|coffee|lunch|dinner|bed|a cuppa)|(?:my|our|the) (?:lunch(?: ?time)?|break|coffee|tea|food|dinner|bus|train|taxi|meeting|shift|class|phone|battery|doorbell|pasta|kettle)(?: break| hour| time)?(?:'s|s| is| are| has)? ?(?:just |now |almost |nearly |about to )*(?:over|up|here|ready|coming|leaving|starting|started|ringing|dying|dead|ended|finished|getting cold|boiling|arrived|arrive|start|end|die)`,
  ),
  // Had already, or had somewhere else.
  form(
    'owned',
    'spared',
    `${who}${has}${softly} (?:already (?:have|has|had|got|own|owns|bought)|(?:has|have|got|own|owns|had) already|bought|got|ordered|found|picked up) (?:${some})(?: already)?(?: (?:somewhere else|elsewhere|from (?:another|a different) (?:shop|store)|in (?:another|a) (?:shop|store)|on (?:amazon|taobao|jd|ebay)|from (?:amazon|taobao|jd|ebay)))${when}`,
  ),
  form(
    'owned',
    'spared',
    `${who}(?: already| also)?(?:'ve|'s| has| have|'s got| has got| have got)?(?: got)?(?: already| also| both| probably| all)* (?:got |have |has |own |owns )?(?:already |more than )?(?:loads|lots|plenty|tons|enough|a ton|too many|a (?:whole )?(?:drawer|shelf|cupboard|wardrobe|box|pile) (?:full )?|dozens|heaps|a million|a collection)(?: of)?(?: ${some})?${when}`,
  ),
  form(
    'owned',
    'spared',
    `(?:${who}(?:'ve|'s)?(?: already| also| both)*(?: got)? ?)?(?:already (?:have|has|had|got|own|owns|bought)|(?:have|has|got|own|owns|bought)) (?!(?:i|you|we|they|he|she|it)\\b)(?:${some}) already${when}|${who}(?:'ve|'s)?(?: already| both)+ (?:have|has|had|got|own|owns|bought)(?: got)? (?:${some}|one|it|that|them|those|these)${when}|(?:${who}(?:'ve|'s)? )(?:have|has|had|got|own|owns)(?: got)? (?:one|it|that|them|those|these|both|some)(?: of (?:those|these|them|that))?(?: (?:already|at home|at work|too))+|(?:yes )?(?:i|we|he|she) (?:have|has|do|does|'ve got|got)(?: one| it| that| them| those)`,
  ),
  form(
    'has',
    'spared',
    `${who}(?:(?:'ve|'s) got|(?: also| both| all)* (?:have|has|had|own|owns)(?: got)?) (?!(?:no|not|nothing|only|just|to|a question|trouble|[a-z]+ed)\\b)(?:${some})${when}`,
  ),
  form(
    'owned',
    'spared',
    `(?:mum|mom|dad|my (?:mum|mom|dad|wife|husband|sister|brother|parents|friend|aunt|uncle)|his (?:mum|wife|sister)|her (?:mum|husband|sister)|someone else|granny|grandma) (?:does|gets|buys|is getting|is buying|is giving|always gives|already got) (?:him |her |them )?(?:those|that|them|these)`,
  ),
  // Not wished for.
  form(
    'declined',
    'spared',
    `(?:${who} )(?:really |just |actually |honestly |'?m )*(?:don'?t|dont|do not|doesn'?t|doesnt|does not|won'?t|wouldn'?t|never) (?:really |actually |even )*(?:want|need|care for|fancy)(?: to (?:buy|see|look at|get))? (?!(?:to|it to|them to|that much|it|much|anything|too|very|so|more than|this one|that one|these|those|the (?:first|second|third|last)|to be)\\b)(?:${some})${when}|(?:i'?m|im|we'?re|i am)(?: all| pretty)? (?:good|fine|ok|okay|sorted|all set|set|covered|done|stocked up|well stocked) (?:for|on|with) (?:${some})${when}|(?:i'?m |i am |we'?re )?(?:not|never) (?:really )?(?:looking for|interested in|after|shopping for|here for|in the market for|buying) (?:${some})${when}|no (?:more )?(?!(?:i|just|said|mean|wait|problem|worries|rush|idea|luck)\\b)(?:${some}) (?:today|for me|for now|needed|this time|at all)|no need(?: for)? (?:${some})${when}`,
  ),
  form(
    'filler',
    undefined,
    `(?:so |and )?none of (?:that|those|these|them)(?: please)?|that'?s not (?:for me|for (?:her|him)|needed)`,
  ),
  form(
    'lacking',
    undefined,
    `(?:because |since |but )?${who}(?:'ve| has| have)? ?(?:(?:don'?t|dont|do not|doesn'?t|doesnt|does not|haven'?t|hasn'?t) (?:have|own|got)|(?:have|has|got|own|owns)(?: got)? no)(?: a| an| any)? (?:${some})${when}`,
  ),
  // "No shampoo": beside a wish of something else.
  form(
    'declined',
    undefined,
    `(?:and )?(?:no|not) (?!(?:i|just|said|mean|wait|the|that|this|those|these|what|an?|only|problem|worries|rush|idea|luck)\\b)(?:${some})(?: (?:please|thanks|thank you|needed|either))*`,
  ),
  form(
    'passing',
    undefined,
    `(?:i |we |she |he |they )?(?:just )?(?:got|received|opened|unpacked) (?:my|the|our|her|his) (?:new )?(?!.*\\b(?:but|not|wrong|broken|missing|order|parcel|code|email|refund|message|money)\\b)[a-z' -]{2,30}(?: today| yesterday)?`,
  ),
];
