import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { SeatView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { PersonMark } from '../../../ui/person-mark.js'
import { MOST_CARETS, type PresentUser } from './present-user.js'
import { useSpokenPeople } from './use-spoken-people.js'

/** Marks shown beside the number before the rest are in the list alone. */
const MARKS = 4

interface PeopleProps {
  /** Everybody the server named, oneself perhaps among them. */
  readonly present: readonly PresentUser[]
  /** One's own seat: the server stamps a person's name for the others, not for themselves. */
  readonly mySeat: SeatView
  readonly myColor: number | null
  readonly hasCarets: boolean
  readonly showsCarets: boolean
  readonly onShowCarets: (shown: boolean) => void
}

/** Who is here, by name, side, initials and shape; and whether one wants to see where they write. */
export function People({ present, mySeat, myColor, hasCarets, showsCarets, onShowCarets }: PeopleProps) {
  const { t } = useText()
  const others = present.filter((person) => person.id !== mySeat.id)
  const people = [{ id: mySeat.id, name: mySeat.name, side: mySeat.side, color: myColor }, ...others]
  const [isOpen, setOpen] = useState(false)
  useSpokenPeople(others)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button--quiet people" aria-label={t('people.here', { n: people.length })}>
        <span className="people__marks" aria-hidden="true">
          {people.slice(0, MARKS).map((person) => (
            <PersonMark key={person.id} name={person.name} color={person.color} />
          ))}
        </span>
        <span>{t('people.count', { n: people.length })}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover__body stack">
          <Heading slot="title" level={2} className="card__title">
            {t('people.title')}
          </Heading>
          <ul className="seats">
            {people.map((person) => (
              <li key={person.id} className="seats__item">
                <PersonMark name={person.name} color={person.color} />
                <span className="seats__words">
                  <span>
                    <bdi>{person.name}</bdi>
                    {person.id === mySeat.id && <span className="muted"> {t('seat.you')}</span>}
                  </span>
                  <span className="caption muted">{t(`sideTitle.${person.side ?? 'none'}`)}</span>
                </span>
              </li>
            ))}
          </ul>
          {hasCarets && people.length <= MOST_CARETS && (
            <label className="check">
              <input type="checkbox" checked={showsCarets} onChange={(event) => onShowCarets(event.target.checked)} />
              {t('people.carets')}
            </label>
          )}
          {hasCarets && people.length > MOST_CARETS && <p className="caption muted">{t('people.tooManyCarets', { most: MOST_CARETS })}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
