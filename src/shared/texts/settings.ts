export const settingsTextsEs = { title: 'Ajustes' };
export const settingsTextsEn: typeof settingsTextsEs = { title: 'Settings' };
