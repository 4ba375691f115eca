const MAX_NAME_CHARS = 40;
const MASKED_PHONE = /^[+\d\s().*xX•-]*[*xX•][+\d\s().*xX•-]*$/;
const MAX_SHOWN_DIGITS = 7;
const KEPT_DIGITS = 3;

/** The first word of a name: all that the counter needs to call out. */
export function toFirstName(name: string | null): string | null {
  const first = (name ?? '').trim().split(/\s+/)[0] ?? '';
  return first === '' ? null : first.slice(0, MAX_NAME_CHARS);
}

/** A phone number of which only the end can be read. One that the platform masked already stays as it came. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/\D/g, '');
  if (MASKED_PHONE.test(phone) && digits.length <= MAX_SHOWN_DIGITS) return phone;
  if (digits === '') return null;
  return digits.length > KEPT_DIGITS * 2 ? `***${digits.slice(-KEPT_DIGITS)}` : '***';
}
