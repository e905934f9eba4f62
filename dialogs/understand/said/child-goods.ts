/** Goods and ages that only a child has: whoever asks for them asks for somebody else. Takes folded words. */
import type { Draft } from './fact.ts';

const childAges =
  /^(?:kid|kids|kid's|kids'|child|children|children's|toddlers?|bab(?:y|ies)|newborns?|infants?|preschoolers?|girls|boys|girls'|boys'|schoolchildren|(?:young|small|older) (?:kids|children)|tweens|preteens)$|^(?:儿童|幼儿|婴幼儿|婴儿|小学生|学龄前|男童|女童|大童|中童|小童|儿童款|男孩款|女孩款|男宝宝?|女宝宝?)$/u;
const childGoods =
  /\b(?:strollers?|prams?|pushchairs?|buggy|cribs?|cots?|moses basket|napp(?:y|ies)|diapers?|baby (?!shower|gift|blue|pink|monitor)\w+|onesies?|pacifiers?|high chair|playpen|playmat|teethers?|teething toys?|sippy cup|potty|bibs?|swaddle)$|婴儿|宝宝|童装|童鞋|童裙|纸尿裤|拉拉裤|尿不湿|奶瓶|奶嘴|口水巾|学步鞋|爬行垫|安全座椅/u;

export const isForChild = (draft: Draft, words: string): boolean =>
  draft.slot === 'age_group' ? childAges.test(words) : draft.slot === 'product_type' && childGoods.test(words);
