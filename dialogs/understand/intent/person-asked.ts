/** A person is asked for, in words that can mean nothing else. All take folded text. */
import type { Intent } from '../../turn.ts';

export const personAsked: readonly (readonly [Intent, RegExp])[] = [
  [
    // 我跟人讲吧, 找人来: somebody, whoever it is.
    'person',
    /(?:^|[,，。!！ ])(?:算了|那|我们?|还是|就|想|要|得|宁愿|不如|直接|帮我|给我|麻烦|请|快|,| )*(?:跟|和|找|叫|让|换|喊|叫)(?:个|一个|位)?(?:真|活|别)?人(?:工)?(?:来)?(?:跟我|和我|给我)?(?:讲|说|谈|聊|沟通|处理|看看?|来)(?:吧|呗|话|好了|算了|行不行|行吗|清楚|一下)*(?=$|[,，。!！?？ ])/u,
  ],
  [
    'person',
    /\b(?:get|have|want|need|like|hear) (?:\w+ ){0,5}from (?:a|an|some|one of your|your) (?:real |live |actual )?(?:person|human|colleagues?|agent|staff|people|representative)\b/,
  ],
  [
    'person',
    /\b(?:talk|speak|chat|connect(?: me)?|transfer(?: me)?|put me through|hand me over|get me|switch) (?:\w+ ){0,3}(?:human|person|agent|representative|rep|advisor|adviser|operator|someone|somebody|staff|manager|supervisor|colleague|customer (?:service|support|care))\b|\bi(?:'d| would)? (?:want|need|like|prefer) (?:an? |some )?(?:real |live |actual )?(?:human|person|agent|representative|human being)(?: please| now| instead| then)*[.! ]*$|^(?:(?:ok|okay|sure|yes|yeah|yep|right|fine|well|no|just|then|alright|good|great|please|hi|hello|so|and|hm+)[,. ]+)*(?:an? |some |another )?(?:human|(?:real |live )?person|(?:live )?agent|representative|operator|human being|customer service)(?:,? (?:please|now|then|thanks|thank you))*[.! ]*$|\b(?:can|could|will|would) (?:someone|somebody|anyone|a (?:person|human|colleague)|your (?:team|staff|colleagues)) (?:please )?(?:call|phone|ring|contact|get back to|talk to|speak to|reach out to) (?:me|us)\b|^(?:(?:ok|so|but|please|hello|hi)[, ]+)*(?:can|could|would|will) (?:someone|somebody|anyone) (?:please )?(?:help|assist)(?: me| us)?(?: (?:out|with (?:this|it|that|my order)))?(?: please| pls)?[?!. ]*$|(?:转|找|要|接|叫)(?:一?[个下位])?(?:真人|人工)|人工客服|真人客服|转客服|(?:有人|能不能|可以|能)(?:给我|跟我)(?:打个?|回个?)电话|^(?:人工|客服)[.! ]*$|(?:^|[,. ])(?:我们?|现在|马上|立刻|就|快|赶紧|给我|帮我)*(?:要|想|得)?(?:直接)?(?:找|叫|要见|喊)(?:[个到]|一个)?(?:真|活)?人(?:来|处理|解决|工|说话?|问)?(?=[,. !?]|$)/u,
  ],
  [
    'person',
    /\b(?:any|a) chance of (?:getting |speaking to |talking to )?(?:an? |some )?(?:real |live |actual )?(?:human|person|agent)\b|\bis there (?:an? |any |some )?(?:real |live |actual )?(?:human|person|agent)(?: (?:being|here|there|around|in here|available|i can (?:talk|speak) to)){1,2}\b|\b(?:give|send|find) me (?:an? |some |the )?(?:real |live |actual )?(?:human|person|agent|someone|somebody)\b(?! who\b.{0,20}\b(?:likes|loves|has)\b)|\bi(?:'d| would)? (?:want|need|like) (?:someone|somebody|a (?:person|human|colleague)) to (?:look|check|handle|deal|sort|see|take|help|call|phone|contact)\b|\b(?:someone|somebody) real\b|\bi(?:'d| would) (?:rather|prefer to) (?:have|talk to|speak (?:to|with)|get|deal with) (?:an? )?(?:real |live |actual )?(?:person|human|someone|somebody)\b/,
  ],
  [
    // "Can a human help me", "anyone real I can ask", "any humans around?", "I don't want a bot", "can you people just call me".
    'person',
    /(?:^(?:(?:ok|okay|so|hello|hi|hey|please|but)[,. ]+)*|\b(?:can|could|would|will|may|might|is there|are there|isn'?t there|any|get|need|want|have|let) (?:\w+ ){0,2})(?:humans?(?: beings?)?|persons?|(?:real|actual|live) (?:people|persons?|someone|somebody)|(?:anyone|someone|anybody|somebody|people) (?:real|human|alive))(?= (?:please |just |also |maybe )?(?:help|assist|look|check|answer|reply|respond|take|handle|sort|do|see|read|talk|speak|chat|deal|fix|explain|tell|step|around|here|there|about|available|online|i can|we can|to (?:help|ask|talk|speak|look|check|answer|sort)|who can|instead|now|please)\b| ?[?!.]*$)(?!.{0,30}\b(?:wear|use|fit|carry|drink|eat)\b)|\b(?:don'?t|do not|dont) want (?:to (?:talk|speak|chat) (?:to|with) )?(?:an? |the |this |your )?(?:stupid )?(?:bot|robot|machine|ai|chatbot)\b|\b(?:can|could|will|would) (?:you|u)(?: people| guys| lot)? (?:just |please |not just )*(?:call|phone|ring) (?:me|us)(?: back)?(?! (?:when|if|once|a ))\b/,
  ],
  [
    // "Can someone check?", 能找人看一下吗: whoever it is, and nothing more is asked.
    'person',
    /^(?:(?:ok|okay|so|but|and|then|please|well)[,. ]+)*(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of you|your (?:team|people|staff|colleagues)) (?:please |just |maybe )?(?:check|have a look|take a look|look into|look at|look|sort|see to)(?: (?:it|this|that|into|at|on|for|me|up|out|please|now|then))*[?!. ]*$|^(?:那|就|请|麻烦|,)*(?:能不能|可不可以|可以|能)?(?:帮我?|给我)?找(?:个|一个)?(?:人|同事)(?:来|帮我?|给我)*(?:看|查|核实|处理)(?:一下|看|一看|查)?(?:吗|吧|呗|么|不)*[?!. ]*$/u,
  ],
  [
    // "Yes please get someone", "who do I call": whoever it is.
    'person',
    /^(?:(?:ok|okay|yes|yeah|yep|sure|right|fine|please|then|just|alright|all right|so|well|and|hm+|go ahead and|do)[,.! ]+)*(?:(?:can|could|would|will) you )?(?:please )?(?:get|find|fetch|call|bring|ask)(?: me| us)? (?:someone|somebody|a colleague|your colleague|one of your (?:people|colleagues|team)|a (?:real )?(?:person|human)|an agent)(?: for me| to help(?: me)?| who (?:can help|knows))?(?:,? (?:please|then|now|thanks|thank you))*(?:[?.! ]*$|[,.!;] (?=(?:i|it|we|my|the|they|he|she|this|that|because|as|since)\b))|^(?:(?:ok|okay|yes|right|fine|then|alright|all right|so|well|and|but|hm+)[,.! ]+)*who (?:do|can|should|could|would|must) (?:i|we) (?:call|phone|ring|contact|talk to|speak (?:to|with)|turn to)(?: about (?:it|this|that))?(?: then| now)*[?.! ]*$/,
  ],
  [
    // 那帮我转吧, "ok, put me through then": to whom goes without saying.
    'person',
    /^(?:算了|行|好|可以|嗯|对|要|的|吧|那|就|请|麻烦|快|赶紧|直接|马上|帮我|给我|你|,| )*转(?:一下|过去|接)?(?:吧|呗|啊|一下)*(?:[.! ]*$|[,.!，。 ]+(?=我|这|那|东西|照片|是))|^(?:(?:ok|okay|yes|yeah|yep|sure|right|fine|please|then|just|go ahead and|do)[,. ]+)*(?:(?:put|get|patch|pass) me (?:through|one|on|over)|(?:connect|transfer) me)(?: to (?:one|them))?(?:,? (?:then|please|now|thanks))*[.! ]*$/u,
  ],
];
