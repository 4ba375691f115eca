import { assertNever } from '../../../shared/result.ts';

/** The parts of a D-Bus message that the app needs. Source: D-Bus Specification, "Message Protocol". */
export type BusMessage = {
  readonly kind: 'call' | 'answer' | 'error' | 'signal';
  /** Serial of the call that this replies to; null: it is no reply. */
  readonly answers: number | null;
  readonly member: string | null;
  readonly body: Buffer;
  /** The numbers and strings at the beginning of the body. */
  readonly values: readonly (number | string)[];
};

/** A value of a dictionary. `image`: an icon in the format of the Desktop Notifications Specification. */
export type BusVariant =
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'yes' }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'image'; readonly size: number; readonly rgba: Buffer };

/** An argument of a call. */
export type BusArg =
  | string
  | { readonly type: 'count'; readonly value: number }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'texts'; readonly value: readonly string[] }
  | { readonly type: 'dictionary'; readonly value: readonly (readonly [string, BusVariant])[] };

export type BusCall = {
  /** Counts from 1. */
  readonly serial: number;
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly args: readonly BusArg[];
  /** Whether the bus may start the program that is called. */
  readonly mayStart?: boolean;
};

const LITTLE_ENDIAN = 'l'.charCodeAt(0);
const CALL = 1;
const MAY_START = 0;
/** A message must not start the program that it is sent to. */
const NO_AUTO_START = 2;
const VERSION = 1;
const HEADER_BYTES = 16;
const FIELD = { path: 1, interface: 2, member: 3, answers: 5, destination: 6, signature: 8 } as const;
const KINDS = [null, 'call', 'answer', 'error', 'signal'] as const;

/** Returns the bytes of a call. */
export function encodeCall(call: BusCall): Buffer {
  const args = call.args.map(encodeArg);
  const body = join(args.flatMap(({ parts }) => parts));
  const signature = args.map(({ type }) => type).join('');
  const fields = join([
    { align: 8, bytes: field(FIELD.path, 'o', text(call.path)) },
    { align: 8, bytes: field(FIELD.interface, 's', text(call.interface)) },
    { align: 8, bytes: field(FIELD.member, 's', text(call.member)) },
    { align: 8, bytes: field(FIELD.destination, 's', text(call.destination)) },
    ...(signature === '' ? [] : [{ align: 8, bytes: field(FIELD.signature, 'g', shortText(signature)) }]),
  ]);
  return join([
    {
      align: 1,
      bytes: Buffer.from([LITTLE_ENDIAN, CALL, call.mayStart === true ? MAY_START : NO_AUTO_START, VERSION]),
    },
    { align: 4, bytes: number(body.length) },
    { align: 4, bytes: number(call.serial) },
    { align: 4, bytes: number(fields.length) },
    { align: 8, bytes: fields },
    { align: 8, bytes: body },
  ]);
}

/** Returns the complete messages at the beginning of `bytes`, and the bytes after them. Throws when they are invalid. */
export function readMessages(bytes: Buffer): {
  readonly messages: readonly BusMessage[];
  readonly rest: Buffer;
} {
  const messages: BusMessage[] = [];
  let rest = bytes;
  while (rest.length >= HEADER_BYTES) {
    const read = reader(rest);
    const bodyBytes = read(4);
    const fieldsEnd = HEADER_BYTES + read(12);
    const bodyStart = aligned(fieldsEnd, 8);
    if (rest.length < bodyStart + bodyBytes) break;
    const kind = KINDS[rest.readUInt8(1)] ?? null;
    const { answers, member, signature } = readFields(rest, fieldsEnd, read);
    const body = rest.subarray(bodyStart, bodyStart + bodyBytes);
    const values = readValues(body, signature, rest);
    // The specification says to ignore unknown kinds.
    if (kind !== null) messages.push({ kind, answers, member, body, values });
    rest = rest.subarray(bodyStart + bodyBytes);
  }
  return { messages, rest };
}

/** Returns whether the body is a variant that holds the boolean true. */
export function isYes(body: Buffer): boolean {
  return body.toString('latin1', 1, 2) === 'b' && body.subarray(4, 8).some((byte) => byte !== 0);
}

function readFields(
  bytes: Buffer,
  end: number,
  read: (at: number) => number,
): Pick<BusMessage, 'answers' | 'member'> & { readonly signature: string } {
  let signature = '';
  let answers: number | null = null;
  let member: string | null = null;
  for (let at = HEADER_BYTES; at < end; at = aligned(at, 8)) {
    const code = bytes.readUInt8(at);
    const type = bytes.toString('latin1', at + 2, at + 2 + bytes.readUInt8(at + 1));
    at += 3 + type.length;
    if (type === 'g') {
      const length = bytes.readUInt8(at);
      if (code === FIELD.signature) signature = bytes.toString('latin1', at + 1, at + 1 + length);
      at += 2 + length;
      continue;
    }
    at = aligned(at, 4);
    const value = read(at);
    at += 4;
    if (type === 'u') {
      if (code === FIELD.answers) answers = value;
      continue;
    }
    if (type !== 's' && type !== 'o') throw new Error(`A field of type ${type}`);
    if (code === FIELD.member) member = bytes.toString('utf8', at, at + value);
    at += value + 1;
  }
  return { answers, member, signature };
}

/** Reads values up to the first one of another type. `whole`: the message, which states its byte order. */
function readValues(body: Buffer, signature: string, whole: Buffer): readonly (number | string)[] {
  const isLittle = whole.readUInt8(0) === LITTLE_ENDIAN;
  const values: (number | string)[] = [];
  let at = 0;
  for (const type of signature) {
    if (type !== 'u' && type !== 's') break;
    at = aligned(at, 4);
    const value = isLittle ? body.readUInt32LE(at) : body.readUInt32BE(at);
    at += 4;
    values.push(type === 'u' ? value : body.toString('utf8', at, at + value));
    if (type === 's') at += value + 1;
  }
  return values;
}

/** Returns a function that reads a number in the byte order of the message. */
function reader(bytes: Buffer): (at: number) => number {
  const isLittle = bytes.readUInt8(0) === LITTLE_ENDIAN;
  return (at) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
}

type Part = { readonly align: number; readonly bytes: Buffer };

function encodeArg(arg: BusArg): { readonly type: string; readonly parts: readonly Part[] } {
  if (typeof arg === 'string') return { type: 's', parts: [{ align: 4, bytes: text(arg) }] };
  switch (arg.type) {
    case 'count':
      return { type: 'u', parts: [{ align: 4, bytes: number(arg.value) }] };
    case 'integer':
      return { type: 'i', parts: [{ align: 4, bytes: number(arg.value) }] };
    case 'texts': {
      const all = join(arg.value.map((one) => ({ align: 4, bytes: text(one) })));
      return { type: 'as', parts: array(all, 4) };
    }
    case 'dictionary': {
      const all = join(arg.value.map(([key, variant]) => ({ align: 8, bytes: entry(key, variant) })));
      return { type: 'a{sv}', parts: array(all, 8) };
    }
    default:
      return assertNever(arg);
  }
}

/** The length does not count the padding before the first element. */
function array(elements: Buffer, align: number): readonly Part[] {
  return [
    { align: 4, bytes: number(elements.length) },
    { align, bytes: elements },
  ];
}

function entry(key: string, variant: BusVariant): Buffer {
  const { type, align, bytes } = encodeVariant(variant);
  return join([
    { align: 4, bytes: text(key) },
    { align: 1, bytes: shortText(type) },
    { align, bytes },
  ]);
}

function encodeVariant(variant: BusVariant): Part & { readonly type: string } {
  switch (variant.type) {
    case 'byte':
      return { type: 'y', align: 1, bytes: Buffer.from([variant.value]) };
    case 'yes':
      return { type: 'b', align: 4, bytes: number(1) };
    case 'text':
      return { type: 's', align: 4, bytes: text(variant.value) };
    case 'image': {
      const { size, rgba } = variant;
      // Width, height, bytes a row, has alpha, bits of a sample, samples of a pixel.
      const head = [size, size, size * 4, 1, 8, 4].map((value) => ({ align: 4, bytes: number(value) }));
      return { type: '(iiibiiay)', align: 8, bytes: join([...head, ...array(rgba, 1)]) };
    }
    default:
      return assertNever(variant);
  }
}

function join(parts: readonly Part[]): Buffer {
  return parts.reduce(
    (before, { align, bytes }) =>
      Buffer.concat([before, Buffer.alloc(aligned(before.length, align) - before.length), bytes]),
    Buffer.alloc(0),
  );
}

function field(code: number, type: string, value: Buffer): Buffer {
  return join([
    { align: 1, bytes: Buffer.from([code]) },
    { align: 1, bytes: shortText(type) },
    { align: type === 'g' ? 1 : 4, bytes: value },
  ]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(`${value}\0`)]);
}

function shortText(value: string): Buffer {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(`${value}\0`)]);
}

function aligned(at: number, to: number): number {
  return Math.ceil(at / to) * to;
}
