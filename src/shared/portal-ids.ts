const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/**
 * The chain id in what was pasted: the id itself, the address of the portal's page, or a client id.
 * Anything else comes back trimmed. Source: docs/partner-api.md, "What the shop does in the portal".
 */
export function chainIdIn(pasted: string): string {
  return UUID.exec(pasted)?.[0].toLowerCase() ?? pasted.trim();
}

/** Returns true when the text contains a chain id. */
export function holdsChainId(pasted: string): boolean {
  return UUID.test(pasted);
}
