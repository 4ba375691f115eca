/** A page of the portal as the assistant draws it: where to click, and the picture with the same numbers. */
type PortalPage = {
  readonly clicks: readonly string[];
  readonly picture: {
    readonly title: string;
    readonly address: { readonly text: string; readonly mark: { readonly number: number } | null };
    readonly menu: readonly string[];
    readonly open: number;
    readonly boxes: readonly {
      readonly name: string;
      readonly value: string;
      readonly button: string | null;
      readonly mark: { readonly number: number } | null;
    }[];
  };
};

// The portal is in Spanish, whatever language Mostrador speaks.
const MENU = ['Pedidos', 'Catálogo', 'Integraciones', 'Configuración'] as const;

const KEYS = {
  address: { text: 'portal…/integraciones/5d7e2a90-1b3c-…', mark: { number: 1 } },
  menu: MENU,
  open: 2,
  boxes: [
    { name: 'Identificador de Vendedor', value: '480123', button: null, mark: { number: 2 } },
    { name: 'Administración de tokens', value: 'eyJhbGciOiJ…', button: 'Copiar', mark: { number: 3 } },
  ],
} as const;
const WEBHOOK = {
  address: { text: 'portal…/integraciones', mark: null },
  menu: MENU,
  open: 2,
  boxes: [
    { name: 'Webhook', value: 'https://…/webhooks/orders', button: null, mark: { number: 1 } },
    { name: 'Seguridad del webhook', value: '••••••••••••', button: 'Guardar', mark: { number: 2 } },
  ],
} as const;

export const portalPagesEs = {
  keys: {
    clicks: [
      'En «Integraciones de la tienda», copie la dirección de la página.',
      'En «Configuración», copie el Identificador de Vendedor.',
      'En «Configuración → API → Administración de tokens», escriba un nombre («Gestión de órdenes»), genere un token Bearer y cópielo.',
    ],
    picture: { title: 'Página del portal con los tres datos numerados', ...KEYS },
  },
  webhook: {
    clicks: [
      'En «Integraciones de la tienda → Configuración → API», pegue la dirección del webhook.',
      'Debajo, pegue la contraseña y presione «Guardar».',
    ],
    picture: { title: 'Página del portal con los dos campos del webhook', ...WEBHOOK },
  },
} satisfies Readonly<Record<string, PortalPage>>;

export const portalPagesEn: typeof portalPagesEs = {
  keys: {
    clicks: [
      'Under “Integraciones de la tienda”, copy the address of the page.',
      'Under “Configuración”, copy the “Identificador de Vendedor”.',
      'Under “Configuración → API → Administración de tokens”, type a name (“Gestión de órdenes”), generate a Bearer token and copy it.',
    ],
    picture: { title: 'Page of the portal with the three values numbered', ...KEYS },
  },
  webhook: {
    clicks: [
      'Under “Integraciones de la tienda → Configuración → API”, paste the address of the webhook.',
      'Below it, paste the password and press “Guardar”.',
    ],
    picture: { title: 'Page of the portal with the two fields of the webhook', ...WEBHOOK },
  },
};
