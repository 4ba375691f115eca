import type { PagePictureProps } from '../components/page-picture.tsx';

export type PictureId = 'ngrokKey' | 'ngrokDomain' | 'cloudflareKey' | 'cloudflareHost';
type Drawing = Omit<PagePictureProps, 'title'>;

const NGROK = ['Getting Started', 'Your Authtoken', 'Endpoints', 'Domains'];
const CLOUDFLARE = ['Overview', 'Networks', 'Tunnels', 'Access'];

/** The pages of the providers as they name things themselves, in English. `port`: where webhooks arrive here. */
export const PICTURES: Readonly<Record<PictureId, (port: string) => Drawing>> = {
  ngrokKey: () => ({
    address: { text: 'dashboard.ngrok.com', mark: null },
    menu: NGROK,
    open: 1,
    boxes: [{ name: 'Your Authtoken', value: '2a9••••••••••••', button: 'Copy', mark: { number: 1 } }],
  }),
  ngrokDomain: () => ({
    address: { text: 'dashboard.ngrok.com', mark: null },
    menu: NGROK,
    open: 3,
    boxes: [{ name: 'Domains', value: 'mi-tienda.ngrok-free.app', button: null, mark: { number: 2 } }],
  }),
  cloudflareKey: () => ({
    address: { text: 'one.dash.cloudflare.com', mark: null },
    menu: CLOUDFLARE,
    open: 2,
    boxes: [
      { name: 'Create a tunnel', value: 'Cloudflared', button: 'Next', mark: null },
      {
        name: 'Install and run a connector',
        value: 'cloudflared service install…',
        button: 'Copy',
        mark: { number: 1 },
      },
    ],
  }),
  cloudflareHost: (port) => ({
    address: { text: 'one.dash.cloudflare.com', mark: null },
    menu: CLOUDFLARE,
    open: 2,
    boxes: [
      { name: 'Public Hostname', value: 'pedidos.mitienda.com', button: null, mark: { number: 2 } },
      { name: 'Service', value: `HTTP  127.0.0.1:${port}`, button: 'Save', mark: null },
    ],
  }),
};
