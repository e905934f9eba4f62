/** Guests to whom deals may be offered. */
import { isHeldOut } from '../../dialogs/offers/choose/choose.ts';
import type { Talk, TalkingShop } from './talk.ts';

const most = 100;

/** One after the other, whom no campaign holds out: that is a hash, so each is found by looking. Throws where there are no more. */
export async function* treatedGuests({ core, talkTo }: Pick<TalkingShop, 'core' | 'talkTo'>): AsyncGenerator<Talk> {
  const campaigns = await core.stores.promotions.campaigns();
  for (let i = 0; i < most; i++) {
    const talk = await talkTo();
    if (campaigns.every(campaign => !isHeldOut(campaign, talk.shopper))) yield talk;
  }
  throw new Error(`Of ${most} guests none was left to try`);
}

/** The next of them. */
export const treatedGuest = async (shop: Pick<TalkingShop, 'core' | 'talkTo'>): Promise<Talk> => {
  for await (const talk of treatedGuests(shop)) return talk;
  throw new Error('There was no guest at all');
};
