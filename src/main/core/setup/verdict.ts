import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { publicAddress, type TunnelProviderId } from '../../../shared/settings/tunnel-settings.ts';

/** The address and secret that a test covers. It proves nothing about any other. */
export type TestSubject = {
  /** `none`: the webhook went straight to the receiver. */
  readonly provider: TunnelProviderId;
  readonly address: string | null;
  /** ISO UTC; null when there was no webhook secret. */
  readonly secretSavedAt: string | null;
};

/** The result of a test. It outlives a restart. */
export type TestVerdict = {
  /** ISO UTC. */
  readonly at: string;
  /** No light had failed, and orders could come. */
  readonly isPassed: boolean;
  readonly subject: TestSubject;
};

type Told = Pick<SettingsView, 'settings' | 'secrets'>;

/** Returns what a test would cover now. */
export function testSubject({ settings: { tunnel }, secrets }: Told): TestSubject {
  return {
    provider: tunnel.provider,
    address: publicAddress(tunnel),
    secretSavedAt: secrets['webhook-secret'].savedAt,
  };
}

/** Returns false when the settings or secrets changed so that a new test is needed. */
export function isStillOf({ subject }: TestVerdict, told: Told): boolean {
  const now = testSubject(told);
  return (
    subject.provider === now.provider &&
    subject.address === now.address &&
    subject.secretSavedAt === now.secretSavedAt
  );
}
