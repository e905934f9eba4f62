import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createVocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';
import { createNeedReader, readNeeds } from './needs.ts';

const view = demoView();
const needIn = createNeedReader(createVocabulary(view));
const understander = createUnderstander(view, learnIntents);
const understand = (text: string) => understander.understand(turnOf(text), emptyMemory);

test('every line of the files can be read', () => {
  expect(readNeeds().problems).toEqual([]);
});

test.each([
  ["I'm looking for something to keep my coffee hot", 'category=home-kitchen product=flask'],
  ['something to carry my laptop under 300', 'budget=max:30000:CNY product=laptop-bag'],
  ['is there anything to keep me dry?', 'category=jackets feature=waterproof'],
  ['something to listen to music on the train', 'category=electronics product=headphones'],
  ['my phone always dies on hikes', 'product=powerbank'],
  ['ok what would keep me warm at night in a cabin then? -5 outside', 'product=blanket'],
  ['晚上睡觉盖什么暖和', 'product=blanket'],
  ['I want to make proper coffee', 'category=tea-coffee product=dripper'],
  ['想要个能让咖啡保温的', 'category=home-kitchen product=flask'],
  ['有什么能装电脑的', 'product=laptop-bag'],
  ['跑步听歌用什么好', 'category=electronics product=headphones'],
  ['手机总是没电怎么办', 'category=electronics product=powerbank'],
])('"%s" is a search for the thing that does it', (text, wanted) => {
  const { intent, preferences } = understand(text);
  expect({ intent, wished: written(preferences) }).toEqual({ intent: 'product-search', wished: wanted });
});

test('a wish told by its use is quoted as it was told', () => {
  const quotes = understand('Hi, I need something to keep my coffee hot').preferences.map(p => p.quote);
  expect(new Set(quotes)).toEqual(new Set(['something to keep my coffee hot']));
});

test('what is not sold is asked for by its name, and no part of that name is taken for it', () => {
  const { goods, preferences } = understand('I need a thing to open bottles');
  expect({ goods, preferences }).toEqual({ goods: ['bottle opener'], preferences: [] });
});

test.each([
  'a jacket to keep me dry',
  'does it keep coffee hot?',
  '它能装电脑吗',
  'how do I return something',
  'where is my order WY-20418',
  'keep my data private',
  'my skin is dry from your cream, I want a refund',
  'my feet are cold in the boots I bought, can I return them',
  'my phone dies when I use your app',
  'how do I store my shoes',
  'something to check the time of delivery',
  '手机总是没电是不是充电宝坏了',
])('"%s" is read as it stands', text => {
  expect(needIn(fold(text))).toBeUndefined();
});

test.each([
  ['I need something warm for a winter hike, not wool', '-material=wool feature=warm occasion=hiking occasion=winter'],
  ['what should I take for camping?', 'occasion=camping'],
  ['露营要带点什么', 'occasion=camping'],
])('"%s" asks for goods, whatever they are called', (text, wanted) => {
  const { intent, preferences, something } = understand(text);
  expect({ intent, wished: written(preferences), something }).toEqual({
    intent: 'product-search',
    wished: wanted,
    something: true,
  });
});

test('a place in a list that was not shown is no part of a product name', () => {
  expect(understand('show me the second one in red').entities.products).toEqual([]);
});

test('a line that can not be read, and a heading without a name, are named; the others count', () => {
  const folder = mkdtempSync(join(tmpdir(), 'needs-'));
  writeFileSync(
    join(folder, 'more.md'),
    '## rope | 绳子\n- tie (a|my knots\n- tie my boat\n## | 锤子\n- hit a nail\n- 钉钉子\n',
  );
  const { problems, uses } = readNeeds(pathToFileURL(`${folder}/`));
  expect(problems).toEqual([
    'more.md: "tie (a|my knots" opens a bracket that is never closed',
    'more.md: "## | 锤子" has no name in en; write "## flask | 保温杯"',
  ]);
  const reader = createNeedReader(createVocabulary(view), { problems, uses });
  expect(reader('something to tie my boat')?.name).toBe('rope');
  expect(reader('想买个钉钉子的')?.name).toBe('锤子');
});

test.each([
  ['how much is a puffer', 'product-search', 'product=puffer', undefined],
  ['羽绒服多少钱', 'product-search', 'category=jackets product=puffer', undefined],
  ['anything new?', 'recommend', '', true],
  ['any new jackets?', 'product-search', 'category=jackets', true],
  ['最近有什么新品', 'recommend', '', true],
  ['I need new shoes', 'product-search', 'category=running-shoes', undefined],
])('"%s": goods with their prices, or what came last', (text, intent, wished, newest) => {
  const heard = understand(text);
  expect([heard.intent, written(heard.preferences), heard.newest]).toEqual([intent, wished, newest]);
});

test.each([
  'what is the new return policy',
  'how much is delivery',
  'how much is gift wrapping',
  '运费多少钱',
  "what's new with my refund",
  'can I see the latest reviews',
  '新款什么时候到货',
  '上新提醒怎么关',
  'how much does a mug weigh',
  'how much is a jacket if I pay by card',
  'what do I need for returning shoes',
])('"%s" asks for no goods', text => {
  const { intent, newest } = understand(text);
  expect([intent, newest]).toEqual(['question', undefined]);
});

test('"empty it" forgets nobody', () => {
  expect(understand('算了不要了,清空吧').intent).not.toBe('forget-all');
  expect(understand('clear it please').intent).not.toBe('forget-all');
});
