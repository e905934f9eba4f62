/**
 * Large cities abroad as people name them, in both languages: "do you deliver to Berlin?" asks about abroad. Names that are
 * also goods, colours or food are left out: cologne, a Boston bag, bordeaux, 汉堡, 罗马 sandals.
 */
export const foreignCities: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: (
    'london,manchester,birmingham,liverpool,leeds,glasgow,edinburgh,bristol,belfast,cardiff,dublin,paris,lyon,marseille,' +
    'toulouse,lille,strasbourg,nantes,montpellier,grenoble,berlin,munich,münchen,munchen,hamburg,frankfurt,stuttgart,dusseldorf,düsseldorf,' +
    'leipzig,dresden,hanover,hannover,vienna,wien,salzburg,graz,zurich,zürich,geneva,basel,lausanne,amsterdam,rotterdam,utrecht,' +
    'the hague,eindhoven,brussels,antwerp,ghent,bruges,copenhagen,aarhus,stockholm,gothenburg,malmö,oslo,bergen,helsinki,' +
    'reykjavik,madrid,barcelona,valencia,seville,malaga,bilbao,lisbon,lisboa,porto,rome,milan,milano,turin,torino,naples,napoli,venice,venezia,firenze,verona,athens,' +
    'thessaloniki,prague,praha,warsaw,warszawa,krakow,gdansk,wroclaw,budapest,bucharest,sofia,zagreb,belgrade,ljubljana,bratislava,' +
    'vilnius,tallinn,kyiv,kiev,moscow,saint petersburg,st petersburg,istanbul,ankara,dubai,abu dhabi,doha,riyadh,tel aviv,' +
    'cairo,casablanca,nairobi,lagos,accra,johannesburg,cape town,mumbai,delhi,new delhi,bangalore,chennai,kolkata,karachi,' +
    'lahore,dhaka,colombo,kathmandu,bangkok,chiang mai,kuala lumpur,penang,jakarta,hanoi,ho chi minh city,saigon,cebu,' +
    'phnom penh,tokyo,osaka,kyoto,nagoya,fukuoka,sapporo,yokohama,seoul,busan,taipei,kaohsiung,taichung,kowloon,sydney,' +
    'melbourne,brisbane,perth,adelaide,canberra,auckland,christchurch,new york,los angeles,chicago,houston,philadelphia,' +
    'san diego,san francisco,san jose,dallas,seattle,denver,washington,miami,atlanta,las vegas,detroit,minneapolis,' +
    'toronto,montreal,vancouver,calgary,ottawa,edmonton,quebec,mexico city,sao paulo,são paulo,rio de janeiro,' +
    'buenos aires,santiago,bogota,lima,montevideo'
  ).split(','),
  zh: (
    '伦敦,曼彻斯特,伯明翰,利物浦,爱丁堡,格拉斯哥,都柏林,巴黎,里昂,马赛,图卢兹,柏林,慕尼黑,法兰克福,斯图加特,杜塞尔多夫,维也纳,苏黎世,' +
    '日内瓦,阿姆斯特丹,鹿特丹,布鲁塞尔,哥本哈根,斯德哥尔摩,奥斯陆,赫尔辛基,马德里,巴塞罗那,里斯本,威尼斯,佛罗伦萨,雅典,布拉格,华沙,' +
    '布达佩斯,莫斯科,圣彼得堡,伊斯坦布尔,迪拜,多哈,开罗,约翰内斯堡,开普敦,孟买,新德里,曼谷,清迈,吉隆坡,槟城,雅加达,河内,胡志明市,' +
    '马尼拉,金边,东京,大阪,京都,名古屋,福冈,札幌,横滨,首尔,釜山,台北,高雄,台中,九龙,悉尼,墨尔本,布里斯班,珀斯,阿德莱德,堪培拉,奥克兰,' +
    '纽约,洛杉矶,芝加哥,休斯顿,费城,圣地亚哥,旧金山,达拉斯,西雅图,华盛顿,迈阿密,亚特兰大,拉斯维加斯,底特律,多伦多,蒙特利尔,温哥华,' +
    '卡尔加里,渥太华,墨西哥城,圣保罗,里约热内卢,布宜诺斯艾利斯'
  ).split(','),
};
