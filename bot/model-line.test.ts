import { expect, it } from 'vitest';
import type { ModelStatus } from '../models/types.ts';
import { modelLine } from './model-line.ts';

const status = (running: boolean): ModelStatus => ({
  recommender: { name: 'blend', version: 'v1' },
  response: { name: 'plain', version: 'v1' },
  backend: 'wasm',
  device: 'cpu',
  training: { running, progress: running ? 0.5 : 1, step: '' },
});

it('names what serves for good once the training in the background is over, not before', () => {
  expect(modelLine(status(true))).toBe('blend until the training that runs in the background has finished');
  expect(modelLine(status(false))).toBe('blend v1, plain v1, trained with wasm on cpu');
  expect(modelLine({ ...status(false), response: null })).toMatch(/^blend v1, no response to offers learned yet/);
});
