import type { Ask } from '../understand/ground/asks.ts';
import type { FlowContext } from './flow.ts';

/**
 * Where a flow asks "shall I?", short words of agreement and refusal mean that, whatever else they are near to: "嗯办吧" is no
 * wish to stop. No Chinese word here is made up of others beside it (好的 is 好 and 的): a row of them has one reading, so
 * that a long one is not tried in every way it could be cut.
 */
const yes =
  /^(?:(?:yes|yeah|yep|yup|ya|sure|ok|okay|fine|right|alright|please|absolutely|definitely|correct|great|perfect|good|do it|do that|go ahead|go for it|confirm(?:ed)?|proceed|start it|that's fine|that is fine|sounds good|i agree|agreed|i do|you can)[\s,.!]*){1,4}$|^(?:嗯|好|行|成|可以|是|对|没错|要|确认|确定|同意|办|办理|就这样|没问题|当然|麻烦(?:你|您)?|请|帮我|提交|继续|来吧|吧|了|啊|呀|的|哦|噢|[\s,，.。!！~])+$/iu;
const no =
  /^(?:(?:no|nope|nah|don't|do not|rather not|better not|no thanks|no thank you|not now|not yet|leave it|keep it|i'll keep it)[\s,.!]*){1,3}$|^(?:不|别|不行|先不|先别|再想想|再说|算了|暂时不|谢谢|办|退|取消|用|要|了|吧|[\s,，.。!！~])+$/iu;

/** What is said beside an agreement and leaves it as it is: nothing asked, put off, or bound to anything. */
const leavesOpen =
  /[?？]|吗|呢|么$|怎么|多少|几[天号]|能不能|如果|要是|万一|先|等|但|不过|可是|换|改|\b(?:but|if|wait|only|except|first|how|what|when|where|who|can|could|will|would|is|are|do|does|change|instead)\b/iu;
const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[,，.。;；!！~～\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map(clause => clause.trim())
    .filter(clause => clause !== '');
const longestBeside = 60;
/** 好 连运费都退啊 不错 办吧, "yes, that's kind of you, go ahead": it opens or ends with a yes, and nothing else takes it back. */
const agreesAmong = (text: string): boolean => {
  const clauses = clausesOf(text);
  if (clauses.length < 2 || text.length > longestBeside) return false;
  return (
    [clauses[0]!, clauses.at(-1)!].some(clause => yes.test(clause)) &&
    clauses.every(clause => yes.test(clause) || !(no.test(clause) || leavesOpen.test(clause)))
  );
};

/** Short questions and moves that are made beside what a flow asks. */
const asksElse: ReadonlySet<Ask> = new Set([
  'check-out',
  'show-cart',
  'total-price',
  'order-where',
  'change-address',
  'arrival',
]);

/** Null: neither. */
export const agreedIn = ({ turn, understanding }: Pick<FlowContext, 'turn' | 'understanding'>): 'yes' | 'no' | null => {
  const text = turn.text.trim();
  if (turn.value || text === '') return null;
  // "Right, let's get this paid" agrees to no cancellation.
  if (understanding.ask !== undefined && asksElse.has(understanding.ask)) return null;
  if (agreesAmong(text)) return 'yes';
  if (text.length > 40) return null;
  if (yes.test(text)) return 'yes';
  if (no.test(text)) return 'no';
  // "Hm, not sure" has a yes in it by its words alone.
  if (understanding.ask === 'hesitate') return null;
  if (understanding.intent === 'yes') return 'yes';
  return understanding.intent === 'no' ? 'no' : null;
};
