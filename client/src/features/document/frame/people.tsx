import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import type { SeatView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { PersonMark } from '../../../ui/person-mark.js'
import { PeopleList } from '../together/people-list.js'
import { MOST_CARETS, type PresentUser } from './present-user.js'

/** Marks shown beside the number before the rest are in the list alone. */
const MARKS = 4

interface PeopleProps {
  /** Everybody else whom the server named. */
  readonly others: readonly PresentUser[]
  /** One's own seat: the server stamps a person's name for the others, not for themselves. */
  readonly mySeat: SeatView
  readonly myColor: number | null
  readonly hasCarets: boolean
  readonly onFollow: (person: PresentUser) => void
}

/** Who is here: how many, and in a list by side, initials, shape and name, where each of them is. */
export function People({ others, mySeat, myColor, hasCarets, onFollow }: PeopleProps) {
  const { t } = useText()
  const people = [{ id: mySeat.id, name: mySeat.name, side: mySeat.side, color: myColor ?? 0 }, ...others]
  const [isOpen, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button button--quiet people" aria-label={t('people.here', { n: people.length })}>
        <span className="people__marks" aria-hidden="true">
          {people.slice(0, MARKS).map((person) => (
            <PersonMark key={person.id} name={person.name} color={person.id === mySeat.id ? myColor : person.color} />
          ))}
        </span>
        <span>{t('people.count', { n: people.length })}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog className="popover__body stack people__list">
          <Heading slot="title" level={2} className="card__title">
            {t('people.title')}
          </Heading>
          <PeopleList
            people={people}
            mySeat={mySeat}
            onFollow={(person) => {
              setOpen(false)
              onFollow(person)
            }}
          />
          {hasCarets && people.length > MOST_CARETS && <p className="caption muted">{t('people.tooManyCarets', { most: MOST_CARETS })}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
