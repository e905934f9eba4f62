/** What the shop's rules answer, asked in closed words or only implied by them ("I'm not in China"). All take folded text. */
import type { Language } from '../../../knowledge/domain/language.ts';
import { namesOfPlaces } from '../../../knowledge/retrieval/pages/home-places.ts';
import { placesAbroad, placesAtHome } from '../text/places.ts';
import { isOfPlace, type Matter, type PolicyFiles, readPolicies } from './policies.ts';
import { aspectAsked } from './service-aspects.ts';

export interface PolicyAsked {
  /** The file it is told of in. */
  readonly name: string;
  /** The question in plain words, for a shop page that the shopper's own words don't reach. */
  readonly question: string;
  /** What the answering paragraph answers (knowledge/retrieval/pages/subjects.md), where it is known beforehand. */
  readonly subject?: string;
  /** The plain question is asked in place of the words: they are few and hold no more, or it says so itself. */
  readonly bare: boolean;
  /** What the page says may not hold of what was asked. */
  readonly hedged: boolean;
  /** Whatever else its words may mean. */
  readonly outright?: true;
  /** A question of the shop's rules for certain, but not which. */
  readonly open?: true;
  /** In words that ask for it only after what was told just now. */
  readonly next?: true;
}

const longest = 160;
/** Chinese words counted as two characters. */
const fewWords = 8;

const files: PolicyFiles = readPolicies();

/** Which places are abroad is known of a shop in mainland China; of another one its pages say where it delivers. */
const whereAbroadCounts = new Set(['abroad', 'home-delivery']);

const ofSubject = ({ subject }: { readonly subject?: string | undefined }): Pick<PolicyAsked, 'subject'> =>
  subject === undefined ? {} : { subject };

/** The rule of that file, as if it had been asked about. */
export const policyNamed = (name: string, language: Language): PolicyAsked | undefined => {
  const policy = files.subjects.find(subject => subject.name === name);
  return (
    policy && { name, question: policy.question[language], bare: true, hedged: policy.hedged, ...ofSubject(policy) }
  );
};

/** Where the goods go, as it was said: "I'm in Oslo", 寄到挪威, 我在上海. */
const whereEn =
  "(?:i'm|i am|we're|we are|i live|we live|living|based|it's|ship\\w*|send|deliver\\w*|post) (?:\\w+ ){0,3}?(?:in|to|from|near|outside) (?:the )?";
const whereZh = '(?:我们?|人|家|现在|住|目前|常年|寄|送|发|邮)(?:们|人|家|就|住|货)*(?:在|到|去|往)';
const going = (places: Readonly<Record<Language, string>>): RegExp =>
  new RegExp(`\\b${whereEn}${places.en}\\b|${whereZh}${places.zh}`, 'u');
const toAbroad = going(placesAbroad);
const toHome = going(placesAtHome);
/** 人在国外 寄到山东: whoever orders may be anywhere. */
const sentHome = new RegExp(
  `(?:寄|送|发|邮)(?:回|到|给|去|往|至)?(?:国内|${placesAtHome.zh})|\\b(?:ship|send|sent|deliver\\w*|post)\\b[^.?!]{0,40}\\b(?:to|in) ${placesAtHome.en}\\b`,
  'u',
);

/** What the rule of that file asks that the pages may leave out. */
export const matterAsked = (name: string): Matter | undefined =>
  files.subjects.find(subject => subject.name === name)?.matter;

/** Whether goods would go abroad, where the message says where they go. Of a shop in mainland China. */
export const goesAbroad = (folded: string): boolean | undefined => {
  if (folded.length > longest || !isOfPlace(folded)) return undefined;
  return toAbroad.test(folded) && !sentHome.test(folded)
    ? true
    : toHome.test(folded) || namesOfPlaces(folded, 'en').length > 0
      ? false
      : undefined;
};

/** After a delivery was spoken of, what "it" costs is the delivery; anything else is asked by its name. */
const deliveryTold = new Set([
  'delivery-time',
  'home-delivery',
  'where-delivered',
  'where-unknown',
  'remote-area',
  'abroad',
]);
const whatItCosts =
  /^(?:(?:ok|okay|and|so|but|then|thanks)[,. ]+)*(?:how much(?: (?:does|would|will|do|is) (?:it|that|this|they|you|i|we|(?:the |your )?(?:delivery|shipping|postage)))?(?: (?:all |usually |normally )?(?:cost|charge|pay|be|come to))?(?: me| us)?|what(?: (?:does|would|will|do) (?:it|that|this|they|you|i|we) (?:cost|charge|pay|come to)|(?:'s| is) (?:the |your )?(?:cost|charge|fee|price|postage)))(?: (?:for|of) (?:it|that|this|delivery|shipping))?(?: (?:to|in) [a-z' ]{2,30})?(?: then| there| here| please)?[?!. ]*$|^(?:那|请问)?(?:要|得|需要?)?(?:多少钱|几多钱|(?:运费|邮费|快递费))(?:是|要)?(?:多少|几多|几块|怎么算|贵不贵)?(?:钱)?[?!. ]*$/u;
const asksItsCost = (folded: string, told: string | undefined): boolean =>
  told !== undefined && deliveryTold.has(told) && folded.length <= 80 && whatItCosts.test(folded);

/** What is asked of a delivery is answered by the page for deliveries abroad, where it goes there. */
const ofDelivery = new Set([
  'delivery-time',
  'delivery-asked',
  'delivery-by-day',
  'delivery-cost',
  'free-delivery',
  'home-delivery',
]);

/**
 * The rule of the shop that is asked about; undefined: none in closed words. `inChina`: the shop is in mainland China.
 * `told`: the rule that was told just before; `subject`: what it answered, as it was learned; `service`: the rule that the matter of service
 * hangs on which is still spoken of, whatever was told since.
 */
export const policyAsked = (
  folded: string,
  language: Language,
  {
    inChina = true,
    abroad = false,
    told,
    subject: answered,
    service,
  }: {
    readonly inChina?: boolean;
    readonly abroad?: boolean;
    readonly told?: string | undefined;
    readonly subject?: string | undefined;
    readonly service?: string | undefined;
  } = {},
): PolicyAsked | undefined => {
  if (folded.length > longest) return undefined;
  if (asksItsCost(folded, told)) return policyNamed(abroad || told === 'abroad' ? 'abroad' : 'delivery-cost', language);
  const excepted = files.isExcepted(folded);
  const found = files.subjects.find(
    subject => (subject.first || subject.outright || !excepted) && subject.isAsked(folded),
  );
  const before = [told, answered].filter(name => name !== undefined);
  // What it goes on about may be named once more: "and what do members get", after how one becomes one.
  const isOther = (after: ReadonlySet<string>): boolean =>
    found !== undefined && !found.open && !found.yields && found.name !== told && !after.has(found.name);
  const next =
    before.length === 0
      ? undefined
      : files.subjects.find(
          ({ after, isAskedNext }) => before.some(name => after.has(name)) && !isOther(after) && isAskedNext(folded),
        );
  // 要多久 asks how long it is for the matter that is spoken of, and of no delivery.
  const isOpen = found === undefined || found.open || ofDelivery.has(found.name) || found.name === told;
  const nextName = next?.name ?? (isOpen ? aspectAsked(folded, [service, told, answered]) : undefined);
  if (nextName !== undefined) {
    const name = abroad && nextName === 'return-postage' ? 'return-postage-abroad' : nextName;
    return { ...policyNamed(name, language)!, next: true };
  }
  if (abroad && found?.name === 'free-delivery') return policyNamed('free-abroad', language);
  if (abroad && found?.name === 'return-postage') return policyNamed('return-postage-abroad', language);
  if (abroad && found && ofDelivery.has(found.name)) return policyNamed('abroad', language);
  const isElsewhere = !inChina && found && whereAbroadCounts.has(found.name) && isOfPlace(folded);
  const policy = isElsewhere ? files.subjects.find(subject => subject.name === 'where-delivered') : found;
  if (!policy) return undefined;
  const length = language === 'zh' ? folded.replace(/[^\p{L}\p{N}]/gu, '').length / 2 : folded.split(/\s+/).length;
  return {
    name: policy.name,
    question: policy.question[language],
    bare: policy.instead || length <= fewWords,
    hedged: policy.hedged,
    ...ofSubject(policy),
    ...(policy.outright ? { outright: true as const } : {}),
    ...(policy.open ? { open: true as const } : {}),
  };
};
