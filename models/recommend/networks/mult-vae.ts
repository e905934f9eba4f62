import type { ModelKind } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { fitAutoencoder, restoreAutoencoder } from './autoencoder.ts';

const defaults = {
  hidden: 400,
  latent: 128,
  dropout: 0.5,
  shown: 1,
  decay: 1e-4,
  kl: 0.2,
  anneal: 40,
  rate: 1e-3,
  batch: 128,
  epochs: 200,
  mostProducts: 6_000,
  linear: 0,
};

/** MultVAE (Liang et al. 2018): a variational autoencoder whose KL term grows to a part of its weight. */
export const multVae: ModelKind = {
  name: 'mult-vae',
  neural: true,
  candidates: () => [{ epochs: defaults.epochs, hidden: defaults.hidden, latent: defaults.latent }],
  queries: stepDecays,
  fit: (train, settings, context) => fitAutoencoder('mult-vae', train, { ...defaults, ...settings }, context),
  restore: stored => restoreAutoencoder('mult-vae', stored),
};
