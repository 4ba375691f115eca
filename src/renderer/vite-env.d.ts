/// <reference types="vite/client" />

interface Window {
  /** Set by the preload script. */
  readonly mostrador: import('../shared/ipc-contract.ts').MostradorApi;
}
