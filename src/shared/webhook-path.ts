/** Where the platform calls, behind the public address. */
export const WEBHOOK_PATH = '/webhooks/orders';
