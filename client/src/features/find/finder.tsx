import { useId, useState, type KeyboardEvent } from 'react'
import { FOUND_KINDS, holdsWords, MOST_SOUGHT, soughtWords } from '@roundtable/shared/protocol'
import { sentenceOfError } from '../../lib/error-sentence.js'
import { Unreachable } from '../../lib/request.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { addressOf } from './address.js'
import { FoundList, optionId, type FoundGroup } from './found-list.js'
import { foundName, foundWhere } from './found-words.js'
import { useFound } from './use-found.js'

/** Something that is done, or a page that is gone to, by its name. */
export interface Command {
  readonly id: string
  readonly name: string
  /** By which else it is found. */
  readonly words?: string
  readonly run: () => void
}

interface FinderProps {
  readonly commands: readonly Command[]
  readonly onGo: (address: string) => void
  readonly onClose: () => void
}

/** Finds things of one's own workspaces, and commands, by their words; all of it by keyboard. */
export function Finder({ commands, onGo, onClose }: FinderProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [stepped, setStepped] = useState<string | null>(null)
  const { found, isCut, isLooking, error, retry } = useFound(typed)
  const fitting = commands.filter(({ name, words = '' }) => holdsWords(`${name} ${words}`, soughtWords(typed)))

  const groups: readonly FoundGroup[] = [
    ...FOUND_KINDS.map((kind) => ({
      id: kind,
      name: t(`find.kind.${kind}`),
      options: found
        .filter((one) => one.kind === kind)
        .map((one) => ({
          id: addressOf(one),
          name: `${one.number === null ? '' : `${one.number}. `}${foundName(one, t)}`,
          where: foundWhere(one, t)
        }))
    })),
    { id: 'commands', name: t('find.commands'), options: fitting.map((command) => ({ id: command.id, name: command.name, where: '' })) }
  ].filter(({ options }) => options.length > 0)
  const options = groups.flatMap((group) => group.options)
  const active = options.find((option) => option.id === stepped)?.id ?? (typed.trim() === '' ? null : (options[0]?.id ?? null))

  function choose(chosen: string) {
    const command = fitting.find((each) => each.id === chosen)
    if (command) command.run()
    else onGo(chosen)
  }

  function press(event: KeyboardEvent) {
    // What an input method is composing is not the list's.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && active !== null) choose(active)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }

  function step(by: 1 | -1) {
    const from = options.findIndex((option) => option.id === active)
    const to = from === -1 && by === -1 ? options.length - 1 : (from + by + options.length) % options.length
    setStepped(options[to]?.id ?? null)
  }

  function type(words: string) {
    setTyped(words)
    setStepped(null)
  }

  return (
    <Dialog title={t('find.title')} isOpen onClose={onClose}>
      <div className="finder stack">
        <div className="field">
          <label htmlFor={`${id}field`} className="field__label">
            {t('find.field')}
          </label>
          <input
            id={`${id}field`}
            className="field__input"
            type="text"
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={active === null ? undefined : optionId(`${id}list`, active)}
            aria-describedby={`${id}hint`}
            autoComplete="off"
            autoFocus
            dir="auto"
            maxLength={MOST_SOUGHT}
            value={typed}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
          />
          <span id={`${id}hint`} className="field__hint">
            {t('find.hint')}
          </span>
        </div>
        {error != null && (
          <Banner tone="caution" role="alert">
            <p>{error instanceof Unreachable ? t('find.away') : sentenceOfError(error, t)}</p>
            <div className="row">
              <Button onPress={retry}>{t('query.again')}</Button>
            </div>
          </Banner>
        )}
        <FoundList id={`${id}list`} label={t('find.results')} groups={groups} active={active} onChoose={choose} />
        <p role="status" className="caption muted">
          {isLooking ? t('find.looking') : typed.trim() === '' ? '' : said()}
        </p>
        <div className="row">
          <Button onPress={onClose}>{t('find.close')}</Button>
        </div>
      </div>
    </Dialog>
  )

  function said(): string {
    if (options.length === 0) return error == null ? t('find.nothing') : ''
    return [t('find.count', { n: options.length }), ...(isCut ? [t('find.more')] : [])].join(' ')
  }
}
