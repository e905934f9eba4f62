/**
 * What shops talk about, under all its names in both languages. A text that holds any of the phrases gets the concept
 * as an extra term, so that "send it back" meets an article about returns, and 邮费 one about shipping cost.
 */

import { foreignCities } from '../pages/foreign-cities.ts';
import { fold } from './fold.ts';

const phrases: Readonly<Record<string, string>> = {
  return:
    'return,returns,returning,returned,send back,send it back,send them back,sending it back,bring back,bring it back,give it back,take it back,changed my mind,change my mind,do not want it anymore,do not like it|退货,退回,退掉,寄回,退换,不想要了,七天无理由,退了,想退,能退,可以退,要退,怎么退,退吗,退回去,还能退,不能退,什么时候退,再退',
  refund:
    'refund,refunds,refunded,money back,reimburse,reimbursement,get my money,credited back,refunding|退款,退钱,钱退,退给我,返还,还钱,钱什么时候到,退到',
  exchange:
    'exchange,exchanges,swap,swapping,replace,replacement,another size,different size,other size,different colour|换货,更换,调换,换一个,换大,换小,换码,换个,能换,换一双,换一件',
  delivery:
    'delivery,deliver,delivers,delivered,delivering,deliveries,ship,ships,shipping,shipped,shipment,arrive,arrives,arrival,courier,carrier,dispatch,dispatched,send out,get here,reach me,mail,mailed,mail it,post,posted,postal,send it to,send to,sent to,deliver there,ship there,send there|送货,发货,快递,物流,配送,寄送,送达,运送,送到,到货,寄到,包邮,发什么快递,几天到,多久到,能到,才到,派送,能寄,邮寄,寄过来,寄给,寄到,收得到,能买,可以下单,能下单,能发,可以发',
  'delivery-cost':
    'shipping fee,shipping cost,shipping costs,shipping fees,delivery fee,delivery cost,delivery charge,delivery charges,shipping charge,shipping charges,postage,cost of shipping,cost of delivery,free shipping,free delivery,ship free,ships free,pay for shipping,pay for delivery,pay for postage,delivery price,price of delivery|运费,邮费,快递费,包邮,免邮,配送费,免运费,送货费,邮寄要钱,寄过来收费,寄过来要钱,送货要钱,快递要钱,送货收费',
  parcel: 'parcel,parcels,package,packages,packet,box|包裹,快件,箱子',
  duration:
    'how long,how many days,how soon,how fast,how quickly,when will,when do,when does,when can,when is,take to,turnaround,lead time,business days,working days,same day,next day|多久,几天,多长时间,什么时候,何时,多少天,多快,时效,当天,次日,几号,多少日',
  limit:
    'until when,by when,deadline,time limit,limit,last day,last date,latest,how late,too late,in time,still in time,window,within,how long do i have,how long have i got,how many days do i have|期限,时限,最晚,最迟,最长,截止,天内,日内,周内,多久内,之内,以内,来得及,过了,超过',
  expiry: 'expire,expires,expired,expiry,valid,validity|过期,到期,有效期,失效',
  tracking: 'track,tracking,trace,whereabouts,follow my,tracking number|查询物流,物流信息,追踪,跟踪,单号,到哪,物流单',
  late: 'late,delay,delayed,delays,overdue,still not here,has not arrived,not arrived,never arrived,did not arrive,stuck,held up,waiting for|延迟,延误,迟到,还没到,没到,没收到,晚了,卡住,超时,不动了,迟迟,没动,不动,没更新,不更新,没动静',
  lost: 'lost,missing,stolen,disappeared,never got,never received,not received|丢失,丢了,弄丢,不见了,被偷,没收到,漏发,少了,少发',
  payment:
    'pay,paying,paid,payment,payments,card,cards,credit card,debit card,visa,mastercard,paypal,apple pay,alipay,wechat pay,wechat,bank transfer,checkout,klarna,cash|付款,支付,信用卡,银行卡,支付宝,微信支付,微信,付钱,货到付款,结账,刷卡,转账,扣款',
  instalments:
    'instalment,instalments,installment,installments,monthly,pay later,split the cost,split payment,in parts,finance|分期,花呗,白条,先用后付,分几期,月付',
  invoice: 'invoice,invoices,receipt,receipts,vat,tax invoice,bill|发票,收据,开票,抬头,税号,增值税,电子票',
  discount:
    'discount,discounts,deal,deals,promo,promos,promotion,promotions,coupon,coupons,voucher,vouchers,sale,sales,special offer,special offers,promo code,discount code,bargain,bargains,percent off,money off,reduced,offers|优惠,折扣,打折,优惠券,促销,活动,满减,特价,红包,减价,券,优惠码,降价,折价,让利',
  combine:
    'combine,combined,stack,stacking,together,at the same time,at once,more than one,two codes,two deals,two offers,two discounts,two promotions,both codes,multiple codes,in one order,on top of|叠加,同时用,一起用,同享,一起使用,两张,合并使用,同享吗,一块用,一起享受,叠在一起,折上折',
  code: 'code,codes,coupon code,promo code,voucher code,does not work,not working,invalid|优惠码,兑换码,券码,口令,用不了,无效,不能用,失效',
  'price-match':
    'price match,price matching,cheaper elsewhere,lower price elsewhere,price dropped,price drop,price adjustment,price protection|保价,价保,买贵,降价了,补差价,差价,价格保护',
  size: 'size,sizes,sizing,fit,fits,fitting,too small,too big,too tight,too large,measurement,measurements,measure,size chart,size guide,true to size|尺码,尺寸,码数,大小,偏大,偏小,合身,多大,几码,量尺,尺码表,选码,合脚,码',
  warranty:
    'warranty,warranties,guarantee,guaranteed,broke,broken,defect,defective,faulty,fault,repair,repairs,repaired,stopped working,fell apart,falls apart,came apart,fix|保修,质保,维修,坏了,质量问题,三包,故障,修理,修吗,质保期,保修期,开胶,脱线,断了,裂了',
  damaged:
    'damaged,damage,torn,cracked,scratched,dented,crushed,arrived broken,ripped,stain,stained|破损,损坏,破了,划痕,压坏,碎了,瑕疵,有污渍,摔坏',
  wrong:
    'wrong item,wrong product,wrong size,wrong colour,incorrect item,not what i ordered,different item,sent me the wrong|发错,寄错,错货,不是我买的,货不对板,送错,发错了',
  account:
    'account,accounts,login,log in,log into,sign in,sign up,signing in,register,registration,password,passwords,username,profile,locked out|账号,帐号,账户,密码,登录,注册,登陆,用户名,登不上,登不进',
  email: 'email,e-mail,newsletter,unsubscribe,marketing mail,marketing emails,spam|邮箱,邮件,订阅,退订,短信,通知',
  privacy:
    'privacy,personal data,my data,data protection,gdpr,information you store,personal information,delete my data|隐私,个人信息,数据,信息安全,信息保护,泄露',
  address:
    'address,addresses,moved house,wrong address,postcode,zip code,deliver somewhere else|地址,收货人,改地址,换地址,地址错',
  cancel:
    'cancel,cancels,cancelled,cancellation,cancelling,call off,stop the order,stop my order|取消,撤销,不买了,撤单,取消订单',
  'change-order':
    'change my order,modify my order,edit my order,add to my order,update my order,amend,change the order|修改订单,改订单,改一下订单,加一件',
  order: 'order,orders,ordered,ordering,purchase,purchased,bought|订单,下单,购买,买的,拍的,拍下',
  abroad:
    'abroad,international,internationally,overseas,foreign,other countries,another country,outside china,worldwide,outside the country,out of the country,not in china,hong kong,taiwan,macau,macao,europe,usa,the us,shipping to us,ship to us,deliver to us,the uk,uk,the states,america,singapore,japan,germany,france,britain,england,united kingdom,canada,australia,new zealand,korea,thailand,malaysia,italy,spain,netherlands|海外,国外,人在国外,在国外,国际,境外,出国,港澳台,香港,台湾,澳门,外国,美国,日本,韩国,英国,德国,法国,加拿大,澳洲,澳大利亚,新西兰,新加坡,马来西亚,泰国,欧洲,美洲,非洲,不在国内,不在中国,人在外面',
  customs: 'customs,import duty,import tax,duties,duty|关税,清关,海关,进口税,缴税,交税',
  store:
    'store,stores,shop in person,physical store,showroom,branch,pick up,pickup,pick it up,collect in store,click and collect,collect,try on,in person|门店,实体店,自提,线下,取货,店里,试穿,店铺地址',
  contact:
    'contact,contacts,phone,phone number,call you,telephone,hotline,opening hours,office hours,working hours,hours,reach you,get in touch,customer service,customer support,speak,weekend,weekends|联系,电话,客服,营业时间,几点,上班,热线,工作时间,周末,上下班,人工',
  gift: 'gift,gifts,gift wrap,gift wrapping,wrap,wrapping,wrapped,present,presents,gift card,gift cards,gift box,message card,note,greeting card|礼物,礼品,包装,礼盒,送礼,送人,贺卡,礼品卡,礼品袋,写卡片',
  member: 'member,members,membership,loyalty,points,vip,rewards,reward,tier,club|会员,积分,等级,会员日,生日礼,权益',
  stock:
    'in stock,out of stock,sold out,restock,restocked,available,availability,back in stock,stock,pre-order,preorder,left in|有货,库存,缺货,补货,售罄,现货,断货,预售,到货通知,没货',
  care: 'wash,washing,washed,washable,clean,cleaning,care,machine wash,iron,dry clean,tumble dry,maintain,look after,shrink|清洗,洗,保养,水洗,机洗,护理,熨,干洗,手洗,缩水,掉色,打理',
  material: 'material,materials,fabric,made of,made from,leather,composition,cotton|材质,面料,材料,成分,什么做的,用料',
  sustainable:
    'sustainable,sustainability,eco,environment,environmentally,recycled,recycling,recycle,vegan,carbon,green|环保,可持续,回收,再生,以旧换新,旧物',
  authentic: 'authentic,genuine,original,fake,counterfeit,real|正品,真货,假货,假的,仿品,保真',
  wholesale:
    'wholesale,bulk,business order,corporate,b2b,large quantity,team order,company order,for my company|批发,团购,大宗,企业采购,公司采购,大量',
  review: 'review,reviews,rating,ratings,feedback|评价,评论,评分,好评,晒单',
  safe: 'safe,secure,security,encrypted,fraud,scam,phishing|安全,诈骗,骗局,防骗,加密',
  price: 'price,prices,cost,costs,how much,expensive,cheap|价格,多少钱,价钱,贵,便宜',
  holiday:
    'holiday,holidays,christmas,new year,chinese new year,spring festival,public holiday,black friday|节假日,春节,国庆,过年,双十一,假期,双11,618',
  student: 'student,students,university discount,teacher,military|学生,教师,军人',
  job: 'job,jobs,career,careers,hiring,vacancy|招聘,工作机会,应聘',
  preorder: 'pre-order,preorder,preorders,pre-sale,deposit|预售,预订,定金',
  sample: 'sample,samples,swatch,swatches,trial|样品,试用,小样',
  engrave:
    'engrave,engraving,engraved,personalise,personalize,personalised,custom,customise,embroidery,initials|刻字,定制,个性化,绣字',
};

/** Names of regions that say something else in a shop, or are home: China, the jersey, the trainers, the bird, the fellow. */
const notAbroad = new Set(['CN', 'JE', 'JO', 'TR', 'TD', 'EU', 'EZ', 'UN', 'ZZ']);

/** What countries are called, as the runtime's own tables have them. */
const countries = (language: 'en' | 'zh'): string[] => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap(a => letters.map(b => a + b))
    .flatMap(code => (notAbroad.has(code) ? [] : (names.of(code) ?? [])))
    .map(name => fold(name));
};

/** Phrases with the thing itself between their words: "take something back", "bring these boots back". */
const spread: readonly [RegExp, string][] = [
  [
    /\b(?:send|sending|sent|take|taking|took|bring|bringing|brought|give|giving|hand|handing|post|posting|mail|mailing|ship|shipping)\s(?!(?:me|us)\b)(?:(?!money\b)[\w'-]+\s){1,3}back\b/,
    '~return',
  ],
];

/** A city abroad is abroad only to a question of sending: "opening hours in Paris" are those of the shop. */
const aCity = '~city';
const sending =
  /\b(?:deliver|ship|post|send|sent|mail|parcel|package|courier|customs|dut(?:y|ies)\b)|寄|送|邮|运|快递|发货|发到|海关|关税/u;

const nodeOf = () => ({ next: new Map<string, PhraseNode>(), concepts: [] as string[] });
interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  readonly concepts: string[];
}

const root: PhraseNode = nodeOf();
const pieces = /\p{Script=Han}|[a-z0-9]+(?:[-'][a-z0-9]+)*/gu;
const piecesOf = (text: string): string[] => text.match(pieces) ?? [];

const plant = (phrase: string, concept: string): void => {
  let node = root;
  for (const piece of piecesOf(phrase)) {
    let next = node.next.get(piece);
    if (!next) {
      next = nodeOf();
      node.next.set(piece, next);
    }
    node = next;
  }
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
};

for (const [concept, both] of Object.entries(phrases))
  for (const phrase of both.split(/[|,]/)) plant(phrase, `~${concept}`);
for (const country of [...countries('en'), ...countries('zh')]) plant(country, '~abroad');
for (const city of [...foreignCities.en, ...foreignCities.zh]) plant(fold(city), aCity);

const ofCity = (concepts: readonly string[], text: string): readonly string[] =>
  concepts.includes(aCity)
    ? [...concepts.filter(c => c !== aCity), ...(sending.test(text) ? ['~abroad'] : [])]
    : concepts;

const contractions: readonly [RegExp, string][] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\b(does|did|do|has|have|is|are|was|were|would|could|should)n't\b/g, '$1 not'],
];

export interface ConceptSpan {
  /** As the list above has it. */
  readonly phrase: string;
  readonly concepts: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Names of concepts in folded text, the longest from the left, none within another. */
export const conceptSpansOf = (folded: string): ConceptSpan[] => {
  const words = [...folded.matchAll(pieces)];
  const spans: ConceptSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    let node = root.next.get(words[i]![0]);
    let last: { readonly concepts: readonly string[]; readonly at: number } | undefined;
    for (let j = i; node; j++) {
      if (node.concepts.length > 0) last = { concepts: ofCity(node.concepts, folded), at: j };
      const word = words[j + 1];
      node = word && node.next.get(word[0]);
    }
    if (!last || last.concepts.length === 0) continue;
    const start = words[i]!.index;
    const end = words[last.at]!.index + words[last.at]![0].length;
    spans.push({ phrase: folded.slice(start, end), concepts: last.concepts, start, end });
    i = last.at;
  }
  return spans;
};

/** A term that is a concept, not a word. */
export const isConcept = (term: string): boolean => term.startsWith('~');

/** Concepts named in folded text, each once, as "~return". */
export const conceptsOf = (folded: string): string[] => {
  let text = folded;
  if (text.includes("n't") || text.includes('cannot'))
    for (const [from, to] of contractions) text = text.replace(from, to);
  const words = piecesOf(text);
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    let node = root.next.get(words[i]!);
    for (let j = i + 1; node; j++) {
      for (const concept of ofCity(node.concepts, text)) found.add(concept);
      const word = words[j];
      node = word === undefined ? undefined : node.next.get(word);
    }
  }
  for (const [pattern, concept] of spread) if (pattern.test(text)) found.add(concept);
  return [...found];
};
