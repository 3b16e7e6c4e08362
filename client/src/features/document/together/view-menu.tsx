import { Header } from 'react-aria-components/Header'
import { MenuSection } from 'react-aria-components/Menu'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Menu, MenuItem } from '../../../ui/menu.js'
import { useOpenDocument } from '../open-document.js'
import { SCOPES, type Scope } from './scope.js'

interface ViewMenuProps {
  readonly held: number | null
  readonly hasCarets: boolean
  readonly showsCarets: boolean
  readonly onShowCarets: (shown: boolean) => void
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

/** How one looks at a document that others write in as well: their carets, whether their changes wait, what is read out of them. */
export function ViewMenu({ held, hasCarets, showsCarets, onShowCarets, scope, onScope }: ViewMenuProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const { live, canEdit } = useOpenDocument()

  function hold() {
    if (held === null) live.hold()
    else live.release()
    announce(t(held === null ? 'hold.begun' : 'hold.ended'))
  }

  const chosen = [...(showsCarets ? ['carets'] : []), ...(held === null ? [] : ['hold'])]
  return (
    <Menu label={t('view.menu')} icon="settings" look="quiet">
      <MenuSection selectionMode="multiple" selectedKeys={chosen}>
        <Header className="menu__header">{t('view.others')}</Header>
        {hasCarets && (
          <MenuItem id="carets" onAction={() => onShowCarets(!showsCarets)}>
            {t('people.carets')}
          </MenuItem>
        )}
        {canEdit && (
          <MenuItem id="hold" onAction={hold}>
            {t('hold.item')}
          </MenuItem>
        )}
      </MenuSection>
      <MenuSection selectionMode="single" selectedKeys={[scope]} disallowEmptySelection>
        <Header className="menu__header">{t('view.spoken')}</Header>
        {SCOPES.map((one) => (
          <MenuItem key={one} id={one} onAction={() => onScope(one)}>
            {t(`view.spoken.${one}`)}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}
