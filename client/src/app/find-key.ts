import { useEffect, useEffectEvent } from 'react'
import { isMacKeyboard } from '../lib/keyboard.js'

const isApple = isMacKeyboard()

/** On Apple's keyboards Ctrl+K belongs to every text field: there it is the command key. */
export const FIND_KEYS = isApple ? { shown: '⌘ K', aria: 'Meta+K' } : { shown: 'Ctrl K', aria: 'Control+K' }

type ToolKey = 'find' | 'help'

/**
 * Which tool a key asks for: Ctrl or Cmd with K, and F1. No single letter or sign does: who speaks to the page types them
 * by accident (WCAG 2.1.4).
 */
function toolOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): ToolKey | null {
  if (altKey || shiftKey) return null
  if (key === 'F1' && !ctrlKey && !metaKey) return 'help'
  return key.toLowerCase() === 'k' && (isApple ? metaKey : ctrlKey) ? 'find' : null
}

/** Hears the tools' keys anywhere on the page, save where something over the page is waiting for an answer. */
export function useToolKeys(press: (tool: ToolKey) => void, canFind: boolean): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const tool = event.isComposing ? null : toolOf(event)
    if (tool === null || (tool === 'find' && !canFind)) return
    event.preventDefault()
    const over = document.querySelector('.scrim')
    if (!over || over.querySelector('.finder, .help__pairs')) press(tool)
  })
  useEffect(() => {
    // Before the editors, which take keys for themselves.
    const hear = (event: KeyboardEvent) => heard(event)
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
}
