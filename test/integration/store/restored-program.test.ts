import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import {
  finishRestore,
  readBackup,
  stageRestore,
  writeBackup,
} from '../../../src/main/store/profile/profile-backup.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/settings.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { tempDir } from '../../fakes/temp-store.ts';

const { now } = createFixedClock();
const naming = (executable: string): Settings => ({
  ...DEFAULT_SETTINGS,
  tunnel: { ...DEFAULT_SETTINGS.tunnel, provider: 'cloudflared', cloudflared: { executable } },
});

test.each(['/usr/bin/cloudflared', ''])(
  'a backup names no program to start, and says which one it named; that of this computer (%o) stays',
  (own) => {
    const { dir, remove } = tempDir();
    onTestFinished(remove);
    const [backup, profileDir] = [path.join(dir, 'copia.db'), path.join(dir, 'new')];
    const { db } = openDatabase({ file: path.join(dir, 'old', 'orders.db'), now });
    writeBackup({ db, settings: naming('/tmp/malo'), now }, backup);
    db.close();
    fs.mkdirSync(profileDir);

    const place = { profileDir, now, own: naming(own) };
    expect(readBackup(place, backup)).toMatchObject({
      ok: true,
      value: { settings: naming(own), program: '/tmp/malo' },
    });
    expect(stageRestore(place, backup).ok).toBe(true);
    finishRestore({ profileDir, now });
    const settings = fs.readFileSync(path.join(profileDir, 'settings.json'), 'utf8');
    expect(JSON.parse(settings)).toMatchObject({ tunnel: { cloudflared: { executable: own } } });
    expect(settings).not.toContain('malo');
  },
);
