/** Where a catalogue's word stands for something else: a powder, so much of something, somebody's skin. All take folded text. */

/** 磨好的粉, 咖啡粉, 粉末 are powder; 粉 alone is pink. */
const isPowder = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === '粉' &&
  (/(?:磨(?:好|成|碎|细)?的?|咖啡|[茶奶面米糖盐洗爽散蜜]|蛋白|(?:速溶|研磨)的?)$/u.test(
    text.slice(Math.max(0, start - 4), start),
  ) ||
    /^(?:[末状饼底扑剂]|(?:还是|或者?)(?:咖啡)?豆)/u.test(text.slice(end, end + 5)) ||
    /豆子?(?:还是|或者?)$/u.test(text.slice(Math.max(0, start - 4), start)));

/** 三包, 10 包挂耳, "two bags of oolong", "my cup of tea": so much of something, and no bag. */
const isMeasure = (text: string, start: number, end: number): boolean =>
  // A knife block is no toy.
  text.slice(start, end) === 'block' ||
  (text.slice(start, end) === '包' &&
    /[\d一二两三四五六七八九十俩几半每整] ?$/u.test(text.slice(Math.max(0, start - 2), start))) ||
  (/^(?:bag|cup|mug|bowl|flask|pan|teapot)s?$/.test(text.slice(start, end)) &&
    /^ of (?!(?:any|the|my|your|all|some|these|those|this|that|leather|canvas|good|high)\b)[a-z]/.test(
      text.slice(end, end + 16),
    ));

/** 油皮, 干皮, 敏感皮: of somebody's skin, and no leather; 皮得很, 很皮 is said of a child. */
const isOfSkin = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === '皮' &&
  (/(?:[油干混敏感痘黄白嘴眼起调顽俏红]|[很太特别超有点真挺]|比较|不是)$/u.test(
    text.slice(Math.max(0, start - 2), start),
  ) ||
    /^(?:得|实(?!验)|[孩猴])/u.test(text.slice(end, end + 2)));

/** Whoever wears glasses asks for nothing of glass; 白噪音 has no colour, a red face is none of the goods. */
const isOfSomethingElse = (text: string, start: number, end: number): boolean => {
  const [surface, before, after] = [text.slice(start, end), text.slice(0, start), text.slice(end)];
  return (
    surface === 'glasses' ||
    (surface === '咖啡' && after.startsWith('因')) ||
    // 挂耳式的耳机 is no coffee.
    (surface === '挂耳' && /^(?:式|款|的)?(?:(?:蓝牙|无线|运动)*耳机|的(?=$|[?？吗呢]))|^式(?!咖啡)/u.test(after)) ||
    (/^gr[ae]y$/.test(surface) && /\bearl $/.test(before)) ||
    (surface === '白' && after.startsWith('噪')) ||
    (surface === 'white' && /^ noise\b/.test(after)) ||
    (/^(?:red|红|红色)$/u.test(surface) &&
      (ofSkinBefore.test(before.slice(-40)) ||
        /^(?:ness|dish)?(?: (?:skin|face|patches|spots|cheeks|nose|eyes?)\b|[肿疹血痒屁])/u.test(after)))
  );
};
const ofSkinBefore =
  /\b(?:skin|face|cheeks|nose|eyes?|hands?)(?: (?:gets?|is|are|goes|turns?|all|so|super|very|really|too|and|dry|itchy|a|bit|in|winter|summer|quite))*(?: |$)|(?:脸|皮肤|眼睛|鼻子|手)[^,.，。]{0,4}$/u;

/** 能放15寸笔记本, 笔记本电脑: a computer, and nothing to write in. */
export const isComputer = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === '笔记本' &&
  (/(?:寸|装|放|带|塞|\d)(?:得?下|的|进)?(?:\d{2}(?:\.\d)?)?(?:英?寸)?的?$/u.test(
    text.slice(Math.max(0, start - 12), start),
  ) ||
    /^(?:电脑|包|双肩|内胆|支架)/u.test(text.slice(end, end + 2)));

export const isNoWordOfGoods = (text: string, start: number, end: number): boolean =>
  [isPowder, isMeasure, isOfSkin, isOfSomethingElse].some(is => is(text, start, end));
