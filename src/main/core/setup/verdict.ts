import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { publicAddress, type TunnelProviderId } from '../../../shared/tunnel-settings.ts';

/** What a test was a test of: another address or another secret has not been tested by it. */
export type TestSubject = {
  /** `none`: it went straight to the receiver. */
  readonly provider: TunnelProviderId;
  readonly address: string | null;
  /** ISO UTC; null when there was no webhook secret. */
  readonly secretSavedAt: string | null;
};

/** What a test came to. Outlives a restart. */
export type TestVerdict = {
  /** ISO UTC. */
  readonly at: string;
  /** No light was out that should be on. */
  readonly isPassed: boolean;
  readonly subject: TestSubject;
};

type Told = Pick<SettingsView, 'settings' | 'secrets'>;

/** What a test would be a test of now. */
export function testSubject({ settings: { tunnel }, secrets }: Told): TestSubject {
  return {
    provider: tunnel.provider,
    address: publicAddress(tunnel),
    secretSavedAt: secrets['webhook-secret'].savedAt,
  };
}

/** False when something was changed since that would have to be tested anew. */
export function isStillOf({ subject }: TestVerdict, told: Told): boolean {
  const now = testSubject(told);
  return (
    subject.provider === now.provider &&
    subject.address === now.address &&
    subject.secretSavedAt === now.secretSavedAt
  );
}
