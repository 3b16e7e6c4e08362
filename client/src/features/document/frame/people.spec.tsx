import '../../../../../test/support/browser-globals.js'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { applyTemplate, readDocument } from '@roundtable/shared/document'
import { I18nextProvider } from 'react-i18next'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LiveDocument } from '../../../connection/index.js'
import { startCatalogue } from '../../../locales/catalogue.js'
import { OpenDocumentContext, type OpenDocument } from '../open-document.js'
import { GuideContext, GuideDesk } from '../places/guide.js'
import { presenceAt } from '../places/place.js'
import { People } from './people.js'

describe('the list of who is here', () => {
  it('[UI-280] says of each by side where they are, in the words of the page', async () => {
    const [doc, other] = [new Y.Doc(), new Y.Doc()]
    let next = 0
    applyTemplate('agreement', doc, { newId: () => `id-${next++}`, entries: ['C02', 'C04'] })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const [first] = readDocument('agreement', doc).clauses
    const [awareness, presence] = [new Awareness(doc), new Awareness(other)]
    const user = { id: 'a', name: 'Amina', side: 'civic', color: 1 } as const
    presence.setLocalState({ user, place: presenceAt(other, 'agreement', { entry: first!.id, part: 'text', field: null }) })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(presence, [other.clientID]), 'test')
    const guide = new GuideDesk()
    guide.seat({ nameOf: ({ entry }) => (entry === first!.id ? 'Shared goal' : null), open: () => undefined })
    const mySeat = { id: 'me', name: 'Mara', side: 'state' }
    const live = { awareness } as unknown as LiveDocument
    const open = { view: { kind: 'agreement', mySeat }, live, doc, canEdit: true, isSynced: true } as OpenDocument
    const followed: string[] = []
    render(
      <I18nextProvider i18n={await startCatalogue('en')}>
        <OpenDocumentContext value={open}>
          <GuideContext value={guide}>
            <People others={[user]} mySeat={open.view.mySeat} myColor={2} hasCarets onFollow={({ name }) => followed.push(name)} />
          </GuideContext>
        </OpenDocumentContext>
      </I18nextProvider>
    )
    for (const { _checkInterval } of [awareness, presence]) clearInterval(_checkInterval as unknown as number)
    const person = userEvent.setup()
    await person.click(screen.getByRole('button', { name: '2 here: show who' }))
    const sides = screen
      .getAllByRole('region')
      .map((side) => [side.getAttribute('aria-label'), within(side).getByRole('listitem').textContent])
    expect(sides).toEqual([
      ['Civic side', 'AAminaIn Shared goalFollow Amina'],
      ['State side', 'MMara (you)']
    ])
    await person.click(screen.getByRole('button', { name: 'Follow Amina' }))
    expect(followed).toEqual(['Amina'])
  })
})
