import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asId, type TurnId } from '../knowledge/domain/ids.ts';
import type { CartLine } from '../knowledge/domain/order.ts';
import { asFound, heldIn, linesBefore } from './cart-before.ts';
import { ann, goods, noFlows, now, openSmallShop, type SmallShop, turnOf } from './dialogs.test-helper.ts';
import { type ConversationMemory, emptyMemory } from './memory.ts';
import { cartIdOf } from './record-cart.ts';
import { runTurn } from './run-turn.ts';

const { bag, mug } = goods;
const line = (product: typeof mug, quantity: number): CartLine => ({ product: product.id, quantity });
const turn = (id: string, text = '') => turnOf({ id: asId<TurnId>(id), text });

describe('the lines as they were', () => {
  test('only those that become others; what was not there is none of it', () =>
    expect(linesBefore({ lines: [line(mug, 2)] }, [line(mug, 2), line(bag, 1)], turn('t-1'), 4)).toMatchObject({
      at: 4,
      lines: [line(bag, 0)],
    }));
  test('before all that one message did, and only before the last message', () => {
    const first = linesBefore({ lines: [line(mug, 2)] }, [line(mug, 3)], turn('t-1'), 4);
    const cart = { lines: [line(mug, 3)], was: first };
    expect(linesBefore(cart, [line(bag, 1)], turn('t-1.2'), 4).lines).toEqual([line(mug, 2), line(bag, 0)]);
    // The count of turns stands still while nothing of them is kept.
    expect(linesBefore(cart, [line(bag, 1)], turn('t-2'), 4).lines).toEqual([line(mug, 3), line(bag, 0)]);
  });
  test('another conversation takes back nothing of it', () => {
    const cart = { lines: [line(mug, 1)], was: linesBefore({ lines: [] }, [line(mug, 1)], turn('t-1'), 0) };
    expect(heldIn(cart, turn('t-2')).cartWas?.lines).toEqual([line(mug, 0)]);
    expect(heldIn(cart, { conversation: asId('elsewhere') }).cartWas).toBeUndefined();
  });
  test('a message that is repeated finds the cart as it was', () => {
    const cart = { id: cartIdOf(ann), shopper: ann, version: 2, updatedAt: now, lines: [line(mug, 2), line(bag, 1)] };
    const changed = { ...cart, was: linesBefore({ lines: [line(mug, 1)] }, cart.lines, turn('t-1'), 0) };
    expect(asFound(changed, turn('t-1')).lines).toEqual([line(mug, 1)]);
    expect(asFound(changed, turn('t-2'))).toBe(changed);
  });
});

describe('a turn that is repeated after its write to the cart, nothing else of it having been kept', () => {
  let shop: SmallShop;
  beforeEach(async () => {
    shop = await openSmallShop();
  });
  afterEach(() => shop.close());
  const say = async (id: string, text: string, memory: ConversationMemory): Promise<ConversationMemory> =>
    (await runTurn(turn(id, text), memory, noFlows, shop.services)).memory;
  const units = async () => (await shop.stores.carts.get(cartIdOf(ann)))?.lines.map(({ quantity }) => quantity) ?? [];

  test.each([
    ['add it', 'undo'],
    ['加购物车', '撤销'],
  ])('does it once, and "%s" is undone once', async (add, undo) => {
    const looksAt: ConversationMemory = {
      ...emptyMemory,
      focus: mug.id,
      shown: [mug.id],
      lastIntent: 'product-details',
    };
    await say('t-1', add, looksAt);
    const added = await say('t-1', add, looksAt);
    expect(await units()).toEqual([1]);
    await say('t-2', undo, added);
    const undone = await say('t-2', undo, added);
    expect(await units()).toEqual([]);
    await say('t-3', undo, undone);
    expect(await units()).toEqual([1]);
  });

  test('one more is one more', async () => {
    const looksAt: ConversationMemory = {
      ...emptyMemory,
      focus: mug.id,
      shown: [mug.id],
      lastIntent: 'product-details',
    };
    const added = await say('t-1', 'add it', looksAt);
    for (let i = 0; i < 2; i++) await say('t-2', 'one more', added);
    expect(await units()).toEqual([2]);
  });
});
