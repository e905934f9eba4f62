import { describe, expect, it } from 'vitest';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { quotable } from './quoted.ts';

describe('a quoted span begins and ends where a word does in what was written', () => {
  it.each([
    ['鞋带卖', '没坏要保修，就问有没有鞋带卖', '鞋带'],
    ['吸管的', '有没有吸管的', '吸管'],
    ['甜', '香薰蜡烛有没有不那么甜的味道', '不那么甜'],
    ['雪松', '有没有雪松 檀香这种的', '雪松'],
    ['片数少', '不是，我要片数少的！500片或者300片', '片数少'],
    ['40x20', 'hand luggage, 40x20x25 cm or smaller', '40x20x25'],
    ['the special filters and', 'does it need the special filters and a lid', 'special filters'],
    ['loose leaf', 'Loose leaf, not bags', 'loose leaf'],
    ['多于50克', '50克太少了，有大点的吗', '多于50克'],
  ])('%s of %s', (words, said, quoted) => {
    expect(quotable(words, fold(said))?.replace(/的$/u, '')).toBe(quoted);
  });

  it.each([
    ['毯子和拼', '她喜欢窝在家里看书喝茶，预算两百五以内吧'],
    ['们卖不卖茶杯', '我问你们卖不卖茶杯！！'],
    ['你们卖不卖茶杯', '我问你们卖不卖茶杯！！'],
    ['多长时间', '保温多长时间？能放茶叶泡吗'],
    ['不就挺甜', '桂花不就挺甜的么……有没有雪松'],
    ['now', 'what do I do now'],
  ])('%s is no whole of %s', (words, said) => {
    expect(quotable(words, fold(said))).toBeUndefined();
  });
});
