import { chunk, useChunk } from '../../../lib/chunk.js'
import { addWords, isMessageKey } from '../../../locales/catalogue.js'
import { useText } from '../../../locales/use-text.js'

/** What each paragraph of the Framework says, in a line: fetched where one is mentioned. */
export const paragraphsChunk = chunk(async () => {
  await addWords(import('../../../locales/parts/framework.js'))
  return true
})

/** The line of one paragraph; null until it has come, and where it did not. */
export function useParagraphWords(number: number): string | null {
  const { t } = useText()
  const { value } = useChunk(paragraphsChunk)
  const key = `framework.${number}`
  return value !== null && isMessageKey(key) ? t(key) : null
}
