const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Returns whether the host of a URL (`new URL(…).hostname`) is this computer. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** The path that the platform calls, under the public address. */
export const WEBHOOK_PATH = '/webhooks/orders';
