import { fitLinearAutoencoder } from '../linear/linear-autoencoder.ts';
import type { ModelKind } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { fitAutoencoder, restoreAutoencoder } from './autoencoder.ts';

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
  sittingHours: 0,
  ridge: 0.1,
};

/** Of a short time for a fit, what is left for choosing the linear one. */
const linearShare = 0.25;

/**
 * MultDAE (Liang et al. 2018): a denoising autoencoder with one hidden layer. It starts at a linear one, and what it was shown counts little: it is
 * asked for what it was not. Where a linear one that nothing is trained of is better on validation (linear-autoencoder.ts), that one is
 * taken: its epochs are 0.
 */
export const multDae: ModelKind = {
  name: 'mult-dae',
  neural: true,
  candidates: () => [{ epochs: defaults.epochs, hidden: defaults.hidden }],
  queries: stepDecays,
  fit: async (train, given, context) => {
    const settings = { ...defaults, ...given };
    const { validate, deadline = Number.POSITIVE_INFINITY } = context;
    if (settings.epochs === 0) return fitLinearAutoencoder('mult-dae', train, settings, context, deadline).model;
    if (validate === undefined || settings.linear === 0) return fitAutoencoder('mult-dae', train, settings, context);
    const now = performance.now();
    let most = -1;
    const trained = await fitAutoencoder('mult-dae', train, settings, {
      ...context,
      deadline: now + (deadline - now) * (1 - linearShare),
      validate: model => {
        const ndcg = validate(model);
        most = Math.max(most, ndcg);
        return ndcg;
      },
    });
    const linear = fitLinearAutoencoder('mult-dae', train, settings, context, deadline);
    return linear.ndcg > most ? linear.model : trained;
  },
  restore: stored => restoreAutoencoder('mult-dae', stored),
};
