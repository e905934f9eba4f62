/** What is said of a thing just named decides whether it is wished for: 藤编勾丝, 黑的太沉, 容声哪年的. */
import type { NamedWish } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { coreOf } from './chinese-core.ts';
import { takenUp } from './chinese-listed.ts';
import { remarkOn } from './chinese-remarks.ts';
import type { Clause, Draft } from './fact.ts';
import { isFree, type Reader, take } from './reader.ts';

/** 海尔跟小天鹅哪个噪音小, 手持那个出差能带吗: makers and kinds that are asked about are not yet chosen. */
const isOnlyAskedOf = (draft: Draft, { folded }: Clause): boolean =>
  draft.polarity === undefined &&
  opensClause.test(folded.slice(0, draft.start)) &&
  ((draft.slot === 'feature' &&
    draft.end < folded.length &&
    /^(?:的|那[个款种]|款)/u.test(folded.slice(draft.end)) &&
    remarkOn(folded.slice(draft.end)) === 'asks') ||
    (draft.slot === 'brand' &&
      /(?:哪[个款种家]|多少[钱米块]?|咋样|怎么样|如何|靠谱吗|好用[吗不]|[重贵疼]吗)(?!.*(?:有|吧))/u.test(
        folded.slice(draft.end),
      )));

/** What was read of a clause, by what the rest of it says of it. */
export const judgedIn = (clause: Clause, drafts: readonly Draft[]): readonly Draft[] =>
  unsaid(
    drafts.filter(d => !isOnlyAskedOf(d, clause)).map(d => judged(d, clause)),
    clause,
  );

/** What stands first in the clause is what the rest of it remarks on. */
const judged = (draft: Draft, { folded, negations, named, asked }: Clause): Draft => {
  if (draft.polarity !== undefined || draft.slot.startsWith('price_')) return draft;
  // 有点老干部: a look that there is too much of.
  if (
    draft.slot === 'style' &&
    !named.some(n => n.slots[0] === 'color') &&
    /(?:有点|有些|会不会太?|太)$/u.test(folded.slice(0, draft.start))
  )
    return { ...draft, polarity: -1 };
  // 钢笔肯定很多人送了: goods that the shop proposed are turned away as a colour is.
  const isProposed = draft.slot === 'product_type' && asked.shopText.includes(folded.slice(draft.start, draft.end));
  if (!remarkable.has(draft.slot) && !isProposed) return draft;
  if (!opensClause.test(folded.slice(0, draft.start)) || negations.some(n => n.end <= draft.start)) return draft;
  const after = folded.slice(draft.end);
  // 红色的包太贵了 is said of the bag.
  if (after.startsWith('的') && named.some(n => n.start === draft.end + 1 && n.slots[0] === 'product_type'))
    return draft;
  const remark = remarkOn(after);
  return remark === 'faults' || (remark === 'dear' && draft.slot === 'brand') ? { ...draft, polarity: -1 } : draft;
};
/** 白的不耐脏, 岩板冬天凉: what finds fault asks for nothing. */
const unsaid = (drafts: readonly Draft[], { folded }: Clause): readonly Draft[] => {
  // 灰的耐脏: praise of a colour is why it is taken.
  const praised = drafts.find(d => d.slot === 'color' && opensClause.test(folded.slice(0, d.start)));
  if (praised && praise.test(folded.slice(praised.end)))
    return drafts.filter(d => d.start <= praised.start || (d.slot !== 'feature' && d.slot !== 'style'));
  const head = drafts.find(
    d => remarkable.has(d.slot) && d.polarity === -1 && opensClause.test(folded.slice(0, d.start)),
  );
  if (!head || remarkOn(folded.slice(head.end)) !== 'faults') return drafts;
  return drafts.filter(d => d.start < head.end || d.polarity === -1 || d.slot.startsWith('price_'));
};

const praise = /^的?(?:比较|更|挺|很)?(?:耐脏|百搭|显[白瘦高]|高级|好搭)[啊呀的]*$/u;

const remarkable: ReadonlySet<string> = new Set(['color', 'material', 'brand', 'style', 'feature', 'size', 'author']);
/** What ends so is called by its kind: 团扇, 火鸡面, 飘逸杯. */
const strongHead = /^\p{Script=Han}{1,4}[扇杯壶灯椅凳鞋帽裙巾伞毯糖面奶茶酒琴]$/u;
const goodsHead =
  /[芯剂器机具膏霜液油粉水锅灯刀鞋包杯椅桌柜架垫帽裙裤衫衣袜皂盒瓶壶碗盘伞表车球笔本书琴仪贴膜罩套带绳网板片枕被毯帘巾刷篮桶罐]$/u;
export const opensClause =
  /^(?:那|嗯|哦|啊|但是?|不过|可是|还是|这个|那个|这款|那款|你们?家?的?|感觉|觉得|我觉得|其实)*$/u;

/** Something the shop named, taken up first thing in the clause. */
export const readTakenUp = (r: Reader, named: readonly NamedWish[]): void => {
  const { folded, asked, wanted } = r.clause;
  if (asked.listed.length === 0) return;
  const { start } = coreOf(folded);
  const found = takenUp(folded.slice(start), asked.listed);
  if (!found) return;
  const end = start + found.length;
  if (found.slot === 'title') {
    // 分手厨房 is no kitchen.
    if (found.length > 1 && isFree(r, start, end)) r.taken.push({ start, end });
    return;
  }
  const known = named.find(n => n.start < end && start < n.end && n.end - n.start >= found.length);
  // 燕麦, of 焦糖, 黑, 燕麦, is a colour.
  if ((known && !(known.slots[0] === 'product_type' && found.slot === 'color')) || !isFree(r, start, end)) return;
  // 羊绒围巾: goods with what they are made of are read as such.
  if (named.some(n => n.end === end && n.start > start && n.slots[0] === 'product_type')) return;
  // 渴望六种鱼: of a maker that is known, the maker is meant.
  if (named.some(n => n.start === start && n.end < end && n.slots[0] === 'brand')) return;
  const remark = remarkOn(folded.slice(end));
  if (remark === 'asks' && found.slot !== 'brand') return;
  // 可以试试地漏芯: before goods were asked for, what the shop names are goods.
  const slot =
    found.slot === 'feature' &&
    ((wanted.length === 0 && !asked.open && goodsHead.test(folded.slice(start, end))) ||
      strongHead.test(folded.slice(start, end)))
      ? 'product_type'
      : found.slot;
  take(r, {
    slot,
    start,
    end,
    confidence: 0.6,
    ...(remark === 'faults' || (remark === 'dear' && found.slot === 'brand') ? { polarity: -1 as const } : {}),
  });
};
