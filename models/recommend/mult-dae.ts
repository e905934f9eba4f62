import { fitAutoencoder, restoreAutoencoder } from './autoencoder.ts';
import { stepDecays } from './item-item.ts';
import type { ModelKind } from './model.ts';

const defaults = {
  hidden: 200,
  latent: 0,
  dropout: 0.5,
  shown: 0.2,
  decay: 1e-4,
  kl: 0,
  anneal: 1,
  rate: 1e-3,
  batch: 128,
  epochs: 200,
  mostProducts: 6_000,
  linear: 1,
};

/**
 * MultDAE (Liang et al. 2018): a denoising autoencoder with one hidden layer. It starts at a linear one, and what it was shown counts little: it is
 * asked for what it was not.
 */
export const multDae: ModelKind = {
  name: 'mult-dae',
  neural: true,
  candidates: () => [{ epochs: defaults.epochs, hidden: defaults.hidden }],
  queries: stepDecays,
  fit: (train, settings, context) => fitAutoencoder('mult-dae', train, { ...defaults, ...settings }, context),
  restore: stored => restoreAutoencoder('mult-dae', stored),
};
