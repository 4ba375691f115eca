export const computerTextsEs = {
  title: 'Este equipo',
};

export const computerTextsEn: typeof computerTextsEs = {
  title: 'This computer',
};
