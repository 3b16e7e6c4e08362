import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import { listenForUndo } from '../history/undo-keys.js'
import { CountriesInput } from './countries-input.js'

function Field({ start }: { readonly start: readonly string[] }) {
  const [chosen, setChosen] = useState(start)
  const onAnswer = (codes: readonly string[] | null) => {
    setChosen(codes ?? [])
    return null
  }
  return (
    <>
      <CountriesInput label="Kept in" chosen={chosen} onAnswer={onAnswer} />
      <output>{chosen.join(' ')}</output>
    </>
  )
}

async function show(start: readonly string[] = []) {
  new SetAnswers({})
  const user = await showPage(<Field start={start} />, { route: '/', at: '/' })
  const group = within(await screen.findByRole('group', { name: 'Kept in' }))
  return { user, group, codes: () => document.querySelector('output')?.textContent }
}

describe('the field for countries', () => {
  it('[UI-317] typing Nigeria never chooses Niger, and Enter takes the whole name', async () => {
    const { user, group, codes } = await show()
    const search = group.getByRole('combobox')
    for (const letter of 'Nigeria') {
      await user.type(search, letter)
      expect(codes()).toBe('')
    }
    await user.keyboard('{Enter}')
    await waitFor(() => expect(codes()).toBe('NG'))
    expect(spoken()).toBe('Nigeria was added.')
  })

  it('[UI-298] what is typed of a name is a draft: the document’s undo leaves it alone until it is left', async () => {
    const { user, group } = await show()
    const acts: string[] = []
    const stop = listenForUndo(document.body, (act) => acts.push(act))
    await user.type(group.getByRole('combobox'), 'Nig')
    await user.keyboard('{Control>}z{/Control}')
    expect(acts).toEqual([])
    await user.tab()
    await user.click(group.getByRole('combobox'))
    await user.keyboard('{Control>}z{/Control}')
    expect(acts).toEqual(['undo'])
    stop()
  })

  it('[UI-370] Enter takes the only name that fits; words that fit none, or several, stay and it is said', async () => {
    const { user, group, codes } = await show()
    const search = () => group.getByRole<HTMLInputElement>('combobox')
    await user.type(search(), 'Keny{Enter}')
    await waitFor(() => expect(codes()).toBe('KE'))
    await user.type(search(), 'Atlantis{Enter}')
    expect(group.getByText('No country has a name like this.')).toBeTruthy()
    expect([search().value, search().getAttribute('aria-invalid'), codes()]).toEqual(['Atlantis', 'true', 'KE'])
    expect(spoken()).toBe('No country has a name like this.')
    await user.clear(search())
    await user.type(search(), 'Ni{Enter}')
    expect(group.getByText('Choose one.')).toBeTruthy()
    expect([search().value, codes()]).toEqual(['Ni', 'KE'])
    await user.type(search(), 'ger')
    expect(group.queryByText('Choose one.')).toBeNull()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(codes()).toBe('KE NE'))
  })

  it('[UI-317] half a name that is left adds nothing; what is there is taken out by its name', async () => {
    const { user, group, codes } = await show(['KG'])
    await user.type(group.getByRole('combobox'), 'Nigeri')
    await user.tab()
    expect(codes()).toBe('KG')
    expect(group.getByRole<HTMLInputElement>('combobox').value).toBe('Nigeri')
    await user.click(group.getByRole('button', { name: 'Remove Kyrgyzstan' }))
    await waitFor(() => expect(codes()).toBe(''))
  })
})
