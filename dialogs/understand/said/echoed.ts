/** A yes makes the shop's question the shopper's own words. */
import type { RawFact } from './settled.ts';

/** "Do you want a washable cover?" is about a part of what is wanted: one feature, not goods of their own. */
export const asOnePart = (facts: readonly RawFact[], own: string): readonly RawFact[] => {
  const part =
    /^(?:i want|想要) ?(?:it |them |that |one )?(?:to have |to be |with )?(?:an? |some |the )?((?:[a-z-]+ ){1,2}[a-z-]+|[\p{Script=Han}]{3,7})$/u.exec(
      own.trim(),
    );
  const whole =
    part &&
    facts.length <= 1 &&
    !facts.some(f => f.slot !== 'feature' && f.slot !== 'product_type') &&
    !/\b(?:or|and|for|in|at|on|to|of)\b|或|和/u.test(part[1]!);
  if (part && whole) {
    const start = own.indexOf(part[1]!);
    return [
      {
        slot: 'feature',
        start,
        end: start + part[1]!.length,
        value: part[1]!.replace(/功能$/u, ''),
        polarity: 1,
        quote: own,
        order: 0,
      },
    ];
  }
  const goods = facts.find(f => f.slot === 'product_type');
  const beside = facts.filter(
    f => f !== goods && (f.slot === 'feature' || f.slot === 'material' || f.slot === 'color'),
  );
  if (!goods || beside.length === 0) return facts;
  const start = Math.min(...beside.map(f => f.start), goods.start);
  const end = Math.max(...beside.map(f => f.end), goods.end);
  return [{ ...goods, slot: 'feature', start, end, value: own.slice(start, end) }];
};

/** "Would you like it in leather" -> "i would like it in leather". */
export const asOwnWish = (offered: string): string =>
  offered
    .replace(/^.*?\b(?:do|would|should|are|is|must|does) (?:you|it|they|i|this|that|the \w+)\b/, 'i want')
    .replace(/^(?:how|what) about|^maybe/, 'i want')
    .replace(/\b(?:be|have|want|like|prefer|need|looking for|favou?r|interested in)\b/, '')
    .replace(/^(?:请问|那|您|你)+/u, '')
    .replace(/(?:要不要|喜不喜欢|需不需要|是不是要|是要)/u, '想要')
    .replace(/(?:可以|行|好|怎么样|考虑)?(?:吗|嘛|么|呢)$|怎么样$/u, '')
    .replace(/^(?!.*想要)(?=\p{Script=Han})/u, '想要')
    .replace(/(?<=想要.*)(?:需要|要|喜欢)/u, '')
    .replace(/(?<=^i want )(?:it )?with (?:an? )?/, '')
    .replace(/ +/g, ' ')
    .replace(
      / (?:helpful|useful|ok|okay|fine|good|nice|important|an option|interesting|something for you|for you)$/,
      '',
    );
