/** What is wrong with a secret, or with a place that messages should go to. */
export const placeProblemsEs = {
  ownPlace:
    'Tiene que empezar con https://, o con http:// si está en la red de la tienda. Sin usuario ni contraseña.',
  topic: 'Solo letras sin tilde, números, guion y guion bajo; hasta 64.',
  folder: 'Tiene que ser la ruta completa de una carpeta.',
  secretSigning:
    'Tiene que empezar con whsec_ y seguir con 24 bytes o más en base64. Cópiela de nuevo de la caja.',
  secretEmpty: 'No hay nada pegado.',
  secretStrange: 'Tiene saltos de línea o caracteres que no van en una clave. Cópiela de nuevo.',
  secretTooLong: 'Es demasiado larga para guardarla. Revise que sea la clave y nada más.',
  secretSpaces: 'Tiene un espacio en el medio. Copie la clave entera, sin nada más, y péguela de nuevo.',
  secretMasked: 'Es la clave tapada, con puntos o asteriscos. Use el botón de copiar de la página.',
  secretPage: 'Es la dirección de una página, no la clave. Abra esa página y copie la clave que muestra.',
};

export const placeProblemsEn: typeof placeProblemsEs = {
  ownPlace:
    'It has to begin with https://, or with http:// inside the shop’s network. Without user or password.',
  topic: 'Only plain letters, digits, hyphen and underscore; up to 64.',
  folder: 'It has to be the full path of a folder.',
  secretSigning:
    'It has to begin with whsec_, followed by 24 bytes or more in base64. Copy it from the till again.',
  secretEmpty: 'Nothing is pasted.',
  secretStrange: 'It has line breaks or characters that do not belong in a key. Copy it again.',
  secretTooLong: 'It is too long to be kept. Check that it is the key and nothing else.',
  secretSpaces: 'It has a space in the middle. Copy the whole key, with nothing else, and paste it again.',
  secretMasked: 'It is the hidden form of the key, in dots or asterisks. Use the copy button of the page.',
  secretPage: 'It is the address of a page, not the key. Open that page and copy the key it shows.',
};
