/** An order that is called off: kept after all, or its money asked back before it has left. */

const keeping =
  /\b(?:keep (?:it|that|them|this|(?:the|my|that) (?:order|jacket|thing)s?|everything)|(?:don'?t|do not|un-?|not) ?cancel(?:led)?|undo (?:it|that|this)|changed? my mind|bring (?:it|that) back|(?:want|need|have) (?:it|them|that) (?:after all|back)|restore (?:it|that|the order)|re-?instate)\b|别取消|不(?:想|要)?取消|(?:撤销|收回|撤回)取消|恢复(?:订单|一下|回来)?|还是要(?:吧|的|了|这单)?|(?:订单|单子?)?(?:留着|保留)/iu;
/** "Actually no, keep it", 算了别取消了. */
export const keepsAfterAll = (text: string): boolean => text.length <= 60 && keeping.test(text);

const wantsMoney = /\brefund(?:ed)?\b|\bmoney back\b|退款|退钱|把钱退/iu;
const sendsBack = /\b(?:return|send|sending|give|ship)\w*\b.{0,24}\bback\b|\breturn\w*\b|退货|寄回/iu;
/** 我要退款, and nothing of sending anything back. */
export const asksMoneyBack = (said: string): boolean => wantsMoney.test(said) && !sendsBack.test(said);
