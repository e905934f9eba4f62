import { fileURLToPath } from 'node:url';
import { openKeptFiles } from '../../models/text/kept.ts';

/**
 * Each file of tests opens a shop of its own: what the first of them learned of its examples and pages, the others read.
 * Learned anew whenever anything that it depends on has changed.
 */
export const learned = openKeptFiles(fileURLToPath(new URL('../../node_modules/.cache/counteroffer', import.meta.url)));
