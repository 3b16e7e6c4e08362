import type { RichText } from '@roundtable/shared/document'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { startCatalogue } from '../../../locales/catalogue.js'
import { I18nextProvider } from 'react-i18next'
import { RichTextView } from './rich-text-view.js'

async function show(content: RichText['content']) {
  const catalogue = await startCatalogue('en')
  return render(
    <I18nextProvider i18n={catalogue}>
      <RichTextView text={{ type: 'doc', content }} labelId="label" />
    </I18nextProvider>
  )
}

describe('a rich text to read', () => {
  it('[UI-35] shows marks, lists, tables and links as what they are', async () => {
    const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const
    await show([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Water' }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [words('well')] }] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1 }, content: [words('Place')] }] }]
      },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'map', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org/map' } }] }]
      }
    ])
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Water')
    expect(screen.getByRole('listitem').textContent).toBe('well')
    expect(screen.getByRole('columnheader').textContent).toBe('Place')
    const link = screen.getByRole('link', { name: 'map' })
    expect(link.getAttribute('href')).toBe('https://example.org/map')
    expect(link.getAttribute('rel')).toContain('noopener')
    expect(link.closest('strong')).not.toBeNull()
  })

  it('[UI-95] shows headings one level lower than they are stored, and keeps the stored level for a copy', async () => {
    await show([1, 2, 6].map((level) => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text: `level ${level}` }] })))
    const shown = screen.getAllByRole('heading').map((heading) => `${heading.tagName} ${heading.dataset.level}`)
    expect(shown).toEqual(['H2 1', 'H3 2', 'H6 6'])
  })

  it('[UI-304] [UI-311] [UI-402] a mention says in short what its paragraph is about; Escape puts that away and leaves the focus', async () => {
    await show([{ type: 'paragraph', content: [{ type: 'text', text: '¶41', marks: [{ type: 'frameworkParagraph' }] }] }])
    const chip = await screen.findByRole('note', { name: /^¶41: Who governs data/ })
    expect(chip.tabIndex).toBe(0)
    const isSaid = () => chip.querySelector('.mention__said') !== null
    act(() => chip.focus())
    expect(isSaid()).toBe(true)
    fireEvent.keyDown(chip, { key: 'Escape' })
    expect([document.activeElement, isSaid()]).toEqual([chip, false])
    act(() => chip.blur())
    expect(isSaid()).toBe(true)
  })

  it('[UI-36] shows what this build does not know as its words, never as markup', async () => {
    await show([{ type: 'opaque', name: 'video', text: '<img src=x onerror=alert(1)>' }])
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy()
    expect(document.querySelector('img')).toBeNull()
  })

  it('[UI-35] says that nothing is written where nothing is', async () => {
    await show([{ type: 'paragraph', content: [] }])
    expect(screen.getByText('Nothing is written here yet.')).toBeTruthy()
  })
})
