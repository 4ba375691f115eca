/** How much a sender may ask of the receiver. Times in milliseconds. */
export type WebhookLimits = {
  /** From the connection, or from the first byte of a further request, to the end of the headers. */
  readonly headersMs: number;
  /** From the end of the headers to the last byte of the body. */
  readonly bodyMs: number;
  /** The whole request. */
  readonly requestMs: number;
  /** How long an idle connection is kept for the next request. */
  readonly keepAliveMs: number;
  /** How often the times above are looked at. */
  readonly checkEveryMs: number;
  /** Of those that have not shown the right secret. */
  readonly maxConnections: number;
  /** How long each may take to show it while there are more than that, and up to how many. */
  readonly graceMs: number;
  readonly hardMaxConnections: number;
  /** So many wrong secrets in a minute are answered at once, the further ones after so long. */
  readonly freeGuesses: number;
  readonly guessMs: number;
  readonly maxBodyBytes: number;
  /** Arrays and objects inside each other; an order has 6. */
  readonly maxDepth: number;
  /** How long requests under way may take to finish when the receiver stops. */
  readonly stopMs: number;
  /** How long, and how many bytes of, a refused body are passed over before the connection closes. */
  readonly lingerMs: number;
  readonly lingerBytes: number;
};

export const DEFAULT_LIMITS: WebhookLimits = {
  headersMs: 5_000,
  bodyMs: 10_000,
  requestMs: 15_000,
  // Longer than the 90 s for which tunnel clients keep theirs: the side that sends must be the one that closes.
  keepAliveMs: 95_000,
  // Each look wakes the computer, also when nobody is connected.
  checkEveryMs: 10_000,
  maxConnections: 256,
  graceMs: 100,
  hardMaxConnections: 512,
  freeGuesses: 60,
  guessMs: 100,
  maxBodyBytes: 1024 * 1024,
  maxDepth: 64,
  stopMs: 5_000,
  lingerMs: 500,
  lingerBytes: 64 * 1024,
};
