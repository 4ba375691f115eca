/** The user that stands beside the secret when the portal wants basic authentication. */
const USER = 'mostrador';

/**
 * What `Authorization` holds when the secret is given to the portal as the password of a user.
 * Source: docs/partner-api.md, "Webhook".
 */
export function basicSecret(secret: string): string {
  const bytes = new TextEncoder().encode(`${USER}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
