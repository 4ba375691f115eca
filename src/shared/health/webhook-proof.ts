import { z } from 'zod';

/** What was wrong with a refused call that may have come from the platform. */
const FAULTS = ['secret', 'address', 'content'] as const;
export type Fault = (typeof FAULTS)[number];

/** Evidence whether the platform calls and whether its calls are accepted. Times are ISO UTC. */
export type WebhookProof = {
  /** Key of the address, port, secret and shop that this evidence is about. */
  readonly subject: string;
  /** The last accepted call with an order of this shop. */
  readonly acceptedAt: string | null;
  /** The first refused call since then. */
  readonly refused: { readonly at: string; readonly fault: Fault } | null;
  /** Since then: an order that only polling found, although the address was reachable. */
  readonly missedAt: string | null;
  /** Since then: a call with the right secret about another shop. */
  readonly otherShopAt: string | null;
};

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const refusal = z.object({ at: time, fault: z.enum(FAULTS) });
const proofSchema: z.ZodType<WebhookProof> = z.object({
  subject: z.string(),
  acceptedAt: time.nullable(),
  refused: refusal.nullable(),
  missedAt: time.nullable(),
  otherShopAt: time.nullable(),
});

/** Returns the proof that an earlier run stored, as JSON or in the older form; null when the text is neither. */
export function readProof(stored: string): WebhookProof | null {
  try {
    return proofSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return readWords(stored);
  }
}

/** The older form: words between spaces, `-` for none; the subject comes last. */
function readWords(line: string): WebhookProof | null {
  const [acceptedAt, refusedAt, fault, missedAt, otherShopAt, ...subject] = line
    .split(' ')
    .map((word) => (word === '-' ? null : word));
  if (subject.length === 0) return null;
  return {
    subject: subject.join(' '),
    acceptedAt: time.safeParse(acceptedAt).data ?? null,
    refused: refusal.safeParse({ at: refusedAt, fault }).data ?? null,
    missedAt: time.safeParse(missedAt).data ?? null,
    otherShopAt: time.safeParse(otherShopAt).data ?? null,
  };
}
