// Opens silent connections to a port of this computer, anew and anew: `port`, and how many a second (0: as fast as it can).
import { connect, type Socket } from 'node:net';

const [port, perSecond, words = ''] = process.argv.slice(2);
const each = Number(perSecond);

const open = (then?: () => void): Socket => {
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  socket.on('error', () => undefined);
  socket.once('connect', () => {
    if (words !== '') socket.write(words);
    then?.();
  });
  socket.once('close', () => {
    if (each === 0) open();
  });
  return socket;
};

// The room is full before anybody else comes.
let opened = 0;
for (let count = 0; count < 600; count += 1) {
  open(() => {
    opened += 1;
    if (opened === 600) process.send?.('full');
  });
}
if (each > 0) setInterval(() => void open(), 1_000 / each);
