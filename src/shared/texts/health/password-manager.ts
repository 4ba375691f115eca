/** What each system calls the place where keys are kept. */
export const passwordManagerNamesEs =
  'Administrador de credenciales (Windows), Llaveros (macOS), Anillo de claves de GNOME o KWallet (Linux)';
export const passwordManagerNamesEn =
  'Credential Manager (Windows), Keychain Access (macOS), GNOME Keyring or KWallet (Linux)';
