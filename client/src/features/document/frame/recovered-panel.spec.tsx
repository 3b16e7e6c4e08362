import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { copyText } from '../../../lib/hand-over-text.js'
import { startCatalogue } from '../../../locales/catalogue.js'
import { Announcer } from '../../../ui/announcer.js'
import { RecoveredPanel } from './recovered-panel.js'

jest.mock('../../../lib/hand-over-text.js', () => ({ copyText: jest.fn(() => Promise.resolve(true)) }))

const panel = async (words: string) => {
  const user = userEvent.setup()
  const recovered = [{ id: 'one', at: new Date(0), texts: [words], reason: 'too_large' }]
  render(
    <I18nextProvider i18n={await startCatalogue('en')}>
      <Announcer>
        <RecoveredPanel recovered={recovered} title="Water" onDismiss={() => undefined} />
      </Announcer>
    </I18nextProvider>
  )
  return user
}

describe('recovered words', () => {
  it('[SAVE-9] that are very long are shown by their beginning and copied whole', async () => {
    const user = await panel('river '.repeat(10_000))
    expect(document.querySelector('.recovered__words')?.textContent).toHaveLength(20_000)
    expect(screen.getByText(/Only the beginning is shown\..*60,000 characters/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(copyText).toHaveBeenCalledWith('river '.repeat(10_000))
  })

  it('[SAVE-9] of usual length are shown whole', async () => {
    await panel('river and well')
    expect(document.querySelector('.recovered__words')?.textContent).toBe('river and well')
    expect(screen.queryByText(/Only the beginning/)).toBeNull()
  })
})
