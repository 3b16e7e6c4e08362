import '../../../../../test/support/browser-globals.js'
import { useState } from 'react'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { startCatalogue } from '../../../locales/catalogue.js'
import { Announcer } from '../../../ui/announcer.js'
import { EntryList } from './entry-list.js'

const START = ['Map', 'Train', 'Publish'].map((name) => ({ id: name.toLowerCase(), name }))

function Tasks() {
  const [entries, setEntries] = useState(START)
  return (
    <EntryList
      entries={entries}
      canEdit
      link="task"
      words={{ numbered: (number) => `Task ${number}`, add: 'Add', empty: 'None' }}
      onAdd={() => {
        setEntries([...entries, { id: 'new', name: '' }])
        return 'new'
      }}
      onMove={(id, after) => {
        const others = entries.filter((entry) => entry.id !== id)
        const at = after === null ? 0 : others.findIndex((entry) => entry.id === after) + 1
        setEntries([...others.slice(0, at), ...entries.filter((entry) => entry.id === id), ...others.slice(at)])
      }}
      onRemove={(id) => setEntries(entries.filter((entry) => entry.id !== id))}
    >
      {(entry) => <p>{entry.name}</p>}
    </EntryList>
  )
}

async function show() {
  const catalogue = await startCatalogue('en')
  render(
    <I18nextProvider i18n={catalogue}>
      <MemoryRouter>
        <Announcer>
          <Tasks />
        </Announcer>
      </MemoryRouter>
    </I18nextProvider>
  )
  return userEvent.setup()
}

const order = () => screen.getAllByRole('listitem').map((item) => item.dataset.entry)
const spoken = () => document.querySelector('[aria-live=polite]')?.textContent.replace('\u200b', '')

describe('a list that people order', () => {
  it('[UI-40] moves an entry by button, says where it is now and keeps the focus on the button', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Move down: Map' }))
    expect(order()).toEqual(['train', 'map', 'publish'])
    expect(spoken()).toBe('Map: now 2 of 3.')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Map')
  })

  it('[UI-41] gives the focus to the heading when the button can be pressed no further', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Move up: Train' }))
    expect(order()).toEqual(['train', 'map', 'publish'])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Task 1'))
  })

  it('[UI-40] moves an entry to a named place from its menu, by keyboard alone', async () => {
    const user = await show()
    act(() => screen.getByRole('button', { name: 'Move or remove: Map' }).focus())
    await user.keyboard('{Enter}')
    await user.keyboard('{End}{ArrowUp}{Enter}')
    expect(order()).toEqual(['train', 'publish', 'map'])
    expect(spoken()).toBe('Map: now 3 of 3.')
  })

  it('[UI-42] asks before removing, then gives the focus to what stands in its place', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Move or remove: Train' }))
    await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    expect(order()).toEqual(['map', 'publish'])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Task 2'))
  })

  it('[UI-296] gives the focus to what adds an entry when none is left', async () => {
    const user = await show()
    for (const { name } of START) {
      await user.click(screen.getByRole('button', { name: `Move or remove: ${name}` }))
      await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
      await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    }
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add' })))
  })

  it('[UI-41] gives the focus to what was added', async () => {
    const user = await show()
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Task 4'))
  })
})
