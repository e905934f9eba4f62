import { expect, test } from 'vitest';
import { turnOf, understood } from '../dialogs.test-helper.ts';
import { agreedIn } from './agreed.ts';

const heard = (text: string) => agreedIn({ turn: turnOf({ text }), understanding: understood('unclear') });

test.each(['yes', 'ok do it', 'yep, go ahead', 'sure, please', '好的', '嗯办吧', '确认办理', '可以的', '麻烦您了'])(
  '"%s" agrees',
  text => expect(heard(text)).toBe('yes'),
);
test.each(['no', 'no thanks', "don't", '不用了', '先不办了', '算了吧', '不退了', '取消', '取消吧'])(
  '"%s" refuses',
  text => expect(heard(text)).toBe('no'),
);
test.each(['cancel', 'how long does it take?', 'the second one', '太小了', '', '好看吗'])('"%s" is neither', text =>
  expect(heard(text)).toBeNull(),
);

test.each(['嗯', '好', '好的', '要的', '办吧', '不要', '不用'])(
  'a whole line of "%s" and something else is read at once, as neither',
  word => expect(heard(`${word.repeat(Math.floor(39 / word.length))}x`)).toBeNull(),
);
