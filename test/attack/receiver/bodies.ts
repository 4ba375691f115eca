import { orderBody } from '../../bench/order-body.ts';
import type { Random } from '../../../src/simulator/orders/random.ts';

export type Body = { readonly bytes: Buffer; readonly what: string };

/** An ordinary order; `id` stands wherever something of it is kept. */
export function plainBody(id: string, code: number): Body {
  return { bytes: Buffer.from(JSON.stringify(plainOrder(id, code))), what: 'plain' };
}

/** The order with some of its values, names and lists changed: all of it can be written down as JSON, if barely. */
export function oddStructure(random: Random, id: string, code: number): Body {
  const order = plainOrder(id, code);
  const what: string[] = [];
  for (let count = random.between(1, 4); count > 0; count -= 1) what.push(change(order, random));
  const raws: string[] = [];
  // What JavaScript cannot hold, or would write otherwise, is put in as text.
  const text = JSON.stringify(
    random.chance(0.2) ? wrap(order, random, what) : order,
    (_key, value: unknown) => {
      if (!(value instanceof RawJson)) return value;
      raws.push(value.text);
      return `\u0000raw ${String(raws.length - 1)}`;
    },
  );
  const whole = text.replace(/"\\u0000raw (\d+)"/g, (_all, at: string) => raws[Number(at)] ?? 'null');
  return { bytes: Buffer.from(whole), what: what.join(', ') };
}

/** The order with some bytes changed, cut, doubled, or in another encoding. */
export function oddBytes(random: Random, id: string, code: number): Body {
  const plain = Buffer.from(JSON.stringify(plainOrder(id, code)));
  const at = random.between(0, plain.length - 1);
  const [head, tail] = [plain.subarray(0, at), plain.subarray(at)];
  const kind = random.pick([
    'flip',
    'cut',
    'insert',
    'drop',
    'double',
    'bom',
    'utf16',
    'noise',
    'behind',
  ] as const);
  const bytes = {
    flip: () =>
      Buffer.from(plain.map((byte) => (random.chance(0.003) ? byte ^ (1 << random.between(0, 7)) : byte))),
    cut: () => head,
    insert: () => Buffer.concat([head, noise(random, random.between(1, 8)), tail]),
    drop: () => Buffer.concat([head, tail.subarray(random.between(1, 40))]),
    double: () => Buffer.concat([plain, plain]),
    bom: () => Buffer.concat([Buffer.from('\uFEFF'.repeat(random.between(1, 2))), plain]),
    utf16: () => Buffer.from(`\uFEFF${plain.toString()}`, 'utf16le'),
    noise: () => noise(random, random.between(0, 300)),
    behind: () =>
      Buffer.concat([plain, Buffer.from(random.pick([' ', '\n\n', '\0', ',', '}', ']', '//', '0']))]),
  }[kind]();
  return { bytes, what: `bytes: ${kind}` };
}

function plainOrder(id: string, code: number): Record<string, unknown> {
  const order = JSON.parse(orderBody(code, { id })) as Record<string, unknown>;
  return { ...order, comment: id };
}

class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const NAMES: readonly [string, ...string[]] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  '',
  '\uD800',
  'order_id',
  'ORDER_ID',
  'mostrador_test',
  'job_id',
  'data',
];

function oddValue(random: Random): unknown {
  const depth = random.between(1, 90);
  return random.pick<() => unknown>([
    () => null,
    () => true,
    () => '',
    () => [],
    () => ({}),
    () => -1,
    () => 0.1,
    () => '0',
    () => [null, [], [[]]],
    () => 'x'.repeat(random.between(1, 20_000)),
    () => '\uD800',
    () => '\uDC00\uD800',
    () => '\0\u0007\u001b[31m',
    () => '\uFEFF\u202Eabc\u2066',
    () => '<img src=x onerror=alert(1)>',
    () => '=HYPERLINK("http://x")',
    () => '9'.repeat(400),
    () => '2099-12-31T23:59:59.999Z',
    () => '0000-00-00T00:00:00Z',
    () => '+275760-09-13T00:00:00.001Z',
    () => ({ [random.pick(NAMES)]: { [random.pick(NAMES)]: random.pick(NAMES) } }),
    () => new RawJson('1e999'),
    () => new RawJson('-0'),
    () => new RawJson('1e-999'),
    () => new RawJson('-1e308'),
    () => new RawJson('9'.repeat(random.between(16, 900))),
    () => new RawJson(`0.${'3'.repeat(random.between(16, 900))}`),
    () => new RawJson('{"__proto__":{"status":"CANCELLED"},"__proto__":[]}'),
    () => new RawJson('{"a":1,"a":2,"a":{}}'),
    () => new RawJson('NaN'),
    () => new RawJson('"\\ud83d\\ud800\\u0000"'),
    () => new RawJson('['.repeat(depth) + ']'.repeat(depth)),
    () => new RawJson(`${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`),
  ])();
}

/** Changes one place of the tree; returns what was done. */
function change(root: Record<string, unknown>, random: Random): string {
  let holder: unknown = root;
  let path = '';
  for (;;) {
    const keys = Object.keys(holder as object);
    const key = keys[random.between(0, Math.max(0, keys.length - 1))];
    if (key === undefined) return 'nothing';
    const inner: unknown = Reflect.get(holder as object, key);
    path += `/${key}`;
    if (typeof inner === 'object' && inner !== null && !(inner instanceof RawJson) && random.chance(0.6)) {
      holder = inner;
      continue;
    }
    return changeAt(holder as object, key, inner, random) + path;
  }
}

function changeAt(holder: object, key: string, inner: unknown, random: Random): string {
  const put = (name: string, value: unknown): void =>
    void Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  const kind = random.pick(['value', 'value', 'value', 'drop', 'name', 'beside', 'many']);
  if (kind === 'value') put(key, oddValue(random));
  else if (kind === 'drop') Reflect.deleteProperty(holder, key);
  else if (kind === 'many')
    put(
      key,
      Array.from({ length: random.between(0, 60) }, () => inner),
    );
  else if (Array.isArray(holder)) holder.push(oddValue(random));
  else if (kind === 'name') {
    Reflect.deleteProperty(holder, key);
    put(random.chance(0.5) ? random.pick(NAMES) : key.toUpperCase(), inner);
  } else put(random.pick(NAMES), oddValue(random));
  return `${kind} `;
}

function wrap(order: unknown, random: Random, what: string[]): unknown {
  const how = random.pick(['list', 'twice', 'envelope', 'text', 'deep', 'bare'] as const);
  what.push(how);
  const name = random.pick(NAMES);
  return {
    list: () => [order],
    twice: () => [order, order, null],
    envelope: () => ({ [name]: order }),
    text: () => ({ data: JSON.stringify(order) }),
    deep: () => [[[{ data: { payload: [order] } }]]],
    bare: () => oddValue(random),
  }[how]();
}

function noise(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.between(0, 255)));
}
