/** What an answer says to a question that a yes or a no answers. Takes folded text. */
import type { Asked } from './fact.ts';

const yes =
  /^(?:u+m+,? |well,? |hm+,? |o+h,? |ah,? |(?:my )?(?:god|gosh),? |lovely,? |so,? |嗯+,? )*(?:ye+s+|yea+h+|yeh+|yea|ye|yep+|yepp?ers|yup+|yus|aye|ya|duh|naturally|for sure|agreed|absolutely|sure|ok|okay|correct|exactly|right|of course|definitely|absolutely|certainly|please|why not|must be|it must|that'?s right|(?:that|it)(?: would|'d) be (?:so |very |really )?(?!un[a-z]+|over[a-z]+|(?:too|a|bad|weird|silly|more|less|not|pointless|annoying|ridiculous|useless|expensive|pricey|wrong|worse|worst|terrible|awful|horrible|stupid|boring|ugly|impossible|impractical|inconvenient|difficult|tricky|nothing|no|crazy|strange|odd|embarrassing|disappointing|wasteful)\b)[a-z]+|(?:that )?sounds (?:good|great|nice|perfect|lovely|interesting)|good idea|great idea|love (?:that|it)|good|(?:would|could) be (?:good|great|nice|perfect|handy|useful|helpful|cool|ideal|lovely)|sounds good to me|好啊|可以可以|可以考虑|够了?|够用了?|没问题|差不多|行啊?|是的|对的?|对对对?|嗯+|好的?|好的好的|要的要的|要要要?|必须的?|那必须的?|肯定的?|那肯定|当然要|最好有|有更好|有最好|最好要?|可以有|嗯呐|嗯哼|是滴|对滴|对哒|好滴|好哒|好嘞|行[叭呗啊]|可|成|中|妥|安排|整上|加上|加吧|带吧|带上吧?|要吧|来吧|有就好|有当然好|来一个|那感情好|没毛病|可以|当然|要的?|行|没错|是|需要|想要|喜欢|好啊)(?:[ ,.!啊呀吧呢嘛哦]|please|i do|i would|it is|they are|i am|we are|we do|it does|he does|she does|it would|they should|it should|thanks|thank you|that works|good idea|great|definitely|absolutely|of course|的|好|可以|要)*$/u;
/** An agreement that opens an answer, whatever follows it. */
const yesFirst =
  /^(?:(?:o+h|ah|well|um+|lovely|great|perfect|nice|hm+),? |嗯,?)*(?:yes|yeah|yeh|yep|yup|aye|must be|has to be|sure|of course|definitely|absolutely|是的|对|对的|对对对?|要|要的|要啊|要呀|要的要的|要要要?|需要|需要的|当然|(?:可以|行|好的?|好啊)(?=[,，])|嗯+(?=[,， ]))(?: (?:please|definitely|those|that one|that|cause|because|so|it)\b.*|[,!. ]+.*|[啊的吧呀]*)$/u;
const both = /\bboth\b|都(?:要|行|可以|成|好)/u;
/** A refusal that opens an answer, whatever is asked for instead. */
const noFirst =
  /^(?:(?:ugh|oh|hm+|na|well|sorry|um+),? )*(?:no|nah|nope)(?:$|[,.!])|^(?:不要|不用|不需要|暂时不(?:用|要|需要)?|不咋需要|不太需要|用不[上着]|不带|不加|先不(?:用|要)?|不了|没必要|不喜欢|不太喜欢|不想要|太(?!贵|好|棒|多谢)\p{Script=Han}{1,3})了?(?:$|[,，。.!！ ])/u;
const no = /^(?:no|nope|nah|not really|no thanks|no thank you|不要|不用|不需要|不喜欢|不了|不是)[ ,.!]*$/u;

/** 'both' where a choice was given and every side of it will do; undefined where the question is left open. */
export const agreementIn = (
  folded: string,
  asked: Asked,
  namesWishes: boolean,
): 'agrees' | 'refuses' | 'both' | undefined => {
  if (asked.offered.length === 0) return undefined;
  const said = folded.trim();
  const first = (said.split(/(?<=[?？!！;；])\s*|(?<!\d)\.(?=\s|$)\s*|\n+/u)[0] ?? '').split(/[,，]/u)[0]!.trim();
  if (asked.choice)
    return both.test(said) && !namesWishes ? 'both' : no.test(said) && !namesWishes ? 'refuses' : undefined;
  const plainly =
    /^(?:yes|yeah|yeh|yep|yup|aye|sure|definitely|of course|是的|要|需要|对|嗯)(?: please| definitely)?$/u.test(first);
  if (plainly || yesFirst.test(said)) return 'agrees';
  if (noFirst.test(said)) return 'refuses';
  if (namesWishes) return undefined;
  if (no.test(said)) return 'refuses';
  return yes.test(first) || yes.test(said) ? 'agrees' : undefined;
};
