import type { Language } from '../../../knowledge/domain/language.ts';
import { type ClaimProblem, checkClaims } from './check-claims.ts';
import { claimed } from './figures.ts';
import { folded } from './letters.ts';
import { type Risk, risksIn } from './risks.ts';

/** How a conversation is told: who said it and that it was said. */
const reporting: Readonly<Record<Language, string>> = {
  en: 'the shopper they he she asks asked wants wanted says said wrote reports reported mentions mentioned complains complained is was has had told shown answered replied offered an answer about looking looked for needs needed waits waiting received got person bot assistant because since that whether who which first second then later twice again still now',
  zh: '顾客 对方 询问 问 想要 想 要求 表示 说 提到 反映 反馈 希望 需要 正在 等待 收到 已 已经 机器人 客服 回答 答复 告知 展示 推荐 介绍 但 但是 因为 所以 之后 随后 又 再次 仍 仍然 两次 情况 不满 着急 问题 关于 一位 该 其',
};

/** A colleague who reads it must not take for settled what was only talked about: deals and promises stand in the records. */
const neverTold: ReadonlySet<Risk> = new Set([
  'free',
  'discount',
  'promise',
  'authority',
  'insides',
  'hurry',
  'other-people',
]);
const neverFigured: ReadonlySet<string> = new Set(['money', 'percent', 'tenths']);
const longest = 400;

/** Every reason why a summary of these lines may not be shown to staff; empty: it tells what was said and nothing else. */
export const checkSummary = (
  text: string,
  { language, said, hidden }: { language: Language; said: string; hidden: string },
): ClaimProblem[] => {
  const read = folded(text);
  // What a conversation is about is put together from all of its lines.
  const problems = checkClaims(
    text,
    { language, template: said, names: [], hidden, vocabulary: reporting[language] },
    true,
  ).filter(problem => problem.kind !== 'mixed');
  if (text.length > longest) problems.push({ kind: 'too-long', said: String(text.length) });
  if (!/\p{L}/u.test(text)) problems.push({ kind: 'empty', said: '' });
  for (const risk of risksIn(read)) if (neverTold.has(risk)) problems.push({ kind: 'risk', said: risk });
  for (const figure of claimed(read))
    if (neverFigured.has(figure.unit)) problems.push({ kind: 'figure', said: figure.text });
  return problems;
};
