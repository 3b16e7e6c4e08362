import { chunk } from '../../../lib/chunk.js'

/** What writers ask for now and then, the forms and the cleaning of a paste: fetched after the editor, before anybody asks. */
export const laterChunk = chunk(() => import('./later.js'))
