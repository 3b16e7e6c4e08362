import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { showPage } from '../../../test/support/screen.js'
import { GalleryPage } from '../features/gallery/gallery-page.js'
import { ariaTag, giveAriaWords } from './aria-words.js'
import { LOCALES } from './locale.js'

describe('the words of React Aria', () => {
  it('[UI-258] are brought for the languages there are', () => {
    const brought = JSON.parse(readFileSync(join(__dirname, 'aria.json'), 'utf8')) as Record<string, string>
    expect(Object.keys(brought)).toEqual([...LOCALES])
    for (const locale of LOCALES) expect(ariaTag(locale)).toMatch(/^[a-z]{2}-[A-Z]{2}$/)
  })

  it('[UI-258] can be given for one that it does not know, for everything our components say', async () => {
    const thatIs = (name: string): Record<string, string> => new Proxy({}, { get: (_, key) => `${name} ${String(key)}` })
    giveAriaWords('ky-KG', {
      '@react-aria/calendar': thatIs('calendar'),
      '@react-aria/combobox': thatIs('combobox'),
      '@react-aria/menu': thatIs('menu'),
      '@react-aria/overlays': { dismiss: 'Жабуу' }
    })
    const click = userEvent.setup().click
    await showPage(
      <I18nProvider locale="ky-KG">
        <GalleryPage />
      </I18nProvider>,
      { route: '/gallery', at: '/gallery' }
    )
    await click(screen.getAllByRole('button', { name: 'Menu' })[0] ?? document.body)
    expect(screen.getAllByRole('button', { name: 'Жабуу', hidden: true }).length).toBeGreaterThan(0)
    await click(screen.getAllByRole('menuitem')[0] ?? document.body)
    await click(screen.getAllByRole('button', { name: /^Show all/ })[0] ?? document.body)
    expect(screen.getByRole('listbox', { name: /combobox listboxLabel/ })).toBeTruthy()
  })
})
