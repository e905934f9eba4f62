/** What a Chinese shopper tells of himself and his home that matters for the choice: 大油皮, 租房, 家里有猫, 客厅才15平. */
import { coreOf } from './chinese-core.ts';
import { isFree, type Reader, take } from './reader.ts';

const number = '(?:\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九十百]{1,4})';
const degree = '(?:有点儿?|有些|比较|偏|很|特别|非常|超级?|也|都|好|太|真|是|挺|蛮|又|还)*';
const bodyPart =
  '脸型?|脚背|脚踝|脚型|脚掌|脚|手腕|手指|手掌|手|大腿|小腿|腿|胸|肩膀|肩|头围|脖子|屁股|臀|肚子|胯|个子|骨架|上身|下身|头发|发量|发质|发际线|头皮|皮肤|肤色|脸上|眼皮|眼下|眼睛|黑眼圈|眼袋|唇纹|嘴唇|嘴|鼻子|鼻梁|毛孔|指甲|胡子|汗毛|t区|两颊|细纹|法令纹|牙齿?|眉毛|睫毛|额头|下巴|颧骨|脖';
const bodily =
  '大|小|宽|窄|粗|细|长|短|多|少|高|低|矮|胖|瘦|黑|黄|白|干|油|硬|软|塌|重|深|浅|厚|薄|方|圆|尖|肿|毛躁|稀|稀疏|扁|大出油|出油|出汗多?|发黄|发黑|发红|爱出油|爱冒油|爱出汗|起皮|泛红|暗黄|暗沉|短粗|肉|没劲|到腰|过肩|及腰';
const room =
  '过道|门口|厨房|客厅|卧室|房间|阳台柜?|飘窗|卫生间|浴室|家里|家|屋里?|玄关|宿舍|书房|窗台|层高|窗户|桌面|台面|柜子|床边|床|车位|院子|整屋|地方|书桌|餐厅|办公室|工位|面积';
const pet = '猫咪?|狗狗?|金毛|拉布拉多|柯基|泰迪|哈士奇|边牧|布偶|英短|橘猫|仓鼠|兔子|主子|毛孩子|宠物|鹦鹉|小猫|小狗';
const stove = '燃气灶?|煤气灶?|电磁炉|天然气|电陶炉|明火灶?|煤气罐|液化气';
const region =
  '东北|华北|华南|江南|西北|西南|南方|北方|沿海|海边城市|高原|山区|农村|乡下|黑龙江|哈尔滨|吉林|长春|辽宁|沈阳|大连|内蒙古?|北京|天津|河北|山西|山东|青岛|河南|郑州|陕西|西安|甘肃|兰州|宁夏|青海|新疆|西藏|拉萨|四川|成都|重庆|贵州|贵阳|云南|昆明|广西|南宁|广东|广州|深圳|海南|三亚|福建|厦门|江西|湖南|长沙|湖北|武汉|安徽|合肥|江苏|南京|苏州|浙江|杭州|上海|香港|台湾|澳门';
const trade =
  '新手|小白|菜鸟|初学者?|零基础|手残党?|学生党|打工人|社畜|上班族|早八人|熬夜(?:党|狗|人)|程序员|考研党|备考党|懒人|懒癌|宝妈|奶爸|吃货|租房党|健身党|通勤党|急性子|强迫症|颜控|第一次(?:用|买|玩|养|学|当妈|露营|化妆)|刚(?:入门|开始学|入坑|毕业|搬家)';
const complexion =
  '(?:大|超|重度|轻微)?(?:混合?|沙漠)?(?:性)?(?:油|干|敏感?|痘|黄|黑|白|黄黑|冷白|暖白|暖黄|混油|混干|沙漠|薄|角质薄|混合|外油内干|油敏|干敏|偏干|偏油)(?:皮|肌|痘肌)|外油内干|外干内油|混油|混干|[黄白]一[白黄]|黄[二三]白|白[二三]|细软塌|细软发?|油头|沙发发质|自然卷|羊毛卷|少年白|扁头|方圆?脸|圆脸|长脸|鹅蛋脸|瓜子脸|娃娃脸|梨形|苹果型|梨形身材|苹果型身材|微胖|[大小平]胸|左撇子|小个子\\d{0,3}|大高个|五五身|漂过\\S{1,2}';

const where = new RegExp(`^(?:${region})$`, 'u');

/** A whole clause that tells of the shopper; the first group is the value. */
const wholes: readonly RegExp[] = [
  new RegExp(`^(?:是|就是|属于|算)?(${complexion})(?:的|一枚|姐妹|人|啊|呀|哈|用|能用|也能用|适合吗|友好)*$`, 'u'),
  new RegExp(`^((?:${bodyPart})${degree}(?:${bodily}))(?:的|了|啊|呢|吧|哈)*$`, 'u'),
  new RegExp(`^(?:是|就是|纯|算)?(${trade})(?:一枚|一个|啊|呢|哈|用的?)*$`, 'u'),
  new RegExp(`^(?:是|住)?(?:在)?(${region})(?:这边|人|的|那边|天气)?$`, 'u'),
  /^(?:是|住的?是?|现在)?(租的?房子?|租房|出租屋|出租房|合租|老房子|老小区|小户型|大平层|loft|西晒|朝[南北]|顶楼|一楼|没电梯|\d+楼没电梯|宿舍党)(?:的|啊|住)?$/u,
  new RegExp(
    `^(?:家里?)?(?:就|一共|总共|常住)?(${number}口(?:人|之家)?|一家[三四五六七八]口)(?:人)?(?:用|吃|住)?$`,
    'u',
  ),
  /^((?:两|一|三|四)个人(?:吃|住|用)?|就?我(?:和|跟)\p{Script=Han}{1,3}(?:两个人?|俩)?|一个人(?:住|用|吃)?)(?:就够|够)?$/u,
  /^(?:身高)?((?:小个子)?1[4-9]\d(?:cm|公分)?[ ,]*(?:体重)?\d{2,3}(?:斤|公斤|kg)|小个子1[4-9]\d)$/u,
  /^(?:体重|才|有)?(\d{2,3} ?(?:斤|kg|公斤))(?:左右|上下|的人)?$/u,
  new RegExp(
    `^((?:${room})(?:就|才|只有|只剩|就剩|大概|也就|有)*(?:${degree}(?:大|小|窄|矮|高|低|短|挤|紧张|潮|暗|干燥|湿)|(?:宽|高|深|长)?(?:就|才|只有|只剩|就剩|也就)?${number}(?:平米?|平方|公分|厘米|cm|米\\d?|深|宽|高)))(?:的|啊|吧|呢|左右)*$`,
    'u',
  ),
  new RegExp(`^((?:${room})放不下\\p{Script=Han}{1,4})(?:的)?$`, 'u'),
  new RegExp(`^((?:预留|留了?|位置)(?:宽|高|深)?${number}(?:宽|高|深|公分|厘米|cm|米)?)$`, 'u'),
  /^(胶囊|磨豆|经常加班|经常出差|不会做饭|不会化妆|只喝(?:拿铁|美式|奶茶|茶|黑咖)|没用过)$/u,
];
/** Something the shopper has or lives with; the first group is the value. */
const owned: readonly RegExp[] = [
  new RegExp(`(?:家里?|我家?|还|也)?(?:有|养了?)(?:一|两|三|几|\\d)?(?:只|条|个|群)?(${pet})(?:了|的|呢|在)?$`, 'u'),
  new RegExp(`^((?:${number})?(?:只|条)?(?:${pet}))(?:一只|两只)?$`, 'u'),
  new RegExp(`(?:家里?|我家?|用的?)(?:用的?|是|烧|只有)*(${stove})(?:用|的|做饭|灶)*$`, 'u'),
  /(?:家里?|我(?:的|是|用)?|老公|用的?是?)((?:iphone|苹果|华为|小米|红米|荣耀|三星|vivo|oppo|ipad|mate|macbook|mac|switch|ps|pixel) ?\d{1,3}(?: ?(?:pro|max|plus|mini|ultra|air))*)/u,
  /(?<!\d)(1[1-8](?:\.\d)?寸?的?(?:本|电脑|笔记本))$/u,
  /^(?:我|我家|家里)?(没有?(?:磨豆机|烤箱|微波炉|洗碗机|烘干机|打奶泡器|电梯|阳台|暖气|空调|地暖|冰箱|洗衣机))$/u,
  /^(?:家里?|我家)?电视(\d{2}寸)的?$/u,
];

/** 我家养猫: how one lives is told with its verb. */
const kept = new RegExp(`^(?:家里?|我家?)?(养(?:了)?(?:一|两|几|\\d)?(?:只|条)?(?:${pet}))(?:的|了|呢)?$`, 'u');

export const readSituation = (r: Reader): void => {
  const { folded, asked } = r.clause;
  if (folded.length > 18 || /(?:要|想买|推荐|有没有|送|给)/u.test(folded)) return;
  const { start, words } = coreOf(folded);
  const own = words.replace(/^(?:我家?|我的|人|家里?)(?=.{2})/u, '');
  const found = (from: number, value: string): void => {
    const begin = folded.indexOf(value, from);
    if (begin >= 0 && isFree(r, begin, begin + value.length))
      take(r, { slot: 'other', start: begin, end: begin + value.length, polarity: 1, confidence: 0.5 });
  };
  const keeps = kept.exec(words);
  if (keeps) {
    found(start, keeps[1]!);
    return;
  }
  if (/个?人/u.test(own) && (asked.slots.has('size') || /几个?人|多少人/u.test(asked.shopText))) return;
  for (const pattern of wholes) {
    const m = pattern.exec(own) ?? pattern.exec(words) ?? pattern.exec(folded);
    if (m && !(where.test(m[1]!) && asked.shopText.includes(m[1]!))) {
      found(start, m[1]!.replace(/^(?:是|就是)/u, ''));
      return;
    }
  }
  if (asked.slots.has('recipient')) return;
  for (const pattern of owned) {
    const m = pattern.exec(words);
    if (m) {
      found(start, m[1]!);
      return;
    }
  }
};
