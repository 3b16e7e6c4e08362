import type { SeatView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { PersonMark } from '../../../ui/person-mark.js'
import type { PresentUser } from '../frame/present-user.js'
import { useGuide } from '../places/guide.js'
import { bySide } from './listed-people.js'
import { useWhereabouts } from './use-whereabouts.js'
import type { Whereabouts } from './whereabouts.js'

interface PeopleListProps {
  readonly people: readonly PresentUser[]
  readonly mySeat: SeatView
  readonly onFollow: (person: PresentUser) => void
}

/** Who is here, side by side, each with where they are; a long list is cut, and says so. */
export function PeopleList({ people, mySeat, onFollow }: PeopleListProps) {
  const { t } = useText()
  const guide = useGuide()
  const others = useWhereabouts(true)
  const where = (found: Whereabouts | undefined) => {
    const name = found && found.place !== null && found.place !== 'elsewhere' ? guide.nameOf(found.place) : null
    return name === null ? t('people.reading') : t('people.in', { place: name })
  }
  return bySide(people).map(({ side, total, people: listed }) => (
    <section key={side ?? 'none'} className="stack stack--tight" aria-label={t(`sideTitle.${side ?? 'none'}`)}>
      <h3 className="people__side">{t('people.side', { side: t(`sideTitle.${side ?? 'none'}`), n: total })}</h3>
      <ul className="seats">
        {listed.map((person) => (
          <li key={person.id} className="seats__item" data-seat={person.id}>
            <PersonMark name={person.name} color={person.color} />
            <span className="seats__words">
              <span>
                <bdi>{person.name}</bdi>
                {person.id === mySeat.id && <span className="muted"> {t('seat.you')}</span>}
              </span>
              {person.id !== mySeat.id && (
                <span className="caption muted">
                  <bdi>{where(others?.get(person.id))}</bdi>
                </span>
              )}
            </span>
            {person.id !== mySeat.id && (
              <Button look="link" onPress={() => onFollow(person)}>
                {t('follow.start')}
                <span className="visually-hidden"> {person.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {total > listed.length && <p className="caption muted">{t('people.more', { n: total - listed.length })}</p>}
    </section>
  ))
}
