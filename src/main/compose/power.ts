import type { EmitApp } from '../events.ts';
import { createPower, type Power } from '../shell/power.ts';

/** Returns the watch over the computer's sleep and network, and the app's pulse, as events. */
export function composePower({ emit }: { readonly emit: EmitApp }): Power {
  return createPower({
    onSuspend: () => emit('suspended', null),
    onResume: () => emit('resumed', null),
    onNetwork: () => emit('network-back', null),
    onTick: () => emit('tick', null),
    onMinute: () => emit('minute', null),
  });
}
