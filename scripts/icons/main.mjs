// Draws every picture of the app into assets/. Run by `electron scripts/icons`.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, nativeImage } from 'electron';
import { appIcon, trayIcon } from './draw.mjs';

const ASSETS = path.resolve(import.meta.dirname, '../../assets');
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const TRAY_SIZES = [16, 24, 32, 48];
const STATES = ['ok', 'degraded', 'down'];
const LABELS = ['', '1', '2', '3', '4', '5', '6', '7', '8', '9', '9+'];

async function draw(width, height, body) {
  const window = new BrowserWindow({
    width,
    height,
    useContentSize: true,
    show: false,
    frame: false,
    transparent: true,
    webPreferences: { offscreen: true },
  });
  const html = `<!doctype html><style>html,body{margin:0;background:transparent;overflow:hidden}svg{display:block;position:absolute}</style>${body}`;
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  await window.webContents.executeJavaScript(
    'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))',
  );
  let image = await window.webContents.capturePage();
  if (image.getSize().width !== width) image = image.resize({ width, height });
  window.destroy();
  return image;
}

const at = (svg, x, y, size) =>
  svg.replace('<svg ', `<svg width="${size}" height="${size}" style="left:${x}px;top:${y}px" `);

function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

async function main() {
  await mkdir(path.join(ASSETS, 'tray'), { recursive: true });
  await mkdir(path.join(ASSETS, 'icons'), { recursive: true });
  await writeFile(path.join(ASSETS, 'icon.svg'), `${appIcon()}\n`);
  const large = await draw(1024, 1024, at(appIcon(), 0, 0, 1024));
  const drawn = [];
  for (const size of APP_SIZES) {
    const image =
      size === 1024
        ? large
        : nativeImage.createFromBuffer(large.toPNG()).resize({ width: size, height: size, quality: 'best' });
    drawn.push({ size, png: image.toPNG() });
  }
  for (const { size, png } of drawn) await writeFile(path.join(ASSETS, 'icons', `${size}x${size}.png`), png);
  await writeFile(
    path.join(ASSETS, 'icon.ico'),
    ico(drawn.filter(({ size }) => size <= 256 && size !== 128)),
  );
  for (const size of TRAY_SIZES) {
    const cells = STATES.flatMap((state, row) =>
      LABELS.map((label, column) => at(trayIcon(state, label), column * size, row * size, size)),
    );
    const sheet = await draw(size * LABELS.length, size * STATES.length, cells.join(''));
    await writeFile(path.join(ASSETS, 'tray', `sheet-${size}.png`), sheet.toPNG());
  }
}

app.disableHardwareAcceleration();
// Windows open and close one after another, so their closing must not end the app; main() ends it.
app.on('window-all-closed', () => undefined);
app.commandLine.appendSwitch('force-device-scale-factor', '1');
app
  .whenReady()
  .then(main)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );
