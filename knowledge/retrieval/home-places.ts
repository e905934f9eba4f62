/** Provinces and large cities of mainland China as people name them, in both languages: to a shop there they are no abroad. */
export const mainlandPlaces: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: (
    'mainland china,china,beijing,shanghai,tianjin,chongqing,guangzhou,shenzhen,chengdu,hangzhou,wuhan,nanjing,suzhou,' +
    "xi'an,xian,changsha,zhengzhou,qingdao,dongguan,foshan,ningbo,wuxi,hefei,kunming,shenyang,jinan,dalian,xiamen,fuzhou," +
    'harbin,changchun,wenzhou,quanzhou,shijiazhuang,nanchang,guiyang,nanning,taiyuan,lanzhou,urumqi,hohhot,yinchuan,xining,' +
    'lhasa,haikou,sanya,zhuhai,huizhou,zhongshan,yantai,xuzhou,changzhou,jiaxing,shaoxing,jinhua,taizhou,nantong,yangzhou,' +
    'luoyang,guilin,lijiang,hebei,shanxi,shaanxi,liaoning,jilin,heilongjiang,jiangsu,zhejiang,anhui,fujian,jiangxi,' +
    'shandong,henan,hubei,hunan,guangdong,guangxi,hainan,sichuan,guizhou,yunnan,tibet,gansu,qinghai,ningxia,xinjiang,' +
    'inner mongolia'
  ).split(','),
  zh: (
    '中国大陆,大陆,国内,北京,上海,天津,重庆,广州,深圳,成都,杭州,武汉,南京,苏州,西安,长沙,郑州,青岛,东莞,佛山,宁波,无锡,合肥,昆明,' +
    '沈阳,济南,大连,厦门,福州,哈尔滨,长春,温州,泉州,石家庄,南昌,贵阳,南宁,太原,兰州,乌鲁木齐,呼和浩特,银川,西宁,拉萨,海口,三亚,' +
    '珠海,惠州,中山,烟台,徐州,常州,嘉兴,绍兴,金华,台州,南通,扬州,洛阳,桂林,丽江,河北,山西,陕西,辽宁,吉林,黑龙江,江苏,浙江,安徽,' +
    '福建,江西,山东,河南,湖北,湖南,广东,广西,海南,四川,贵州,云南,西藏,甘肃,青海,宁夏,新疆,内蒙古?'
  ).split(','),
};
