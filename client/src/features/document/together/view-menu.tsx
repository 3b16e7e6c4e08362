import { Header } from 'react-aria-components/Header'
import { MenuSection } from 'react-aria-components/Menu'
import { useText } from '../../../locales/use-text.js'
import { Menu, MenuItem } from '../../../ui/menu.js'
import { useOpenDocument } from '../open-document.js'
import { SCOPES, type Scope } from './scope.js'

interface ViewMenuProps {
  readonly isHeld: boolean
  readonly onHold: () => void
  readonly hasCarets: boolean
  readonly showsCarets: boolean
  readonly onShowCarets: (shown: boolean) => void
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

/** How one looks at a document that others write in as well: their carets, whether their changes wait, what is read out of them. */
export function ViewMenu({ isHeld, onHold, hasCarets, showsCarets, onShowCarets, scope, onScope }: ViewMenuProps) {
  const { t } = useText()
  const { canEdit } = useOpenDocument()

  const chosen = [...(showsCarets ? ['carets'] : []), ...(isHeld ? ['hold'] : [])]
  return (
    <Menu label={t('view.menu')} icon="view" look="quiet">
      <MenuSection selectionMode="multiple" selectedKeys={chosen}>
        <Header className="menu__header">{t('view.others')}</Header>
        {hasCarets && (
          <MenuItem id="carets" onAction={() => onShowCarets(!showsCarets)}>
            {t('people.carets')}
          </MenuItem>
        )}
        {canEdit && (
          <MenuItem id="hold" onAction={onHold}>
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
      {/* When the menu is gone: what is open would be on the paper. */}
      <MenuItem onAction={() => requestAnimationFrame(() => window.print())}>{t('view.print')}</MenuItem>
    </Menu>
  )
}
