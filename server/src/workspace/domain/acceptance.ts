import type { Side } from '@roundtable/shared/framework'
import type { SideVoice } from './voices.js'

/** The sides that have accepted: somebody speaks for them, and every voice that counts there has said so. */
export function sidesThatAccept(sides: readonly Side[], voices: readonly SideVoice[], accepted: ReadonlySet<string>): Side[] {
  return sides.filter((side) => {
    const counted = voices.filter((voice) => voice.counts && voice.side === side)
    return counted.length > 0 && counted.every(({ key }) => accepted.has(key))
  })
}
