/** What is answered where nothing is wished for: short, of the bot itself, and with no goods. */
import type { RoleTalk } from '../understand/talk/roles.ts';

export const smallTalkZh: Readonly<Record<RoleTalk, (again: boolean) => string>> = {
  'of-me': again =>
    again
      ? '还是那句话，我只是个程序，没有下班，也没有口味。不过谢谢您惦记。'
      : '哈哈，我只是个程序，不吃不喝，没有爱好，也没有自己的口味。不过谢谢您问我。',
  name: () => '店名的来历我也不清楚：页面上没有写，也不是我起的，就不编故事了。',
  made: () => '这可不是我的功劳，我只是店里用的一个程序；是谁想出来的，页面上没有写。',
  maker: () => '我是这家店的智能客服，是程序，不是真人；是谁开发的，页面上没有写。',
  here: () => '在的，请说。',
  company: again =>
    again
      ? '好呀。我只是个程序，不太会聊，不过您说，我听着。'
      : '没关系，不买也行。我只是个程序，不太会聊天，不过一直在。',
  enough: again => (again ? '您说得对，是我不好。您不问，我就不推荐了。' : '不好意思，不推荐了。您有想问的再叫我。'),
  gone: again => (again ? '唉，换谁都心疼，希望还能找回来。' : '哎呀，真可惜。要是想再买一个，跟我说一声，我来找。'),
  sore: () => '哎呀，那一定很难受，快歇歇脚吧。',
  mishap: () => '哎呀，辛苦了，希望接下来都顺顺利利。需要我帮忙就说一声。',
  settled: () => '那就好！还有别的事随时叫我。',
  praise: () => '谢谢夸奖，您喜欢就好！',
  aside: () => '好的，您先忙，我一直在。',
  spared: () => '好的，那就不看这个了。需要别的随时告诉我。',
  'no-rush': () => '好的，不着急，您慢慢看。想比较哪几款或者有问题，随时问我。',
  leaving: () => '好的，那先这样。再见，欢迎下次光临。',
};
