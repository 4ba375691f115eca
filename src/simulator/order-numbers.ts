export type OrderNumbers = {
  readonly next: () => { readonly code: string; readonly externalId: string };
};

const LAST_CODE = 9999;
const FIRST_EXTERNAL_ID = 1_843_920_571;

/** Codes count up and start again after 9999; the external id never repeats. Source: docs/partner-api.md, "Order". */
export function createOrderNumbers(firstCode: number): OrderNumbers {
  let code = firstCode;
  let externalId = FIRST_EXTERNAL_ID;
  return {
    next: () => {
      const numbers = { code: String(code), externalId: String(externalId) };
      code = code >= LAST_CODE ? 1 : code + 1;
      externalId++;
      return numbers;
    },
  };
}
