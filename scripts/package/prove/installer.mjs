// Proves what Mostrador adds to electron-builder's Windows installer, without Windows: assets/installer.nsh is compiled
// by makensis into the least installer that uses it, and that one is run under wine. What wine cannot show is said.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasProgram } from '../../prepare/command.mjs';
import { inRoot } from '../../prepare/paths.mjs';
import { Obstacle, runScript } from '../../prepare/progress.mjs';
import { metaOf } from '../../../src/main/store/settings/secret-rules.ts';
import { APP_ID, TOAST_ACTIVATOR_CLSID } from '../../../src/shared/app-identity.ts';
import { SECRET_NAMES } from '../../../src/shared/settings/settings.ts';
import { holds } from './proof.ts';
import { answerQuestions } from './answer-questions.mjs';
import { createWine } from './wine.mjs';

const NEEDED = new Map([
  ['makensis', 'nsis'],
  ['wine', 'wine wine64'],
  ['Xvfb', 'xvfb'],
  ['xdotool', 'xdotool'],
]);
const UNINSTALL_KEY = `Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${APP_ID}`;
const RUN_KEY = 'Software\\Microsoft\\Windows\\CurrentVersion\\Run';
const APPROVED_KEY = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run';
const TOAST_KEY = `Software\\Classes\\CLSID\\${TOAST_ACTIVATOR_CLSID}`;
const CREDENTIALS_KEY = 'Software\\Wine\\Credential Manager';
/** Everything that the app may have in the credential manager, as keytar names it: service/account. */
const SECRETS = ['Mostrador', 'Mostrador Demo'].flatMap((service) =>
  SECRET_NAMES.flatMap((name) => [`${service}/${name}`, `${service}/${metaOf(name)}`]),
);
const GONE_LIMIT_MS = 30_000;

await runScript(async () => {
  const missing = [...NEEDED].filter(([program]) => !hasProgram(program)).map(([, name]) => name);
  if (missing.length > 0)
    throw new Obstacle(`Needed on Debian: apt-get install --no-install-recommends ${missing.join(' ')}`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-installer-'));
  const wine = createWine(folder);
  try {
    await prove(wine, compile(folder));
  } finally {
    wine.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    '  – not shown here: that Windows finds both ids in the shortcuts (wine keeps no shortcut properties), and the\n' +
      '    standard installer around it (its plug-ins come from GitHub). The release pipeline proves both on Windows.',
  );
  return 0;
});

/** @param {ReturnType<typeof createWine>} wine @param {string} setup */
async function prove(wine, setup) {
  const program = path.join(wine.local, 'Programs/Mostrador');
  const data = path.join(wine.roaming, 'Mostrador');
  const links = [
    path.join(wine.roaming, 'Microsoft/Windows/Start Menu/Programs/Mostrador.lnk'),
    path.join(wine.desktop, 'Mostrador.lnk'),
  ];
  const secrets = () => wine.registry(CREDENTIALS_KEY).match(/^HKEY.*Generic: (.*)$/gm) ?? [];
  const own = () => secrets().filter((name) => SECRETS.some((secret) => name.includes(`Generic: ${secret}`)));
  const areAllThere = () => own().length === SECRETS.length;
  const install = () => {
    const done = wine.run([setup, '/S'], { WINEDEBUG: 'fixme+shell' });
    const started = wine.run([path.join(program, 'Mostrador.exe')]);
    return { done, started };
  };
  const uninstall = async (/** @type {readonly string[]} */ ...args) => {
    wine.run([path.join(program, 'Uninstall Mostrador.exe'), ...args]);
    await untilRemoved(wine, program);
  };
  const leftOver = () => [
    ...[program, ...links, path.join(wine.local, 'mostrador-updater')].filter((file) => fs.existsSync(file)),
    ...[UNINSTALL_KEY, TOAST_KEY].filter((key) => wine.registry(key) !== ''),
    ...[RUN_KEY, APPROVED_KEY].filter((key) => wine.registry(key).includes(APP_ID)),
  ];

  console.log('== Installed silently');
  const { done, started } = install();
  holds('the program is in the folder of the user', fs.existsSync(path.join(program, 'Mostrador.exe')));
  holds(
    'Start menu and desktop have their shortcuts',
    links.every((link) => fs.existsSync(link)),
  );
  const stamps = done.errors.match(/propertystore_SetValue/g)?.length ?? 0;
  holds('both ids are handed to the properties of both shortcuts', stamps === 4, `${stamps} calls`);
  holds('it stands in the list of programs', wine.registry(UNINSTALL_KEY).includes('Mostrador'));
  holds('the program starts, and leaves data and secrets', started.code === 0 && fs.existsSync(data));
  const count = `${own().length} of ${SECRETS.length}, and ${secrets().length - own().length} of another program`;
  holds('its secrets are in the credential manager, with when they were saved', areAllThere(), count);

  console.log('== Removed as an update does: /S --updated');
  await uninstall('/S', '--updated');
  holds(
    'start at login, data and secrets stay',
    wine.registry(RUN_KEY).includes(APP_ID) && fs.existsSync(data) && areAllThere(),
  );

  console.log('== Removed silently');
  install();
  await uninstall('/S');
  holds(
    'no program, shortcut, download, start at login or registry key is left',
    leftOver().length === 0,
    leftOver().join(', '),
  );
  holds('data and secrets are kept', fs.existsSync(data) && areAllThere());

  console.log('== Removed with --delete-app-data');
  install();
  await uninstall('/S', '--delete-app-data');
  holds('nothing is left', leftOver().length === 0, leftOver().join(', '));
  holds('data and secrets are gone', !fs.existsSync(data) && own().length === 0, own().join(', '));
  holds("another program's secret stays", secrets().length === 1);

  for (const answer of /** @type {const} */ (['yes', 'no'])) {
    console.log(`== Removed by hand, answering ${answer} to "keep the orders and settings?"`);
    install();
    await answerQuestions(wine, path.join(program, 'Uninstall Mostrador.exe'), answer, () =>
      untilRemoved(wine, program),
    );
    holds('nothing else is left', leftOver().length === 0, leftOver().join(', '));
    const isKept = fs.existsSync(data) && areAllThere();
    const isGone = !fs.existsSync(data) && own().length === 0;
    holds(`data and secrets are ${answer === 'yes' ? 'kept' : 'gone'}`, answer === 'yes' ? isKept : isGone);
  }
}

/** Both scripts with every warning an error, for 64-bit Windows: wine here runs nothing else. @param {string} folder */
function compile(folder) {
  const standIn = path.join(folder, 'stand-in.exe');
  const setup = path.join(folder, 'Mostrador-test.exe');
  const secrets = path.join(folder, 'secrets.nsh');
  fs.writeFileSync(secrets, SECRETS.map((target) => `!insertmacro keepSecret "${target}"\n`).join(''));
  makensis('stand-in.nsi', { OUT: standIn, TOAST_CLSID: TOAST_ACTIVATOR_CLSID, SECRETS: secrets });
  makensis('installer.nsi', {
    OUT: setup,
    PRODUCT_NAME: 'Mostrador',
    ADDITIONS: inRoot('assets/installer.nsh'),
    STAND_IN: standIn,
  });
  // The shipped installer is a 32-bit program, so the additions must compile for that too.
  makensis(
    'installer.nsi',
    {
      OUT: path.join(folder, 'Mostrador-test-32.exe'),
      PRODUCT_NAME: 'Mostrador',
      ADDITIONS: inRoot('assets/installer.nsh'),
      STAND_IN: standIn,
    },
    'x86-unicode',
  );
  holds('the additions compile for 64 and 32 bits, with every warning an error', true);
  return setup;
}

/** @param {string} script @param {Record<string, string>} defines @param {string} [target] */
function makensis(script, defines, target = 'amd64-unicode') {
  const args = Object.entries({ APP_ID, ...defines }).map(([name, value]) => `-D${name}=${value}`);
  const done = spawnSync(
    'makensis',
    [
      '-V2',
      '-WX',
      '-INPUTCHARSET',
      'UTF8',
      `-XTarget ${target}`,
      ...args,
      inRoot('scripts/package/prove', script),
    ],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Obstacle(`${script} does not compile:\n${done.stdout}${done.stderr}`);
}

/** An uninstaller continues in a copy of itself after it returned; its last step is to leave the list of programs. */
async function untilRemoved(/** @type {ReturnType<typeof createWine>} */ wine, /** @type {string} */ folder) {
  for (const limit = Date.now() + GONE_LIMIT_MS; Date.now() < limit;) {
    if (!fs.existsSync(folder) && wine.registry(UNINSTALL_KEY) === '') return;
    await sleep(200);
  }
  throw new Error(`${folder} or its registry key is still there.`);
}
