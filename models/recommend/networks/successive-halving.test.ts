import { describe, expect, it } from 'vitest';
import { successiveHalving } from './successive-halving.ts';

const plan = { firstEpochs: 2, time: Number.POSITIVE_INFINITY, clock: () => 0 };

describe('successive halving', () => {
  it('trains all a little, the better half twice as long, and leaves the one that is best after that', async () => {
    const asked: string[] = [];
    // b starts slowly and ends best; d starts fast.
    const worth: Record<string, (epochs: number) => number> = {
      a: () => 0.1,
      b: epochs => (epochs < 4 ? 0.2 : 0.9),
      c: () => 0.15,
      d: () => 0.5,
      e: () => 0.3,
    };
    const left = await successiveHalving(
      Object.keys(worth),
      async (name, epochs) => {
        asked.push(`${name}${epochs}`);
        return worth[name]!(epochs);
      },
      plan,
    );
    expect(left).toBe('b');
    expect(asked).toEqual(['a2', 'b2', 'c2', 'd2', 'e2', 'd4', 'e4', 'b4', 'b8', 'd8']);
  });

  it('keeps the earlier of equals, and asks nothing where there is no choice', async () => {
    expect(await successiveHalving(['x', 'y', 'z'], async () => 0.2, plan)).toBe('x');
    const never = () => Promise.reject(new Error('not needed'));
    expect(await successiveHalving(['x'], never, plan)).toBe('x');
    await expect(successiveHalving([], never, plan)).rejects.toThrow('no candidates');
  });

  /** A fit takes as many milliseconds as it has epochs. */
  const timed = async (time: number, better: (candidate: number, epochs: number) => number, slow = 1) => {
    let now = 0;
    const asked: string[] = [];
    const left = await successiveHalving(
      [0, 1, 2, 3, 4, 5, 6, 7],
      async (candidate, epochs) => {
        now += epochs * (asked.length > 0 ? slow : 1);
        asked.push(`${candidate}x${epochs}`);
        return better(candidate, epochs);
      },
      { firstEpochs: 2, time, clock: () => now },
    );
    return { left, asked };
  };

  it('looks only at the first candidates where time is short', async () => {
    const byRank = (candidate: number) => candidate;
    expect(await timed(48, byRank)).toMatchObject({ left: 7 });
    const four = await timed(20, byRank);
    expect(four.left).toBe(3);
    expect(four.asked.slice(0, 4)).toEqual(['0x2', '1x2', '2x2', '3x2']);
    expect(await timed(2, byRank)).toEqual({ left: 0, asked: ['0x2'] });
  });

  it('takes the best of the last whole round when its time is over', async () => {
    const { left, asked } = await timed(48, (candidate, epochs) => (epochs === 2 ? candidate : -candidate), 2);
    expect(left).toBe(7);
    expect(asked.at(-1)).toMatch(/x[48]$/);
  });
});
