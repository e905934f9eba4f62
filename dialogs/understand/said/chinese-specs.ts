/**
 * What the goods should have, be or do, told in a clause of its own and in words that no vocabulary has:
 * 要能抽拉的, 别刮破脸, 四孔的, 有充电口不, 灯带不要. The words that ask or turn away are left out of the value.
 */
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { type Core, coreOf } from './chinese-core.ts';
import { colourLike, isWorn } from './chinese-listed.ts';
import { isFree, type Reader, take } from './reader.ts';

const refuses =
  /^(?:可|千万|就|都)*(?:不(?:想)?要|不喜欢|不爱|别(?!的|人|家|致|墅|针|处|名|样)|拒绝|讨厌|受不了|最?怕(?!踩|尴尬|麻烦|买错|后悔|假|他|她|老|冷|热)|最烦|避免|不能(?=有|太))(?:给我|让我|弄|搞|整|选|用)?/u;
const degreeOf =
  /^(?:太(?!阳|空)|那么|这么|特别|很|过于|再|有|带|加|放|含|一堆|那种|任何|会|容易|显得|看着|搞得|弄得|什么)+(?=.)/u;
const refusedAfter =
  /^(.{1,6}?)(?:的)?(?:我|就|都|也|可以)*(?:不要|算了|免了|不需要|不用|没用|别来|别推|别发|千万别|别|不碰|不收|滚|不考虑|pass|不喜欢|受不[了鸟])(?:了|吧|哈|啊)*$/u;
const asks =
  /^(?:要(?!求)|想要|需要|有没有|有木有|有没|有(?!点|些|时|人|的是|事|效|趣|名|机|氧)|求|找|选(?!择)|换成?|拍(?![照摄打视鸟个人])|只要|喜欢|偏好|偏爱|想用|支持|得有|带(?=.{2}))(?:个|款|一款|一个|那种|些)?(?=.)/u;
const power = /^(?:可以|能够?|可|会)(?=.)/u;
/** What opens words for a property. */
const property =
  /^(?:能|可(?!爱)|带|有|不|防|免|无|零|耐|抗|易|超|全|自|多|双|加|轻|软|硬|厚|薄|隔|除|去|淡|遮|护|显|偏|高|低|大|小|长|短|宽|窄|圆|方|尖|平|直|弯|内|外|前|后|上|下|侧|半|单|三|两|四|五|六|冷|热|凉|暖|香|辣|原|纯|重|细|粗|快|慢|静|亮|暗|深|浅|好(?=.))/u;
/** Talk, not a property. */
const noProperty =
  /^的|^不(?:开|完|来|凑|考虑|懂|见)$|^(?:厚度|宽度|高度|长度|外形|大小|重量|直径|做工|手感|显得)|力气|巨大|[我你您他她它谁哪咋啥这了]|作者|作家|歌手|书荒|什么|怎么|多少|几(?!何)|谢|吗|呢|过$|买|卖|看看|看下|试试|说|想|知道|告诉|问|发货|快递|物流|包邮|运费|优惠|便宜|打折|活动|满减|券|价|钱|贵|预算|退|换货|售后|质保|保修|发票|专票|开票|客服|下单|付款|拍下|赠|送(?!风|餐)|啥|寄|自提|到货|现货|库存|考虑|决定|纠结|随便|都行|无所谓|推荐|喜欢|讨厌|一样|东西|其他|别的|再见|成交|没有$|没事|没关系|没要求|行$|好吧|可以$|不错|好看|太|受不|算了|好用|好的|值得|[今明昨后][天晚]|周[一二三四五六日末]|上次|上一个|之前|以前|朋友|室友|老公|老婆|妈|爸|爷|奶奶|闺蜜|孩子|宝宝|同事|楼下|邻居|人家|网上|抖音|小红书|评论|哈|呜|懒|穷|累|死|急|放心|觉得|感觉|以为|区别|不同|正品|假|真的|质量|口碑|划算|合适|尺码|尺寸|颜色|款式|牌子|品牌|材质|风格|也|都|就|还|把|被|让|跟|比|给|从|为|因|所|但|而|若|如果|要是|不然|否则|时候|一下|起来|下来|出来|过来|回来|需要|必须|可有可无|后者|前者|前面|后面|中间|不用$|不用分|不对|差不多|能接受|当然|暂时|类似|自己[用穿喝吃]|体重|身高|岁|个月|不大|不小|不行|不是|不要|不想|不会|不敢|不知|不够|够|对$|对的|亲|再|显(?:旧|老|黑|胖|土|脏|壮|矮|俗|廉价)|有点|会不会|能不能|好不好|(.)不\1|明显|味道$|方便$|睡不着|温差|分得清|来.去|似$|得更|多钱|上面|下面|里面的|麻烦|感受|习惯|平时|夏天|冬天|好像|应该|肯定|估计|帮/u;
const counted =
  /^[一二两三四五六七八九十百半\d]+(?:个|双|件(?!套)|条|本|台|部|支|把|张|盒|包|瓶|份|只|箱|对|块|袋|罐|束|斤|根|杯|副|顶|组|年|天|次|点|种|款|家|人|元|岁|边|样)/u;
const leadingNoise = /^(?:点(?!读|心|阵)|那种|这种|一点|一些|是|做|弄|用|个(?!头|性|人|子))+(?=.{2})/u;
const trailingNoise = /(?:一?点儿?|一?些)$/u;
const material = /^\p{Script=Han}{1,3}(?:布|棉|绒|呢|皮|木|钢|瓷|纱|革|麻|绸|缎|面料|料|铝|铜|塑料)$/u;
const cut = /(?:领|袖|筒|边|头|跟|框|型|版|版型|款|肩|摆|角|檐|口|图案|花纹|花|式|状)$/u;
/** What a device has as much as it can do it: the 能 before them only asks. */
const functions =
  /^(?:遥控|定时|预约|热敷|控温|调温|恒温|加热|烘干|消毒|杀菌|除菌|除螨|语音|快充|投屏|录音|导航|定位|打印|扫描|降噪|通话|按摩|制冷|制热|净化|加湿|除湿|照明|夜视|躺平|平躺|抽拉|推拉|自动|手机控制|连手机|连wifi|联网|刻字|礼盒|测|监测|显示|打奶泡|磨豆|蒸|套拉杆)/u;
export const isFunction = (words: string): boolean => functions.test(words);
/** Told in one character. */
const single = /^[厚薄软硬轻重大小长短高低矮宽窄圆方尖平直香辣甜咸酸新细粗亮暗静稳弹滑纯]$/u;
const dimension = /^[大小高低厚薄长短宽窄]$/u;

const taste =
  /^(?:花|花哨|花里胡哨|艳|土|土气|夸张|老气|幼稚|成熟|露|暴露|正式|张扬|娘|俗|俗气|闪|素|可爱|甜|浮夸|复杂|单调|死板|另类|年轻|干净|仙|保守)$/u;

const slotOf = (words: string, worn: boolean): WishSlot =>
  colourLike.test(words)
    ? 'color'
    : material.test(words)
      ? 'material'
      : /(?:(?<![抗防挡通送出冷热暖吹])风|系|范|风格)$/u.test(words) ||
          taste.test(words) ||
          (worn && cut.test(words) && words.length < 4)
        ? 'style'
        : 'feature';

/** The words that are left of a clause when what opens them is taken off, with their place. */
interface Rest {
  readonly start: number;
  readonly words: string;
}
const without = (rest: Rest, pattern: RegExp): Rest => {
  const length = pattern.exec(rest.words)?.[0].length ?? 0;
  return { start: rest.start + length, words: rest.words.slice(length) };
};

export const readSpecs = (r: Reader): void => {
  const { folded, asked, wanted, wishBefore } = r.clause;
  if (folded.length > 24 || !(wanted.length > 0 || wishBefore || asked.open)) return;
  const core = coreOf(folded);
  const unrefused = without(core, refuses);
  if (unrefused.start > core.start) {
    readRefused(r, without(unrefused, degreeOf), unrefused);
    return;
  }
  const after = refusedAfter.exec(folded.slice(core.start));
  if (after) {
    readRefused(r, { start: core.start, words: after[1]! }, { start: core.start, words: '' });
    return;
  }
  readAsked(r, core);
};

/** 寺庙的味道, 像下雨天的感觉: what it is like is one property. */
export const readSmell = (r: Reader): void => {
  const { folded, wanted, asked, wishBefore } = r.clause;
  if (!(wanted.length > 0 || wishBefore || asked.open)) return;
  const { words } = coreOf(folded);
  const m = /^(?:那种|有|要)*(像?(?:(?![这那我你])\p{Script=Han}){2,7}的(?:味道|感觉|香味|口感|质感))$/u.exec(words);
  if (!m) return;
  const start = folded.indexOf(m[1]!);
  const end = start + m[1]!.length;
  if (isFree(r, start, end)) take(r, { slot: 'feature', start, end, polarity: 1, confidence: 0.5 });
};

const coversName = (r: Reader, { start, words }: Rest): boolean =>
  r.clause.named.some(n => n.start < start + words.length && start < n.end && n.end - n.start > 1);

const readRefused = (r: Reader, rest: Rest, before: Rest): void => {
  const { start, words } = rest;
  if (!/^[\p{Script=Han}a-z\d]{1,7}$/u.test(words) || noObject.test(words)) return;
  const from = dimension.test(words) && before.words.startsWith('太') ? start - 1 : start;
  if (coversName(r, rest) || !isFree(r, from, start + words.length)) return;
  take(r, {
    slot: slotOf(words, r.clause.wanted.some(isWorn)),
    start: from,
    end: start + words.length,
    polarity: -1,
    confidence: 0.5,
  });
};

const readAsked = (r: Reader, core: Core): void => {
  const asked = without(without(core, asks), asks);
  const wanting = asked.start > core.start;
  let rest = without(asked, leadingNoise);
  const can = without(rest, power);
  const asksForIt = /要|最好|希望|得/u.test(r.clause.folded.slice(0, rest.start));
  if (can.start > rest.start && ((asksForIt && can.words.length === 2) || functions.test(can.words))) rest = can;
  const plain = rest.words.replace(trailingNoise, '') || rest.words;
  // 定时好: what is known is found good.
  const known =
    plain.length > 2 && plain.endsWith('好') && coversName(r, { start: rest.start, words: plain.slice(0, -1) });
  const words = known ? plain.slice(0, -1) : plain;
  // What is told of oneself after 我 is no wish.
  if (/我/u.test(core.before) && !wanting) return;
  if (
    !/^[\p{Script=Han}a-z\d]{1,9}$/u.test(words) ||
    /^\d+$/.test(words) ||
    noProperty.test(words) ||
    counted.test(words)
  )
    return;
  if (words.length < 2 && !(single.test(words) && (wanting || words !== rest.words || core.after.includes('的'))))
    return;
  if (coversName(r, { start: rest.start, words })) return;
  const marked =
    wanting ||
    /最好|希望|必须|一定|务必/u.test(core.before) ||
    /的|那种|那款/u.test(core.after) ||
    (property.test(words) && words.length < 8);
  if (!marked || !isFree(r, rest.start, rest.start + words.length)) return;
  take(r, {
    slot: slotOf(words, r.clause.wanted.some(isWorn)),
    start: rest.start,
    end: rest.start + words.length,
    polarity: 1,
    confidence: 0.5,
  });
};
/** Not to be done, rather than not to be had. */
const noObject =
  /[我你您他她它这那谁]|算钱|推|发|催|骗|忘|急|说|客气|管|问|错|看|买|超|吵|来|去|等|(?<![手自电])动|了|贵|什么|麻烦|紧张|多|生气|闹|废话|啰嗦|再|一样|东西|的|退|换|寄|送|有$|都|也|可以|^不|款$/u;
