import { screen } from '@testing-library/react'
import { showPage } from '../../../../../test/support/screen.js'
import { copyText } from '../../../lib/hand-over-text.js'
import { RecoveredPanel } from './recovered-panel.js'

jest.mock('../../../lib/hand-over-text.js', () => ({ copyText: jest.fn(() => Promise.resolve(true)) }))

const panel = (words: string) => {
  const recovered = [{ id: 'one', at: new Date(0), texts: [words], reason: 'too_large' }]
  return showPage(<RecoveredPanel recovered={recovered} title="Water" onDismiss={() => undefined} />, { route: '/', at: '/' })
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
