/** What is asked by kind of a part of goods, or of what they do to whoever has them: how deep the lugs are, whether a telephone goes on, what is heard beside the music. */
export const kindsOfParts = {
  drop: {
    asks: /\bheel[- ](?:to[- ]toe[- ])?drop\b|\b(?:the|what|its|which|and|mm|lower|higher|zero) drop\b(?! (?:in|of|off)\b)|^drop\b|落差/u,
    says: /\d ?(?:mm|毫米)/iu,
    attributes: ['heel-to-toe-drop', 'drop', '前后掌落差', '落差'],
  },
  sole: {
    asks: /\blugs?\b|\btread(?: depth| pattern)?\b(?! ?mill)|\b(?:how (?:good|grippy)|how(?:'s| is)) (?:is )?(?:the |its |their )?(?:grip|traction)\b|\boutsoles?\b|鞋齿|齿深|抓地|大底/u,
    says: /\b(?:lugs?|grips?|grooves|rubber)\b|齿|抓|橡胶/iu,
    attributes: ['sole', 'outsole', '鞋底', '大底'],
  },
  cushioning: {
    asks: /\bstack(?: height)?\b|\bhow (?:thick|cushioned) (?:is|are) (?:the|its|their) (?:soles?|heels?)\b|(?:鞋底|后跟|中底)(?:有)?(?:多|更|比较)?厚|(?:缓震|减震)(?:性能|效果)?(?:行不行|好不好|强不强|怎么样|咋样|如何|(?:行|好|强|够)(?:吗|么|不))/u,
    says: /\d ?(?:mm|毫米)/iu,
    attributes: ['cushioning', '缓震'],
  },
  surroundings: {
    asks: /\bhear (?:the |my |any |other |what'?s |approaching |outside )*(?:traffic|cars?|bikes?|surroundings|around|people|outside|street|announcements?|someone)\b|\b(?:aware(?:ness)? of|ambient)\b|听(?:得)?(?:到|见|清)\p{Script=Han}{0,6}(?:车|外面|外界|周围|环境|路况|别人|旁边)|(?:环境|外界)(?:的)?(?:音|声)/u,
    says: /\b(?:traffic|surroundings|ambient|bells)\b|\bears? (?:stay )?open\b|车流|车铃|环境音|外界/iu,
    attributes: [],
    loosely: ['noise-cancelling', 'transparency', '降噪', '通透'],
  },
  'phone mount': {
    asks: /\b(?:put|attach|mount|fix|clip|hook|connect|strap)(?: up)? (?:an? |my |the |our |your )?(?:smart)?phone (?:on|to|in)\b|\b(?:attach|mount|fix|clip) (?:an? |my |the |our |your )?(?:smart)?phone\b|\bphone (?:mount|holder|adapter|clamp|bracket|attachment)\b|手机(?:支架|夹子?|架|转接)|(?:装|架|夹|放|接)(?:上|个)?手机(?!袋|包|里)/u,
    says: /\b(?:phone (?:holder|mount|adapter|arm)|holder to mount)\b|手机(?:支?架|夹)/iu,
    attributes: [],
  },
  slots: {
    asks: /u盘|\busb (?:sticks?|drives?|keys?)\b|\b(?:flash|thumb) drives?\b|\b(?:memory|sd|tf|micro ?sd)[ -]?cards?\b|(?:内存|存储|储存|sd|tf)卡/u,
    says: /u盘|\busb (?:sticks?|drives?|keys?)\b|\b(?:flash|thumb) drives?\b|\b(?:memory|sd|tf)[ -]?cards?\b|(?:内存|存储|储存|sd|tf)卡/iu,
    attributes: [],
    loosely: ['memory', 'storage', '存储'],
  },
  packed: {
    asks: /\bhow (?:small|big|large|long|compact) (?:does|do|will|can|is|are) (?:it|they|this|that) (?:pack|fold|roll|get when|when|be when)\w*|\b(?:pack|fold|roll)s? (?:down|up|away) (?:small|to what|how)|\bwhen (?:it'?s |it is )?(?:packed|folded|rolled)\b|\b(?:packed|folded|rolled)(?: up| down| away)?(?= ?[?.!,]*$)|(?:收|折)(?:叠|纳)?(?:起来|好|拢|后)+(?:了)?(?:之?后|以后|能|会|可以|是|有|大概)*(?:多[长大小宽]|变小|小|几)|能(?:不能)?(?:收|折)(?:叠)?(?:起来|小)(?:吗|么|不)/u,
    says: /\b(?:packs?|folds?|rolls?|tube|pouch|stuff ?sack|chest pocket)\b|收纳|折|筒|可拆/iu,
    attributes: ['packs', 'folds', 'packed-size', 'folded-size', '收纳', '折叠'],
  },
  hands: {
    asks: /\bleft[- ]?hand\w*|\blef(?:ty|ties)\b|左撇子|左手/u,
    says: /\b(?:either|left|both) hands?\b|左右手|左手/iu,
    attributes: [],
  },
  eyes: {
    asks: /\b(?:bad for|hurts?|harms?|damag\w*|strains?|easy on|safe for|kind to|gentle on) (?:the |my |your |his |her |their |kids'? )?eyes\b|\beye[- ]?(?:strain|protect\w*|friendly)\b|护眼|(?:伤|刺|累|毁)(?:不(?:伤|刺|累))?(?:到)?眼|频闪/u,
    says: /\b(?:flicker|glare|the sun\b(?!screen)|eyes)\b|频闪|刺眼|护眼|眩光|不能看太阳|入眼/iu,
    attributes: ['flicker', 'glare', '频闪'],
    loosely: ['light', 'safety', '灯光', '安全'],
  },
  stomach: {
    asks: /养胃|(?:伤|刺激|护)(?:不(?:伤|刺激))?胃|胃(?:不好|寒|痛|疼|能|受)|\b(?:kind|gentle|easy|hard|bad|good) (?:to|on|for) (?:the|my|his|her|your) stomach\b/u,
    says: /\bstomach\b|胃|火锅/iu,
    attributes: [],
  },
  sound: {
    asks: /\bsound quality\b|\bhow (?:does|do|is|good is) (?:it|they|this|the) sound\b|\bhow (?:good|clear) (?:is|are) (?:the |its |their )?sound\b|音质|(?:低音|高音)(?:怎么样|咋样|如何|好不好)/u,
    says: /\b(?:sounds?|bass|treble|mids|drivers?)\b|低音|高音|人声|声音|音色/iu,
    attributes: ['sound', '声音'],
  },
  boiling: {
    asks: /\bhow (?:long|fast|quick\w*)\b.{0,20}\b(?:boil|heat up)\b|\bboil(?:ing)? time\b|烧(?:开|水|一壶)(?:水)?(?:要|得|需要|大概)*(?:多久|几分钟|多长时间)|多久(?:能)?(?:烧开|水开)/u,
    says: /\bboils? in\b|\bminutes? to boil\b|分钟烧开|烧开.{0,4}分钟/iu,
    attributes: [],
  },
} as const;
