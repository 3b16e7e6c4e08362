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
    const parts = await screen.findAllByRole('textbox')
    return { user, parts, day: () => document.querySelector('output')?.textContent }
  }
  const UNDO = '{Control>}z{/Control}'

  it('[UI-298] is a draft from the first part that is typed, and the document’s undo leaves it alone until it is left', async () => {
    const { user, parts, day } = await show('')
    await user.click(parts[0]!)
    await user.keyboard(UNDO)
    expect(acts).toEqual(['undo'])
    for (const keys of ['3.', '06', '2027']) await user.keyboard(`${keys}${UNDO}`)
    expect([acts, day()]).toEqual([['undo'], ''])
    await user.tab()
    await user.tab()
    expect(day()).toBe('2027-06-03')
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

  it('[UI-380] takes a day in the order in which dates are written, whatever is typed between its parts, and pasted whole', async () => {
    const { user, parts, day } = await show('')
    expect(parts.map((part) => part.getAttribute('aria-label'))).toEqual(['day, Begins', 'month, Begins', 'year, Begins'])
    await user.click(parts[0]!)
    await user.keyboard('13 03 2027{Enter}')
    expect(day()).toBe('2027-03-13')
    for (const [pasted, stored] of [
      ['31/12/2028', '2028-12-31'],
      ['2029-01-02', '2029-01-02'],
      ['٣.٤.٢٠٣٠', '2030-04-03']
    ] as const) {
      await user.click(parts[0]!)
      await user.paste(pasted)
      await user.keyboard('{Enter}')
      expect(day()).toBe(stored)
    }
  })

  it.each([
    ['13 13 2027', 'There is no month 13.'],
    ['30 02 2020', 'There is no 30 February 2020.'],
    ['00 02 2020', 'There is no day 00.'],
    ['13 03 27', 'This date is not finished'],
    ['13', 'This date is not finished']
  ])('[UI-380] what is no day is said beside the field, stays in it, and is stored nowhere: %s', async (typed, said) => {
    const { user, parts, day } = await show('2026-11-29')
    await user.click(parts[0]!)
    await user.keyboard('{Backspace}')
    for (const part of parts) await user.clear(part)
    await user.click(parts[0]!)
    await user.keyboard(typed)
    await user.click(document.body)
    const group = screen.getByRole('group', { name: 'Begins' })
    expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toContain(said)
    expect(
      parts
        .map((part) => (part as HTMLInputElement).value)
        .join(' ')
        .trim()
    ).toBe(typed)
    expect(day()).toBe('2026-11-29')
    for (const part of parts) await user.clear(part)
    await user.click(document.body)
    expect([day(), screen.queryByRole('alert')]).toEqual(['', null])
  })

  it('[UI-380] a day that is chosen in the calendar is taken at once', async () => {
    const { user, day } = await show('2027-06-30')
    await user.click(screen.getByRole('button', { name: 'Choose in a calendar: Begins' }))
    await user.click(await screen.findByRole('button', { name: /15 June 2027/ }))
    expect(day()).toBe('2027-06-15')
  })
})
