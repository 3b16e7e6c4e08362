import '../../../test/support/browser-globals.js'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IconButton } from './icon-button.js'

describe('a button with an icon alone', () => {
  it('[UI-409] shows its name to whoever sees, and does not say it twice to whoever listens', async () => {
    render(<IconButton icon="undo" label="Undo my last change" />)
    await userEvent.tab()
    expect((await screen.findByRole('tooltip')).textContent).toBe('Undo my last change')
    expect(screen.getByRole('button', { name: 'Undo my last change', description: '' })).toBe(document.activeElement)
  })
})
