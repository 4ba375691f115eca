// Opens connections to a port of this computer, anew and anew: `port`, how many a second (0: as fast as it can), what each says
// (nothing: silent), and whether it takes its time over it.
import { connect, type Socket } from 'node:net';

const MANY = 1_000;
const DRIP_MS = 500;

const [port, perSecond, words = '', how] = process.argv.slice(2);
const each = Number(perSecond);

const open = (then?: () => void): Socket => {
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  socket.on('error', () => undefined);
  socket.once('connect', () => {
    if (how === 'drip') drip(socket);
    else if (words !== '') socket.write(words);
    then?.();
  });
  socket.once('close', () => {
    if (each === 0) open();
  });
  return socket;
};

/** A letter now and then, as long as somebody listens. */
function drip(socket: Socket): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(words[at++ % words.length] ?? '');
  }, DRIP_MS);
}

// The room is full before anybody else comes.
let opened = 0;
for (let count = 0; count < MANY; count += 1) {
  open(() => {
    opened += 1;
    if (opened === MANY) process.send?.('full');
  });
}
if (each > 0) setInterval(() => void open(), 1_000 / each);
