import { addWords } from '../locales/catalogue.js'

/*
 * The parts of the catalogue that more than one page needs (`locales/parts.json`). They are fetched once, and are there before
 * the page that asks for them is shown.
 */

/** What every page behind the door says, and none before it. */
export const insideWords = () => addWords(import('../locales/parts/inside.js'))
export const accountWords = () => addWords(import('../locales/parts/account.js'))
export const documentWords = () => addWords(import('../locales/parts/documents.js'))
export const listWords = () => addWords(import('../locales/parts/find.js'))
export const operationWords = () => addWords(import('../locales/parts/operation.js'))
/** What is asked of whoever opens an initiative is asked again of whoever is invited, and of a document that is added. */
export const openingWords = () => addWords(import('../locales/parts/opening.js'))
/** What the sides say of themselves stands on several pages. */
export const sideWords = () => addWords(import('../locales/parts/sides.js'))
export const workspaceWords = () => addWords(import('../locales/parts/workspace.js'))
export const myWorkWords = () => addWords(import('../locales/parts/myWork.js'))
