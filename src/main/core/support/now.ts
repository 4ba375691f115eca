/** Now, as ISO 8601 UTC with milliseconds. */
export type Now = () => string;
