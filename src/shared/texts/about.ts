export const aboutTextsEs = {
  title: 'Acerca de Mostrador',
  open: 'Acerca de Mostrador',
  what: 'Avisos de pedidos de PedidosYa en el mostrador. No es un producto de PedidosYa.',
  version: 'Versión',
  madeWith: 'Hecho con',
  links: 'Páginas de PedidosYa',
  portal: 'Partner Portal',
  developers: 'Documentación para integraciones',
  licencesTitle: 'Licencias',
  licencesIntro: (count: number) =>
    `Mostrador se distribuye con la licencia MIT. Incluye ${String(count)} componentes de otros autores; elija uno para leer su licencia.`,
  chromium: 'Abrir las licencias de Chromium',
  chromiumNote: 'Es una lista larga: se abre en el navegador.',
  chromiumFailed: 'No se pudo abrir. El archivo LICENSES.chromium.html está en la carpeta de Mostrador.',
};

export const aboutTextsEn: typeof aboutTextsEs = {
  title: 'About Mostrador',
  open: 'About Mostrador',
  what: 'PedidosYa order alerts on the shop counter. Not a product of PedidosYa.',
  version: 'Version',
  madeWith: 'Made with',
  links: 'PedidosYa pages',
  portal: 'Partner Portal',
  developers: 'Documentation for integrations',
  licencesTitle: 'Licences',
  licencesIntro: (count) =>
    `Mostrador itself is under the MIT licence. It includes ${String(count)} components by other authors; choose one to read its licence.`,
  chromium: 'Open the licences of Chromium',
  chromiumNote: 'It is a long list: it opens in the browser.',
  chromiumFailed: 'Could not open it. The file LICENSES.chromium.html is in the folder of Mostrador.',
};
