/** Text as it is matched, never as it is shown: width, case, accents, traditional characters and emoji evened out. */
import type { Language } from '../../domain/language.ts';

/** Traditional and simplified by turns: the characters of shop talk, not a full conversion table. */
const pairs =
  '買买賣卖錢钱訂订單单號号碼码貨货發发運运費费遞递達达時时間间長长幾几個个雙双條条顏颜黃黄紅红綠绿藍蓝褲裤襪袜鞋鞋' +
  '衣衣優优惠惠折折扣扣價价貴贵賬账賞赏質质問问題题誰谁這这裡里裏里嗎吗麼么沒没還还換换壞坏補补開开關关門门電电話话' +
  '聯联繫系係系統统級级會会員员積积點点贈赠禮礼輸输寫写檢检查查網网頁页廠厂種种類类適适合合麗丽寶宝夠够樣样對对錯错' +
  '應应該该給给爸爸媽妈親亲愛爱歡欢討讨厭厌說说記记憶忆總总統统許许請请謝谢見见聽听讓让過过進进遠远週周邊边實实際际' +
  '體体驗验證证據据處处理理務务員员機机車车輕轻動动運运跑跑籃篮羽羽絨绒綿绵絲丝麵面料料膚肤潤润護护髮发養养氣气熱热' +
  '濕湿乾干淨净傘伞燈灯爐炉鍋锅盤盘筆笔書书畫画紙纸圖图尋寻找找選选擇择閱阅讀读無无為为與与並并從从來来後后前前當当' +
  '兒儿孫孙爺爷戶户賓宾館馆備备註注冊册帳帐密密隱隐私私權权蹤踪廣广東东國国產产業业專专區区縣县鄉乡萬万億亿兩两' +
  '塊块圓圆銀银鐵铁鋼钢錶表鐘钟鑽钻鍊链項项環环飾饰眼眼鏡镜風风衛卫裝装飛飞機机場场戲戏樂乐學学習习務务職职現现' +
  '團团隊队獎奖勵励銷销購购車车籃篮滿满減减額额際际離离試试穿穿終终於于則则較较舊旧變变轉转嚴严緊紧鬆松寬宽細细' +
  '僅仅險险滅灭傷伤殘残郵邮寄寄簽签領领須须顧顾頭头顆颗類类稅税騙骗爛烂氣气憤愤譯译語语詞词讚赞認认識识讓让議议' +
  '幫帮嘗尝嚐尝啟启閉闭盡尽層层異异稱称稍稍稀稀絕绝經经維维絡络緩缓編编練练縮缩縱纵織织續续纖纤羅罗腳脚腦脑臉脸臟脏' +
  '蘋苹葉叶藥药蘭兰虛虚蟲虫術术複复覺觉觀观規规視视計计訊讯設设訪访評评詢询詳详誤误課课調调談谈諮咨豐丰負负財财貨货' +
  '責责貼贴賴赖贊赞趕赶跡迹軟软輔辅輪轮辦办農农連连遊游違违遲迟遺遗鄰邻釋释針针鈕钮鎖锁鏈链陰阴陽阳階阶隨随雖虽雞鸡' +
  '難难雲云靜静響响頂顶順顺預预頻频顯显飯饭飲饮飽饱餅饼餘余駕驾騎骑驚惊髒脏鬧闹魚鱼鮮鲜鳥鸟麥麦齊齐齡龄龍龙龜龟妳你您您' +
  '壺壶隻只濾滤沖冲溫温燒烧繩绳墊垫鋁铝潔洁鹽盐濃浓燙烫皺皱癢痒膠胶蓋盖薑姜蠟蜡載载閒闲闊阔頸颈韓韩鈴铃銅铜錄录鍵键剛刚歲岁別别數数參参節节慶庆誕诞嬰婴獨独純纯聲声淺浅雜杂襯衬' +
  '壓压彈弹標标樓楼斷断暫暂曬晒掛挂揀拣擠挤攜携攝摄榮荣準准營营獲获異异眾众確确礙碍穩稳競竞簡简紋纹紗纱結结綜综繞绕聞闻脹胀興兴莊庄華华蘇苏製制醬酱鉤钩餵喂灣湾臺台檯台';

const simplified = new Map<string, string>();
{
  const characters = [...pairs];
  for (let i = 0; i + 1 < characters.length; i += 2) {
    if (characters[i] !== characters[i + 1]) simplified.set(characters[i]!, characters[i + 1]!);
  }
}

/** Asks the table of none but what it has. */
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');

const han = /\p{Script=Han}/u;
const anyHan = /\p{Script=Han}/gu;
/** Soft hyphens, zero-width marks, text-direction controls, variation selectors. */
const hidden = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff|\ufe0f/g;
const pictures = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu;
const accents = /[\u0300-\u036f]/g;

/** Nothing to even out: most English messages, and what was evened out before. */
const isEven = /^[!-~]+(?: [!-~]+)*$/;

/** Half width, simplified, no accents, no emoji, single spaces; may be shorter than what came in. Case is kept: names have capitals. */
export const evenOut = (text: string): string => {
  if (isEven.test(text)) return text;
  let even = text.replace(hidden, '').normalize('NFKD').replace(accents, '').normalize('NFC');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks whether there is anything beyond ASCII
  if (/[^\x00-\x7f]/.test(even)) {
    even = even
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(pictures, ' ')
      .replace(traditional, c => simplified.get(c)!)
      // As it is said in chats; no wood.
      .replace(/有木有/g, '有没有')
      .replace(/[。．]/g, '. ')
      .replace(/[、，]/g, ', ')
      .replace(/[～〜]/g, '~')
      .replace(/[–—−]/g, '-');
  }
  return even.replace(/\s+/g, ' ').trim();
};

/** The same in lower case: text as it is matched. */
export const fold = (text: string): string => evenOut(text).toLowerCase();

export const hasHan = (text: string): boolean => han.test(text);

/**
 * The language a text is written in, unknown without a letter. A few words of English in Chinese are Chinese; a Chinese
 * name in an English sentence leaves it English: when there are more than twice as many Latin words as Chinese characters.
 */
export const languageOf = (text: string): Language | undefined => {
  const characters = text.match(anyHan)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu) ?? [];
  if (characters === 0) return words.some(word => !ofNoLanguage.test(word)) ? 'en' : undefined;
  return words.length > 2 * characters ? 'en' : 'zh';
};
/** Sizes, units and what is said everywhere: "XL", "ok" in the middle of a Chinese talk. */
const ofNoLanguage = /^(?:x{0,4}[sml]|x{1,4}l|ok|kg|g|ml|cm|mm|vip)$/i;
