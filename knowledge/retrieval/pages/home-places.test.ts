import { expect, test } from 'vitest';
import { namesOfPlaces } from './home-places.ts';

test.each([
  ['how long does delivery take to urumqi', 'en', ['urumqi', 'xinjiang']],
  ['寄到喀什要几天', 'zh', ['喀什', '新疆']],
  ["i'm in suzhou, by the 10th?", 'en', ['suzhou', 'jiangsu']],
  ['delivery to inner mongolia', 'en', ['inner mongolia']],
  ['shipping within china', 'en', []],
  ['my dog is called lassie', 'en', []],
  ['寄到内蒙古要几天', 'zh', ['内蒙古']],
  ['寄到大理', 'zh', ['大理', '云南']],
  ["to xi'an please", 'en', ["xi'an", 'shaanxi']],
  ['北京几天到', 'zh', ['北京', '京津冀']],
  ['寄到杭州要几天', 'zh', ['杭州', '浙江', '江浙沪']],
  ['明天能到上海不', 'zh', ['上海', '江浙沪']],
  ['有大理石的杯垫吗', 'zh', []],
  ['哈密瓜味的茶', 'zh', []],
  ['和田玉手镯', 'zh', []],
  ['中山装有吗', 'zh', []],
  ['阿里巴巴上买的', 'zh', []],
  ['这东西安全吗', 'zh', []],
  ['今天水壶能到吗', 'zh', []],
  ['适合肥胖的人吗', 'zh', []],
  ['两米长沙发套', 'zh', []],
  ['寄到西安', 'zh', ['西安', '陕西']],
] as const)('"%s" may be told of under these names', (text, language, names) => {
  expect(namesOfPlaces(text, language)).toEqual(names);
});
