/**
 * Kinds of statement that only the template may bring up. Closed vocabularies already keep most of these words out; the
 * patterns hold where a risky statement can be put together from words that the template has for another purpose.
 */
export type Risk =
  | 'free'
  | 'discount'
  | 'available'
  | 'sold-out'
  | 'hurry'
  | 'promise'
  | 'agreement'
  | 'other-people'
  | 'insides'
  | 'authority';

const patterns: Readonly<Record<Risk, readonly RegExp[]>> = {
  free: [
    /\bfree(?:bie)?s?\b(?! to (?:ask|reach|tell|say|write|look|let))|\bgratis\b|\bcomplimentary\b|\bon (?:us|the house)\b|\bat no (?:extra )?(?:cost|charge)|\b(?:no|zero|without|nothing|don't|not) (?:(?:need|have) to )?(?:(?:any|extra|additional|shipping|delivery) )?(?:pay|paying|costs?|charges?|fees?|price)\b|\bcosts? (?:you )?nothing\b|\b(?:nothing|zero) to pay\b|\bnothing more\b|\bwaived?\b|\bfor nothing\b|\b(?:is|are|comes?) included\b|\ball[- ]inclusive\b|\b(?:is|are|it's|all) yours\b/,
    /免费|免費|免单|免邮|免运|包邮|包郵|赠|贈|白送|白拿|白给|免[收付除]|(?<![配派运发寄递])送(?=您|你|给|給|一|个|礼|券|的)|买[一二三两\d]送|不(?:用|要|需|必|收|花)(?:要)?(?:您|你|任何|另外|额外)?(?:付|钱|費|费|运费|邮费)|零(?:元|费|成本|首付)|0元|分文不|一分钱|归您|是您的了|不另收|倒贴|奉送|附送|随单/,
  ],
  discount: [
    /\bdiscounts?(?:ed)?\b|\b(?:\d+|half|percent|%) ?off\b|\boff (?:your|the|all|every)|\bsav(?:e|es|ing|ings)\b|\bcheaper\b|\bdeals?\b|\boffers?\b|\bcoupons?\b|\bvouchers?\b|\bpromo(?:tion)?s?\b|\bcash ?back\b|\bcredits?\b|\bbonus(?:es)?\b|\bgifts?\b|\brebates?\b|\breduc(?:ed|tion)\b|\bbogo\b|\bbuy one\b|\bprice match/,
    /折扣|打折|几折|[\d零〇一二两三四五六七八九十半对]折|优惠|優惠|立减|直减|满减|减免|返现|返利|抵扣|代金券|优惠券|红包|特价|秒杀|便宜|降价|补贴|省下|立省|半价|买赠|满赠|礼品|礼物|积分/,
  ],
  available: [
    /\bin[ -]stock\b|\bavailable\b|\bready to ship\b|\brestock|\bback in\b|\bcan be ordered\b|\bplenty\b/,
    /有货|有貨|现货|現貨|到货|补货|库存充足|可以下单|货源/,
  ],
  'sold-out': [
    /\bsold[ -]?out\b|\bout[ -]of[ -]stock\b|\bunavailable\b|\bno longer (?:available|sold|made)\b|\bdiscontinued\b/,
    /缺货|缺貨|售罄|售完|卖完|卖光|断货|无货|没货|沒貨|下架|停产/,
  ],
  hurry: [
    /\bhurry\b|\blast (?:one|ones|chance|few|pair|piece)|\bonly \d+ (?:left|remaining)|\b(?:left|remaining)\b|\blimited\b|\bselling fast\b|\bgoing fast\b|\bdon't miss\b|\bact now\b|\bends (?:soon|today|tonight)|\bwhile (?:stocks|supplies) last|\bbefore it's gone|\bnow or never\b|\bright now\b|\bwhile you can\b|\bgoing (?:fast|quick)|\bdon't wait\b|\bnot wait\b|\bsoon\b|\bsame[- ]day (?:delivery|shipping)\b|^same[- ]day|\bnext[- ]day\b/,
    /仅剩|只剩|还剩|最后|赶紧|赶快|快抢|抢购|限时|限量|手慢|错过|马上(?:就要|就没|卖|没|结束|涨|下架)|即将|速来|先到先得|倒计时/,
  ],
  promise: [
    /\b(?:i|we|our (?:team|staff|people)|the (?:shop|store|team|staff))(?:'ll| will| can| are going to| am going to|'re going to|'m going to| shall| could| would|'d| have|'ve)?(?: \w+){0,2} (?:refund|reimburse|pay|paid|repay|compensat\w*|send|sent|ship(?:ped)?|waive\w*|cover|replace\w*|exchang\w*|deliver\w*|cancel\w*|credit\w*|appl(?:y|ied)|reserv\w*|hold|guarantee\w*|promis\w*|ensur\w*|assur\w*|arrang\w*|approv\w*|upgrad\w*|return\w*|give|gave|given|keep|kept|match|fix|repair|ordered|confirmed?)\b/,
    /\bguarante\w*|\bpromis\w*|\bassur\w*|\bcertain(?:ly|ty)\b|\bno matter what\b|\bmoney[ -]back\b|\bfor life\b|\blifetime\b|\brisk[ -]free\b|\b100 ?%|\bno questions\b|\byou (?:can|may) keep\b|\bkeep (?:it|them|both)\b/,
    /保证|保證|承诺|承諾|担保|包退|包换|包赔|假一|终身|终生|绝对|一定(?:会|能|可以)|肯定(?:会|能)|百分百|百分之百|无条件|無條件|没问题|放心/,
    /(?:我|我们|咱们|本店|小店|店里|店铺|客服)[^，。；！？\n]{0,8}(?:退款|退钱|退您|全退|赔|补偿|补发|补给|换新|免|减|安排|保留|预留|留着|寄|取消|发给您|送|承担|(?<!支)付|改价|打电话|申请|升级|到账)/,
    /已(?:经)?(?:为您|帮您|给您|替您)?(?:退|寄|发|取消|安排|办|加|改|批|补|换|预留|下单)/,
  ],
  agreement: [
    /^(?:yes|yep|yeah|yup|sure|certainly|absolutely|definitely|of course|indeed|correct|exactly|right|ok(?:ay)?|agreed|confirmed|done|no problem|you bet|that(?:'s| is) (?:right|correct|true)|you(?:'re| are) right|approved|no,|no\.|not at all)\b/,
    /^(?:是的|对的|对(?:[，。！]|$)|没错|当然|可以的|可以(?:[，。！]|$)|行(?:[，。！]|$)|好的|好(?:[，。！]|$)|成交|没问题|确认|同意|肯定|必须的|有的|不行|不可以|不是|不能)/,
  ],
  'other-people': [
    /\b(?:other|another|previous|most|many|some|all) (?:shoppers?|customers?|buyers?|people|users?|clients?|members?)|\b(?:everybody|everyone|somebody|someone|nobody)\b|\b(?:shoppers|customers|buyers|users|reviewers)\b|\bmr\.?\b|\bmrs\.?\b/,
    /(?:其他|别的|很多|许多|不少|多数|有些|上一位|前一位|别家)的?(?:顾客|客户|买家|用户|人|客人|会员|朋友)|有人|别人|人家|某位|先生|女士|小姐/,
  ],
  insides: [
    /\b(?:system|hidden|initial|developer|secret|internal) (?:prompt|instructions?|message|rules?)|\binstructions?\b|\bprompts?\b|\blanguage model\b|\b(?:gpt|llm|openai|chatgpt|claude|gemini|qwen|deepseek|llama)\b|\bi (?:was|am) (?:told|instructed|programmed|trained|configured)\b|\bmy (?:rules|guidelines|configuration|settings)\b|\bi(?:'m| am) (?:a |an )?(?:real |actual |living )?(?:person|human|agent|man|woman|employee)|\bhuman\b|\bnot (?:an? )?(?:automated|bot|robot|machine|ai)\b|\bapi key\b|\bplaceholders?\b|\btemplates?\b/,
    /系统提示|提示词|指令|系统消息|语言模型|大模型|训练数据|我被(?:告知|要求|设定|训练)|我的(?:规则|设定|配置)|密钥|占位符|模板|我(?:就)?是[^，。！？]{0,8}(?:人工(?:客服)?|真人|人类|本人)|(?:不|并非)是?(?:智能|机器人|自动)/,
  ],
  authority: [
    /\b(?:manager|supervisor|boss|owner|ceo|director|admin(?:istrator)?|police|lawyer|court|bank)\b|\bapproved\b|\bauthori[sz]ed\b|\bexceptions?\b|\bverif(?:y|ied)\b|\bpasswords?\b|\bcredit card\b|\bcard number\b|\baccount number\b|\byour (?:full |home |e-?mail |phone |street )?(?:address|name|e-?mail|number|phone|id|passport|birthday|date of birth)\b/,
    /经理|主管|老板|店长|管理员|负责人|总部|特批|批准|授权|破例|例外|密码|银行卡号|信用卡号|身份证|验证码|(?<!到|至|给|在)(?:您|你)的(?:收货|家庭|电子)?(?:地址|住址|电话|手机|邮箱|姓名|名字|号码|生日)/,
  ],
};

/** The risky statements that `text`, folded, makes. */
export const risksIn = (text: string): Risk[] =>
  (Object.keys(patterns) as Risk[]).filter(risk => patterns[risk].some(pattern => pattern.test(text.trim())));
