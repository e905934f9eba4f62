import { expect, test } from 'vitest';
import { mendChinese } from './chinese-slips.ts';

test.each([
  ['能印字不 多大容量', '能印字吗 多大容量'],
  ['15.6寸的本子放得下不', '15.6寸的本子放得下吗'],
  ['便宜点不 老板', '便宜点吗 老板'],
  ['有粉的没 我穿38', '有粉的吗 我穿38'],
  ['新人有啥优惠没', '新人有什么优惠吗'],
  ['钱到了没有', '钱到了吗'],
  ['靠谱不?', '靠谱吗?'],
  ['生锈咋办', '生锈怎么办'],
  ['咋整', '怎么办'],
])('%s asks in chat words what %s asks', (said, put) => expect(mendChinese(said)).toBe(put));

test.each([
  '还没',
  '要不 来个红的',
  '差不多',
  '对不起',
  '怎么还没 到底发货了吗',
  '不要红的',
  '一个都没有',
  '我没有磨豆机',
  '好不好',
  '防不防水',
  '有没有粉色',
])('%s is left as it is', said => expect(mendChinese(said)).toBe(said));
