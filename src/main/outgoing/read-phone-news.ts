import { z } from 'zod';
import { ALERT_KINDS } from '../../shared/orders/alert.ts';
import type { PhoneNews } from '../core/outbox/phone-plan.ts';

const schema: z.ZodType<PhoneNews> = z.object({
  about: z.enum(['unseen', 'seen', 'back', 'test']),
  kind: z.enum(ALERT_KINDS),
  codes: z.array(z.string()),
  alertIds: z.array(z.string()),
  at: z.string(),
  follows: z.string().nullable(),
});

/** Returns what a stored message to the phone is about; null when it cannot be read. */
export function readPhoneNews(body: string): PhoneNews | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    // Another version of the app wrote it.
    return null;
  }
}
