import type { SaveState } from '../../../connection/index.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { SAVE_LOOK, saveWords, shortSaveWords } from './save-words.js'

/** What has become of what was typed, at every width: always in words, and with an icon. */
export function SavePill({ state }: { readonly state: SaveState }) {
  const text = useText()
  const { time } = useFormat()
  const { icon, tone } = SAVE_LOOK[state.kind]
  const short = shortSaveWords(state, text)
  return (
    <p className={`pill pill--${tone}`} data-save-state={state.kind}>
      <span className="visually-hidden">{text.t('save.label')}</span>
      <Icon name={icon} />
      <span>{saveWords(state, text, time)}</span>
      {short !== null && (
        <span className="pill__short" aria-hidden="true">
          {short}
        </span>
      )}
    </p>
  )
}
