/** Goods and writers that no vocabulary has, told by their last character or by what stands beside them. */
import { chineseWords } from '../../../knowledge/retrieval/text/tokens.ts';
import { isFree, type Reader, take } from './reader.ts';

const head =
  '[篮盒架柜垫刷杯壶锅椅桌灯袋鞋裤裙帽被毯绳机器仪笔膏霜液油粉饼糕酱汁球拍车箱罩帘瓶罐盆碗盘刀膜链镜钟篓筐桶伞扇枕巾毡梯锁铲剪钳夹钩凳椅柜席伞棒棍网竿哨哑铃哨砖板]|篮子|绳子|垫子|架子|杯子|盒子|袋子|罩子|套子|夹子|帘子|梯子|椅子|桌子|柜子|箱子|瓶子';
const goods = new RegExp(
  `(?:^|(?<=[的个把条张双顶套台只款支根块])|(?<=(?:想买|想要|要买|有没有|推荐|求|找|买|配)(?:一?[个把条张双顶套台只款支根块些点])?))(\\p{Script=Han}{1,3}(?:${head}))(?=$|[,，。?？!！ ]|有吗|有没有|吗|吧|呢|推荐|怎么选)`,
  'u',
);
const noGoods =
  /[别推踢打弹男女友爸妈的了吗呢吧啊我你您他她它这那是有不很都也和跟要想能可以最好什么怎多少哪给送没就还在用穿做会行号小大两一二三四五六七八九十几点些个带]|老板|机器$|油$.{0}|颜|价|便宜|有机|随机|司机|手机|当机|微博/u;

/** 润滑油来一瓶: what is asked for comes first. */
export const readGoodsFirst = (r: Reader): void => {
  const { folded, named } = r.clause;
  const m =
    /^(?:顺便|对了|再|还有|另外|那)*(\p{Script=Han}{2,4})(?:也|再|就|先)*(?:来|加|拿|要|买)(?:[一两二三四五六七八九十\d]+(?:[瓶个盒包袋支把本张套双件条副只台])|点|些)(?:吧|试试)?$/u.exec(
      folded,
    );
  if (!m || noGoods.test(m[1]!) || named.some(n => n.slots[0] === 'product_type')) return;
  const start = folded.indexOf(m[1]!);
  if (isFree(r, start, start + m[1]!.length))
    take(r, { slot: 'product_type', start, end: start + m[1]!.length, confidence: 0.5 });
};

/** 马桶刷, 桌垫, 挡风被: before goods were named, or where some are asked for. */
export const readHeadedGoods = (r: Reader, asksFor: boolean): void => {
  const { folded, named, wanted, question } = r.clause;
  if (!(asksFor || wanted.length === 0) || (question && !/吗|有没有/u.test(folded))) return;
  if (named.some(n => n.slots[0] === 'product_type' || n.slots[0] === 'category')) return;
  const m = goods.exec(folded);
  if (!m || noGoods.test(m[1]!)) return;
  const start = m.index;
  const end = start + m[1]!.length;
  if (isFree(r, start, end)) take(r, { slot: 'product_type', start, end, confidence: 0.5 });
};

const works =
  '书|小说|散文|游记|诗集?|诗歌|作品|新书|新作|推理|悬疑|科幻|绘本|漫画|短篇|随笔|杂文|传记|画册|文集|童话|武侠';
const byWriter = new RegExp(
  `(?:^|想看看|看看|想看|想读|想找|想买|有没有|有|要|买|来[本套]|来一[本套]|喜欢|爱看|爱读|推荐|还是|找找|找|看|读)(\\p{Script=Han}{2,5})(?:写的|画的|著的|的(?=(?:那[本套部])?(?:${works})))`,
  'u',
);
const surnames =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪温季鲁葛岳齐梅庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵阎]/u;
const noWriter =
  /[的了吗呢吧啊我你您他她这那是有不很都也和跟要想能可以最好什么怎多少哪给送没就还在新老本看找]|关于|国|历史|中文|英文|日本|孩子|作家|名家|大家|经典/u;

/** 刘子超的游记, 宫西达也画的. */
export const readWriter = (r: Reader): void => {
  const { folded, named } = r.clause;
  const m = byWriter.exec(folded);
  if (!m || noWriter.test(m[1]!)) return;
  const start = m.index + m[0].indexOf(m[1]!);
  const end = start + m[1]!.length;
  if (named.some(n => n.start < end && start < n.end && n.end - n.start > 1 && n.slots[0] !== 'author')) return;
  const words = chineseWords(m[1]!);
  // One word of the language is no name, unless it begins as names do.
  if (words.length === 1 && !(surnames.test(m[1]!) && m[1]!.length <= 3)) return;
  if (isFree(r, start, end)) take(r, { slot: 'author', start, end, confidence: 0.6 });
};

/** 别有酒精, 不要固体; 不滴水, 不用熨的; 桂花味: parts and powers told by their marks. */
export const readMarkedFeatures = (r: Reader): void => {
  const { folded, named, wanted, wishBefore } = r.clause;
  const found = (start: number, words: string, polarity?: 1 | -1): void => {
    const end = start + words.length;
    if (named.some(n => n.start < end && start < n.end && n.end - n.start > 1)) return;
    if (isFree(r, start, end))
      take(r, { slot: 'feature', start, end, confidence: 0.5, ...(polarity ? { polarity } : {}) });
  };
  const without =
    /(?:别有|不要有|不能有|不要)(?!太|么|那|这|了|紧|求|说|再|买|贵|钱|别的|其他)(\p{Script=Han}{1,4}?)(?:的|就行|$|[,. ])/u.exec(
      folded,
    );
  if (
    without &&
    (wanted.length > 0 || wishBefore) &&
    (without[1]!.length > 1 ||
      /有$/u.test(without[0].slice(0, -without[1]!.length - (/[的,. ]$/u.test(without[0]) ? 1 : 0))))
  )
    found(without.index + without[0].indexOf(without[1]!, 2), without[1]!, -1);
  const power =
    /^(?:而且|最好|要|得)?(不(?!要|是|用|来|凑|考虑|开$|完$|碰|好|行|错|想|喜|知|了|太|能|会|需|可|必|急|一|同|买|看|贵|限|够|过|管|确|清楚|客|差|带|含|得|大|小|高|低|长|短|多|少|贵|然|如|只|仅|再|对|敢|凑|砍|出差|改|卫生|方便|心疼|舒服|放心|划算)\p{Script=Han}{1,3}?)(?:的|就行|就好|$)/u.exec(
      folded,
    );
  if (power && (wanted.length > 0 || wishBefore)) found(power[0].indexOf(power[1]!), power[1]!, 1);
  const guard =
    /(?<!\p{Script=Han}|[要的能得])(防\p{Script=Han}{1,2})(?=的|$|[,. ]|吗|就行)/u.exec(folded) ??
    /(?<=[要的能得])(防\p{Script=Han}{1,2})(?=的|$|[,. ]|吗|就行)/u.exec(folded);
  if (guard) found(guard.index, guard[1]!, 1);
  const spared = /(不用\p{Script=Han}{1,2})的(?=\p{Script=Han})/u.exec(folded);
  if (spared) found(spared.index, spared[1]!, 1);
  for (const m of folded.matchAll(
    /(?<!口|什么|哪种|异|风)((?:(?<![有没])没有?[啥什么]{0,2}|无)?(?:(?![啥什么股])\p{Script=Han}){1,2}味)(?=的|$|有吗|[,. ]|吧|吗)/gu,
  ))
    if (!/[口有没什么种个这那是要无异趣意]味$/u.test(m[1]!) && !/^(?:要|有|是|想|来)/u.test(m[1]!))
      found(m.index, m[1]!);
};
