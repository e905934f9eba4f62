/**
 * What was shown is not to be shown again in any form, or of no such maker: 就是这款让我过敏的, "that one gave me a rash", 别的牌子有没有. Takes
 * folded text.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import { tellsOfHarm } from '../orders/trouble-told.ts';
import type { ProductNames } from './named-products.ts';

const harmed =
  '(?:gave (?:me|him|her|us|my [a-z]+) (?:an? )?(?:rash|hives|spots|allergic reaction|allergy)|made (?:me|him|her|my [a-z]+) (?:break out|itch|itchy)|broke me out)';
const thisOne = '(?:that|this|it|that one|this one|the (?:first|last|same) one)';
const itself = new RegExp(
  `\\b${thisOne}(?:'s| is| was)?(?: (?:exactly|just|the one|what|that|which))* ${harmed}|\\bi(?:'m| am) allergic to ${thisOne}\\b|\\b(?:exclude|rule out|leave out|don'?t (?:show|give|suggest|recommend)(?: me)?|stop (?:showing|suggesting|recommending)(?: me)?) ${thisOne}\\b|[这那](?:个|款|种|瓶|支|盒)?(?:东西|牌子|\\p{Script=Han}{0,4}[霜水乳膏油皂露液粉])?(?:就|才)?(?:是)?(?:让|使|害|弄)得?(?:我|她|他|孩子|宝宝)?(?:的)?(?:皮肤|脸)?(?:过敏|起疹|长痘|烂脸|发红|红肿|起红)|(?:我|她|他|孩子)(?:对|用|涂|穿)[这那](?:个|款|种|瓶)(?:就|会|都)?(?:过敏|起疹)|(?:把)?[这那](?:个|款|种|些|几款)(?:给我)?(?:排除|剔除|划掉|屏蔽)|(?:别|不要)再(?:给我)?(?:推荐?|发|看|出现)[这那](?:个|款|种)`,
  'u',
);
const maker =
  /\b(?:(?:an)?other|different|any other|some other) (?:brands?|makes?|makers?|manufacturers?)\b|(?:别的|其[他它]的?|换一?个|另外的?)(?:牌子|品牌)/u;
/** Something else is to be done about it. */
const ofService = /\b(?:refund\w*|return\w*|money back|complain\w*|compensat\w*)\b|退|赔|投诉/u;
const longest = 80;

/** Of what is looked at: the one with all its forms, or all of its shelf by its maker. */
export const ruledOut = (
  folded: string,
  { focus, shown }: Pick<ConversationMemory, 'focus' | 'shown'>,
  view: Pick<CatalogueView, 'byId' | 'products'>,
  names: Pick<ProductNames, 'formsOf'>,
): readonly ProductId[] => {
  const one = focus ?? (shown.length === 1 ? shown[0] : undefined);
  if (one === undefined || folded.length > longest || ofService.test(folded)) return [];
  if (itself.test(folded)) return names.formsOf(one).map(form => form.id);
  const product = maker.test(folded) ? view.byId.get(one) : undefined;
  return product?.brand
    ? view.products.filter(p => p.brand === product.brand && p.category === product.category).map(p => p.id)
    : [];
};

/** Told, and not asked: whether something may cause an allergy, or is for allergic skin. */
const allergyTold =
  /\b(?:i'?m|i am|he'?s|she'?s|my (?:son|daughter|wife|husband|mum|kid)(?: is|'s)) allergic to\b|(?:对|用了?|涂了?|擦了?|就是)[^,，。?？]{1,14}(?:过敏|起疹|烂脸)(?!吗|么|原|体质|肌|皮|能|可以|会|[?？])/u;
/**
 * "The moss cream gave me a rash", 我对苔藓面霜过敏, 面霜用了脸红过敏 of an order that was told: whatever is named so is not shown again in any
 * form, in this conversation.
 */
export const harmedBy = (
  folded: string,
  named: readonly ProductId[],
  names: Pick<ProductNames, 'formsOf'>,
): readonly ProductId[] =>
  named.length > 0 && (tellsOfHarm(folded) || allergyTold.test(folded))
    ? [...new Set(named.flatMap(id => [id, ...names.formsOf(id).map(form => form.id)]))]
    : [];
