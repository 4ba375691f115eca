/** Which windows a page may ask main to open; a part of the contract between pages and main. */
export type WindowContract = {
  'window:open-counter': { arg: undefined; answer: null };
  'window:open-setup': { arg: undefined; answer: null };
  'window:open-settings': { arg: undefined; answer: null };
  'window:open-about': { arg: undefined; answer: null };
  'window:open-deliveries': { arg: undefined; answer: null };
  /** The tour for staff. Once opened it is not offered again. */
  'window:open-tour': { arg: undefined; answer: null };
  /** Something on a page could not be drawn: for the log. */
  'page:failed': { arg: { where: string; message: string }; answer: null };
  /** Answers whether the counter should offer the tour. */
  'tour:is-offered': { arg: undefined; answer: boolean };
  /** Nobody wants it: it is not offered again. */
  'tour:decline': { arg: undefined; answer: null };
};
