import { chunk } from '../../../lib/chunk.js'

/** The editor and its format bar: fetched with a document that may be written in, before anybody puts a caret anywhere. */
export const editorChunk = chunk(async () => {
  const [{ RichTextEditor }, { FormatBar }] = await Promise.all([import('./rich-text-editor.js'), import('./format-bar.js')])
  return { RichTextEditor, FormatBar }
})
