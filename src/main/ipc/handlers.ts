import { registerAboutHandlers } from './about-handlers.ts';
import { registerAppHandlers } from './app-handlers.ts';
import { registerCardHandlers } from './card-handlers.ts';
import type { IpcRegistrar } from './channel.ts';
import { registerComputerHandlers } from './computer-handlers.ts';
import { registerDeliveryHandlers } from './delivery-handlers.ts';
import { registerDemoHandlers } from './demo-handlers.ts';
import { registerDiagnosticsHandlers } from './diagnostics-handlers.ts';
import { registerOrderHandlers } from './orders-handlers.ts';
import { registerSettingsHandlers } from './settings-handlers.ts';
import { registerSetupHandlers } from './setup-handlers.ts';
import { registerSoundHandlers } from './sound-handlers.ts';
import { registerTourHandlers } from './tour-handlers.ts';
import { registerTunnelHandlers } from './tunnel-handlers.ts';

/** Answers every channel of the contract, by subject. */
export function registerHandlers(
  ipc: IpcRegistrar,
  deps: {
    readonly about: Parameters<typeof registerAboutHandlers>[1];
    readonly app: Parameters<typeof registerAppHandlers>[1];
    readonly orders: Parameters<typeof registerOrderHandlers>[1];
    readonly card: Parameters<typeof registerCardHandlers>[1];
    readonly deliveries: Parameters<typeof registerDeliveryHandlers>[1];
    readonly computer: Parameters<typeof registerComputerHandlers>[1];
    readonly diagnostics: Parameters<typeof registerDiagnosticsHandlers>[1];
    readonly settings: Parameters<typeof registerSettingsHandlers>[1];
    readonly setup: Parameters<typeof registerSetupHandlers>[1];
    readonly demo: Parameters<typeof registerDemoHandlers>[1];
    readonly sound: Parameters<typeof registerSoundHandlers>[1];
    readonly tour: Parameters<typeof registerTourHandlers>[1];
    readonly tunnel: Parameters<typeof registerTunnelHandlers>[1];
  },
): void {
  registerAboutHandlers(ipc, deps.about);
  registerAppHandlers(ipc, deps.app);
  registerOrderHandlers(ipc, deps.orders);
  registerCardHandlers(ipc, deps.card);
  registerDeliveryHandlers(ipc, deps.deliveries);
  registerComputerHandlers(ipc, deps.computer);
  registerDiagnosticsHandlers(ipc, deps.diagnostics);
  registerSettingsHandlers(ipc, deps.settings);
  registerSetupHandlers(ipc, deps.setup);
  registerDemoHandlers(ipc, deps.demo);
  registerSoundHandlers(ipc, deps.sound);
  registerTourHandlers(ipc, deps.tour);
  registerTunnelHandlers(ipc, deps.tunnel);
}
