import { useEffect, useEffectEvent } from 'react'
import { isMacKeyboard } from '../lib/keyboard.js'

const isApple = isMacKeyboard()

/** On Apple's keyboards Ctrl+K belongs to every text field: there it is the command key. */
export const FIND_KEYS = isApple ? { shown: '⌘ K', aria: 'Meta+K' } : { shown: 'Ctrl K', aria: 'Control+K' }

/** Hears Ctrl or Cmd with K anywhere on the page, save where something over the page is waiting for an answer. */
export function useFindKey(isOn: boolean, onPress: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isKey = event.key.toLowerCase() === 'k' && (isApple ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey
    if (!isKey || event.isComposing) return
    event.preventDefault()
    const over = document.querySelector('.scrim')
    if (!over || over.querySelector('.finder')) onPress()
  })
  useEffect(() => {
    if (!isOn) return undefined
    // Before the editors, which take keys for themselves.
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [isOn])
}
