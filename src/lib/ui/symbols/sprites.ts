import art from '../sprites/art.svg?no-inline';
import icons from '../sprites/icons.svg?no-inline';
import pictures from '../sprites/pictures.svg?no-inline';
import symbols from '../sprites/symbols.svg?no-inline';

/** Where the drawings are. `<use>` reaches into these files, and our colours reach into them. */
export const sprites = { art, icons, pictures, symbols };
