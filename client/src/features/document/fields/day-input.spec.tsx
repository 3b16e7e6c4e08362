import { useState } from 'react'
import { screen } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { listenForUndo } from '../history/undo-keys.js'
import { DayInput } from './day-input.js'

function Field({ start }: { readonly start: string }) {
  const [day, setDay] = useState(start)
  const onCommit = (next: string) => {
    setDay(next)
    return null
  }
  return (
    <>
      <DayInput label="Begins" value={day} said={day} isReadOnly={false} whenEmpty="–" onCommit={onCommit} />
      <output>{day}</output>
    </>
  )
}

describe('the field for a day', () => {
  const acts: string[] = []
  let stop: () => void
  beforeEach(() => {
    acts.length = 0
    stop = listenForUndo(document.body, (act) => acts.push(act))
  })
  afterEach(() => stop())

  async function show(start: string) {
    new SetAnswers({})
    const user = await showPage(<Field start={start} />, { route: '/', at: '/' })
    const parts = await screen.findAllByRole('spinbutton')
    return { user, parts, day: () => document.querySelector('output')?.textContent }
  }
  const UNDO = '{Control>}z{/Control}'

  it('[UI-298] is a draft from the first part that is typed, and the document’s undo leaves it alone until it is left', async () => {
    const { user, parts, day } = await show('')
    await user.click(parts[0]!)
    await user.keyboard(UNDO)
    expect(acts).toEqual(['undo'])
    await user.keyboard('{ArrowUp}')
    await user.keyboard(UNDO)
    for (const part of parts.slice(1)) {
      await user.click(part)
      await user.keyboard(`{ArrowUp}${UNDO}`)
    }
    expect([acts, day()]).toEqual([['undo'], ''])
    await user.tab()
    await user.tab()
    expect(day()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await user.click(parts[0]!)
    await user.keyboard(UNDO)
    expect(acts).toEqual(['undo', 'undo'])
  })

  it('[UI-298] is a draft while a part of what is set is taken out', async () => {
    const { user, parts, day } = await show('2027-06-30')
    await user.click(parts[1]!)
    await user.keyboard(`{Backspace}${UNDO}`)
    expect([acts, day()]).toEqual([[], '2027-06-30'])
  })
})
