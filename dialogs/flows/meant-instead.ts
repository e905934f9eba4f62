/** "No wait, sunscreen doesn't fit lol, I mean the clothes one", 不是防晒 我是说衣服: only what stands behind it is meant. */
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { FlowContext } from './flow.ts';

const instead =
  /^(?:no|nope|wait|sorry|oh|oops|not|hang on|hold on|actually|what\?|不是|不对|不|错了|等等|啊|哎|搞错).*?(?:\bi (?:mean|meant|said)\b|我(?:是)?(?:说|指)的?(?:就?是)?|应该是|要退的是)[\s,，:：.。]*(?:is |was )?(\S.*)$/isu;
const longest = 120;

export const withMeant = <T extends FlowContext>(context: T): T => {
  const { turn, understanding } = context;
  const rest = turn.value !== undefined || turn.text.length > longest ? undefined : instead.exec(turn.text.trim())?.[1];
  if (rest === undefined) return context;
  const said = rest.toLowerCase().replace(/[\s\p{P}]+$/u, '');
  const isSaid = ({ quote }: StatedPreference): boolean =>
    said.includes(quote.toLowerCase()) || quote.toLowerCase().includes(said);
  const { goods = [], asksOf = [], preferences } = understanding;
  return {
    ...context,
    turn: { ...turn, text: `no, ${rest}` },
    understanding: {
      ...understanding,
      preferences: preferences.filter(isSaid),
      asksOf: asksOf.filter(isSaid),
      goods: goods.filter(one => said.includes(one.toLowerCase())),
    },
  };
};
