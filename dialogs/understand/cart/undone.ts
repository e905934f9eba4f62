/**
 * "Undo that", "WHAT no! not 50 pieces!!", "that was a mistake", 撤销, 加错了, 我没说20个啊: the cart as it was before the last change in this
 * conversation. Only a message of nothing else: whatever more is told of it has a reading of its own.
 */

import type { CartLine } from '../../../knowledge/domain/order.ts';
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { CartEdits } from './change-asked.ts';

/** An outcry, a hesitation or a courtesy: nothing is told by it. */
const filler =
  /^(?:no+|oh|oops|ooh|ops|whoops|wait|sorry|ok|okay|please|pls|actually|hey|ah|um+|hm+|what|wtf|omg|god|well|so|and|then|but|now|again|thanks|thank you|不+对?(?=$|[^要是说])|不是(?![\d一二两三四五六七八九十百])|等等|等一下|等下|哎呀|哎|啊|诶|哦|噢|天哪|喂|抱歉|对不起|不好意思|请|麻烦|帮我|那|你|什么|搞什么|干嘛|谢谢|[啊呀呢吧了的嘛哦])(?![a-z'])\s*/u;
const trailing = /\s*(?:please|pls|thanks|thank you|for me|now|then|again|一下|[啊呀呢吧了嘛哦])$/u;

/** The last change, whatever it was. */
const undoes = [
  /^(?:(?:can|could|would) (?:you|i|we) )?(?:undo|revert|reverse)(?: (?:that|it|this|them|(?:that|the|my) last (?:one|step|change|thing|bit)|what you (?:just )?did|the change))?$/,
  /^(?:(?:can|could|would) you )?(?:put|change|set|turn|take) (?:it|that|this|them|everything|things|the cart|my cart|all of it) back(?: (?:(?:to )?(?:the way|how|as|like|what) (?:it|they) (?:was|were)(?: before)?))?$/,
  /^(?:go|back) (?:back )?to (?:how|what|the way) (?:it|they) (?:was|were)(?: before)?$/,
  /^(?:that|it|this) (?:was|is|s|'s) (?:a mistake|an accident|by mistake|an error|by accident)$/,
  /^(?:my (?:mistake|bad)|wrong (?:one|button|key|tap)|mis-?click(?:ed)?|(?:i )?(?:tapped|clicked|pressed|hit) (?:it by mistake|the wrong (?:one|button|thing)|wrong))$/,
  /^i (?:didn't|did not|never) (?:mean|want|intend) to (?:do|add|change|remove|order|put|take) (?:that|it|this|them)(?: (?:in|out|to the cart))?$/,
  /^(?:刚才|刚刚|上面|上)?(?:的)?(?:那|这|一)?(?:一)?(?:步|个|下|次)?(?:操作)?(?:给我)?(?:撤销|撤回|撤掉|取消操作|还原|复原|恢复|恢复原样|恢复原来的?|改回去|改回来|变回去|退回上一步|返回上一步)(?:刚才的?|刚刚的?|上一步)?(?:操作|那步|那一步|改动)?$/u,
  /^(?:我)?(?:刚才|刚刚)?(?:手滑|(?:加|放|点|按|弄|搞|选|改|删)错)$/u,
];

/** After something went out. */
const wantsStill =
  /^(?:but )?i (?:do |still |did )*(?:want(?:ed)?|need(?:ed)?) (?:that|it|this|them|those|that one|the other one)(?: (?:after all|back|though))?$|^(?:我)?(?:其实)?还是?(?:想)?要(?:的|它|它们|这个|那个)?(?:呢)?$|^别(?:删|拿掉|去掉)$/u;

const number = String.raw`(\d{1,4}|[a-z]+|[一二两三四五六七八九十百]+)`;
/** So many were not told. */
const deniesCount = [
  new RegExp(
    `^(?:i (?:didn't|did not|never) (?:say|said|ask(?:ed)? for|want|order(?:ed)?|mean) |not )${number}(?: (?:of (?:them|those|it)|pieces?|pcs|units|items|times))?$`,
  ),
  new RegExp(
    `^(?:我)?(?:没|没有|不|可没|又没)(?:有)?(?:说|要|想要|让你加|叫你加|是)(?:过)?${number}[个件双条只盒包瓶份本套]?$`,
    'u',
  ),
  new RegExp(`^(?:谁|哪个)(?:要|说)(?:要)?(?:了|过)?${number}[个件双条只盒包瓶份本套]?$`, 'u'),
];
/** All of it, said of what went in just now. */
const takesOut =
  /^(?:take|get|put|throw) (?:it|them|that|those|all of (?:it|them)|(?:it|them) all) (?:out|off|away)$|^remove (?:it|them|that|those|all|them all|it all)$|^(?:全|都|全都|全部)?(?:拿掉|去掉|删掉|删了|拿出来)$/u;

const bare = (unit: string): string => {
  let [left, before] = [unit.trim(), ''];
  while (left !== before) {
    before = left;
    left = left.replace(filler, '').replace(trailing, '').trim();
  }
  return left;
};

/** What the message says, cut at its marks. */
const unitsOf = (folded: string): string[] =>
  folded
    .split(/[.,!?;:…，。！？；~]+|\s[-–—]+\s|(?<=\p{Script=Han})\s+/u)
    .map(bare)
    .filter(unit => unit !== '');

export type UndoMemory = Pick<ConversationMemory, 'cartWas' | 'inCart' | 'turns' | 'waits'>;

/** Messages after the change in which "undo" is of it. */
const stillUndone = 3;

/** The lines that the last change was of, as they were before it, where they are others now; none: it is too long ago, or something waits. */
export const linesToUndo = ({ cartWas, inCart = [], turns, waits }: UndoMemory): readonly CartLine[] => {
  if (!cartWas || waits || turns - cartWas.at > stillUndone) return [];
  return cartWas.lines.filter(was => {
    const there = inCart.find(line => line.product === was.product);
    return (there?.quantity ?? 0) !== was.quantity || (was.quantity > 0 && there?.size !== was.size);
  });
};

/** Undefined: nothing is undone by it. `folded` as fold gives it. */
export const undoneIn = (folded: string, { cartWas, inCart = [], turns, waits }: UndoMemory): CartEdits | undefined => {
  const units = unitsOf(folded);
  const lines = linesToUndo({ cartWas, inCart, turns, waits });
  if (!cartWas || lines.length === 0 || units.length === 0 || folded.length > longest) return undefined;
  const now = new Map(inCart.map(line => [line.product, line]));
  const isJustNow = turns - cartWas.at <= 1;
  const wentOut = lines.some(was => was.quantity > (now.get(was.product)?.quantity ?? 0));
  const countDenied = (unit: string): boolean => {
    const said = deniesCount.map(form => form.exec(unit)?.[1]).find(one => one !== undefined);
    const count = said === undefined ? undefined : readNumber(said);
    return count !== undefined && count > 1 && lines.some(was => now.get(was.product)?.quantity === count);
  };
  const takesBack = units.filter(
    unit =>
      undoes.some(form => form.test(unit)) ||
      (isJustNow && ((wentOut && wantsStill.test(unit)) || (!wentOut && countDenied(unit)))),
  );
  const out = units.filter(unit => takesOut.test(unit));
  if (takesBack.length === 0 || takesBack.length + out.length < units.length) return undefined;
  return {
    lines: out.length > 0 && !wentOut ? lines.map(line => ({ ...line, quantity: 0 })) : lines,
    undoes: true,
  };
};
/** Letters of a message that says nothing else. */
const longest = 90;
