import type { Editor } from '@tiptap/core'
import { useText } from '../../../locales/use-text.js'
import { Menu, MenuItem } from '../../../ui/menu.js'
import { extraItems } from './extra-items.js'
import { tableActs } from './table-menu.js'

interface FormatMoreProps {
  readonly editor: Editor | null
  readonly isInTable: boolean
  readonly isDisabled: boolean
  readonly onLink: () => void
}

/** Where the bar is narrow: what does not stand in it. */
export function FormatMore({ editor, isInTable, isDisabled, onLink }: FormatMoreProps) {
  const { t } = useText()
  return (
    <Menu label={t('editor.extras')} icon="more" look="quiet" isDisabled={isDisabled}>
      <MenuItem onAction={onLink}>{t('editor.link')}</MenuItem>
      {extraItems(editor, t)}
      {tableActs(editor, isInTable).map(([name, act]) => (
        <MenuItem key={name} onAction={() => editor && act(editor)}>
          {t(`editor.table.${name}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
