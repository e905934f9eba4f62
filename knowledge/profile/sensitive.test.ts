import { describe, expect, test } from 'vitest';
import { children, traits } from './sensitive.test-helper.ts';
import { isAboutChild, isChildsAge, isSensitive } from './sensitive.ts';

/** Close to such a trait in wording, and ordinary wishes: these must be kept. */
const ordinary = [
  'I prefer black jackets',
  'white sneakers please',
  "black women's boots in size 39",
  "white men's shirt",
  'black women shoes, size 6',
  'a perfume by Christian Dior',
  'Christian Louboutin heels',
  'I love political thrillers, a political thriller please',
  "I'm addicted to coffee",
  'a first aid kit',
  'study aids for maths',
  'sensitive skin cream',
  'hypoallergenic pillow',
  'straight leg jeans',
  'a party dress in red',
  'pride and prejudice, hardcover',
  'a union jack mug',
  'conservative style, dark blue',
  'a trump card game',
  'non-alcoholic beer',
  'heart rate monitor watch',
  'blood orange scented candle',
  'a baby blue scarf',
  'baby pink lipstick',
  'a cancer zodiac necklace',
  'a gift for a 60 year old colleague',
  'an Asian cookbook',
  'Turkish towels in white',
  'Thai green tea',
  'Greek style sandals',
  'a Persian rug',
  'warm socks for cold feet',
  'wide feet, size 43',
  'vegan leather bag',
  'a healthy snack',
  'something for my back garden',
  'running shoes with support',
  'a medical thriller',
  'yoga mat for my morning practice',
  'an eye-catching red lamp',
  'a kidney-shaped table',
  '我喜欢黑色',
  '白色的运动鞋',
  '上礼拜看的那双',
  '下礼拜天要用的帐篷',
  '基督山伯爵，精装版',
  '黑人牙膏',
  '拉拉队的裙子',
  '员工会议用的白板',
  '敏感肌可用的面霜',
  '民族风的包',
  '我35岁，想要显年轻的外套',
  '送五十岁的阿姨',
  '红色的党参茶',
  '健康零食',
  '防滑的拖鞋',
  '软底的鞋',
  '心形项链',
  '佛手瓜味的香薰',
  '泰式绿茶',
  '日系简约的台灯',
  '同款的手表',
  '护眼台灯',
  '想要显瘦的裤子',
  '婚礼上穿的鞋',
] as const;

describe('sensitive traits', () => {
  for (const [kind, sentences] of Object.entries(traits))
    test.each([...sentences])(`${kind}: "%s" is kept from the profile`, sentence => {
      expect(isSensitive(sentence)).toBe(true);
    });
  test.each([...children])('a child: "%s" is kept from the profile', sentence => {
    expect(isAboutChild(sentence)).toBe(true);
  });
  test.each([...ordinary])('"%s" is an ordinary wish', sentence => {
    expect(isSensitive(sentence)).toBe(false);
    expect(isAboutChild(sentence)).toBe(false);
  });
  test.each(['14', '6 years old', '9', 'nine', 'twelve years', '8 months', '三岁', '十二岁', '8个月'])(
    '%s is the age of a child',
    age => {
      expect(isChildsAge(age)).toBe(true);
    },
  );
  test.each([
    '3+',
    '8-12',
    '3 to 6',
    '30 year old',
    '18',
    '70',
    'adults',
    "women's",
    '成人',
    '三十岁',
    '65岁',
    'seventeen-piece',
  ])('%s is whom goods are made for', age => {
    expect(isChildsAge(age)).toBe(false);
  });
  test('at least a hundred sentences are tried, in both languages', () => {
    const all = [...Object.values(traits).flat(), ...children, ...ordinary];
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(all.filter(s => /\p{Script=Han}/u.test(s)).length).toBeGreaterThanOrEqual(40);
  });
});
