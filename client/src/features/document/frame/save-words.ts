import type { SaveState } from '../../../connection/index.js'
import type { IconName } from '../../../ui/icon.js'
import type { Text } from '../../../locales/use-text.js'

export interface SaveLook {
  readonly icon: IconName
  readonly tone: 'plain' | 'good' | 'caution' | 'danger'
}

/** Always an icon beside the text, never colour alone. */
export const SAVE_LOOK: Readonly<Record<SaveState['kind'], SaveLook>> = {
  saved: { icon: 'saved', tone: 'good' },
  saving: { icon: 'saving', tone: 'plain' },
  unfinished: { icon: 'unfinished', tone: 'plain' },
  on_device: { icon: 'device', tone: 'caution' },
  reconnecting: { icon: 'reconnecting', tone: 'caution' },
  read_only: { icon: 'readOnly', tone: 'plain' },
  needs_attention: { icon: 'attention', tone: 'danger' }
}

/** The save state in the reader's words. */
export function saveWords(state: SaveState, { t, sentence }: Pick<Text, 't' | 'sentence'>, time: (at: Date) => string): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? t('save.savedBefore') : t('save.saved', { at: time(state.at) })
    case 'saving':
      return t('save.saving')
    case 'unfinished':
      return t('save.unfinished', { n: state.fields })
    case 'on_device':
      return t('save.onDevice', { n: state.waiting })
    case 'reconnecting':
      return t('save.reconnecting')
    case 'read_only':
      return t('save.readOnly')
    case 'needs_attention':
      return t('save.attention', { because: sentence(`attention.${state.reason}`, 'attention.unknown') })
  }
}

/** The same in as few words as a phone's bar has room for; what needs attention is said whole there as well. */
export function shortSaveWords(state: SaveState, { t }: Pick<Text, 't'>): string | null {
  if (state.kind === 'unfinished') return t('save.unfinishedShort')
  return state.kind === 'on_device' ? t('save.onDeviceShort', { n: state.waiting }) : null
}

type Kind = SaveState['kind']
const CALM: ReadonlySet<Kind> = new Set(['saved', 'saving', 'unfinished'])

/**
 * Whether a change of save state is spoken. Saving, saved and a field that is being written in follow each other at every
 * pause in typing and stay unspoken; "saved" is worth a word only after trouble, and the first state of a page is part of the page.
 */
export function isSpoken(before: Kind | null, after: Kind): boolean {
  if (before === null || before === after) return false
  return !(CALM.has(before) && CALM.has(after)) && after !== 'saving' && after !== 'unfinished' && after !== 'reconnecting'
}
