/** Provinces and large cities of mainland China as people name them, in both languages: to a shop there they are no abroad. */
export const mainlandPlaces: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: (
    'mainland china,china,beijing,shanghai,tianjin,chongqing,guangzhou,shenzhen,chengdu,hangzhou,wuhan,nanjing,suzhou,' +
    "xi'an,xian,changsha,zhengzhou,qingdao,dongguan,foshan,ningbo,wuxi,hefei,kunming,shenyang,jinan,dalian,xiamen,fuzhou," +
    'harbin,changchun,wenzhou,quanzhou,shijiazhuang,nanchang,guiyang,nanning,taiyuan,lanzhou,urumqi,hohhot,yinchuan,xining,' +
    'lhasa,haikou,sanya,zhuhai,huizhou,zhongshan,yantai,xuzhou,changzhou,jiaxing,shaoxing,jinhua,taizhou,nantong,yangzhou,' +
    'luoyang,guilin,lijiang,hebei,shanxi,shaanxi,liaoning,jilin,heilongjiang,jiangsu,zhejiang,anhui,fujian,jiangxi,' +
    'shandong,henan,hubei,hunan,guangdong,guangxi,hainan,sichuan,guizhou,yunnan,tibet,gansu,qinghai,ningxia,xinjiang,' +
    'inner mongolia,kashgar,yining,korla,turpan,shigatse,nyingchi,baotou,ordos,zhenjiang,lianyungang,kunshan,huzhou,yiwu,zhoushan,dali,dunhuang'
  ).split(','),
  zh: (
    '中国大陆,大陆,国内,北京,上海,天津,重庆,广州,深圳,成都,杭州,武汉,南京,苏州,西安,长沙,郑州,青岛,东莞,佛山,宁波,无锡,合肥,昆明,' +
    '沈阳,济南,大连,厦门,福州,哈尔滨,长春,温州,泉州,石家庄,南昌,贵阳,南宁,太原,兰州,乌鲁木齐,呼和浩特,银川,西宁,拉萨,海口,三亚,' +
    '珠海,惠州,中山,烟台,徐州,常州,嘉兴,绍兴,金华,台州,南通,扬州,洛阳,桂林,丽江,河北,山西,陕西,辽宁,吉林,黑龙江,江苏,浙江,安徽,' +
    '福建,江西,山东,河南,湖北,湖南,广东,广西,海南,四川,贵州,云南,西藏,甘肃,青海,宁夏,新疆,内蒙古?,' +
    '喀什,伊犁,库尔勒,吐鲁番,日喀则,林芝,包头,鄂尔多斯,呼伦贝尔,赤峰,昆山,义乌,湖州,连云港,敦煌,西双版纳'
  ).split(','),
};

/** Cities by the province they lie in, in both languages, for pages that name provinces alone ("Xinjiang takes 5 to 7 days"). */
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
];
const provinceOfCity = new Map(
  provinces.flatMap(([en, zh, cities]) => [en, zh, ...cities.split(',')].map(name => [name, { en, zh }] as const)),
);
const anyPlace = {
  en: new RegExp(
    `\\b(?:${[...new Set([...mainlandPlaces.en, ...[...provinceOfCity.keys()].filter(n => /^[a-z]/.test(n))])].join('|')})\\b`,
    'gu',
  ),
  zh: new RegExp(
    [...new Set([...mainlandPlaces.zh, ...[...provinceOfCity.keys()].filter(n => !/^[a-z]/.test(n))])].join('|'),
    'gu',
  ),
};
const whole = new Set(['mainland china', 'china', '中国大陆', '大陆', '国内']);

/** Names under which pages may speak of the places of a message: each place itself and its province. Takes folded text. */
export const namesOfPlaces = (folded: string, language: 'en' | 'zh'): readonly string[] => {
  const named = [...folded.matchAll(anyPlace.en), ...folded.matchAll(anyPlace.zh)].map(m => m[0]);
  return [
    ...new Set(
      named.filter(name => !whole.has(name)).flatMap(name => [name, provinceOfCity.get(name)?.[language] ?? name]),
    ),
  ];
};
