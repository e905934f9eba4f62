import type { BotLogic } from './bot.ts';

/** Says back what it hears: the floor that the bench measures the real bot against. */
export const echoBot: BotLogic = {
  async onTurn(context) {
    if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text ?? ''}`);
  },
};
