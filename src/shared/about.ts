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

/** Calls from pages to main about it; part of the contract between pages and main. */
export type AboutContract = {
  'about:read': { arg: undefined; answer: AboutInfo };
  /** Returns whether they could be opened. */
  'about:open-chromium-licences': { arg: undefined; answer: boolean };
};
