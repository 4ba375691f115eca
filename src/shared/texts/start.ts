import type { Language } from '../settings/settings.ts';

/** Why the app cannot start yet. */
export type StartTrouble = {
  readonly kind: 'unwritable' | 'unreadable' | 'failed';
  /** The file or folder; empty: none is to blame. */
  readonly where: string;
  /** What the system calls the error, or what failed. */
  readonly why: string;
};

type Troubles = Readonly<
  Record<
    StartTrouble['kind'],
    (where: string, why: string) => { readonly message: string; readonly detail: string }
  >
>;

export const startTextsEs = {
  title: 'Mostrador no puede arrancar',
  retry: 'Probar de nuevo',
  quit: 'Salir',
  /** Below each sentence. */
  goesOn: 'Mientras tanto no avisa de ningún pedido. Vuelve a probar solo.',
  troubles: {
    unwritable: (where, why) => ({
      message: 'No se puede escribir en la carpeta de Mostrador.',
      detail: `${where} (${why}). Revise los permisos de la carpeta y el disco.`,
    }),
    unreadable: (where, why) => ({
      message: 'No se pueden leer los ajustes de Mostrador. No se cambió nada.',
      detail: `${where} (${why}). Puede tenerlo tomado un antivirus o una copia de seguridad: espere un momento. Si sigue así, revise los permisos del archivo y el disco.`,
    }),
    failed: (_where, why) => ({ message: 'Algo falló al arrancar.', detail: why }),
  } satisfies Troubles,
  revivedTitle: 'Mostrador volvió a arrancar',
  revivedBody: 'Se cerró por una falla y volvió a arrancar solo. Los avisos sin ver siguen sonando.',
  gaveUpTitle: 'Mostrador se cerró',
  gaveUp:
    'Se cerró por una falla varias veces seguidas y no vuelve a arrancar solo: no avisa de ningún pedido. Abra Mostrador de nuevo o reinicie la computadora. Si se repite, avise a soporte.',
};

export const startTextsEn: typeof startTextsEs = {
  title: 'Mostrador cannot start',
  retry: 'Try again',
  quit: 'Quit',
  goesOn: 'Meanwhile it does not alert to any order. It tries again by itself.',
  troubles: {
    unwritable: (where, why) => ({
      message: 'Mostrador’s folder cannot be written to.',
      detail: `${where} (${why}). Check the permissions of the folder and the disk.`,
    }),
    unreadable: (where, why) => ({
      message: 'Mostrador’s settings cannot be read. Nothing was changed.',
      detail: `${where} (${why}). An antivirus or a backup may hold it: wait a moment. If it stays so, check the permissions of the file and the disk.`,
    }),
    failed: (_where, why) => ({ message: 'Something failed at the start.', detail: why }),
  } satisfies Troubles,
  revivedTitle: 'Mostrador started again',
  revivedBody: 'It closed because of a failure and started again by itself. Unseen alerts go on ringing.',
  gaveUpTitle: 'Mostrador has closed',
  gaveUp:
    'It closed because of a failure several times in a row and does not start again by itself: it does not alert to any order. Open Mostrador again or restart the computer. If it happens again, tell support.',
};

export type StartTexts = typeof startTextsEs;

/** Returns these texts alone: nothing else is loaded before the icon stands in the tray. */
export function startTextsFor(language: Language): StartTexts {
  return language === 'en' ? startTextsEn : startTextsEs;
}
