/**
 * The target "what the model would show", judged on decisions the model has not learned from: those after the last one it
 * was trained on, or else, by a model like it that is fitted on the earlier half of the log, the later half.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { closedOutcome } from '../../knowledge/domain/outcome.ts';
import { openBackend } from '../backend/backend.ts';
import { candidates, trainResponse } from '../respond/fit.ts';
import { loadResponse } from '../respond/model.ts';
import { collectTrials } from '../respond/trials.ts';
import { arraysOf } from '../serve/arrays-file.ts';
import { ArtifactRefused, openRegistry } from '../serve/registry.ts';
import type { ResponseModel } from '../types.ts';
import { BadInput } from './task.ts';

export interface ModelToJudge {
  readonly model: ResponseModel;
  /** The decisions it is judged on. */
  readonly log: readonly Impression[];
  /** Which these are, for people. */
  readonly judgedOn: string;
}

/** Fewer decisions than this after a model's last one say nothing about it. */
const fewest = 200;

interface Registered {
  readonly model: ResponseModel;
  readonly learnedTo: Date;
}

/** Null: no model is in use there. Throws BadInput for a version that is not there or can't be read. */
const registered = (dir: string, version: string | undefined): Registered | null => {
  const registry = existsSync(join(dir, 'models')) ? openRegistry(join(dir, 'models')) : null;
  const wanted = version === undefined ? (registry?.current() ?? null) : Number(version.replace(/^v/, ''));
  if (wanted === null && version === undefined) return null;
  if (!registry || wanted === null || !Number.isInteger(wanted)) {
    throw new BadInput(
      `There is no model version ${version} in ${dir}; versions are ${registry?.versions().join(', ') || 'none'}`,
    );
  }
  try {
    const { manifest, arrays } = registry.load(wanted);
    if (!manifest.parts.response) return null;
    const meta = manifest.parts.response;
    const model = loadResponse({ arrays: arraysOf(arrays, 'response'), meta }, `v${wanted}`);
    return { model, learnedTo: new Date(String(meta.to)) };
  } catch (fault) {
    if (fault instanceof ArtifactRefused) throw new BadInput(fault.message);
    throw fault;
  }
};

/** By the middle decision in time. */
const halves = (log: readonly Impression[]): { readonly earlier: Impression[]; readonly later: Impression[] } => {
  const sorted = [...log].sort((a, b) => a.at.getTime() - b.at.getTime());
  const middle = sorted[Math.floor(sorted.length / 2)]?.at.getTime() ?? 0;
  return { earlier: sorted.filter(i => i.at.getTime() < middle), later: sorted.filter(i => i.at.getTime() >= middle) };
};

const fitted = async (earlier: readonly Impression[], seed: number): Promise<ResponseModel> => {
  const backend = await openBackend({ choice: 'auto' });
  const simplest = [candidates[0].name];
  const result = await trainResponse(await collectTrials(earlier), { backend, seed, candidates: simplest, folds: 2 });
  if (result.kind === 'refused') {
    throw new BadInput(`No model can be fitted on the earlier half of the log: ${result.detail}`);
  }
  return loadResponse(result.bundle, 'earlier-half');
};

/** `dir`: the shop's folder, with its models; absent: the log is all there is. Throws BadInput. */
export const modelToJudge = async (
  log: readonly Impression[],
  { dir, version, seed }: { readonly dir?: string; readonly version?: string; readonly seed: number },
  note: (line: string) => void,
): Promise<ModelToJudge> => {
  if (log.some(i => !(i.at instanceof Date))) {
    throw new BadInput('The target "model" needs the time of every decision: a line of the log has no "at"');
  }
  if (dir === undefined && version !== undefined) {
    throw new BadInput(`Model version ${version} is read from the shop's folder: give --data DIR`);
  }
  const known = dir === undefined ? null : registered(dir, version);
  if (known) {
    const later = log.filter(i => i.at > known.learnedTo && closedOutcome(i) !== undefined);
    if (later.length >= fewest) {
      return { model: known.model, log: later, judgedOn: `decisions after ${known.learnedTo.toISOString()}` };
    }
    const { name, version: v } = known.model;
    note(
      `${name}@${v} has learned from all but ${later.length} of these decisions, and can't be judged on those; a model like it is fitted on the earlier half instead`,
    );
  }
  const { earlier, later } = halves(log.filter(i => closedOutcome(i) !== undefined));
  return { model: await fitted(earlier, seed), log: later, judgedOn: `the later half, ${later.length} decisions` };
};
