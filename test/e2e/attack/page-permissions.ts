/** Runs in a page. Asks for everything that needs a permission; returns what was granted. */
export async function tryPermissions(): Promise<readonly string[]> {
  const granted: string[] = [];
  const named = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'persistent-storage',
    'screen-wake-lock',
    'background-sync',
    'storage-access',
    'idle-detection',
    'local-fonts',
    'window-management',
  ];
  for (const name of named) {
    // The list of the compiler is shorter than the browser's.
    const asked = navigator.permissions.query({ name: name as PermissionName });
    const state = await asked.then(
      (status) => status.state,
      () => 'unknown',
    );
    if (state === 'granted') granted.push(name);
  }
  /** A method that the compiler does not know, or that only some systems have. */
  const call = async (
    owner: object,
    names: readonly string[],
    ...args: readonly unknown[]
  ): Promise<unknown> => {
    const method = names.at(-1) ?? '';
    const target: unknown = names
      .slice(0, -1)
      .reduce<unknown>((one, name) => Reflect.get(Object(one), name), owner);
    const run: unknown = Reflect.get(Object(target), method);
    if (typeof run !== 'function') throw new Error('not here');
    return Reflect.apply(run, target, args);
  };
  const some = async (asked: Promise<unknown>): Promise<void> => {
    const got = await asked;
    if (Array.isArray(got) && got.length === 0) throw new Error('nothing');
    if (got === false || got === 'denied' || got === 'default') throw new Error('denied');
  };
  const filters = [{ filters: [], acceptAllDevices: true, sysex: true }] as const;
  const devices: readonly (readonly [string, () => unknown])[] = [
    [
      'place',
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    ],
    ['camera', () => navigator.mediaDevices.getUserMedia({ video: true })],
    ['microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['screen', () => navigator.mediaDevices.getDisplayMedia()],
    ['clipboard', () => navigator.clipboard.readText()],
    ['notification', () => some(Notification.requestPermission())],
    [
      'clipboard by command',
      () => {
        const field = document.body.appendChild(document.createElement('textarea'));
        field.focus();
        const run: unknown = Reflect.get(document, 'execCommand');
        if (typeof run === 'function') Reflect.apply(run, document, ['paste']);
        const { value } = field;
        field.remove();
        if (value === '') throw new Error('nothing');
      },
    ],
    ['usb', () => call(navigator, ['usb', 'requestDevice'], ...filters)],
    ['serial', () => call(navigator, ['serial', 'requestPort'])],
    ['hid', () => some(call(navigator, ['hid', 'requestDevice'], ...filters))],
    ['bluetooth', () => call(navigator, ['bluetooth', 'requestDevice'], { acceptAllDevices: true })],
    ['midi', () => call(navigator, ['requestMIDIAccess'], ...filters)],
    ['fonts', () => some(call(window, ['queryLocalFonts']))],
    ['file', () => call(window, ['showOpenFilePicker'])],
    ['folder', () => call(window, ['showDirectoryPicker'])],
  ];
  await Promise.all(
    devices.map(async ([name, work]) => {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 2_000));
      await Promise.race([Promise.resolve().then(work), late]).then(
        () => granted.push(name),
        () => undefined,
      );
    }),
  );
  return granted;
}
