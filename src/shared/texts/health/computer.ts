import type { LoginItemBlock, InstallBlock, UpdateFailure } from '../../computer.ts';
import type { BackupRestored } from '../../settings/transfer.ts';

type Refusal = Extract<BackupRestored, { kind: 'refused' }>['why'];

const loginBlocksEs: Readonly<Record<LoginItemBlock, string>> = {
  'switched-off':
    'Está desactivado en el sistema. Windows: Administrador de tareas → Aplicaciones de arranque → Mostrador → Habilitar. Linux: Aplicaciones al inicio.',
  'needs-approval': 'Permítalo en Configuración del Sistema → General → Ítems de inicio.',
  'program-missing':
    'El programa registrado ya no está en su lugar. Desactive esta opción y vuelva a activarla.',
  'other-program':
    'Está registrada otra copia de Mostrador. Desactive esta opción y vuelva a activarla para usar esta copia.',
};
const loginBlocksEn: typeof loginBlocksEs = {
  'switched-off':
    'It is switched off in the system. Windows: Task Manager → Startup apps → Mostrador → Enable. Linux: Startup Applications.',
  'needs-approval': 'Allow it in System Settings → General → Login Items.',
  'program-missing': 'The registered program is no longer in its place. Switch it off and on again.',
  'other-program': 'Another copy of Mostrador is registered. Switch it off and on again to use this one.',
};

const failuresEs: Readonly<Record<UpdateFailure, string>> = {
  offline: 'No hay conexión con el servidor de actualizaciones. Mostrador vuelve a probar solo.',
  tampered:
    'Lo descargado no es lo que se publicó y se descartó. No se instaló nada. Si se repite, avise a soporte.',
  server: 'El servidor de actualizaciones respondió algo que no se entiende. Mostrador vuelve a probar solo.',
  insecure:
    'El servidor de actualizaciones lleva a una dirección sin cifrar (http), donde cualquiera podría responder. No se instaló nada. Avise a soporte.',
  disk: 'No hay lugar en el disco para la actualización. Libere espacio y busque de nuevo.',
  install:
    'No se puede reemplazar el programa donde está. En una Mac, muévalo a la carpeta Aplicaciones y ábralo desde ahí; en Linux, póngalo en una carpeta donde pueda escribir. Después busque de nuevo.',
};
const failuresEn: typeof failuresEs = {
  offline: 'There is no connection to the update server. Mostrador tries again by itself.',
  tampered:
    'What was downloaded is not what was published and was thrown away. Nothing was installed. Tell support if it happens again.',
  server: 'The update server answered something that cannot be understood. Mostrador tries again by itself.',
  insecure:
    'The update server leads to an address without encryption (http), where anybody could answer. Nothing was installed. Tell support.',
  disk: 'There is no room on the disk for the update. Free some space and look again.',
  install:
    'The program cannot be replaced where it is. On a Mac, move it to the Applications folder and open it from there; on Linux, put it into a folder that you can write to. Then look again.',
};

const refusalsEs: Readonly<Record<Refusal, string>> = {
  damaged: 'Ese archivo no es una copia de Mostrador o está dañado. Elija otro. No se cambió nada.',
  newer:
    'Esa copia es de una versión más nueva de Mostrador. Actualice Mostrador y restaure de nuevo. No se cambió nada.',
  'not-a-backup':
    'Ese archivo es de Mostrador, pero no es una copia de seguridad. Elija el que guardó con Guardar copia. No se cambió nada.',
  'disk-failed':
    'No se pudo leer la copia o no hay lugar en el disco. Libere espacio o elija otra. No se cambió nada.',
};
const refusalsEn: typeof refusalsEs = {
  damaged: 'That file is not a backup of Mostrador, or it is damaged. Choose another. Nothing was changed.',
  newer:
    'That backup is of a newer version of Mostrador. Update Mostrador and restore again. Nothing was changed.',
  'not-a-backup':
    'That file is from Mostrador but is not a backup. Choose the one that Save backup saved. Nothing was changed.',
  'disk-failed':
    'The backup could not be read, or there is no room on the disk. Free some space or choose another. Nothing was changed.',
};

const installBlocksEs: Readonly<Record<Exclude<InstallBlock, null>, string>> = {
  open: 'La tienda está abierta: se instala fuera del horario.',
  alerts: 'Hay avisos sin ver: véalos primero.',
};
const installBlocksEn: typeof installBlocksEs = {
  open: 'The shop is open: it is installed outside the opening hours.',
  alerts: 'There are unseen alerts: look at them first.',
};

export const computerTextsEs = {
  title: 'Esta computadora',
  textSize: 'Tamaño del texto',
  textSizeHint: (key: string) =>
    `En todas las ventanas y en la tarjeta. En cualquiera: ${key} + lo agranda, ${key} − lo achica y ${key} 0 vuelve a 100 %.`,
  login: 'Abrir Mostrador al iniciar sesión',
  loginOn: 'Listo: se abre solo, junto al reloj.',
  loginOff: 'Al encender la computadora hay que abrirlo a mano; hasta entonces no avisa.',
  loginFailed: 'El sistema no lo permitió. Agregue Mostrador a los programas de inicio del sistema.',
  loginBlocks: loginBlocksEs,
  keepAwake: 'No dejar que la computadora se suspenda',
  keepAwakeHint:
    'Mientras la tienda está abierta. La pantalla se puede apagar igual. Cerrar la tapa suspende igual.',
  keepAwakeNow: 'Ahora está activo.',
  failed: 'No se pudo cambiar. Pruebe de nuevo.',
  update: {
    title: 'Actualizaciones',
    automatic: 'Actualizar solo',
    automaticHint: 'Nunca en el horario de la tienda ni con avisos sin ver.',
    check: 'Buscar actualizaciones',
    install: 'Actualizar y reiniciar',
    unsupported: 'Esta copia no se actualiza sola: instale la versión nueva encima.',
    never: 'Todavía no se buscó.',
    current: (time: string) => `Es la última versión. Se buscó: ${time}.`,
    checking: 'Buscando…',
    found: (version: string) =>
      `Hay una versión nueva: ${version}. Se descarga cuando la tienda está cerrada.`,
    downloading: (version: string, percent: number) =>
      `Descargando la versión ${version}: ${String(percent)} %`,
    ready: (version: string) => `La versión ${version} está lista. Se actualizará al cerrar Mostrador.`,
    readyOnDemand: (version: string) => `La versión ${version} está lista para instalar.`,
    readyPassword: (version: string) =>
      `La versión ${version} está lista. Al instalarla el sistema pide la contraseña.`,
    failures: failuresEs,
    blocks: installBlocksEs,
    rollback: 'Para volver atrás: instale la versión anterior encima. Los ajustes y las claves quedan.',
  },
  backup: {
    title: 'Copia de seguridad',
    hint: 'Un archivo con los ajustes y los pedidos de 60 días, sin claves: lleva nombres de clientes, guárdelo bien. Sirve para pasar a otra computadora.',
    save: 'Guardar copia…',
    restore: 'Restaurar…',
    restoreSure:
      'Mostrador se reinicia con los ajustes y pedidos de la copia. Lo de ahora queda guardado aparte. Después hay que pegar las claves de nuevo si es otra computadora.',
    restoreYes: 'Restaurar y reiniciar',
    found: (when: string, orders: number) =>
      `Copia del ${when}, con ${orders === 1 ? '1 pedido' : `${String(orders)} pedidos`}.`,
    saved: (file: string) => `Copia guardada en ${file}`,
    cancelled: 'No se eligió ningún archivo.',
    diskFailed: 'No se pudo guardar ahí. Elija otra carpeta.',
    restarts: 'Reiniciando…',
    refusals: refusalsEs,
    fileName: (day: string) => `mostrador-copia-${day}.mostrador`,
    extension: 'mostrador',
    fileType: 'Copia de Mostrador',
  },
};

export const computerTextsEn: typeof computerTextsEs = {
  title: 'This computer',
  textSize: 'Text size',
  textSizeHint: (key) =>
    `In every window and on the alert card. In any of them ${key} + makes it larger, ${key} − smaller, and ${key} 0 goes back to 100%.`,
  login: 'Open Mostrador when signing in',
  loginOn: 'Done: it opens by itself, beside the clock.',
  loginOff: 'After the computer starts it has to be opened by hand; until then it does not alert.',
  loginFailed: 'The system did not allow it. Add Mostrador to the startup programs of the system.',
  loginBlocks: loginBlocksEn,
  keepAwake: 'Keep the computer from going to sleep',
  keepAwakeHint:
    'While the shop is open. The screen may go dark all the same. Closing the lid still suspends it.',
  keepAwakeNow: 'It is active now.',
  failed: 'It could not be changed. Try again.',
  update: {
    title: 'Updates',
    automatic: 'Update by itself',
    automaticHint: 'Never in the shop’s opening hours, nor with unseen alerts.',
    check: 'Look for updates',
    install: 'Update and restart',
    unsupported: 'This copy does not update itself: install the new version over it.',
    never: 'Not looked for yet.',
    current: (time) => `This is the newest version. Looked for: ${time}.`,
    checking: 'Looking…',
    found: (version) => `There is a new version: ${version}. It is downloaded when the shop is closed.`,
    downloading: (version, percent) => `Downloading version ${version}: ${String(percent)}%`,
    ready: (version) => `Version ${version} is ready. It is installed when Mostrador is closed.`,
    readyOnDemand: (version) => `Version ${version} is ready to be installed.`,
    readyPassword: (version) =>
      `Version ${version} is ready. The system asks for the password to install it.`,
    failures: failuresEn,
    blocks: installBlocksEn,
    rollback: 'To go back: install the earlier version over it. Settings and keys stay.',
  },
  backup: {
    title: 'Backup',
    hint: 'A file with the settings and 60 days of orders, without keys: it holds names of customers, keep it well. Use it to move to another computer.',
    save: 'Save backup…',
    restore: 'Restore…',
    restoreSure:
      'Mostrador restarts with the settings and orders of the backup. What is there now is kept aside. On another computer the keys have to be pasted again afterwards.',
    restoreYes: 'Restore and restart',
    found: (when, orders) =>
      `Backup of ${when}, with ${orders === 1 ? '1 order' : `${String(orders)} orders`}.`,
    saved: (file) => `Backup saved in ${file}`,
    cancelled: 'No file was chosen.',
    diskFailed: 'It could not be saved there. Choose another folder.',
    restarts: 'Restarting…',
    refusals: refusalsEn,
    fileName: (day) => `mostrador-backup-${day}.mostrador`,
    extension: 'mostrador',
    fileType: 'Backup of Mostrador',
  },
};
