/** What is answered where nothing is wished for: short, of the bot itself, and with no goods. */
import type { RoleTalk } from '../understand/talk/roles.ts';

export const smallTalkEn: Readonly<Record<RoleTalk, (again: boolean) => string>> = {
  'of-me': again =>
    again
      ? `Same answer, I'm afraid: I'm a program, so I have no days off and no tastes. I do like being asked, though.`
      : `Ha, I'm only a program: no meals, no hobbies, no pets, and no taste of my own. Nice of you to ask, though.`,
  name: () =>
    `I don't know the story behind the name: our pages don't tell it, and I didn't choose it. I won't make one up.`,
  made: () => `That wasn't me: I'm only a program that the shop uses. Who thought of it our pages don't tell.`,
  maker: () => `I'm this shop's automated assistant: a program, not a person. Who wrote it our pages don't tell.`,
  here: () => `I'm here! What can I do for you?`,
  company: again =>
    again
      ? `Fine by me. I'm only a program and no great talker, but I'm listening.`
      : `That's fine, you don't have to buy anything. I'm only a program and no great talker, but I'm here.`,
  enough: again =>
    again
      ? `You're right, and I'm sorry. I won't suggest anything unless you ask.`
      : `Sorry about that, I'll stop. I won't suggest any more unless you ask.`,
  gone: again =>
    again
      ? `Oh dear, that hurts. I hope it turns up.`
      : `Oh no, I'm sorry to hear that. If you'd like a new one, just say so and I'll look.`,
  sore: () => `Oh, that sounds hard. I hope you can put your feet up soon.`,
  mishap: () => `Oh dear, I'm sorry. I hope the rest of the day is kinder to you. I'm here if I can help.`,
  settled: () => `Good, I'm glad that's settled. I'm here if there is anything else.`,
  praise: () => `That's lovely to hear, thank you!`,
  aside: () => `Sure, take your time. I'm here whenever you need me.`,
  spared: () => `All right, I'll leave that out. Just tell me if you need anything else.`,
  'no-rush': () => `No hurry, take your time. I'm here if you need anything, or want two things compared.`,
  pity: again =>
    again
      ? `I know, and I'm sorry that I can't offer more. Is there anything else I can look for?`
      : `I'm sorry it isn't what you hoped for. Is there anything else I can look for?`,
  useless: again =>
    again
      ? `Fair enough. Say "a person" and a colleague takes over from here.`
      : `I'm sorry I'm not more help. Tell me in a few words what you need, or say "a person" and a colleague takes over.`,
  clumsy: () =>
    `No trouble at all: just tell me in your own words what you're looking for, or what is wrong, and I'll see to it. If you'd rather talk to somebody, say "a person".`,
  tongues: () => `Yes: I answer in English and in Chinese, whichever you write in.`,
  foreign: () => `Hello! I only know English and Chinese, I'm afraid. Write in either, and I'm happy to help.`,
  leaving: () => `All right! Goodbye, and thanks for stopping by.`,
};
