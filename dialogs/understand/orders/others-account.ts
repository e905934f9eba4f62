/** It was ordered with somebody else's account, or as a guest: 用我老公的号买的, "it was under my wife's account". Takes folded text. */
const who =
  "(?:my |his |her |their |our |a |an )?(?:wife|husband|partner|mum|mom|mother|dad|father|son|daughter|sister|brother|friend|boyfriend|girlfriend|flatmate|roommate|colleague|boss|aunt|uncle|gran\\w*|cousin|another|other|different|old|work)(?:'?s)?";
const account = '(?:accounts?|log-?in|profile|sign-?in|name|e-?mail(?: address)?)';
const english = new RegExp(
  `\\b(?:under|on|with|from|through|via|using|in|to) (?:${who}|his|her|their|someone else's|somebody else's|not my own) (?:\\w+ )?${account}\\b|\\b(?:is|was|it's)? ?(?:not|n't) (?:on |under |with )?(?:mine|my (?:own )?(?:account|login|order))\\b.{0,40}\\b(?:account|order\\w*)\\b|\\baccount,? (?:and )?not (?:mine|my own|me)\\b|\\b(?:${who}|he|she|they) (?:had |has |have )?(?:ordered|bought|placed) (?:it|them|that|this|the \\w+|an? \\w+) (?:on|with|under|from|through) (?:his|her|their) (?:own )?${account}\\b|\\b(?:as|like) a guest\\b(?=.{0,40}\\b(?:order\\w*|bought)\\b)|\\b(?:ordered|bought) (?:it )?as a guest\\b`,
);
const person =
  '(?:我?(?:老公|老婆|媳妇|爱人|男朋友|女朋友|男友|女友|对象|爸|妈|爸爸|妈妈|儿子|女儿|闺女|姐|姐姐|妹|妹妹|哥|哥哥|弟|弟弟|朋友|同学|同事|闺蜜|室友|家人|家里人)|别人|人家|他|她)';
const chinese = new RegExp(
  `${person}(?:自己)?的?(?:账号|帐号|账户|帐户|号(?![码线]))(?:里|上)?(?:买|下|订|拍|付)?|不是(?:用)?(?:我的?|这个|我这个|本人的?)(?:账号|帐号|账户|号)(?:买|下|订|拍)?|不在(?:我)?(?:这个)?(?:账号|帐号|账户)(?:里|上|下)?|(?:用|拿)(?:的是)?(?:别的|另一?个|其他|另外的?)(?:账号|帐号|账户|号|邮箱)(?:买|下|订|拍)`,
  'u',
);
/** Signing in with another account, or having two of them, is another matter. */
const other =
  /\bhow (?:do|can|would|should) (?:i|we) (?:return|send)\b|\b(?:sign|log) (?:me )?in\b|\bmerge\b|\bgift card\b|登录|登陆|合并|换绑|注册|积分|优惠/u;
export const ofOthersAccount = (folded: string): boolean =>
  folded.length <= 160 && !other.test(folded) && (english.test(folded) || chinese.test(folded));
