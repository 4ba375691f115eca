/** The path that the platform calls, under the public address. */
export const WEBHOOK_PATH = '/webhooks/orders';
