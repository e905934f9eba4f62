/** What is asked of an order that was spoken of just now: "which carrier is it with", "单号多少". Takes folded text. */
import type { ConversationMemory } from '../turn.ts';

const asked =
  /^(?:(?:and|so|ok|but|hi|please|what about|how about)[,. ]+)*(?:(?:what(?:'s| is)|whats|which|who|where(?:'s| is)|when(?:'s| is| will| does)?|has|is|did|any)\b.{0,24})?\b(?:status|carrier|courier|tracking(?: number| id| code| link)?|shipped|dispatched|arriv\w+|delivered|expected|updates?|delivery date)\b.{0,20}$|^(?:那|它|请问)?(?:的)?(?:快递单号|运单号|物流单号|单号|物流|快递|状态|哪家快递|什么快递|谁家快递|哪个快递|什么时候到|啥时候到|几号到|几天到|到哪(?:里|儿)?了?|发货了吗|发了吗|送到哪了?|有更新吗)(?:是)?(?:多少|什么|哪个|呢|啊|呀|了)?[?!. ]*$/u;
/** General matters, which pages answer. */
const general =
  /\b(?:usually|normally|generally|how long|international|abroad|free|cost|costs|fee)\b|一般|通常|多久|运费|国外/u;

export const asksOfOrder = (folded: string, { lastIntent }: Pick<ConversationMemory, 'lastIntent'>): boolean =>
  lastIntent === 'order-status' && folded.length <= 60 && asked.test(folded) && !general.test(folded);
