/** 白的不要 只要蓝的: a change of the cart as it is told in Chinese. Takes folded text. */
import type { ChangePart, ChangeSaid } from './change-part.ts';

export const leadZh =
  /^(?:不对|错了|[加弄搞拿说放看]错(?:了)?(?:吧)?|算了|等等|等一?下|哦|啊|诶|欸|哎呀?|唉|嗯|那|好吧|好的?|行|还是|其实|麻烦|请|帮我|给我|要不|不好意思|抱歉|啊?不|天|老板|亲)+(?![要想用买是])/u;
const takesBackZh = /不对|错了|[加弄搞拿说]错|算了|等等|等一?下|还是|其实|哦不|要不|说的是|要的是|要的/u;
const wrongZh = /[加弄搞拿放]错|错了|不是这[个款件双]|我要的|说的是/u;
export const unaskedZh =
  /^(?:你)?(?:谁|干嘛|干吗|干什么|为啥|为什么|怎么(?=(?:你|就|又|直接|给我|自己|随便|帮我)|[^加放买]{0,4}[加放买](?:进去|上)?了))(?:让|叫|要|就)?(?:你)?(?:就|直接|给我|自己|随便)*.{0,4}(?:加|放|买|下单).{0,8}$|^我?(?:又|还|可|根本|都)?没(?:有)?(?:说|让|叫|要|想)(?:过|你)?.{0,6}(?:买|加|放|要|下单).{0,6}$|^(?:先|都)?别(?:给我|帮我)?(?:加|放|买)(?:进去|购物车|进购物车)?(?:了|啊|呀|哦)*$/u;
/** 我没要茶壶呀: what was put in is named, and was not asked for. */
const notAskedZh =
  /^我?(?:又|可|根本|都|并)?没(?:有)?(?:说(?:过)?(?:我)?要|想要|想买|要买?|买|点)(?:那个|这个|那|这)?(?!错|对|够)(.{1,12}?)(?:的)?(?:了|啊|呀|吧|呢|诶)*$/u;
/** 只是问价, 我只是想看黑色的: nothing was to be done. */
export const onlyLookedZh =
  /^(?:我|人家)?(?:刚才?|刚刚)?(?:就|只|不过|仅仅)(?:是|不过是)?(?:想|要|随便|先)*(?:问|看|瞧|了解|打听|咨询|比较)(?!(?:过)?(?:要|就要)).{0,10}$/u;
const removingZh =
  /^(?:把|将)?(.{0,14}?)(?:从?(?:我的)?购物车(?:里面?|中)?)?(?:给我|帮我)?(?:都|全部?|先|也|就|快|赶紧|请|烦请|麻烦)*(?:删|移|去|拿|撤|扔|清)(?:了|掉|除|走|去|出去?|出来|下来|空)(?:购物车)?(?:吧|了|好了|一下|它|呀|啊|哦|嘛)*$|^(?:删|去|移|拿|撤)(?:了|掉|除|走)(.{1,14}?)(?:吧|了)*$|^(.{0,14}?)(?:都|全|全部|统统)(?:给我)?(?:删|移|清)$/u;
const refusingZh =
  /^(.{1,14}?)(?:我)?(?:就|都|也|先|还是|可以|可)?(?:不要|不买|不想要|没(?:说(?:过)?)?(?:想)?要|没买)(?:过|了)?(?:吧|啊|呢|哈)*$|^(?:\p{Script=Han}{1,4}说)?(?:我)?(?:又|还是)?(?:不要|不是|非(?!常|要)|并非|而非|不买|不想要|别要)(?:那个|这个|那|这)?(.{0,12}?)(?:的)?(?:了|啊|呀|吧)*$/u;
const changedZh =
  /^(?:把|将)?(.{1,14}?)(?:给我|帮我)?(?:换|改)(?:掉|了|一下|下)(?:吧|好了)*$|^(?:给我|帮我)?(?:换|改)(?:一下|下|掉|个)?(?:吧|好了)*$/u;
const changingZh =
  /^(?:把|将)?(.{0,14}?)(?:的)?(?:给我|帮我)?(?:都|就|还是|再|全)*(?:换|改|变|调)(?:(?:成|为|到|作|回)(?:了)?|(?=(?:\d{1,2}|[一两二三四五六七八九十])[个件双条只包盒瓶套罐袋台份支]))(.{1,14}?)(?:吧|好了|了|啊|呢)*$|^(?:给我|帮我|还是)?(?:换|改)(?:个|一?[个件双条])?(?![货购地单成]|一下|了|掉|别的|其他)(.{1,10}?)(?:吧|好了)*$/u;
/** 杯子换个红色的: of a line that is named. */
const otherOfZh =
  /^(?:把|将)?(.{1,14}?)的?(?:给我|帮我|想|要|能|可以)*换(?:个|一个)(?![货购地单话问人说思角])(.{1,10}?)(?:吧|好了|了|啊|呢)*$/u;
/** 红色改一个成黑色的: so many of them. */
const someOfZh =
  /^(?:把|将)?(.{1,14}?)的?(?:给我|帮我)?(?:里面?|中)?(?:再)?(?:换|改|变)([\d一两俩二三四五六七八九十]{1,2}[个件双条只包盒瓶套罐袋台份支])(?:成|为|到|作)(?:了)?(.{1,14}?)(?:吧|好了|了|啊|呢)*$/u;
/** 绿的少一个: so many less of a line that is named. */
const fewerOfZh =
  /^(?:把|将)?(.{1,10}?)(?:给我|帮我|就|再|可以)*(?:少|减)(?:掉|去|拿|要|来|买)?([\d一两俩二三四五六七八九十]{1,2}[个件双条只包盒瓶套罐袋台份支])(?:吧|好了|了|啊|呢)*$/u;
const onlyZh =
  /^(?:我)?(?:只|光|单)(?:要|留|买|需要|想要|保留|拿|加)(?:下|着|了)?(.{1,14}?)(?:就(?:够|行|好)了?|吧|了|的话)*$|^(?:只|就)?(?:保)?留(?:下|着)?(.{1,14}?)(?:就(?:够|行|好)了?|吧|了)*$|^(.{1,14}?)就(?:够|行|好|可以)了?(?:吧)*$/u;
const sayingZh =
  /^(?:我|人家)?(?:是)?(?:说的是|要的是|要的|说的|说要|是要|想要的是|想要|要|应该是|应该要)(?:那个|这个|那|这)?(.{1,14}?)(?:吧|啊|呀|了|好不好)*$/u;
/** 朋友不要了, behind what is changed: why. */
const someoneZh =
  /^(?:我|他|她)?(?:的)?(?:朋友|同事|同学|室友|闺蜜|对象|老公|老婆|男朋?友|女朋?友|爸爸?|妈妈?|爸妈|孩子|儿子|女儿|家里?人|他们?|她们?)(?:那边|说|又|都|就|也|突然|现在)*(?:不要|不买|不想要|不用|有)了?(?:吧|啊|呢|哈)*$/u;
/** 别的不要了: nothing of what is in it. */
const ofOthersZh = /^(?:别的|其[他它余]的?|另外的?)(?:东西|商品|款|颜色|都|的)*$/u;
const looking = /^(?:我)?(?:看看?|看一?下|瞧瞧?)?(?:我的)?购物车(?:里面?)?(?:看一?下|看看?)?(?:的东西)?$/u;
/** 我要43的不是42: told in one breath. */
const breath =
  /(?<=^我?(?:不要|不想要|不是)[^换改]{1,8})(?=[换改](?!货|购|单|季))|(?<=[\p{L}\d])(?=(?<![是要])(?:不是(?!吗|很|太)|不要(?!紧|求|[了吧啊呀的]*$)))/u;

export const partsInChinese = (folded: string): ChangeSaid => {
  const parts: ChangePart[] = [];
  let outright = false;
  for (const piece of folded.split(/(?:[\s，,。;；!！、:：~]|\.(?!\d))+/u).flatMap(one => splitOnce(one, breath))) {
    const text = piece.replace(leadZh, '');
    if (text === '') continue;
    if (looking.test(text) || /^我?(?:又)?改(?:变)?主意了$/u.test(text)) continue;
    if (onlyLookedZh.test(text) || (parts.length > 0 && someoneZh.test(text))) continue;
    if (unaskedZh.test(text)) {
      parts.push({ kind: 'out', thing: '它', remove: true });
      outright = true;
      continue;
    }
    const notAsked = notAskedZh.exec(text)?.[1];
    if (notAsked !== undefined) {
      parts.push({ kind: 'out', thing: notAsked, remove: true });
      continue;
    }
    const [, less, fewer] = fewerOfZh.exec(text) ?? [];
    if (less !== undefined && fewer !== undefined) {
      parts.push({ kind: 'out', thing: `${fewer}${less}`, remove: true });
      outright = true;
      continue;
    }
    const out = removingZh.exec(text);
    const into = otherOfZh.exec(text) ?? changingZh.exec(text);
    const someOf = someOfZh.exec(text);
    const swapped = changedZh.exec(text);
    const refused = refusingZh.exec(text);
    const only = onlyZh.exec(text);
    const said = sayingZh.exec(text);
    if (out) {
      const thing = (out[1] ?? out[2] ?? out[3] ?? '').replace(/^购物车里?的?/u, '');
      const isAll = /全|都/u.test(text) && thing === '';
      for (const one of isAll ? ['全部'] : thing.split(/[和跟与]|还有/u))
        parts.push({ kind: 'out', thing: one, remove: true });
      outright = true;
    } else if (someOf) {
      parts.push({ kind: 'into', thing: someOf[3]!, of: someOf[2]! + someOf[1]! });
      outright = true;
    } else if (into) {
      const of = (into[1] ?? '').replace(/^购物车里?的?/u, '');
      parts.push({ kind: 'into', thing: (into[2] ?? into[3])!, ...(of === '' ? {} : { of }) });
      outright = true;
    } else if (swapped) {
      const thing = (swapped[1] ?? '').replace(/^购物车里?的?/u, '');
      // 红的10个黑的10个 改一下: what it should be stands before it.
      if (thing !== '') parts.push({ kind: 'out', thing, remove: false });
      outright = true;
    } else if (refused && ofOthersZh.test(refused[1] ?? refused[2] ?? '')) continue;
    else if (only) parts.push({ kind: 'only', thing: (only[1] ?? only[2] ?? only[3])! });
    else if (refused)
      parts.push({
        kind: 'out',
        thing: refused[1] ?? refused[2] ?? '',
        remove: refused[1] !== undefined,
        unwanted: !/^(?:\p{Script=Han}{1,4}说)?我?(?:又|还是)?不是/u.test(text),
      });
    else if (said) parts.push({ kind: 'into', thing: said[1]!, plain: true });
    else parts.push({ kind: 'into', thing: text, plain: true });
  }
  return { parts, outright, corrects: takesBackZh.test(folded), wrong: wrongZh.test(folded) };
};
const splitOnce = (text: string, at: RegExp): readonly string[] => text.split(at).filter(one => one !== '');
