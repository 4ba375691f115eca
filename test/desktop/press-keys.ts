import { once } from 'node:events';
import net from 'node:net';

// Requests of the X protocol and of its XTEST extension, which presses keys as a keyboard does: also those that a program
// has asked for itself. Sources: "X Window System Protocol", "X Test Extension Protocol".
const QUERY_EXTENSION = 98;
const GET_INPUT_FOCUS = 43;
const FAKE_INPUT = 2;
const [KEY_PRESS, KEY_RELEASE] = [2, 3];
const REPLY_BYTES = 32;

/** Key codes of a usual keyboard on Linux. */
export const KEY = { ctrl: 37, alt: 64, shift: 50, m: 58, n: 57 } as const;

/** Presses these keys together on a virtual screen, the last one last, and lets them go in turn. */
export async function pressKeys(display: string, keys: readonly number[]): Promise<void> {
  const socket = net.connect(`/tmp/.X11-unix/X${/^:(\d+)/.exec(display)?.[1] ?? ''}`);
  try {
    const read = reader(socket);
    // Least byte first, protocol 11.0, no authorization.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const head = await read(8);
    if (head[0] !== 1) throw new Error('The X server refuses this program.');
    await read(head.readUInt16LE(6) * 4);
    const name = Buffer.from('XTEST\0\0\0');
    socket.write(Buffer.concat([Buffer.from([QUERY_EXTENSION, 0, 4, 0, 5, 0, 0, 0]), name]));
    const extension = (await read(REPLY_BYTES))[9] ?? 0;
    const input = (type: number, key: number): Buffer => {
      const request = Buffer.alloc(36);
      request.set([extension, FAKE_INPUT, request.length / 4, 0, type, key]);
      return request;
    };
    for (const key of keys) socket.write(input(KEY_PRESS, key));
    for (const key of keys.toReversed()) socket.write(input(KEY_RELEASE, key));
    // Its answer comes after all of that is done.
    socket.write(Buffer.from([GET_INPUT_FOCUS, 0, 1, 0]));
    await read(REPLY_BYTES);
  } finally {
    socket.destroy();
  }
}

function reader(socket: net.Socket): (bytes: number) => Promise<Buffer> {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
  });
  return async (bytes) => {
    while (rest.length < bytes) await once(socket, 'data');
    const taken = rest.subarray(0, bytes);
    rest = rest.subarray(bytes);
    return taken;
  };
}
