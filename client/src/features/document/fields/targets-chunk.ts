import { chunk } from '../../../lib/chunk.js'

/** The picker and the published list with its words: fetched where somebody looks at a field for targets. */
export const targetsChunk = chunk(async () => {
  const [{ TargetsPicker }, { default: list }] = await Promise.all([
    import('./targets-picker.js'),
    import('@roundtable/shared/data/sdg.json')
  ])
  return { TargetsPicker, list }
})
