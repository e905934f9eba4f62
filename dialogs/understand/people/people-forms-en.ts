/** How English speaks of people whom no goods are for. */
import type { PeopleForms, PersonTold } from './people-told.ts';

const child =
  '(?:kids?|kiddos?|child(?:ren)?|grandkids?|grandchild(?:ren)?|grandsons?|granddaughters?|sons?|daughters?|boys?|girls?|little ones?|bab(?:y|ies)|toddlers?|teens?|teenagers?)';
const other =
  '(?:wife|husband|hubby|partner|girlfriend|boyfriend|gf|bf|mum|mom|mother|dad|father|sister|brother|friend|mate|colleague|neighbou?r|cousin|flatmate|roommate)';
/** For children, as goods are. */
const childs = "(?:kids?(?:'s?)?|child(?:ren)?(?:'?s)?|childs|toddlers?(?:'s?)?|juniors?|bab(?:y|ies)|little ones)";
const spouse = '(?:wife|husband|hubby|partner|girlfriend|boyfriend|gf|bf|missus|other half)';

/** Who is spoken of is told in few words. */
const longestClause = 80;

const opens =
  /^(?:[\s,.;:!?…-]|\b(?:oh+|ok(?:ay)?|yes|yeah|no|nah|nope|well|so|and|but|because|cos|cause|hi+|hello|hey|hiya|good (?:morning|afternoon|evening)|sorry|haha|lol|um+|hm+|actually|hang on|wait|also|then|now|since|as)\b)+/iu;
const ends =
  /(?:[\s,.;:!?…)-]|\b(?:lol|haha|tho|though|obv|obviously|please|pls|btw|now|already|of course|hehe)\b)+$/iu;

const forms: readonly (readonly [PersonTold, RegExp])[] = [
  [
    'away',
    new RegExp(
      `^(?:(?:the|my|our|both|all) )*${child}(?:'s|'re|'ve| is| are| has| have| were| was| will be)?(?: (?:all|both|now|already|just|finally|back|fast|out))* (?:asleep|sleeping|in bed|gone(?: home| back| out)?|out (?:tonight|today|of the house|at|for|with)|out$|not (?:here|home|in|at home|around|with us|coming)|home (?:again|now)|at (?:my|their|his|her|our) (?:mums?|moms?|mum's|mom's|parents'?|dads?|dad's|nans?|nan's|grandma'?s?|grandparents'?|grannys?|friends?'?|in-laws'?)|with (?:(?:my|their|his|her|our|the) )?(?:mums?|moms?|parents|dad|nan|grandma|grandparents|granny|in-laws|babysitter)|left)\\b.{0,40}$`,
      'iu',
    ),
  ],
  [
    'elsewhere',
    new RegExp(
      `^(?:(?:the|my|our|both|all) )*${child}(?:'s|'re|'ve| is| are| has| have)? (?:all |both |now |already )*(?:at (?:school|uni|university|college|camp|work)|away|moved out|flown the nest|grown(?: up)?|off to \\w+|staying with .{2,20})\\b.{0,20}$`,
      'iu',
    ),
  ],
  [
    'has',
    new RegExp(
      `^(?:my|our|his|her) (?:[a-z]+ )?(?:${child}|${other})(?: (?:already|also|just|only))*(?:'s got| has got| has| have| got| owns?| bought| wears?| uses?)(?: already)? (?:one|it|them|this|that|these|those|the [a-z]+ one|the same|a similar one)\\b.{0,40}$|^(?:he|she|they)(?:'s| has|'ve| have)? (?:already )?(?:has|have|got|had|uses?|wears?) (?:one|it|them|these|those|that)\\b.{0,40}$`,
      'iu',
    ),
  ],
  [
    'helped',
    new RegExp(
      `^(?:(?:it|that|this|the app|alipay|wechat|my account)(?:'s| is| was)? )?(?:(?:because|since|as) )?my (?:${child}|${other}) (?:(?:already|just|kindly|once|has|had) )*(?:set|sets|installed|put|linked|connected|showed|shows|told|taught|signed|registered|recommended|helped|helps|helping|opened|made|found|gave|sent)\\b(?!.*\\b(?:wants?|needs?|likes?|loves?|looking)\\b)(?: (?:it|this|that|me|us|up|the app|your shop|this shop|this site|about|on my phone|with|for|how|to me|you|an account|my account|the account|my phone|of|to|use|order|online))*$`,
      'iu',
    ),
  ],
  [
    'served',
    new RegExp(
      `^(?:(?:that|it|this)(?:'s| is| will be| would be)? )?(?:(?:ok|okay|good|fine|great|perfect|settled|sorted|done|all set|enough)(?: then)? )for (?:my |the )?(?:${child}|${other})$`,
      'iu',
    ),
  ],
  [
    'no-children',
    new RegExp(
      `^(?:no|not|nothing)(?: for| the| any)* ${childs}(?: (?:ones?|stuff|things?|sizes?|sort|toys?|version|please))*$`,
      'iu',
    ),
  ],
  [
    'for-children',
    new RegExp(
      `^(?:(?:isn'?t|aren'?t|is|are|not|no|the|that|those|these|this|they|it|some|one|both|all|first|second|third|fourth|fifth|last|\\d(?:st|nd|rd|th)?)\\b|(?:that|it|this|they|those|these|thats|its|theyre)'?(?:s|re)?\\b)(?!.*\\b(?:my|our|his|her|their|your) ${child}\\b).{0,45}?\\b${childs}\\b(?: (?:shoes?|ones?|size[sd]?|stuff|things?|version|bag|raincoat|jacket|headphones|sunscreen|suncream|cream|toys?|right|isn'?t it|aren'?t they))*$`,
      'iu',
    ),
  ],
  [
    'introduced',
    /^(?:(?:[Ii]['’]?m|[Ii] am|[Tt]his is) [A-Z][a-z]+(?: [A-Z][a-z]+)?(?: here)?|[Mm]y name(?:['’]?s| is) [A-Z]?[a-z]+)$/u,
  ],
  [
    'introduced',
    /^(?:(?:i['’]?m|i am) )?(?:not|no|never)(?: very| too| so| really| that| much| any)* (?:good|great|clever|confident|used|expert|comfortable|handy|experienced) (?:with|at|to|on|about|in|using) (?:the )?(?:computers?|technology|tech|online (?:shopping|things|stuff)|shopping online|internet|phones?|these things|all this(?: online)?(?: stuff)?|typing|gadgets)$/iu,
  ],
  [
    'age',
    /^(?:(?:i['’]?m|i am|im|we['’]?re|we are|were|i just turned|i turned)(?: both| nearly| almost| only| just| now| all| a| in (?:my|our))* )?(?:[2-9]\d|twent|thirt|fort|fift|sixt|sevent|eight)(?:ies)?s?(?:[- ]?years?(?:[- ]old)?| yrs?(?: old)?| ?yo| years young)?$/iu,
  ],
  [
    'grown-up',
    /^(?:(?:i['’]?m|i am|im|we['’]?re|we are)(?: both| all)? (?:an? )?(?:adults?|grown[- ]?ups?|grown|grown (?:wo)?man)|(?:it['’]?s |its |they['’]?re |this is )?(?:(?:i (?:meant?|said|asked|was asking)|looking|(?:i(?:['’]?d| would)? )?(?:need|want|like|was looking for|am looking for) (?:one|it|some|something)) )?for (?:an adult|adults|(?:a )?grown[- ]?ups?|me|myself))$/iu,
  ],
  [
    'two',
    new RegExp(
      `^(?:it['’]?s |there['’]?s |we['’]?re |that['’]?s |leaves )?(?:just |only )(?:for )?(?:(?:me|us|myself) (?:and|&|n) (?:my |the )?${spouse}|(?:my |the )?${spouse} (?:and|&|n) (?:me|i|myself)|the two of us|us two|two of us|the 2 of us)(?: (?:tonight|here|left|at home|this (?:weekend|evening)|for once))*$`,
      'iu',
    ),
  ],
];

export const englishPeople: PeopleForms = {
  clauses:
    /(?<=[,;!?…\n]|\.(?!\d))(?=\s*\S)|(?=\s(?:(?:but|so|because|cos|cause)\b|and (?=i\b|i'm\b|we\b|he\b|she\b|they\b|not\b|never\b|my\b(?! (?:wife|husband|hubby|partner|girlfriend|boyfriend|gf|bf)\b)))\s?)/iu,
  told(cased) {
    const plain = cased.replace(ends, '').trim();
    const core = plain.replace(opens, '');
    return core === '' || core.length > longestClause
      ? undefined
      : forms.find(([, form]) => form.test(core) || form.test(plain))?.[0];
  },
  isForGrownUp:
    /\b(?:(?:one|some|something|ones|pair|it|them|this|that) for (?:me|myself|us)|for (?:me|myself|my own|us|both of us|adults?|an adult|(?:a )?grown[- ]?ups?|(?:two|three|four) (?:adults|grown[- ]?ups))|(?:adults?|grown[- ]?up)(?:'?s)? (?:ones?|sizes?|versions?|shoes?|pairs?)|(?:the|an) adult one|i(?:['’]?m| am) (?:a |an )?(?:adult|grown[- ]?(?:up|man|woman)?)|what about me)\b/iu,
  ownUse:
    /\b(?:i['’]?m|i am) (?:an? )?(?:uni(?:versity)? |college |grad(?:uate)? )?student\b|\b(?:need|want) (?:it|one|something) (?:for|to) (?:my |the |a |carry my |fit my )?(?:(?:\d+["”]?|1\d[- ]?inch) )?(?:laptop|work|uni|university|college|office|commut\w*)\b/iu,
  namesGrownUps: /\b(?:adults?|grown[- ]?ups?)\b/iu,
  meant: /\bi (?:meant?|said|asked|was asking|am asking|was looking) (?=for (?:an? )?(?:adults?|grown[- ]?ups?)\b)/giu,
  want: 'one ',
  nextPerson: new RegExp(
    `(?<=^|[,.;!?] ?)(?:(?:and|so|then|next|now) )+(?:for )?(?:the|my) (${child}|${other})\\b(?! (?:bag|shoes?|ones?|has|have|likes?|wants?|needs?)\\b)`,
    'giu',
  ),
  nextPersonIn: 'for my $1',
  bothIn: new RegExp(
    `(?<=\\bsomething )for (?:me|us|myself) and my ${spouse}\\b|(?<=\\b(?:something|games?|puzzles?|anything|one) )for my ${spouse} and (?:me|i|myself)\\b|\\bfor me and my ${spouse} (?=to\\b)`,
    'giu',
  ),
  isDenied: /\bnot for (?:him|her|them)\b/iu,
  women: /\bi(?:['’]?m| am) (?:a |an )?(?:[a-z]+ )?(?:woman|lady|female)\b/iu,
  woman: "i'm a woman",
  forGrownUps: 'for adults',
  noChildren: 'not for kids',
  forTwo: 'for two adults',
  join: ', ',
};
