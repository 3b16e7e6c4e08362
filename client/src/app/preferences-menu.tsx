import { useSyncExternalStore } from 'react'
import { Header } from 'react-aria-components/Header'
import { MenuSection } from 'react-aria-components/Menu'
import { keepLocale, offeredLocales, type Locale } from '../locales/locale.js'
import { useText } from '../locales/use-text.js'
import { Menu, MenuItem } from '../ui/menu.js'
import { keepTheme, keptTheme, subscribeToTheme, THEMES } from './theme.js'

/** Language and colours. A language needs a fresh page: direction and every string come from it. */
export function PreferencesMenu() {
  const { t, locale } = useText()
  const theme = useSyncExternalStore(subscribeToTheme, keptTheme)

  return (
    <Menu label={t('preferences.menu')} icon="settings" look="quiet">
      <MenuSection selectionMode="single" selectedKeys={[theme]} disallowEmptySelection>
        <Header className="menu__header">{t('preferences.theme')}</Header>
        {THEMES.map((name) => (
          <MenuItem key={name} id={name} onAction={() => keepTheme(name)}>
            {t(`preferences.theme.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection selectionMode="single" selectedKeys={[locale]} disallowEmptySelection>
        <Header className="menu__header">{t('preferences.language')}</Header>
        {offeredLocales(locale, import.meta.env.PROD).map((name) => (
          <MenuItem key={name} id={name} onAction={() => openIn(name)}>
            {t(`preferences.language.${name}`)}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}

function openIn(locale: Locale): void {
  keepLocale(locale)
  const address = new URL(window.location.href)
  address.searchParams.delete('locale')
  window.location.assign(address)
}
