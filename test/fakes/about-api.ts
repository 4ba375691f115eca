import type { AboutInfo } from '../../src/shared/about.ts';
import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { FakeCall } from './computer-api.ts';

/** A build of three packages. */
const SAMPLE_ABOUT: AboutInfo = {
  version: '0.1.0',
  electron: '45.4.1',
  chromium: '150.0.0.0',
  node: '24.21.0',
  licences: [
    { name: 'express', version: '5.3.0', licence: 'MIT', text: 'Copyright (c) the authors of express' },
    { name: 'qs', version: '6.17.1', licence: 'BSD-3-Clause', text: 'Copyright (c) the authors of qs' },
    { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Copyright (c) the authors of react' },
  ],
  hasChromiumLicences: true,
};

/** The part of the fake main process that answers for the window “About”. */
export function aboutApi(
  call: FakeCall,
): Pick<MostradorApi, 'about:read' | 'about:open-chromium-licences' | 'window:open-about'> {
  return {
    'about:read': () => call('about:read', undefined, () => SAMPLE_ABOUT),
    'about:open-chromium-licences': () => call('about:open-chromium-licences', undefined, () => true),
    'window:open-about': () => call('window:open-about', undefined, () => null),
  };
}
