import type { System } from '../../system.ts';

type Pin = {
  readonly name: string;
  /** What the picture shows, for who does not see it. */
  readonly picture: string;
  /** In the order of the numbers in the picture. */
  readonly steps: readonly string[];
  readonly note: string;
  readonly clicks: string;
};

const pinEs: Readonly<Record<System, Pin>> = {
  windows: {
    name: 'Windows',
    picture:
      'Barra de tareas de Windows: la flecha ^ junto al reloj abre los íconos ocultos, y la campana se arrastra de ahí a la barra.',
    steps: [
      'Haga clic en la flecha ^ junto al reloj: abre los íconos ocultos.',
      'Arrastre la campana hasta la barra de tareas y suéltela ahí.',
    ],
    note: 'También en Configuración → Personalización → Barra de tareas → Otros iconos de la bandeja del sistema: active Mostrador.',
    clicks: 'Clic izquierdo: abre el mostrador. Clic derecho: abre el menú.',
  },
  mac: {
    name: 'macOS',
    picture: 'Barra de menús de macOS: la campana está arriba a la derecha, junto al reloj.',
    steps: [
      'La campana ya está a la vista: arriba a la derecha, en la barra de menús.',
      'Para acercarla al reloj, arrástrela con la tecla ⌘ presionada.',
    ],
    note: 'Si no aparece, la tapan otros íconos: cierre alguno o revise Configuración del Sistema → Barra de menús.',
    clicks: 'Un clic, izquierdo o derecho, abre el menú; arriba de todo está Abrir Mostrador.',
  },
  linux: {
    name: 'Linux',
    picture:
      'Panel de Linux: la campana está junto al reloj; la flecha del panel muestra los íconos ocultos.',
    steps: [
      'La campana está en el panel, junto al reloj.',
      'En KDE, si está oculta: clic derecho en la flecha → Configurar bandeja del sistema → Entradas → Mostrador: Siempre visible.',
    ],
    note: 'GNOME no muestra estos íconos sin la extensión “AppIndicator and KStatusNotifierItem Support”; Ubuntu ya la trae. Sin ella, Mostrador se abre desde el menú de aplicaciones.',
    clicks: 'Clic izquierdo: abre el mostrador; en GNOME, doble clic. Clic derecho: abre el menú.',
  },
};

const pinEn: typeof pinEs = {
  windows: {
    name: 'Windows',
    picture:
      'Windows taskbar: the ^ arrow beside the clock opens the hidden icons, and the bell is dragged from there onto the bar.',
    steps: [
      'Click the ^ arrow beside the clock: it opens the hidden icons.',
      'Drag the bell onto the taskbar and drop it there.',
    ],
    note: 'Or in Settings → Personalization → Taskbar → Other system tray icons: turn Mostrador on.',
    clicks: 'Left click: opens the counter. Right click: opens the menu.',
  },
  mac: {
    name: 'macOS',
    picture: 'macOS menu bar: the bell is at the top right, beside the clock.',
    steps: [
      'The bell is in sight already: at the top right, in the menu bar.',
      'To bring it closer to the clock, drag it with the ⌘ key held down.',
    ],
    note: 'If it does not show up, other icons cover it: close one, or look at System Settings → Menu Bar.',
    clicks: 'A click, left or right, opens the menu; Open Mostrador is at its top.',
  },
  linux: {
    name: 'Linux',
    picture: 'Linux panel: the bell is beside the clock; the arrow of the panel shows the hidden icons.',
    steps: [
      'The bell is in the panel, beside the clock.',
      'In KDE, if it is hidden: right-click the arrow → Configure System Tray → Entries → Mostrador: Always shown.',
    ],
    note: 'GNOME does not show these icons without the extension “AppIndicator and KStatusNotifierItem Support”; Ubuntu comes with it. Without it, open Mostrador from the menu of applications.',
    clicks: 'Left click: opens the counter; in GNOME, double click. Right click: opens the menu.',
  },
};

export const tourTrayTextsEs = {
  intro:
    'Mostrador vive junto al reloj. Su ícono dice cómo está todo, aunque no haya ninguna ventana abierta.',
  states: {
    calm: { title: 'Campana verde', body: 'Todo funciona y no hay avisos sin ver.' },
    count: { title: 'Con un número', body: 'Cuántos avisos sin ver hay.' },
    degraded: { title: 'Amarilla con triángulo', body: 'Algo falla; los pedidos llegan igual.' },
    down: { title: 'Roja con una cruz', body: 'Algo dejó de funcionar: vea la página siguiente.' },
  },
  pinTitle: 'Dejarlo siempre a la vista',
  systemsLabel: 'Sistema',
  pin: pinEs,
  clicksTitle: 'Los clics',
  menu: (entries: readonly string[], last: string) =>
    `En el menú están los pedidos que esperan, y ${entries.join(', ')} y ${last}.`,
  closing: 'Cerrar la ventana no cierra Mostrador.',
};

export const tourTrayTextsEn: typeof tourTrayTextsEs = {
  intro: 'Mostrador lives beside the clock. Its icon says how everything is, even while no window is open.',
  states: {
    calm: { title: 'Green bell', body: 'Everything works and there are no unseen alerts.' },
    count: { title: 'With a number', body: 'How many unseen alerts there are.' },
    degraded: { title: 'Yellow with a triangle', body: 'Something fails; orders arrive all the same.' },
    down: { title: 'Red with a cross', body: 'Something stopped working: see the next page.' },
  },
  pinTitle: 'Keep it in sight',
  systemsLabel: 'System',
  pin: pinEn,
  clicksTitle: 'The clicks',
  menu: (entries, last) => `The menu holds the orders that wait, and ${entries.join(', ')} and ${last}.`,
  closing: 'Closing the window does not close Mostrador.',
};
