import type { MessageKey } from '../../locales/catalogue.js'

export interface Shortcut {
  /** Keys that are pressed together; each in the words that stand on it. */
  readonly keys: readonly string[]
  readonly means: MessageKey
}

/** What can be done by keys at an address. `command`: the key that goes with the letters on this keyboard. */
export function shortcutsAt(pathname: string, command: 'Ctrl' | '⌘', isSignedIn: boolean): readonly Shortcut[] {
  const everywhere: readonly Shortcut[] = [
    { keys: ['F1'], means: 'help.key.help' },
    { keys: ['Tab'], means: 'help.key.tab' },
    { keys: ['Esc'], means: 'help.key.escape' }
  ]
  const finding: readonly Shortcut[] = [
    { keys: [command, 'K'], means: 'help.key.find' },
    { keys: ['↓', '↑'], means: 'help.key.list' }
  ]
  const writing: readonly Shortcut[] = [
    { keys: ['Esc'], means: 'help.key.leave' },
    { keys: [command, 'Z'], means: 'help.key.undo' },
    { keys: [command, 'Shift', 'Z'], means: 'help.key.redo' },
    { keys: [command, 'B'], means: 'help.key.bold' },
    { keys: [command, 'I'], means: 'help.key.italic' },
    { keys: ['Alt', 'F10'], means: 'help.key.formats' },
    { keys: ['Enter'], means: 'help.key.enter' },
    { keys: ['Alt', '↓', '↑'], means: 'help.key.move' },
    { keys: ['Alt', 'Shift', 'M'], means: 'help.key.moveTo' }
  ]
  return [...(isSignedIn ? finding : []), ...everywhere, ...(pathname.startsWith('/documents/') ? writing : [])]
}
