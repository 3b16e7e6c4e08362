import { chunk } from '../../../lib/chunk.js'

/** Who is here, how one looks at the document, and one's own undo: fetched while the document's text comes. */
export const toolsChunk = chunk(async () => (await import('./document-tools.js')).DocumentTools)
