/** In the built pages only this part of the catalogue (`parts.json`). */
export { default } from '../en.json'
