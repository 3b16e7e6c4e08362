import { act, screen } from '@testing-library/react'
import { showPage } from '../../../test/support/screen.js'
import { noteAnswer } from '../lib/line.js'
import { FormDialog } from './form-dialog.js'
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

  it('[SAVE-21] in which something was typed asks before the Escape key throws it away', async () => {
    const { user, onClose } = await show()
    const field = screen.getByLabelText<HTMLTextAreaElement>('Reason')
    await user.type(field, 'We are three people')
    await user.keyboard('{Escape}')
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.getByRole('alert').textContent).toContain('Press Escape, or go back, once more')
    await user.type(field, ', and tired')
    expect(screen.queryByRole('alert')).toBeNull()
    await user.keyboard('{Escape}')
    expect([onClose.mock.calls.length, field.value]).toEqual([0, 'We are three people, and tired'])
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('[UI-204] says that it needs the server while that cannot be reached, keeps its words, and can be sent when it is back', async () => {
    const send = jest.fn()
    const form = (
      <FormDialog title="Leave" submit="Send" error={null} isPending={false} onSubmit={send} onClose={() => undefined}>
        <input aria-label="Why" defaultValue="kept" />
      </FormDialog>
    )
    const user = await showPage(form, { route: '/', at: '/' })
    act(() => noteAnswer(false))
    expect(screen.getByRole('status').textContent).toBe(
      'This needs the server, which cannot be reached now. It can be sent when the server is back.'
    )
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await user.type(screen.getByLabelText('Why'), '{Enter}')
    expect(send).not.toHaveBeenCalled()
    act(() => noteAnswer(true))
    expect(screen.queryByRole('status')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(send).toHaveBeenCalledTimes(1)
  })
})
