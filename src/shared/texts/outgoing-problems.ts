/** What is wrong with a place that messages should go to. */
export const outgoingProblemsEs = {
  ownPlace:
    'Tiene que empezar con https://, o con http:// si está en la red del local. Sin usuario ni contraseña.',
  topic: 'Solo letras sin tilde, números, guion y guion bajo; hasta 64.',
  folder: 'Tiene que ser la ruta completa de una carpeta.',
  secretSigning:
    'Tiene que empezar con whsec_ y seguir con 24 bytes o más en base64. Cópielo de nuevo de la caja.',
};

export const outgoingProblemsEn: typeof outgoingProblemsEs = {
  ownPlace:
    'It has to begin with https://, or with http:// inside the shop’s network. Without user or password.',
  topic: 'Only plain letters, digits, hyphen and underscore; up to 64.',
  folder: 'It has to be the full path of a folder.',
  secretSigning:
    'It has to begin with whsec_, followed by 24 bytes or more in base64. Copy it from the till again.',
};
