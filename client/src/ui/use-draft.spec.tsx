import { useSyncExternalStore } from 'react'
import { act, screen } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../test/support/screen.js'
import { CommittedField } from './committed-field.js'
import { DayField } from './day-field.js'
import { DraftKeeperContext, type DraftKeeper } from './draft-keeper.js'
import { useDraft } from './use-draft.js'

class Keeper implements DraftKeeper {
  readonly open = new Map<string, string>()
  readonly handedBack: string[] = []
  readonly keep: DraftKeeper['keep'] = (field, { words }) => void this.open.set(field, words)
  readonly drop = (field: string) => void this.open.delete(field)
  readonly isKept = (field: string) => this.open.has(field)
  readonly handBack = (field: string) => {
    this.handedBack.push(this.open.get(field) ?? '')
    this.open.delete(field)
  }
}

class Shared<T> {
  readonly #listeners = new Set<() => void>()
  constructor(private value: T) {}
  readonly get = () => this.value
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  set(value: T) {
    this.value = value
    for (const listener of this.#listeners) listener()
  }
}

const LABEL = 'From whom or where'
const SAID = 'While you wrote, this became “AAAA”. What you wrote is not saved yet.'
const TOO_LONG = 'This is too long.'

interface FieldProps {
  readonly value: string
  readonly rows?: number
  readonly onCommit: (value: string) => string | null
}

function Day({ value, onCommit }: FieldProps) {
  const { shown, write, commit, meanwhile, insist, giveUp } = useDraft({ label: LABEL, value, isReadOnly: false, onCommit })
  return (
    <DayField
      label={LABEL}
      value={shown}
      became={meanwhile ?? undefined}
      {...{ insist, giveUp }}
      onChange={write}
      onDone={(written, isMeant) => (isMeant ? insist(written) : commit(written))}
    />
  )
}

/** A field of one value that others set, too: `theirs` is what one of them puts there. */
async function show(kind: 'input' | 'textarea' | 'day' = 'input') {
  const keeper = new Keeper()
  const answer = new Shared('')
  const shown = new Shared(true)
  const stored: string[] = []
  const onCommit = (next: string) => {
    if (next.length > 10) return TOO_LONG
    stored.push(next)
    answer.set(next)
    return null
  }
  function Page() {
    const value = useSyncExternalStore(answer.subscribe, answer.get)
    const isShown = useSyncExternalStore(shown.subscribe, shown.get)
    const field = { label: LABEL, value, onCommit }
    return (
      <DraftKeeperContext value={keeper}>
        {isShown && kind === 'day' && <Day {...field} />}
        {isShown && kind !== 'day' && <CommittedField {...field} isReadOnly={false} {...(kind === 'textarea' ? { rows: 2 } : {})} />}
        <output>{value}</output>
      </DraftKeeperContext>
    )
  }
  new SetAnswers({})
  const user = await showPage(<Page />, { route: '/', at: '/' })
  return {
    user,
    keeper,
    stored,
    field: () => screen.getByLabelText<HTMLInputElement>(LABEL),
    value: () => document.querySelector('output')?.textContent,
    theirs: (value: string) => act(() => answer.set(value)),
    goes: () => act(() => shown.set(false))
  }
}

const button = (name: RegExp) => screen.getByRole('button', { name })

describe('a draft that another value came under', () => {
  it.each(['input', 'textarea'] as const)(
    '[SAVE-40] stays in its field (%s), and what came is said beside it, however often it is left',
    async (kind) => {
      const { user, field, theirs, value, stored, keeper } = await show(kind)
      await user.type(field(), 'BBBB')
      theirs('AAAA')
      expect(screen.queryByText(SAID)).toBeNull()
      for (const again of [1, 2]) {
        await user.click(field())
        await user.click(document.body)
        expect([again, field().value, value(), stored]).toEqual([again, 'BBBB', 'AAAA', []])
        expect(screen.getByRole('alert').textContent).toBe(SAID)
      }
      expect(field().getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id)
      expect([...keeper.open.values()]).toEqual(['BBBB'])
    }
  )

  it('[SAVE-40] takes the other’s place by its button, with the focus in the field, and by a second Enter', async () => {
    const { user, field, theirs, value, keeper } = await show()
    await user.type(field(), 'BBBB')
    theirs('AAAA')
    await user.tab()
    await user.click(button(/^Put mine in its place/))
    expect([value(), screen.queryByText(SAID), document.activeElement, keeper.open.size]).toEqual(['BBBB', null, field(), 0])
    await user.type(field(), 'B')
    theirs('AAAA')
    await user.keyboard('{Enter}')
    expect([value(), field().value]).toEqual(['AAAA', 'BBBBB'])
    await user.keyboard('{Enter}')
    expect([value(), screen.queryByText(SAID)]).toEqual(['BBBBB', null])
  })

  it('[SAVE-40] goes for the other by its button and by Escape', async () => {
    const { user, field, theirs, value, stored, keeper } = await show()
    for (const giveUp of [() => user.click(button(/^Take the other/)), () => user.type(field(), '{Escape}')]) {
      theirs('')
      await user.type(field(), 'BBBB')
      theirs('AAAA')
      await user.tab()
      await giveUp()
      expect([field().value, value(), stored, keeper.open.size]).toEqual(['AAAA', 'AAAA', [], 0])
      expect(screen.queryByText(SAID)).toBeNull()
    }
  })

  it('[SAVE-40] is told again of what comes after that, before it takes its place', async () => {
    const { user, field, theirs, value } = await show()
    await user.type(field(), 'BBBB')
    theirs('AAAA')
    await user.keyboard('{Enter}')
    theirs('')
    theirs('CCCC')
    await user.keyboard('{Enter}')
    expect([value(), screen.getByRole('alert').textContent]).toEqual(['CCCC', SAID.replace('AAAA', 'CCCC')])
    await user.keyboard('{Enter}')
    expect(value()).toBe('BBBB')
  })

  it('[SAVE-40] has nothing to be told of where the same came, or what it began on came back', async () => {
    const { user, field, theirs, value } = await show()
    await user.type(field(), 'BBBB')
    theirs('BBBB')
    await user.tab()
    expect([value(), screen.queryByRole('alert')]).toEqual(['BBBB', null])
    await user.type(field(), 'B')
    theirs('AAAA')
    theirs('BBBB')
    await user.tab()
    expect([value(), screen.queryByRole('alert')]).toEqual(['BBBBB', null])
  })

  it('[SAVE-40] is handed back when its field goes', async () => {
    const { user, field, theirs, goes, value, keeper } = await show()
    await user.type(field(), 'BBBB')
    theirs('AAAA')
    goes()
    expect([value(), keeper.handedBack]).toEqual(['AAAA', ['BBBB']])
  })

  it('[SAVE-40] says so of an emptied field, too, and a day waits as words do', async () => {
    const { user, theirs, value } = await show('day')
    theirs('2027-01-01')
    const [first] = screen.getAllByRole('textbox')
    await user.click(first!)
    await user.keyboard('3')
    theirs('')
    await user.click(document.body)
    expect(screen.getByRole('alert').textContent).toBe('While you wrote, this was emptied. What you wrote is not saved yet.')
    expect(value()).toBe('')
    await user.click(first!)
    await user.keyboard('{Escape}')
    expect(screen.getAllByRole<HTMLInputElement>('textbox').map((part) => part.value)).toEqual(['', '', ''])
  })
})

describe('a draft when the page goes', () => {
  const hide = () => {
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    hidden.mockRestore()
  }
  const WAYS = {
    beforeunload: () => window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    pagehide: () => window.dispatchEvent(new Event('pagehide')),
    visibilitychange: hide
  }

  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('[SAVE-41] is handed over (%s), once', async (way) => {
    const { user, field, value, stored, keeper } = await show()
    await user.type(field(), 'BBBB')
    act(() => void WAYS[way]())
    act(() => void WAYS.pagehide())
    expect([value(), stored, keeper.open.size]).toEqual(['BBBB', ['BBBB'], 0])
  })

  it('[SAVE-41] stays where it is no answer, and where another value came under it', async () => {
    const { user, field, theirs, value, keeper } = await show()
    await user.type(field(), 'BBBBBBBBBBBBB')
    act(() => void WAYS.beforeunload())
    expect([value(), screen.getByRole('alert').textContent, keeper.open.size]).toEqual(['', TOO_LONG, 1])
    theirs('AAAA')
    act(() => void WAYS.beforeunload())
    expect([value(), screen.getAllByRole('alert').map(({ textContent }) => textContent)]).toEqual(['AAAA', [TOO_LONG, SAID]])
    expect(keeper.open.size).toBe(1)
  })
})
