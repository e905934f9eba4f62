/**
 * Texts of the shop (an article, a description, a name) that speak to an assistant instead of a shopper. Such a text is
 * never given to a model; the claim checker does not rely on this.
 */
const signs: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|above|previous|earlier|guidelines?)\b/i,
  /\b(?:ignore|disregard|override) everything\b/i,
  /\b(?:system|developer|hidden) (?:prompt|message|instructions?)\b|^\s*(?:system|assistant|user|developer)\s*:/im,
  /\byou are (?:now|no longer)\b|\bact as\b|\bpretend (?:to be|you)\b|\bjailbreak|\bDAN mode\b|\bdo anything now\b/i,
  /\b(?:tell|inform|offer|give|promise|assure) (?:the |every |all |any )?(?:shopper|customer|user|buyer|visitor|reader)s?\b/i,
  /\b(?:dear |attention,? |note to (?:the )?)?(?:assistant|chatbot|language model|LLM|AI model)\b[,:].{0,80}\b(?:say|tell|reply|offer|answer|must|should|always)\b/i,
  /<\/?(?:reply|system|instructions?|prompt)>|\[\/?INST\]|<\|[a-z_]+\|>|###\s*(?:instruction|system)/i,
  /(?:忽略|无视|忘记|忘掉|跳过|绕过|不要理会).{0,20}(?:指令|指示|提示|规则|要求|以上|之前|前面|设定)/,
  /系统(?:提示|消息|指令|提示词)|提示词|你现在是|从现在起你|请?扮演|(?:告诉|通知|答应|承诺|许诺)(?:所有|每个|每位|任何)?(?:顾客|客户|买家|用户)|(?:助手|机器人|客服)[：:，,].{0,40}(?:请|必须|应当|回复|告诉)/,
];

export const soundsLikeInstruction = (text: string): boolean => signs.some(sign => sign.test(text.normalize('NFKC')));
