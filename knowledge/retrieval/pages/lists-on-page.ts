/**
 * What a page lists in one sentence (ways to pay, couriers, parts of the world), held against what is asked for by its name:
 * "and google pay?", 中通呢, 寄巴西可以吗.
 */
import { fold } from '../text/fold.ts';
import { regionAbroad, regionsNamed } from './delivery-abroad.ts';

/** Found in what is asked and in what a page lists; in folded text. */
type Name = RegExp;

interface Kind {
  readonly names: readonly Name[];
  /** A sentence that lists them. */
  isList(folded: string): boolean;
}

const waysToPay: readonly Name[] = [
  /\bali ?pay\b|支付宝/u,
  /\bwe ?chat(?: ?pay)?\b|微信(?:支付|付款?)?/u,
  /\bunion ?pay\b|银联|云闪付/u,
  /\bvisa(?: cards?)?\b/u,
  /\bmaster ?cards?\b|万事达卡?/u,
  /\bjcb\b/u,
  /\bapple ?pay\b|苹果支付/u,
  /\bpay ?pal\b|贝宝/u,
  /\bgoogle ?pay\b|\bg ?pay\b|谷歌支付/u,
  /\bsamsung ?pay\b|三星支付/u,
  /\bamazon ?pay\b/u,
  /\bshop ?pay\b/u,
  /\bamex\b|\bamerican express\b|(?:美国)?运通卡?/u,
  /\bdiscover cards?\b/u,
  /\bdiners(?: club)?\b/u,
  /\bmaestro\b/u,
  /\bklarna\b/u,
  /\bafter ?pay\b|\bclear ?pay\b/u,
  /\bvenmo\b/u,
  /\bzelle\b/u,
  /\bcash ?app\b/u,
  /\brevolut\b/u,
  /\bbit ?coins?\b|\bcrypto(?:currenc(?:y|ies))?\b|比特币|虚拟货币|加密货币/u,
  /\bcheques?\b|\b(?:by|personal) checks?\b|支票(?!夹)/u,
  /\bhuabei\b|花呗/u,
  /(?:京东)?白条/u,
  /京东支付/u,
  /抖音支付/u,
  /(?:美团|抖音)月付/u,
  /数字人民币/u,
  /q币/u,
];
const couriers: readonly Name[] = [
  /\bsf[- ]express\b|顺丰/u,
  /\bzto\b|中通/u,
  /\byto\b|圆通/u,
  /\byunda\b|韵达/u,
  /\bsto express\b|申通/u,
  /极兔/u,
  /德邦/u,
  /京东(?:快递|物流)|\bjd (?:logistics|express)\b/u,
  /菜鸟/u,
  /\bems\b/u,
  /\bchina post\b|中国邮政/u,
  /\bdhl\b/u,
  /\bfed ?ex\b|联邦快递/u,
  /(?<=\b(?:by|via|with|use|through) )ups\b/u,
  /\busps\b/u,
  /\broyal mail\b/u,
  /\bdpd\b/u,
  /\btnt\b/u,
];
const leastListed = 3;
const isDenied = /\bnot\b|n't|不支持|不能|不接受/u;
const namedIn = (names: readonly Name[], folded: string): readonly Name[] => names.filter(name => name.test(folded));

const kinds: readonly Kind[] = [
  {
    names: waysToPay,
    isList: folded => !isDenied.test(folded) && namedIn(waysToPay, folded).length >= leastListed,
  },
  {
    names: couriers,
    isList: folded => /\b(?:carriers|couriers)\b[^.]*\bare\b.*(?:,| and )|用.+[、和].+(?:发货|配送|寄出)/u.test(folded),
  },
];

export interface HeldAgainst {
  readonly isListed: boolean;
  /** As it was asked for. */
  readonly said: string;
}

/** Each name that is asked for; none: nothing of that kind is asked, or this sentence lists nothing of it. */
export const heldAgainstList = (sentence: string, asked: string): readonly HeldAgainst[] => {
  const list = fold(sentence);
  const kind = kinds.find(({ names, isList }) => names.some(name => name.test(asked)) && isList(list));
  return kind
    ? namedIn(kind.names, asked)
        .map(name => ({ found: name.exec(asked)!, listed: name.exec(list) }))
        .sort((a, b) => a.found.index - b.found.index)
        .map(({ found, listed }) => ({
          isListed: listed !== null,
          // As the page writes it, where it stands there.
          said: listed === null ? found[0].trim() : (asWritten(sentence, listed[0]) ?? found[0].trim()),
        }))
    : [];
};
const asWritten = (sentence: string, folded: string): string | undefined => {
  const at = sentence.toLowerCase().indexOf(folded);
  return at < 0 ? undefined : sentence.slice(at, at + folded.length);
};
/** Something of that kind is asked for by name. */
export const namesListed = (asked: string): boolean => kinds.some(({ names }) => names.some(name => name.test(asked)));

/** Whether the part of the world where `place` lies is one of those that the sentence lists; undefined: it lists none, or nobody knows where that is. */
export const isRegionListed = (sentence: string, place: string): boolean | undefined => {
  const region = regionAbroad(place);
  const list = fold(sentence);
  return region && regionsNamed(list) >= leastListed ? region.test(list) : undefined;
};
