import { screen, within } from '@testing-library/react'
import { showPage } from '../../../../test/support/screen.js'
import { HelpPanel } from './help-panel.js'

describe('help', () => {
  it.each([
    ['a touch screen ends', true, -1],
    ['a screen with a pointer has them second', false, 1]
  ])('[UI-279] %s with the keys', async (_screen, matches, place) => {
    const media = { matches, addEventListener: () => undefined, removeEventListener: () => undefined }
    Object.assign(window, { matchMedia: () => media })
    await showPage(<HelpPanel session={null} onClose={() => undefined} />, { route: '/', at: '/' })
    const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(titles.at(place)).toBe('By keyboard on this page')
    expect(titles.filter((title) => title === 'By keyboard on this page')).toHaveLength(1)
  })

  it('[UI-442] explains the words a newcomer meets, each in one sentence or two', async () => {
    await showPage(<HelpPanel session={null} onClose={() => undefined} />, { route: '/', at: '/' })
    const words = screen.getByRole('region', { name: 'Words used here' })
    const terms = within(words).getAllByRole('term')
    expect(terms.map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(['CSO', 'NSO', 'Seat', 'Microdata', 'Mandate']))
    for (const meaning of within(words).getAllByRole('definition'))
      expect(meaning.textContent).toMatch(/^[A-Z][^.]{10,120}\.( [A-Z][^.]{5,80}\.)?$/)
  })
})
