/**
 * What pinyin keyboards and quick fingers make of shop words: the wrong character of the same sound or shape. Only such pairs
 * as mean nothing else in a shop. Takes folded text that holds Chinese.
 */
const slips: ReadonlyMap<string, string> = new Map(
  (
    '有木有 有没有|优惠卷 优惠券|优会卷 优惠券|优会券 优惠券|优会 优惠|折扣卷 折扣券|代金卷 代金券|领卷 领券|卷码 券码|用卷 用券|时侯 时候|帐号 账号|结帐 结账|付帐 付账|帐单 账单|转帐 转账|到帐 到账|登陆 登录|' +
    '快弟 快递|快第 快递|块递 快递|运废 运费|退欵 退款|退筐 退款|包油 包邮|发或 发货|到或 到货|换或 换货|附款 付款|支付保 支付宝|微新 微信|够物车 购物车|购物扯 购物车|' +
    '人工克服 人工客服|找克服 找客服|转克服 转客服|尺玛 尺码|跑写 跑鞋|跑步写 跑步鞋|运动写 运动鞋|鞋吗 鞋码|夹课 夹克|男土 男士|女土 女士|双建包 双肩包|双间包 双肩包|背报 背包|' +
    '防氺 防水|防谁 防水|有伙吗 有货吗|便易 便宜|偏宜 便宜|推存 推荐|推见 推荐|礼勿 礼物|礼务 礼物|耳几 耳机|质保其 质保期|在那里 在哪里|到那里 到哪里|到那了 到哪了|那里买 哪里买|多少前 多少钱|怎麽 怎么'
  )
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
);
const anySlip = new RegExp([...slips.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** 能印字不, 有粉色的没, 到了没有 ask what 能印字吗 asks; 要不, 还没 and 差不 end in no question. */
const askingEnd =
  /(?<=\p{Script=Han})(?<![要绝从并也还都我你您他她它就才决毫说偏死而再差真哪对])不(?=\s*[,.?!;~，。？！；～、]|\s*$|\s+[\p{Script=Han}\d])|(?<=[\p{Script=Han}a-z\d])(?<![还也都就从并才我你您他她它倒真])没(?=\s*[,.?!;~，。？！；～、]|\s*$|\s+(?!有)[\p{Script=Han}\d])|(?<=(?:有|能|会)\p{Script=Han}{1,8}|了)没有(?=\s*[,.?!;~，。？！；～、]|\s*$)/gu;
/** How it is said in chats: 咋办, 啥时候. */
const colloquial: readonly (readonly [RegExp, string])[] = [
  [/咋(?=\p{Script=Han}|$)/gu, '怎么'],
  [/怎么整/gu, '怎么办'],
  [/啥/gu, '什么'],
  // 来俩: two of it.
  [/(?<=[来要拿买加])俩(?=[\s,.!?，。！？]|$|吧|呗)/gu, '两个'],
  [/(?<![a-z])(?:npy|dx)(?![a-z])/gu, '对象'],
  [/(?<![a-z])nvpy(?![a-z])/gu, '女朋友'],
  [/(?<![a-z])nanpy(?![a-z])/gu, '男朋友'],
  // 放得下15.6寸的笔记本电脑: for a laptop, and of that size.
  [
    /(?<=[放装])(?:得下|下|进)?(?:一?[个台]|我的)?(\d{2}(?:\.\d)? ?(?:寸|英寸))的?(?:笔记本|手提)?电脑的?/gu,
    '电脑的 $1',
  ],
  [/(?<=[放装])(?:得下|下|进)(?:一?[个台]|我的)?(?:笔记本|手提)?电脑/gu, '电脑'],
  // 能放15.6寸笔记本: what has inches, or is put in, is written on by nobody.
  [/(?<=[放装塞背])(?:得下|下|进)?(?:一?[个台]|我的)?(\d{2}(?:\.\d)? ?(?:英?寸))的?笔记本(?!电脑)的?/gu, '电脑的 $1'],
  [/(?<=\d{2}(?:\.\d)? ?英?寸的?)笔记本(?!电脑)/gu, '笔记本电脑'],
  // 护发素没有吗, 没有护发素吗: whether there is any.
  [
    /^((?:那|怎么|这里|你们家?)*)(?!还|也|都|就|从|并|我|你|真)(\p{Script=Han}{2,5})没有(?:吗|么|嘛)(?=[?？。! ]*$)/gu,
    '$1有没有$2',
  ],
  [
    /^((?:那|怎么|这里|你们家?|难道)*)没有(?!人|用|货|其|别|更|收|到|送|活动|优惠|折|什么|区别|\p{Script=Han}*[了过])(\p{Script=Han}{2,6})(?:吗|么|嘛)(?=[?？。! ]*$)/gu,
    '$1有没有$2',
  ],
  // 油痘肌能用吧, 第二份半价对吧: asked to be told so.
  [
    /(?<=(?:对|是)(?:的)?)吧(?=[.?!~。？！～ ]*$)|(?<=(?:能用|可以用|能穿|能喝|能吃|适合\p{Script=Han}{0,4}))吧(?=[.?!~。？！～ ]*$)/gu,
    '吗',
  ],
  // 不要散茶, of tea in bags: no tea is turned away.
  [/[,， ]*(?:不要|别要?|不想要|不喝|不是)(?:散|散装|散的)茶叶?(?=$|[\s,，。.!！?？])/gu, ' 要茶包'],
  // 再来包滤纸: one pack of it.
  [/(?<=再(?:来|加|拿|要))[包盒瓶罐袋支](?=\p{Script=Han}{2})(?!\p{Script=Han}?[吧吗呢啊呀的])/gu, ''],
];

/** A question in the words of the written language, whatever else is said. Takes folded text, or text as it was written. */
export const inAskingForm = (folded: string): string =>
  colloquial.reduce((text, [said, put]) => text.replace(said, put), folded).replace(askingEnd, '吗');

export const mendChinese = (folded: string): string => inAskingForm(folded.replace(anySlip, said => slips.get(said)!));

/** English shop words in a Chinese sentence ("可以 return 吗"), for patterns that are written in Chinese. */
const glosses: ReadonlyMap<string, string> = new Map(
  (
    'return 退货|returns 退货|refund 退款|exchange 换货|cancel 取消|order 订单|delivery 配送|shipping 配送|ship 寄|deliver 送|size 尺码|colour 颜色|color 颜色|discount 折扣|' +
    'code 优惠码|coupon 优惠券|cart 购物车|pay 付款|payment 付款|invoice 发票|gift 礼物|if 如果|when 什么时候|free 免费|parcel 包裹|package 包裹|login 登录|password 密码|overseas 海外|abroad 国外|warranty 保修'
  )
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
);

/** A sentence without any Chinese is left as it is. */
export const inChineseWords = (folded: string): string =>
  /\p{Script=Han}/u.test(folded)
    ? folded
        .replace(/[a-z]+/g, word => glosses.get(word) ?? word)
        .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    : folded;
