import { SECRET_NAMES } from '../../shared/settings/settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import { createSupportReports, type SupportReports } from '../core/health/reports.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { createHealthRecorder, type HealthRecorder } from '../core/health/recorder.ts';
import { readLogTail, type Log } from '../log.ts';
import type { ReadSecrets } from '../secrets.ts';
import type { Redactor } from '../redact.ts';
import { logIn, writePrivate, saveFile } from '../shell/files.ts';
import { ownPlaces, ownVersion, readVersions } from '../shell/updates/versions.ts';
import { createHealthHistory } from '../store/profile/health-history.ts';
import { zipTexts } from '../store/profile/zip.ts';
import type { Storage } from './resilient-storage.ts';

const MAX_LOG_BYTES = 256 * 1024;
const MAX_DELIVERIES = 1_000;

/** Returns the health history, and the report made from it and from everything else that helps to find a fault. */
export function composeDiagnostics(deps: {
  readonly profileDir: string;
  readonly config: Pick<Config, 'isRevived'>;
  readonly storage: Pick<Storage, 'settings' | 'vault' | 'deliveries' | 'storeFacts' | 'now'>;
  readonly texts: () => Texts;
  readonly secrets: Pick<ReadSecrets, 'one'>;
  readonly redactor: Redactor;
  readonly health: Pick<HealthBoard, 'read'>;
  readonly log: Log;
}): SupportReports &
  Pick<HealthRecorder, 'follow'> & {
    readonly start: () => void;
    readonly stop: () => void;
  } {
  const { profileDir, storage, log, texts } = deps;
  const history = createHealthHistory({ profileDir, log });
  const recorder = createHealthRecorder({ add: history.add, now: storage.now });
  const logFile = (name: string): string => readLogTail(logIn(profileDir, name), MAX_LOG_BYTES);
  const reports = createSupportReports({
    gather: async () => {
      // Once a secret is read, the redactor knows it: the report can hold none of them.
      for (const name of SECRET_NAMES) await deps.secrets.one(name);
      const statuses = await storage.vault.statuses();
      return {
        madeAt: storage.now(),
        versions: readVersions(),
        settings: storage.settings.read(),
        secrets: statuses.ok ? statuses.value : null,
        health: deps.health.read(),
        history: history.read(),
        ownPlaces: ownPlaces(profileDir),
      };
    },
    fromDisk: {
      deliveries: () => storage.deliveries.recent(MAX_DELIVERIES),
      database: storage.storeFacts.read,
      log: () => logFile('main.log'),
      oldLog: () => logFile('main.old.log'),
      customers: storage.storeFacts.customers,
    },
    hideSecrets: deps.redactor.redact,
    texts,
    saveFile: ({ files, madeAt }) => {
      const { fileName, fileType, save } = texts().diagnostics;
      return saveFile({
        ask: { title: save, kind: fileType, extension: 'zip', name: fileName(madeAt.slice(0, 10)) },
        write: (file) => writePrivate(file, zipTexts(files)),
        log,
      });
    },
    log,
  });

  return {
    follow: recorder.follow,
    start: () => {
      log.info(`Mostrador ${ownVersion()} starts (${process.platform} ${process.arch})`);
      recorder.start(ownVersion(), deps.config.isRevived);
    },
    stop: () => recorder.stop(ownVersion()),
    make: reports.make,
    save: reports.save,
  };
}
