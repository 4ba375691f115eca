/** Control characters would be commands to a printer; the others of the class are invisible on paper. */
const NOT_PRINTED = /[\p{C}\s]+/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Seven to fifteen digits, in groups or not. */
const PHONE = /(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?!\w)/g;
const HIDDEN = '***';

/** Returns a text in one line, without characters that a printer would take for commands. */
export function plainText(text: string): string {
  return text.replace(NOT_PRINTED, ' ').trim();
}

/** Returns a customer's words without telephone numbers and mail addresses: slips lie about and are thrown away. */
export function withoutContacts(text: string): string {
  return text.replace(MAIL, HIDDEN).replace(PHONE, HIDDEN);
}
