import type { TunnelStatus } from '../../src/shared/tunnel.ts';

export const TUNNEL_STOPPED: TunnelStatus = {
  state: 'stopped',
  provider: 'none',
  url: null,
  since: '2026-03-12T12:00:00.000Z',
  attempt: 0,
  nextRetryAt: null,
  lastProbe: null,
  lastInboundAt: null,
  error: null,
};
