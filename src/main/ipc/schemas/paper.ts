import { z } from 'zod';
import { MAX_BAGS, PRINT_TROUBLES } from '../../../shared/settings/paper.ts';

export const bags = z.int().min(1).max(MAX_BAGS);
export const slipState = z.enum(['none', 'printing', 'printed', 'doubtful']);
export const printOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), isCopy: z.boolean() }),
  z.object({ kind: z.enum(['failed', 'doubtful']), why: z.enum(PRINT_TROUBLES) }),
  z.object({ kind: z.enum(['off', 'unknown']) }),
]);
