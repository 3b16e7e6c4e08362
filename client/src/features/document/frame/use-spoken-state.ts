import { useEffect, useRef } from 'react'
import type { SaveState } from '../../../connection/index.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { keptScope } from '../together/scope.js'
import { isSpoken, saveWords } from './save-words.js'

/** A dropped line is nobody's business for this long: typing goes on, and most come back (milliseconds). */
const QUIET_RECONNECTING = 30_000
/** Whoever pauses in writing for this long hears that it is saved (milliseconds). */
const PAUSE = 2000

/** Speaks the save state when it changes in a way that matters. */
export function useSpokenState(state: SaveState): void {
  const text = useText()
  const { time } = useFormat()
  const announce = useAnnounce()
  const before = useRef<SaveState['kind'] | null>(null)
  const savedAt = state.kind === 'saved' && state.at !== null ? state.at.getTime() : null
  const told = useRef(savedAt)

  useEffect(() => {
    const spoken = isSpoken(before.current, state.kind)
    before.current = state.kind
    if (spoken && state.kind === 'saved') told.current = savedAt
    if (spoken) announce(saveWords(state, text, time), state.kind === 'needs_attention' ? 'assertive' : 'polite')
  }, [state, savedAt, text, time, announce])

  // What was saved in this visit is one's own; each pause says it once, after what else is said then.
  useEffect(() => {
    if (savedAt === null || savedAt === told.current) return undefined
    const timer = setTimeout(() => {
      told.current = savedAt
      if (keptScope() !== 'off') announce(text.t('save.savedBefore'), 'later')
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [savedAt, text, announce])

  const isOffLine = state.kind === 'reconnecting' || state.kind === 'on_device'
  useEffect(() => {
    if (!isOffLine) return undefined
    const timer = setTimeout(() => announce(text.t('save.stillOffLine'), 'assertive'), QUIET_RECONNECTING)
    return () => clearTimeout(timer)
  }, [isOffLine, announce, text])
}
