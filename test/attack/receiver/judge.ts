import { isUtf8 } from 'node:buffer';
import { VENDOR_ID } from '../../bench/order-body.ts';
import type { Attempt } from './requests.ts';
import type { Exchange } from './wire.ts';

/** Everything that the receiver may say here, where store and secrets are there: no 5xx is among them. */
const STATUSES = [200, 400, 401, 404, 408, 413, 415, 431];

/** Returns what is wrong with an answer; null: nothing. */
export function findFault(attempt: Attempt, { statuses, fault }: Exchange): string | null {
  if (fault !== null) return fault;
  const [status] = statuses;
  const odd = statuses.find((one) => !STATUSES.includes(one));
  if (odd !== undefined) return `Answered ${String(odd)}`;
  if (attempt.framing === 'odd') {
    // Anybody may look whether somebody is there.
    const isLook = /^(?:GET|HEAD) /.test(Buffer.concat(attempt.pieces).toString('latin1'));
    return attempt.knows === false && statuses.includes(200) && !isLook
      ? 'A stranger was answered 200'
      : null;
  }
  if (statuses.length !== 1) return `One request got the answers ${statuses.join(', ')}`;
  if (attempt.knows === false && status !== 401) return `A stranger was answered ${String(status)}`;
  if (attempt.knows === true && status === 401) return 'The right secret was refused';
  if (attempt.isPlain && status !== 200) return `An ordinary order was answered ${String(status)}`;
  if (attempt.body !== null && status === 200 && readJson(attempt.body) === undefined)
    return 'What is no JSON was answered 200';
  return null;
}

/** Returns whether the order must be in the store now: as far as can be told without the product's own reading of it. */
export function mustBeStored(attempt: Attempt, { statuses }: Exchange): boolean {
  if (attempt.body === null || attempt.knows !== true || statuses[0] !== 200) return false;
  const body = readJson(attempt.body);
  const order: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
  if (typeof order !== 'object' || order === null) return false;
  const { order_id: id, client } = order as Readonly<Record<string, unknown>>;
  // With another shop's name it may be another shop's, with a job's id the answer to a job of the catalogue.
  if (id !== attempt.id || Object.hasOwn(order, 'job_id')) return false;
  const plain = { name: 'Súper del Barrio', country_code: 'uy', store_id: VENDOR_ID };
  return JSON.stringify(client) === JSON.stringify(plain);
}

/** Returns what the bytes say; undefined: they are no JSON. */
function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString().replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
