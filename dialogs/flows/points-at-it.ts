/** 就这双, "just this pair", said to a return that waits: of what goes back, and nothing is bought by it. */
import type { Order } from '../../knowledge/domain/order.ts';
import type { FlowContext } from './flow.ts';
import type { ReturnLine } from './return-lines.ts';

const onlyIt =
  /^(?:对|嗯|是的?|好的?|不|[,，。 ])*(?:我|就|只|要|想|退|换|是)*(?:就|只)(?:要|退|是|换)*[这那]一?[双件个条只款](?:鞋|衣服)?(?:[,， ]*(?:就行|就好|就够了?|吧|了|的|(?:别的|其[他它]的?|剩下的)(?:都|先)?(?:不退|不要|留着)))*[。.!！ ]*$|^(?:(?:yes|yeah|ok|okay|no|well)[,. ]+)*(?:(?:return|send back) )?(?:(?:just|only) (?:this|that|these|those|the)(?: (?:one|pair|item|thing))?|(?:this|that) (?:one|pair) only)(?: please| thanks)?[.! ]*$/iu;
export const pointsAtIt = ({ turn }: Pick<FlowContext, 'turn'>): boolean =>
  turn.value === undefined && onlyIt.test(turn.text.trim());

const pair = /[这那]一?双|\bpair\b/iu;
const comesInPairs = /\b(?:shoe|boot|sneaker|sandal|slipper|trainer|sock|glove|mitten)s?\b|[鞋靴袜]|手套/iu;
/** The only thing of them that is meant so; null: it may be any. */
export const lineAtHand = (
  order: Pick<Order, 'lines'>,
  open: readonly ReturnLine[],
  { turn }: Pick<FlowContext, 'turn'>,
): readonly ReturnLine[] | null => {
  const titleOf = ({ product }: ReturnLine): string =>
    Object.values(order.lines.find(line => line.product === product)?.title ?? {}).join(' ');
  const [only, ...others] = pair.test(turn.text) ? open.filter(line => comesInPairs.test(titleOf(line))) : open;
  return only && others.length === 0 ? [{ ...only, quantity: 1 }] : null;
};
