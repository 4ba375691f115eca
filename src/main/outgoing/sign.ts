import { createHmac } from 'node:crypto';

/**
 * Returns the headers that prove who sent a message and which one it is. The time is that of the try. Source: Standard
 * Webhooks, "Webhook headers". `secret`: `whsec_` and base64.
 */
export function signedHeaders(
  { id, body, atMs }: { readonly id: string; readonly body: string; readonly atMs: number },
  secret: string,
): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}
