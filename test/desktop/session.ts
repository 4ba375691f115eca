import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { connectBus, type Bus } from './bus.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { startNotificationServer, type NotificationServer } from './notification-server.ts';
import { startOwnDesktop } from './own/own-desktop.ts';
import { repository } from './runtime.ts';
import { framebufferFile, saveScreen } from './screen.ts';
import { startService, type Service } from './service.ts';
import { startTrayHost, type TrayHost } from './tray-host.ts';

const KEYRING_START_LIMIT_MS = 10_000;
const BUS_CONFIG = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <servicedir>SERVICES</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export type DesktopOptions = {
  /** Width and height of the virtual screen in pixels; default 1280 × 800. */
  readonly screen?: readonly [number, number];
  /** Whether an unlocked keyring is on the bus; default yes. */
  readonly keyring?: boolean;
  /** Whether a tray is on the bus; default yes. */
  readonly tray?: boolean;
  /** Whether a sound server with one silent loudspeaker runs; default yes. */
  readonly sound?: boolean;
  /** Whether a notification service is on the bus; default yes. A string: the program that the bus starts for it. */
  readonly notifications?: boolean | string;
};

/** A whole desktop of its own: nothing of the user's is read or written. */
export type Desktop = {
  /** What a program needs in its environment to run on this desktop, and only that beside PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Its folder below the temporary one; gone after stop(). */
  readonly folder: string;
  /** The folder of the app as it is started here. */
  readonly appDir: string;
  readonly bus: Bus;
  readonly notifications: NotificationServer;
  readonly tray: TrayHost;
  readonly keyring: Keyring;
  readonly saveScreen: (file: string) => Promise<void>;
  /** Ends every program of the desktop. Stop the apps on it first: they abort when their bus dies. */
  readonly stop: () => Promise<void>;
};

/** Whether tests run on a virtual desktop, where everything can be seen and heard: on Linux, unless told otherwise. */
export const isDesktopVirtual =
  process.platform === 'linux' && process.env['MOSTRADOR_TEST_DESKTOP'] !== 'own';

/**
 * Starts a virtual screen with a window manager, a private session bus, a notification service, a tray, an unlocked
 * keyring and a sound server. All of it ends with this process. On other systems than Linux: the system's own desktop.
 */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  if (!isDesktopVirtual) return startOwnDesktop();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-desktop-'));
  // Programs of another user (see ordinary-user.ts) must reach the sockets in it.
  fs.chmodSync(folder, 0o755);
  const services: Service[] = [];
  const buses: Bus[] = [];
  const stop = async (): Promise<void> => {
    for (const bus of buses.splice(0)) bus.close();
    for (const service of services.splice(0).toReversed()) await service.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    return await assemble(folder, options, services, buses, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(
  folder: string,
  options: DesktopOptions,
  services: Service[],
  buses: Bus[],
  stop: () => Promise<void>,
): Promise<Desktop> {
  const env: Record<string, string> = homeIn(folder);
  const start = async (
    command: string,
    args: readonly string[],
    ready: (output: string) => string | null,
    input?: string,
  ): Promise<string> => {
    const service = await startService({
      command,
      args,
      env,
      logDir: folder,
      ready,
      ...(input === undefined ? {} : { input }),
    });
    services.push(service);
    return service.readiness;
  };

  env['DISPLAY'] = await startScreen(start, folder, options.screen ?? [1280, 800]);
  env['DBUS_SESSION_BUS_ADDRESS'] = await startBus(start, folder, options.notifications);
  const connect = async (): Promise<Bus> => {
    const bus = await connectBus(env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
    buses.push(bus);
    return bus;
  };
  // One connection each, as on a real desktop: a name belongs to a connection.
  const [bus, notificationBus, trayBus] = [await connect(), await connect(), await connect()];
  const notifications = await startNotificationServer(notificationBus, {
    isThere: (options.notifications ?? true) === true,
  });
  const tray = await startTrayHost(trayBus, { announced: options.tray !== false });
  const ready = (output: string): string | null => (/^ready$/m.test(output) ? 'ready' : null);
  await start('openbox', ['--sm-disable', '--startup', 'echo ready'], ready);
  let keyringPid: number | null = null;
  if (options.keyring !== false) {
    const args = [
      '--foreground',
      '--unlock',
      '--components=secrets',
      `--control-directory=${env['XDG_RUNTIME_DIR']}`,
    ];
    await start('gnome-keyring-daemon', args, () => '', 'throw-away password');
    keyringPid = services.at(-1)?.pid ?? null;
    await bus.waitForName('org.freedesktop.secrets', KEYRING_START_LIMIT_MS);
  }
  if (options.sound !== false) env['PULSE_SERVER'] = await startSound(start, folder);
  return {
    env,
    folder,
    appDir: repository,
    bus,
    notifications,
    tray,
    keyring: createKeyring(env, keyringPid),
    saveScreen: (file) => saveScreen(framebufferFile(folder), file),
    stop,
  };
}

type Start = (
  command: string,
  args: readonly string[],
  ready: (output: string) => string | null,
) => Promise<string>;

async function startScreen(
  start: Start,
  folder: string,
  [width, height]: readonly [number, number],
): Promise<string> {
  // Xvfb finds a free display number and writes it when the screen is ready.
  const args = ['-displayfd', '1', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const number = await start(
    'Xvfb',
    [...args, '-fbdir', folder],
    (output) => /^(\d+)$/m.exec(output)?.[1] ?? null,
  );
  return `:${number}`;
}

async function startBus(
  start: Start,
  folder: string,
  notifications: DesktopOptions['notifications'],
): Promise<string> {
  // Without the system's service folder, so that the bus starts no service and no agent of the user.
  const services = path.join(folder, 'bus-services');
  fs.mkdirSync(services);
  if (typeof notifications === 'string') {
    const lines = ['[D-BUS Service]', 'Name=org.freedesktop.Notifications', `Exec=${notifications}`, ''];
    fs.writeFileSync(path.join(services, 'notifications.service'), lines.join('\n'));
  }
  const config = path.join(folder, 'bus.conf');
  const socket = path.join(folder, 'bus');
  fs.writeFileSync(config, BUS_CONFIG.replace('SOCKET', socket).replace('SERVICES', services));
  const args = ['--nofork', '--print-address=1', `--config-file=${config}`];
  await start('dbus-daemon', args, (output) => /^unix:path=/m.exec(output)?.[0] ?? null);
  return `unix:path=${socket}`;
}

async function startSound(start: Start, folder: string): Promise<string> {
  const socket = path.join(folder, 'pulse');
  const modules = [
    'module-null-sink sink_name=counter rate=48000',
    `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
  ];
  const args = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'];
  const ready = (): string | null => (fs.existsSync(socket) ? socket : null);
  await start('pulseaudio', [...args, ...modules.map((module) => `--load=${module}`)], ready);
  return `unix:${socket}`;
}

function homeIn(folder: string): Record<string, string> {
  const dir = (name: string, mode = 0o755): string => {
    const created = path.join(folder, name);
    fs.mkdirSync(created, { mode });
    return created;
  };
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: dir('home'),
    XDG_RUNTIME_DIR: dir('run', 0o700),
    XDG_DATA_HOME: dir('data'),
    XDG_CONFIG_HOME: dir('config'),
    XDG_CACHE_HOME: dir('cache'),
    XDG_SESSION_TYPE: 'x11',
    // GTK would start the accessibility bus, which is not there.
    NO_AT_BRIDGE: '1',
  };
}
