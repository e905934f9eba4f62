/** What a Chinese shopper will do with the goods, told as a verb with its object: 冲奶粉, 切肉切菜, 给孩子放学用. */
import { coreOf } from './chinese-core.ts';
import { isFree, type Reader, take } from './reader.ts';

const verb =
  '(?:冲|泡|切|剁|烫|熨|晒|晾|煮|炖|煲|打(?!折|包|算|扰|开|完|碎|孔)|炒|煎|烤|炸|蒸|磨(?!脚|损|合|砂|毛|爪)|榨|吃(?!亏|惊|力|得|完|不)|喝(?!不|完)|写(?!着|错)|画(?!质)|练|拍(?!下|照好|一)|跳(?!过)|骑|洗(?!完|不|得|起|一|过|澡液|碗机)|做(?!工|完|不|得)|学(?!生)|擦(?!完)|种|遛|剪|修(?!身)|挂|铺|喂|装(?!修|机|不|得|满|饰)|放(?!心|假|不|得|过|大|弃)|盛|腌|钓|爬|逛|追(?!求)|刷(?!到|子|新|洗|头|毛)|录|弹(?!力)|唱|看(?!起|着|上|中|看|得|不|腻|图|下|来|好|一)|玩(?!具|不)|贴(?!片|身|合|膜)|敷|涂|剃|刮|接(?!受|近|触)|带(?:饭|娃|孩子|宝宝|狗)|哄|穿(?:搭|西装|裙)|塞|垫|盖|夹(?!克))';
const object = '[\\p{Script=Han}a-z\\d]{1,5}?';
const doing = new RegExp(
  `^(?:早上|晚上|平时|主要是?|就是?|在?家里?|在家自己|经常|偶尔|每天|天天|周末|有时候?|上班|可以|用来|拿来|专门|要能|能|想)*(${verb}${object}(?:(?:和|跟|、)?(?:${verb})${object})?)(?:和|跟)?(?:用|的|吃|时|时候|都行的?|为主|比较多)*$`,
  'u',
);
const noDoing =
  /[不了我你您他她它吗呢]|没|能|住|又能|里面|要|别|必须|一体|\d+斤|勒|猛|缝|香$|什么|怎么|多少|过$|得|起来|一下|起|给|好|完|到|下|上(?!学|班|课)|优惠|券|活动|单|价|评|图|货|款|钱|卡$|字|多$|少$|久$|大$|小$|快$|慢$|干$|硬$|软$|漏|响|坏|色|水$|机$|器$/u;
const exercise = /^(?:每天|每周|一周|天天)?(?:跑|走|骑)?\d{1,2}公里$|^每天\d{1,2}公里$/u;

const ofDoing: ReadonlySet<string> = new Set(['product_type', 'purpose', 'category', 'recipient', 'age_group']);

/** 晚上遛, 地铁上看, 上下班骑电驴: when or where it is done is one purpose with it. */
const timed =
  /^((?:(?:晚上|夜里|夜间|睡前|地铁上|公交上|火车上|飞机上|路上|被窝里|宿舍里)(?:遛|看|听|读|洗|跑|骑|喂|写|玩|追剧)|上下班(?:骑|坐|开|走|看|听)\p{Script=Han}{0,3}))的?$/u;
/** 台钓用: what it is used for, whatever it is. */
const usedFor = /^(?:平时|主要|一般|拿来|用来|就)*(\p{Script=Han}{2,4})用的?$/u;
const noUse =
  /[不没好能可会要都也就够给我你他她它这那么啥谁第次常实耐使作费专适重复]|第一|自己|一起|以前|以后|人$|[男女]|老|孩|宝|娃|宿舍限/u;

export const readTimes = (r: Reader): void => {
  const { folded, wanted, wishBefore, question } = r.clause;
  if (question || !(wanted.length > 0 || wishBefore)) return;
  const { start, words } = coreOf(folded);
  const m = timed.exec(words) ?? usedFor.exec(words.endsWith('用') ? words : '');
  const said = m?.[1];
  if (said === undefined || (m![0].endsWith('用') && noUse.test(said))) return;
  const from = start + words.indexOf(said);
  const end = from + said.length;
  if (m![0].endsWith('用') && r.clause.named.some(n => n.start < end && from < n.end && n.end - n.start > 1)) return;
  if (isFree(r, from, end)) take(r, { slot: 'purpose', start: from, end, polarity: 1, confidence: 0.6 });
};

export const readActivity = (r: Reader): void => {
  const { folded, wanted, wishBefore, question, asked } = r.clause;
  if (folded.length > 16 || question || !(wanted.length > 0 || wishBefore)) return;
  const { start, words, after } = coreOf(folded);
  if (/[吗么没]/.test(after)) return;
  const m = doing.exec(words);
  const said = m?.[1] ?? exercise.exec(words)?.[0];
  if (said === undefined || (m && noDoing.test(said)) || said.length < 2) return;
  const from = start + words.indexOf(said);
  const end = from + said.length;
  if (asked.options.some(o => o.includes(said) || said.includes(o))) return;
  if (r.clause.named.some(n => n.start < end && from < n.end && n.end - n.start > 1 && !ofDoing.has(n.slots[0]!)))
    return;
  if (asked.listed.some(l => said.startsWith(l.name) || l.name.startsWith(said))) return;
  // 做视频剪辑, 放浴室: where the vocabulary has the rest, that is the purpose.
  const inner = r.clause.named.find(n => n.slots[0] === 'purpose' && n.end === end && n.start === from + 1);
  if (inner && /^[做放在]/u.test(said)) return;
  if (isFree(r, from, end)) take(r, { slot: 'purpose', start: from, end, polarity: 1, confidence: 0.5 });
};
