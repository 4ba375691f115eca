import { z } from 'zod';
import { TUNNEL_ERROR_CODES } from '../../shared/tunnel.ts';

/** What the app asks of the process that runs ngrok's client. The only way the token takes. */
export const ngrokOrderSchema = z.object({
  token: z.string(),
  domain: z.string(),
  /** The receiver's port on this computer. */
  port: z.int(),
  /** Another place than ngrok's own to connect to, with its certificate authority (PEM). */
  ingress: z.object({ address: z.string(), ca: z.string() }).nullable(),
});
export type NgrokOrder = z.infer<typeof ngrokOrderSchema>;

const error = z.object({ code: z.enum(TUNNEL_ERROR_CODES), detail: z.string().nullable() });
/** What that process tells: the events of one connection, and lines for the log, without the token. */
export const ngrokNewsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('up') }),
  z.object({ type: z.literal('url'), url: z.string() }),
  z.object({ type: z.literal('down'), error }),
  z.object({ type: z.literal('fatal'), error }),
  z.object({ type: z.literal('log'), line: z.string() }),
]);
export type NgrokNews = z.infer<typeof ngrokNewsSchema>;
