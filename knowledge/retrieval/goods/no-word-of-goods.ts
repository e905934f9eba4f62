/** Where a catalogue's word stands for something else: a powder, so much of something, somebody's skin. All take folded text. */

/** 磨好的粉, 咖啡粉, 粉末 are powder; 粉 alone is pink. */
const isPowder = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === '粉' &&
  (/(?:磨(?:好|成|碎|细)?的?|咖啡|[茶奶面米糖盐洗爽散蜜]|蛋白|(?:速溶|研磨)的?)$/u.test(
    text.slice(Math.max(0, start - 4), start),
  ) ||
    /^(?:[末状饼底扑剂]|(?:还是|或者?)(?:咖啡)?豆)/u.test(text.slice(end, end + 5)) ||
    /豆子?(?:还是|或者?)$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    // 不会磨豆 有现成粉吗: of coffee, and of no colour.
    (/磨豆|咖啡豆|手冲|现成/u.test(text) &&
      !/[淡浅深嫩藕]$/u.test(text.slice(0, start)) &&
      !/^[红色的紫]/u.test(text.slice(end))) ||
    // 能不能直接买粉.
    (/买$/u.test(text.slice(0, start)) && !/^[色的]/u.test(text.slice(end))));

/** 三包, 10 包挂耳, "two bags of oolong", "my cup of tea": so much of something, and no bag. */
const isMeasure = (text: string, start: number, end: number): boolean =>
  // A knife block is no toy.
  text.slice(start, end) === 'block' ||
  // "How many cups do you get out of 50 g".
  (/^cups?$/.test(text.slice(start, end)) &&
    /\bhow many $/.test(text.slice(0, start)) &&
    /^ (?:do|does|can|will|would) (?:it|you|i|we|one|that|this|the|a|\d+)\b.* (?:get|make|makes|brew|out of|from)\b/.test(
      text.slice(end),
    )) ||
  // "A 500 g bag".
  (/^(?:bag|pack)s?$/.test(text.slice(start, end)) &&
    /\d ?(?:g|kg|gr|grams?|kilos?|oz|ml)[ -]$/.test(text.slice(0, start))) ||
  (text.slice(start, end) === '包' &&
    /[\d一二两三四五六七八九十俩几半每整] ?$/u.test(text.slice(Math.max(0, start - 2), start))) ||
  (/^(?:bag|cup|mug|bowl|flask|pan|teapot)s?$/.test(text.slice(start, end)) &&
    /^ of (?!(?:any|the|my|your|all|some|these|those|this|that|leather|canvas|good|high)\b)[a-z]/.test(
      text.slice(end, end + 16),
    ));

/** 油皮, 干皮, 敏感皮: of somebody's skin, and no leather; 皮得很, 很皮 is said of a child. */
const isOfSkin = (text: string, start: number, end: number): boolean =>
  /^皮的?$/u.test(text.slice(start, end)) &&
  (/(?:[油干混敏感痘黄白嘴眼起调顽俏红]|[很太特别超有点真挺]|比较|不是)$/u.test(
    text.slice(Math.max(0, start - 2), start),
  ) ||
    /^(?:得|实(?!验)|[孩猴])/u.test(text.slice(end, end + 2)));

/** Whoever wears glasses asks for nothing of glass; 白噪音 has no colour, a red face is none of the goods. */
const isOfSomethingElse = (text: string, start: number, end: number): boolean => {
  const [surface, before, after] = [text.slice(start, end), text.slice(0, start), text.slice(end)];
  return (
    surface === 'glasses' ||
    // 无麸质的面包 is no bag.
    (surface === '包' && /[面堡萝]$/u.test(before)) ||
    (/^(?:birthday|christmas|生日|新年|过年|春节)$/u.test(surface) &&
      /^(?: (?:money|cash|bonus)\b|红包|的?钱|压岁钱)/u.test(after)) ||
    (surface === '咖啡' && after.startsWith('因')) ||
    // 木头味的蜡烛 smells so, and is of wax.
    (/^(?:木|木头|皮|皮革|塑料|橡胶|金属|铁|纸|竹子?|羊毛)$/u.test(surface) &&
      /^(?:头|质)?(?:的)?(?:味|香气|气味)/u.test(after)) ||
    // 挂耳式的耳机 is no coffee.
    (surface === '挂耳' && /^(?:式|款|的)?(?:(?:蓝牙|无线|运动)*耳机|的(?=$|[?？吗呢]))|^式(?!咖啡)/u.test(after)) ||
    (/^gr[ae]y$/.test(surface) && /\bearl $/.test(before)) ||
    (surface === '白' && (after.startsWith('噪') || /[假美亮变]$/u.test(before))) ||
    (surface === 'white' && /^ noise\b/.test(after)) ||
    (/^(?:red|红|红色)$/u.test(surface) &&
      (ofSkinBefore.test(before.slice(-40)) ||
        /^(?:ness|dish)?(?: (?:skin|face|patches|spots|cheeks|nose|eyes?)\b|[肿疹血痒屁])/u.test(after)))
  );
};

/** 脸会红, 晚上路上比较黑, 放久了会发黄, "it went yellow": how something is or becomes, and no colour that goods come in. */
const isBecome = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/^[a-z]/.test(text.slice(start, end))) return becomesEn.test(before);
  if (!/^[红黑白黄绿蓝灰紫]$/u.test(text.slice(start, end))) return false;
  return !/^(?:[色的款]|一?点的)/u.test(text.slice(end)) && becomesZh.test(before);
};
const becomesEn =
  /\b(?:turn(?:s|ed|ing)?|goes|going|went|gone|(?:it|they|face|skin|soles?) (?:will )?go)(?: all| a bit| slightly| bright| completely| really)* $/;
const becomesZh =
  /(?:[变发泛晒显]|(?:天|夜里|外面|路上|晚上)[^,.，。 ]{0,4}|(?:脸|皮肤|眼睛|鼻子|手)[^,.，。]{0,8}[就会很都更老])(?:得|了|很|比较|有点|特别|太|会|都|一)*$/u;
const ofSkinBefore =
  /\b(?:skin|face|cheeks|nose|eyes?|hands?|knuckles|lips)(?:'s)?(?: (?:gets?|got|is|are|has|have|been|goes|turns?|feels?|looks?|all|so|super|very|really|too|and|dry|itchy|sore|a|bit|in|winter|summer|quite))*(?: |$)|(?:脸|皮肤|眼睛|鼻子|手)[^,.，。]{0,4}$/u;

/** 能放15寸笔记本, 笔记本电脑, 笔记本15.6的放得下吗: a computer, and nothing to write in. */
export const isComputer = (text: string, start: number, end: number): boolean =>
  // 15.6寸的本子 is one too; 本子 alone is to write in.
  (text.slice(start, end) === '笔记本' ||
    (text.slice(start, end) === '本子' && /寸的?$/u.test(text.slice(0, start)))) &&
  (/(?:寸|装|放|带|塞|\d)(?:得?下|的|进)?(?:\d{2}(?:\.\d)?)?(?:英?寸)?的?$/u.test(
    text.slice(Math.max(0, start - 12), start),
  ) ||
    /^(?:电脑|包|双肩|内胆|支架|(?:是)? ?1[0-8](?:\.\d)? ?(?:英?寸|的?(?:[放装塞]|[能会]|可以)))/u.test(
      text.slice(end, end + 12),
    ));

/** "Does it have white soles", 白底的鞋: the colour of a part. */
const isColourOfPart = (text: string, start: number, end: number): boolean =>
  /^(?:red|black|white|yellow|green|blue|grey|gray|purple|pink|brown|orange|[红黑白黄绿蓝灰紫粉棕橙]色?)$/u.test(
    text.slice(start, end),
  ) &&
  /^ (?:rubber |shoe)?(?:soles?|laces?|shoelaces?|lining|stitching|trim|logos?|zips?|zippers?|buttons?|straps?|handles?|stripes?|toes?|heels?)\b|^的?(?:鞋[底带边]|底(?!价|薪|下|部)|拉链|扣子|边(?:的|吗|$))/u.test(
    text.slice(end, end + 20),
  );

/** 黄山, 青岛, "the Red Sea": a colour in the name of a place. */
const isInPlace = (text: string, start: number, end: number): boolean =>
  colour.test(text.slice(start, end)) &&
  [...text.matchAll(places)].some(({ index, 0: name }) => index <= start && end <= index + name.length);
const colour = /^(?:red|black|white|yellow|green|blue|orange|[红黑白黄绿蓝紫青银金])$/u;
const places =
  /黄山|黄河|黄石|黄浦|黄龙|黄冈|黄岛|黄果树|青岛|青海|青城|青田|长白山|太白山|白云山|白洋淀|黑龙江|黑河|红河|红海|红旗渠|紫金山|紫禁城|赤峰|赤壁|金华|金门|银川|绿城|蓝田|兰州|\b(?:black (?:forest|sea|friday)|red sea|yellow(?: river| mountains?|stone)|white (?:cliffs|house)|blue (?:mountains?|ridge)|greenland|orange county)\b/gu;

/** 没说要红色: no wish was told. */
const isNeverSaid = (text: string, start: number, end: number): boolean =>
  /^[红黑白黄绿蓝灰紫粉棕橙]色?$/u.test(text.slice(start, end)) &&
  /(?:没|没有|不是|又没)(?:说|让|叫)(?:过|你|我)?(?:是?要|想要|找|推荐|喜欢)?$/u.test(
    text.slice(Math.max(0, start - 8), start),
  );

/** 锅盖, 鞋带, 壶嘴: a part of such a thing, and none of them. */
const isOfPart = (text: string, start: number, end: number): boolean =>
  (parts[text.slice(start, end)] ?? nothing).test(text.slice(end, end + 2));
const nothing = /(?!)/u;
const parts: Readonly<Record<string, RegExp>> = {
  锅: /^(?:盖|底|柄|把)/u,
  鞋: /^(?:带|底|垫|面|舌|跟|帮|头|盒)/u,
  壶: /^(?:嘴|盖|底|身|把)/u,
  杯: /^(?:盖|口|把|身|底)/u,
  包: /^(?:带|扣|口|底|身)/u,
};

export const isNoWordOfGoods = (text: string, start: number, end: number): boolean =>
  [isPowder, isMeasure, isOfSkin, isOfSomethingElse, isBecome, isNeverSaid, isOfPart, isColourOfPart, isInPlace].some(
    is => is(text, start, end),
  );
