import { describe, expect, test } from 'vitest';
import { isAboutChild, isChildsAge, isSensitive } from './sensitive.ts';

/** Each tells, or could tell, a trait of somebody: nothing of it may be stored. */
const traits = {
  health: [
    'I am diabetic, so sugar free please',
    "I've got asthma and need a mask",
    'my husband is going through chemo',
    'something soft, I have eczema',
    'my doctor told me to buy cushioned shoes',
    "I'm pregnant and looking for leggings",
    'after my knee surgery I need slip-on shoes',
    'I suffer from insomnia, which pillow helps?',
    'he has Parkinson and needs a light cup',
    "she's in a wheelchair",
    'I am recovering from an injury',
    'I take medication for blood pressure',
    'gluten makes me ill, I am coeliac',
    'I have flat feet',
    "I'm colour blind so no red-green labels",
    '我有糖尿病，要无糖的',
    '我妈腰不好，想买按摩仪',
    '爸爸膝盖做过手术',
    '我怀孕了，想买宽松的裙子',
    '医生说要穿软底鞋',
    '最近失眠，想换个枕头',
    '爷爷有高血压',
    '对花粉过敏，要口罩',
    '我颈椎病犯了，想买枕头',
    '奶奶腿脚不好，要防滑的鞋',
    '哺乳期能用的面霜',
  ],
  religion: [
    'as a muslim I need a prayer mat',
    'we keep kosher at home',
    'a present for her baptism',
    'I go to church on Sundays and need a jacket',
    'is this chocolate halal?',
    'I am a practising buddhist',
    'for Ramadan I want dates',
    "I'm a Christian, do you have crosses?",
    '我是穆斯林，有清真的吗',
    '我信佛，想买佛珠',
    '我们去教堂穿的衣服',
    '做礼拜时穿的',
    '斋月送礼',
  ],
  ethnicity: [
    'as a black woman I find it hard to get foundation',
    "I'm Hispanic and want bright colours",
    'my skin colour is dark',
    'we are refugees',
    'I am Asian',
    'African American hair needs other products',
    '我是回族，要牛肉干',
    '我是藏族人',
    '少数民族的服装，我自己就是',
    '我是维吾尔族',
  ],
  sexuality: [
    "I'm gay and love pink",
    'a lesbian couple of friends marries',
    'for the pride parade',
    "I'm trans woman, size 44 shoes please",
    'as a bisexual I like the flag colours',
    'do you have LGBT pins',
    '我是同性恋，想买情侣款',
    '我已经出柜了',
    '送给我的跨性别朋友',
  ],
  politics: [
    'I voted for the labour party',
    'a Trump hat please',
    'I am a union member',
    'something for a protest on Saturday',
    'my husband is a republican',
    'as a communist I like red',
    '我是党员，喜欢红色',
    '参加游行穿的',
    '我在工会工作',
    '我支持民进党',
  ],
} as const;

/** Speaks of a child: serves the search at hand and is not kept. */
const children = [
  'my daughter is 8 and loves pink',
  'a present for my 5-year-old nephew',
  'my son wears size 30',
  'toys for toddlers',
  'for my baby',
  'my little girl likes unicorns',
  'our grandson plays football',
  'a 12 year old who reads a lot',
  '我女儿喜欢粉色',
  '给五岁的侄子买',
  '孩子上小学',
  '送给宝宝的',
  '儿子今年10岁',
  '我家娃爱画画',
] as const;

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
