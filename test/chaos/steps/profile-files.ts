export const NOW = '2026-03-02T15:00:00.000Z';
/** What is older is purged. */
export const KEPT_FROM = '2026-01-01T00:00:00.000Z';
export const ORDERS = 'orders.db';
/** Beside the profile. */
export const BACKUP = 'copia.db';
/** No such file is there; who looks for it begins. */
export const BEGIN = 'here-the-work-begins';
/** The folder that the shop's own till reads, beside the profile. */
export const TILL = 'till';
