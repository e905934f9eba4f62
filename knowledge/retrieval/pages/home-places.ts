/** Places of mainland China as people name them, in both languages: to a shop there they are no abroad. */
import type { Language } from '../../domain/language.ts';

/** Cities by the province they lie in, for pages that name provinces alone ("Xinjiang takes 5 to 7 days"). */
const provinces: readonly (readonly [en: string, zh: string, cities: string])[] = [
  [
    'xinjiang',
    '新疆',
    'urumqi,kashgar,yining,korla,turpan,hotan,乌鲁木齐,乌市,喀什,伊犁,伊宁,库尔勒,吐鲁番,和田,阿克苏,哈密,克拉玛依,阿勒泰',
  ],
  ['tibet', '西藏', 'lhasa,shigatse,nyingchi,拉萨,日喀则,林芝,那曲,山南,昌都,阿里'],
  [
    'inner mongolia',
    '内蒙古',
    'hohhot,baotou,ordos,hulunbuir,chifeng,呼和浩特,包头,鄂尔多斯,呼伦贝尔,赤峰,通辽,海拉尔,乌兰察布,内蒙',
  ],
  ['hainan', '海南', 'haikou,sanya,海口,三亚,文昌,琼海,儋州'],
  [
    'jiangsu',
    '江苏',
    'nanjing,suzhou,wuxi,xuzhou,changzhou,nantong,yangzhou,zhenjiang,lianyungang,kunshan,南京,苏州,无锡,徐州,常州,南通,扬州,镇江,连云港,昆山,盐城,淮安,泰州,宿迁',
  ],
  [
    'zhejiang',
    '浙江',
    'hangzhou,ningbo,wenzhou,jiaxing,shaoxing,jinhua,taizhou,huzhou,yiwu,zhoushan,杭州,宁波,温州,嘉兴,绍兴,金华,台州,湖州,义乌,舟山,衢州,丽水',
  ],
  [
    'guangdong',
    '广东',
    'guangzhou,shenzhen,dongguan,foshan,zhuhai,huizhou,zhongshan,广州,深圳,东莞,佛山,珠海,惠州,中山,汕头,湛江',
  ],
  ['sichuan', '四川', 'chengdu,mianyang,leshan,成都,绵阳,乐山,宜宾,德阳'],
  ['qinghai', '青海', 'xining,golmud,西宁,格尔木'],
  ['gansu', '甘肃', 'lanzhou,dunhuang,jiuquan,兰州,敦煌,酒泉,天水'],
  ['ningxia', '宁夏', 'yinchuan,银川'],
  ['yunnan', '云南', 'kunming,lijiang,dali,昆明,丽江,大理,西双版纳'],
  ['heilongjiang', '黑龙江', 'harbin,daqing,哈尔滨,大庆,齐齐哈尔,漠河'],
  ['jilin', '吉林', 'changchun,长春'],
  ['liaoning', '辽宁', 'shenyang,dalian,沈阳,大连,鞍山'],
  ['hubei', '湖北', 'wuhan,武汉'],
  ['shaanxi', '陕西', "xi'an,xian,西安"],
  ['hunan', '湖南', 'changsha,长沙'],
  ['henan', '河南', 'zhengzhou,luoyang,郑州,洛阳'],
  ['shandong', '山东', 'qingdao,jinan,yantai,青岛,济南,烟台'],
  ['anhui', '安徽', 'hefei,合肥'],
  ['fujian', '福建', 'xiamen,fuzhou,quanzhou,厦门,福州,泉州'],
  ['hebei', '河北', 'shijiazhuang,石家庄'],
  ['jiangxi', '江西', 'nanchang,南昌'],
  ['guizhou', '贵州', 'guiyang,贵阳'],
  ['guangxi', '广西', 'nanning,guilin,南宁,桂林'],
  ['shanxi', '山西', 'taiyuan,太原'],
];
/** Of no province, or a country's worth of them. */
const apart = 'beijing,shanghai,tianjin,chongqing,北京,上海,天津,重庆';
const whole = new Set(['mainland china', 'china', '中国大陆', '大陆', '国内']);

const provinceOfCity = new Map(
  provinces.flatMap(([en, zh, cities]) => [en, zh, ...cities.split(',')].map(name => [name, { en, zh }] as const)),
);
/** Words that a name is only part of, by what stands behind it or before it: 大理石, 哈密瓜, 东西安全, 适合肥胖. */
const partOf: Readonly<Record<string, { readonly before?: string; readonly behind?: string }>> = {
  大理: { behind: '[石岩由]' },
  哈密: { behind: '瓜' },
  和田: { behind: '[玉枣园]|大枣' },
  中山: { behind: '[装服]' },
  阿里: { behind: '巴巴|云|旺旺|山|健康' },
  长春: { behind: '[花藤]' },
  长沙: { behind: '发' },
  金华: { behind: '火腿' },
  文昌: { behind: '鸡' },
  大庆: { behind: '祝' },
  大连: { behind: '[衣接体帽]' },
  大陆: { behind: '架' },
  太原: { behind: '[始味]' },
  云南: { behind: '白药' },
  海南: { behind: '鸡饭|黄花梨' },
  西安: { before: '东', behind: '[全装静]' },
  合肥: { before: '[适符]' },
  成都: { before: '[改换做变弄]' },
  天水: { before: '[今明昨后前每整冬夏春秋]' },
  丽水: { before: '美' },
  乐山: { before: '[快音欢]' },
  宜宾: { before: '便' },
};
const names = [...whole, ...apart.split(','), ...provinceOfCity.keys()];
/** Longer names come first, so that none is cut short. */
const patternIn = (isOf: (name: string) => boolean): string =>
  [...new Set(names.filter(isOf))]
    .sort((a, b) => b.length - a.length)
    .map(name => {
      const { before, behind } = partOf[name] ?? {};
      return `${before ? `(?<!${before})` : ''}${name}${behind ? `(?!${behind})` : ''}`;
    })
    .join('|');

/** Every place that is known here, as alternatives of a pattern. */
export const mainlandPlaces: Readonly<Record<Language, string>> = {
  en: patternIn(name => /^[a-z]/.test(name)),
  zh: patternIn(name => !/^[a-z]/.test(name)),
};
const anyPlace = {
  en: new RegExp(`\\b(?:${mainlandPlaces.en})\\b`, 'gu'),
  zh: new RegExp(mainlandPlaces.zh, 'gu'),
};

/** Several that Chinese pages name in one word. */
const inOneWord: Readonly<Record<string, string>> = {
  江苏: '江浙沪',
  浙江: '江浙沪',
  上海: '江浙沪',
  北京: '京津冀',
  天津: '京津冀',
  河北: '京津冀',
};

/** Names under which pages may speak of the places of a message: each place itself and its province. Takes folded text. */
export const namesOfPlaces = (folded: string, language: 'en' | 'zh'): readonly string[] => {
  const named = [...folded.matchAll(anyPlace.en), ...folded.matchAll(anyPlace.zh)].map(m => m[0]);
  return [
    ...new Set(
      named
        .filter(name => !whole.has(name))
        .map(name => [name, provinceOfCity.get(name)?.[language] ?? name] as const)
        .flatMap(([name, province]) => [name, province, inOneWord[province] ?? name]),
    ),
  ];
};
