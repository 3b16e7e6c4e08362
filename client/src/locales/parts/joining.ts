/** In the built pages only this part of the catalogue (bootstrap/catalogue-parts.mjs). */
export { default } from '../en.json'
