/**
 * "Show me the longjing 250 g gift tin", 给我看龙井250克礼盒装: one thing by its name and the pack of it, to be looked at; neither its weight
 * nor the word "gift" looks for any other. Takes folded text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { formSaid, withoutForm } from './form-said.ts';
import type { ProductNames } from './named-products.ts';

const opening = '(?:(?:ok|okay|and|so|hi|hello|please|now|well|yes)[,. ]+)*';
const toSee =
  "(?:(?:can|could|may) (?:i|you|we) (?:please )?(?:see|show me|look at|have a look at)|show me|let me (?:see|look at)|let's (?:see|look at)|i(?:'d| would) (?:like|love) to (?:see|look at)|i (?:want|need) to (?:see|look at)|(?:i'm |im |i am )?looking for|(?:take a |have a )?look at|(?:pull|bring) up|open(?: up)?)";
const lead = new RegExp(`^${opening}${toSee} (?:me )?(?:the |your |that |a )?`);
const leadZh =
  /^(?:请|麻烦|那|再|先|帮我|给我|我|想|要|来|去)*(?:看看?|看一?下|找找?|找一?下|瞧瞧|瞅瞅|打开|调出)(?:一下)?(?:你们?(?:家|店)?的?|那个|这个)?/u;
const tail = /(?: (?:please|pls|now|again))+[.!? ]*$|[.!?。！？ ]+$/;
/** 250克的, 礼罐装. */
const tailZh = /(?:那[款个种]|这[款个种]|装|的|吧|呗|好吗|可以吗)+$/u;

/** `named`: what the message seems to name, the likeliest first. */
export const shownInForm = (
  folded: string,
  named: readonly ProductId[],
  names: Pick<ProductNames, 'formsOf' | 'isNameOf' | 'like'>,
): ProductId | undefined => {
  const thing = [lead, leadZh].map(pattern => folded.replace(pattern, '')).find(rest => rest !== folded);
  if (thing === undefined) return undefined;
  const said = thing.replace(tail, '');
  const bare = withoutForm(said)
    .replace(/\bin (?:a|the)? *$/, ' ')
    .replace(tailZh, '')
    .trim();
  const called = named.filter(id => names.isNameOf(bare, id));
  // "The buckwheat tea in a gift tin": by words of its name.
  const alike =
    called.length > 0 || bare === said ? called : names.like(bare, named).filter(id => names.isNameOf(bare, id));
  const [one, ...others] = alike;
  return one === undefined || others.length > 0 ? undefined : formSaid(said, names.formsOf(one))?.id;
};

/** "Show me the buckwheat tea in a gift tin", of a list: `place` is the message with its place in it. */
export const placedInForm = (
  folded: string,
  place: string | undefined,
  shown: readonly ProductId[],
  names: Pick<ProductNames, 'formsOf'>,
): ProductId | undefined => {
  const [number, ...others] = [...(place?.matchAll(ordinal) ?? [])].map(([, said]) => Number(said));
  const one = number === undefined || others.length > 0 ? undefined : shown[number - 1];
  const isToSee = [lead, leadZh].some(pattern => pattern.test(folded));
  return one === undefined || !isToSee ? undefined : formSaid(folded.replace(lead, ''), names.formsOf(one))?.id;
};
const ordinal = /(?:\b|第 ?)(\d{1,2})(?:st|nd|rd|th|(?= ?[个款]))/gu;
