/**
 * The time between events as an input of the sequence networks. How long a shopper was away says something of its own (TiSASRec, Li, Wang &
 * McAuley 2020; time-aware recurrent networks such as Time-LSTM, Zhu et al. 2017); as in HSTU (Zhai et al. 2024) it is read in buckets that
 * double, each with a vector that is added to the product's. Only gaps between events that are both in the past are looked at: when the
 * next event will come is not known when it is asked for.
 */
import type { StartValue } from './sequence-net.ts';

/** Of the buckets below: kept in artifacts, and grows when they change. 0 there: a model without gaps. */
export const gapScale = 1;
/** Bucket b holds gaps of 2^(b-1) - 1 up to 2^b - 1 hours; the last one, from 341 days, all that are longer. */
export const gapBuckets = 14;

const hour = 3_600_000;

/** 1..`gapBuckets`; 0 for no gap, also where a time is missing or runs backwards. */
export const gapBucket = (milliseconds: number): number =>
  milliseconds > 0 ? Math.min(gapBuckets, 1 + Math.floor(Math.log2(1 + milliseconds / hour))) : 0;

/**
 * For each event of a past, in order of time, the bucket of the gap before it; 0 for the first. Events of one instant stand in any order: the
 * gap belongs to the place where the instant begins, whichever product stands there.
 */
export const gapsOf = (at: ArrayLike<number>): Uint8Array => {
  const gaps = new Uint8Array(at.length);
  for (let e = 1; e < gaps.length; e++) gaps[e] = gapBucket(at[e]! - at[e - 1]!);
  return gaps;
};

/** A vector for each bucket from 1; bucket 0 adds nothing, so that a past without times is read as if there were no gaps. */
export const gapStart = (width: number): StartValue => ({
  shape: [gapBuckets, width],
  values: new Float32Array(gapBuckets * width),
});
