import { act, screen } from '@testing-library/react'
import { showPage } from '../../../test/support/screen.js'
import { noteAnswer } from '../lib/line.js'
import { FormDialog } from './form-dialog.js'

describe('a form over the page', () => {
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
