import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import { TargetsInput } from './targets-input.js'

function Field({ start, refuses = false, isReadOnly = false }: { start: readonly string[]; refuses?: boolean; isReadOnly?: boolean }) {
  const [chosen, setChosen] = useState(start)
  const onAnswer = (codes: readonly string[] | null) => {
    if (refuses) return 'Refused.'
    setChosen(codes ?? [])
    return null
  }
  return <TargetsInput label="Goals it serves" chosen={chosen} isReadOnly={isReadOnly} onAnswer={onAnswer} />
}

async function show(field: Parameters<typeof Field>[0]) {
  new SetAnswers({})
  const user = await showPage(<Field {...field} />, { route: '/', at: '/' })
  const group = within(await screen.findByRole('group', { name: 'Goals it serves' }))
  const shown = () => group.queryAllByRole('listitem').map(({ textContent }) => textContent)
  return { user, group, shown }
}

describe('the field for targets and indicators', () => {
  it('[UI-163] is searched by words or by number, by keyboard, and says what was added', async () => {
    const { user, group, shown } = await show({ start: [] })
    const search = group.getByRole('combobox', { name: /Add a target or an indicator/ })
    await user.type(search, 'safe and affordable drinking water')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(shown()).toHaveLength(1))
    expect(shown()[0]).toMatch(/^6\.1 By 2030, achieve universal and equitable access to safe/)
    expect(spoken()).toBe('6.1 was added.')
    await waitFor(() => expect(document.activeElement).toBe(group.getByRole('combobox')))
    await user.keyboard('6.b.1')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(shown().map((words) => words.split(' ')[0])).toEqual(['6.1', '6.b.1']))
    expect(group.getByText(/List: .*2023 refinement/)).toBeTruthy()
  })

  it('[UI-163] what is removed gives the focus to what stands in its place, the last one to the search', async () => {
    const { user, group, shown } = await show({ start: ['6.1', '6.2'] })
    await user.click(group.getByRole('button', { name: /6\.1/ }))
    await waitFor(() => expect(document.activeElement).toBe(group.getByRole('button', { name: /6\.2/ })))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(group.getByRole('combobox')))
    expect(shown()).toEqual([])
  })

  it('[UI-163] an unknown code is shown as such, and a reader sees the words without anything to press', async () => {
    const { group, shown } = await show({ start: ['1.a.3', '6.1'], isReadOnly: true })
    expect(shown().map((words) => words.slice(0, 30))).toEqual(['6.1 By 2030, achieve universal', '1.a.3 is not in this list. It '])
    expect([group.queryByRole('button'), group.queryByRole('combobox')]).toEqual([null, null])
  })

  it('[UI-163] a refusal stands beside the search', async () => {
    const { user, group } = await show({ start: [], refuses: true })
    await user.type(group.getByRole('combobox'), '6.b.1')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(await group.findByText('Refused.')).toBeTruthy()
  })
})
