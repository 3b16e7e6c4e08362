import { screen } from '@testing-library/react'
import { showPage } from '../../../test/support/screen.js'
import { ReasonDialog } from './reason-dialog.js'

async function show() {
  const onClose = jest.fn()
  const words = { title: 'Decline?', submit: 'Decline', label: 'Reason', hint: 'Why', missing: 'Say why' }
  const user = await showPage(<ReasonDialog {...words} error={null} isPending={false} onSend={jest.fn()} onClose={onClose} />, {
    route: '/',
    at: '/'
  })
  const pressBeside = () => user.click(document.querySelector('.scrim')!)
  return { user, onClose, pressBeside }
}

describe('a form over the page', () => {
  it('[SAVE-20] in which something was typed is not closed by a press beside it', async () => {
    const { user, onClose, pressBeside } = await show()
    await user.type(screen.getByLabelText('Reason'), 'We are three people')
    await pressBeside()
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('We are three people')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('[SAVE-20] in which nothing was typed is', async () => {
    const { onClose, pressBeside } = await show()
    await pressBeside()
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})
