import type { Middleware } from 'botbuilder-core';

/** Shows "typing" when a turn takes longer than `afterMilliseconds`; quick turns answer without flicker. */
export const typing = (afterMilliseconds = 400): Middleware => ({
  async onTurn(context, next) {
    if (context.activity.type !== 'message') return next();
    let sending: Promise<unknown> = Promise.resolve();
    const timer = setTimeout(() => {
      sending = context.sendActivity({ type: 'typing' }).catch(() => undefined);
    }, afterMilliseconds);
    try {
      await next();
    } finally {
      clearTimeout(timer);
      await sending;
    }
  },
});
