import type { Editor } from '@tiptap/core'
import type { Translate } from '../../../locales/use-text.js'
import { MenuItem } from '../../../ui/menu.js'
import { formatExtras } from './format-extras.js'

/** The extras as a menu's items; the direction that holds is said to be the current one. */
export function extraItems(editor: Editor | null, t: Translate) {
  return formatExtras(editor).map(({ key, isOn, act }) => (
    <MenuItem key={key} onAction={() => editor && act(editor)}>
      {t(key)}
      {isOn === true && <span className="muted caption">{t('editor.current')}</span>}
    </MenuItem>
  ))
}
