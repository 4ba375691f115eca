/** What the *Acerca de* window shows. */
export type AboutInfo = {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Every dependency whose code is shipped, by name. */
  readonly licences: readonly ShippedLicence[];
  /** Whether the file with Chromium's licences exists. */
  readonly hasChromiumLicences: boolean;
};

export type ShippedLicence = {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** The whole text. */
  readonly text: string;
};
