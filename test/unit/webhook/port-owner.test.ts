import { describe, expect, it } from 'vitest';
import {
  findPortOwner,
  parseListeningInodes,
  parseLsof,
  parseNetstat,
  parseTasklist,
} from '../../../src/main/webhook/port-owner.ts';

const PROC_NET_TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:129D 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 48213 1 0000000000000000 100 0 0 10 0
   1: 0100007F:129D 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 48999 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11111 1 0000000000000000 100 0 0 10 0
`;

const NETSTAT_ES = `
Conexiones activas

  Proto  Dirección local        Dirección remota       Estado           PID
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING        1044
  TCP    127.0.0.1:4765         127.0.0.1:50123        ESTABLISHED      7001
  TCP    127.0.0.1:4765         0.0.0.0:0              ESCUCHANDO       5120
  TCP    [::]:8080              [::]:0                 ESCUCHANDO       6200
`;

describe('parseListeningInodes', () => {
  it('finds the listening socket of the port and not its connections', () => {
    expect(parseListeningInodes(PROC_NET_TCP, 4765)).toEqual(['48213']);
    expect(parseListeningInodes(PROC_NET_TCP, 80)).toEqual(['11111']);
    expect(parseListeningInodes(PROC_NET_TCP, 4766)).toEqual([]);
    expect(parseListeningInodes('', 4765)).toEqual([]);
  });
});

describe('parseNetstat', () => {
  it('finds the listener in any language, on IPv4 and IPv6', () => {
    expect(parseNetstat(NETSTAT_ES, 4765)).toBe('5120');
    expect(parseNetstat(NETSTAT_ES.replaceAll('\n', '\r\n'), 8080)).toBe('6200');
  });

  it('finds nothing for a port that nobody listens on', () => {
    expect(parseNetstat(NETSTAT_ES, 765)).toBeNull();
    expect(parseNetstat('', 4765)).toBeNull();
  });
});

describe('parseTasklist', () => {
  it('reads the program name and nothing from the message that there is none', () => {
    expect(parseTasklist('"POS Caja.exe","5120","Console","1","48,312 K"\r\n')).toBe('POS Caja.exe');
    expect(parseTasklist('INFO: No tasks are running which match the specified criteria.')).toBeNull();
  });
});

describe('parseLsof', () => {
  it('reads the program name', () => {
    expect(parseLsof('p4120\ncPython\nf5\n')).toBe('Python');
    expect(parseLsof('')).toBeNull();
  });
});

describe('findPortOwner', () => {
  it('asks netstat and then tasklist on Windows', async () => {
    const asked: string[] = [];
    const owner = await findPortOwner(4765, 'win32', (file, args) => {
      asked.push([file, ...args].join(' '));
      return Promise.resolve(
        file.endsWith('netstat.exe') ? NETSTAT_ES : '"caja.exe","5120","Console","1","4 K"',
      );
    });
    expect(owner).toBe('caja.exe');
    expect(asked).toEqual([
      'C:\\Windows\\System32\\netstat.exe -ano -p TCP',
      'C:\\Windows\\System32\\tasklist.exe /FI PID eq 5120 /FO CSV /NH',
    ]);
  });

  it('asks lsof on macOS', async () => {
    expect(await findPortOwner(4765, 'darwin', () => Promise.resolve('p1\ncControlCe\n'))).toBe('ControlCe');
  });

  it('knows nothing when the tool fails or the system is another', async () => {
    expect(await findPortOwner(4765, 'darwin', () => Promise.reject(new Error('no lsof')))).toBeNull();
    expect(await findPortOwner(4765, 'freebsd')).toBeNull();
  });
});
