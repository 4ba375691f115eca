import type { ReportFileId } from '../health/diagnostics.ts';

type FileText = { readonly title: string; readonly hint: string };

const filesEs: Readonly<Record<ReportFileId, FileText>> = {
  about: { title: 'Acerca del informe', hint: 'Qué es y qué no lleva.' },
  versions: { title: 'Versiones', hint: 'De Mostrador y de esta computadora.' },
  settings: { title: 'Ajustes', hint: 'Sin claves: solo si están o faltan.' },
  health: { title: 'Estado ahora', hint: 'Cada luz, desde cuándo y por qué.' },
  'health-history': { title: 'Historia del estado', hint: 'Qué cambió y a qué hora.' },
  deliveries: { title: 'Avisos recibidos', hint: 'Resultado de cada uno, sin su contenido.' },
  database: { title: 'Archivo de pedidos', hint: 'Cuántos hay y cuánto ocupan.' },
  log: { title: 'Registro', hint: 'Lo último que anotó Mostrador.' },
  'old-log': { title: 'Registro anterior', hint: 'Lo que anotó antes de eso.' },
};

const filesEn: typeof filesEs = {
  about: { title: 'About this report', hint: 'What it is and what it leaves out.' },
  versions: { title: 'Versions', hint: 'Of Mostrador and of this computer.' },
  settings: { title: 'Settings', hint: 'Without keys: only whether they are there.' },
  health: { title: 'Health now', hint: 'Each light, since when and why.' },
  'health-history': { title: 'Health history', hint: 'What changed and when.' },
  deliveries: { title: 'Alerts received', hint: 'What became of each, without its content.' },
  database: { title: 'Orders file', hint: 'How many there are and how much they take.' },
  log: { title: 'Log', hint: 'The latest that Mostrador noted.' },
  'old-log': { title: 'Earlier log', hint: 'What it noted before that.' },
};

export const diagnosticsTextsEs = {
  title: 'Informe para soporte',
  open: 'Crear un informe para soporte',
  openHint: 'Un archivo con versiones, estado y registro. Antes de guardarlo se ve todo lo que lleva.',
  openFailed: 'No se pudo abrir. Pruebe de nuevo.',
  intro:
    'Este es todo el contenido del archivo: mírelo y guárdelo. Mostrador no manda nada a nadie; después usted lo adjunta a mano.',
  leavesOut:
    'No lleva claves ni contraseñas, ni nombres, teléfonos o direcciones de clientes, ni el contenido de los pedidos.',
  about: (madeAt: string) =>
    `Informe de Mostrador para soporte\nHecho: ${madeAt}\n\nLleva versiones, ajustes, estado y su historia, el resultado de cada aviso recibido y el registro.\nNo lleva claves ni contraseñas, ni nombres, teléfonos o direcciones de clientes, ni el contenido de los pedidos.\nLo que se quitó se ve como ***, <hidden>, <name>, <phone> o <mail>.\n`,
  files: filesEs,
  filesLabel: 'Archivos del informe',
  contentLabel: (name: string) => `Contenido de ${name}`,
  size: (bytes: number) =>
    bytes < 1024 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1024))} KB`,
  making: 'Creando el informe…',
  failedTitle: 'No se pudo crear el informe',
  failedBody: 'Pruebe de nuevo. Si sigue, reinicie Mostrador.',
  again: 'Crear de nuevo',
  save: 'Guardar informe…',
  saving: 'Guardando…',
  saved: (file: string) => `Guardado en ${file}`,
  cancelled: 'No se guardó.',
  outdated: 'Se creó otro informe después de este. Mírelo y guarde de nuevo.',
  diskFailed: 'No se pudo guardar ahí. Elija otra carpeta.',
  fileName: (day: string) => `mostrador-informe-${day}.zip`,
  fileType: 'Archivo comprimido',
};

export const diagnosticsTextsEn: typeof diagnosticsTextsEs = {
  title: 'Report for support',
  open: 'Make a report for support',
  openHint: 'A file with versions, health and log. Before it is saved, all that is in it is shown.',
  openFailed: 'It could not be opened. Try again.',
  intro:
    'This is all that the file holds: look at it and save it. Mostrador sends nothing to anybody; you attach it by hand.',
  leavesOut:
    'It holds no keys or passwords, no names, phones or addresses of customers, and no content of orders.',
  about: (madeAt) =>
    `Mostrador's report for support\nMade: ${madeAt}\n\nIt holds versions, settings, health and its history, what became of each alert received, and the log.\nIt holds no keys or passwords, no names, phones or addresses of customers, and no content of orders.\nWhat was taken out reads ***, <hidden>, <name>, <phone> or <mail>.\n`,
  files: filesEn,
  filesLabel: 'Files of the report',
  contentLabel: (name) => `Content of ${name}`,
  size: (bytes) => (bytes < 1024 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1024))} KB`),
  making: 'Making the report…',
  failedTitle: 'The report could not be made',
  failedBody: 'Try again. If it goes on, restart Mostrador.',
  again: 'Make it again',
  save: 'Save report…',
  saving: 'Saving…',
  saved: (file) => `Saved in ${file}`,
  cancelled: 'It was not saved.',
  outdated: 'Another report was made after this one. Look at it and save again.',
  diskFailed: 'It could not be saved there. Choose another folder.',
  fileName: (day) => `mostrador-report-${day}.zip`,
  fileType: 'Zip file',
};
